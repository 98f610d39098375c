import ComplaintRules
import DeskPapers
import Ledger

/// In which forms cases are exported. A new one is a case here and its lines in `ExportCommand.write`.
enum ExportFormat: String, CaseIterable {
    case jsonl, csv, xlsx
}

/// `export`: the cases of a span as a file that `import` takes back, or what head office is sent, signed.
enum ExportCommand {
    /// Rows fetched at once: memory stays flat however many there are.
    private static let pageSize = 500

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        try PaperOutput(invocation).check()
        if let text = arguments.value("for-head-office") {
            guard let period = FiguresPeriod(Written.plain(text)) else { throw UsageError.notAPeriod(option: "for-head-office", text) }
            return try HeadOfficeFile.write(period, invocation)
        }
        let format: ExportFormat = try arguments.code("format") ?? .jsonl
        let (from, to) = (try arguments.day("from"), try arguments.day("to"))
        if let from, let to, to < from { throw UsageError.daysBackwards }
        let (ledger, person) = try invocation.openSignedIn()
        // Whoever may not export learns that before anything is read.
        try permit(.export, by: person.actor)
        let cases = try ExportedCases(ledger, person.actor, from: from, to: to, invocation)
        let file = try OutgoingFile(invocation)
        let span = "\(from?.iso ?? "")..\(to?.iso ?? "")"
        switch format {
        case .jsonl:
            try file.write(SignedFile.head(ledger, "cases").line + "\n")
            let count = try cases.walk { exported throws(UsageError) in try file.write(JSONValue.object(exported.values).line + "\n") }
            let event = DeskEvent.Exported(.cases, name: "jsonl \(span)", count: count, digest: file.digest())
            let proof = try ledger.signExport(event, by: person.actor)
            try file.finish(try SignedFile.proof(proof).line + "\n", invocation)
        case .csv:
            let further = try cases.furtherColumns()
            try file.write((arguments.has("bom") ? CSVWriter.byteOrderMark : "") + CSVWriter.row(ExportedCase.columns + further))
            let count = try cases.walk { exported throws(UsageError) in try file.write(CSVWriter.row(exported.cells(further))) }
            try ledger.recordExport(.init(.cases, name: "csv \(span)", count: count), by: person.actor)
            try file.finish("", invocation)
        case .xlsx:
            let further = try cases.furtherColumns()
            var rows: [[XLSXFile.Cell]] = []
            let today = ledger.rules.zone.day(at: ledger.now)
            let count = try cases.walk { exported throws(UsageError) in
                rows.append(ExportCommand.cells(exported, further, ledger.rules, today: today))
            }
            let sheet = XLSXFile.Sheet("cases", ExportedCase.columns + further, rows)
            let bytes: [UInt8]
            var cuts: [XLSXFile.Cut] = []
            do throws(XLSXFault) {
                bytes = try PaperOutput.throughFile { path throws(XLSXFault) in cuts = try XLSXFile.write([sheet], .terminal, to: path) }
            } catch {
                throw UsageError(error)
            }
            try ledger.recordExport(.init(.cases, name: "xlsx \(span)", count: count), by: person.actor)
            try file.write(bytes)
            try file.finish("", invocation)
            if !cuts.isEmpty { invocation.console.say(ExportCommand.cut(cuts.map { rows[$0.row] })) }
        }
        return .done
    }

    /// Which cases a workbook does not have whole, and where they are.
    private static func cut(_ rows: [[XLSXFile.Cell]]) -> Phrase {
        var numbers: [String] = []
        for row in rows { if case .text(let number)? = row.first, numbers.last != number { numbers.append(number) } }
        let more = numbers.count - 10
        let shown = numbers.prefix(10)
        return Phrase(
            en: "A cell of a workbook holds \(XLSXFile.cellLimit) characters, so text is cut in it of: "
                + Language.english.listed(shown + (more > 0 ? ["\(more) more"] : [])) + ". Export to csv or jsonl to have it whole.",
            zh: "工作簿单元格最多容纳 \(XLSXFile.cellLimit) 个字符，以下投诉的文字在其中被截断：\(Language.chinese.listed(Array(shown)))"
                + (more > 0 ? "等 \(numbers.count) 件" : "") + "。导出为 csv 或 jsonl 可得全文。"
        )
    }

    /// The cells of a row, with days and times as such.
    private static func cells(_ exported: ExportedCase, _ further: [String], _ rules: DeskRules, today: Day) -> [XLSXFile.Cell] {
        zip(ExportedCase.columns + further, exported.cells(further)).map { column, text in
            if ExportedCase.timeColumns.contains(column), case .instant(let moment)? = TimeReading.read(text, today: today) {
                return .time(rules.zone.localTime(at: moment).time)
            }
            if ExportedCase.dayColumns.contains(column), let day = Day(text) { return .day(day) }
            if ExportedCase.amountColumns.contains(column), let number = Double(text) { return .amount(number) }
            return .text(text)
        }
    }

    /// The command's table.
    static let table = CommandSpec(
        "export",
        Phrase(en: "writes cases to a file that import takes back, or what head office is sent", zh: "导出投诉（import 可再导入），或生成报总行的文件"),
        options: [
            OptionSpec("from", "DATE", Phrase(en: "received on this day or later", zh: "收到日不早于")),
            OptionSpec("to", "DATE", Phrase(en: "received on this day or earlier", zh: "收到日不晚于")),
            OptionSpec(
                "format",
                "FORMAT",
                Phrase(
                    en: "jsonl (signed), csv or xlsx; default: jsonl",
                    zh: "jsonl（已签名）、csv 或 xlsx，默认 jsonl"
                )
            ),
            OptionSpec(
                "for-head-office",
                "PERIOD",
                Phrase(
                    en: "one signed file with the figures of PERIOD, the dossiers and the end of the chain",
                    zh: "生成一份已签名的文件：该期间统计、上报卷和事件链末端"
                )
            ),
            PaperOutput.fileOption, PaperOutput.replaceOption,
            PaperOutput.bomOption,
        ],
        notes: Phrase(
            en:
                "Cases about you are left out. Another desk takes a jsonl file in as history, also what was received since its founding, because the "
                + "signature shows where it comes from; firstdesk verify FILE checks it without the desk.",
            zh: "涉及本人的投诉不在其中。其他投诉台可将 jsonl 文件作为历史记录导入（含其启用后收到的），因签名可证明来源；firstdesk verify FILE 可脱离投诉台核验。"
        ),
        run: ExportCommand.run
    )

    /// The cases of a span that somebody may read, one by one.
    private struct ExportedCases {
        let ledger: Ledger
        let actor: Actor
        let query: RegisterQuery
        let json: CaseJSON
        let total: Int
        let progress: ProgressLine

        init(_ ledger: Ledger, _ actor: Actor, from: Day?, to: Day?, _ invocation: Invocation) throws {
            (self.ledger, self.actor, json) = (ledger, actor, CaseJSON(ledger))
            progress = ProgressLine(invocation.console)
            var query = RegisterQuery(ReadScope(for: actor), order: .received)
            query.receive(from: from, to: to, in: ledger.rules.zone)
            query.textLimit = 1
            self.query = query
            total = try ledger.count(query, limit: Int.max)
        }

        /// Gives each case, newest first.
        ///
        /// - Returns: how many there were.
        func walk(_ body: (ExportedCase) throws -> Void) throws -> Int {
            var (count, page) = (0, RegisterPage.first)
            defer { progress.clear() }
            while true {
                let rows = try ledger.rows(query, page, limit: pageSize)
                for row in rows {
                    try body(ExportedCase(try ledger.open(row.number, by: actor).state, json))
                    count += 1
                    progress.show(Int64(count), of: Int64(total)) { percent in
                        Phrase(en: "Writing \(percent)% of \(total) cases", zh: "正在导出 \(total) 件：\(percent)%")
                    }
                }
                guard rows.count == pageSize, let last = rows.last else { return count }
                page = .after(last)
            }
        }

        /// What history brought with it under names of its own, over all cases.
        func furtherColumns() throws -> [String] {
            var names: Set<String> = []
            _ = try walk { names.formUnion($0.values.keys) }
            return names.subtracting(ExportedCase.columns).sorted()
        }
    }
}
