import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("No promise beyond authority")
struct AuthorityTests {
    private func amount(_ text: String) throws -> Amount { try #require(Amount(text)) }

    private func reply(_ text: String) throws -> Deed {
        var reply = Reply(how: .phone, text: "退还手续费")
        reply.amount = try amount(text)
        return .reply(reply)
    }

    @Test("an answer on the spot within the clerk's tier; above it the tier that could is named")
    func answers() throws {
        let life = try Life()
        func refusal(_ text: String) throws -> Refusal? {
            life.refusal(of: .answer(.init(text: "退还手续费", amount: try amount(text))), by: Desk.clerk)
        }
        let tier = try amount("200")
        #expect(try refusal("200.00") == nil)
        #expect(try refusal("200.01") == .beyondTier(amount("200.01"), tier: tier, could: .complaintManager))
        #expect(try refusal("1000.01") == .beyondTier(amount("1000.01"), tier: tier, could: .branchManager))
        #expect(try refusal("5000.01") == .beyondTier(amount("5000.01"), tier: tier, could: nil))
        let answered = try life.after(.answer(.init(text: "退还", amount: amount("66"), promise: "三日内到账")), by: Desk.clerk)
        #expect(answered.state.answer == .init(text: "退还", amount: try amount("66"), promise: "三日内到账"))
    }

    @Test("a reply within the replier's tier")
    func replies() throws {
        let life = try Life.inHand()
        let tier = try amount("1000")
        #expect(try life.refusal(of: reply("1000"), by: Desk.complaints) == nil)
        #expect(
            try life.refusal(of: reply("1000.01"), by: Desk.complaints) == .beyondTier(amount("1000.01"), tier: tier, could: .branchManager)
        )
        #expect(try life.refusal(of: reply("5000"), by: Desk.manager) == nil)
        #expect(
            try life.refusal(of: reply("5000.01"), by: Desk.manager)
                == .beyondTier(amount("5000.01"), tier: amount("5000"), could: nil)
        )
    }

    @Test("a stand-in has the absent manager's tier, but not over a case about them")
    func standIn() throws {
        let standIn = Actor(Desk.secondComplaints, standingInFor: Desk.manager)
        #expect(try Life.inHand().refusal(of: reply("5000"), by: standIn) == nil)
        #expect(
            try Life.inHand(about: "赵国强").refusal(of: reply("5000"), by: standIn)
                == .beyondTier(amount("5000"), tier: amount("1000"), could: .branchManager)
        )
    }

    @Test("the branch sets its own tiers")
    func settings() throws {
        var life = try Life()
        life.desk.settings.tiers = ["counter": 0, "complaint-manager": 50_000]
        #expect(
            try life.refusal(of: .answer(.init(text: "x", amount: amount("0.01"))), by: Desk.clerk)
                == .beyondTier(amount("0.01"), tier: .none, could: .complaintManager)
        )
        #expect(life.refusal(of: .answer(.init(text: "x")), by: Desk.clerk) == nil)
        #expect(life.desk.tier(of: .branchManager, on: Day(ordinal: 20_777)) == Amount(hundredths: 500_000))
    }

    @Test("what head office was asked to decide on may be promised once it has answered")
    func headOffice() throws {
        let asked = Deed.askEscalation(.init(why: .amount, reason: "索赔八千元"))
        let life = try Life.inHand().after(asked, by: Desk.complaints).after(.confirmEscalation, by: Desk.manager)
            .after(.headOfficeAnswered, by: Desk.complaints)
        #expect(try life.refusal(of: reply("8000"), by: Desk.complaints) == nil)
        // Its word on something else lends no authority.
        let media = try Life.inHand().after(.askEscalation(.init(why: .media, reason: "记者来电")), by: Desk.complaints)
            .after(.confirmEscalation, by: Desk.manager).after(.headOfficeAnswered, by: Desk.complaints)
        #expect(try media.refusal(of: reply("8000"), by: Desk.complaints) != nil)
    }
}

@Suite("A reply that could not be delivered")
struct UndeliveredTests {
    private static let undelivered: Deed = {
        var reply = Reply(how: .phone, text: "三次致电无人接听")
        reply.isUndelivered = true
        return .reply(reply)
    }()

    private func inHand() throws -> Life { try Life { $0.contact = "13812340000" }.after(.accept, by: Desk.complaints) }

    @Test("after three recorded attempts", arguments: 0...4)
    func attempts(count: Int) throws {
        let life = try inHand().after(Array(repeating: .notReached, count: count), by: Desk.complaints)
        #expect(life.state.failedAttempts == count)
        #expect(life.refusal(of: UndeliveredTests.undelivered, by: Desk.complaints) == (count < 3 ? .notReached(attempts: count) : nil))
    }

    @Test("a contact that reached the customer begins the count anew")
    func reached() throws {
        let life = try inHand().after([.notReached, .notReached, .reached, .notReached], by: Desk.complaints)
        #expect(life.refusal(of: UndeliveredTests.undelivered, by: Desk.complaints) == .notReached(attempts: 1))
    }

    @Test("at once where no contact is left; it stops the clocks and waits for the signature as any reply")
    func noContact() throws {
        let life = try Life.inHand().after(UndeliveredTests.undelivered, by: Desk.complaints)
        #expect(life.state.stage == .toSign)
        #expect(life.state.reply?.isUndelivered == true)
        #expect(life.clockStates == ["reply kept", "final kept", "pass-on kept", "signature running"])
    }
}
