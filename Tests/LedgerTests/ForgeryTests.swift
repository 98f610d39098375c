import DeskTestSupport
import Glibc
import Testing

@testable import ComplaintRules
@testable import Ledger

/// What whoever holds the file can try, with the passcodes of a clerk and of the complaint manager, and a program that knows the format: `verify`
/// names the first event that is wrong, and says why.
@Suite("Forgeries")
struct ForgeryTests {
    struct Forgery: Sendable, CustomTestStringConvertible {
        let name: String
        let place: String
        let english: String
        let forge: @Sendable (Forger) throws -> Void
        var testDescription: String { name }

        init(_ name: String, _ place: String, _ english: String, _ forge: @escaping @Sendable (Forger) throws -> Void) {
            (self.name, self.place, self.english, self.forge) = (name, place, english, forge)
        }
    }

    @Test("each is noticed: the first event that is wrong, and why", arguments: forgeries)
    func noticed(forgery: Forgery) throws {
        let forger = try Forger()
        #expect(try forger.desk.ledger.verify().fault == nil)
        try forgery.forge(forger)
        let fault = try forger.desk.ledger.verify().fault
        #expect(fault?.place == forgery.place)
        #expect(fault?.what.english == forgery.english)
        #expect(fault?.what.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } == true)
    }

    @Test("there are 40 at least, and no two are the same")
    func many() {
        #expect(ForgeryTests.forgeries.count >= 40)
        #expect(Set(ForgeryTests.forgeries.map(\.name)).count == ForgeryTests.forgeries.count)
    }

    @Test(
        "what stays possible: the end cut off and the whole founded anew show against a seal, and the new founder has another fingerprint"
    )
    func possible() throws {
        let forger = try Forger()
        let ledger = forger.desk.ledger
        let (seal, fingerprint) = (try ledger.endSeal(), try ledger.fingerprint(of: forger.desk.head.number))
        let last = try forger.last()
        let first = try forger.connection.integer("SELECT max(first) FROM signature") ?? 0
        try forger.connection.run("DELETE FROM event WHERE seq >= ?", first)
        try forger.connection.run("DELETE FROM signature WHERE last >= ?", first)
        try forger.rebuild()
        // Whoever has the file has what lies beside it.
        #expect(unlink(Witness(folder: forger.desk.path).path) == 0)
        #expect(try ledger.verify().fault == nil)
        let cut = try ledger.verify(seal: seal).fault
        #expect(cut?.place == "event \(last)")
        #expect(cut?.what.english == "the sealed event is not there: the end was cut off")
        let other = try PracticeFolder()
        #expect(try other.ledger.verify(seal: seal).fault?.what.english == "the sealed event is not there: the end was cut off")
        let founding = Founding(
            settings: other.ledger.settings,
            manager: other.head.number,
            managerName: "王建国",
            passcode: "another founder"
        )
        let folder = try PracticeFolder.makeFolder()
        defer { PracticeFolder.clear(folder) }
        #expect(try Ledger.found(founding, in: folder, clock: other.ledger.clock).fingerprint != fingerprint)
    }

    @Test("a seal says how much came after it")
    func afterSeal() throws {
        let forger = try Forger()
        let seal = try forger.desk.ledger.endSeal()
        #expect(try forger.desk.ledger.verify(seal: seal).afterSeal == 0)
        _ = try forger.desk.ledger.log(forger.desk.intake(), by: forger.desk.counter)
        // It comes from the customer of the first case: the tie to the latest like case is an event of its own.
        #expect(try forger.desk.ledger.verify(seal: seal).afterSeal == 2)
        #expect(try forger.desk.ledger.verify().afterSeal == nil)
    }

    // The desk of `Forger`: 1 founded, 2 to 5 staff; case 001: 6 and 7 logged and handed over, 8 its clock, 9 accepted, 10 found, 11 and 12 replied,
    // 13 and 14 signed; case 002: 15 to 18; case 003: 19.
    static let forgeries: [Forgery] = passcodes + people + names + times + signatures + contents + acts

    private static let passcodes = [
        Forgery(
            "a passcode row copied over the branch manager's",
            "passcode 1001",
            "the locked key is not the one registered for 1001: the row was changed, or put in place of the right one"
        ) {
            try $0.connection.execute("DELETE FROM passcode WHERE staff = '1001'; UPDATE passcode SET staff = '1001' WHERE staff = '1003'")
        },
        Forgery(
            "a new key under a known passcode in the branch manager's row",
            "passcode 1001",
            "the locked key is not the one registered for 1001: the row was changed, or put in place of the right one"
        ) { forger in
            let (sealed, _) = try SealedKey.make(passcode: "known to me", of: forger.desk.head.number, cost: .practice)
            try forger.connection.run(
                "UPDATE passcode SET salt = ?, nonce = ?, box = ?, proof = ? WHERE staff = '1001'",
                sealed.salt,
                sealed.nonce,
                sealed.box,
                sealed.proof
            )
        },
        Forgery(
            "a passcode made cheaper to try",
            "passcode 1002",
            "the locked key is not the one registered for 1002: the row was changed, or put in place of the right one"
        ) { try $0.connection.execute("UPDATE passcode SET mem_limit = 8192 WHERE staff = '1002'") },
        Forgery("a passcode row taken away", "passcode 1001", "the locked key of 1001 is missing") {
            try $0.connection.execute("DELETE FROM passcode WHERE staff = '1001'")
        },
        Forgery("a passcode row for nobody", "passcode 1099", "a locked key is kept for somebody who is not registered") {
            try $0.connection.execute(
                "INSERT INTO passcode SELECT '1099', salt, ops_limit, mem_limit, nonce, box, proof FROM passcode WHERE staff = '1003'"
            )
        },
        Forgery("another recovery key in the table", "table desk", "the table does not agree with the events (row 1)") { forger in
            try forger.connection.run("UPDATE desk SET recovery_key = ?", Hex.text(try SigningKey().publicKey))
        },
        Forgery("another key in the table of staff", "table staff", "the table does not agree with the events (row 1001)") { forger in
            let key = Hex.text(try forger.key(of: forger.desk.counter).publicKey)
            try forger.connection.run("UPDATE staff SET public_key = ? WHERE number = '1001'", key)
        },
    ]

    private static func member(_ number: String, _ key: SigningKey, _ role: Role = .branchManager) throws -> EventContent {
        let added = DeskEvent.StaffAdded(
            number: try PracticeFolder.number(number),
            name: "生造",
            role: role,
            publicKey: Hex.text(key.publicKey)
        )
        return try EventCoder().content(of: .staffAdded(added))
    }

    private static let people = [
        Forgery("a made-up member in the table alone", "table staff", "the table does not agree with the events (row 1099)") {
            try $0.connection.execute("INSERT INTO staff VALUES ('1099', '生造', 'branch-manager', 'aa', 0, NULL)")
        },
        Forgery("a made-up member that nobody signed for", "event 20", "nobody signed for it: 1001, under whose name it stands, did not") {
            forger in
            try forger.append(try member("1099", try SigningKey()), on: 0, by: "1001")
            try forger.rebuild()
        },
        Forgery("a made-up member signed with the clerk's key", "event 20", "it stands under 1001's name, but the key of 1003 signed it") {
            forger in
            try forger.append(
                try member("1099", try SigningKey()),
                on: 0,
                by: "1001",
                signedBy: try forger.key(of: forger.desk.counter)
            )
            try forger.rebuild()
        },
        Forgery("a member added by the clerk", "event 20", "1003 could not do this then: Only the branch manager may add staff") { forger in
            try forger.append(
                try member("1099", try SigningKey()),
                on: 0,
                by: "1003",
                signedBy: try forger.key(of: forger.desk.counter)
            )
            try forger.rebuild()
        },
        Forgery(
            "a made-up member who adds themselves",
            "event 20",
            "1099 could not do this then: Nobody at this desk has the staff number 1099. Check the number"
        ) { forger in
            let key = try SigningKey()
            try forger.append(try member("1099", key), on: 0, by: "1099", signedBy: key)
            try forger.rebuild()
        },
        Forgery("an act of somebody who is nobody here", "event 20", "1099, under whose name it stands, was not registered then") {
            forger in
            try forger.append(
                try forger.coder.content(of: Note(text: "x")),
                on: try forger.id(2),
                by: "1099",
                signedBy: try SigningKey()
            )
            try forger.rebuild()
        },
        Forgery(
            "the clerk resets the branch manager's passcode",
            "event 20",
            "1003 could not do this then: Only the branch manager may reset a passcode"
        ) {
            forger in
            let key = try SigningKey()
            let changed = DeskEvent.KeyChanged(number: forger.desk.head.number, publicKey: Hex.text(key.publicKey), way: .reset)
            try forger.append(
                try forger.coder.content(of: .keyChanged(changed)),
                on: 0,
                by: "1003",
                signedBy: try forger.key(of: forger.desk.counter)
            )
            try forger.rebuild()
        },
        Forgery(
            "the clerk changes it as if it were their own",
            "event 20",
            "1003 could not do this then: Only the branch manager may reset a passcode"
        ) {
            forger in
            let changed = DeskEvent.KeyChanged(number: forger.desk.head.number, publicKey: Hex.text(try SigningKey().publicKey), way: .own)
            try forger.append(
                try forger.coder.content(of: .keyChanged(changed)),
                on: 0,
                by: "1003",
                signedBy: try forger.key(of: forger.desk.counter)
            )
            try forger.rebuild()
        },
        Forgery("a recovery that the recovery key did not sign", "event 20", "it stands under 1001's name, but the key of 1003 signed it") {
            forger in
            let changed = DeskEvent.KeyChanged(
                number: forger.desk.head.number,
                publicKey: Hex.text(try SigningKey().publicKey),
                way: .recovery
            )
            try forger.append(
                try forger.coder.content(of: .keyChanged(changed)),
                on: 0,
                by: "1001",
                signedBy: try forger.key(of: forger.desk.counter)
            )
            try forger.rebuild()
        },
        Forgery(
            "a recovery key of the clerk's",
            "event 20",
            "1003 could not do this then: Only the branch manager may have a new recovery key"
        ) { forger in
            let set = DeskEvent.RecoveryKeySet(publicKey: Hex.text(try SigningKey().publicKey), isReplacement: true)
            try forger.append(
                try forger.coder.content(of: .recoveryKeySet(set)),
                on: 0,
                by: "1003",
                signedBy: try forger.key(of: forger.desk.counter)
            )
            try forger.rebuild()
        },
        Forgery("a recovery key as if the one before were used up", "event 20", "no act leads to it") { forger in
            let set = DeskEvent.RecoveryKeySet(publicKey: Hex.text(try SigningKey().publicKey), isReplacement: false)
            try forger.append(
                try forger.coder.content(of: .recoveryKeySet(set)),
                on: 0,
                by: "1003",
                signedBy: try forger.key(of: forger.desk.counter)
            )
            try forger.rebuild()
        },
        Forgery(
            "settings changed by the complaint manager",
            "event 20",
            "1002 could not do this then: Only the branch manager may change settings"
        ) { forger in
            var settings = forger.desk.ledger.settings
            settings.hotline = "0"
            try forger.append(
                try forger.coder.content(of: .settingsChanged(.init(settings: settings))),
                on: 0,
                by: "1002",
                signedBy: try forger.key(of: forger.desk.manager)
            )
            try forger.rebuild()
        },
    ]

    private static let names = [
        Forgery(
            "a note in another's name without a signature",
            "event 20",
            "nobody signed for it: 1002, under whose name it stands, did not"
        ) { forger in
            try forger.append(try forger.coder.content(of: Note(text: "x")), on: try forger.id(2), by: "1002")
            try forger.rebuild()
        },
        Forgery(
            "a note in another's name signed with one's own key",
            "event 20",
            "it stands under 1002's name, but the key of 1003 signed it"
        ) { forger in
            try forger.append(
                try forger.coder.content(of: Note(text: "x")),
                on: try forger.id(2),
                by: "1002",
                signedBy: try forger.key(of: forger.desk.counter)
            )
            try forger.rebuild()
        },
        Forgery(
            "a note in another's name signed with a key of nobody's",
            "event 20",
            "the signature of 1002 does not match: what it covers was changed, or somebody without 1002's passcode wrote it"
        ) { forger in
            try forger.append(
                try forger.coder.content(of: Note(text: "x")),
                on: try forger.id(2),
                by: "1002",
                signedBy: try SigningKey()
            )
            try forger.rebuild()
        },
        Forgery(
            "a note in another's name among one's own, under one signature",
            "event 21",
            "it stands under 1003's name among events of 1002, under one signature"
        ) { forger in
            try forger.append(try forger.coder.content(of: Note(text: "x")), on: try forger.id(2), by: "1002")
            try forger.append(
                try forger.coder.content(of: Note(text: "y")),
                on: try forger.id(3),
                by: "1003",
                signedBy: try forger.key(of: forger.desk.counter)
            )
            try forger.rebuild()
        },
        Forgery("the doer of an event changed", "event 9", "its header or its link was changed, or an event before it was replaced") {
            try $0.connection.execute("UPDATE event SET by = '1001' WHERE seq = 9")
        },
        Forgery("the doer changed, and the links computed anew", "event 9", "it stands under 1001's name, but the key of 1002 signed it") {
            forger in
            try forger.connection.execute("UPDATE event SET by = '1001' WHERE seq = 9")
            try forger.relink(from: 9)
            try forger.resignAll(
                from: 9,
                else: try forger.key(of: forger.desk.manager),
                knowing: ["1003": try forger.key(of: forger.desk.counter)]
            )
            try forger.rebuild()
        },
        Forgery(
            "an act as if for the branch manager",
            "event 20",
            "it is written down as done for somebody for whom it was not done"
        ) { forger in
            try forger.append(
                try forger.coder.content(of: Note(text: "x")),
                on: try forger.id(2),
                by: "1002",
                for: "1001",
                signedBy: try forger.key(of: forger.desk.manager)
            )
            try forger.rebuild()
        },
    ]

    private static let times = [
        Forgery(
            "a note dated back by a day",
            "event 20",
            "its time is 86400 s before that of the event before it: it was dated back"
        ) { forger in
            try forger.append(
                try forger.coder.content(of: Note(text: "x")),
                on: try forger.id(2),
                by: "1002",
                at: forger.desk.ledger.clock.now().adding(seconds: -86_400),
                signedBy: try forger.key(of: forger.desk.manager)
            )
            try forger.rebuild()
        },
        Forgery("a clock that is said to have stood behind", "event 20", "it does not say rightly how the computer's clock stood") {
            forger in
            try forger.append(
                try forger.coder.content(of: Note(text: "x"), Circumstances(clock: .behind(60_000))),
                on: try forger.id(2),
                by: "1002",
                at: forger.desk.ledger.clock.now().adding(seconds: 1),
                signedBy: try forger.key(of: forger.desk.manager)
            )
            try forger.rebuild()
        },
        Forgery("the time of an act moved", "event 12", "its header or its link was changed, or an event before it was replaced") {
            try $0.connection.execute("UPDATE event SET at = at - 1000 WHERE seq = 12")
        },
    ]

    private static let signatures = [
        Forgery("a signature taken away", "event 9", "nobody signed for it: 1002, under whose name it stands, did not") {
            try $0.connection.execute("DELETE FROM signature WHERE last = 9")
        },
        Forgery(
            "two signatures changed about",
            "event 9",
            "the signature of 1002 does not match: what it covers was changed, or somebody without 1002's passcode wrote it"
        ) {
            try $0.connection.execute(
                """
                CREATE TEMP TABLE other AS SELECT * FROM signature WHERE last IN (9, 10);
                UPDATE signature SET signature = (SELECT signature FROM other WHERE other.last = 19 - signature.last) WHERE last IN (9, 10);
                DROP TABLE other
                """
            )
        },
        Forgery("another law than that of the program", "event 9", "it names version 2 of the rules, which this program does not know") {
            try $0.connection.execute("UPDATE signature SET law = 2 WHERE last = 9")
        },
        Forgery("one signature under two", "event 9", "two signatures cover it") {
            try $0.connection.execute("UPDATE signature SET first = 9 WHERE last = 10")
        },
        Forgery(
            "a signature for an event that is not there",
            "event 99",
            "a signature covers it, but the event is not there: the end was cut off"
        ) {
            try $0.connection.execute("INSERT INTO signature SELECT 99, 20, law, signature FROM signature WHERE last = 19")
        },
        Forgery(
            "a refused sign-in in another's name",
            "event 20",
            "a refused sign-in that no wrong passcode can have left"
        ) { forger in
            let refused = DeskEvent.signInRefused(.init(number: forger.desk.head.number, count: 1))
            try forger.append(try forger.coder.content(of: refused), on: 0, by: forger.desk.counter.number.text)
        },
        Forgery(
            "a refused sign-in that nothing can have counted",
            "event 20",
            "a refused sign-in that no wrong passcode can have left"
        ) { forger in
            let refused = DeskEvent.signInRefused(.init(number: forger.desk.head.number, count: .min))
            try forger.append(try forger.coder.content(of: refused), on: 0, by: forger.desk.head.number.text)
        },
        Forgery(
            "a refused sign-in that bears a signature",
            "event 20",
            "a refused sign-in bears a signature; it grants nothing and has none"
        ) { forger in
            try forger.append(
                try forger.coder.content(of: .signInRefused(.init(number: forger.desk.head.number, count: 1))),
                on: 0,
                by: "1001",
                signedBy: try forger.key(of: forger.desk.counter)
            )
        },
        Forgery(
            "a key that was replaced signs once more",
            "event 21",
            "1003 signed it with a key that was not registered for 1003 at that place"
        ) { forger in
            let person = try forger.desk.ledger.signIn(forger.desk.counter.number, passcode: PracticeFolder.passcode)
            _ = try forger.desk.ledger.changePasscode(of: person, to: "changed for good")
            try forger.append(try forger.coder.content(of: Note(text: "x")), on: try forger.id(3), by: "1003", signedBy: person.key)
            try forger.rebuild()
        },
        Forgery(
            "the whole chain computed anew by the complaint manager",
            "event 2",
            "it stands under 1001's name, but the key of 1002 signed it"
        ) { forger in
            try forger.change(1, "95533", to: "95534")
            try forger.change(1, "0379-65920000", to: "0379-65920001")
            try forger.relink(from: 1)
            try forger.resignAll(from: 1, else: try forger.key(of: forger.desk.manager))
            try forger.rebuild()
        },
    ]

    private static let contents = [
        Forgery("a text changed", "event 10", "its contents were changed") { try $0.change(10, "加开窗口", to: "关闭窗口") },
        Forgery("a text and its digest changed", "event 10", "its header or its link was changed, or an event before it was replaced") {
            forger in
            try forger.change(10, "加开窗口", to: "关闭窗口")
            let digest = try forger.connection.first("SELECT content, salt FROM event WHERE seq = 10") { row throws(LedgerError) in
                ChainHash.digest(content: row.bytes(0), salt: row.bytes(1))
            }
            try forger.connection.run("UPDATE event SET digest = ? WHERE seq = 10", digest)
        },
        Forgery(
            "a text changed, and all links computed anew",
            "event 10",
            "the signature of 1002 does not match: what it covers was changed, or somebody without 1002's passcode wrote it"
        ) { forger in
            try forger.change(10, "加开窗口", to: "关闭窗口")
            try forger.relink(from: 10)
            try forger.rebuild()
        },
        Forgery(
            "one's own text changed under the branch manager's signature, all known keys used",
            "event 14",
            "it stands under 1001's name, but the key of 1002 signed it"
        ) { forger in
            try forger.change(10, "加开窗口", to: "关闭窗口")
            try forger.relink(from: 10)
            try forger.resignAll(
                from: 10,
                else: try forger.key(of: forger.desk.manager),
                knowing: ["1003": try forger.key(of: forger.desk.counter)]
            )
            try forger.rebuild()
        },
        Forgery("the salt of a text changed", "event 10", "its contents were changed") {
            try $0.connection.execute("UPDATE event SET salt = randomblob(16) WHERE seq = 10")
        },
        Forgery("contents taken away without an erasure", "event 10", "its contents are missing, and no erasure explains it") {
            try $0.connection.execute("UPDATE event SET content = NULL, salt = NULL WHERE seq = 10")
        },
        Forgery("an event taken away", "event 10", "the event is missing") {
            try $0.connection.execute("DELETE FROM event WHERE seq = 10")
        },
        Forgery("a note moved to another case", "event 18", "its header or its link was changed, or an event before it was replaced") {
            try $0.connection.execute("UPDATE event SET case_id = 6 WHERE seq = 18")
        },
        Forgery(
            "an unsigned case replaced by filler, with the keys that are known",
            "event 19",
            "the signature of 1003 does not match: what it covers was changed, or somebody without 1003's passcode wrote it"
        ) { forger in
            try forger.change(19, "自助机吞卡", to: "无事")
            try forger.relink(from: 19)
            try forger.rebuild()
        },
        Forgery("contents that are no such event", "event 20", "its contents are not what its kind says") { forger in
            try forger.append(
                EventContent(kind: "noted", bytes: Array("{}".utf8)),
                on: try forger.id(2),
                by: "1002",
                signedBy: try forger.key(of: forger.desk.manager)
            )
        },
    ]

    /// An act on a case, signed for by somebody in their own name.
    private static func act(_ forger: Forger, _ event: any CaseEvent, on serial: Int?, by actor: Actor) throws {
        try forger.append(
            try forger.coder.content(of: event),
            on: try serial.map { try forger.id($0) },
            by: actor.number.text,
            signedBy: try forger.key(of: actor)
        )
        try forger.rebuild()
    }

    private static let acts = [
        Forgery("a sign-off by the clerk", "event 20", "1003 could not do this then: Sign: only the branch manager may do that") { forger in
            try act(forger, SignOff(), on: 3, by: forger.desk.counter)
        },
        Forgery("a sign-off by the complaint manager", "event 20", "1002 could not do this then: Sign: only the branch manager may do that")
        { forger in
            try act(forger, SignOff(), on: 2, by: forger.desk.manager)
        },
        Forgery("a sign-off in the branch manager's name", "event 20", "it stands under 1001's name, but the key of 1002 signed it") {
            forger in
            try forger.append(
                try forger.coder.content(of: SignOff()),
                on: try forger.id(2),
                by: "1001",
                signedBy: try forger.key(of: forger.desk.manager)
            )
            try forger.rebuild()
        },
        Forgery(
            "a note on a case that is signed",
            "event 20",
            "1002 could not do this then: Note: the case is signed and locked. What came later goes into an addendum"
        ) { forger in
            try act(forger, Note(text: "x"), on: 1, by: forger.desk.manager)
        },
        Forgery(
            "a promise beyond the clerk's authority",
            "event 20",
            "1003 could not do this then: 9000.00 is beyond your authority of 200.00; only head office could promise it"
        ) { forger in
            var answer = Answer(text: "x")
            answer.amount = Amount("9000")
            try act(forger, answer, on: 3, by: forger.desk.counter)
        },
        Forgery("a clock with a later end", "event 20", "no act leads to it") { forger in
            let clock = Clock(
                .reply,
                started: forger.desk.ledger.clock.now(),
                due: forger.desk.ledger.clock.now().adding(seconds: 9_999_999)
            )
            try act(forger, ClockStarted(clock: clock), on: 3, by: forger.desk.counter)
        },
        Forgery("an answer without its clock", "event 20", "the rules make something else of this act than what is written down") {
            forger in
            try act(forger, Answer(text: "x"), on: 3, by: forger.desk.counter)
        },
        Forgery("a number left out", "number 0379-2611-009", "a number before it is missing: they are given without gaps") { forger in
            let first = try forger.event("logged", 3)
            let content = try forger.connection.first("SELECT content FROM event WHERE seq = ?", first) { row throws(LedgerError) in
                row.bytes(0)
            }
            let text = String(decoding: content ?? [], as: UTF8.self).replacing("0379-2611-003", with: "0379-2611-009")
            try forger.append(
                EventContent(kind: "logged", bytes: Array(text.utf8)),
                on: nil,
                by: "1003",
                signedBy: try forger.key(of: forger.desk.counter)
            )
            try forger.rebuild()
        },
        Forgery("a case that begins in the middle", "event 20", "no act leads to it") { forger in
            try forger.append(
                try forger.coder.content(of: Note(text: "x")),
                on: nil,
                by: "1003",
                signedBy: try forger.key(of: forger.desk.counter)
            )
        },
        Forgery("an event of a case that is not there", "event 20", "the case that it belongs to is not there") { forger in
            try forger.append(
                try forger.coder.content(of: Note(text: "x")),
                on: 7,
                by: "1003",
                signedBy: try forger.key(of: forger.desk.counter)
            )
        },
        Forgery("a tie to a case that tells of none", "event 20", "no act leads to it") { forger in
            try act(forger, Linked(number: "0379-2611-001", tie: .absorbed), on: 2, by: forger.desk.manager)
        },
        Forgery(
            "history brought in by the clerk",
            "event 20",
            "1003 could not do this then: Only the branch manager may import cases"
        ) {
            forger in
            let number = try #require(CaseNumber("0379-2611-004"))
            try act(forger, Imported(number: number, intake: forger.desk.intake()), on: nil, by: forger.desk.counter)
        },
        Forgery("a row in a table of cases changed", "case 0379-2611-002", "table complaint does not agree with the events") {
            try $0.connection.execute("UPDATE complaint SET customer = 'x' WHERE serial = 2")
        },
    ]
}
