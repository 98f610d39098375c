import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("A corrective action is called off")
struct CancelledRectificationTests {
    private let needless = Deed.cancelRectification(.init(reason: "已由更换叫号机解决"))

    /// In hand, with one action to be done.
    private func opened() throws -> Life {
        try Life.inHand().after(.rectify(what: "增开窗口", owner: "陈立", due: Day(ordinal: 20_800)), by: Desk.complaints)
    }

    @Test(
        "by a manager, with a reason, while the case is open: nothing is to be verified any more, and the next one has a number of its own"
    )
    func cancels() throws {
        let life = try opened().after(needless, by: Desk.secondComplaints)
        #expect(life.state.rectifications.map(\.isOpen) == [false])
        #expect(life.state.rectifications.map(\.stands) == [false])
        #expect(!duties(of: life.state, at: life.now, under: life.desk).contains(.verifyRectification(1)))
        #expect(life.refusal(of: .checked, by: Desk.complaints) == .nothingAsked(.verifyRectification))
        let next = try life.after(.rectify(what: "更换叫号机", owner: "陈立", due: Day(ordinal: 20_800)), by: Desk.complaints)
        #expect(next.state.rectifications.map(\.action.item) == [1, 2])
        let words = CaseWords(.chinese, life.desk, showsContacts: false, arrow: "→")
        #expect(words.lines(life.events.last?.event.details ?? []) == ["序号：1", "已由更换叫号机解决"])
    }

    @Test("not by a clerk, not without a reason, not one that there is not, not a verified one, and not once the case is closed")
    func refuses() throws {
        let life = try opened()
        #expect(life.refusal(of: needless, by: Desk.clerk) == .roleMayNot(.cancelRectification, [.complaintManager, .branchManager]))
        #expect(life.refusal(of: .cancelRectification(.init(reason: " ")), by: Desk.complaints) == .missing("reason"))
        #expect(life.refusal(of: .cancelRectification(.init(item: 2, reason: "x")), by: Desk.complaints) == .noSuchItem(2))
        let verified = try life.after(.checked, by: Desk.manager)
        #expect(verified.refusal(of: needless, by: Desk.complaints) == .nothingAsked(.cancelRectification))
        #expect(try Life.closed().refusal(of: needless, by: Desk.manager) == .locked(.cancelRectification))
    }

    @Test("of several, the one that is meant must be said; a short account of each tells what is to be done")
    func several() throws {
        let life = try opened().after(.rectify(what: "更换叫号机", owner: "陈立", due: Day(ordinal: 20_800)), by: Desk.complaints)
        #expect(life.refusal(of: needless, by: Desk.complaints) == .missing("item"))
        #expect(life.refusal(of: .checked, by: Desk.complaints) == .missing("item"))
        #expect(life.refusal(of: .cancelRectification(.init(item: 2, reason: "x")), by: Desk.complaints) == nil)
        let words = CaseWords(.chinese, life.desk, showsContacts: false, arrow: "→")
        #expect(words.lines(life.events.last?.event.details ?? []).prefix(2) == ["更换叫号机", "序号：2"])
    }

    @Test("where the bank was at fault, the sign-off wants an action that stands; a finding with the same words opens it anew")
    func fault() throws {
        let found = try Life.inHand().after(.atFault, by: Desk.complaints).after(needless, by: Desk.complaints)
            .after(.atFault, by: Desk.complaints).after(.replied, by: Desk.complaints)
        #expect(found.refusal(of: .sign, by: Desk.manager) == nil)
        let bare = try Life.inHand().after(.atFault, by: Desk.complaints).after(needless, by: Desk.complaints)
            .after(.replied, by: Desk.complaints)
        #expect(bare.refusal(of: .sign, by: Desk.manager) == .findingLacks(["rectification"]))
    }
}
