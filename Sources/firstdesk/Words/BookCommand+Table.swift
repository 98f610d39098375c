import ComplaintRules

extension BookCommand {
    private static let dayOption = OptionSpec("day", "DAY", Phrase(en: "the day; today if not said", zh: "日期，默认今日"))

    /// The table of `book open`.
    static let openTable = CommandSpec(
        "book open",
        Phrase(en: "begins the review of a day of the comment book", zh: "开始查阅某日意见簿"),
        options: [
            dayOption,
            OptionSpec("reason", "TEXT", Phrase(en: "why it is late, for a day gone by", zh: "补查原因（以往日期必填）")),
        ],
        run: BookCommand.open
    )

    /// The table of `book entry`.
    static let entryTable = CommandSpec(
        "book entry",
        Phrase(en: "logs an entry of the book as a case, and prints its number", zh: "将意见簿记录登记为投诉，并打印编号"),
        options: [
            dayOption,
            OptionSpec("written", "DAY", Phrase(en: "the date that the customer wrote; now if not said", zh: "客户写入日期，默认现在")),
            OptionSpec("page", "N", Phrase(en: "the page", zh: "页")), OptionSpec("line", "N", Phrase(en: "the line", zh: "行")),
            OptionSpec("text", "TEXT", required: true, Phrase(en: "what is written", zh: "内容")),
            OptionSpec("customer", "NAME", Phrase(en: "who wrote it, if said", zh: "客户姓名（如有）")),
            OptionSpec("contact", "CONTACT", Phrase(en: "the contact, if left", zh: "联系方式（如有）")),
            OptionSpec("asks", "TEXT", Phrase(en: "what they ask for", zh: "客户诉求")),
            OptionSpec("business", "CODE", Phrase(en: "the business type", zh: "业务类别")),
            OptionSpec("reason", "CODE", Phrase(en: "the reason", zh: "原因")),
            OptionSpec("about", "STAFF", Phrase(en: "the staff or department complained about", zh: "涉及人员或部门")),
            OptionSpec("json", Phrase(en: "prints the new case as JSON", zh: "以 JSON 输出新案件")),
        ],
        run: BookCommand.entry
    )

    /// The table of `book nil`.
    static let nothingTable = CommandSpec(
        "book nil",
        Phrase(en: "ends the review: there was no new entry", zh: "结束查阅：无新意见"),
        options: [dayOption],
        run: BookCommand.nothing
    )

    /// The table of `book close`.
    static let closeTable = CommandSpec(
        "book close",
        Phrase(en: "ends the review", zh: "结束查阅"),
        options: [dayOption],
        run: BookCommand.close
    )

    /// The table of `book status`.
    static let statusTable = CommandSpec(
        "book status",
        Phrase(en: "tells how the days of a month stand", zh: "列出某月各日查阅情况"),
        options: [
            OptionSpec("month", "YYYY-MM", Phrase(en: "the month; this one if not said", zh: "月份，默认本月")),
            OptionSpec("json", HelpWords.json),
        ],
        run: BookCommand.status
    )
}
