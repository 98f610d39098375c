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

    /// The cases of the web in which the matter of this one goes on or came up before: from one to the next since the customer refused an answer,
    /// since head office said "again", or since that one was merged. A case that was merged in is none of them; it ended in the one that has it.
    ///
    /// - Parameter isOfCustomer: whether what goes on of another customer's case is left out.
    func line(in web: [Case], ofCustomer isOfCustomer: Bool = false) -> [Case] {
        var (known, found, waiting) = (Set([number.description]), [Case](), neighbours(in: web, isOfCustomer))
        while !waiting.isEmpty {
            let number = waiting.removeFirst()
            guard known.insert(number).inserted, let next = web.first(where: { $0.number.description == number }) else { continue }
            found.append(next)
            waiting += next.neighbours(in: web, isOfCustomer)
        }
        return found
    }

    private func neighbours(in web: [Case], _ isOfCustomer: Bool) -> [String] {
        let into = stage == .merged && !(isOfCustomer && endedAtOthers(in: web)) ? mergedInto : nil
        return links.filter(\.tie.follows).map(\.number) + followers + [into].compactMap { $0 }
    }

    /// Whether it was merged, and the case in which it ended is now known to be another customer's, whosever those between were.
    func endedAtOthers(in web: [Case], area: AreaCode? = nil) -> Bool {
        guard stage == .merged, let end = endOfMergings(in: web) else { return false }
        return !isOfSameCustomer(as: end, in: area)
    }

    /// The case of the web in which the customer's matter goes on, as long as one of them is not signed: there is no other beside it.
    func goesOn(in web: [Case]) -> Case? {
        let unsigned = line(in: web, ofCustomer: true).filter { !$0.isSigned }
        return unsigned.first(where: \.stage.isOpen) ?? unsigned.first
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

    /// The customers of the cases merged in who left a contact are to be answered by themselves: this case's own turned out to be somebody else.
    mutating func oweCustomersMergedIn() {
        for number in links.flatMap({ $0.carried?.reachable ?? [] }) { owe(customerOf: number, again: false) }
    }

    /// The customer of a case that was merged in, near or far, is to be answered by themselves.
    mutating func owe(customerOf number: String, again: Bool) {
        let place = links.lastIndex {
            $0.tie == .absorbed && ($0.number == number || $0.carried?.members?.contains(number) == true)
        }
        guard let place, links[place].carried != nil else { return }
        let isKnown = links[place].carried?.customersToAnswer.contains(number) == true
        if isKnown, !again { return }
        if !isKnown { links[place].carried?.customersToAnswer.append(number) }
        if !customersToAnswer.contains(number) { customersToAnswer.append(number) }
    }
}

/// What happens to a case because of an act on another one of its web.
public protocol WebEvent: CaseEvent {
    /// How many events after the last of the act's own it stands; nil where no act led to it.
    var place: Int? { get set }
}

/// The customer of a case that was merged in, near or far, is to be answered by themselves: who they are, or how they are reached, was put right
/// there after the merging.
public struct CustomerOwed: WebEvent {
    public static let wireName = "customer-owed"
    public static let actName = "owe-answer"
    public static let heading = Phrase(en: "customer merged in to be answered", zh: "并入投诉的客户须另行答复")

    /// The number of the case merged in.
    public var number: String
    public var place: Int?

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.owe(customerOf: number, again: true) }

    public var details: [Detail] { [Detail("number", .text(number), style: .bare)] }
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
        for (event, other) in state.partings(in: occasion) { happens(event, to: other) }
    }
    guard let amend = act as? Amend, amend.field.saysWhoComplained, after.hasLeftContact else { return found }
    let area = occasion.desk.areaCode
    for other in after.goingOn(in: occasion.desk.web) {
        // Where they are still the same, as they were when they were merged in, what is owed there stands as it is.
        if state.hasLeftContact, state.isOfSameCustomer(as: after, in: area), after.isOfSameCustomer(as: other, in: area) { continue }
        if !other.customersToAnswer.contains(state.number.description) {
            happens(CustomerOwed(number: state.number.description), to: other)
        }
    }
    return found
}
