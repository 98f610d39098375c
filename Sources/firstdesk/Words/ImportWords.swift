import ComplaintRules
import TableFiles

/// What `import` says beside its refusals.
enum ImportWords {
    /// What became of the rows, on one line.
    static func report(_ report: ImportReport, isDryRun: Bool) -> Phrase {
        let (english, chinese) = isDryRun ? ("would be imported", "可导入") : ("imported", "已导入")
        return Phrase(
            en:
                "\(report.read) \(report.read == 1 ? "row" : "rows") read: \(report.imported) \(english), \(report.alreadyThere) already there, "
                + "\(report.refused) refused.",
            zh: "读取 \(report.read) 行：\(chinese) \(report.imported)，已存在 \(report.alreadyThere)，未能导入 \(report.refused)。"
        )
    }

    /// That cases were still open where they come from: on this desk no limit runs for them.
    static func stillOpen(_ count: Int) -> Phrase {
        Phrase(
            en:
                "\(count) of them \(count == 1 ? "was" : "were") still open there and \(count == 1 ? "is" : "are") history here, on which nobody works: "
                + "log what is still to be dealt with.",
            zh: "其中 \(count) 件在原处尚未办结，在此仅为历史记录，不再办理：仍需办理的请另行登记。"
        )
    }

    /// In which encoding the file was read, and what some of it reads like then.
    static func encoding(_ encoding: TextEncoding, _ sample: [String]) -> Phrase {
        let (english, chinese) =
            sample.isEmpty
            ? ("", "")
            : (
                " Nobody said so; look whether this reads well: " + sample.map { "\"\($0)\"" }.joined(separator: ", ")
                    + ". If not, give --encoding NAME.",
                "此编码系推断，请看以下文字是否正常：" + sample.map { "\"\($0)\"" }.joined(separator: "、") + "。否则请用 --encoding NAME 指明。"
            )
        return Phrase(en: "The file was read as \(encoding.name).\(english)", zh: "文件按 \(encoding.name) 编码读取。\(chinese)")
    }

    static func progress(percent: Int64) -> Phrase { Phrase(en: "Importing: \(percent) %", zh: "导入中：\(percent)%") }
}

extension ImportCommand {
    /// The command's table.
    static let table = CommandSpec(
        "import",
        Phrase(
            en: "imports past cases from CSV or JSON lines; running it again adds nothing twice",
            zh: "导入历史投诉（CSV 或 JSON 行）；重复运行不会重复导入"
        ),
        operands: [OperandSpec("FILE", Phrase(en: "the file; - is standard input", zh: "文件；- 为标准输入"))],
        options: [
            OptionSpec(
                "map",
                "NAME|FILE",
                Phrase(en: "what the columns mean: cfpb, or a file; default: as in list --json", zh: "列的含义：cfpb 或对照表文件；默认同 list --json")
            ),
            HelpWords.encodingOption,
            HelpWords.datesOption,
            OptionSpec("dry-run", Phrase(en: "only reports what would be imported", zh: "仅试运行，不导入")),
            OptionSpec("json", HelpWords.json),
        ],
        run: ImportCommand.run
    )
}
