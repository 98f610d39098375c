extension ActKind {
    public static let askReview = ActKind(ReviewRequest.self)
    public static let reviewDecision = ActKind(ReviewDecision.self)
}

/// The customer asks head office to look again at the answer, or at the refusal to accept, that was signed (核查; 1-domain, After closing): within
/// thirty days of it; later it is taken all the same, and marked late.
public struct ReviewRequest: Act, CaseEvent {
    public static let blank = ReviewRequest()
    public static let name = "ask-review"
    public static let label = Phrase(en: "Ask head office to review", zh: "申请总行核查")
    public static let rule = ActRule([.closed, .notAccepted, .merged], by: .managers) { $0.isForSigned = true }
    public static let fields: [Field<ReviewRequest>] = [.text("text", \.text, .othersWord, required: true)]
    public static let wireName = "review-asked"
    public static let heading = Phrase(en: "review by head office asked for", zh: "申请总行核查")

    /// What the customer wants looked at, in their words.
    public var text = ""
    /// Whether it came later than the customer may ask.
    public var isLate: Bool?

    /// Within how many days of the answer the customer may ask.
    public static let days = 30

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if !state.isSigned { throw .reviewOfUnsigned }
        if state.reviewDecision != nil { throw .alreadyDone(.askReview) }
        if state.review != nil { throw .alreadyAsked(.askReview) }
        _ = try state.answeredElsewhere(.askReview, in: occasion.desk)
    }

    public func otherNumber(on state: Case) -> String? { state.mergedInto }
    public func needsWeb(on state: Case) -> Bool { state.stage == .merged }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        var asked = self
        let end = try state.answeredElsewhere(.askReview, in: occasion.desk) ?? state
        // Whoever was answered with another customer's case heard it when they were told by the number of one of theirs.
        let theirs = state.ofSameCustomer(in: occasion.desk.tied, occasion.desk.areaCode).map(\.number.description)
        let told = theirs.compactMap { end.tellingsOfOthers[$0]?.at } + [end.repliedAt, state.outcomeTold?.at].compactMap { $0 }
        let answered = told.max() ?? end.closedAt ?? occasion.now
        let last = occasion.desk.zone.day(at: answered).adding(days: ReviewRequest.days)
        asked.isLate = occasion.today > last ? true : nil
        return [asked] + occasion.clock(.review, on: state)
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.review = self }

    public var details: [Detail] {
        ReviewRequest.fields.map { $0.detail(of: self) } + [
            Detail(
                FieldName("late", label: Phrase(en: "later than 30 days after the answer", zh: "超过答复后 30 日")),
                isLate.map { .flag($0, .ifSo) }
            )
        ]
    }
}

/// What head office decided on the review, and what the customer was told of it. Where it says "again", a new case in hand begins, tied to this
/// one, which stays locked; where the matter goes on in another case already, it is dealt with again there.
public struct ReviewDecision: Act, CaseEvent {
    public static let blank = ReviewDecision()
    public static let name = "review-decision"
    public static let label = Phrase(en: "Record the review's decision", zh: "登记核查决定")
    public static let rule = ActRule([.closed, .notAccepted, .merged], by: .managers) {
        $0.isForSigned = true
        $0.isWeighty = true
    }
    public static let fields: [Field<ReviewDecision>] = [
        .text("text", \.text, .bare, required: true), .text("told", \.told, required: true),
        .flag(
            "again",
            \.isAgain,
            required: true,
            said: .words(
                yes: Phrase(
                    en: Language.english.labelled(FieldLabel.of("again"), Term.yes.english),
                    zh: Language.chinese.labelled(FieldLabel.of("again"), Term.yes.chinese)
                ),
                no: nil
            )
        ),
        .sumNotPromised(\.isSumOther),
    ]
    public static let wireName = "review-decided"
    public static let heading = Phrase(en: "review: decision", zh: "核查决定")

    /// What head office decided.
    public var text = ""
    /// What the customer was told, and how.
    public var told = ""
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?
    /// Whether the matter is to be dealt with again.
    public var isAgain = false
    /// The number of the new case; nil for none.
    public var next: String?
    /// The number of the case in which the matter went on already; nil for none.
    public var goesOn: String?

    public func otherNumber(on state: Case) -> String? { state.goesOnIn ?? state.mergedInto }
    public func needsWeb(on state: Case) -> Bool { isAgain }

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.review == nil { throw .nothingAsked(.reviewDecision) }
        if state.stage == .merged, !state.isSigned { throw .reviewOfUnsigned }
        if state.reviewDecision != nil { throw .alreadyDone(.reviewDecision) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        if isAgain, state.isErased { throw .contentsErased(.reviewDecision) }
        try occasion.checkTold(told, isSumOther: isSumOther, on: state)
        var decided = self
        decided.goesOn = isAgain ? state.goesOn(in: occasion.desk)?.number.description : nil
        decided.next = isAgain && decided.goesOn == nil ? occasion.desk.nextCase?.description : nil
        return [decided]
    }

    public func consequence(for state: Case, of events: [any CaseEvent], in occasion: Occasion) throws(Refusal) -> Consequence? {
        guard (events.first as? ReviewDecision)?.next != nil, let number = occasion.desk.nextCase else { return nil }
        return .begins(number, try decideFollowing(state, as: number, tie: .reviewed, in: occasion) + [Acceptance()])
    }

    public var followingCase: String? { next }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.reviewDecision = self
        if let next {
            state.goesOnIn = next
            state.contactGoesOn(at: happened.at)
            state.followers.append(next)
        }
        state.stop([.review], at: happened.at)
    }

    public var details: [Detail] {
        ReviewDecision.fields.map { $0.detail(of: self) } + [
            Detail("next", next.map { .text($0) }),
            Detail(FieldName("goes-on", label: Phrase(en: "Goes on in", zh: "继续办理于")), goesOn.map { .text($0) }),
        ]
    }
}
