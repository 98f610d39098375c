// What is said of the comment book and its reviews.
extension Phrase {
    static let bookRoleMayNot =
        Phrase(
            en: "Only the complaint manager or the branch manager may review the comment book.",
            zh: "仅限投诉管理人或网点负责人查阅意见簿。"
        )

    static func bookOpened(_ day: Day) -> Phrase {
        Phrase(en: "The review of \(day.iso) has already begun. Log its entries, or end it.", zh: "\(day.iso) 的查阅已开始，请登记意见或结束查阅。")
    }

    static func bookNotOpened(_ day: Day) -> Phrase {
        Phrase(en: "The review of \(day.iso) has not begun. Begin it first.", zh: "\(day.iso) 的查阅尚未开始，请先“开始查阅”。")
    }

    static func bookClosed(_ day: Day) -> Phrase {
        Phrase(
            en: "The review of \(day.iso) has ended. Only the branch manager corrects how the day stands, with a reason.",
            zh: "\(day.iso) 的查阅已结束；如有误，由网点负责人说明理由更正。"
        )
    }

    static func bookHasEntries(_ count: Int) -> Phrase {
        Phrase(
            en: count == 1
                ? "An entry has been logged; end the review instead." : "\(count) entries have been logged; end the review instead.",
            zh: "已有 \(count) 条意见，请用“结束查阅”。"
        )
    }

    static func bookReviewLate(closing: LocalTime) -> Phrase {
        let (day, clock) = (closing.day.iso, closing.clock)
        return Phrase(
            en:
                "The branch closed at \(clock) on \(day), so this can only be a late review. Give the reason in "
                + "\"\(lateReviewReason.english)\".",
            zh: "\(day) 已过营业时间（\(clock)），只能记为补查。请填写“\(lateReviewReason.chinese)”。"
        )
    }

    static let lateReviewReason = Phrase(en: "Reason for the late review", zh: "补查原因")

    static let bookHasNoEntries =
        Phrase(en: "No entry was logged. Choose \"No entry\" instead.", zh: "尚未登记意见；如无新意见，请用“无新意见”。")
}
