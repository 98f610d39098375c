extension ActKind { public static let merge = ActKind(Merged.self) }

/// The case ends in another one that is open and not answered yet, is not itself, and that the actor may work on: its clocks go on there with
/// the earlier due moment of each, and so do its duties towards the comment book and the customer. Since an open case has not been merged, no
/// ring of cases that end in each other can arise.
public struct Merged: Act, CaseEvent {
    public static let blank = Merged()
    public static let name = "merge"
    public static let label = Phrase(en: "Merge", zh: "并案")
    public static let rule = ActRule(Stage.open, to: [.merged], by: .managers) { $0.isWeighty = true }
    public static let fields: [Field<Merged>] = [
        .line("into", \.into, .hint("e.g. 014, or 2611-014 of another month", "例如 014；其他月份写 2611-014"), required: true),
        .text("reason", \.reason, FieldWords(hint: Phrase(en: "needed if the customers differ", zh: "客户不同时必填"), style: .bare)),
    ]
    public static let wireName = "merged"
    public static let heading = Phrase(en: "merged", zh: "并案")

    /// The number of the other case.
    public var into = ""
    /// Why; nil where the customer is the same and nothing was said.
    public var reason: String?

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        // Its answer, and what it approves, would reach no case any more.
        if state.stage == .withHeadOffice { throw .mergeAwaitsHeadOffice }
    }

    public func otherNumber(on state: Case) -> String? { target(from: state)?.description ?? into }
    public func needsWeb(on state: Case) -> Bool { true }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        let other = try target(from: state, in: occasion)
        var merged = self
        merged.into = other.number.description
        if !state.isOfSameCustomer(as: other, in: occasion.desk.areaCode), reason?.isNothing ?? true {
            throw .mergeOfDifferentCustomers(merged.into)
        }
        // Promises add up: two cases do not come together to more than head office approved for either.
        let sum = state.promised + other.promised
        if sum > Amount.none, let approved = [state.ceiling, state.cap, other.ceiling, other.cap].compactMap({ $0 }).min(), sum > approved {
            throw .beyondApproval(sum, approved: approved)
        }
        // Whom the other one is about takes no part in this one either.
        return [merged] + (other.recusal(of: state, since: nil).map { [$0] } ?? []) + occasion.clock(.signature, on: state)
    }

    /// The number that `into` means.
    private func target(from state: Case) -> CaseNumber? { CaseNumber(written: into, beside: state.number) }

    private func target(from state: Case, in occasion: Occasion) throws(Refusal) -> Case {
        guard let wanted = target(from: state) else { throw .noSuchCase(into) }
        if wanted == state.number { throw .mergeIntoItself }
        guard let other = occasion.desk.other, other.number == wanted else { throw .noSuchCase(into) }
        if other.isAbout(occasion.actor.number) || !occasion.actor.regarding(other).isManager {
            throw .subjectOfOther(other.number.description)
        }
        if !other.stage.isOpen || other.stage == .toSign { throw .mergeIntoEnded(other.number.description, other.stage) }
        return other
    }

    /// What happens to the case into which this one was merged: the tie, and with it whom this one is about and what goes on there.
    public func consequence(for state: Case, of events: [any CaseEvent], in occasion: Occasion) throws(Refusal) -> Consequence? {
        guard let number = target(from: state), let other = occasion.desk.other, other.number == number else { return nil }
        var link = Linked(number: state.number.description, tie: .absorbed, subjects: state.intake.subjects)
        link.namings = state.namings.isEmpty ? nil : state.namings
        link.carried = Linked.Carried(of: state, into: other, in: occasion.desk.areaCode)
        return .happens(to: number, [link])
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.links.append(Linked(number: into, tie: .mergedInto))
        state.end(as: .merged, by: happened.by, at: happened.at, goingOn: true)
    }

    public var tiedNumbers: [String] { [into] }

    public var details: [Detail] {
        [
            Detail(FieldName("number", label: Linked.Tie.mergedInto.label), .text(into)),
            Detail("reason", reason.map { .text($0) }, style: .bare),
        ]
    }
}

/// A case that had been merged into this one goes on by itself again: its merging was sent back. What it brought is gone from here, but for
/// whom it is about, who took no part in this one and take none now.
public struct Parted: CaseEvent {
    public static let wireName = "parted"
    public static let actName = "part"
    public static let heading = Phrase(en: "merged case taken out again", zh: "撤销并案")

    /// The other case's number.
    public var number: String
    /// What was paid here of its promise, and stays promised here, where this one is signed and another customer's; nil for nothing.
    public var stays: Amount?

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        guard let place = state.links.lastIndex(where: { $0.tie == .absorbed && $0.number == number }) else { return }
        let carried = state.links.remove(at: place).carried
        state.promises.removeAll { $0.from == number }
        if let stays { state.promises.append(Promise(amount: stays, from: nil)) }
        guard let carried else { return }
        state.paid = state.paid - (carried.paid ?? Amount.none)
        state.paidBefore = state.paidBefore - (carried.paid ?? Amount.none)
        for number in [number] + (carried.members ?? []) { state.forgetCustomer(of: number) }
        // What is signed is locked: nothing runs there, nor is owed.
        if state.isSigned { return }
        state.bookAnswersDue.removeAll(where: carried.bookAnswersDue.contains)
        state.customersToAnswer.removeAll(where: carried.customersToAnswer.contains)
        state.owesAnswerToMerged = state.links.contains { $0.carried?.owesAnswer == true }
        (state.limits[number], state.spent[number]) = (nil, nil)
        state.extendedWith.remove(number)
        state.giveBack(clocksOf: number, at: happened.at)
    }

    public var tiedNumbers: [String] { [number] }
    public var details: [Detail] { [Detail("number", .text(number), style: .bare)] }
}

/// A case that had been merged into one that was merged on into this one goes on by itself again: what it brought as far as here is gone too.
public struct PartedFar: WebEvent {
    public static let wireName = "parted-far"
    public static let actName = "part-far"
    public static let heading = Phrase(en: "case merged in further back taken out again", zh: "撤销间接并案")

    /// The number of the case that goes on by itself.
    public var number: String
    /// The numbers of the cases that had been merged into it; nil for none.
    public var members: [String]?
    /// The number of the case, merged into this one, through which it had come here.
    public var through: String
    /// What still goes on here of that one.
    public var left: Linked.Carried
    /// What was paid here of its promise, and stays promised here, where this one is signed and another customer's; nil for nothing.
    public var stays: Amount?
    public var place: Int?

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        guard let link = state.links.lastIndex(where: { $0.tie == .absorbed && $0.number == through }),
            let carried = state.links[link].carried
        else { return }
        let gone = [number] + (members ?? [])
        state.links[link].carried = carried.without(gone, left)
        for number in gone { state.forgetCustomer(of: number) }
        if let place = state.promises.lastIndex(where: { $0.from == through }) {
            state.promises[place].amount = min(state.promises[place].amount, left.promised ?? Amount.none)
            if state.promises[place].amount == Amount.none { state.promises.remove(at: place) }
        }
        if let stays { state.promises.append(Promise(amount: stays, from: nil)) }
        let paid = (carried.paid ?? Amount.none) - (left.paid ?? Amount.none)
        state.paid = state.paid - paid
        state.paidBefore = state.paidBefore - paid
        if state.isSigned { return }
        state.bookAnswersDue.removeAll(where: gone.contains)
        state.customersToAnswer.removeAll(where: gone.contains)
        state.owesAnswerToMerged = state.links.contains { $0.carried?.owesAnswer == true }
        // Where head office has said since how much, what came before bounds nothing.
        if state.limits[through] != nil { state.limits[through] = left.cap }
        if state.spent[through] != nil { state.spent[through] = left.spent }
        state.giveBack(clocksOf: through, butFor: left.clocks, at: happened.at)
    }

    public var tiedNumbers: [String] { [number, through] + (members ?? []) }
    public var details: [Detail] { [Detail("number", .text(number), style: .bare)] }
}

extension Case {
    /// What a merging that is sent back takes away from the case into which it was merged, and from those in which that one ended in turn, one after
    /// the other: of one that is signed and locked, what was promised alone, but for what was paid of it there.
    func partings(in occasion: Occasion) -> (near: Parted, far: [(event: PartedFar, other: Case)]) {
        let own = number.description
        var near = Parted(number: own)
        guard stage == .merged, var child = occasion.desk.other, child.number.description == mergedInto else { return (near, []) }
        let members = child.absorbed.last { $0.number == own }?.carried?.members
        func happened(_ event: any CaseEvent) -> Happened<any CaseEvent> {
            Happened(event, at: occasion.now, by: occasion.actor.number)
        }
        let isLocked = endOfMergings(in: occasion.desk.tied)?.isSigned == true
        func staying(_ event: any CaseEvent, in other: Case) -> Amount? {
            var after = other
            event.change(&after, happened(event))
            return isLocked && after.paid > after.promised ? after.paid - after.promised : nil
        }
        near.stays = staying(near, in: child)
        // Also through one that was signed since: what went on from there had come from here.
        child.signer = nil
        near.change(&child, happened(near))
        var found: [(PartedFar, Case)] = []
        while child.stage == .merged, let into = child.mergedInto,
            var parent = occasion.desk.web.first(where: { $0.number.description == into }),
            !found.contains(where: { $0.1.number == parent.number })
        {
            var left = Linked.Carried(of: child, into: parent, in: occasion.desk.areaCode)
            let through = child.number.description
            left.clocks = child.goneOn ?? parent.absorbed.last { $0.number == through }?.carried?.clocks ?? []
            var event = PartedFar(number: own, members: members, through: through, left: left)
            event.stays = staying(event, in: parent)
            found.append((event, parent))
            parent.signer = nil
            event.change(&parent, happened(event))
            child = parent
        }
        return (near, found)
    }
}

extension Linked {
    /// What goes on in this case of the one that it is tied to.
    public struct Carried: Hashable, Codable, Sendable {
        /// The clocks that go on.
        public var clocks: [Clock] = []
        /// The numbers of the cases whose entry in the comment book is still to be answered.
        public var bookAnswersDue: [String] = []
        /// The numbers of the cases whose customers, being others, are still to be answered.
        public var customersToAnswer: [String] = []
        /// Whether the customer, being the same, is to be answered beside the book.
        public var owesAnswer: Bool?
        /// What was promised there and stands.
        public var promised: Amount?
        /// How much of that is for the customers of cases merged into it, who are others; nil for nothing.
        public var forOthers: Amount?
        /// What these were told to be given, by the numbers of their cases; nil for nothing.
        public var given: [String: Amount]?
        /// What was paid there.
        public var paid: Amount?
        /// The most that head office allowed there.
        public var cap: Amount?
        /// How much of its promise was paid elsewhere, and counts against every tier; nil for nothing.
        public var spent: Amount?
        /// When the matter of the customer, being the same, came first.
        public var received: Moment?
        /// Whether the customer, being the same, left a contact there.
        public var hasContact: Bool?
        /// Whether its customer, or that of a case merged into it, is another one.
        public var isOfOther: Bool?
        /// Whether an extension had been granted there.
        public var isExtended: Bool?
        /// The numbers of the cases that had been merged into it, near or far; nil for none.
        public var members: [String]?
        /// Its own number and those of `members` whose customers left a contact; nil for none.
        public var reachable: [String]?
        /// When it was tried in vain to reach its customer, and those of `members`, by their numbers; nil for never.
        public var attempts: [String: [Moment]]?
    }
}

extension Linked.Carried {
    /// What goes on of a case in the one into which it is merged.
    init(of state: Case, into other: Case, in area: AreaCode? = nil) {
        clocks = state.goingOn
        bookAnswersDue = state.bookAnswersDue
        customersToAnswer = state.customersToAnswer
        let (number, absorbed) = (state.number.description, state.absorbed)
        let isSame = state.isOfSameCustomer(as: other, in: area)
        if isSame {
            owesAnswer = state.owesAnswerBesideBook || state.owesAnswerToMerged ? true : nil
            hasContact = state.isReachable ? true : nil
            received = state.matterReceived
        } else if state.hasLeftContact, !customersToAnswer.contains(number) {
            customersToAnswer.append(number)
        }
        isOfOther = !isSame || absorbed.contains { $0.carried?.holdsOthers == true } ? true : nil
        isExtended = state.isExtended ? true : nil
        let all = absorbed.flatMap { [$0.number] + ($0.carried?.members ?? []) }
        members = all.isEmpty ? nil : all
        let reached = (state.hasLeftContact ? [number] : []) + absorbed.flatMap { $0.carried?.reachable ?? [] }
        reachable = reached.isEmpty ? nil : reached
        let tried = state.attemptsOfOthers.merging([number: state.failedAttempts]) { $1 }.filter { !$0.value.isEmpty }
        attempts = tried.isEmpty ? nil : tried
        takeMoney(of: state)
    }

    /// The same once some cases that had been merged in before go on by themselves, and this much is left.
    func without(_ numbers: [String], _ left: Linked.Carried) -> Linked.Carried {
        func stays(_ all: [String]?) -> [String]? {
            let rest = all?.filter { !numbers.contains($0) } ?? []
            return rest.isEmpty ? nil : rest
        }
        var carried = self
        carried.bookAnswersDue.removeAll(where: numbers.contains)
        carried.customersToAnswer.removeAll(where: numbers.contains)
        (carried.members, carried.reachable) = (stays(members), stays(reachable))
        if left.owesAnswer != true { carried.owesAnswer = nil }
        if left.hasContact != true { carried.hasContact = nil }
        carried.received = left.received
        if left.isOfOther != true { carried.isOfOther = nil }
        (carried.clocks, carried.promised, carried.paid) = (left.clocks, left.promised, left.paid)
        (carried.cap, carried.spent) = (left.cap, left.spent)
        (carried.forOthers, carried.given) = (left.forOthers, left.given)
        return carried
    }

    /// What goes on of a case in the one that follows it: what its customer was promised and paid, wherever their matter went, and what head office
    /// approved. What came with other customers' cases is none of it, but counts under what head office approved for all of them together; and what it
    /// approved for another customer's case, in which this one ended, approves nothing here.
    init(following state: Case, in desk: DeskRules) {
        let theirs = state.ofSameCustomer(in: desk.tied, desk.areaCode)
        let money = state.money(in: desk.tied, desk.areaCode)
        // What of it is for others stays promised to them, and counts against every tier.
        let forOthers = theirs.reduce(Amount.none) { $0 + $1.forOthers }
        let toOwn = money.promised - forOthers
        promised = toOwn > Amount.none ? toOwn : nil
        paid = money.paid > Amount.none ? min(money.paid, toOwn) : nil
        hasContact = state.isReachable ? true : nil
        // As far as it does not stand as promised and paid already, where the customer turned out to be the same after all.
        let more = state.paidElsewhere - (money.promised - state.promised)
        spent = more + forOthers > Amount.none ? more + forOthers : nil
        if let end = state.endOfMergings(in: desk.tied), state.endedAtOthers(in: desk.tied, area: desk.areaCode) {
            cap = (theirs + [end]).contains { $0.ceiling != nil || $0.cap != nil } ? Amount.none : nil
        } else {
            let ofOthers = state.promises.filter(\.isOfOther).reduce(Amount.none) { $0 + $1.amount }
            cap = theirs.flatMap { [$0.ceiling, $0.cap] }.compactMap { $0 }.min().map { $0 - ofOthers + (spent ?? .none) }
        }
    }

    private mutating func takeMoney(of state: Case) {
        promised = state.promised > Amount.none ? state.promised : nil
        let others = state.promised - state.promisedToOwn
        forOthers = others > Amount.none ? others : nil
        given = state.givenToOthers.isEmpty ? nil : state.givenToOthers
        paid = state.paid > Amount.none ? state.paid : nil
        // Where it goes on, what was spent is taken off once.
        cap = [state.ceiling, state.cap].compactMap { $0 }.min().map { $0 + state.paidElsewhere }
        spent = state.paidElsewhere > Amount.none ? state.paidElsewhere : nil
    }

    /// Whether a customer other than that of the case into which it was merged is to have an answer there.
    var holdsOthers: Bool { isOfOther == true || !customersToAnswer.isEmpty }
}

extension Case {
    /// Whether two cases are of one customer, as far as names and contacts tell.
    ///
    /// - Parameter area: the branch's own area code; nil where nobody knows it, and a number without one may be somebody else's.
    func isOfSameCustomer(as other: Case, in area: AreaCode? = nil) -> Bool {
        Likeness.ofCustomers(Likeness.Identity(of: intake, in: area), Likeness.Identity(of: other.intake)) != nil
    }

    /// Whether the customer left a contact at any time, here or in a case of theirs that goes on here: what was amended away was left all the same.
    var isReachable: Bool { hasLeftContact || links.contains { $0.carried?.hasContact == true } }

    /// When what the customer complains of was received: in this case, or earlier in one of theirs that was merged in.
    var matterReceived: Moment { absorbed.compactMap { $0.carried?.received }.reduce(intake.received, min) }

    /// Takes over what goes on here of another case.
    mutating func take(_ carried: Linked.Carried, from number: String, at moment: Moment) {
        for clock in carried.clocks { takeOver(clock, from: number, at: moment) }
        bookAnswersDue += carried.bookAnswersDue
        customersToAnswer += carried.customersToAnswer
        if carried.owesAnswer == true { owesAnswerToMerged = true }
        let isOfOther = carried.isOfOther == true
        if let promised = carried.promised { promises.append(Promise(amount: promised, from: number, isOfOther: isOfOther)) }
        for (number, moments) in carried.attempts ?? [:] { attemptsOfOthers[number] = moments }
        for (number, given) in carried.given ?? [:] { take(given: given, toCustomerOf: number) }
        paid = paid + (carried.paid ?? Amount.none)
        paidBefore = paidBefore + (carried.paid ?? Amount.none)
        limits[number] = carried.cap
        spent[number] = carried.spent
    }

    /// The numbers of the cases that were merged into it, near or far.
    var members: Set<String> { Set(absorbed.flatMap { [$0.number] + ($0.carried?.members ?? []) }) }

    /// The ties to the cases that were merged in.
    var absorbed: [Linked] { links.filter { $0.tie == .absorbed } }

    /// The number of a case that was merged in and whose customer is another one: they are to have their answer here, whatever this customer wants.
    var otherCustomersCase: String? { absorbed.first { $0.carried?.holdsOthers == true }?.number }

    /// The last case into which this one was merged.
    public var mergedInto: String? { links.last { $0.tie == .mergedInto }?.number }
}

extension Field {
    /// Whose customer it was, where a case was merged in and its customer is another one.
    static func mergedCase(_ path: Path<String?>) -> Field {
        .line(
            "number",
            path,
            FieldWords(
                label: Phrase(en: "Merged case", zh: "并入投诉编号"),
                hint: Phrase(en: "needed where its customer is another", zh: "客户不同时必填")
            )
        )
    }
}
