import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("The customer or head office is told")
struct ToldTests {
    private let customer = Deed.tell(.init(who: .customer, how: .phone, text: "延期七个工作日，已说明原因"))
    private let above = Deed.tell(.init(who: .headOffice, how: .phone, text: "有记者到场"))

    @Test("the customer of an extended case is told meanwhile: the duty is done, and no clock stops")
    func meanwhile() throws {
        let extended = try Life.inHand().after(.extensionAsked, by: Desk.complaints).after(.grantExtension, by: Desk.manager)
        #expect(duties(of: extended.state, at: extended.now, under: extended.desk).contains(.tellMeanwhile))
        // Head office's knowing is not the customer's.
        let reported = try extended.after(above, by: Desk.complaints)
        #expect(duties(of: reported.state, at: reported.now, under: reported.desk).contains(.tellMeanwhile))
        let told = try extended.after(customer, by: Desk.complaints)
        #expect(!duties(of: told.state, at: told.now, under: told.desk).contains(.tellMeanwhile))
        #expect(told.clockStates == extended.clockStates)
    }

    @Test("at any stage, signed or not, by whoever works on the case; not by a clerk on another's, nor by whom it is about")
    func who() throws {
        #expect(try Life.closed().refusal(of: customer, by: Desk.complaints) == nil)
        #expect(try Life().refusal(of: customer, by: Desk.clerk) == nil)
        #expect(try Life().refusal(of: customer, by: Desk.colleague) == .notYours(.tell))
        #expect(try Life(about: "王芳").refusal(of: above, by: Desk.complaints) == .mayNotRead)
        #expect(try Life().refusal(of: .tell(.init(text: " ")), by: Desk.clerk) == .missing("text"))
    }

    @Test("it is told by whom, how and what, in both languages")
    func words() throws {
        let details = Told(who: .headOffice, how: .phone, text: "有记者到场").details
        func lines(_ language: Language) -> [String] { CaseWords(language, Desk.rules, showsContacts: false, arrow: "→").lines(details) }
        #expect(lines(.english) == ["head office, phone: 有记者到场"])
        #expect(lines(.chinese) == ["总行、电话：有记者到场"])
    }
}
