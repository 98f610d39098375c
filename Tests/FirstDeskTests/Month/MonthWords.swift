import DeskTestSupport

@testable import firstdesk

/// Invented names and texts of one case, in one of the two languages.
struct MonthWords: Sendable {
    let isChinese: Bool
    let customer: String
    let matter: String
    let business: String
    let reason: String
    private let minutes: Int

    init(isChinese: Bool, random: inout SeededNumbers) {
        func pick(_ texts: [String]) -> String { texts[random.number(in: 0...texts.count - 1)] }
        self.isChinese = isChinese
        minutes = random.number(in: 2...9) * 5
        business = pick(["savings", "loans", "银行卡", "支付结算", "wealth", "外汇", "other"])
        reason = pick(["service", "设施设备系统", "rules", "marketing", "disclosure", "定价收费", "other"])
        if isChinese {
            customer = pick(["刘", "赵", "钱", "孙", "周", "吴", "郑", "冯", "褚", "卫"]) + pick(["女士", "先生", "秀兰", "志强", "玉珍", "小勇"])
            matter = pick([
                "排队\(minutes)分钟无人管，叫号机跳号。", "柜员办理挂失时态度冷淡，反复让我填表。", "取款机吞卡后保安说下午才有人处理。",
                "理财到期收益与当初说的不一样，当时没有讲清楚。", "短信提醒扣费\(minutes)元，我没有开通。", "存折补登多次失败，窗口互相推诿。",
                "老人不会用机器，大堂无人帮忙，等了\(minutes)分钟。", "贷款提前还款手续说法前后不一致。",
            ])
        } else {
            customer =
                pick(["Ms ", "Mr ", "Dr "]) + pick(["Hall", "Okafor", "Lindqvist", "Peverell", "Birkett", "O'Shea", "Varley", "Mistry"])
            matter = pick([
                "I waited \(minutes) minutes and nobody called my number.",
                "The machine kept my card and the guard said to come back after lunch.",
                "I was charged \(minutes).00 for a card that I never asked for.",
                "The form was refused three times, each time for another reason.",
                "The letter says one rate and the screen at the counter another.", "Two counters closed while twelve people were waiting.",
                "My account number was read out aloud in the hall.", "The transfer of \(minutes) days ago has still not arrived.",
            ])
        }
    }

    private func say(_ chinese: String, _ english: String) -> String { isChinese ? chinese : english }

    var wish: String { say("请给个说法，改进服务。", "An explanation, and that it does not happen again.") }
    var answer: String { say("已当面说明情况并致歉，客户表示理解。", "We explained what happened and what we do about it.") }
    var regret: String { say("客户来电表示问题已解决，不再投诉。", "The customer says that it is settled and takes it back.") }
    var outOfRemit: String { say("所述为他行业务，已告知应向该行反映。", "It is about another bank; the customer was told which.") }
    var lacking: String { say("未写明与客户核对的经过。", "It does not say what was checked with the customer.") }
    var complex: String { say("须向省分行调取凭证。", "The vouchers have to come from the archive.") }
    var chaser: String { say("请尽快答复客户。", "Please answer the customer now.") }
    var cause: String { say("凭证调取迟延。", "The vouchers came late.") }
    var result: String { say("处理结果已书面报送。", "The result was sent in writing.") }
    var word: String { say("当时忙乱，语气不好，愿意道歉。", "It was busy and I was short with them; I am sorry.") }
    var holding: String { say("可能涉诉，留存备查。", "It may come to court.") }
    var checked: String { say("现场查看，措施有效。", "Looked at in the hall: it works.") }
    var addendum: String { say("客户来信致谢。", "The customer wrote to thank us.") }
    var directions: String { say("请先安抚客户，当日联系。", "Calm them first, and call today.") }
    var note: String { say("已调看叫号记录。", "Looked at the records of the hall.") }
    var person: String { say("大堂值班", "Hall duty") }
    var interim: String { say("正在调取凭证，七个工作日内答复。", "We are fetching the vouchers and answer within seven working days.") }
    var beyond: String { say("超出本网点权限。", "It is beyond this branch.") }
    var progress: String { say("总行已受理，正在核实。", "Head office has it and looks into it.") }
    var ruling: String { say("同意按客户诉求处理。", "Agreed, as the customer asks.") }
    var thanks: String { say("客户表示收到答复。", "They have had the answer.") }
    var said: String { say("客户复述经过，愿意等待。", "They told it again and will wait.") }
    var noAnswer: String { say("无人接听。", "No answer.") }
    var unhappy: String { say("客户不接受，要求重新处理。", "They do not accept it.") }
    var facts: String { say("经查记录，等候\(minutes)分钟。", "By the records it took \(minutes) minutes.") }
    var explanation: String { say("已说明当日客流情况。", "It was explained how busy the day was.") }
    var apology: String { say("当值经理电话致歉。", "The manager on duty apologised on the telephone.") }
    var correction: String { say("已补办并退费。", "It was put right and the fee paid back.") }
    var rectification: String { say("高峰时段增开窗口。", "Open another counter at busy hours.") }
}
