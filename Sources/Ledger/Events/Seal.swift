/// Letters and digits that can be read aloud and copied by hand: Crockford's base 32, without I, L, O and U.
enum PrintedCode {
    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Bytes as characters, 5 bits each from the highest; the last one is filled up with zeros.
    static func text(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        var pending = 0
        var pendingBits = 0
        for byte in bytes {
            pending = pending << 8 | Int(byte)
            pendingBits += 8
            while pendingBits >= 5 {
                pendingBits -= 5
                result.append(alphabet[pending >> pendingBits & 31])
            }
            pending &= (1 << pendingBits) - 1
        }
        if pendingBits > 0 { result.append(alphabet[pending << (5 - pendingBits) & 31]) }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes of which `text(_:)` made these characters; nil where other bits were added to the last one.
    static func bytes(_ characters: [UInt8]) -> [UInt8]? {
        var (result, pending, pendingBits): ([UInt8], Int, Int) = ([], 0, 0)
        for character in characters {
            guard let value = value(character) else { return nil }
            pending = pending << 5 | value
            pendingBits += 5
            if pendingBits >= 8 {
                pendingBits -= 8
                result.append(UInt8(pending >> pendingBits))
                pending &= (1 << pendingBits) - 1
            }
        }
        return pending == 0 && pendingBits < 5 ? result : nil
    }

    /// The value of a character as people write it: small letters, O for 0, I and L for 1; nil for none of the alphabet.
    static func value(_ character: UInt8) -> Int? {
        switch character {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): value(character - 0x20)
        case UInt8(ascii: "O"): 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): 1
        default: alphabet.firstIndex(of: character)
        }
    }

    /// What was typed, in the alphabet's own characters, without spaces and hyphens; nil where another character is in it.
    static func normalized(_ typed: String) -> [UInt8]? {
        var result: [UInt8] = []
        for byte in typed.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
            guard let value = value(byte) else { return nil }
            result.append(alphabet[value])
        }
        return result
    }

    /// Characters in groups of four with hyphens between them.
    static func grouped(_ text: String) -> String {
        var result = ""
        for (index, character) in text.enumerated() {
            if index > 0, index.isMultiple(of: 4) { result += "-" }
            result.append(character)
        }
        return result
    }

    /// A check character: finds every single wrong character and nearly every pair of neighbours changed about (Luhn's sum, base 32).
    static func check(_ characters: [UInt8]) -> UInt8 {
        var sum = 0
        for (index, character) in characters.reversed().enumerated() {
            let value = value(character) ?? 0
            let weighted = index.isMultiple(of: 2) ? value * 2 : value
            sum += weighted / 32 + weighted % 32
        }
        return alphabet[(32 - sum % 32) % 32]
    }
}

/// The short seal of the ledger's end, for the paper file: `S-1234-ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345`.
///
/// It names the last event by number and 135 bits of a hash over its link, so that a ledger cut short or written anew does not match;
/// the last character finds slips of the pen.
public struct Seal: Sendable, Equatable, Hashable {
    /// The number of the last event that it covers; 0 for an empty ledger.
    public let seq: Int64
    /// So many characters of the hash that nobody finds another chain with the same: 2^128 tries and more.
    private let code: String

    private static let codeCount = 27

    /// The seal of the event with this number and link.
    init(seq: Int64, link: [UInt8]) {
        self.seq = seq
        var fields: [UInt8] = Array("FirstDesk seal 1".utf8)
        withUnsafeBytes(of: seq.littleEndian) { fields.append(contentsOf: $0) }
        fields.append(contentsOf: link)
        code = String(PrintedCode.text(fields.withUnsafeBytes { Sodium.hash($0) }).prefix(Self.codeCount))
    }

    /// Reads a seal as somebody copied it: small letters, missing or other hyphens and spaces, O for 0 and I for 1 are taken.
    ///
    /// Nil where it is none or a character of it must be wrong.
    public init?(_ typed: String) {
        // The S could be a character of the code, but no number begins with it.
        let body = typed.drop { $0 == " " }
        guard body.first == "S" || body.first == "s", let characters = PrintedCode.normalized(String(body.dropFirst())) else { return nil }
        let numberCount = characters.count - Self.codeCount - 1
        guard numberCount > 0, let number = Int64(String(decoding: characters.prefix(numberCount), as: UTF8.self)), number >= 0 else {
            return nil
        }
        let covered = Array(characters.dropLast())
        guard PrintedCode.check(covered) == characters.last, String(number).utf8.count == numberCount else { return nil }
        seq = number
        code = String(decoding: covered.suffix(Self.codeCount), as: UTF8.self)
    }

    /// The seal as it is printed.
    public var text: String {
        let covered = Array((String(seq) + code).utf8)
        let check = String(decoding: [PrintedCode.check(covered)], as: UTF8.self)
        return "S-\(seq)-\(PrintedCode.grouped(code + check))"
    }

    /// Whether it is the seal of the event with its number and this link.
    func matches(link: [UInt8]) -> Bool {
        self == Seal(seq: seq, link: link)
    }
}
