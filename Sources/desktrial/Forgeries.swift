/// Changes by somebody who has the file, `sqlite3`, and a program that knows the format. Each round tries the next of them.
final class Forgeries: Trial {
    static let name = "forgeries"

    /// What a forger does.
    private struct Forgery {
        let name: String
        let sql: String
        /// From which event on the chain is made to fit again; nil where it is left as it is.
        var chain: Int64?
        /// Whether tables and search index are made to fit by the program itself afterwards.
        var isRebuilt = false

        init(_ name: String, _ sql: String, chain: Int64? = nil, isRebuilt: Bool = false) {
            (self.name, self.sql, self.chain, self.isRebuilt) = (name, sql, chain, isRebuilt)
        }
    }

    private static let someKey = String(repeating: "ab", count: 32)
    private static let lastLogged = "(SELECT max(seq) FROM event WHERE kind = 'logged')"
    private static let insert = """
        INSERT INTO event(seq, at, case_id, by, on_behalf_of, kind, digest, link, salt, content) \
        SELECT (SELECT max(seq) FROM event) + 1, max(at),
        """

    /// Each change, as it is and with the chain computed anew behind it.
    private static let table: [Forgery] = {
        let plain: [(String, String)] = [
            (
                "words of a customer",
                """
                UPDATE event SET content = CAST(replace(CAST(content AS TEXT), '排队', '投诉') AS BLOB) WHERE seq = \
                \(lastLogged)
                """
            ),
            ("who did it", "UPDATE event SET by = '1002' WHERE seq = \(lastLogged)"),
            ("for whom", "UPDATE event SET on_behalf_of = '1001' WHERE seq = \(lastLogged)"),
            ("dated back", "UPDATE event SET at = at - 86400000 WHERE seq = \(lastLogged)"),
            ("dated on", "UPDATE event SET at = at + 86400000 WHERE seq = \(lastLogged)"),
            ("another kind", "UPDATE event SET kind = 'noted' WHERE kind = 'replied'"),
            (
                "another case",
                """
                UPDATE event SET case_id = (SELECT min(seq) FROM event WHERE kind = 'logged') WHERE kind = 'found'
                """
            ),
            (
                "an event removed from the middle",
                """
                DELETE FROM event WHERE seq = (SELECT min(seq) FROM event WHERE kind = 'found')
                """
            ),
            ("the last event removed", "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)"),
            ("the last ten removed", "DELETE FROM event WHERE seq > (SELECT max(seq) FROM event) - 10"),
            (
                "two events swapped",
                """
                UPDATE event SET seq = -1 WHERE seq = 20; UPDATE event SET seq = 20 WHERE seq = 21; UPDATE event SET seq = \
                21 WHERE seq = -1
                """
            ),
            (
                "a note in another's name",
                """
                \(insert) case_id, '1002', '', 'noted', x'00', x'00', x'01020304', CAST('{"how":"phone","text":"同意"}' AS \
                BLOB) FROM event WHERE kind = 'logged'
                """
            ),
            (
                "a made-up member",
                """
                \(insert) 0, '1001', '', 'staff-added', x'00', x'00', x'01020304', \
                CAST('{"name":"假","number":"6666","publicKey":"\(someKey)","role":"branch-manager"}' AS BLOB) FROM event
                """
            ),
            (
                "a sign-off by nobody",
                """
                \(insert) case_id, '1001', '', 'signed', x'00', x'00', x'01020304', \
                CAST('{"seal":{"covers":3,"publicKey":"ab","signature":"cd"}}' AS BLOB) FROM event WHERE kind = 'replied'
                """
            ),
            ("a sign-off by the clerk's key", "UPDATE event SET by = '1003' WHERE kind = 'signed'"),
            ("contents taken away", "UPDATE event SET content = NULL, salt = NULL WHERE seq = \(lastLogged)"),
            (
                "contents taken away, and said to be erased",
                """
                UPDATE event SET content = NULL, salt = NULL WHERE seq = \(lastLogged); INSERT INTO remains(seq, content) \
                VALUES (\(lastLogged), '{}')
                """
            ),
            (
                "an unsigned case replaced by filler",
                """
                UPDATE event SET content = CAST('{"text":"无","how":"phone"}' AS BLOB), kind = 'noted' WHERE case_id = \
                \(lastLogged)
                """
            ),
            (
                "a key registered anew",
                """
                UPDATE event SET content = CAST(replace(CAST(content AS TEXT), '1003', '1004') AS BLOB) WHERE kind = \
                'staff-added'
                """
            ),
            (
                "settings of the founding",
                """
                UPDATE event SET content = CAST(replace(CAST(content AS TEXT), '0379-65920000', '95533') AS BLOB) WHERE seq \
                = 1
                """
            ),
        ]
        let tables = [
            (
                "a passcode row copied over another's",
                """
                UPDATE passcode SET (salt, ops_limit, mem_limit, nonce, box, proof) = (SELECT salt, ops_limit, mem_limit, \
                nonce, box, proof FROM passcode WHERE staff = '1003') WHERE staff = '1001'
                """
            ),
            ("a passcode row removed", "DELETE FROM passcode WHERE staff = '1002'"),
            (
                "a passcode row for nobody",
                """
                INSERT INTO passcode SELECT '6666', salt, ops_limit, mem_limit, nonce, box, proof FROM passcode WHERE staff \
                = '1003'
                """
            ),
            ("a cheaper passcode", "UPDATE passcode SET ops_limit = 1, mem_limit = 8192 WHERE staff = '1001'"),
            ("the recovery key", "UPDATE desk SET recovery_key = '\(someKey)'"),
            ("a clerk made manager", "UPDATE staff SET role = 'branch-manager' WHERE number = '1003'"),
            (
                "a public key exchanged",
                """
                UPDATE staff SET public_key = (SELECT public_key FROM staff WHERE number = '1003') WHERE number = '1001'
                """
            ),
            ("somebody retired", "UPDATE staff SET retired = 1 WHERE number = '1002'"),
            ("somebody removed", "DELETE FROM staff WHERE number = '1009'"),
            ("the settings", "UPDATE desk SET settings = CAST(replace(CAST(settings AS TEXT), '65920000', '65920001') AS BLOB)"),
            ("a number of the register", "UPDATE complaint SET number = '0379-2611-099', serial = 99 WHERE serial = 20"),
            (
                "a stage of the register",
                """
                UPDATE complaint SET stage = 'closed', awaits_signature = 0 WHERE stage = 'handed-over'
                """
            ),
            ("a due moment of the register", "UPDATE complaint SET nearest_due = nearest_due + 86400000"),
            ("words of the register", "UPDATE complaint SET text = '无' WHERE serial = 7"),
            ("a case taken out of the register", "DELETE FROM complaint WHERE serial = 20"),
            ("a likeness", "DELETE FROM likeness_key WHERE case_id = (SELECT id FROM complaint WHERE serial = 3)"),
            ("a word of the search index", "INSERT INTO complaint_search(complaint_search) VALUES ('delete-all')"),
            (
                "a signature removed",
                """
                DELETE FROM signature WHERE last = (SELECT max(last) FROM signature WHERE last < (SELECT max(last) FROM \
                signature))
                """
            ),
            ("the last signature removed", "DELETE FROM signature WHERE last = (SELECT max(last) FROM signature)"),
            (
                "a signature exchanged",
                """
                UPDATE signature SET signature = (SELECT signature FROM signature WHERE last = (SELECT min(last) FROM \
                signature)) WHERE last = (SELECT max(last) FROM signature)
                """
            ),
            ("the law of a signature", "UPDATE signature SET law = 0 WHERE last = (SELECT max(last) FROM signature)"),
            ("two signatures made one", "UPDATE signature SET first = first - 1 WHERE last = (SELECT max(last) FROM signature)"),
            ("a trigger that lifts sign-offs", "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM draft; END"),
            ("a view in place of a table", "ALTER TABLE paper RENAME TO paper_old; CREATE VIEW paper AS SELECT * FROM paper_old"),
            ("an index dropped", "DROP INDEX event_of_case"),
            ("a table added", "CREATE TABLE other(a)"),
            ("a draft in another's name", "INSERT INTO draft VALUES (1, 'log', '6666', '6666', '', 0, 0, x'7B7D')"),
            ("numbers declared lost", "INSERT INTO lost_serial VALUES ('case', 24322, 900)"),
        ]
        return plain.map { Forgery($0.0, $0.1) } + plain.map { Forgery($0.0 + ", chain anew", $0.1, chain: 1) }
            + plain.map { Forgery($0.0 + ", chain and tables anew", $0.1, chain: 1, isRebuilt: true) } + tables.map { Forgery($0.0, $0.1) }
    }()

    private var place = 0

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let forgery = Forgeries.table[place % Forgeries.table.count]
        place += 1
        let desk = bench.copy(bench.base)
        let raw = try RawDesk(desk)
        try raw.run("BEGIN; \(forgery.sql)")
        if let first = forgery.chain { try raw.chainAnew(from: first) }
        try raw.run("COMMIT")
        raw.close()
        if forgery.isRebuilt { _ = try bench.run(["rebuild"], on: desk, as: "1001") }
        tally.tried += 1
        let verified = try bench.run(["verify"], on: desk)
        if verified.isCrash {
            tally.crashed += 1
            tally.report("\(forgery.name): status \(verified.status)")
        } else if verified.status == 3 || verified.status == 4 {
            tally.noticed += 1
        } else {
            tally.unnoticed += 1
            tally.report("\(forgery.name): \(verified.output)")
        }
    }
}
