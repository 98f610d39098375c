import ComplaintRules

// What stands below the form of a new complaint, for a customer who comes back.
extension Phrase {
    static let openKnown = Phrase(en: "Open the earlier case", zh: "打开先前的投诉")
    static let openKnownShort = Phrase(en: "Earlier case", zh: "先前投诉")
    static let hereBefore = Phrase(en: "Earlier complaint: ", zh: "此前投诉：")
    static func knownDue(_ moment: String) -> Phrase { Phrase(en: "reply by \(moment)", zh: "\(moment) 前回复") }
    static func knownMore(_ count: Int) -> Phrase { Phrase(en: "\(count) more", zh: "另有 \(count) 件") }
    static func hereBeforeHint(_ why: String) -> Phrase {
        Phrase(en: "(\(why))  Alt-o opens it. Saving links this as a repeat.", zh: "（\(why)）按 Alt-o 打开。保存后作为重复投诉与其关联。")
    }
    static func savedAsRepeat(_ note: Phrase, of number: String) -> Phrase {
        Phrase(en: "\(note.english) It is a repeat of \(number).", zh: "\(note.chinese)本件为 \(number) 的重复投诉。")
    }
    static let writtenHint = Phrase(en: "e.g. 2026-11-22; blank = today", zh: "例如 2026-11-22；留空即为今日")
    static let senderHint = Phrase(en: "head office, regulator, government, hotline centre", zh: "总行、监管部门、政府部门或客服中心")
    static let resultDueHint = Phrase(en: "e.g. 2026-11-22: when they want the result", zh: "例如 2026-11-22，要求报送结果的日期")
    static let placeHint = Phrase(en: "cabinet and file number", zh: "柜号和档案号")
    static let callBackHint = Phrase(en: "if not the caller's number", zh: "与来电号码不同时填写")

    static let logTitle = Phrase(en: "New complaint", zh: "登记投诉")
    static func saved(_ number: String) -> Phrase { Phrase(en: "Saved \(number).", zh: "已保存 \(number)。") }
    static func savedAndHandedOver(_ number: String, to person: String) -> Phrase {
        Phrase(en: "Saved \(number), handed over to \(person).", zh: "已保存 \(number)，移交给 \(person)。")
    }
    static func savedAndAnswered(_ number: String) -> Phrase {
        Phrase(en: "Saved \(number), answered on the spot. Finding and signature still needed.", zh: "已保存 \(number)，已当场答复，尚待责任认定和签字。")
    }
    static let thenField = Phrase(en: "After saving", zh: "保存后")
    static let thenKeep = Phrase(en: "keep it for now (hand over later)", zh: "暂由本人留办（稍后移交）")
    static let thenAnswer = Phrase(en: "answered on the spot", zh: "已当场答复")
    static func thenHandOver(_ person: String) -> Phrase { Phrase(en: "hand over to \(person)", zh: "移交给 \(person)") }
    static let answerField = Phrase(en: "Answer given", zh: "答复内容")
    static let repeatedBackBox = Phrase(en: "main points repeated back and agreed", zh: "已向客户复述要点并确认")
    static let quietPlaceBox = Phrase(en: "the customer was taken to a quiet place", zh: "已将客户引至安静处")
    static let verifiedBox = Phrase(en: "the caller was verified as the hotline", zh: "已核实对方为客服热线")
    static let contactHint = Phrase(en: "how to reach the customer", zh: "如何联系客户")
    static let customerHint = Phrase(en: "leave blank if anonymous", zh: "匿名则留空")
    static let aboutHint = Phrase(en: "staff number, name or department", zh: "工号、姓名或部门")
    static let receivedHint = Phrase(en: "blank = just now", zh: "留空即为现在")
    static let agreedHint = Phrase(en: "blank = the reply limit", zh: "留空即按回复时限")
    static let customerWords = Phrase(en: "What happened", zh: "客户所述")
    static let callerNumber = Phrase(en: "Caller's number", zh: "来电号码")
    static let writtenOn = Phrase(en: "Written on", zh: "填写日期")
}
