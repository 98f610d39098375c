/// A line of a text file.
public struct TextLine: Equatable, Sendable {
    /// Its number, counted from 1.
    public var number: Int
    /// Its text without the line's end.
    public var text: String

    /// Makes a line from its parts.
    public init(number: Int, text: String) {
        self.number = number
        self.text = text
    }
}

/// What a line file gives next.
public enum LineRow: Equatable, Sendable {
    /// A line that could be read.
    case line(TextLine)
    /// One that could not.
    case refused(TableRefusal)
}

/// Reads a text file line by line, as JSON lines are written; memory does not grow with the file.
///
/// Lines end with LF or CR LF; lines with nothing but spaces and tabs are passed over. Encodings: see `TextEncoding`.
public final class LineFile {
    private let source: TextSource
    private var number = 0

    /// Opens a file.
    public init(path: String) throws(TableFileError) {
        source = try TextSource(path: path)
    }

    /// Reads an open file or pipe, which stays the caller's to close.
    public init(descriptor: Int32) throws(TableFileError) {
        source = try TextSource(descriptor: descriptor, closesDescriptor: false)
    }

    /// The encoding; nil as long as only ASCII was seen.
    public var encoding: TextEncoding? { source.encoding }

    /// Bytes of the file, for showing progress; nil for a pipe.
    public var totalBytes: Int64? { source.totalBytes }

    /// Bytes read so far, for showing progress.
    public var usedBytes: Int64 { source.usedBytes }

    /// The next line or refusal; nil at the end of the file.
    ///
    /// - Throws: as `TableFile.next()`.
    public func next() throws(TableFileError) -> LineRow? {
        while try source.has(0) {
            number += 1
            guard let end = try endOfLine() else {
                _ = try source.useLine()
                return refusal(.recordTooLong)
            }
            let hasFeed = end < source.available
            let piece = UnsafeRawBufferPointer(rebasing: source.bytes[..<end])
            let isBlank = piece.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            let text = isBlank ? nil : try source.string(UnsafeRawBufferPointer(rebasing: piece[..<(end - (piece.last == 0x0D ? 1 : 0))]))
            source.use(end + (hasFeed ? 1 : 0))
            if isBlank { continue }
            return text.map { .line(TextLine(number: number, text: $0)) } ?? refusal(.notText(encoding ?? .utf8))
        }
        return nil
    }

    private func refusal(_ reason: TableRefusal.Reason) -> LineRow {
        .refused(TableRefusal(line: number, throughLine: number, reason: reason))
    }

    /// The offset of the present line's end, which is the file's for the last; nil where the line is too long.
    private func endOfLine() throws(TableFileError) -> Int? {
        var scanned = 0
        while true {
            if let feed = source.firstIndex(of: 0x0A, from: scanned) { return feed <= TableFile.recordLimit ? feed : nil }
            scanned = source.available
            if scanned > TableFile.recordLimit { return nil }
            if try !source.has(scanned) { return scanned }
        }
    }
}
