import ComplaintRules

/// What was typed into a search, as it is looked for in a text on screen: by the rule of the search itself, so that what is marked there is
/// what the case was found by.
public struct SoughtWords: Hashable, Sendable {
    /// Words one behind the other, of which the last may be no more than the beginning of one.
    struct Phrase: Hashable {
        fileprivate let words: [[Unicode.Scalar]]
        fileprivate let isBegun: Bool

        init(_ words: some Sequence<some StringProtocol>, isBegun: Bool) {
            self.words = words.map { $0.unicodeScalars.compactMap(SearchText.folded) }
            self.isBegun = isBegun
        }
    }

    /// The parts that were typed, each in the forms of which one is enough.
    private let parts: [[Phrase]]
    /// What stands for all of them: a telephone number or a case's in another form.
    private let wholes: [Phrase]

    /// Nil where there is no letter or digit to search for.
    ///
    /// - Parameters:
    ///   - codes: the codes by whose names a case is found too.
    ///   - area: the branch's own area code, with which a number without one is the same.
    public init?(_ typed: String, naming codes: [Code] = [], in area: AreaCode? = nil) {
        guard let query = SearchText.Query(typed, naming: codes, in: area) else { return nil }
        (parts, wholes) = (query.phrases, query.wholes)
    }

    /// How many parts were typed: each has to be there.
    public var count: Int { parts.count }

    /// Which of the parts stand in a text; all of them where what stands for all does.
    public func parts(in text: some StringProtocol) -> Set<Int> {
        let text = Letters(text)
        if wholes.contains(where: { text.first($0, from: 0) != nil }) { return Set(parts.indices) }
        return Set(parts.indices.filter { part in parts[part].contains { text.first($0, from: 0) != nil } })
    }

    /// Where they stand in a text, from its beginning on; what overlaps is one place.
    public func places(in text: some StringProtocol) -> [Range<String.Index>] {
        let text = Letters(text)
        var places: [Range<String.Index>] = []
        for phrase in parts.joined() + wholes {
            var start = 0
            while let (range, next) = text.first(phrase, from: start) {
                places.append(range)
                start = next
            }
        }
        return places.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, place in
            if let last = joined.last, place.lowerBound < last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                joined.append(place)
            }
        }
    }

    /// A text as the index takes it: its words, letter by letter, without accents and in lower case.
    private struct Letters {
        private var letters: [Unicode.Scalar] = []
        /// Where each letter stands in the text, and where it ends with its marks.
        private var ranges: [Range<String.Index>] = []
        /// Where each word begins among the letters; with their end.
        private var words: [Int] = []

        init(_ text: some StringProtocol) {
            var previous = SearchText.Kind.other
            let scalars = text.unicodeScalars
            var index = scalars.startIndex
            while index < scalars.endIndex {
                let (scalar, start) = (scalars[index], index)
                index = scalars.index(after: index)
                let kind = SearchText.Kind(scalar.halfWidth)
                if kind == .mark {
                    if previous != .other, let last = ranges.last { ranges[ranges.count - 1] = last.lowerBound..<index }
                    continue
                }
                if kind == .single || kind == .word && previous != .word { words.append(letters.count) }
                if kind != .other, let letter = SearchText.folded(scalar) {
                    letters.append(letter)
                    ranges.append(start..<index)
                }
                previous = kind
            }
            words.append(letters.count)
        }

        /// Where a phrase first stands from a word on, and at which word to go on.
        func first(_ phrase: Phrase, from start: Int) -> (Range<String.Index>, next: Int)? {
            let count = phrase.words.count
            guard count > 0, words.count - 1 - count >= start else { return nil }
            for word in start...(words.count - 1 - count) where stands(phrase, at: word) {
                let end = words[word + count - 1] + (phrase.words.last?.count ?? 0)
                return (ranges[words[word]].lowerBound..<ranges[end - 1].upperBound, word + count)
            }
            return nil
        }

        private func stands(_ phrase: Phrase, at place: Int) -> Bool {
            for (offset, wanted) in phrase.words.enumerated() {
                let (start, end) = (words[place + offset], words[place + offset + 1])
                let isOpen = phrase.isBegun && offset == phrase.words.count - 1
                guard isOpen ? end - start >= wanted.count : end - start == wanted.count else { return false }
                for (step, letter) in wanted.enumerated() where letters[start + step] != letter { return false }
            }
            return true
        }
    }
}
