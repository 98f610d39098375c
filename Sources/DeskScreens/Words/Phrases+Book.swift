import ComplaintRules

// What stands on the screen of the comment book.
extension Phrase {
    /// `November 2026`, `2026年11月`.
    static func month(_ day: Day) -> Phrase {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        ]
        return Phrase(en: "\(names[day.month - 1]) \(day.year)", zh: "\(day.year)年\(day.month)月")
    }
    static let otherMonths = Phrase(en: "[ earlier  ] later month", zh: "[ 上月  ] 下月")
    /// The meaning of a day's sign, shorter than the day's own words, so that all stand on one line.
    static func legend(_ status: BookDay.Status) -> Phrase {
        switch status {
        case .due: Phrase(en: "due", zh: "待查阅")
        case .open: Phrase(en: "begun", zh: "查阅中")
        default: status.label
        }
    }
    static let columnInBook = Phrase(en: "In the book", zh: "簿中回复")
    static let columnToCustomer = Phrase(en: "To customer", zh: "回复客户")
    static let noContact = Phrase(en: "no contact", zh: "未留联系")
    static let lateReviewHint = Phrase(
        en: "A day gone by can only be made up, with a reason, and is never dated back: it stays visible as late.",
        zh: "已过之日只能补查并说明原因，不得倒签，补查会一直可见。"
    )
    static let bookToEntries = Phrase(en: "Go to the entries of the day", zh: "转到当日记录")
    static let bookToEntriesShort = Phrase(en: "Entries", zh: "记录")
    static let bookToMonth = Phrase(en: "Go to the month", zh: "转到月历")
    static let bookToMonthShort = Phrase(en: "Month", zh: "月历")

    static let bookNextOpen = Phrase(en: "Read the book in the hall, then begin with o.", zh: "请查阅大厅意见簿，按 o 开始登记。")
    static let bookNextEntries = Phrase(
        en: "Is there a new entry? e logs each one; 0 says that there is none.",
        zh: "有新意见？按 e 逐条登记；没有则按 0。"
    )
    static let bookNextClose = Phrase(en: "e logs another entry; c ends the review.", zh: "按 e 继续登记；按 c 结束查阅。")
    static let bookNextLate = Phrase(en: "Nobody read the book that day: o makes it up, with a reason.", zh: "当日无人查阅：按 o 补查并说明原因。")
    static let bookNextClosed = Phrase(en: "The branch was closed; no review is due.", zh: "当日休业，无须查阅。")
    static let bookNextOutside = Phrase(en: "Not a day of this desk, or still to come.", zh: "不在本网点登记期间，或尚未到来。")
    static func bookLateFor(_ reason: String, _ next: String) -> Phrase {
        Phrase(en: "Late: \(reason). \(next)", zh: "补查原因：\(reason)。\(next)")
    }
    static let bookNextNothing = Phrase(en: "Nothing more to do for this day.", zh: "当日已无待办事项。")
    static func bookNextAnswer(_ count: Int) -> Phrase {
        Phrase(
            en: count == 1
                ? "An entry waits for its answer in the book: Tab goes to it."
                : "\(count) entries wait for an answer in the book: Tab goes to them.",
            zh: "\(count) 条意见待在簿中回复：按 Tab 转到记录。"
        )
    }
}
