import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Keys at random over the whole program (5-measures).
@Suite("Random keys")
struct RandomKeyTests {
    private static let keys: [Key] =
        [
            .enter, .enter, .enter, .tab, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .down, .left, .right, .home,
            .end, .pageUp, .pageDown, .shiftUp, .shiftDown, .controlUp, .controlDown, .controlLeft, .controlRight, .controlHome,
            .controlEnd, .function(1), .function(2), .function(7), .function(8), .function(9), .function(10), .function(3),
            .alt("n"), .alt("/"), .alt("x"), .paste("粘贴的文字\nand a second line"), .paste("\u{1B}[31m\u{202E}👨‍👩‍👧‍👦"), .paste(""),
        ] + "abcdefghijklmnopqrstuvwxyz".map { Key.control($0) } + "nN/1234?:vsbaxwhofrzedkjgG 客户投诉é\u{301}👍".map { Key.character($0) }

    /// What people do in one go; without it keys at random would seldom finish a form.
    private static let bursts: [[String]] = [
        ["n", "刘", "Tab", "Tab", "等", "Ctrl-S"],
        ["n", "Tab", "Tab", "x", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Space", "Down", "Down", "Enter", "F2"],
        ["1", "Tab", "Enter", "a"], ["2", "Enter", "o", "记", "Ctrl-S"], ["Enter", "x", "撤", "Ctrl-S", "Left", "Enter"],
        ["2", "s", "s", "s", "Enter", "f", "Down", "Enter", "事", "Tab", "Down", "Enter", "Ctrl-S"], ["r", "Down", "Enter", "答", "Ctrl-S"],
        ["4", "End", "s"], ["4", "s"], ["4", "b", "缺", "Ctrl-S", "Left", "Enter"], ["Esc", "Esc", "Esc"], ["2", "/", "投", "诉", "Enter"],
        ["F7", "Left", "Enter"],
    ]

    /// How many keys each desk gets: 10,000 in the long form.
    private static let count = LongForm.isAskedFor ? 10_000 : 2_500

    @Test("Thousands of keys by every role: no crash, every frame within bounds, and the desk is whole", arguments: [1, 2] as [UInt64])
    func random(seed: UInt64) throws {
        var generator = SeededNumbers(seed: seed)
        let stage = try DeskOnStage(.chinese)
        try stage.fourCases()
        try stage.answeredCase()
        _ = try stage.desk.repliedCase()
        let desk = stage.desk
        let people = [desk.counter, desk.manager, desk.head, desk.auditor]
        let sizes = [(80, 24), (80, 24), (120, 40), (100, 30), (30, 8), (81, 25)]
        stage.enter(as: desk.counter)
        let before = try desk.ledger.verify().events
        let other = try desk.another()
        for count in 1...RandomKeyTests.count {
            if count % 500 == 0, let person = people.randomElement(using: &generator) {
                stage.press("F12")
                stage.enter(as: person)
            }
            if count % 700 == 0, let size = sizes.randomElement(using: &generator) { stage.resize(size.0, size.1) }
            if count % 900 == 0 {
                _ = try other.log(desk.intake("另一终端登记 \(count)"), then: [.handOver(.init(to: desk.manager.number))], by: desk.counter)
                stage.app.lookForChanges()
            }
            guard let key = RandomKeyTests.keys.randomElement(using: &generator) else { continue }
            if case .question(let question) = stage.app.overlay, question.dialog.field?.isSecret == true, Bool.random(using: &generator) {
                stage.type(PracticeFolder.passcode)
                stage.press("Enter")
            }
            stage.press(key)
            if count % 20 == 0, let burst = RandomKeyTests.bursts.randomElement(using: &generator) {
                for name in burst { if let key = Key(name: name) { stage.press(key) } }
            }
            if count % 7 == 0 { stage.wait(milliseconds: 120) }
            if stage.app.isFinished { stage.app.isFinished = false }
            let grid = stage.app.frame()
            for row in 0..<grid.size.rows {
                let columns = TextWidth.columns(of: grid.text(row: row))
                if columns > grid.size.columns { Issue.record("key \(count), row \(row) takes \(columns): \(grid.text(row: row))") }
            }
            if let caret = grid.caret, !grid.bounds.contains(caret) { Issue.record("key \(count): the cursor stands at \(caret)") }
            if stage.app.session?.actor == nil { stage.enter(as: desk.manager) }
        }
        let found = try desk.ledger.verify()
        #expect(found.fault == nil)
        #expect(found.events > before + Int64(RandomKeyTests.count / 170), "the keys did something: \(found.events - before) events")
    }
}
