import DeskTestSupport
import Testing

@testable import ComplaintRules

/// Head office's ruling in a branch of three, where the case is about both managers or all had a hand in it.
@Suite("Head office's ruling in place of a signature")
struct RulingDutyTests {
    private func ruling(_ text: String = "同意结案", told: String? = nil) -> Deed {
        .ruling(.init(text: text, reference: "总服〔2026〕17号", told: told))
    }

    /// A comment-book case of a customer who left a contact, in hand with 王芳.
    private func bookCase() throws -> Life {
        var life = try Life(desk: SmallBranch.desk) {
            ($0.channel, $0.customer, $0.contact) = (.commentBook, "刘女士", "13812340000")
        }
        life = try life.after(.accept, by: Desk.complaints)
        return life
    }

    @Test("whoever is still to be told is told with it, whatever the end, also where it came to be about both managers")
    func told() throws {
        let aboutBoth = Deed.amend("about", to: "王芳、赵国强")
        let inBook = Deed.reply(.init(how: .book, text: "已在意见簿回复"))
        let untold: [(String, Life)] = [
            ("in hand", try bookCase()), ("answered in the book", try bookCase().after(inBook, by: Desk.complaints)),
            ("withdrawn", try bookCase().after(.withdraw(.init(reason: "不再要求", how: .other)), by: Desk.complaints)),
            (
                "out of remit",
                try Life(desk: SmallBranch.desk) { $0.contact = "13812340000" }.after([.accept, .notAccepted], by: Desk.complaints)
            ),
        ]
        for (name, life) in untold {
            var recused = try life.after(aboutBoth, by: Desk.complaints)
            // What was written into the book is answered there first, by whoever enters the ruling, since no manager may.
            if !recused.state.bookAnswersDue.isEmpty {
                #expect(recused.refusal(of: ruling(told: "已电话告知客户"), by: Desk.clerk) == .bookFirst(nil), "\(name)")
                // Nobody writes an answer to what they cannot read.
                #expect(mayRead(recused.state, in: Occasion(Actor(Desk.clerk), at: recused.now, under: recused.desk)), "\(name)")
                recused = try recused.after(.inBook, by: Desk.clerk)
            }
            #expect(recused.refusal(of: ruling(), by: Desk.clerk) == .missing("told"), "\(name)")
            #expect(recused.refusal(of: ruling(told: "已电话告知客户"), by: Desk.clerk) == nil, "\(name)")
        }
        // Another customer, whose case was merged in.
        var merged = try Life(desk: SmallBranch.desk).after([.accept, .notAtFault, .replied, aboutBoth], by: Desk.complaints)
        #expect(merged.refusal(of: ruling(), by: Desk.clerk) == nil)
        merged.state.customersToAnswer = ["0379-2611-009"]
        #expect(merged.refusal(of: ruling(), by: Desk.clerk) == .missing("told"))
    }

    @Test("what the customer was told gives no more than stands promised, or than head office says")
    func sum() throws {
        let life = try Life(about: "王芳、赵国强", desk: SmallBranch.desk)
        #expect(
            life.refusal(of: ruling(told: "我们将赔付您 8888888.88 元"), by: Desk.clerk) == Amount("8888888.88").map { .sumOutsideRuling($0) }
        )
        #expect(life.refusal(of: ruling("同意赔付 500 元", told: "将赔付您 600 元"), by: Desk.clerk) == Amount("600").map { .sumOutsideRuling($0) })
        #expect(life.refusal(of: ruling("同意赔付 500 元", told: "将赔付您 500 元"), by: Desk.clerk) == nil)
        #expect(life.refusal(of: ruling(told: "已电话告知客户"), by: Desk.clerk) == nil)
    }

    @Test(
        "what somebody outside waits for is sent by whoever entered the ruling, who reads the case for it, or another clerk who said nothing of whom it is about; no manager whom it is about"
    )
    func result() throws {
        var life = try Life(about: "王芳、赵国强", desk: Desk.rules(in: Desk.zone, staff: SmallBranch.staff + [Desk.colleague])) {
            ($0.channel, $0.sender, $0.due) = (.referred, "监管局", Desk.at("2026-12-10 17:00"))
        }
        life = try life.after(ruling(told: "已电话告知客户"), by: Desk.colleague)
        let sent = Deed.sendResult(.init(text: "总行已裁定"))
        func reads(_ member: StaffMember) -> Bool { mayRead(life.state, in: Occasion(Actor(member), at: life.now, under: life.desk)) }
        for member in [Desk.complaints, Desk.manager] { #expect(life.refusal(of: sent, by: member) != nil && !reads(member)) }
        #expect(reads(Desk.colleague))
        life = try life.after(sent, by: Desk.colleague)
        #expect(life.state.awaitingResult.isEmpty && !life.state.clocks.contains { $0.name == .outside && $0.ended == nil })
    }

    @Test("where all had a hand in it, it is entered by anybody but the one whose alone it is what stands")
    func alone() throws {
        let life = try Life(desk: SmallBranch.desk).after(.answered, by: Desk.clerk).after(.sentBack, by: Desk.manager)
            .after([.accept, .replied], by: Desk.complaints).after([.sentBack, .notAtFault, .replied], by: Desk.manager)
        #expect(life.refusal(of: .sign, by: Desk.manager) == .handledAlone)
        #expect(life.refusal(of: ruling(), by: Desk.manager) == .uninvolvedOnly)
        #expect(life.refusal(of: ruling(), by: Desk.complaints) == nil)
        #expect(life.refusal(of: ruling(), by: Desk.clerk) == nil)
        // Where nobody else is left, they do: else it could never end.
        var last = life
        last.state.recuse([Desk.clerk.number, Desk.complaints.number])
        #expect(last.refusal(of: ruling(), by: Desk.manager) == nil)
    }
}
