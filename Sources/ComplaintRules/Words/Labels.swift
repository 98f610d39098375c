// The field's own words in both languages (1-domain, Words). Each switch is whole, so a new case without a word does not compile.

extension Role {
    /// The role's name.
    public var label: Phrase {
        switch self {
        case .counter: Phrase(en: "counter clerk", zh: "柜员")
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
        case .notAccepted: Term.outOfRemit
        case .merged: Phrase(en: "merged", zh: "已并案")
        }
    }
}

extension Channel {
    /// The channel's name.
    public var label: Phrase {
        switch self {
        case .oral: Phrase(en: "oral", zh: "现场口头")
        case .letter: Term.letter
        case .phone: Term.phone
        case .commentBook: Term.commentBook
        case .hotline: Phrase(en: "hotline", zh: "客服热线")
        case .referred: Phrase(en: "referred", zh: "转办")
        case .other: Term.other
        }
    }

    /// The channel's name where a column is narrow: 6 columns at most in English, two characters in Chinese.
    public var shortLabel: Phrase {
        switch self {
        case .oral: Phrase(en: "oral", zh: "口头")
        case .letter: Term.letter
        case .phone: Term.phone
        case .commentBook: Phrase(en: "book", zh: "意见簿")
        case .hotline: Phrase(en: "hotline", zh: "热线")
        case .referred: Phrase(en: "ref'd", zh: "转办")
        case .other: Term.other
        }
    }
}

extension CaseKind {
    /// The kind's name.
    public var label: Phrase {
        switch self {
        case .complaint: Term.complaint
        case .suggestion: Term.suggestion
        case .enquiry: Term.enquiry
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
        case .visit: Term.visit
        case .phone: Term.phone
        case .letter: Term.letter
        case .book: Term.commentBook
        case .email: Term.email
        case .sms: Term.textMessage
        case .wechat: Term.weChat
        case .video: Term.videoCall
        case .other: Term.other
        }
    }
}

extension IntakeSource {
    /// The source's name.
    public var label: Phrase {
        switch self {
        case .supervisor: Phrase(en: "12378 (supervisor)", zh: "12378 金融监管热线")
        case .government: Phrase(en: "12345 (government)", zh: "12345 政务热线")
        case .centralBank: Phrase(en: "12363 (central bank)", zh: "12363 人民银行热线")
        case .bankHotline: Phrase(en: "bank's hotline", zh: "本行客服热线")
        case .headOffice: Term.headOffice
        case .regulator: Term.regulator
        case .authority: Term.governmentDepartment
        case .website: Phrase(en: "website", zh: "网站")
        case .app: Phrase(en: "app", zh: "手机应用")
        case .email: Term.email
        case .wechat: Term.weChat
        case .sms: Term.textMessage
        case .video: Term.videoCall
        case .visit: Term.visit
        case .media: Phrase(en: "media", zh: "媒体")
        case .other: Term.other
        }
    }
}

extension SenderKind {
    /// Who sent it.
    public var label: Phrase {
        switch self {
        case .own: Phrase(en: "came to the branch", zh: "网点自收")
        case .headOffice: Phrase(en: "sent by head office", zh: "总行转办")
        case .hotline: Phrase(en: "12378, 12345 or 12363", zh: "12378、12345、12363 热线")
        case .regulator: Term.regulator
        case .government: Term.governmentDepartment
        }
    }
}

extension Relief {
    /// In what it consists.
    public var label: Phrase {
        switch self {
        case .monetary: Phrase(en: "monetary", zh: "经济补偿")
        case .nonMonetary: Phrase(en: "non-monetary", zh: "非经济补救")
        case .explanation: Phrase(en: "explanation", zh: "解释说明")
        }
    }
}

extension ClockName {
    /// The clock's name.
    public var label: Phrase {
        switch self {
        case .passOn: Phrase(en: "hand-over", zh: "移交")
        case .startWork: Phrase(en: "start of work", zh: "开始办理")
        case .firstContact: Phrase(en: "first contact", zh: "首次联系")
        case .reply: Phrase(en: "reply", zh: "回复")
        case .complex: Phrase(en: "complex case", zh: "复杂投诉")
        case .outside: Phrase(en: "external deadline", zh: "外部时限")
        case .final: Phrase(en: "final deadline", zh: "最后期限")
        case .signature: Phrase(en: "signature", zh: "签字")
        case .callBack: Term.callBack
        case .promised: Phrase(en: "agreed reply time", zh: "约定回复时限")
        case .atOnce: Phrase(en: "report at once", zh: "立即报告")
        case .review: Phrase(en: "review", zh: "核查")
        case .monthlyFigures: Phrase(en: "monthly report", zh: "月度报告")
        }
    }
}

extension Clock.State {
    /// What the state means.
    public var label: Phrase {
        switch self {
        case .running: Phrase(en: "running", zh: "计时中")
        case .kept: Phrase(en: "kept", zh: "按时")
        case .breached: Phrase(en: "late", zh: "逾期")
        case .superseded: Phrase(en: "superseded", zh: "已被替代")
        case .stopped: Phrase(en: "stopped", zh: "已停止")
        }
    }
}

extension DeskAct {
    /// What a person does.
    public var label: Phrase {
        switch self {
        case .addStaff: Phrase(en: "add staff", zh: "增加人员")
        case .retireStaff: Phrase(en: "mark staff as left", zh: "办理人员调离")
        case .renameStaff: Phrase(en: "rename staff", zh: "更改人员姓名")
        case .changeRole: Phrase(en: "change roles", zh: "变更岗位")
        case .returnStaff: Phrase(en: "take staff back", zh: "办理人员返岗")
        case .correctPast: Phrase(en: "correct what was: calendar, comment book, clock", zh: "更正日历、意见簿记录或时钟")
        case .listStaff: Phrase(en: "list staff", zh: "查看人员")
        case .changeSettings: Phrase(en: "change settings", zh: "更改设置")
        case .nameStandIn: Phrase(en: "appoint a stand-in", zh: "指定代理人")
        case .loadCalendar: Phrase(en: "load a calendar", zh: "载入日历")
        case .changeCodes: Phrase(en: "change the codes", zh: "更改业务类别和原因")
        case .changeScripts: Phrase(en: "change the scripts", zh: "更改话术")
        case .importCases: Phrase(en: "import cases", zh: "导入历史投诉")
        case .issueReport: Phrase(en: "issue the monthly report", zh: "出具月度报告")
        case .resetPasscode: Phrase(en: "reset a passcode", zh: "重置密码")
        case .unlock: Phrase(en: "lift a lock-out", zh: "解除登录锁定")
        case .replaceRecoveryKey: Phrase(en: "have a new recovery key", zh: "更换恢复密钥")
        case .declareLoss: Phrase(en: "declare entries as lost", zh: "声明记录丢失")
        case .restore: Phrase(en: "restore a backup", zh: "恢复备份")
        case .backUp: Phrase(en: "write a backup outside the desk's folder", zh: "将备份写到投诉台文件夹以外")
        case .rebuild: Phrase(en: "rebuild the tables", zh: "重建数据表")
        case .readAudit: Phrase(en: "read the audit trail", zh: "查看审计记录")
        case .export: Phrase(en: "export cases", zh: "导出投诉")
        case .signOutPapers: Phrase(en: "sign papers out of the archive", zh: "办理档案借阅")
        case .erase: Phrase(en: "erase what is past its time", zh: "清除超过保存期限的内容")
        case .readFigures: Phrase(en: "read the figures", zh: "查看统计")
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

extension BookDay.Status {
    /// How the day stands.
    public var label: Phrase {
        switch self {
        case .reviewed: Phrase(en: "reviewed", zh: "已查阅")
        case .nothing: Phrase(en: "no entry", zh: "无新意见")
        case .late: Phrase(en: "late", zh: "补查")
        case .missed: Phrase(en: "missed", zh: "漏查")
        case .closed: Term.closedDay
        case .due: Phrase(en: "not reviewed yet", zh: "待查阅")
        case .open: Phrase(en: "under review", zh: "查阅中")
        case .outside: Phrase(verbatim: "")
        }
    }
}
