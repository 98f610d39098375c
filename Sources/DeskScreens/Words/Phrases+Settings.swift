import ComplaintRules

// What stands on the pages of the settings and in their forms.
extension Phrase {
    static let noStandIns = Phrase(en: "No stand-in has been appointed. Press a to appoint one.", zh: "尚未指定代理人。按 a 指定。")
    static let noCalendarDays = Phrase(
        en: "No holidays have been loaded. Press l to load a file of them.",
        zh: "尚未载入节假日。按 l 载入日历文件。"
    )
    static let noScripts = Phrase(en: "There are no model answers. Press a to add one, l to load a file.", zh: "尚无话术。按 a 增加，按 l 载入文件。")
    static let pageBranch = Phrase(en: "Branch", zh: "网点")
    static let pageCalendar = Phrase(en: "Calendar", zh: "日历")
    static let pageTiers = Phrase(en: "Authority", zh: "权限")
    static let pageCodes = Phrase(en: "Codes", zh: "代码")
    static let nextPage = Phrase(en: "Next page", zh: "下一页")
    static let nextPageShort = Phrase(en: "Pages", zh: "换页")

    static let settingNow = Phrase(en: "Now", zh: "现为")
    static let settingNothing = Phrase(en: "(none)", zh: "（无）")
    static func notChanged(_ what: Phrase) -> Phrase {
        Phrase(en: "\(what.english) is unchanged.", zh: "\(what.chinese)未变。")
    }
    static func changed(_ what: Phrase, from before: String, to after: String) -> Phrase {
        Phrase(
            en: "\(what.english) changed from \(shown(before).english) to \(shown(after).english).",
            zh: "\(what.chinese)由\(shown(before).chinese)改为\(shown(after).chinese)。"
        )
    }
    private static func shown(_ text: String) -> Phrase {
        text.isEmpty ? Phrase(en: "nothing", zh: "（无）") : Phrase(en: "\"\(text)\"", zh: "“\(text)”")
    }

    // The branch.
    static let columnSetting = Phrase(en: "Setting", zh: "设置项")
    static let columnNow = Phrase(en: "Now", zh: "现值")
    static func minutes(_ count: Int) -> Phrase {
        count == 0 ? Term.neverLocks : Phrase(en: "\(count) minutes", zh: "\(count) 分钟")
    }
    static func years(_ count: Int) -> Phrase { Phrase(en: count == 1 ? "1 year" : "\(count) years", zh: "\(count) 年") }
    static func days(_ count: Int) -> Phrase { Phrase(en: count == 1 ? "1 day" : "\(count) days", zh: "\(count) 天") }
    static let yearsHint = Phrase(en: "years, at least 1", zh: "年，至少 1")
    static let daysHint = Phrase(en: "days", zh: "天")
    static let lockHint = Phrase(en: "minutes; 0 for never", zh: "分钟；0 为不锁定")
    static func languageName(_ language: Language) -> Phrase {
        // By its own name: whoever is in the wrong one looks for that.
        switch language {
        case .english: Phrase(verbatim: "English")
        case .chinese: Phrase(verbatim: "中文")
        }
    }

    static let settingYes = Term.yes
    static let settingNo = Term.no

    // Authority.
    static let tiersHint = Phrase(en: "The most that each role may promise or pay on its own authority.", zh: "各岗位可自行承诺或支付的最高金额。")
    static let columnTier = Phrase(en: "Up to", zh: "上限")
    static let columnBeyond = Phrase(en: "Above that", zh: "超出时报")
    static let headOffice = Term.headOffice
    static let amountHint = Phrase(en: "e.g. 200 or 1200.50", zh: "例如 200 或 1200.50")

    // Staff and stand-ins.
    static let columnOpenCases = Phrase(en: "Open cases", zh: "未办结")
    static let retireStaff = Phrase(en: "Mark staff as left", zh: "人员调离")
    static let retireStaffShort = Phrase(en: "Mark as left", zh: "调离")
    static func retireWords(_ name: String) -> Phrase {
        Phrase(
            en: "\(name) will no longer be able to sign in. What they did stays under their name.",
            zh: "\(name.beforeHan)调离后不能再登录。已办事项仍记在其名下。"
        )
    }
    static let retireAgain = Phrase(en: "Repeat their staff number", zh: "再次输入工号")
    static func retireOtherNumber(_ number: String) -> Phrase {
        Phrase(en: "Type \(number) to confirm that it is the right person.", zh: "请输入 \(number) 以确认人员无误。")
    }
    static let renameStaff = Phrase(en: "Rename", zh: "改名")
    static let newName = Phrase(en: "New name", zh: "新姓名")
    static let changeRole = Phrase(en: "Change role", zh: "变更岗位")
    static let newRole = Phrase(en: "New role", zh: "新岗位")
    static let returnStaff = Phrase(en: "Take back", zh: "返岗")
    static func roleWords(_ name: String, _ role: Phrase) -> Phrase {
        Phrase(
            en: "\(name) is \(role.english) now. The new role holds from this moment on; what they did before stays as it was.",
            zh: "\(name.beforeHan)现为\(role.chinese)。新岗位自即时起生效，此前所办不变。"
        )
    }
    static func returnWords(_ name: String, _ role: Phrase) -> Phrase {
        Phrase(en: "\(name) can sign in again, as \(role.english).", zh: "\(name.beforeHan)可重新登录，岗位为\(role.chinese)。")
    }
    static func staffRenamed(_ before: String, _ after: String) -> Phrase {
        Phrase(en: "\(before) is now called \(after).", zh: "\(before.beforeHan)已更名为\(after.behindHan)。")
    }
    static func roleChanged(_ name: String, _ role: Phrase) -> Phrase {
        Phrase(en: "\(name) is \(role.english) from now on.", zh: "\(name.beforeHan)自即时起为\(role.chinese)。")
    }
    static func staffReturned(_ name: String) -> Phrase { Phrase(en: "\(name) works here again.", zh: "\(name.beforeHan)已返岗。") }
    static let endStandIn = Phrase(en: "End a stand-in now", zh: "提前结束代理")
    static let endStandInShort = Phrase(en: "End", zh: "结束")
    static func endWords(_ who: String, _ absent: String) -> Phrase {
        Phrase(
            en: "\(who) no longer stands in for \(absent). What was accepted for \(absent) is theirs.",
            zh: "\(who.beforeHan)不再代理\(absent.behindHan)。代为接收的投诉归\(absent.behindHan.beforeHan)办理。"
        )
    }
    static let correctDay = Phrase(en: "Open or close a day", zh: "调整某日营业")
    static let correctDayShort = Phrase(en: "Open/close", zh: "调整")
    static let correctDayHint = Phrase(
        en:
            "For a holiday on duty, or to correct what the calendar says of a day. No due moment moves, and working days stay the nation's.",
        zh: "用于节假日值班，或更正某日是否营业。已定时限不变，工作日仍按国家规定。"
    )
    static let dayOpen = Term.openDay
    static let dayClosed = Term.closedDay
    static func dayCorrected(_ day: String, _ isOpen: Bool) -> Phrase {
        Phrase(en: "The branch is \(isOpen ? "open" : "closed") on \(day).", zh: "\(day)\(isOpen ? "营业" : "不营业")。")
    }
    static let correctBook = Phrase(en: "Correct the comment book", zh: "更正意见簿查阅情况")
    static let correctBookShort = Phrase(en: "Correct the book", zh: "更正意见簿")
    static let correctBookHint = Phrase(
        en: "Today or a day gone by. What stood before stays visible beside it, with your reason.",
        zh: "今日或以往日期。原记录和更正原因一并保留显示。"
    )
    static let bookStanding = Phrase(en: "It stands as", zh: "更正为")
    static func bookCorrected(_ day: String, _ status: Phrase) -> Phrase {
        Phrase(en: "The comment book of \(day) stands as: \(status.english).", zh: "\(day)意见簿查阅情况已更正为：\(status.chinese)。")
    }
    /// In the words of the page, which has a unit of its own.
    static func limitTooLong(_ most: Phrase) -> Phrase {
        Phrase(en: "That limit is too long: at most \(most.english).", zh: "时限过长：最多 \(most.chinese)。")
    }
    static let declareWrong = Phrase(en: "Declare a clock wrong", zh: "声明电脑时钟有误")
    static let declareWrongShort = Phrase(en: "Wrong clock", zh: "时钟有误")
    static let declareWrongHint = Phrase(
        en: "A stretch done under a clock that had run ahead is judged anew. Both judgements stay visible.",
        zh: "电脑时钟超前期间的操作将重新判定，两次判定均予显示。"
    )
    static let noWrongStretch = Phrase(
        en: "There is none: a stretch begins more than 31 days after the last act and ends where the clock went back.",
        zh: "没有可声明的区段：须始于距上次操作超过 31 天的跳变，止于时钟拨回之前。"
    )
    static let stretch = Phrase(en: "Stretch", zh: "区段")
    static func stretchWords(_ from: Int64, _ to: Int64, _ start: String, _ end: String) -> Phrase {
        Phrase(en: "events \(from) to \(to): \(start) to \(end)", zh: "事件 \(from) 至 \(to)：\(start) 至 \(end)")
    }
    static func declaredWrong(_ from: Int64, _ to: Int64) -> Phrase {
        Phrase(en: "Events \(from) to \(to) are judged anew.", zh: "事件 \(from) 至 \(to) 已重新判定。")
    }
    static func correctedDay(_ isOpen: Bool, _ reason: String) -> Phrase {
        Phrase(
            en: "\(isOpen ? "closed" : "open") before; \(reason)",
            zh: "原为\(isOpen ? "不营业" : "营业")；\(reason)"
        )
    }
    static func staffCame(_ name: String) -> Phrase { Phrase(en: "\(name) can sign in now.", zh: "\(name.beforeHan)现可登录。") }
    static func staffLeft(_ name: String) -> Phrase { Phrase(en: "\(name) is marked as left.", zh: "\(name) 已登记为调离。") }
    static let firstPasscode = Phrase(en: "Initial passcode", zh: "初始密码")
    static func firstPasscodeHint(_ count: Int) -> Phrase {
        Phrase(
            en: "\(count)+ characters, \(SignInRules.minimumDigits)+ if digits only",
            zh: "至少 \(count) 位，纯数字 \(SignInRules.minimumDigits) 位"
        )
    }

    static let resetPasscode = Phrase(en: "Reset a passcode", zh: "重置密码")
    static let resetPasscodeShort = Phrase(en: "Passcode", zh: "重置密码")
    static func resetWords(_ name: String) -> Phrase {
        Phrase(
            en: "\(name) gets a new passcode, which you will know: tell it to them. They choose their own when they next sign in.",
            zh: "为 \(name) 设置新密码，该密码您将知晓，请当面告知。本人下次登录时须另设密码。"
        )
    }
    static func passcodeReset(_ name: String) -> Phrase {
        Phrase(en: "\(name) has a new passcode.", zh: "已重置 \(name) 的密码。")
    }
    static let unlockStaff = Phrase(en: "Unlock after wrong passcodes", zh: "解除密码错误锁定")
    static func notLockedOut(_ name: String) -> Phrase {
        Phrase(en: "\(name) is not locked out and can sign in.", zh: "\(name.beforeHan)未被锁定，可以登录。")
    }
    static let unlockStaffShort = Phrase(en: "Unlock", zh: "解锁")
    static func unlockWords(_ name: String) -> Phrase {
        Phrase(
            en: "\(name) need not wait any longer after wrong passcodes. The attempts stay in the audit trail.",
            zh: "\(name) 密码输错后无须再等待，可立即重试。输错记录保留在审计记录中。"
        )
    }
    static func staffUnlocked(_ name: String) -> Phrase { Phrase(en: "\(name) can try again now.", zh: "\(name) 现可重试登录。") }

    static let addStandInShort = Phrase(en: "Appoint", zh: "指定")
    static let deputiesShort = Phrase(en: "Deputies", zh: "常设代理")
    static let deputiesHint = Phrase(
        en: "A standing deputy may declare a manager absent and stand in for that day; this is recorded. Press Space to tick.",
        zh: "管理人员临时不在岗时，常设代理人可当场登记并代理（限当日），均留有记录。按空格勾选。"
    )
    static let declareAbsence = Phrase(en: "Declare an absence today and stand in", zh: "登记今日不在岗并代理")
    static let declareAbsenceShort = Phrase(en: "Stand in today", zh: "今日代理")
    static let declareHint = Phrase(
        en: "You stand in for the absent manager until the end of today; everything you do for them is recorded as such.",
        zh: "您代理该管理人员至今日止，所办事项均记为代其办理。"
    )
    static let onlyDeputies = Phrase(en: "Only a standing deputy may declare an absence.", zh: "只有常设代理人可当场登记代理。")
    static let lastDayHint = Phrase(en: "the last day", zh: "最后一日")
    static let standsInNow = Phrase(en: "now", zh: "代理中")
    static let standsInSoon = Phrase(en: "upcoming", zh: "未开始")
    static func standsIn(_ who: String, for absent: String, _ from: String, _ to: String) -> Phrase {
        Phrase(
            en: "\(who) stands in for \(absent), \(from == to ? "on \(from)" : "\(from) to \(to)").",
            zh: "\(who) 代理 \(absent)，\(from == to ? from : "\(from)至\(to)")。"
        )
    }

    // Clocks.
    static let clocksHint = Phrase(
        en: "A case keeps the limits that applied when it was logged.",
        zh: "投诉沿用其登记时的期限。"
    )
    static let columnLimit = Phrase(en: "Limit", zh: "期限")
    static let columnSince = Phrase(en: "Since", zh: "生效日")
    /// Before what holds from a later day on, below what holds now.
    static let rowComing = Phrase(en: "  upcoming", zh: "  即将生效")
    static let always = Phrase(en: "the start", zh: "初始")
    static func limit(_ limit: ClockLimit) -> Phrase { limit.words }
    static func clockTitle(_ name: ClockName) -> Phrase {
        Phrase(en: "Limit for \"\(name.label.english)\"", zh: "\(name.label.chinese)时限")
    }
    static func clockComing(_ limit: String, _ day: String) -> Phrase {
        Phrase(en: "From \(day): \(limit)", zh: "即将生效：\(day)起 \(limit)")
    }
    static let hoursHint = Phrase(en: "e.g. 09:00-12:00,13:30-17:00, or closed", zh: "例如 09:00-12:00,13:30-17:00；不营业填“休”")
    /// As it is typed.
    static let closedHours = Phrase(en: "closed", zh: "休")
    static func earliestHint(_ day: String) -> Phrase { Phrase(en: "blank = \(day), the earliest", zh: "留空即为 \(day)（最早）") }
    static let tierReferenceHint = Phrase(en: "head office's approval", zh: "总行批准文号")
    static func changedFrom(_ what: Phrase, to after: String, _ day: String) -> Phrase {
        Phrase(en: "\(what.english): \(after) from \(day).", zh: "\(what.chinese)：\(day)起为 \(after)。")
    }
    static let countHint = Phrase(en: "e.g. 3", zh: "例如 3")
    static let unit = Phrase(en: "Counted in", zh: "计算单位")
    static let unitNatural = Phrase(en: "calendar days", zh: "自然日")
    static let unitWorking = Phrase(en: "working days", zh: "工作日")
    static let unitHours = Phrase(en: "hours, day and night", zh: "小时（不分昼夜）")
    static let unitMinutes = Phrase(en: "minutes of opening time", zh: "营业时间（分钟）")
    static let holdsFrom = Phrase(en: "In force from", zh: "生效日")
    static func todayHint(_ day: String) -> Phrase { Phrase(en: "e.g. \(day) (today)", zh: "例如 \(day)（今日）") }
    static func clockSet(_ name: ClockName, _ limit: Phrase, _ day: String) -> Phrase {
        Phrase(
            en: "\(clockTitle(name).english): \(limit.english) from \(day), for new cases.",
            zh: "\(name.label.chinese)：\(day)起为\(limit.chineseBehindHan)，适用于其后登记的投诉。"
        )
    }

    // The calendar.
    static let columnWeekday = Term.weekday
    static let columnOff = Phrase(en: "Type", zh: "安排")
    static let columnHoliday = Phrase(en: "Holiday", zh: "节假日")
    static let dayOff = Phrase(en: "day off", zh: "放假")
    static let dayWorked = Phrase(en: "working day", zh: "调休上班")
    static let calendarNone = Phrase(
        en: "No calendar: Monday to Friday count as working days, holidays too.",
        zh: "未载入日历，周一至周五均按工作日计算，未考虑节假日。"
    )
    static func calendarLoaded(_ count: Int, _ first: Int, _ last: Int) -> Phrase {
        let years = first == last ? "\(first)" : "\(first)-\(last)"
        return Phrase(en: "\(count) holidays and make-up working days loaded, \(years).", zh: "已载入 \(years) 年的 \(count) 个调整日。")
    }
    static func calendarKnown(_ day: String) -> Phrase {
        Phrase(en: "Working days are known up to \(day).", zh: "工作日可推算至 \(day)。")
    }
    static func calendarPast(_ day: String) -> Phrase {
        Phrase(en: "The calendar ended on \(day); working days are estimated.", zh: "日历已于 \(day) 到期，工作日仅为推算，请载入新日历。")
    }
    static let loadCalendar = Phrase(en: "Load a calendar", zh: "载入日历")
    static let loadShort = Phrase(en: "Load", zh: "载入")
    static let calendarHint = Phrase(
        en:
            "A CSV file with the columns date, is_off_day and name, or a plain list of holidays with date and name. Its days hold from tomorrow on; the past stays.",
        zh: "CSV 文件，列为 date、is_off_day、name；也可为仅含 date、name 的节假日表。所列日期自明日起生效，过去和今日不变。"
    )
    static let filePath = Term.file
    static func fileHint(_ name: String) -> Phrase { Phrase(en: "e.g. /home/…/\(name)", zh: "例如 /home/…/\(name)") }
    static let nation = Phrase(en: "Country", zh: "地区")
    static let nationHint = Phrase(en: "only if the file has a nation column", zh: "仅当文件含 nation 列时填写")
    static let calendarOthers = Phrase(en: "Other days", zh: "其他日期")
    static let calendarOthersStay = Phrase(en: "stay", zh: "保留")
    static let calendarOthersGo = Phrase(en: "dropped: the file is whole", zh: "删去：文件含全年")
    static let emptyFile = Phrase(en: "The file is empty.", zh: "文件为空。")

    // Codes.
    static let columnAxis = Phrase(en: "Group", zh: "类别")
    static let columnCode = Phrase(en: "Code", zh: "代码")
    static let columnChinese = Phrase(en: "Chinese", zh: "中文")
    static let columnEnglish = Phrase(en: "English", zh: "英文")
    static let columnPinyin = Phrase(en: "Pinyin", zh: "拼音")
    static let notOffered = Phrase(en: "not offered", zh: "已停用")
    static let addCode = Phrase(en: "Add a code", zh: "增加代码")
    static let addShort = Phrase(en: "Add", zh: "增加")
    static let relabel = Phrase(en: "Rename a code", zh: "更改代码名称")
    static let offerNoLonger = Phrase(en: "Stop offering", zh: "停用")
    static let offerAgain = Phrase(en: "Offer again", zh: "恢复使用")
    static let offerNoLongerHint = Phrase(
        en: "It can no longer be chosen for new cases; cases that have it keep its name.",
        zh: "新投诉不能再选用；已用此代码的投诉名称不变。"
    )
    static let offerAgainHint = Phrase(en: "It can be chosen again for new cases.", zh: "新投诉可再次选用。")
    static let otherStays = Phrase(en: "\"Other\" is always there, so that every complaint can be given a code.", zh: "“其他”须保留，使每件投诉都有代码。")
    static let codeHint = Phrase(en: "lower-case letters, digits, hyphens", zh: "小写字母、数字、连字符")
    static let pointsHint = Phrase(en: "oral/on-the-spot=2, */replied=1; blank: off", zh: "oral/on-the-spot=2, */replied=1；留空为不计分")
    static let sizeHint = Phrase(en: "a whole number", zh: "整数")
    static let codeAbove = Phrase(en: "Under", zh: "上级代码")
    static let codeAboveHint = Phrase(en: "a code of the same axis; blank for none", zh: "同类代码，无则留空")
    static let officialCode = Phrase(en: "Official code", zh: "监管代码")
    static let officialCodeHint = Phrase(en: "as the regulator has it; blank for none", zh: "按监管口径填写，无则留空")
    static let pinyinHint = Phrase(en: "initials, for finding it", zh: "拼音首字母，用于检索")
    static let loadCodes = Phrase(en: "Load codes", zh: "载入代码")
    static let codesHint = Phrase(
        en: "A CSV file with the columns axis, key, en, zh, pinyin, offered. Codes that are not in the file are no longer offered.",
        zh: "CSV 文件，列为 axis、key、en、zh、pinyin、offered。文件未列的代码即停用。"
    )
    static func codeAdded(_ label: Phrase) -> Phrase { Phrase(en: "Added: \(label.english).", zh: "已增加：\(label.chinese)。") }
    static func codeRelabelled(_ before: Phrase, _ after: Phrase) -> Phrase {
        Phrase(en: "\(before.english) is now called \(after.english).", zh: "\(before.chinese)现为\(after.chinese)。")
    }
    static func codeOffered(_ label: Phrase, _ isOffered: Bool) -> Phrase {
        Phrase(
            en: "\(label.english) is offered \(isOffered ? "again" : "no longer").",
            zh: "\(label.chinese)已\(isOffered ? "恢复使用" : "停用")。"
        )
    }
    static func codesTaken(_ count: Int) -> Phrase { Phrase(en: "\(count) codes loaded.", zh: "已载入 \(count) 个代码。") }

    static let tabStaff = Phrase(en: "Staff", zh: "人员")
    static let tabStandIns = Phrase(en: "Stand-ins", zh: "代理人")
    static let change = Phrase(en: "Change", zh: "更改")
    static let addStaff = Phrase(en: "Add staff", zh: "增加人员")
    static let addStandIn = Phrase(en: "Appoint a stand-in", zh: "指定代理人")
    static let absent = Phrase(en: "Absent manager", zh: "被代理人")
    static let standIn = Phrase(en: "Stand-in", zh: "代理人")
    static let fromDay = Term.from
    static let toDay = Term.to
    static let hasLeft = Term.hasLeft
}
