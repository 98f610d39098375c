import Glibc

/// Says for as long as it lives that a draft is open here, so that it opens nowhere else.
public final class DraftClaim {
    /// The draft's id.
    public let draft: Int64
    private let locks: DraftLocks

    fileprivate init(_ draft: Int64, _ locks: DraftLocks) {
        self.draft = draft
        self.locks = locks
    }

    deinit {
        locks.release(draft)
    }
}

/// Which drafts are open: a lock for each on a file beside the desk's, a byte by its id, which the system lets go of however a program
/// ends (fcntl(2), "Open file description locks"). A mark in the store would outlive a kill, or have to be renewed all the time.
final class DraftLocks {
    /// In the desk's folder; always empty.
    static let fileName = "drafts.lock"
    /// `F_OFD_GETLK` and `F_OFD_SETLK` of <linux/fcntl.h>, which the C library names for `_GNU_SOURCE` only.
    private static let (getLock, setLock): (Int32, Int32) = (36, 37)
    /// The lock's last byte must have a place too.
    static let largestID = Int64(1) << 62

    private let folder: String
    private var descriptor: Int32 = -1
    /// A second lock of the same description would be granted.
    private var held: Set<Int64> = []

    init(folder: String) {
        self.folder = folder
    }

    deinit {
        if descriptor >= 0 { Glibc.close(descriptor) }
    }

    /// Whether the draft is now open here; false where it is open already.
    func take(_ id: Int64) throws(LedgerError) -> Bool {
        if held.contains(id) { return false }
        guard try set(Int16(F_WRLCK), id) else { return false }
        held.insert(id)
        return true
    }

    func release(_ id: Int64) {
        guard held.remove(id) != nil, descriptor >= 0 else { return }
        var lock = DraftLocks.lock(Int16(F_UNLCK), id)
        // To let go of a lock that is held cannot fail on a file of this machine.
        _ = fcntl(descriptor, DraftLocks.setLock, &lock)
    }

    /// Whether the draft is open, here or elsewhere.
    func isTaken(_ id: Int64) throws(LedgerError) -> Bool {
        if held.contains(id) { return true }
        try openFile()
        var lock = DraftLocks.lock(Int16(F_WRLCK), id)
        guard fcntl(descriptor, DraftLocks.getLock, &lock) == 0 else {
            throw LedgerError(systemError: errno, trying: "look whether a draft is open")
        }
        return lock.l_type != Int16(F_UNLCK)
    }

    private func set(_ kind: Int16, _ id: Int64) throws(LedgerError) -> Bool {
        try openFile()
        var lock = DraftLocks.lock(kind, id)
        if fcntl(descriptor, DraftLocks.setLock, &lock) == 0 { return true }
        if errno == EAGAIN || errno == EACCES { return false }
        throw LedgerError(systemError: errno, trying: "mark a draft as open")
    }

    private func openFile() throws(LedgerError) {
        guard descriptor < 0 else { return }
        let mode = try DeskFile.fileMode(in: folder)
        let path = folder.hasSuffix("/") ? folder + DraftLocks.fileName : "\(folder)/\(DraftLocks.fileName)"
        let opened = DeskFile.openOrdinary(path, O_CREAT | O_RDWR, mode: mode)
        guard opened >= 0 else { throw LedgerError(systemError: errno, trying: "open \(DraftLocks.fileName)") }
        // The umask may have taken the group's right away; where the file is another's, its owner saw to that.
        _ = fchmod(opened, mode)
        descriptor = opened
    }

    private static func lock(_ kind: Int16, _ id: Int64) -> flock {
        flock(l_type: kind, l_whence: Int16(SEEK_SET), l_start: Int(id), l_len: 1, l_pid: 0)
    }
}

extension Ledger {
    /// Takes a draft for a form that opens; nil where it is open already, here or on another desk.
    ///
    /// - Throws: `LedgerError` where the folder takes no marks.
    public func claim(draft id: Int64) throws(LedgerError) -> DraftClaim? {
        try draftLocks.take(id) ? DraftClaim(id, draftLocks) : nil
    }

    /// Takes a new draft, for a form that opens empty. There is nothing of it in the store until something is saved.
    ///
    /// - Throws: `LedgerError` where the folder takes no marks.
    public func claimNewDraft() throws(LedgerError) -> DraftClaim {
        while true {
            if let claim = try claim(draft: Draft.newID()) { return claim }
        }
    }

    /// Whether a draft is open, here or on another desk.
    public func isOpen(draft id: Int64) throws(LedgerError) -> Bool { try draftLocks.isTaken(id) }
}
