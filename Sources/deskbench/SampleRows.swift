/// Past cases of an invented branch, half of them in Chinese and half in English, the same for the same seed.
struct SampleRows {
    /// The columns, by their keys in JSON, which are those of the program's own form.
    static let header = "sourceNumber,source,received,channel,customer,contact,text,business,reason,about,amount,outcome\n"

    /// The last day on which a past case came in: before the desk itself began.
    private static let end = (year: 2025, month: 8)

    private static let channels = ["oral", "letter", "phone", "hotline", "other", "oral", "phone"]
    private var random: SplitMix
    private let count: Int
    private let months: Int
    private var made = 0

    /// Makes a source of `count` rows, spread over as many years as a branch needs for them.
    init(count: Int, seed: UInt64) {
        random = SplitMix(state: seed)
        self.count = count
        months = min(240, max(12, count / 2000))
    }

    /// The next row as a line of CSV; nil at the end.
    mutating func next() -> String? {
        guard made < count else { return nil }
        made += 1
        let month = SampleRows.end.year * 12 + SampleRows.end.month - months + made * months / (count + 1)
        let (year, day) = (month / 12, random.below(28) + 1)
        let time = "\(two(9 + random.below(8))):\(two(random.below(60)))"
        let received = "\(year)-\(two(month % 12 + 1))-\(two(day))T\(time):\(two(random.below(60)))+08:00"
        let words = random.below(2) == 0 ? SampleWords.chinese : SampleWords.english
        let amount = random.below(3) == 0 ? "\(random.below(90_000) + 10).\(two(random.below(100)))" : ""
        let contact = random.below(5) == 0 ? "" : "13\(random.below(900_000_000) + 100_000_000)"
        let cells = [
            "\(made + 100_000)", "old-register", received, random.one(of: SampleRows.channels),
            random.below(9) == 0 ? "" : words.customer(&random), contact, words.text(&random), random.one(of: words.business),
            random.one(of: words.reasons), random.below(4) == 0 ? random.one(of: words.about) : "", amount, random.one(of: words.outcomes),
        ]
        return cells.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// SplitMix64 (Steele, Lea, Flood, 2014): numbers by chance that are the same for the same seed.
struct SplitMix {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31).multipliedFullWidth(by: UInt64(limit)).high)
    }

    mutating func one(of items: [String]) -> String { items[below(items.count)] }
}

/// The words that rows are made of. Every person is invented.
struct SampleWords {
    let surnames: [String]
    let titles: [String]
    let sentences: [String]
    let business: [String]
    let reasons: [String]
    let about: [String]
    let outcomes: [String]
    private let isTitleFirst: Bool

    fileprivate func customer(_ random: inout SplitMix) -> String {
        let (name, title) = (random.one(of: surnames), random.one(of: titles))
        return isTitleFirst ? "\(title) \(name)" : name + title
    }

    /// Two to six sentences, with numbers and days that hardly ever come twice.
    fileprivate func text(_ random: inout SplitMix) -> String {
        (0..<2 + random.below(5)).map { _ in
            let parts = random.one(of: sentences).split(separator: "#", omittingEmptySubsequences: false)
            return parts.dropFirst().reduce(String(parts[0])) { "\($0)\(random.below(9000) + 10)\($1)" }
        }.joined(separator: isTitleFirst ? " " : "")
    }

    static let chinese = SampleWords(
        surnames: words("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋"),
        titles: words("先生 女士 师傅 老师 阿姨 经理"),
        sentences: lines(
            """
            本人在营业厅排队#分钟，三个窗口只开了一个，无人引导。
            柜员办理业务时态度生硬，要求解释时说“规定就是这样”。
            银行卡于#号被扣年费#元，事先没有收到任何通知。
            自助取款机吞卡，拨打热线后等了#分钟仍无人接听。
            转账#元至今未到账，网点让我找总行，总行又让我找网点。
            大堂经理推荐的理财产品没有说明风险，现在亏损#元。
            定期存款提前支取，利息少算了#元，要求重新核对。
            贷款提前还款被收取违约金#元，合同里没有写明。
            个人信息被泄露，近来接到#个推销电话，都能说出我的账户。
            更换存折时要求提供的材料跑了#趟才齐。
            叫号机显示#号，叫到时窗口已经关闭。
            外汇购汇被拒，柜员说不清需要哪些证明。
            """
        ),
        business: words("人民币储蓄 贷款 银行卡 支付结算 个人金融信息 外汇 自营理财 其他"),
        reasons: words("服务态度及质量 设施设备系统 制度规则流程 营销方式 信息披露 定价收费 资金安全 其他"),
        about: words("3号窗口 大堂经理 自助银行区 客服热线"),
        outcomes: words("已向客户解释并致歉 已退还费用 客户撤回 转总行处理，已答复 无法核实"),
        isTitleFirst: false
    )

    static let english = SampleWords(
        surnames: words("Marlow Penrose Ashby Tolland Quill Birch Varley Inglis Lomax Thorne Briers Sato Okoro"),
        titles: words("Mr Ms Mrs Dr"),
        sentences: lines(
            """
            I queued for # minutes while only one of the four counters was open.
            The clerk would not tell me why the card was declined.
            My credit report shows a loan of # that I never took out.
            You charged a fee of # that nobody had told me about.
            The cash machine kept my card and the telephone line let me wait for # minutes.
            A transfer of # has not arrived and each office sends me to the other one.
            The adviser did not explain the risk, and the fund has now lost #.
            The account was opened with the wrong address in spite of # letters.
            Somebody spent # on my debit card and the branch says that it must have been me.
            Interest was credited # days late and it is still too little.
            The early repayment charge of # is not in the contract.
            A debt collector calls # times a day about a debt that was paid.
            """
        ),
        business: lines("Savings\nLoans\nBank cards\nPayments\nPersonal information\nForeign exchange\nMortgage\nCredit reporting"),
        reasons: lines("Attitude and quality of service\nIncorrect information on your report\nPricing and charges\nFraud or scam"),
        about: lines("counter 3\nthe lobby manager\nthe cash machines\nthe hotline"),
        outcomes: lines("Closed with explanation\nClosed with monetary relief\nWithdrawn by the customer\nAnswered by head office"),
        isTitleFirst: true
    )

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
