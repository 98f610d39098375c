import ComplaintRules
import DeskPapers
import DeskScreens
import Ledger

/// `paper`: a paper of a case, of a period or of the desk, as text, HTML or PDF, to a file or to the printer.
enum PaperCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        guard let name = arguments.operand(0), let kind = PaperKind.named(Written.plain(name).lowercased()) else {
            throw UsageError.noSuchPaper(arguments.operand(0) ?? "", known: PaperKind.all.map { .init(code: $0.name, label: $0.label) })
        }
        let isPrinting = arguments.has("print")
        let columns = try arguments.count("columns")
        // Who says how many columns a line has has a printer of lines.
        let format: PaperFormat = try arguments.code("format") ?? (isPrinting && columns == nil ? .pdf : .text)
        // A printer would print the source of a page.
        if isPrinting, format == .html { throw UsageError.together("print", "format html") }
        if let columns, !TextWriter.widths.contains(columns) {
            throw UsageError.outOfRange(option: "columns", columns, TextWriter.widths)
        }
        let copies = try arguments.count("copies") ?? 1
        if !Printer.copies.contains(copies) { throw UsageError.outOfRange(option: "copies", copies, Printer.copies) }
        if arguments.has("model"), !kind.takesModel {
            throw UsageError.takesNoModel(kind.name, known: PaperKind.all.filter(\.takesModel).map(\.name))
        }
        try PaperOutput(invocation).check()
        let model = try arguments.value("model").map(TextFile.read)
        let subject = try subject(of: kind, arguments.operand(1))
        let (ledger, person) = try invocation.openSignedIn()
        if case .period(let period) = subject { try invocation.tellFounding(period, in: ledger) }
        let progress = ProgressLine(invocation.console)
        let desk = PaperDesk(ledger, person.actor, invocation.language, showsContacts: arguments.has("reveal")) { done, total in
            progress.show(Int64(done), of: Int64(total)) { percent in
                Phrase(en: "Reading \(percent)% of \(total) cases", zh: "正在读取 \(total) 件：\(percent)%")
            }
        }
        var material = try desk.material(for: kind, subject)
        progress.clear()
        material.model = model
        let document = try kind.document(material)
        let bytes = try format.bytes(document, columns: columns, invocation)
        // What the printer did not take has not left the desk.
        if isPrinting {
            try toPrinter(bytes, format, document, invocation)
            try ledger.recordExport(desk.export(of: kind, material, isPrinted: true), by: person.actor)
        }
        guard !isPrinting || arguments.has("output") else { return .done }
        if PaperOutput(invocation).leavesDesk {
            try ledger.recordExport(desk.export(of: kind, material, isPrinted: false), by: person.actor)
        }
        try PaperOutput(invocation).write(bytes)
        return .done
    }

    private static func subject(of kind: PaperKind, _ text: String?) throws(UsageError) -> PaperDesk.Subject {
        switch kind.subject {
        case .oneCase:
            guard let text else { throw .missingOperand("NUMBER") }
            return .number(text)
        case .desk:
            if let text { throw .tooMany(text) }
            return .today
        case .register, .book, .figures, .day:
            guard let text else { return .today }
            guard let period = FiguresPeriod(Written.plain(text)) else { throw .notAPeriod(option: "PERIOD", text) }
            return .period(period)
        }
    }

    /// Hands the paper to the system's printer.
    private static func toPrinter(_ bytes: [UInt8], _ format: PaperFormat, _ document: Document, _ invocation: Invocation) throws {
        _ = try Printer.queue(
            bytes,
            isPages: format == .pdf,
            isLandscape: document.isLandscape,
            to: invocation.arguments.value("printer"),
            copies: invocation.arguments.count("copies") ?? 1,
            isTwoSided: invocation.arguments.has("two-sided")
        ).written(waits: true)
        invocation.console.say(
            Phrase(en: "Sent to the printer. CUPS may keep a copy of it for a day.", zh: "已送打印机。CUPS 可能保留副本一天。")
        )
    }

    /// The command's table.
    static let table = CommandSpec(
        "paper",
        Phrase(en: "prints a paper: a slip, a handling sheet, a letter, a register, a report", zh: "打印单据：回执、处理单、回复函、登记簿、报告等"),
        operands: [
            OperandSpec(
                "KIND",
                Phrase(
                    en: Language.english.listed(PaperKind.all.map { "\($0.name) (\($0.label.english))" }),
                    zh: Language.chinese.listed(PaperKind.all.map { "\($0.name)（\($0.label.chinese)）" })
                )
            ),
            OperandSpec(
                "NUMBER|PERIOD",
                Phrase(
                    en: "the case, or the period (default: today, or this month)",
                    zh: "投诉编号，或期间（默认今日或本月）"
                ),
                required: false
            ),
        ],
        options: [
            OptionSpec(
                "format",
                "FORMAT",
                Phrase(
                    en: "text, html or pdf (default: text; pdf with --print, but text with --columns)",
                    zh: "text、html 或 pdf（默认 text，带 --print 时为 pdf，同时给出 --columns 时为 text）"
                )
            ),
            PaperOutput.fileOption, PaperOutput.replaceOption,
            OptionSpec("print", Phrase(en: "sends it to the printer (lp)", zh: "送打印机（lp）")),
            OptionSpec("printer", "NAME", Phrase(en: "which printer; default: the system's own", zh: "打印机名称，默认系统打印机")),
            OptionSpec("copies", "N", Phrase(en: "how many copies are printed; default: 1", zh: "打印份数，默认 1")),
            OptionSpec("two-sided", Phrase(en: "prints on both sides of a sheet", zh: "双面打印")),
            OptionSpec("columns", "N", Phrase(en: "columns of text; 32 or 48 for a receipt printer", zh: "文本列数；小票打印机为 32 或 48")),
            PaperOutput.asciiOption,
            OptionSpec("model", "FILE", Phrase(en: "a model of your own for a letter, with {blanks}", zh: "信函用自备模板，含 {空格}")),
            OptionSpec("reveal", Phrase(en: "contacts as they are, not masked", zh: "联系方式不隐藏")),
        ],
        run: PaperCommand.run
    )
}
