import ComplaintRules

/// The words of the help that belong to no single command.
enum HelpWords {
    static let usage = Phrase(en: "Usage: ", zh: "用法：")
    static let commands = Phrase(en: "Commands:", zh: "命令：")
    static let operands = Phrase(en: "Arguments:", zh: "参数：")
    static let options = Phrase(en: "Options:", zh: "选项：")
    static let commonOptions = Phrase(en: "Common options:", zh: "通用选项：")
    static let commandPlace = Phrase(en: "[COMMAND]", zh: "[命令]")
    static let optionsPlace = Phrase(en: "[options]", zh: "[选项]")
    static let isRequired = Phrase(en: " (required)", zh: "（必填）")

    static let desk = Phrase(
        en: "the desk's folder; default: $FIRSTDESK_HOME, $XDG_DATA_HOME/firstdesk or ~/.local/share/firstdesk",
        zh: "投诉台文件夹；默认 $FIRSTDESK_HOME、$XDG_DATA_HOME/firstdesk 或 ~/.local/share/firstdesk"
    )
    static let signInAs = Phrase(en: "your staff number", zh: "您的工号")
    static let passcodeFile = Phrase(
        en: "reads your passcode from the first line of FILE (- is standard input); otherwise you are asked for it",
        zh: "从 FILE 首行读取密码（- 为标准输入）；未给出则在终端询问"
    )
    static let language = Phrase(en: "English or Chinese; default: by the locale", zh: "英文或中文；默认按系统区域设置")
    static let staffNumber = Phrase(en: "the staff number", zh: "工号")
    static let day = Phrase(en: "the day", zh: "日期")
    static let why = Phrase(en: "why", zh: "原因")
    static let reasonOption = OptionSpec("reason", "TEXT", required: true, why)
    static let theme = Phrase(en: "the colours of the full-screen desk", zh: "全屏界面的配色")
    static let standingTime = Phrase(
        en: "sets the clock (practice desks only); default: $FIRSTDESK_AT",
        zh: "设定时间，仅限练习网点；默认 $FIRSTDESK_AT"
    )
    static let clockOfLines = Phrase(
        en:
            "On practice desks a line of --input may contain \"at\": the clock from that line on; it cannot go back. With --input, exit status "
            + "1 means that a rule refused a line, 2 that a line could not be read.",
        zh: "练习网点的 --input 各行可带 \"at\"：自该行起的时间，不能倒退。使用 --input 时，退出状态 1 表示有行被规则拒绝，2 表示有行无法识别。"
    )
    static let encodingOption = OptionSpec(
        "encoding",
        "NAME",
        Phrase(
            en: "how the file is encoded, by any name of iconv -l; default: UTF-8, or GB18030 where it is recognised",
            zh: "文件编码（iconv -l 中的名称）；默认 UTF-8 或可辨认的 GB18030"
        )
    )
    static let datesOption = OptionSpec(
        "dates",
        "mdy|dmy|ymd",
        Phrase(en: "in which order dates are written; default: year first", zh: "日期的年月日顺序，默认年在前")
    )
    static let help = Phrase(en: "shows this help", zh: "显示此帮助")
    static let version = Phrase(en: "shows the version", zh: "显示版本")
    static let json = Phrase(en: "prints JSON, one object a line", zh: "输出 JSON，每行一个对象")
    static let number = Phrase(en: "the number of the case, such as 0379-2611-012", zh: "投诉编号，如 0379-2611-012")
    static let reveal = Phrase(en: "shows contacts in full", zh: "完整显示联系方式")

    static let exitStatus = Phrase(
        en: "Exit status: 0 done, 1 refused by the rules, 2 wrong usage, 3 something wrong was found, 4 the data cannot be used, "
            + "5 the sign-in was refused.",
        zh: "退出状态：0 完成；1 规则不允许；2 用法错误；3 发现问题；4 数据无法使用；5 登录被拒。"
    )
}
