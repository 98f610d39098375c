import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import Ledger

@Suite("Entries of the comment book and their reviews")
struct BookEntryTests {
    private func entry(_ desk: PracticeFolder, _ text: String) -> Intake {
        Intake(channel: .commentBook, received: desk.ledger.clock.now(), text: text)
    }

    @Test("A case of the book that no review knows is tied to the next one, and makes nil impossible")
    func loose() throws {
        let desk = try PracticeFolder()
        let (ledger, today) = (desk.ledger, Day("2026-11-20")!)
        let first = try ledger.log(entry(desk, "叫号机不动"), by: desk.counter).state.number.description
        #expect(try ledger.looseBookEntries() == [first])
        #expect(try ledger.perform(.open(today, reason: ""), by: desk.manager).entries == [first])
        #expect(throws: Refusal.bookHasEntries(1)) { try ledger.perform(.nothing(today), by: desk.manager) }
        let tied = try ledger.logEntry(entry(desk, "灯光太暗"), on: today, by: desk.manager).state.number.description
        let second = try ledger.log(entry(desk, "没有纸杯"), by: desk.counter).state.number.description
        #expect(try ledger.looseBookEntries() == [second])
        #expect(try ledger.perform(.close(today), by: desk.manager).entries == [first, tied, second])
        #expect(try ledger.looseBookEntries().isEmpty)
        // After the review has ended it belongs to the next day's.
        let third = try ledger.log(entry(desk, "座椅坏了"), by: desk.counter).state.number.description
        try desk.setClock("2026-11-23T09:30:00+08:00")
        #expect(try ledger.perform(.open(Day("2026-11-23")!, reason: ""), by: desk.manager).entries == [third])
        #expect(try ledger.verify().fault == nil)
    }

    @Test("an entry of a day that was found without any, logged since, is told beside the day")
    func entriesSinceNil() throws {
        let desk = try PracticeFolder()
        let (ledger, today) = (desk.ledger, Day("2026-11-20")!)
        try ledger.perform(.open(today, reason: ""), by: desk.manager)
        try ledger.perform(.nothing(today), by: desk.manager)
        #expect(try ledger.entriesLoggedSince(from: today, to: today).isEmpty)
        _ = try ledger.log(entry(desk, "叫号机不动"), by: desk.counter)
        #expect(try ledger.entriesLoggedSince(from: today, to: today) == [today: 1])
    }

    @Test("a day corrected to have no entries stands so no longer once one of it is logged, and that is said")
    func entriesSinceCorrection() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let days = ["2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25"].map { Day($0)! }
        try desk.setClock("2026-11-26T09:30:00+08:00")
        _ = try ledger.log(desk.intake(), by: desk.counter)
        try ledger.correctBook(on: days[0], to: .nothing, reason: "已看", by: desk.head)
        try ledger.correctBook(on: days[1], to: .closed, reason: "停电", by: desk.head)
        try ledger.correctOpening(on: days[2], isOpen: false, reason: "装修", by: desk.head)
        try ledger.correctBook(on: days[3], to: .late, reason: "补看", by: desk.head)
        func statuses() throws -> [BookDay.Status] {
            try days.map { try #require(try ledger.bookStatus(from: $0, to: $0).first).status }
        }
        #expect(try statuses() == [.nothing, .closed, .closed, .late])
        #expect(try ledger.entriesAgainstCorrections(from: days[0], to: days[3]).isEmpty)
        for day in ["20", "23", "24", "25"] {
            var intake = entry(desk, "叫号机不动 \(day)")
            intake.received = try PracticeFolder.moment("2026-11-\(day)T10:00:00+08:00")
            _ = try ledger.log(intake, by: desk.counter)
        }
        #expect(try statuses() == [.missed, .missed, .missed, .late])
        #expect(try ledger.entriesAgainstCorrections(from: days[0], to: days[3]) == [days[0]: 1, days[1]: 1, days[2]: 1])
        #expect(BookDay.Status.entriesSince(1) == Phrase(en: "(! 1 entry logged since)", zh: "（! 其后登记 1 条意见）"))
        #expect(throws: Refusal.dayHasEntries(days[0], 1)) { try ledger.correctBook(on: days[0], to: .closed, reason: "x", by: desk.head) }
        // It can be said anew how it stood.
        try ledger.correctBook(on: days[0], to: .late, reason: "补看", by: desk.head)
        #expect(try statuses()[0] == .late)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("a case in which one of the book goes on is no new entry of the day on which it begins")
    func continuation() throws {
        let desk = try PracticeFolder()
        let (ledger, today) = (desk.ledger, Day("2026-11-20")!)
        let key = try ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        try ledger.perform(.open(today, reason: ""), by: desk.manager)
        var numbers: [String] = []
        for text in ["叫号机不动", "灯光太暗"] {
            let number = try ledger.logEntry(entry(desk, text), on: today, by: desk.manager).state.number.description
            let reply = Deed.reply(.init(how: .book, text: "已修好", isAccepted: true))
            for deed in [Deed.accept, .notAtFault, .answerInBook(.init(text: "已修好")), reply] {
                _ = try ledger.perform(deed, on: number, by: desk.manager)
            }
            _ = try ledger.perform(.sign, on: number, by: desk.head, key: key)
            numbers.append(number)
        }
        try ledger.perform(.close(today), by: desk.manager)
        try desk.setClock("2026-11-23T09:30:00+08:00")
        let monday = Day("2026-11-23")!
        _ = try ledger.perform(.refuseAnswer(.init(reason: "仍不动")), on: numbers[0], by: desk.manager)
        _ = try ledger.perform(.askReview(.init(text: "请核查")), on: numbers[1], by: desk.manager)
        let again = Deed.reviewDecision(.init(text: "重办", told: "已告知", isAgain: true))
        _ = try ledger.perform(again, on: numbers[1], by: desk.manager)
        #expect(try ledger.looseBookEntries().isEmpty && ledger.entriesWritten(on: monday) == 0)
        try ledger.perform(.open(monday, reason: ""), by: desk.manager)
        try ledger.perform(.nothing(monday), by: desk.manager)
        // What is written then is one.
        let new = try ledger.log(entry(desk, "没有纸杯"), by: desk.counter).state.number.description
        #expect(try ledger.looseBookEntries() == [new] && ledger.entriesWritten(on: monday) == 1)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("the same page and line twice on a day is refused unless it is said to be another entry")
    func twice() throws {
        let desk = try PracticeFolder()
        let (ledger, today) = (desk.ledger, Day("2026-11-20")!)
        func written(_ text: String, page: Int = 2, line: Int? = 1) -> Intake {
            var intake = entry(desk, text)
            (intake.page, intake.line) = (page, line)
            return intake
        }
        try ledger.perform(.open(today, reason: ""), by: desk.manager)
        let first = try ledger.logEntry(written("叫号机不动"), on: today, by: desk.manager).state.number.description
        let refused = Refusal.entryThere(first, page: 2, line: 1)
        #expect(throws: refused) { try ledger.logEntry(written("叫号机不动"), on: today, by: desk.manager) }
        #expect(throws: refused) { try ledger.log(written("叫号机不动"), by: desk.counter) }
        _ = try ledger.logEntry(written("灯光太暗", line: 2), on: today, by: desk.manager)
        _ = try ledger.logEntry(written("灯光太暗", line: nil), on: today, by: desk.manager)
        let another = try ledger.logEntry(written("没有纸杯"), on: today, isAnother: true, by: desk.manager).state.number.description
        #expect(try ledger.perform(.close(today), by: desk.manager).entries.count == 4)
        // On another day it is another book, or a page that was turned back; what was written on that day is still the same.
        try desk.setClock("2026-11-23T09:30:00+08:00")
        _ = try ledger.log(written("座椅坏了"), by: desk.counter)
        var late = written("叫号机不动")
        late.received = try PracticeFolder.moment("2026-11-20T10:00:00+08:00")
        #expect(throws: refused) { try ledger.log(late, isAnother: false, by: desk.counter) }
        #expect(another != first)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("the book's page ticks the answer to the customer only for what reaches them: book, other and an unreached contact answer nobody")
    func answeredBeside() throws {
        func told(_ deeds: [(Deed, Actor)], in desk: PracticeFolder) throws -> Moment? {
            let ledger = desk.ledger
            var intake = entry(desk, "叫号机不动")
            (intake.contact, intake.isRepeatedBack) = ("13800001234", true)
            let number = try ledger.log(intake, then: [Acceptance.blank], by: desk.manager).state.number.description
            for (deed, actor) in [(.notAtFault, desk.manager), (.answerInBook(.init(text: "已修好")), desk.manager)] + deeds {
                _ = try ledger.perform(deed, on: number, by: actor)
            }
            return try ledger.bookRows(of: [number], .everything).first?.toldAt
        }
        let desk = try PracticeFolder()
        let now = desk.ledger.clock.now()
        let inBook = Deed.reply(.init(how: .book, text: "已修好", isAccepted: true))
        var unreached = Contact(how: .phone, text: "无人接听")
        unreached.isReached = false
        let nobody: [[Deed]] = [
            [], [inBook], [.reply(.init(how: .other, text: "已修好", isAccepted: true))], [inBook, .contact(unreached)],
            [inBook, .tell(.init(how: .book, text: "已修好"))], [.reply(.init(how: .phone, text: "已修好", isAccepted: true)), .sentBack],
        ]
        for deeds in nobody {
            #expect(try told(deeds.map { ($0, $0 == .sentBack ? desk.head : desk.manager) }, in: desk) == nil, "\(deeds.map(\.kind))")
        }
        let customer: [[Deed]] = [
            [.reply(.init(how: .phone, text: "已修好", isAccepted: true))], [inBook, .tell(.init(how: .phone, text: "已修好"))],
            [inBook, .contact(.init(how: .phone, text: "已告知"))],
        ]
        for deeds in customer { #expect(try told(deeds.map { ($0, desk.manager) }, in: desk) == now, "\(deeds.map(\.kind))") }
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("A customer who comes back is found by name, number and the last four digits, also where a colleague has the case")
    func comingBack() throws {
        let desk = try PracticeFolder()
        var intake = Intake(channel: .phone, received: desk.ledger.clock.now(), text: "扣款有误")
        (intake.customer, intake.callBackNumber, intake.isRepeatedBack) = ("欧阳明华", "138 0000 1234", true)
        let number = try desk.ledger.log(intake, then: [Acceptance.blank], by: desk.manager).state.number.description
        let due = try desk.ledger.replyDue(of: number)
        for typed in ["欧阳明华", "明华", number, "1234", "13800001234", "+86 138-0000-1234"] {
            #expect(
                try desk.ledger.comingBack(typed, toldTo: desk.counter) == [Glance(number: number, stage: .inHand, due: due)],
                "\(typed)"
            )
        }
        // A number beside the name is one as well.
        let beside = try desk.ledger.log(desk.intake("排队", customer: "刘女士 13900006667"), by: desk.manager).state.number.description
        for typed in ["6667", "13900006667"] {
            #expect(try desk.ledger.comingBack(typed, toldTo: desk.counter).map(\.number) == [beside], "\(typed)")
        }
        // Not by what they said, and nobody hears of a case about themselves.
        #expect(try desk.ledger.comingBack("扣款", toldTo: desk.counter).isEmpty)
        _ = try desk.ledger.perform(
            Amend {
                $0.field = .about
                $0.value = desk.counter.number.text
            },
            on: number,
            by: desk.manager
        )
        #expect(try desk.ledger.comingBack("欧阳明华", toldTo: desk.counter).isEmpty)
    }
}
