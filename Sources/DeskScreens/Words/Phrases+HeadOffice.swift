import ComplaintRules
import Ledger

// What stands on the lists of head office and of rectification.
extension Phrase {
    static let columnWhyUp = Phrase(en: "Why", zh: "上报原因")
    static let columnState = Phrase(en: "State", zh: "状态")
    static let columnProgress = Phrase(en: "Progress", zh: "进度")
    static let confirmShort = Phrase(en: "Confirm", zh: "确认上报")
    static let progressShort = Phrase(en: "Progress", zh: "进展")
    static let answerShort = Phrase(en: "Answer", zh: "总行批复")
    static let lastProgress = Phrase(en: "Latest progress", zh: "最近进展")
    static let nothingWithHeadOffice = Phrase(
        en: "Nothing is with head office. To send a case up, use its \"Ask for escalation\".",
        zh: "没有上报总行的投诉。如需上报，请打开投诉并选“申请上报”。"
    )
    static func escalationState(_ state: EscalationProgress.State, _ span: String) -> Phrase {
        // A length of time, and not a share of it.
        let length = span.hasSuffix("分") ? span + "钟" : span
        return switch state {
        case .asked: Phrase(en: "asked \(span) ago", zh: "已申请 \(length)")
        case .withHeadOffice: Phrase(en: "waiting \(span)", zh: "总行处理\(span.hasPrefix("不到") ? "" : "已 ")\(length)")
        case .answered: Phrase(en: "answered \(span) ago", zh: "已答复 \(length)")
        }
    }
    static func escalationAsked(_ who: String, _ when: String) -> Phrase {
        Phrase(en: "Asked by \(who), \(when)", zh: "\(who)于\(when) 申请")
    }
    static func escalationConfirmed(_ who: String, _ when: String, _ dossier: String) -> Phrase {
        Phrase(en: "Confirmed by \(who), \(when), dossier \(dossier)", zh: "\(who)于\(when) 确认上报，卷号 \(dossier)")
    }
    static func escalationSentUp(_ when: String, _ dossier: String) -> Phrase {
        Phrase(en: "Sent up \(when), no confirmation needed, dossier \(dossier)", zh: "于\(when) 直接上报，无须确认，卷号 \(dossier)")
    }
    static let nextConfirm = Phrase(
        en: "Is it beyond the branch's authority? Press c to confirm, d to decline.",
        zh: "是否超出网点权限？按 c 确认上报，按 d 不批准。"
    )
    static let nextWaitConfirm = Phrase(en: "Waiting for the branch manager to confirm or decline.", zh: "等待网点负责人确认或不批准。")
    static func nextNote(mayChase: Bool) -> Phrase {
        Phrase(
            en: "With head office. Press p for progress, \(mayChase ? "C to chase, " : "")a for its answer.",
            zh: "总行处理中，按 p 记录进展，\(mayChase ? "按 C 催办，" : "")按 a 登记总行批复。"
        )
    }
    static func headOfficeNumber(_ number: String) -> Phrase { Phrase(en: "Head office's number \(number)", zh: "总行编号 \(number)") }
    static func headOfficePromised(_ number: String, _ due: String, _ left: String) -> Phrase {
        Phrase(
            en: "Head office's deadline \(due) (\(left))\(number.isEmpty ? "" : ", its number \(number)")",
            zh: "总行办理期限 \(due)（\(left)）\(number.isEmpty ? "" : "，总行编号 \(number)")"
        )
    }
    static func inSpan(_ span: String) -> Phrase { Phrase(en: "in \(span)", zh: "还有 \(span)") }
    static let nextWaitHeadOffice = Phrase(en: "With head office.", zh: "总行处理中。")
    static let nextReply = Phrase(en: "Head office has answered. Press r to reply to the customer.", zh: "总行已答复，按 r 回复客户。")
    static let nextWaitReply = Phrase(en: "Head office has answered; the reply to the customer is due.", zh: "总行已答复，尚待回复客户。")

    static func openActions(_ count: Int) -> Phrase { Phrase(en: "\(count) open", zh: "未完成 \(count) 项") }
    static func overdueActions(_ count: Int) -> Phrase { Phrase(en: "\(count) overdue", zh: "逾期 \(count) 项") }
    static func overdueDays(_ days: Int) -> Phrase { Phrase(en: "overdue \(days) d", zh: "逾期 \(days) 天") }
    static let dueToday = Phrase(en: "due today", zh: "今日到期")
    static func daysLeft(_ days: Int) -> Phrase { Phrase(en: "\(days) d left", zh: "剩 \(days) 天") }
    static let nothingToRectify = Phrase(
        en: "No rectification is open. Press d to show those already verified.",
        zh: "没有未完成的整改，按 d 显示已核验的整改。"
    )
    static let nothingRectified = Phrase(
        en: "No rectification yet. It is opened from a case, once the bank was at fault.",
        zh: "尚无整改。整改在投诉中开立（有责时）。"
    )
    static let showDone = Phrase(en: "Show verified ones as well", zh: "同时显示已核验的整改")
    static let hideDone = Phrase(en: "Hide verified ones", zh: "隐藏已核验的整改")
    static let showDoneShort = Phrase(en: "Show verified", zh: "显示已核验")
    static let hideDoneShort = Phrase(en: "Hide verified", zh: "隐藏已核验")

    static let columnDossier = Term.dossierNumber
    static let columnChecked = Phrase(en: "Verified", zh: "已核验")
}
