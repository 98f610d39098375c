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
public struct TableRefusal: Error, Hashable, Sendable {
    /// Why it could not be taken.
    public enum Reason: Hashable, Sendable {
        /// A quote opens here and is never closed, or not within the largest field.
        case unterminatedQuote
        /// Text stands after a closing quote, as where a quote inside the field was not doubled.
        case textAfterQuote
        /// A field is larger than `TableFile.fieldLimit`.
        case fieldTooLong
        /// A record or line is larger than `TableFile.recordLimit`.
        case recordTooLong
        /// Bytes that mean nothing in the file's encoding; the first of them, counted from 1 in the whole file.
        case notText(TextEncoding, byte: Int64)
        /// JSON that cannot be read.
        case badJSON(JSONFault)
        /// JSON without objects, of which each would be a row.
        case noRows
        /// A record with more fields than the header.
        case tooManyFields(found: Int, expected: Int)
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

/// The line of a table that names its columns.
public struct TableHeader: Equatable, Sendable {
    /// The line it begins on, counted from 1.
    public var line: Int
    /// The names, as they stand there.
    public var fields: [String]
    /// Whether it names all that was looked for; else it is the line that comes nearest.
    public var isWhole: Bool
}

/// Reads a table record by record, as spreadsheets and databases write them; memory does not grow with the file.
///
/// The form is RFC 4180's: fields in quotes may hold separators, line breaks and doubled quotes. Taken as well: `;`, tab and `|` between the
/// fields, a line `sep=;` before all others, lines that end with LF, CR LF or CR, a quote in the middle of a field without quotes, as itself;
/// rows without any content, which are passed over; behind a header short rows, which are filled, and long ones whose further fields are empty.
///
/// After a quote that is never closed, reading goes on with the line behind the one where it opens, so that one slip does not swallow the
/// file.
public final class TableFile {
    /// The largest field, in bytes of UTF-8: a million characters of any kind.
    public static let fieldLimit = 4 << 20
    /// The largest record or line, in bytes of UTF-8.
    public static let recordLimit = 8 << 20
    /// What may stand between fields.
    public static let separators: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
    /// Lines that may stand above the header: a title, who made the table and when.
    private static let titleLimit = 20

    /// The bytes that are read.
    public let source: TextSource
    private var separator: UInt8
    /// Whether nobody said what stands between fields.
    private var isSeparatorOpen: Bool
    /// Whether a lone CR ends lines, as it ends the first one; nil before that was looked for.
    private var endsAtReturns: Bool?
    private var columnCount: Int?
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

    /// Reads the table of a source.
    ///
    /// - Parameter separator: the byte between fields; found out by the header where it is nil.
    public init(_ source: TextSource, separator: UInt8? = nil) {
        self.source = source
        self.separator = separator ?? 0x2C
        isSeparatorOpen = separator == nil
    }

    /// Finds the header: the first line that names all that is looked for, under any separator, and passes over what stands above it. The
    /// records behind it have as many fields as it has.
    ///
    /// - Parameter judge: how many of the wanted columns a line names, and whether those are enough.
    /// - Returns: the header, or the line that comes nearest to one; nil where there is no line.
    /// - Throws: `TableRefusal` where the first line cannot be read and no other is a header; `TextFileError`.
    public func header(_ judge: ([String]) -> (known: Int, isWhole: Bool)) throws -> TableHeader? {
        try prepare()
        try takeSeparatorLine()
        var nearest: (header: TableHeader, known: Int)?
        var fault: TableRefusal?
        for _ in 0..<TableFile.titleLimit {
            guard try source.has(0) else { break }
            let first = line
            var passed: (count: Int, line: Int)?
            for candidate in isSeparatorOpen ? TableFile.separators : [separator] {
                (separator, line) = (candidate, first)
                let scan = try scan()
                guard case .end(let count) = scan, case .record(let record) = row(from: first, through: first) else {
                    if candidate == TableFile.separators[0] || !isSeparatorOpen, fault == nil, nearest == nil {
                        fault = refusal(scan, first)
                    }
                    continue
                }
                passed = passed ?? (count, line)
                if record.fields.allSatisfy(\.isEmptyField) { break }
                let (known, isWhole) = judge(record.fields)
                let header = TableHeader(line: first, fields: record.fields, isWhole: isWhole)
                if isWhole {
                    source.use(count)
                    columnCount = record.fields.count
                    return header
                }
                if nearest.map({
                    known > $0.known || known == $0.known && $0.header.line == first && header.fields.count > $0.header.fields.count
                }) ?? true {
                    nearest = (header, known)
                }
            }
            if let passed {
                source.use(passed.count)
                line = passed.line
            } else {
                line = first
                _ = try passLine()
            }
        }
        if let fault, nearest?.known ?? 0 == 0 { throw fault }
        return nearest?.header
    }

    /// The next record or refusal; nil at the end of the file.
    ///
    /// - Throws: `.cannotRead` where the system fails to read.
    public func next() throws(TextFileError) -> TableRow? {
        try prepare()
        while try source.has(0) {
            let first = line
            let scan = try scan()
            guard case .end(let count) = scan else {
                let found = refusal(scan, first)
                switch scan {
                case .fault(_, let at): source.use(at)
                case .openQuote(let opened, let at):
                    // Everything behind the quote is still in the buffer: the field's limit bounds it.
                    source.use(at)
                    line = opened
                case .end: break
                }
                return .refused(TableRefusal(line: found.line, throughLine: try passLine(), reason: found.reason))
            }
            let last = endsWithBreak(count) ? line - 1 : line
            let isEmpty = spans.allSatisfy { $0.from == $0.to }
            let row = isEmpty ? nil : row(from: first, through: last)
            source.use(count)
            if let row = row.flatMap(fitted) { return row }
        }
        return nil
    }

    /// A record with as many fields as the header has; nil where it has no content.
    private func fitted(_ row: TableRow) -> TableRow? {
        guard case .record(var record) = row else { return row }
        if record.fields.allSatisfy(\.isEmptyField) { return nil }
        guard let columnCount else { return row }
        let found = record.fields.count
        if found > columnCount {
            guard record.fields[columnCount...].allSatisfy(\.isEmptyField) else {
                return .refused(
                    TableRefusal(line: record.line, throughLine: record.line, reason: .tooManyFields(found: found, expected: columnCount))
                )
            }
            record.fields.removeLast(found - columnCount)
        }
        record.fields += repeatElement("", count: columnCount - record.fields.count)
        return .record(record)
    }

    /// Looks how the first line ends, outside of quotes.
    private func prepare() throws(TextFileError) {
        guard endsAtReturns == nil else { return }
        endsAtReturns = false
        try source.passMarks()
        guard try source.has(0) else { return }
        var isQuoted = false
        for (index, byte) in source.bytes.enumerated() {
            if byte == 0x22 { isQuoted.toggle() }
            if isQuoted || byte != 0x0A && byte != 0x0D { continue }
            if byte == 0x0D, try source.has(index + 1) { endsAtReturns = source.bytes[index + 1] != 0x0A }
            return
        }
    }

    /// Takes a line `sep=;`, with which Excel is told what stands between fields.
    private func takeSeparatorLine() throws(TextFileError) {
        guard try source.has(5) else { return }
        let head = Array(source.bytes[..<6])
        let isMarked = head[..<4].map { $0 | 0x20 } == Array("sep=".utf8).map { $0 | 0x20 } && (head[5] == 0x0A || head[5] == 0x0D)
        guard isMarked, TableFile.separators.contains(head[4]) else { return }
        if isSeparatorOpen { (separator, isSeparatorOpen) = (head[4], false) }
        _ = try passLine()
    }

    private func refusal(_ scan: Scan, _ first: Int) -> TableRefusal {
        switch scan {
        case .fault(let reason, _): TableRefusal(line: first, throughLine: first, reason: reason)
        case .openQuote(let opened, _): TableRefusal(line: opened, throughLine: opened, reason: .unterminatedQuote)
        case .end(let count):
            TableRefusal(
                line: first,
                throughLine: first,
                reason: .notText(source.encoding ?? .utf8, byte: source.faultPlace(0..<count))
            )
        }
    }

    /// Whether the bytes of a record end with a line break.
    private func endsWithBreak(_ count: Int) -> Bool { count > 0 && (source.bytes[count - 1] == 0x0A || isReturn(source.bytes[count - 1])) }

    /// Whether a byte is a CR that ends lines.
    private func isReturn(_ byte: UInt8) -> Bool { byte == 0x0D && endsAtReturns == true }

    /// Passes over the rest of the present line and gives its number.
    private func passLine() throws(TextFileError) -> Int {
        let passed = line
        while true {
            let feed = source.firstIndex(of: 0x0A, from: 0)
            let end = endsAtReturns == true ? [feed, source.firstIndex(of: 0x0D, from: 0)].compactMap { $0 }.min() : feed
            if let end {
                source.use(try nextLine(end))
                return passed
            }
            source.use(source.available)
            guard try source.has(0) else { return passed }
        }
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

    private func scan() throws(TextFileError) -> Scan {
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
    private func scanQuoted(from start: Int) throws(TextFileError) -> Span? {
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
    private func scanPlain(from start: Int) throws(TextFileError) -> (Span, Delimiter)? {
        var at = start
        while true {
            let bytes = source.bytes
            let ownReturn: UInt8 = endsAtReturns == true ? 0x0D : 0x0A
            while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != ownReturn { at += 1 }
            if at - start > Self.fieldLimit { return nil }
            if at < bytes.count {
                if bytes[at] == separator { return (Span(from: start, to: at), .separator(next: at + 1)) }
                let to = withoutReturn(start, at)
                return (Span(from: start, to: to), .lineEnd(next: try nextLine(at)))
            }
            if try !source.has(at) { return (Span(from: start, to: withoutReturn(start, at)), .lineEnd(next: at)) }
        }
    }

    /// The end of a field without the CR before the line's end.
    private func withoutReturn(_ start: Int, _ end: Int) -> Int {
        end > start && source.bytes[end - 1] == 0x0D ? end - 1 : end
    }

    /// Where the next line begins, behind a line end that begins here.
    private func nextLine(_ at: Int) throws(TextFileError) -> Int {
        line += 1
        guard source.bytes[at] == 0x0D, try source.has(at + 1), source.bytes[at + 1] == 0x0A else { return at + 1 }
        return at + 2
    }

    /// What stands behind a closing quote; nil where it is neither a separator nor the end of the line.
    private func delimiter(at: Int) throws(TextFileError) -> Delimiter? {
        guard try source.has(at) else { return .lineEnd(next: at) }
        let byte = source.bytes[at]
        if byte == separator { return .separator(next: at + 1) }
        if byte == 0x0A || isReturn(byte) { return .lineEnd(next: try nextLine(at)) }
        guard byte == 0x0D else { return nil }
        guard try source.has(at + 1) else { return .lineEnd(next: at + 1) }
        return source.bytes[at + 1] == 0x0A ? .lineEnd(next: try nextLine(at)) : nil
    }

    /// Line ends in a stretch of bytes inside quotes.
    private func feeds(from: Int, to: Int) -> Int {
        var count = 0
        let bytes = source.bytes
        for index in from..<to where bytes[index] == 0x0A && !(index > 0 && isReturn(bytes[index - 1])) || isReturn(bytes[index]) {
            count += 1
        }
        return count
    }

    // MARK: Decoding

    private func row(from first: Int, through last: Int) -> TableRow {
        var fields: [String] = []
        fields.reserveCapacity(spans.count)
        for span in spans {
            guard let text = text(span) else {
                let byte = source.faultPlace(span.from..<span.to)
                return .refused(TableRefusal(line: first, throughLine: last, reason: .notText(source.encoding ?? .utf8, byte: byte)))
            }
            fields.append(text)
        }
        return .record(TableRecord(line: first, fields: fields))
    }

    private func text(_ span: Span) -> String? {
        guard span.hasDoubled else { return source.text(span.from..<span.to) }
        plainBytes.removeAll(keepingCapacity: true)
        var isSecond = false
        for byte in source.bytes[span.from..<span.to] {
            // Inside a field quotes come in pairs, of which the first stays.
            isSecond = byte == 0x22 && !isSecond
            if byte != 0x22 || isSecond { plainBytes.append(byte) }
        }
        return String(validating: plainBytes, as: UTF8.self)
    }
}

extension String {
    /// Whether a field holds nothing to be seen.
    fileprivate var isEmptyField: Bool {
        unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.value == 0xFEFF || $0.value == 0x200B }
    }
}

/// A small table that is taken whole or not at all.
public struct WholeTable: Sendable {
    /// The names of the columns, as they stand in the file.
    public let header: [String]
    /// The rows, each with the number of its line and as many fields as the header has.
    public var rows: [(line: Int, fields: [String])] = []
    /// The encoding that was taken; nil where only ASCII was seen.
    public let encoding: TextEncoding?

    /// Reads a table, JSON lines, or an object in JSON that holds a list of objects; nil where the file has no line at all.
    ///
    /// - Parameter judge: as in `TableFile.header`.
    /// - Throws: `TextFileError`; `TableRefusal` for the first row that cannot be read.
    public init?(
        path: String,
        _ choice: TextSource.Choice = .recognised,
        header judge: ([String]) -> (known: Int, isWhole: Bool)
    ) throws {
        let source = try TextSource(path: path, choice)
        try source.passMarks()
        if try source.has(0), source.bytes[0] == UInt8(ascii: "{") {
            self = try WholeTable.read(objectIn: source, judge)
            return
        }
        let file = TableFile(source)
        guard let header = try file.header(judge) else { return nil }
        self.header = header.fields
        while let row = try file.next() {
            switch row {
            case .record(let record): rows.append((record.line, record.fields))
            case .refused(let refusal): throw refusal
            }
        }
        encoding = source.encoding
    }

    /// Reads the first list of objects that an object in JSON holds, as calendars are published, or JSON lines: each object is a row, in the order
    /// of the names of all their keys.
    ///
    /// - Throws: `TableRefusal` where it cannot be read so.
    private static func read(
        objectIn source: TextSource,
        _ judge: ([String]) -> (known: Int, isWhole: Bool)
    ) throws -> WholeTable {
        guard let all = try LineFile(source).rest() else { throw TableRefusal(line: 1, throughLine: 1, reason: .noRows) }
        let text: String
        switch all {
        case .line(let line): text = line.text
        case .refused(let refusal): throw refusal
        }
        var fault: JSONFault?
        let whole: JSONValue
        do throws(JSONFault) {
            whole = try JSONValue(reading: text)
        } catch {
            (whole, fault) = (.null, error)
        }
        let rows: [(line: Int, object: [String: JSONValue])]
        if let fault {
            guard let lines = try lines(of: text) else { throw TableRefusal(line: 1, throughLine: 1, reason: .badJSON(fault)) }
            rows = lines
        } else {
            rows = WholeTable.rows(of: whole, judge)
        }
        if rows.isEmpty { throw TableRefusal(line: 1, throughLine: 1, reason: .noRows) }
        let header = Set(rows.flatMap(\.object.keys)).sorted()
        let table = rows.map { line, object in
            (
                line: line,
                fields: header.map { name -> String in
                    switch object[name] {
                    case nil, .null?: ""
                    case .text(let text)?: text
                    case .truth(let truth)?: truth ? "true" : "false"
                    case .number(let digits)?: digits
                    case let other?: other.line
                    }
                }
            )
        }
        return WholeTable(header: header, rows: table, encoding: source.encoding)
    }

    /// The objects of the first list of them that an object holds, or that object alone where it is a row itself. They have no lines: their place
    /// in the list is told.
    private static func rows(
        of value: JSONValue,
        _ judge: ([String]) -> (known: Int, isWhole: Bool)
    ) -> [(line: Int, object: [String: JSONValue])] {
        guard case .object(let members) = value else { return [] }
        for (_, member) in members.sorted(by: { $0.key < $1.key }) {
            guard case .list(let list) = member else { continue }
            let objects = list.compactMap { if case .object(let object) = $0 { object } else { nil } }
            if !objects.isEmpty, objects.count == list.count { return objects.enumerated().map { ($0 + 1, $1) } }
        }
        return judge(Array(members.keys)).isWhole ? [(1, members)] : []
    }

    /// The objects of JSON lines; nil where not even the first line is one.
    ///
    /// - Throws: `TableRefusal` for the first line after it that is none.
    private static func lines(of text: String) throws(TableRefusal) -> [(line: Int, object: [String: JSONValue])]? {
        var rows: [(line: Int, object: [String: JSONValue])] = []
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.properties.isWhitespace) {
            let value: JSONValue
            do throws(JSONFault) {
                value = try JSONValue(reading: String(line))
            } catch {
                if rows.isEmpty { return nil }
                throw TableRefusal(line: index + 1, throughLine: index + 1, reason: .badJSON(error))
            }
            guard case .object(let object) = value else {
                throw TableRefusal(line: index + 1, throughLine: index + 1, reason: .noRows)
            }
            rows.append((index + 1, object))
        }
        return rows
    }

    private init(header: [String], rows: [(line: Int, fields: [String])], encoding: TextEncoding?) {
        (self.header, self.rows, self.encoding) = (header, rows, encoding)
    }
}

/// A field of a table as others read it.
public enum CSVField {
    /// `text` as a field: in quotes where it holds a comma, a quote or a line break (RFC 4180).
    public static func text(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
