extension Intake {
    /// The most persons who may speak for a customer or a group (6-sources, National rules).
    public static let representativeLimit = 5

    /// Whoever speaks for the customer, each by name, whatever stands between the names.
    ///
    /// Names in Han are parted by every mark, blank and word for "and"; those in Latin letters, which have blanks and dots of their own, by all but
    /// these. A dot between Han parts is of one name where a part is as long as only a name from another language is (阿依古丽·买买提); else one too
    /// many is counted rather than one too few.
    public var representatives: [String] {
        // A line and a column end a name, as no other blank does.
        let lined = String(proxy.map { $0.isNewline || $0 == "\t" ? "," : $0 })
        return Representatives.withCommas(Representatives.withoutRemarks(Written.plain(lined))).split { !Representatives.isWithin($0) }
            .flatMap { Representatives.names(inPart: String($0)) }
    }
}

/// How names that stand in one line are told apart.
private enum Representatives {
    private static let dots: Set<Character> = ["·", "•", "・", "‧", "∙", "⋅"]
    private static let conjunctions: Set<Character> = ["和", "与", "與", "及", "跟", "暨"]

    /// Whether a sign can stand within a name, or a part of the line that is looked at further.
    static func isWithin(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || dots.contains(character) || " .-'’".contains(character)
    }

    /// The text without what stands in brackets as one word, such as `张三(律师)`.
    static func withoutRemarks(_ text: String) -> String {
        var (kept, remark): (String, String?) = ("", nil)
        for character in text {
            switch (character, remark) {
            case ("(", nil): remark = ""
            case (")", let inner?):
                kept += inner.allSatisfy(\.isLetter) ? " " : ",\(inner),"
                remark = nil
            case (_, nil): kept.append(character)
            default: remark?.append(character)
            }
        }
        return kept + (remark.map { ",\($0)" } ?? "")
    }

    /// The text with a comma for each sign for "and" that does not stand between signs of Han, where it may be of a name.
    static func withCommas(_ text: String) -> String {
        let signs = Array(text)
        return String(
            signs.indices.map { place -> Character in
                guard conjunctions.contains(signs[place]) else { return signs[place] }
                let isWithin = place > 0 && place + 1 < signs.count && isHan(signs[place - 1]) && isHan(signs[place + 1])
                return isWithin ? signs[place] : ","
            }
        )
    }

    /// The names in a part of the line that no mark divides.
    static func names(inPart part: String) -> [String] {
        var (found, latin): ([String], [Substring]) = ([], [])
        func end() {
            if latin.contains(where: { $0.contains(where: \.isLetter) }) { found.append(latin.joined(separator: " ")) }
            latin = []
        }
        for word in part.split(separator: " ") {
            if word.contains(where: isHan) {
                end()
                found += word.split { $0 == "." || $0 == "-" }.flatMap { parted(String($0)) }.flatMap(dotted)
            } else if word.lowercased() == "and" {
                end()
            } else {
                latin.append(word)
            }
        }
        end()
        return found
    }

    private static func isHan(_ character: Character) -> Bool {
        character.isLetter && character.unicodeScalars.allSatisfy { $0.value >= 0x2E80 }
    }

    /// Names in Han with words for "and" between them; such a sign is of a name itself where it would leave less than two signs beside it (李和平).
    private static func parted(_ word: String) -> [String] {
        let alone = word.split { conjunctions.contains($0) }
        if alone.count > 2, alone.allSatisfy({ $0.count == 1 }) { return alone.map(String.init) }
        var names = [""]
        for (place, character) in word.enumerated() {
            let isBetween = names[names.count - 1].count >= 2 && word.count - place > 2
            if conjunctions.contains(character), isBetween { names.append("") } else { names[names.count - 1].append(character) }
        }
        return names
    }

    private static func dotted(_ word: String) -> [String] {
        let parts = word.split { dots.contains($0) }
        let isOne = (2...3).contains(parts.count) && parts.contains { $0.count >= 4 }
        return isOne ? [word] : parts.map(String.init)
    }
}
