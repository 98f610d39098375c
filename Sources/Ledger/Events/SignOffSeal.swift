import ComplaintRules

/// What a branch manager's signature stands for, as the bytes that are signed.
///
/// They take in every event of the case by its header and the digest of its contents, so that the signature still holds after contents past
/// retention were erased, and holds no longer when anything else was changed.
struct SignOffStatement {
    private var running = ChainHash.genesis
    private(set) var covers: Int64 = 0

    /// Takes in the next event of the case.
    mutating func take(
        seq: Int64,
        at: Int64,
        caseID: Int64,
        by: String,
        onBehalfOf: String,
        kind: String,
        digest: [UInt8]
    ) {
        running = ChainHash.link(
            previous: running,
            seq: seq,
            at: at,
            caseID: caseID,
            by: by,
            for: onBehalfOf,
            kind: kind,
            digest: digest
        )
        covers = seq
    }

    /// The bytes that `signer` signs at `moment`.
    func message(deskID: String, caseID: Int64, signer: StaffNumber, at moment: Moment) -> [UInt8] {
        Array("firstdesk sign-off 1\n\(deskID)\n\(caseID)\n\(signer)\n\(moment.milliseconds)\n\(covers)\n".utf8) + running
    }
}

extension Ledger {
    /// The signature of whoever signed in over a case as it stands, inside the transaction that appends it.
    func seal(_ stored: Stored, by signer: SignedIn, at now: Moment) throws(LedgerError) -> SignOff {
        var statement = SignOffStatement()
        let sql = "SELECT seq, at, by, on_behalf_of, kind, digest FROM event WHERE case_id = ? ORDER BY seq"
        try connection.forEach(sql, stored.id) { row throws(LedgerError) in
            statement.take(
                seq: row.int64(0),
                at: row.int64(1),
                caseID: stored.id,
                by: row.text(2),
                onBehalfOf: row.text(3),
                kind: row.text(4),
                digest: row.bytes(5)
            )
        }
        let message = statement.message(deskID: deskID, caseID: stored.id, signer: signer.actor.number, at: now)
        return SignOff {
            $0.seal = .init(
                covers: statement.covers,
                publicKey: Hex.text(signer.key.publicKey),
                signature: Hex.text(signer.key.sign(message))
            )
        }
    }
}

/// Bytes as hexadecimal digits, two a byte.
enum Hex {
    /// The digits of `bytes`, in lower case.
    static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of `text`; nil where it is not made of pairs of digits.
    static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 97...102: digit - 87
        case 65...70: digit - 55
        default: nil
        }
    }
}
