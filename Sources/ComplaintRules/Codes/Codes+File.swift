/// What is wrong with a table of codes, or with the file that it comes from.
public enum CodeFault: Error, Hashable, Sendable {
    /// The header lacks this column.
    case noColumn(String)
    /// A row whose axis is none of the desk's.
    case badAxis(line: Int)
    /// A row that says neither true nor false where it has to.
    case badFlag(line: Int)
    /// A key that is none: lower-case letters, digits and hyphens.
    case badKey(String)
    /// A key that an axis has twice.
    case twice(Code.Axis, String)
    /// A code without a label.
    case noLabel(Code.Axis, String)
    /// A code whose label is too long for a line.
    case longLabel(Code.Axis, String)
    /// An axis without "other".
    case noOther(Code.Axis)
    /// A code under one that its axis has not.
    case noParent(Code.Axis, String, parent: String)
    /// A code under one of another axis.
    case strangeParent(Code.Axis, String, parent: String, of: Code.Axis)
    /// A code that is under itself.
    case circle(Code.Axis, String)

    /// The fault as a sentence.
    public var sentence: Phrase {
        switch self {
        case .noColumn(let name):
            Phrase(
                en: "The file has no column \"\(name)\". Expected: axis, key, en, zh, pinyin.",
                zh: "文件缺少 \(name) 列。应有：axis、key、en、zh、pinyin。"
            )
        case .badAxis(let line):
            Phrase(
                en: "Line \(line): axis must be one of: \(Language.english.listed(Code.Axis.allCases.map(\.rawValue))).",
                zh: "第 \(line) 行：axis 应为：\(Language.chinese.listed(Code.Axis.allCases.map(\.rawValue)))。"
            )
        case .badFlag(let line): Phrase(en: "Line \(line): offered must be true or false.", zh: "第 \(line) 行：offered 应为 true 或 false。")
        case .badKey(let key):
            Phrase(
                en: "\"\(key)\" is not a valid code: lower-case letters, digits and hyphens, at most 40.",
                zh: "“\(key)”不是有效代码：小写字母、数字和连字符，最多 40 个。"
            )
        case .twice(let axis, let key):
            Phrase(en: "\(axis.label.english): \"\(key)\" appears twice.", zh: "\(axis.label.chinese)：“\(key)”重复。")
        case .noLabel(let axis, let key):
            Phrase(en: "\(axis.label.english): \"\(key)\" has no label.", zh: "\(axis.label.chinese)：“\(key)”没有名称。")
        case .longLabel(let axis, let key):
            Phrase(en: "\(axis.label.english): the label of \"\(key)\" is too long.", zh: "\(axis.label.chinese)：“\(key)”的名称过长。")
        case .noParent(let axis, let key, let parent):
            Phrase(
                en: "\(axis.label.english): \"\(key)\" is under \"\(parent)\", which is no code there.",
                zh: "\(axis.label.chinese)：“\(key)”的上级“\(parent)”不是该类代码。"
            )
        case .strangeParent(let axis, let key, let parent, let other):
            Phrase(
                en:
                    "\(axis.label.english): \"\(key)\" is under \"\(parent)\", which is a code of another axis: \(other.label.english). Name one of its own axis, or none.",
                zh: "\(axis.label.chinese)：“\(key)”的上级“\(parent)”属于另一类代码（\(other.label.chinese)）。请改填同类代码，或留空。"
            )
        case .circle(let axis, let key):
            Phrase(
                en: "\(axis.label.english): \"\(key)\" is under itself. Choose another code above it, or none.",
                zh: "\(axis.label.chinese)：“\(key)”的上级指向其自身。请改选其他上级，或留空。"
            )
        case .noOther(let axis):
            Phrase(
                en: "\(axis.label.english): \"other\" must always be there, so that every complaint can be given a code.",
                zh: "\(axis.label.chinese)：须保留“other”（其他），使每件投诉都有代码。"
            )
        }
    }
}

extension Code.Axis {
    /// What people read.
    public var label: Phrase { FieldLabel.of(rawValue) }
}

extension CodeTable {
    /// Makes a table from the rows of a file with the columns axis, key, en, zh, and, where they are there, pinyin, offered, parent and official.
    /// A code with one label has it in both languages.
    ///
    /// - Parameter rows: each with the number of its line, its fields in the order of `header`.
    public init(header: [String], rows: [(line: Int, fields: [String])]) throws(CodeFault) {
        let columns = header.map(\.columnName)
        for name in ["axis", "key"] where !columns.contains(name) { throw .noColumn(name) }
        guard columns.contains("en") || columns.contains("zh") else { throw .noColumn("en") }
        var codes: [Code] = []
        for (line, fields) in rows {
            func field(_ name: String) -> String {
                columns.firstIndex(of: name).flatMap { $0 < fields.count ? fields[$0].trimmed : nil } ?? ""
            }
            guard let axis = Code.Axis(rawValue: field("axis").lowercased()) else { throw .badAxis(line: line) }
            let isOffered: Bool
            switch field("offered").lowercased() {
            case "", "true", "yes", "1", "是": isOffered = true
            case "false", "no", "0", "否": isOffered = false
            default: throw .badFlag(line: line)
            }
            let (english, chinese) = (field("en"), field("zh"))
            codes.append(
                Code(
                    axis,
                    field("key"),
                    en: english.isEmpty ? chinese : english,
                    zh: chinese.isEmpty ? english : chinese,
                    pinyin: field("pinyin").lowercased(),
                    isOffered: isOffered,
                    under: field("parent").isEmpty ? nil : field("parent"),
                    official: field("official")
                )
            )
        }
        self.init(codes)
        try check()
    }

    /// How many columns of a file of codes a line names, and whether it can be the header of one.
    public static func judge(_ fields: [String]) -> (known: Int, isWhole: Bool) {
        let found = Set(fields.map(\.columnName))
        return (found.intersection(columns).count, found.isSuperset(of: ["axis", "key"]))
    }

    /// The columns of a file of codes, in the order of `row(_:)`.
    public static let columns = ["axis", "key", "en", "zh", "pinyin", "offered", "parent", "official"]

    /// A code as a row of a file that `codes load` takes back.
    public static func row(_ code: Code) -> [String] {
        [
            code.axis.rawValue, code.key, code.label.english, code.label.chinese, code.pinyinInitials, code.isOffered ? "true" : "false",
            code.parent ?? "", code.official,
        ]
    }
}
