import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("A new name is nobody else's")
struct RenameTests {
    private func renamed(_ name: String, recusing recusals: NewRecusals = NewRecusals()) throws(Refusal) -> DeskEvent {
        let occasion = Occasion(Actor(Desk.manager), at: Desk.now, under: Desk.rules)
        return try decideStaffEdit(.name(name), of: Desk.complaints.number, holding: OpenCases(), recusing: recusals, in: occasion)
    }

    @Test(
        "nobody is given the name or the number of another member, in whatever spelling, also of one who has left",
        arguments: [
            ("赵国强", "1008"), ("赵　国强", "1008"), ("1008", "1008"), ("工号1008", "1008"), ("Mary Hall", "1004"), ("hall, MARY", "1004"),
            ("Ｍary Hall", "1004"), ("吴刚", "1002"), ("李敏 Min Li", "1003"),
        ]
    )
    func taken(name: String, of number: String) {
        #expect(throws: Refusal.nameTaken(Desk.number(number))) { try renamed(name) }
    }

    @Test("nor does anybody come with one", arguments: [("1021", "赵　国强"), ("1021", "Hall, Mary"), ("01008", "周明"), ("1021", "工号 1008")])
    func added(number: String, name: String) {
        let occasion = Occasion(Actor(Desk.manager), at: Desk.now, under: Desk.rules)
        let member = StaffMember(number: Desk.number(number), name: name, role: .counter)
        let other = Desk.number(name == "Hall, Mary" ? "1004" : "1008")
        let refusal = number == "01008" ? Refusal.staffNumberTaken(other) : .nameTaken(other)
        #expect(throws: refusal) { try decideAdding(member, publicKey: "", in: occasion) }
    }

    @Test("a name that only has another one in it is taken", arguments: ["李敏敏", "王芳（大）", "Mary Hallam", "Mary Ann Hall"])
    func free(name: String) throws { _ = try renamed(name) }

    @Test("a name by which its bearer would be recused on a case about whoever enters it is entered by somebody else")
    func recused() throws {
        var recusals = NewRecusals()
        recusals.inHand = 2
        _ = try renamed("大堂组", recusing: recusals)
        recusals.aboutDoer = 1
        #expect(throws: Refusal.renamedByAnother(Desk.complaints.number)) { try renamed("大堂组", recusing: recusals) }
    }

    @Test("of the cases that it recuses from, those count that are not signed: about whoever enters it, and in the bearer's hands")
    func counted() throws {
        func counts(_ lives: [Life], by doer: StaffMember = Desk.manager) -> [Int] {
            let recusals = NewRecusals(of: lives.map(\.state), of: Desk.complaints.number, by: Actor(doer))
            return [recusals.aboutDoer, recusals.inHand]
        }
        let about = try Life.inHand(about: "赵国强、大堂组")
        #expect(counts([about]) == [1, 1])
        #expect(counts([about], by: Desk.secondComplaints) == [0, 1])
        #expect(counts([try Life(about: "赵国强、大堂组")]) == [1, 0])
        #expect(counts([try Life().after(.handed(to: Desk.complaints), by: Desk.clerk)]) == [0, 1])
        #expect(counts([try Life.repliedTo()]) == [0, 1])
        #expect(counts([try Life.repliedTo().after(.sign, by: Desk.manager), try Life(historyAbout: "赵国强、大堂组")]) == [0, 0])
    }
}
