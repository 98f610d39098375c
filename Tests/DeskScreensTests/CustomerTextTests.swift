import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// What comes from customers is data, and contacts are nobody's business at the counter (2-screens rules 5 and 10; 1-domain, Privacy).
@Suite("Customers' text")
struct CustomerTextTests {
    @Test("contacts are masked until v, and masked again when the screen changes") func masked() throws {
        let stage = try DeskOnStage(.english)
        try stage.log(.phone, "Mr Baker", "300 taken by mistake", at: "2026-11-20T08:30:00+08:00")
        stage.enter(as: stage.desk.manager)
        stage.press("Enter")
        stage.expect("138****0000")
        stage.expectNot("13800000000")
        stage.press("v")
        stage.expect("13800000000")
        stage.press("Esc", "Enter")
        stage.expectNot("13800000000")
        stage.press("v", "v")
        stage.expectNot("13800000000")
        stage.press("v", "o", "Esc")
        stage.expectNot("13800000000")
        stage.press("v", "F12", "Enter")
        stage.expectNot("13800000000")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        stage.expect("Mr Baker")
        stage.expectNot("13800000000")
    }

    @Test("in the sign-off the next entry is masked again") func maskedNext() throws {
        let stage = try DeskOnStage(.english)
        try stage.answeredCase()
        _ = try stage.desk.repliedCase()
        stage.enter(as: stage.desk.head)
        stage.press("4", "v")
        stage.expect("13800000000")
        stage.press("Down")
        stage.expectNot("13800000000")
    }

    @Test("an amended contact is masked in the time line as well") func maskedAmendment() throws {
        let stage = try DeskOnStage(.english, columns: 120, rows: 40)
        let number = try stage.log(.phone, "Mr Baker", "300 taken by mistake", at: "2026-11-20T08:30:00+08:00")
        _ = try stage.desk.ledger.perform(.amend("contact", to: "13911112222"), on: number, by: stage.desk.counter)
        stage.enter(as: stage.desk.manager)
        stage.press("Enter")
        stage.expect("Contact: 138****0000 ▶ 139****2222")
        stage.expectNot("13800000000")
        stage.expectNot("13911112222")
    }

    private static let hostile = [
        "\u{1B}[2J\u{1B}[31mred\u{7}\u{8}\u{0}\u{7F}\u{9B}31m",
        "\u{202E}txt.exe\u{202C} \u{2066}a\u{2069}\u{200F}\u{200B}\u{FEFF}\u{61C}",
        "👨‍👩‍👧‍👦👍🏽🇨🇳e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
        String(repeating: "囧", count: 200),
        String(repeating: "e\u{301}", count: 200),
        String(repeating: "👩‍👩‍👧", count: 60),
        "\u{301}\u{301}begins with marks",
        "tab\tand\u{85}next\u{2028}line\u{2029}",
        "%s%n' OR 1=1 --;\"<script>=cmd()",
    ]

    /// Every screen that shows the text of a case.
    private func tour(_ stage: DeskOnStage, _ look: () -> Void) {
        func press(_ names: String...) {
            for name in names {
                if let key = Key(name: name) { stage.press(key) }
                look()
            }
        }
        look()
        press("Tab", "Tab", "Tab", "Tab", "2", "o", "o", "/", "e", "Esc", "Enter", "v", "PgDn", "End", "Home", "Enter", "Esc", "o", "Esc")
        press("Esc", "Esc", "4", "PgDn", "End", "s", "Esc", "b", "Ctrl-S", "Esc", "Esc", "n", "Esc", "?", "Esc", "F9", "F9")
    }

    @Test("control characters, escape sequences and marks that turn text around are shown, not obeyed", arguments: hostile)
    func shown(text: String) throws {
        for (columns, rows) in [(80, 24), (120, 40)] {
            let stage = try DeskOnStage(.english, columns: columns, rows: rows)
            let short = String(text.prefix(200))
            var intake = stage.desk.intake(text, customer: short)
            (intake.contact, intake.asks, intake.proxy) = (short, text, short)
            let ledger = stage.desk.ledger
            let number = try ledger.log(intake, then: [.answer(.init(text: text))], by: stage.desk.counter).state.number.description
            var finding = Finding(fault: .none, classification: .unfounded, facts: text)
            finding.explanation = text
            _ = try ledger.perform(.finding(finding), on: number, by: stage.desk.manager)
            _ = try ledger.log(intake, by: stage.desk.counter)
            stage.enter(as: stage.desk.head)
            var frames = 0
            tour(stage) {
                frames += 1
                stage.expectWithinBounds()
                let steering = stage.screen.unicodeScalars.filter { scalar in
                    scalar != "\n"
                        && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                            || (0x2066...0x2069).contains(scalar.value)
                            || [0x200B, 0x200E, 0x200F, 0x61C, 0x2028, 0x2029, 0xFEFF].contains(scalar.value))
                }
                #expect(steering.isEmpty, "on the screen: \(steering.map { String($0.value, radix: 16) })")
            }
            #expect(frames > 35)
        }
    }

    @Test("an escape sequence is shown as what it is") func escapeShown() throws {
        let stage = try DeskOnStage(.english)
        try stage.log(.oral, "Mr \u{1B}[31mRed", "\u{1B}]0;owned\u{7} and \u{202E}backwards", at: "2026-11-20T08:30:00+08:00")
        stage.enter(as: stage.desk.manager)
        stage.expect("Mr ␛[31m")
        stage.press("Enter")
        stage.expect("Mr ␛[31mRed")
        stage.expect("␛]0;owned␇ and ␦backwards")
    }

    @Test("hostile text typed and pasted into every field of the form stays within it", arguments: hostile)
    func typed(text: String) throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        for _ in 0..<14 {
            stage.press(.paste(text))
            stage.expectWithinBounds()
            stage.press(.left, .home, .end, .tab)
            stage.expectWithinBounds()
        }
    }

    @Test("names of 200 characters leave the top line and the lists in their columns") func longNames() throws {
        let long = String(repeating: "欧阳", count: 100)
        let stage = try DeskOnStage(.chinese)
        let member = StaffMember(number: try PracticeFolder.number("LONGNUMBER12"), name: long, role: .complaintManager)
        try stage.desk.ledger.addStaff(member, passcode: PracticeFolder.passcode, by: stage.desk.head)
        try stage.log(.phone, long, long, at: "2026-11-20T08:30:00+08:00", to: Actor(member))
        stage.enter(as: Actor(member))
        #expect(stage.row(0).hasPrefix("洛阳"))
        #expect(stage.row(0).holds("工作台"))
        #expect(stage.row(0).hasSuffix("09:00"))
        tour(stage) { stage.expectWithinBounds() }
    }

    @Test("columns line up whatever the script: Han, emoji and combining marks take the columns they are drawn in") func columns() throws {
        let stage = try DeskOnStage(.english)
        for (index, name) in ["Al", "刘女士", "e\u{301}e\u{301}e\u{301}", "👍🏽👍", "欧阳娜娜欧阳娜娜"].enumerated() {
            try stage.log(.oral, name, "x", at: "2026-11-20T08:3\(index):00+08:00")
        }
        stage.enter(as: stage.desk.manager)
        let grid = stage.app.frame()
        for row in 5..<10 {
            #expect(grid[Point(column: 34, row: row)].text == "x", "row \(row): \(grid.text(row: row))")
        }
    }
}
