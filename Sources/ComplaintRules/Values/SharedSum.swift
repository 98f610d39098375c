extension Amount {
    /// All sums of money that a text speaks of.
    static func named(in text: String) -> [Amount] {
        SumText.parts(of: text).flatMap(\.sums).compactMap { Amount(hundredths: $0) }
    }

    /// Whether a text says of a sum that it is for several people, so much for each.
    static func isSharedOut(in text: String) -> Bool {
        let parts = SumText.parts(of: text)
        return SumText.items(of: parts) { _, _ in true }.joined().contains { item in
            parts[item.sentence].has(shares, in: parts[item.sentence].clause(of: item))
        }
    }

    private static let shares = WordTable("每人 每位 每户 每名 每家 各 分别 each apiece per_person per_head respectively")
}
