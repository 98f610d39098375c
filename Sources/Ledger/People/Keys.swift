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

/// A member of staff's own Ed25519 key, open: it is there between the passcode and the end of the act, and wiped then.
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

    /// The key locked under a passcode, with a new salt: as on the first day, after a change of passcode, or under a recovery key.
    func sealed(passcode: String, cost: PasscodeCost) throws(LedgerError) -> SealedKey {
        let salt = Sodium.random(count: Sodium.passcodeSaltCount)
        let nonce = Sodium.random(count: Sodium.nonceCount)
        let key = try Sodium.stretch(passcode: passcode, salt: salt, operations: cost.operations, memory: cost.memory)
        return SealedKey(
            salt: salt,
            opsLimit: cost.operations,
            memLimit: Int64(cost.memory),
            nonce: nonce,
            box: Sodium.box(seed, nonce: nonce, key: key)
        )
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

    /// Makes a new signing key and locks it.
    static func make(passcode: String, cost: PasscodeCost) throws(LedgerError) -> (sealed: SealedKey, key: SigningKey) {
        let key = try SigningKey()
        return (try key.sealed(passcode: passcode, cost: cost), key)
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
