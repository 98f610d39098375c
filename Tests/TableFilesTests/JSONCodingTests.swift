import Testing

@testable import TableFiles

/// What Swift makes of a value's properties, in JSON and back.
@Suite("JSON")
struct JSONCodingTests {
    private enum Way: String, Codable { case phone, letter }

    private struct Person: Codable, Equatable {
        var name: String
        var age: Int?
        var way = Way.phone
        var marks: [Bool] = []
    }

    private enum Step: Codable, Equatable {
        case logged(Person, by: String)
        case closed
    }

    private struct Whole: Codable, Equatable {
        var zeal: Double
        var people: [String: Person]
        var byNumber: [Int: String]
        var steps: [Step]
        var least: Int64
        var most: UInt64
        var gaps: [Int?]
    }

    private static let whole = Whole(
        zeal: 1.5,
        people: ["乙": Person(name: "刘 \"五\""), "a": Person(name: "", age: 7, way: .letter, marks: [true, false])],
        byNumber: [3: "x"],
        steps: [.logged(Person(name: "Ada"), by: "1003"), .closed],
        least: .min,
        most: .max,
        gaps: [1, nil]
    )
    private static let json = """
        {"byNumber":{"3":"x"},"gaps":[1,null],"least":-9223372036854775808,"most":18446744073709551615,\
        "people":{"a":{"age":7,"marks":[true,false],"name":"","way":"letter"},"乙":{"marks":[],"name":"刘 \\"五\\"","way":"phone"}},\
        "steps":[{"logged":{"_0":{"marks":[],"name":"Ada","way":"phone"},"by":"1003"}},{"closed":{}}],"zeal":1.5}
        """

    @Test("A value is written with its keys sorted, and read again")
    func bothWays() throws {
        #expect(String(decoding: try JSONCoding.bytes(of: Self.whole), as: UTF8.self) == Self.json)
        #expect(try JSONCoding.value(Whole.self, from: Array(Self.json.utf8)) == Self.whole)
    }

    @Test("Two values go into one object, and each is read from it")
    func together() throws {
        struct Both: Codable {
            var first: [String: Int]
            var second: [String: String]

            init(_ first: [String: Int], _ second: [String: String]) { (self.first, self.second) = (first, second) }

            init(from decoder: any Decoder) throws { (first, second) = ([:], [:]) }

            func encode(to encoder: any Encoder) throws {
                try first.encode(to: encoder)
                try second.encode(to: encoder)
            }
        }
        let bytes = try JSONCoding.bytes(of: Both(["b": 1, "c": 2], ["a": "x", "c": "last"]))
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":"x","b":1,"c":"last"}"#)
    }

    @Test(
        "What commands a terminal or ends a text is escaped, all else stands as it is",
        arguments: [
            ("a/b 中文 “é” 🙂", "a/b 中文 “é” 🙂"), ("\"\\", #"\"\\"#), ("\n\r\t\u{8}\u{C}", #"\n\r\t\b\f"#),
            ("\u{1B}[2J\u{0}\u{7F}", #"\u001b[2J\u0000\u007f"#), ("\u{9B}\u{85}\u{A0}", "\\u009b\\u0085\u{A0}"),
            ("\u{202E}\u{2066}\u{200F}\u{61C}\u{FEFF}\u{2065}", "\\u202e\\u2066\\u200f\\u061c\\ufeff\u{2065}"),
        ]
    )
    func escapes(text: String, written: String) throws {
        #expect(String(decoding: try JSONCoding.bytes(of: text), as: UTF8.self) == "\"\(written)\"")
        #expect(JSONValue.text(text).line == "\"\(written)\"")
        #expect(try JSONValue(reading: "\"\(written)\"") == .text(text))
    }

    @Test("A number that JSON has not is refused, one that does not fit too")
    func numbers() throws {
        #expect(throws: EncodingError.self) { try JSONCoding.bytes(of: Double.nan) }
        #expect(String(decoding: try JSONCoding.bytes(of: [2.0, -0.25]), as: UTF8.self) == "[2,-0.25]")
        #expect(throws: DecodingError.self) { try JSONCoding.value([UInt8].self, from: Array("[256]".utf8)) }
        #expect(throws: DecodingError.self) { try JSONCoding.value([Int].self, from: Array("[1.5]".utf8)) }
    }

    @Test("What is missing, empty or of another kind is told with the keys that lead to it")
    func faults() throws {
        func path(_ json: String) -> [String]? {
            do {
                _ = try JSONCoding.value([String: [Person]].self, from: Array(json.utf8))
                return nil
            } catch let DecodingError.keyNotFound(key, context) {
                return context.codingPath.map(\.stringValue) + ["no " + key.stringValue]
            } catch let DecodingError.valueNotFound(_, context) {
                return context.codingPath.map(\.stringValue) + ["null"]
            } catch let DecodingError.typeMismatch(_, context) {
                return context.codingPath.map(\.stringValue) + ["kind"]
            } catch let DecodingError.dataCorrupted(context) {
                return context.codingPath.map(\.stringValue) + ["none of these"]
            } catch {
                return ["\(error)"]
            }
        }
        #expect(path(#"{"x":[{"name":"a","marks":[],"way":"phone"}]}"#) == nil)
        #expect(path(#"{"x":[{"name":"a","marks":[]}]}"#) == ["x", "0", "no way"])
        #expect(path(#"{"x":[{"name":null,"marks":[],"way":"phone"}]}"#) == ["x", "0", "name", "null"])
        #expect(path(#"{"x":[{"name":"a","marks":[true,1],"way":"phone"}]}"#) == ["x", "0", "marks", "1", "kind"])
        #expect(path(#"{"x":[{"name":"a","marks":[],"way":"smoke"}]}"#) == ["x", "0", "way", "none of these"])
        #expect(path(#"{"x":{}}"#) == ["x", "kind"])
        #expect(path(#"{"x":[]"#) == ["malformed(byte: 8)"])
    }

    @Test("Bytes that are no text, and a key that stands twice, are refused")
    func strict() {
        #expect(throws: JSONFault.malformed(byte: 3)) { try JSONValue(reading: [0x22, 0xFF, 0x22]) }
        #expect(throws: JSONFault.twice(key: "a")) { try JSONValue(reading: #"{"a":1,"a":2}"#) }
    }

    @Test(
        "Comments and a last comma are passed over where people write by hand, and nowhere else",
        arguments: [
            ("// first\n[1, /* two */ 2,]", "[1,2]"), ("{\"a\": 1, // one\n}", #"{"a":1}"#), ("/*/ [1] */[3]", "[3]"), ("[1]/*", "[1]"),
            ("[,]", nil), ("{,}", nil), ("[1,,]", nil), ("/", nil), ("[1 2]", nil),
        ] as [(String, String?)]
    )
    func comments(text: String, line: String?) {
        #expect((try? JSONValue(reading: Array(text.utf8), withComments: true))?.line == line)
        #expect(throws: JSONFault.self) { try JSONValue(reading: text) }
    }
}
