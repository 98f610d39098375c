import ComplaintRules
import Ledger

/// Headings and words of the tables and pages on standard output.
enum TableWords {
    static let staffNumber = Phrase(en: "Number", zh: "工号")
    static let act = Phrase(en: "Act", zh: "操作")
    static let possible = Phrase(en: "possible", zh: "可办理")
    static let text = Phrase(en: "What happened", zh: "事由")

    static func dueAt(_ time: String) -> Phrase { Phrase(en: "due \(time)", zh: "到期 \(time)") }

    /// The counts on one line, as for a login message.
    /// - Parameter isBookReviewed: nil where the branch is closed today.
    static func due(_ counts: DeskCounts, _ soon: (soon: Int, verySoon: Int), isBookReviewed: Bool?) -> Phrase {
        let book: Phrase =
            switch isBookReviewed {
            case true?: Phrase(en: ", book reviewed", zh: "，意见簿已查阅")
            case false?: Phrase(en: ", book not reviewed yet", zh: "，意见簿待查阅")
            case nil: Phrase(verbatim: "")
            }
        let limits =
            soon.soon == 0
            ? Phrase(verbatim: "")
            : Phrase(
                en: "\(soon.soon) due soon (\(soon.verySoon) past 80 % of the limit), ",
                zh: "即将到期 \(soon.soon)（过八成 \(soon.verySoon)），"
            )
        return Phrase(
            en: "\(counts.overdue) overdue, \(counts.dueToday) due today, \(limits.english)"
                + "\(counts.toAccept) to accept, \(counts.toSign) to sign",
            zh: "逾期 \(counts.overdue)，今日到期 \(counts.dueToday)，\(limits.chinese)待接收 \(counts.toAccept)，待签字 \(counts.toSign)"
        ).followed(by: book)
    }
}
