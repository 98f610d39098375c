/// The name of an act on a case, as on the command line.
public enum ActKind: String, CaseIterable, Sendable {
    case answer
    case handOver = "hand-over"
    case acknowledge
    case accept
    case note
    case contact
    case agreeTime = "agree-time"
    case interimAnswer = "interim-answer"
    case tellPerson = "tell-person"
    case attach
    case chase
    case finding
    case reply
    case answerInBook = "answer-in-book"
    case askExtension = "ask-extension"
    case grantExtension = "grant-extension"
    case askEscalation = "ask-escalation"
    case confirmEscalation = "confirm-escalation"
    case decline
    case headOfficeNote = "head-office-note"
    case headOfficeAnswer = "head-office-answer"
    case outsideDate = "outside-date"
    case sendResult = "send-result"
    case sign
    case ruling
    case sendBack = "send-back"
    case refuseAnswer = "refuse-answer"
    case withdraw
    case notAccept = "not-accept"
    case merge
    case amend
    case callBack = "call-back"
    case rectify
    case verifyRectification = "verify-rectification"
    case spotCheck = "spot-check"
    case statement
    case delayNote = "delay-note"
    case addendum
    case hold
    case release

    /// Whether the act is to be asked about once before it is done, with Cancel as the answer that stands (2-screens, rule 4).
    public var isWeighty: Bool {
        switch self {
        case .sign, .ruling, .sendBack, .withdraw, .notAccept, .merge, .askEscalation, .confirmEscalation, .refuseAnswer: true
        default: false
        }
    }
}

/// Something that a person wants to do to a case. Whether they may is decided by `decide`.
public enum Act: Hashable, Sendable {
    case answer(CaseEvent.Answer)
    case handOver(CaseEvent.HandOver)
    case acknowledge(CaseEvent.Directions)
    case accept
    case note(CaseEvent.Note)
    case contact(CaseEvent.Contact)
    case agreeTime(Moment)
    case interimAnswer(CaseEvent.InterimAnswer)
    case tellPerson(CaseEvent.PersonTold)
    /// A paper, or a scan in the file `from`, which is copied and then known by its digest; an empty path for paper only.
    case attach(CaseEvent.Attachment, from: String)
    case chase(text: String)
    case finding(CaseEvent.Finding)
    case reply(CaseEvent.Reply)
    case answerInBook(CaseEvent.Note)
    case askExtension(CaseEvent.Grounds)
    case grantExtension
    case askEscalation(CaseEvent.Escalation)
    case confirmEscalation
    case decline(CaseEvent.Declined)
    case headOfficeNote(CaseEvent.Note)
    case headOfficeAnswer(CaseEvent.HeadOfficeAnswer)
    case outsideDate(CaseEvent.OutsideDate)
    case sendResult(CaseEvent.Note)
    case sign
    case ruling(CaseEvent.Ruling)
    case sendBack(CaseEvent.Grounds)
    case refuseAnswer(CaseEvent.Refused)
    case withdraw(CaseEvent.Grounds)
    case notAccept(CaseEvent.Grounds)
    case merge(into: String)
    case amend(AmendableField, to: String)
    case callBack(CaseEvent.CallBack)
    case rectify(what: String, owner: String, due: Day)
    case verifyRectification(CaseEvent.RectificationCheck)
    case spotCheck(CaseEvent.Note)
    case statement(CaseEvent.Statement)
    case delayNote(cause: String)
    case addendum(CaseEvent.Addendum)
    case hold(CaseEvent.Grounds)
    case release(CaseEvent.Grounds)

    /// The act's name.
    public var kind: ActKind {
        switch self {
        case .answer: .answer
        case .handOver: .handOver
        case .acknowledge: .acknowledge
        case .accept: .accept
        case .note: .note
        case .contact: .contact
        case .agreeTime: .agreeTime
        case .interimAnswer: .interimAnswer
        case .tellPerson: .tellPerson
        case .attach: .attach
        case .chase: .chase
        case .finding: .finding
        case .reply: .reply
        case .answerInBook: .answerInBook
        case .askExtension: .askExtension
        case .grantExtension: .grantExtension
        case .askEscalation: .askEscalation
        case .confirmEscalation: .confirmEscalation
        case .decline: .decline
        case .headOfficeNote: .headOfficeNote
        case .headOfficeAnswer: .headOfficeAnswer
        case .outsideDate: .outsideDate
        case .sendResult: .sendResult
        case .sign: .sign
        case .ruling: .ruling
        case .sendBack: .sendBack
        case .refuseAnswer: .refuseAnswer
        case .withdraw: .withdraw
        case .notAccept: .notAccept
        case .merge: .merge
        case .amend: .amend
        case .callBack: .callBack
        case .rectify: .rectify
        case .verifyRectification: .verifyRectification
        case .spotCheck: .spotCheck
        case .statement: .statement
        case .delayNote: .delayNote
        case .addendum: .addendum
        case .hold: .hold
        case .release: .release
        }
    }
}

extension Act {
    /// The number of the other case that a decision on this act has to know, as `DeskRules.other`; nil where it needs none.
    public func otherNumber(on state: Case) -> String? {
        switch self {
        case .merge(let into): into
        case .refuseAnswer: state.goesOnIn
        default: nil
        }
    }
}

/// A field of an act, from which its form, its JSON and its description are made.
public struct ActField: Hashable, Sendable {
    /// What can be written in it.
    public enum Kind: Hashable, Sendable {
        /// A text of several lines.
        case text
        /// A text of one line.
        case line
        /// One of some codes.
        case choice([String])
        /// The number of a manager.
        case receiver
        /// Yes or no.
        case flag
        /// A moment, or a day.
        case time
        /// An amount of money.
        case amount
        /// The path of a file.
        case file
    }

    /// The name, as in JSON.
    public let name: String
    /// What can be written in it.
    public let kind: Kind
    /// Whether the act needs it.
    public let isRequired: Bool

    init(_ name: String, _ kind: Kind, required: Bool = false) {
        self.name = name
        self.kind = kind
        self.isRequired = required
    }
}
