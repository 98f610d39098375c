import ComplaintRules
import FoundationEssentials
import Ledger

/// A row of a file of past cases, or why it cannot be read.
struct ImportRow {
    /// The line it begins on, from 1.
    let line: Int
    /// What stands in each column, by the column's name.
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
    private let decoder = JSONDecoder()

    /// Opens a file. JSON lines are known by `.jsonl`, `.ndjson` or `.json` at the end of the name; `-` is a table on the standard input.
    ///
    /// - Throws: `ImportError` where it cannot be read, or its header does not fit the map.
    init(file: String, map: ImportMap) throws(ImportError) {
        self.file = file
        let name = file.lowercased()
        if [".jsonl", ".ndjson", ".json"].contains(where: name.hasSuffix) {
            do {
                source = .lines(try LineFile(path: file))
            } catch {
                throw .cannotRead(file: file, error)
            }
            return
        }
        let table: TableFile
        let first: TableRow?
        do throws(TableFileError) {
            let separator = map.separator
            table = file == "-" ? try TableFile(descriptor: 0, separator: separator) : try TableFile(path: file, separator: separator)
            first = try table.next()
        } catch {
            throw .cannotRead(file: file, error)
        }
        switch first {
        case nil: throw .noHeader(file: file)
        case .refused(let refusal): throw .badHeader(file: file, .unreadable(refusal))
        case .record(let record): source = .table(table, header: try ImportRows.header(record.fields, map, file))
        }
    }

    /// Bytes read so far, for showing progress.
    var usedBytes: Int64 {
        switch source {
        case .table(let table, _): table.usedBytes
        case .lines(let lines): lines.usedBytes
        }
    }

    /// Bytes of the file, for showing progress; nil for a pipe.
    var totalBytes: Int64? {
        switch source {
        case .table(let table, _): table.totalBytes
        case .lines(let lines): lines.totalBytes
        }
    }

    /// The next row; nil at the end of the file.
    ///
    /// - Throws: `ImportError.cannotRead` where reading fails in the middle.
    func next() throws(ImportError) -> ImportRow? {
        do throws(TableFileError) {
            switch source {
            case .table(let table, let header): return try table.next().map { row($0, header) }
            case .lines(let lines): return try lines.next().map(row)
            }
        } catch {
            throw .cannotRead(file: file, error)
        }
    }

    private func row(_ row: TableRow, _ header: [String]) -> ImportRow {
        switch row {
        case .refused(let refusal):
            return ImportRow(line: refusal.line, values: .failure(.unreadable(refusal)))
        case .record(let record):
            let fields = record.fields
            guard fields.count == header.count else {
                return ImportRow(line: record.line, values: .failure(.fieldCount(found: fields.count, expected: header.count)))
            }
            return ImportRow(line: record.line, values: .success(Dictionary(uniqueKeysWithValues: zip(header, fields))))
        }
    }

    private func row(_ row: LineRow) -> ImportRow {
        switch row {
        case .refused(let refusal):
            return ImportRow(line: refusal.line, values: .failure(.unreadable(refusal)))
        case .line(let line):
            do {
                let object = try decoder.decode([String: JSONScalar].self, from: Data(line.text.utf8))
                return ImportRow(line: line.number, values: .success(object.compactMapValues(\.text)))
            } catch {
                return ImportRow(line: line.number, values: .failure(.notAnObject))
            }
        }
    }

    /// The names of the columns, each once.
    ///
    /// - Throws: `ImportError` where the map's columns are not there, or not clear.
    private static func header(_ fields: [String], _ map: ImportMap, _ file: String) throws(ImportError) -> [String] {
        let used = map.usedColumns
        var names: [String] = []
        var seen: Set<String> = []
        for (index, field) in fields.enumerated() {
            let name = field.trimmed
            if name.count > Intake.lineLimit {
                throw .badHeader(file: file, .tooLong(column: String(name.prefix(40)), limit: Intake.lineLimit))
            }
            if used.contains(name), seen.contains(name) { throw .columnTwice(file: file, name) }
            // Columns without a name, or with one that was there already, are told apart by their place.
            let own = name.isEmpty || seen.contains(name) ? "\(name) #\(index + 1)".trimmed : name
            seen.insert(own)
            names.append(own)
        }
        let missing = map.required.filter { group in !group.contains(where: seen.contains) }
        if !missing.isEmpty { throw .missingColumns(file: file, missing.map { $0[0] }) }
        return names
    }
}

/// A value of a JSON object as a text; lists and objects within, which no field of a past case is made from, have none.
private struct JSONScalar: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            text = nil
        } else if let string = try? container.decode(String.self) {
            text = string
        } else if let truth = try? container.decode(Bool.self) {
            text = truth ? "true" : "false"
        } else if let whole = try? container.decode(Int64.self) {
            text = String(whole)
        } else if let number = try? container.decode(Double.self) {
            text = "\(number)"
        } else {
            text = nil
        }
    }
}
