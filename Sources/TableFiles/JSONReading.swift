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
        self = try JSONTree(reading: bytes, withComments: withComments).value(0)
    }
}

extension JSONTree {
    /// Reads JSON in UTF-8, as `JSONValue` does.
    convenience init(reading bytes: [UInt8], withComments: Bool = false) throws(JSONFault) {
        var parser = JSONParser(bytes, withComments: withComments)
        try parser.whole()
        self.init(bytes: bytes, unescaped: parser.unescaped, nodes: parser.nodes)
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
    /// What was read.
    private(set) var nodes: [JSONTree.Node] = []
    /// The texts that stand with escapes, without them.
    private(set) var unescaped: [UInt8] = []

    init(_ bytes: [UInt8], withComments: Bool) {
        (self.bytes, self.withComments) = (bytes, withComments)
        nodes.reserveCapacity(64)
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }
    private var malformed: JSONFault { .malformed(byte: index + 1) }

    mutating func whole() throws(JSONFault) {
        try value()
        skipBlanks()
        guard current == nil else { throw malformed }
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

    private mutating func value() throws(JSONFault) {
        skipBlanks()
        depth += 1
        defer { depth -= 1 }
        if depth > JSONParser.depthLimit { throw .tooDeep }
        switch current {
        case UInt8(ascii: "{"): try object()
        case UInt8(ascii: "["): try list()
        case UInt8(ascii: "\""): try text()
        case UInt8(ascii: "t"): try word("true", .truth)
        case UInt8(ascii: "f"): try word("false", .falsehood)
        case UInt8(ascii: "n"): try word("null", .null)
        default: try number()
        }
    }

    private mutating func word(_ word: String, _ kind: JSONTree.Kind) throws(JSONFault) {
        guard bytes[index...].starts(with: word.utf8) else { throw malformed }
        nodes.append(.init(kind, index..<index + word.utf8.count, next: nodes.count + 1))
        index += word.utf8.count
    }

    private mutating func number() throws(JSONFault) {
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
        nodes.append(.init(.number, start..<index, next: nodes.count + 1))
    }

    private mutating func digits() throws(JSONFault) {
        let start = index
        while let byte = current, (0x30...0x39).contains(byte) { index += 1 }
        if index == start { throw malformed }
    }

    private mutating func list() throws(JSONFault) {
        let place = nodes.count
        nodes.append(.init(.list, index..<index, next: 0))
        defer { nodes[place].next = nodes.count }
        index += 1
        skipBlanks()
        if current == UInt8(ascii: "]") {
            index += 1
            return
        }
        repeat { try value() } while try !ends(with: UInt8(ascii: "]"))
    }

    private mutating func object() throws(JSONFault) {
        let (outer, place) = (key, nodes.count)
        nodes.append(.init(.object, index..<index, next: 0))
        defer { (key, nodes[place].next) = (outer, nodes.count) }
        index += 1
        skipBlanks()
        if current == UInt8(ascii: "}") {
            index += 1
            return
        }
        var names = Names()
        repeat {
            skipBlanks()
            let name = nodes.count
            try text()
            skipBlanks()
            try take(UInt8(ascii: ":"))
            // Of nested objects the outermost key is named: that is the one which somebody finds in the line.
            if depth == 1 { key = text(of: nodes[name]) }
            try value()
            if names.isTwice(name, in: self) { throw .twice(key: depth == 1 ? text(of: nodes[name]) : key) }
        } while try !ends(with: UInt8(ascii: "}"))
    }

    /// The names of an object so far: few are looked through, many are hashed, so that no file makes this slow.
    private struct Names {
        private static let few = 16
        private var few: [Int] = []
        private var many: Set<String> = []

        /// Whether the name in that node was there before.
        mutating func isTwice(_ name: Int, in parser: JSONParser) -> Bool {
            if few.count < Names.few {
                if few.contains(where: { parser.isSame($0, name) }) { return true }
                few.append(name)
                return false
            }
            if many.isEmpty { many = Set(few.map { parser.text(of: parser.nodes[$0]) }) }
            return !many.insert(parser.text(of: parser.nodes[name])).inserted
        }
    }

    private func isSame(_ one: Int, _ other: Int) -> Bool {
        let (one, other) = (nodes[one], nodes[other])
        // Beyond ASCII, the same text may have other bytes.
        guard one.kind == .plain, other.kind == .plain else { return text(of: one) == text(of: other) }
        return one.bytes.count == other.bytes.count && bytes[one.bytes].elementsEqual(bytes[other.bytes])
    }

    private func text(of node: JSONTree.Node) -> String {
        String(decoding: node.kind == .escaped ? unescaped[node.bytes] : bytes[node.bytes], as: UTF8.self)
    }

    private mutating func text() throws(JSONFault) {
        try take(UInt8(ascii: "\""))
        // What stands before the first escape and after it, up to the place that is read.
        var (before, start, all) = ([UInt8](), index, UInt8(0))
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                let last = start..<index
                if all < 0x80, before.isEmpty {
                    nodes.append(.init(.plain, last, next: nodes.count + 1))
                } else {
                    let text = before.isEmpty ? bytes[last] : (before + bytes[last])[...]
                    guard String(validating: text, as: UTF8.self) != nil else { throw malformed }
                    if before.isEmpty {
                        nodes.append(.init(.text, last, next: nodes.count + 1))
                    } else {
                        nodes.append(.init(.escaped, unescaped.count..<unescaped.count + text.count, next: nodes.count + 1))
                        unescaped += text
                    }
                }
                index += 1
                return
            }
            if byte == UInt8(ascii: "\\") {
                before += bytes[start..<index]
                before += try escaped()
                start = index
            } else if byte < 0x20 {
                throw malformed
            } else {
                all |= byte
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
