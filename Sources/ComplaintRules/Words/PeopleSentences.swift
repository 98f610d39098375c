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

    static func titleIsNoName(_ text: String) -> Phrase {
        Phrase(
            en:
                "\(Language.english.quoted(text)) is a title: complaints about whoever holds that post would be about this person. Write their name.",
            zh: "\(Language.chinese.quoted(text))是职务，涉及该职务的投诉会误认为涉及此人。请填写姓名。"
        )
    }

    /// - Parameter text: as it was written, which may be a line of dashes.
    static func saysNothing(_ field: FieldName, _ text: String) -> Phrase {
        let short = text.count > 20 ? text.prefix(20) + "…" : text
        return Phrase(
            en: "\(Language.english.quoted(short)) says only that there is nothing. Write what there is in \"\(field.label.english)\".",
            zh: "\(Language.chinese.quoted(short))等于未填，请在“\(field.label.chinese)”写明内容。"
        )
    }

    static func notOutside(_ field: FieldName, _ text: String) -> Phrase {
        Phrase(
            en:
                "\(Language.english.quoted(text)) is no body outside this branch. Write in \"\(field.label.english)\" which regulator, head office, "
                + "government or hotline centre it was.",
            zh: "\(Language.chinese.quoted(text))不是本网点以外的单位。请在“\(field.label.chinese)”填写监管部门、总行、政府部门或客服中心等单位名称。"
        )
    }

    static func otherStandsIn(_ absent: StaffNumber, _ others: [StaffNumber], not wanted: StaffNumber) -> Phrase {
        let names = others.map(\.text)
        return Phrase(
            en:
                "\(wanted) does not stand in for \(absent); \(Language.english.listed(names)) \(names.count > 1 ? "do" : "does"). Give that number.",
            zh: "\(wanted) 并未代理 \(absent)；现由 \(Language.chinese.listed(names)) 代理。请填写该工号。"
        )
    }

    static func tooManyRepresentatives(limit: Int) -> Phrase {
        let proxy = FieldLabel.of("proxy")
        return Phrase(
            en:
                "\"\(proxy.english)\" names more than \(limit) people; at most \(limit) may represent the others. Leave the rest out, or write what they "
                + "are to the customer elsewhere.",
            zh: "“\(proxy.chinese)”填写的人员超过 \(limit) 人，代表最多 \(limit) 人。请删去其余人员；不任代表的，请写在其他栏目。"
        )
    }

    static func howManySpeak(_ said: Int, limit: Int) -> Phrase {
        let (proxy, few) = (FieldLabel.of("proxy"), FieldLabel.of("few-speak"))
        return Phrase(
            en:
                "\"\(proxy.english)\" may mean \(said) people; at most \(limit) may represent the others. Name those who do; or, where no more than "
                + "\(limit) of them do, answer \"\(few.english)\" with yes.",
            zh: "“\(proxy.chinese)”可能涉及 \(said) 人，代表最多 \(limit) 人。请填写代表姓名；代表不超过 \(limit) 人的，请勾选“\(few.chinese)”。"
        )
    }

    /// - Parameters:
    ///   - english: who may, in English.
    ///   - chinese: the same in Chinese.
    static func reassignRoleMayNot(managers english: String, _ chinese: String) -> Phrase {
        Phrase(
            en: "Reassign: only \(english) may do that. A case of your own is handed over by itself.",
            zh: "改派：仅限\(chinese)办理。本人受理的投诉请逐件移交。"
        )
    }

    static func reassignedToSame(_ number: StaffNumber) -> Phrase {
        Phrase(
            en: "Reassign: the cases are with \(number) already. Name somebody else to take them.",
            zh: "改派：投诉已在 \(number) 名下，请填写其他接收人。"
        )
    }

    static func readBeyondEntry(_ read: Int64, last: Int64) -> Phrase {
        Phrase(
            en: "This case has no event \(read); its last is \(last). Nothing was signed; give the last event that you read.",
            zh: "本件没有事件 \(read)，最近一个事件为 \(last)。尚未签字；请填写您读到的最后一个事件。"
        )
    }
}

// Head office's ruling, and by whom it is entered.
extension Phrase {
    static var uninvolvedOnly: Phrase {
        Phrase(
            en: "\(ActKind.ruling.label.english): you handled this case; somebody who was not involved must enter it.",
            zh: "\(ActKind.ruling.label.chinese)：您办理过本件，须由未参与办理的人员录入。"
        )
    }

    static var nobodyLeftForRuling: Phrase {
        Phrase(
            en: "\(ActKind.ruling.label.english): somebody who was not involved must enter it, and nobody like that is left here. "
                + "Add a member of staff, or call back one who left.",
            zh: "\(ActKind.ruling.label.chinese)：须由未参与办理的人员录入，而本网点已无此类人员。请新增人员，或为已调离的人员办理返岗。"
        )
    }
}
