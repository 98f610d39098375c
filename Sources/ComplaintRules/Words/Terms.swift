/// The words for what more than one place says: each term stands here once, so that a screen, a command and a paper cannot come to differ.
///
/// Terms with a capital are labels and headings, those without stand inside sentences.
public enum Term {
    public static let about = Phrase(en: "About", zh: "涉及人员")
    public static let all = Phrase(en: "all", zh: "合计")
    public static let anonymous = Phrase(en: "(anon.)", zh: "（匿名）")
    public static let contentsErased = Phrase(en: "contents erased", zh: "内容已清除")
    public static let erased = Phrase(en: "(erased)", zh: "（已清除）")
    public static let answeredOnTheSpot = Phrase(en: "answered on the spot", zh: "当场答复")
    public static let answerInBook = Phrase(en: "Answer in the book", zh: "簿中回复")
    public static let business = Phrase(en: "Business", zh: "业务类别")
    public static let callBack = Phrase(en: "call-back", zh: "回访")
    public static let contactAgain = Phrase(en: "contact again", zh: "再次联系")
    public static let channel = Phrase(en: "Channel", zh: "渠道")
    public static let channelOfReceipt = Phrase(en: "Channel", zh: "受理渠道")
    public static let classOfComplaint = Phrase(en: "Class", zh: "认定结果")
    public static let clocks = Phrase(en: "Clocks", zh: "时限")
    /// Where a thing is not there of which there may be one.
    public static let none = Phrase(en: "none", zh: "无")
    public static let openDay = Phrase(en: "open", zh: "营业")
    public static let closedDay = Phrase(en: "closed", zh: "不营业")
    public static let commentBook = Phrase(en: "comment book", zh: "意见簿")
    public static let complaint = Phrase(en: "complaint", zh: "投诉")
    public static let contact = Phrase(en: "Contact", zh: "联系方式")
    public static let customer = Phrase(en: "Customer", zh: "客户")
    public static let dossierNumber = Phrase(en: "Dossier", zh: "上报卷号")
    public static let due = Phrase(en: "Due", zh: "时限")
    public static let email = Phrase(en: "e-mail", zh: "电子邮件")
    public static let enquiry = Phrase(en: "enquiry", zh: "咨询")
    public static let figures = Phrase(en: "Figures", zh: "统计")
    public static let file = Phrase(en: "File", zh: "文件")
    public static let finding = Phrase(en: "Finding", zh: "责任认定")
    public static let amountAsDecided = Phrase(en: "Amount as decided", zh: "批准金额无误")
    public static let forOthers = Phrase(en: "Of it, for others", zh: "其中给付并案客户")
    public static let from = Phrase(en: "From", zh: "起始日")
    public static let to = Phrase(en: "To", zh: "截止日")
    public static let handledElsewhere = Phrase(en: "handled elsewhere", zh: "他处办理")
    public static let handOverTo = Phrase(en: "Hand over to", zh: "移交给")
    public static let hasLeft = Phrase(en: "left", zh: "已调离")
    public static let headOffice = Phrase(en: "head office", zh: "总行")
    public static let kind = Phrase(en: "Kind", zh: "类型")
    public static let letter = Phrase(en: "letter", zh: "信函")
    public static let measure = Phrase(en: "Measure", zh: "指标")
    public static let name = Phrase(en: "Name", zh: "姓名")
    public static let no = Phrase(en: "no", zh: "否")
    public static let number = Phrase(en: "Number", zh: "编号")
    public static let governmentDepartment = Phrase(en: "government department", zh: "政府部门")
    public static let regulator = Phrase(en: "regulator", zh: "监管部门")
    public static let other = Phrase(en: "other", zh: "其他")
    public static let outOfRemit = Phrase(en: "out of remit", zh: "不予受理")
    public static let outOfRemitTitle = Phrase(en: "Out of remit", zh: "不予受理")
    public static let pastDue = Phrase(en: "overdue", zh: "逾期")
    public static let passcode = Phrase(en: "Passcode", zh: "密码")
    public static let periodBefore = Phrase(en: "before", zh: "上期")
    public static let phone = Phrase(en: "phone", zh: "电话")
    public static let printing = Phrase(en: "Print", zh: "打印")
    public static let received = Phrase(en: "Received", zh: "收到")
    public static let rectification = Phrase(en: "Rectification", zh: "整改")
    public static let role = Phrase(en: "Role", zh: "岗位")
    public static let staffStatement = Phrase(en: "Staff statement", zh: "情况说明")
    public static let stage = Phrase(en: "Stage", zh: "状态")
    public static let suggestion = Phrase(en: "suggestion", zh: "建议")
    public static let text = Phrase(en: "Text", zh: "内容")
    public static let textMessage = Phrase(en: "text message", zh: "短信")
    public static let thisPeriod = Phrase(en: "now", zh: "本期")
    public static let timeLine = Phrase(en: "Timeline", zh: "办理过程")
    public static let videoCall = Phrase(en: "video call", zh: "视频")
    public static let visit = Phrase(en: "visit", zh: "上门")
    public static let weChat = Phrase(en: "WeChat", zh: "微信")
    public static let weekday = Phrase(en: "Weekday", zh: "星期")
    public static let whereDone = Phrase(en: "Where done", zh: "办理渠道")
    public static let yes = Phrase(en: "yes", zh: "是")
    public static let yesOrNo = Phrase(en: "yes or no", zh: "是或否")

    /// That the screen does not lock by itself.
    public static let neverLocks = Phrase(en: "never", zh: "不锁定")

    /// How late something is.
    public static func overdue(_ span: String) -> Phrase { Phrase(en: "overdue \(span)", zh: "逾期 \(span)") }
    /// That something was signed with a passcode that others had given, or knew who gave it; nil where it was the doer's own.
    public static func passcodeGiven(by givers: [String]) -> Phrase? {
        if givers.isEmpty { return nil }
        return Phrase(en: "passcode given by \(Language.english.listed(givers))", zh: "密码由 \(Language.chinese.listed(givers)) 设置")
    }
    /// What is said once a month's report was issued.
    public static func reportIssued(_ month: Month, _ issue: Int) -> Phrase {
        Phrase(en: "The report for \(month) is issued, and kept as issue \(issue).", zh: "\(month) 月度报告已出具，留存为第 \(issue) 次出具。")
    }
}
