import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("Who else has a part in a case")
struct OutsideBranchTests {
    private func logging(proxy: String) throws -> [any CaseEvent] {
        var intake = Intake(channel: .oral, received: Desk.at("2026-11-20 10:00"), text: "x")
        intake.proxy = proxy
        let occasion = Occasion(Actor(Desk.clerk), at: Desk.at("2026-11-20 10:00"), under: Desk.rules)
        return try decideLogging(intake, as: Desk.caseNumber, in: occasion)
    }

    @Test("at most five may speak for the others, whatever stands between their names")
    func representatives() throws {
        _ = try logging(proxy: "王一、李二，张三, 赵四；孙五")
        #expect(throws: Refusal.tooManyRepresentatives(limit: 5)) { try logging(proxy: "王一、李二，张三, 赵四；孙五;周六") }
        #expect(Refusal.tooManyRepresentatives(limit: 5).field == "proxy")
        #expect(
            Refusal.tooManyRepresentatives(limit: 5).sentence.english
                == "\"Proxy\" names more than 5 people; at most 5 may represent the others. Leave the rest out, or write what they "
                + "are to the customer elsewhere."
        )
        #expect(
            Refusal.tooManyRepresentatives(limit: 5).sentence.chinese
                == "“代办人”填写的人员超过 5 人，代表最多 5 人。请删去其余人员；不任代表的，请写在其他栏目。"
        )
    }

    @Test("a finding names who outside the bank is liable too")
    func thirdParty() throws {
        let life = try Life.inHand()
        let values = [
            "fault": "partly", "facts": "支付机构重复扣款", "class": "valid", "third-party": "支付机构", "apology": "致歉", "correction": "已退回",
            "rectification": "对账",
        ]
        let act = try Deed(.finding, values: values, at: life.now, under: life.desk)
        let found = try life.after(act, by: Desk.complaints)
        #expect(found.state.finding?.thirdParty == "支付机构")
        var long = values
        long["third-party"] = String(repeating: "x", count: 201)
        let tooLong = try Deed(.finding, values: long, at: life.now, under: life.desk)
        #expect(life.refusal(of: tooLong, by: Desk.complaints) == .tooLong("third-party", limit: 200))
    }

    @Test("contact cards of departments and specialists are a setting that everybody reads")
    func contactCards() throws {
        var settings = Desk.rules.settings
        let cards = try #require(Setting.named("contact-cards"))
        #expect(cards.set("信用卡部 王芳 65920001; 法律事务 李强 65920002", in: &settings))
        var rules = Desk.rules
        rules.settings = settings
        #expect(cards.text(under: rules, at: Desk.at("2026-11-20 10:00")) == "信用卡部 王芳 65920001; 法律事务 李强 65920002")
    }
}
