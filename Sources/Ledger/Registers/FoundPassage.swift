import ComplaintRules

/// The line that shows why a case is among what was found.
public struct FoundPassage: Sendable {
    /// Where it stands; nil for the customer's own words.
    public let label: Phrase?
    /// The line.
    public let text: String
    /// Where in it what is sought first stands; nil where it is told in other words than those it was found by.
    public let place: Range<String.Index>?

    /// The line of a text in which what is sought first stands; the first with anything in it where nothing does.
    public init(_ label: Phrase?, _ text: String, _ sought: SoughtWords) {
        self.label = label
        let scalars = text.unicodeScalars
        guard let found = sought.places(in: text).first else {
            self.text = text.split(whereSeparator: \.isNewline).first { !$0.isBlank }.map(String.init) ?? ""
            place = nil
            return
        }
        func isEnd(_ scalar: Unicode.Scalar) -> Bool { Character(scalar).isNewline }
        let start = scalars[..<found.lowerBound].lastIndex(where: isEnd).map(scalars.index(after:)) ?? text.startIndex
        let end = scalars[found.lowerBound...].firstIndex(where: isEnd) ?? text.endIndex
        let line = String(scalars[start..<end])
        // The places of one string are none of another.
        let from = line.utf8.index(line.startIndex, offsetBy: text.utf8.distance(from: start, to: found.lowerBound))
        let count = text.utf8.distance(from: found.lowerBound, to: min(found.upperBound, end))
        (self.text, place) = (line, from..<line.utf8.index(from, offsetBy: count))
    }
}

extension Ledger {
    /// The line that shows why the case of a row is among what was found: of the customer's words where these answer, else of what the reader sees
    /// of the case; nil where all that is sought stands beside it already.
    ///
    /// The case is read only where the words of the row and what stands beside them do not answer.
    ///
    /// - Parameters:
    ///   - shown: what stands beside the words: the number, the customer.
    ///   - words: the words in which it is told, contacts masked or shown.
    /// - Throws: `LedgerError`.
    public func passage(
        answering sought: SoughtWords,
        in row: RegisterRow,
        beside shown: [String],
        by actor: Actor,
        in words: CaseWords
    ) throws -> FoundPassage? {
        let seen = shown.reduce(into: Set<Int>()) { $0.formUnion(sought.parts(in: $1)) }
        let own = sought.parts(in: row.text).subtracting(seen)
        let ownPassage = own.isEmpty ? nil : FoundPassage(nil, row.text, sought)
        if seen.count + own.count >= sought.count { return ownPassage }
        var best: (passage: Passage, count: Int)?
        for passage in try passages(of: row, by: actor) {
            let parts = passage.words.reduce(into: Set<Int>()) { $0.formUnion(sought.parts(in: $1)) }.subtracting(seen)
            if parts.count > best?.count ?? own.count { best = (passage, parts.count) }
        }
        return best.map { FoundPassage($0.passage.label, words.text($0.passage.value), sought) } ?? ownPassage
    }

    /// Where in the case of a row words are searched for, as far as the reader sees it.
    private func passages(of row: RegisterRow, by actor: Actor) throws -> [Passage] {
        let occasion = Occasion(try current(actor), at: now, under: rules)
        guard let seen = try stored(id: row.id, version: row.version)?.seen(in: occasion) else { return [] }
        return Account.passages(of: seen.state, seen.events) + Account.passages(statedIn: seen.events)
    }
}
