/// Something that a case waits for next. Its time limit, where it has one, is a clock; this is what is to be done.
public enum Duty: Hashable, Sendable {
    /// To answer it on the spot, hand it over, or take it in hand.
    case passOn
    /// To accept what was handed over to that member of staff; nil where they can accept it no more, and another manager does.
    case accept(StaffNumber?)
    /// The branch manager is to see a hand-over or a repeat.
    case acknowledge
    /// The branch manager is to decide on an escalation, at once where head office is to be told at once.
    case decideEscalation(isAtOnce: Bool)
    /// The branch manager is to decide on an extension.
    case decideExtension
    /// To write the first note, contact or finding since the hand-over.
    case startWork
    /// To tell the customer that it takes longer.
    case tellMeanwhile
    /// Head office is to answer.
    case headOfficeAnswer
    /// To write the answer in the comment book.
    case answerInBook
    /// To find whether the bank was at fault.
    case finding
    /// To add to the finding what its fault makes due before the signature.
    case completeFinding([FieldName])
    /// To reply to the customer.
    case reply
    /// To sign it.
    case sign
    /// To sign it, by somebody else than the branch manager, whose own is all that stands.
    case signByOther(StaffNumber)
    /// Nobody in the branch may bring it to its end; head office is to rule.
    case ruling
    /// Nobody in the branch may sign it as it stands: it is sent back, so that another manager answers, or head office is to rule.
    case sendBackOrRuling
    /// To send it back: its end leaves a customer without an answer.
    case sendBack
    /// To tell the customer of the outcome: the book alone answers nobody who left a contact.
    case tellOutcome
    /// To tell it to the customer, being another one, of the case of that number, which was merged in.
    case tellOutcomeOf(String)
    /// To report to head office at once.
    case reportAtOnce
    /// To send the result to whoever asked for it.
    case sendResult
    /// To record head office's decision on a review, and tell the customer.
    case decideReview
    /// To ask the customer afterwards.
    case callBack
    /// To contact the customer again, who was dissatisfied.
    case contactAgain
    /// To write down why it closed late.
    case delayNote
    /// To check that corrective action of the case.
    case verifyRectification(Int)

    /// The act that does it.
    public var act: ActKind {
        switch self {
        case .passOn: .handOver
        case .accept: .accept
        case .acknowledge: .acknowledge
        case .decideEscalation: .confirmEscalation
        case .decideExtension: .grantExtension
        case .startWork: .note
        case .tellMeanwhile: .interimAnswer
        case .headOfficeAnswer: .headOfficeAnswer
        case .answerInBook: .answerInBook
        case .finding, .completeFinding: .finding
        case .reply: .reply
        case .sign, .signByOther: .sign
        case .ruling: .ruling
        case .sendBackOrRuling, .sendBack: .sendBack
        case .tellOutcome, .tellOutcomeOf, .reportAtOnce: .tell
        case .sendResult: .sendResult
        case .decideReview: .reviewDecision
        case .callBack, .contactAgain: .callBack
        case .delayNote: .delayNote
        case .verifyRectification: .verifyRectification
        }
    }

    /// What the form of its act begins with, by field, where it is due: whoever fills it may say otherwise.
    public var values: [String: String] {
        switch self {
        case .reportAtOnce: ["who": Told.Addressee.headOffice.rawValue]
        case .tellOutcome: ["who": Told.Addressee.customer.rawValue]
        case .tellOutcomeOf(let number): ["who": Told.Addressee.customer.rawValue, "number": number]
        default: [:]
        }
    }

    /// The limits by which it is to be done; empty where it has none.
    private var clocks: Set<ClockName> {
        switch self {
        case .passOn: [.passOn]
        case .startWork: [.startWork]
        case .reply: Set(ClockName.allCases.filter(\.isTowardsCustomer))
        case .sign, .signByOther: [.signature]
        case .reportAtOnce: [.atOnce]
        case .sendResult: [.outside]
        case .decideReview: [.review]
        case .callBack, .contactAgain: [.callBack]
        case .accept, .acknowledge, .decideEscalation, .decideExtension, .tellMeanwhile, .headOfficeAnswer, .answerInBook, .finding,
            .completeFinding, .ruling, .sendBackOrRuling, .sendBack, .tellOutcome, .tellOutcomeOf, .delayNote, .verifyRectification:
            []
        }
    }

    /// Whether a limit by which it is to be done has run out.
    public func isOverdue(on state: Case, at now: Moment) -> Bool {
        state.clocks.contains { clocks.contains($0.name) && $0.isOverdue(at: now) }
    }

    /// The duty as a short sentence, to whoever can do it.
    public var sentence: Phrase {
        switch self {
        case .passOn: Phrase(en: "Answer it on the spot, or hand it over", zh: "当场答复，或移交")
        case .accept: Phrase(en: "Accept it", zh: "接收")
        case .acknowledge: Phrase(en: "Acknowledge it", zh: "确认知悉")
        case .decideEscalation(true): Phrase(en: "Confirm the escalation at once", zh: "立即确认上报")
        case .decideEscalation(false): Phrase(en: "Confirm or decline the escalation", zh: "确认或不批准上报")
        case .decideExtension: Phrase(en: "Grant or decline the extension", zh: "批准或不批准延期")
        case .startWork: Phrase(en: "Start work on it (contact or finding)", zh: "开始办理（联系或认定）")
        case .tellMeanwhile: Phrase(en: "Tell the customer that it will take longer", zh: "告知客户已延期")
        case .headOfficeAnswer: Phrase(en: "Record head office's answer", zh: "登记总行批复")
        case .answerInBook: Phrase(en: "Write the answer in the comment book", zh: "在意见簿上回复")
        case .finding: Phrase(en: "Record the finding", zh: "作出责任认定")
        case .completeFinding(let fields):
            Phrase(
                en: "Complete the finding: it lacks \(Language.english.listed(fields.map { Language.english.quoted($0.label.english) }))",
                zh: "补全责任认定：缺少\(Language.chinese.listed(fields.map { Language.chinese.quoted($0.label.chinese) }))"
            )
        case .reply: Phrase(en: "Reply to the customer", zh: "回复客户")
        case .tellOutcome: Phrase(en: "Tell the customer the outcome", zh: "将结果告知客户")
        case .tellOutcomeOf(let number):
            Phrase(en: "Tell the customer of \(number) the outcome", zh: "将结果告知 \(number) 的客户")
        case .reportAtOnce: Phrase(en: "Tell head office at once", zh: "立即告知总行")
        case .decideReview: Phrase(en: "Record the decision of head office's review", zh: "登记总行核查决定")
        case .contactAgain:  // A contact of a closed case is none of its acts: it is recorded as another call-back.
            Phrase(
                en: "Contact the dissatisfied customer again (\(Language.english.quoted(act.label.english)))",
                zh: "再次联系不满意的客户（\(Language.chinese.quoted(act.label.chinese))）"
            )
        case .sign, .signByOther: Phrase(en: "Sign it", zh: "签字")
        case .sendBackOrRuling:
            Phrase(en: "Send it back and hand it over, or have head office rule", zh: "退回并移交，或由总行批复")
        case .sendBack: Phrase(en: "Send it back: a customer has no answer", zh: "退回：有客户尚未得到答复")
        case .ruling: Phrase(en: "Head office must rule: nobody here may sign", zh: "待总行批复：本网点无人可签字")
        case .sendResult: Phrase(en: "Send the result to whoever asked for it", zh: "报送结果")
        case .callBack: Phrase(en: "Call the customer back", zh: "回访客户")
        case .delayNote: Phrase(en: "Write down why it was late", zh: "填写逾期原因")
        case .verifyRectification(let item): Phrase(en: "Verify rectification \(item)", zh: "核验整改事项 \(item)")
        }
    }

    /// For whom or what it waits, in the eyes of everybody else.
    public var waiting: Phrase {
        switch self {
        case .passOn: Phrase(en: "Waiting for whoever took it to answer it or hand it over", zh: "待首问责任人答复或移交")
        case .accept(let receiver):
            receiver.map { Phrase(en: "Waiting for \($0) to accept it", zh: "待 \($0) 接收") }
                ?? Phrase(en: "Waiting for a manager to accept it", zh: "待管理人员接收")
        case .acknowledge: Phrase(en: "Waiting for the branch manager to acknowledge it", zh: "待网点负责人知悉")
        case .decideEscalation: Phrase(en: "Waiting for the branch manager to decide on the escalation", zh: "待网点负责人决定是否上报")
        case .decideExtension: Phrase(en: "Waiting for the branch manager to decide on the extension", zh: "待网点负责人决定是否延期")
        case .headOfficeAnswer: Phrase(en: "Waiting for head office to answer", zh: "待总行批复")
        case .decideReview: Phrase(en: "Waiting for head office's review", zh: "待总行核查决定")
        case .sign: Phrase(en: "Waiting for the branch manager to sign", zh: "待网点负责人签字")
        case .signByOther(let signer): Phrase(en: "Waiting for \(signer) to sign", zh: "待 \(signer) 签字")
        case .sendBackOrRuling:
            Phrase(en: "Waiting to be sent back, or for head office's ruling: nobody here may sign", zh: "待退回或总行批复：本网点无人可签字")
        case .sendBack: Phrase(en: "Waiting to be sent back: a customer has no answer", zh: "待退回：有客户尚未得到答复")
        case .startWork: Phrase(en: "Waiting for work on it to start", zh: "待开始办理")
        case .tellMeanwhile: Phrase(en: "Waiting for the customer to be told that it takes longer", zh: "待告知客户已延期")
        case .answerInBook: Phrase(en: "Waiting for the answer in the comment book", zh: "待在意见簿上回复")
        case .finding: Phrase(en: "Waiting for the finding", zh: "待责任认定")
        case .completeFinding(let fields):
            Phrase(
                en: "Waiting for the finding's \(Language.english.listed(fields.map { $0.label.english.lowercased() }))",
                zh: "待补全责任认定（\(Language.chinese.listed(fields.map(\.label.chinese)))）"
            )
        case .reply: Phrase(en: "Waiting for the reply to the customer", zh: "待回复客户")
        case .tellOutcome: Phrase(en: "Waiting for the customer to be told the outcome", zh: "待将结果告知客户")
        case .tellOutcomeOf(let number):
            Phrase(en: "Waiting for the customer of \(number) to be told the outcome", zh: "待将结果告知 \(number) 的客户")
        case .reportAtOnce: Phrase(en: "Waiting for head office to be told", zh: "待告知总行")
        case .contactAgain: Phrase(en: "Waiting for the dissatisfied customer to be contacted", zh: "待再次联系不满意的客户")
        // Head office is outside the branch, for whoever looks.
        case .ruling: sentence
        case .sendResult: Phrase(en: "Waiting for the result to be sent to whoever asked for it", zh: "待报送结果")
        case .callBack: Phrase(en: "Waiting for the call-back", zh: "待回访客户")
        case .delayNote: Phrase(en: "Waiting for the delay note", zh: "待填写逾期原因")
        case .verifyRectification(let item): Phrase(en: "Waiting for rectification \(item) to be verified", zh: "待核验整改事项 \(item)")
        }
    }

    /// The duty as it is told to somebody who reads for themselves and for those for whom they act. What waits for a colleague is not told as
    /// the reader's, and nobody is told to do what they cannot.
    public func sentence(to readers: Set<StaffNumber>, canDo: (ActKind) -> Bool) -> Phrase {
        switch self {
        case .accept(let receiver?) where !readers.contains(receiver): waiting
        case .passOn where !canDo(.answer) && canDo(.handOver):
            canDo(.accept) ? Phrase(en: "Accept it, or hand it over", zh: "接收，或移交") : Phrase(en: "Hand it over", zh: "移交")
        default: canDo(act) ? sentence : waiting
        }
    }
}

/// What a case waits for, what comes next first. Pure; nothing for history, and nothing for what is done.
public func duties(of state: Case, at now: Moment, under desk: DeskRules) -> [Duty] {
    if state.isHistory { return [] }
    let mayAnybodyHandle = desk.mayAnybodyHandle(state)
    let signing = signing(of: state, at: now, under: desk)
    var found = decisions(on: state, at: now, under: desk)
    if state.clocks.contains(where: { $0.name == .atOnce && $0.ended == nil }) { found.insert(.reportAtOnce, at: 0) }
    switch state.stage {
    case .logged, .handedOver, .inHand, .withHeadOffice:
        if mayAnybodyHandle { found += handling(of: state, under: desk) } else { found.append(.ruling) }
    case .toSign:
        let wanted = mayAnybodyHandle ? wantedBeforeSigning(state) : []
        found += wanted.isEmpty ? [signing] : wanted
    case .withdrawn, .notAccepted, .merged:
        let wanted = wantedBeforeSigning(state)
        if !state.isSigned { found += wanted.isEmpty ? [signing] : wanted }
    case .closed: break
    }
    if !state.awaitingResult.isEmpty { found.append(.sendResult) }
    if state.review != nil, state.reviewDecision == nil { found.append(.decideReview) }
    return found + aftermath(of: state, at: now)
}

/// What the branch manager is to see or to decide.
private func decisions(on state: Case, at now: Moment, under desk: DeskRules) -> [Duty] {
    // Nobody decides on a case about themselves; head office does then.
    guard !desk.heads(of: state, at: now).isEmpty else { return [] }
    var found: [Duty] = []
    if let asked = state.escalationAsked { found.append(.decideEscalation(isAtOnce: asked.isAtOnce)) }
    if state.extensionAsked != nil { found.append(.decideExtension) }
    if state.awaitsAcknowledgement { found.append(.acknowledge) }
    return found
}

/// What is to be done for the customer until there is an answer.
private func handling(of state: Case, under desk: DeskRules) -> [Duty] {
    var found: [Duty] = []
    if state.isExtended, !state.isToldMeanwhile { found.append(.tellMeanwhile) }
    switch state.stage {
    case .logged: found.append(.passOn)
    case .handedOver:
        let receiver = state.awaitedReceiver.flatMap { desk.staff[$0] }
        let mayAccept = receiver.map { !$0.isRetired && !state.isAbout($0.number) } ?? false
        found.append(.accept(mayAccept ? receiver?.number : nil))
    case .withHeadOffice: found.append(.headOfficeAnswer)
    default:
        if state.clocks.contains(where: { $0.name == .startWork && $0.ended == nil }) { found.append(.startWork) }
        if let finding = state.finding {
            let lacking = finding.lacks(besides: state.rectifications)
            if !lacking.isEmpty { found.append(.completeFinding(lacking)) }
        } else {
            found.append(.finding)
        }
        if !state.bookAnswersDue.isEmpty { found.append(.answerInBook) }
        found.append(.reply)
    }
    return found
}

extension Duty {
    /// Whether it comes before a signature: an entry cannot be signed while it is due.
    public var comesBeforeSigning: Bool {
        switch self {
        case .answerInBook, .tellOutcome, .tellOutcomeOf, .finding, .completeFinding, .ruling, .sendBackOrRuling, .sendBack: true
        default: false
        }
    }
}

/// Who signs, as things stand, or what is to be done where nobody may.
private func signing(of state: Case, at now: Moment, under desk: DeskRules) -> Duty {
    let signers = desk.possibleSigners(of: state, at: now)
    if let signer = signers.first { return signers == desk.heads(of: state, at: now) ? .sign : .signByOther(signer) }
    return desk.couldAnotherAnswer(state, at: now) ? .sendBackOrRuling : .ruling
}

/// What an entry lacks to be signed, each once; empty where it lacks nothing.
private func wantedBeforeSigning(_ state: Case) -> [Duty] {
    var wanted: [Duty] = []
    for lacking in state.lackingForSignature {
        let duty: Duty =
            switch lacking {
            case .bookFirst: .answerInBook
            case .replyFirst, .findingUntold, .reasonFirst: .tellOutcome
            case .mergedNotAnswered(let number): .tellOutcomeOf(number)
            case .findingLacks(let fields): .completeFinding(fields)
            case .endedUnanswered, .otherCustomerWaits: .sendBack
            default: .finding
            }
        if !wanted.contains(duty) { wanted.append(duty) }
    }
    return wanted
}

/// What is to be done after the end, and for corrective actions also before it.
private func aftermath(of state: Case, at now: Moment) -> [Duty] {
    var found: [Duty] = []
    if state.stage == .closed {
        if state.isCallBackDue { found.append(state.awaitsContactAgain ? .contactAgain : .callBack) }
        if !state.isDelayExplained, state.isLateTowardsCustomer(at: now) { found.append(.delayNote) }
    }
    return found + state.rectifications.filter(\.isOpen).map { .verifyRectification($0.action.item) }
}

extension Case {
    /// Whether a limit towards the customer was breached.
    func isLateTowardsCustomer(at now: Moment) -> Bool {
        clocks.contains { $0.name.isTowardsCustomer && $0.state(at: now) == .breached }
    }
}

extension Case {
    /// What the finding lacks yet for the signature; nil for nothing.
    public func findingDuty(at now: Moment, under desk: DeskRules) -> Duty? {
        duties(of: self, at: now, under: desk).first { if case .completeFinding = $0 { true } else { false } }
    }
}
