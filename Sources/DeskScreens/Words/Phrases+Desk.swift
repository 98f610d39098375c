import ComplaintRules

// What stands on the desk beside the cases.
extension Phrase {
    static let tabToAcknowledge = Phrase(en: "To acknowledge", zh: "待知悉")
    static let columnAsked = Phrase(en: "Asked for", zh: "申请事项")

    static let noteBookDue = Phrase(en: "The comment book has not been reviewed today. Press 3 to open it.", zh: "今日意见簿尚未查阅，按 3 打开。")
    static let noteBookBegun = Phrase(en: "Today's comment-book review has not been ended. Press 3 to go to it.", zh: "今日意见簿查阅尚未结束，按 3 打开。")
    static func noteBookMissed(_ count: Int, _ days: [String]) -> Phrase {
        let more = count > days.count
        return Phrase(
            en:
                "Book not reviewed on \(Language.english.listed(days))\(more ? " and \(count - days.count) more days" : ""). Press 3.",
            zh: "意见簿漏查：\(Language.chinese.listed(days))\(more ? "等 \(count) 天" : "")，按 3 补查。"
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
    static let issueReport = Phrase(en: "Record that a month's report was issued", zh: "登记月度报告已出具")
    static let issueReportShort = Phrase(en: "Report issued", zh: "报告已出具")
    static let monthHint = Phrase(en: "e.g. 2026-10", zh: "例如 2026-10")
    static func reportIssued(_ month: String) -> Phrase {
        Phrase(en: "The report for \(month) is recorded as issued.", zh: "已登记 \(month) 月度报告已出具。")
    }
    static let noContactCards = Phrase(
        en: "There are no contact cards yet. The branch manager adds them in Settings (9).",
        zh: "尚无联系卡，请网点负责人在设置（按 9）中添加。"
    )
    static func noteFigures(_ month: Phrase, _ day: String, isLate: Bool) -> Phrase {
        Phrase(
            en: isLate
                ? "The report for \(month.english) was due on \(day). Press f once issued."
                : "The report for \(month.english) is due on \(day). Press f once issued.",
            zh: isLate ? "\(month.chinese)月度报告应于\(day)前出具，现已逾期；出具后请按 f。" : "\(month.chinese)月度报告应于\(day)前出具；出具后请按 f。"
        )
    }

    static let tabToDecide = Phrase(en: "To decide", zh: "待批准")
    static let tabDue = Phrase(en: "Due", zh: "待办")
    static let tabToAccept = Phrase(en: "To accept", zh: "待接收")
    static let tabToSign = Phrase(en: "To sign", zh: "待签字")
    static let tabMine = Phrase(en: "Mine", zh: "我的")
    static let nothingDue = Phrase(en: "Nothing is due. Press n to log a complaint.", zh: "没有待办事项。按 n 登记投诉。")
    static func yours(open: Int) -> Phrase { Phrase(en: "In your hands: \(open) open", zh: "由您办理：未办结 \(open) 件") }
    static func yourDrafts(_ count: Int, _ age: Phrase) -> Phrase {
        Phrase(en: "\(count) \(count == 1 ? "draft" : "drafts") (\(age.english))", zh: "\(count) 份草稿（\(age.chinese)）")
    }
}
