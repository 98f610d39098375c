import ComplaintRules
import DeskScreens
import Ledger

import enum TerminalKit.TextWidth

/// `erase`: erases the contents of cases past their time.
enum EraseCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        let text = try arguments.required("closed-before")
        let day = try ParsedArguments.day("closed-before", text)
        let (ledger, person) = try invocation.openSignedIn()
        let done = try ledger.erase(closedBefore: day, by: person.actor)
        if arguments.has("json") {
            invocation.printJSON([
                "erased": .list(done.numbers.map { .text($0) }), "held": .list(done.held.map { .text($0) }),
                "awaited": .list(done.awaited.map { .text($0) }),
                "attachments": JSONValue(done.attachments), "drafts": JSONValue(done.drafts), "backups": JSONValue(done.backups),
            ])
        } else {
            for number in done.numbers { invocation.console.output.line("\(number)  \(invocation.language(Term.contentsErased))") }
        }
        for line in KeepingWords.erased(done) { invocation.console.say(line) }
        return .done
    }

    /// The command's table.
    static let table = CommandSpec(
        "erase",
        Phrase(
            en: "erases the contents of cases past their time, and prints their numbers; for the branch manager",
            zh: "清除超过保存期限的投诉内容，并列出编号；由网点负责人办理"
        ),
        options: [
            OptionSpec("closed-before", "DAY", required: true, Phrase(en: "cases closed before this day", zh: "此日之前办结的投诉")),
            OptionSpec("json", HelpWords.json),
        ],
        notes: Phrase(
            en:
                "How long cases are kept: settings retention-years and important-retention-years. Numbers, codes, dates and clocks stay. "
                + "The desk's own backups go too; other copies are yours to remove.",
            zh: "保存年限见设置 retention-years 和 important-retention-years。编号、代码、日期和时限保留。投诉台文件夹中的备份一并删除，其他副本请自行删除。"
        ),
        run: EraseCommand.run
    )
}

/// `audit`: the events, for the auditor and the branch manager.
enum AuditCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        let (ledger, person) = try invocation.openSignedIn()
        let start = try arguments.day("from").map { day in
            ledger.rules.zone.moment(of: LocalTime(day: day, time: TimeOfDay(minutesAfterMidnight: 0)))
        }
        let zone = ledger.rules.zone
        let words = CaseWords(invocation.language, ledger.rules, showsContacts: false, arrow: "->")
        try ledger.audit(from: start, by: person.actor) { entry in
            if arguments.has("json") {
                invocation.printJSON([
                    "seq": JSONValue(entry.seq), "at": .text(zone.iso(entry.at)), "by": .text(entry.by),
                    "for": entry.onBehalfOf.isEmpty ? .null : .text(entry.onBehalfOf), "number": JSONValue(entry.number),
                    "act": .text(entry.kind), "erased": .truth(entry.isErased),
                    "clockBehind": clock(entry.clock, .behind), "clockAhead": clock(entry.clock, .ahead),
                    "passcodeGivenBy": .list(entry.passcodeGivenBy.map { .text($0.text) }),
                    "judgedBefore": JSONValue(entry.judgedBefore.map(zone.iso)),
                ])
                return
            }
            var parts = ["\(entry.seq)", zone.iso(entry.at), entry.who(words), entry.number, entry.what(words)].compactMap { $0 }
            if let before = entry.judgedBefore { parts.append("! \(invocation.language(KeepingWords.judgedBefore(zone.iso(before))))") }
            invocation.console.output.line(TextWidth.visible(parts.joined(separator: "  ")))
        }
        return .done
    }

    private enum ClockFault { case behind, ahead }

    /// By how many milliseconds the computer's clock stood behind the latest moment, or came so long after it; null where it did not.
    private static func clock(_ mark: ClockMark?, _ fault: ClockFault) -> JSONValue {
        switch (mark, fault) {
        case (.behind(let distance), .behind), (.ahead(let distance), .ahead): JSONValue(distance)
        default: .null
        }
    }

    /// The command's table.
    static let table = CommandSpec(
        "audit",
        Phrase(en: "lists the events: who did what, when, for whom, on which case", zh: "列出事件：何人、何时、代何人、对哪一件、做了什么"),
        options: [
            OptionSpec("from", "DAY", Phrase(en: "from this day on; default: all", zh: "起始日，默认全部")),
            OptionSpec("json", HelpWords.json),
        ],
        run: AuditCommand.run
    )
}

/// `archive`: which paper is out, and with whom.
enum ArchiveCommand {
    static func out(_ invocation: Invocation) throws -> ExitStatus {
        guard let number = invocation.arguments.operand(0) else { throw UsageError.missingOperand("NUMBER") }
        let (ledger, person) = try invocation.openSignedIn()
        let who = try invocation.arguments.required("to")
        try ledger.signOutPaper(of: number, to: who, by: person.actor)
        invocation.console.say(Phrase(en: "\(who) has the paper of \(number).", zh: "\(number) 的纸质档案已由\(who)借出。"))
        return .done
    }

    static func back(_ invocation: Invocation) throws -> ExitStatus {
        guard let number = invocation.arguments.operand(0) else { throw UsageError.missingOperand("NUMBER") }
        let (ledger, person) = try invocation.openSignedIn()
        try ledger.returnPaper(of: number, by: person.actor)
        return .done
    }

    static func list(_ invocation: Invocation) throws -> ExitStatus {
        let (ledger, person) = try invocation.openSignedIn()
        let zone = ledger.rules.zone
        for paper in try ledger.papersOut(by: person.actor) {
            if invocation.arguments.has("json") {
                invocation.printJSON([
                    "number": .text(paper.number), "to": .text(paper.to), "at": .text(zone.iso(paper.at)), "by": .text(paper.by.text),
                ])
            } else {
                invocation.console.output.line([paper.number, zone.iso(paper.at), paper.to, paper.by.text].joined(separator: "  "))
            }
        }
        return .done
    }

    private static let number = OperandSpec("NUMBER", Phrase(en: "the case", zh: "投诉编号"))

    /// The table of `archive out`.
    static let outTable = CommandSpec(
        "archive out",
        Phrase(en: "records who takes the paper of a case out of the archive", zh: "登记纸质档案借出"),
        operands: [number],
        options: [OptionSpec("to", "WHO", required: true, Phrase(en: "who takes it", zh: "借阅人"))],
        run: ArchiveCommand.out
    )

    /// The table of `archive back`.
    static let backTable = CommandSpec(
        "archive back",
        Phrase(en: "records that the paper of a case came back", zh: "登记纸质档案归还"),
        operands: [number],
        run: ArchiveCommand.back
    )

    /// The table of `archive list`.
    static let listTable = CommandSpec(
        "archive list",
        Phrase(en: "lists the papers that are out", zh: "列出借出的纸质档案"),
        options: [OptionSpec("json", HelpWords.json)],
        run: ArchiveCommand.list
    )
}
