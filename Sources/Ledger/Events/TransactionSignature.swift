import ComplaintRules

/// The signature under the events of a transaction, all by one doer: those since the last signature (1-domain, The ledger). Between them may
/// stand refused sign-ins, which nobody signs for.
struct TransactionSignature: Equatable {
    /// The first event that it covers.
    var first: Int64
    /// The last one, which names the doer.
    var last: Int64
    /// The version of the law by which the events were decided.
    var law: Int64
    /// Ed25519, 64 bytes.
    var signature: [UInt8]

    /// The bytes that are signed: a tag, law, first and last event as 8 bytes each, little-endian, and the link of the last.
    static func message(law: Int64, first: Int64, last: Int64, link: [UInt8]) -> [UInt8] {
        var message = Array("FirstDesk transaction 1\n".utf8)
        message.reserveCapacity(message.count + 24 + link.count)
        for number in [law, first, last] {
            withUnsafeBytes(of: number.littleEndian) { message.append(contentsOf: $0) }
        }
        return message + link
    }

    /// Writes it into the file.
    func write(in connection: Connection) throws(LedgerError) {
        try connection.run("INSERT INTO signature(last, first, law, signature) VALUES (?, ?, ?, ?)", last, first, law, signature)
    }

    /// Whose key signs for an event.
    enum Signer {
        /// The doer's, as it is registered and held by whoever is signed in.
        case doer
        /// This one: the founder's before anybody is registered, the recovery key.
        case key(SigningKey)
        /// Nobody's: a refused sign-in grants nothing, and the next signature covers it.
        case nobody
    }
}
