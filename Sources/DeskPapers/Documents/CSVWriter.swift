import ComplaintRules

/// Tables as comma-separated values (RFC 4180), for spreadsheets.
public enum CSVWriter {
    /// What spreadsheets take as the sign that a file is UTF-8.
    public static let byteOrderMark = "\u{FEFF}"

    /// A row with its line end.
    public static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// A cell. A text that a spreadsheet would take for a formula gets an apostrophe before it, which `plain(_:)` takes away again; a number
    /// stays one.
    static func cell(_ text: String) -> String {
        let text = defused(text)
        guard text.unicodeScalars.contains(where: { ",\"\r\n\t".unicodeScalars.contains($0) }) || text.first == " " || text.last == " "
        else {
            return text
        }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// A text that no spreadsheet runs.
    public static func defused(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n'".unicodeScalars.contains(first), !isNumber(text) else { return text }
        return "'" + text
    }

    /// What was written before it was defused.
    public static func plain(_ cell: String) -> String {
        let rest = cell.dropFirst()
        guard cell.first == "'", defused(String(rest)) == cell else { return cell }
        return String(rest)
    }

    private static func isNumber(_ text: String) -> Bool {
        let body = text.utf8.dropFirst(text.utf8.first == UInt8(ascii: "-") ? 1 : 0)
        let parts = body.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }
    }
}
