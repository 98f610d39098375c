import ComplaintRules
import Ledger

extension LogCommand {
    /// The command's table.
    static let table = CommandSpec(
        "log",
        Phrase(en: "logs a complaint, and prints its number once it is on the disk", zh: "登记投诉，存盘后打印编号"),
        options: Intake.fields.map(OptionSpec.init) + [
            OptionSpec("scan", "FILE", Phrase(en: "letter: a scan; a copy of it is kept", zh: "信函：扫描件（复制存档）")),
            BookCommand.anotherOption,
            OptionSpec("answer", "TEXT", Phrase(en: "answers it on the spot, in the same step", zh: "同时当场答复")),
            OptionSpec("hand-over-to", "STAFF", Phrase(en: "hands it over to a manager, in the same step", zh: "同时移交给管理人员")),
            OptionSpec("plain", Phrase(en: "asks line by line", zh: "逐行询问")),
            OptionSpec(
                "input",
                "FILE",
                Phrase(
                    en: "reads JSON lines with the same names (- is standard input); refused lines are reported, the rest go on",
                    zh: "读取同名字段的 JSON 行（- 为标准输入）；未通过的行会逐一指出，其余照常处理"
                )
            ),
            HelpWords.encodingOption,
            OptionSpec("json", Phrase(en: "prints the new case as JSON in place of its number", zh: "以 JSON 输出新投诉")),
        ],
        notes: Phrase(
            en: "--channel and --text are required unless --plain or --input is given. Times are 2026-11-22T09:14, 2026-11-22 or 09:14, "
                + "in the branch's time. " + HelpWords.clockOfLines.english,
            zh: "除非给出 --plain 或 --input，--channel 和 --text 必填。时间写成 2026-11-22T09:14、2026-11-22 或 09:14，按网点时区。"
                + HelpWords.clockOfLines.chinese
        ),
        run: LogCommand.run
    )
}

extension ActCommand {
    /// The command's table.
    static let table = CommandSpec(
        "act",
        Phrase(en: "performs an action on a case", zh: "对一件投诉办理操作"),
        operands: [
            OperandSpec("NUMBER", HelpWords.number, required: false),
            OperandSpec("ACT", Phrase(en: codes(ActKind.self), zh: "操作：\(codes(ActKind.self))"), required: false),
        ],
        options: [
            OptionSpec(
                "json",
                value: .json("'{...}'|-"),
                Phrase(
                    en: "the act's fields as a JSON object (- reads it from standard input); prints JSON, with or without fields",
                    zh: "以 JSON 对象给出字段（- 从标准输入读取）；同时以 JSON 输出"
                )
            ),
            OptionSpec("list", Phrase(en: "lists which actions are possible now, and why the others are not", zh: "列出现在可办理的操作，及其他不可办理的原因")),
            OptionSpec(
                "input",
                "FILE",
                Phrase(
                    en:
                        "reads JSON lines {\"number\": …, \"act\": …} with the act's fields, each done by itself (- is standard input); a line "
                        + "that is refused is named, the rest goes on",
                    zh: "读取 JSON 行 {\"number\": …, \"act\": …} 及该操作的字段，逐行办理（- 为标准输入）；未通过的行会逐一指出，其余照常处理"
                )
            ),
            HelpWords.encodingOption,
            OptionSpec("describe", Phrase(en: "describes all actions and their fields; no sign-in needed", zh: "列出所有操作及其字段；无须登录")),
        ],
        notes: HelpWords.clockOfLines,
        run: ActCommand.run
    )
}

extension ListCommand {
    /// All orders, each with what it means.
    private static var orders: Phrase {
        func told(_ language: Language) -> String {
            RegisterQuery.Order.allCases.map { language.labelled(Phrase(verbatim: $0.rawValue), language($0.label)) }
                .joined(separator: language == .english ? "; " : "；")
        }
        return Phrase(en: told(.english), zh: told(.chinese))
    }

    /// The command's table.
    static let table = CommandSpec(
        "list",
        Phrase(en: "lists cases", zh: "列出投诉"),
        options: [
            OptionSpec(
                "stage",
                "STAGE",
                Phrase(en: "one or more, with commas: \(codes(Stage.self))", zh: "状态，可用逗号并列：\(codes(Stage.self))")
            ),
            OptionSpec(
                "channel",
                "CHANNEL",
                Phrase(en: "one or more, with commas: \(codes(Channel.self))", zh: "渠道，可用逗号并列：\(codes(Channel.self))")
            ),
            OptionSpec(
                "came-by",
                "SOURCE",
                Phrase(en: "one or more, with commas: \(codes(IntakeSource.self))", zh: "来源，可用逗号并列：\(codes(IntakeSource.self))")
            ),
            OptionSpec("search", "WORDS", Phrase(en: "only cases that contain these words", zh: "仅含这些词的投诉")),
            OptionSpec("from", "DAY", Phrase(en: "received on this day or later", zh: "收到日期不早于此日")),
            OptionSpec("to", "DAY", Phrase(en: "received on this day or earlier", zh: "收到日期不晚于此日")),
            OptionSpec("overdue", Phrase(en: "only what is overdue, the longest first", zh: "仅逾期投诉，逾期最久者在前")),
            OptionSpec("order", "ORDER", ListCommand.orders),
            OptionSpec(
                "limit",
                "N",
                Phrase(en: "at most N, 0 for all; default 50, with --json all", zh: "最多件数，0 为全部；默认 50，JSON 为全部")
            ),
            OptionSpec("reveal", HelpWords.reveal),
            OptionSpec("json", HelpWords.json),
        ],
        run: ListCommand.run
    )
}

extension ShowCommand {
    /// The command's table.
    static let table = CommandSpec(
        "show",
        Phrase(en: "shows a case, or several, with clocks and timeline", zh: "显示投诉（可多件）、时限和办理过程"),
        operands: [OperandSpec("NUMBER", HelpWords.number, repeated: true)],
        options: [
            OptionSpec("events", Phrase(en: "shows every event in full", zh: "完整显示每个事件")),
            OptionSpec("reveal", HelpWords.reveal),
            OptionSpec(
                "attachment",
                "N",
                Phrase(en: "saves the scan of the case's Nth attachment, with --output", zh: "另存第 N 个附件的扫描件，须带 --output")
            ),
            OptionSpec("output", "FILE", Phrase(en: "where to save the scan; the file must not exist yet", zh: "扫描件存放处，不得已有文件")),
            OptionSpec("json", Phrase(en: "prints each case, its clocks and events as one object", zh: "每件投诉及其时限、事件以一个 JSON 对象输出")),
        ],
        run: ShowCommand.run
    )
}
