// Cases that were merged into each other, or went on in each other, are one web: whom one of them is about takes no part in any of them, and what is
// put right in one reaches the others (1-domain, Recusal; The drawing).
extension Case {
    /// The numbers of the cases that are tied to this one itself, by merging or by going on.
    public var ties: [String] { links.filter { $0.tie != .repeated }.map(\.number) + followers }

    /// All cases that are tied to these, near or far, without themselves, in the order in which they are come upon.
    ///
    /// - Parameter read: the case of a number; nil where there is none.
    public static func web<Failure: Error>(
        around states: [Case],
        _ read: (String) throws(Failure) -> Case?
    ) throws(Failure) -> [Case] {
        var known = Set(states.map(\.number.description))
        var (waiting, found): ([String], [Case]) = (states.flatMap(\.ties), [])
        while !waiting.isEmpty {
            let number = waiting.removeFirst()
            guard known.insert(number).inserted, let next = try read(number) else { continue }
            found.append(next)
            waiting += next.ties
        }
        return found
    }

    /// The cases of the web that are of this one's customer, itself first: whoever is the same by name or contact now, near or far; those in which a
    /// matter of theirs went on or had come up; and of an erased one, whose customer nobody knows any more, what was known when it was merged.
    func ofSameCustomer(in web: [Case], _ area: AreaCode?) -> [Case] {
        var (found, rest) = ([self], web.filter { $0.number != number })
        while let place = rest.firstIndex(where: { next in
            isOfSameCustomer(as: next, in: area) || found.contains { $0.isOneMatter(with: next, area) }
        }) {
            let next = rest[place]
            found.append(next)
            rest.removeAll { $0.number == next.number }
        }
        return found
    }

    /// Whether two cases that are tied to each other are of one customer.
    private func isOneMatter(with other: Case, _ area: AreaCode?) -> Bool {
        if follows(other) || other.follows(self) { return true }
        guard let tie = merging(of: other) ?? other.merging(of: self) else { return false }
        return isErased || other.isErased ? tie.carried?.holdsOthers != true : isOfSameCustomer(as: other, in: area)
    }

    /// Whether it begins because of another one, which goes on in it.
    func follows(_ other: Case) -> Bool {
        other.followers.contains(number.description) || links.contains { $0.tie.follows && $0.number == other.number.description }
    }

    private func merging(of other: Case) -> Linked? { absorbed.last { $0.number == other.number.description } }

    /// Whether it was merged, and the case in which it ended is now known to be another customer's, whosever those between were.
    func endedAtOthers(in web: [Case], area: AreaCode?) -> Bool {
        guard stage == .merged, let end = endOfMergings(in: web) else { return false }
        return !isOfSameCustomer(as: end, in: area)
    }

    /// The case in which a matter of the customer goes on, as long as that is not signed, wherever in the web it stands, or in which it ended where it
    /// was merged: one customer's one matter is open once.
    func goesOn(in desk: DeskRules) -> Case? {
        let ends = ofSameCustomer(in: desk.tied, desk.areaCode).map { $0.endOfMergings(in: [self] + desk.tied) ?? $0 }
        let unsigned = ends.filter { !$0.isSigned && !$0.isHistory && $0.number != number }
        return unsigned.first(where: \.stage.isOpen) ?? unsigned.first
    }

    /// The last case in which the customer had an answer since this one; itself where all that followed ended without. Nil where that is not known.
    func lastAnswered(in desk: DeskRules) -> Case? {
        var (answered, last, known) = (self, self, [number])
        while let number = last.goesOnIn ?? (last.stage == .merged && last.number != self.number ? last.mergedInto : nil) {
            guard let next = desk.tied.first(where: { $0.number.description == number }) else { return nil }
            // What it was merged into is another customer's: whoever it is about speaks in their own.
            if last.goesOnIn == nil, last.endedAtOthers(in: desk.tied, area: desk.areaCode) { break }
            if known.contains(next.number) { break }
            known.append(next.number)
            last = next
            if last.endOfMergings(in: desk.tied) == nil { return nil }
            let isMerged = last.stage == .merged
            let isAnswered = isMerged ? last.endedAtOthers(in: desk.tied, area: desk.areaCode) : !Stage.endsOfTheirOwn.contains(last.stage)
            if isAnswered { answered = last }
        }
        return answered
    }

    /// The case in which this one, where it was merged, ended, through others that were merged in turn, else this one itself; nil where it is not
    /// known.
    func endOfMergings(in web: [Case]) -> Case? {
        var (last, known): (Case?, [CaseNumber]) = (self, [])
        while let next = last, next.stage == .merged, !known.contains(next.number) {
            known.append(next.number)
            last = web.first { $0.number.description == next.mergedInto }
        }
        return last
    }

    /// The case in which the customer of this one was answered, where it was merged into another customer's; nil where it was not merged. What they say
    /// afterwards belongs here once both are signed.
    ///
    /// - Parameter act: what they want.
    /// - Throws: `Refusal.mergedUnsigned`; `.mergedOfSameCustomer`, since that one has it; `.goesOnIn` and `.awaitsSignature` while that is not signed;
    ///   `.noSuchCase` where it is not known.
    func answeredElsewhere(_ act: ActKind, in desk: DeskRules) throws(Refusal) -> Case? {
        guard stage == .merged else { return nil }
        let into = mergedInto ?? number.description
        if !isSigned { throw .mergedUnsigned(act, into) }
        guard let end = endOfMergings(in: desk.tied) else { throw .noSuchCase(into) }
        if isOfSameCustomer(as: end, in: desk.areaCode) { throw .mergedOfSameCustomer(act, end.number.description) }
        if !end.isSigned { throw end.stage.isOpen ? .goesOnIn(end.number.description) : .awaitsSignature(end.number.description) }
        return end
    }

    /// What makes another case of the web be about those whom this one is about since `before`; nil where nobody and no words are new there. A
    /// merging names nobody anew on whom a recusal was lifted there.
    func recusal(of other: Case, since before: Case?) -> Recused? {
        var members = Set(intake.subjects).subtracting(before?.intake.subjects ?? []).subtracting(other.intake.subjects)
        if before == nil { members.subtract(other.liftedRecusals) }
        let words = namings.filter { !(before?.namings.contains($0) ?? false) && !other.namings.contains($0) }
        if members.isEmpty, words.isEmpty { return nil }
        return Recused(subjects: members.sorted(), namings: words.isEmpty ? nil : words)
    }

    /// The cases of the web in which this one ended, one after the other, that are not signed yet.
    fileprivate func goingOn(in web: [Case]) -> [Case] {
        var (found, number): ([Case], String?) = ([], stage == .merged ? mergedInto : nil)
        while let next = web.first(where: { $0.number.description == number }), !found.contains(where: { $0.number == next.number }) {
            found.append(next)
            number = next.stage == .merged ? next.mergedInto : nil
        }
        return found.filter { !$0.isSigned }
    }

    /// The numbers of the cases merged into this one whose customer is another than it is said to be of now, by however many steps it came to that; of
    /// erased ones, whose customer nobody knows any more, where it was another's just before.
    func mergedOfAnother(than now: Case, in desk: DeskRules) -> [String] {
        absorbed.map(\.number).filter { number in
            let merged = desk.tied.first { $0.number.description == number && !$0.isErased }
            return !(merged ?? self).isOfSameCustomer(as: now, in: desk.areaCode)
        }
    }

    /// The customers of cases merged in who left a contact are to be answered by themselves: this case's own turned out to be somebody else.
    ///
    /// - Parameter numbers: of the merged cases with which they came.
    mutating func oweCustomers(mergedWith numbers: [String]) {
        let came = links.filter { $0.tie == .absorbed && numbers.contains($0.number) }
        for number in came.flatMap({ $0.carried?.reachable ?? [] }) { owe(customerOf: number, again: false) }
    }

    /// The customer of a case that was merged in, near or far, is to be answered by themselves.
    mutating func owe(customerOf number: String, again: Bool) {
        let place = links.lastIndex {
            $0.tie == .absorbed && ($0.number == number || $0.carried?.members?.contains(number) == true)
        }
        guard let place, links[place].carried != nil else { return }
        let isKnown = links[place].carried?.customersToAnswer.contains(number) == true
        if isKnown, !again { return }
        toldBefore?.heard.remove(number)
        if !isKnown { links[place].carried?.customersToAnswer.append(number) }
        if !customersToAnswer.contains(number) { customersToAnswer.append(number) }
        // They left no contact when they came: the answer that stands reached nobody, and what ran towards them then runs on.
        if stage == .toSign, links[place].carried?.reachable?.contains(number) != true { runOn(links[place], ClockName.towardsCustomer) }
    }
}

/// What happens to a case because of an act on another one of its web.
public protocol WebEvent: CaseEvent {
    /// How many events after the last of the act's own it stands; nil where no act led to it.
    var place: Int? { get set }
}

/// The customer of a case that was merged in, near or far, is to be answered by themselves: who they are, or how they are reached, was put right
/// there after the merging. Where the case in which it ended is signed, they are owed it in their own.
public struct CustomerOwed: WebEvent {
    public static let wireName = "customer-owed"
    public static let actName = "owe-answer"
    public static let heading = Phrase(en: "customer merged in to be answered", zh: "并入投诉的客户须另行答复")

    /// The number of the case merged in.
    public var number: String
    /// The numbers of others that had been merged into that one; nil for none.
    public var also: [String]?
    /// Whether the signed case in which theirs ended has no answer for them; nil where it has one, or is not signed yet.
    public var isUnanswered: Bool?
    public var place: Int?

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        guard number == state.number.description else {
            for number in [number] + (also ?? []) { state.owe(customerOf: number, again: true) }
            return
        }
        (state.owesOwnAnswer, state.outcomeTold) = (isUnanswered == true ? .nothing : .telling, nil)
    }

    public var tiedNumbers: [String] { [number] + (also ?? []) }
    public var details: [Detail] { tiedNumbers.map { Detail("number", .text($0), style: .bare) } }
}

/// The customer of a merged case turned out to be the one who was answered where it ended after all: whatever was heard there was said to them.
public struct CustomerOwedNoMore: CaseEvent {
    public static let wireName = "customer-owed-no-more"
    public static let actName = "owe-no-answer"
    public static let heading = Phrase(en: "customer found to be the same: no answer of their own owed", zh: "核实为同一客户，无须另行答复")

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.owesOwnAnswer = nil }
}

extension Case {
    /// What the customer of a merged case is still owed in it, since they turned out to be another one than that of the signed case in which it ended.
    enum OwnAnswer: Hashable, Sendable {
        /// That they are told the answer given there.
        case telling
        /// An answer of their own: there is none there, and the merging is sent back.
        case nothing
    }

    /// Who complained, as it was said until a moment.
    struct Complained: Hashable, Sendable {
        let until: Moment
        let intake: Intake
    }

    /// That the customer of a merged case is owed an answer in it, where it was put right who they are since the case in which it ended was signed, or
    /// is owed it no more; empty where that stays as it was.
    ///
    /// - Parameter before: the case before it was put right.
    func owing(since before: Case, in desk: DeskRules) -> [any CaseEvent] {
        guard stage == .merged, hasLeftContact, let end = endOfMergings(in: desk.tied), end.isSigned else { return [] }
        let area = desk.areaCode
        let told = end.signedAt.flatMap(complained)
        // A slip that was put right leaves nothing behind; one contact of the customer answered there, added to somebody else's name, makes nobody
        // that customer.
        if owesOwnAnswer != nil, isComplainedAgain(as: told) || isComplained(also: end.intake, in: area) { return [CustomerOwedNoMore()] }
        if isOfSameCustomer(as: end, in: area) { return [] }
        // Owed already, and not told yet.
        if owesOwnAnswer != nil, outcomeTold == nil { return [] }
        // Who was another one before, and is the same still, was answered there, or in their own case: the same as just now, and as when they were told.
        let heard = owesOwnAnswer == nil ? told : complainedBefore.first?.intake
        let isToldStill = heard.map { isOfSameCustomer(as: with($0), in: area) && !with($0).isOfSameCustomer(as: end, in: area) } ?? true
        if isToldStill, before.hasLeftContact, before.isOfSameCustomer(as: self, in: area), !before.isOfSameCustomer(as: end, in: area) {
            return []
        }
        return [CustomerOwed(number: number.description, isUnanswered: end.stage == .closed ? nil : true)]
    }

    /// Who complained, as it was said at a moment; nil where that was not put right since.
    private func complained(at moment: Moment) -> Intake? { complainedBefore.first { $0.until >= moment }?.intake }

    private func with(_ intake: Intake) -> Case {
        var state = self
        state.intake = intake
        return state
    }

    /// Whether it says again who complained as it did then.
    private func isComplainedAgain(as before: Intake?) -> Bool {
        guard let before else { return false }
        let (contacts, then) = (Set(Likeness.Identity(of: intake).contacts), Set(Likeness.Identity(of: before).contacts))
        // Nobody in particular is no slip: who left a contact since is owed what they are owed.
        return !contacts.isEmpty && contacts == then && CustomerName(intake.customer) == CustomerName(before.customer)
    }

    /// Whether name and contact both are those of another one.
    private func isComplained(also other: Intake, in area: AreaCode?) -> Bool {
        let (own, theirs) = (Likeness.Identity(of: intake, in: area), Likeness.Identity(of: other))
        return own.fullName != nil && own.fullName == theirs.fullName && !Set(own.contacts).isDisjoint(with: theirs.contacts)
    }

    /// Whether its customer is still to be told in it what was answered where it ended.
    var owesOwnTelling: Bool { stage == .merged && owesOwnAnswer == .telling && !isToldOfOutcome }

    /// Whether it may be sent back from the signed case in which it ended: its customer, being another one, has no answer there, or is owed it still.
    func mayLeave(_ end: Case, in area: AreaCode?) -> Bool {
        owesOwnAnswer == .nothing || !isOfSameCustomer(as: end, in: area) && (end.stage != .closed || owesOwnTelling)
    }
}

/// All that an act does to other cases, in order: what it says itself, and what follows through the web.
///
/// - Parameter events: what was decided to happen to the case itself.
public func consequences(
    of act: any Act,
    doing events: [any CaseEvent],
    to state: Case,
    in occasion: Occasion
) throws(Refusal) -> [Consequence] {
    var found = try act.consequence(for: state, of: events, in: occasion).map { [$0] } ?? []
    guard act.needsWeb(on: state) else { return found }
    var place = found.reduce(0) { $0 + $1.events.count }
    func happens(_ event: (any WebEvent)?, to other: Case) {
        guard var event else { return }
        place += 1
        event.place = place
        found.append(.happens(to: other.number, [event]))
    }
    var after = state
    for event in events { event.change(&after, Happened(event, at: occasion.now, by: occasion.actor.number)) }
    for other in occasion.desk.web { happens(after.recusal(of: other, since: act is Merged ? nil : state), to: other) }
    if act is SendingBack {
        for (event, other) in state.partings(in: occasion).far { happens(event, to: other) }
    }
    guard let amend = act as? Amend, amend.field.saysWhoComplained else { return found }
    let area = occasion.desk.areaCode
    let members = after.members
    for other in after.goingOn(in: occasion.desk.web) {
        // Where they are still the same, as they were when they were merged in, what is owed there stands as it is.
        let isSame = state.hasLeftContact && state.isOfSameCustomer(as: after, in: area) && after.isOfSameCustomer(as: other, in: area)
        var owed = after.hasLeftContact && !isSame ? [state.number.description] : []
        // Whose case had been merged into this one as the same customer's was to hear it with them, and is somebody else now.
        owed += occasion.desk.web.filter { member in
            members.contains(member.number.description) && member.hasLeftContact && member.isOfSameCustomer(as: state, in: area)
                && !member.isOfSameCustomer(as: after, in: area) && !member.isOfSameCustomer(as: other, in: area)
        }.map(\.number.description)
        owed.removeAll(where: other.customersToAnswer.contains)
        guard let first = owed.first else { continue }
        happens(CustomerOwed(number: first, also: owed.count > 1 ? Array(owed.dropFirst()) : nil), to: other)
    }
    return found
}
