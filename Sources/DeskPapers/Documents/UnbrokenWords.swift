/// What of a line stays together wherever lines end: numbers with their signs, the days of a date, a number with its unit, a name, a few words in
/// brackets.
///
/// Han may be broken anywhere and so can the signs of a number be parted from it, which leaves `11/月21日`, `3 小/时` and `（按/时）`.
enum UnbrokenWords {
    /// A part of a line.
    struct Part {
        /// Its text.
        let text: String
        /// Whether it stays together.
        let isUnbroken: Bool
        /// Whether it stands in brackets: it stays together where there is room for it, and no column is made wide enough for it.
        let isBracketed: Bool
    }

    /// The most characters of a number with its signs: a signature's short form has 19.
    static let longest = 20
    /// The most Han of a name.
    private static let longestName = 4
    /// The most characters in brackets.
    private static let longestBracket = 16

    /// A line in its parts, in order and without a gap.
    static func parts(of line: String) -> [Part] {
        let line = Array(line)
        var (parts, free, place) = ([Part](), 0, 0)
        func add(_ end: Int, unbroken: Bool = false) {
            guard free < end else { return }
            parts.append(Part(text: String(line[free..<end]), isUnbroken: unbroken, isBracketed: unbroken && isOpening(line[free])))
            free = end
        }
        while place < line.count {
            if let end = bracket(line, place) ?? date(line, place) ?? count(line, place) ?? number(line, place) ?? name(line, place) {
                add(place)
                add(end, unbroken: true)
                place = end
            } else {
                place = isWord(line[place]) ? word(line, place) : place + 1
            }
        }
        add(line.count)
        return parts
    }

    /// `（剩 10 天）`, with the mark behind it.
    private static func bracket(_ line: [Character], _ start: Int) -> Int? {
        guard isOpening(line[start]), start == 0 || line[start] == "（" || line[start - 1] == " " else { return nil }
        let rest = line[(start + 1)...].prefix(longestBracket + 1)
        guard var end = rest.firstIndex(where: { $0 == "）" || $0 == ")" }).map({ $0 + 1 }),
            !line[(start + 1)..<end].contains(where: isOpening)
        else { return nil }
        while end < line.count, "，。；：、！？,.;:!?".contains(line[end]) { end += 1 }
        return end
    }

    /// `2026年`, `11月21日`: between the year and the day a line may end.
    private static func date(_ line: [Character], _ start: Int) -> Int? {
        let end = digits(line, start)
        guard end > start, end < line.count else { return nil }
        switch line[end] {
        case "月":
            let day = digits(line, end + 1)
            return day > end + 1 && day < line.count && line[day] == "日" ? day + 1 : end + 1
        case "年", "日": return end + 1
        default: return nil
        }
    }

    /// `10 天`, `3 小时`: a unit of one or two Han behind a blank.
    private static func count(_ line: [Character], _ start: Int) -> Int? {
        let end = digits(line, start)
        guard end > start, end + 1 < line.count, line[end] == " " else { return nil }
        var unit = end + 1
        while unit < line.count, isHan(line[unit]) { unit += 1 }
        return (1...2).contains(unit - end - 1) ? unit : nil
    }

    /// `0379-2611-001`, `+540.8%`, `17:00`.
    private static func number(_ line: [Character], _ start: Int) -> Int? {
        let end = word(line, start)
        let word = line[start..<end]
        guard (2...longest).contains(word.count), word.contains(where: isDigit), word.contains(where: { "+-.%/:".contains($0) }) else {
            return nil
        }
        return end
    }

    /// `沈国栋`: two to four Han between blanks or marks.
    private static func name(_ line: [Character], _ start: Int) -> Int? {
        guard start == 0 || line[start - 1] == " " else { return nil }
        var end = start
        while end < line.count, isHan(line[end]) { end += 1 }
        return (2...longestName).contains(end - start) && (end == line.count || !isWord(line[end])) ? end : nil
    }

    private static func digits(_ line: [Character], _ start: Int) -> Int {
        var end = start
        while end < line.count, isDigit(line[end]) { end += 1 }
        return end
    }

    private static func word(_ line: [Character], _ start: Int) -> Int {
        var end = start
        while end < line.count, isWord(line[end]) { end += 1 }
        return end
    }

    private static func isOpening(_ character: Character) -> Bool { character == "（" || character == "(" }

    private static func isDigit(_ character: Character) -> Bool { character.asciiValue.map { (48...57).contains($0) } ?? false }

    private static func isWord(_ character: Character) -> Bool {
        guard let code = character.asciiValue else { return false }
        return (48...57).contains(code) || (65...90).contains(code) || (97...122).contains(code) || "+-.%/:*,".utf8.contains(code)
    }

    /// A letter of Chinese, without its punctuation.
    static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) || (0x20000...0x3FFFF).contains($0.value) } ?? false
    }

    /// The longest of what a column of a table must have room for, by a measure of text: its numbers, its dates, its words, its names of a few
    /// Han. Longer Han may be broken anywhere, and a word beyond all measure must be.
    static func widest(_ text: String, _ measure: (String) -> Double) -> Double {
        var widest = 0.0
        // What is long shows at its beginning what words it has.
        for line in text.prefix(400).split(whereSeparator: \.isNewline) {
            for part in parts(of: String(line)) {
                if part.isUnbroken, !part.isBracketed {
                    widest = max(widest, measure(part.text))
                    continue
                }
                for word in part.text.split(whereSeparator: \.isWhitespace) {
                    // A line may end on either side of a Han letter.
                    for run in word.split(whereSeparator: { !$0.isASCII && measure(String($0)) > 1 }) {
                        widest = max(widest, run.count > longest ? 1 : measure(String(run)))
                    }
                    if word.contains(where: { !$0.isASCII }) { widest = max(widest, measure("字")) }
                }
            }
        }
        return widest
    }
}
