import CSodium
import Glibc

/// A key pair for backups that leave the machine: whoever has the public half makes them, only the secret half opens them.
public struct BackupKey: Sendable {
    /// What `--encrypt-to` takes: letters and digits in groups, the last one a check.
    public let publicText: String
    private let publicKey: [UInt8]
    private let secret: SecretBytes?

    private static let title = "FirstDesk backup key 1"

    /// Reads a public half as it was printed; nil where a character of it must be wrong.
    public init?(publicText typed: String) {
        guard let characters = PrintedCode.normalized(typed), let last = characters.last,
            PrintedCode.check(Array(characters.dropLast())) == last,
            let bytes = PrintedCode.bytes(Array(characters.dropLast())), bytes.count == Int(crypto_box_publickeybytes())
        else { return nil }
        (publicKey, secret, publicText) = (bytes, nil, BackupKey.text(of: bytes))
    }

    /// Makes a new pair, and gives what its file holds: the secret half, to be kept where the backups are not.
    ///
    /// - Throws: `LedgerError`.
    public static func make() throws(LedgerError) -> (key: BackupKey, fileText: String) {
        try Sodium.start()
        let secret = try SecretBytes(count: Int(crypto_box_secretkeybytes()))
        var publicKey = [UInt8](repeating: 0, count: Int(crypto_box_publickeybytes()))
        crypto_box_keypair(&publicKey, secret.start)
        let key = BackupKey(publicKey: publicKey, secret: secret)
        let bytes = Array(UnsafeBufferPointer(start: secret.start, count: secret.count))
        return (key, "\(title)\npublic \(key.publicText)\nsecret \(text(of: bytes))\n")
    }

    /// Reads the file of a pair; nil where it is none.
    ///
    /// - Throws: `LedgerError`.
    public init?(fileText: String) throws(LedgerError) {
        let lines = fileText.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
        guard fileText.hasPrefix(BackupKey.title + "\n"), let typed = lines.first(where: { $0.first == "secret" && $0.count == 2 })?[1],
            let characters = PrintedCode.normalized(String(typed)), let last = characters.last,
            PrintedCode.check(Array(characters.dropLast())) == last, let bytes = PrintedCode.bytes(Array(characters.dropLast())),
            bytes.count == Int(crypto_box_secretkeybytes())
        else { return nil }
        try Sodium.start()
        let secret = try SecretBytes(count: bytes.count)
        secret.start.update(from: bytes, count: bytes.count)
        var publicKey = [UInt8](repeating: 0, count: Int(crypto_box_publickeybytes()))
        crypto_scalarmult_base(&publicKey, secret.start)
        self.init(publicKey: publicKey, secret: secret)
    }

    private init(publicKey: [UInt8], secret: SecretBytes?) {
        (self.publicKey, self.secret, publicText) = (publicKey, secret, BackupKey.text(of: publicKey))
    }

    private static func text(of bytes: [UInt8]) -> String {
        let code = PrintedCode.text(bytes)
        return PrintedCode.grouped(code + String(decoding: [PrintedCode.check(Array(code.utf8))], as: UTF8.self))
    }

    // MARK: Files

    private static let fileTitle = Array("FirstDesk encrypted backup 1\n".utf8)
    private static let pieceCount = 1 << 16

    /// Whether the file at `path` is an encrypted backup.
    static func isEncrypted(_ path: String) -> Bool { DeskFile.beginning(of: path, count: fileTitle.count) == fileTitle }

    /// Writes what is in `source` to `target`, so that only the secret half opens it: secretstream (XChaCha20-Poly1305) under a key of its
    /// own, which stands before it in a sealed box.
    ///
    /// - Throws: what reading and writing fail with.
    func encrypt(_ source: Int32, to target: Int32) throws(LedgerError) {
        let key = try SecretBytes(count: Int(crypto_secretstream_xchacha20poly1305_keybytes()))
        crypto_secretstream_xchacha20poly1305_keygen(key.start)
        var box = [UInt8](repeating: 0, count: key.count + Int(crypto_box_sealbytes()))
        guard crypto_box_seal(&box, key.start, UInt64(key.count), publicKey) == 0 else {
            throw LedgerError(.misuse, message: "a backup key that seals nothing")
        }
        var state = crypto_secretstream_xchacha20poly1305_state()
        var header = [UInt8](repeating: 0, count: Int(crypto_secretstream_xchacha20poly1305_headerbytes()))
        crypto_secretstream_xchacha20poly1305_init_push(&state, &header, key.start)
        try DeskFile.write((BackupKey.fileTitle + box + header)[...], to: target, trying: "write the backup")
        var sealed = [UInt8](repeating: 0, count: BackupKey.pieceCount + Int(crypto_secretstream_xchacha20poly1305_abytes()))
        var piece = try DeskFile.read(BackupKey.pieceCount, from: source)
        while true {
            // The last piece is marked, so that a file cut short is told from a whole one.
            let next = try DeskFile.read(BackupKey.pieceCount, from: source)
            let tag = next.isEmpty ? crypto_secretstream_xchacha20poly1305_tag_final() : 0
            var count: UInt64 = 0
            crypto_secretstream_xchacha20poly1305_push(&state, &sealed, &count, piece, UInt64(piece.count), nil, 0, UInt8(tag))
            try DeskFile.write(sealed[..<Int(count)], to: target, trying: "write the backup")
            if next.isEmpty { return }
            piece = next
        }
    }

    /// Writes what an encrypted backup holds to `target`.
    ///
    /// - Throws: `.wrongPasscode` where this is not its key, `.damaged` where it was changed or cut short; what reading and writing fail with.
    func decrypt(_ source: Int32, to target: Int32) throws(LedgerError) {
        guard let secret else { throw LedgerError(.misuse, message: "a backup key without its secret half") }
        let cut = LedgerError(.damaged, message: "the encrypted backup was changed or cut short")
        guard try DeskFile.read(BackupKey.fileTitle.count, from: source) == BackupKey.fileTitle else { throw cut }
        let key = try SecretBytes(count: Int(crypto_secretstream_xchacha20poly1305_keybytes()))
        let box = try DeskFile.read(key.count + Int(crypto_box_sealbytes()), from: source)
        let header = try DeskFile.read(Int(crypto_secretstream_xchacha20poly1305_headerbytes()), from: source)
        guard box.count == key.count + Int(crypto_box_sealbytes()), header.count == Int(crypto_secretstream_xchacha20poly1305_headerbytes())
        else { throw cut }
        guard crypto_box_seal_open(key.start, box, UInt64(box.count), publicKey, secret.start) == 0 else {
            throw LedgerError(.wrongPasscode, message: "the backup was encrypted to another key")
        }
        var state = crypto_secretstream_xchacha20poly1305_state()
        guard crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key.start) == 0 else { throw cut }
        var plain = [UInt8](repeating: 0, count: BackupKey.pieceCount)
        var tag: UInt8 = 0
        repeat {
            let sealed = try DeskFile.read(BackupKey.pieceCount + Int(crypto_secretstream_xchacha20poly1305_abytes()), from: source)
            var count: UInt64 = 0
            guard
                crypto_secretstream_xchacha20poly1305_pull(&state, &plain, &count, &tag, sealed, UInt64(sealed.count), nil, 0) == 0
            else { throw cut }
            try DeskFile.write(plain[..<Int(count)], to: target, trying: "write the restored file")
        } while tag != UInt8(crypto_secretstream_xchacha20poly1305_tag_final())
        guard try DeskFile.read(1, from: source).isEmpty else { throw cut }
    }
}
