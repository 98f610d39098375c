import ComplaintRules

// What stands on the screens, in both languages. The field's own words are in ComplaintRules.
extension Phrase {
    static let deskTitle = Phrase(en: "Desk", zh: "工作台")
    static let registersTitle = Phrase(en: "Registers", zh: "登记簿")
    static let signOffTitle = Phrase(en: "Sign-off", zh: "签字")
    static let bookTitle = Phrase(en: "Comment book", zh: "意见簿")
    static let bookShort = Phrase(en: "Book", zh: "意见簿")
    static let headOfficeTitle = Phrase(en: "Head office", zh: "总行")
    static let rectificationTitle = Term.rectification
    static let settingsTitle = Phrase(en: "Settings", zh: "设置")
    static let newComplaint = Phrase(en: "Log a new complaint", zh: "登记新投诉")
    static let newShort = Phrase(en: "New", zh: "登记")
    static let anotherMatter = Phrase(en: "Another matter for the same customer", zh: "同一客户的另一事项")
    static let search = Phrase(en: "Search all cases", zh: "检索全部投诉")
    static let searchShort = Phrase(en: "Search", zh: "检索")
    static let help = Phrase(en: "Help for this screen", zh: "本屏帮助")
    static let helpShort = Phrase(en: "Help", zh: "帮助")
    static let palette = Phrase(en: "All commands", zh: "全部命令")
    static let lock = Phrase(en: "Lock the screen", zh: "锁定屏幕")
    static let lockShort = Phrase(en: "Lock", zh: "锁定")
    static let switchLanguage = Phrase(en: "切换到中文", zh: "Switch to English")
    static let nextTheme = Phrase(en: "Next theme", zh: "下一主题")
    static let mouse = Phrase(en: "Turn the mouse on or off", zh: "启用或停用鼠标")
    static let reveal = Phrase(en: "Show or mask contacts", zh: "显示或遮盖联系方式")
    static let showContacts = Phrase(en: "Contacts in full, on screen and on paper", zh: "显示完整联系方式（含打印）")
    static let maskContacts = Phrase(en: "Contacts masked, on screen and on paper", zh: "遮盖联系方式（含打印）")
    static let wholeShort = Phrase(en: "Whole contact", zh: "完整联系方式")
    static let maskShort = Phrase(en: "Mask contact", zh: "遮盖联系方式")
    static let back = Phrase(en: "Back", zh: "返回")
    static let run = Phrase(en: "Run", zh: "执行")
    static let choose = Phrase(en: "Choose", zh: "选择")
    static let quit = Phrase(en: "Quit FirstDesk", zh: "退出 FirstDesk")
    static let open = Phrase(en: "Open", zh: "打开")
    static let openCase = Phrase(en: "Open the case", zh: "打开投诉")
    static let save = Phrase(en: "Save", zh: "保存")
    static let cancel = Phrase(en: "Cancel", zh: "取消")
    static let close = Phrase(en: "Close", zh: "关闭")
    static let discard = Phrase(en: "Discard the draft", zh: "丢弃草稿")
    static let discardShort = Phrase(en: "Discard", zh: "丢弃")
    static let discardQuestion = Phrase(
        en: "Discard what you have typed here? It cannot be recovered.",
        zh: "丢弃此处已输入的内容？丢弃后无法恢复。"
    )
    static let quitQuestion = Phrase(
        en: "Quit FirstDesk? Anything you have typed is kept as a draft.",
        zh: "退出 FirstDesk？已输入的内容将保留为草稿。"
    )
    static let leave = Phrase(en: "Quit", zh: "退出")
    static let nextTab = Phrase(en: "Next list", zh: "下一列表")
    static let nextTabShort = Phrase(en: "Lists", zh: "列表")
    static let columnNumber = Term.number
    static let columnReceived = Term.received
    static let columnReceivedShort = Phrase(en: "Rec'd", zh: "收到")
    static let columnChannel = Term.channel
    static let columnCustomer = Term.customer
    static let columnWhat = Phrase(en: "What", zh: "事由")
    static let columnDue = Term.due
    static let columnStage = Term.stage
    static let anonymous = Term.anonymous
    static let nothingHere = Phrase(en: "The list is empty.", zh: "列表为空。")
    static let nothingToSign = Phrase(
        en: "Nothing is waiting to be signed. Cases come here once they are answered.",
        zh: "没有待签字的投诉。已答复的投诉会列在这里。"
    )
    static let branchCounts = Phrase(en: "Branch: ", zh: "本网点：")
    static func overdueCount(_ count: Int) -> Phrase { Phrase(en: "\(count) overdue", zh: "逾期 \(count) 件") }
    static func dueTodayCount(_ count: Int) -> Phrase { Phrase(en: "\(count) due today", zh: "今日到期 \(count) 件") }
    static func toSignCount(_ count: Int) -> Phrase { Phrase(en: "\(count) to sign", zh: "待签字 \(count) 件") }
    static func openCount(_ count: Int) -> Phrase { Phrase(en: "\(count) open", zh: "未办结 \(count) 件") }
    static func openCount(_ count: Int, overdue: Int) -> Phrase {
        Phrase(en: "\(count) open, \(overdue) of them overdue", zh: "未办结 \(count) 件，其中逾期 \(overdue) 件")
    }
    static let practice = Phrase(verbatim: "PRACTICE 练习")
    static func draftKept(_ label: Phrase) -> Phrase {
        Phrase(en: "\(label.english): what you typed is kept as a draft.", zh: "\(label.chinese)：已输入的内容已保留为草稿。")
    }
    static func draftBack(_ age: Phrase) -> Phrase {
        Phrase(en: "Your draft is back (saved \(age.english)). Press F7 to discard it.", zh: "草稿已恢复（\(age.chinese)保存）。按 F7 可丢弃。")
    }
    /// `just now`, `10 m ago`.
    static func ago(seconds: Int64) -> Phrase {
        if seconds < 60 { return Phrase(en: "just now", zh: "刚刚") }
        return Phrase(
            en: "\(TimeWords.span(seconds: seconds, .english)) ago",
            zh: "\(TimeWords.span(seconds: seconds, .chinese))前"
        )
    }
    static let draftWaits = Phrase(
        en: "Another program holds the file. Type on: your draft is saved once it is free.",
        zh: "文件正被其他程序占用。可继续输入，文件空闲后即保存草稿。"
    )
    static let draftSavedNow = Phrase(en: "Your draft is saved now.", zh: "草稿现已保存。")
    static func actOn(_ act: Phrase, _ number: String) -> Phrase {
        Phrase(en: "\(act.english) \(number)", zh: "\(act.chinese) \(number)")
    }
    static func waits(_ what: Phrase, seconds: Int64) -> Phrase {
        Phrase(
            en: "\(what.english): waiting for a program that holds the file (\(seconds) s). Esc calls it off.",
            zh: "\(what.chinese)：文件正被其他程序占用，等待中（\(seconds) 秒）。按 Esc 取消。"
        )
    }
    static func stillWaits(_ what: Phrase) -> Phrase {
        Phrase(en: "\(what.english) is still waiting. Esc calls it off.", zh: "\(what.chinese)仍在等待，按 Esc 可取消。")
    }
    static func calledOff(_ what: Phrase) -> Phrase {
        Phrase(en: "\(what.english): called off. Nothing was changed.", zh: "\(what.chinese)：已取消，未作更改。")
    }
    static func calledOffByTyping(_ what: Phrase) -> Phrase {
        Phrase(
            en: "\(what.english): called off, for the form has changed. Ctrl-S sends it as it is now.",
            zh: "\(what.chinese)：内容有变动，提交已取消。按 Ctrl-S 重新提交。"
        )
    }
    static let draftSaveFailed = Phrase(
        en: "The draft could not be saved. Keep this form open and press Ctrl-S to try again.",
        zh: "草稿未能保存。请勿关闭本表，按 Ctrl-S 重试。"
    )
    static func changed(_ count: Int) -> Phrase {
        Phrase(en: "Another terminal has changed \(count == 1 ? "a case" : "\(count) cases").", zh: "其他终端更新了 \(count) 件投诉。")
    }
    static let tooSmall = Phrase(en: "The window is too small for the desk. Nothing is lost; make it larger.", zh: "窗口太小，内容不会丢失；请放大窗口。")
    static let chooseHint = Phrase(en: "press Enter to choose", zh: "按 Enter 选择")
    static let timeHint = Phrase(en: "e.g. 2026-11-22 09:14, or 09:14", zh: "例如 2026-11-22 09:14 或 09:14")
    static func tooLong(_ count: Int, limit: Int) -> Phrase {
        Phrase(
            en: "\(count) characters, at most \(limit) can be saved. Nothing was cut: please shorten it.",
            zh: "共 \(count) 个字符，最多可保存 \(limit) 个。内容未截断，请缩短。"
        )
    }
    static func missing(_ label: String) -> Phrase { Phrase(en: "\"\(label)\" is missing.", zh: "请填写“\(label)”。") }
    /// Which theme is on screen now.
    static func themeNow(_ name: String) -> Phrase { Phrase(en: "Theme: \(name)", zh: "主题：\(name)") }
    static let mouseOn = Phrase(en: "Mouse on. Press F10 to turn it off and copy with the terminal.", zh: "鼠标已启用；如需在终端中选取复制，请按 F10 停用。")
    static let mouseOff = Phrase(en: "Mouse off: the terminal selects and copies text again.", zh: "鼠标已停用，可在终端中选取复制。")
    static let helpTitle = Phrase(en: "Help: type to find, Enter runs, Esc closes", zh: "帮助：输入以查找，Enter 执行，Esc 关闭")
    static let paletteShort = Phrase(en: "More", zh: "更多")
    static func casesOf(_ person: String) -> Phrase { Phrase(en: "Cases of \(person)", zh: "\(person) 的投诉") }
    static let paletteTitle = Phrase(en: "Commands: type to find, Enter runs, Esc closes", zh: "命令：输入以查找，Enter 执行，Esc 关闭")
    static let whyNotTitle = Phrase(en: "Not possible now", zh: "现在不能办理")
    static let notDoneTitle = Phrase(en: "Nothing was done", zh: "未作更改")
    static let noteKeys = Phrase(en: "Press Esc or Enter to close", zh: "按 Esc 或 Enter 关闭")
    static let questionKeys = Phrase(en: "Arrows to choose, Space to confirm, Esc to cancel", zh: "方向键选择，空格确定，Esc 取消")
    static let choiceNotOffered = Phrase(
        en: "This is not in the list. Enter opens it, Delete clears this.",
        zh: "列表中没有此项。按 Enter 打开列表，按 Delete 清除。"
    )
    static let questionCancelled = Phrase(en: "Cancelled: nothing was done.", zh: "已取消，未执行操作。")
    static let nobodyReceives = Phrase(en: "nobody yet: add staff in Settings (9)", zh: "尚无可选人员：请在设置（9）中添加人员")
    static let signOverdue = Phrase(en: "!  overdue: a limit has run out", zh: "!  逾期：时限已过")
    static func signDueSoon(_ dot: String) -> Phrase {
        Phrase(
            en: "\(dot)  due soon: due today, or half of the limit is gone",
            zh: "\(dot)  即将到期：今天到期，或期限已过半"
        )
    }
    static func signHandedOver(_ arrow: String) -> Phrase {
        Phrase(en: "\(arrow)  before a name: handed over to them, not accepted yet", zh: "\(arrow)  人名前：已移交，尚未接收")
    }
    static let nothingInHelp = Phrase(en: "Nothing here. Esc, then : looks through everything.", zh: "此处没有。按 Esc，再按 : 可在全部功能中查找。")
    static let nothingMatches = Phrase(en: "nothing matches", zh: "没有符合的项")
    static let howToLeave = Phrase(
        en: "Ctrl-Q quits FirstDesk (you are asked first), Esc goes back, F12 locks.",
        zh: "按 Ctrl-Q 退出（会先询问），Esc 返回，F12 锁定。"
    )
    static let nextField = Phrase(en: "Next field", zh: "下一栏")
}
