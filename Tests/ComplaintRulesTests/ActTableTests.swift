import DeskTestSupport
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
    static let heads: [Person] = [.managerOwn, .managerOther]
    static let subjectManagers: [Person] = [
        .subjectComplaintsOwn, .subjectComplaintsOther, .subjectManagerOwn, .subjectManagerOther,
    ]

    /// A point is a refusal, `same` leaves the stage as it is, and a stage's code is where the act leads.
    static let rows: [(act: ActKind, who: [Person], results: String)] = [
        //  logged handed-over in-hand with-head-office to-sign,answered to-sign,replied closed withdrawn not-accepted merged signed history
        (.answer, [.clerkOwn, .complaintsOwn, .managerOwn], "to-sign · · · · · · · · · · ·"),

        // Whoever the case is about hands it over while they hold it, and takes it from nobody.
        (
            .handOver, [.clerkOwn, .clerkOther, .subjectClerkOwn, .subjectComplaintsOwn, .subjectManagerOwn],
            "handed-over · · · · · · · · · · ·"
        ),
        (.handOver, managers, "handed-over · handed-over · · · · · · · · ·"),

        (.acknowledge, heads, "same same same same · · · · · · · ·"),

        (.accept, [.complaintsOwn, .complaintsOther], "in-hand · · · · · · · · · · ·"),
        (.accept, [.receiver, .managerOwn, .managerOther], "in-hand in-hand · · · · · · · · · ·"),

        (.note, [.clerkOwn] + managers, "same same same same same same · · · · · ·"),
        (.contact, [.clerkOwn] + managers, "same same same same same same · · · · · ·"),
        (.agreeTime, [.clerkOwn] + managers, "same same same same same same · · · · · ·"),
        (.interimAnswer, [.clerkOwn] + managers, "same same same same same same · · · · · ·"),
        (.attach, [.clerkOwn] + managers, "same same same same same same · · · · · ·"),
        (.chase, managers, "same same same same same same · · · · · ·"),

        (.tellPerson, managers, "· · same same · · · · · · · ·"),

        // What the customer or head office has to hear, they have to hear whatever became of the case.
        (.tell, [.clerkOwn] + managers, "same same same same same same same same same same same ·"),

        (.finding, managers, "· · same same same same · · · · · ·"),

        (.reply, managers, "· · to-sign · · · · · · · · ·"),

        (.answerInBook, managers, "same same same same same same · same same · · ·"),

        (.askExtension, managers, "same same same same same same · · · · · ·"),
        (.grantExtension, heads, "same same same same same same · · · · · ·"),
        (.decline, heads, "same same same same same same · · · · · ·"),

        (.askEscalation, managers, "· · same · · · · · · · · ·"),
        (.confirmEscalation, heads, "· · with-head-office · · · · · · · · ·"),
        (.headOfficeNote, managers, "· · · same · · · · · · · ·"),
        (.headOfficeAnswer, managers, "· · · in-hand · · · · · · · ·"),

        (.outsideDate, managers, "same same same same same same same same same same same ·"),
        (.sendResult, managers, "same same same same same same same same same same same ·"),

        (.sign, heads, "· · · · closed closed · same same same · ·"),

        // 陈立, the receiver, handled what waits for its signature, or ended it, and so is not uninvolved there.
        // 王芳 took no part: a manager enters it, and no clerk.
        (.ruling, [.complaintsOwn, .complaintsOther], "· · · · closed closed · same same same · ·"),

        (.sendBack, heads, "· · · · logged in-hand · logged logged logged · ·"),

        (.refuseAnswer, [.clerkOwn] + managers, "· · · · logged in-hand same · · · · ·"),

        // 陈立 took the steps that led there.
        (.takeBack, [.receiver], "· logged handed-over · · · · · · · · ·"),

        (.askReview, managers, "· · · · · · same · · · · ·"),
        (.reviewDecision, managers, "· · · · · · same · same · · ·"),

        (.withdraw, [.clerkOwn], "withdrawn · · · · · · · · · · ·"),
        (.withdraw, managers, "withdrawn withdrawn withdrawn withdrawn withdrawn withdrawn · · · · · ·"),

        (.notAccept, managers, "not-accepted not-accepted not-accepted not-accepted not-accepted not-accepted · · · · · ·"),

        // Once head office has answered.
        (.merge, managers, "merged merged merged · merged merged · · · · · ·"),

        (.amend, [.clerkOwn] + managers, "same same same same same same · same same same · ·"),

        (.callBack, managers, "· · · · · · same · · · · ·"),
        (.spotCheck, managers, "· · · · · · same · · · · ·"),
        // A dispute goes on whatever became of the case.
        (.mediate, managers, "same same same same same same same same same same same ·"),
        (.delayNote, managers, "· · · · · · same · · · · ·"),

        (.rectify, managers, "same same same same same same same · · · · ·"),
        // What was to be put right is checked whatever became of the case, or it would stay on its list for ever.
        (.verifyRectification, managers, "same same same same same same same same same same same ·"),
        (.cancelRectification, managers, "same same same same same same · · · · · ·"),

        (.liftRecusal, managers, "same same same same same same · same same same · same"),

        (
            .statement, [.clerkOwn, .clerkOther, .subjectClerkOwn, .subjectClerkOther] + managers + subjectManagers,
            "same same same same same same same same same same same ·"
        ),

        (.addendum, managers, "· · · · · · same · · · same same"),

        (.hold, heads, "· · · · · · same · · · same same"),
        (.release, heads, "· · · · · · same same same same same same"),
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

    /// The case in the stage of `column`, with all that `kind` presupposes. 陈立 is to receive it, has it, and handles it, so that nobody
    /// else of the table is a handler.
    private func state(_ column: String, for person: Person, ready kind: ActKind) throws -> Case {
        let isOwn = person.rawValue.hasSuffix("Own")
        let isSubject = person.rawValue.hasPrefix("subject")
        let taker = isOwn ? actor(person) : Desk.colleague
        let about = isSubject ? actor(person).name : ""
        let handler = Desk.secondComplaints.number
        var state = try column == "history" ? Life(historyAbout: about).state : Life(takenBy: taker, about: about).state
        for event in events(to: column) + wanted(by: kind) {
            state = try #require(evolve(state, Happened(event, at: now, by: handler)))
        }
        switch kind {
        case .answerInBook:
            state.intake.channel = .commentBook
            state.bookAnswersDue = [state.number.description]
        // Nobody in the branch may sign a case about its only branch manager.
        case .ruling: state.intake.subjects.append(Desk.manager.number)
        case .liftRecusal: state.recuse([Desk.colleague.number])
        case .delayNote:
            var late = Clock(.reply, started: now.adding(seconds: -200), due: now.adding(seconds: -100))
            late.ended = now
            state.clocks.append(late)
        default: break
        }
        #expect(column == "history" || column == state.stage.rawValue || column.hasPrefix("\(state.stage.rawValue),"), "\(column)")
        return state
    }

    /// What happened until the case came to the stage of `column`.
    private func events(to column: String) -> [any CaseEvent] {
        let finding = Deed.finding(.none, explanation: "已耐心解释")
        let inHand: [any CaseEvent] = [HandOver(to: Desk.secondComplaints.number), Acceptance()]
        return switch column {
        case "handed-over": [HandOver(to: Desk.secondComplaints.number)]
        case "in-hand": inHand
        case "with-head-office": inHand + [Escalation(why: .authority, reason: "x"), Dossier(number: "0379-2611-D001")]
        case "to-sign, answered": [Answer(text: "x"), finding]
        case "to-sign, replied": inHand + [finding, Reply(how: .phone, text: "x")]
        case "closed": [Answer(text: "x"), finding, SignOff()]
        case "withdrawn": [Withdrawal(reason: "x")]
        case "not-accepted": [NotAccepted(reason: "x")]
        case "merged": [Merged(into: Desk.otherNumber.description)]
        case "withdrawn, signed": [Withdrawal(reason: "x"), SignOff()]
        default: []
        }
    }

    /// What has to have happened for `kind` to have something to do.
    private func wanted(by kind: ActKind) -> [any CaseEvent] {
        let outside = Clock(.outside, started: now.adding(seconds: -200), due: now.adding(seconds: -100), setBy: "x")
        return switch kind {
        case .grantExtension, .decline: [ExtensionRequest(reason: "x")]
        case .confirmEscalation: [Escalation(why: .authority, reason: "x")]
        case .chase, .sendResult: [OutsideDate(due: outside.due, by: "x"), ClockStarted(clock: outside)]
        case .verifyRectification, .cancelRectification: [Rectification(item: 1, what: "x", owner: "x", due: Day(ordinal: 20_800))]
        case .release: [Hold(reason: "x")]
        case .finding: [Note(text: "x")]
        case .reviewDecision: [ReviewRequest(text: "x")]
        default: []
        }
    }

    /// The act with nothing wrong in its fields.
    private func act(_ kind: ActKind, by member: StaffMember) -> Deed {
        // A hand-over goes to somebody else, who is not the one that the case is about.
        kind == .handOver && member == Desk.complaints ? .handed(to: Desk.manager) : .sample(kind)
    }

    /// What `kind` does to `state`, in the words of the table.
    private func result(of kind: ActKind, on state: Case, by member: StaffMember) throws -> String {
        let events: [any CaseEvent]
        do throws(Refusal) {
            events = try decide(act(kind, by: member).act, on: state, in: Occasion(Actor(member), at: now, under: Desk.rulesWithOther))
        } catch {
            return "·"
        }
        var next = state
        for event in events { next = try #require(evolve(next, Happened(event, at: now, by: member.number))) }
        return next.stage == state.stage ? "same" : next.stage.rawValue
    }

    @Test("an unknown field is answered with the act's own labels, as its description has them, none by its code")
    func unknownField() throws {
        for kind in ActKind.allCases {
            do throws(Refusal) {
                _ = try kind.act(["noSuchField": "x"], at: Desk.at("2026-11-20 10:00"), under: Desk.rules)
                Issue.record("\(kind) took it")
            } catch {
                guard case .unknownField("noSuchField", let known) = error else {
                    Issue.record("\(kind): \(error)")
                    continue
                }
                #expect(known.map(\.label) == kind.fields.map(\.label), "\(kind)")
                for field in kind.fields {
                    let named = "\(field.label.chinese)（\(field.name.jsonKey)）"
                    #expect(error.sentence.chinese.contains(named), "\(kind)")
                    #expect(field.label.chinese != field.name.text, "\(kind) \(field.name)")
                }
            }
        }
    }

    @Test("each act, in each stage, by each person, as the table says", arguments: ActKind.allCases)
    func table(kind: ActKind) throws {
        var faults: [String] = []
        for person in Person.allCases {
            let row = ActTableTests.rows.first { $0.act == kind && $0.who.contains(person) }
            let expected = row?.results.split(separator: " ").map(String.init) ?? Array(repeating: "·", count: 12)
            try #require(expected.count == ActTableTests.columns.count)
            for (column, result) in zip(ActTableTests.columns, expected) {
                let state = try state(column, for: person, ready: kind)
                let found = try self.result(of: kind, on: state, by: actor(person))
                if found != result { faults.append("\(kind.rawValue) by \(person) in \(column): \(found), not \(result)") }
                let answers = possibilities(on: state, in: Occasion(Actor(actor(person)), at: now, under: Desk.rulesWithOther))
                let isPossible = answers.contains { $0.act == kind && $0.whyNot == nil }
                if isPossible != (result != "·") { faults.append("\(kind.rawValue) by \(person) in \(column): possible \(isPossible)") }
            }
        }
        #expect(faults == [])
    }

    @Test("every act has its rows, and no person stands in two of them")
    func wholeness() {
        #expect(Set(ActTableTests.rows.map(\.act)) == Set(ActKind.allCases))
        for kind in ActKind.allCases {
            let people = ActTableTests.rows.filter { $0.act == kind }.flatMap(\.who)
            #expect(Set(people).count == people.count)
        }
    }
}
