import ComplaintRules

// What stands on the screens, in both languages. The field's own words are in ComplaintRules.
extension Phrase {
    static let deskTitle = Phrase(en: "Desk", zh: "工作台")
    static let registersTitle = Phrase(en: "Registers", zh: "登记簿")
    static let signOffTitle = Phrase(en: "Sign-off", zh: "签字")
    static let bookTitle = Phrase(en: "Book", zh: "意见簿")
    static let headOfficeTitle = Phrase(en: "Head office", zh: "总行")
    static let rectificationTitle = Phrase(en: "Rectification", zh: "整改")
    static let settingsTitle = Phrase(en: "Settings", zh: "设置")
    static let bookOpen = Phrase(en: "Begin review", zh: "开始查阅")
    static let bookEntry = Phrase(en: "Log entry", zh: "登记记录")
    static let bookNil = Phrase(en: "No entry", zh: "无意见")
    static let bookClose = Phrase(en: "End review", zh: "结束查阅")
    static func lateReview(_ day: String) -> Phrase { Phrase(en: "Late review of \(day)", zh: "补查 \(day)") }
    static func bookOpened(_ day: String) -> Phrase { Phrase(en: "The review of \(day) has begun.", zh: "已开始查阅 \(day)。") }
    static func bookDone(_ day: String) -> Phrase { Phrase(en: "The review of \(day) is done.", zh: "\(day) 查阅完毕。") }
    static let tabToDecide = Phrase(en: "To decide", zh: "待批准")
    static let columnDossier = Phrase(en: "Dossier", zh: "上报卷号")
    static let columnChecked = Phrase(en: "Checked", zh: "已核验")
    static let tabStaff = Phrase(en: "Staff", zh: "人员")
    static let tabStandIns = Phrase(en: "Stand-ins", zh: "代理人")
    static let change = Phrase(en: "Change", zh: "更改")
    static let addStaff = Phrase(en: "Add staff", zh: "增加人员")
    static let addStandIn = Phrase(en: "Name a stand-in", zh: "指定代理人")
    static let absent = Phrase(en: "Absent", zh: "缺勤人")
    static let standIn = Phrase(en: "Stand-in", zh: "代理人")
    static let fromDay = Phrase(en: "From", zh: "自")
    static let toDay = Phrase(en: "To", zh: "至")
    static let hasLeft = Phrase(en: "has left", zh: "已离岗")
    static let logTitle = Phrase(en: "New complaint", zh: "登记投诉")
    static let signInTitle = Phrase(en: "Sign in", zh: "登录")
    static let lockedTitle = Phrase(en: "Locked", zh: "已锁定")
    static let firstRunTitle = Phrase(en: "A new desk", zh: "建立网点")
    static func caseTitle(_ number: String) -> Phrase { Phrase(en: "Case \(number)", zh: "投诉 \(number)") }

    static let newComplaint = Phrase(en: "Log a new complaint", zh: "登记新投诉")
    static let newShort = Phrase(en: "New", zh: "登记")
    static let anotherMatter = Phrase(en: "Another matter of the same customer", zh: "同一客户的另一事项")
    static let search = Phrase(en: "Search all cases", zh: "检索全部投诉")
    static let searchShort = Phrase(en: "Search", zh: "检索")
    static let help = Phrase(en: "Help for this screen", zh: "本屏帮助")
    static let helpShort = Phrase(en: "Help", zh: "帮助")
    static let palette = Phrase(en: "All commands", zh: "全部命令")
    static let lock = Phrase(en: "Lock the screen", zh: "锁定屏幕")
    static let lockShort = Phrase(en: "Lock", zh: "锁定")
    static let switchLanguage = Phrase(en: "切换到中文", zh: "Switch to English")
    static let nextTheme = Phrase(en: "Next theme", zh: "下一主题")
    static let mouse = Phrase(en: "Mouse on or off", zh: "开关鼠标")
    static let reveal = Phrase(en: "Show or mask contacts", zh: "显示或遮盖联系方式")
    static let back = Phrase(en: "Back", zh: "返回")
    static let quit = Phrase(en: "Leave the program", zh: "退出程序")
    static let open = Phrase(en: "Open", zh: "打开")
    static let openCase = Phrase(en: "Open the case", zh: "打开投诉")
    static let save = Phrase(en: "Save", zh: "保存")
    static let signInShort = Phrase(en: "Sign in", zh: "登录")
    static let cancel = Phrase(en: "Cancel", zh: "取消")
    static let close = Phrase(en: "Close", zh: "关闭")
    static let discard = Phrase(en: "Throw the draft away", zh: "丢弃草稿")
    static let discardShort = Phrase(en: "Discard", zh: "丢弃")
    static let discardQuestion = Phrase(
        en: "Throw away what was typed here? It cannot be brought back.",
        zh: "丢弃此处已输入的内容？丢弃后无法恢复。"
    )
    static let quitQuestion = Phrase(
        en: "Leave FirstDesk? What was typed is kept as a draft.",
        zh: "退出 FirstDesk？已输入内容会保留为草稿。"
    )
    static let leave = Phrase(en: "Leave", zh: "退出")
    static let acts = Phrase(en: "All acts, and why not", zh: "全部操作及原因")
    static let actsShort = Phrase(en: "Acts", zh: "操作")
    static let nextTab = Phrase(en: "Next list", zh: "下一列表")
    static let nextTabShort = Phrase(en: "Lists", zh: "列表")
    static let filterStage = Phrase(en: "Stage", zh: "状态")
    static let filterChannel = Phrase(en: "Channel", zh: "渠道")
    static let order = Phrase(en: "Order", zh: "排序")
    static let clearFilters = Phrase(en: "All", zh: "全部")

    static let columnNumber = Phrase(en: "Number", zh: "编号")
    static let columnReceived = Phrase(en: "Received", zh: "收到")
    static let columnReceivedShort = Phrase(en: "Rec'd", zh: "收到")
    static let columnHow = Phrase(en: "How", zh: "渠道")
    static let columnCustomer = Phrase(en: "Customer", zh: "客户")
    static let columnWhat = Phrase(en: "What", zh: "事由")
    static let columnDue = Phrase(en: "Due", zh: "时限")
    static let columnStage = Phrase(en: "Stage", zh: "状态")
    static let anonymous = Phrase(en: "(none)", zh: "（匿名）")

    static let tabDue = Phrase(en: "Due", zh: "待办")
    static let tabToAccept = Phrase(en: "To accept", zh: "待接收")
    static let tabToSign = Phrase(en: "To sign", zh: "待签字")
    static let tabMine = Phrase(en: "Mine", zh: "我的")
    static let nothingDue = Phrase(en: "Nothing is due. n logs a complaint.", zh: "没有待办事项。按 n 登记投诉。")
    static let nothingHere = Phrase(en: "Nothing here.", zh: "没有记录。")
    static let nothingFound = Phrase(en: "Nothing found. Esc shows all again.", zh: "没有找到。按 Esc 显示全部。")
    static let nothingToSign = Phrase(en: "Nothing waits for a signature.", zh: "没有待签字的投诉。")

    static func overdueCount(_ count: Int) -> Phrase { Phrase(en: "\(count) overdue", zh: "\(count) 件逾期") }
    static func overdueBy(_ span: String) -> Phrase { Phrase(en: "overdue \(span)", zh: "逾期 \(span)") }
    static func dueTodayCount(_ count: Int) -> Phrase { Phrase(en: "\(count) due today", zh: "\(count) 件今日到期") }
    static func toSignCount(_ count: Int) -> Phrase { Phrase(en: "\(count) to sign", zh: "\(count) 件待签字") }
    static func toAcceptCount(_ count: Int) -> Phrase { Phrase(en: "\(count) to accept", zh: "\(count) 件待接收") }
    static func openCount(_ count: Int) -> Phrase { Phrase(en: "\(count) open", zh: "\(count) 件未办结") }
    static let practice = Phrase(verbatim: "PRACTICE 练习")

    static func saved(_ number: String) -> Phrase { Phrase(en: "Saved \(number).", zh: "已保存 \(number)。") }
    static func savedAndHandedOver(_ number: String, to person: String) -> Phrase {
        Phrase(en: "Saved \(number), handed over to \(person).", zh: "已保存 \(number)，移交给 \(person)。")
    }
    static func savedAndAnswered(_ number: String) -> Phrase {
        Phrase(en: "Saved \(number), answered; it waits for a finding and the signature.", zh: "已保存 \(number)，已当场答复，待认定和签字。")
    }
    static func done(_ act: ActKind, _ number: String, _ stage: Stage) -> Phrase {
        Phrase(
            en: "\(act.label.english): \(number) is now \"\(stage.label.english)\".",
            zh: "\(act.label.chinese)：\(number) 现为\"\(stage.label.chinese)\"。"
        )
    }
    static func draftKept(_ label: Phrase) -> Phrase {
        Phrase(en: "\(label.english): what you typed is kept as your draft.", zh: "\(label.chinese)：已输入内容保留为草稿。")
    }
    static func draftBack(_ age: Phrase) -> Phrase {
        Phrase(en: "Your draft is back (saved \(age.english)). F7 throws it away.", zh: "草稿已恢复（\(age.chinese)保存）。按 F7 可丢弃。")
    }
    /// `just now`, `10 m ago`.
    static func ago(seconds: Int64) -> Phrase {
        if seconds < 60 { return Phrase(en: "just now", zh: "刚刚") }
        return Phrase(
            en: "\(TimeWords.span(seconds: seconds, .english)) ago",
            zh: "\(TimeWords.span(seconds: seconds, .chinese))前"
        )
    }
    static let draftSaveFailed = Phrase(
        en: "The draft could not be saved; keep this form open.",
        zh: "草稿未能保存，请勿关闭本表。"
    )
    static func yours(open: Int) -> Phrase { Phrase(en: "Yours: \(open) open", zh: "我的：\(open) 件未办结") }
    static func yourDrafts(_ count: Int, _ age: Phrase) -> Phrase {
        Phrase(en: "\(count) \(count == 1 ? "draft" : "drafts") (\(age.english))", zh: "\(count) 份草稿（\(age.chinese)）")
    }
    static func changed(_ count: Int) -> Phrase {
        Phrase(en: "Another desk changed \(count == 1 ? "a case" : "\(count) cases").", zh: "其他终端更新了 \(count) 件投诉。")
    }

    static let staffNumber = Phrase(en: "Staff number", zh: "工号")
    static let passcode = Phrase(en: "Passcode", zh: "密码")
    static let passcodeAgain = Phrase(en: "Passcode again", zh: "再次输入密码")
    static let passcodesDiffer = Phrase(en: "The two passcodes differ.", zh: "两次密码不一致。")
    static let hotlineNotice = Phrase(en: "Complaints hotline", zh: "投诉电话")
    static let signInHint = Phrase(en: "Enter your staff number and passcode.", zh: "请输入工号和密码。")
    static let signInWrong = Phrase(en: "The staff number or the passcode is wrong. The attempt was recorded.", zh: "工号或密码错误，本次尝试已记录。")
    static func signInWait(_ seconds: Int64) -> Phrase {
        Phrase(en: "Too many wrong passcodes: wait \(seconds) s, then try again.", zh: "密码错误次数过多，请等待 \(seconds) 秒后再试。")
    }
    static let signInRetired = Phrase(en: "This member of staff has left the desk.", zh: "该人员已离岗，不能登录。")
    static func welcome(_ name: String) -> Phrase { Phrase(en: "Good day, \(name).", zh: "\(name)，您好。") }
    static let tooSmall = Phrase(en: "The window is too small for the desk. Nothing is lost; make it larger.", zh: "窗口太小，内容不会丢失；请放大窗口。")

    static let thenField = Phrase(en: "Then", zh: "随后")
    static let thenKeep = Phrase(en: "keep it (hand over later)", zh: "暂留（稍后移交）")
    static let thenAnswer = Phrase(en: "answered on the spot", zh: "当场答复")
    static func thenHandOver(_ person: String) -> Phrase { Phrase(en: "hand over to \(person)", zh: "移交给 \(person)") }
    static let answerField = Phrase(en: "Answer given", zh: "答复内容")
    static let repeatedBackBox = Phrase(en: "main points repeated back and agreed", zh: "已向客户复述要点并确认")
    static let quietPlaceBox = Phrase(en: "the customer was taken to a quiet place", zh: "已将客户引至安静处")
    static let verifiedBox = Phrase(en: "the caller was verified as the hotline", zh: "已核实对方为客服热线")
    static let contactHint = Phrase(en: "how to reach the customer", zh: "如何联系客户")
    static let customerHint = Phrase(en: "empty for anonymous", zh: "匿名可留空")
    static let aboutHint = Phrase(en: "staff number, name or department", zh: "工号、姓名或部门")
    static let timeHint = Phrase(en: "2026-11-22 09:14 or 09:14", zh: "2026-11-22 09:14 或 09:14")
    static let receivedHint = Phrase(en: "empty for now", zh: "留空为现在")
    static let agreedHint = Phrase(en: "empty for the reply limit", zh: "留空为回复时限")
    static let customerWords = Phrase(en: "What happened", zh: "客户所述")
    static let callerNumber = Phrase(en: "Caller's number", zh: "来电号码")
    static let writtenOn = Phrase(en: "Written on", zh: "写入日期")

    static let factFirstResponder = Phrase(en: "First responder", zh: "首问责任人")
    static let factHolder = Phrase(en: "In hand of", zh: "办理人")
    static let factAwaited = Phrase(en: "Handed over to", zh: "已移交给")
    static let factClocks = Phrase(en: "Clocks", zh: "时限")
    static let factSource = Phrase(en: "Source", zh: "来源")
    static let factOutcome = Phrase(en: "Outcome", zh: "处理结果")
    static let factSentBack = Phrase(en: "Sent back", zh: "退回原因")
    static let factSigned = Phrase(en: "Signed", zh: "签字")
    static let timeLine = Phrase(en: "Time line", zh: "办理过程")
    static let accepted = Phrase(en: "the customer accepts", zh: "客户接受")
    static let notAccepted = Phrase(en: "the customer does not accept", zh: "客户不接受")

    static func missing(_ label: String) -> Phrase { Phrase(en: "\"\(label)\" is missing.", zh: "请填写\"\(label)\"。") }

    static let confirm = Phrase(en: "Yes", zh: "确定")
    static func actQuestion(_ act: ActKind, _ number: String) -> Phrase {
        switch act {
        case .withdraw: Phrase(en: "Record that the customer withdrew \(number)?", zh: "确认客户撤回 \(number)？")
        case .notAccept: Phrase(en: "Record that \(number) is not accepted?", zh: "确认不予受理 \(number)？")
        case .sendBack: Phrase(en: "Send \(number) back? Its reply clock runs again.", zh: "退回 \(number)？回复时限将继续计时。")
        default: Phrase(en: "\(act.label.english): \(number)?", zh: "\(act.label.chinese)：\(number)？")
        }
    }
    static func signQuestion(_ number: String) -> Phrase {
        Phrase(
            en: "You sign \(number) as read above. From then on it is locked; later facts are added as addenda.",
            zh: "您将签字确认 \(number)。签字后即锁定，其后只能补记。"
        )
    }
    static let signButton = Phrase(en: "Sign", zh: "签字")
    static func signed(_ number: String) -> Phrase { Phrase(en: "Signed \(number).", zh: "已签字 \(number)。") }

    static let branchCode = Phrase(en: "Branch code", zh: "网点代码")
    static let timeZone = Phrase(en: "Time zone", zh: "时区")
    static let languageField = Phrase(en: "Language", zh: "语言")
    static let managerNumber = Phrase(en: "Manager's number", zh: "负责人工号")
    static let managerName = Phrase(en: "Manager's name", zh: "负责人姓名")
    static let practiceDesk = Phrase(en: "practice desk, for training only", zh: "练习网点，仅供培训")
    static let makeDesk = Phrase(en: "Make the desk", zh: "建立网点")
    static let firstRunIntro = Phrase(
        en: "There is no desk in this folder yet. The branch manager sets it up once.",
        zh: "此文件夹尚无网点，请网点负责人建立一次。"
    )
    static let noSuchZone = Phrase(en: "There is no such time zone; write it like Asia/Shanghai.", zh: "没有此时区，请写成 Asia/Shanghai。")
    static let notATime = Phrase(en: "Write a time like 09:00.", zh: "请写成 09:00。")
    static let closesBeforeOpening = Phrase(en: "It closes before it opens.", zh: "关门早于开门。")
    static let recoveryTitle = Phrase(en: "Recovery key", zh: "恢复密钥")

    /// Which theme is on screen now.
    public static func themeNow(_ name: String) -> Phrase { Phrase(en: "Theme: \(name)", zh: "主题：\(name)") }
    static let mouseOn = Phrase(en: "The mouse works; F10 gives it back to the terminal.", zh: "鼠标已启用；按 F10 交还终端。")
    static let mouseOff = Phrase(en: "The mouse is the terminal's again.", zh: "鼠标已交还终端。")
    static let lockedByIdle = Phrase(en: "Locked after some idle minutes. What was typed is kept.", zh: "闲置后已锁定，已输入内容已保留。")
    static let filterAll = Phrase(en: "all", zh: "全部")
    static let orderReceived = Phrase(en: "latest received first", zh: "按收到时间")
    static let orderDue = Phrase(en: "nearest due first", zh: "按时限")
    static let orderLogged = Phrase(en: "latest logged first", zh: "按登记时间")
    static let searchField = Phrase(en: "Search", zh: "检索")
    static let helpTitle = Phrase(en: "Help: type to find, Enter runs, Esc closes", zh: "帮助：输入以查找，回车执行，Esc 关闭")
    static let paletteTitle = Phrase(en: "Commands: type to find, Enter runs, Esc closes", zh: "命令：输入以查找，回车执行，Esc 关闭")
    static func actsTitle(_ number: String) -> Phrase {
        Phrase(en: "\(number): what can be done now", zh: "\(number)：现在可办理")
    }
}
