import DeskTestSupport

@testable import ComplaintRules
@testable import Ledger

/// A program that knows the format of the file, and the passcodes of some who work here: it writes events, links, signatures and tables as the
/// ledger does. What it lacks are the keys of others.
final class Forger {
    let desk: PracticeFolder
    let connection: Connection
    let coder = EventCoder()

    /// A desk with one case that was signed (0379-2611-001), one in hand with the complaint manager (002), and one of the clerk's own (003).
    init() throws {
        desk = try PracticeFolder()
        let ledger = desk.ledger
        let number = try desk.repliedCase().state.number.description
        let signer = try ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        _ = try ledger.perform(.sign, on: number, by: desk.head, key: signer)
        var (other, third) = (desk.intake("态度生硬", customer: "孙先生"), desk.intake("自助机吞卡", customer: "周先生"))
        (other.contact, third.contact) = ("13900000001", "13900000002")
        let second = try ledger.log(
            other,
            then: [.handOver(.init(to: desk.manager.number))],
            by: desk.counter
        )
        _ = try ledger.perform(.accept, on: second.state.number.description, by: desk.manager)
        _ = try ledger.log(third, by: desk.counter)
        connection = ledger.connection
    }

    /// The key of somebody whose passcode the forger knows.
    func key(of actor: Actor) throws -> SigningKey {
        try desk.ledger.signIn(actor.number, passcode: PracticeFolder.passcode).key
    }

    /// The number of the last event.
    func last() throws -> Int64 { try connection.integer("SELECT max(seq) FROM event") ?? 0 }

    /// The id of a case.
    func id(_ serial: Int) throws -> Int64 {
        try connection.integer("SELECT id FROM complaint WHERE serial = ?", serial) ?? 0
    }

    /// Appends an event as the ledger would, and makes the tables follow it. A nil `caseID` is a case of its own.
    func append(
        _ content: EventContent,
        on caseID: Int64?,
        by: String,
        for absent: String = "",
        at: Moment? = nil,
        signedBy key: SigningKey? = nil,
        law: Int64 = 1
    ) throws {
        let seq = try last() + 1
        try insert(content, seq: seq, on: caseID ?? seq, by: by, for: absent, at: at ?? desk.ledger.clock.now())
        if let key { try sign(key, law: law) }
    }

    /// Appends an event without a signature.
    private func insert(_ content: EventContent, seq: Int64, on caseID: Int64, by: String, for absent: String, at: Moment) throws {
        try connection.run(
            "INSERT INTO event(seq, at, case_id, by, on_behalf_of, kind, digest, link, salt, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            seq,
            at.milliseconds,
            caseID,
            by,
            absent,
            content.kind,
            [UInt8](),
            [UInt8](),
            Sodium.random(count: ChainHash.saltCount),
            content.bytes
        )
        try relink(from: seq)
    }

    /// Computes digests and links anew from an event on.
    func relink(from first: Int64) throws {
        var link = try connection.first("SELECT link FROM event WHERE seq = ?", first - 1) { row throws(LedgerError) in row.bytes(0) }
        let seqs = try integers("SELECT seq FROM event WHERE seq >= \(first) ORDER BY seq")
        for seq in seqs {
            let next = try connection.first(
                "SELECT at, case_id, by, on_behalf_of, kind, salt, content FROM event WHERE seq = ?",
                seq
            ) { row throws(LedgerError) -> (digest: [UInt8], link: [UInt8]) in
                let digest = ChainHash.digest(content: row.bytes(6), salt: row.bytes(5))
                let next = ChainHash.link(
                    previous: link ?? ChainHash.genesis,
                    seq: seq,
                    at: row.int64(0),
                    caseID: row.int64(1),
                    by: row.text(2),
                    for: row.text(3),
                    kind: row.text(4),
                    digest: digest
                )
                return (digest, next)
            }
            guard let next else { continue }
            try connection.run("UPDATE event SET digest = ?, link = ? WHERE seq = ?", next.digest, next.link, seq)
            link = next.link
        }
    }

    /// Signs for all that is not covered yet.
    func sign(_ key: SigningKey, law: Int64 = 1) throws {
        let (first, last) = ((try connection.integer("SELECT max(last) FROM signature") ?? 0) + 1, try last())
        try write(key, first: first, last: last, law: law)
    }

    /// Puts another signature under the events of one that is there.
    func resign(last: Int64, _ key: SigningKey) throws {
        let first = try connection.integer("SELECT first FROM signature WHERE last = ?", last) ?? 0
        try connection.run("DELETE FROM signature WHERE last = ?", last)
        try write(key, first: first, last: last, law: 1)
    }

    private func write(_ key: SigningKey, first: Int64, last: Int64, law: Int64) throws {
        let link = try connection.first("SELECT link FROM event WHERE seq = ?", last) { row throws(LedgerError) in row.bytes(0) }
        let message = TransactionSignature.message(law: law, first: first, last: last, link: link ?? [])
        try connection.run("INSERT INTO signature(last, first, law, signature) VALUES (?, ?, ?, ?)", last, first, law, key.sign(message))
    }

    /// Signs every transaction anew, from one on, by the keys that the forger has, else by the one that is given.
    func resignAll(from first: Int64, else key: SigningKey, knowing keys: [String: SigningKey] = [:]) throws {
        for last in try integers("SELECT last FROM signature WHERE last >= \(first) ORDER BY last") {
            let by = try connection.text("SELECT by FROM event WHERE seq = ?", last) ?? ""
            try resign(last: last, keys[by] ?? key)
        }
    }

    /// Makes the tables say what the events say now.
    func rebuild() throws { try connection.transaction { try Schema.rebuild(in: connection) } }

    /// Changes the contents of an event by what stands in it.
    func change(_ seq: Int64, _ old: String, to new: String) throws {
        try connection.run(
            "UPDATE event SET content = CAST(replace(CAST(content AS TEXT), ?, ?) AS BLOB) WHERE seq = ?",
            old,
            new,
            seq
        )
    }

    /// The first event of that kind on a case.
    func event(_ kind: String, _ serial: Int) throws -> Int64 {
        try connection.integer("SELECT min(seq) FROM event WHERE kind = ? AND case_id = ?", kind, try id(serial)) ?? 0
    }

    private func integers(_ sql: String) throws -> [Int64] {
        var found: [Int64] = []
        let rows = try connection.statement(sql)
        while try rows.step() { found.append(rows.int64(0)) }
        return found
    }
}
