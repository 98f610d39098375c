import ComplaintRules

// What stands on the figures.
extension Phrase {
    static let nextPaper = Phrase(en: "The next paper, or the one before", zh: "下一单据或上一单据")
    static let foldCodes = Phrase(en: "Fold codes into those above", zh: "按上级代码合并")
    static let unfoldCodes = Phrase(en: "Each code by itself", zh: "按各代码分列")
    static let nextAxis = Phrase(en: "Count by the next heading, or the one before", zh: "按下一项或上一项分类")
    static let nextAxisShort = Phrase(en: "Count by", zh: "分类")
    static func monthsInNumbers(isRunning: Bool) -> Phrase {
        Phrase(
            en: "Received, 12 months\(isRunning ? "; the last one is not over yet" : "")",
            zh: "受理件数，12 个月\(isRunning ? "；最后一月未满" : "")"
        )
    }
    /// Beside the total, where not all rows are in sight.
    static func rowsShown(_ first: Int, _ last: Int, of count: Int) -> Phrase {
        Phrase(en: "rows \(first) to \(last) of \(count)", zh: "第 \(first) 至 \(last) 行，共 \(count) 行")
    }
    static let figuresTitle = Term.figures
    static let figuresCases = Phrase(en: "Open the cases behind it", zh: "查看相应投诉")
    static let figuresCasesShort = Phrase(en: "Cases", zh: "投诉")
    static let periodBefore = Phrase(en: "The period before", zh: "上一期间")
    static let periodBeforeShort = Phrase(en: "Before", zh: "上期")
    static let periodAfter = Phrase(en: "The period after", zh: "下一期间")
    static let periodLength = Phrase(en: "Month, quarter, half-year, year, week, day", zh: "月、季度、半年、年、周、日")
    static let periodLengthShort = Phrase(en: "Period", zh: "期间")
    static let periodNotBegun = Phrase(en: "The next period has not begun yet.", zh: "下一期间尚未开始。")
    static let figuresRunning = Phrase(en: ", running", zh: "（未满）")
    static func figuresAgainst(_ periods: [String], _ days: String) -> Phrase {
        Phrase(
            en: "against \(periods.joined(separator: " and ")); open days \(days)",
            zh: "对比 \(Language.chinese.listed(periods))；营业日 \(days)"
        )
    }
    static func anOpenDay(_ change: String) -> Phrase { Phrase(en: "per open day \(change)", zh: "每营业日 \(change)") }
    static let sentencePart = Phrase(en: "; ", zh: "；")
    static let rose = Phrase(en: "ROSE", zh: "上升")
    /// Before what rose by another axis than the one on screen.
    static func roseBy(_ axis: Phrase, _ key: String) -> Phrase {
        Phrase(en: "ROSE by \(axis.english.lowercased()) (press \(key))", zh: "上升：\(axis.chinese)（按 \(key) 查看）")
    }
    static let severalLimits = Phrase(
        en: "A case may miss several limits; \"all\" counts it once.",
        zh: "一件可有多项时限未达；“\(Term.all.chinese)”每件只计一次。"
    )
    static let severalRows = Phrase(
        en: "A case may stand in several rows; \"all\" counts it once.",
        zh: "一件可计入多行；“\(Term.all.chinese)”每件只计一次。"
    )
    static func usualFor(_ days: Int) -> Phrase {
        Phrase(en: "| = usual for \(days) open \(days == 1 ? "day" : "days")", zh: "| = 往常（按 \(days) 个营业日）")
    }
    static let nowShort = Term.thisPeriod
    static let allRows = Term.all
    static let nothingReceived = Phrase(
        en: "Nothing was received in these periods. Press [ for the one before.",
        zh: "这些期间没有受理投诉，按 [ 查看上一期间。"
    )
    static let reportAsIssued = Phrase(en: "The report as it was issued", zh: "已出具的月度报告")
    static let reportAsIssuedShort = Phrase(en: "As issued", zh: "已出具")
    static func reportOf(_ month: Month, _ issue: Int, _ count: Int) -> Phrase {
        Phrase(en: "Report for \(month), issue \(issue) of \(count)", zh: "\(month) 月度报告，第 \(issue) 次出具（共 \(count) 次）")
    }
    static let issueBefore = Phrase(en: "The issue before", zh: "上一次出具")
    static let issueAfter = Phrase(en: "The issue after", zh: "下一次出具")
    static let noSuchIssue = Phrase(en: "There is no other issue of this month.", zh: "本月没有其他出具。")
    static let onlyMonthsAreIssued = Phrase(
        en: "Only months have a report that is issued. Press Tab for the month.",
        zh: "只有月度报告须出具，按 Tab 切换到月。"
    )
    static let notIssued = Phrase(
        en: "The report for this month has not been issued yet. Press F on the Desk once the month has ended.",
        zh: "本月报告尚未出具；月份结束后请在工作台按 F 出具。"
    )
    static let riseTooEarly = Phrase(en: "What rose: too early to say.", zh: "上升情况：可比记录不足三个月，暂不判断。")
    static let riseNone = Phrase(en: "What rose: nothing beyond chance (without repeats).", zh: "上升情况：未见超出偶然的上升（不含重复）。")
    static func figureCases(_ count: Int, hidden: Int) -> Phrase {
        hidden == 0
            ? Phrase(en: count == 1 ? "1 case" : "\(count) cases", zh: "共 \(count) 件")
            : Phrase(en: "\(count) \(count == 1 ? "case" : "cases"), \(hidden) not shown", zh: "共 \(count) 件，其中 \(hidden) 件不显示")
    }

    static let papersTitle = Phrase(en: "Papers", zh: "单据")
    static func paperOf(_ kind: Phrase, _ number: String) -> Phrase {
        Phrase(en: "\(kind.english) \(number)", zh: "\(kind.chinese) \(number)")
    }
    static let papersOfCase = Phrase(en: "Papers of the case", zh: "本件单据")
    static let printPaper = Term.printing
    static let printShort = Term.printing
    static let saveShort = Term.file
    static let saveToFile = Phrase(en: "Save to a file", zh: "存为文件")
    static func saveForms(_ endings: [String]) -> Phrase {
        Phrase(
            en: "The ending of the name says the form: \(Language.english.listed(endings)).",
            zh: "按文件名后缀决定格式：\(Language.chinese.listed(endings))。"
        )
    }
    static func fileIsThere(_ path: String) -> Phrase {
        Phrase(en: "There is a file \(path) already. Choose another name.", zh: "\(path) 已存在，请改用其他文件名。")
    }
}
