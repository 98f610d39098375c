/// A value in JSON.
public enum JSONValue: Hashable, Sendable {
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
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .truth(let truth): bytes += (truth ? "true" : "false").utf8
        case .number(let digits): bytes += digits.utf8
        case .text(let text): JSONText.write(text, to: &bytes)
        case .list(let members):
            bytes.append(UInt8(ascii: "["))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                member.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONText.write(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }
}

/// Texts as they stand in JSON.
enum JSONText {
    /// Writes a text in quotes. Escaped are also the characters that JSON lets stand and that command a terminal: DEL, C1 controls and the marks
    /// that turn text about.
    static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { signs in
            var (start, index) = (0, 0)
            while index < signs.count {
                guard let (value, length) = escaped(signs, index) else {
                    index += 1
                    continue
                }
                bytes += signs[start..<index]
                append(value, to: &bytes)
                index += length
                start = index
            }
            bytes += signs[start...]
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The character at a place that is to be escaped, with its bytes; nil for one that stands as it is. Only whole characters come here.
    private static func escaped(_ signs: UnsafeBufferPointer<UInt8>, _ place: Int) -> (value: UInt32, length: Int)? {
        let first = signs[place]
        if first < 0x80 {
            return first < 0x20 || first == 0x22 || first == 0x5C || first == 0x7F ? (UInt32(first), 1) : nil
        }
        switch first {
        case 0xC2, 0xD8:
            let value = UInt32(first & 0x1F) << 6 | UInt32(signs[place + 1] & 0x3F)
            return value <= 0x9F || value == 0x61C ? (value, 2) : nil
        case 0xE2, 0xEF:
            let value = UInt32(first & 0x0F) << 12 | UInt32(signs[place + 1] & 0x3F) << 6 | UInt32(signs[place + 2] & 0x3F)
            switch value {
            case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: return (value, 3)
            default: return nil
            }
        default: return nil
        }
    }

    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        switch value {
        case 0x22: bytes += "\\\"".utf8
        case 0x5C: bytes += "\\\\".utf8
        case 0x08: bytes += "\\b".utf8
        case 0x09: bytes += "\\t".utf8
        case 0x0A: bytes += "\\n".utf8
        case 0x0C: bytes += "\\f".utf8
        case 0x0D: bytes += "\\r".utf8
        default:
            let digits = String(value, radix: 16)
            bytes += "\\u".utf8
            bytes += String(repeating: "0", count: 4 - digits.utf8.count).utf8
            bytes += digits.utf8
        }
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}
