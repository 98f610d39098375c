import ComplaintRules

extension BookCommand {
    private static let dayOption = OptionSpec("day", "DAY", Phrase(en: "the day; default: today", zh: "日期，默认今日"))

    private static let lateOption = OptionSpec(
        "reason",
        "TEXT",
        Phrase(en: "why it ends only on a later day (if it was begun on the day)", zh: "当日开始、次日及以后才结束的原因")
    )

    /// That an entry is another one than that with the same page and line.
    static let anotherOption = OptionSpec(
        "another",
        Phrase(en: "it is another entry than one of that page and line", zh: "与同页同行的已登记意见并非同一条")
    )

    /// The table of `book open`.
    static let openTable = CommandSpec(
        "book open",
        Phrase(en: "begins the review of the comment book for a day", zh: "开始查阅某日意见簿"),
        options: [
            dayOption,
            OptionSpec("reason", "TEXT", Phrase(en: "why it is late (for past days)", zh: "补查原因（以往日期必填）")),
        ],
        run: BookCommand.open
    )

    /// The table of `book entry`.
    static let entryTable = CommandSpec(
        "book entry",
        Phrase(en: "logs an entry of the book as a case, and prints its number", zh: "将意见簿中的意见登记为投诉，并打印编号"),
        options: [
            dayOption,
            OptionSpec("written", "DAY", Phrase(en: "the date the customer wrote; default: now", zh: "客户填写日期，默认现在")),
            BookCommand.anotherOption,
            OptionSpec("json", Phrase(en: "prints the new case as JSON", zh: "以 JSON 输出新投诉")),
        ] + BookCommand.entryFields.map(OptionSpec.init),
        run: BookCommand.entry
    )

    /// The table of `book nil`.
    static let nothingTable = CommandSpec(
        "book nil",
        Phrase(en: "ends the review with no new entry", zh: "结束查阅：无新意见"),
        options: [dayOption, lateOption],
        run: BookCommand.nothing
    )

    /// The table of `book close`.
    static let closeTable = CommandSpec(
        "book close",
        Phrase(en: "ends the review", zh: "结束查阅"),
        options: [dayOption, lateOption],
        run: BookCommand.close
    )

    /// The table of `book correct`.
    static let correctTable = CommandSpec(
        "book correct",
        Phrase(en: "corrects how a day of the comment book stands; what stood before stays visible", zh: "更正某日意见簿查阅情况，原记录保留"),
        operands: [OperandSpec("DATE", HelpWords.day)],
        options: [
            OptionSpec(
                "status",
                "STATUS",
                required: true,
                Phrase(verbatim: BookDay.Status.correctable.map(\.rawValue).joined(separator: ", "))
            ),
            HelpWords.reasonOption,
        ],
        run: BookCommand.correct
    )

    /// The table of `book status`.
    static let statusTable = CommandSpec(
        "book status",
        Phrase(en: "shows the review status of each day of a month", zh: "列出某月各日查阅情况"),
        options: [
            OptionSpec("month", "YYYY-MM", Phrase(en: "the month; default: this month", zh: "月份，默认本月")),
            OptionSpec("json", HelpWords.json),
        ],
        run: BookCommand.status
    )
}
