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
        case .monthlyFigures: Phrase(en: "monthly figures", zh: "月度统计")
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
        case .issueReport: Phrase(en: "issue the monthly report", zh: "出具月度报告")
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

extension CaseEvent.Declined.Question {
    /// What was asked of the branch manager.
    public var label: Phrase {
        switch self {
        case .extension: Phrase(en: "extension", zh: "延期")
        case .escalation: Phrase(en: "escalation", zh: "上报")
        }
    }
}

extension MonthlyFigures.Status {
    /// How the report stands.
    public var label: Phrase {
        switch self {
        case .outside: Phrase(verbatim: "")
        case .running: Phrase(en: "to be issued", zh: "待出具")
        case .issued: Phrase(en: "issued", zh: "已出具")
        case .late: Phrase(en: "issued late", zh: "逾期出具")
        case .missed: Phrase(en: "overdue", zh: "逾期未出具")
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
        case .mergedInto: Phrase(en: "Merged into", zh: "并入")
        case .absorbed: Phrase(en: "Took in", zh: "并入本件")
        case .refusedAnswer: Phrase(en: "After refusal of", zh: "接续原件")
        case .repeated: Phrase(en: "Repeat of", zh: "重复投诉")
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
