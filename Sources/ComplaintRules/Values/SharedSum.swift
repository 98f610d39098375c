extension Amount {
    /// Whether a text says that a sum is for several people, so much for each.
    static func isSharedOut(in text: String) -> Bool {
        let signs = Written.plain(text).lowercased().unicodeScalars.map(\.simplifiedHan.value)
        return !shares.places(in: signs, 0..<signs.count).isEmpty
    }

    private static let shares = WordTable("每人 每位 每户 每名 每家 各 分别 each apiece per_person per_head respectively")
}
