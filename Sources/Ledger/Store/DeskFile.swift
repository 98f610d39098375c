import CSQLite
import Glibc

/// Where the desk's file lies: its folder, its permissions, and what must not be there instead.
enum DeskFile {
    /// Makes folder and file where they are missing, private to their owner (5-measures: 0600 and 0700; 0660 in a group's 2770 folder).
    ///
    /// - Throws: `.notAFolder`, `.notAFile`, `.noPermission`, `.readOnly`, `.full`, `.networkFileSystem`, `.io`.
    static func make(_ path: String) throws(LedgerError) {
        let folder = folder(of: path)
        try makeFolder(folder)
        try refuseNetwork(folder)
        guard try status(path, followingLinks: false) == nil else { return try checkFile(path) }
        let mode = try fileMode(in: folder)
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else {
            // Another process made it in this moment: as good as ours.
            if errno == EEXIST { return try checkFile(path) }
            throw LedgerError(systemError: errno, trying: "make the file")
        }
        defer { Glibc.close(descriptor) }
        // The umask may have taken more than it should; SQLite gives its log and index the mode of this file.
        guard fchmod(descriptor, mode) == 0 else { throw LedgerError(systemError: errno, trying: "set the file's permissions") }
        try syncFolder(folder)
    }

    /// Makes sure that an ordinary file is there, in a folder, on a disk of this machine.
    ///
    /// - Throws: as `make(_:)`, and `.notFound`.
    static func check(_ path: String) throws(LedgerError) {
        let folder = folder(of: path)
        guard let found = try status(folder, followingLinks: true) else {
            throw LedgerError(.notFound, message: "the folder is not there")
        }
        guard found.st_mode & S_IFMT == S_IFDIR else { throw LedgerError(.notAFolder, message: "not a folder") }
        try refuseNetwork(folder)
        try checkFile(path)
    }

    /// Makes a folder with all that is missing above it, each 0700; an existing one stays as it is.
    static func makeFolder(_ path: String) throws(LedgerError) {
        if let found = try status(path, followingLinks: true) {
            guard found.st_mode & S_IFMT == S_IFDIR else { throw LedgerError(.notAFolder, message: "not a folder") }
            return
        }
        // A folder here, and no link, was made by another process since the look above: `mkdir` finds it too.
        if let found = try status(path, followingLinks: false), found.st_mode & S_IFMT == S_IFLNK {
            throw LedgerError(.notAFolder, message: "a link that leads nowhere")
        }
        let parent = folder(of: path)
        if parent != path { try makeFolder(parent) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw LedgerError(systemError: errno, trying: "make the folder") }
    }

    /// Makes a folder inside that of a desk: the group's too, where that is.
    static func makeFolder(_ path: String, inDesk folder: String) throws(LedgerError) {
        guard try status(path, followingLinks: false) == nil else { return try makeFolder(path) }
        try makeFolder(path)
        guard try fileMode(in: folder) == 0o660 else { return }
        guard chmod(path, 0o2770) == 0 else { throw LedgerError(systemError: errno, trying: "give the folder to the group") }
    }

    /// What everybody or a whole group may do with a desk's folder or file and should not; nil where they are as private as they are to be:
    /// 0700 and 0600, or 2770 and 0660 for a desk that a group shares.
    static func tooWide(_ path: String) throws(LedgerError) -> (path: String, mode: mode_t)? {
        let folder = folder(of: path)
        for (place, mask) in [(folder, mode_t(0o007)), (path, mode_t(0o117)), ("\(path)-wal", mode_t(0o117))] {
            guard let mode = try status(place, followingLinks: true).map({ $0.st_mode & 0o7777 }) else { continue }
            let isHalfShared = place == folder && mode & 0o070 != 0 && mode & 0o2070 != 0o2070
            if mode & mask != 0 || isHalfShared { return (place, mode) }
        }
        return nil
    }

    /// Gives the log and its index the permissions of the file: SQLite made them write-protected where it once read a write-protected
    /// file, and they would keep one that may be written again from being so. Where that fails, SQLite says what is wrong.
    static func unprotectLog(of path: String) {
        var file = stat()
        guard stat(path, &file) == 0, access(path, W_OK) == 0 else { return }
        for kept in ["\(path)-wal", "\(path)-shm"] where access(kept, F_OK) == 0 && access(kept, W_OK) != 0 {
            chmod(kept, file.st_mode & 0o777)
        }
    }

    /// The permissions of files in a folder: for the owner alone, or for the group too where the folder is the group's.
    static func fileMode(in folder: String) throws(LedgerError) -> mode_t {
        guard let found = try status(folder, followingLinks: true) else {
            throw LedgerError(.notFound, message: "the folder is not there")
        }
        return found.st_mode & 0o070 == 0o070 ? 0o660 : 0o600
    }

    /// The folder part of a path; "." for a bare name.
    static func folder(of path: String) -> String {
        var bytes = path.utf8[...]
        while bytes.count > 1, bytes.last == 0x2F { bytes.removeLast() }
        guard let slash = bytes.lastIndex(of: 0x2F) else { return "." }
        var head = bytes[..<slash]
        while head.last == 0x2F { head.removeLast() }
        return head.isEmpty ? "/" : String(decoding: head, as: UTF8.self)
    }

    /// Whether a file system, by its number in `<linux/magic.h>`, is a network's: NFS, SMB, CIFS, AFS, Ceph, NCP, Coda, Lustre.
    ///
    /// The processes of two machines cannot share the index of a write-ahead log ("Write-Ahead Logging" in the SQLite manual).
    static func isNetwork(kind: Int64) -> Bool {
        [
            0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x6B41_4653, 0x00C3_6400, 0x564C, 0x7375_7245, 0x0BD0_0BD0,
        ].contains(kind)
    }

    /// Opens an ordinary file, and nothing that stands in its place: no link, no folder, and no pipe, which would be waited for without end.
    ///
    /// - Returns: the descriptor; negative, with the reason in `errno`, where it cannot be opened.
    static func openOrdinary(_ path: String, _ flags: Int32, mode: mode_t = 0) -> Int32 {
        let descriptor = open(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, mode)
        guard descriptor >= 0 else { return descriptor }
        var found = stat()
        if fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG { return descriptor }
        Glibc.close(descriptor)
        errno = found.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
        return -1
    }

    /// The first bytes of a file; fewer or none where it cannot be read.
    static func beginning(of path: String, count: Int) -> [UInt8] {
        let descriptor = openOrdinary(path, O_RDONLY)
        guard descriptor >= 0 else { return [] }
        defer { Glibc.close(descriptor) }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, Glibc.read(descriptor, buffer.baseAddress, count))
        }
    }

    /// The names in a folder, in no order; none where it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let listing = opendir(folder) else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a folder of files. What cannot be removed stays.
    static func removeFolder(_ folder: String) {
        for name in names(in: folder) { unlink("\(folder)/\(name)") }
        rmdir(folder)
    }

    /// Makes a new file with these contents, on the disk when this returns.
    ///
    /// - Throws: `.exists` and what else making and writing fail with, and then there is none.
    static func create(_ path: String, mode: mode_t, contents: [UInt8]) throws(LedgerError) {
        let made = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, mode)
        guard made >= 0 else { throw LedgerError(systemError: errno, trying: "make the file") }
        defer { Glibc.close(made) }
        do throws(LedgerError) {
            try write(contents[...], to: made, trying: "write the file")
            guard fchmod(made, mode) == 0, fsync(made) == 0 else { throw LedgerError(systemError: errno, trying: "save the file") }
            try syncFolder(folder(of: path))
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Whether the file at `path` has no log, and none can be made beside it.
    static func isStill(_ path: String) -> Bool {
        var log = stat()
        if stat("\(path)-wal", &log) == 0, log.st_size > 0 { return false }
        return access(folder(of: path), W_OK) != 0
    }

    /// A path as a file's address ("Uniform Resource Identifiers" in the SQLite manual).
    static func address(of path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var address = Array("file:".utf8)
        for byte in path.utf8 {
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "/-_.".utf8.contains(byte)
            address += isPlain ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: address, as: UTF8.self)
    }

    /// Whether another process has the file at `path` open as a desk.
    ///
    /// Not for a file that this process has open: closing the index of the log would drop its locks ("How To Corrupt An SQLite Database File").
    static func isInUse(_ path: String) -> Bool {
        let descriptor = openOrdinary("\(path)-shm", O_RDONLY)
        guard descriptor >= 0 else { return false }
        defer { Glibc.close(descriptor) }
        // Each who has it open holds this byte ("WAL-mode File Format", the locks of the index).
        var lock = flock(l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 128, l_len: 1, l_pid: 0)
        return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
    }

    /// Copies a file to a new one, on the disk when this returns.
    ///
    /// Not for a desk's file that is open in this process: closing it would drop the locks on it.
    ///
    /// - Throws: `.exists` where something has the name already; what reading and writing fail with, and then the new one is gone again.
    static func copy(_ path: String, to target: String) throws(LedgerError) {
        let source = openOrdinary(path, O_RDONLY)
        guard source >= 0 else { throw LedgerError(systemError: errno, trying: "open the file to be copied") }
        defer { Glibc.close(source) }
        let mode = try fileMode(in: folder(of: target))
        let copy = open(target, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, mode)
        guard copy >= 0 else { throw LedgerError(systemError: errno, trying: "make the copy") }
        defer { Glibc.close(copy) }
        do throws(LedgerError) {
            while true {
                let piece = try read(1 << 20, from: source)
                if piece.isEmpty { break }
                try write(piece[...], to: copy, trying: "write the copy")
            }
            guard fchmod(copy, mode) == 0, fsync(copy) == 0 else { throw LedgerError(systemError: errno, trying: "save the copy") }
            try syncFolder(folder(of: target))
        } catch {
            unlink(target)
            throw error
        }
    }

    /// The next `count` bytes, fewer at the end.
    static func read(_ count: Int, from descriptor: Int32) throws(LedgerError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let found = bytes[done...].withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if found == 0 { break }
            if found < 0 {
                if errno == EINTR { continue }
                throw LedgerError(systemError: errno, trying: "read the file")
            }
            done += found
        }
        bytes.removeLast(count - done)
        return bytes
    }

    /// Writes all of `bytes`.
    static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32, trying action: String) throws(LedgerError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw LedgerError(systemError: errno, trying: action)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Brings a folder's list of names to the disk, so that a new or renamed file is found after a power cut.
    static func syncFolder(_ path: String) throws(LedgerError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LedgerError(systemError: errno, trying: "open the folder") }
        defer { Glibc.close(descriptor) }
        // Some file systems cannot do this for folders and say EINVAL; there is nothing to be done then.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw LedgerError(systemError: errno, trying: "save the folder") }
    }

    /// Waits until a file's contents are on the disk, whoever wrote them.
    static func sync(_ path: String) throws(LedgerError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LedgerError(systemError: errno, trying: "open the file") }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw LedgerError(systemError: errno, trying: "save the file") }
    }

    private static func checkFile(_ path: String) throws(LedgerError) {
        // SQLite would wait for a pipe in the place of its log without end.
        for suffix in ["-wal", "-shm"] {
            guard let found = try status(path + suffix, followingLinks: false), found.st_mode & S_IFMT != S_IFREG else { continue }
            throw LedgerError(.io, message: "a pipe, a link or a folder in place of \(path)\(suffix)")
        }
        guard let found = try status(path, followingLinks: false) else {
            throw LedgerError(.notFound, message: "the file is not there")
        }
        switch found.st_mode & S_IFMT {
        case S_IFREG: return
        // SQLite would keep the log beside the file that the link leads to, and another desk may come by another name.
        case S_IFLNK: throw LedgerError(.notAFile, message: "a link in place of the file")
        case S_IFDIR: throw LedgerError(.notAFile, message: "a folder in place of the file")
        default: throw LedgerError(.notAFile, message: "not an ordinary file")
        }
    }

    private static func refuseNetwork(_ folder: String) throws(LedgerError) {
        let kind = firstdesk_file_system_kind(folder)
        guard kind >= 0 else { throw LedgerError(systemError: errno, trying: "ask for the kind of file system") }
        if isNetwork(kind: kind) {
            throw LedgerError(.networkFileSystem, message: "the folder is on a network file system")
        }
    }

    /// What the system knows of a path; nil where nothing is there.
    private static func status(_ path: String, followingLinks: Bool) throws(LedgerError) -> stat? {
        var found = stat()
        let result = followingLinks ? stat(path, &found) : lstat(path, &found)
        if result == 0 { return found }
        if errno == ENOENT { return nil }
        throw LedgerError(systemError: errno, trying: "look at the path")
    }
}
