// The field's own words in both languages (1-domain, Words). Each switch is whole, so a new case without a word does not compile.

extension Role {
    /// The role's name.
    public var label: Phrase {
        switch self {
        case .counter: Phrase(en: "counter", zh: "柜员")
        case .complaintManager: Phrase(en: "complaint manager", zh: "投诉管理人")
        case .branchManager: Phrase(en: "branch manager", zh: "网点负责人")
        case .auditor: Phrase(en: "auditor", zh: "审计")
        }
    }
}

extension Stage {
    /// The stage's name.
    public var label: Phrase {
        switch self {
        case .logged: Phrase(en: "logged", zh: "已登记")
        case .handedOver: Phrase(en: "handed over", zh: "已移交")
        case .inHand: Phrase(en: "in hand", zh: "处理中")
        case .withHeadOffice: Phrase(en: "with head office", zh: "总行处理")
        case .toSign: Phrase(en: "to sign", zh: "待签字")
        case .closed: Phrase(en: "closed", zh: "已办结")
        case .withdrawn: Phrase(en: "withdrawn", zh: "客户撤回")
        case .notAccepted: Phrase(en: "not accepted", zh: "不予受理")
        case .merged: Phrase(en: "merged", zh: "已并案")
        }
    }
}

extension Channel {
    /// The channel's name.
    public var label: Phrase {
        switch self {
        case .oral: Phrase(en: "oral", zh: "现场口头")
        case .letter: Phrase(en: "letter", zh: "信函")
        case .phone: Phrase(en: "phone", zh: "电话")
        case .commentBook: Phrase(en: "comment book", zh: "意见簿")
        case .hotline: Phrase(en: "hotline", zh: "客服热线")
        case .referred: Phrase(en: "referred", zh: "上级转办")
        case .other: Phrase(en: "other", zh: "其他")
        }
    }

    /// The channel's name where a column is narrow: 6 columns at most in English, two characters in Chinese.
    public var shortLabel: Phrase {
        switch self {
        case .oral: Phrase(en: "oral", zh: "口头")
        case .letter: Phrase(en: "letter", zh: "信函")
        case .phone: Phrase(en: "phone", zh: "电话")
        case .commentBook: Phrase(en: "book", zh: "意见")
        case .hotline: Phrase(en: "hotln", zh: "热线")
        case .referred: Phrase(en: "referd", zh: "转办")
        case .other: Phrase(en: "other", zh: "其他")
        }
    }
}

extension CaseKind {
    /// The kind's name.
    public var label: Phrase {
        switch self {
        case .complaint: Phrase(en: "complaint", zh: "投诉")
        case .suggestion: Phrase(en: "suggestion", zh: "建议")
        case .enquiry: Phrase(en: "enquiry", zh: "咨询")
        case .requestForHelp: Phrase(en: "request for help", zh: "求助")
        case .venting: Phrase(en: "venting", zh: "情绪宣泄")
        }
    }
}

extension CaseClass {
    /// The class's name.
    public var label: Phrase {
        switch self {
        case .valid: Phrase(en: "valid", zh: "有效")
        case .unfounded: Phrase(en: "unfounded", zh: "不成立")
        case .special: Phrase(en: "special", zh: "特殊")
        }
    }
}

extension Fault {
    /// What it says of the bank.
    public var label: Phrase {
        switch self {
        case .bank: Phrase(en: "bank at fault", zh: "我行有责")
        case .partly: Phrase(en: "bank partly at fault", zh: "我行部分有责")
        case .none: Phrase(en: "bank not at fault", zh: "我行无责")
        }
    }
}

extension ContactWay {
    /// The way's name.
    public var label: Phrase {
        switch self {
        case .oral: Phrase(en: "oral", zh: "当面")
        case .phone: Phrase(en: "phone", zh: "电话")
        case .letter: Phrase(en: "letter", zh: "信函")
        case .book: Phrase(en: "comment book", zh: "意见簿")
        case .other: Phrase(en: "other", zh: "其他")
        }
    }
}

extension ClockName {
    /// The clock's name.
    public var label: Phrase {
        switch self {
        case .passOn: Phrase(en: "pass on", zh: "移交")
        case .startWork: Phrase(en: "start work", zh: "开始办理")
        case .reply: Phrase(en: "reply", zh: "回复")
        case .complex: Phrase(en: "complex", zh: "复杂件")
        case .outside: Phrase(en: "set from outside", zh: "外部限期")
        case .final: Phrase(en: "final", zh: "最后期限")
        case .signature: Phrase(en: "signature", zh: "签字")
        case .callBack: Phrase(en: "call-back", zh: "回访")
        case .promised: Phrase(en: "promised", zh: "约定回复")
        }
    }
}

extension Clock.State {
    /// What the state means.
    public var label: Phrase {
        switch self {
        case .running: Phrase(en: "running", zh: "计时中")
        case .kept: Phrase(en: "kept", zh: "按时")
        case .breached: Phrase(en: "breached", zh: "逾期")
        case .superseded: Phrase(en: "superseded", zh: "已被替代")
        }
    }
}

extension ActKind {
    /// What a person does, as on a key or in a list of acts.
    public var label: Phrase {
        switch self {
        case .answer: Phrase(en: "Answer on the spot", zh: "当场答复")
        case .handOver: Phrase(en: "Hand over", zh: "移交")
        case .accept: Phrase(en: "Accept", zh: "接收")
        case .note: Phrase(en: "Note", zh: "记录")
        case .finding: Phrase(en: "Finding", zh: "责任认定")
        case .reply: Phrase(en: "Reply", zh: "回复客户")
        case .sign: Phrase(en: "Sign", zh: "签字")
        case .sendBack: Phrase(en: "Send back", zh: "退回")
        case .withdraw: Phrase(en: "Withdraw", zh: "客户撤回")
        case .notAccept: Phrase(en: "Not accept", zh: "不予受理")
        case .amend: Phrase(en: "Amend", zh: "更正")
        case .addendum: Phrase(en: "Addendum", zh: "补记")
        case .acknowledge: Phrase(en: "Acknowledge", zh: "知悉")
        case .contact: Phrase(en: "Contact", zh: "联系客户")
        case .agreeTime: Phrase(en: "Agree a time", zh: "约定时限")
        case .interimAnswer: Phrase(en: "Interim answer", zh: "阶段答复")
        case .tellPerson: Phrase(en: "Tell the person", zh: "告知责任人")
        case .attach: Phrase(en: "Attach", zh: "附件")
        case .chase: Phrase(en: "Chase", zh: "催办")
        case .answerInBook: Phrase(en: "Answer in the book", zh: "意见簿回复")
        case .askExtension: Phrase(en: "Ask for extension", zh: "申请延期")
        case .grantExtension: Phrase(en: "Grant extension", zh: "批准延期")
        case .askEscalation: Phrase(en: "Ask for escalation", zh: "申请上报")
        case .confirmEscalation: Phrase(en: "Confirm escalation", zh: "确认上报")
        case .decline: Phrase(en: "Decline", zh: "不批准")
        case .headOfficeNote: Phrase(en: "Head office note", zh: "总行进展")
        case .headOfficeAnswer: Phrase(en: "Head office answer", zh: "总行答复")
        case .outsideDate: Phrase(en: "Date from outside", zh: "外部限期")
        case .sendResult: Phrase(en: "Send the result", zh: "报送结果")
        case .ruling: Phrase(en: "Enter the ruling", zh: "录入总行裁定")
        case .refuseAnswer: Phrase(en: "Customer refuses", zh: "客户不接受")
        case .merge: Phrase(en: "Merge", zh: "并案")
        case .callBack: Phrase(en: "Call back", zh: "回访")
        case .rectify: Phrase(en: "Rectify", zh: "整改")
        case .verifyRectification: Phrase(en: "Verify rectification", zh: "整改核验")
        case .spotCheck: Phrase(en: "Spot check", zh: "抽查")
        case .statement: Phrase(en: "Statement", zh: "情况说明")
        case .delayNote: Phrase(en: "Delay note", zh: "逾期原因")
        case .hold: Phrase(en: "Hold", zh: "保留")
        case .release: Phrase(en: "Release", zh: "解除保留")
        }
    }
}

extension DeskAct {
    /// What a person does.
    public var label: Phrase {
        switch self {
        case .addStaff: Phrase(en: "add staff", zh: "增加人员")
        case .retireStaff: Phrase(en: "retire staff", zh: "人员离岗")
        case .listStaff: Phrase(en: "list staff", zh: "查看人员")
        case .changeSettings: Phrase(en: "change settings", zh: "更改设置")
        case .nameStandIn: Phrase(en: "name a stand-in", zh: "指定代理人")
        case .loadCalendar: Phrase(en: "load a calendar", zh: "载入日历")
        case .changeCodes: Phrase(en: "change the codes", zh: "更改业务类别和原因")
        case .importCases: Phrase(en: "import cases", zh: "导入")
        }
    }
}

extension CaseEvent {
    /// What happened, as a heading of the time line.
    public var label: Phrase {
        switch self {
        case .logged: Phrase(en: "logged", zh: "登记")
        case .imported: Phrase(en: "taken in from elsewhere", zh: "导入的历史记录")
        case .answered: Phrase(en: "answered on the spot", zh: "当场答复")
        case .handedOver: Phrase(en: "handed over", zh: "移交")
        case .accepted: Phrase(en: "accepted", zh: "接收")
        case .noted: Phrase(en: "note", zh: "记录")
        case .found: Phrase(en: "finding", zh: "责任认定")
        case .replied: Phrase(en: "reply", zh: "回复客户")
        case .signed: Phrase(en: "signed", zh: "签字确认")
        case .sentBack: Phrase(en: "sent back", zh: "退回")
        case .withdrawn: Phrase(en: "withdrawn by the customer", zh: "客户撤回")
        case .notAccepted: Phrase(en: "not accepted", zh: "不予受理")
        case .amended: Phrase(en: "amended", zh: "更正")
        case .addendumWritten: Phrase(en: "addendum", zh: "补记")
        case .clockStarted: Phrase(en: "clock started", zh: "开始计时")
        case .acknowledged: Phrase(en: "hand-over acknowledged", zh: "知悉移交")
        case .contacted: Phrase(en: "contact", zh: "联系客户")
        case .timeAgreed: Phrase(en: "reply time agreed", zh: "约定回复时限")
        case .interimAnswered: Phrase(en: "interim answer", zh: "阶段答复")
        case .personTold: Phrase(en: "person told", zh: "告知责任人")
        case .attached: Phrase(en: "attached", zh: "附件")
        case .chased: Phrase(en: "chaser", zh: "催办单")
        case .delayExplained: Phrase(en: "delay note", zh: "逾期原因单")
        case .extensionAsked: Phrase(en: "extension asked for", zh: "申请延期")
        case .extensionGranted: Phrase(en: "extension granted", zh: "批准延期")
        case .escalationAsked: Phrase(en: "escalation asked for", zh: "申请上报")
        case .escalationConfirmed: Phrase(en: "with head office", zh: "上报总行")
        case .declined: Phrase(en: "declined", zh: "不批准")
        case .headOfficeNoted: Phrase(en: "head office: progress", zh: "总行进展")
        case .headOfficeAnswered: Phrase(en: "head office: answer", zh: "总行答复")
        case .ruled: Phrase(en: "head office: ruling", zh: "总行裁定")
        case .outsideDateSet: Phrase(en: "date set from outside", zh: "外部限期")
        case .resultSent: Phrase(en: "result sent", zh: "报送结果")
        case .answeredInBook: Phrase(en: "answered in the comment book", zh: "意见簿已回复")
        case .answerRefused: Phrase(en: "answer refused by the customer", zh: "客户不接受答复")
        case .merged: Phrase(en: "merged", zh: "并案")
        case .linked: Phrase(en: "linked", zh: "关联")
        case .calledBack: Phrase(en: "call-back", zh: "回访")
        case .rectificationOpened: Phrase(en: "rectification opened", zh: "开具整改")
        case .rectificationVerified: Phrase(en: "rectification verified", zh: "整改核验")
        case .spotChecked: Phrase(en: "spot check", zh: "抽查")
        case .stated: Phrase(en: "statement", zh: "情况说明")
        case .held: Phrase(en: "held", zh: "保留")
        case .released: Phrase(en: "released", zh: "解除保留")
        }
    }
}

/// The names of the fields of an intake and of an act, as labels of a form.
public enum FieldLabel {
    private static let labels: [String: Phrase] = [
        "channel": Phrase(en: "Channel", zh: "受理渠道"),
        "received": Phrase(en: "Received", zh: "收到时间"),
        "customer": Phrase(en: "Customer", zh: "客户姓名"),
        "contact": Phrase(en: "Contact", zh: "联系方式"),
        "proxy": Phrase(en: "Proxy", zh: "代办人"),
        "text": Phrase(en: "Text", zh: "内容"),
        "asks": Phrase(en: "Asks for", zh: "客户诉求"),
        "business": Phrase(en: "Business", zh: "业务类别"),
        "reason": Phrase(en: "Reason", zh: "原因"),
        "about": Phrase(en: "About", zh: "涉及人员"),
        "happened": Phrase(en: "Happened", zh: "发生时间"),
        "amount": Phrase(en: "Amount", zh: "涉及金额"),
        "repeated-back": Phrase(en: "Repeated back", zh: "已向客户复述"),
        "agreed": Phrase(en: "Agreed reply", zh: "约定回复"),
        "to": Phrase(en: "To", zh: "移交给"),
        "note": Phrase(en: "Note", zh: "说明"),
        "how": Phrase(en: "How", zh: "方式"),
        "fault": Phrase(en: "Fault", zh: "责任"),
        "facts": Phrase(en: "Facts", zh: "查明事实"),
        "class": Phrase(en: "Class", zh: "认定"),
        "kind": Phrase(en: "Kind", zh: "性质"),
        "apology": Phrase(en: "Apology", zh: "道歉"),
        "correction": Phrase(en: "Correction", zh: "纠正"),
        "rectification": Phrase(en: "Rectification", zh: "整改"),
        "ruling": Phrase(en: "Ruling", zh: "总行裁定"),
        "explanation": Phrase(en: "Explanation", zh: "解释"),
        "accepted": Phrase(en: "Accepted", zh: "客户接受"),
        "field": Phrase(en: "Field", zh: "字段"),
        "value": Phrase(en: "New value", zh: "更正为"),
        "day": Phrase(en: "Day", zh: "日期"),
        "role": Phrase(en: "Role", zh: "岗位"),
        "rule": Phrase(en: "Clock", zh: "时限"),
        "number": Phrase(en: "Number", zh: "编号"),
        "told-channels": Phrase(en: "Told of", zh: "已告知渠道"),
        "next": Phrase(en: "New case", zh: "新投诉"),
        "tie": Phrase(en: "Tie", zh: "关系"),
        "at": Phrase(en: "At", zh: "时间"),
        "promise": Phrase(en: "Promise", zh: "承诺"),
        "undelivered": Phrase(en: "Undelivered", zh: "无法送达"),
        "who": Phrase(en: "Who", zh: "责任人"),
        "place": Phrase(en: "Kept at", zh: "存放处"),
        "digest": Phrase(en: "Digest", zh: "摘要值"),
        "file": Phrase(en: "File", zh: "文件"),
        "bytes": Phrase(en: "Bytes", zh: "字节数"),
        "reached": Phrase(en: "Reached", zh: "已联系上"),
        "longer": Phrase(en: "30 more days", zh: "延长30天"),
        "due": Phrase(en: "Due", zh: "限期"),
        "by": Phrase(en: "Set by", zh: "设定方"),
        "reference": Phrase(en: "Reference", zh: "文号"),
        "into": Phrase(en: "Into", zh: "并入"),
        "level": Phrase(en: "Level", zh: "满意度"),
        "what": Phrase(en: "What", zh: "事项"),
        "owner": Phrase(en: "Owner", zh: "负责人"),
        "item": Phrase(en: "Item", zh: "序号"),
        "result": Phrase(en: "Result", zh: "结果"),
        "cause": Phrase(en: "Cause", zh: "原因"),
        "postmark": Phrase(en: "Postmark", zh: "邮戳日期"),
        "original-place": Phrase(en: "Original kept at", zh: "原件存放"),
        "copy-place": Phrase(en: "Copy kept at", zh: "复印件存放"),
        "call-back-number": Phrase(en: "Call back at", zh: "回电号码"),
        "verified": Phrase(en: "Verified", zh: "已核实客服"),
        "ticket": Phrase(en: "Ticket", zh: "工单号"),
        "hotline-answer": Phrase(en: "Answered to hotline", zh: "答复热线"),
        "quiet-place": Phrase(en: "Quiet place", zh: "引至安静处"),
        "page": Phrase(en: "Page", zh: "页"),
        "line": Phrase(en: "Line", zh: "行"),
        "sender": Phrase(en: "Sender", zh: "转办单位"),
        "name": Phrase(en: "Name", zh: "姓名"),
        "passcode": Phrase(en: "Passcode", zh: "密码"),
    ]

    /// The label of the field `name`; the name itself where the desk has no such field, as in a wrong one that somebody gave.
    public static func of(_ name: String) -> Phrase { labels[name] ?? Phrase(verbatim: name) }

    /// Whether the field has a label of its own.
    static func isKnown(_ name: String) -> Bool { labels[name] != nil }
}

extension EscalationKind {
    /// Why a case goes to head office.
    public var label: Phrase {
        switch self {
        case .authority: Phrase(en: "beyond authority", zh: "超出权限")
        case .amount: Phrase(en: "amount", zh: "金额")
        case .media: Phrase(en: "media interest", zh: "媒体关注")
        case .regulator: Phrase(en: "regulator or government", zh: "监管或政府")
        case .group: Phrase(en: "group case", zh: "群体投诉")
        case .incident: Phrase(en: "serious incident", zh: "重大事件")
        case .branchDispute: Phrase(en: "dispute with another branch", zh: "与其他网点争议")
        case .staffAppeal: Phrase(en: "staff appeal", zh: "员工申诉")
        case .repeated: Phrase(en: "repeat", zh: "重复投诉")
        case .recusal: Phrase(en: "recusal", zh: "回避")
        }
    }
}

extension SatisfactionLevel {
    /// The customer's answer.
    public var label: Phrase {
        switch self {
        case .verySatisfied: Phrase(en: "very satisfied", zh: "非常满意")
        case .satisfied: Phrase(en: "satisfied", zh: "满意")
        case .basicallySatisfied: Phrase(en: "basically satisfied", zh: "基本满意")
        case .dissatisfied: Phrase(en: "dissatisfied", zh: "不满意")
        case .unreachable: Phrase(en: "unreachable", zh: "未联系上")
        }
    }
}

extension CaseEvent.Link.Tie {
    /// What ties the two cases.
    public var label: Phrase {
        switch self {
        case .mergedInto: Phrase(en: "merged into", zh: "并入")
        case .absorbed: Phrase(en: "took in", zh: "并入本件：")
        case .refusedAnswer: Phrase(en: "the answer was refused of", zh: "客户不接受答复：")
        case .repeated: Phrase(en: "the customer complained before:", zh: "该客户曾投诉：")
        }
    }
}

extension BookDay.Status {
    /// How the day stands.
    public var label: Phrase {
        switch self {
        case .reviewed: Phrase(en: "reviewed", zh: "已查阅")
        case .nothing: Phrase(en: "nil", zh: "无意见")
        case .late: Phrase(en: "late", zh: "补查")
        case .missed: Phrase(en: "missed", zh: "漏查")
        case .closed: Phrase(en: "closed", zh: "休业")
        case .due: Phrase(en: "not read yet", zh: "待查阅")
        case .open: Phrase(en: "being read", zh: "查阅中")
        case .outside: Phrase(verbatim: "")
        }
    }
}
