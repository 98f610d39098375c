/// A record of a table file.
public struct TableRecord: Equatable, Sendable {
    /// The line it begins on, counted from 1 by line feeds, those inside quotes included.
    public var line: Int
    /// Its fields, without quotes; line breaks inside them as they stand in the file.
    public var fields: [String]

    /// Makes a record from its parts.
    public init(line: Int, fields: [String]) {
        self.line = line
        self.fields = fields
    }
}

/// A part of a file that could not be taken, while the rest can still be read.
public struct TableRefusal: Equatable, Sendable {
    /// Why it could not be taken.
    public enum Reason: Equatable, Sendable {
        /// A quote opens here and is never closed, or not within the largest field.
        case unterminatedQuote
        /// Text stands after a closing quote, as where a quote inside the field was not doubled.
        case textAfterQuote
        /// A field is larger than `TableFile.fieldLimit`.
        case fieldTooLong
        /// A record or line is larger than `TableFile.recordLimit`.
        case recordTooLong
        /// Bytes that mean nothing in the file's encoding.
        case notText(TextEncoding)
    }

    /// The line at fault, counted from 1: where the quote opens, else where the record begins.
    public var line: Int
    /// The last line that was passed over with it.
    public var throughLine: Int
    /// Why.
    public var reason: Reason

    /// Makes a refusal from its parts.
    public init(line: Int, throughLine: Int, reason: Reason) {
        self.line = line
        self.throughLine = throughLine
        self.reason = reason
    }
}

/// What a table file gives next.
public enum TableRow: Equatable, Sendable {
    /// A record that could be read.
    case record(TableRecord)
    /// One that could not.
    case refused(TableRefusal)
}

/// Reads a table of comma-separated values record by record; memory does not grow with the file.
///
/// The form is RFC 4180's: fields in quotes may hold commas, line breaks and doubled quotes. Lines end with CR LF or LF. Taken as well:
/// a quote in the middle of a field without quotes, as itself; empty lines, which are passed over. Encodings: see `TextEncoding`.
///
/// After a quote that is never closed, reading goes on with the line behind the one where it opens, so that one slip does not swallow the
/// file. The header line is a record like any other.
public final class TableFile {
    /// The largest field, in bytes of the file.
    public static let fieldLimit = 1 << 20
    /// The largest record, in bytes of the file.
    public static let recordLimit = 4 << 20

    private let source: TextSource
    private let separator: UInt8
    private var line = 1
    /// Where the fields of the present record lie; kept to spare an allocation a record.
    private var spans: [Span] = []
    private var plainBytes: [UInt8] = []

    /// A field by its place in the source's bytes, without its quotes.
    private struct Span {
        var from: Int
        var to: Int
        var isQuoted = false
        /// Whether quotes inside it are doubled.
        var hasDoubled = false
    }

    /// Opens a file.
    ///
    /// - Parameter separator: the byte between fields, a comma unless told otherwise; one that is no second byte of GB18030, as tab or `;`.
    public init(path: String, separator: UInt8 = 0x2C) throws(TableFileError) {
        source = try TextSource(path: path)
        self.separator = separator
    }

    /// Reads an open file or pipe, which stays the caller's to close.
    public init(descriptor: Int32, separator: UInt8 = 0x2C) throws(TableFileError) {
        source = try TextSource(descriptor: descriptor, closesDescriptor: false)
        self.separator = separator
    }

    /// The encoding; nil as long as only ASCII was seen.
    public var encoding: TextEncoding? { source.encoding }

    /// Bytes of the file, for showing progress; nil for a pipe.
    public var totalBytes: Int64? { source.totalBytes }

    /// Bytes read so far, for showing progress.
    public var usedBytes: Int64 { source.usedBytes }

    /// The next record or refusal; nil at the end of the file.
    ///
    /// - Throws: `.cannotRead` where the system fails to read, `.converterMissing` where a pipe turns out to be GB18030 and cannot be.
    public func next() throws(TableFileError) -> TableRow? {
        while try source.has(0) {
            let first = line
            switch try scan() {
            case .end(let count):
                let isBlank = spans.count == 1 && !spans[0].isQuoted && spans[0].from == spans[0].to
                let last = source.bytes[count - 1] == 0x0A ? line - 1 : line
                let row = isBlank ? nil : try row(from: first, through: last)
                source.use(count)
                if let row { return row }
            case .fault(let reason, let at):
                source.use(at)
                return .refused(TableRefusal(line: first, throughLine: try passLine(), reason: reason))
            case .openQuote(let opened, let at):
                // Everything behind the quote is still in the buffer: the field's limit bounds it.
                source.use(at)
                line = opened
                return .refused(TableRefusal(line: opened, throughLine: try passLine(), reason: .unterminatedQuote))
            }
        }
        return nil
    }

    /// Passes over the rest of the present line and gives its number.
    private func passLine() throws(TableFileError) -> Int {
        let passed = line
        if try source.useLine() { line += 1 }
        return passed
    }

    // MARK: Scanning

    /// How the scan of a record ended. Offsets count from the record's first byte.
    private enum Scan {
        /// Well; the record and its line end take this many bytes.
        case end(Int)
        /// A fault outside quotes; `line` is the one it lies on.
        case fault(TableRefusal.Reason, at: Int)
        /// A quote without an end, and the line where it opens.
        case openQuote(line: Int, at: Int)
    }

    /// What stands behind a field.
    private enum Delimiter {
        case separator(next: Int)
        case lineEnd(next: Int)
    }

    private func scan() throws(TableFileError) -> Scan {
        spans.removeAll(keepingCapacity: true)
        var at = 0
        while true {
            if at > Self.recordLimit { return .fault(.recordTooLong, at: at) }
            let delimiter: Delimiter
            if try source.has(at), source.bytes[at] == 0x22 {
                let opened = line
                guard let span = try scanQuoted(from: at + 1) else { return .openQuote(line: opened, at: at) }
                spans.append(span)
                guard let found = try self.delimiter(at: span.to + 1) else { return .fault(.textAfterQuote, at: span.to + 1) }
                delimiter = found
            } else {
                guard let (span, found) = try scanPlain(from: at) else { return .fault(.fieldTooLong, at: at) }
                spans.append(span)
                delimiter = found
            }
            switch delimiter {
            case .separator(let next): at = next
            case .lineEnd(let next): return .end(next)
            }
        }
    }

    /// The field in quotes whose first byte is here; nil where no quote closes it within the largest field.
    private func scanQuoted(from start: Int) throws(TableFileError) -> Span? {
        var at = start
        var span = Span(from: start, to: start, isQuoted: true)
        while true {
            let quote = source.firstIndex(of: 0x22, from: at)
            let scanned = quote ?? source.available
            line += feeds(from: at, to: scanned)
            if scanned - start > Self.fieldLimit { return nil }
            guard let quote else {
                at = scanned
                guard try source.has(at) else { return nil }
                continue
            }
            guard try source.has(quote + 1), source.bytes[quote + 1] == 0x22 else {
                span.to = quote
                return span
            }
            span.hasDoubled = true
            at = quote + 2
        }
    }

    /// The field without quotes from here, and what ends it; nil where it is too long.
    private func scanPlain(from start: Int) throws(TableFileError) -> (Span, Delimiter)? {
        var at = start
        while true {
            let bytes = source.bytes
            while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A { at += 1 }
            if at - start > Self.fieldLimit { return nil }
            if at < bytes.count {
                if bytes[at] == separator { return (Span(from: start, to: at), .separator(next: at + 1)) }
                line += 1
                return (Span(from: start, to: withoutReturn(start, at)), .lineEnd(next: at + 1))
            }
            if try !source.has(at) { return (Span(from: start, to: withoutReturn(start, at)), .lineEnd(next: at)) }
        }
    }

    /// The end of a field without the CR before the line's end.
    private func withoutReturn(_ start: Int, _ end: Int) -> Int {
        end > start && source.bytes[end - 1] == 0x0D ? end - 1 : end
    }

    /// What stands behind a closing quote; nil where it is neither a separator nor the end of the line.
    private func delimiter(at: Int) throws(TableFileError) -> Delimiter? {
        guard try source.has(at) else { return .lineEnd(next: at) }
        let byte = source.bytes[at]
        if byte == separator { return .separator(next: at + 1) }
        if byte == 0x0A {
            line += 1
            return .lineEnd(next: at + 1)
        }
        guard byte == 0x0D else { return nil }
        guard try source.has(at + 1) else { return .lineEnd(next: at + 1) }
        guard source.bytes[at + 1] == 0x0A else { return nil }
        line += 1
        return .lineEnd(next: at + 2)
    }

    /// Line feeds in a stretch of bytes.
    private func feeds(from: Int, to: Int) -> Int {
        var count = 0
        for byte in source.bytes[from..<to] where byte == 0x0A { count += 1 }
        return count
    }

    // MARK: Decoding

    private func row(from first: Int, through last: Int) throws(TableFileError) -> TableRow {
        var fields: [String] = []
        fields.reserveCapacity(spans.count)
        for span in spans {
            guard let text = try text(span) else {
                return .refused(TableRefusal(line: first, throughLine: last, reason: .notText(encoding ?? .utf8)))
            }
            fields.append(text)
        }
        return .record(TableRecord(line: first, fields: fields))
    }

    private func text(_ span: Span) throws(TableFileError) -> String? {
        let bytes = UnsafeRawBufferPointer(rebasing: source.bytes[span.from..<span.to])
        guard span.hasDoubled else { return try source.string(bytes) }
        plainBytes.removeAll(keepingCapacity: true)
        var isSecond = false
        for byte in bytes {
            // Inside a field quotes come in pairs, of which the first stays.
            isSecond = byte == 0x22 && !isSecond
            if byte != 0x22 || isSecond { plainBytes.append(byte) }
        }
        return try plainBytes.withUnsafeBufferPointer { plain throws(TableFileError) in try source.string(UnsafeRawBufferPointer(plain)) }
    }
}
