/// What a desk that has no cases yet knows of the codes that it starts with: words by code in each language, as if a case had had
/// them. The cases of the desk soon outweigh them.
enum StarterWords {
    static let all: [Code.Axis: [(code: String, texts: [String])]] = [.business: business, .reason: reason]

    private static let business: [(code: String, texts: [String])] = [
        (
            "savings",
            [
                "存款 储蓄 存折 定期 活期 存单 利息 取款 支取 销户 开户",
                "savings deposit passbook interest withdraw fixed term account opening ISA",
            ]
        ),
        (
            "loans",
            [
                "贷款 房贷 车贷 还款 放款 利率 提前还款 审批 抵押 按揭 征信",
                "loan repayment borrow approval interest rate overdraft early settlement student auto",
            ]
        ),
        (
            "cards",
            [
                "银行卡 信用卡 借记卡 吞卡 年费 挂失 补卡 刷卡 盗刷 账单 额度",
                "card credit debit swallowed lost stolen annual fee limit statement replacement PIN contactless",
            ]
        ),
        (
            "payments",
            [
                "转账 汇款 支付 到账 未到账 扣款 误扣 手机银行 网银 快捷支付",
                "transfer payment remittance arrived sent wrong account direct debit standing order online banking wire",
            ]
        ),
        (
            "currency",
            [
                "零钱 硬币 残币 假币 兑换 破损 现钞 点钞 整点",
                "coins notes change counterfeit damaged banknotes cash exchange small",
            ]
        ),
        (
            "personal-information",
            [
                "个人信息 身份证 泄露 手机号码 资料 隐私 联系方式 客户信息",
                "personal data privacy identity document address phone number details disclosed",
            ]
        ),
        (
            "foreign-exchange",
            [
                "外汇 外币 美元 欧元 结汇 购汇 汇率 换汇",
                "foreign currency exchange rate dollars euros pounds travel money",
            ]
        ),
        (
            "agency",
            [
                "代理 保险 基金 代销 保单 退保 代缴 水电费 社保",
                "insurance policy fund agency third party product utility bill surrender",
            ]
        ),
        (
            "insurance",
            [
                "保险 保单 退保 理赔 保费",
                "insurance policy premium claim cover cancel",
            ]
        ),
        (
            "wealth",
            [
                "理财 理财产品 收益 净值 亏损 赎回 到期 风险",
                "wealth product investment return loss redemption maturity risk",
            ]
        ),
        (
            "investments",
            [
                "理财 基金 收益 亏损 赎回 养老金",
                "investment pension shares fund loss return broker",
            ]
        ),
        (
            "other-intermediary",
            [
                "中间业务 保管箱 咨询 担保 证明 资信证明",
                "safe deposit box certificate guarantee advisory",
            ]
        ),
        (
            "treasury",
            [
                "国库 国债 税款 退税 缴税 财政",
                "treasury government bonds tax refund",
            ]
        ),
        (
            "precious-metals",
            [
                "贵金属 黄金 金条 白银 积存金",
                "gold silver bullion precious metals bar",
            ]
        ),
        (
            "debt-collection",
            [
                "催收 催款 逾期 欠款 骚扰 欠债",
                "debt collector collection owed calling arrears harass",
            ]
        ),
        (
            "current-accounts",
            [
                "账户 活期 开户 销户 冻结",
                "current account opening closed blocked frozen switch balance",
            ]
        ),
        (
            "checking",
            [
                "支票 账户 开户 销户 冻结",
                "checking account opening closed frozen balance check deposit overdraft",
            ]
        ),
        (
            "mortgages",
            [
                "按揭 房贷 住房贷款 利率 抵押",
                "mortgage home house escrow refinance foreclosure lender rate",
            ]
        ),
        (
            "credit-reporting",
            [
                "征信 信用报告 记录 异议",
                "credit report bureau score inquiry dispute accounts identity theft",
            ]
        ),
    ]

    private static let reason: [(code: String, texts: [String])] = [
        (
            "service",
            [
                "态度 服务态度 生硬 不耐烦 排队 等候 无人 推诿 冷漠 不理 吵 差 大堂 柜员 投诉",
                "rude attitude queue waited waiting nobody ignored unhelpful impatient staff service slow",
            ]
        ),
        (
            "facilities",
            [
                "机器 设备 故障 吞卡 死机 自动柜员机 系统 空调 座椅 无法使用 升级 网络",
                "machine broken ATM system down kept card out of order screen heating door wheelchair update",
            ]
        ),
        (
            "rules",
            [
                "规定 流程 手续 材料 证明 复杂 不予办理 限额 要求 预约 本人",
                "procedure rules documents required paperwork proof limit refused appointment policy",
            ]
        ),
        (
            "marketing",
            [
                "推销 营销 误导 电话营销 短信 强推 承诺",
                "marketing selling pushed misled sales calls texts promised leaflet",
            ]
        ),
        (
            "disclosure",
            [
                "未告知 没有告知 不知情 说明 隐瞒 公示 披露 解释 清楚",
                "not told disclosed explained information hidden unclear informed notice",
            ]
        ),
        (
            "free-choice",
            [
                "强制 捆绑 搭售 必须购买 自愿 不买 指定",
                "forced bundled had to buy choice tied compulsory condition",
            ]
        ),
        (
            "pricing",
            [
                "收费 手续费 年费 扣费 费用 利率 多收 管理费 短信费",
                "fee charge charged charges cost price interest rate commission expensive",
            ]
        ),
        (
            "yield",
            [
                "收益 亏损 利息 收益率 净值 预期 少算",
                "return yield loss interest performance lower than expected",
            ]
        ),
        (
            "contract",
            [
                "合同 条款 协议 违约金 签订 提前还款 期限",
                "contract terms agreement clause penalty early repayment signed",
            ]
        ),
        (
            "funds-safety",
            [
                "盗刷 被扣 误扣 少了 资金 被骗 诈骗 丢失 不翼而飞 未到账",
                "stolen fraud missing money taken unauthorised scam gone mistake lost funds",
            ]
        ),
        (
            "information-safety",
            [
                "泄露 个人信息 隐私 骚扰电话 冒用 盗用 密码",
                "leaked data privacy identity theft breach disclosed stranger password",
            ]
        ),
        (
            "collection-methods",
            [
                "催收 骚扰 威胁 电话轰炸 家人 单位",
                "collector threats calling harass family work repeatedly debt",
            ]
        ),
    ]
}
