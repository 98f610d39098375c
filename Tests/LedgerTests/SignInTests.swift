import DeskTestSupport
import Synchronization
import Testing

@testable import ComplaintRules
@testable import Ledger

/// A clock whose two hands are moved by the test: the date, and how long the machine has run.
private final class TwoClocks: Sendable {
    let date: Mutex<Moment>
    let running: Mutex<RunningTime>

    init(_ date: Moment) {
        self.date = Mutex(date)
        running = Mutex(RunningTime(boot: "first", milliseconds: 1_000_000))
    }

    var clock: DeskClock { DeskClock({ self.date.withLock { $0 } }, running: { self.running.withLock { $0 } }) }

    func pass(seconds: Int64) { running.withLock { $0.milliseconds += seconds * 1000 } }
}

@Suite("Signing in, and wrong passcodes")
struct SignInTests {
    private let desk: PracticeFolder
    private let clocks: TwoClocks
    private var ledger: Ledger { desk.ledger }

    init() throws {
        desk = try PracticeFolder()
        clocks = TwoClocks(desk.ledger.clock.now())
        desk.ledger.clock = clocks.clock
    }

    private func attempt(_ number: String = "1003", _ passcode: String = "wrong") throws -> SignInRefusal? {
        do {
            _ = try ledger.signIn(try PracticeFolder.number(number), passcode: passcode)
            return nil
        } catch let refusal as SignInRefusal {
            return refusal
        }
    }

    @Test("three in a row are free, then each costs twice the time of the one before, measured by how long the machine has run")
    func waits() throws {
        for _ in 1...3 { #expect(try attempt() == .wrong) }
        for seconds: Int64 in [2, 4, 8] {
            #expect(try attempt("1003", PracticeFolder.passcode) == .wait(seconds: seconds), "the right one waits too")
            clocks.pass(seconds: seconds - 1)
            #expect(try attempt() == .wait(seconds: 1))
            clocks.pass(seconds: 1)
            #expect(try attempt() == .wrong)
        }
        clocks.pass(seconds: 16)
        #expect(try attempt("1003", PracticeFolder.passcode) == nil)
        #expect(try attempt() == .wrong)
        #expect(try attempt("1003", PracticeFolder.passcode) == nil, "the right one begins the count anew")
        #expect(try ledger.verify().fault == nil)
    }

    @Test("no date shortens a wait or makes it longer")
    func dates() throws {
        for _ in 1...4 { _ = try attempt() }
        for days: Int64 in [-40_000, -1, 1, 40_000] {
            clocks.date.withLock { $0 = $0.adding(seconds: days * 86_400) }
            #expect(try attempt() == .wait(seconds: 2))
            clocks.date.withLock { $0 = $0.adding(seconds: -days * 86_400) }
        }
        clocks.pass(seconds: 2)
        #expect(try attempt("1003", PracticeFolder.passcode) == nil)
    }

    @Test("after a restart the wait begins anew, an hour at most")
    func restart() throws {
        try ledger.connection.run("INSERT INTO attempt VALUES ('staff 1003', 50, 'first', 0)")
        #expect(try attempt() == .wait(seconds: 2600))
        clocks.running.withLock { $0 = RunningTime(boot: "second", milliseconds: 5_000) }
        #expect(try attempt() == .wait(seconds: 3600))
        clocks.pass(seconds: 600)
        #expect(try attempt() == .wait(seconds: 3000))
        clocks.pass(seconds: 3000)
        #expect(try attempt("1003", PracticeFolder.passcode) == nil)
    }

    @Test("counters that only a changed file has lock nobody out for good, and trap nothing")
    func extremes() throws {
        for (failures, at) in [(Int64.max, Int64.max), (.max, .min), (.min, .min), (-1, 0), (.max, 0)] {
            try ledger.connection.run("INSERT OR REPLACE INTO attempt VALUES ('staff 1003', ?, 'first', ?)", failures, at)
            if case .wait(let seconds)? = try attempt("1003", PracticeFolder.passcode) {
                #expect(seconds <= 3600)
                clocks.pass(seconds: 3600)
                #expect(try attempt("1003", PracticeFolder.passcode) == nil)
            }
        }
    }

    @Test("attempts are counted before they are tried: side by side no more are free than one after the other")
    func sideBySide() throws {
        let wrongs = Mutex(0)
        let path = desk.path
        let clock = clocks.clock
        let problems = Crowd.run(8) { _ in
            let mine = try Ledger(folder: path, clock: clock)
            for _ in 1...3 {
                do {
                    _ = try mine.signIn(try PracticeFolder.number("1003"), passcode: "wrong")
                } catch SignInRefusal.wrong {
                    wrongs.withLock { $0 += 1 }
                } catch SignInRefusal.wait {}
            }
        }
        #expect(problems == [])
        #expect(wrongs.withLock { $0 } == 3)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("all who come at once with the right passcode are let in: none counts as a wrong one for another")
    func rightOnesAtOnce() throws {
        let path = desk.path
        let clock = clocks.clock
        let problems = Crowd.run(8) { _ in
            let mine = try Ledger(folder: path, clock: clock)
            _ = try mine.signIn(try PracticeFolder.number("1003"), passcode: PracticeFolder.passcode)
        }
        #expect(problems == [])
    }

    @Test("the number of nobody is told the same, waits the same, and is recorded as well")
    func nobody() throws {
        for number in ["4711", "1003"] {
            for _ in 1...3 { #expect(try attempt(number) == .wrong) }
            #expect(try attempt(number) == .wait(seconds: 2))
        }
        var refused: [String] = []
        try EventReader(ledger.connection).forEachDeskEvent { happened throws(LedgerError) in
            if case .signInRefused(let refusal) = happened.event { refused.append("\(refusal.number) \(refusal.count)") }
        }
        #expect(refused == ["4711 1", "4711 2", "4711 3", "1003 1", "1003 2", "1003 3"])
        // The counters of nobody are forgotten an hour later, by the next attempt.
        clocks.pass(seconds: 3601)
        #expect(try attempt("4712") == .wrong)
        #expect(try ledger.connection.integer("SELECT count(*) FROM attempt WHERE door = 'staff 4711'") == 0)
        #expect(try ledger.connection.integer("SELECT count(*) FROM attempt WHERE door = 'staff 1003'") == 1)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("that somebody has left is told only to who knows their passcode")
    func left() throws {
        try ledger.edit(desk.auditor.number, .leave, by: desk.head)
        #expect(try attempt("1009") == .wrong)
        #expect(try attempt("1009", PracticeFolder.passcode) == .retired)
    }

    @Test("the branch manager lifts a lock-out, nobody else")
    func unlock() throws {
        for _ in 1...4 { _ = try attempt() }
        #expect(throws: Refusal.deskActRoleMayNot(.unlock)) { try ledger.unlock(desk.counter.number, by: desk.manager) }
        #expect(try attempt("1003", PracticeFolder.passcode) == .wait(seconds: 2))
        try ledger.unlock(desk.counter.number, by: desk.head)
        #expect(try attempt("1003", PracticeFolder.passcode) == nil)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("a row copied over another's opens nothing: the key that it locks is not the one registered")
    func copiedRow() throws {
        try ledger.connection.execute(
            "DELETE FROM passcode WHERE staff = '1001'; UPDATE passcode SET staff = '1001' WHERE staff = '1003'"
        )
        #expect(try attempt("1001", PracticeFolder.passcode) == .wrong)
    }
}

@Suite("Keys, and passcodes given by others")
struct KeyChangeTests {
    @Test("a changed passcode is a new key, for which the old one signed; what the old one signed stays good")
    func change() throws {
        let desk = try PracticeFolder()
        let number = try desk.ledger.log(desk.intake(), by: desk.counter).state.number.description
        let before = try desk.ledger.fingerprint(of: desk.counter.number)
        let person = try desk.ledger.signIn(desk.counter.number, passcode: PracticeFolder.passcode)
        _ = try desk.ledger.changePasscode(of: person, to: "changed for good")
        #expect(try desk.ledger.fingerprint(of: desk.counter.number) != before)
        _ = try desk.ledger.perform(.note(.init(text: "x")), on: number, by: desk.counter)
        #expect(throws: SignInRefusal.wrong) { try desk.ledger.signIn(desk.counter.number, passcode: PracticeFolder.passcode) }
        #expect(try desk.ledger.signIn(desk.counter.number, passcode: "changed for good").actor.number == desk.counter.number)
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("a session whose key was replaced signs in again, and what it was about to do has not happened")
    func replaced() throws {
        let desk = try PracticeFolder()
        let other = try desk.another()
        try desk.ledger.resetPasscode(of: desk.counter.number, to: "for the first day", by: desk.head)
        #expect(throws: SignInRefusal.again) { try other.log(desk.intake(), by: desk.counter) }
        #expect(try other.rows(RegisterQuery(.everything), limit: 1).isEmpty)
        _ = try other.signIn(desk.counter.number, passcode: "for the first day")
        _ = try other.log(desk.intake(), by: desk.counter)
        #expect(try other.verify().fault == nil)
        other.close()
    }

    @Test("whoever signed out does nothing more in their name")
    func signedOut() throws {
        let desk = try PracticeFolder()
        desk.ledger.signOut(desk.counter.number)
        #expect(throws: SignInRefusal.again) { try desk.ledger.log(desk.intake(), by: desk.counter) }
        _ = try desk.ledger.log(desk.intake(), by: desk.manager)
    }

    @Test("on a real desk acts say who gave the passcode, until it is changed; on a practice desk nobody asks")
    func given() throws {
        let practice = try PracticeFolder()
        #expect(practice.ledger.rules.passcodeGivers(of: practice.counter.number) == [])
        var settings = practice.ledger.settings
        settings.isPractice = false
        let folder = try PracticeFolder.makeFolder()
        defer { PracticeFolder.clear(folder) }
        let founding = Founding(settings: settings, manager: practice.head.number, managerName: "王建国", passcode: PracticeFolder.passcode)
        let ledger = try Ledger.found(founding, in: folder, clock: practice.ledger.clock).ledger
        let clerk = practice.counter.number
        let member = StaffMember(number: clerk, name: "张伟", role: .counter)
        try ledger.addStaff(member, passcode: "for the first day", by: practice.head)
        #expect(ledger.rules.passcodeGivers(of: clerk) == [practice.head.number])
        let person = try ledger.signIn(clerk, passcode: "for the first day")
        let first = try ledger.log(practice.intake(), by: person.actor)
        #expect(first.events.map(\.passcodeGivenBy) == [[practice.head.number]])
        #expect(throws: Refusal.passcodeWeak(.unchanged)) { try ledger.changePasscode(of: person, to: "for the first day") }
        // So do acts of the desk and of the comment book, in the audit trail and beside the day.
        let manager = StaffMember(number: practice.manager.number, name: "李敏", role: .complaintManager)
        try ledger.addStaff(manager, passcode: "for the first day", by: practice.head)
        let reviewer = try ledger.signIn(manager.number, passcode: "for the first day").actor
        let day = ledger.rules.zone.day(at: ledger.now)
        try ledger.perform(.open(day, reason: ""), by: reviewer)
        try ledger.perform(.nothing(day), by: reviewer)
        var marks: [String] = []
        try ledger.audit(by: practice.head) { marks.append("\($0.kind) \($0.passcodeGivenBy.first?.text ?? "own")") }
        #expect(marks.suffix(4) == ["logged 1001", "staff-added own", "book-opened 1001", "book-closed 1001"])
        #expect(try ledger.bookPasscodeGivers(from: day, to: day) == [day: [practice.head.number]])
        #expect(try ledger.bookPasscodeGivers(from: day.adding(days: 1), to: day.adding(days: 9)).isEmpty)
        let changed = try ledger.changePasscode(of: person, to: "one of my own")
        #expect(ledger.rules.passcodeGivers(of: clerk) == [])
        let second = try ledger.log(practice.intake("another matter"), by: changed.actor)
        #expect(second.events.allSatisfy { $0.passcodeGivenBy.isEmpty })
        let read = try ledger.open("0379-2611-001", by: person.actor)
        let words = CaseWords(.english, ledger.rules, showsContacts: true, arrow: ">")
        #expect(read.events.map { words.doer($0) } == ["1003 张伟 (passcode given by 1001 王建国)"])
        #expect(try ledger.verify().fault == nil)
        ledger.close()
    }

    @Test("what is done to the desk with a given passcode is kept the same by the act, by verify and by rebuilding")
    func givenAtTheDesk() throws {
        let practice = try PracticeFolder()
        var settings = practice.ledger.settings
        settings.isPractice = false
        let folder = try PracticeFolder.makeFolder()
        defer { PracticeFolder.clear(folder) }
        let head = practice.head.number
        let founding = Founding(settings: settings, manager: head, managerName: "王建国", passcode: PracticeFolder.passcode)
        let founded = try Ledger.found(founding, in: folder, clock: practice.ledger.clock)
        let ledger = founded.ledger
        func admit(_ number: String, _ name: String, _ role: Role, by actor: Actor) throws -> Actor {
            let member = StaffMember(number: try #require(StaffNumber(number)), name: name, role: role)
            try ledger.addStaff(member, passcode: "for the first day", by: actor)
            return try ledger.signIn(member.number, passcode: "for the first day").actor
        }
        let second = try admit("1010", "周明", .branchManager, by: founded.founder.actor)
        let third = try admit("1011", "吴越", .branchManager, by: second)
        let manager = try admit("1002", "李敏", .complaintManager, by: third)
        #expect(ledger.rules.passcodeGivers(of: manager.number) == [third.number, second.number, head])
        let day = ledger.rules.zone.day(at: ledger.now)
        let standIn = StandIn(absent: manager.number, standIn: third.number, from: day, to: day.adding(days: 3))
        try ledger.nameStandIn(standIn, by: third)
        try ledger.resetPasscode(of: second.number, to: "for another day", by: third)
        // Whoever gave a passcode to whoever gave theirs is no stranger to their own.
        #expect(ledger.rules.passcodeGivers(of: second.number) == [third.number, head])
        let kept = ledger.rules
        #expect(kept.standIns.map(\.namedBy) == [[third.number, second.number, head]])
        #expect(try ledger.verify().fault == nil)
        try ledger.rebuild(by: founded.founder.actor)
        #expect(try ledger.verify().fault == nil)
        #expect(ledger.rules.staff == kept.staff)
        #expect(ledger.rules.standIns == kept.standIns)
        ledger.close()
    }

    @Test("the recovery key gives the branch manager a new key, once; another takes its place")
    func recovery() throws {
        let practice = try PracticeFolder()
        let folder = try PracticeFolder.makeFolder()
        defer { PracticeFolder.clear(folder) }
        let (head, settings) = (practice.head.number, practice.ledger.settings)
        let founding = Founding(settings: settings, manager: head, managerName: "王建国", passcode: PracticeFolder.passcode)
        let founded = try Ledger.found(founding, in: folder, clock: practice.ledger.clock)
        let ledger = founded.ledger
        let member = StaffMember(number: practice.counter.number, name: "张伟", role: .counter)
        try ledger.addStaff(member, passcode: "first day", by: practice.head)
        #expect(throws: Refusal.deskActRoleMayNot(.replaceRecoveryKey)) {
            try ledger.recover(practice.counter.number, with: founded.recoveryKey, to: "mine from now on")
        }
        let (person, next) = try ledger.recover(head, with: founded.recoveryKey.lowercased(), to: "found again")
        try ledger.change("hotline", to: "95533", by: person.actor)
        #expect(throws: SignInRefusal.wrong) { try ledger.recover(head, with: founded.recoveryKey, to: "once more") }
        #expect(throws: SignInRefusal.wrong) { try ledger.signIn(head, passcode: PracticeFolder.passcode) }
        _ = try ledger.signIn(head, passcode: "found again")
        _ = try ledger.recover(head, with: next, to: "and a second time")
        let printed = try ledger.replaceRecoveryKey(by: person.actor)
        #expect(throws: Refusal.deskActRoleMayNot(.replaceRecoveryKey)) {
            _ = try ledger.signIn(practice.counter.number, passcode: "first day")
            return try ledger.replaceRecoveryKey(by: practice.counter)
        }
        _ = try ledger.recover(head, with: printed, to: "and a third time")
        #expect(try ledger.verify().fault == nil)
        ledger.close()
    }

    @Test("recovery keys have a counter of their own: wrong passcodes do not lock it, and wrong keys lock no passcode")
    func counters() throws {
        let desk = try PracticeFolder()
        for _ in 1...3 {
            #expect(throws: SignInRefusal.wrong) { try desk.ledger.recover(desk.head.number, with: "wrong", to: "mine from now on") }
        }
        #expect(throws: SignInRefusal.wait(seconds: 2)) { try desk.ledger.recover(desk.head.number, with: "wrong", to: "mine from now on") }
        _ = try desk.ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("acts of several people in one transaction are signed by each")
    func batch() throws {
        let desk = try PracticeFolder()
        try desk.ledger.batch {
            for index in 1...2 {
                let number = try desk.ledger.log(
                    desk.intake("\(index)"),
                    then: [.handOver(.init(to: desk.manager.number))],
                    by: desk.counter
                ).state.number.description
                _ = try desk.ledger.perform(.accept, on: number, by: desk.manager)
            }
        }
        let spans = try desk.ledger.connection.integer("SELECT count(*) FROM signature WHERE first > 5")
        #expect(spans == 4)
        #expect(try desk.ledger.verify().fault == nil)
        #expect(throws: SignInRefusal.again) {
            try desk.ledger.batch {
                _ = try desk.ledger.log(desk.intake("3"), by: desk.counter)
                desk.ledger.signOut(desk.manager.number)
                _ = try desk.ledger.log(desk.intake("4"), by: desk.manager)
            }
        }
        #expect(try desk.ledger.verify().cases == 2)
    }
}
