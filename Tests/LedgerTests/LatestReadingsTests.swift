import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import Ledger

/// Cases that were read are kept for a while; what other desks write meanwhile counts all the same.
@Suite("A case that was read before")
struct LatestReadingsTests {
    private let desk: PracticeFolder
    private let other: Ledger

    init() throws {
        desk = try PracticeFolder()
        other = try desk.another()
    }

    /// The case as a program reads it that has just begun.
    private func plain(_ number: String) throws -> Ledger.Stored {
        let fresh = try Ledger(folder: desk.path, clock: desk.ledger.clock)
        defer { fresh.close() }
        return try fresh.open(number, by: desk.head).stored
    }

    @Test("is read on from where it ended, and comes to what all its events make")
    func readOn() throws {
        let number = try desk.ledger.log(desk.intake(), by: desk.counter).state.number.description
        #expect(try desk.ledger.open(number, by: desk.head).events.count == 1)
        for text in ["第一次联系", "第二次联系"] {
            if text == "第一次联系" { _ = try other.perform(.accept, on: number, by: desk.manager) }
            _ = try other.perform(.note(.init(text: text)), on: number, by: desk.manager)
            let (read, wanted) = (try desk.ledger.open(number, by: desk.head).stored, try plain(number))
            #expect(read.state == wanted.state && read.events.map(\.seq) == wanted.events.map(\.seq))
            #expect((read.events.last?.event as? Note)?.text == text)
        }
    }

    @Test("is forgotten where another desk erased its words")
    func erased() throws {
        let number = try desk.repliedCase("六指猫在柜台上睡觉").state.number.description
        let signer = try desk.ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        _ = try desk.ledger.perform(.sign, on: number, by: desk.head, key: signer)
        try desk.passYears(to: "2029-11-25T09:00:00+08:00")
        #expect(try desk.ledger.open(number, by: desk.head).state.intake.text == "六指猫在柜台上睡觉")
        let other = try desk.another()
        #expect(try other.erase(closedBefore: try #require(Day("2026-11-25")), by: desk.head).numbers == [number])
        try desk.ledger.refresh()
        #expect(try desk.ledger.open(number, by: desk.head).state.intake.text == "")
        #expect(try desk.ledger.open(number, by: desk.head).state == (try plain(number).state))
    }

    @Test("is judged anew where another desk declared that the clock was wrong")
    func judgedAnew() throws {
        let (ledger, desk) = (desk.ledger, desk)
        let before = try ledger.log(desk.intake(), by: desk.counter)
        try desk.setClock("2030-11-04T10:00:00+08:00")
        let number = try ledger.log(desk.intake("空调太冷", customer: "孙先生"), by: desk.counter)
        #expect(number.id == before.id + 1)
        try desk.setClock("2026-11-23T10:00:00+08:00")
        let read = try ledger.open(number.state.number.description, by: desk.head).state
        try desk.another().declareWrong(WrongClock(from: number.id, to: number.id, reason: "主板电池耗尽"), by: desk.head)
        try ledger.refresh()
        let anew = try ledger.open(number.state.number.description, by: desk.head).state
        #expect(anew.intake.received < read.intake.received)
        #expect(anew == (try plain(number.state.number.description).state))
    }
}
