import Synchronization

/// The signatures of a bulk. Each depends on its message alone: the other processors make them while the next acts are done.
final class DeferredSignatures {
    /// What is to be signed, and by whom.
    private struct Order: Sendable {
        let first: Int64
        let last: Int64
        let law: Int64
        let message: [UInt8]
        let key: SigningKey
    }

    /// Enough that handing them out costs little.
    private static let batchCount = 512
    /// How many one thread takes at once.
    private static let piece = 8

    private var waiting: [Order] = []
    /// Those that are being signed.
    private var running: (orders: [Order], signatures: Signatures, work: Workers.Running)?

    /// What the threads made, at the place of each order.
    private final class Signatures: Sendable {
        let made: Mutex<[[UInt8]]>

        init(count: Int) { made = Mutex([[UInt8]](repeating: [], count: count)) }
    }

    /// Takes in that the events from `first` to `last` are to be signed for.
    func take(
        _ message: [UInt8],
        from first: Int64,
        to last: Int64,
        law: Int64,
        by key: SigningKey,
        in connection: Connection
    ) throws(LedgerError) {
        waiting.append(Order(first: first, last: last, law: law, message: message, key: key))
        if waiting.count == DeferredSignatures.batchCount { try start(in: connection) }
    }

    /// Writes all that were taken.
    func finish(in connection: Connection) throws(LedgerError) {
        try start(in: connection)
        try settle(in: connection)
    }

    private func start(in connection: Connection) throws(LedgerError) {
        try settle(in: connection)
        let (orders, signatures) = (waiting, Signatures(count: waiting.count))
        waiting = []
        let work = Workers.start(orders.count, inPiecesOf: DeferredSignatures.piece) { place in
            let signature = orders[place].key.sign(orders[place].message)
            signatures.made.withLock { $0[place] = signature }
        }
        running = (orders, signatures, work)
    }

    private func settle(in connection: Connection) throws(LedgerError) {
        guard let (orders, signatures, work) = running else { return }
        running = nil
        work.finish()
        for (order, signature) in zip(orders, signatures.made.withLock { $0 }) {
            try TransactionSignature(first: order.first, last: order.last, law: order.law, signature: signature).write(in: connection)
        }
    }
}
