/// The country in which a branch stands: what its desk starts with, and may change later (1-domain, Codes).
public enum Country: String, CaseIterable, Codable, Sendable {
    case china = "CN"
    case britain = "GB"
    case america = "US"

    /// The country of a code in any case; nil for one that is not known.
    public init?(code: String) { self.init(rawValue: Written.plain(code).uppercased()) }

    /// The country in which clocks go by a time zone of the zone database: China where it is none of the others'.
    public init(timeZone: String) {
        switch timeZone {
        case "Europe/London", "Europe/Belfast", "GB", "Europe/Jersey", "Europe/Guernsey", "Europe/Isle_of_Man": self = .britain
        case let zone where zone.hasPrefix("US/") || Country.american.contains(zone) || zone.hasPrefix("America/Indiana/"): self = .america
        default: self = .china
        }
    }

    private static let american: Set<String> = [
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix", "America/Detroit",
        "America/Boise", "America/Anchorage", "Pacific/Honolulu",
    ]

    /// The sign of its currency, which stands before an amount.
    public var currency: String {
        switch self {
        case .china: "¥"
        case .britain: "£"
        case .america: "$"
        }
    }

    /// The outside channels of which a customer is told who refuses the answer, until the branch sets others.
    public var outsideChannels: Phrase {
        switch self {
        case .china:
            Phrase(
                en: "12378 (financial supervisor), 12363 (central bank), 12345 (government), financial dispute mediation",
                zh: "12378（金融监管）、12363（人民银行）、12345（政务服务）、金融纠纷调解组织"
            )
        case .britain: Phrase(en: "Financial Ombudsman Service, 0800 023 4567", zh: "英国金融申诉专员（Financial Ombudsman Service）0800 023 4567")
        case .america: Phrase(en: "Consumer Financial Protection Bureau (CFPB), (855) 411-2372", zh: "美国消费者金融保护局（CFPB）(855) 411-2372")
        }
    }

    /// The channels of the country that `text` names in either language, so that everybody reads them in their own; nil for what a branch has
    /// set itself.
    public static func outsideChannels(named text: String) -> Phrase? {
        allCases.map(\.outsideChannels).first { [$0.english, $0.chinese].contains(text) }
    }

    /// The codes that a desk starts with. Reason and where the business was done are the same everywhere; the business is the country's own.
    public var codes: CodeTable {
        guard let own = business else { return .standard }
        return CodeTable(own + CodeTable.standard.codes.filter { $0.axis != .business })
    }

    private var business: [Code]? {
        switch self {
        case .china: nil
        case .britain:
            [
                Code(.business, "current-accounts", en: "Current accounts", zh: "活期账户", pinyin: "hqzh"),
                Code(.business, "savings", en: "Savings and ISAs", zh: "储蓄", pinyin: "cx"),
                Code(.business, "cards", en: "Debit and credit cards", zh: "银行卡", pinyin: "yhk"),
                Code(.business, "mortgages", en: "Mortgages", zh: "住房按揭", pinyin: "zfaj"),
                Code(.business, "loans", en: "Loans and overdrafts", zh: "贷款和透支", pinyin: "dkhtz"),
                Code(.business, "payments", en: "Payments and transfers", zh: "支付和转账", pinyin: "zfhzz"),
                Code(.business, "foreign-exchange", en: "Foreign exchange", zh: "外汇", pinyin: "wh"),
                Code(.business, "insurance", en: "Insurance", zh: "保险", pinyin: "bx"),
                Code(.business, "investments", en: "Investments and pensions", zh: "投资和养老金", pinyin: "tzhylj"),
                Code(.business, "personal-information", en: "Personal data", zh: "个人信息", pinyin: "grxx"),
                Code(.business, "debt-collection", en: "Debt collection", zh: "债务催收", pinyin: "zwcs"),
                Code(.business, "agency", en: "Products of other firms", zh: "银行代理", pinyin: "yhdl"),
                Code(.business, "other", en: "Other", zh: "其他", pinyin: "qt"),
            ]
        case .america:
            [
                Code(.business, "checking", en: "Checking accounts", zh: "支票账户", pinyin: "zpzh"),
                Code(.business, "savings", en: "Savings accounts and CDs", zh: "储蓄和定期存单", pinyin: "cxhdqcd"),
                Code(.business, "cards", en: "Credit, debit and prepaid cards", zh: "银行卡", pinyin: "yhk"),
                Code(.business, "mortgages", en: "Mortgages", zh: "住房按揭", pinyin: "zfaj"),
                Code(.business, "loans", en: "Consumer, auto and student loans", zh: "消费、汽车和助学贷款", pinyin: "xfqchzxdk"),
                Code(.business, "payments", en: "Money transfers", zh: "转账汇款", pinyin: "zzhk"),
                Code(.business, "credit-reporting", en: "Credit reporting", zh: "征信报告", pinyin: "zxbg"),
                Code(.business, "investments", en: "Investments", zh: "投资", pinyin: "tz"),
                Code(.business, "personal-information", en: "Personal data", zh: "个人信息", pinyin: "grxx"),
                Code(.business, "debt-collection", en: "Debt collection", zh: "债务催收", pinyin: "zwcs"),
                Code(.business, "other", en: "Other", zh: "其他", pinyin: "qt"),
            ]
        }
    }
}
