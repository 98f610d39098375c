extension ActKind { public static let liftRecusal = ActKind(RecusalLifted.self) }

/// It turned out that the case is about these members of staff too: a finding names them as responsible, or they came to the desk, or to the
/// name by which the case names them, after it was logged, or a case is about them to which this one is tied (1-domain, Recusal).
public struct Recused: WebEvent {
    public static let wireName = "recused"
    public static let actName = "recuse"
    public static let heading = Phrase(en: "recusal", zh: "须回避")
    public static let tone = Tone.warning

    /// Who is recused from now on.
    public var subjects: [StaffNumber]
    /// The words that say so, where they stand in another case of the web; nil where they stand here.
    public var namings: [String]?
    public var place: Int?

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        for words in namings ?? [] { state.name(words) }
        state.recuse(subjects, happened)
    }

    public var details: [Detail] {
        subjects.map { Detail("number", .staff($0), style: .bare) } + (namings ?? []).map { Detail("about", .text($0), style: .fine) }
    }
}

/// A manager whom the case is not about lifts a recusal: the words that named somebody meant another, or nobody here.
public struct RecusalLifted: Act, CaseEvent {
    public static let blank = RecusalLifted()
    public static let name = "lift-recusal"
    public static let label = Phrase(en: "Lift a recusal", zh: "解除回避")
    public static let rule = ActRule(Stage.everyStage, by: .managers) {
        $0.isWeighty = true
        $0.isForHistory = true
    }
    public static let fields: [Field<RecusalLifted>] = [
        .member("number", \.number, .label("Staff number", "工号")), .text("reason", \.reason, .bare, required: true),
        .line("reference", \.reference),
    ]
    public static let wireName = "recusal-lifted"
    public static let heading = Phrase(en: "recusal lifted", zh: "解除回避")
    public static let tone = Tone.warning

    /// On whom; nil only until it is filled in.
    public var number: StaffNumber?
    /// Why the case is not about them.
    public var reason = ""
    /// Under which reference head office agrees; due where it is the branch manager's own.
    public var reference: String?

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.intake.subjects.isEmpty { throw .nothingAsked(.liftRecusal) }
    }

    public func needsWeb(on state: Case) -> Bool { !state.absorbed.isEmpty }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        guard let number else { throw .missing("number") }
        guard state.isAbout(number) else { throw .notRecused(number) }
        // What was merged in goes on here, and whom it is about takes no part in it.
        let about = occasion.desk.tied.filter { state.members.contains($0.number.description) && $0.isAbout(number) }
        if let merged = about.first(where: \.isSigned) ?? about.first {
            let mayBeTold = !occasion.actor.persons.contains(where: merged.isAbout)
            throw .recusedWhereMerged(mayBeTold ? merged.number.description : nil, isSigned: merged.isSigned)
        }
        // Nobody in the branch is above the branch manager.
        if occasion.desk.wasEverHead(number), reference?.isNoReference ?? true {
            throw .ownRecusalReference
        }
        return [self]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.lift([number].compactMap { $0 })
    }
}

extension Case {
    /// The case without its ties to the cases of these numbers: what somebody is shown whom those are about. It looks as if it had never been tied to
    /// them, also in what it waits for and in its last event.
    ///
    /// - Parameter lastEvent: the last of the events that tell of no such tie.
    public func withoutTies(to numbers: Set<String>, lastEvent: Int64) -> Case {
        var shown = self
        shown.links.removeAll { numbers.contains($0.number) }
        shown.clocks.removeAll { $0.from.map(numbers.contains) == true }
        for place in shown.clocks.indices where shown.clocks[place].yieldedTo.map(numbers.contains) == true {
            shown.clocks[place].yieldedTo = nil
        }
        shown.customersToAnswer.removeAll(where: numbers.contains)
        shown.bookAnswersDue.removeAll(where: numbers.contains)
        shown.version = lastEvent
        if !shown.isRepeat {
            for place in shown.rectifications.indices { shown.rectifications[place].triggers.remove(.repeated) }
        }
        return shown
    }

    /// The same without any of its ties, as a row of a list looks at it.
    public func withoutLinks(lastEvent: Int64) -> Case {
        var shown = self
        shown.links = []
        shown.version = lastEvent
        for place in shown.rectifications.indices { shown.rectifications[place].triggers.remove(.repeated) }
        return shown
    }

    /// The numbers of the earlier cases of which it is a repeat.
    public var repeated: [String] { links.filter(\.tie.isRepeat).map(\.number) }

    /// Whether another case goes on in it: it came by no channel of its own, and is no new entry of the comment book.
    public var isContinuation: Bool { links.contains { $0.tie == .refusedAnswer || $0.tie == .reviewed } }

    /// Keeps words that say whom the case is about, so that whoever comes later is looked for in them.
    mutating func name(_ words: String) {
        if !words.isBlank, !namings.contains(words) { namings.append(words) }
    }

    /// Lifts the recusal of members of staff.
    mutating func lift(_ members: [StaffNumber]) {
        intake.subjects.removeAll(where: members.contains)
        liftedRecusals.formUnion(members)
    }

    /// Recuses members of staff: once recused, always recused on this case.
    ///
    /// - Parameter happened: what names them; nil for nobody's act.
    mutating func recuse(_ members: [StaffNumber], _ happened: Happened<any CaseEvent>? = nil) {
        let new = members.filter { !intake.subjects.contains($0) }
        intake.subjects += new
        if let happened { named(new, happened) }
        liftedRecusals.subtract(members)
    }

    /// Keeps who named members of staff as its subjects.
    mutating func named(_ members: [StaffNumber], _ happened: Happened<any CaseEvent>) {
        if members.isEmpty { return }
        for namer in [happened.by] + happened.passcodeGivenBy { namers[namer, default: []].formUnion(members) }
    }
}

extension StaffDirectory {
    /// Whom a case is about by the words in it that say so, and who is not recused yet; nil where nobody is new. Asked anew when a member is
    /// added, renamed, or changes role. On whom a recusal was lifted, the same words mean nobody.
    public func recusal(of state: Case) -> Recused? {
        let meant = Set(state.namings.flatMap(subjects(in:))).subtracting(state.intake.subjects).subtracting(state.liftedRecusals)
        return meant.isEmpty ? nil : Recused(subjects: meant.sorted())
    }
}
