import ComplaintRules

/// What proves, in a file that has left a desk, that it is the file which that desk gave out: the event that records it with the file's digest,
/// its place in the desk's chain, and the signature of whoever gave it out (1-domain, The ledger; 4-commands, export).
///
/// It is checked without the desk. Whose the key is, its fingerprint tells: the desk's daily sheet and `staff list` show it.
public struct ExportProof: Codable, Equatable, Sendable {
    /// The event's number in the chain.
    public var seq: Int64
    /// When, in milliseconds since 1970 in UTC.
    public var at: Int64
    /// Who gave it out.
    public var by: String
    /// For whom they acted; empty for nobody.
    public var onBehalfOf: String
    /// What the ledger calls the event.
    public var kind: String
    /// The event's contents, as they stand in the ledger.
    public var content: String
    /// Their salt, in hexadecimal.
    public var salt: String
    /// The link of the event before, in hexadecimal.
    public var previous: String
    /// The first event that the signature covers, and the version of the law that it names.
    public var first: Int64
    public var law: Int64
    /// Ed25519, in hexadecimal.
    public var signature: String
    /// The public half of the signer's key, in hexadecimal.
    public var publicKey: String

    /// Why a proof does not hold.
    public enum Fault: Error, Hashable, Sendable {
        /// The file is not the one that was given out.
        case otherFile
        /// The proof was changed, or another key made it.
        case noSignature
    }

    /// The fingerprint of the signer's key, to be compared with the one that the desk shows.
    public var fingerprint: String { KeyFingerprint.text(publicKey) }

    /// The event's link in the chain, in hexadecimal.
    public var link: String { Hex.text(linkBytes) }

    private var linkBytes: [UInt8] {
        ChainHash.link(
            previous: Hex.bytes(previous) ?? [],
            seq: seq,
            at: at,
            caseID: 0,
            by: by,
            for: onBehalfOf,
            kind: kind,
            digest: ChainHash.digest(content: Array(content.utf8), salt: Hex.bytes(salt) ?? [])
        )
    }

    /// The proof as JSON on one line, keys sorted.
    ///
    /// - Throws: `LedgerError`, which it never does for what the ledger has read.
    public func json() throws(LedgerError) -> String { String(decoding: try EventCoder().json(self), as: UTF8.self) }

    /// What left the desk, as the event records it.
    ///
    /// - Parameter digest: of the file without its proof, in hexadecimal.
    /// - Throws: `Fault`.
    public func check(_ digest: String) throws(Fault) -> DeskEvent.Exported {
        let message = TransactionSignature.message(law: law, first: first, last: seq, link: linkBytes)
        guard let key = Hex.bytes(publicKey), let signed = Hex.bytes(signature), Sodium.isValid(signed, of: message, by: key) else {
            throw .noSignature
        }
        guard let event = try? EventCoder().deskEvent(EventContent(kind: kind, bytes: Array(content.utf8))).event,
            case .exported(let exported) = event
        else { throw .noSignature }
        guard exported.digest == digest else { throw .otherFile }
        return exported
    }
}

extension ExportProof {
    /// Reads a proof; nil for what is none.
    public init?(json: [UInt8]) {
        guard let proof = try? EventCoder().value(ExportProof.self, from: json) else { return nil }
        self = proof
    }
}

extension Ledger {
    /// Records that a signed file left the desk, before it does.
    ///
    /// - Parameter exported: what, with the file's digest.
    /// - Throws: `Refusal`; `LedgerError`.
    public func signExport(_ exported: DeskEvent.Exported, by actor: Actor) throws -> ExportProof {
        var seq: Int64 = 0
        var doer = actor.number
        try transact { head in
            let actor = try current(actor)
            doer = actor.number
            let event = DeskEvent.exported(exported)
            if let act = event.act { try permit(act, by: actor) }
            try record(event, by: actor, head: &head)
            seq = head.seq
        }
        let key = try connection.text("SELECT public_key FROM staff WHERE number = ?", doer.text) ?? ""
        let sql = """
            SELECT event.seq, event.at, event.by, event.on_behalf_of, event.kind, event.content, event.salt,
                coalesce((SELECT before.link FROM event AS before WHERE before.seq = event.seq - 1), zeroblob(32)),
                signature.first, signature.law, signature.signature
            FROM event JOIN signature ON signature.last = event.seq WHERE event.seq = ?
            """
        let proof = try connection.first(sql, seq) { row throws(LedgerError) in
            ExportProof(
                seq: row.int64(0),
                at: row.int64(1),
                by: row.text(2),
                onBehalfOf: row.text(3),
                kind: row.text(4),
                content: String(decoding: row.bytes(5), as: UTF8.self),
                salt: Hex.text(row.bytes(6)),
                previous: Hex.text(row.bytes(7)),
                first: row.int64(8),
                law: row.int64(9),
                signature: Hex.text(row.bytes(10)),
                publicKey: key
            )
        }
        guard let proof else { throw LedgerError(.damaged, message: "an event without its signature") }
        return proof
    }
}

/// The digest of a file that is written or read piece by piece.
public struct FileDigest {
    private let hasher = Sodium.Hasher()

    /// Makes the digest of nothing yet.
    public init() {}

    /// Takes in what comes next.
    public func take(_ bytes: ArraySlice<UInt8>) { hasher.take(bytes) }

    /// The BLAKE2b-256 digest of all that was taken in, in hexadecimal. Nothing may be taken in afterwards.
    public func finish() -> String { Hex.text(hasher.finish()) }
}
