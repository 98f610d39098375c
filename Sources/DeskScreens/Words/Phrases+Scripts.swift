import ComplaintRules

// Model answers: their page of the settings, and the list out of which one is put into a text.
extension Phrase {
    static let pageScripts = Phrase(en: "Scripts", zh: "话术")
    static let scriptsNote = Phrase(en: "Press F3 in a field of text to put one in.", zh: "在文本字段中按 F3 选用。")
    static let putScript = Phrase(en: "Insert a script", zh: "插入话术")
    static let scriptNeedsText = Phrase(en: "Go to a field of text first, then press F3.", zh: "请先移到文本字段，再按 F3。")
    static let putIn = Phrase(en: "Insert", zh: "插入")
    /// That one was put in, and which of its blanks nobody could fill.
    static func scriptPut(_ title: String, _ unfilled: [Phrase]) -> Phrase {
        if unfilled.isEmpty { return Phrase(en: "Inserted: \(title). Press Ctrl-Z to undo.", zh: "已插入：\(title)。按 Ctrl-Z 撤销。") }
        let blanks = Phrase.listed(unfilled)
        return Phrase(en: "Inserted: \(title). Fill in: \(blanks.english).", zh: "已插入：\(title)。请补填：\(blanks.chinese)。")
    }
    static let columnTitle = Phrase(en: "Title", zh: "标题")
    static let columnFor = Phrase(en: "For", zh: "适用")
    static let columnKey = Phrase(en: "Key", zh: "键")
    static let addScript = Phrase(en: "Add a script", zh: "增加话术")
    static let changeScript = Phrase(en: "Change a script", zh: "修改话术")
    static let loadScripts = Phrase(en: "Load scripts", zh: "载入话术")
    static let scriptsHint = Phrase(
        en: "CSV or JSON lines with language, key, title, text, business, reason, offered. Scripts not in the file are no longer offered.",
        zh: "CSV 文件或 JSON 行，列为 language、key、title、text、business、reason、offered。文件未列的话术即停用。"
    )
    static let scriptNoLongerHint = Phrase(en: "It can no longer be chosen. Texts that have it stay.", zh: "不能再选用；已写入的内容不变。")
    static let scriptAgainHint = Phrase(en: "It can be chosen again.", zh: "可再次选用。")
    static let anyCode = Phrase(en: "blank: for any", zh: "留空即不限")
    static func scriptBlanks(_ blanks: String) -> Phrase { Phrase(en: "Blanks: \(blanks)", zh: "空位：\(blanks)") }
    static func keyTaken(_ key: String) -> Phrase {
        Phrase(en: "There is a script \"\(key)\" already. Choose another key.", zh: "话术“\(key)”已存在，请改用其他键。")
    }
    static func scriptTitle(_ title: String) -> Phrase {
        Phrase(en: Language.english.quoted(title), zh: Language.chinese.quoted(title))
    }
    static func scriptChanged(_ title: String) -> Phrase { Phrase(en: "\"\(title)\" was changed.", zh: "“\(title)”已修改。") }
    static func scriptsTaken(_ count: Int) -> Phrase { Phrase(en: "\(count) scripts loaded.", zh: "已载入 \(count) 条话术。") }
}
