import Glibc
import Ledger
import TableFiles

/// The program: reads the command line, runs the command, and ends with its status.
@main
struct FirstDesk {
    /// The version of the program, as `--version` prints it.
    static let version = "0.1.0"

    static func main() {
        // A file that may not grow any more is told as a full disk is: by the call that writes, not by a signal that ends the program.
        signal(SIGXFSZ, SIG_IGN)
        do {
            try Ledger.forbidDumps()
        } catch {
            // No passcode is asked for where one could be left lying in a file.
            Console(language: .english).say(error.sentence(at: ""))
            exit(ExitStatus.storeUnusable.rawValue)
        }
        exit(Program(arguments: ProgramArguments.read()).run())
    }
}
