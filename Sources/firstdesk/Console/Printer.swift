import ComplaintRules
import DeskScreens
import Glibc

/// Hands papers to the system's printer while the screen goes on.
enum Printer {
    /// What is missing for printing, for the people at the desk; nil where nothing is.
    static func whyNot() -> Phrase? {
        for (program, packages) in [("weasyprint", "weasyprint fonts-wqy-microhei"), ("lp", "cups-client")] where !isThere(program) {
            return Phrase(
                en: "Nothing can be printed on this computer yet. Ask whoever looks after it to install: \(packages)",
                zh: "本机暂不能打印，未打印任何内容。请联系系统管理员安装：\(packages)"
            )
        }
        return nil
    }

    /// Begins to print, and says so. What goes wrong later is told by the printer's own queue.
    static func start(_ job: PrintJob) -> Phrase {
        let options = "-t firstdesk -o media=A4" + (job.isLandscape ? " -o landscape" : "")
        do throws(ProgramFault) {
            // The shell starts both in the background and ends at once; nobody waits for them.
            _ = try ProgramRun.run(
                "sh",
                ["-c", "exec 3<&0; (weasyprint --quiet - - <&3 | lp \(options)) >/dev/null 2>&1 &"],
                input: Array(job.html.utf8),
                packages: "dash"
            )
            return Phrase(en: "Sent to the printer.", zh: "已送打印机。")
        } catch {
            return error.sentence
        }
    }

    private static func isThere(_ program: String) -> Bool {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
    }
}
