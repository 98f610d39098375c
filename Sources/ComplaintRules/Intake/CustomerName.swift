/// A customer's name in the form in which it is compared: as members of staff are recognised whatever the spelling, so is a customer who comes
/// back. Case, width, blanks and marks, invisible signs, accents, traditional Han, titles, and the order of Latin names make no other customer.
public struct CustomerName: Equatable, Sendable {
    /// What is compared; empty where there is no letter.
    public let text: String
    /// Whether it tells one person from others: "王先生" or "Mr Hall" fits too many.
    public let isFull: Bool

    private static let titles = ["先生", "女士", "小姐", "太太", "老师", "同志", "经理", "师傅"]
    /// Those of them behind which nobody writes anything but a name: 客户经理 and 保安师傅 are no names.
    private static let titlesOfNames = ["先生", "女士", "小姐", "太太", "老师", "同志"]
    /// Those that are no other word.
    private static let latinTitlesOfNames: Set<String> = ["mr", "mrs", "ms", "mx", "dr", "prof"]
    private static let latinTitles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam"]

    /// Reads a name as it was written.
    public init(_ written: String) {
        // Words that fit everybody, or say that there is no name, are none: two who stay anonymous are no one customer.
        if Written.saysNone(written, of: .person) {
            (text, isFull) = ("", false)
            return
        }
        var (unspaced, words, word) = ("", [String](), String.UnicodeScalarView())
        func end() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for scalar in PlainSigns.folded(written) {
            if !scalar.isLetterOrNumber {
                end()
            } else if scalar.value >= 0x2E80 {
                // Scripts that put no blanks between words.
                end()
                unspaced.unicodeScalars.append(scalar)
            } else {
                word.append(scalar)
            }
        }
        end()
        if let title = CustomerName.titles.first(where: unspaced.hasSuffix) { unspaced.removeLast(title.count) }
        // A telephone number beside a name is no part of it.
        words = words.filter { word in
            !CustomerName.latinTitles.contains(word) && (word.utf8.count < 7 || !word.utf8.allSatisfy { (48...57).contains($0) })
        }
        .sorted()
        text = ([unspaced].filter { !$0.isEmpty } + words).joined(separator: " ")
        let isOtherScript = words.contains { $0.utf8.contains { $0 >= 0x80 } }
        isFull = unspaced.count >= 2 || words.count >= 2 || (isOtherScript && text.count >= 2)
    }

    /// A full name in Han, in lower case and without blanks, but for the title behind it; nil where none is.
    public static func withoutTitle(_ name: String) -> String? {
        guard let title = titlesOfNames.first(where: name.hasSuffix), name.count >= title.count + 2 else { return nil }
        return String(name.dropLast(title.count))
    }

    /// Whether a Latin word in lower case is a title and nothing else.
    public static func isTitle(_ word: String) -> Bool { latinTitlesOfNames.contains(word) }
}
