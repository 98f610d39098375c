/// The hashes that make a chain of the events: a change, a removal or an insertion anywhere shows.
///
/// Contents stand in the chain only by a salted digest, so that both can be erased while the chain stays whole (1-domain, "The ledger").
enum ChainHash {
    /// What stands in place of a link before the first event.
    static let genesis = [UInt8](repeating: 0, count: Sodium.digestCount)

    /// Bytes of a salt for new contents.
    static let saltCount = 16

    private static let linkTag: StaticString = "FirstDesk link 1"

    /// The digest of an event's contents: BLAKE2b-256 keyed with the salt.
    ///
    /// Without the salt nobody can find erased contents by trying likely ones. Salts of any length are taken, since a changed
    /// file may hold any; new ones have `saltCount` random bytes.
    static func digest(content: [UInt8], salt: [UInt8]) -> [UInt8] {
        content.withUnsafeBytes { Sodium.hash($0, key: salt) }
    }

    /// The link of one event: BLAKE2b-256 over a tag and all fields; texts and bytes stand after their length, numbers as 8 bytes, all
    /// little-endian, so that no two events have the same bytes.
    ///
    /// - Parameters:
    ///   - previous: the link of the event before, or `genesis`.
    ///   - seq: the event's number in the ledger.
    ///   - at: when, in the ledger's unit of time.
    ///   - caseID: the case, or what the ledger writes for none.
    ///   - by: who did it.
    ///   - forWhom: for whom it was done.
    ///   - kind: the act.
    ///   - digest: of the contents, as `digest(content:salt:)` gives it.
    static func link(
        previous: [UInt8],
        seq: Int64,
        at: Int64,
        caseID: Int64,
        by: String,
        for forWhom: String,
        kind: String,
        digest: [UInt8]
    ) -> [UInt8] {
        let lengthCount = MemoryLayout<UInt64>.size
        let texts = by.utf8.count + forWhom.utf8.count + kind.utf8.count
        let total = linkTag.utf8CodeUnitCount + 3 * lengthCount + 5 * lengthCount + previous.count + texts + digest.count
        // On the stack for events of an ordinary size: verifying takes this path hundreds of thousands of times a second.
        return withUnsafeTemporaryAllocation(byteCount: total, alignment: 8) { memory in
            var writer = FieldWriter(memory: memory)
            writer.write(tag: linkTag)
            writer.write(bytes: previous)
            writer.write(number: UInt64(bitPattern: seq))
            writer.write(number: UInt64(bitPattern: at))
            writer.write(number: UInt64(bitPattern: caseID))
            writer.write(text: by)
            writer.write(text: forWhom)
            writer.write(text: kind)
            writer.write(bytes: digest)
            return Sodium.hash(UnsafeRawBufferPointer(rebasing: memory[..<writer.end]))
        }
    }
}

/// Lays fields out one after the other. The memory has room for all of them: its user added up their lengths.
struct FieldWriter {
    private let memory: UnsafeMutableRawBufferPointer
    /// Where the next byte goes.
    private(set) var end = 0

    init(memory: UnsafeMutableRawBufferPointer) {
        self.memory = memory
    }

    /// A fixed beginning, without a length.
    mutating func write(tag: StaticString) {
        append(UnsafeRawBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount))
    }

    /// 8 bytes, little-endian.
    mutating func write(number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { append($0) }
    }

    /// The length, then the bytes.
    mutating func write(bytes: [UInt8]) {
        write(number: UInt64(bytes.count))
        bytes.withUnsafeBytes { append($0) }
    }

    /// The length in UTF-8 bytes, then those.
    mutating func write(text: String) {
        var text = text
        text.withUTF8 { bytes in
            write(number: UInt64(bytes.count))
            append(UnsafeRawBufferPointer(bytes))
        }
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        UnsafeMutableRawBufferPointer(rebasing: memory[end...]).copyMemory(from: bytes)
        end += bytes.count
    }
}
