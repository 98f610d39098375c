import ComplaintRules
import Glibc
import TableFiles

extension ImportMap {
    /// The largest map file, in bytes; no sensible one comes near it.
    private static let fileLimit = 1 << 20

    /// The map of that name, or, where none has it, the map in the file of that name.
    ///
    /// - Throws: `ImportError` where there is neither, or the file is no map.
    init(nameOrFile: String) throws(ImportError) {
        if let found = ImportMap.builtIn.first(where: { $0.name == nameOrFile }) {
            self = found.map
        } else {
            self = try ImportMap(json: try ImportMap.contents(of: nameOrFile), file: nameOrFile)
        }
    }

    /// Reads a map that somebody wrote: `{"source": "…", "columns": {"our field": "Their column", …}}`. A field may be made from several
    /// columns, as a list; `channels` says what their names of channels mean, `separator` what stands between fields, `dates` in which order
    /// dates are written, and `optional` which columns may be missing.
    ///
    /// - Throws: `ImportError.badMap`, which says what is wrong with it.
    init(json: [UInt8], file: String) throws(ImportError) {
        let written: Written
        do {
            written = try JSONCoding.value(Written.self, from: json)
        } catch {
            throw .badMap(file: file, .notAMap)
        }
        if written.source.isBlank { throw .badMap(file: file, .sourceMissing) }
        var columns: [ImportField: Columns] = [:]
        var required: [[String]] = []
        for (name, names) in written.columns.sorted(by: { $0.key < $1.key }) {
            guard let field = ImportField(rawValue: name) else { throw .badMap(file: file, .unknownField(name)) }
            if names.all.isEmpty { throw .badMap(file: file, .notAMap) }
            columns[field] = .joined(names.all)
            required += names.all.map { [$0] }
        }
        // Without a number of its own a row could not be known again, and a second run would take it in twice.
        for field in [ImportField.received, .sourceNumber] where columns[field] == nil { throw .badMap(file: file, .fieldMissing(field)) }
        if columns[.text] == nil, columns[.reason] == nil { throw .badMap(file: file, .fieldMissing(.text)) }
        let optional = Set((written.optional?.all ?? []).map(\.columnName))
        required.removeAll { $0.allSatisfy { optional.contains($0.columnName) } }
        self.init(source: written.source.trimmed, columns: columns, required: required)
        if let order = written.dates {
            guard let order = DateOrder(rawValue: order) else { throw .badMap(file: file, .badDates) }
            dates = order
        }
        for (name, code) in written.channels ?? [:] {
            guard let channel = Channel(rawValue: code) else { throw .badMap(file: file, .unknownChannel(code)) }
            channels[name.lowercased()] = channel
        }
        if let text = written.separator {
            guard text.utf8.count == 1, let byte = text.utf8.first, [0x2C, 0x3B, 0x09, 0x7C].contains(byte) else {
                throw .badMap(file: file, .badSeparator)
            }
            separator = byte
        }
    }

    private struct Written: Decodable {
        var source: String
        var columns: [String: Names]
        var channels: [String: String]?
        var separator: String?
        var dates: String?
        var optional: Names?
    }

    /// The name of a column, or a list of them.
    private struct Names: Decodable {
        var all: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            do {
                all = [try container.decode(String.self)]
            } catch {
                all = try container.decode([String].self)
            }
        }
    }

    private static func contents(of path: String) throws(ImportError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            // What is no file was most likely meant as a name.
            if errno == ENOENT { throw .unknownMap(path) }
            throw .cannotRead(file: path, .cannotOpen(errno))
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = read(descriptor, &block, block.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw .cannotRead(file: path, .cannotRead(errno))
            }
            bytes += block[..<count]
            if bytes.count > fileLimit { throw .badMap(file: path, .notAMap) }
        }
    }
}
