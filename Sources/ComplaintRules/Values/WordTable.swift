/// Words that are looked for in a text as people write it, in plain small letters. A Latin word stands alone, but for one with a star behind it, which
/// may go on (`compensat*`); a Han one may stand anywhere. A low line stands for a blank.
struct WordTable: Sendable {
    private struct Word: Sendable {
        let signs: [UInt32]
        let isStem: Bool
        let place: Int
    }

    private let words: [UInt32: [Word]]

    /// The words of a list, between blanks; a word that begins another one is found where that one is not.
    init(_ list: String) {
        var words: [UInt32: [Word]] = [:]
        for (place, word) in list.split(whereSeparator: \.isWhitespace).enumerated() {
            let isStem = word.hasSuffix("*")
            let signs = (isStem ? word.dropLast() : word).unicodeScalars.map { $0 == "_" ? 0x20 : $0.value }
            words[signs[0], default: []].append(Word(signs: signs, isStem: isStem, place: place))
        }
        self.words = words.mapValues { $0.sorted { $0.signs.count > $1.signs.count } }
    }

    /// The word that stands at a place: where it ends, and which of the list it is; nil for none. The longest of several.
    func word(in signs: [UInt32], at start: Int) -> (end: Int, place: Int)? {
        guard let candidates = words[signs[start]] else { return nil }
        for word in candidates {
            let end = start + word.signs.count
            guard end <= signs.count, signs[start..<end].elementsEqual(word.signs) else { continue }
            if signs[start].isLatinLetter, start > 0, signs[start - 1].isLatinLetter { continue }
            if !word.isStem, signs[end - 1].isLatinLetter, end < signs.count, signs[end].isLatinLetter { continue }
            return (end, word.place)
        }
        return nil
    }

    /// The places in a part of a text at which one of the words begins.
    func places(in signs: [UInt32], _ range: Range<Int>) -> [Range<Int>] {
        range.compactMap { start in word(in: signs, at: start).flatMap { $0.end <= range.upperBound ? start..<$0.end : nil } }
    }

    /// Whether one of the words ends at a place.
    func isWord(in signs: [UInt32], endingAt end: Int) -> Bool {
        (max(0, end - 12)..<max(0, end)).contains { word(in: signs, at: $0)?.end == end }
    }
}

extension UInt32 {
    /// Whether it is a small Latin letter.
    var isLatinLetter: Bool { (0x61...0x7A).contains(self) }
    /// Whether it is a digit.
    var isDigit: Bool { (0x30...0x39).contains(self) }
}
