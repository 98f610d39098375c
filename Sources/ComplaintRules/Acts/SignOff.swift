extension ActKind {
    public static let sign = ActKind(SignOff.self)
    public static let ruling = ActKind(Ruling.self)
    public static let sendBack = ActKind(SendingBack.self)
}

/// The branch manager's signature under handling and reply; from then on the entry is locked (1-domain, Sign-off).
public struct SignOff: Act, CaseEvent {
    /// A signature.
    public struct Seal: Hashable, Codable, Sendable {
        /// The last event that was signed for.
        public var covers: Int64
        /// The signer's public key, in hexadecimal.
        public var publicKey: String
        /// The Ed25519 signature, in hexadecimal.
        public var signature: String

        /// Makes a seal.
        public init(covers: Int64, publicKey: String, signature: String) {
            self.covers = covers
            self.publicKey = publicKey
            self.signature = signature
        }
    }

    public static let blank = SignOff()
    public static let name = "sign"
    public static let label = Phrase(en: "Sign", zh: "签字")
    public static let rule = ActRule(Stage.endsOfTheirOwn.union([.toSign]), to: [.closed], by: .head) {
        $0.isWeighty = true
        $0.isOfReader = true
    }
    public static let fields: [Field<SignOff>] = [.lastRead(\.read)]
    public static let wireName = "signed"
    public static let heading = Phrase(en: "signed", zh: "签字确认")
    public static let tone = Tone.signed

    /// The signature over the case up to and including the event `covers`. The rules decide that a case may be signed; the ledger, which
    /// holds the keys, puts the signature in before the event is appended.
    public var seal: Seal?
    /// The last event that the signer has read, by which a signature on a case that has changed since is refused. No part of what happened.
    public var read: Int?

    private enum CodingKeys: String, CodingKey { case seal }

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.eyes.isEmpty, let subject = state.subjectHandlers.first { throw .handledBySubject(subject) }
        guard state.eyes == [occasion.actor.number] else { return try state.checkReadyToSign() }
        // A finding by somebody else is a second pair of eyes.
        let own: Refusal = state.stage == .toSign && state.finding == nil ? .findingByAnother : .handledAlone
        let others = state.lackingForSignature.filter { $0 != .findingMissing }
        throw others.isEmpty ? own : .lackingForSignature([own] + others)
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        [self] + occasion.callBack(on: state)
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.sign(by: happened.by, at: happened.at) }

    public var details: [Detail] {
        [
            Detail("covers", seal.map { .count(Int($0.covers)) }, style: .fine),
            Detail("public-key", seal.map { .digest($0.publicKey) }, style: .fine),
            Detail("signature", seal.map { .digest($0.signature) }, style: .fine),
        ]
    }
}

/// Head office's written ruling, entered by somebody uninvolved: in place of a signature that nobody in the branch may give, and of an
/// answer where nobody in the branch may even find or reply, since the case is about all its managers (1-domain, Recusal).
public struct Ruling: Act, CaseEvent {
    public static let blank = Ruling()
    public static let name = "ruling"
    public static let label = Phrase(en: "Enter head office's ruling", zh: "录入总行批复")
    public static let rule = ActRule(Stage.open.union(Stage.endsOfTheirOwn), to: [.closed], by: .desk) {
        $0.isWeighty = true
        $0.isOfReader = true
    }
    public static let fields: [Field<Ruling>] = [
        .text("text", \.text, .bare, required: true), .line("reference", \.reference, required: true), .text("told", \.told),
        .sumNotPromised(\.isSumOther), .lastRead(\.read),
    ]
    public static let wireName = "ruled"
    /// Who entered it, which is no signature of theirs.
    public static let enteredBy = Phrase(en: "Ruling entered by", zh: "总行批复录入人")
    public static let heading = Phrase(en: "head office: ruling", zh: "总行批复")
    public static let tone = Tone.signed

    /// What it says.
    public var text = ""
    /// Under which reference.
    public var reference = ""
    /// What the customer was told, and how, where nobody in the branch could answer them; nil where they had an answer.
    public var told: String?
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?
    /// The last event that whoever enters it has read, as for a signature. No part of what happened.
    public var read: Int?

    private enum CodingKeys: String, CodingKey { case text, reference, told, isSumOther }

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        let desk = occasion.desk
        let mayAnybodyHandle = desk.mayAnybodyHandle(state)
        if mayAnybodyHandle, state.stage.isOpen, state.stage != .toSign {
            throw .wrongStage(.ruling, state.stage, allowed: Stage.endsOfTheirOwn.union([.toSign]))
        }
        if let signer = desk.possibleSigners(of: state, at: occasion.now).first { throw .somebodyMaySign(signer) }
        let enterers = desk.enterersOfRuling(on: state, at: occasion.now)
        if !enterers.contains(occasion.actor.number) {
            if enterers.isEmpty { throw .nobodyLeftForRuling }
            // Whoever may read the case is told who enters it.
            let isFree = !state.hasPart(occasion.actor.number)
            if !isFree, !state.involved.contains(occasion.actor.number), let doer = state.handlers.min() { throw .handledByGiven(doer) }
            throw isFree ? enterers.first.map { .managerEnters($0) } ?? .uninvolvedOnly : .uninvolvedOnly
        }
        if mayAnybodyHandle { return try state.checkReadyToSign() }
        // What was written into the comment book is answered there all the same, by whoever enters the ruling.
        if state.stage != .merged, let entry = state.bookAnswersDue.first {
            throw .bookFirst(entry == state.number.description ? nil : entry)
        }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        // The duty to answer the customer stays with the branch, also where head office rules before anybody could.
        let isUnanswered = state.stage.isOpen && state.stage != .toSign || state.lackingForSignature.contains(where: \.isTelling)
        if isUnanswered, told?.isNothing ?? true { throw .missing("told") }
        // What the customer was told gives no more than stands promised, or than head office itself says.
        if isSumOther != true, let given = told.flatMap({ Amount.largestGiven(in: $0) }),
            given > max(state.promisedToOwn, Amount.largestGiven(in: text) ?? .none)
        {
            throw .sumOutsideRuling(given)
        }
        var ruling = self
        ruling.read = nil
        return [ruling] + occasion.callBack(on: state)
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.ruling = self
        if told?.isNothing == false { state.hearAll(at: happened.at) }
        state.sign(by: happened.by, at: happened.at)
    }

    public var details: [Detail] { Ruling.fields.filter { $0.name != "read" }.map { $0.detail(of: self) } }
}

/// The branch manager sends an entry back, with a reason; the reply clock runs again, its due moment unchanged. So is an end of its own, while
/// it is unsigned: all is as it was before it, also in the case into which it was merged.
public struct SendingBack: Act, CaseEvent {
    public static let blank = SendingBack()
    public static let name = "send-back"
    public static let label = Phrase(en: "Send back", zh: "退回")
    public static let rule = ActRule(
        Stage.endsOfTheirOwn.union([.toSign]),
        to: [.logged, .handedOver, .inHand, .withHeadOffice, .toSign],
        by: .head
    ) { $0.isWeighty = true }
    public static let fields: [Field<SendingBack>] = [.text("reason", \.reason, .bare, required: true)]
    public static let wireName = "sent-back"
    public static let heading = Phrase(en: "sent back", zh: "退回")
    public static let tone = Tone.warning

    /// Why.
    public var reason = ""
    /// When it was tried in vain to reach the customer, and those of cases merged in before, where it was merged, by numbers; nil where it was not.
    public var attempts: [String: [Moment]]?
    /// What was paid of its promise in signed cases of another customer's in which it had ended, and stays there; nil for nothing.
    public var paidThere: Amount?

    /// Where the case is about the only branch manager, another manager sends back what lacks something; else it could never end.
    public static func isOpen(to actor: Actor, on state: Case, in occasion: Occasion) -> Bool {
        actor.isManager && occasion.desk.heads(of: state, at: occasion.now).isEmpty
    }

    public func otherNumber(on state: Case) -> String? { state.stage == .merged ? state.mergedInto : nil }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        guard state.stage == .merged else { return [self] }
        // What ended in a case that is signed is locked with it.
        let (end, area) = (state.endOfMergings(in: occasion.desk.tied), occasion.desk.areaCode)
        if let end, end.isSigned, !state.mayLeave(end, in: area) {
            let isOfOther = !state.isOfSameCustomer(as: end, in: area)
            throw .mergedIntoSigned(end.number.description, isOfOther: isOfOther, isAnswered: end.stage == .closed)
        }
        let partings = state.partings(in: occasion)
        let leaving = [(partings.near as any CaseEvent, occasion.desk.other)] + partings.far.map { ($0.event, $0.other) }
        for case (let event, var other?) in leaving {
            event.change(&other, Happened(event, at: occasion.now, by: occasion.actor.number))
            // The case would promise once more what was paid there already.
            if other.paid > other.promised { throw .paidWhereMerged(other.number.description, other.paid) }
        }
        var sent = self
        let numbers = state.members.union([state.number.description])
        sent.attempts = end?.attemptsOfOthers.filter { numbers.contains($0.key) }
        // What was tried here since that was signed was tried too.
        let since = end?.signedAt.map { signed in state.failedAttempts.filter { $0 > signed } } ?? []
        if state.owesOwnAnswer == .telling, !since.isEmpty { sent.attempts?[state.number.description, default: []] += since }
        let stays = ([partings.near.stays] + partings.far.map { $0.event.stays }).reduce(Amount.none) { $0 + ($1 ?? Amount.none) }
        sent.paidThere = stays > Amount.none ? stays : nil
        return [sent]
    }
    public func needsWeb(on state: Case) -> Bool { state.stage == .merged }

    public func consequence(for state: Case, of events: [any CaseEvent], in occasion: Occasion) throws(Refusal) -> Consequence? {
        guard state.stage == .merged, let other = state.mergedInto.flatMap({ CaseNumber($0) }) else { return nil }
        return .happens(to: other, [state.partings(in: occasion).near])
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.sentBackFor = reason
        guard Stage.endsOfTheirOwn.contains(state.stage) else {
            return state.reopen(to: state.stageBeforeSigning ?? .inHand, at: happened.at)
        }
        if state.stage == .merged, let place = state.links.lastIndex(where: { $0.tie == .mergedInto }) { state.links.remove(at: place) }
        state.comeBack(at: happened.at)
        (state.owesOwnAnswer, state.complainedBefore) = (nil, [])
        state.promiseLess(paidThere)
        guard let attempts else { return }
        // Whoever was reached meanwhile was reached.
        state.failedAttempts = attempts[state.number.description] ?? []
        state.attemptsOfOthers = attempts.filter { $0.key != state.number.description }
    }
}

extension Field {
    /// The last event that was read by whoever vouches for the whole entry.
    fileprivate static func lastRead(_ path: Path<Int?>) -> Field { .count("read", path, .label("Last event read", "已读至事件")) }
}

extension Occasion {
    /// A closing asks for a call-back where there is somebody to call.
    fileprivate func callBack(on state: Case) -> [any CaseEvent] {
        // Where it is about all managers, nobody could make that call.
        state.stage.isOpen && state.isReachable && desk.mayAnybodyHandle(state) ? clock(.callBack, on: state) : []
    }
}

extension Refusal {
    /// Whether what is missing is that a customer was told something.
    fileprivate var isTelling: Bool {
        switch self {
        case .replyFirst, .findingUntold, .reasonFirst, .mergedNotAnswered, .otherCustomerWaits: true
        default: false
        }
    }
}

extension Case {
    /// Checks what must stand in an entry before it is signed, whatever its end.
    ///
    /// - Throws: all that is missing.
    func checkReadyToSign() throws(Refusal) {
        let lacking = lackingForSignature
        if let first = lacking.first { throw lacking.count == 1 ? first : .lackingForSignature(lacking) }
    }

    /// What must stand in an entry before it is signed and does not yet, each as a refusal (1-domain, Finding; Comment book; The drawing).
    var lackingForSignature: [Refusal] {
        var lacking: [Refusal] = []
        if stage == .toSign {
            // At fault: an apology, the mistake put right, and a rectification. Not at fault: the explanation.
            if let fields = finding?.lacks(besides: rectifications) {
                if !fields.isEmpty { lacking.append(.findingLacks(fields)) }
            } else {
                lacking.append(.findingMissing)
            }
        }
        // Merged, its duties are those of the case in which it goes on, but where that was signed before it turned out whose this one is.
        if stage == .merged {
            switch owesOwnAnswer {
            case .nothing?: return [.endedUnanswered(mergedInto ?? number.description)]
            case .telling?: return owesOwnTelling ? [.replyFirst] : []
            case nil: return []
            }
        }
        lacking += bookAnswersDue.map { .bookFirst($0 == number.description ? nil : $0) }
        if !isToldOfOutcome {
            // One telling is enough for both.
            if owesHearing || owesAnswerBesideBook || owesAnswerToMerged {
                lacking.append(toldBefore?.own?.isUndelivered == false ? .findingUntold : .replyFirst)
            } else if owesReason {
                lacking.append(.reasonFirst)
            }
        }
        // An end of its own answers nobody else: another customer's case that was merged in does not end with it.
        if stage != .toSign, let other = otherCustomersCase { return lacking + [.otherCustomerWaits(.sign, other)] }
        return lacking + customersToAnswer.map { .mergedNotAnswered($0) }
    }

    /// Whether the customer, whom the branch can reach, is to have the answer by a way that reaches them: what stands in the comment book, or went
    /// nobody knows how, answers nobody.
    var owesHearing: Bool { stage == .toSign && isReachable }

    /// Whether the customer is to be told why the complaint is out of remit, as far as there is a way to tell them (1-domain, The life of a case).
    var owesReason: Bool { stage == .notAccepted && isReachable }

    /// Whether the customer, who wrote into the comment book and left a contact at any time, is to be answered there too.
    var owesAnswerBesideBook: Bool { intake.channel == .commentBook && hasLeftContact }
}
