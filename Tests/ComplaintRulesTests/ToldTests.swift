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

    @Test("the outside channels are told with whatever reaches the customer: why it is out of remit, or an answer that they do not accept")
    func channels() throws {
        func told(_ life: Life) -> [String] {
            life.events.flatMap(\.event.details).filter { $0.name.text == "told-channels" && $0.isKnown }.map { _ in "told" }
        }
        let out = try Life { $0.contact = "13812340000" }.after(.accept, by: Desk.complaints)
        for how in [nil, .book, .other] as [ContactWay?] {
            let untold = try out.after(.notAccept(.init(reason: "属保险公司", how: how)), by: Desk.complaints)
            #expect(told(untold).isEmpty)
            let later = try untold.after(.tell(.init(who: .customer, how: .phone, text: "属保险公司")), by: Desk.complaints)
            #expect(told(later).count == 1)
            // Once they know, another word says nothing of it.
            #expect(told(try later.after(.tell(.init(who: .customer, how: .phone, text: "再次说明")), by: Desk.complaints)).count == 1)
        }
        #expect(told(try out.after(.notAccept(.init(reason: "属保险公司", how: .phone)), by: Desk.complaints)).count == 1)
        #expect(told(try out.after(.tell(.init(who: .customer, how: .phone, text: "正在核实")), by: Desk.complaints)).isEmpty)
        for (how, isAccepted, count) in [(.phone, nil, 0), (.phone, true, 0), (.phone, false, 1), (.book, false, 0)]
            as [(ContactWay, Bool?, Int)]
        {
            let reply = Deed.reply(.init(how: how, text: "已答复", isAccepted: isAccepted))
            #expect(told(try out.after(reply, by: Desk.complaints)).count == count)
        }
    }

    @Test("it is told by whom, how and what, in both languages")
    func words() throws {
        let details = Told(who: .headOffice, how: .phone, text: "有记者到场").details
        func lines(_ language: Language) -> [String] { CaseWords(language, Desk.rules, showsContacts: false, arrow: "→").lines(details) }
        #expect(lines(.english) == ["head office, phone: 有记者到场"])
        #expect(lines(.chinese) == ["总行、电话：有记者到场"])
    }
}
