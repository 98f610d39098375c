/// What happened on a case. Appended to the ledger and never changed; the state of a case is what its events make of it.
public enum CaseEvent: Hashable, Sendable {
    case logged(Logged)
    case imported(Imported)
    case answered(Answer)
    case handedOver(HandOver)
    case accepted(Acceptance)
    case noted(Note)
    case found(Finding)
    case replied(Reply)
    case signed(SignOff)
    case sentBack(Grounds)
    case withdrawn(Grounds)
    case notAccepted(Grounds)
    case amended(Amendment)
    case addendumWritten(Addendum)
    case clockStarted(Clock)
    case acknowledged(Directions)
    case contacted(Contact)
    case timeAgreed(AgreedTime)
    case interimAnswered(InterimAnswer)
    case personTold(PersonTold)
    case attached(Attachment)
    case chased(Chaser)
    case delayExplained(DelayNote)
    case extensionAsked(Grounds)
    case extensionGranted(Acceptance)
    case escalationAsked(Escalation)
    case escalationConfirmed(Dossier)
    case declined(Declined)
    case headOfficeNoted(Note)
    case headOfficeAnswered(HeadOfficeAnswer)
    case ruled(Ruling)
    case outsideDateSet(OutsideDate)
    case resultSent(Note)
    case answeredInBook(Note)
    case answerRefused(Refused)
    case merged(Link)
    case linked(Link)
    case calledBack(CallBack)
    case rectificationOpened(Rectification)
    case rectificationVerified(RectificationCheck)
    case spotChecked(Note)
    case stated(Statement)
    case held(Grounds)
    case released(Grounds)

    /// The first event of a case: what was taken down, its number, and the clocks that started.
    public struct Logged: Hashable, Codable, Sendable {
        /// The number, as printed.
        public var number: String
        /// What was taken down.
        public var intake: Intake
        /// The clocks as they started under the rules that held then.
        public var clocks: [Clock]

        /// Makes the event.
        public init(number: CaseNumber, intake: Intake, clocks: [Clock]) {
            self.number = number.description
            self.intake = intake
            self.clocks = clocks
        }
    }

    /// The only event of a case that was dealt with elsewhere and is kept here as history.
    public struct Imported: Hashable, Codable, Sendable {
        /// The number that it was given here, by the month of receipt.
        public var number: String
        /// What is known of it.
        public var intake: Intake
        /// The channel by the name that its source gave it.
        public var channelName = ""
        /// What became of it, in its source's words.
        public var outcome = ""
        /// Whether its source says that it was answered in time.
        public var isKeptWithinLimit: Bool?
        /// When it went to head office (or to the company complained about).
        public var headOfficeReceived: Moment?
        /// Facts that have no field of their own here, by the names that its source gave them.
        public var others: [String: String] = [:]

        /// Makes the event.
        public init(number: CaseNumber, intake: Intake) {
            self.number = number.description
            self.intake = intake
        }
    }

    /// An answer on the spot.
    public struct Answer: Hashable, Codable, Sendable {
        /// What was said.
        public var text: String
        /// What was paid or promised to be paid.
        public var amount: Amount?
        /// What else was promised.
        public var promise: String?

        /// Makes the event.
        public init(text: String, amount: Amount? = nil, promise: String? = nil) {
            self.text = text
            self.amount = amount
            self.promise = promise
        }
    }

    /// A hand-over to a manager, who has yet to accept.
    public struct HandOver: Hashable, Codable, Sendable {
        /// To whom.
        public var to: StaffNumber
        /// What the receiver should know.
        public var note = ""

        /// Makes the event.
        public init(to: StaffNumber, note: String = "") {
            self.to = to
            self.note = note
        }
    }

    /// A manager took the case in hand.
    public struct Acceptance: Hashable, Codable, Sendable {
        /// Makes the event.
        public init() {}
    }

    /// A note of something learnt or said.
    public struct Note: Hashable, Codable, Sendable {
        /// What was learnt or said.
        public var text: String
        /// In which way a contact took place; nil for a note that is none.
        public var how: ContactWay?

        /// Makes the event.
        public init(text: String, how: ContactWay? = nil) {
            self.text = text
            self.how = how
        }
    }

    /// Whether the bank was at fault, and what follows from it.
    public struct Finding: Hashable, Codable, Sendable {
        /// Whether the bank was at fault.
        public var fault: Fault
        /// The facts found.
        public var facts: String
        /// Whether the complaint held.
        public var classification: CaseClass
        /// What it turned out to be.
        public var kind: CaseKind
        /// How an apology was made; due where the bank was at fault.
        public var apology = ""
        /// Who made it; nil where there was none, or nobody wrote down who.
        public var apologyBy: String?
        /// Who outside the bank is liable too, such as a payment company; nil where nobody is.
        public var thirdParty: String?
        /// How the mistake was corrected; due where the bank was at fault.
        public var correction = ""
        /// What keeps it from happening again; due where the bank was at fault.
        public var rectification = ""
        /// The patient explanation given; due where the bank was not at fault.
        public var explanation = ""
        /// Head office's ruling, cited; due where the class is special.
        public var ruling = ""

        /// Makes the event of the things that each finding must have.
        public init(fault: Fault, facts: String, classification: CaseClass, kind: CaseKind = .complaint) {
            self.fault = fault
            self.facts = facts
            self.classification = classification
            self.kind = kind
        }

        private enum CodingKeys: String, CodingKey {
            case fault, facts, kind, apology, apologyBy, thirdParty, correction, rectification, explanation, ruling
            case classification = "class"
        }
    }

    /// The reply to the customer.
    public struct Reply: Hashable, Codable, Sendable {
        /// In which way.
        public var how: ContactWay
        /// What was said.
        public var text: String
        /// Whether the customer accepts it; nil where they did not say.
        public var isAccepted: Bool?
        /// To whom; nil for the customer themselves.
        public var to: String?
        /// What was paid or promised to be paid.
        public var amount: Amount?
        /// What else was promised.
        public var promise: String?
        /// Whether it could not be delivered, after three attempts or where no contact is left.
        public var isUndelivered: Bool?

        /// Makes the event.
        public init(how: ContactWay, text: String, isAccepted: Bool? = nil) {
            self.how = how
            self.text = text
            self.isAccepted = isAccepted
        }
    }

    /// The branch manager's signature.
    public struct SignOff: Hashable, Codable, Sendable {
        /// The signature over the case up to and including the event `covers`. The rules decide that a case may be signed; the ledger,
        /// which holds the keys, puts the signature in before the event is appended.
        public var seal: Seal?

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

        /// Makes the event.
        public init(seal: Seal? = nil) { self.seal = seal }
    }

    /// Something that happened for a reason: a sending back, a withdrawal, a refusal to take the case.
    public struct Grounds: Hashable, Codable, Sendable {
        /// The reason.
        public var reason: String

        /// Makes the event.
        public init(reason: String) { self.reason = reason }
    }

    /// A typing error put right.
    public struct Amendment: Hashable, Codable, Sendable {
        /// Which field.
        public var field: AmendableField
        /// What it said.
        public var old: String
        /// What it says now.
        public var new: String
        /// The staff whom the case is about after the amendment, where `field` is `about`.
        public var subjects: [StaffNumber]?

        /// Makes the event.
        public init(field: AmendableField, old: String, new: String) {
            self.field = field
            self.old = old
            self.new = new
        }
    }

    /// A fact added after the signature.
    public struct Addendum: Hashable, Codable, Sendable {
        /// The fact.
        public var text: String

        /// Makes the event.
        public init(text: String) { self.text = text }
    }
}

/// A field of an intake in which a typing error can be put right. When it was received, and how, start clocks and are not among them.
public enum AmendableField: String, CaseIterable, Codable, Sendable {
    case customer, contact, proxy, text, asks, business, reason, about, amount, happened
}

/// Something that happened, with who did it and when.
public struct Happened<Event: Hashable & Sendable>: Hashable, Sendable {
    /// What happened.
    public var event: Event
    /// When.
    public var at: Moment
    /// Who did it.
    public var by: StaffNumber
    /// For whom they did it, where they stood in.
    public var onBehalfOf: StaffNumber?
    /// Its place in the ledger, from 1.
    public var seq: Int64

    /// Makes the record of something that happened.
    public init(_ event: Event, at: Moment, by: StaffNumber, onBehalfOf: StaffNumber? = nil, seq: Int64 = 0) {
        self.event = event
        self.at = at
        self.by = by
        self.onBehalfOf = onBehalfOf
        self.seq = seq
    }
}
