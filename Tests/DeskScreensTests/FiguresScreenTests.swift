import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// The figures and the papers on screen.
@Suite("Figures and papers on screen")
struct FiguresScreenTests {
    /// A desk with three complaints of November, two of them about service, and one of October.
    private func stage(_ language: Language, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows, now: "2026-10-12T09:00:00+08:00")
        let days = [("2026-10-12", "fees"), ("2026-11-02", "service"), ("2026-11-03", "service"), ("2026-11-04", "fees")]
        for (place, (day, reason)) in days.enumerated() {
            try stage.desk.setClock("\(day)T09:30:00+08:00")
            let text = ["手续费没有说明", "排队四十分钟无人管", "柜员交班时态度生硬", "被多收了账户管理费"][place]
            var intake = Intake(channel: .oral, received: stage.desk.ledger.clock.now(), text: text)
            (intake.reason, intake.customer) = (reason, "客户\(place)")
            _ = try stage.desk.ledger.log(intake, by: stage.desk.counter)
        }
        try stage.desk.setClock("2026-11-20T09:00:00+08:00")
        return stage
    }

    @Test("6 shows this month beside the same days of the one before; Enter on a bar opens the cases behind it")
    func bars() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        stage.press("6")
        stage.expect("Reason: 1-20 Nov 2026, running")
        stage.expect("against 1-20 Oct 2026 and 1-20 Nov 2025")
        // The desk is younger than the period before: there is nothing to compare with.
        stage.expect("Received 3 (1, —; per open day")
        #expect(stage.selected.hasPrefix(" >Attitude and quality of"))
        #expect(stage.selected.contains("  2    0    —  ██"))
        stage.press("Enter")
        stage.expect("2 cases")
        stage.expect("排队四十分")
        stage.expectNot("被多收了")
        stage.press("Enter")
        stage.expect("柜员交班时态度生硬")
        stage.press("Esc", "Esc", "Down")
        #expect(stage.selected.contains("1    1    —  █"))
    }

    @Test(
        "the mark of what is usual is on a bar where the bar goes on behind it; behind its end, and among signs, it stands on the page",
        arguments: [
            ("Attitude  11  ██|██", Int?.some(16)), ("服务态度  11  █|▌", 15), ("Attitude  11  ██ |", nil), ("Attitude  11  ==|==", nil),
            ("A | B     11  ██", nil), ("A | B     11  █|█", 15),
        ]
    )
    func marks(line: String, column: Int?) {
        #expect(FiguresScreen.markColumn(in: line, from: 14) == column)
    }

    @Test(
        "Below rows that come to more than the total it is said that a case may stand in several",
        arguments: [
            (Language.english, "A case may miss several limits; \"all\" counts it once."),
            (.chinese, "一件可有多项时限未达；“合计”每件只计一次。"),
        ]
    )
    func severalLimits(language: Language, note: String) throws {
        let stage = try stage(language, columns: 120, rows: 40)
        stage.enter(as: stage.desk.manager)
        stage.press("6", "r")
        stage.expectNot(note)
        stage.press("t")
        stage.expect(note)
    }

    @Test("What rose by another axis than that on screen is told with its axis and the key that shows it", arguments: Language.allCases)
    func rose(language: Language) throws {
        let stage = try DeskOnStage(
            language,
            columns: 120,
            rows: 40,
            now: "2026-06-01T09:00:00+08:00",
            founded: "2026-06-01T09:00:00+08:00"
        )
        func log(_ channel: Channel, _ reason: String, _ day: String, _ customer: Int) throws {
            try stage.desk.setClock("\(day)T09:30:00+08:00")
            var intake = Intake(channel: channel, received: stage.desk.ledger.clock.now(), text: "排队四十分钟无人管 \(customer)")
            (intake.reason, intake.customer, intake.isRepeatedBack) = (reason, "客户\(customer)", true)
            _ = try stage.desk.ledger.log(intake, by: stage.desk.counter)
        }
        let reasons = stage.desk.ledger.rules.codes.codes(on: .reason).map(\.key)
        for (place, month) in ["06", "07", "08", "09", "10"].enumerated() { try log(.oral, reasons[place], "2026-\(month)-03", place) }
        for place in 0..<12 { try log(.letter, reasons[place % reasons.count], "2026-11-0\(2 + place % 5)", 100 + place) }
        try stage.desk.setClock("2026-11-20T09:00:00+08:00")
        stage.enter(as: stage.desk.manager)
        stage.press("6")
        stage.expect(language == .english ? "ROSE by channel (press c)  letter: 12" : "上升：受理渠道（按 c 查看）  信函：12 件")
        stage.press("c")
        stage.expect(language == .english ? "ROSE  letter" : "上升  信函")
    }

    @Test("A letter chooses the axis, brackets the period, Tab its length")
    func keys() throws {
        let stage = try stage(.chinese)
        stage.enter(as: stage.desk.manager)
        stage.press("6", "Right")
        stage.expect("业务类别：2026年11月1-20日（未满）")
        stage.press("Left", "Left")
        stage.expectNot("投诉原因：")
        stage.press("c")
        stage.expect("受理渠道：2026年11月1-20日（未满）")
        stage.expect("现场口头")
        stage.press("[")
        stage.expect("受理渠道：2026年10月")
        stage.press("]", "]")
        #expect(stage.message.contains("下一期间尚未开始。"))
        stage.press("Tab")
        stage.expect("受理渠道：2026年10月1日至11月20日（未满）")
        stage.press("Tab", "Tab")
        stage.expect("受理渠道：2026年1月1日至11月20日（未满）")
        stage.press("d")
        stage.expect("星期：")
    }

    @Test("A clerk reads no figures, and is told who does; a large screen has the charts beside each other")
    func limits() throws {
        let clerk = try stage(.english)
        clerk.enter(as: clerk.desk.counter)
        clerk.press("6")
        clerk.expect("Only the complaint manager, the branch manager or the auditor may read")
        let large = try stage(.chinese, columns: 200, rows: 50)
        large.enter(as: large.desk.head)
        large.press("6")
        large.expect("受理件数，12 个月；:: 未满")
        large.expect("星期 x 时段，共 3 件，* 最多")
    }

    @Test("From the Desk to a handling sheet on its way to the printer in three keys, to last month's report in three")
    func printing() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        stage.press("Enter", "P")
        stage.expect("Complaint handling sheet")
        stage.press("p")
        #expect(
            stage.app.wishes.contains { if case .printing(let job) = $0 { job.html.contains("Complaint handling sheet") } else { false } }
        )
        stage.app.wishes = []
        stage.press("Esc", "Esc", "7", "m")
        stage.expect("Complaints report")
        stage.expect("October 2026")
        stage.press("p")
        #expect(stage.app.wishes.contains { if case .printing(let job) = $0 { job.html.contains("October 2026") } else { false } })
        #expect(try !stage.trail().contains("exported"), "nothing is recorded before the printer has it")
        let jobs = stage.app.wishes.compactMap { if case .printing(let job) = $0 { job } else { nil } }
        #expect(jobs.count == 1)
        // Whoever locks meanwhile printed it all the same.
        stage.press("F12")
        for job in jobs { #expect(stage.app.record(printed: job)) }
        #expect(try stage.trail().last == "exported")
        #expect(try stage.desk.ledger.verify().fault == nil)
    }

    @Test("The customer's slip is a key away from the Desk; a paper of what has not happened says what to do")
    func slip() throws {
        let stage = try stage(.chinese)
        stage.enter(as: stage.desk.counter)
        stage.press("P")
        stage.expect("投诉受理回执")
        stage.press("l")
        stage.expect("尚未答复客户。请先登记回复，再打印回复函。")
        stage.press("Shift-Tab")
        stage.expect("客户投诉处理单")
        stage.press("Tab")
        stage.expect("尚未答复客户。请先登记回复，再打印回复函。")
        stage.press("p")
        #expect(stage.app.wishes.allSatisfy { if case .printing = $0 { false } else { true } })
    }

    @Test("Figures are printed, and saved in the form that the file's name says; another ending is told")
    func saving() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        stage.press("6", "p")
        #expect(stage.app.wishes.contains { if case .printing(let job) = $0 { job.html.contains("1-20 Nov 2026") } else { false } })
        stage.press("f")
        stage.expect("The ending of the name says the form: .txt, .html, .pdf,")
        stage.expect("figures-2026-11.html")
        stage.press("Ctrl-U")
        stage.type("figures.docx")
        stage.press("Enter")
        stage.expect("The ending of the name says the form")
        stage.press("Ctrl-U")
        stage.type("\(stage.desk.path)/firstdesk.db")
        stage.press("Enter")
        stage.expect("The ending of the name says the form")
        stage.press("Ctrl-U")
        stage.type("/nowhere/november.xlsx")
        stage.press("Enter")
        let saved = stage.app.wishes.compactMap { if case .saving(let job) = $0 { job } else { nil } }
        #expect(saved.map(\.path) == ["/nowhere/november.xlsx"] && saved.map(\.form) == [.xlsx] && saved[0].figures != nil)
        #expect(try stage.trail().filter { $0 == "exported" }.count == 1, "what the printer has not taken yet is not recorded")
        stage.app.wishes = []
        stage.press("7", "m", "f")
        stage.expect("report-2026-10.html")
        stage.press("Enter")
        #expect(stage.app.wishes.contains { if case .saving(let job) = $0 { job.form == .html && job.figures != nil } else { false } })
    }

    @Test(
        "Screen 7 makes no report of a month before the founding: it begins with the month that the desk has",
        arguments: Language.allCases
    )
    func newDesk(language: Language) throws {
        let stage = try DeskOnStage(language)
        #expect(stage.desk.ledger.rules.founding?.iso.hasPrefix("2026-11") == true)
        stage.enter(as: stage.desk.manager)
        stage.press("7", "m")
        stage.expect(language == .english ? "November 2026" : "2026年11月")
        stage.press("f")
        stage.expect("report-2026-11.html")
        stage.press("Esc", "[")
        #expect(stage.message.contains(stage.desk.ledger.rules.founding?.iso ?? "?"), "\(stage.message)")
        stage.press("f")
        stage.expect("report-2026-11.html")
    }

    @Test("Where nothing can be printed that is said first, and no event says that a paper was printed")
    func printsNothing() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        stage.app.whyNotPrint = { Phrase(en: "No printer.", zh: "没有打印机。") }
        let before = try stage.trail()
        for keys in [["6", "p"], ["7", "m", "p"]] {
            for key in keys { stage.press(key) }
            #expect(stage.message == "! No printer.")
        }
        #expect(stage.app.wishes.isEmpty)
        #expect(try stage.trail() == before)
    }

    @Test("Where bars are cut, words say which rows these are; a chart stands there whole or not at all")
    func cutBars() throws {
        let stage = try stage(.english)
        for code in stage.desk.ledger.rules.codes.codes(on: .reason) {
            var intake = Intake(channel: .oral, received: stage.desk.ledger.clock.now(), text: "柜员交班时态度生硬")
            intake.reason = code.key
            _ = try stage.desk.ledger.log(intake, by: stage.desk.counter)
        }
        stage.enter(as: stage.desk.manager)
        stage.press("6")
        stage.expect("rows 1 to 6 of 14")
        stage.expectNot("Weekday x hour")
        stage.press("End")
        stage.expect("rows 9 to 14 of 14")
        stage.resize(120, 40)
        stage.expect("Weekday x hour")
        stage.expect("Sun")
        stage.expectNot("rows 1 to")
    }

    @Test("A case's paper has its contact masked, and whole once v asked for it")
    func contacts() throws {
        let stage = try stage(.english)
        var intake = Intake(channel: .oral, received: stage.desk.ledger.clock.now(), text: "柜员交班时态度生硬")
        intake.contact = "13812340000"
        let number = try stage.desk.ledger.log(intake, by: stage.desk.counter).state.number.description
        stage.enter(as: stage.desk.manager)
        stage.press(":")
        stage.type(number)
        stage.press("Enter", "P")
        stage.expect("138****0000")
        stage.expect("v Whole contact")
        stage.press("v")
        stage.expect("13812340000")
        stage.expect("v Mask contact")
    }
}
