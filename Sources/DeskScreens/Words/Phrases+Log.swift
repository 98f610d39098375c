import ComplaintRules

// What stands below the form of a new complaint, for a customer who comes back.
extension Phrase {
    static let logAnother = Phrase(en: "It is another entry", zh: "另一条意见")
    static let openKnown = Phrase(en: "Open the earlier case", zh: "打开先前的投诉")
    static let openKnownShort = Phrase(en: "Earlier case", zh: "先前投诉")
    static let hereBefore = Phrase(en: "Earlier complaint: ", zh: "此前投诉：")
    static func knownDue(_ moment: String, isPast: Bool) -> Phrase {
        isPast
            ? Phrase(en: "! reply was due \(moment)", zh: "! 应于 \(moment) 前回复，已逾期")
            : Phrase(en: "reply by \(moment)", zh: "\(moment) 前回复")
    }
    static func knownMore(_ count: Int) -> Phrase { Phrase(en: "\(count) more", zh: "另有 \(count) 件") }
    static func hereBeforeHint(_ why: String) -> Phrase {
        Phrase(en: "(\(why))  Alt-o opens it. Saving links this as a repeat.", zh: "（\(why)）按 Alt-o 打开。保存后作为重复投诉与其关联。")
    }
    static func savedAsRepeat(_ note: Phrase, of number: String) -> Phrase {
        Phrase(en: "\(note.english) It is a repeat of \(number).", zh: "\(note.chinese)本件为 \(number) 的重复投诉。")
    }

    /// Behind the role of whoever stands in.
    static func actingFor(_ absent: [String]) -> Phrase {
        Phrase(en: " for \(Language.english.listed(absent))", zh: "（代 \(Language.chinese.listed(absent))）")
    }
    static let logTitle = Phrase(en: "New complaint", zh: "登记投诉")
    static func saved(_ number: String) -> Phrase { Phrase(en: "Saved \(number).", zh: "已保存 \(number)。") }
    static func saved(_ note: Phrase, remarking remark: Phrase) -> Phrase {
        Phrase(en: "\(note.english) \(remark.english)", zh: note.chinese + remark.chinese)
    }
    static func savedAndHandedOver(_ number: String, to person: String) -> Phrase {
        Phrase(en: "Saved \(number), handed over to \(person).", zh: "已保存 \(number)，移交给 \(person)。")
    }
    static func savedAndAnswered(_ number: String) -> Phrase {
        Phrase(en: "Saved \(number), answered on the spot. Finding and signature still needed.", zh: "已保存 \(number)，已当场答复，尚待责任认定和签字。")
    }
    /// Behind what was saved, where it is about whoever saved it: no list will show it to them.
    static func savedAboutSelf(_ note: Phrase, isHeld: Bool) -> Phrase {
        Phrase(
            en: "\(note.english) It is about you. \":\" and \"about me\": \(isHeld ? "hand it over, or " : "")give a statement.",
            zh: "\(note.chinese)本件涉及您本人。按 : 输入“涉及本人”，可\(isHeld ? "移交或" : "")作情况说明。"
        )
    }
    /// What was saved, and the keys of what can follow at once.
    static func savedThen(_ note: Phrase, _ possible: [ActKind], dot: String) -> Phrase {
        let keys = [
            (ActKind.accept, Phrase(en: "a accept", zh: "a 接收")),
            (.handOver, Phrase(en: "h hand over", zh: "h 移交")),
            (.answer, Phrase(en: "w answer", zh: "w 答复")),
        ]
        // Two of them: with the name it stays on one line.
        let next = keys.filter { possible.contains($0.0) }.prefix(2).map(\.1)
        guard !next.isEmpty else { return note }
        let all = next + [Phrase(en: "P slip", zh: "P 受理回执"), Phrase(en: "N another", zh: "N 另一事项")]
        return Phrase(
            en: note.english + " " + all.map(\.english).joined(separator: " \(dot) "),
            zh: note.chinese + all.map(\.chinese).joined(separator: " \(dot) ")
        )
    }
    static let thenField = Phrase(en: "After saving", zh: "保存后")
    static let thenKeep = Phrase(en: "keep it for now (hand over later)", zh: "暂由本人留办（稍后移交）")
    static let thenAnswer = Phrase(en: "answered on the spot", zh: "已当场答复")
    static func thenHandOver(_ person: String) -> Phrase { Phrase(en: "hand over to \(person)", zh: "移交给 \(person)") }
    static let answerField = Phrase(en: "Answer given", zh: "答复内容")
    static func lateClaimNote(days: Int) -> Phrase {
        Phrase(
            en: "! Late claim: it happened more than \(days) days ago. It is logged all the same, and marked.",
            zh: "! 逾期主张：发生时间距今超过 \(days) 天。照常登记，并予标记。"
        )
    }
}
