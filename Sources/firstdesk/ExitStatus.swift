import ComplaintRules

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

extension ExitStatus {
    /// A value that cannot be read, and a field that is not known, are wrong usage whatever reads them: an option's text, an act's JSON, a setting.
    /// All else is a rule of the desk that stands against what could be read.
    init(of refusal: Refusal) {
        switch refusal {
        case .badValue(_, .atLeast): self = .refused
        case .badValue, .unknownField, .givenTwice: self = .wrongUsage
        case .newValue(let inner), .notLogged(let inner): self.init(of: inner)
        default: self = .refused
        }
    }

    /// What is not there on this desk, or has not begun yet, was written well: the desk refuses it.
    init(of usage: UsageError) {
        switch usage {
        case .periodNotBegun, .noSuchIssue: self = .refused
        default: self = .wrongUsage
        }
    }
}
