import ComplaintRules
import Ledger

/// Headings and words of the tables and pages on standard output.
enum TableWords {
    static let staffNumber = Phrase(en: "Number", zh: "工号")
    static let name = Phrase(en: "Name", zh: "姓名")
    static let role = Phrase(en: "Role", zh: "岗位")
    static let retired = Phrase(en: "left", zh: "已调离")
    static let act = Phrase(en: "Act", zh: "操作")
    static let possible = Phrase(en: "possible", zh: "可办理")
    static let number = Phrase(en: "Number", zh: "编号")
    static let received = Phrase(en: "Received", zh: "收到")
    static let channel = Phrase(en: "Channel", zh: "渠道")
    static let stage = Phrase(en: "Stage", zh: "状态")
    static let customer = Phrase(en: "Customer", zh: "客户")
    static let contact = Phrase(en: "Contact", zh: "联系方式")
    static let text = Phrase(en: "What happened", zh: "事由")
    static let due = Phrase(en: "Due", zh: "时限")
    static let nobody = Phrase(en: "(anon.)", zh: "（匿名）")
    static let clocks = Phrase(en: "Clocks", zh: "时限")
    static let timeLine = Phrase(en: "Timeline", zh: "办理过程")

    static func dueAt(_ time: String) -> Phrase { Phrase(en: "due \(time)", zh: "到期 \(time)") }

    /// The counts on one line, as for a login message.
    /// - Parameter isBookReviewed: nil where the branch is closed today.
    static func due(_ counts: DeskCounts, isBookReviewed: Bool?) -> Phrase {
        let book: Phrase =
            switch isBookReviewed {
            case true?: Phrase(en: ", book reviewed", zh: "，意见簿已查阅")
            case false?: Phrase(en: ", book not reviewed yet", zh: "，意见簿待查阅")
            case nil: Phrase(verbatim: "")
            }
        return Phrase(
            en: "\(counts.overdue) overdue, \(counts.dueToday) due today, \(counts.toAccept) to accept, \(counts.toSign) to sign",
            zh: "逾期 \(counts.overdue)，今日到期 \(counts.dueToday)，待接收 \(counts.toAccept)，待签字 \(counts.toSign)"
        ).followed(by: book)
    }
}
