/// A value in JSON.
public indirect enum JSONValue: Hashable, Sendable {
    case null
    case truth(Bool)
    /// A number, with the digits that are written: none is lost on the way through a machine's numbers.
    case number(String)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// A text, or null where there is none.
    public init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }
    /// Yes or no, or null where it is not known.
    public init(_ truth: Bool?) { self = truth.map(JSONValue.truth) ?? .null }
    /// A whole number.
    public init(_ number: some BinaryInteger) { self = .number(String(number)) }
    /// A whole number.
    public static func integer(_ number: Int64) -> JSONValue { .number(String(number)) }

    /// The value on one line; the keys of an object are sorted.
    public var line: String {
        var written = ""
        write(to: &written)
        return written
    }

    private func write(to line: inout String) {
        switch self {
        case .null: line += "null"
        case .truth(let truth): line += truth ? "true" : "false"
        case .number(let digits): line += digits
        case .text(let text): JSONValue.write(text, to: &line)
        case .list(let members):
            line += "["
            for (index, member) in members.enumerated() {
                if index > 0 { line += "," }
                member.write(to: &line)
            }
            line += "]"
        case .object(let members):
            line += "{"
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { line += "," }
                JSONValue.write(member.key, to: &line)
                line += ":"
                member.value.write(to: &line)
            }
            line += "}"
        }
    }

    /// A text in quotes. Escaped are also the characters that JSON lets stand and that command a terminal: DEL, C1 controls and the marks that
    /// turn text about.
    private static func write(_ text: String, to line: inout String) {
        line += "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: line += "\\\""
            case 0x5C: line += "\\\\"
            case 0x08: line += "\\b"
            case 0x09: line += "\\t"
            case 0x0A: line += "\\n"
            case 0x0C: line += "\\f"
            case 0x0D: line += "\\r"
            case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
                let digits = String(scalar.value, radix: 16)
                line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: line.unicodeScalars.append(scalar)
            }
        }
        line += "\""
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}
