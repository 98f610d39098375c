import ComplaintRules
import DeskScreens
import Glibc

/// Hands papers to the system's printer while the screen goes on.
enum Printer {
    /// Begins to print, and says so, or what is missing. What goes wrong later is told by the printer's own queue.
    static func start(_ job: PrintJob) -> Phrase {
        for (program, packages) in [("weasyprint", "weasyprint fonts-wqy-microhei"), ("lp", "cups-client")] where !isThere(program) {
            return ProgramFault.missing(program, packages: packages).sentence
        }
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
