import ComplaintRules

extension InitCommand {
    /// The command's table.
    static let table = CommandSpec(
        "init",
        Phrase(en: "creates a desk and prints its recovery key once", zh: "新建投诉台，并显示恢复密钥（仅此一次）"),
        options: [
            OptionSpec("code", "CODE", required: true, Phrase(en: "the branch's code, the first part of case numbers", zh: "网点代码，投诉编号首段")),
            OptionSpec("name", "NAME", required: true, Phrase(en: "the branch's name", zh: "网点名称")),
            OptionSpec("hotline", "PHONE", required: true, Phrase(en: "the branch's complaints hotline", zh: "投诉电话")),
            OptionSpec("manager", "NUMBER", required: true, Phrase(en: "the branch manager's staff number", zh: "网点负责人工号")),
            OptionSpec("manager-name", "NAME", required: true, Phrase(en: "the branch manager's name", zh: "网点负责人姓名")),
            OptionSpec(
                "passcode-file",
                "FILE",
                Phrase(
                    en:
                        "reads the branch manager's new passcode from the first line of FILE (- is standard input); otherwise you are asked for it",
                    zh: "从 FILE 首行读取网点负责人的新密码（- 为标准输入）；未给出则在终端询问"
                )
            ),
            OptionSpec("timezone", "ZONE", Phrase(en: "e.g. Europe/London; default: the system's", zh: "如 Asia/Shanghai；默认系统时区")),
            OptionSpec(
                "country",
                "CN|GB|US",
                Phrase(
                    en: "whose codes and outside channels it starts with; default: by the time zone",
                    zh: "初始代码和外部渠道所属国家；默认按时区"
                )
            ),
            OptionSpec("opens", "HH:MM", Phrase(en: "opening time; default 09:00", zh: "营业开始时间，默认 09:00")),
            OptionSpec("closes", "HH:MM", Phrase(en: "closing time; default 17:00", zh: "营业结束时间，默认 17:00")),
            OptionSpec("language", "en|zh", Phrase(en: "the language before sign-in; default: yours", zh: "登录前的语言；默认当前语言")),
            OptionSpec("practice", Phrase(en: "a practice desk, for training only", zh: "练习网点，仅供培训")),
            OptionSpec("json", HelpWords.json),
        ],
        run: InitCommand.run
    )
}

extension StaffCommand {
    /// The table of `staff add`.
    static let addTable = CommandSpec(
        "staff add",
        Phrase(en: "adds a member of staff", zh: "增加人员"),
        options: [
            OptionSpec("number", "N", required: true, HelpWords.staffNumber),
            OptionSpec("name", "NAME", required: true, Phrase(en: "the name", zh: "姓名")),
            OptionSpec("role", "ROLE", required: true, Phrase(en: codes(Role.self), zh: "岗位：\(codes(Role.self))")),
            OptionSpec(
                "initial-passcode-file",
                "FILE",
                Phrase(
                    en: "reads the first passcode of the new member from FILE (- is standard input); otherwise you are asked for it",
                    zh: "从 FILE 首行读取新人员的初始密码（- 为标准输入）；未给出则在终端询问"
                )
            ),
        ],
        run: StaffCommand.add
    )

    /// The table of `staff list`.
    static let listTable = CommandSpec(
        "staff list",
        Phrase(en: "lists the staff", zh: "列出人员"),
        options: [OptionSpec("json", HelpWords.json)],
        run: StaffCommand.list
    )

    /// The table of `staff retire`.
    static let retireTable = CommandSpec(
        "staff retire",
        Phrase(en: "marks a member of staff as left; what they did stays", zh: "登记人员调离，其办理记录保留"),
        operands: [OperandSpec("NUMBER", HelpWords.staffNumber, required: false)],
        options: [OptionSpec("number", "N", Phrase(en: "the staff number (same as NUMBER)", zh: "工号（同 NUMBER）"))],
        run: StaffCommand.retire
    )
}

extension StaffCommand {
    private static let number = OptionSpec("number", "N", required: true, HelpWords.staffNumber)

    /// The table of `staff rename`.
    static let renameTable = CommandSpec(
        "staff rename",
        Phrase(en: "changes the name of a member of staff; the old one is kept", zh: "更改人员姓名，原姓名保留"),
        options: [number, OptionSpec("name", "NAME", required: true, Phrase(en: "the new name", zh: "新姓名"))],
        run: StaffCommand.rename
    )

    /// The table of `staff role`.
    static let roleTable = CommandSpec(
        "staff role",
        Phrase(en: "changes the role of a member of staff from now on", zh: "变更岗位，立即生效"),
        options: [number, OptionSpec("role", "ROLE", required: true, Phrase(en: codes(Role.self), zh: "岗位：\(codes(Role.self))"))],
        run: StaffCommand.role
    )

    /// The table of `staff return`.
    static let returnTable = CommandSpec(
        "staff return",
        Phrase(en: "takes a member of staff back who had left", zh: "已调离人员返岗"),
        options: [number],
        run: StaffCommand.comeBack
    )

    /// The table of `staff stand-in`.
    static let standInTable = CommandSpec(
        "staff stand-in",
        Phrase(en: "names who acts for an absent manager; lists the stand-ins without --for", zh: "指定管理人员不在岗期间的代理人；不带 --for 则列出"),
        options: [
            OptionSpec("for", "STAFF", Phrase(en: "who is absent", zh: "被代理人工号")),
            OptionSpec("number", "STAFF", Phrase(en: "who acts for them", zh: "代理人工号")),
            OptionSpec("from", "DAY", Phrase(en: "the first day; default: today", zh: "起始日，默认今日")),
            OptionSpec("to", "DAY", Phrase(en: "the last day; default: the first", zh: "截止日，默认与起始日相同")),
            OptionSpec("end", Phrase(en: "ends it now, before its last day", zh: "提前结束代理，即时生效")),
        ],
        run: StaffCommand.standIn
    )
}

extension CalendarCommand {
    /// The table of `calendar load`.
    static let table = CommandSpec(
        "calendar load",
        Phrase(
            en:
                "loads public holidays and make-up working days from a file, from tomorrow on; days that it does not name, today and the past stay",
            zh: "从文件载入节假日和调休，自明日起生效；文件未列的日期、今日和过去保持不变"
        ),
        operands: [OperandSpec("FILE", Phrase(en: "the file, with a column \"date\"", zh: "含 date 列的文件"))],
        options: [
            OptionSpec("nation", "NAME", Phrase(en: "only the rows of this nation", zh: "仅取该地区的行")),
            OptionSpec(
                "drop-others",
                Phrase(en: "the file has all days of its years: coming ones that it does not name are dropped", zh: "文件含该年全部日期：未列的未来日期删去")
            ),
            HelpWords.encodingOption,
            HelpWords.datesOption,
        ],
        run: CalendarCommand.load
    )
}

extension CalendarCommand {
    /// The table of `calendar correct`.
    static let correctTable = CommandSpec(
        "calendar correct",
        Phrase(
            en:
                "says that the branch is, or was, open or closed on a day otherwise than the calendar has it: a holiday on duty, or a correction",
            zh: "调整某日是否营业：节假日值班，或更正日历"
        ),
        operands: [OperandSpec("DATE", HelpWords.day)],
        options: [
            OptionSpec("open", Phrase(en: "the branch is open", zh: "营业")),
            OptionSpec("closed", Phrase(en: "the branch is closed", zh: "不营业")),
            HelpWords.reasonOption,
        ],
        run: CalendarCommand.correct
    )
}

extension CodesCommand {
    /// The table of `codes load`.
    static let loadTable = CommandSpec(
        "codes load",
        Phrase(
            en: "loads business types and reasons from a CSV file; codes not in the file are no longer offered",
            zh: "从 CSV 文件载入业务类别和原因；文件中没有的不再可选"
        ),
        operands: [
            OperandSpec(
                "FILE",
                Phrase(en: "the file, with columns axis, key, en, zh, pinyin, offered", zh: "含 axis、key、en、zh、pinyin、offered 列的文件")
            )
        ],
        options: [HelpWords.encodingOption],
        run: CodesCommand.load
    )

    /// The table of `codes list`.
    static let listTable = CommandSpec(
        "codes list",
        Phrase(en: "prints the codes as CSV that codes load can read", zh: "以 codes load 可读的 CSV 列出业务类别和原因"),
        options: [OptionSpec("json", HelpWords.json)],
        run: CodesCommand.list
    )
}

extension ScriptsCommand {
    /// The table of `scripts load`.
    static let loadTable = CommandSpec(
        "scripts load",
        Phrase(
            en: "loads model answers from a CSV file or JSON lines; scripts not in the file are no longer offered",
            zh: "从 CSV 文件或 JSON 行载入话术；文件中没有的不再可选"
        ),
        operands: [
            OperandSpec(
                "FILE",
                Phrase(
                    en: "the file, with columns language, key, title, text, business, reason, offered; blanks: \(blanks)",
                    zh: "含 language、key、title、text、business、reason、offered 列的文件；空位：\(blanks)"
                )
            )
        ],
        options: [HelpWords.encodingOption],
        run: ScriptsCommand.load
    )

    private static let blanks = ScriptBlank.allCases.map(\.braced).joined(separator: " ")

    /// The table of `scripts list`.
    static let listTable = CommandSpec(
        "scripts list",
        Phrase(en: "prints the scripts as CSV that scripts load can read", zh: "以 scripts load 可读的 CSV 列出话术"),
        options: [OptionSpec("json", HelpWords.json)],
        run: ScriptsCommand.list
    )

    /// The table of `scripts show`.
    static let showTable = CommandSpec(
        "scripts show",
        Phrase(en: "prints a script, with its blanks filled from a case", zh: "显示话术，并以投诉信息填入空位"),
        operands: [
            OperandSpec("KEY", Phrase(en: "the script's key", zh: "话术的键")),
            OperandSpec("NUMBER", HelpWords.number, required: false),
        ],
        run: ScriptsCommand.show
    )
}

extension SettingsCommand {
    private static let names = Phrase.listed(Setting.all.map { Phrase(verbatim: $0.name) })

    /// The table of `settings get`.
    static let getTable = CommandSpec(
        "settings get",
        Phrase(en: "shows the settings, or one of them", zh: "显示设置"),
        operands: [
            OperandSpec(
                "NAME",
                names,
                required: false
            )
        ],
        options: [OptionSpec("json", HelpWords.json)],
        run: SettingsCommand.get
    )

    /// The table of `settings set`.
    static let setTable = CommandSpec(
        "settings set",
        Phrase(en: "changes a setting", zh: "更改设置"),
        operands: [
            OperandSpec("NAME", names),
            OperandSpec(
                "VALUE",
                Phrase(
                    en: "the new value; rules as 3d, 7wd or 60m, hours as 09:00-12:00,13:30-17:00 or closed",
                    zh: "新值；时限写成 3d、7wd 或 60m，营业时间写成 09:00-12:00,13:30-17:00 或 closed"
                )
            ),
        ],
        options: [
            OptionSpec(
                "from",
                "DAY",
                Phrase(en: "the day hours, a tier or a rule take effect; default: tomorrow", zh: "营业时间、权限或时限的生效日，默认明日")
            ),
            OptionSpec(
                "reference",
                "TEXT",
                Phrase(en: "head office's, for what the branch manager may promise", zh: "总行文号（调整网点负责人权限时必填）")
            ),
        ],
        run: SettingsCommand.set
    )
}

extension PasscodeCommand {
    /// The command's table.
    static let table = CommandSpec(
        "passcode",
        Phrase(en: "changes your passcode", zh: "更改本人密码"),
        options: [
            OptionSpec(
                "new-passcode-file",
                "FILE",
                Phrase(
                    en: "reads the new passcode from the first line of FILE (- is standard input); otherwise you are asked for it",
                    zh: "从 FILE 首行读取新密码（- 为标准输入）；未给出则在终端询问"
                )
            ),
            OptionSpec(
                "recovery-key-file",
                "FILE",
                Phrase(en: "reads the desk's recovery key from FILE, in place of a forgotten passcode", zh: "忘记密码时，从 FILE 读取恢复密钥")
            ),
            OptionSpec(
                "new-recovery-key",
                Phrase(en: "prints a new recovery key, as a new branch manager has; the one before is void", zh: "打印新的恢复密钥（新任网点负责人用），原密钥作废")
            ),
        ],
        run: PasscodeCommand.run
    )
}

extension DueCommand {
    /// The command's table.
    static let table = CommandSpec(
        "due",
        Phrase(
            en: "counts what is overdue, due today, to accept and to sign; no customer data, no sign-in needed",
            zh: "统计逾期、今日到期、待接收、待签字；不含客户信息，无须登录"
        ),
        options: [OptionSpec("json", HelpWords.json)],
        run: DueCommand.run
    )
}

extension VerifyCommand {
    /// The command's table.
    static let table = CommandSpec(
        "verify",
        Phrase(
            en: "checks chain, signatures and tables, and reports the first fault; no sign-in needed",
            zh: "校验事件链、签名和数据表，指出首个问题；无须登录"
        ),
        operands: [
            OperandSpec("FILE", Phrase(en: "a signed file of a desk, checked without it", zh: "投诉台的签名文件，可脱离投诉台核验"), required: false)
        ],
        options: [
            OptionSpec("seal", "S", Phrase(en: "a seal from the paper file, to prove the end as well", zh: "纸质档案中的封签，可同时证明末尾完整")),
            OptionSpec("json", HelpWords.json),
        ],
        run: VerifyCommand.run
    )
}

extension SealCommand {
    /// The command's table.
    static let table = CommandSpec(
        "seal",
        Phrase(en: "checks the desk and prints its current seal for the paper file; no sign-in needed", zh: "校验后打印当前封签，存入纸质档案；无须登录"),
        options: [OptionSpec("json", HelpWords.json)],
        run: SealCommand.run
    )
}
