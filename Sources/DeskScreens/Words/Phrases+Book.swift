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
    static let otherMonths = Phrase(en: "other months: [ and ]", zh: "其他月份：按 [ 和 ]")
    /// The meaning of a day's sign, shorter than the day's own words, so that all stand on one line.
    static func legend(_ status: BookDay.Status) -> Phrase {
        switch status {
        case .due: Phrase(en: "due", zh: "待查")
        case .open: Phrase(en: "begun", zh: "查阅中")
        case .closed: Phrase(en: "closed", zh: "休息")
        default: status.label
        }
    }
    static let bookAnswerShort = Term.answerInBook
    static let columnInBook = Phrase(en: "In the book", zh: "簿中回复")
    static let columnToCustomer = Phrase(en: "To customer", zh: "回复客户")
    static let noContact = Phrase(en: "no contact", zh: "未留联系")
    static let lateReviewHint = Phrase(
        en: "After the closing time of its day the book can only be reviewed late, with a reason. It is never back-dated and stays marked.",
        zh: "当日营业结束后只能补查并说明原因，不得倒签；补查标记将一直保留。"
    )
    static let bookToEntries = Phrase(en: "Go to the day's entries", zh: "转到当日意见")
    static let bookToEntriesShort = Phrase(en: "Entries", zh: "意见")
    static let bookToMonth = Phrase(en: "Go to the month", zh: "转到月历")
    static let bookToMonthShort = Phrase(en: "Month", zh: "月历")

    static let bookForOthers = Phrase(
        en: "A manager reviews the book. To log what is in it, press n and choose the channel \"comment book\".",
        zh: "意见簿由管理人员查阅。登记簿中意见，请按 n 并选择渠道“意见簿”。"
    )
    static let bookForReaders = Phrase(
        en: "A manager reviews the book. An auditor reads it and changes nothing.",
        zh: "意见簿由管理人员查阅并登记；审计人员只能查阅，不能更改。"
    )
    static let bookNextOpen = Phrase(en: "Read the book in the banking hall, then press o to begin the review.", zh: "请到大厅查阅意见簿，并按 o 开始查阅。")
    static let bookNextOpenLate = Phrase(
        en: "Read the book in the banking hall, then press o for the late review, with a reason.",
        zh: "请到大厅查阅意见簿，并按 o 补查，须说明原因。"
    )
    static func bookLogged(_ numbers: [String]) -> Phrase {
        Phrase(
            en: "\(numbers.count == 1 ? "1 entry is" : "\(numbers.count) entries are") logged already for this review: "
                + "\(numbers.joined(separator: ", ")).",
            zh: "本次查阅已登记 \(numbers.count) 条意见：\(Language.chinese.listed(numbers))。"
        )
    }
    static let bookNextEntries = Phrase(
        en: "Any new entry? Press e to log each one, or x if there is none.",
        zh: "如有新意见，按 e 逐条登记；没有则按 x。"
    )
    static let bookNextClose = Phrase(en: "Press e to log another entry, c to end the review.", zh: "按 e 继续登记；按 c 结束查阅。")
    static let bookNextLate = Phrase(en: "Not reviewed that day. A late review needs a reason.", zh: "当日无人查阅，补查须说明原因。")
    static let bookNextClosed = Phrase(en: "The branch is closed on this day; no review is due.", zh: "当日不营业，无须查阅。")
    static let bookNextOutside = Phrase(en: "Before this desk was set up, or still to come.", zh: "早于本投诉台启用，或尚未到来。")
    static func bookLateFor(_ reason: String, _ next: String) -> Phrase {
        Phrase(en: "Late: \(reason). \(next)", zh: "补查原因：\(reason)。\(next)")
    }
    static let bookNextNothing = Phrase(en: "Nothing more to do for this day.", zh: "当日已无待办事项。")
    static func bookNextTell(_ count: Int) -> Phrase {
        Phrase(
            en: count == 1
                ? "One customer who left a contact is still to be told." : "\(count) customers who left a contact are still to be told.",
            zh: "尚有 \(count) 位留有联系方式的客户待告知。"
        )
    }
    static func bookNextAnswer(_ count: Int) -> Phrase {
        Phrase(
            en: count == 1
                ? "One entry still needs its answer in the book. Press Tab to go to it."
                : "\(count) entries still need an answer in the book. Press Tab to go to them.",
            zh: "\(count) 条意见待在簿中回复，按 Tab 转到意见列表。"
        )
    }

    static let bookOpen = Phrase(en: "Begin review", zh: "开始查阅")
    static let bookOpenLate = Phrase(en: "Late review", zh: "补查")
    static let bookEntry = Phrase(en: "Log entry", zh: "登记意见")
    static let bookNil = Phrase(en: "No entry", zh: "无新意见")
    static let bookClose = Phrase(en: "End review", zh: "结束查阅")
    static func lateReview(_ day: String) -> Phrase { Phrase(en: "Late review of \(day)", zh: "补查 \(day)") }
    static func bookOpened(_ day: String) -> Phrase { Phrase(en: "The review of \(day) has begun.", zh: "\(day)的意见簿查阅已开始。") }
    static func bookDone(_ day: String) -> Phrase { Phrase(en: "The review of \(day) has ended.", zh: "\(day)的意见簿查阅已结束。") }
}
