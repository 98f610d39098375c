/// Whom a text means: people are recognised by number or name whatever the spelling (1-domain, Recusal). Who is recognised is recused; one too
/// many is safer than one too few.
extension StaffDirectory {
    /// What of `text`, part by part, means nobody here: a title alone, or somebody who never worked here. Where one part means somebody, another one
    /// may still mean somebody else, who would not be recused.
    public func unknown(in text: String) -> [String] {
        let meant = Set(subjects(in: text))
        let parts = text.split { ",，、;；/／|&+\n\t".contains($0) }.map { String($0).trimmed }
        return parts.indices.flatMap { place -> [String] in
            let whole = parts[place]
            if subjects(in: whole).isEmpty {
                // `Marsh, Zoe` is one name, of which neither half means anybody; `赵/倩` is none to whoever looks for the name.
                let others = [place - 1, place + 1].filter { parts.indices.contains($0) && subjects(in: parts[$0]).isEmpty }
                let isHalf = others.contains {
                    let both = subjects(in: parts[min($0, place)] + " " + parts[max($0, place)])
                    return !both.isEmpty && meant.isSuperset(of: both)
                }
                return isHalf ? [] : [whole]
            }
            return WordsBeside(whole, in: self).unknown
        }.filter { !$0.isBlank }
    }

    /// Those who work here, with number and name, as they are offered where words mean nobody for sure.
    public var offered: [String] { all.filter { !$0.isRetired }.map { "\($0.number) \($0.name)" } }

    /// The member whose name, now or before, is the same as `name` in whatever spelling, or whose number stands in it; nil where that is nobody but
    /// the one of `number`.
    public func namesake(of name: String, besides number: StaffNumber) -> StaffNumber? {
        let (spoken, plain) = (Spoken(name), PlainName(name))
        return known.first { $0.number != number && $0.isNamesake(of: plain, spoken) }?.number
    }

    /// The member of that number, or of one that a text means as well: 01002 and 1002 are one.
    func bearer(of number: StaffNumber) -> StaffNumber? {
        let plain = PlainNumber(number)
        return known.first { $0.isSame(as: plain) }?.number
    }

    /// The members whose number or whole name stands in `text`, two of one name both; by a name that they had before, too.
    public func subjects(in text: String) -> [StaffNumber] {
        // Most complaints are about nobody in particular.
        if text.isBlank { return [] }
        let spoken = Spoken(text)
        return known.filter { $0.isMeant(in: spoken) }.map(\.number)
    }
}

/// By what a member of staff is recognised in a text: the number, and every name that they have or had, as texts are compared.
struct KnownMember: Equatable, Sendable {
    let number: StaffNumber
    private let plainNumber: PlainNumber
    private var names: [PlainName]

    init(_ member: StaffMember) {
        number = member.number
        plainNumber = PlainNumber(member.number)
        names = [PlainName(member.name)]
    }

    /// Takes in a name that they had before.
    mutating func remember(_ name: String) {
        let plain = PlainName(name)
        if !names.contains(plain) { names.append(plain) }
    }

    fileprivate func isSame(as number: PlainNumber) -> Bool { plainNumber.withoutZeros == number.withoutZeros }

    fileprivate func isNamesake(of name: PlainName, _ spoken: Spoken) -> Bool {
        spoken.has(plainNumber) || names.contains { $0.isSame(as: name) }
    }

    fileprivate func isMeant(in spoken: Spoken) -> Bool { spoken.has(plainNumber) || names.contains(where: spoken.has) }
}

/// A number of staff as it is compared.
private struct PlainNumber: Equatable, Sendable {
    let text: String
    let withoutZeros: String
    /// A date or a telephone number in pieces is no number of staff that is digits alone.
    let hasLetters: Bool
    let count: Int

    init(_ number: StaffNumber) {
        text = number.text.lowercased()
        withoutZeros = Spoken.withoutZeros(text)
        hasLetters = text.contains { !$0.isNumber }
        count = text.count
    }
}

/// A name as it is compared.
private struct PlainName: Equatable, Sendable {
    /// What of it is of scripts without blanks between words; less than two signs are nobody's name. Somebody whose name is kept in two scripts,
    /// `李敏 Min Li`, is named by either.
    let unspaced: String?
    /// Whether there is nothing else in it.
    let isUnspaced: Bool
    /// Its words, and those of them that are of other scripts, where these are at least two.
    let words: PlainWords
    let spaced: PlainWords?

    init(_ name: String) {
        let joined = PlainSigns.unspaced(PlainSigns.folded(name))
        let part = joined.filter(PlainName.isUnspaced)
        unspaced = part.count >= 2 ? part : nil
        isUnspaced = unspaced == joined
        let all = Spoken(name).words.map(\.text)
        let others = all.filter { !$0.contains(where: PlainName.isUnspaced) }
        words = PlainWords(all)
        spaced = others.count >= 2 && others.count < all.count ? PlainWords(others) : nil
    }

    /// Whether both would be recognised by one and the same name.
    func isSame(as other: PlainName) -> Bool {
        if let unspaced, unspaced == other.unspaced { return true }
        let (own, others) = ([words, spaced].compactMap { $0 }, [other.words, other.spaced].compactMap { $0 })
        return own.contains { one in others.contains { !one.orders.isDisjoint(with: $0.orders) } }
    }

    /// Whether it is a sign of a script that puts no blanks between words.
    private static func isUnspaced(_ character: Character) -> Bool { character.unicodeScalars.allSatisfy { $0.value >= 0x2E80 } }
}

/// Words that mean somebody where they stand side by side, in any order and whatever marks are between them.
private struct PlainWords: Equatable, Sendable {
    /// How many letters they have together.
    let count: Int
    /// The words in every order, written as one; of very long names in those that turn it round.
    let orders: Set<String>

    init(_ words: [String]) {
        count = words.joined().count
        orders = count == 0 ? [] : PlainWords.orders(of: words)
    }

    private static func orders(of parts: [String]) -> Set<String> {
        if parts.count > 5 {
            return Set(parts.indices.map { (parts[$0...] + parts[..<$0]).joined() } + [parts.reversed().joined()])
        }
        if parts.count < 2 { return [parts.joined()] }
        var found: Set<String> = []
        for (index, first) in parts.enumerated() {
            var rest = parts
            rest.remove(at: index)
            for order in orders(of: rest) { found.insert(first + order) }
        }
        return found
    }
}

/// A text as it is compared with numbers and names: runs of letters and digits in plain signs, and the blanks and marks between them.
private struct Spoken {
    fileprivate struct Word {
        var text: String
        /// How many letters and digits it has.
        var count: Int
        /// Whether nothing but blanks stands between it and the word before.
        var isNextToLast: Bool
        /// Whether nothing but blanks and the marks that stand within a number of letters and digits (`LY-1003`) stands there.
        var isJoined: Bool
    }

    fileprivate let words: [Word]
    /// All letters of scripts without blanks between words, and what stands between them but blanks, dots and hyphens.
    private let unspaced: String

    /// Words that stand before a number of staff, which then may have more zeros before it than the desk writes, or fewer.
    private static let labels: Set<String> = ["no", "nr", "number", "id", "staff", "teller", "employee"]

    init(_ text: String) {
        let plain = PlainSigns.folded(text)
        unspaced = PlainSigns.unspaced(plain)
        var current = String.UnicodeScalarView()
        var (isNext, isJoined, isASCII) = (true, true, true)
        var found: [Word] = []
        func end() {
            if current.isEmpty { return }
            let word = String(current)
            found.append(Word(text: word, count: isASCII ? word.utf8.count : word.count, isNextToLast: isNext, isJoined: isJoined))
            (isNext, isJoined) = (true, true)
            current = String.UnicodeScalarView()
        }
        // Sign by sign: what stands upon another one was left out.
        for scalar in PlainSigns.withDigits(plain) {
            guard scalar.isLetterOrNumber else {
                end()
                if scalar != " " { isNext = false }
                if !PlainSigns.joins(scalar) { isJoined = false }
                continue
            }
            // A word also ends where another script begins, as in `工号1005号`.
            if isASCII != scalar.isASCII { end() }
            isASCII = scalar.isASCII
            current.append(scalar)
        }
        end()
        words = found
    }

    // MARK: Numbers

    func has(_ number: PlainNumber) -> Bool {
        for start in words.indices {
            var (joined, count) = ("", 0)
            for end in start..<words.count {
                // `1 003` is one number, `1, 003` are two; `LY-1003` is one too.
                if end > start, !(number.hasLetters ? words[end].isJoined : words[end].isNextToLast) { break }
                joined += words[end].text
                count += words[end].count
                if count > number.count + 12 { break }
                if joined == number.text { return true }
                let isLoose = isAlone(start, end) || isLabelled(start)
                if isLoose, Spoken.withoutZeros(joined) == number.withoutZeros { return true }
            }
            // `No1005`: a label right before the digits.
            let text = words[start].text
            guard let last = text.utf8.last, (48...57).contains(last) else { continue }
            let digits = String(text.reversed().prefix { $0.isNumber }.reversed())
            let label = String(text.dropLast(digits.count))
            if Spoken.labels.contains(label), Spoken.withoutZeros(digits) == number.withoutZeros { return true }
        }
        return false
    }

    /// Whether the words from `start` to `end` stand alone: at the ends of the text, or between marks, with nothing else beside them.
    private func isAlone(_ start: Int, _ end: Int) -> Bool {
        (start == 0 || !words[start].isNextToLast) && (end == words.count - 1 || !words[end + 1].isNextToLast)
    }

    /// Whether a number of staff is announced right before the word, as in `工号：0017` or `staff no. 17`.
    private func isLabelled(_ start: Int) -> Bool {
        guard start > 0 else { return false }
        let before = words[start - 1].text
        return before.hasSuffix("工号") || Spoken.labels.contains(before)
    }

    /// A number without the zeros before it, which some programs put there and others take away; another word as it is.
    static func withoutZeros(_ word: String) -> String {
        guard word.utf8.allSatisfy({ (48...57).contains($0) }) else { return word }
        return String(word.drop { $0 == "0" })
    }

    // MARK: Names

    func has(_ name: PlainName) -> Bool {
        if let part = name.unspaced {
            if unspaced.holds(part) { return true }
            if name.isUnspaced { return false }
        }
        return has(name.words) || name.spaced.map(has) ?? false
    }

    private func has(_ wanted: PlainWords) -> Bool {
        if wanted.count == 0 { return false }
        for start in words.indices {
            var count = 0
            for end in start..<words.count {
                count += words[end].count
                if count > wanted.count { break }
                // Hardly any words are as long as the name.
                if count == wanted.count, wanted.orders.contains(words[start...end].map(\.text).joined()) { return true }
            }
        }
        return false
    }
}

extension Unicode.Scalar {
    /// Whether it is part of a word: a letter of any script, or a digit.
    var isLetterOrNumber: Bool {
        switch value {
        case 0x30...0x39, 0x61...0x7A, 0x41...0x5A, 0x4E00...0x9FFF: true
        case 0..<0x80: false
        default: properties.isAlphabetic || properties.numericType != nil
        }
    }
}

extension Unicode.Scalar {
    /// The letter without the mark upon it; nil where it has none that makes a letter of its own.
    public var withoutAccent: Unicode.Scalar? {
        guard !isASCII, value < 0x2000, let base = PlainSigns.bases[self]?.unicodeScalars, base.count == 1 else { return nil }
        return base.first
    }
}

/// Signs as they are compared, whatever the spelling.
enum PlainSigns {
    /// In lower case, half width, without accents and what nobody sees, every blank as a space, every digit as one of ten.
    static func folded(_ text: String) -> String.UnicodeScalarView {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            // Nearly all that people write: letters and marks of ASCII, and Han.
            if (0x20..<0x7F).contains(scalar.value) {
                plain.append((0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
                continue
            }
            if (0x4E00...0x9FFF).contains(scalar.value) {
                plain.append(HanForms.simplified(scalar))
                continue
            }
            // The blank pattern of braille looks like a space and is none.
            if scalar.properties.isWhitespace || scalar.value == 0x2800 {
                plain.append(" ")
            } else if !scalar.isUnseen {
                append(scalar.halfWidth, to: &plain)
            }
        }
        return plain
    }

    private static func append(_ scalar: Unicode.Scalar, to plain: inout String.UnicodeScalarView) {
        if scalar.value < 0x80 {
            plain.append(contentsOf: String(scalar).lowercased().unicodeScalars)
            return
        }
        switch scalar.value {
        // Letters in a circle or in brackets, and those of mathematics, alphabet behind alphabet.
        case 0x249C...0x24E9: return plain.append(Unicode.Scalar(UInt8(0x61 + (scalar.value - 0x249C) % 26)))
        case 0x1D400...0x1D6A3: return plain.append(Unicode.Scalar(UInt8(0x61 + (scalar.value - 0x1D400) % 26)))
        // Apostrophes and primes that Unicode takes for letters, as in OʼBrien.
        case 0x02B9...0x02BF, 0x02C8, 0x02CA, 0x02CB, 0x055A, 0x05F3, 0xA78B, 0xA78C: return plain.append("'")
        // Han that stand a second time in Unicode, for the sake of older tables.
        case 0xF900...0xFAFF, 0x2F800...0x2FA1F: return plain.append(HanForms.simplified(unified[String(scalar)] ?? scalar))
        default: break
        }
        let properties = scalar.properties
        switch properties.generalCategory {
        // A sign upon the one before it.
        case .nonspacingMark, .enclosingMark: return
        case .decimalNumber:
            if let value = properties.numericValue { plain.append(contentsOf: String(Int(value)).unicodeScalars) }
            return
        // ① and ²: a whole number in another shape, and no fraction.
        case .otherNumber:
            if let value = properties.numericValue, (0..<100).contains(value), value == value.rounded() {
                plain.append(contentsOf: String(Int(value)).unicodeScalars)
                return
            }
        default: break
        }
        // Beyond these letters nothing has a base, and what asks for one has the table made.
        let base = scalar.value < 0x2000 ? bases[scalar] : nil
        for letter in (base ?? String(scalar)).lowercased().unicodeScalars { plain.append(lookalikes[letter] ?? letter) }
    }

    /// Small letters of Cyrillic, Greek, Armenian and phonetic script by the Latin ones that they, or their capitals, look like: a name with one of
    /// them in it reads as the name does. Names wholly in those scripts are changed alike on both sides.
    private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
        "а": "a", "в": "b", "е": "e", "ѕ": "s", "і": "i", "ј": "j", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c", "т": "t",
        "у": "y", "х": "x", "ԁ": "d", "ԍ": "g", "һ": "h", "ӏ": "l", "ԛ": "q", "ԝ": "w", "ѵ": "v", "ү": "y",
        "α": "a", "β": "b", "ε": "e", "ζ": "z", "η": "h", "ι": "i", "κ": "k", "μ": "m", "ν": "n", "ο": "o", "ρ": "p", "ς": "σ", "τ": "t",
        "υ": "y",
        "χ": "x", "ϲ": "c", "ϳ": "j", "օ": "o", "ս": "u", "ո": "n", "ց": "g", "հ": "h", "ք": "p", "ɑ": "a", "ɡ": "g", "ɩ": "i",
    ]

    /// Han by what equals them: two texts of one meaning in Unicode are one key.
    private static let unified: [String: Unicode.Scalar] = Dictionary(
        [0x3400...0x4DBF, 0x4E00...0x9FFF].joined().compactMap { Unicode.Scalar(UInt32($0)) }.map { (String($0), $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// With those of bankers (大写), in which sums are written.
    private static func hanDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "〇", "零", "○": "0"
        case "一", "壹": "1"
        case "二", "贰": "2"
        case "三", "叁", "参", "叄": "3"
        case "四", "肆": "4"
        case "五", "伍": "5"
        case "六", "陆": "6"
        case "七", "柒": "7"
        case "八", "捌": "8"
        case "九", "玖": "9"
        default: nil
        }
    }

    /// With the digits of numbers that are written in Han, `一零零三号`, as digits: three at least, since names have them too.
    static func withDigits(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
        var plain = String.UnicodeScalarView()
        var run: [Unicode.Scalar] = []
        func end() {
            if run.isEmpty { return }
            plain.append(contentsOf: run.count < 3 ? run : run.compactMap(hanDigit))
            run = []
        }
        for scalar in text {
            if !scalar.isASCII, hanDigit(scalar) != nil {
                run.append(scalar)
                continue
            }
            end()
            plain.append(scalar)
        }
        end()
        return plain
    }

    /// Whether a mark stands within a number of letters and digits, as in `LY-1003`.
    static func joins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "-", "‐", "‑", "–", "—", ".", "_", "/": true
        default: false
        }
    }

    /// Without blanks, and without the dots and hyphens that stand within names (买买提·艾力), of which there are several.
    static func unspaced(_ text: String.UnicodeScalarView) -> String {
        var unspaced = String.UnicodeScalarView()
        for scalar in text {
            switch scalar {
            case " ", ".", "·", "•", "・", "‧", "∙", "-", "‐", "‑", "–", "—", "_", "'", "’", "‘", "‛", "`", "´", "′", "*": continue
            default: unspaced.append(scalar)
            }
        }
        return String(unspaced)
    }

    /// Letters of Latin, Greek and Cyrillic with a mark upon them, or of two letters in one, and what they are without: by their names in
    /// Unicode, where `LATIN SMALL LETTER E WITH ACUTE` is one of `LATIN SMALL LETTER E`.
    static let bases: [Unicode.Scalar: String] = {
        var bases: [Unicode.Scalar: String] = [
            "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ı": "i", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d", "й": "и",
            "Й": "и",
            "ё": "е", "Ё": "е", "ї": "і", "Ї": "і", "ў": "у", "Ў": "у",
        ]
        let scalars = [0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF].joined().compactMap {
            Unicode.Scalar(UInt32($0))
        }
        var named: [String: Unicode.Scalar] = [:]
        for scalar in scalars { named[scalar.properties.name ?? ""] = scalar }
        for scalar in scalars {
            guard let name = scalar.properties.name, let end = name.place(of: " WITH "),
                let base = named[String(name[..<end])]
            else { continue }
            bases[scalar] = String(base)
        }
        return bases
    }()
}
