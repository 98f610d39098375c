import ComplaintRules
import Glibc

/// The copies of scans, in a folder beside the desk's file, each under the digest of its contents: the same scan is kept once, and one that
/// was changed is noticed.
struct Attachments {
    /// The largest scan, in bytes.
    static let limit: Int64 = 64 << 20
    /// The name of the folder in that of the desk.
    static let folderName = "attachments"

    private let folder: String

    /// The attachments of the desk in `deskFolder`.
    init(deskFolder: String) {
        folder = (deskFolder.hasSuffix("/") ? deskFolder : deskFolder + "/") + Attachments.folderName
    }

    /// Where the copy with that digest is.
    func path(of digest: String) -> String { "\(folder)/\(digest)" }

    /// Removes all copies and their folder, for a throw-away desk. What cannot be removed stays.
    func removeAll() {
        guard let listing = opendir(folder) else { return }
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != ".." { unlink(path(of: name)) }
        }
        closedir(listing)
        rmdir(folder)
    }

    /// Copies a file in, on the disk when this returns.
    ///
    /// - Parameter path: the file; "~/" stands for the home folder.
    /// - Throws: `Refusal.badValue("file", …)` where the file cannot be taken; `LedgerError` where its copy cannot be written.
    func keep(_ path: String) throws -> (digest: String, byteCount: Int64) {
        let source = try Attachments.openSource(path)
        defer { close(source) }
        try DeskFile.makeFolder(folder)
        let mode = try DeskFile.fileMode(in: folder)
        let temporary = "\(folder)/.new-\(Hex.text(Sodium.random(count: 8)))"
        let copy = open(temporary, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, mode)
        guard copy >= 0 else { throw LedgerError(systemError: errno, trying: "make the copy of the file") }
        var isKept = false
        defer {
            close(copy)
            if !isKept { unlink(temporary) }
        }
        let hasher = Sodium.Hasher()
        var byteCount: Int64 = 0
        try Attachments.forEachPiece(of: source) { piece in
            byteCount += Int64(piece.count)
            // A file may grow while it is read.
            if byteCount > Attachments.limit { throw Attachments.tooLarge }
            hasher.take(piece)
            try Attachments.write(piece, to: copy)
        }
        guard byteCount > 0 else { throw Refusal.badValue("file", .file(.empty)) }
        guard fchmod(copy, mode) == 0, fsync(copy) == 0 else { throw LedgerError(systemError: errno, trying: "save the copy of the file") }
        let digest = Hex.text(hasher.finish())
        guard rename(temporary, self.path(of: digest)) == 0 else {
            throw LedgerError(systemError: errno, trying: "name the copy of the file")
        }
        isKept = true
        try DeskFile.syncFolder(folder)
        return (digest, byteCount)
    }

    /// Whether the copy with that digest is there, with the contents that it had.
    func isWhole(_ digest: String) -> Bool {
        guard Hex.bytes(digest)?.count == Sodium.digestCount else { return false }
        let descriptor = open(path(of: digest), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let hasher = Sodium.Hasher()
        do {
            try Attachments.forEachPiece(of: descriptor) { hasher.take($0) }
        } catch {
            // What cannot be read is not whole.
            return false
        }
        return Hex.text(hasher.finish()) == digest
    }

    private static let tooLarge = Refusal.badValue("file", .file(.tooLarge(megabytes: limit >> 20)))

    private static func openSource(_ path: String) throws(Refusal) -> Int32 {
        var path = path
        if path.hasPrefix("~/"), let home = getenv("HOME") { path = String(cString: home) + path.dropFirst() }
        // Without waiting: a pipe without a writer would be waited for without end.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            let fault: Refusal.FileFault =
                switch errno {
                case ENOENT, ENOTDIR: .notFound
                case EACCES, EPERM: .noPermission
                default: .unreadable
                }
            throw .badValue("file", .file(fault))
        }
        var found = stat()
        let fault: Refusal.FileFault? =
            if fstat(descriptor, &found) != 0 {
                .unreadable
            } else if found.st_mode & S_IFMT != S_IFREG {
                .notAFile
            } else { nil }
        if let fault {
            close(descriptor)
            throw .badValue("file", .file(fault))
        }
        if Int64(found.st_size) > limit {
            close(descriptor)
            throw tooLarge
        }
        return descriptor
    }

    private static func forEachPiece(of descriptor: Int32, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return }
            if count < 0 {
                if errno == EINTR { continue }
                throw Refusal.badValue("file", .file(.unreadable))
            }
            try body(buffer[..<count])
        }
    }

    private static func write(_ piece: ArraySlice<UInt8>, to descriptor: Int32) throws(LedgerError) {
        var rest = piece
        while !rest.isEmpty {
            let count = rest.withUnsafeBufferPointer { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw LedgerError(systemError: errno, trying: "write the copy of the file")
            }
            rest = rest.dropFirst(count)
        }
    }
}

extension Ledger {
    /// The file in which the scan of an attachment is kept, for whoever may read its case.
    ///
    /// - Parameter item: which attachment of the case, from 1.
    /// - Throws: `Refusal.noSuchAttachment`, also for one that is on paper only, and what `open(_:by:)` throws.
    public func attachment(_ item: Int, of number: String, by actor: Actor) throws -> (name: String, path: String) {
        let attached = try open(number, by: actor).events.compactMap { $0.event as? Attachment }
        guard attached.indices.contains(item - 1), !attached[item - 1].digest.isEmpty else { throw Refusal.noSuchAttachment(item) }
        let found = attached[item - 1]
        let store = Attachments(deskFolder: folder)
        guard store.isWhole(found.digest) else {
            throw LedgerError(.damaged, message: "the copy of \"\(found.name)\" is missing or changed")
        }
        return (found.name, store.path(of: found.digest))
    }

    /// The act with its scan copied in, where it has one.
    func keepingScan(_ act: any Act) throws -> any Act {
        guard var attachment = act as? Attachment, !attachment.file.isEmpty else { return act }
        (attachment.digest, attachment.byteCount) = try Attachments(deskFolder: folder).keep(attachment.file)
        return attachment
    }
}
