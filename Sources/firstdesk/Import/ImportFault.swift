import ComplaintRules
import Ledger

/// Why a row cannot be taken in. It names columns and never what stands in them, since that is customers' data.
enum ImportFault: Error, Equatable {
    /// The row has another number of fields than the header.
    case fieldCount(found: Int, expected: Int)
    /// Nothing stands in a column that each case needs.
    case missing(column: String)
    /// What stands in the column is no date or time.
    case noTime(column: String)
    /// What stands in the column is neither yes nor no.
    case neitherYesNorNo(column: String)
    /// What stands in the column is no amount of money.
    case noAmount(column: String)
    /// What stands in the column is too long.
    case tooLong(column: String, limit: Int)
    /// Nothing says how the row would be known again.
    case numberMissing(column: String)
    /// The line is no JSON object.
    case notAnObject
    /// The part of the file cannot be read as a table or as text.
    case unreadable(TableRefusal)
    /// A rule of the desk stands against it.
    case rule(Refusal)
}

extension ImportFault {
    /// The reason as a sentence.
    var sentence: Phrase {
        switch self {
        case .fieldCount(let found, let expected):
            Phrase(
                en: "The row has \(found) \(found == 1 ? "field" : "fields"), the header \(expected).",
                zh: "该行有 \(found) 个字段，标题行有 \(expected) 个。"
            )
        case .missing(let column):
            Phrase(en: "\"\(column)\" is empty.", zh: "\"\(column)\"为空。")
        case .noTime(let column):
            Phrase(
                en: "\"\(column)\" holds no date of the form 2019-04-10 or 2019/4/10.",
                zh: "\"\(column)\"不是 2019-04-10 或 2019/4/10 形式的日期。"
            )
        case .neitherYesNorNo(let column):
            Phrase(en: "\"\(column)\" holds neither yes nor no.", zh: "\"\(column)\"既不是\"是\"也不是\"否\"。")
        case .noAmount(let column):
            Phrase(en: "\"\(column)\" holds no amount such as 1200.50.", zh: "\"\(column)\"不是 1200.50 这样的金额。")
        case .tooLong(let column, let limit):
            Phrase(en: "\"\(column)\" has more than \(limit) characters.", zh: "\"\(column)\"超过 \(limit) 个字符。")
        case .numberMissing(let column):
            Phrase(
                en: "\"\(column)\" is empty, so the case could not be known again and a second import would double it.",
                zh: "\"\(column)\"为空，无法识别该件，再次导入会重复。"
            )
        case .notAnObject:
            Phrase(en: "The line is not a JSON object.", zh: "该行不是 JSON 对象。")
        case .unreadable(let refusal):
            refusal.sentence
        case .rule(let refusal):
            refusal.sentence
        }
    }
}

extension TableRefusal {
    /// The reason as a sentence.
    fileprivate var sentence: Phrase {
        switch reason {
        case .unterminatedQuote:
            Phrase(en: "A quote opens here and is never closed.", zh: "此处的引号没有闭合。")
        case .textAfterQuote:
            Phrase(
                en: "Text stands after a closing quote; a quote inside a field has to be doubled.",
                zh: "闭合引号后还有文字；字段内的引号须写两个。"
            )
        case .fieldTooLong:
            Phrase(en: "A field is larger than \(TableFile.fieldLimit >> 20) MiB.", zh: "有字段超过 \(TableFile.fieldLimit >> 20) MiB。")
        case .recordTooLong:
            Phrase(en: "The row is larger than \(TableFile.recordLimit >> 20) MiB.", zh: "该行超过 \(TableFile.recordLimit >> 20) MiB。")
        case .notText(let encoding):
            Phrase(en: "There are bytes that mean nothing in \(encoding.rawValue).", zh: "含有不属于 \(encoding.rawValue) 编码的字节。")
        }
    }
}
