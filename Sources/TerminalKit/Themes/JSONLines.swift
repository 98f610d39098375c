/// Finds the lines of JSON text that errors should name; the decoder itself tells none for values of the wrong kind.
enum JSONLines {
    /// The line, from 1, of a key given by the keys that lead to it; of the deepest one that is there.
    static func line(of path: [String], in text: String) -> Int {
        var scanner = Scanner(text)
        scanner.value(path: [], wanted: path)
        return scanner.best.line
    }

    /// Walks over JSON with comments, trailing commas and bare keys; knows lines, not values.
    private struct Scanner {
        private let bytes: [UInt8]
        private var index = 0
        private var line = 1
        private(set) var best = (depth: 0, line: 1)
        private var nesting = 0

        init(_ text: String) { bytes = Array(text.utf8) }

        private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

        private mutating func advance() {
            if current == UInt8(ascii: "\n") { line += 1 }
            index += 1
        }

        private mutating func fail() { index = bytes.count }

        private mutating func skipBlanks() {
            while let byte = current {
                if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") {
                    while let next = current, next != UInt8(ascii: "\n") { advance() }
                } else if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") {
                    while index < bytes.count,
                        !(bytes[index] == UInt8(ascii: "*") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/"))
                    {
                        advance()
                    }
                    advance()
                    advance()
                } else if byte <= 0x20 {
                    advance()
                } else {
                    return
                }
            }
        }

        mutating func value(path: [String], wanted: [String]) {
            skipBlanks()
            nesting += 1
            defer { nesting -= 1 }
            guard let byte = current, nesting < 64 else { return fail() }
            switch byte {
            case UInt8(ascii: "{"): members(path: path, wanted: wanted, end: UInt8(ascii: "}"), hasKeys: true)
            case UInt8(ascii: "["): members(path: path, wanted: wanted, end: UInt8(ascii: "]"), hasKeys: false)
            case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = quoted()
            default: if bare().isEmpty { fail() }
            }
        }

        private mutating func members(path: [String], wanted: [String], end: UInt8, hasKeys: Bool) {
            advance()
            while true {
                skipBlanks()
                guard let byte = current else { return fail() }
                if byte == end { return advance() }
                var inner = path
                if hasKeys {
                    let keyLine = line
                    let key = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? quoted() : bare()
                    inner.append(key)
                    if inner.count > best.depth, inner.count <= wanted.count, Array(wanted.prefix(inner.count)) == inner {
                        best = (inner.count, keyLine)
                    }
                    skipBlanks()
                    guard current == UInt8(ascii: ":") else { return fail() }
                    advance()
                }
                value(path: inner, wanted: wanted)
                skipBlanks()
                guard let next = current else { return fail() }
                if next == UInt8(ascii: ",") { advance() } else if next != end { return fail() }
            }
        }

        private mutating func quoted() -> String {
            guard let quote = current else { return "" }
            advance()
            let start = index
            while let byte = current, byte != quote {
                if byte == UInt8(ascii: "\n") {
                    fail()
                    return ""
                }
                if byte == UInt8(ascii: "\\") { advance() }
                advance()
            }
            let text = String(decoding: bytes[min(start, bytes.count)..<min(index, bytes.count)], as: UTF8.self)
            advance()
            return text
        }

        private mutating func bare() -> String {
            let start = index
            while let byte = current, byte > 0x20, !",:{}[]\"'/".utf8.contains(byte) { advance() }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
    }
}
