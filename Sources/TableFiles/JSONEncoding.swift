/// Turns values into JSON and back by what Swift makes of their properties (`Codable`).
///
/// Foundation does the same, and brings five megabytes into the program, which each start has to take in.
public enum JSONCoding {
    /// A value in JSON on one line, in UTF-8. The keys of an object are sorted: the same value gives the same bytes on every machine.
    ///
    /// - Throws: what the value itself throws, and `EncodingError` for a number that JSON has not.
    public static func bytes(of value: some Encodable) throws -> [UInt8] {
        let node = Node()
        try value.encode(to: NodeEncoder(node: node))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        node.part.write(to: &bytes)
        return bytes
    }
}

/// A value on its way into JSON: what a container has been given so far.
private final class Node {
    enum Part {
        case null
        case truth(Bool)
        case number(String)
        case text(String)
        case node(Node)

        func write(to bytes: inout [UInt8]) {
            switch self {
            case .null: bytes += "null".utf8
            case .truth(let truth): bytes += (truth ? "true" : "false").utf8
            case .number(let digits): bytes += digits.utf8
            case .text(let text): JSONText.write(text, to: &bytes)
            case .node(let node): node.write(to: &bytes)
            }
        }
    }

    private enum Content {
        case object, list
        case single(Part)
    }

    private var content = Content.object
    /// Of an object, sorted by their names.
    private var members: [(name: String, part: Part)] = []
    /// Of a list.
    private(set) var list: [Part] = []

    /// What it came to.
    var part: Part { if case .single(let part) = content { part } else { .node(self) } }

    func beList() { content = .list }
    func be(_ part: Part) { content = .single(part) }
    func append(_ part: Part) { list.append(part) }

    /// Puts a member into an object, in place of one of the same name.
    func put(_ part: Part, _ name: String) {
        var (low, high) = (0, members.count)
        while low < high {
            let middle = (low + high) / 2
            if members[middle].name < name { low = middle + 1 } else { high = middle }
        }
        if low < members.count, members[low].name == name { members[low].part = part } else { members.insert((name, part), at: low) }
    }

    /// A node of its own for a value within this one.
    static func part(of value: some Encodable) throws -> Part {
        let node = Node()
        try value.encode(to: NodeEncoder(node: node))
        return node.part
    }

    static func part(ofReal number: some BinaryFloatingPoint) throws -> Part {
        let double = Double(number)
        if let whole = Int64(exactly: double) { return .number(String(whole)) }
        guard double.isFinite else {
            throw EncodingError.invalidValue(double, .init(codingPath: [], debugDescription: "JSON has no such number"))
        }
        return .number(double.description)
    }

    private func write(to bytes: inout [UInt8]) {
        switch content {
        case .single(let part): part.write(to: &bytes)
        case .object:
            bytes.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONText.write(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.part.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .list:
            bytes.append(UInt8(ascii: "["))
            for (place, part) in list.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                part.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        }
    }
}

/// Where a value is written is told to nobody: all that can go wrong is a number, and that is named.
private protocol Pathless {}

extension Pathless {
    var codingPath: [any CodingKey] { [] }
}

private struct NodeEncoder: Encoder, Pathless {
    let node: Node
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> { KeyedEncodingContainer(Members(node: node)) }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.beList()
        return Elements(node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(node: node) }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol, Pathless {
    let node: Node

    func encodeNil(forKey key: Key) { node.put(.null, key.stringValue) }
    func encode(_ value: Bool, forKey key: Key) { node.put(.truth(value), key.stringValue) }
    func encode(_ value: String, forKey key: Key) { node.put(.text(value), key.stringValue) }
    func encode(_ value: some FixedWidthInteger & Encodable, forKey key: Key) { node.put(.number(String(value)), key.stringValue) }
    func encode(_ value: some BinaryFloatingPoint & Encodable, forKey key: Key) throws {
        node.put(try Node.part(ofReal: value), key.stringValue)
    }
    func encode(_ value: some Encodable, forKey key: Key) throws { node.put(try Node.part(of: value), key.stringValue) }

    func nestedContainer<Name>(keyedBy type: Name.Type, forKey key: Key) -> KeyedEncodingContainer<Name> {
        superEncoder(key.stringValue).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { superEncoder(key.stringValue).unkeyedContainer() }
    func superEncoder() -> any Encoder { superEncoder("super") }
    func superEncoder(forKey key: Key) -> any Encoder { superEncoder(key.stringValue) }

    private func superEncoder(_ name: String) -> NodeEncoder {
        let inner = Node()
        node.put(.node(inner), name)
        return NodeEncoder(node: inner)
    }
}

private struct Elements: UnkeyedEncodingContainer, Pathless {
    let node: Node
    var count: Int { node.list.count }

    func encodeNil() { node.append(.null) }
    func encode(_ value: Bool) { node.append(.truth(value)) }
    func encode(_ value: String) { node.append(.text(value)) }
    func encode(_ value: some FixedWidthInteger & Encodable) { node.append(.number(String(value))) }
    func encode(_ value: some BinaryFloatingPoint & Encodable) throws { node.append(try Node.part(ofReal: value)) }
    func encode(_ value: some Encodable) throws { node.append(try Node.part(of: value)) }

    func nestedContainer<Name>(keyedBy type: Name.Type) -> KeyedEncodingContainer<Name> { inner.container(keyedBy: type) }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { inner.unkeyedContainer() }
    func superEncoder() -> any Encoder { inner }

    private var inner: NodeEncoder {
        let inner = Node()
        node.append(.node(inner))
        return NodeEncoder(node: inner)
    }
}

private struct Single: SingleValueEncodingContainer, Pathless {
    let node: Node

    func encodeNil() { node.be(.null) }
    func encode(_ value: Bool) { node.be(.truth(value)) }
    func encode(_ value: String) { node.be(.text(value)) }
    func encode(_ value: some FixedWidthInteger & Encodable) { node.be(.number(String(value))) }
    func encode(_ value: some BinaryFloatingPoint & Encodable) throws { node.be(try Node.part(ofReal: value)) }
    func encode(_ value: some Encodable) throws { node.be(try Node.part(of: value)) }
}
