import ComplaintRules

// What stands below the form of a new complaint, for a customer who comes back.
extension Phrase {
    static let openKnown = Phrase(en: "Open the earlier case", zh: "打开先前的投诉")
    static let openKnownShort = Phrase(en: "Earlier case", zh: "先前投诉")
    static let hereBefore = Phrase(en: "Here before: ", zh: "此前投诉：")
    static func knownDue(_ clock: Phrase, _ moment: String) -> Phrase {
        Phrase(en: "\(clock.english) due \(moment)", zh: "\(clock.chinese)时限 \(moment)")
    }
    static func knownMore(_ count: Int) -> Phrase { Phrase(en: "\(count) more", zh: "另有 \(count) 件") }
    static let hereBeforeHint = Phrase(
        en: "Alt-o opens it. Saved, this one is linked to it and the branch manager sees it at once.",
        zh: "按 Alt-o 打开。保存后与其关联，网点负责人即时可见。"
    )
    static func savedAsRepeat(_ note: Phrase, of number: String) -> Phrase {
        Phrase(en: "\(note.english) It repeats \(number).", zh: "\(note.chinese)重复投诉，前件 \(number)。")
    }
    static let writtenHint = Phrase(en: "such as 2026-11-22; empty for today", zh: "如 2026-11-22；留空为今日")
}
