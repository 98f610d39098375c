/// How the program ends (4-commands, Exit status).
enum ExitStatus: Int32, Sendable {
    /// What was asked for is done.
    case done = 0
    /// The desk's rules refuse.
    case refused = 1
    /// The command line is wrong.
    case wrongUsage = 2
    /// Something wrong was found: a fault of the ledger, rows that an import could not take.
    case foundWrong = 3
    /// The store cannot be used.
    case storeUnusable = 4
    /// The sign-in was refused.
    case signInRefused = 5
}
