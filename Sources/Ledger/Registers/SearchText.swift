import ComplaintRules

/// Text as the full-text index takes it, and what was typed as a query of it.
///
/// SQLite's `unicode61` takes a whole run of Han as one word, and its `trigram` finds nothing of two characters; so Han, kana and hangul
/// are indexed one by one and searched as phrases (3-architecture, "Known ground"). Both sides also read full-width letters and
/// digits, which Chinese input methods make, as plain ones. Each word may bear a key before it (`SearchBlock`).
enum SearchText {
    /// More than anybody types; a pasted page is cut to this many characters.
    static let queryLimit = 256

    /// The text with a space at each side of every such character that touches another letter or digit, and the key before each word; the rest
    /// as it is. Behind it what its numbers in groups are when written in one (`DigitGroups`).
    static func indexed(_ text: String, key: String = "") -> String {
        let key = Array(key.utf8)
        // Bytes, since a string that grows by single characters costs several times as much.
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count * 2)
        var previous = Kind.other
        var groups = DigitGroups()
        for scalar in text.unicodeScalars {
            let plain = scalar.halfWidth.simplifiedHan
            let kind = Kind(plain)
            if kind == .single && previous != .other || kind == .word && previous == .single { result.append(0x20) }
            if kind == .single || kind == .word && previous != .word { result += key }
            result.append(utf8Of: plain)
            groups.take(plain, kind)
            // A mark belongs to the character before it.
            if kind != .mark { previous = kind }
        }
        groups.end()
        for number in groups.numbers {
            result.append(0x20)
            result += DigitGroups.mark.utf8
            result += key
            result += number
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The numbers of a text that are written in groups, such as a case's, a date or a sum: in one, from each group on that has another behind it,
    /// each with a mark before it that makes it no part of a phrase.
    ///
    /// The groups of `0379-26` stand in every case, and to put together where one stands behind the other takes as long as the register is;
    /// whether any word begins with `037926` is known at once.
    struct DigitGroups {
        /// Stands before each, and its key: a character for private use, as in a `SearchMark`.
        static let mark = "\u{E002}"
        /// How many groups are taken in one at most: a text of nothing but groups grows by no more.
        static let most = 4
        /// The digits of each, as ASCII.
        private(set) var numbers: [[UInt8]] = []
        /// The groups that stand side by side so far, and where each begins.
        private var (digits, starts) = ([UInt8](), [Int]())
        private var place = Place.between
        private enum Place {
            case inGroup, inOtherWord, between
        }

        fileprivate mutating func take(_ scalar: Unicode.Scalar, _ kind: Kind) {
            switch kind {
            case .word where (0x30...0x39).contains(scalar.value):
                if place == .inOtherWord { return }
                if place == .between { starts.append(digits.count) }
                place = .inGroup
                digits.append(UInt8(scalar.value))
            case .word:
                // A group that goes on in letters is the last: no word behind it is next to one of digits.
                end()
                place = .inOtherWord
            case .other:
                // To the index a `SearchMark` belongs to the word behind it.
                if !starts.isEmpty, scalar.value >= 0xE000, scalar.properties.generalCategory == .privateUse { end() }
                place = .between
            case .single:
                end()
            case .mark:
                // The index knows no accents.
                break
            }
        }

        /// Keeps the numbers of the groups that no other follows.
        fileprivate mutating func end() {
            place = .between
            // As nearly everywhere in a text.
            if starts.isEmpty { return }
            for group in starts.indices.dropLast() {
                let next = group + Self.most
                numbers.append(Array(digits[starts[group]..<(next < starts.count ? starts[next] : digits.count)]))
            }
            digits.removeAll(keepingCapacity: true)
            starts.removeAll(keepingCapacity: true)
        }
    }

    /// A letter as the index compares it: in half width and lower case, without an accent; nil for the accent itself.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let plain = scalar.halfWidth
        if plain.isASCII { return Unicode.Scalar(UInt8(plain.value) | ((0x41...0x5A).contains(plain.value) ? 0x20 : 0)) }
        if (0x4E00...0x9FFF).contains(plain.value) { return plain.simplifiedHan }
        if Kind(plain) == .mark { return nil }
        let letter = plain.withoutAccent ?? plain
        return letter.properties.lowercaseMapping.unicodeScalars.first ?? letter
    }

    /// What was typed, for FTS5's MATCH: every word has to occur. A run of Han, kana or hangul is a phrase; another word may be the beginning of
    /// one, and punctuation inside it, as in a number with hyphens, stands for any.
    ///
    /// All of it is quoted, so that nothing typed is ever obeyed as syntax.
    struct Query {
        /// What stands between the keys.
        private let parts: [Substring]
        /// The same for `quickText(key:)`; nil where it says no more than the whole.
        private let quickParts: [Substring]?
        /// What was typed, each part in the forms of which one is enough, and what stands for all of it (`SoughtWords`).
        let (phrases, wholes): ([[SoughtWords.Phrase]], [SoughtWords.Phrase])

        /// Nil where there is no letter or digit to search for.
        ///
        /// - Parameters:
        ///   - codes: the codes by whose names, in either language, a case is found too: the index has their keys.
        ///   - area: the branch's own area code, with which a number without one is the same.
        ///   - statements: what is before the words of the statements that the reader may read (`SearchMark`).
        init?(_ typed: String, naming codes: [Code] = [], in area: AreaCode? = nil, statements: [SearchMark] = []) {
            let pieces = withoutTitles(pieces(of: typed))
            if pieces.isEmpty { return nil }
            func either(_ all: [String]) -> String { all.count == 1 ? all[0] : "(" + all.joined(separator: " OR ") + ")" }
            func said(_ text: String) -> [String] { [text] + statements.map { $0.put(before: Phrasing.keyMark, in: text) } }
            let named = pieces.map { piece in
                let keys = codes.filter { code in
                    [code.label.english, code.label.chinese].contains { SearchText.pieces(of: $0).contains { isBegun(by: piece, $0) } }
                }
                return Set(keys.map(\.key)).sorted().flatMap { SearchText.pieces(of: $0) }
            }
            let words = zip(pieces, named).map { piece, named in
                either(([piece] + piece.untitled).flatMap { said($0.text) } + named.map(\.exact))
            }
            let (telephones, number) = (telephoneNumber(typed, in: area), caseNumber(typed))
            let alike = telephones.map { "\"\(Phrasing.keyMark)\($0)\"*" }
            let others = alike + [number?.exact].compactMap { $0 }
            phrases = zip(pieces, named).map { piece, named in
                ([piece] + piece.untitled).map { SoughtWords.Phrase($0.words, isBegun: !$0.isRun) }
                    + named.map { SoughtWords.Phrase($0.words, isBegun: false) }
            }
            wholes =
                telephones.map { SoughtWords.Phrase([$0], isBegun: true) }
                + [number.map { SoughtWords.Phrase($0.words, isBegun: false) }].compactMap { $0 }
            func all(_ words: [String], or others: [String]) -> [Substring] {
                let words = words.joined(separator: " AND ")
                let all = others.isEmpty ? words : (["(\(words))"] + others).joined(separator: " OR ")
                return all.split(separator: Phrasing.keyMark, omittingEmptySubsequences: false)
            }
            parts = all(words, or: others)
            // Where the name of a code is meant too, the words need not be there.
            let quick = pieces.indices.compactMap { place -> String? in
                let piece = pieces[place]
                if named[place].isEmpty, let inOne = piece.inOne { return either(said(inOne)) }
                guard place == pieces.count - 1, piece.isBegun else { return words[place] }
                return named[place].isEmpty ? piece.beforeBegun.map { either(said($0)) } : nil
            }
            let quickOthers = alike + [number.map { $0.inOne ?? $0.exact }].compactMap { $0 }
            quickParts = quick.isEmpty || quick == words ? nil : all(quick, or: quickOthers)
        }

        /// The text that finds words which bear a key.
        func text(key: String = "") -> String { parts.joined(separator: key) }

        /// The text that finds where it is worth while to look for the whole: all words that begin with one or two letters are very many, and
        /// have to be put together before the first is found; so are the groups of a number, which is looked for in one.
        func quickText(key: String) -> String? { quickParts?.joined(separator: key) }
    }

    /// What was typed but for the titles before Latin names; all of it where nothing else was.
    private static func withoutTitles(_ pieces: [Phrasing]) -> [Phrasing] {
        let named = pieces.compactMap(\.withoutLatinTitles)
        return named.isEmpty ? pieces : named
    }

    /// Whether a word of a label begins with what was typed, or, in Han, has it in it.
    private static func isBegun(by typed: Phrasing, _ word: Phrasing) -> Bool {
        typed.isRun ? word.isRun && word.plain.holds(typed.plain) : !word.isRun && word.plain.hasPrefix(typed.plain)
    }

    /// A phrase that is searched for.
    private struct Phrasing {
        /// Stands where a word bears its key: no word has it.
        static let keyMark: Character = "\0"
        /// Its words, with blanks between them.
        let written: String
        /// The same in lower case.
        let plain: String
        /// Whether it is a run of characters that are words each.
        let isRun: Bool

        init?(_ piece: Piece) {
            guard let run = piece.isRun else { return nil }
            written = String(piece.scalars)
            (plain, isRun) = (written.lowercased(), run)
        }

        private init?(_ words: some Collection<Substring>, isRun: Bool) {
            if words.isEmpty { return nil }
            written = words.joined(separator: " ")
            (plain, self.isRun) = (written.lowercased(), isRun)
        }

        /// A name in Han without the title behind it, by which the same customer is meant; empty where none is.
        var untitled: [Phrasing] {
            guard isRun, let name = CustomerName.withoutTitle(plain.filter { $0 != " " }) else { return [] }
            return [Phrasing(words.prefix(name.count), isRun: true)].compactMap { $0 }
        }

        /// Without the titles before a Latin name; nil where nothing else is there.
        var withoutLatinTitles: Phrasing? {
            isRun ? self : Phrasing(words.drop { CustomerName.isTitle($0.lowercased()) }, isRun: false)
        }

        /// Its words.
        var words: [Substring] { written.split(separator: " ") }
        /// As it is searched for: a word may be the beginning of one.
        var text: String { isRun ? exact : exact + "*" }
        /// Whether its last word may be no more than the beginning of one, so short that very many begin so.
        var isBegun: Bool { !isRun && (written.split(separator: " ").last?.utf8.count ?? 0) <= 2 }
        /// What stands before that word, as a whole; nil for nothing.
        var beforeBegun: String? { Phrasing.exact(written.split(separator: " ").dropLast()) }
        /// What the index has a number in groups begin with in one; nil for all else.
        var inOne: String? {
            let words = words
            guard !isRun, words.count > 1, words.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
            return "\"\(DigitGroups.mark)\(Phrasing.keyMark)\(words.prefix(DigitGroups.most).joined())\"*"
        }
        /// As a whole.
        var exact: String { Phrasing.exact(written.split(separator: " ")) ?? "" }

        private static func exact(_ words: [Substring]) -> String? {
            words.isEmpty ? nil : "\"" + words.map { "\(keyMark)\($0)" }.joined(separator: " ") + "\""
        }
    }

    private static func pieces(of typed: String) -> [Phrasing] {
        var pieces: [Phrasing] = []
        var piece = Piece()
        for scalar in typed.unicodeScalars.prefix(queryLimit) {
            let plain = scalar.halfWidth.simplifiedHan
            let kind = Kind(plain)
            if !piece.takes(kind, plain) {
                if let phrase = Phrasing(piece) { pieces.append(phrase) }
                piece = Piece()
                _ = piece.takes(kind, plain)
            }
        }
        if let phrase = Phrasing(piece) { pieces.append(phrase) }
        return pieces
    }

    /// A telephone number that was typed in groups, whatever stands between them, or with the code of a country, in the form in which contacts
    /// are indexed, and that of the branch's own area, which may have been left without its code; empty for all else.
    private static func telephoneNumber(_ typed: String, in area: AreaCode?) -> [String] {
        let plain = Written.plain(typed)
        let signs = plain.utf8.filter { !(48...57).contains($0) }
        guard signs.allSatisfy({ " +-().".utf8.contains($0) }), !isCaseNumberAlone(plain, in: area) else { return [] }
        let numbers = Likeness.contacts(in: plain).filter { $0.utf8.count >= 7 && $0.utf8.allSatisfy { (48...57).contains($0) } }
        guard numbers.count == 1 else { return [] }
        // Without its area code it is found in one that was left with it: the index has its end.
        // One that is left without it finds the end of all.
        let others = (AreaCode.isLocal(numbers[0]) ? [] : area?.otherForms(of: numbers[0]) ?? []).map {
            AreaCode.isLocal($0) ? Account.withoutArea($0) : $0
        }
        // What is dialled at home as it was typed is searched for as it is.
        return numbers.filter { $0 != plain } + others
    }

    /// Whether what was typed is a case's number and no telephone number too: `0379-2611-017`. Nearly every eighth mobile number in groups of three, four
    /// and four could be a case's of another branch (139-0812-5678), as could many at home (021-6212-3456, 0800-1212-345), and is searched for as both.
    private static func isCaseNumberAlone(_ typed: String, in area: AreaCode?) -> Bool {
        guard let number = CaseNumber(typed), number.serial < 1000 else { return false }
        return area.map { $0.digits == number.branch } ?? number.branch.hasPrefix("0")
    }

    /// A case's number as it is searched for in whole, where it was typed without its branch or without the leading zeros of its serial; nil for
    /// all else.
    private static func caseNumber(_ typed: String) -> Phrasing? {
        let plain = Written.plain(typed)
        // A serial alone is three digits at least in the index.
        if (1...2).contains(plain.utf8.count), let serial = Int(plain), serial > 0 {
            return pieces(of: String(repeating: "0", count: 3 - plain.utf8.count) + plain).first
        }
        guard plain.utf8.count > 4, let number = CaseNumber(plain) ?? CaseNumber(written: plain, beside: CaseNumber.nowhere)
        else { return nil }
        let text = number.branch == CaseNumber.nowhere.branch ? String(number.description.dropFirst(2)) : number.description
        return text == plain ? nil : pieces(of: text).first
    }

    /// What a character is to the index.
    enum Kind {
        /// A word of its own: Han, kana, bopomofo, hangul.
        case single
        /// A letter or digit that makes a word together with its neighbours.
        case word
        /// An accent or the like on the character before it.
        case mark
        /// A space, a punctuation mark, a control character.
        case other

        init(_ scalar: Unicode.Scalar) {
            let value = scalar.value
            if value < 0x80 {
                let isWord = (0x30...0x39).contains(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
                self = isWord ? .word : .other
                return
            }
            // Most Chinese text; the table of properties is slower than this question.
            if (0x4E00...0x9FFF).contains(value) {
                self = .single
                return
            }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark:
                self = .mark
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
                .otherNumber:
                self = Self.isSingle(value) ? .single : Self.isKnown(scalar) ? .word : .other
            default:
                self = .other
            }
        }

        /// Whether SQLite's tokenizer takes a letter for one: a key before anything else would be a word by itself.
        private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            // Marks of New Tai Lue and of the Vedas, which became letters later.
            case 0x19B0...0x19C0, 0x19C8...0x19C9, 0x1CF2...0x1CF3: false
            default: scalar.properties.age.map { $0 <= (14, 0) } ?? false
            }
        }

        /// The blocks of scripts that are written without spaces between words, from 々 and 〇 to the newest Han.
        private static func isSingle(_ value: UInt32) -> Bool {
            switch value {
            case 0x1100...0x11FF, 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x303C, 0x3040...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
                0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFFDC, 0x1AFF0...0x1B16F, 0x20000...0x3FFFF:
                true
            default:
                false
            }
        }
    }

    /// A phrase of the query in the making.
    private struct Piece {
        private(set) var scalars = String.UnicodeScalarView()
        private var kind = Kind.other
        /// Punctuation inside a word that becomes a space once another letter follows.
        private var hasGap = false

        /// Takes a character, or says that the piece ends before it.
        mutating func takes(_ next: Kind, _ scalar: Unicode.Scalar) -> Bool {
            switch (kind, next) {
            case (.other, .single), (.other, .word):
                kind = next
                scalars.append(scalar)
            case (.other, .mark), (.other, .other):
                break
            case (.single, .single):
                scalars.append(" ")
                scalars.append(scalar)
            case (_, .mark):
                if !hasGap { scalars.append(scalar) }
            case (.word, .word):
                if hasGap { scalars.append(" ") }
                hasGap = false
                scalars.append(scalar)
            case (.word, .other):
                if scalar.properties.isWhitespace { return false }
                hasGap = true
            default:
                return false
            }
            return true
        }

        /// Whether the finished phrase is a run of characters that are words each; nil where there is none. It has letters, digits, marks and
        /// spaces only: no quote that could end it, no NUL that could cut it.
        var isRun: Bool? {
            switch kind {
            case .single: true
            case .word: false
            case .mark, .other: nil
            }
        }
    }
}

/// What stands before each word of a staff statement in the index, where only some may read it: whoever may not finds nothing by its words. A
/// mark is of characters for private use, which are letters to SQLite and cannot be typed into a search.
struct SearchMark: Equatable {
    private let text: String

    /// For whoever may read all statements.
    static let everybodys = SearchMark(text: "\u{E000}")

    /// For whoever made it.
    static func own(_ author: StaffNumber) -> SearchMark {
        var text = String.UnicodeScalarView()
        for byte in author.text.utf8 { if let scalar = Unicode.Scalar(0xE100 + UInt32(byte)) { text.append(scalar) } }
        return SearchMark(text: String(text) + "\u{E001}")
    }

    /// The words of a text with the mark before each.
    func put(beforeWordsOf text: String) -> String { SearchText.indexed(text, key: self.text) }

    /// A query's text with the mark before each word that has a key.
    func put(before key: Character, in text: String) -> String { text.replacing(every: String(key), with: self.text + String(key)) }
}

extension CaseNumber {
    /// A number of no branch, beside which one is read that was typed without its own.
    fileprivate static let nowhere = CaseNumber(branch: "0", day: Day(ordinal: 0), serial: 1)
}

extension [UInt8] {
    /// Adds a character in UTF-8.
    fileprivate mutating func append(utf8Of scalar: Unicode.Scalar) {
        let value = scalar.value
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | value >> shift & 0x3F) }
        switch value {
        case ..<0x80: append(UInt8(truncatingIfNeeded: value))
        case ..<0x800:
            append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            append(tail(0))
        case ..<0x10000:
            append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            append(tail(6))
            append(tail(0))
        default:
            append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
            append(tail(12))
            append(tail(6))
            append(tail(0))
        }
    }
}
