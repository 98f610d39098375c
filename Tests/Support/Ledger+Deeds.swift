import ComplaintRules
import Ledger

extension Ledger {
    /// Logs a complaint with the acts that follow at once, as tests write them.
    public func log(_ intake: Intake, then deeds: [Deed], by actor: Actor) throws -> Stored {
        try log(intake, then: deeds.map(\.act), by: actor)
    }

    /// Logs an entry of the comment book with the acts that follow at once, as tests write them.
    public func logEntry(_ intake: Intake, on day: Day, then deeds: [Deed], by actor: Actor) throws -> Stored {
        try logEntry(intake, on: day, then: deeds.map(\.act), by: actor)
    }

    /// Does an act as tests write it.
    @discardableResult
    public func perform(
        _ deed: Deed,
        on number: String,
        by actor: Actor,
        key: SignedIn? = nil,
        readUpTo: Int64? = nil
    ) throws -> Stored {
        try perform(deed.act, on: number, by: actor, key: key, readUpTo: readUpTo)
    }
}
