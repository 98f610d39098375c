/// JSON as it was read: what each value is and where it stands, in the order of the text. Nothing is copied out of it before it is asked for, since
/// most of what is read is asked for once, by name, and the desk reads hundreds of thousands of events.
final class JSONTree: Sendable {
    enum Kind: Sendable {
        case null, truth, falsehood, number, list, object
        /// A text in ASCII, one in UTF-8, and one that stands with escapes.
        case plain, text, escaped
    }

    struct Node: Sendable {
        let kind: Kind
        /// Where a number or a text stands: in the bytes, or, where it was escaped, among the texts without escapes.
        let bytes: Range<Int>
        /// The node behind this one and all that is in it.
        var next: Int

        init(_ kind: Kind, _ bytes: Range<Int>, next: Int) { (self.kind, self.bytes, self.next) = (kind, bytes, next) }
    }

    private let bytes: [UInt8]
    private let unescaped: [UInt8]
    /// Each value before what is in it; in an object, each name before its value.
    let nodes: [Node]

    init(bytes: [UInt8], unescaped: [UInt8], nodes: [Node]) { (self.bytes, self.unescaped, self.nodes) = (bytes, unescaped, nodes) }

    /// The text in a node; nil where there is none.
    func text(_ place: Int) -> String? {
        let node = nodes[place]
        return switch node.kind {
        case .plain, .text: String(decoding: bytes[node.bytes], as: UTF8.self)
        case .escaped: String(decoding: unescaped[node.bytes], as: UTF8.self)
        default: nil
        }
    }

    /// The digits of the number in a node; nil where there is none.
    func digits(_ place: Int) -> String? {
        nodes[place].kind == .number ? String(decoding: bytes[nodes[place].bytes], as: UTF8.self) : nil
    }

    /// The whole number in a node; nil where there is none, or one that does not fit.
    func integer<Number: FixedWidthInteger>(_ place: Int) -> Number? {
        let node = nodes[place]
        guard node.kind == .number else { return nil }
        let isNegative = bytes[node.bytes.lowerBound] == UInt8(ascii: "-")
        // No number of so many digits is too large for the machine's.
        guard node.bytes.count <= 18 else { return digits(place).flatMap { Number($0) } }
        var value: Int64 = 0
        for byte in bytes[node.bytes].dropFirst(isNegative ? 1 : 0) {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        return Number(exactly: isNegative ? -value : value)
    }

    /// The value that stands in an object under a name; nil where there is none.
    func member(_ name: String, of object: Int) -> Int? {
        var name = name
        return name.withUTF8 { wanted in
            var place = object + 1
            while place < nodes[object].next {
                if isText(place, wanted) { return place + 1 }
                place = nodes[place + 1].next
            }
            return nil
        }
    }

    private func isText(_ place: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        let node = nodes[place]
        guard node.bytes.count == wanted.count || node.kind != .plain else { return false }
        switch node.kind {
        case .plain: return bytes[node.bytes].elementsEqual(wanted)
        // Beyond ASCII, the same text may have other bytes.
        default: return text(place) == String(decoding: wanted, as: UTF8.self)
        }
    }

    /// The names of an object's members, each with the node of its value, in their order.
    func members(of object: Int) -> [(name: String, value: Int)] {
        var (members, place) = ([(name: String, value: Int)](), object + 1)
        while place < nodes[object].next {
            members.append((text(place) ?? "", place + 1))
            place = nodes[place + 1].next
        }
        return members
    }

    /// The values of a list.
    func elements(of list: Int) -> [Int] {
        var (elements, place) = ([Int](), list + 1)
        while place < nodes[list].next {
            elements.append(place)
            place = nodes[place].next
        }
        return elements
    }

    /// The value in a node with all that is in it.
    func value(_ place: Int) -> JSONValue {
        switch nodes[place].kind {
        case .null: .null
        case .truth: .truth(true)
        case .falsehood: .truth(false)
        case .number: .number(digits(place) ?? "")
        case .plain, .text, .escaped: .text(text(place) ?? "")
        case .list: .list(elements(of: place).map(value))
        // No name stands twice.
        case .object: .object(Dictionary(members(of: place).map { ($0.name, value($0.value)) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// The names and places that lead to a node, the first one first.
    func path(to node: Int) -> [PlainKey] {
        var (path, place) = ([PlainKey](), 0)
        while place != node {
            let isObject = nodes[place].kind == .object
            let inside = isObject ? members(of: place).map(\.value) : elements(of: place)
            // The last that begins no later has it.
            guard let step = inside.lastIndex(where: { $0 <= node }) else { return path }
            path.append(isObject ? PlainKey(stringValue: text(inside[step] - 1) ?? "") : PlainKey(intValue: step))
            place = inside[step]
        }
        return path
    }
}

/// The name of a member, or a place in a list.
struct PlainKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) { (self.stringValue, intValue) = (stringValue, nil) }
    init(intValue: Int) { (stringValue, self.intValue) = (String(intValue), intValue) }
}
