import ComplaintRules
import TableFiles

extension TextFileError {
    /// The error as a sentence for the person who gave the file, on screens and on the command line.
    public func sentence(of file: String) -> Phrase {
        switch self {
        case .cannotOpen, .cannotRead:
            Phrase(
                en: "\(file) cannot be read\(systemWords.map { " (\($0))" } ?? "").",
                zh: "无法读取 \(file)\(systemWords.map { "（\(Phrase.system($0).chinese)）" } ?? "")。"
            )
        case .foreign(let kind):
            Phrase(
                en: "\(file) is \(kind.name.english), no text. \(kind.advice.english)",
                zh: "\(file) 是\(kind.name.chinese)，不是文本。\(kind.advice.chinese)"
            )
        case .notRecognised(let line, let byte):
            Phrase(
                en: "\(file) is not UTF-8 (line \(line), byte \(byte) of the file), and not clearly GB18030 either. "
                    + "Say what it is with --encoding NAME, or save it again as UTF-8.",
                zh: "\(file) 不是 UTF-8（第 \(line) 行，文件第 \(byte) 字节），也不能确定是 GB18030。请用 --encoding NAME 指明编码，或另存为 UTF-8。"
            )
        }
    }
}

extension Phrase {
    /// What the system said of a file, as it stands in a sentence: in Chinese where it is one of what people meet.
    public static func system(_ words: String) -> Phrase {
        let chinese = [
            "No such file or directory": "没有该文件或目录", "Permission denied": "没有权限", "Is a directory": "是目录", "Not a directory": "不是目录",
            "No space left on device": "磁盘已满", "Read-only file system": "文件系统只读", "File exists": "文件已存在",
            "Input/output error": "读写出错", "File name too long": "文件名过长", "Operation not permitted": "不允许该操作",
        ]
        return Phrase(en: words, zh: chinese[words] ?? words)
    }
}

extension ForeignFile {
    /// What it is.
    fileprivate var name: Phrase {
        switch self {
        case .excelWorkbook: Phrase(en: "an Excel workbook", zh: " Excel 工作簿")
        case .oldOffice: Phrase(en: "a file of an old Office (.xls, .doc)", zh: "旧版 Office 文件（.xls、.doc）")
        case .openDocument: Phrase(en: "a LibreOffice document", zh: " LibreOffice 文档")
        case .zip: Phrase(en: "a ZIP archive", zh: " ZIP 压缩包")
        case .pdf: Phrase(en: "a PDF", zh: " PDF 文件")
        case .gzip: Phrase(en: "a gzip file", zh: " gzip 压缩文件")
        case .sqlite: Phrase(en: "an SQLite database", zh: " SQLite 数据库")
        case .rtf: Phrase(en: "an RTF document", zh: " RTF 文档")
        case .image: Phrase(en: "an image", zh: "图片")
        case .webPage: Phrase(en: "a web page", zh: "网页")
        case .xml: Phrase(en: "XML", zh: " XML 文件")
        case .compressed: Phrase(en: "a compressed file", zh: "压缩文件")
        case .binary: Phrase(en: "a file of bytes", zh: "二进制文件")
        }
    }

    /// What to do about it.
    fileprivate var advice: Phrase {
        switch self {
        case .excelWorkbook, .oldOffice, .openDocument, .webPage, .xml:
            Phrase(en: "Open it in a spreadsheet program and save it as CSV in UTF-8.", zh: "请在表格软件中打开，另存为 UTF-8 编码的 CSV。")
        case .zip, .gzip, .compressed: Phrase(en: "Unpack it first.", zh: "请先解压。")
        case .pdf, .sqlite, .rtf, .image, .binary: Phrase(en: "Give a CSV file or JSON lines.", zh: "请提供 CSV 文件或 JSON 行。")
        }
    }
}

extension TableRefusal.Reason {
    /// The reason as a sentence.
    public var sentence: Phrase {
        switch self {
        case .unterminatedQuote:
            Phrase(en: "A quote opens here and is never closed.", zh: "此处的引号没有闭合。")
        case .textAfterQuote:
            Phrase(
                en: "There is text after a closing quote; a quote inside a field must be doubled.",
                zh: "闭合引号后还有文字；字段内的引号须写两个。"
            )
        case .fieldTooLong:
            Phrase(en: "A field is larger than \(TableFile.fieldLimit >> 20) MiB.", zh: "有字段超过 \(TableFile.fieldLimit >> 20) MiB。")
        case .recordTooLong:
            Phrase(en: "The line is larger than \(TableFile.recordLimit >> 20) MiB.", zh: "该行超过 \(TableFile.recordLimit >> 20) MiB。")
        case .notText(let encoding, let byte):
            Phrase(
                en: "Contains bytes that are not valid \(encoding.name), from byte \(byte) of the file on.",
                zh: "自文件第 \(byte) 字节起含有不属于 \(encoding.name) 编码的字节。"
            )
        case .badJSON(let fault): fault.sentence
        case .noRows: Phrase(en: "There are no objects in the JSON that could be rows.", zh: "JSON 中没有可作为行的对象。")
        case .tooManyFields(let found, let expected):
            Phrase(
                en: "The row has \(found) \(found == 1 ? "field" : "fields"), the header \(expected).",
                zh: "该行有 \(found) 个字段，标题行有 \(expected) 个。"
            )
        }
    }
}

extension JSONFault {
    /// The fault as a sentence.
    public var sentence: Phrase {
        switch self {
        case .malformed(let byte):
            Phrase(
                en: "That is not JSON. Write an object such as {\"text\": \"…\"}. Byte \(byte) of it is out of place.",
                zh: "不是 JSON。请写成对象，如 {\"text\": \"…\"}。第 \(byte) 字节有误。"
            )
        case .halfCharacter(let key):
            Phrase(
                en: "\"\(key)\" holds half a character (a \\u escape without its other half), which cannot be stored.",
                zh: "“\(key)”含半个字符（\\u 转义缺另一半），无法保存。"
            )
        case .twice(let key): Phrase(en: "\"\(key)\" appears twice.", zh: "“\(key)”重复出现。")
        case .tooDeep: Phrase(en: "Lists and objects are nested too deep.", zh: "列表和对象嵌套过深。")
        }
    }
}
