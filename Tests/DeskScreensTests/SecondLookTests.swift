import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// What was found when every screen was looked at again, at each size and in both languages.
@Suite("A second look at the screens")
struct SecondLookTests {
    @Test("where anybody looks, what is about anybody is not counted, whoever locked the desk") func countsForAll() throws {
        let stage = try DeskOnStage.amongFour()
        let ledger = stage.desk.ledger
        let before = try ledger.countsForAll()
        var intake = Intake(channel: .oral, received: ledger.now, text: "The clerk was rude")
        intake.about = "1003"
        _ = try ledger.log(intake, by: stage.desk.manager)
        #expect(try ledger.countsForAll() == before)
        #expect(try ledger.counts().open == before.open + 1)
        #expect(try ledger.counts(for: stage.desk.counter.number).open == before.open)
        stage.press("F12")
        stage.expect("\(before.open) open, \(before.openOverdue) of them overdue")
    }

    @Test("the lock screen counts the same before and after a look at the file") func gate() throws {
        let stage = try DeskOnStage(.english)
        var intake = Intake(channel: .oral, received: stage.desk.ledger.now, text: "Slow")
        intake.about = "1003"
        _ = try stage.desk.ledger.log(intake, by: stage.desk.manager)
        stage.enter(as: stage.desk.manager)
        stage.press("F12")
        let locked = stage.row(1)
        stage.resize(80, 24)
        #expect(stage.row(1) == locked)
        stage.expect("0 open, 0 of them overdue")
    }

    @Test("what was saved and what can follow stand on one line, and leave the rule above in sight", arguments: Language.allCases)
    func savedOnOneLine(language: Language) {
        let acts: [ActKind] = [.accept, .handOver, .answer]
        let told = language(.savedThen(.saved("0379-2611-001 Ms Lowe"), acts, dot: "·"))
        #expect(TextWidth.columns(of: told) <= 78, "\(told)")
    }

    @Test("a number or name of nobody is told at the sign-in, where the people are listed") func nobody() throws {
        let stage = try DeskOnStage(.english)
        stage.type("zzz")
        stage.press("Tab")
        stage.expect("Nobody in the list has this number or name.")
    }

    @Test("a clerk's header says that it counts the branch; a manager's need not") func branchCounts() throws {
        let stage = try DeskOnStage.amongFour(as: \.counter)
        #expect(stage.row(1).hasPrefix("Branch: "), "\(stage.row(1))")
        stage.press("F12")
        stage.enter(as: stage.desk.manager)
        #expect(!stage.row(1).holds("Branch"))
    }

    @Test("the footer spends no room on the key to the screen that one is on") func here() throws {
        let stage = try DeskOnStage.amongFour(columns: 160)
        #expect(!stage.footer.holds("1 Desk") && stage.footer.holds("2 Registers"))
        stage.press("2")
        #expect(stage.footer.holds("1 Desk") && !stage.footer.holds("2 Registers"))
    }

    @Test("what is to sign is one set in the header and in the registers, also where it was withdrawn") func toSign() throws {
        let stage = try DeskOnStage.amongFour()
        let ledger = stage.desk.ledger
        _ = try ledger.perform(.accept, on: "0379-2611-002", by: stage.desk.manager)
        _ = try ledger.perform(.withdraw(.init(reason: "It was settled.")), on: "0379-2611-002", by: stage.desk.manager)
        let counted = try ledger.counts(for: stage.desk.manager.number).toSign
        #expect(counted > 0)
        var filter = RegisterFilter()
        filter.stage = .toSign
        stage.app.session?.registers.given = filter
        stage.press("2")
        stage.expect("\(counted) case")
        stage.expect("0379-2611-002")
    }

    @Test("both days of the filter are told wrong at once, each beside its field") func twoDays() throws {
        let stage = try DeskOnStage.amongFour()
        stage.press("2", "f", "Tab", "Tab")
        stage.type("xx")
        stage.press("Tab")
        stage.type("yy")
        stage.press("Ctrl-S")
        #expect(stage.screen.ranges(of: "is not a day").count == 2, "\(stage.screen)")
    }

    @Test("Sign-off says why whoever looks cannot sign, and offers them no tick") func mayNotSign() throws {
        let stage = try DeskOnStage(.english)
        _ = try stage.answeredCase()
        stage.enter(as: stage.desk.manager)
        stage.press("4")
        stage.expect("nly the branch manager")
        #expect(!stage.footer.holds("Tick"))
    }

    @Test("an empty queue says so over the whole width", arguments: [80, 120]) func nothingToSign(columns: Int) throws {
        let stage = try DeskOnStage(.english, columns: columns, rows: 30)
        stage.enter(as: stage.desk.head)
        stage.press("4")
        stage.expect("Nothing is waiting to be signed. Cases come here once they are answered.")
    }

    @Test("all papers are named above the one that is shown, and the chosen one is in sight") func paperNames() throws {
        let stage = try DeskOnStage.amongFour(as: \.head)
        stage.press("7")
        stage.expect("[Complaints register]")
        stage.expect("Daily sheet")
        stage.press("Esc", "2", "Enter", "P", "Shift-Tab")
        let names = stage.row(3)
        #expect(names.holds("]") && names.holds("["), "\(stage.screen)")
    }

    @Test("a row of names that is too long begins where the chosen one is whole") func longTabs() {
        let labels = ["Customer's slip", "Handling sheet", "Letter of reply", "Letter of apology", "Delay note"]
        var grid = Grid(size: Size(columns: 40, rows: 1))
        TabLine.draw(labels, chosen: 4, into: &grid, in: Rect(column: 0, row: 0, columns: 40, rows: 1))
        #expect(grid.text(row: 0).trimmed == "<Letter of apology [Delay note]")
        #expect(TabLine.tab(at: Point(column: 2, row: 0), of: labels, chosen: 4, in: Rect(column: 0, row: 0, columns: 40, rows: 1)) == 3)
    }

    @Test("a corrective action is shown whole below the list, with its case", arguments: Language.allCases) func rectification(
        language: Language
    ) throws {
        let stage = try DeskOnStage.amongFour(language, as: \.manager)
        let what = "Put out chairs in the hall; name somebody who looks after those who wait longer than twenty minutes, every day"
        _ = try stage.desk.ledger.perform(.accept, on: "0379-2611-002", by: stage.desk.manager)
        let due = try #require(Day("2026-11-27"))
        _ = try stage.desk.ledger.perform(.rectify(what: what, owner: "1003", due: due), on: "0379-2611-002", by: stage.desk.manager)
        stage.press("8")
        stage.expect("twenty minutes, every day")
        stage.expect(language == .english ? "Mr Baker" : "王先生")
    }

    @Test("the selected event of the audit trail stands below the list in full") func auditInFull() throws {
        let stage = try DeskOnStage.amongFour(as: \.head)
        stage.press("A")
        // In the list the number stands in a column of its own, and no colon behind it.
        #expect(!stage.selected.holds("0379-2611-004: "))
        stage.expect("0379-2611-004: ")
    }

    @Test("what comes next says how much more there is", arguments: [(Language.english, " more)"), (.chinese, "（另有 ")])
    func more(language: Language, sign: String) throws {
        let stage = try DeskOnStage.amongFour(language)
        let number = "0379-2611-002"
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.manager)
        let due = try #require(Day("2026-11-27"))
        _ = try stage.desk.ledger.perform(.rectify(what: "Chairs", owner: "1003", due: due), on: number, by: stage.desk.manager)
        let reading = try stage.desk.ledger.open(number, by: stage.desk.manager)
        #expect(reading.duties.count > 2)
        #expect(language(try #require(reading.next(2).last)).holds(sign))
        #expect(!language(try #require(reading.next(9).last)).holds(sign))
    }

    @Test(
        "what one can do and is overdue is told before what waits for others, however few steps are told",
        arguments: [(Language.english, "Reply to the customer"), (.chinese, "回复客户")]
    )
    func overdueFirst(language: Language, step: String) throws {
        let stage = try DeskOnStage.amongFour(language)
        let number = "0379-2611-002"
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.manager)
        _ = try stage.desk.ledger.perform(.note(.init(text: "Looked at the tape.")), on: number, by: stage.desk.manager)
        // Before its limit has run out, what waits for a colleague is not left out.
        let before = try stage.desk.ledger.open(number, by: stage.desk.manager)
        #expect(before.duties.prefix(2).map(\.act) == [.finding, .reply])
        #expect(!language(before.next(2)[1]).hasPrefix(step))
        try stage.desk.setClock("2026-11-21T09:00:00+08:00")
        let reading = try stage.desk.ledger.open(number, by: stage.desk.manager)
        for count in [2, 3, 9] { #expect(language(reading.next(count)[1]).hasPrefix(step), "\(count)") }
    }

    @Test("where rows are free all steps are told on the case, as where it is unfolded", arguments: [(80, 30), (120, 40), (200, 50)])
    func allSteps(columns: Int, rows: Int) throws {
        let stage = try DeskOnStage.amongFour(columns: columns, rows: rows)
        _ = try stage.desk.ledger.perform(.accept, on: "0379-2611-002", by: stage.desk.manager)
        _ = try stage.desk.ledger.perform(.note(.init(text: "Looked at the tape.")), on: "0379-2611-002", by: stage.desk.manager)
        stage.press(":")
        stage.type("0379-2611-002")
        stage.press("Enter")
        stage.expect("Record the finding. Reply to")
        stage.expect("Waiting for")
        stage.expectNot(" more)")
    }

    @Test(
        "clocks that a withdrawal stopped before any answer are not told as kept",
        arguments: [(Language.english, "2 kept, 2 stopped", "Stopped"), (.chinese, "2 项按时，2 项已停止", "已停止")]
    )
    func stoppedClocks(language: Language, folded: String, named: String) throws {
        let stage = try DeskOnStage(language)
        let number = try stage.log(
            .oral,
            "Ms Hall",
            "The teller was short with me",
            at: "2026-11-20T08:50:00+08:00",
            to: stage.desk.manager
        )
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.manager)
        _ = try stage.desk.ledger.perform(.note(.init(text: "Looked at the tape.")), on: number, by: stage.desk.manager)
        _ = try stage.desk.ledger.perform(.withdraw(.init(reason: "Settled.")), on: number, by: stage.desk.manager)
        stage.enter(as: stage.desk.head)
        stage.press(":")
        stage.type(number)
        stage.press("Enter")
        stage.expect(folded)
        stage.press("4")
        stage.expect(named)
    }

    @Test(
        "help explains the signs of lists, and they are found by their words",
        arguments: [
            (Language.english, "overdue", "!  overdue: a limit has run out"), (.english, "due soon", "·  due soon: due today"),
            (.english, "handed over", "▶  before a name"), (.chinese, "逾期", "!  逾期：时限已过"), (.chinese, "即将到期", "·  即将到期：今天到期"),
        ]
    )
    func signs(language: Language, words: String, line: String) throws {
        let stage = try DeskOnStage.amongFour(language)
        stage.press("?")
        stage.type(words)
        stage.expect(line)
    }

    @Test("help that finds nothing says where everything is found") func helpNone() throws {
        let stage = try DeskOnStage.amongFour()
        stage.press("?")
        stage.type("passcode qqq")
        stage.expect("Nothing here. Esc, then : looks through everything.")
    }

    @Test("themes are shown with what is due, signed, wrong and typed") func themeSample() throws {
        let stage = try DeskOnStage.amongFour()
        stage.press("0", "Down", "Down", "Enter")
        stage.expect("How it looks")
        stage.expect("overdue 3 h")
        stage.expect("what is typed")
    }
}
