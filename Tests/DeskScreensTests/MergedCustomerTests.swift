import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Where customers whose cases were merged in are still to be answered, what comes next says whose (1-domain, The drawing: merge).
@Suite("Whose customer is to be told")
struct MergedCustomerTests {
    /// A case into which that of another customer was merged, and that is replied to then.
    private func stage(_ language: Language) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        let (desk, ledger) = (stage.desk, stage.desk.ledger)
        var numbers: [String] = []
        for (customer, contact) in [("Ann Lee", "13800000001"), ("Bo Marsh", "13900000002")] {
            var intake = desk.intake("Forty minutes in the queue", customer: customer)
            intake.contact = contact
            let acts: [Deed] = [.handOver(.init(to: desk.manager.number))]
            numbers.append(try ledger.log(intake, then: acts, by: desk.counter).state.number.description)
            _ = try ledger.perform(.accept, on: numbers[numbers.count - 1], by: desk.manager)
        }
        _ = try ledger.perform(.merge(into: numbers[0], reason: "One queue"), on: numbers[1], by: desk.manager)
        var finding = Finding(fault: .none, classification: .unfounded, facts: "Two counters were open.")
        finding.explanation = "Explained."
        _ = try ledger.perform(.finding(finding), on: numbers[0], by: desk.manager)
        _ = try ledger.perform(.reply(.init(how: .phone, text: "Explained.", isAccepted: true)), on: numbers[0], by: desk.manager)
        return stage
    }

    @Test(
        "the next line names the number, and the form that tells begins with customer and number",
        arguments: [
            (Language.english, "Tell the customer of 0379-2611-002 the outcome"), (.chinese, "将结果告知 0379-2611-002 的客户"),
        ]
    )
    func named(language: Language, sentence: String) throws {
        let stage = try stage(language)
        stage.enter(as: stage.desk.manager)
        stage.press("2")
        stage.press(":")
        stage.type("0379-2611-001")
        stage.press("Enter")
        stage.expect(sentence)
        stage.press(":")
        stage.type(language == .english ? "Tell customer" : "告知客户")
        stage.press("Enter")
        let form = try #require((stage.app.stack.last as? ActScreen)?.form, "\(stage.screen)")
        #expect(form.value("who") == "customer")
        #expect(form.value("number") == "0379-2611-002")
        // It begins where something is lacking, and says whose customer is told.
        #expect(form.focusedID == "how")
        stage.expect("0379-2611-002 Bo Marsh")
    }

    @Test("so on the sign-off page, where it stands before the signature") func signOff() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.head)
        stage.press("4")
        stage.expect("Tell the customer of 0379-2611-002 the outcome")
    }

    @Test("a dissatisfied customer is contacted again by another call-back: the next line names the act") func dissatisfied() {
        #expect(Duty.contactAgain.sentence.english == "Contact the dissatisfied customer again (\"\(ActKind.callBack.label.english)\")")
        #expect(Duty.contactAgain.sentence.chinese == "再次联系不满意的客户（“\(ActKind.callBack.label.chinese)”）")
        #expect(Duty.contactAgain.act == .callBack)
    }
}
