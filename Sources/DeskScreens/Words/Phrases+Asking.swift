import ComplaintRules

// What questions, notes, lists and forms say about themselves: which keys answer, and why something cannot be done.
extension Phrase {
    static let whyNotTitle = Phrase(en: "Not possible now", zh: "现在不能办理")
    static let notDoneTitle = Phrase(en: "Nothing was done", zh: "未办理")
    static let noteKeys = Phrase(en: "Esc or Enter closes this", zh: "按 Esc 或回车关闭")
    static let questionKeys = Phrase(en: "Arrows choose, Space presses, Esc cancels", zh: "方向键选择，空格确定，Esc 取消")
    static let fieldKeys = Phrase(en: "Enter sends it, Esc cancels", zh: "回车提交，Esc 取消")
    static let nothingMatches = Phrase(en: "nothing matches", zh: "没有符合的项")
    static func practicePasscode(_ passcode: String) -> Phrase {
        Phrase(en: "On this practice desk the passcode is: \(passcode)", zh: "本练习网点的密码是：\(passcode)")
    }
    static let howToLeave = Phrase(
        en: "Ctrl-Q leaves FirstDesk (it asks first), Esc goes back, F12 locks.",
        zh: "按 Ctrl-Q 退出（会先询问），Esc 返回，F12 锁定。"
    )
    static let page = Phrase(en: "Read on, or back", zh: "翻页")
    static let pageShort = Phrase(en: "Scroll", zh: "翻页")
    static let nextField = Phrase(en: "Next field", zh: "下一栏")
    static let readFirst = Phrase(
        en: "The signature says that you read the whole entry. Go to its end first: PgDn or Space scrolls. Then s signs.",
        zh: "签字表示已阅读全文。请先用 PgDn 或空格翻到末尾，再按 s 签字。"
    )
    static let readFirstTitle = Phrase(en: "Read it first", zh: "请先阅读")

    static let faultNeedsMending = Phrase(
        en: "At fault: apology, correction and rectification before the signature.",
        zh: "有责：签字前须有道歉、纠正和整改。"
    )
    static let faultNeedsExplaining = Phrase(
        en: "Not at fault: the explanation given, before the signature.",
        zh: "无责：签字前须记录已作的耐心解释。"
    )
    static let faultUnchosen = Phrase(
        en: "At fault: apology, correction, rectification. Not at fault: explanation.",
        zh: "有责须填道歉、纠正、整改；无责须填解释。"
    )
    static let nobodyLeftToSign = Phrase(
        en:
            "! With this you alone will have handled the case, and nobody else here may sign it: head office's written ruling will be needed. Better let somebody else do it.",
        zh: "! 由您办理后，本案即由您一人经办，网点内再无他人可以签字，须凭总行书面裁定。建议由他人办理。"
    )

    static func recoveryAsk(_ key: String) -> Phrase {
        Phrase(
            en:
                "Write this key down and lock it away. It opens the manager's account when the passcode is lost, and is not shown again:\n\n\(key)\n\nWhen it is written down, type its last four signs.",
            zh: "请抄写并妥善锁存此密钥。负责人密码遗失时凭此恢复，之后不再显示：\n\n\(key)\n\n抄好后，请输入其最后四位。"
        )
    }
    static let recoveryLast = Phrase(en: "Last four", zh: "最后四位")
    static let recoveryDone = Phrase(en: "Written down", zh: "已抄写")
    static let recoveryKeys = Phrase(en: "Enter goes on when they are right", zh: "输入正确后按回车继续")
    static let recoveryWrong = Phrase(
        en: "These are not its last four signs. Compare what you wrote down.",
        zh: "与密钥最后四位不符，请核对所抄内容。"
    )
    static let timeZoneHint = Phrase(en: "such as Asia/Shanghai or Europe/Berlin", zh: "如 Asia/Shanghai")

    static let clocksFold = Phrase(en: "Clocks and facts in full, or short", zh: "展开或收起时限与详情")
    static let clocksShort = Phrase(en: "In full", zh: "详情")
    static let nextDuty = Phrase(en: "Next", zh: "下一步")
    static let clockFoldKey = Phrase(en: "(c shows all in full)", zh: "（按 c 展开）")
    /// `2 kept`, `1 breached`.
    static func clockCount(_ count: Int, _ state: Clock.State) -> Phrase {
        Phrase(en: "\(count) \(state.label.english)", zh: "\(count) 项\(state.label.chinese)")
    }
}
