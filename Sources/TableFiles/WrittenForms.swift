/// In which order a table writes the parts of its dates.
public enum DateOrder: String, CaseIterable, Sendable {
    /// Year, month, day: 2026-11-22.
    case yearMonthDay = "ymd"
    /// Month, day, year: 11/22/2026.
    case monthDayYear = "mdy"
    /// Day, month, year: 22.11.2026.
    case dayMonthYear = "dmy"

    /// `text` with the date at its beginning as year, month and day, and a time behind it that says AM or PM in 24 hours. What begins with a
    /// year of four digits, or with no date of three numbers, stays as it is; years of two digits are 1970 to 2069.
    public func rewritten(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, let separator = first.first(where: { "/-.".contains($0) }) else { return text }
        let fields = first.split(separator: separator, omittingEmptySubsequences: false)
        guard fields.count == 3, fields.allSatisfy({ (1...4).contains($0.utf8.count) && WrittenNumber.isDigits($0) }) else {
            return text
        }
        var rest = words.dropFirst().map(String.init)
        if fields[0].utf8.count < 4 {
            let (year, month, day) =
                switch self {
                case .yearMonthDay: (fields[0], fields[1], fields[2])
                case .monthDayYear: (fields[2], fields[0], fields[1])
                case .dayMonthYear: (fields[2], fields[1], fields[0])
                }
            let century = year.utf8.count == 2 ? (year < "70" ? "20" : "19") : ""
            rest.insert("\(century)\(year)-\(month)-\(day)", at: 0)
        } else {
            rest.insert(String(first), at: 0)
        }
        return DateOrder.in24Hours(rest).joined(separator: " ")
    }

    /// Whether `text` begins with a date whose order has to be said: three numbers, none of them a year of four digits in front.
    public static func isOpen(_ text: String) -> Bool {
        guard let first = text.split(whereSeparator: \.isWhitespace).first else { return false }
        let fields = first.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
        return fields.count == 3 && fields.allSatisfy { !$0.isEmpty && WrittenNumber.isDigits($0) } && fields[0].utf8.count < 3
    }

    /// A date, a time and AM or PM as a date and a time.
    private static func in24Hours(_ words: [String]) -> [String] {
        guard words.count == 3, let half = ["AM", "PM"].firstIndex(of: words[2].uppercased()) else { return words }
        var fields = words[1].split(separator: ":").map(String.init)
        guard (2...3).contains(fields.count), let hour = Int(fields[0]), (1...12).contains(hour) else { return words }
        let whole = hour % 12 + 12 * half
        fields[0] = whole < 10 ? "0\(whole)" : "\(whole)"
        return [words[0], fields.joined(separator: ":")]
    }
}

/// Numbers that are names, such as that of a complaint, as spreadsheets leave them.
public enum WrittenNumber {
    /// Whether a spreadsheet has cut a long number to its first digits: 2.02603E+14.
    public static func isCut(_ text: String) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
        guard parts.count == 2 else { return false }
        let digits = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let isSigned = parts[1].first == "+"
        let power = isSigned ? parts[1].dropFirst() : parts[1]
        return (1...2).contains(digits.count) && digits[0].utf8.count == 1 && (digits + [power]).allSatisfy { !$0.isEmpty && isDigits($0) }
            && (isSigned || digits.count == 2)
    }

    /// The number by which something is known: zeros at the beginning, which spreadsheets drop, count for nothing where all are digits.
    public static func identity(_ text: String) -> String {
        isDigits(text[...]) ? String(text.drop { $0 == "0" }) : text
    }

    fileprivate static func isDigits(_ text: Substring) -> Bool { text.utf8.allSatisfy { (48...57).contains($0) } }
}
