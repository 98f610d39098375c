import DeskTestSupport
import Testing

@testable import ComplaintRules

/// What a correction of a typing error can put right, and what it refuses as logging does.
@Suite("Fields that are put right")
struct AmendedFieldTests {
    @Test("a wrong call-back number is put right, the old one kept; who left one is owed an answer whatever stands there since")
    func callBackNumber() throws {
        let life = try Life { ($0.channel, $0.contact, $0.callBackNumber) = (.phone, "", "13800000007") }
        let right = try life.after(.amend("call-back-number", to: "13800000008"), by: Desk.clerk)
        #expect(right.state.intake.callBackNumber == "13800000008" && right.state.hasLeftContact)
        let amendment = try #require(right.events.last?.event as? Amendment)
        #expect(amendment.old.text == "13800000007" && amendment.new.text == "13800000008")
        #expect(Likeness.Identity(of: right.state.intake).contacts == ["13800000008"])
        for word in ["无", "不留"] {
            let gone = try life.after(.amend("call-back-number", to: word), by: Desk.clerk)
            #expect(gone.state.intake.callBackNumber == nil && gone.state.hasLeftContact, "\(word)")
        }
    }

    @Test(
        "a field that the channel has not is said to be of other channels, and the rule refuses it, whatever is written",
        arguments: [
            (Channel.oral, "came-by", "website"), (.oral, "page", "5"), (.letter, "call-back-number", "13800000008"), (.phone, "line", "2"),
            (.commentBook, "came-by", "12345"),
        ]
    )
    func ofChannel(channel: Channel, field: String, value: String) throws {
        let life = try Life { $0.channel = channel }
        let channels = try #require(Intake.field(field)?.channels)
        let refusal = try #require(life.refusal(of: .amend(field, to: value), by: Desk.clerk))
        #expect(refusal == .notOfChannel(FieldName(field), channels))
        let label = FieldLabel.of(field)
        #expect(refusal.sentence.english.hasPrefix("\"\(label.english)\" is only for complaints by these channels: "))
        #expect(refusal.sentence.chinese.hasPrefix("“\(label.chinese)”仅用于以下渠道的投诉："))
    }

    @Test("nothing is amended to have happened after it was received, as nothing is logged so")
    func happened() throws {
        let life = try Life { $0.received = Desk.at("2026-11-20 09:10") }
        func refusal(_ value: String) -> Refusal? { life.refusal(of: .amend("happened", to: value), by: Desk.clerk) }
        #expect(refusal("2026-11-20 09:50") == .newValue(.afterReceived("happened")))
        #expect(refusal("2026-11-20 09:11") == .newValue(.afterReceived("happened")))
        #expect(refusal("2026-11-20 09:10") == nil && refusal("2026-11-19 18:00") == nil)
    }

    @Test("a field is the one that it is with a capital at its beginning too; what is none is named as it was written")
    func capitals() throws {
        let life = try Life()
        func note(_ key: String) throws -> Deed { try Deed(.note, values: [key: "已调阅监控"], at: life.now, under: life.desk) }
        #expect(try note("Text") == note("text"))
        #expect(throws: Refusal.givenTwice("text")) {
            try Deed(.note, values: ["Text": "x", "text": "y"], at: life.now, under: life.desk)
        }
        #expect(throws: (any Error).self) { try note("Texts") }
    }
}
