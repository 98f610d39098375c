import DeskTestSupport

@testable import ComplaintRules
@testable import Ledger

/// A desk on which every kept table has rows.
enum BusyDesk {
    static func make() throws -> PracticeFolder {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let today = ledger.rules.zone.day(at: ledger.clock.now())
        let lan = try PracticeFolder.number("1005")
        try ledger.addStaff(StaffMember(number: lan, name: "周岚", role: .counter), passcode: PracticeFolder.passcode, by: desk.head)
        try ledger.nameStandIn(
            StandIn(absent: desk.manager.number, standIn: lan, from: today, to: today.adding(days: 3)),
            by: desk.head
        )
        try ledger.load(
            try WorkCalendar(header: ["date", "name"], rows: [(line: 2, fields: ["2026-12-25", "x"])]),
            by: desk.head
        )
        try ledger.change("rule.reply", to: "5d", by: desk.head)
        try ledger.change("hotline", to: "95533", by: desk.head)
        try ledger.change("hours.saturday", to: "09:00-12:00", by: desk.head)
        try ledger.change("tier.branch-manager", to: "8000", reference: "总服〔2026〕31号", by: desk.head)
        try ledger.correctOpening(on: today.adding(days: 35), isOpen: true, reason: "值班", by: desk.head)
        try ledger.edit(desk.auditor.number, .name("赵静静"), by: desk.head)
        try ledger.change(CodeTable.standard, by: desk.head)
        try ledger.change(ScriptTable([Script(.chinese, "waiting", "排队等候", reason: "service", "{customer}，让您久等了。")]), by: desk.head)
        _ = try ledger.perform(.open(today, reason: ""), by: desk.manager)
        var entry = Intake(channel: .commentBook, received: ledger.clock.now(), text: "意见")
        (entry.page, entry.line) = (12, 3)
        let inBook = try ledger.logEntry(entry, on: today, by: desk.manager).state.number.description
        _ = try ledger.perform(.accept, on: inBook, by: desk.manager)
        _ = try ledger.perform(.answerInBook(.init(text: "谢谢您的意见。")), on: inBook, by: desk.manager)
        _ = try ledger.perform(.close(today), by: desk.manager)
        let number = try desk.repliedCase().state.number.description
        let signer = try ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        _ = try ledger.perform(.sign, on: number, by: desk.head, key: signer)
        let second = try ledger.log(
            desk.intake("态度生硬，问了三次也不说明为什么要重新填写", about: "张伟"),
            then: [.handOver(.init(to: desk.manager.number))],
            by: desk.counter
        )
        let other = second.state.number.description
        _ = try ledger.perform(.accept, on: other, by: desk.manager)
        _ = try ledger.perform(.rectify(what: "增开窗口", owner: "李敏", due: today.adding(days: 4)), on: other, by: desk.manager)
        _ = try ledger.perform(.askEscalation(.init(why: .amount, reason: "超出权限")), on: other, by: desk.manager)
        _ = try ledger.perform(.confirmEscalation, on: other, by: desk.head)
        _ = try ledger.perform(.headOfficeNote(.init(text: "总行已受理")), on: other, by: desk.manager)
        // For a moment the clock stands in another year.
        try desk.setClock("2027-01-20T10:00:00+08:00")
        _ = try ledger.perform(.note(.init(text: "时钟有误")), on: other, by: desk.manager)
        let wrong = try ledger.connection.integer("SELECT max(seq) FROM event") ?? 0
        try desk.setClock("2026-11-20T10:00:00+08:00")
        _ = try ledger.perform(.note(.init(text: "已校准")), on: other, by: desk.manager)
        try ledger.declareWrong(WrongClock(from: wrong, to: wrong, reason: "主板电池耗尽"), by: desk.head)
        try desk.setClock("2026-11-27T10:00:00+08:00")
        for _ in 1...2 { _ = try ledger.perform(.chase(text: "请速办"), on: other, by: desk.manager) }
        try keepAndLetGo(desk)
        return desk
    }

    /// A past case that was brought in and erased, and numbers that were declared lost.
    private static func keepAndLetGo(_ desk: PracticeFolder) throws {
        let ledger = desk.ledger
        var intake = desk.intake("2019 年的旧投诉", customer: "陈女士")
        intake.received = try PracticeFolder.moment("2019-05-06T10:00:00+08:00")
        (intake.source, intake.sourceNumber) = ("台账", "2019-7")
        _ = try ledger.importHistory([HistoryRecord(intake)], by: desk.head)
        _ = try ledger.erase(closedBefore: Day(ordinal: 19_000), by: desk.head)
        let lost: [GivenSerial: Int] = [.ofCase(month: 2026 * 12 + 10): 9, GivenSerial(series: "chaser", month: 2611): 4]
        let link = [UInt8](repeating: 7, count: 32)
        try Witness(folder: desk.path).note(WitnessRecord(deskID: ledger.deskID, seq: 900, link: link, serials: lost))
        _ = try ledger.declareLoss(reason: "磁盘故障", by: desk.head)
    }

    /// The tables that are kept from events, the search index aside.
    static func tables(_ ledger: Ledger) throws -> [String] {
        var names: [String] = []
        try ledger.connection.forEach("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name") {
            row throws(LedgerError) in names.append(row.text(0))
        }
        return names.filter { !$0.hasPrefix("sqlite_") && !Schema.lastingTables.contains($0) }
    }

    /// All rows of those tables, each a line with the names of its columns; bytes, which are JSON there, as the text that they are.
    static func rows(_ ledger: Ledger) throws -> [String] {
        var lines: [String] = []
        for table in try tables(ledger) {
            var columns: [String] = []
            try ledger.connection.forEach("SELECT name FROM pragma_table_info('\(table)')") { row throws(LedgerError) in
                columns.append(row.text(0))
            }
            let list = columns.joined(separator: ", ")
            // Bytes that are no JSON in hexadecimal: read as a text, many would come out alike.
            let shown = columns.map { name in
                "CASE WHEN typeof(\(name)) = 'blob' AND NOT json_valid(CAST(\(name) AS TEXT)) THEN hex(\(name)) ELSE \(name) END"
            }.joined(separator: ", ")
            try ledger.connection.forEach("SELECT \(shown) FROM \(table) ORDER BY \(list)") {
                row throws(LedgerError) in
                let values = columns.enumerated().map { place, name in
                    "\(name)=\(row.optionalText(place).map(\.debugDescription) ?? "-")"
                }
                lines.append("\(table): \(values.joined(separator: " "))")
            }
        }
        return lines
    }
}
