import Testing

@testable import ComplaintRules

/// The drawing of the life of a case and the table of roles (1-domain), written out once more by hand: what each act does in each stage,
/// by each person. A person who does not stand in an act's rows may not do it in any stage.
@Suite("The table of acts")
struct ActTableTests {
    /// Who acts on whose case.
    enum Person: String, CaseIterable {
        case clerkOwn, clerkOther, complaintsOwn, complaintsOther, receiver, managerOwn, managerOther, auditor
        case subjectClerkOwn, subjectClerkOther, subjectComplaintsOwn, subjectComplaintsOther, subjectManagerOwn, subjectManagerOther
    }

    /// The stages, those in which it matters how the case came there twice.
    static let columns = [
        "logged", "handed-over", "in-hand", "with-head-office", "to-sign, answered", "to-sign, replied", "closed", "withdrawn",
        "not-accepted",
        "merged", "withdrawn, signed", "history",
    ]

    static let managers: [Person] = [.complaintsOwn, .complaintsOther, .receiver, .managerOwn, .managerOther]

    /// A point is a refusal, `same` leaves the stage as it is, and a stage's code is where the act leads.
    static let rows: [(act: ActKind, who: [Person], results: String)] = [
        //  logged handed-over in-hand with-head-office to-sign,answered to-sign,replied closed withdrawn not-accepted merged signed history
        (.answer, [.clerkOwn, .complaintsOwn, .managerOwn], "to-sign · · · · · · · · · · ·"),

        (.handOver, [.clerkOwn, .clerkOther, .subjectClerkOwn, .subjectClerkOther], "handed-over · · · · · · · · · · ·"),
        (.handOver, managers, "handed-over · handed-over · · · · · · · · ·"),
        (
            .handOver, [.subjectComplaintsOwn, .subjectComplaintsOther, .subjectManagerOwn, .subjectManagerOther],
            "handed-over · handed-over · · · · · · · · ·"
        ),

        (.accept, [.complaintsOwn, .complaintsOther], "in-hand · · · · · · · · · · ·"),
        (.accept, [.receiver, .managerOwn, .managerOther], "in-hand in-hand · · · · · · · · · ·"),

        (.note, [.clerkOwn], "same same same same same same · · · · · ·"),
        (.note, managers, "same same same same same same · · · · · ·"),

        (.finding, managers, "· · same same same · · · · · · ·"),

        (.reply, managers, "· · to-sign · · · · · · · · ·"),

        (.sign, [.managerOwn, .managerOther], "· · · · closed closed · same same same · ·"),

        (.sendBack, [.managerOwn, .managerOther], "· · · · logged in-hand · · · · · ·"),

        (.withdraw, [.clerkOwn], "withdrawn · · · · · · · · · · ·"),
        (.withdraw, managers, "withdrawn withdrawn withdrawn withdrawn withdrawn withdrawn · · · · · ·"),

        (.notAccept, managers, "not-accepted not-accepted not-accepted not-accepted not-accepted not-accepted · · · · · ·"),

        (.amend, [.clerkOwn], "same same same same same same · same same same · ·"),
        (.amend, managers, "same same same same same same · same same same · ·"),

        (.addendum, managers, "· · · · · · same · · · same same"),
    ]

    private let now = Desk.at("2026-11-20 12:00")

    private func actor(_ person: Person) -> StaffMember {
        switch person {
        case .clerkOwn, .clerkOther, .subjectClerkOwn, .subjectClerkOther: Desk.clerk
        case .complaintsOwn, .complaintsOther, .subjectComplaintsOwn, .subjectComplaintsOther: Desk.complaints
        case .receiver: Desk.secondComplaints
        case .managerOwn, .managerOther, .subjectManagerOwn, .subjectManagerOther: Desk.manager
        case .auditor: Desk.auditor
        }
    }

    /// The case in the stage of `column`. 陈立 is to receive it, has it, and handles it, so that nobody else of the table is a handler.
    private func state(_ column: String, for person: Person) throws -> Case {
        let isOwn = person.rawValue.hasSuffix("Own")
        let isSubject = person.rawValue.hasPrefix("subject")
        let taker = isOwn ? actor(person) : Desk.colleague
        if column == "history" { return try Life(historyAbout: isSubject ? actor(person).name : "").state }
        var state = try Life(takenBy: taker, about: isSubject ? actor(person).name : "").state
        let handler = Desk.secondComplaints.number
        guard case .finding(let finding) = Act.atFault else { preconditionFailure("not a finding") }
        let events: [CaseEvent]
        switch column {
        case "handed-over": events = [.handedOver(.init(to: handler))]
        case "in-hand", "with-head-office": events = [.accepted(.init())]
        case "to-sign, answered": events = [.answered(.init(text: "x")), .found(finding)]
        case "to-sign, replied": events = [.accepted(.init()), .found(finding), .replied(.init(how: .phone, text: "x"))]
        case "closed": events = [.answered(.init(text: "x")), .found(finding), .signed(.init())]
        case "withdrawn", "merged": events = [.withdrawn(.init(reason: "x"))]
        case "not-accepted": events = [.notAccepted(.init(reason: "x"))]
        case "withdrawn, signed": events = [.withdrawn(.init(reason: "x")), .signed(.init())]
        default: events = []
        }
        for event in events { state = try #require(evolve(state, Happened(event, at: now, by: handler))) }
        // No act of this desk leads there yet.
        if column == "with-head-office" { state.stage = .withHeadOffice }
        if column == "merged" { state.stage = .merged }
        #expect(column == state.stage.rawValue || column.hasPrefix("\(state.stage.rawValue),"), "\(column)")
        return state
    }

    /// The act with nothing wrong in its fields.
    private func act(_ kind: ActKind, on state: Case, by member: StaffMember) -> Act {
        switch kind {
        case .answer: .answered
        // To somebody else, who is not the one that the case is about.
        case .handOver: .handed(to: member == Desk.complaints ? Desk.manager : Desk.complaints)
        case .accept: .accept
        case .note: .noted
        case .finding: .notAtFault
        case .reply: .replied
        case .sign: .sign
        case .sendBack: .sentBack
        case .withdraw: .withdrawn
        case .notAccept: .notAccepted
        case .amend: .amended
        case .addendum: .added
        }
    }

    /// What `kind` does to `state`, in the words of the table.
    private func result(of kind: ActKind, on state: Case, by member: StaffMember) throws -> String {
        let events: [CaseEvent]
        do throws(Refusal) {
            events = try decide(act(kind, on: state, by: member), on: state, by: Actor(member), at: now, under: Desk.rules)
        } catch {
            return "·"
        }
        var next = state
        for event in events { next = try #require(evolve(next, Happened(event, at: now, by: member.number))) }
        return next.stage == state.stage ? "same" : next.stage.rawValue
    }

    @Test("each act, in each stage, by each person, as the table says", arguments: ActKind.allCases)
    func table(kind: ActKind) throws {
        var faults: [String] = []
        for person in Person.allCases {
            let row = ActTableTests.rows.first { $0.act == kind && $0.who.contains(person) }
            let expected = row?.results.split(separator: " ").map(String.init) ?? Array(repeating: "·", count: 12)
            try #require(expected.count == ActTableTests.columns.count)
            for (column, result) in zip(ActTableTests.columns, expected) {
                let state = try state(column, for: person)
                let found = try self.result(of: kind, on: state, by: actor(person))
                if found != result { faults.append("\(kind.rawValue) by \(person) in \(column): \(found), not \(result)") }
                let isPossible = possibilities(on: state, by: Actor(actor(person))).contains { $0.act == kind && $0.whyNot == nil }
                if isPossible != (result != "·") { faults.append("\(kind.rawValue) by \(person) in \(column): possible \(isPossible)") }
            }
        }
        #expect(faults == [])
    }

    @Test("every act has its rows, and no person stands in two of them")
    func wholeness() {
        #expect(Set(ActTableTests.rows.map(\.act)).count == 12)
        #expect(ActKind.allCases.count == 12)
        for kind in ActKind.allCases {
            let people = ActTableTests.rows.filter { $0.act == kind }.flatMap(\.who)
            #expect(Set(people).count == people.count)
        }
    }
}
