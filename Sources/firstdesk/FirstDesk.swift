import Glibc
import TableFiles

/// The program: reads the command line, runs the command, and ends with its status.
@main
struct FirstDesk {
    /// The version of the program, as `--version` prints it.
    static let version = "0.1.0"

    static func main() {
        exit(Program(arguments: ProgramArguments.read()).run())
    }
}
