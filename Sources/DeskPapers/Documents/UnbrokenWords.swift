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
        let signs = Signs(line)
        var (parts, free, place) = ([Part](), 0, 0)
        func add(_ end: Int, unbroken: Bool = false) {
            guard free < end else { return }
            parts.append(Part(text: signs.text(free..<end), isUnbroken: unbroken, isBracketed: unbroken && isOpening(signs[free])))
            free = end
        }
        while place < signs.count {
            if let end = bracket(signs, place) ?? date(signs, place) ?? count(signs, place) ?? number(signs, place) ?? name(signs, place) {
                add(place)
                add(end, unbroken: true)
                place = end
            } else {
                place = isWord(signs[place]) ? word(signs, place) : place + 1
            }
        }
        add(signs.count)
        return parts
    }

    /// The characters of a line as numbers, which are compared in no time: a report of a year has a hundred thousand cells.
    private struct Signs {
        /// Stands for a character of ASCII with marks upon it, which is none of what is looked for.
        private static let marked: UInt32 = .max
        /// The first scalar of each character.
        private var first: [UInt32] = []
        /// Where each of them begins, and where the last one ends; nil where each is a byte.
        private var starts: [Int]?
        private let bytes: [UInt8]

        init(_ line: String) {
            bytes = Array(line.utf8)
            if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
                first = bytes.map(UInt32.init)
                return
            }
            first.reserveCapacity(bytes.count)
            var (starts, end) = ([Int](), 0)
            for character in line {
                let scalars = character.unicodeScalars
                // A character has at least one scalar.
                let value = scalars.first?.value ?? Signs.marked
                let length = character.utf8.count
                first.append(value < 0x80 && length > 1 ? Signs.marked : value)
                starts.append(end)
                end += length
            }
            self.starts = starts + [end]
        }

        var count: Int { first.count }
        subscript(place: Int) -> UInt32 { first[place] }

        func text(_ range: Range<Int>) -> String {
            let range = starts.map { $0[range.lowerBound]..<$0[range.upperBound] } ?? range
            return String(decoding: bytes[range], as: UTF8.self)
        }
    }

    /// `（剩 10 天）`, with the mark behind it.
    private static func bracket(_ line: Signs, _ start: Int) -> Int? {
        guard isOpening(line[start]), start == 0 || line[start] == "（" || line[start - 1] == " " else { return nil }
        var end = start + 1
        let limit = min(line.count, end + longestBracket + 1)
        while end < limit, line[end] != "）", line[end] != ")" {
            if isOpening(line[end]) { return nil }
            end += 1
        }
        guard end < limit else { return nil }
        end += 1
        while end < line.count, marks.contains(line[end]) { end += 1 }
        return end
    }

    private static let marks = "，。；：、！？,.;:!?".unicodeScalars.map(\.value)

    /// `2026年`, `11月21日`: between the year and the day a line may end.
    private static func date(_ line: Signs, _ start: Int) -> Int? {
        let end = digits(line, start)
        guard end > start, end < line.count else { return nil }
        if line[end] == "月" {
            let day = digits(line, end + 1)
            return day > end + 1 && day < line.count && line[day] == "日" ? day + 1 : end + 1
        }
        return line[end] == "年" || line[end] == "日" ? end + 1 : nil
    }

    /// `10 天`, `3 小时`: a unit of one or two Han behind a blank.
    private static func count(_ line: Signs, _ start: Int) -> Int? {
        let end = digits(line, start)
        guard end > start, end + 1 < line.count, line[end] == " " else { return nil }
        var unit = end + 1
        while unit < line.count, isHan(line[unit]) { unit += 1 }
        return (1...2).contains(unit - end - 1) ? unit : nil
    }

    /// `0379-2611-001`, `+540.8%`, `17:00`.
    private static func number(_ line: Signs, _ start: Int) -> Int? {
        let end = word(line, start)
        guard (2...longest).contains(end - start) else { return nil }
        let places = start..<end
        return places.contains { isDigit(line[$0]) } && places.contains { numberSigns.contains(line[$0]) } ? end : nil
    }

    private static let numberSigns = "+-.%/:".unicodeScalars.map(\.value)

    /// `沈国栋`: two to four Han between blanks or marks.
    private static func name(_ line: Signs, _ start: Int) -> Int? {
        guard start == 0 || line[start - 1] == " " else { return nil }
        var end = start
        while end < line.count, isHan(line[end]) { end += 1 }
        return (2...longestName).contains(end - start) && (end == line.count || !isWord(line[end])) ? end : nil
    }

    private static func digits(_ line: Signs, _ start: Int) -> Int {
        var end = start
        while end < line.count, isDigit(line[end]) { end += 1 }
        return end
    }

    private static func word(_ line: Signs, _ start: Int) -> Int {
        var end = start
        while end < line.count, isWord(line[end]) { end += 1 }
        return end
    }

    private static func isOpening(_ sign: UInt32) -> Bool { sign == "（" || sign == "(" }

    private static func isDigit(_ sign: UInt32) -> Bool { (48...57).contains(sign) }

    private static func isWord(_ sign: UInt32) -> Bool {
        (48...57).contains(sign) || (65...90).contains(sign) || (97...122).contains(sign) || wordSigns.contains(sign)
    }

    private static let wordSigns = "+-.%/:*,".unicodeScalars.map(\.value)

    /// A letter of Chinese, without its punctuation.
    private static func isHan(_ sign: UInt32) -> Bool { (0x3400...0x9FFF).contains(sign) || (0x20000...0x3FFFF).contains(sign) }

    /// The longest of what a column of a table must have room for, by a measure of text: its numbers, its dates, its words, its names of a few
    /// Han. Longer Han may be broken anywhere, and a word beyond all measure must be.
    static func widest(_ text: String, _ measure: (String) -> Double) -> Double {
        var widest = 0.0
        // What is long shows at its beginning what words it has.
        for line in text.beginning(400).textLines {
            for part in parts(of: String(line)) {
                if part.isUnbroken, !part.isBracketed {
                    widest = max(widest, measure(part.text))
                    continue
                }
                if part.text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
                    for word in part.text.utf8.split(separator: 0x20) where Double(word.count) > widest {
                        widest = max(widest, word.count > longest ? 1 : measure(String(Substring(word))))
                    }
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

extension UInt32 {
    fileprivate static func == (sign: UInt32, scalar: Unicode.Scalar) -> Bool { sign == scalar.value }
    fileprivate static func != (sign: UInt32, scalar: Unicode.Scalar) -> Bool { sign != scalar.value }
}
