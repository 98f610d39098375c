import ComplaintRules

// What stands below the form of a new complaint, for a customer who comes back.
extension Phrase {
    static let openKnown = Phrase(en: "Open the earlier case", zh: "打开先前的投诉")
    static let openKnownShort = Phrase(en: "Earlier case", zh: "先前投诉")
    static let hereBefore = Phrase(en: "Here before: ", zh: "此前投诉：")
    static func knownDue(_ moment: String) -> Phrase { Phrase(en: "reply by \(moment)", zh: "\(moment) 前回复") }
    static func knownMore(_ count: Int) -> Phrase { Phrase(en: "\(count) more", zh: "另有 \(count) 件") }
    static func hereBeforeHint(_ why: String) -> Phrase {
        Phrase(en: "(\(why))  Alt-o opens it. Saved, this one is its repeat.", zh: "（\(why)）按 Alt-o 打开。保存后作为重复投诉与其关联。")
    }
    static func savedAsRepeat(_ note: Phrase, of number: String) -> Phrase {
        Phrase(en: "\(note.english) It repeats \(number).", zh: "\(note.chinese)重复投诉，前件 \(number)。")
    }
    static let writtenHint = Phrase(en: "such as 2026-11-22; empty for today", zh: "如 2026-11-22；留空为今日")
    static let senderHint = Phrase(en: "head office, regulator, government, hotline centre", zh: "总行、监管、政府或客服中心")
    static let resultDueHint = Phrase(en: "when they want the result: 2026-11-22", zh: "要求报送结果的日期，如 2026-11-22")
    static let placeHint = Phrase(en: "cabinet and file number", zh: "柜号和档案号")
    static let callBackHint = Phrase(en: "where it is another number", zh: "与来电号码不同时填写")
}
