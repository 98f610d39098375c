/// Where a case stands (1-domain, The life of a case).
public enum Stage: String, CaseIterable, Codable, Sendable {
    case logged
    case handedOver = "handed-over"
    case inHand = "in-hand"
    case withHeadOffice = "with-head-office"
    case toSign = "to-sign"
    case closed
    case withdrawn
    case notAccepted = "not-accepted"
    case merged

    /// The stages in which something is still to be done for the customer.
    public static let open: Set<Stage> = [.logged, .handedOver, .inHand, .withHeadOffice, .toSign]
    /// The stages in which a case ended otherwise than by an answer; the signature is still due there.
    public static let endsOfTheirOwn: Set<Stage> = [.withdrawn, .notAccepted, .merged]
    /// All stages.
    static let everyStage = Set(Stage.allCases)
    /// The stages after the end of the work: closed after an answer, or ended otherwise.
    static let ended = endsOfTheirOwn.union([.closed])
    /// Whether something is still to be done for the customer.
    public var isOpen: Bool { Stage.open.contains(self) }
}

/// The state of a case: what its events make of it. Only `evolve` changes one.
public struct Case: Hashable, Sendable {
    /// The number.
    public internal(set) var number: CaseNumber
    /// Where it stands.
    public internal(set) var stage: Stage
    /// What was taken down, with typing errors put right.
    public internal(set) var intake: Intake
    /// When it was logged.
    public internal(set) var loggedAt: Moment
    /// Who was asked first; nil for history from elsewhere.
    public internal(set) var firstResponder: StaffNumber?
    /// Who has it: the first responder, or the manager who accepted it.
    public internal(set) var holder: StaffNumber?
    /// To whom it was handed over and who has yet to accept.
    public internal(set) var awaitedReceiver: StaffNumber?
    /// The answer on the spot.
    public internal(set) var answer: Answer?
    /// The last finding.
    public internal(set) var finding: Finding?
    /// The last reply.
    public internal(set) var reply: Reply?
    /// The finding that stood when the customer was last answered.
    var findingAnswered: Finding?
    /// Who gave the customer the answer that stands, on the spot or as a reply.
    public internal(set) var answeredBy: StaffNumber?
    /// Who made the finding that stands.
    public internal(set) var foundBy: StaffNumber?
    /// Who brought it to an end of its own that stands.
    public internal(set) var endedBy: StaffNumber?
    /// Who knew the passcodes with which the answer, the finding and the end were done that stand; nobody where these were their doers' own.
    var answeredWith: [StaffNumber] = []
    var foundWith: [StaffNumber] = []
    var endedWith: [StaffNumber] = []
    /// When it was last answered, found and ended.
    var answeredAt: Moment?
    var foundAt: Moment?
    var endedAt: Moment?
    /// Everybody who ever handled it, also where that stands no longer: none of them is uninvolved.
    public internal(set) var involved: Set<StaffNumber> = []
    /// All words that ever said whom it is about, so that whoever is added or renamed later is looked for in them.
    public internal(set) var namings: [String] = []
    /// Who named somebody as its subject, or knew the passcode with which that was done, and whom: nobody takes those away who could enter a ruling on
    /// what is theirs alone.
    var namers: [StaffNumber: Set<StaffNumber>] = [:]
    /// Whom it was about when it was logged.
    var subjectsAtFirst: Set<StaffNumber> = []
    /// On whom a recusal was lifted; they are recused again only by being named anew.
    public internal(set) var liftedRecusals: Set<StaffNumber> = []
    /// The clocks, in the order in which they started.
    public internal(set) var clocks: [Clock]
    /// Who signed; nil until then.
    public internal(set) var signer: StaffNumber?
    /// When it was signed.
    public internal(set) var signedAt: Moment?
    /// When it came to its end: signed after an answer, or withdrawn, not accepted or merged. Unknown for history.
    public internal(set) var closedAt: Moment?
    /// The stage to which a sending back leads.
    public internal(set) var stageBeforeSigning: Stage?
    /// Why it was last sent back, while it has not been answered again.
    public internal(set) var sentBackFor: String?
    /// Its own words on how it came in and ended, for history from elsewhere.
    public internal(set) var history: Imported?
    /// When the customer was last answered, while that answer stands.
    public internal(set) var repliedAt: Moment?
    /// When it was last handed over.
    public internal(set) var handedOverAt: Moment?
    /// Whether the branch manager has seen the last hand-over.
    public internal(set) var isAcknowledged = false
    /// When attempts to reach the customer failed, since the last one that did not.
    public internal(set) var failedAttempts: [Moment] = []
    /// The same for the customers of cases merged in, by the numbers of these cases.
    var attemptsOfOthers: [String: [Moment]] = [:]
    /// When and how those of them who are others were told of the outcome that stands, by the numbers of their cases.
    var tellingsOfOthers: [String: Telling] = [:]
    /// What each of them was told to be given, by the numbers of their cases.
    var givenToOthers: [String: Amount] = [:]
    /// Whether the customer left a contact at any time: a duty to answer them there is not amended away.
    public internal(set) var hasLeftContact = false
    /// When and how the customer was told of the outcome that stands, by a way that reaches them, or that it could not be delivered; nil while neither.
    public internal(set) var outcomeTold: Telling?
    /// Whether they were.
    var isToldOfOutcome: Bool { outcomeTold != nil }
    /// Who was told of the outcome before a finding that says otherwise, as long as nobody was told of that; nil where none does.
    var toldBefore: ToldBefore?
    /// What the customer of a merged case is still owed in it; nil where nothing is.
    var owesOwnAnswer: OwnAnswer?
    /// Who complained, as it was said until each amendment of it since the case was merged, or since they were told in it.
    var complainedBefore: [Complained] = []
    /// When its words were erased, where whoever reads it is told; no event of its own says so.
    public internal(set) var erasedAt: Moment?
    /// The numbers of the cases merged in for whose customer, being the same, an extension was granted: what they are told meanwhile counts there.
    var extendedWith: Set<String> = []
    /// What was promised to be paid and stands.
    public internal(set) var promises: [Promise] = []
    /// What was paid.
    public internal(set) var paid = Amount.none
    /// What of that was paid in the cases that were merged in or go on in this one: it counts there.
    var paidBefore = Amount.none
    /// What was claimed in the case that goes on in this one: it counts there.
    var claimedBefore: Amount?
    /// What was promised and then paid in a case of another customer's in which this one had ended, and the same of cases that came into this one, by
    /// their numbers; since head office last said how much may be promised.
    var spent: [String: Amount] = [:]
    /// The sum of it: so much less is left of what head office approved, and of anybody's tier.
    public var paidElsewhere: Amount { spent.values.reduce(.none) { $0 + $1 } }
    /// What head office has approved in all, where it has named a sum.
    var approved: Amount?
    /// What head office had approved in cases that were merged in or go on in this one since, by their numbers.
    var limits: [String: Amount] = [:]
    /// How the case stood before it ended otherwise than by an answer; nil while it has not.
    public internal(set) var beforeEnd: BeforeEnd?
    /// What may be taken back for some seconds.
    public internal(set) var lastStep: Step?
    /// Why an extension was asked for, while nobody has decided.
    public internal(set) var extensionAsked: String?
    /// Whether an extension was granted.
    public internal(set) var isExtended = false
    /// When the customer was first spoken or written to, and how: the acknowledgement of the complaint. Nil until then, and for history.
    public internal(set) var firstContact: Telling?
    /// The last step of a mediation; nil while none was offered.
    public internal(set) var mediation: Mediation.Step?
    /// Whether the customer was told anything since the extension was granted; until then that is a duty of the case.
    public internal(set) var isToldMeanwhile = false
    /// The question whether it goes to head office, while nobody has decided.
    public internal(set) var escalationAsked: Escalation?
    /// Why it went to head office, the last time.
    public internal(set) var escalation: Escalation?
    /// The dossier's number, the last time.
    public internal(set) var dossier: String?
    /// Whether head office has answered what was last asked of it.
    public internal(set) var isAnsweredByHeadOffice = false
    /// Head office's own number for it.
    public internal(set) var headOfficeNumber: String?
    /// Head office's own deadline.
    public internal(set) var headOfficeDue: Moment?
    /// Whether head office has approved thirty more days: it does so once.
    public internal(set) var isLongerApproved = false
    /// Head office's ruling.
    public internal(set) var ruling: Ruling?
    /// The numbers of the cases whose entry in the comment book is to be answered there: its own, and those merged in.
    public internal(set) var bookAnswersDue: [String] = []
    /// Whether what was written in the comment book was written with an answer that stands no longer, so that it may be answered there again.
    var isBookAnswerOld = false
    /// The numbers of the cases merged in whose customers, being others, are still to be answered.
    public internal(set) var customersToAnswer: [String] = []
    /// Whether the customer of a comment-book case that was merged in, who is the same, is to be answered beside the book.
    public internal(set) var owesAnswerToMerged = false
    /// To whom the result was sent, each as it is compared.
    public internal(set) var resultsSent: Set<String> = []
    /// Under which references dates were set from outside, by whoever set them, all as they are compared.
    var outsideReferences: [String: Set<ComparedReference>] = [:]
    /// Whether anything came to light after the finding.
    public internal(set) var hasNewFact = false
    /// Corrective actions, with whether each was checked.
    public internal(set) var rectifications: [RectificationItem] = []
    /// The customer's answers to call-backs.
    public internal(set) var callBacks: [SatisfactionLevel] = []
    /// When call-backs reached nobody.
    var failedCallBacks: [Moment] = []
    /// What the customer asked head office to look at again.
    public internal(set) var review: ReviewRequest?
    /// What came of that.
    public internal(set) var reviewDecision: ReviewDecision?
    /// Whether what it is about lay further back, when it was logged, than the branch's setting for late claims.
    public internal(set) var isLateClaim = false
    /// Why its contents are kept beyond retention; nil where they are not.
    public internal(set) var heldFor: String?
    /// Other cases that it is tied to.
    public internal(set) var links: [Linked] = []
    /// The number of the case in which it goes on, since the customer refused the answer after it was closed.
    public internal(set) var goesOnIn: String?
    /// The numbers of all cases that ever went on from it, in that order.
    var followers: [String] = []
    /// How many chasers were sent.
    public internal(set) var chasers = 0
    /// Whether the cause of a late closing was written down.
    public internal(set) var isDelayExplained = false
    /// What happened on it that figures count, in order.
    public internal(set) var turns: [Turn] = []
    /// What a clock that was declared wrong since let begin, and what has to begin anew.
    var wrongStarts = WrongStarts()
    /// What was paid, and when that was taken down.
    public internal(set) var payments: [Payment] = []
    /// The place in the ledger of its last event.
    public internal(set) var version: Int64

    /// Whether it was signed, and so locked.
    public var isSigned: Bool { signer != nil }
    /// How it comes out, as whoever is to sign it is asked: what was found of it, or how it ended.
    public var outcome: Phrase {
        guard stage == .toSign else { return stage.label }
        return finding.map { .listed([$0.kind.label, $0.classification.label]) } ?? Answer.label
    }
    /// Whether it was dealt with elsewhere and is kept here as history only.
    public var isHistory: Bool { history != nil }
    /// Whether the signature is due.
    public var awaitsSignature: Bool { !isSigned && (stage == .toSign || Stage.endsOfTheirOwn.contains(stage)) }
    /// Who handled what stands now: the answer or reply and the finding; where the case ended otherwise, that end alone. What was sent back or
    /// overruled counts no longer (1-domain, Two pairs of eyes).
    public var handlers: Set<StaffNumber> {
        Set((Stage.endsOfTheirOwn.contains(stage) ? [endedBy] : [answeredBy, foundBy]).compactMap { $0 })
    }
    /// Whether all of what stands is this one's alone, or was done with a passcode that they had given: they may have done that too. What somebody did
    /// whom it came to be about is no pair of eyes.
    func isAlone(of number: StaffNumber) -> Bool {
        let standing = Stage.endsOfTheirOwn.contains(stage) ? [(endedBy, endedWith)] : [(answeredBy, answeredWith), (foundBy, foundWith)]
        return !handlers.isEmpty
            && standing.allSatisfy { doer, givers in doer.map { $0 == number || givers.contains(number) || isAbout($0) } ?? true }
    }

    /// Whether anything of what stands was done by this one, or with a passcode that they had given.
    func stands(by number: StaffNumber) -> Bool {
        let givers = Stage.endsOfTheirOwn.contains(stage) ? endedWith : answeredWith + foundWith
        return handlers.contains(number) || givers.contains(number)
    }

    /// Whether somebody took part in it, or had given the passcode with which something was done that stands: they may have done that.
    func hasPart(_ number: StaffNumber) -> Bool {
        involved.contains(number) || [answeredWith, foundWith, endedWith].contains { $0.contains(number) }
    }

    /// Those of them whom the case is not about: what somebody did whom it came to be about is no pair of eyes.
    public var eyes: Set<StaffNumber> { handlers.filter { !isAbout($0) } }
    /// Those whom the case is about and whose handling stands all the same: whoever signs is told.
    public var subjectHandlers: [StaffNumber] { handlers.filter(isAbout).sorted() }
    /// Who has it in hand, or had when it was answered; nobody while it waits to be taken on, nor once it ended otherwise than by an answer.
    public var handler: StaffNumber? {
        switch stage {
        case .logged, .handedOver, .withdrawn, .notAccepted, .merged: nil
        case .inHand, .withHeadOffice, .toSign, .closed: holder
        }
    }
    /// Whether it is about whoever acts and holds it: they may hand it over. So may who took it down by a passcode that whoever it is about had given,
    /// as long as nobody works it: that one could be the one who acts.
    public func isTheirs(_ actor: Actor) -> Bool {
        guard holder == actor.number else { return false }
        return isAbout(actor.number) || stage == .logged && firstResponder == actor.number && actor.persons.contains(where: isAbout)
    }

    /// Whether the case is about that member of staff.
    public func isAbout(_ number: StaffNumber) -> Bool { intake.subjects.contains(number) }

    /// Whether the same customer or the same matter came before, or the customer refused an earlier answer.
    public var isRepeat: Bool { links.contains(where: \.tie.isRepeat) }
    /// Whether the answer was written in the comment book, for all entries that are answered here.
    public var isAnsweredInBook: Bool { intake.channel == .commentBook && bookAnswersDue.isEmpty }
    /// The most that may be promised in all, where head office has named it: what was approved here was approved for this case alone.
    public var ceiling: Amount? { approved.map { approved in min(limits.values.min() ?? approved, approved) - paidElsewhere } }
    /// What head office had approved in a case that was merged in or goes on in this one: no more than that is promised here by anybody's tier.
    public var cap: Amount? { limits.values.min().map { $0 - paidElsewhere } }
    /// What stands promised in all, with what came with cases merged in.
    public var promised: Amount { promises.reduce(.none) { $0 + $1.amount } }
    /// Whether the branch manager has yet to see that it was handed over, or that it is a repeat. What waits for a signature is seen by
    /// signing it (1-domain, The life of a case, 2 and 9).
    public var awaitsAcknowledgement: Bool {
        !isAcknowledged && (handedOverAt != nil || isRepeat) && ActKind.acknowledge.rule.from.contains(stage)
    }
    /// Whether it waits for that only because it is a repeat.
    public var awaitsAcknowledgementAsRepeat: Bool { awaitsAcknowledgement && handedOverAt == nil }

    /// What the branch manager is to decide, by the act that asked for it; empty for nothing.
    public var waitsFor: String {
        if escalationAsked != nil { return Escalation.name }
        return extensionAsked == nil ? "" : ExtensionRequest.name
    }

    /// The running clock that runs out first.
    public var nearestClock: Clock? { clocks.filter { $0.ended == nil }.min { $0.due < $1.due } }
    /// Whether a running clock is past its due moment.
    public func isOverdue(at now: Moment) -> Bool { clocks.contains { $0.isOverdue(at: now) } }
}
