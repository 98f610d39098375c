import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("The words by which a case is found")
struct SearchWordsTests {
    private func words(ofNotes notes: [String]) throws -> [String] {
        let life = try Life()
        let history = notes.enumerated().map { place, text -> Happened<any CaseEvent> in
            var note = Note()
            note.text = text
            return Happened(note, at: Desk.now, by: Desk.clerk.number, seq: Int64(place) + 10)
        }
        return Account.searchWords(of: life.state, life.events + history)
    }

    @Test("what is said several times stands there once")
    func once() throws {
        let words = try words(ofNotes: ["已致电客户", "客户未接", "已致电客户"])
        #expect(words.suffix(2) == ["已致电客户", "客户未接"])
        #expect(words.count { $0 == "柜员交班时态度生硬" } == 1)
    }

    // Each with each would be two thousand million comparisons.
    @Test("a case that goes on for years costs as much a note as one of a day", .timeLimit(.minutes(1)))
    func longCase() throws {
        let notes = (100_000..<160_000).map { "第 \($0) 次联系" }
        #expect(try words(ofNotes: notes).suffix(notes.count) == notes[...])
    }
}
