@testable import ComplaintRules

/// An act as tests write it, `.accept` or `.reply(.init(how: .phone, text: "…"))`: a concrete type, so that acts can be named by a dot and
/// compared.
public struct Deed: Equatable, Sendable {
    /// The act.
    public let act: any Act

    public init(_ act: any Act) { self.act = act }

    /// Which act it is.
    public var kind: ActKind { act.kind }

    public static func == (left: Deed, right: Deed) -> Bool { left.act.isSame(as: right.act) }

    public static let accept = Deed(Acceptance())
    public static let sign = Deed(SignOff())
    public static let grantExtension = Deed(ExtensionGrant())
    public static let confirmEscalation = Deed(Dossier())
    public static func answer(_ act: Answer) -> Deed { Deed(act) }
    public static func handOver(_ act: HandOver) -> Deed { Deed(act) }
    public static func acknowledge(_ act: Acknowledgement) -> Deed { Deed(act) }
    public static func note(_ act: Note) -> Deed { Deed(act) }
    public static func contact(_ act: Contact) -> Deed { Deed(act) }
    public static func agreeTime(_ moment: Moment) -> Deed { Deed(AgreedTime(agreed: moment)) }
    public static func interimAnswer(_ act: InterimAnswer) -> Deed { Deed(act) }
    public static func tellPerson(_ act: PersonTold) -> Deed { Deed(act) }
    public static func tell(_ act: Told) -> Deed { Deed(act) }
    public static func attach(_ act: Attachment) -> Deed { Deed(act) }
    public static func chase(text: String) -> Deed { Deed(Chaser(text: text)) }
    public static func finding(_ act: Finding) -> Deed { Deed(act) }
    public static func reply(_ act: Reply) -> Deed { Deed(act) }
    public static func answerInBook(_ act: BookAnswer) -> Deed { Deed(act) }
    public static func askExtension(_ act: ExtensionRequest) -> Deed { Deed(act) }
    public static func askEscalation(_ act: Escalation) -> Deed { Deed(act) }
    public static func decline(_ act: Declined) -> Deed { Deed(act) }
    public static func headOfficeNote(_ act: HeadOfficeNote) -> Deed { Deed(act) }
    public static func headOfficeAnswer(_ act: HeadOfficeAnswer) -> Deed { Deed(act) }
    public static func liftRecusal(_ act: RecusalLifted) -> Deed { Deed(act) }
    public static func outsideDate(_ act: OutsideDate) -> Deed { Deed(act) }
    public static func sendResult(_ act: ResultSent) -> Deed { Deed(act) }
    public static func ruling(_ act: Ruling) -> Deed { Deed(act) }
    public static func sendBack(_ act: SendingBack) -> Deed { Deed(act) }
    public static func refuseAnswer(_ act: RefusedAnswer) -> Deed { Deed(act) }
    public static func withdraw(_ act: Withdrawal) -> Deed { Deed(act) }
    public static func notAccept(_ act: NotAccepted) -> Deed { Deed(act) }
    public static func merge(into number: String, reason: String? = nil) -> Deed { Deed(Merged(into: number, reason: reason)) }
    public static let takeBack = Deed(TakenBack())
    public static func askReview(_ act: ReviewRequest) -> Deed { Deed(act) }
    public static func reviewDecision(_ act: ReviewDecision) -> Deed { Deed(act) }
    public static func amend(_ field: String, to value: String) -> Deed {
        // A test that amends no field of the table is written wrongly.
        Deed(Amend(field: AmendableField(rawValue: field)!, value: value))
    }
    public static func callBack(_ act: CallBack) -> Deed { Deed(act) }
    public static func rectify(what: String, owner: String, due: Day) -> Deed { Deed(Rectification(what: what, owner: owner, due: due)) }
    public static func verifyRectification(_ act: RectificationCheck) -> Deed { Deed(act) }
    public static func cancelRectification(_ act: RectificationCancelled) -> Deed { Deed(act) }
    public static func mediate(_ act: Mediation) -> Deed { Deed(act) }
    public static func spotCheck(_ act: SpotCheck) -> Deed { Deed(act) }
    public static func statement(_ act: StaffStatement) -> Deed { Deed(act) }
    public static func delayNote(cause: String) -> Deed { Deed(DelayNote(cause: cause)) }
    public static func addendum(_ act: Addendum) -> Deed { Deed(act) }
    public static func hold(_ act: Hold) -> Deed { Deed(act) }
    public static func release(_ act: Release) -> Deed { Deed(act) }
}

/// Whether an event is there and says the same.
public func == (left: (any CaseEvent)?, right: any CaseEvent) -> Bool { left?.isSame(as: right) ?? false }

/// Whether two histories say the same, event for event.
public func == (left: [any CaseEvent], right: [any CaseEvent]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
}
