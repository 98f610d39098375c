/// What is wrong with scripts, or with the file that they come from.
public struct ScriptFault: Error, Hashable, Sendable {
    /// What it is.
    public enum What: Hashable, Sendable {
        /// The header lacks this column.
        case noColumn(String)
        /// There is no script at all.
        case none
        /// A language that the desk does not speak.
        case badLanguage
        /// Neither true nor false where one of them has to stand.
        case badFlag
        /// A key that is none.
        case badKey(String)
        /// A key that a language has twice.
        case twice(String, Language)
        /// Nothing to look for it by.
        case noTitle(String)
        /// More than fits a line.
        case longTitle(String)
        /// No words.
        case noText(String)
        /// More words than a text may have.
        case longText(String)
        /// A blank that nothing fills.
        case unknownBlank(String, String)
        /// A code that the branch does not have.
        case unknownCode(String, Code.Axis, String)
    }

    /// What it is.
    public let what: What
    /// The line of the file; nil where there is none.
    public var line: Int?

    /// Makes a fault.
    public init(_ what: What, line: Int? = nil) { (self.what, self.line) = (what, line) }

    /// The fault as a sentence.
    public var sentence: Phrase {
        let words = words
        return line.map { Phrase(en: "Line \($0): \(words.english)", zh: "第 \($0) 行：\(words.chinese)") } ?? words
    }

    private var words: Phrase {
        switch what {
        case .noColumn(let name):
            Phrase(
                en: "The file has no column \"\(name)\". Expected: language, key, title, text, business, reason, offered.",
                zh: "文件缺少 \(name) 列。应有：language、key、title、text、business、reason、offered。"
            )
        case .none: Phrase(en: "There are no scripts in it.", zh: "其中没有话术。")
        case .badLanguage: Phrase(en: "language must be en or zh.", zh: "language 应为 en 或 zh。")
        case .badFlag: Phrase(en: "offered must be true or false.", zh: "offered 应为 true 或 false。")
        case .badKey(let key):
            Phrase(
                en: "\"\(key)\" is not a valid key: lower-case letters, digits and hyphens, at most 40.",
                zh: "“\(key)”不是有效的键：小写字母、数字和连字符，最多 40 个。"
            )
        case .twice(let key, let language):
            Phrase(en: "\"\(key)\" appears twice in \(language.rawValue).", zh: "“\(key)”在 \(language.rawValue) 中重复。")
        case .noTitle(let key): Phrase(en: "\"\(key)\" has no title.", zh: "“\(key)”没有标题。")
        case .longTitle(let key): Phrase(en: "The title of \"\(key)\" is too long.", zh: "“\(key)”的标题过长。")
        case .noText(let key): Phrase(en: "\"\(key)\" has no text.", zh: "“\(key)”没有内容。")
        case .longText(let key): Phrase(en: "The text of \"\(key)\" is too long.", zh: "“\(key)”的内容过长。")
        case .unknownBlank(let key, let blank):
            Phrase(
                en: "\"\(key)\": there is no blank {\(blank)}. There are: \(Language.english.listed(ScriptBlank.allCases.map(\.braced))).",
                zh: "“\(key)”：没有 {\(blank)} 这一空位。可用：\(Language.chinese.listed(ScriptBlank.allCases.map(\.braced)))。"
            )
        case .unknownCode(let key, let axis, let code):
            Phrase(
                en: "\"\(key)\": the branch has no code \"\(code)\" for \(axis.rawValue).",
                zh: "“\(key)”：本网点的\(axis.label.chinese)没有代码“\(code)”。"
            )
        }
    }
}

extension ScriptBlank {
    /// `{reply-by}`: as it is written in a script.
    public var braced: String { "{\(rawValue)}" }
}

extension ScriptTable {
    /// Makes a table from the rows of a file with the columns key, title, text, and, where they are there, language, business, reason and
    /// offered. Words with a Han character are Chinese where no language is said.
    ///
    /// - Parameters:
    ///   - rows: each with the number of its line, its fields in the order of `header`.
    ///   - codes: the branch's; business and reason are keys or labels of it.
    public init(header: [String], rows: [(line: Int, fields: [String])], codes: CodeTable) throws(ScriptFault) {
        let columns = header.map(\.columnName)
        for name in ["key", "title", "text"] where !columns.contains(name) { throw ScriptFault(.noColumn(name)) }
        var (scripts, seen): ([Script], Set<String>) = ([], [])
        for (line, fields) in rows {
            func field(_ name: String) -> String {
                columns.firstIndex(of: name).flatMap { $0 < fields.count ? fields[$0].trimmed : nil } ?? ""
            }
            func code(_ axis: Code.Axis) -> String { codes.key(for: field(axis.rawValue), on: axis) ?? field(axis.rawValue) }
            let text = field("text")
            let language: Language
            switch field("language").lowercased() {
            case "": language = text.unicodeScalars.contains(where: \.properties.isIdeographic) ? .chinese : .english
            case let written:
                guard let known = Language(rawValue: written) else { throw ScriptFault(.badLanguage, line: line) }
                language = known
            }
            guard let isOffered = field("offered").isEmpty ? true : Written.flag(field("offered")) else {
                throw ScriptFault(.badFlag, line: line)
            }
            let script = Script(
                language,
                field("key"),
                field("title"),
                business: code(.business),
                reason: code(.reason),
                isOffered: isOffered,
                text
            )
            do throws(ScriptFault) {
                try script.check(codes)
            } catch {
                throw ScriptFault(error.what, line: line)
            }
            if !seen.insert(script.id).inserted { throw ScriptFault(.twice(script.key, language), line: line) }
            scripts.append(script)
        }
        if scripts.isEmpty { throw ScriptFault(.none) }
        self.init(scripts)
    }

    /// How many columns of a file of scripts a line names, and whether it can be the header of one.
    public static func judge(_ fields: [String]) -> (known: Int, isWhole: Bool) {
        let found = Set(fields.map(\.columnName))
        return (found.intersection(columns).count, found.isSuperset(of: ["key", "title", "text"]))
    }

    /// The columns of a file of scripts, in the order of `row(_:)`.
    public static let columns = ["language", "key", "title", "text", "business", "reason", "offered"]

    /// A script as a row of a file that `scripts load` takes back.
    public static func row(_ script: Script) -> [String] {
        [
            script.language.rawValue, script.key, script.title, script.text, script.business, script.reason,
            script.isOffered ? "true" : "false",
        ]
    }
}
