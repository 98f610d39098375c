import CSQLite
import Synchronization

/// Something that is read from the file on another processor, by a connection of its own that sees the same as the first one, while this thread
/// goes on with what it has at hand.
final class ReadBeside<Value: Sendable> {
    /// The second connection. One thread has it at a time: the one that reads, and this one once that has ended.
    private struct Beside: @unchecked Sendable {
        let connection: Connection
    }

    private final class Place: Sendable {
        let result = Mutex<Result<Value, LedgerError>?>(nil)
    }

    private let first: Connection
    private let read: @Sendable (Connection) throws(LedgerError) -> Value
    private let place = Place()
    private let beside: Beside?
    private var work: Workers.Running?

    /// Begins, inside a snapshot of `connection`. Where no second connection sees the same, because other desks go on writing or it cannot be opened,
    /// the first one reads it later.
    init(_ connection: Connection, _ read: @escaping @Sendable (Connection) throws(LedgerError) -> Value) throws(LedgerError) {
        (first, self.read) = (connection, read)
        beside = try ReadBeside.same(as: connection).map(Beside.init)
        guard let beside else { return }
        work = Workers.startBeside { [place] in
            let result = Result { () throws(LedgerError) in try read(beside.connection) }
            place.result.withLock { $0 = result }
        }
    }

    /// Waits for what was read.
    ///
    /// - Throws: what the reading throws.
    func value() throws(LedgerError) -> Value {
        work?.finish()
        guard let result = place.result.withLock({ $0 }) else { return try read(first) }
        return try result.get()
    }

    deinit {
        // Nobody waits for it any more: a long query is not read to its end.
        if let handle = try? beside?.connection.handle.open() { sqlite3_interrupt(handle) }
        work = nil
        beside?.connection.close()
    }

    /// A connection with a snapshot that ends with the same event. What belongs to no event may differ: nobody judges one view by the other there.
    private static func same(as connection: Connection) throws(LedgerError) -> Connection? {
        let end = try ChainLink.last(in: connection)
        guard let other = try? Connection(path: connection.path, mode: .readOnly) else { return nil }
        for _ in 0..<attempts {
            if (try? other.execute("BEGIN")) != nil, let found = try? ChainLink.last(in: other), found == end { return other }
            try? other.execute("ROLLBACK")
        }
        other.close()
        return nil
    }

    /// How often a snapshot is tried: a second time only helps where the file was busy.
    private static var attempts: Int { 3 }
}
