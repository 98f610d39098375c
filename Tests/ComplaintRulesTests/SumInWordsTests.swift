import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("A sum in the words of a promise")
struct SumInWordsTests {
    @Test(
        "a sum of money is read in digits and in Han, with its currency before or behind it",
        arguments: [
            ("补偿 50000 元", "50000.00"), ("补偿50，000元", "50000.00"), ("５０，０００．５元", "50000.50"), ("赔 5万元", "50000.00"),
            ("1.25 万元", "12500.00"), ("五万元整", "50000.00"), ("一千二百三十元", "1230.00"), ("两百块", "200.00"), ("十五元", "15.00"),
            ("伍仟圆", "5000.00"), ("¥1,200.50 退还", "1200.50"), ("人民币 300", "300.00"), ("pay £250 by Friday", "250.00"),
            ("20k yuan", "20000.00"), ("200 dollars", "200.00"), ("先付 100 元，再付 300 元", "300.00"),
            // Digits in groups, whatever stands between them.
            ("赔您 5 000 元", "5000.00"), ("8 888 888.88 元", "8888888.88"), ("5 0 0 0 元", "5000.00"), ("5.000 元", "5000.00"),
            ("5'000 元", "5000.00"), ("5 000,50 €", "5000.50"), ("1,234,567 元", "1234567.00"),
            // Halves, parts, mixtures, and what is said in short.
            ("半万元", "5000.00"), ("半个亿元", "50000000.00"), ("0.5万元", "5000.00"), ("两万五块", "25000.00"), ("三万零五元", "30005.00"),
            ("3万5千元", "35000.00"), ("三千五元", "3500.00"), ("一亿二千万元", "120000000.00"), ("五〇〇〇元", "5000.00"),
            ("几千元", "9000.00"), ("上万元", "10000.00"), ("5000多元", "5000.00"), ("五 千 元", "5000.00"), ("八百万元", "8000000.00"),
            // Whatever the currency is called.
            ("5000大洋", "5000.00"), ("5000块", "5000.00"), ("RMB5000", "5000.00"), ("￥5000", "5000.00"), ("5K元", "5000.00"),
            ("$5,000", "5000.00"), ("5000 pounds", "5000.00"), ("five thousand pounds", "5000.00"), ("£8.9m", "8900000.00"),
            ("half a million dollars", "500000.00"), ("two hundred and fifty euros", "250.00"), ("人民币：5000", "5000.00"),
            ("twenty-five pounds", "25.00"), ("a thousand pounds", "1000.00"),
            // No currency beside it, but it is given.
            ("赔您五千", "5000.00"), ("赔您 5000", "5000.00"), ("赔五K", "5000.00"), ("赔0.5万", "5000.00"), ("赔偿金额：8000", "8000.00"),
            // In traditional signs and short ones, a rank behind a fraction or a measure word, a currency of elsewhere.
            ("二○○○元", "2000.00"), ("兩千元", "2000.00"), ("廿万元", "200000.00"), ("賠您五萬", "50000.00"), ("赔您8w", "80000.00"),
            ("5W元", "50000.00"), ("五个W", "50000.00"), ("五个亿元", "500000000.00"), ("0.005亿元", "500000.00"), ("1.2345万元", "12345.00"),
            ("80000 francs for you", "80000.00"), ("80000 CHF", "80000.00"), ("80,000.00 as compensation", "80000.00"),
            ("您明天来柜台领80000", "80000.00"), ("80000明天打回您卡里", "80000.00"), ("You can collect 80000 at the counter", "80000.00"),
            ("三万三给您", "33000.00"), ("We shall wire 80000 to you", "80000.00"),
            ("五千整", "5000.00"), ("给5000", "5000.00"),
            // A number like a year's is one where it is given.
            ("赔您2000", "2000.00"), ("We give you 2000", "2000.00"), ("We pay you 2000 by Friday", "2000.00"), ("另付您2050", "2050.00"),
            ("退还您2000", "2000.00"), ("We refund you 1999", "1999.00"), ("a refund of 2000", "2000.00"),
            ("五千", "5000.00"), ("we will pay you 5000", "5000.00"), ("refund of 8.9m", "8900000.00"),
            ("compensate eight million", "8000000.00"),
            ("退您五百", "500.00"),
            // As often as it is paid; for a year where no end is told.
            ("每月100元共一年", "1200.00"), ("每月补 100 元，连续 6 个月", "600.00"), ("每年 300 元，共三年", "900.00"),
            ("每季度1000元，共4季", "4000.00"), ("1000 yuan, monthly", "12000.00"), ("1000元（每月）", "12000.00"), ("1000元，按月支付", "12000.00"),
            ("1000元，按月支付，分10个月付清", "1000.00"), ("每月 100 元", "1200.00"), ("£100 a month for two years", "2400.00"),
            ("每天 20 元，共 10 天", "200.00"),
        ]
    )
    func read(text: String, sum: String) { #expect(Amount.largest(in: text)?.text == sum) }

    @Test(
        "a date, a number of days, a telephone or a card is none",
        arguments: [
            "2026 年 11 月 20 日前退还", "三个工作日内答复", "请致电 0379-65920000", "卡号尾号 4821", "第 3 条", "within 3 days", "一定改进", "",
            "给您一个答复", "退款十分及时", "三十日内退还", "credited within 30 working days", "给您 24 小时热线 95566", "返还 50%",
            "paid back by 15 December", "于 2026-11-20 退还", "请于 10:30 来行退卡", "工号 1003 给您解释", "千万给我们机会", "退回第 12 号凭证",
            "向您赠送 20 个口罩", "We return your call by 12 November 2026.", "Refund policy: clause 1024 of the terms.",
            "refund by 3 December 2026", "退款请到 2026 年底前办理", "12378", "95588", "65920000", "refund of the fees of 2026",
            "We refund the annual fee for 2025 and 2026", "We waive the 2026 fees", "refund by Nov. 20, 2026", "退还 2026 年年费",
            "credited in 2026",
        ]
    )
    func none(text: String) { #expect(Amount.largest(in: text) == nil) }

    @Test(
        "a text speaks of giving where it pays, compensates, gives back or lets off; what is told as a fact is no gift",
        arguments: [
            ("我行向您赔偿 8888888.88 元", "8888888.88"), ("赠送 500 元礼品", "500.00"), ("经核实。另补偿您 300 元。", "300.00"), ("为您减免利息 66 元", "66.00"),
            ("We offer £500 as a gesture of goodwill.", "500.00"), ("You will be paid £80.", "80.00"),
            ("the fee of £12 is waived", "12.00"),
            ("我行同意您要求赔偿的 9000 元", "9000.00"), ("您要求赔偿 9000 元，没问题", "9000.00"), ("不是不赔偿您 9000 元", "9000.00"),
            ("您要求赔偿 9000 元，经总行研究，不予支持。", nil), ("我行不能赔偿您 9000 元", nil), ("无法退还 9000 元", nil), ("We cannot refund £9,000.", nil),
            ("您账户被扣 300 元，系商户扣款。", nil), ("您于 11 月 3 日支付 5000 元。", nil), ("误扣 300 元给您造成不便，深表歉意。", nil),
            ("The fee of £12 is in the price list. We are sorry.", nil), ("年费 300 元。我行已向您致歉并退还凭证。", nil), ("", nil),
        ] as [(String, String?)]
    )
    func given(text: String, sum: String?) { #expect(Amount.largestGiven(in: text)?.text == sum) }

    @Test(
        "sums in a promise that are given besides, or more than once, go beyond an amount that is one of them",
        arguments: [
            ("1000", "补偿1000元，另付利息900元", "1900.00"), ("1000", "现金1000元、话费1000元、购物卡1000元", "3000.00"),
            ("1000", "先付1000元，下月再付1000元", "2000.00"), ("1000", "赔您1000元+1000元", "2000.00"), ("1000", "两个1000元", "2000.00"),
            ("1000", "2个1000元", "2000.00"), ("1000", "1000元×5", "5000.00"), ("1000", "双倍1000元", "2000.00"),
            ("1000", "每人1000元，5人", "5000.00"), ("500", "3 张 500 元购物卡", "1500.00"), ("3000", "补偿 3000 元及利息 500 元", "3500.00"),
            ("1000", "1000 yuan to you and to each of your 7 children", "7000.00"), ("300", "twice 300 yuan", "600.00"),
            ("500", "500 yuan at once and another 500 yuan in June and again 500 yuan in July", "1500.00"),
            ("500", "We pay 500 yuan. Another 500 yuan follows.", "1000.00"), ("1000", "1000元×50，其中200元×5", "50000.00"),
            ("1000", "两位客户每人1000元，其中500元明日支付", "2000.00"),
            ("1000", "2 of you, 1000 yuan each, 500 yuan of it tomorrow", "2000.00"),
        ]
    )
    func besides(amount: String, promise: String, sum: String) throws {
        let found = Amount.beyond(try #require(Amount(amount)), in: promise, .china)
        #expect(found?.sum.text == sum && found?.isSure == true, "\(String(describing: found))")
    }

    @Test(
        "a promise may tell its amount in figures and in capitals, in parts, in instalments or in all",
        arguments: [
            ("20000", "补偿2万元（¥20,000.00）"), ("3000", "补偿3000元（人民币叁仟元整）"), ("1000", "补偿人民币壹仟元整（小写：1000.00元）"),
            ("20000", "补偿20000元，分两次支付，每次10000元"), ("1000", "补偿1000元，每月支付100元，分10个月付清"), ("1000", "补偿1000元（含利息200元）"),
            ("1000", "每月100元，共10个月，合计1000元"), ("1000", "1000元话费券，分5张，每张200元"), ("900", "补偿3户各300元，共900元"), ("900", "2×450元，共900元"),
            ("20000", "补偿20000元，11月10日、11月20日各付10000元"), ("1000", "退还本金800元及利息200元，共1000元"), ("1000", "1000元，其中现金600元、积分折合400元"),
            ("1000", "现金600元，话费400元"), ("200", "退还年费200元（2张卡各100元）"), ("24", "退还短信费共24元（每月2元，12个月）"),
            ("1500", "分3期退还，每期500元，合计1500元"), ("1500", "in 3 instalments of 500 yuan, 1500 yuan in all"),
            ("20", "card fee of 10 yuan charged twice, 20 yuan in all"), ("1500", "We refund all the fees of 2026, 1500 yuan"),
            ("1500", "每月赔偿500元，共1500元"), ("1000", "每月10日支付100元，共10期，合计1000元"), ("20", "退还10月、11月年费各10元"),
            ("500", "赔偿500元，于11月10日和11月20日各支付250元"), ("500", "500 yuan, 250 yuan each on 10 November and 20 November"),
            ("500", "分两次支付500元：11月10日250元，11月20日250元"), ("1000", "1000 yuan in 4 parts of 250 yuan each"),
            ("1000", "赔偿1000元，先付600元，其余400元下月支付"), ("1000", "补偿总额为1000元，分别于11月10日、12月10日支付600元、400元"),
            // Parts, joined to each other or not all of them.
            ("1000", "赔偿1000元（含交通费200元和误工费300元）"), ("1000", "1000 yuan, including 200 yuan for the taxi and 300 yuan for the telephone"),
            ("1000", "1000元，其中现金600元，另有积分400元"), ("1000", "1000 yuan, of which 600 yuan in cash and 400 yuan in vouchers"),
            ("1000", "赔偿1000元，由现金600元和话费400元组成"), ("62", "A total of 62 yuan: 12 yuan refund and 50 yuan goodwill"),
            ("62", "12 yuan refund and 50 yuan goodwill, 62 yuan in all"), ("500", "赔偿500元，其中年费200元、利息300元。预计11月20日到账。"),
            // The same sum again.
            ("3000", "补偿3000元，人民币叁仟元整"), ("1000", "赔偿1000元，即人民币壹仟元整"), ("1000", "我行补偿1000元，上述1000元于周五到账"),
            ("1000", "1000 yuan (one thousand yuan)"), ("1000", "We pay 1000 yuan. This 1000 yuan is paid on Friday."),
            ("500", "原承诺300元，现另加200元，共500元"), ("500", "300 yuan as promised and another 200 yuan, 500 yuan in all"),
            // What it is worth.
            ("216", "退还美元账户手续费 30 美元，折合 216 元"), ("216", "We refund 30 USD, worth 216 yuan"), ("1000", "赔偿1000元，约140美元"),
            // Numbers of other things.
            ("1000", "退还1000元至您尾号1234和5678的账户"), ("200", "We refund 200 yuan to card 6222 0212 3456 7890 and send a receipt"),
            ("1000", "退还1000元，于2026年11月20日前到账，逾期请拨打95588"),
            // What was lost, charged or claimed.
            ("200", "误扣200元，退还200元"), ("1000", "赔偿1000元，您损失900元"), ("1000", "赔偿1000元，您主张的900元不予支持"),
            ("200", "You lost 200 yuan; we refund 200 yuan."),
            ("300", "补偿300元，11月20日前到账"), ("200", "致歉并补偿 200 元"), ("700", "500 yuan for the fee and 200 yuan for the delay"),
        ]
    )
    func told(amount: String, promise: String) throws {
        let sum = try #require(Amount(amount))
        let found = Amount.beyond(sum, in: promise, .china)
        #expect(found == nil, "\(String(describing: found))")
        #expect(Amount.largestPromised(in: promise, .china).map { $0 <= sum } ?? true)
    }

    @Test(
        "sums beside each other add up, where the words do not tell them as one: it is asked about, and the word that no more is promised answers it",
        arguments: [
            ("1000", "1000 yuan on 1 May, 1000 yuan on 1 June, 1000 yuan on 1 July", "3000.00"),
            ("1000", "赔偿1000元（含税），退还手续费1000元（已到账）", "2000.00"), ("1000", "1000 yuan (with 800 yuan of interest besides)", "1800.00"),
            ("1000", "1000元（不包括利息800元）", "1800.00"),
            ("1000", "11月付1000元，12月付1000元，1月付1000元", "3000.00"), ("1000", "1000 yuan in May; 1000 yuan in June", "2000.00"),
            ("1000", "赔偿1000元。退还年费1000元。", "2000.00"), ("1000", "赔偿1000元，退还年费900元", "1900.00"),
            ("1000", "手续费1000元退还，误工费1000元补偿。", "2000.00"), ("1000", "周一付您1000元，周五付您1000元。", "2000.00"),
            ("1000", "1000 yuan for the fee; 1000 yuan for the trouble", "2000.00"),
            ("1000", "Fee back: 1000 yuan. Compensation: 1000 yuan", "2000.00"),
            ("1000", "600 yuan refund, 1000 yuan compensation", "1600.00"),
            ("1000", "400 yuan refund, 600 yuan compensation, 1000 yuan for the trip", "2000.00"),
            ("1000", "You will have 1000 yuan on Monday. You will have 1000 yuan on Friday.", "2000.00"),
            ("1000", "赔偿您1000元，赔偿您妻子1000元，赔偿您儿子1000元", "3000.00"), ("1000", "退还1000元，邮费20元另由我行承担", "1020.00"),
            ("1000", "退还年费500元、滞纳金500元，另赔偿1000元", "2000.00"), ("1000", "退还年费500元、滞纳金500元，赔偿1000元", "2000.00"),
            ("1000", "We refund the fee of 500 yuan and the penalty of 500 yuan, and pay 1000 yuan compensation besides", "2000.00"),
            ("1000", "1000 yuan now, then 1000 yuan", "2000.00"), ("1000", "首付1000元，尾款1000元", "2000.00"),
            ("1000", "赔偿1000元，退还年费500元、滞纳金500元", "2000.00"), ("1000", "赔偿1000元，精神损失费1000元", "2000.00"),
            ("1000", "赔偿1000元，误工损失900元", "1900.00"), ("1000", "赔偿1000元，您的损失900元也归还", "1900.00"),
            ("1000", "1000 yuan, and we look after the rest; the fee of 800 yuan is refunded too", "1800.00"),
            // Told as what they are not.
            ("1000", "赔偿1000元，不含手续费500元", "1500.00"), ("1000", "1000 yuan, not including the fee of 500 yuan", "1500.00"),
            ("1000", "赔偿1000元，立即退还1000元", "2000.00"), ("1000", "赔偿1000元，退还年费共1000元", "2000.00"),
            ("1000", "赔偿1000元，壹仟元购物卡", "2000.00"), ("1000", "11月付1000元，12月付500元，1月付500元", "2000.00"),
            ("1000", "1000 yuan on 1 May, 500 yuan on 1 June, 500 yuan on 1 July", "2000.00"),
            ("1000", "赔偿1000元，其中现金600元，退还年费500元", "1500.00"),
            // To several, or several of them.
            ("1000", "1000 yuan each to you, your wife and your son", "2000.00"), ("1000", "您和您妻子各1000元", "2000.00"),
            ("1000", "客户及其配偶每人1000元", "2000.00"), ("1000", "双方各赔1000元", "2000.00"), ("1000", "1000元/人", "2000.00"),
            ("1000", "1000元购物卡10张", "10000.00"), ("1000", "1000元两次", "2000.00"), ("1000", "1000元共2笔", "2000.00"),
            ("1000", "人均1000元", "2000.00"), ("1000", "3 payments of 1000 yuan", "3000.00"), ("100", "15 gift cards of 100 yuan", "1500.00"),
            ("100", "100元购物卡15张", "1500.00"), ("1000", "11月10日、11月20日各付1000元", "2000.00"), ("1000", "1000 yuan times three", "3000.00"),
        ]
    )
    func addUp(amount: String, promise: String, sum: String) throws {
        let found = Amount.beyond(try #require(Amount(amount)), in: promise, .china)
        #expect(found?.sum.text == sum && found?.isSure == false, "\(String(describing: found))")
        func reply(_ isOther: Bool?) -> Deed {
            .reply(Reply { ($0.how, $0.text, $0.amount, $0.promise, $0.isSumOther) = (.letter, "已答复", Amount(amount), promise, isOther) })
        }
        let life = try Life.inHand()
        let asked = try Refusal.sumBeyondAmount(#require(Amount(sum)), promised: #require(Amount(amount)))
        #expect(life.refusal(of: reply(nil), by: Desk.complaints) == asked)
        #expect(life.refusal(of: reply(true), by: Desk.complaints) == nil)
        // Beyond what head office has approved no word lifts it.
        let allowed = try SumInWordsTests.headOfficeAllows(amount)
        for isOther in [nil, true] { #expect(allowed.refusal(of: reply(isOther), by: Desk.complaints)?.field == "promise") }
    }

    @Test(
        "a sum in another currency beside one in the desk's own is asked about, unless it tells what that is worth",
        arguments: [
            ("现金800元，150美元", true), ("800 yuan, 150 GBP", true), ("150 USD, 800 yuan", true), ("800元现金，150美元礼品卡", true),
            ("退还300港元（折合276元）", false), ("退还5000日元（折合人民币240元）", false), ("800元（150美元）", false), ("800元，折合110美元", false),
            ("110 USD, about 800 yuan", false), ("您损失110美元，赔偿800元", false),
        ]
    )
    func foreignBeside(promise: String, isAsked: Bool) throws {
        func reply(_ isOther: Bool?) -> Deed {
            .reply(Reply { ($0.how, $0.text, $0.amount, $0.promise, $0.isSumOther) = (.letter, "已答复", Amount("1000"), promise, isOther) })
        }
        let life = try Life.inHand()
        let asked = Refusal.otherCurrency(.china, in: FieldName.sumNotPromised)
        #expect(life.refusal(of: reply(nil), by: Desk.complaints) == (isAsked ? asked : nil))
        #expect(life.refusal(of: reply(true), by: Desk.complaints) == nil)
        let allowed = try SumInWordsTests.headOfficeAllows("1000")
        #expect(allowed.refusal(of: reply(true), by: Desk.complaints) == (isAsked ? .otherCurrency(.china) : nil))
    }

    @Test(
        "a loss, a charge or a claim beside what is given is asked about where it is more, and refused only alone",
        arguments: [
            ("200", "损失1000元，赔偿200元"), ("200", "客户要求赔偿1000元，我行赔偿200元"), ("200", "赔偿200元，您索赔的1000元不予支持"),
            ("800", "退还多收的800元（应收200元，实收1000元）"), ("800", "应收200元，已收1000元，退还差额800元"), ("200", "You lost 1000 yuan; we refund 200 yuan."),
        ]
    )
    func losses(amount: String, promise: String) throws {
        func reply(_ promise: String, _ isOther: Bool?) -> Deed {
            .reply(Reply { ($0.how, $0.text, $0.amount, $0.promise, $0.isSumOther) = (.letter, "已答复", Amount(amount), promise, isOther) })
        }
        let life = try Life.inHand()
        let asked = try Refusal.sumBeyondAmount(#require(Amount("1000")), promised: #require(Amount(amount)))
        #expect(life.refusal(of: reply(promise, nil), by: Desk.complaints) == asked)
        #expect(life.refusal(of: reply(promise, true), by: Desk.complaints) == nil)
        for words in ["损失1000元", "损失1000元由我行承担，赔偿200元", "多收的1000元，一并退还您，赔偿200元", "按您要求赔偿1000元"] {
            #expect(life.refusal(of: reply(words, true), by: Desk.complaints)?.field == "promise", "\(words)")
        }
    }

    @Test(
        "a promise that gives more besides its amount is refused, whatever is said beside it",
        arguments: ["补偿100元，另付利息100元", "两个 100 元", "100元×5", "每人100元，共5人"]
    )
    func beside(promise: String) throws {
        let life = try Life.inHand()
        for isOther in [nil, true] {
            let sum = try #require(Amount("100"))
            let reply = Reply { ($0.how, $0.text, $0.amount, $0.promise, $0.isSumOther) = (.letter, "已答复", sum, promise, isOther) }
            #expect(life.refusal(of: .reply(reply), by: Desk.complaints)?.field == "promise")
        }
    }

    @Test(
        "all of something is no promise without a sum beside it; after head office's sum it is none at all",
        arguments: [
            "全额赔付您的损失", "您的损失我行全部赔偿", "full compensation of your loss", "We refund you in full", "All your loss will be made up to you",
        ]
    )
    func whole(words: String) throws {
        func reply(_ sum: String, _ promise: String?, _ isOther: Bool?) throws -> Deed {
            let sum = try #require(Amount(sum))
            let text = promise == nil ? words : "已答复"
            return .reply(Reply { ($0.how, $0.text, $0.amount, $0.promise, $0.isSumOther) = (.letter, text, sum, promise, isOther) })
        }
        let (life, refused) = (try Life.inHand(), try SumInWordsTests.refusedByHeadOffice())
        #expect(try life.refusal(of: reply("0", words, nil), by: Desk.complaints) == .wholePromised(.none))
        #expect(try life.refusal(of: reply("0", words, true), by: Desk.complaints) == nil)
        // With a sum that is no less than what is claimed, it is said what all of it comes to.
        #expect(try life.refusal(of: reply("300", words, nil), by: Desk.complaints) == nil)
        // A text mostly tells what was done, but on a matter that head office has ruled on.
        #expect(try life.refusal(of: reply("0", nil, nil), by: Desk.complaints) == nil)
        #expect(try refused.refusal(of: reply("0", nil, nil), by: Desk.complaints) == .wholePromised(.none))
        #expect(try refused.refusal(of: reply("0", nil, true), by: Desk.complaints) == nil)
        #expect(try refused.refusal(of: reply("0", words, true), by: Desk.complaints) == .wholePromised(.none, in: "promise"))
        // Papers are given back whole, and are no money.
        for papers in ["We return all your documents by Friday", "我们将给您所有合同复印件"] {
            #expect(try refused.refusal(of: reply("0", papers, true), by: Desk.complaints) == nil)
        }
    }

    @Test(
        "all of some money is promised after head office's word only where that is the very sum that it approved, and no sum stands beside it",
        arguments: [
            // Of what is claimed, what is approved and promised, and whether that stands.
            ("3000", "0", "We return all the money", false), ("3000", "0", "We give you back all the money you paid", false),
            ("3000", "0", "We give you back everything you paid", false),
            ("3000", "0", "您支付的款项全部返还", false), ("3000", "0", "全额减免您的手续费", false),
            ("3000", "0", "We waive all fees of yours in full.", false),
            ("3000", "0", "我行全额承担您的费用", false), ("3000", "500", "全额赔付您的损失", false), ("3000", "500", "A full refund of all the fees", false),
            ("3000", "500", "赔偿500元，另全额退还手续费", false), ("3000", "500", "500 yuan, and the fees are refunded in full", false),
            (nil, "500", "赔偿500元；手续费全额退还", false), (nil, "500", "赔偿500元，另全额退还手续费", false), ("500", "500", "全额赔付您的损失", true),
            ("3000", "500", "全额退还手续费500元", true), ("3000", "0", "We return all your documents by Friday", true),
            ("3000", "0", "我们将给您所有合同复印件", true),
        ] as [(String?, String, String, Bool)]
    )
    func wholeOfMoney(claim: String?, approved: String, promise: String, isTaken: Bool) throws {
        let life = try Life { $0.amount = claim.flatMap { Amount($0) } }.after(.accept, by: Desk.complaints)
            .after(.escalationAsked, by: Desk.complaints).after(.confirmEscalation, by: Desk.manager)
            .after(.headOfficeAnswer(.init(text: "批复", amount: Amount(approved))), by: Desk.complaints)
        let reply = Reply { ($0.how, $0.text, $0.amount, $0.promise, $0.isSumOther) = (.letter, "已答复", Amount(approved), promise, true) }
        let refused = try Refusal.wholePromised(#require(Amount(approved)), in: "promise")
        #expect(life.refusal(of: .reply(reply), by: Desk.complaints) == (isTaken ? nil : refused))
    }

    @Test(
        "in the text of an answer too what is given in several clauses adds up: it is asked about; what is told beside it, or told in parts, is not",
        arguments: [
            ("我行赔偿您1000元，退还年费1000元", true), ("我行赔偿您1000元。年费1000元一并退还。", true),
            ("We pay you 1000 yuan. The fee of 900 yuan is refunded as well.", true), ("退还手续费600元，另补偿您500元", true),
            ("We pay 1000 yuan (600 yuan of fees and 400 yuan of interest)", false),
            ("You paid 500 yuan and 500 yuan; we refund 1000 yuan.", false), ("我行不予赔偿900元，退还1000元", false),
            ("您反映的1000元转账已到账，我行补偿您1000元", false), ("退还手续费400元，补偿误工费600元，共1000元", false),
            ("多收的1000元已退还您账户", false), ("退还手续费400元，补偿误工费600元", false),
        ]
    )
    func clauses(text: String, isAsked: Bool) throws {
        let life = try Life.inHand().after(.notAtFault, by: Desk.complaints)
        var reply = Reply { ($0.how, $0.text, $0.isAccepted, $0.amount) = (.letter, text, true, Amount("1000")) }
        #expect((life.refusal(of: .reply(reply), by: Desk.complaints) != nil) == isAsked)
        reply.isSumOther = true
        #expect(life.refusal(of: .reply(reply), by: Desk.complaints) == nil)
    }

    @Test(
        "what is given on top of the promise, told outside an answer, is asked about though it is no larger sum",
        arguments: [
            ("另赔1000元", true), ("再赔您1000元", true), ("下月另付您500元", true), ("We pay you another 1000 yuan.", true),
            ("An additional 200 yuan will be paid to you", true), ("我行赔付您1000元，请查收", false),
            ("The 1000 yuan has been paid to your account.", false),
            ("另支付300元", true), ("同时退还年费300元", true), ("我行也承担您的交通费300元", true), ("在500元基础上增加300元", true),
            ("In addition we refund 300 yuan", true), ("We also refund the fee of 300 yuan", true), ("plus 300 yuan for the taxi", true),
            ("We increase the compensation by 300 yuan", true), ("We refund your taxi of 300 yuan as well", true),
            ("经查属实，并赔付您1000元", false), ("1000元之外不再另行赔付", false), ("我行已支付您1000元", false),
            ("客户要求另赔1000元", false), ("再次致歉，1000元已付您账户", false), ("另行通知您取件", false),
        ]
    )
    func onTop(text: String, isAsked: Bool) throws {
        let life = try Life.inHand().after(.notAtFault, by: Desk.complaints)
            .after(
                .reply(Reply { ($0.how, $0.text, $0.isAccepted, $0.amount) = (.letter, "已答复", true, Amount("1000")) }),
                by: Desk.complaints
            )
        for deed in [Deed.note(Note { ($0.text, $0.how) = (text, .phone) }), .tell(.init(how: .phone, text: text))] {
            #expect((life.refusal(of: deed, by: Desk.complaints) != nil) == isAsked, "\(deed.kind) \(text)")
        }
        let said = Deed.tell(Told { ($0.how, $0.text, $0.isSumOther) = (.phone, text, true) })
        #expect(life.refusal(of: said, by: Desk.complaints) == nil)
    }

    @Test(
        "a promise that is a number alone gives that much, also where it looks like a service's",
        arguments: ["12000", "95000", "2000", "65920000"]
    )
    func numberAlone(promise: String) throws {
        let life = try SumInWordsTests.refusedByHeadOffice()
        let reply = Reply { ($0.how, $0.text, $0.amount, $0.promise, $0.isSumOther) = (.letter, "已答复", Amount("0"), promise, true) }
        #expect(life.refusal(of: .reply(reply), by: Desk.complaints)?.field == "promise")
    }

    @Test("a promise is in the currency of the desk, in which its amount is")
    func currency() throws {
        for words in ["补偿 100 美元", "USD 100", "£100", "100 francs", "€ 100"] { #expect(Amount.isForeign(in: words, .china), "\(words)") }
        for words in ["补偿 100 元", "¥100", "RMB 100", "一百块", "赔您 100", "3 日内答复"] {
            #expect(!Amount.isForeign(in: words, .china), "\(words)")
        }
        #expect(!Amount.isForeign(in: "退还美元账户手续费 30 美元，折合 216 元", .china))
        #expect(!Amount.isForeign(in: "£100 and a card", .britain) && Amount.isForeign(in: "100 元", .britain))
        #expect(!Amount.isForeign(in: "$100", .america) && !Amount.isForeign(in: "100 bucks", .america))
        let sum = try #require(Amount("100"))
        let reply = Deed.reply(Reply { ($0.how, $0.text, $0.amount, $0.promise) = (.letter, "已答复", sum, "补偿 100 美元") })
        #expect(try Life.inHand().refusal(of: reply, by: Desk.complaints) == .otherCurrency(.china))
    }

    @Test("that a larger sum is not promised stands in the time line, whatever act said so")
    func toldEverywhere() throws {
        let sum = "We pay you 80000 yuan."
        let deeds: [Deed] = [
            .finding(Finding { ($0.facts, $0.explanation, $0.isSumOther) = ("x", sum, true) }),
            .interimAnswer(InterimAnswer { ($0.how, $0.text, $0.isSumOther) = (.phone, sum, true) }),
            .tell(Told { ($0.how, $0.text, $0.isSumOther) = (.phone, sum, true) }),
            Deed(Contact { ($0.how, $0.text, $0.isSumOther) = (.phone, sum, true) }),
            Deed(Note { ($0.how, $0.text, $0.isSumOther) = (.phone, sum, true) }),
        ]
        for deed in deeds {
            let life = try Life.inHand().after(deed, by: Desk.complaints)
            let words = CaseWords(.english, life.desk, showsContacts: true, arrow: ">")
            let last = try #require(life.events.last { !($0.event is ClockStarted) && !($0.event is Rectification) })
            #expect(words.lines(last.event.details).contains("Larger sum not promised"), "\(deed.kind)")
        }
    }

    @Test("a sum is read as the same, in whatever way it is written", arguments: 1...200)
    func ways(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed) &* 91_193)
        let units = Int64.random(in: 1...9_999_999, using: &numbers)
        let sum = "\(units).00"
        var groups: [String] = []
        var rest = units
        while rest >= 1000 { (groups, rest) = ([String(String(rest % 1000 + 1000).dropFirst())] + groups, rest / 1000) }
        groups.insert(String(rest), at: 0)
        let ways =
            [",", " ", "\u{3000}", "，", "'", "."].map { groups.joined(separator: $0) } + [String(units), SumInWordsTests.han(units)]
        for way in ways {
            for text in ["赔您\(way)元", "赔偿 \(way) 块。谢谢", "¥\(way)", "RMB \(way)", "补偿给您\(way)大洋"] {
                #expect(Amount.largest(in: text)?.text == sum, "\(text)")
            }
            if units >= 10 { #expect(Amount.largestGiven(in: "我行赔您 \(way)")?.text == sum, "\(way)") }
        }
    }

    /// A number in Han.
    private static func han(_ number: Int64) -> String {
        let digits = Array("零一二三四五六七八九")
        func part(_ number: Int64) -> String {
            var (text, isBehindZero) = ("", false)
            for (rank, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] as [(Int64, String)] {
                let digit = Int(number / rank % 10)
                if digit == 0 {
                    isBehindZero = !text.isEmpty
                } else {
                    text += (isBehindZero ? "零" : "") + String(digits[digit]) + name
                    isBehindZero = false
                }
            }
            return text
        }
        let (high, low) = (number / 10_000, number % 10_000)
        if high == 0 { return part(low) }
        return part(high) + "万" + (low > 0 && low < 1000 ? "零" : "") + part(low)
    }

    @Test(
        "whatever field speaks of giving more than stands promised is asked about, and beyond authority it is told who could; of a promise nothing is lifted",
        arguments: [
            "我行向您赔偿 8888888.88 元", "赔您 5 000 元", "赔您半万元", "赔您五千", "赔五K", "赔0.5万", "赔5000大洋", "每月赔 500 元，共一年",
            "We pay you £5,000.", "A goodwill gesture of five thousand pounds", "赔您⑤⓪⓪⓪元", "赔您五０００元", "You will receive 8888888.88 yuan",
            "我行愿出 5000 元", "5000元明天到您账上", "您将得到 5000 元", "We pay you 80000 yuan without delay.", "我行已决定赔付您80000元。",
        ]
    )
    func everyField(words: String) throws {
        func isBeyond(_ refusal: Refusal?) -> Bool { if case .sumBeyondAuthority? = refusal { true } else { false } }
        for isOther in [nil, true] as [Bool?] {
            func reply(_ change: (inout Reply) -> Void) -> Deed {
                .reply(
                    Reply {
                        ($0.how, $0.text, $0.amount, $0.isSumOther) = (.letter, "已答复", Amount("0"), isOther)
                        change(&$0)
                    }
                )
            }
            let ways = [
                reply { $0.text = words }, reply { $0.grounds = words }, reply { $0.remedies = words },
                reply { ($0.text, $0.amount) = (words, nil) },
            ]
            for life in [try Life.inHand(), try SumInWordsTests.refusedByHeadOffice()] {
                for way in ways { #expect(isBeyond(life.refusal(of: way, by: Desk.complaints)) == (isOther == nil)) }
                #expect(isBeyond(life.refusal(of: reply { $0.promise = words }, by: Desk.complaints)))
                // Nor do the words that letters take from a finding, nor what the customer is told outside an answer.
                let told: [Deed] = [
                    .finding(Finding { ($0.facts, $0.explanation, $0.isSumOther) = ("x", words, isOther) }),
                    .interimAnswer(InterimAnswer { ($0.how, $0.text, $0.isSumOther) = (.phone, words, isOther) }),
                    .tell(Told { ($0.how, $0.text, $0.isSumOther) = (.phone, words, isOther) }),
                    Deed(NotAccepted { ($0.reason, $0.isSumOther) = (words, isOther) }),
                ]
                for deed in told { #expect(isBeyond(life.refusal(of: deed, by: Desk.complaints)) == (isOther == nil), "\(deed.kind)") }
                let talk = [
                    Deed(Contact { ($0.how, $0.text, $0.isSumOther) = (.phone, words, isOther) }),
                    Deed(Withdrawal { ($0.reason, $0.isSumOther) = (words, isOther) }),
                ]
                for deed in talk { #expect(isBeyond(life.refusal(of: deed, by: Desk.complaints)) == (isOther == nil), "\(deed.kind)") }
            }
            let answer = Deed.answer(Answer { ($0.text, $0.isSumOther) = (words, isOther) })
            #expect(isBeyond(try Life().refusal(of: answer, by: Desk.clerk)) == (isOther == nil))
        }
        // Nor do the words that letters take from a finding: an apology promises, and after head office's word a correction does.
        func finding(_ apology: String, _ correction: String) -> Deed {
            .finding(Deed.finding(.bank, apology: apology, correction: correction, rectification: "x"))
        }
        let refused = try SumInWordsTests.refusedByHeadOffice()
        for (life, deed, isRefused) in [
            (try Life.inHand(), finding("深表歉意，将赔偿您 8,888 元", "x"), true), (try Life.inHand(), finding("深表歉意，赔偿您 800 元", "x"), false),
            (try Life.inHand(), finding("深表歉意", "误扣的 8,888 元已退还客户"), false), (refused, finding("深表歉意，赔偿您 1 元", "x"), true),
            (refused, finding("深表歉意", "另行赔偿客户 8,888 元"), true), (refused, finding("深表歉意", "更换叫号机"), false),
        ] {
            let refusal = life.refusal(of: deed, by: Desk.complaints)
            #expect(isBeyond(refusal) == isRefused && (isRefused || refusal == nil))
        }
    }

    @Test(
        "what a customer wants stands in what was talked about, and is no promise",
        arguments: ["客户要求赔偿 80000 元", "she asked for a refund of 80000 yuan"]
    )
    func wanted(words: String) throws {
        let contact = Deed(Contact { ($0.how, $0.text) = (.phone, words) })
        for life in [try Life.inHand(), try SumInWordsTests.refusedByHeadOffice()] {
            #expect(life.refusal(of: contact, by: Desk.complaints) == nil)
            #expect(life.refusal(of: Deed(Withdrawal { $0.reason = words }), by: Desk.complaints) == nil)
        }
    }

    @Test(
        "all sums of a promise are promised but those that are looked into; the word that they are not lifts nothing beyond authority",
        arguments: [
            ("现金 8888888.88 元", true), ("购物卡5000元", true), ("8888888.88 yuan in cash", true), ("8888888.88 yuan paid tomorrow", true),
            ("查清 50000 元的去向", false), ("We look into the transfer of £50,000.", false), ("现金 5000 元，说明如下", true), ("核发 5000 元", true),
            ("查清后付现金 5000 元", true), ("查清 50000 元的去向，现金 5000 元", true),
            ("核查后赔您 5000 元", true),
        ]
    )
    func promises(words: String, isRefused: Bool) throws {
        for life in [try Life.inHand(), try SumInWordsTests.refusedByHeadOffice()] {
            let reply = Reply {
                ($0.how, $0.text, $0.promise, $0.amount, $0.isSumOther) = (.letter, "已答复", words, Amount("0"), true)
            }
            let refusal = life.refusal(of: .reply(reply), by: Desk.complaints)
            if case .sumBeyondAuthority? = refusal { #expect(isRefused) } else { #expect(refusal == nil && !isRefused, "\(words)") }
        }
    }

    @Test(
        "a sum beyond what may be promised is asked about whatever the words beside it; whoever says that it is no promise may write it",
        arguments: [
            "Please collect 80000 yuan at the counter", "The sum of 80000 yuan is due to you", "You are owed 80000 yuan by us",
            "We accept your claim of 80000 yuan", "We will transfer eight million yuan", "Cash back 80000 yuan", "As agreed: 80,000 yuan.",
            "Expect 8888888.88 yuan in your account", "您的8万元我们认了", "8.888.888,88 yuan will follow",
            "The credit limit of your card is 30000 yuan.", "We are sorry, but we will not be able to pay you the 30000 yuan.",
            "Your fund of 30000 yuan matures in May.", "A refund of 30000 yuan is excluded by the contract.", "我行没有义务也没有理由赔偿您30000元。",
            "The 50000 yuan was credited to your account on 1 November, as the log shows.", "保险公司赔付30000元。", "您转给张三30000元。",
        ]
    )
    func named(words: String) throws {
        for life in [try Life.inHand(), try SumInWordsTests.refusedByHeadOffice()] {
            for isOther in [nil, true] as [Bool?] {
                let reply = Reply { ($0.how, $0.text, $0.isSumOther) = (.letter, words, isOther) }
                let refusal = life.refusal(of: .reply(reply), by: Desk.complaints)
                #expect(refusal?.field == (isOther == nil ? FieldName.sumNotPromised : nil), "\(words)")
                let told = Told { ($0.how, $0.text, $0.isSumOther) = (.phone, words, isOther) }
                #expect(life.refusal(of: .tell(told), by: Desk.complaints)?.field == refusal?.field, "\(words)")
            }
        }
    }

    @Test(
        "a Han digit that ends a name makes no other sum",
        arguments: [("转给张三30000元", "30000.00"), ("王五100元", "100.00"), ("赔您五０００元", "5000.00")]
    )
    func names(text: String, sum: String) { #expect(Amount.largest(in: text)?.text == sum) }

    @Test(
        "a text that tells of one sum in its parts, or again, gives that sum; one for the customer's family, or in another currency, is asked about",
        arguments: [
            ("我行同意退还500元，其中手续费退还300元，利息补偿200元", false), ("我行赔偿您500元，500元已于今日退至您的卡上", false),
            ("We pay 500 yuan, of which the refund is 300 yuan and compensation is 200 yuan", false),
            ("We pay you 500 yuan: we refund the fee of 300 yuan and give 200 yuan for the trouble", false),
            ("赔付您500元，您爱人500元", true),
            ("We pay you 500 yuan, your wife 500 yuan", true), ("我行同意退还500元，其中手续费退还300元，利息补偿300元", true),
            ("我行赔偿您500美元", true), ("We pay you 500 US dollars", true), ("我行赔偿您70美元（折合人民币500元）", false),
        ]
    )
    func oneSum(text: String, isAsked: Bool) throws {
        let reply = Deed.reply(Reply { ($0.how, $0.text, $0.amount, $0.isAccepted) = (.letter, text, Amount("500"), true) })
        #expect((try Life.inHand().refusal(of: reply, by: Desk.complaints) != nil) == isAsked)
        guard isAsked else { return }
        // Nor does the customer hear it outside the answer, or in the finding, which the letter prints.
        let replied = try Life.inHand().after(.notAtFault, by: Desk.complaints)
            .after(
                .reply(Reply { ($0.how, $0.text, $0.amount, $0.isAccepted) = (.letter, "已答复", Amount("500"), true) }),
                by: Desk.complaints
            )
        #expect(replied.refusal(of: .tell(.init(how: .phone, text: text)), by: Desk.complaints) != nil)
    }

    @Test(
        "once head office allows no more, a promise is made only with the word that it gives nothing of value",
        arguments: ["an iPhone 17", "周五前致电告知进展", "a call by Friday"]
    )
    func promiseOfNothing(words: String) throws {
        func reply(_ isOther: Bool?) -> Deed {
            .reply(
                Reply {
                    ($0.how, $0.text, $0.promise, $0.amount, $0.isSumOther) = (.letter, "已答复", words, Amount("0"), isOther)
                }
            )
        }
        let refused = try SumInWordsTests.refusedByHeadOffice()
        #expect(refused.refusal(of: reply(nil), by: Desk.complaints) == .promiseOfNothing(approved: .none))
        #expect(refused.refusal(of: reply(true), by: Desk.complaints) == nil)
        #expect(try Life.inHand().refusal(of: reply(nil), by: Desk.complaints) == nil)
    }

    /// A case in hand to which head office gives nothing.
    private static func refusedByHeadOffice() throws -> Life { try headOfficeAllows("0") }

    /// A case in hand to which head office gives so much.
    private static func headOfficeAllows(_ sum: String) throws -> Life {
        try Life.inHand().after(.escalationAsked, by: Desk.complaints).after(.confirmEscalation, by: Desk.manager)
            .after(.headOfficeAnswer(.init(text: "见批复", amount: Amount(sum))), by: Desk.complaints)
    }

    @Test("facts are told with their sums, what is promised may be said, and a sum that is no gift is said to be none")
    func facts() throws {
        func reply(_ text: String, _ amount: String? = nil, promise: String? = nil, isOther: Bool? = nil) -> Deed {
            .reply(
                Reply {
                    ($0.how, $0.text, $0.promise, $0.isSumOther) = (.phone, text, promise, isOther)
                    $0.amount = amount.flatMap { Amount($0) }
                }
            )
        }
        for life in [try Life.inHand(), try SumInWordsTests.refusedByHeadOffice()] {
            #expect(life.refusal(of: reply("已答复", "0", promise: "查清 50000 元的去向", isOther: true), by: Desk.complaints) == nil)
        }
        // Once head office has said how much, any larger sum is said to be no promise.
        let fact = "您账户被扣 300 元，系商户扣款。"
        #expect(try Life.inHand().refusal(of: reply(fact), by: Desk.complaints) == nil)
        let bound = try SumInWordsTests.refusedByHeadOffice()
        #expect(bound.refusal(of: reply(fact), by: Desk.complaints) == Amount("300").map { .sumBeyondAmount($0, promised: .none) })
        #expect(bound.refusal(of: reply(fact, isOther: true), by: Desk.complaints) == nil)
        let life = try Life.inHand()
        #expect(life.refusal(of: reply("补偿您 300 元", "300"), by: Desk.complaints) == nil)
        let small = try Refusal.sumBeyondAmount(#require(Amount("300")), promised: .none)
        #expect(life.refusal(of: reply("补偿您 300 元"), by: Desk.complaints) == small)
        #expect(life.refusal(of: reply("退还误收的 300 元已于昨日办结", isOther: true), by: Desk.complaints) == nil)
        #expect(
            try SumInWordsTests.refusedByHeadOffice().refusal(of: reply("补偿您 300 元"), by: Desk.complaints)
                == .sumBeyondAuthority(#require(Amount("300")), most: .none, isHeadOffices: true)
        )
    }

    @Test("a promise whose words give more than its amount is refused, whatever is said beside it; so is it on the spot")
    func beyond() throws {
        func amount(_ text: String) throws -> Amount { try #require(Amount(text)) }
        func reply(_ promise: String, _ text: String, isOther: Bool? = nil) throws -> Deed {
            .reply(
                Reply {
                    ($0.how, $0.text, $0.promise, $0.isSumOther) = (.phone, "已答复", promise, isOther)
                    $0.amount = Amount(text)
                }
            )
        }
        let life = try Life.inHand()
        let refused = try Refusal.sumBeyondAmount(amount("500"), promised: .none, in: "promise")
        for isOther in [nil, true] {
            #expect(try life.refusal(of: reply("补偿 500 元", "0", isOther: isOther), by: Desk.complaints) == refused)
        }
        #expect(try life.refusal(of: reply("查清 50000 元的去向", "0", isOther: true), by: Desk.complaints) == nil)
        #expect(try life.refusal(of: reply("补偿 500 元", "500"), by: Desk.complaints) == nil)
        #expect(try life.refusal(of: reply("三日内退还", "0"), by: Desk.complaints) == nil)
        let onTheSpot = Deed.answer(
            Answer { ($0.text, $0.promise, $0.amount) = ("已答复", "补偿一百五十元", Amount("50")) }
        )
        #expect(
            try Life().refusal(of: onTheSpot, by: Desk.clerk)
                == .sumBeyondAmount(try amount("150"), promised: try amount("50"), in: "promise")
        )
    }

    @Test(
        "what a hotline was answered gives nothing, nor does an answer that is logged with the complaint: what is promised has its amount"
    )
    func logged() throws {
        for words in ["我行赔客户 9000 元", "We pay you 80000 yuan", "退还 150 元"] {
            let sum = try #require(Amount.largestGiven(in: words))
            let occasion = Occasion(Actor(Desk.clerk), at: Desk.now, under: Desk.rules(in: Desk.zone))
            #expect(throws: Refusal.sumToHotline(sum)) { try occasion.checkHotlineAnswer(words, isSumOther: nil) }
            #expect(throws: Never.self) { try occasion.checkHotlineAnswer(words, isSumOther: true) }
            #expect(Refusal.sumBeyondAmount(sum, promised: .none).whileLogging == .sumWhileLogging(sum))
        }
        for words in ["已告知热线，将于三日内答复", "客户要求赔偿 5000 元", nil] {
            let occasion = Occasion(Actor(Desk.clerk), at: Desk.now, under: Desk.rules(in: Desk.zone))
            #expect(throws: Never.self) { try occasion.checkHotlineAnswer(words, isSumOther: nil) }
        }
    }
}

@Suite("Money counts once")
struct MoneyCountedTests {
    /// What figures count of a case, in hundredths: claimed, promised, and each payment.
    private func money(_ state: Case) -> [Int64?] {
        let facts = CaseFacts(of: state, id: 1)
        return [facts.claimed, facts.promised] + facts.payments.map(\.amount.hundredths)
    }

    private func paying(_ promised: String, _ paid: String) throws -> Deed {
        .reply(
            Reply {
                ($0.how, $0.text) = (.phone, "已答复")
                ($0.amount, $0.paid) = (Amount(promised), Amount(paid))
            }
        )
    }

    /// The case that goes on where the customer refuses the answer of a signed one.
    private func following(_ life: Life) throws -> (before: Case, next: Case) {
        var life = life
        life.desk.nextCase = CaseNumber(branch: "0379", day: Day(ordinal: 20_777), serial: 18)
        let occasion = Occasion(Actor(Desk.complaints), at: life.now, under: life.desk)
        let events = try decide(Deed.refused.act, on: life.state, in: occasion)
        var (before, next): (Case?, Case?) = (life.state, nil)
        for event in events { before = evolve(before, Happened(event, at: life.now, by: Desk.complaints.number)) }
        for consequence in try consequences(of: Deed.refused.act, doing: events, to: life.state, in: occasion) {
            for event in consequence.events { next = evolve(next, Happened(event, at: life.now, by: Desk.complaints.number)) }
        }
        return (try #require(before), try #require(next))
    }

    @Test("what was paid, claimed and promised counts where it was, and not again in the case that goes on; what is new there counts there")
    func refused() throws {
        let signed = try Life { $0.amount = Amount("500") }.after(.accept, by: Desk.complaints)
            .after([.notAtFault, paying("300", "200")], by: Desk.complaints).after(.sign, by: Desk.manager)
        #expect(money(signed.state) == [50_000, 30_000, 20_000])
        let (before, next) = try following(signed)
        // The rest of the promise went with the answer.
        #expect(money(before) == [50_000, 20_000, 20_000])
        #expect(money(next) == [nil, nil])
        #expect(next.paid == Amount("200") && next.promised == Amount("200"))
        var life = signed
        life.state = next
        life = try life.after(.accept, by: Desk.complaints).after(.amend("amount", to: "650"), by: Desk.complaints)
            .after(paying("100", "100"), by: Desk.complaints)
        #expect(money(life.state) == [15_000, 10_000, 10_000])
        #expect(life.state.paid == Amount("300") && life.state.promised == Amount("300"))
    }

    @Test("what an answer promised that was sent back stays promised, in figures as on the sheet")
    func sentBack() throws {
        let life = try Life.inHand().after([.notAtFault, paying("200", "200")], by: Desk.complaints).after(.sentBack, by: Desk.manager)
            .after(paying("0", "0"), by: Desk.complaints)
        #expect(money(life.state) == [nil, 20_000, 20_000])
        #expect(life.state.promised == Amount("200"))
    }
}
