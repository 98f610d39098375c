import Testing

@testable import ComplaintRules

@Suite("Who may read a case")
struct ReadScopeTests {
    private func reads(_ member: StaffMember, _ life: Life) -> Bool { ReadScope(for: Actor(member)).includes(life.state) }

    @Test("a clerk reads their own and what nobody has in hand")
    func clerk() throws {
        #expect(try reads(Desk.clerk, Life()))
        #expect(try reads(Desk.colleague, Life()))
        for life in [try Life().after(.handed(to: Desk.complaints), by: Desk.clerk), try Life.inHand(), try Life.toSign()] {
            #expect(reads(Desk.clerk, life))
            #expect(!reads(Desk.colleague, life))
        }
        #expect(try !reads(Desk.clerk, Life(historyAbout: "")))
    }

    @Test("managers read all, the auditor too; who has left reads nothing")
    func others() throws {
        for life in [try Life(), try Life.inHand(), try Life.toSign(), try Life(historyAbout: "")] {
            for member in [Desk.complaints, Desk.secondComplaints, Desk.manager, Desk.auditor] { #expect(reads(member, life)) }
            #expect(!reads(Desk.formerClerk, life))
            #expect(!reads(Desk.formerManager, life))
        }
    }

    @Test("whoever the case is about reads no further")
    func subjects() throws {
        #expect(try !reads(Desk.clerk, Life(about: "李敏")))
        #expect(try !reads(Desk.complaints, Life(about: "王芳")))
        #expect(try !reads(Desk.manager, Life(about: "赵国强")))
        #expect(try reads(Desk.manager, Life(about: "王芳")))
        // The auditor reads all but that: no role is above it.
        #expect(try !reads(Desk.auditor, Life(about: "审计\(Desk.auditor.name)")))
        #expect(try reads(Desk.auditor, Life(about: "王芳")))
    }

    @Test("a stand-in reads what the absent manager may, but nothing about themselves")
    func standIn() throws {
        let scope = ReadScope(for: Actor(Desk.colleague, standingInFor: Desk.manager))
        #expect(scope.includes(try Life.inHand().state))
        #expect(!scope.includes(try Life.inHand(about: "Mary Hall").state))
    }
}
