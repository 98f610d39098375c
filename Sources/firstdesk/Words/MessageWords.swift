import ComplaintRules
import Ledger
import TableFiles

/// What the program says on standard error beside refusals and errors.
enum MessageWords {
    /// While a start takes its time.
    static let opening = Phrase(en: "Opening the desk …", zh: "正在打开投诉台 …")
    /// While a practice desk is made.
    static func makingSamples(_ records: Int, percent: Int64) -> Phrase {
        Phrase(en: "Making a practice desk with \(records) cases: \(percent) %", zh: "正在生成练习网点，样例投诉 \(records) 件：\(percent)%")
    }
    /// What a practice desk is.
    static let samples = Phrase(
        en: "An invented branch; each case goes by the rules, from entry to signature.",
        zh: "网点与人物均为虚构；每件投诉都按规则办理，从登记到签字。"
    )
    static func samplePasscode(_ passcode: String) -> Phrase {
        Phrase(en: "The passcode for signing is: \(passcode)", zh: "签字密码：\(passcode)")
    }
    static let breakOff = Phrase(en: "Ctrl-C Break off", zh: "Ctrl-C 中止")
    /// That the computer's clock stands before the latest moment on the desk, or long after it.
    static func clockIsOdd(_ mark: ClockMark, latest: LocalTime) -> Phrase {
        // Where the minute is the clock's own, the second tells the two apart.
        let time = abs(mark.distance) < 60_000 ? latest.clockWithSeconds : latest.clock
        return switch mark {
        case .behind:
            Phrase(
                en: "The computer's clock is \(mark.span.english) behind: the latest act on this desk was on "
                    + "\(latest.day.iso) at \(time), and all is judged and counted as of then. Have the clock set right.",
                zh: "电脑时钟慢\(mark.span.chineseBehindHan)：本网点系统最近一次操作为 \(latest.day.iso) \(time)，"
                    + "一切均按该时刻判定和统计。请校准时钟。"
            )
        case .ahead:
            Phrase(
                en: "The computer's clock is \(mark.span.english) after the latest act on this desk, which was on \(latest.day.iso) at "
                    + "\(time). If it is wrong, have it set right before anything is done: the first act is marked.",
                zh: "电脑时钟距本网点系统最近一次操作（\(latest.day.iso) \(time)）已\(mark.span.chineseBehindHan)。"
                    + "如有误，请先校准再操作：首次操作将加标记。"
            )
        }
    }
    /// That the calendar of holidays ends, or has ended: working days are counted without it.
    static func calendarEnds(_ last: Day, isPast: Bool) -> Phrase {
        Phrase(
            en:
                "The holiday calendar \(isPast ? "ended" : "ends") on \(last.iso). Beyond it every weekday counts as a working day. Load the next "
                + "one: firstdesk calendar load FILE.",
            zh: "节假日日历\(isPast ? "已于" : "将于") \(last.iso) 到期，其后周一至周五一律按工作日计算。请载入新日历：firstdesk calendar load 文件。"
        )
    }
    /// What a recorded reply says nothing of, of the three parts of an answer.
    static let partsMissing = Phrase(
        en:
            "A reply says what was found, on what grounds, and what the customer can do next. Where that was not said in its words, record it with "
            + "grounds and remedies, which the letter takes.",
        zh: "答复须包括核实情况、依据和客户后续途径三项。内容中未含的，请以 grounds、remedies 登记，回复函将采用。"
    )
    static let cancelled = Phrase(en: "Cancelled. Nothing was changed.", zh: "已取消，未作任何更改。")
    static func colleaguesCases(_ count: Int, besideOwn isBesideOwn: Bool = false) -> Phrase {
        Phrase(
            en:
                "\(isBesideOwn ? "" : "No cases of yours. ")\(count) of colleagues; no more is shown of \(count == 1 ? "it" : "them") than this:",
            zh: "\(isBesideOwn ? "" : "没有您经办的投诉；")同事办理的有 \(count) 件，仅显示以下内容："
        )
    }
    static let noCases = Phrase(en: "No cases found.", zh: "没有投诉。")
    static func practiceWelcome(passcode: String) -> Phrase {
        Phrase(
            en: "Practice desk. The passcode for signing is: \(passcode). Press F5 for a tour, F12 to be somebody else.",
            zh: "练习网点。签字密码：\(passcode)。按 F5 开始导览，按 F12 换人。"
        )
    }

    static func moreCases(shown limit: Int) -> Phrase {
        Phrase(
            en: "There are more than \(limit == 1 ? "this one" : "these \(limit)"); --limit 0 lists all.",
            zh: "仅列出 \(limit) 件，还有更多；--limit 0 列出全部。"
        )
    }

    static func recoveryKey(_ key: String) -> Phrase { Phrase(en: "Recovery key: \(key)", zh: "恢复密钥：\(key)") }

    static func foundingFingerprint(_ text: String) -> Phrase { Phrase(en: "Key fingerprint: \(text)", zh: "密钥指纹：\(text)") }

    static func passcode(of number: StaffNumber) -> Phrase {
        Phrase(en: "Passcode of \(number)", zh: "\(number) 的密码")
    }

    static func newPasscode(of number: StaffNumber) -> Phrase {
        Phrase(en: "New passcode of \(number)", zh: "\(number) 的新密码")
    }

    static func again(_ question: Phrase) -> Phrase {
        Phrase(en: "\(question.english) (again)", zh: "再次输入\(question.chinese)")
    }

    static func readableByOthers(_ path: String) -> Phrase {
        Phrase(
            en: "Warning: others can read \(path), which holds a passcode. Make it private with chmod 600.",
            zh: "警告：其他用户可读取密码文件 \(path)，请执行 chmod 600。"
        )
    }

    static func founded(_ settings: DeskSettings, folder: String) -> Phrase {
        let practice = settings.isPractice ? " PRACTICE 练习" : ""
        return Phrase(
            en: "The desk of \(settings.branchName) is in \(folder).\(practice)\n"
                + "Write the recovery key down and lock it away: it is shown only now. With it the branch manager can set a new passcode "
                + "after forgetting the old one (firstdesk passcode --recovery-key-file).",
            zh: "\(settings.branchName)的数据已建立在 \(folder)。\(practice)\n"
                + "请抄下恢复密钥并妥善锁存，密钥仅此一次显示。网点负责人忘记密码时，可用它设置新密码（firstdesk passcode --recovery-key-file）。"
        )
    }

    static func staffAdded(_ member: StaffMember) -> Phrase {
        Phrase(
            en: "\(member.number) \(member.name) has been added as \(member.role.label.english).",
            zh: "已增加 \(member.number) \(member.name)（\(member.role.label.chinese)）。"
        )
    }

    static func staffRetired(_ number: StaffNumber) -> Phrase {
        Phrase(en: "\(number) has left this desk. What they did stays under their name.", zh: "\(number) 已登记为调离，其办理记录保留。")
    }

    static func staffRenamed(_ number: StaffNumber, _ name: String) -> Phrase {
        Phrase(en: "\(number) is called \(name) now.", zh: "\(number) 现名 \(name)。")
    }

    static func roleChanged(_ number: StaffNumber, _ role: Role) -> Phrase {
        Phrase(en: "\(number) is \(role.label.english) from now on.", zh: "\(number) 自即时起为\(role.label.chinese)。")
    }

    static func staffReturned(_ number: StaffNumber) -> Phrase {
        Phrase(en: "\(number) works at this desk again.", zh: "\(number) 已返岗。")
    }

    static func passcodeChanged(_ number: StaffNumber) -> Phrase {
        Phrase(en: "The passcode of \(number) has been changed.", zh: "\(number) 的密码已更改。")
    }

    static func passcodeReset(_ number: StaffNumber) -> Phrase {
        Phrase(
            en: "\(number) has a new passcode and key. Until \(number) changes it (firstdesk passcode), their acts say that you gave it.",
            zh: "已为 \(number) 重置密码和密钥。本人更改密码（firstdesk passcode）之前，其办理记录注明密码由您设置。"
        )
    }

    static func fingerprint(_ number: StaffNumber, _ fingerprint: String) -> Phrase {
        Phrase(en: "Fingerprint of the key of \(number), for the paper file: \(fingerprint)", zh: "\(number) 的密钥指纹（存档）：\(fingerprint)")
    }

    static func unlocked(_ number: StaffNumber) -> Phrase {
        Phrase(en: "\(number) can sign in again at once.", zh: "\(number) 可立即重新登录。")
    }

    static func givenPasscode(_ giver: StaffNumber) -> Phrase {
        Phrase(
            en: "\(giver) gave you this passcode and knows it; what you do says so. Change it: firstdesk passcode.",
            zh: "您的密码由 \(giver) 设置，对方知晓；办理记录会注明。请更改：firstdesk passcode。"
        )
    }

    static let newRecoveryKey = Phrase(
        en: "Write the recovery key down and lock it away: it is shown only now, and the one before is void.",
        zh: "请抄下恢复密钥并妥善锁存，密钥仅此一次显示；原恢复密钥作废。"
    )

    static let recoveryKeyWrong = Phrase(
        en: "The recovery key is wrong, or another has taken its place since. The attempt was recorded; nothing was changed.",
        zh: "恢复密钥错误，或已被新的密钥取代。本次尝试已记录，未作更改。"
    )

    static let recoveryKeyVoid = Phrase(
        en: "The recovery key above is not valid: it could not be recorded. The one before still is.",
        zh: "上面显示的恢复密钥无效：未能登记。原恢复密钥仍然有效。"
    )

    static func lineRefused(_ line: Int, _ reason: Phrase) -> Phrase {
        Phrase(en: "Line \(line): \(reason.english)", zh: "第 \(line) 行：\(reason.chinese)")
    }

    static func outputFailed(_ reason: String, isWorkDone: Bool) -> Phrase {
        if !isWorkDone {
            return Phrase(en: "The output could not be written (\(reason)). Nothing was changed.", zh: "无法写出结果（\(reason)）。未作任何更改。")
        }
        return Phrase(
            en: "The output could not be written (\(reason)). The work itself is done and saved; only the output is missing.",
            zh: "无法写出结果（\(reason)）。操作已完成并保存，仅缺少输出。"
        )
    }

    static func encodingTaken(_ encoding: TextEncoding, _ file: String) -> Phrase {
        Phrase(en: "\(file) was read as \(encoding.name).", zh: "\(file) 按 \(encoding.name) 编码读取。")
    }
}
