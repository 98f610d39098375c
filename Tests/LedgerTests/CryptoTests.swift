import ComplaintRules
import DeskTestSupport
import Testing

@testable import Ledger

@Suite("The chain's hashes")
struct ChainHashTests {
    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private func link(
        previous: [UInt8] = ChainHash.genesis,
        seq: Int64 = 1,
        at: Int64 = 1_700_000_000_000,
        caseID: Int64 = 42,
        by: String = "1003",
        for whom: String = "1001",
        kind: String = "log",
        digest: [UInt8] = [UInt8](repeating: 7, count: 32)
    ) -> [UInt8] {
        ChainHash.link(previous: previous, seq: seq, at: at, caseID: caseID, by: by, for: whom, kind: kind, digest: digest)
    }

    @Test("the digest is BLAKE2b-256 keyed with the salt")
    func digest() {
        let salt = Array(UInt8(0)..<16)
        #expect(
            hex(ChainHash.digest(content: Array("投诉".utf8), salt: salt))
                == "ac4591840879b01077c293f1bce8a6603ad3c719a939cdbd2ef74d3e9f989e34"
        )
        #expect(hex(ChainHash.digest(content: [], salt: salt)) == "037c7d740ea795902b5aebe210fafffff1f627f74010f8dc79c0d5b8a9fb5847")
    }

    @Test("salts of lengths that only a changed file has give digests too, each another")
    func oddSalts() {
        let content = Array("x".utf8)
        let lengths = [0, 1, 15, 16, 17, 64, 65, 1000]
        let digests = Set(lengths.map { ChainHash.digest(content: content, salt: [UInt8](repeating: 0, count: $0)) })
        #expect(digests.count == lengths.count)
    }

    @Test("the link is BLAKE2b-256 over the fields in their fixed layout")
    func layout() {
        #expect(hex(link()) == "8446f1139cbc7bee7091ab86d9857da6beff2a263616cab802d43e46a6760cde")
    }

    @Test("any other field gives another link, and moving a letter over a border too")
    func everyField() {
        let links = [
            link(), link(previous: [UInt8](repeating: 1, count: 32)), link(seq: 2), link(at: 0), link(caseID: -1), link(by: "100"),
            link(by: "10031", for: "001"), link(for: ""), link(kind: "answer"), link(digest: []),
            link(by: String(repeating: "长", count: 5_000)),
        ]
        #expect(Set(links).count == links.count)
    }
}

@Suite("Keys and signatures")
struct KeyTests {
    private let owner: StaffNumber

    init() throws { owner = try PracticeFolder.number("1003") }

    @Test("a locked key proves whose it is: no row of another passes for it, and none that was changed")
    func proof() throws {
        let (sealed, key) = try SealedKey.make(passcode: "p", of: owner, cost: .practice)
        let (other, otherKey) = try SealedKey.make(passcode: "p", of: owner, cost: .practice)
        #expect(sealed.isProven(of: owner, by: key.publicKey))
        #expect(!sealed.isProven(of: owner, by: otherKey.publicKey))
        #expect(!sealed.isProven(of: try PracticeFolder.number("1001"), by: key.publicKey))
        var mixed = sealed
        mixed.box = other.box
        #expect(!mixed.isProven(of: owner, by: key.publicKey))
        mixed = sealed
        mixed.memLimit += 1
        #expect(!mixed.isProven(of: owner, by: key.publicKey))
        mixed = sealed
        (mixed.salt, mixed.nonce) = (sealed.salt + sealed.nonce.prefix(1), Array(sealed.nonce.dropFirst()))
        #expect(!mixed.isProven(of: owner, by: key.publicKey))
    }

    @Test("the recovery key is read as people write it, and is another each time")
    func recoveryKeys() throws {
        let key = try RecoveryKey()
        #expect(key.printed.wholeMatch(of: /[0-9A-Z]{4}(-[0-9A-Z]{4}){5}/) != nil)
        for typed in [key.printed, key.printed.lowercased(), key.printed.filter { $0 != "-" }, " \(key.printed) "] {
            #expect(try RecoveryKey(typed: typed)?.key.publicKey == key.key.publicKey)
        }
        for typed in ["", "p", String(key.printed.dropLast()), key.printed + "A", "recovery key!"] {
            #expect(try RecoveryKey(typed: typed) == nil)
        }
        #expect(try RecoveryKey().printed != key.printed)
    }

    @Test("a signature holds for its message and key alone")
    func signing() throws {
        let key = try SigningKey()
        let other = try SigningKey()
        let message = Array("case 0379-2611-017".utf8)
        let signature = key.sign(message)
        #expect(key.publicKey != other.publicKey)
        #expect(Signatures.isValid(signature, of: message, by: key.publicKey))
        #expect(!Signatures.isValid(signature, of: message + [0], by: key.publicKey))
        #expect(!Signatures.isValid(signature, of: message, by: other.publicKey))
        var changed = signature
        changed[63] ^= 1
        #expect(!Signatures.isValid(changed, of: message, by: key.publicKey))
        #expect(!Signatures.isValid([], of: message, by: key.publicKey))
        #expect(!Signatures.isValid(signature, of: message, by: [1, 2, 3]))
        #expect(Signatures.isValid(key.sign([]), of: [], by: key.publicKey))
    }

    @Test("only the passcode opens a sealed key, and it is the same key")
    func sealing() throws {
        let (sealed, key) = try SealedKey.make(passcode: "密码 1234", of: owner, cost: .practice)
        let opened = try sealed.open(passcode: "密码 1234")
        #expect(opened.publicKey == key.publicKey)
        #expect(Signatures.isValid(opened.sign([1, 2]), of: [1, 2], by: key.publicKey))
        for wrong in ["密码 1235", "", "密码 1234\u{0}", "密码 1234 "] {
            let error = #expect(throws: LedgerError.self) { try sealed.open(passcode: wrong) }
            #expect(error?.kind == .wrongPasscode)
        }
    }

    @Test("a new passcode replaces the old one; equal passcodes look different")
    func resealing() throws {
        let (sealed, key) = try SealedKey.make(passcode: "old", of: owner, cost: .practice)
        let renewed = try sealed.open(passcode: "old").sealed(passcode: "new", of: owner, cost: .practice)
        #expect(try renewed.open(passcode: "new").publicKey == key.publicKey)
        #expect(throws: LedgerError.self) { try renewed.open(passcode: "old") }
        let twin = try key.sealed(passcode: "new", of: owner, cost: .practice)
        #expect(twin.box != renewed.box)
        #expect(twin.salt != renewed.salt)
    }

    @Test("a box changed in the file is refused without a trap and without eating memory")
    func changedBox() throws {
        let (sealed, _) = try SealedKey.make(passcode: "p", of: owner, cost: .practice)
        func kind(_ change: (inout SealedKey) -> Void) -> LedgerError.Kind? {
            var changed = sealed
            change(&changed)
            return #expect(throws: LedgerError.self) { try changed.open(passcode: "p") }?.kind
        }
        #expect(kind { $0.box[0] ^= 1 } == .wrongPasscode)
        #expect(kind { $0.salt[0] ^= 1 } == .wrongPasscode)
        #expect(kind { $0.nonce[0] ^= 1 } == .wrongPasscode)
        #expect(kind { $0.opsLimit = 2 } == .wrongPasscode)
        #expect(kind { $0.box = [] } == .damaged)
        #expect(kind { $0.nonce = [1] } == .damaged)
        #expect(kind { $0.salt = [] } == .damaged)
        #expect(kind { $0.memLimit = 1 << 50 } == .damaged)
        #expect(kind { $0.memLimit = -1 } == .damaged)
        #expect(kind { $0.opsLimit = 0 } == .damaged)
    }

    @Test("the cost of real desks is libsodium's own for signing in")
    func normalCost() throws {
        let (sealed, key) = try SealedKey.make(passcode: "p", of: owner, cost: .normal)
        #expect(sealed.opsLimit == 2)
        #expect(sealed.memLimit == 67_108_864)
        #expect(sealed.box.count == 48)
        #expect(try sealed.open(passcode: "p").publicKey == key.publicKey)
    }
}

@Suite("The day's seal")
struct SealTests {
    private let link = [UInt8](repeating: 0xAB, count: 32)

    @Test("it is printed in groups of four and read back, however it was copied")
    func printing() {
        let seal = Seal(seq: 1234, link: link)
        #expect(seal.text == "S-1234-E0CT-NT34-ZEYJ-BPAR-3V61-9NA7-8CYR")
        #expect(Seal(seal.text) == seal)
        #expect(Seal(seal.text.lowercased()) == seal)
        #expect(Seal(seal.text.filter { $0 != "-" }) == seal)
        #expect(Seal(" " + seal.text.replacing("-", with: " ") + " ") == seal)
        #expect(Seal(seal.text.replacing("0", with: "o").replacing("1", with: "l")) == seal)
        #expect(Seal(Seal(seq: 0, link: link).text)?.seq == 0)
    }

    @Test("it matches its own number and link only")
    func matching() {
        let seal = Seal(seq: 1234, link: link)
        #expect(seal.matches(link: link))
        #expect(!seal.matches(link: [UInt8](repeating: 0xAC, count: 32)))
        #expect(seal != Seal(seq: 1235, link: link))
    }

    @Test("a single wrong character, or another number, is noticed as a slip")
    func slips() {
        let text = Array(Seal(seq: 1234, link: link).text)
        for index in text.indices.dropFirst(2) where text[index] != "-" {
            for wrong in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where wrong != text[index] {
                var copy = text
                copy[index] = wrong
                #expect(Seal(String(copy)) == nil)
            }
        }
        let none = ["", "S", "S-1", "1234", "S-ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345", "S-1234-ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-234!", "封-1"]
        for wrong in none { #expect(Seal(wrong) == nil) }
    }
}
