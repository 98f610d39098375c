import ComplaintRules
import DeskScreens
import TableFiles

/// Why a file of past cases cannot be taken in at all; nothing of it was.
enum ImportError: Error, Equatable {
    /// What is wrong with a map that somebody wrote.
    enum MapFault: Hashable, Sendable {
        /// It is not JSON of the form that a map has.
        case notAMap
        /// It does not say which register it is for.
        case sourceMissing
        /// It names a field that no case has.
        case unknownField(String)
        /// It has no column for a field that each case must have.
        case fieldMissing(ImportField)
        /// It names a channel that the desk does not know.
        case unknownChannel(String)
        /// Its separator is none.
        case badSeparator
        /// Its order of dates is none.
        case badDates
    }

    /// The file cannot be read, or no further.
    case cannotRead(file: String, TextFileError)
    /// The file is empty.
    case noHeader(file: String)
    /// The header line cannot be read.
    case badHeader(file: String, ImportFault)
    /// The line that comes nearest to a header lacks columns that the map names.
    case missingColumns(file: String, [String], line: Int, found: [String])
    /// The header has a column twice that the map names.
    case columnTwice(file: String, String)
    /// There is no built-in map and no file of that name.
    case unknownMap(String)
    /// The map cannot be used.
    case badMap(file: String, MapFault)
    /// The file says that a desk signed it, and its signature does not hold.
    case badSignature(file: String, SignedFile.Fault)
}

extension ImportError {
    /// The error as a sentence for the person who gave the file.
    var sentence: Phrase {
        switch self {
        case .cannotRead(let file, let error): error.sentence(of: file)
        case .noHeader(let file):
            Phrase(en: "\(file) is empty: a table needs a header line.", zh: "\(file) 是空文件：表格须有标题行。")
        case .badHeader(let file, let fault):
            Phrase(
                en: "The header line of \(file) cannot be used: \(fault.sentence.english)",
                zh: "\(file) 的标题行无法使用：\(fault.sentence.chinese)"
            )
        case .missingColumns(let file, let names, let line, let found):
            Phrase(
                en: "\(file) lacks \(names.count == 1 ? "a column" : "columns") that the map names: "
                    + "\(names.map { "\"\($0)\"" }.joined(separator: ", ")). Nothing was imported. "
                    + "Line \(line) was read as the header: \(ImportError.some(found).map { "\"\($0)\"" }.joined(separator: ", ")).",
                zh: "\(file) 缺少对照表所指的列：\(names.map { "“\($0)”" }.joined(separator: "、"))。未导入任何记录。"
                    + "第 \(line) 行被读作标题行：\(ImportError.some(found).map { "\"\($0)\"" }.joined(separator: "、"))。"
            )
        case .columnTwice(let file, let name):
            Phrase(
                en: "\(file) has the column \"\(name)\" twice, so it is not clear which is meant. Nothing was imported.",
                zh: "\(file) 中“\(name)”列出现两次，无法确定以哪一列为准。未导入任何记录。"
            )
        case .unknownMap(let name):
            Phrase(
                en: "There is no map \"\(name)\": it is neither built in (\(ImportError.builtInNames(", "))) nor a file.",
                zh: "没有名为“\(name)”的对照表：内置的有 \(ImportError.builtInNames("、"))，也没有这个文件。"
            )
        case .badSignature(let file, let fault):
            Phrase(
                en: "\(fault.sentence(of: file).english) Nothing was imported.",
                zh: "\(fault.sentence(of: file).chinese)未导入任何记录。"
            )
        case .badMap(let file, let fault):
            Phrase(en: "The map \(file) cannot be used: \(fault.words.english)", zh: "对照表 \(file) 无法使用：\(fault.words.chinese)")
        }
    }

    /// As many names of columns as a sentence bears.
    private static func some(_ names: [String]) -> [String] {
        names.prefix(8).map { $0.count > 40 ? $0.prefix(40) + "…" : $0 } + (names.count > 8 ? ["…"] : [])
    }

    private static func builtInNames(_ separator: String) -> String { ImportMap.builtIn.map(\.name).joined(separator: separator) }
}

extension ImportError.MapFault {
    /// The channels that a map can name.
    private static func channels(_ language: Language) -> [String] {
        Channel.allCases.map { FieldShape.Option(code: $0.rawValue, label: $0.label).named(in: language) }
    }

    fileprivate var words: Phrase {
        switch self {
        case .notAMap:
            Phrase(
                en: #"it has to be JSON of the form {"source": "…", "columns": {"text": "Their column", …}}."#,
                zh: #"须为 JSON，形如 {"source": "…", "columns": {"text": "对方列名", …}}。"#
            )
        case .sourceMissing:
            Phrase(en: "\"source\" is empty; give the name of the register the file comes from.", zh: "“source”为空；请写明来源登记簿的名称。")
        case .unknownField(let name):
            Phrase(
                en: "there is no field \"\(name)\". The fields are \(ImportField.allCases.map(\.rawValue).joined(separator: ", ")).",
                zh: "没有“\(name)”字段。可用字段：\(ImportField.allCases.map(\.rawValue).joined(separator: "、"))。"
            )
        case .fieldMissing(let field):
            Phrase(
                en: "it names no column for \"\(field.rawValue)\", which each case needs.",
                zh: "未指明“\(field.rawValue)”对应的列，而每件记录都需要它。"
            )
        case .unknownChannel(let code):
            Phrase(
                en: "there is no channel \"\(code)\". The channels are \(Language.english.listed(Self.channels(.english))).",
                zh: "没有“\(code)”渠道。可用渠道：\(Language.chinese.listed(Self.channels(.chinese)))。"
            )
        case .badDates:
            Phrase(
                en: "\"dates\" is one of: \(DateOrder.allCases.map(\.rawValue).joined(separator: ", ")).",
                zh: "“dates”只能是：\(DateOrder.allCases.map(\.rawValue).joined(separator: "、"))。"
            )
        case .badSeparator:
            Phrase(en: "\"separator\" is a comma, a semicolon, a tab or a bar.", zh: "“separator”只能是逗号、分号、制表符或竖线。")
        }
    }
}
