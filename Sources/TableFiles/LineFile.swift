/// A line of a file of text.
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

/// What a file of lines gives next.
public enum LineRow: Equatable, Sendable {
    /// A line that could be read.
    case line(TextLine)
    /// One that could not.
    case refused(TableRefusal)
}

/// Reads lines as they are asked for: JSON lines, a passcode, a script, what somebody types. They end with LF or CR LF.
public final class LineFile {
    /// The bytes that are read; another reader may go on where this one stopped.
    public let source: TextSource
    private var number = 0

    /// Reads the lines of a source.
    public init(_ source: TextSource) {
        self.source = source
    }

    /// The next line or refusal; nil at the end of the file.
    ///
    /// - Throws: `TextFileError` where reading fails.
    public func next() throws(TextFileError) -> LineRow? {
        try source.passMarks()
        guard try source.has(0) else { return nil }
        number += 1
        var scanned = 0
        while true {
            if let feed = source.firstIndex(of: 0x0A, from: scanned) { return line(to: feed, using: feed + 1) }
            scanned = source.available
            if scanned > TableFile.recordLimit { return try tooLong() }
            if try !source.has(scanned) { return line(to: scanned, using: scanned) }
        }
    }

    /// All that is left, as one text; refused where it is larger than `TableFile.recordLimit` or cannot be read.
    public func rest() throws(TextFileError) -> LineRow? {
        try source.passMarks()
        guard try source.has(0) else { return nil }
        number += 1
        if try source.has(TableFile.recordLimit) { return try tooLong() }
        return line(to: source.available, using: source.available)
    }

    private func line(to end: Int, using count: Int) -> LineRow {
        defer { source.use(count) }
        if end > TableFile.recordLimit { return refusal(.recordTooLong) }
        let range = 0..<(end > 0 && source.bytes[end - 1] == 0x0D ? end - 1 : end)
        guard let text = source.text(range) else {
            return refusal(.notText(source.encoding ?? .utf8, byte: source.faultPlace(range)))
        }
        return .line(TextLine(number: number, text: text))
    }

    /// Passes over a line without end.
    private func tooLong() throws(TextFileError) -> LineRow {
        while true {
            if let feed = source.firstIndex(of: 0x0A, from: 0) {
                source.use(feed + 1)
                return refusal(.recordTooLong)
            }
            source.use(source.available)
            if try !source.has(0) { return refusal(.recordTooLong) }
        }
    }

    private func refusal(_ reason: TableRefusal.Reason) -> LineRow {
        .refused(TableRefusal(line: number, throughLine: number, reason: reason))
    }
}
