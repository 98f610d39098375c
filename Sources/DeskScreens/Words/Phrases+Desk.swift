import ComplaintRules

// What stands on the desk beside the cases.
extension Phrase {
    static let tabToAcknowledge = Phrase(en: "To acknowledge", zh: "待知悉")
    static let columnAsked = Phrase(en: "Asked for", zh: "申请事项")

    static let noteBookDue = Phrase(en: "The comment book has not been reviewed today. Press 3 to open it.", zh: "今日意见簿尚未查阅，按 3 打开。")
    static let noteBookBegun = Phrase(en: "Today's comment-book review has not been ended. Press 3 to go to it.", zh: "今日意见簿查阅尚未结束，按 3 打开。")
    /// - Parameter span: in how many days they were counted; nil for all since the founding.
    static func noteBookMissed(_ count: Int, _ days: [String], within span: Int?) -> Phrase {
        let more = count > days.count
        let span = more ? span : nil
        let (english, chinese) = (span.map { " in the last \($0) days" } ?? "", span.map { "近 \($0) 天" } ?? "")
        return Phrase(
            en:
                "Book not reviewed on \(Language.english.listed(days))\(more ? " and \(count - days.count) more \(count - days.count == 1 ? "day" : "days")" : "")\(english). Press 3.",
            zh: "意见簿\(chinese)漏查：\(Language.chinese.listed(days))\(more ? "等 \(count) 天" : "")，按 3 补查。"
        )
    }
    static func noteCalendar(_ day: String, isPast: Bool) -> Phrase {
        Phrase(
            en: isPast
                ? "The holiday calendar ended on \(day). Press 9 to load a new one."
                : "The holiday calendar ends on \(day). Press 9 to load the next one.",
            zh: isPast ? "节假日日历已于 \(day) 到期，请按 9 载入新日历。" : "节假日日历将于 \(day) 到期，请按 9 载入新日历。"
        )
    }
    static let issueReport = Phrase(en: "Issue a month's report", zh: "出具月度报告")
    static let issueReportShort = Phrase(en: "Issue report", zh: "出具报告")
    static let newIssueHint = Phrase(en: "only where it was issued before: why anew", zh: "仅在已出具过时填写：重新出具的原因")
    static let monthHint = Phrase(en: "e.g. 2026-10", zh: "例如 2026-10")
    static let noContactCards = Phrase(
        en: "There are no contact cards yet. The branch manager adds them in Settings (9).",
        zh: "尚无联系卡，请网点负责人在设置（按 9）中添加。"
    )
    static func noteFigures(_ month: Phrase, _ day: String, isLate: Bool) -> Phrase {
        Phrase(
            en: isLate
                ? "The report for \(month.english) was due on \(day). Press F to issue it."
                : "The report for \(month.english) is due on \(day). Press F to issue it.",
            zh: isLate ? "\(month.chinese)月度报告应于\(day)前出具，现已逾期；请按 F 出具。" : "\(month.chinese)月度报告应于\(day)前出具；请按 F 出具。"
        )
    }

    static let tabToDecide = Phrase(en: "To decide", zh: "待批准")
    static let tabDue = Phrase(en: "Due", zh: "待办")
    static let tabToAccept = Phrase(en: "To accept", zh: "待接收")
    static let tabToSign = Phrase(en: "To sign", zh: "待签字")
    static let tabDrafts = Phrase(en: "Drafts", zh: "草稿")
    static let showDrafts = Phrase(en: "Show my drafts", zh: "显示我的草稿")
    static let openDraft = Phrase(en: "Open the draft", zh: "打开草稿")
    static let keepDraft = Phrase(en: "Keep the draft for another 30 days", zh: "草稿再保留 30 天")
    static let keepShort = Phrase(en: "Keep", zh: "保留")
    static let columnForm = Phrase(en: "Form", zh: "表单")
    static let columnTyped = Phrase(en: "Typed", zh: "内容")
    static let columnSaved = Phrase(en: "Saved", zh: "保存")
    static let draftOpen = Phrase(en: "open", zh: "使用中")
    static func draftFrom(_ number: String) -> Phrase { Phrase(en: "from \(number)", zh: "\(number) 移交") }
    static let draftOpenElsewhere = Phrase(en: "This draft is open already, here or on another terminal.", zh: "此草稿已在本终端或其他终端打开。")
    static let draftOfThisElsewhere = Phrase(
        en: "An empty form: your draft of it is open already, here or on another terminal.",
        zh: "这是空白表单：原有草稿已在本终端或其他终端打开。"
    )
    static let draftGone = Phrase(en: "This draft was sent or discarded on another terminal.", zh: "此草稿已在其他终端提交或丢弃。")
    /// What was being written on a case that its writer may read no more; nil for what is no act.
    static func draftOfUnread(_ act: ActKind?) -> Phrase {
        let what = act?.label ?? Phrase(en: "Draft", zh: "草稿")
        return Phrase(en: "\(what.english) (a case you may not read)", zh: "\(what.chinese)（您不能查阅的投诉）")
    }
    static let draftOfNothing = Phrase(en: "(what this draft was about no longer exists)", zh: "（草稿所涉事项已不存在）")
    static let draftNotOld = Phrase(en: "It is kept anyway: the question comes after 30 days.", zh: "草稿现已保留，满 30 天时再询问。")
    static let draftKeptLonger = Phrase(en: "The draft is kept for another 30 days.", zh: "草稿再保留 30 天。")
    static func draftDiscarded(_ title: Phrase) -> Phrase {
        Phrase(en: "\(title.english): the draft was discarded.", zh: "\(title.chinese)：草稿已丢弃。")
    }
    static func discardDraft(_ title: Phrase, _ gist: String) -> Phrase {
        Phrase(
            en: "Discard this draft? It cannot be recovered.\n\n\(title.english)\n\(gist)",
            zh: "丢弃这份草稿？丢弃后无法恢复。\n\n\(title.chinese)\n\(gist)"
        )
    }
    static func draftsWaiting(_ count: Int) -> Phrase {
        Phrase(
            en: "An empty form. \(count == 1 ? "A draft of yours waits" : "\(count) drafts of yours wait") on the Desk: Esc, then d.",
            zh: "这是空白表单。另有 \(count) 份草稿在工作台：按 Esc，再按 d。"
        )
    }
    static let formBelow = Phrase(
        en: "Another customer. The first form waits below; Esc or saving leads back to it.",
        zh: "登记另一位客户。前一张表单保留在下层，按 Esc 或保存后返回。"
    )
    static let noteStaffMissing = Phrase(
        en: "Staff are missing: a complaint manager and a clerk. Press 9 to add them.",
        zh: "尚缺人员：须有投诉管理人和柜员，按 9 添加。"
    )
    static let oldDraftsTitle = Phrase(en: "Old drafts", zh: "旧草稿")
    static let oldDraftsShow = Phrase(en: "Show them", zh: "查看")
    static let later = Phrase(en: "Later", zh: "稍后")
    static func oldDrafts(_ count: Int, _ named: String) -> Phrase {
        Phrase(
            en:
                "\(count == 1 ? "A draft" : "\(count) drafts") of yours \(count == 1 ? "is" : "are") over 30 days old. Keep or discard?\n\n\(named)",
            zh: "您有 \(count) 份草稿已超过 30 天。保留还是丢弃？\n\n\(named)"
        )
    }
    static func noteDraftsOld(_ count: Int) -> Phrase {
        Phrase(
            en: "\(count == 1 ? "A draft is" : "\(count) drafts are") over 30 days old. Press d to keep or discard.",
            zh: "有 \(count) 份草稿已超过 30 天，按 d 保留或丢弃。"
        )
    }
    static let tabMine = Phrase(en: "Mine", zh: "我的")
    static let nothingToAccept = Phrase(
        en: "Nothing to accept. What colleagues hand over to you comes here.",
        zh: "没有待接收的投诉。同事移交给您的会列在这里。"
    )
    static let nothingToAcknowledge = Phrase(
        en: "Nothing to acknowledge. Hand-overs and repeat complaints come here.",
        zh: "没有待知悉的投诉。移交和重复投诉会列在这里。"
    )
    static let nothingToDecide = Phrase(
        en: "Nothing to decide. Requests for an extension or escalation come here.",
        zh: "没有待批准的申请。延期和上报申请会列在这里。"
    )
    static let nothingMine = Phrase(
        en: "You have no open cases. Those you log, accept or are handed come here.",
        zh: "您没有未办结的投诉。您登记、接收的会列在这里。"
    )
    static let nothingDrafted = Phrase(
        en: "You have no drafts. A form that you leave with Esc is kept here.",
        zh: "您没有草稿。按 Esc 离开的表单会保留在这里。"
    )
    static let nothingDue = Phrase(en: "Nothing is due. Press n to log a complaint.", zh: "没有待办事项。按 n 登记投诉。")
    static func yourDrafts(_ count: Int, _ age: Phrase) -> Phrase {
        Phrase(
            en: "\(count) \(count == 1 ? "draft" : "drafts") of yours (\(age.english)). Press d to open.",
            zh: "您有 \(count) 份草稿（\(age.chinese)），按 d 打开。"
        )
    }
}
