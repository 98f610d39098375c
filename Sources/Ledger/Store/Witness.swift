import ComplaintRules
import Glibc

/// Which numbers were given last: those of cases, and of each series of papers, by month.
struct GivenSerial: Hashable, Comparable {
    /// `case`, or the series' code.
    let series: String
    /// The month as the register or the table of papers counts it.
    let month: Int

    /// The numbers of cases.
    static func ofCase(month: Int) -> GivenSerial { GivenSerial(series: "case", month: month) }

    /// As it stands in files and events: `case:24322`.
    var text: String { "\(series):\(month)" }

    init(series: String, month: Int) {
        (self.series, self.month) = (series, month)
    }

    init?(_ text: Substring) {
        let parts = text.utf8.split(separator: UInt8(ascii: ":")).map { String(Substring($0)) }
        guard parts.count == 2, let month = Int(parts[1]) else { return nil }
        self.init(series: parts[0], month: month)
    }

    static func < (left: GivenSerial, right: GivenSerial) -> Bool { (left.month, left.series) < (right.month, right.series) }
}

/// What the witness beside the desk's file remembers of it.
struct WitnessRecord: Equatable {
    /// The desk's random name.
    var deskID: String
    /// The last event that was acknowledged.
    var seq: Int64
    /// Its link in the chain.
    var link: [UInt8]
    /// The last numbers that were given, of the months in which any was given lately.
    var serials: [GivenSerial: Int]

    /// More months than any desk works on at once; the earliest are left out beyond.
    private static let serialLimit = 200

    /// This record, with all that `other` knows and this does not: nil where it knows nothing more.
    func extended(by other: WitnessRecord) -> WitnessRecord? {
        var result = self
        if other.seq > seq { (result.seq, result.link) = (other.seq, other.link) }
        for (key, serial) in other.serials where serial > result.serials[key] ?? 0 { result.serials[key] = serial }
        if result == self { return nil }
        for key in result.serials.keys.sorted().dropLast(WitnessRecord.serialLimit) { result.serials[key] = nil }
        return result
    }
}

/// A small file beside the desk's file that says up to which event work was acknowledged, so that a file which was replaced by an older one,
/// cut short or whose log was damaged does not pass for whole. A missing one is no fault; it is made with the next act.
///
/// It has two slots of text, each with its digest. The older one is overwritten, on the disk before a number is said, under a lock of its own,
/// and never with less than the other says: a write that was broken off leaves the other slot.
struct Witness {
    /// The name of the file in the desk's folder.
    static let fileName = "firstdesk.witness"

    private static let slotCount = 4096

    /// The file.
    let path: String
    private let known = Known()

    /// What the slots said when they were read last: most often they say the same again, for this desk wrote them.
    private final class Known {
        typealias Said = (record: WitnessRecord, counter: Int64)

        var slots: [(bytes: [UInt8], said: Said?)] = [([], nil), ([], nil)]
    }

    /// The witness of the desk in `folder`.
    init(folder: String) {
        path = (folder.hasSuffix("/") ? folder : folder + "/") + Witness.fileName
    }

    /// What it says; nil where there is none, or none that can be read.
    func read() -> WitnessRecord? {
        let descriptor = DeskFile.openOrdinary(path, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return newest(in: descriptor)?.record
    }

    /// Takes down what was acknowledged, on the disk when this returns. Where another desk has written as much already, nothing is written.
    ///
    /// - Parameter isNew: whether what stood there before is to be forgotten: at a founding, after a restore or a declared loss.
    /// - Throws: `.busy`, `.noPermission`, `.readOnly`, `.full`, `.io`.
    func note(_ record: WitnessRecord, isNew: Bool = false) throws(LedgerError) {
        let descriptor = try opened()
        defer { close(descriptor) }
        try Witness.lock(descriptor)
        let known = newest(in: descriptor)
        var next = record
        if let known, !isNew, known.record.deskID == record.deskID {
            guard let extended = known.record.extended(by: record) else { return }
            next = extended
        }
        let counter = (known?.counter ?? 0) + 1
        let slot = known.map { 1 - $0.slot } ?? 0
        let bytes = Witness.slot(next, counter: counter)
        try Witness.write(bytes, at: slot * Witness.slotCount, to: descriptor)
        // The other slot may know of what this one is to have forgotten.
        if isNew { try Witness.write(bytes, at: (1 - slot) * Witness.slotCount, to: descriptor) }
        guard fdatasync(descriptor) == 0 else { throw LedgerError(systemError: errno, trying: "save the witness") }
        self.known.slots[slot] = (bytes, (next, counter))
    }

    private func opened() throws(LedgerError) -> Int32 {
        let found = DeskFile.openOrdinary(path, O_RDWR)
        if found >= 0 { return found }
        guard errno == ENOENT else { throw LedgerError(systemError: errno, trying: "open the witness") }
        let folder = DeskFile.folder(of: path)
        let mode = try DeskFile.fileMode(in: folder)
        let made = DeskFile.openOrdinary(path, O_CREAT | O_RDWR, mode: mode)
        guard made >= 0 else { throw LedgerError(systemError: errno, trying: "make the witness") }
        do throws(LedgerError) {
            guard fchmod(made, mode) == 0 else { throw LedgerError(systemError: errno, trying: "set the witness's permissions") }
            // Room for both slots at once: a disk that fills up later is no hindrance. Another desk may have made it in this moment.
            let missing = posix_fallocate(made, 0, off_t(2 * Witness.slotCount))
            guard missing == 0 || missing == EOPNOTSUPP || missing == EINVAL else {
                throw LedgerError(systemError: missing, trying: "make room for the witness")
            }
            try DeskFile.syncFolder(folder)
        } catch {
            close(made)
            throw error
        }
        return made
    }

    /// Waits for the lock that desks hold while they write here: a disk's wait each. It goes with the descriptor.
    private static func lock(_ descriptor: Int32) throws(LedgerError) {
        let deadline = BusyWait.monotonicNanoseconds() + 10_000_000_000
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw LedgerError(systemError: errno, trying: "lock the witness") }
            guard BusyWait.monotonicNanoseconds() < deadline else {
                throw LedgerError(.busy, message: "another desk holds the witness")
            }
            BusyWait.nap()
        }
    }

    // MARK: Slots

    private static func slot(_ record: WitnessRecord, counter: Int64) -> [UInt8] {
        let serials = record.serials.sorted { $0.key < $1.key }.map { "\($0.key.text)=\($0.value)" }
        var text = "FirstDesk witness 1\ncounter \(counter)\ndesk \(record.deskID)\nseq \(record.seq)\nlink \(Hex.text(record.link))\n"
        text += "serials \(serials.joined(separator: " "))\n"
        var bytes = Array(text.utf8)
        bytes += Array("check \(Hex.text(bytes.withUnsafeBytes { Sodium.hash($0) }))\n".utf8)
        return bytes + [UInt8](repeating: 0, count: max(0, slotCount - bytes.count))
    }

    private func read(_ slot: Int, of descriptor: Int32) -> Known.Said? {
        var bytes = [UInt8](repeating: 0, count: Witness.slotCount)
        let count = pread(descriptor, &bytes, bytes.count, off_t(slot * bytes.count))
        guard count > 0 else { return nil }
        bytes.removeLast(bytes.count - count)
        if known.slots[slot].bytes == bytes { return known.slots[slot].said }
        let said = Witness.said(by: bytes)
        known.slots[slot] = (bytes, said)
        return said
    }

    private static func said(by bytes: [UInt8]) -> Known.Said? {
        let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        guard let check = text.place(of: "check ") else { return nil }
        let covered = Array(text.utf8[..<check])
        guard text[check...] == "check " + Hex.text(covered.withUnsafeBytes { Sodium.hash($0) }) + "\n" else { return nil }
        var values: [Substring: Substring] = [:]
        // By bytes: every act reads it, and characters cost ten times as much.
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let words = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
            if let name = words.first { values[Substring(name)] = words.count == 2 ? Substring(words[1]) : "" }
        }
        guard values["FirstDesk"] == "witness 1", let counter = values["counter"].flatMap({ Int64($0) }), let desk = values["desk"],
            let seq = values["seq"].flatMap({ Int64($0) }), let link = values["link"].flatMap({ Hex.bytes(String($0)) })
        else { return nil }
        var serials: [GivenSerial: Int] = [:]
        for entry in (values["serials"] ?? "").utf8.split(separator: UInt8(ascii: " ")) {
            let parts = entry.split(separator: UInt8(ascii: "="))
            guard parts.count == 2, let key = GivenSerial(Substring(parts[0])), let serial = Int(Substring(parts[1])) else { return nil }
            serials[key] = serial
        }
        return (WitnessRecord(deskID: String(desk), seq: seq, link: link, serials: serials), counter)
    }

    private func newest(in descriptor: Int32) -> (record: WitnessRecord, counter: Int64, slot: Int)? {
        let found = (0...1).compactMap { slot in read(slot, of: descriptor).map { ($0.record, $0.counter, slot) } }
        return found.max { $0.1 < $1.1 }
    }

    private static func write(_ bytes: [UInt8], at offset: Int, to descriptor: Int32) throws(LedgerError) {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset + done)) }
            if count < 0 {
                if errno == EINTR { continue }
                throw LedgerError(systemError: errno, trying: "write the witness")
            }
            done += count
        }
    }
}
