import ComplaintRules
import DeskScreens
import Ledger
import TableFiles

/// Why a row cannot be taken in. It names columns and never what stands in them, since that is customers' data.
enum ImportFault: Error, Equatable {
    /// Nothing stands in a column that each case needs.
    case missing(column: String)
    /// What stands in the column is no date or time.
    case noTime(column: String)
    /// What stands in the column is a date whose parts may be meant in several orders.
    case openDate(column: String)
    /// A spreadsheet has cut the number in the column to its first digits.
    case cutNumber(column: String)
    /// What stands in the column is a list or an object.
    case nested(column: String)
    /// Two columns of the row, written differently, mean this one.
    case columnTwice(column: String)
    /// What stands in the column is neither yes nor no.
    case neitherYesNorNo(column: String)
    /// What stands in the column is no amount of money.
    case noAmount(column: String)
    /// What stands in the column is no whole number from 1.
    case noCount(column: String)
    /// What stands in the column is too long.
    case tooLong(column: String, limit: Int)
    /// Nothing says how the row would be known again.
    case numberMissing(column: String)
    /// The line is no JSON object.
    case notAnObject
    /// The line is JSON that cannot be read.
    case badJSON(JSONFault)
    /// Another case has the number already, or the same one with other contents.
    case otherContents(number: CaseNumber, columns: [String])
    /// The part of the file cannot be read as a table or as text.
    case unreadable(TableRefusal)
    /// A rule of the desk stands against it.
    case rule(Refusal)
}

extension ImportFault {
    /// The reason as a sentence.
    var sentence: Phrase {
        switch self {
        case .missing(let column):
            Phrase(en: "\"\(column)\" is empty.", zh: "“\(column)”为空。")
        case .noTime(let column):
            Phrase(
                en: "\"\(column)\" must be a date from 1970 on. Write it as 2019-04-10 or 2019/4/10.",
                zh: "“\(column)”应为 1970 年以后的日期，写成 2019-04-10 或 2019/4/10。"
            )
        case .openDate(let column):
            Phrase(
                en: "\"\(column)\" holds a date whose order is open; give --dates mdy, dmy or ymd.",
                zh: "“\(column)”中日期的年月日顺序不明，请用 --dates 指明 mdy、dmy 或 ymd。"
            )
        case .cutNumber(let column):
            Phrase(
                en: "\"\(column)\" holds a number that a spreadsheet has cut (such as 2.02603E+14): its last digits are lost. "
                    + "Export it again with the column as text.",
                zh: "“\(column)”中的长数字被表格软件截短（如 2.02603E+14），末位已丢失。请将该列设为文本后重新导出。"
            )
        case .nested(let column):
            Phrase(en: "\"\(column)\" holds a list or an object, not a text.", zh: "“\(column)”是列表或对象，不是文本。")
        case .columnTwice(let column): Phrase(en: "\"\(column)\" appears twice.", zh: "“\(column)”重复出现。")
        case .otherContents(let number, let columns):
            Phrase(
                en: "Another complaint has this number already: \(number), which differs in "
                    + "\(columns.map { "\"\($0)\"" }.joined(separator: ", ")).",
                zh: "此编号已属于另一件投诉 \(number)，不同之处：\(columns.map { "“\($0)”" }.joined(separator: "、"))。"
            )
        case .neitherYesNorNo(let column):
            Phrase(en: "\"\(column)\" is neither yes nor no.", zh: "“\(column)”既不是“是”也不是“否”。")
        case .noAmount(let column):
            Phrase(en: "\"\(column)\" is not an amount such as 1200.50.", zh: "“\(column)”不是 1200.50 这样的金额。")
        case .noCount(let column):
            Phrase(en: "\"\(column)\" is not a whole number, 1 or more.", zh: "“\(column)”应为正整数。")
        case .tooLong(let column, let limit):
            Phrase(en: "\"\(column)\" has more than \(limit) characters.", zh: "“\(column)”超过 \(limit) 个字符。")
        case .numberMissing(let column):
            Phrase(
                en: "\"\(column)\" is empty, so the case could not be recognised and a second import would add it twice.",
                zh: "“\(column)”为空，无法识别该件，再次导入会重复。"
            )
        case .notAnObject:
            Phrase(en: "The line is not a JSON object.", zh: "该行不是 JSON 对象。")
        case .badJSON(let fault): fault.sentence
        case .unreadable(let refusal): refusal.reason.sentence
        case .rule(let refusal):
            refusal.sentence
        }
    }
}
