import ComplaintRules
import Glibc

/// The copies of scans, in a folder beside the desk's file, each under the digest of its contents: the same scan is kept once, and one that
/// was changed is noticed.
struct Attachments {
    /// The largest scan, in bytes.
    static let limit: Int64 = 64 << 20
    /// The name of the folder in that of the desk.
    static let folderName = "attachments"

    private let deskFolder: String
    private let folder: String

    /// The attachments of the desk in `deskFolder`.
    init(deskFolder: String) {
        self.deskFolder = deskFolder
        folder = (deskFolder.hasSuffix("/") ? deskFolder : deskFolder + "/") + Attachments.folderName
    }

    /// Where the copy with that digest is.
    func path(of digest: String) -> String { "\(folder)/\(digest)" }

    /// The digests of all copies that are there.
    var digests: [String] { DeskFile.names(in: folder).filter { Hex.bytes($0)?.count == Sodium.digestCount }.sorted() }

    /// Gives the copies of another desk to this one, those that it lacks: by another name for the same file where that goes, else copied.
    ///
    /// - Throws: what making a folder and copying fail with.
    func takeOver(from other: Attachments) throws(LedgerError) {
        let digests = other.digests
        if digests.isEmpty { return }
        try DeskFile.makeFolder(folder, inDesk: deskFolder)
        for digest in digests where access(path(of: digest), F_OK) != 0 {
            if link(other.path(of: digest), path(of: digest)) != 0 { try DeskFile.copy(other.path(of: digest), to: path(of: digest)) }
        }
    }

    /// Writes a copy that a backup holds.
    ///
    /// - Throws: what writing fails with.
    func put(_ digest: String, _ contents: [UInt8]) throws(LedgerError) {
        guard Hex.bytes(digest)?.count == Sodium.digestCount else { throw LedgerError(.damaged, message: "an attachment without a digest") }
        try DeskFile.makeFolder(folder, inDesk: deskFolder)
        if access(path(of: digest), F_OK) == 0 { return }
        try DeskFile.create(path(of: digest), mode: try DeskFile.fileMode(in: folder), contents: contents)
    }

    /// The contents of a copy.
    ///
    /// - Throws: `.damaged` where it is missing or changed.
    func contents(of digest: String) throws(LedgerError) -> [UInt8] {
        guard isWhole(digest) else { throw LedgerError(.damaged, message: "the copy of an attachment is missing or changed") }
        let descriptor = DeskFile.openOrdinary(path(of: digest), O_RDONLY)
        guard descriptor >= 0 else { throw LedgerError(systemError: errno, trying: "open the copy of an attachment") }
        defer { close(descriptor) }
        var found = stat()
        guard fstat(descriptor, &found) == 0 else { throw LedgerError(systemError: errno, trying: "look at the copy of an attachment") }
        return try DeskFile.read(Int(found.st_size), from: descriptor)
    }

    /// Removes all copies and their folder, for a throw-away desk. What cannot be removed stays.
    func removeAll() { DeskFile.removeFolder(folder) }

    /// Copies a file in, on the disk when this returns.
    ///
    /// - Parameter path: the file; "~/" stands for the home folder.
    /// - Throws: `Refusal.badValue("file", …)` where the file cannot be taken; `LedgerError` where its copy cannot be written.
    func keep(_ path: String) throws -> (digest: String, byteCount: Int64) {
        let source = try Attachments.openSource(path)
        defer { close(source) }
        try DeskFile.makeFolder(folder, inDesk: deskFolder)
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
            try DeskFile.write(piece, to: copy, trying: "write the copy of the file")
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
        let descriptor = DeskFile.openOrdinary(path(of: digest), O_RDONLY)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var found = stat()
        guard fstat(descriptor, &found) == 0, found.st_size <= Attachments.limit else { return false }
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
