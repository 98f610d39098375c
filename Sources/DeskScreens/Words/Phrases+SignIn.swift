import ComplaintRules

// What stands before the desk: sign-in, lock, the first run and its recovery key.
extension Phrase {
    static let signInTitle = Phrase(en: "Sign in", zh: "登录")
    static let lockedTitle = Phrase(en: "Locked", zh: "已锁定")
    static let firstRunTitle = Phrase(en: "Set up a new desk", zh: "新建投诉台")
    static let staffNumber = Phrase(en: "Staff number", zh: "工号")
    static let passcode = Term.passcode
    static let newPasscode = Phrase(en: "New passcode", zh: "新密码")
    static func chooseOwnPasscode(_ giver: StaffNumber) -> Phrase {
        Phrase(en: "\(giver) knows your passcode. Choose one of your own.", zh: "\(giver) 知道您的密码，请设置自己的密码。")
    }
    static let keepPasscode = Phrase(en: "Set the passcode", zh: "设置密码")
    static let passcodeAgain = Phrase(en: "Passcode again", zh: "再次输入密码")
    static let passcodesDiffer = Phrase(en: "The two passcodes differ.", zh: "两次输入的密码不一致。")
    static let signInHint = Phrase(en: "Enter your staff number and passcode.", zh: "请输入工号和密码。")
    static let signInChoose = Phrase(
        en: "Choose yourself with the arrows, or type a number or name.",
        zh: "用方向键选择本人，或输入工号、姓名。"
    )
    static let nobodyInList = Phrase(en: "Nobody in the list has this number or name.", zh: "名单中没有此工号或姓名。")
    static let choosePerson = Phrase(en: "Choose", zh: "选择人员")
    static func numberNotPasscode(_ number: StaffNumber) -> Phrase {
        Phrase(en: "\(number) is a staff number. Now type the passcode.", zh: "\(number) 是工号，请输入密码。")
    }
    static let passcodeWrong = Phrase(en: "The passcode is wrong. The attempt was recorded.", zh: "密码错误，本次尝试已记录。")
    static let signInWrong = Phrase(en: "The staff number or the passcode is wrong. The attempt was recorded.", zh: "工号或密码错误，本次尝试已记录。")
    static func signInWait(_ seconds: Int64) -> Phrase {
        Phrase(en: "Too many wrong passcodes. Try again in \(seconds) s.", zh: "密码错误次数过多，请 \(seconds) 秒后再试。")
    }
    static let signInAgain = Phrase(
        en: "Your passcode was changed elsewhere, so nothing was done. Lock the screen and sign in with the new one.",
        zh: "您的密码已在别处更改，本次操作未执行。请锁屏后用新密码登录。"
    )
    static let signInRetired = Phrase(en: "This member of staff has left and cannot sign in.", zh: "该人员已调离，不能登录。")
    static func welcome(_ name: String) -> Phrase { Phrase(en: "Welcome, \(name).", zh: "\(name)，您好。") }
    static let branchCode = FieldLabel.of("branch-code")
    static let timeZone = Phrase(en: "Time zone", zh: "时区")
    static let languageField = Phrase(en: "Language", zh: "语言")
    static let managerNumber = Phrase(en: "Manager's number", zh: "负责人工号")
    static let managerName = Phrase(en: "Manager's name", zh: "负责人姓名")
    static let practiceDesk = Phrase(en: "practice desk, for training only", zh: "练习网点，仅供培训")
    static let makeDesk = Phrase(en: "Create the desk", zh: "创建投诉台")
    static let firstRunIntro = Phrase(
        en: "There is no desk here yet. The branch manager sets one up, once.",
        zh: "尚未建立投诉台，请网点负责人在此新建（仅需一次）。"
    )
    static let noSuchZone = Phrase(en: "There is no such time zone; write it like Asia/Shanghai.", zh: "没有此时区，请写成 Asia/Shanghai。")
    static let notATime = Phrase(en: "Write a time like 09:00.", zh: "请写成 09:00。")
    static let opensAt = Phrase(en: "Opens", zh: "营业开始")
    static let closesAt = Phrase(en: "Closes", zh: "营业结束")
    static let closesBeforeOpening = Phrase(en: "Closing time is before opening time.", zh: "营业结束早于营业开始。")
    static let recoveryTitle = Phrase(en: "Recovery key", zh: "恢复密钥")
    static let lockedByIdle = Phrase(
        en: "Locked because nothing was typed for a while. Your input is kept.",
        zh: "长时间未操作，已自动锁定；已输入的内容均已保留。"
    )
    static func practicePasscode(_ passcode: String) -> Phrase {
        Phrase(en: "The passcode on this practice desk is: \(passcode)", zh: "本练习网点的密码是：\(passcode)")
    }
    static func recoveryAsk(_ key: String) -> Phrase {
        Phrase(
            en:
                "Write this key down and lock it away. If the branch manager's passcode is lost, this key sets a new one. It is not shown again:\n\n\(key)\n\nWhen you have written it down, type its last four characters.",
            zh: "请抄写并妥善锁存此密钥。负责人密码遗失时凭此恢复，之后不再显示：\n\n\(key)\n\n抄好后，请输入其最后四位。"
        )
    }
    static let recoveryLast = Phrase(en: "Last four", zh: "最后四位")
    static let recoveryDone = Phrase(en: "Written down", zh: "已抄写")
    static let recoveryKeys = Phrase(en: "Press Enter to go on", zh: "输入正确后按 Enter 继续")
    static let recoveryWrong = Phrase(
        en: "These are not its last four characters. Compare them with what you wrote down.",
        zh: "与密钥最后四位不符，请核对所抄内容。"
    )
    static let clockTitle = Phrase(en: "Is the computer's clock right?", zh: "电脑时钟是否准确？")
    static func clockIsOdd(_ shown: String, _ mark: ClockMark) -> Phrase {
        switch mark {
        case .behind:
            Phrase(
                en: "It shows \(shown), which is \(mark.span.english) before the latest act on this desk. "
                    + "What you do is judged by that latest moment and marked. Have the clock set right.",
                zh: "时钟显示 \(shown)，比最近一次操作早\(mark.span.chineseBehindHan)。"
                    + "您的操作将按最近时刻判定并加标记。请校准时钟。"
            )
        case .ahead:
            Phrase(
                en: "It shows \(shown), which is \(mark.span.english) after the latest act on this desk. "
                    + "If that is wrong, have it set right before you do anything: the first act is marked.",
                zh: "时钟显示 \(shown)，距最近一次操作\(mark.span.chineseBehindHan)。"
                    + "如有误，请先校准再操作：首次操作将加标记。"
            )
        }
    }
    static let timeZoneHint = Phrase(en: "e.g. Europe/London or Asia/Shanghai", zh: "例如 Asia/Shanghai")
}
