/// Whom a text means: people are recognised by number or name whatever the spelling (1-domain, Recusal). Who is recognised is recused; one too
/// many is safer than one too few.
extension StaffDirectory {
    /// What of `text`, part by part, means nobody here: a title alone, or somebody who never worked here. Where one part means somebody, another one
    /// may still mean somebody else, who would not be recused.
    public func unknown(in text: String) -> [String] {
        text.split { ",，、;；/／|&+\n\t".contains($0) }.flatMap { part in
            let whole = String(part).trimmed
            if subjects(in: whole).isEmpty { return [whole] }
            // 李敏和行长: names that have such a sign themselves leave less than two beside it.
            return whole.split { "和与與及跟".contains($0) }.map { String($0).trimmed }.filter { $0.count >= 2 && subjects(in: $0).isEmpty }
        }.filter { !$0.isBlank }
    }

    /// The members whose number or whole name stands in `text`, two of one name both; by a name that they had before, too.
    public func subjects(in text: String) -> [StaffNumber] {
        // Most complaints are about nobody in particular.
        if text.isBlank { return [] }
        let spoken = Spoken(text)
        return all.filter { member in spoken.hasNumber(of: member) || names(of: member).contains(where: spoken.hasName) }.map(\.number)
    }
}

/// A text as it is compared with numbers and names: runs of letters and digits in plain signs, and the blanks and marks between them.
private struct Spoken {
    private struct Word {
        var text: String
        /// Whether nothing but blanks stands between it and the word before.
        var isNextToLast: Bool
        /// Whether nothing but blanks and the marks that stand within a number of letters and digits (`LY-1003`) stands there.
        var isJoined: Bool
        var isNumber: Bool { text.utf8.allSatisfy { (48...57).contains($0) } }
    }

    private var words: [Word] = []
    /// All letters of scripts without blanks between words, and what stands between them but blanks, dots and hyphens.
    private let unspaced: String

    /// Words that stand before a number of staff, which then may have more zeros before it than the desk writes, or fewer.
    private static let labels: Set<String> = ["no", "nr", "number", "id", "staff", "teller", "employee"]

    init(_ text: String) {
        unspaced = PlainSigns.unspaced(text)
        var current = ""
        var (isNext, isJoined) = (true, true)
        var found: [Word] = []
        func end() {
            if !current.isEmpty {
                found.append(Word(text: current, isNextToLast: isNext, isJoined: isJoined))
                (isNext, isJoined) = (true, true)
            }
            current = ""
        }
        for character in PlainSigns.withDigits(PlainSigns.folded(text)) {
            guard character.isLetter || character.isNumber else {
                end()
                if character != " " { isNext = false }
                if !" -‐‑–—._/".contains(character) { isJoined = false }
                continue
            }
            // A word also ends where another script begins, as in `工号1005号`.
            if let last = current.last, last.isASCII != character.isASCII { end() }
            current.append(character)
        }
        end()
        words = found
    }

    // MARK: Numbers

    func hasNumber(of member: StaffMember) -> Bool {
        let number = member.number.text.lowercased()
        let plain = Spoken.withoutZeros(number)
        // A date or a telephone number in pieces is no number of staff that is digits alone.
        let hasLetters = number.contains { !$0.isNumber }
        for start in words.indices {
            var joined = ""
            for end in start..<words.count {
                // `1 003` is one number, `1, 003` are two; `LY-1003` is one too.
                if end > start, !(hasLetters ? words[end].isJoined : words[end].isNextToLast) { break }
                joined += words[end].text
                if joined.count > number.count + 12 { break }
                if joined == number { return true }
                let isLoose = isAlone(start, end) || isLabelled(start)
                if isLoose, Spoken.withoutZeros(joined) == plain { return true }
            }
            // `No1005`: a label right before the digits.
            let digits = String(words[start].text.reversed().prefix { $0.isNumber }.reversed())
            let label = String(words[start].text.dropLast(digits.count))
            if Spoken.labels.contains(label), !digits.isEmpty, Spoken.withoutZeros(digits) == plain { return true }
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
    private static func withoutZeros(_ word: String) -> String {
        guard word.utf8.allSatisfy({ (48...57).contains($0) }) else { return word }
        return String(word.drop { $0 == "0" })
    }

    // MARK: Names

    func hasName(_ name: String) -> Bool {
        let joined = PlainSigns.unspaced(name)
        // Somebody whose name is kept in two scripts, `李敏 Min Li`, is named by either.
        let unspacedPart = joined.filter(Spoken.isUnspaced)
        if unspacedPart.count >= 2 {
            if unspaced.holds(unspacedPart) { return true }
            if unspacedPart == joined { return false }
        }
        let words = Spoken(name).words.map(\.text)
        let spaced = words.filter { !$0.contains(where: Spoken.isUnspaced) }
        return hasWords(words) || spaced.count >= 2 && hasWords(spaced)
    }

    /// Whether it is a sign of a script that puts no blanks between words.
    private static func isUnspaced(_ character: Character) -> Bool { character.unicodeScalars.allSatisfy { $0.value >= 0x2E80 } }

    /// Whether these words stand side by side in the text, in any order and whatever marks are between them.
    private func hasWords(_ parts: [String]) -> Bool {
        let whole = parts.joined()
        guard !whole.isEmpty else { return false }
        let length = whole.count
        // Put together for the first words that are as long as the name: hardly any text has such.
        var orders: Set<String>?
        for start in words.indices {
            var spoken = ""
            for end in start..<words.count {
                spoken += words[end].text
                let count = spoken.count
                if count > length { break }
                guard count == length else { continue }
                let all = orders ?? Spoken.orders(of: parts)
                if all.contains(spoken) { return true }
                orders = all
            }
        }
        return false
    }

    /// The name's words in every order, written as one; of very long names in those that turn it round.
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

/// Signs as they are compared, whatever the spelling.
private enum PlainSigns {
    /// In lower case, half width, without accents and what nobody sees, every blank as a space, every digit as one of ten.
    static func folded(_ text: String) -> String {
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
        return String(plain)
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
    private static let hanDigits: [Character: Character] = [
        "壹": "1", "贰": "2", "叁": "3", "参": "3", "叄": "3", "肆": "4", "伍": "5", "陆": "6", "柒": "7", "捌": "8", "玖": "9",
        "〇": "0", "零": "0", "○": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9",
    ]

    /// With the digits of numbers that are written in Han, `一零零三号`, as digits: three at least, since names have them too.
    static func withDigits(_ text: String) -> String {
        var (plain, run) = ("", "")
        func end() {
            plain += run.count < 3 ? run : String(run.compactMap { hanDigits[$0] })
            run = ""
        }
        for character in text {
            if hanDigits[character] != nil {
                run.append(character)
                continue
            }
            end()
            plain.append(character)
        }
        end()
        return plain
    }

    /// Without blanks, and without the dots and hyphens that stand within names (买买提·艾力), of which there are several.
    static func unspaced(_ text: String) -> String { folded(text).filter { !" .·•・‧∙-‐‑–—_'’‘‛`´′*".contains($0) } }

    /// Letters of Latin, Greek and Cyrillic with a mark upon them, or of two letters in one, and what they are without: by their names in
    /// Unicode, where `LATIN SMALL LETTER E WITH ACUTE` is one of `LATIN SMALL LETTER E`.
    private static let bases: [Unicode.Scalar: String] = {
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
