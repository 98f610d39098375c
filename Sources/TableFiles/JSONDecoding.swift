extension JSONCoding {
    /// The value that JSON in UTF-8 says.
    ///
    /// - Parameter withComments: whether comments, as in C, and a comma behind the last of several are passed over.
    /// - Throws: `JSONFault` for what is no JSON; `DecodingError` where it says something else; what the value itself throws.
    public static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8], withComments: Bool = false) throws -> Value {
        try Value(from: ValueDecoder(tree: try JSONTree(reading: bytes, withComments: withComments), place: 0))
    }
}

/// Reads the value in a node; where it stands is looked for only where something is wrong.
private struct ValueDecoder: Decoder {
    let tree: JSONTree
    let place: Int

    var codingPath: [any CodingKey] { tree.path(to: place) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private var kind: JSONTree.Kind { tree.nodes[place].kind }

    func container<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard kind == .object else { throw fault([String: JSONValue].self) }
        return KeyedDecodingContainer(Members(tree: tree, place: place))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard kind == .list else { throw fault([JSONValue].self) }
        return Elements(tree: tree, place: place, list: tree.elements(of: place))
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    fileprivate func fault(_ type: any Any.Type) -> DecodingError {
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: "another kind of value")
        return kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}

extension ValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { kind == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch kind {
        case .truth: return true
        case .falsehood: return false
        default: throw fault(type)
        }
    }

    func decode(_ type: String.Type) throws -> String {
        guard let text = tree.text(place) else { throw fault(type) }
        return text
    }

    func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
        guard let number: Number = tree.integer(place) else { throw fault(type) }
        return number
    }

    func decode<Number: BinaryFloatingPoint & Decodable>(_ type: Number.Type) throws -> Number {
        guard let number = tree.digits(place).flatMap({ Double($0) }) else { throw fault(type) }
        return Number(number)
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}

private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let tree: JSONTree
    let place: Int

    var codingPath: [any CodingKey] { tree.path(to: place) }
    var allKeys: [Key] { tree.members(of: place).compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool { tree.member(key.stringValue, of: place) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try at(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try at(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try at(key).decode(type) }
    func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type, forKey key: Key) throws -> Number { try at(key).decode(type) }
    func decode<Number: BinaryFloatingPoint & Decodable>(_ type: Number.Type, forKey key: Key) throws -> Number { try at(key).decode(type) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try Value(from: try at(key)) }

    func nestedContainer<Name>(keyedBy type: Name.Type, forKey key: Key) throws -> KeyedDecodingContainer<Name> {
        try at(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try at(key).unkeyedContainer() }
    func superDecoder() throws -> any Decoder { try at(PlainKey(stringValue: "super")) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try at(key) }

    private func at(_ key: some CodingKey) throws -> ValueDecoder {
        guard let found = tree.member(key.stringValue, of: place) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "the key is missing"))
        }
        return ValueDecoder(tree: tree, place: found)
    }
}

private struct Elements: UnkeyedDecodingContainer {
    let tree: JSONTree
    let place: Int
    let list: [Int]
    private(set) var currentIndex = 0

    init(tree: JSONTree, place: Int, list: [Int]) { (self.tree, self.place, self.list) = (tree, place, list) }

    var codingPath: [any CodingKey] { tree.path(to: place) }
    var count: Int? { list.count }
    var isAtEnd: Bool { currentIndex == list.count }

    /// Nothing is passed over but a null.
    mutating func decodeNil() throws -> Bool {
        let isNull = try current().decodeNil()
        if isNull { currentIndex += 1 }
        return isNull
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { try next { try $0.decode(type) } }
    mutating func decode(_ type: String.Type) throws -> String { try next { try $0.decode(type) } }
    mutating func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number { try next { try $0.decode(type) } }
    mutating func decode<Number: BinaryFloatingPoint & Decodable>(_ type: Number.Type) throws -> Number { try next { try $0.decode(type) } }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next { try Value(from: $0) } }

    mutating func nestedContainer<Name>(keyedBy type: Name.Type) throws -> KeyedDecodingContainer<Name> {
        try next { try $0.container(keyedBy: type) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next { try $0.unkeyedContainer() } }
    mutating func superDecoder() throws -> any Decoder { try next { $0 } }

    private func current() throws -> ValueDecoder {
        guard !isAtEnd else {
            let path = codingPath + [PlainKey(intValue: currentIndex)]
            throw DecodingError.valueNotFound(JSONValue.self, .init(codingPath: path, debugDescription: "the list has no more"))
        }
        return ValueDecoder(tree: tree, place: list[currentIndex])
    }

    private mutating func next<Value>(_ take: (ValueDecoder) throws -> Value) throws -> Value {
        let value = try take(try current())
        currentIndex += 1
        return value
    }
}
