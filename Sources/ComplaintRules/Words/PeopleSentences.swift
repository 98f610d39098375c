// What is said where it matters who somebody is, or that a day has not come.
extension Phrase {
    static func nameTaken(by number: StaffNumber) -> Phrase {
        Phrase(
            en: "That is the name or the number of \(number). Add to the name what tells the two apart.",
            zh: "该姓名与 \(number) 的姓名或工号相同。请加注以示区别。"
        )
    }

    static func namerRecused(_ act: ActKind, _ namer: StaffNumber, for absent: StaffNumber) -> Phrase {
        Phrase(
            en:
                "\(act.label.english): the case is about \(namer), who named you to stand in for \(absent), so you have none of that one's rights over it. "
                + "Who handles it until \(absent) is back is for head office to decide: report it there.",
            zh: "\(act.label.chinese)：本件涉及 \(namer)，而您代理 \(absent) 系由其指定，对本件无代理权限。\(absent) 返岗前由谁办理，请报总行决定。"
        )
    }

    static func renamedByAnother(_ number: StaffNumber) -> Phrase {
        Phrase(
            en: "You cannot enter this name for \(number) now, so nothing was changed. Another branch manager, or whoever "
                + "stands in for one, can.",
            zh: "您目前不能为 \(number) 录入该姓名，未作更改。请由其他网点负责人或其代理人录入。"
        )
    }

    static var nobodyGrants: Phrase {
        Phrase(
            en: "Ask for extension: the case is about the branch manager, and nobody else here may grant it. Ask head office "
                + "(ask-escalation): its answer may give thirty days more.",
            zh: "申请延期：本件涉及网点负责人，网点内无人可批准。请上报总行（ask-escalation），总行答复可延长三十日。"
        )
    }

    static func dayToCome(_ day: Day, latest: Day) -> Phrase {
        Phrase(
            en: "Nothing was done on this desk on \(day.iso) or later; the last act is of \(latest.iso). Check the computer's "
                + "clock. If it is right, do other work of today's first, then correct the day.",
            zh: "本投诉台在 \(day.iso) 及以后尚无任何操作，最近一次操作为 \(latest.iso)。请核对电脑时钟；"
                + "时钟无误的，请先办理当日其他业务，再作更正。"
        )
    }

    static func mayNotReadYet(_ givers: [StaffNumber]) -> Phrase {
        let names = givers.map(\.text)
        return Phrase(
            en: "You may not read this case: it is about you or \(Language.english.oneOf(names)), "
                + "who \(givers.count == 1 ? "set your passcode and knows" : "know your passcode and set") it, "
                + "or another member of staff has it. Change your passcode first: firstdesk passcode.",
            zh: "您不能查阅本件：本件涉及您本人或设置您密码的 \(Language.chinese.oneOf(names))，或由他人办理。请先更改密码：firstdesk passcode。"
        )
    }

    static func passcodeOfHandler(_ giver: StaffNumber) -> Phrase {
        Phrase(
            en: "\(giver), who set your passcode and knows it, alone handled what stands here. "
                + "Change your passcode first: firstdesk passcode.",
            zh: "现有办理结果由 \(giver) 一人作出，而您的密码由其设置。请先更改密码：firstdesk passcode。"
        )
    }

    static func handledByGiven(_ doer: StaffNumber) -> Phrase {
        Phrase(
            en: "What stands here was done by \(doer) with a passcode that you set and know: for you it is as if you had done it. "
                + "Send it back, to be done again with somebody's own passcode (firstdesk passcode), or have head office rule.",
            zh: "现有办理结果由 \(doer) 使用您设置的密码作出，视同由您作出。请退回，由办理人更改密码（firstdesk passcode）后重新办理，或由总行批复。"
        )
    }
}
