import ComplaintRules

// What stands on the sign-off and in its questions.
extension Phrase {
    static let signTicked = Phrase(en: "Sign all that are ticked", zh: "对已勾选的各件签字")
    static func signTickedShort(_ count: Int) -> Phrase {
        Phrase(en: count == 0 ? "Sign ticked" : "Sign \(count) ticked", zh: count == 0 ? "签已勾选" : "签已勾选 \(count) 件")
    }
    static let tick = Phrase(en: "Tick, or take the tick off", zh: "勾选或取消勾选")
    static let tickShort = Phrase(en: "Tick", zh: "勾选")
    static let nothingTicked = Phrase(
        en: "Nothing is ticked yet. An entry is ticked once you have read it to its end (PgDn or Space).",
        zh: "尚无勾选。用 PgDn 或空格读到末尾的投诉会自动勾选。"
    )
    static let tickNotRead = Phrase(
        en: "Read it to its end first (PgDn or Space); it is ticked then.",
        zh: "请先用 PgDn 或空格读到末尾，届时自动勾选。"
    )
    /// On the line between queue and entry.
    static func readToEnd(_ count: Int) -> Phrase { Phrase(en: "\(count) read to the end", zh: "已读完 \(count) 件") }
    static func pileQuestion(_ count: Int, _ lines: [String]) -> Phrase {
        let list = lines.joined(separator: "\n")
        let asked =
            count == 1
            ? "Sign this entry as you have read it? It is then locked; later facts can only be added as addenda."
            : "Sign these \(count) entries as you have read them? They are then locked; later facts can only be added as addenda."
        return Phrase(en: "\(asked)\n\n\(list)", zh: "您已阅读以下 \(count) 件全文，确认逐件签字？签字后即锁定，其后只能补记。\n\n\(list)")
    }
    static func pileLeft(_ count: Int) -> Phrase {
        Phrase(en: "\(count) more stay ticked for the next time.", zh: "另有 \(count) 件仍保留勾选，下次再签。")
    }
    static func signedPile(_ count: Int) -> Phrase {
        Phrase(en: "Signed \(count) entries, each with a signature of its own.", zh: "已逐件签字 \(count) 件。")
    }
    static func pileTold(_ signed: [String], _ refused: [(why: Phrase, numbers: [String])]) -> Phrase {
        outcomes(
            signed,
            refused,
            nothing: Phrase(en: "Nothing was signed.", zh: "未签任何一件。"),
            done: Phrase(en: "Signed (\(signed.count))", zh: "已签字 \(signed.count) 件"),
            not: Phrase(en: "Not signed:", zh: "未签字：")
        )
    }
}
