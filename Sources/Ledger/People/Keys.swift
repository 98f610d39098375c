import ComplaintRules

/// How hard a passcode is to try: time and memory for each attempt.
public enum PasscodeCost: Sendable, Equatable {
    /// For real desks: 64 MiB and two passes, libsodium's limits for signing in.
    case normal
    /// For practice desks and tests, where nothing is to be kept from anybody: 256 KiB and one pass, not noticed at all.
    case practice

    /// Passes over the memory.
    var operations: UInt64 {
        switch self {
        case .normal: 2
        case .practice: 1
        }
    }

    /// Bytes of memory, given back after each attempt.
    var memory: Int {
        switch self {
        case .normal: 64 << 20
        case .practice: 256 << 10
        }
    }
}

/// A member of staff's own Ed25519 key, open: it is there while they are signed in, and wiped then.
final class SigningKey: Sendable {
    /// The half that everybody may see, 32 bytes.
    let publicKey: [UInt8]
    private let seed: SecretBytes
    private let secret: SecretBytes

    /// Makes a new key.
    convenience init() throws(LedgerError) {
        try self.init(seed: SecretBytes.random(count: Sodium.seedCount))
    }

    /// The key that follows from a seed.
    init(seed: SecretBytes) throws(LedgerError) {
        let keys = try Sodium.keys(seed: seed)
        self.seed = seed
        publicKey = keys.publicKey
        secret = keys.secret
    }

    /// The signature of a message, 64 bytes; the same message gives the same.
    func sign(_ message: [UInt8]) -> [UInt8] {
        Sodium.signature(of: message, secret: secret)
    }

    /// The key locked under the passcode of its owner, with a new salt.
    func sealed(passcode: String, of owner: StaffNumber, cost: PasscodeCost) throws(LedgerError) -> SealedKey {
        let salt = Sodium.random(count: Sodium.passcodeSaltCount)
        let nonce = Sodium.random(count: Sodium.nonceCount)
        let key = try Sodium.stretch(passcode: passcode, salt: salt, operations: cost.operations, memory: cost.memory)
        var sealed = SealedKey(
            salt: salt,
            opsLimit: cost.operations,
            memLimit: Int64(cost.memory),
            nonce: nonce,
            box: Sodium.box(seed, nonce: nonce, key: key),
            proof: []
        )
        sealed.proof = sign(sealed.statement(of: owner))
        return sealed
    }
}

/// Checking of signatures.
enum Signatures {
    /// Whether a signature was made over exactly this message with the secret half of the key.
    ///
    /// False, never a trap, for signatures and keys of a wrong length.
    static func isValid(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        Sodium.isValid(signature, of: message, by: publicKey)
    }
}

/// A signing key as it lies in the file: locked under a key that only the passcode gives, by Argon2id.
struct SealedKey: Sendable, Equatable {
    /// 16 random bytes that make equal passcodes different.
    var salt: [UInt8]
    /// Argon2id's passes.
    var opsLimit: UInt64
    /// Argon2id's memory, in bytes.
    var memLimit: Int64
    /// 24 random bytes, new with every box.
    var nonce: [UInt8]
    /// The seed of the key, locked (XSalsa20-Poly1305): 48 bytes.
    var box: [UInt8]
    /// The signature of the locked key itself over whose it is and all of the above: a row that was put in place of another's has none that
    /// the owner's registered key made.
    var proof: [UInt8]

    /// Makes a new signing key and locks it.
    static func make(
        passcode: String,
        of owner: StaffNumber,
        cost: PasscodeCost
    ) throws(LedgerError) -> (sealed: SealedKey, key: SigningKey) {
        let key = try SigningKey()
        return (try key.sealed(passcode: passcode, of: owner, cost: cost), key)
    }

    /// A box that no passcode opens, and that costs as much to try as any: what stands for the key of nobody.
    static func ofNobody(cost: PasscodeCost) -> SealedKey {
        SealedKey(
            salt: Sodium.random(count: Sodium.passcodeSaltCount),
            opsLimit: cost.operations,
            memLimit: Int64(cost.memory),
            nonce: Sodium.random(count: Sodium.nonceCount),
            box: Sodium.random(count: Sodium.seedCount + Sodium.boxOverhead),
            proof: []
        )
    }

    /// The bytes that the proof signs.
    fileprivate func statement(of owner: StaffNumber) -> [UInt8] {
        var statement = Array("FirstDesk passcode 1\n\(owner.text)\n\(opsLimit)\n\(memLimit)\n".utf8)
        for bytes in [salt, nonce, box] {
            withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { statement.append(contentsOf: $0) }
            statement += bytes
        }
        return statement
    }

    /// Whether the row was made by whoever holds the key with that public half, for its owner.
    func isProven(of owner: StaffNumber, by publicKey: [UInt8]) -> Bool {
        Signatures.isValid(proof, of: statement(of: owner), by: publicKey)
    }

    /// Opens the key.
    ///
    /// - Throws: `.wrongPasscode`, also where the box itself was changed, since the two cannot be told apart; `.damaged` for lengths or
    ///   limits that no box of ours has; `.outOfMemory`.
    func open(passcode: String) throws(LedgerError) -> SigningKey {
        guard let memory = Int(exactly: memLimit) else { throw LedgerError(.damaged, message: "a sealed key with limits out of range") }
        let key = try Sodium.stretch(passcode: passcode, salt: salt, operations: opsLimit, memory: memory)
        guard let seed = try Sodium.open(box: box, nonce: nonce, key: key) else {
            throw LedgerError(.wrongPasscode, message: "the passcode does not open the key")
        }
        return try SigningKey(seed: seed)
    }
}

/// The key that helps a branch manager who lost the passcode: printed once, and kept nowhere (1-domain, Never locked out for good). The signing key
/// follows from what is printed, so that no row of the file stands for it.
struct RecoveryKey {
    /// Random bytes of what is printed: far more than anybody can try.
    private static let byteCount = 15

    /// As it is printed.
    let printed: String
    /// The key that it is.
    let key: SigningKey

    /// Makes a new one.
    init() throws(LedgerError) {
        try self.init(characters: Array(PrintedCode.text(Sodium.random(count: RecoveryKey.byteCount)).utf8))
    }

    /// The key that somebody typed from the paper: small letters, missing or other hyphens and spaces, O for 0 and I for 1 are taken. Nil where it
    /// can be none.
    init?(typed: String) throws(LedgerError) {
        guard let characters = PrintedCode.normalized(typed), characters.count * 5 == RecoveryKey.byteCount * 8 else { return nil }
        try self.init(characters: characters)
    }

    private init(characters: [UInt8]) throws(LedgerError) {
        let text = String(decoding: characters, as: UTF8.self)
        printed = PrintedCode.grouped(text)
        // 120 random bits need no stretching. The hash lies in memory that is wiped as soon as it is the seed.
        var hash = Array("FirstDesk recovery key 1\n\(text)".utf8).withUnsafeBytes { Sodium.hash($0) }
        let seed = try SecretBytes(taking: &hash)
        key = try SigningKey(seed: seed)
    }
}

/// A public key as people compare it: `8F3K-…`, 80 bits of a hash in the characters of seals.
public enum KeyFingerprint {
    /// The fingerprint of a public key in hexadecimal; empty for none.
    public static func text(_ publicKey: String) -> String {
        guard let bytes = Hex.bytes(publicKey) else { return "" }
        let hash = (Array("FirstDesk key 1\n".utf8) + bytes).withUnsafeBytes { Sodium.hash($0) }
        return PrintedCode.grouped(PrintedCode.text(Array(hash.prefix(10))))
    }
}
