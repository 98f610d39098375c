import FoundationEssentials

/// A value in JSON.
indirect enum JSONValue: Hashable, Sendable {
    case null
    case truth(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// A text, or null where there is none.
    init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }
    /// Yes or no, or null where it is not known.
    init(_ truth: Bool?) { self = truth.map(JSONValue.truth) ?? .null }
    /// A whole number.
    init(_ number: some BinaryInteger) { self = .integer(Int64(number)) }

    /// The value on one line; the keys of an object are sorted.
    var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Nothing here can fail to be written: there are no numbers beside those of JSON. Should it ever, null is a visible sign.
        guard let data = try? encoder.encode(self) else { return "null" }
        return JSONValue.escapingControls(String(decoding: data, as: UTF8.self))
    }

    /// JSON in which no character commands a terminal: JSON lets DEL, C1 controls and the marks that turn text about stand as they are.
    /// All of them stand in texts only, where the escape means the same.
    private static func escapingControls(_ json: String) -> String {
        if json.utf8.allSatisfy({ $0 < 0x7F }) { return json }
        var result = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            switch scalar.value {
            case 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
                let digits = String(scalar.value, radix: 16)
                result.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
            default:
                result.append(scalar)
            }
        }
        return String(result)
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}

extension JSONValue: Codable {
    private struct MemberName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: MemberName.self) {
            var members: [String: JSONValue] = [:]
            for key in container.allKeys { members[key.stringValue] = try container.decode(JSONValue.self, forKey: key) }
            self = .object(members)
        } else if var container = try? decoder.unkeyedContainer() {
            var members: [JSONValue] = []
            while !container.isAtEnd { members.append(try container.decode(JSONValue.self)) }
            self = .list(members)
        } else {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let truth = try? container.decode(Bool.self) {
                self = .truth(truth)
            } else if let integer = try? container.decode(Int64.self) {
                self = .integer(integer)
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let members):
            var container = encoder.container(keyedBy: MemberName.self)
            for (name, member) in members { try container.encode(member, forKey: MemberName(stringValue: name)) }
        case .list(let members):
            var container = encoder.unkeyedContainer()
            for member in members { try container.encode(member) }
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .truth(let truth):
            var container = encoder.singleValueContainer()
            try container.encode(truth)
        case .integer(let integer):
            var container = encoder.singleValueContainer()
            try container.encode(integer)
        case .number(let number):
            var container = encoder.singleValueContainer()
            try container.encode(number)
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        }
    }
}

extension JSONValue {
    /// Reads a flat object as fields with their texts: numbers as they are written, yes and no in words, null left out.
    ///
    /// Names may be written with capitals or with hyphens: `repeatedBack` is `repeated-back`.
    static func fields(_ json: String) throws(UsageError) -> [String: String] {
        let value: JSONValue
        do {
            value = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
        } catch {
            throw .notAnObject(reason: .malformed)
        }
        guard case .object(let members) = value else { throw .notAnObject(reason: .noObject) }
        var fields: [String: String] = [:]
        for (name, member) in members {
            let name = hyphened(name)
            switch member {
            case .null: break
            case .text(let text): fields[name] = text
            case .truth(let truth): fields[name] = truth ? "true" : "false"
            case .integer(let integer): fields[name] = String(integer)
            case .number(let number): fields[name] = "\(number)"
            case .list, .object: throw .notAnObject(reason: .nested(name))
            }
        }
        return fields
    }

    private static func hyphened(_ name: String) -> String {
        var result = ""
        for character in name {
            if character.isASCII, character.isUppercase {
                result += "-" + character.lowercased()
            } else {
                result.append(character)
            }
        }
        return result
    }
}
