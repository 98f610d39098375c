import ComplaintRules
import DeskPapers
import Ledger
import TableFiles

/// A row of a file of past cases, or why it cannot be read.
struct ImportRow {
    /// The line it begins on, from 1.
    let line: Int
    /// What stands in each column: under the map's name where the map means it, else under its own.
    let values: Result<[String: String], ImportFault>
}

/// Reads the rows of a file of past cases one by one: a table with a header line, or JSON lines. Memory does not grow with the file.
struct ImportRows {
    private enum Source {
        case table(TableFile, header: [String])
        case lines(LineFile)
    }

    private let file: String
    private let source: Source
    private let text: TextSource
    private let names: ColumnNames
    /// Whether a desk signed the file, whose first and last line are then no rows.
    private let isSigned: Bool
    /// Whether this program wrote the table, and so put an apostrophe before what a spreadsheet would run.
    private let isOwnForm: Bool

    /// Takes an open file. JSON lines are known by `.jsonl`, `.ndjson` or `.json` at the end of the name, and by the bracket with which the first
    /// begins: no header of a table does.
    ///
    /// - Throws: `ImportError` where it cannot be read, or its header does not fit the map.
    init(_ text: TextSource, file: String, map: ImportMap, isOwnForm: Bool, isSigned: Bool) throws(ImportError) {
        (self.file, self.isOwnForm, self.isSigned) = (file, isOwnForm, isSigned)
        self.text = text
        names = ColumnNames(map)
        let ending = file.lowercased()
        let isNamed = [".jsonl", ".ndjson", ".json"].contains(where: ending.hasSuffix)
        let isBegun: Bool
        do throws(TextFileError) {
            isBegun = try text.firstSign() == UInt8(ascii: "{")
        } catch {
            throw .cannotRead(file: file, error)
        }
        if isNamed || isBegun {
            source = .lines(LineFile(text))
            return
        }
        let table = TableFile(text, separator: map.separator)
        let found: TableHeader?
        do {
            found = try table.header(names.judge)
        } catch let refusal as TableRefusal {
            throw .badHeader(file: file, .unreadable(refusal))
        } catch let error as TextFileError {
            throw .cannotRead(file: file, error)
        } catch {
            // The reading throws nothing else.
            throw .noHeader(file: file)
        }
        guard let found else { throw .noHeader(file: file) }
        source = .table(table, header: try names.header(found, file))
    }

    /// The encoding that was taken; nil while only ASCII was seen.
    var encoding: TextEncoding? { text.encoding }
    /// Whether nobody and nothing but the bytes said the encoding.
    var isEncodingGuessed: Bool { text.isGuessed }
    /// Bytes read so far, for showing progress.
    var usedBytes: Int64 { text.usedBytes }
    /// Bytes of the file, for showing progress; nil for a pipe.
    var totalBytes: Int64? { text.totalBytes }

    /// The next row; nil at the end of the file.
    ///
    /// - Throws: `ImportError.cannotRead` where reading fails in the middle.
    func next() throws(ImportError) -> ImportRow? {
        do throws(TextFileError) {
            switch source {
            case .table(let table, let header): return try table.next().map { row($0, header) }
            case .lines(let lines):
                while let row = try lines.next() {
                    if case .line(let line) = row, line.text.isBlank || isSigned && SignedFile.isOwn(line.text) { continue }
                    return self.row(row)
                }
                return nil
            }
        } catch {
            throw .cannotRead(file: file, error)
        }
    }

    private func row(_ row: TableRow, _ header: [String]) -> ImportRow {
        switch row {
        case .refused(let refusal):
            ImportRow(line: refusal.line, values: .failure(.unreadable(refusal)))
        case .record(let record):
            ImportRow(
                line: record.line,
                values: .success(
                    Dictionary(uniqueKeysWithValues: zip(header, isOwnForm ? record.fields.map(CSVWriter.plain) : record.fields))
                )
            )
        }
    }

    private func row(_ row: LineRow) -> ImportRow {
        switch row {
        case .refused(let refusal):
            ImportRow(line: refusal.line, values: .failure(.unreadable(refusal)))
        case .line(let line):
            ImportRow(line: line.number, values: Result { () throws(ImportFault) in try values(line.text) })
        }
    }

    /// The values of a line of JSON. Lists and objects are kept as their JSON, but where a fact of the case is made from them.
    private func values(_ line: String) throws(ImportFault) -> [String: String] {
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONValue(reading: line)
        } catch {
            if case .malformed = error { throw .notAnObject }
            throw .badJSON(error)
        }
        guard case .object(let members) = value else { throw .notAnObject }
        var values: [String: String] = [:]
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            let name = names.meant(by: name)
            // Written in two ways, it is not clear which is meant.
            if values[name] != nil { throw .columnTwice(column: name) }
            switch member {
            case .null: break
            case .text(let text): values[name] = text
            case .truth(let truth): values[name] = truth ? "true" : "false"
            case .number(let digits): values[name] = digits
            case .list([]), .object([:]): break
            case .list, .object:
                if names.used.contains(name) { throw .nested(column: name) }
                values[name] = member.line
            }
        }
        return values
    }
}

/// The columns of a map and what a file may call them: case, blanks, `_` and `-` do not matter.
private struct ColumnNames {
    private let map: ImportMap
    /// The columns that some fact is made from.
    let used: Set<String>
    private let byFold: [String: String]

    init(_ map: ImportMap) {
        self.map = map
        used = map.usedColumns
        // Two columns of a map that differ only so are meant exactly as they are written.
        byFold = Dictionary(grouping: used, by: \.columnName).compactMapValues { $0.count == 1 ? $0[0] : nil }
    }

    /// The map's name for a column, or its own where no fact is made from it.
    func meant(by name: String) -> String { used.contains(name) ? name : byFold[name.columnName] ?? name }

    /// How many of the map's columns a line names, and whether all that it needs are among them.
    func judge(_ fields: [String]) -> (known: Int, isWhole: Bool) {
        let found = Set(fields.map { meant(by: $0.trimmed) }).intersection(used)
        return (found.count, missing(found).isEmpty)
    }

    private func missing(_ found: Set<String>) -> [String] {
        map.required.filter { group in !group.contains(where: found.contains) }.map { $0[0] }
    }

    /// The names of the columns, each once.
    ///
    /// - Throws: `ImportError` where the map's columns are not there, or not clear.
    func header(_ header: TableHeader, _ file: String) throws(ImportError) -> [String] {
        var names: [String] = []
        var seen: Set<String> = []
        for (index, field) in header.fields.enumerated() {
            let name = meant(by: field.trimmed)
            if name.count > Intake.lineLimit {
                throw .badHeader(file: file, .tooLong(column: String(name.prefix(40)), limit: Intake.lineLimit))
            }
            if used.contains(name), seen.contains(name) { throw .columnTwice(file: file, name) }
            // Columns without a name, or with one that was there already, are told apart by their place.
            let own = name.isEmpty || seen.contains(name) ? "\(name) #\(index + 1)".trimmed : name
            seen.insert(own)
            names.append(own)
        }
        let missing = missing(seen)
        if !missing.isEmpty { throw .missingColumns(file: file, missing, line: header.line, found: names) }
        return names
    }
}
