extension CaseEvent {
    /// The branch manager saw a hand-over, and may have given directions.
    public struct Directions: Hashable, Codable, Sendable {
        /// The directions; empty for none.
        public var text: String

        /// Makes the event.
        public init(text: String) { self.text = text }
    }

    /// A contact, or an attempt at one, with the customer.
    public struct Contact: Hashable, Codable, Sendable {
        /// In which way.
        public var how: ContactWay
        /// What was said.
        public var text: String
        /// Whether the customer was reached; three attempts that failed may end as "could not be delivered".
        public var isReached: Bool

        /// Makes the event.
        public init(how: ContactWay, text: String, isReached: Bool) {
            self.how = how
            self.text = text
            self.isReached = isReached
        }
    }

    /// The moment by which the customer was promised a reply.
    public struct AgreedTime: Hashable, Codable, Sendable {
        /// The moment.
        public var at: Moment

        /// Makes the event.
        public init(at: Moment) { self.at = at }
    }

    /// What the customer was told meanwhile.
    public struct InterimAnswer: Hashable, Codable, Sendable {
        /// In which way.
        public var how: ContactWay
        /// What was said.
        public var text: String

        /// Makes the event.
        public init(how: ContactWay, text: String) {
            self.how = how
            self.text = text
        }
    }

    /// The person or unit responsible was told, and what they said.
    public struct PersonTold: Hashable, Codable, Sendable {
        /// Who.
        public var who: String
        /// Their word.
        public var text: String

        /// Makes the event.
        public init(who: String, text: String) {
            self.who = who
            self.text = text
        }
    }

    /// A paper or a scan that belongs to the case.
    public struct Attachment: Hashable, Codable, Sendable {
        /// What it is.
        public var name: String
        /// Where the paper is kept: cabinet and file number.
        public var place: String
        /// The BLAKE2b-256 digest of the scan, in hexadecimal, by which its copy is kept; empty where there is paper only.
        public var digest: String
        /// The length of the scan in bytes.
        public var byteCount: Int64

        /// Makes the event.
        public init(name: String, place: String, digest: String = "", byteCount: Int64 = 0) {
            self.name = name
            self.place = place
            self.digest = digest
            self.byteCount = byteCount
        }
    }

    /// A reminder for an open, overdue case.
    public struct Chaser: Hashable, Codable, Sendable {
        /// Its number in the series of chasers.
        public var number: String
        /// What it asks for.
        public var text: String

        /// Makes the event.
        public init(number: String, text: String) {
            self.number = number
            self.text = text
        }
    }

    /// The cause of a late closing.
    public struct DelayNote: Hashable, Codable, Sendable {
        /// Its number in the series of delay notes.
        public var number: String
        /// The cause.
        public var cause: String

        /// Makes the event.
        public init(number: String, cause: String) {
            self.number = number
            self.cause = cause
        }
    }

    /// A question whether the case exceeds the branch's authority.
    public struct Escalation: Hashable, Codable, Sendable {
        /// Why it goes to head office.
        public var kind: EscalationKind
        /// The reason in words.
        public var reason: String
        /// How many persons complain, for a group case.
        public var persons: Int?

        /// Makes the event.
        public init(kind: EscalationKind, reason: String, persons: Int? = nil) {
            self.kind = kind
            self.reason = reason
            self.persons = persons
        }

        /// The fewest persons of a group case.
        public static let groupMinimum = 5
        /// From how many persons on a group case is reported at once.
        public static let largeGroup = 20

        /// Whether head office is to be told at once, so that its confirmation is due at once.
        public var isAtOnce: Bool { kind.isAtOnce || kind == .group && (persons ?? 0) >= Escalation.largeGroup }
    }

    /// A question that the branch manager answered with no.
    public struct Declined: Hashable, Codable, Sendable {
        /// What can be asked of the branch manager.
        public enum Question: String, CaseIterable, Codable, Sendable { case `extension`, escalation }

        /// The reason.
        public var reason: String
        /// Which question; nil where only one was asked.
        public var what: Question?

        /// Makes the event.
        public init(reason: String, what: Question? = nil) {
            self.reason = reason
            self.what = what
        }
    }

    /// The case went to head office.
    public struct Dossier: Hashable, Codable, Sendable {
        /// The number in the series of dossiers.
        public var number: String

        /// Makes the event.
        public init(number: String) { self.number = number }
    }

    /// Head office's answer.
    public struct HeadOfficeAnswer: Hashable, Codable, Sendable {
        /// What it says.
        public var text: String
        /// Whether it approves 30 more days.
        public var isLonger: Bool?

        /// Makes the event.
        public init(text: String, isLonger: Bool? = nil) {
            self.text = text
            self.isLonger = isLonger
        }
    }

    /// Head office's written ruling: in place of a signature that nobody in the branch may give, or for a special class.
    public struct Ruling: Hashable, Codable, Sendable {
        /// What it says.
        public var text: String
        /// Under which reference.
        public var reference: String
        /// What the customer was told, and how, where nobody in the branch could answer them; nil where they had an answer.
        public var told: String?

        /// Makes the event.
        public init(text: String, reference: String, told: String? = nil) {
            self.text = text
            self.reference = reference
            self.told = told
        }
    }

    /// A date that a regulator, a superior or the government set.
    public struct OutsideDate: Hashable, Codable, Sendable {
        /// The moment.
        public var due: Moment
        /// Who set it.
        public var by: String

        /// Makes the event.
        public init(due: Moment, by: String) {
            self.due = due
            self.by = by
        }
    }

    /// The customer refused the answer.
    public struct Refused: Hashable, Codable, Sendable {
        /// Why.
        public var reason: String
        /// Whether the outside channels were told.
        public var toldChannels: String
        /// The number of the new case; nil where the case goes on itself.
        public var next: String?

        /// Makes the event.
        public init(reason: String, toldChannels: String) {
            self.reason = reason
            self.toldChannels = toldChannels
        }
    }

    /// A tie to another case.
    public struct Link: Hashable, Codable, Sendable {
        /// What ties them.
        public enum Tie: String, Codable, Sendable {
            /// The case ended in the other one.
            case mergedInto = "merged-into"
            /// The other one ended in this case.
            case absorbed
            /// The customer refused the answer of the other one.
            case refusedAnswer = "refused-answer"
            /// The same customer or matter came before.
            case repeated
        }

        /// The other case's number.
        public var number: String
        /// What ties them.
        public var tie: Tie
        /// Whom the other case is about, where it ended in this one: they take no part in this one either.
        public var subjects: [StaffNumber]?

        /// Makes the event.
        public init(number: String, tie: Tie, subjects: [StaffNumber]? = nil) {
            self.number = number
            self.tie = tie
            self.subjects = subjects
        }
    }

    /// The customer was asked afterwards.
    public struct CallBack: Hashable, Codable, Sendable {
        /// The answer.
        public var level: SatisfactionLevel
        /// In the customer's words.
        public var text: String

        /// Makes the event.
        public init(level: SatisfactionLevel, text: String) {
            self.level = level
            self.text = text
        }
    }

    /// A corrective action.
    public struct Rectification: Hashable, Codable, Sendable {
        /// Which one of the case, from 1.
        public var item: Int
        /// What is to be done.
        public var what: String
        /// Who does it.
        public var owner: String
        /// By which day.
        public var due: Day

        /// Makes the event.
        public init(item: Int, what: String, owner: String, due: Day) {
            self.item = item
            self.what = what
            self.owner = owner
            self.due = due
        }
    }

    /// A check that a corrective action was done and works.
    public struct RectificationCheck: Hashable, Codable, Sendable {
        /// Which one of the case.
        public var item: Int
        /// What was found.
        public var result: String

        /// Makes the event.
        public init(item: Int, result: String) {
            self.item = item
            self.result = result
        }
    }

    /// A member of staff's own word on the case, for its author, the branch manager and the auditor only.
    public struct Statement: Hashable, Codable, Sendable {
        /// The statement.
        public var text: String

        /// Makes the event.
        public init(text: String) { self.text = text }
    }
}

/// Why a case goes to head office (1-domain, Escalation).
public enum EscalationKind: String, CaseIterable, Codable, Sendable {
    case authority
    case amount
    case media
    case regulator
    case group
    case incident
    case branchDispute = "branch-dispute"
    case staffAppeal = "staff-appeal"
    case repeated = "repeat"
    case recusal

    /// Whether head office is to be told at once.
    public var isAtOnce: Bool { self == .media || self == .incident }
}

/// The customer's answer to a call-back.
public enum SatisfactionLevel: String, CaseIterable, Codable, Sendable {
    case verySatisfied = "very-satisfied"
    case satisfied
    case basicallySatisfied = "basically-satisfied"
    case dissatisfied
    case unreachable
}
