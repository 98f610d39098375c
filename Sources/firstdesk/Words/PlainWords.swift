import ComplaintRules

/// The questions of `log --plain`, and what a field takes.
enum PlainWords {
    static let opening = Phrase(
        en: "New complaint. Press Enter to skip a field; Ctrl-D cancels, and nothing is logged.",
        zh: "新登记投诉。空行跳过该项；输入结束（Ctrl-D）则取消，不作登记。"
    )

    /// The question for a field.
    static func question(_ name: String, _ rules: DeskRules, _ language: Language) -> Phrase {
        let label = label(of: name)
        let hint = hint(name, rules)
        return Phrase(
            en: label.english + hint.english,
            zh: label.chinese + hint.chinese
        )
    }

    /// The label of a field of a complaint, or of what is done at once with it.
    static func label(of name: String) -> Phrase {
        switch name {
        case "hand-over-to": Term.handOverTo
        case "answer": ActKind.answer.label
        case "scan": Phrase(en: "Scan", zh: "扫描件")
        default: Intake.field(name)?.shape.label ?? FieldLabel.of(name)
        }
    }

    private static func hint(_ name: String, _ rules: DeskRules) -> Phrase {
        switch name {
        case "channel":
            let codes = Channel.allCases
            return Phrase(
                en: ": " + codes.map { FieldShape.Option(code: $0.rawValue, label: $0.label).named(in: .english) }.joined(separator: ", "),
                zh: "：" + codes.map { "\($0.label.chinese) \($0.rawValue)" }.joined(separator: "、")
            )
        case "text":
            return Phrase(en: ", in the customer's words. End with a line that contains only a full stop (.).", zh: "（客户原话）。另起一行只输入句号结束。")
        case "business", "reason":
            let codes = rules.codes.codes(on: name == "business" ? .business : .reason)
            return Phrase(
                en: ": " + codes.map { FieldShape.Option(code: $0.key, label: $0.label).named(in: .english) }.joined(separator: ", "),
                zh: "：" + codes.map { "\($0.label.chinese) \($0.key)" }.joined(separator: "、")
            )
        case "repeated-back":
            return Phrase(en: " to the customer and agreed: yes or no", zh: "并确认：是 或 否")
        case "about":
            return Phrase(en: ": the staff or department complained about", zh: "或部门")
        case "customer":
            return Phrase(en: ": the name; empty for an anonymous one", zh: "；匿名则留空")
        case "hand-over-to":
            let receivers = rules.staff.receivers
            return Phrase(
                en: ": " + receivers.map { "\($0.number) \($0.name) (\($0.role.label.english))" }.joined(separator: ", "),
                zh: "：" + receivers.map { "\($0.number) \($0.name)（\($0.role.label.chinese)）" }.joined(separator: "、")
            )
        default:
            return Phrase(verbatim: "")
        }
    }

    /// What can be written in a field of an act.
    static func kind(of kind: FieldShape.Kind) -> Phrase {
        switch kind {
        case .line: Phrase(en: "a line", zh: "单行文本")
        case .time: Phrase(en: "a day or a time, 2026-11-22 09:14", zh: "日期或时间，如 2026-11-22 09:14")
        case .amount: Phrase(en: "an amount, 1200.50", zh: "金额，如 1200.50")
        case .text: Phrase(en: "a text", zh: "文本")
        case .day: Phrase(en: "a day, 2026-11-22", zh: "日期，如 2026-11-22")
        case .count: Phrase(en: "a whole number from 1", zh: "正整数")
        case .code: Phrase(en: "a code of the desk or its name", zh: "本网点的代码或名称")
        case .choice(let options):
            Phrase(
                en: "one of \(options.map { $0.named(in: .english) }.joined(separator: ", "))",
                zh: "选项 \(options.map { "\($0.label.chinese) \($0.code)" }.joined(separator: "、"))"
            )
        case .member: Phrase(en: "the staff number", zh: "人员工号")
        case .manager: Phrase(en: "the staff number of a manager", zh: "管理人员工号")
        case .flag: Term.yesOrNo
        case .file: Phrase(en: "the path of a file, which is copied", zh: "文件路径（将复制存档）")
        }
    }
}
