import ComplaintRules

// What stands on the registers and in their forms.
extension Phrase {
    static func searchCut(_ limit: Int) -> Phrase {
        Phrase(en: "only the first \(limit) characters are searched for", zh: "仅检索前 \(limit) 个字符")
    }
    static let colleaguesHave = Phrase(en: "Colleagues have these; tell the customer this and no more:", zh: "同事办理中，仅可告知客户以下内容：")
    static func searchRegisters(_ text: String) -> Phrase {
        Phrase(
            en: "A colleague has it: search the registers for \(Language.english.quoted(text))",
            zh: "同事办理中：在登记簿检索\(Language.chinese.quoted(text))"
        )
    }
    static let registerComplaints = Phrase(en: "Complaints", zh: "意见登记簿")
    static let registerBook = Phrase(en: "Comment book", zh: "客户意见簿")
    static let nextRegister = Phrase(en: "The other register", zh: "另一登记簿")
    static let orderNumber = Phrase(en: "by number, latest first", zh: "按编号")
    static let orderCustomer = Phrase(en: "by customer, named ones only", zh: "按客户姓名（不含匿名）")
    static let orderWritten = Phrase(en: "latest written first", zh: "按填写日期")

    static let filterTitle = Phrase(en: "Filter the registers", zh: "筛选登记簿")
    static let filterShort = Phrase(en: "Filter", zh: "筛选")
    static let showChosen = Phrase(en: "Show", zh: "显示")
    static let filterOnly = Phrase(en: "Only", zh: "仅显示")
    static let moreThanFit = Phrase(en: "more cases than fit here", zh: "多于一屏")
    static func rowsCounted(_ count: Int, hasMore: Bool) -> Phrase {
        hasMore
            ? Phrase(en: "more than \(count) cases", zh: "超过 \(count) 件")
            : Phrase(en: "\(count) \(count == 1 ? "case" : "cases")", zh: "共 \(count) 件")
    }
    static let filterStaffHint = Phrase(en: "first responder, handler or receiver", zh: "首问责任人、经办人或待接收人")
    static let filterMineBox = Phrase(en: "mine only", zh: "仅我的")
    static let filterOverdueBox = Phrase(en: "overdue only", zh: "仅逾期")
    static let filterMine = Phrase(en: "mine", zh: "我的")
    static let filterOverdue = Term.pastDue
    static let filterStageNext = Phrase(en: "Show the next stage only", zh: "仅显示下一状态")
    static let filterChannelNext = Phrase(en: "Show the next channel only", zh: "仅显示下一渠道")
    static let filterOverdueNext = Phrase(en: "Show overdue ones only, or all", zh: "仅显示逾期或全部")
    static let filterMineNext = Phrase(en: "Show mine only, or all", zh: "仅显示我的或全部")
    static let dayHint = Phrase(en: "e.g. 2026-11-22", zh: "例如 2026-11-22")
    static func since(_ day: String) -> Phrase { Phrase(en: "from \(day)", zh: "\(day)起") }
    static func upTo(_ day: String) -> Phrase { Phrase(en: "to \(day)", zh: "至\(day)") }

    static let columnsTitle = Phrase(en: "Choose columns", zh: "选择列")
    static let columnsShort = Phrase(en: "Columns", zh: "列")
    static let columnsHint = Phrase(
        en: "Press Space to tick a column. Columns that do not fit are dropped from the right. With none ticked, the best fit is chosen.",
        zh: "按空格勾选。放不下的列从右侧起略去；全不勾选时按宽度自动选列。"
    )
    static let columnHolder = Phrase(en: "Handler", zh: "经办人")
    static let columnFirst = Phrase(en: "Responder", zh: "首问责任人")
    static let columnClosed = Phrase(en: "Closed", zh: "办结")
    static let columnWritten = Phrase(en: "Written", zh: "填写")
    static let columnPlace = Phrase(en: "Page/ln", zh: "页/行")
    static let columnText = Term.text
    static let columnAnswered = Phrase(en: "Answered", zh: "簿中回复")
    static let columnAnsweredInBook = Term.answerInBook
    static let bookAnswerDue = Phrase(en: "not yet", zh: "尚未")
    static let bookNoAnswer = Term.none

    static let mark = Phrase(en: "Mark, to act on several at once", zh: "标记，以便一次办理多件")
    static let marksElsewhere = Phrase(en: "Rows are marked in the registers (2).", zh: "请在登记簿（2）中标记。")
    static let markShort = Phrase(en: "Mark", zh: "标记")
    static func markedCount(_ count: Int) -> Phrase { Phrase(en: "\(count) marked", zh: "已标记 \(count) 件") }
    static let actsOnOne = Phrase(en: "Actions", zh: "办理")
    static func notDone(_ number: String, _ why: Phrase) -> Phrase {
        Phrase(en: "Not done on \(number).\n\n\(why.english)", zh: "未办理 \(number)。\n\n\(why.chinese)")
    }
    static let actsOnMarked = Phrase(en: "Actions on marked cases", zh: "对所标记的投诉办理")
    static func onMarked(_ act: Phrase, _ count: Int) -> Phrase {
        Phrase(en: "\(act.english): \(count) \(count == 1 ? "case" : "cases")", zh: "\(act.chinese)：\(count) 件")
    }
    static let onlyManagersActOnMany = Phrase(
        en: "Only a manager may act on several at once. Open a case to act on just that one.",
        zh: "只有投诉管理人和网点负责人可批量办理；请打开投诉后办理。"
    )
    static func andMore(_ count: Int) -> Phrase { Phrase(en: " and \(count) more", zh: "，另有 \(count) 件") }
    static func doneOnMarked(_ act: Phrase, _ count: Int) -> Phrase {
        Phrase(en: "\(act.english): done on \(count) \(count == 1 ? "case" : "cases").", zh: "\(act.chinese)：已办理 \(count) 件。")
    }
    static func toldOfMarked(_ done: [String], _ refused: [(why: Phrase, numbers: [String])]) -> Phrase {
        outcomes(
            done,
            refused,
            nothing: Phrase(en: "Nothing was done.", zh: "未办理任何一件。"),
            done: Phrase(en: "Done (\(done.count))", zh: "已办理 \(done.count) 件"),
            not: Phrase(en: "Not done; these stay marked:", zh: "未办理，仍保留标记：")
        )
    }
    /// What was done, and below it what was not, by reasons.
    static func outcomes(
        _ done: [String],
        _ refused: [(why: Phrase, numbers: [String])],
        nothing: Phrase,
        done heading: Phrase,
        not: Phrase
    ) -> Phrase {
        func told(_ language: Language) -> String {
            let first = done.isEmpty ? language(nothing) : language.labelled(heading, language.listed(done))
            let rest = refused.map { "! \(language.listed($0.numbers))\n\(language($0.why))" }
            return ([first, language(not)] + rest).joined(separator: "\n\n")
        }
        return Phrase(en: told(.english), zh: told(.chinese))
    }

    static let order = Phrase(en: "Sort", zh: "排序")
    static let clearFilters = Phrase(en: "Show all", zh: "显示全部")
    static let unmark = Phrase(en: "Unmark", zh: "取消标记")
    static let noComplaints = Phrase(en: "No complaints yet. Press n to log the first one.", zh: "尚无投诉。按 n 登记第一件。")
    static let noBookEntries = Phrase(
        en: "No entries of the comment book yet. Press 3 to review the book.",
        zh: "尚无意见簿意见。按 3 查阅意见簿。"
    )
    static let colleaguesToOpen = Phrase(
        en: "A colleague has it; nothing more is shown of it than stands below.",
        zh: "该投诉由同事办理，仅显示下方内容。"
    )
    static let onlyColleaguesHave = Phrase(en: "None of yours. What colleagues have stands below.", zh: "您名下没有；同事办理中的见下方。")
    static let nothingFoundByDigits = Phrase(
        en: "Nothing found. Of a telephone: the last four digits. Esc shows all.",
        zh: "没有找到。按电话检索请输入末四位。按 Esc 显示全部。"
    )
    static let nothingFound = Phrase(en: "Nothing found. Press Esc to show all.", zh: "没有找到。按 Esc 显示全部。")
    static let filterAll = Phrase(en: "all", zh: "全部")
    static let orderReceived = Phrase(en: "latest received first", zh: "按收到时间")
    static let orderDue = Phrase(en: "by due, running only", zh: "按时限（仅计时中的）")
    static let orderLogged = Phrase(en: "latest logged first", zh: "按登记时间")
}
