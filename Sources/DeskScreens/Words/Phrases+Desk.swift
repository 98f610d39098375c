import ComplaintRules

// What stands on the desk beside the cases.
extension Phrase {
    static let tabToAcknowledge = Phrase(en: "To acknowledge", zh: "待知悉")
    static let columnAsked = Phrase(en: "Asked for", zh: "申请事项")

    static let noteBookDue = Phrase(en: "The comment book has not been read today: 3 opens it.", zh: "今日意见簿尚未查阅：按 3 打开。")
    static let noteBookBegun = Phrase(en: "Today's review of the comment book is not ended: 3 opens it.", zh: "今日意见簿查阅尚未结束：按 3 打开。")
    static func noteBookMissed(_ count: Int, _ days: [String]) -> Phrase {
        let more = count > days.count
        return Phrase(
            en:
                "Book not read on \(days.joined(separator: ", "))\(more ? " and \(count - days.count) more days" : ""): 3 makes it up.",
            zh: "意见簿漏查：\(days.joined(separator: "、"))\(more ? "等 \(count) 天" : "")，按 3 补查。"
        )
    }
    static func noteCalendar(_ day: String, isPast: Bool) -> Phrase {
        Phrase(
            en: isPast
                ? "The calendar ended on \(day); working days are guessed. 9 loads one."
                : "The calendar of holidays ends on \(day). 9 loads the next one.",
            zh: isPast ? "节假日日历已于 \(day) 到期，工作日仅为推算：按 9 载入新日历。" : "节假日日历将于 \(day) 到期：按 9 载入新日历。"
        )
    }
    static let issueReport = Phrase(en: "Record a month's report as issued", zh: "登记月度报表已出具")
    static let issueReportShort = Phrase(en: "Report issued", zh: "报表已出具")
    static let monthHint = Phrase(en: "2026-10", zh: "2026-10")
    static func reportIssued(_ month: String) -> Phrase {
        Phrase(en: "The report of \(month) is recorded as issued.", zh: "已登记 \(month) 月度报表出具。")
    }
    static let noContactCards = Phrase(
        en: "The branch has no contact cards yet. The branch manager writes them in Settings (9).",
        zh: "尚无联系卡，请网点负责人在设置（9）中填写。"
    )
    static func noteFigures(_ month: Phrase, _ day: String, isLate: Bool) -> Phrase {
        Phrase(
            en: isLate
                ? "The figures of \(month.english) were due on \(day): f when issued."
                : "The figures of \(month.english) are due on \(day): f when issued.",
            zh: isLate ? "\(month.chinese)统计报表已于\(day)到期，出具后按 f。" : "\(month.chinese)统计报表应于\(day)前出具，出具后按 f。"
        )
    }
}
