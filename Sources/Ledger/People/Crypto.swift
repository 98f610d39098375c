import CSodium

/// The door to libsodium: nothing else in the program calls it.
///
/// Lengths that libsodium demands are checked here, since some of them come from a file that somebody may have changed.
enum Sodium {
    /// Bytes of a digest or link.
    static let digestCount = 32
    /// Bytes of an Ed25519 public key.
    static let publicKeyCount = 32
    /// Bytes of an Ed25519 seed, from which both keys follow.
    static let seedCount = 32
    /// Bytes of an Ed25519 signature.
    static let signatureCount = 64
    /// Bytes of the salt of a passcode.
    static let passcodeSaltCount = 16
    /// Bytes of the nonce of a sealed box.
    static let nonceCount = 24
    /// Bytes by which a sealed box is longer than what is in it.
    static let boxOverhead = 16

    /// Set up once; libsodium then picks the fastest code for the processor.
    static let isReady = sodium_init() >= 0

    /// Sets the library up; calling it again does nothing.
    ///
    /// - Throws: `.io` where the system gives no random numbers.
    static func start() throws(LedgerError) {
        guard isReady else { throw LedgerError(.io, message: "the encryption library could not start") }
    }

    /// Keeps the memory of this process out of core dumps and from debuggers: keys and passcodes lie in it. The kernel refuses neither to a
    /// process about itself.
    static func forbidDumps() -> Bool { firstdesk_forbid_dumps() == 0 }

    /// Unpredictable bytes.
    static func random(count: Int) -> [UInt8] {
        _ = isReady
        return filled(count) { randombytes_buf($0, count) }
    }

    /// BLAKE2b-256 of bytes, keyed where `key` is not empty; a key longer than the 64 bytes that BLAKE2b takes is hashed first.
    static func hash(_ bytes: UnsafeRawBufferPointer, key: [UInt8] = []) -> [UInt8] {
        _ = isReady
        let key = key.count <= 64 ? key : key.withUnsafeBytes { hash($0) }
        return filled(digestCount) { digest in
            // A null pointer is allowed for no bytes and no key. The result is 0 for every length that gets here.
            crypto_generichash(
                digest,
                digestCount,
                bytes.assumingMemoryBound(to: UInt8.self).baseAddress,
                UInt64(bytes.count),
                key.isEmpty ? nil : key,
                key.count
            )
        }
    }

    /// BLAKE2b-256 of bytes that come piece by piece.
    final class Hasher {
        // The library's state is opaque and wants 64-byte alignment (<sodium/crypto_generichash_blake2b.h>), which Swift's own values have not.
        private let room = UnsafeMutableRawPointer.allocate(byteCount: crypto_generichash_statebytes(), alignment: 64)
        private var state: OpaquePointer { OpaquePointer(room) }

        /// Begins.
        init() {
            _ = isReady
            // The result is 0 for a digest of this length without a key.
            crypto_generichash_init(state, nil, 0, digestCount)
        }

        deinit { room.deallocate() }

        /// Takes the next piece.
        func take(_ bytes: ArraySlice<UInt8>) {
            bytes.withUnsafeBufferPointer { piece in
                _ = crypto_generichash_update(state, piece.baseAddress, UInt64(piece.count))
            }
        }

        /// The digest of all that was taken.
        func finish() -> [UInt8] {
            filled(digestCount) { crypto_generichash_final(state, $0, digestCount) }
        }
    }

    /// The Ed25519 keys that follow from a seed.
    static func keys(seed: SecretBytes) throws(LedgerError) -> (publicKey: [UInt8], secret: SecretBytes) {
        try start()
        guard seed.count == seedCount else { throw LedgerError(.damaged, message: "a signing key of \(seed.count) bytes") }
        let secret = try SecretBytes(count: Int(crypto_sign_secretkeybytes()))
        var publicKey = [UInt8](repeating: 0, count: publicKeyCount)
        crypto_sign_seed_keypair(&publicKey, secret.start, seed.start)
        return (publicKey, secret)
    }

    /// The Ed25519 signature of a message.
    static func signature(of message: [UInt8], secret: SecretBytes) -> [UInt8] {
        filled(signatureCount) { crypto_sign_detached($0, nil, message, UInt64(message.count), secret.start) }
    }

    /// Whether a signature is the key holder's over exactly this message.
    static func isValid(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard isReady, signature.count == signatureCount, publicKey.count == publicKeyCount else { return false }
        return crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
    }

    /// A key from a passcode by Argon2id; takes the memory and time asked for and gives the memory back.
    ///
    /// - Parameters:
    ///   - operations: passes over the memory.
    ///   - memory: bytes.
    /// - Throws: `.damaged` for limits outside libsodium's own least and "sensitive" ones; `.outOfMemory`.
    static func stretch(passcode: String, salt: [UInt8], operations: UInt64, memory: Int) throws(LedgerError) -> SecretBytes {
        try start()
        let operationLimits = UInt64(crypto_pwhash_argon2id_opslimit_min())...UInt64(crypto_pwhash_argon2id_opslimit_sensitive())
        let memoryLimits = Int(crypto_pwhash_argon2id_memlimit_min())...Int(crypto_pwhash_argon2id_memlimit_sensitive())
        guard salt.count == passcodeSaltCount, operationLimits.contains(operations), memoryLimits.contains(memory) else {
            throw LedgerError(.damaged, message: "a sealed key with limits out of range")
        }
        // The copy lies in memory that is wiped; the String itself is the caller's and cannot be.
        let copy = try SecretBytes(utf8: passcode)
        let key = try SecretBytes(count: Int(crypto_secretbox_keybytes()))
        let result = copy.start.withMemoryRebound(to: CChar.self, capacity: max(1, copy.count)) { text in
            crypto_pwhash(
                key.start,
                UInt64(key.count),
                text,
                UInt64(copy.count),
                salt,
                operations,
                memory,
                crypto_pwhash_argon2id_alg_argon2id13()
            )
        }
        guard result == 0 else { throw LedgerError(.outOfMemory, message: "not enough memory to check a passcode") }
        return key
    }

    /// Locks secret bytes in a box (XSalsa20-Poly1305).
    static func box(_ secret: SecretBytes, nonce: [UInt8], key: SecretBytes) -> [UInt8] {
        filled(secret.count + boxOverhead) { crypto_secretbox_easy($0, secret.start, UInt64(secret.count), nonce, key.start) }
    }

    /// Opens a box; nil where the key is not the one or the box was changed.
    static func open(box: [UInt8], nonce: [UInt8], key: SecretBytes) throws(LedgerError) -> SecretBytes? {
        guard box.count > boxOverhead, nonce.count == nonceCount else {
            throw LedgerError(.damaged, message: "a sealed key of a wrong length")
        }
        let secret = try SecretBytes(count: box.count - boxOverhead)
        return crypto_secretbox_open_easy(secret.start, box, UInt64(box.count), nonce, key.start) == 0 ? secret : nil
    }

    /// An array that `fill` writes whole, without zeros written before.
    private static func filled(_ count: Int, fill: (UnsafeMutablePointer<UInt8>) -> Void) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            // Without an address there is nothing to fill: the count is 0.
            guard let start = buffer.baseAddress, count > 0 else { return }
            fill(start)
            initialized = count
        }
    }
}

/// Bytes that nobody else may see: kept out of swap and core dumps where the system allows, and wiped in the end.
///
/// `@unchecked Sendable`: written only while `Sodium` makes it, read only afterwards.
final class SecretBytes: @unchecked Sendable {
    /// The number of bytes.
    let count: Int
    /// The first byte. Valid as long as the object, which every user of it holds.
    let start: UnsafeMutablePointer<UInt8>

    /// Room for bytes, zeros at first.
    init(count: Int) throws(LedgerError) {
        try Sodium.start()
        // sodium_malloc puts guard pages around the bytes; at least one byte, so that there is an address.
        guard let memory = sodium_malloc(max(1, count)) else { throw LedgerError(.outOfMemory, message: "no memory for a key") }
        self.count = count
        start = memory.bindMemory(to: UInt8.self, capacity: max(1, count))
        sodium_memzero(memory, max(1, count))
    }

    /// The UTF-8 bytes of a text.
    convenience init(utf8 text: String) throws(LedgerError) {
        var text = text
        try self.init(count: text.utf8.count)
        let target = start
        text.withUTF8 { bytes in
            if let source = bytes.baseAddress { target.update(from: source, count: bytes.count) }
        }
    }

    /// The bytes of an array, which is wiped.
    convenience init(taking bytes: inout [UInt8]) throws(LedgerError) {
        try self.init(count: bytes.count)
        let (target, count) = (start, bytes.count)
        bytes.withUnsafeMutableBufferPointer { source in
            guard let first = source.baseAddress else { return }
            target.update(from: first, count: count)
            sodium_memzero(first, count)
        }
    }

    /// Random bytes.
    static func random(count: Int) throws(LedgerError) -> SecretBytes {
        let secret = try SecretBytes(count: count)
        randombytes_buf(secret.start, count)
        return secret
    }

    deinit {
        // Wipes the bytes before it gives them back.
        sodium_free(start)
    }
}
