/// Why a text is no value in JSON (RFC 8259).
public enum JSONFault: Error, Hashable, Sendable {
    /// It is no JSON from this byte on, counted from 1.
    case malformed(byte: Int)
    /// This key, or a list where it is empty, holds half a character: an escape such as `\ud83d` without its other half, as programs write that
    /// cut texts by UTF-16.
    case halfCharacter(key: String)
    /// This key stands twice in one object, so that it is not clear which is meant.
    case twice(key: String)
    /// It goes deeper than any file that is meant here.
    case tooDeep
}

extension JSONValue {
    /// Reads JSON strictly: numbers keep their digits, and what cannot be read is refused by the name of the key that holds it.
    public init(reading text: String) throws(JSONFault) {
        try self.init(reading: Array(text.utf8))
    }

    /// Reads JSON in UTF-8.
    ///
    /// - Parameter withComments: whether comments, as in C, and a comma behind the last of several are passed over: people write that by hand.
    public init(reading bytes: [UInt8], withComments: Bool = false) throws(JSONFault) {
        var parser = JSONParser(bytes, withComments: withComments)
        self = try parser.whole()
    }
}

private struct JSONParser {
    private static let depthLimit = 64
    private let bytes: [UInt8]
    private let withComments: Bool
    private var index = 0
    private var depth = 0
    /// The key whose value is read: what a message names.
    private var key = ""

    init(_ bytes: [UInt8], withComments: Bool) {
        (self.bytes, self.withComments) = (bytes, withComments)
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }
    private var malformed: JSONFault { .malformed(byte: index + 1) }

    mutating func whole() throws(JSONFault) -> JSONValue {
        let value = try value()
        skipBlanks()
        guard current == nil else { throw malformed }
        return value
    }

    private mutating func skipBlanks() {
        while let byte = current {
            if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                index += 1
            } else if !(withComments && byte == UInt8(ascii: "/") && skipComment()) {
                return
            }
        }
    }

    /// Passes over a comment; false where none begins here.
    private mutating func skipComment() -> Bool {
        let rest = bytes[index...]
        if rest.starts(with: "//".utf8) {
            index = rest.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            return true
        }
        guard rest.starts(with: "/*".utf8) else { return false }
        let end = rest.indices.dropFirst(2).first { bytes[$0] == UInt8(ascii: "/") && bytes[$0 - 1] == UInt8(ascii: "*") && $0 > index + 2 }
        index = end.map { $0 + 1 } ?? bytes.count
        return true
    }

    /// Behind a member: whether the list or object ends here.
    private mutating func ends(with end: UInt8) throws(JSONFault) -> Bool {
        skipBlanks()
        if current == UInt8(ascii: ",") {
            index += 1
            guard withComments else { return false }
            skipBlanks()
            guard current == end else { return false }
        }
        try take(end)
        return true
    }

    private mutating func take(_ byte: UInt8) throws(JSONFault) {
        guard current == byte else { throw malformed }
        index += 1
    }

    private mutating func value() throws(JSONFault) -> JSONValue {
        skipBlanks()
        depth += 1
        defer { depth -= 1 }
        if depth > JSONParser.depthLimit { throw .tooDeep }
        switch current {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try list()
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .truth(true))
        case UInt8(ascii: "f"): return try word("false", .truth(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        guard bytes[index...].starts(with: word.utf8) else { throw malformed }
        index += word.utf8.count
        return value
    }

    private mutating func number() throws(JSONFault) -> String {
        let start = index
        if current == UInt8(ascii: "-") { index += 1 }
        let first = index
        try digits()
        if bytes[first] == UInt8(ascii: "0"), index - first > 1 { throw malformed }
        if current == UInt8(ascii: ".") {
            index += 1
            try digits()
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            index += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
            try digits()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() throws(JSONFault) {
        let start = index
        while let byte = current, (0x30...0x39).contains(byte) { index += 1 }
        if index == start { throw malformed }
    }

    private mutating func list() throws(JSONFault) -> JSONValue {
        index += 1
        var members: [JSONValue] = []
        skipBlanks()
        if current == UInt8(ascii: "]") {
            index += 1
            return .list(members)
        }
        while true {
            members.append(try value())
            if try ends(with: UInt8(ascii: "]")) { return .list(members) }
        }
    }

    private mutating func object() throws(JSONFault) -> JSONValue {
        let outer = key
        defer { key = outer }
        index += 1
        var members: [String: JSONValue] = [:]
        skipBlanks()
        if current == UInt8(ascii: "}") {
            index += 1
            return .object(members)
        }
        while true {
            skipBlanks()
            let name = try text()
            skipBlanks()
            try take(UInt8(ascii: ":"))
            // Of nested objects the outermost key is named: that is the one which somebody finds in the line.
            if depth == 1 { key = name }
            if members.updateValue(try value(), forKey: name) != nil { throw .twice(key: depth == 1 ? name : key) }
            if try ends(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func text() throws(JSONFault) -> String {
        try take(UInt8(ascii: "\""))
        // What stands before the first escape and after it, up to the place that is read.
        var (before, start) = ([UInt8](), index)
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                let last = bytes[start..<index]
                guard let text = String(validating: before.isEmpty ? last : (before + last)[...], as: UTF8.self) else { throw malformed }
                index += 1
                return text
            }
            if byte == UInt8(ascii: "\\") {
                before += bytes[start..<index]
                before += try escaped()
                start = index
            } else if byte < 0x20 {
                throw malformed
            } else {
                index += 1
            }
        }
        throw malformed
    }

    private mutating func escaped() throws(JSONFault) -> [UInt8] {
        index += 1
        guard let letter = current else { throw malformed }
        index += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"):
            let first = try unit()
            if let scalar = Unicode.Scalar(first) { return Array(String(Character(scalar)).utf8) }
            // RFC 8259, section 7: characters beyond the first plane are written as two halves.
            guard first < 0xDC00, current == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u") else {
                throw .halfCharacter(key: key)
            }
            index += 2
            let second = try unit()
            guard (0xDC00...0xDFFF).contains(second), let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            else {
                throw .halfCharacter(key: key)
            }
            return Array(String(Character(scalar)).utf8)
        default: throw malformed
        }
    }

    private mutating func unit() throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw malformed }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }
}
