import ComplaintRules
import DeskScreens
import TableFiles
import TerminalKit

extension UsageError {
    /// The error as a sentence.
    var sentence: Phrase {
        switch self {
        case .unknownCommand(let name, let nearest):
            Phrase(
                en: "There is no command \"\(name)\".\(UsageError.meant(nearest, .english))",
                zh: "没有命令“\(name)”。\(UsageError.meant(nearest, .chinese))"
            )
        case .groupAlone(let name, let members):
            Phrase(
                en: "\"\(name)\" needs another word: \(members.joined(separator: ", ")).",
                zh: "“\(name)”之后须加：\(members.joined(separator: "、"))。"
            )
        case .unknownOption(let name, let nearest):
            Phrase(
                en: "There is no option \(name) here.\(UsageError.meant(nearest, .english))",
                zh: "此处没有选项 \(name)。\(UsageError.meant(nearest, .chinese))"
            )
        case .missingValue(let name):
            Phrase(
                en: "--\(name) needs a value. Write one that begins with dashes as --\(name)=VALUE.",
                zh: "--\(name) 缺少值。以横线开头的值请写成 --\(name)=值。"
            )
        case .takesNoValue(let name):
            Phrase(en: "--\(name) takes no value.", zh: "--\(name) 不带值。")
        case .givenTwice(let name):
            Phrase(en: "--\(name) was given twice. Give it once.", zh: "--\(name) 重复给出，请只给一次。")
        case .missingOption(let name):
            Phrase(en: "--\(name) is missing.", zh: "缺少 --\(name)。")
        case .missingOperand(let name):
            Phrase(en: "\(name) is missing.", zh: "缺少 \(name)。")
        case .tooMany(let text):
            Phrase(
                en: "\"\(text)\" is not expected here. Put quotes around values with spaces.",
                zh: "此处不应有“\(text)”。含空格的值请加引号。"
            )
        case .together(let first, let second):
            Phrase(
                en: "--\(first) and --\(second) cannot be used together. Give one of them.",
                zh: "--\(first) 与 --\(second) 不能同时使用，请只给一个。"
            )
        case .notOneOf(let option, let text, let codes):
            Phrase(
                en: "--\(option): \"\(text)\" is not one of: \(UsageError.listed(codes, .english)).",
                zh: "--\(option)：没有“\(text)”，应为以下之一：\(UsageError.listed(codes, .chinese))。"
            )
        case .notACount(let option, let text):
            Phrase(en: "--\(option): \"\(text)\" is not a whole number. Write it as 12.", zh: "--\(option)：“\(text)”不是整数，请写成 12。")
        case .outOfRange(let option, let count, let range):
            Phrase(
                en: "--\(option): \(count) is out of range. Give a number from \(range.lowerBound) to \(range.upperBound).",
                zh: "--\(option)：\(count) 超出范围，请给出 \(range.lowerBound) 至 \(range.upperBound) 之间的数。"
            )
        case .takesNoModel(let name, let known):
            Phrase(
                en: "--model: the paper \(name) is not made from a model. These are: \(Language.english.listed(known)).",
                zh: "--model：单据 \(name) 不用模板；可用模板的有：\(Language.chinese.listed(known))。"
            )
        case .fileIsThere(let path):
            Phrase(
                en: "\(path) is there already; nothing was written. Give another name, or --replace to overwrite it.",
                zh: "\(path) 已存在，未写入任何内容。请另取文件名，或加 --replace 覆盖。"
            )
        case .notATime(let option, let text):
            Phrase(
                en: "--\(option): \"\(text)\" is not a time. Write it as 2026-11-22T09:14, 2026-11-22 or 09:14.",
                zh: "--\(option)：“\(text)”不是时间，请写成 2026-11-22T09:14、2026-11-22 或 09:14。"
            )
        case .notADay(let option, let text):
            Phrase(
                en: "\(UsageError.named(option)): \"\(text)\" is not a date. Write it as 2026-11-22.",
                zh: "\(UsageError.named(option))：“\(text)”不是日期，请写成 2026-11-22。"
            )
        case .notAPeriod(let option, let text):
            Phrase(
                en: "--\(option): \"\(text)\" is not a period. Write 2026, 2026-H2, 2026-Q4, 2026-11, 2026-W48, 2026-11-26 or "
                    + "2026-11-01..2026-11-15.",
                zh: "--\(option)：“\(text)”不是期间。请写成 2026、2026-H2、2026-Q4、2026-11、2026-W48、2026-11-26 或 2026-11-01..2026-11-15。"
            )
        case .noSuchPaper(let name, let known):
            Phrase(
                en: "There is no paper \"\(name)\". There are: \(UsageError.listed(known, .english)).",
                zh: "没有单据“\(name)”。可用：\(UsageError.listed(known, .chinese))。"
            )
        case .periodNotBegun(let text):
            Phrase(
                en: "\(text) has not begun yet, so there are no figures for it. Ask for a period that has.",
                zh: "\(text) 尚未开始，没有统计数据。请选择已开始的期间。"
            )
        case .notAMonth(let option, let text):
            Phrase(
                en: "--\(option): \"\(text)\" is not a month. Write it as 2026-11.",
                zh: "--\(option)：“\(text)”不是月份，请写成 2026-11。"
            )
        case .noSuchIssue(let month, let issue, let count):
            count == 0
                ? Phrase(
                    en: "The report for \(month) has not been issued yet. Issue it with --issued once the month has ended.",
                    zh: "\(month) 的报告尚未出具；月份结束后用 --issued 出具。"
                )
                : Phrase(
                    en: "The report for \(month) has no issue \(issue); it was issued \(count == 1 ? "once" : "\(count) times").",
                    zh: "\(month) 的报告没有第 \(issue) 次出具，共出具 \(count) 次。"
                )
        case .notOfChannel(let option, let channels):
            Phrase(
                en:
                    "--\(option) is only for these channels: \(Language.english.listed(channels.map(\.rawValue))). Leave it out, or give another "
                    + "--channel.",
                zh:
                    "--\(option) 仅用于以下渠道：\(Language.chinese.listed(channels.map { "\($0.label.chinese)（\($0.rawValue)）" }))。请勿给出，或改用其他 --channel。"
            )
        case .onlyForRules(let name):
            Phrase(
                en: "--from is only for hours, tiers and clock rules; \(name) changes at once. Leave it out.",
                zh: "--from 仅用于营业时间、权限和时限；\(name) 立即生效，请勿给出。"
            )
        case .timeGoesBack(let text):
            Phrase(
                en: "\"at\": \(text) is before the time of the lines above; the clock never goes back.",
                zh: "“at”：\(text) 早于前面各行的时间，时钟不能倒退。"
            )
        case .daysBackwards:
            Phrase(en: "--to is before --from. Give a later --to.", zh: "--to 早于 --from，请给出更晚的 --to。")
        case .notAStaffNumber(let option, let text):
            Phrase(
                en: "--\(option): \"\(text)\" is not a staff number: one to twelve letters or digits.",
                zh: "--\(option)：“\(text)”不是工号：一至十二位字母或数字。"
            )
        case .notABranchCode(let text):
            Phrase(
                en: "--code: \"\(text)\" is not a branch code: one to twelve letters or digits.",
                zh: "--code：“\(text)”不是网点代码：一至十二位字母或数字。"
            )
        case .noSuchTimeZone(let text):
            Phrase(
                en: "--timezone: \"\(text)\" is not in the system's zone database (package tzdata). Write it like Asia/Shanghai.",
                zh: "--timezone：系统时区库（tzdata）中没有“\(text)”，请写成 Asia/Shanghai。"
            )
        case .unknownAct(let name, let nearest, let known):
            Phrase(
                en:
                    "There is no act \"\(name)\".\(UsageError.meant(nearest, .english)) The acts are: \(UsageError.listed(known, .english)).",
                zh: "没有操作“\(name)”。\(UsageError.meant(nearest, .chinese))可用操作：\(UsageError.listed(known, .chinese))。"
            )
        case .notABackupKey(let text):
            Phrase(
                en: "\(text) is not a backup key, or a character of it is wrong. firstdesk backup --new-key FILE makes one.",
                zh: "\(text) 不是备份密钥，或有字符错误。firstdesk backup --new-key FILE 可新建。"
            )
        case .notASeal(let text):
            Phrase(
                en: "\"\(text)\" is not a seal, or one of its characters is wrong. Copy it again from the paper file.",
                zh: "“\(text)”不是封签，或有字符抄错。请对照纸质档案重抄。"
            )
        case .notAnObject(.unreadable(let fault)): fault.sentence
        case .notAnObject(.noObject):
            Phrase(
                en: "That is JSON, but not an object. Write it as {\"text\": \"…\"}.",
                zh: "是 JSON，但不是对象。请写成 {\"text\": \"…\"}。"
            )
        case .notAnObject(.nested(let name)):
            Phrase(
                en: "\"\(name)\" holds a list or an object; a field can only hold text, a number, or yes or no.",
                zh: "“\(name)”是列表或对象；字段只能是文本、数字或“是/否”。"
            )
        case .unwritable(let path, let reason):
            Phrase(
                en: "\(path) cannot be written: \(reason). Give another path.",
                zh: "无法写入 \(path)：\(Phrase.system(reason).chinese)。请换一个路径。"
            )
        case .noWorkbooks(let package):
            Phrase(
                en: "No workbook can be written here. Install \"apt-get install \(package)\", or take the table with --format csv.",
                zh: "此处无法写出工作簿。请用“apt-get install \(package)”安装所需程序库，或用 --format csv 输出表格。"
            )
        case .badCalendar(let fault): fault.sentence
        case .badCodes(let fault): fault.sentence
        case .badScriptTable(let fault): fault.sentence
        case .noSuchScript(let key, let known):
            Phrase(
                en: "There is no script \"\(key)\". There are: \(known.joined(separator: ", ")).",
                zh: "没有话术“\(key)”。可用：\(known.joined(separator: "、"))。"
            )
        case .noSuchSetting(let name, let known):
            Phrase(
                en: "There is no setting \"\(name)\". The settings are: \(UsageError.listed(known, .english)).",
                zh: "没有设置项“\(name)”。可用：\(UsageError.listed(known, .chinese))。"
            )
        case .badSetting(let name, let text):
            Phrase(en: "\(name): \"\(text)\" is not a valid value.", zh: "\(name)：“\(text)”无效。")
        case .badScript(let path, let problem):
            Phrase(en: "\(path) is not a key script: \(problem).", zh: "\(path) 不是按键脚本：\(problem)。")
        case .badTheme(let problem, let known):
            Phrase(
                en: "\(problem). Known themes: \(known.joined(separator: ", ")).",
                zh: "\(problem)。可用主题：\(known.joined(separator: "、"))。"
            )
        case .noScreen(let error): UsageError.noScreen(error)
        case .unreadable(let path, let reason):
            Phrase(
                en: "\(path) cannot be read (\(reason)). Check the path and its permissions.",
                zh: "无法读取 \(path)（\(Phrase.system(reason).chinese)）。请检查路径和权限。"
            )
        case .emptyFile(let path):
            Phrase(en: "There is no passcode on the first line of \(path). Write it there.", zh: "\(path) 首行没有密码，请将密码写在首行。")
        case .noTerminal(let option):
            Phrase(
                en: "There is no terminal for entering the passcode. Use --\(option) FILE.",
                zh: "没有终端可供输入密码。请给出 --\(option) FILE。"
            )
        case .passcodesDiffer:
            Phrase(en: "The two passcodes differ. Nothing was changed. Type the same one twice.", zh: "两次输入的密码不一致，未作更改。请两次输入同一密码。")
        case .badLine(let reason): reason.sentence
        case .badFile(let path, let refusal):
            Phrase(
                en: "\(path), line \(refusal.line): \(refusal.reason.sentence.english)",
                zh: "\(path) 第 \(refusal.line) 行：\(refusal.reason.sentence.chinese)"
            )
        case .cannotRead(let file, let error): error.sentence(of: file)
        case .noSuchEncoding(let name):
            Phrase(
                en:
                    "--encoding: the system knows no encoding \"\(name)\". Write it like GB18030, BIG5 or WINDOWS-1252; iconv -l lists all.",
                zh: "--encoding：系统没有编码“\(name)”。请写成 GB18030、BIG5 或 WINDOWS-1252；iconv -l 可列出全部。"
            )
        case .notUTF8(.argument(let place), let fault):
            Phrase(
                en: "Argument \(place) is not UTF-8, from its byte \(fault.byte) on. Use a terminal in UTF-8, or give the text in a file.",
                zh: "第 \(place) 个参数自第 \(fault.byte) 字节起不是 UTF-8。请使用 UTF-8 终端，或将文字放在文件中。"
            )
        case .notUTF8(.variable(let name), let fault):
            Phrase(
                en: "The variable \(name) is not UTF-8, from its byte \(fault.byte) on.",
                zh: "环境变量 \(name) 自第 \(fault.byte) 字节起不是 UTF-8。"
            )
        case .notUTF8(.typed, let fault):
            Phrase(
                en: "What was typed is not UTF-8, from byte \(fault.byte) on. Use a terminal in UTF-8.",
                zh: "输入内容自第 \(fault.byte) 字节起不是 UTF-8。请使用 UTF-8 终端。"
            )
        }
    }

    /// An option by its dashes; what stands in its place on the line, which is written in capitals, as it is.
    private static func named(_ option: String) -> String { option == option.uppercased() ? option : "--\(option)" }

    /// Where more is told.
    static func hint(_ command: CommandSpec?) -> Phrase {
        let line = command?.line ?? "firstdesk"
        return Phrase(en: "See: \(line) --help", zh: "参见：\(line) --help")
    }

    /// Codes as people read them, with their names.
    private static func listed(_ options: [FieldShape.Option], _ language: Language) -> String {
        options.map { $0.named(in: language) }.joined(separator: language.listSeparator)
    }

    private static func meant(_ nearest: String?, _ language: Language) -> String {
        guard let nearest else { return "" }
        return language(Phrase(en: " Did you mean \(nearest)?", zh: "您是否指 \(nearest)？"))
    }
}

extension UsageError {
    /// Why there is no full screen, and what works without one.
    fileprivate static func noScreen(_ error: TerminalError) -> Phrase {
        let what: Phrase =
            switch error {
            case .notATerminal: Phrase(en: "Standard input or output is not a terminal.", zh: "标准输入或输出不是终端。")
            case .unknownTerminal(""): Phrase(en: "TERM is not set.", zh: "未设置 TERM。")
            case .unknownTerminal(let name):
                Phrase(en: "The terminal \"\(name)\" (TERM) is not known here.", zh: "本机无法识别终端“\(name)”（TERM）。")
            case .notCapable(let name):
                Phrase(en: "The terminal \"\(name)\" cannot place its cursor.", zh: "终端“\(name)”无法定位光标。")
            case .noUTF8Locale:
                Phrase(en: "This machine has no UTF-8 locale, not even C.UTF-8.", zh: "本机没有 UTF-8 语言环境，C.UTF-8 也没有。")
            case .system(let call, let number):
                Phrase(
                    en: "The terminal cannot be used: \(call), \(systemWords(number)).",
                    zh: "终端不可用：\(call)，\(systemWords(number))。"
                )
            }
        return Phrase(
            en: "\(what.english) Without a full screen use firstdesk log --plain and the other commands; see firstdesk --help.",
            zh: "\(what.chinese)没有全屏时可用 firstdesk log --plain 等命令，见 firstdesk --help。"
        )
    }
}
