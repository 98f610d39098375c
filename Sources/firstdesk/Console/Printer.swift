import ComplaintRules
import DeskScreens
import Glibc

/// Hands papers to the system's printer while the screen goes on.
enum Printer {
    private static let pages = "weasyprint fonts-wqy-microhei"
    private static let queue = "cups-client"

    /// What is missing for printing, for the people at the desk; nil where nothing is.
    static func whyNot() -> Phrase? {
        for (program, packages) in [("weasyprint", pages), ("lp", queue)] where !isThere(program) {
            return Phrase(
                en: "Nothing can be printed on this computer yet. Ask whoever looks after it to install: \(packages)",
                zh: "本机暂不能打印，未打印任何内容。请联系系统管理员安装：\(packages)"
            )
        }
        return nil
    }

    /// How many copies can be asked for.
    static let copies = 1...99

    /// Hands the bytes of a paper to the printer's queue.
    ///
    /// - Parameters:
    ///   - isPages: whether these are A4 pages; lines of text go to whatever roll or sheet is in the printer.
    ///   - copies: how many are printed.
    ///   - isTwoSided: whether both sides of a sheet are printed on, to be turned like a book, as its pages lie.
    /// - Throws: `ProgramFault`.
    static func queue(
        _ bytes: [UInt8],
        isPages: Bool,
        isLandscape: Bool,
        to printer: String? = nil,
        copies: Int = 1,
        isTwoSided: Bool = false
    ) throws(ProgramFault) -> ProgramRun {
        var options = ["-t", "firstdesk"]
        if let printer { options += ["-d", printer] }
        if copies > 1 { options += ["-n", String(copies)] }
        if isTwoSided { options += ["-o", "sides=two-sided-\(isLandscape ? "short" : "long")-edge"] }
        if isPages { options += ["-o", "media=A4"] + (isLandscape ? ["-o", "landscape"] : []) }
        return try ProgramRun("lp", options, input: bytes, packages: queue)
    }

    private static func isThere(_ program: String) -> Bool {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
    }

    /// A paper of a screen on its way: made into pages first, then queued. Both take their time, and nobody waits for them.
    struct Run {
        /// What is printed.
        let job: PrintJob
        private var making: ProgramRun?
        private var queueing: ProgramRun?

        /// Begins.
        ///
        /// - Throws: `ProgramFault`.
        init(_ job: PrintJob) throws(ProgramFault) {
            self.job = job
            making = try ProgramRun("weasyprint", ["--quiet", "-", "-"], input: Array(job.html.utf8), packages: Printer.pages)
        }

        /// Whether the printer has it; false while it is on its way.
        ///
        /// - Parameter waits: whether to wait until it is so.
        /// - Throws: `ProgramFault`, where it never will.
        mutating func isQueued(waits: Bool = false) throws(ProgramFault) -> Bool {
            if let program = making {
                guard let pages = try program.written(waits: waits) else { return false }
                making = nil
                queueing = try Printer.queue(pages, isPages: true, isLandscape: job.isLandscape)
            }
            if let program = queueing {
                guard try program.written(waits: waits) != nil else { return false }
                queueing = nil
            }
            return true
        }
    }
}
