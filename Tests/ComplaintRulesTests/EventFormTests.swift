import TableFiles
import Testing

@testable import ComplaintRules

/// The form in which events stand in the ledger, as literal bytes: what has been written must be read as long as a desk lives.
@Suite("The form of events")
struct EventFormTests {
    private func written(_ event: any CaseEvent) throws -> String {
        String(decoding: try JSONCoding.bytes(of: event), as: UTF8.self)
    }

    private func read(_ type: any CaseEvent.Type, _ json: String) throws -> any CaseEvent {
        try JSONCoding.value(type, from: Array(json.utf8))
    }

    @Test("each kind of event is written in these bytes, and read from them again")
    func golden() throws {
        for sample in SampleEvent.all {
            let name = Comment(rawValue: sample.event.wireName)
            #expect(try written(sample.event) == sample.json, name)
            let again = try read(type(of: sample.event), sample.json)
            #expect(again.isSame(as: sample.event), name)
        }
    }

    @Test("each kind of event has its bytes here, and a kind in the ledger of its own")
    func whole() {
        #expect(SampleEvent.all.map { $0.event.wireName } == caseEvents.map { $0.wireName })
        #expect(
            caseEvents.map { $0.wireName } == [
                "logged", "imported", "clock-started", "begun-anew", "linked", "recused", "parted", "parted-far", "customer-owed",
                "customer-owed-no-more", "accepted",
                "acknowledged",
                "escalation-confirmed",
                "extension-granted", "signed", "sent-back", "head-office-answered", "answered-in-book", "result-sent", "called-back",
                "rectification-verified",
                "delay-explained", "answered", "found", "replied", "contacted", "noted", "handed-over", "time-agreed", "interim-answered",
                "person-told", "told", "rectification-opened", "head-office-noted", "extension-asked", "escalation-asked", "declined",
                "chased",
                "attached", "stated", "addendum-written", "amended", "rectification-cancelled", "recusal-lifted", "outside-date-set",
                "mediated", "spot-checked", "taken-back", "ruled", "answer-refused", "review-asked", "review-decided",
                "withdrawn", "not-accepted", "merged", "held", "released",
            ]
        )
        #expect(Set(caseEvents.map { $0.wireName }).count == caseEvents.count)
    }

    @Test("what an event may leave out is left out, and read as not said")
    func sparse() throws {
        let sparse: [(any CaseEvent, String)] = [
            (Answer(text: "x"), #"{"text":"x"}"#), (Note(text: "x"), #"{"text":"x"}"#), (SignOff(), "{}"),
            (Reply(how: .book, text: "x"), #"{"how":"book","text":"x"}"#),
            (RefusedAnswer(reason: "x", toldChannels: ""), #"{"reason":"x","toldChannels":""}"#),
            (Ruling(text: "x", reference: "y"), #"{"reference":"y","text":"x"}"#), (Declined(reason: "x"), #"{"reason":"x"}"#),
            (Escalation(why: .media, reason: "x"), #"{"kind":"media","reason":"x"}"#),
            (HeadOfficeAnswer(text: "x"), #"{"text":"x"}"#),
            (
                Amendment(field: .customer, old: .init(nil), new: .init(.text("x"))),
                #"{"field":"customer","new":{"text":"x"},"old":{}}"#
            ),
        ]
        for (event, json) in sparse {
            #expect(try written(event) == json)
            #expect(try read(type(of: event), json).isSame(as: event))
        }
    }

    @Test("an amendment keeps a moment and an amount so that they are the same again")
    func amendments() throws {
        let moment = Moment(milliseconds: 1_795_312_800_123)
        let amount = try #require(Amount("66.50"))
        let field = { (name: String) in try #require(AmendableField(rawValue: name)) }
        for (name, value) in [("happened", Detail.Value.moment(moment)), ("amount", .amount(amount)), ("contact", .contact("138"))] {
            let amendment = Amendment(field: try field(name), old: .init(nil), new: .init(value))
            let again = try #require(try read(Amendment.self, try written(amendment)) as? Amendment)
            let happened = Happened<any CaseEvent>(again, at: moment, by: Desk.clerk.number, seq: 2)
            let state = try #require(evolve(try Life().state, happened))
            #expect(Intake.field(name)?.value(state.intake) == value)
        }
    }
}
