extension JSONCoding {
    /// The value that JSON in UTF-8 says.
    ///
    /// - Throws: `JSONFault` for what is no JSON; `DecodingError` where it says something else; what the value itself throws.
    public static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try JSONValue(reading: bytes).decoded(type)
    }
}

extension JSONValue {
    /// The value that this JSON says.
    ///
    /// - Throws: `DecodingError` where it says something else; what the value itself throws.
    public func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: ValueDecoder(value: self, path: nil)) }
}

/// The keys that lead to a value, the last one first; put in a row only where something is wrong.
private final class Path {
    let key: any CodingKey
    let before: Path?

    init(_ key: any CodingKey, after before: Path?) { (self.key, self.before) = (key, before) }

    var keys: [any CodingKey] { (before?.keys ?? []) + [key] }
}

/// A place in a list, or what a class leaves to the one that it is made of.
private struct PlainKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) { (self.stringValue, intValue) = (stringValue, nil) }
    init(intValue: Int) { (stringValue, self.intValue) = (String(intValue), intValue) }
}

private struct ValueDecoder: Decoder {
    let value: JSONValue
    let path: Path?

    var codingPath: [any CodingKey] { path?.keys ?? [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = value else { throw fault([String: JSONValue].self) }
        return KeyedDecodingContainer(Members(members: members, path: path))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let list) = value else { throw fault([JSONValue].self) }
        return Elements(list: list, path: path)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    fileprivate func fault(_ type: any Any.Type) -> DecodingError {
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: "another kind of value")
        return value == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}

extension ValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { if case .null = value { true } else { false } }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard case .truth(let truth) = value else { throw fault(type) }
        return truth
    }

    func decode(_ type: String.Type) throws -> String {
        guard case .text(let text) = value else { throw fault(type) }
        return text
    }

    func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
        guard case .number(let digits) = value, let number = Number(digits) else { throw fault(type) }
        return number
    }

    func decode<Number: BinaryFloatingPoint & Decodable>(_ type: Number.Type) throws -> Number {
        guard case .number(let digits) = value, let number = Double(digits) else { throw fault(type) }
        return Number(number)
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}

private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: [String: JSONValue]
    let path: Path?

    var codingPath: [any CodingKey] { path?.keys ?? [] }
    var allKeys: [Key] { members.keys.compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try at(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try at(key).decode(type) }
    func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type, forKey key: Key) throws -> Number { try at(key).decode(type) }
    func decode<Number: BinaryFloatingPoint & Decodable>(_ type: Number.Type, forKey key: Key) throws -> Number { try at(key).decode(type) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try Value(from: try at(key)) }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        // By far the commonest: no path is made for it.
        if case .text(let text)? = members[key.stringValue] { return text }
        return try at(key).decode(type)
    }

    func nestedContainer<Name>(keyedBy type: Name.Type, forKey key: Key) throws -> KeyedDecodingContainer<Name> {
        try at(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try at(key).unkeyedContainer() }
    func superDecoder() throws -> any Decoder { try at(PlainKey(stringValue: "super")) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try at(key) }

    private func at(_ key: some CodingKey) throws -> ValueDecoder {
        guard let value = members[key.stringValue] else {
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "the key is missing"))
        }
        return ValueDecoder(value: value, path: Path(key, after: path))
    }
}

private struct Elements: UnkeyedDecodingContainer {
    let list: [JSONValue]
    let path: Path?
    private(set) var currentIndex = 0

    init(list: [JSONValue], path: Path?) { (self.list, self.path) = (list, path) }

    var codingPath: [any CodingKey] { path?.keys ?? [] }
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
        let key = PlainKey(intValue: currentIndex)
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                JSONValue.self,
                .init(codingPath: codingPath + [key], debugDescription: "the list has no more")
            )
        }
        return ValueDecoder(value: list[currentIndex], path: Path(key, after: path))
    }

    private mutating func next<Value>(_ take: (ValueDecoder) throws -> Value) throws -> Value {
        let value = try take(try current())
        currentIndex += 1
        return value
    }
}
