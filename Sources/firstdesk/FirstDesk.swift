import Glibc
import Ledger
import TableFiles

/// The program: reads the command line, runs the command, and ends with its status.
@main
struct FirstDesk {
    /// The version of the program, as `--version` prints it.
    static let version = "0.1.0"

    static func main() {
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
