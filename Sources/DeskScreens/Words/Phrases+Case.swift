import ComplaintRules

// What stands on a case and on the form of an act, and what is asked before one.
extension Phrase {
    static func caseTitle(_ number: String) -> Phrase { Phrase(en: "Case \(number)", zh: "投诉 \(number)") }
    /// What a recorded reply says nothing of, of the three parts of an answer.
    static func partsMissing(_ parts: [FieldName]) -> Phrase {
        let names = Phrase.listed(parts.map(\.label))
        return Phrase(en: "Not said: \(names.english).", zh: "未含：\(names.chinese)。")
    }
    static let acts = Phrase(en: "All actions, and why some are not possible", zh: "全部操作及不可办理的原因")
    static let actsShort = Phrase(en: "Actions", zh: "操作")
    static func done(_ act: ActKind, _ number: String, _ stage: Stage) -> Phrase {
        Phrase(
            en: "\(number): \"\(act.label.english)\" is recorded. Stage: \(stage.label.english).",
            zh: "\(number)：已办理“\(act.label.chinese)”，状态为“\(stage.label.chinese)”。"
        )
    }
    static func doneGoesOn(_ act: ActKind, _ number: String, in next: String, _ stage: Stage) -> Phrase {
        Phrase(
            en: "\(number): \"\(act.label.english)\" is recorded. It goes on as \(next), \(stage.label.english).",
            zh: "\(number)：已办理“\(act.label.chinese)”，由 \(next) 继续办理（\(stage.label.chinese)）。"
        )
    }
    static func doneAgainIn(_ act: ActKind, _ number: String, _ other: String) -> Phrase {
        Phrase(
            en: "\(number): \"\(act.label.english)\" is recorded. It is dealt with again in \(other), where it goes on already.",
            zh: "\(number)：已办理“\(act.label.chinese)”，由正在办理的 \(other) 重办。"
        )
    }
    /// An act on a case that is about whoever does it, in the list of everything.
    static func aboutMe(_ act: ActKind) -> Phrase {
        Phrase(en: "Case about me: \(act.label.english)", zh: "涉及本人的投诉：\(act.label.chinese)")
    }
    static let caseNumber = Phrase(en: "Case number", zh: "投诉编号")
    /// What was done to a case whose stage whoever did it does not read.
    static func doneUnread(_ act: ActKind, _ number: String) -> Phrase {
        Phrase(en: "\(number): \"\(act.label.english)\" is recorded.", zh: "\(number)：已办理“\(act.label.chinese)”。")
    }
    /// What an act is called where there is little room; its label where that is short.
    static func short(_ act: ActKind) -> Phrase {
        switch act {
        case .tell: Phrase(en: "Tell", zh: "告知")
        case .reviewDecision: Phrase(en: "Record decision", zh: "登记核查决定")
        case .ruling: Phrase(en: "Ruling", zh: "录入批复")
        case .verifyRectification: Phrase(en: "Verify", zh: "核验整改")
        default: act.label
        }
    }
    static let undo = Phrase(en: "Take back what was just done", zh: "撤销刚才的操作")
    /// The number by its last digits, since the case may be another than the selected one.
    static func undo(of number: String) -> Phrase {
        let serial = number.split(separator: "-").last.map(String.init) ?? number
        return Phrase(en: "Undo \(serial)", zh: "撤销 \(serial)")
    }
    /// Behind what was done, as long as it can be taken back.
    static let undoHint = Phrase(
        en: " Press u within \(TakenBack.seconds) s to undo.",
        zh: "\(TakenBack.seconds) 秒内按 u 可撤销。"
    )
    static let nothingToUndo = Phrase(
        en: "Undo: accepting, handing over and acknowledging can be undone for \(TakenBack.seconds) s. Nothing is open now.",
        zh: "撤销：接收、移交和知悉可在 \(TakenBack.seconds) 秒内撤销，现无可撤销的操作。"
    )
    static func takenBack(_ act: ActKind, _ number: String) -> Phrase {
        Phrase(en: "\(number): \(act.label.english) undone.", zh: "\(number)：已撤销“\(act.label.chinese)”。")
    }
    static let factClocks = Term.clocks
    /// Between what comes next and what comes then.
    static let betweenDuties = Phrase(en: ". ", zh: "；")
    static let timeLine = Term.timeLine
    static let accepted = Phrase(en: "the customer accepts", zh: "客户接受")
    static let notAccepted = Phrase(en: "the customer does not accept", zh: "客户不接受")
    static let sentenceGap = Phrase(en: " ", zh: "")
    /// The end of a sentence that is put together.
    public static let fullStop = Phrase(en: ".", zh: "。")
    static func takeOver(_ number: String, from person: String) -> Phrase {
        Phrase(
            en: "\(number) was handed over to \(person). Accept it yourself instead?",
            zh: "\(number) 已移交给 \(person)，确认由您接收？"
        )
    }
    /// A case as a question names it, by number and customer.
    private static func named(_ state: Case) -> Phrase {
        let (number, customer) = (state.number.description, state.intake.customer)
        return Phrase(
            en: customer.isEmpty ? "\(number) (anonymous)" : "\(number) (\(customer))",
            zh: customer.isEmpty ? "\(number)（匿名）" : "\(number)（\(customer)）"
        )
    }
    /// What a weighty act is asked for with.
    ///
    /// - Parameter other: The case that it is about beside this one, such as the one that is merged into; nil for none.
    static func actQuestion(_ act: ActKind, _ state: Case, other: Case?) -> Phrase {
        let number = state.number.description
        return switch act {
        case .merge:
            if let other {
                Phrase(
                    en: "Merge \(named(state).english) into \(named(other).english)? \(number) ends; its clocks and duties go on there.",
                    zh: "将 \(named(state).chinese)并入 \(named(other).chinese)？\(number) 就此结束，其时限和事项转入该件继续。"
                )
            } else {
                Phrase(en: "Merge \(number)?", zh: "并案 \(number)？")
            }
        case .confirmEscalation:
            Phrase(
                en: "Send \(named(state).english) up to head office, with a numbered dossier? "
                    + "Asked for because: \(state.escalationAsked?.reason ?? "")",
                zh: "将 \(named(state).chinese)上报总行，并编制案卷？申请原因：\(state.escalationAsked?.reason ?? "")"
            )
        case .grantExtension:
            Phrase(
                en: "Grant the extension of \(named(state).english)? Asked for because: \(state.extensionAsked ?? "")",
                zh: "批准 \(named(state).chinese)延期？申请原因：\(state.extensionAsked ?? "")"
            )
        case .withdraw: Phrase(en: "Record that the customer has withdrawn \(number)?", zh: "登记客户撤回 \(number)？")
        case .notAccept: Phrase(en: "Close \(number) as out of remit?", zh: "确认不予受理 \(number)？")
        case .sendBack: Phrase(en: "Send \(number) back? The reply clock starts running again.", zh: "退回 \(number)？回复时限将继续计时。")
        default: Phrase(en: "\(act.label.english): \(number)?", zh: "\(act.label.chinese)：\(number)？")
        }
    }
    static func signQuestion(_ number: String, _ customer: String, _ outcome: Phrase) -> Phrase {
        Phrase(
            en: "Sign \(number) as you have read it? It is then locked; later facts can only be added as addenda."
                + "\n\n\(customer): \(outcome.english)",
            zh: "您已阅读 \(number) 全文，确认签字？签字后即锁定，其后只能补记。\n\n\(customer)：\(outcome.chinese)"
        )
    }
    static func signed(_ number: String) -> Phrase { Phrase(en: "Signed \(number).", zh: "已签字 \(number)。") }
    static func actsTitle(_ number: String) -> Phrase {
        Phrase(en: "\(number): actions", zh: "\(number)：操作")
    }
    static let page = Phrase(en: "Scroll down or up", zh: "上下翻页")
    static let pageShort = Phrase(en: "Scroll", zh: "翻页")
    static let nextCase = Phrase(en: "Next case of the list", zh: "列表中的下一件")
    static let nextCaseShort = Phrase(en: "Next case", zh: "下一件")
    static let previousCase = Phrase(en: "Previous case of the list", zh: "列表中的上一件")
    static let lastOfList = Phrase(en: "This is the last case of the list.", zh: "已是列表中的最后一件。")
    static let firstOfList = Phrase(en: "This is the first case of the list.", zh: "已是列表中的第一件。")
    static let linkedCase = Phrase(en: "Open a linked case", zh: "打开关联投诉")
    static let noLinkedCase = Phrase(en: "The case is linked to no other.", zh: "本件没有关联投诉。")
    static let copyNumber = Phrase(en: "Copy the number to the clipboard", zh: "复制编号")
    static let copyContact = Phrase(en: "Copy the contact to the clipboard", zh: "复制联系方式")
    static let noContactToCopy = Phrase(en: "The customer left no contact.", zh: "客户未留联系方式。")
    static func copied(_ text: String) -> Phrase {
        Phrase(en: "Copied: \(text). Paste it where it is needed.", zh: "已复制：\(text)，可在其他程序中粘贴。")
    }
    static let findInTimeLine = Phrase(en: "Find in the timeline", zh: "在办理过程中查找")
    static let findNext = Phrase(en: "Find the next place", zh: "查找下一处")
    static let findAsk = Phrase(en: "Which words?", zh: "查找哪些文字？")
    static let find = Phrase(en: "Find", zh: "查找")
    static let nothingSought = Phrase(en: "Press Ctrl-F first and say what to find.", zh: "请先按 Ctrl-F 输入要查找的文字。")
    static func notFound(_ text: String) -> Phrase {
        Phrase(en: "\"\(text)\" is not in the timeline.", zh: "办理过程中没有“\(text)”。")
    }
    static let readFirst = Phrase(
        en: "Your signature states that you have read the whole entry. Scroll to its end first (PgDn or Space), then press s to sign.",
        zh: "签字表示您已阅读全文。请先用 PgDn 或空格翻到末尾，再按 s 签字。"
    )
    static let readThenSign = Phrase(en: "Read it to its end (PgDn or Space), then press s to sign.", zh: "请阅至末尾（PgDn 或空格），再按 s 签字。")
    static func nothingTyped(_ field: Phrase) -> Phrase { Phrase(en: "Type it first: \(field.english).", zh: "请先输入\(field.chinese)。") }
    static let readFirstTitle = Phrase(en: "Read it first", zh: "请先阅读")
    static let faultNeedsMending = Phrase(
        en: "Bank at fault: apology, correction and rectification before sign-off.",
        zh: "有责：签字前须有道歉、纠正和整改。"
    )
    static let faultNeedsExplaining = Phrase(
        en: "Bank not at fault: record the explanation given, before sign-off.",
        zh: "无责：签字前须记录已作的耐心解释。"
    )
    static let faultUnchosen = Phrase(
        en: "At fault: apology, correction, rectification. Not at fault: explanation.",
        zh: "有责须填道歉、纠正、整改；无责须填解释。"
    )
    static let nobodyLeftToSign = Phrase(
        en:
            "! After this you alone will have handled the case and nobody else here may sign it; it will need a written ruling from head office. Let somebody else do it if you can.",
        zh: "! 由您办理后，本件即由您一人经办，网点内再无他人可以签字，须凭总行书面批复。建议由他人办理。"
    )
    static let clocksFold = Phrase(en: "Show all clocks and facts, or fewer", zh: "展开或收起时限与详情")
    static let nothingFolded = Phrase(en: "Everything is shown already.", zh: "时限与详情已全部显示。")
    static let clocksShort = Phrase(en: "Details", zh: "详情")
    static func sentBack(_ reason: String) -> Phrase { Phrase(en: "Sent back: \(reason)", zh: "退回原因：\(reason)") }
    static let nextDuty = Phrase(en: "Next", zh: "下一步")
    static func clocksJudgedAnew(_ count: Int) -> Phrase { Phrase(en: "\(count) judged anew", zh: "重新判定 \(count) 个") }
    static let foldedRest = Phrase(en: "c: the rest", zh: "按 c 展开全部")
    static let clockFoldKey = Phrase(en: "(press c for all)", zh: "（按 c 展开）")
    /// How a clock ended that runs no more, in words that say so.
    static func clockEnding(_ state: Clock.State) -> Phrase {
        state == .breached ? Phrase(en: state.label.english, zh: "逾期完成") : state.label
    }
    /// `2 kept`, `1 late`.
    static func clockCount(_ count: Int, _ state: Clock.State) -> Phrase {
        let ending = clockEnding(state)
        return Phrase(en: "\(count) \(ending.english)", zh: "\(count) 项\(ending.chinese)")
    }
}
