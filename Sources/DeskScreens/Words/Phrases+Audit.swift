import ComplaintRules
import Ledger

// The audit trail: what is asked for, what was seen whole, and what happened to the desk itself.
extension Phrase {
    static let auditTitle = Phrase(en: "Audit trail", zh: "审计记录")
    static let auditAll = Phrase(en: "All", zh: "全部")
    static let auditSigned = Phrase(en: "Sign-offs", zh: "签字")
    static let auditLeft = Phrase(en: "Prints, exports", zh: "打印导出")
    static let auditPeople = Phrase(en: "Staff and keys", zh: "人员密钥")
    static let auditDesk = Phrase(en: "Desk", zh: "设置等")
    static let auditRefused = Phrase(en: "Refused sign-ins", zh: "登录被拒")
    static let auditBySelected = Phrase(en: "Only this person's", zh: "仅看此人")
    static let auditByAll = Phrase(en: "Everybody's", zh: "所有人员")
    static let auditPersonShort = Phrase(en: "Person", zh: "人员")
    static let auditVerify = Phrase(en: "Verify the desk now", zh: "立即校验")
    static let auditVerifyShort = Phrase(en: "Verify", zh: "校验")
    static let auditCallOff = Phrase(en: "Call the check off", zh: "取消校验")
    static let auditCallOffShort = Phrase(en: "Call off", zh: "取消")
    static let auditNoCase = Phrase(en: "This event belongs to no case that you may open.", zh: "该事件没有可打开的投诉。")
    static let auditDay = Phrase(en: "Go to a day", zh: "转到某日")
    static let auditDayShort = FieldLabel.of("day")
    static let auditDayAsk = Phrase(en: "To the events of which day?", zh: "查看哪一天的事件？")
    static func auditNothingUpTo(_ day: String) -> Phrase {
        Phrase(en: "Nothing of this list happened up to \(day).", zh: "截至 \(day) 没有此类事件。")
    }
    static let auditEmptyOfPerson = Phrase(
        en: "No such event by this person. Press b for everybody's.",
        zh: "此人没有此类事件。按 b 查看所有人员。"
    )
    static let auditEmpty = Phrase(en: "No such event yet. Press Tab for another list.", zh: "尚无此类事件。按 Tab 切换列表。")
    static let auditErased = Term.contentsErased
    static let columnEvent = Phrase(en: "No.", zh: "序号")
    static let columnWhen = FieldLabel.of("when")
    static let columnWho = Phrase(en: "Who", zh: "人员")
    static let columnEventWhat = Phrase(en: "What happened", zh: "事件")
    static func auditFor(_ person: String) -> Phrase { Phrase(en: "for \(person)", zh: "代 \(person)") }
    static let auditDeclaredWrong = Phrase(en: "! clock declared wrong", zh: "! 时钟已声明有误")
    static func currentSeal(_ seal: String) -> Phrase { Phrase(en: "Current seal: \(seal)", zh: "当前封签：\(seal)") }
    /// How far the check of a desk is.
    public static func verifying(percent: Int) -> Phrase { Phrase(en: "Checking: \(percent) %", zh: "校验中：\(percent)%") }
    static let verifyCalledOff = Phrase(en: "The check was called off. Nothing was changed.", zh: "已取消校验，未作更改。")

    /// That the witness beside the file could not be written, where what was acknowledged is on the disk all the same.
    public static func noWitness(_ fault: LedgerError) -> Phrase {
        Phrase(
            en:
                "Saved; but firstdesk.witness beside the file could not be written (\(fault.message)). Without it a replaced file is not "
                + "noticed.",
            zh: "已保存；但文件旁的 firstdesk.witness 无法写入（\(fault.message)），将无法发现文件被替换。"
        )
    }

    /// When the whole was last seen whole, and how the last look ended.
    static func seen(_ look: DeskLook?, _ words: TimeWords) -> Phrase {
        guard let look else {
            return Phrase(
                en: "Not verified yet: the desk verifies itself once a day, or press y.",
                zh: "尚未校验：每日自动校验一次，也可按 y 立即校验。"
            )
        }
        let at = words.dateTime(look.at)
        if let place = look.faultPlace { return .lookFoundFault(place, at) }
        guard let whole = look.wholeSince else {
            return Phrase(en: "Checked \(at): no fault so far; not all signatures yet.", zh: "\(at) 校验：暂无问题，签名尚未全部校验。")
        }
        return Phrase(
            en: "All seen intact since \(words.dateTime(whole)); last checked \(at).",
            zh: "自 \(words.dateTime(whole)) 起全部校验完整；最近校验 \(at)。"
        )
    }

    static func lookFoundFault(_ place: String, _ at: String) -> Phrase {
        let words = Verification.Fault.words(ofPlace: place)
        return Phrase(
            en: "The check of \(at) found a fault at \(words.english). Run firstdesk verify.",
            zh: "\(at) 校验发现\(words.chinese)有误。请运行 firstdesk verify。"
        )
    }

    static func newestBackup(_ stamp: String?) -> Phrase {
        guard let stamp else { return Phrase(en: "No backup in the desk's folder yet.", zh: "投诉台文件夹中尚无备份。") }
        let parts = stamp.split(separator: "-").map { Array($0) }
        guard parts.count == 2, parts[0].count == 8, parts[1].count >= 4 else { return Phrase(verbatim: stamp) }
        func text(_ characters: ArraySlice<Character>) -> String { String(characters) }
        let day = "\(text(parts[0][..<4]))-\(text(parts[0][4..<6]))-\(text(parts[0][6...]))"
        let time = "\(text(parts[1][..<2])):\(text(parts[1][2..<4]))"
        return Phrase(en: "Newest backup here: \(day) \(time).", zh: "最近备份：\(day) \(time)。")
    }

    /// What an event of the desk or the comment book is called, by its name in the ledger; nil for one of a case.
    static func deskEvent(_ kind: String) -> Phrase? { deskEvents[kind] }

    private static let deskEvents: [String: Phrase] = [
        "founded": Phrase(en: "desk founded", zh: "建立投诉台"), "staff-added": Phrase(en: "staff added", zh: "增加人员"),
        "staff-changed": Phrase(en: "staff changed", zh: "人员变动"), "key-changed": Phrase(en: "passcode and key changed", zh: "更改密码和密钥"),
        "recovery-key-set": Phrase(en: "recovery key replaced", zh: "更换恢复密钥"),
        "lock-out-lifted": Phrase(en: "sign-in wait lifted", zh: "解除登录等待"), "sign-in-refused": Phrase(en: "sign-in refused", zh: "登录被拒"),
        "settings-changed": Phrase(en: "settings changed", zh: "更改设置"), "stand-in-named": Phrase(en: "stand-in appointed", zh: "指定代理人"),
        "stand-in-ended": Phrase(en: "stand-in ended", zh: "结束代理"), "hours-set": Phrase(en: "opening hours set", zh: "设置营业时间"),
        "points-set": Phrase(en: "points weighted", zh: "设置首问积分权重"),
        "size-set": Phrase(en: "outlets or customers set", zh: "设置网点数或客户数"),
        "tier-set": Phrase(en: "authority set", zh: "设置权限"), "opening-corrected": Phrase(en: "opening day corrected", zh: "更正营业日"),
        "day-corrected": Phrase(en: "comment book day corrected", zh: "更正意见簿日期"),
        "clock-declared-wrong": Phrase(en: "clock declared wrong", zh: "声明时钟有误"),
        "calendar-loaded": Phrase(en: "calendar loaded", zh: "载入日历"), "clock-rule-set": Phrase(en: "limit set", zh: "设置时限"),
        "codes-changed": Phrase(en: "codes changed", zh: "更改代码"),
        "scripts-changed": Phrase(en: "scripts changed", zh: "话术变更"), "loss-declared": Phrase(en: "loss declared", zh: "声明丢失"),
        "restored": Phrase(en: "backup restored", zh: "恢复备份"), "exported": Phrase(en: "printed or saved", zh: "打印或保存"),
        "paper-signed-out": Phrase(en: "paper taken out", zh: "借出纸质档案"), "paper-returned": Phrase(en: "paper returned", zh: "归还纸质档案"),
        "erased": Phrase(en: "contents erased", zh: "清除内容"), "report-issued": Phrase(en: "monthly report issued", zh: "出具月度报告"),
        "book-opened": Phrase(en: "comment book review begun", zh: "开始查阅意见簿"),
        "book-entered": Phrase(en: "comment book entry logged", zh: "登记意见簿意见"),
        "book-closed": Phrase(en: "comment book review ended", zh: "结束查阅意见簿"),
    ]
}

extension AuditEntry {
    /// The headings of the events of cases, by their names in the ledger.
    private static let headings = Dictionary(uniqueKeysWithValues: caseEvents.map { ($0.wireName, $0.heading) })

    /// Who did it.
    public func who(_ words: CaseWords) -> String { StaffNumber(by).map(words.person) ?? by }

    /// What happened, to whom, for whom, and what was remarkable of it, on one line: on screen and by command.
    public func what(_ words: CaseWords) -> String {
        let language = words.times.language
        let heading = AuditEntry.headings[kind] ?? Phrase.deskEvent(kind) ?? Phrase(verbatim: kind)
        var parts = [language(heading)]
        // A yes or no is told in its own words, all else without its label: the heading says what it is of.
        let details = details.flatMap { detail in
            if case .flag? = detail.value { words.lines([detail]) } else { [words.text(detail.value)] }
        }
        if !details.isEmpty { parts = [parts[0] + language.colon + details.joined(separator: language.comma)] }
        if let told = told?.gist(words) { parts = [parts[0] + language.colon + told] }
        if let absent = StaffNumber(onBehalfOf) { parts.append(language(.auditFor(words.person(absent)))) }
        if isErased { parts.append(language(.auditErased)) }
        if let given = Term.passcodeGiven(by: passcodeGivenBy.map(words.person)) { parts.append(language(given)) }
        if judgedBefore != nil {
            parts.append(language(.auditDeclaredWrong))
        } else if let clock {
            parts.append("! " + language(clock.words))
        }
        return parts.joined(separator: language.comma)
    }
}

extension Verification {
    /// What was found, in a line.
    public var summary: Phrase {
        guard let fault else {
            return Phrase(
                en: "Intact: \(Phrase.count(events, "event")), \(Phrase.count(signatures, "signature")), \(Phrase.count(cases, "case")).",
                zh: "完整：事件 \(events) 条，签名 \(signatures) 个，投诉 \(cases) 件。"
            )
        }
        let (place, what) = (fault.placeWords, fault.what)
        return Phrase(en: "Fault at \(place.english): \(what.english).", zh: "\(place.chinese)有误：\(what.chinese)。")
    }
}
