import ComplaintRules
import FoundationEssentials

/// What stands in the ledger for one event beside its header: the kind, and the contents as JSON.
struct EventContent {
    /// The kind, as in the header.
    var kind: String
    /// The contents.
    var bytes: [UInt8]
}

/// Turns events into what the ledger stores, and back.
struct EventCoder {
    private let encoder: JSONEncoder
    private let decoder = JSONDecoder()

    init() {
        encoder = JSONEncoder()
        // Sorted, so that the same event gives the same bytes on every machine and in every run.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// An event's contents, and by how many milliseconds the clock stood behind the event before, where it did (1-domain, Clocks).
    private struct Enveloped<Payload: Codable>: Codable {
        var payload: Payload
        var clockBehind: Int64?

        private enum CodingKeys: String, CodingKey { case clockBehind }

        init(_ payload: Payload, clockBehind: Int64?) {
            self.payload = payload
            self.clockBehind = clockBehind
        }

        init(from decoder: any Decoder) throws {
            payload = try Payload(from: decoder)
            clockBehind = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(Int64.self, forKey: .clockBehind)
        }

        func encode(to encoder: any Encoder) throws {
            try payload.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeIfPresent(clockBehind, forKey: .clockBehind)
        }
    }

    private func content(_ kind: String, _ payload: some Codable, _ clockBehind: Int64?) throws(LedgerError) -> EventContent {
        EventContent(kind: kind, bytes: try json(Enveloped(payload, clockBehind: clockBehind)))
    }

    /// `value` as JSON.
    func json(_ value: some Encodable) throws(LedgerError) -> [UInt8] {
        do {
            return [UInt8](try encoder.encode(value))
        } catch {
            throw LedgerError(.misuse, message: "contents that cannot be written as JSON")
        }
    }

    /// What JSON `bytes` say.
    func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws(LedgerError) -> Value {
        do {
            return try decoder.decode(type, from: Data(bytes))
        } catch {
            throw LedgerError(.damaged, message: "contents that are not what their kind says")
        }
    }

    /// An event of a case as the ledger stores it.
    func content(of event: CaseEvent, clockBehind: Int64? = nil) throws(LedgerError) -> EventContent {
        switch event {
        case .logged(let payload): try content("logged", payload, clockBehind)
        case .imported(let payload): try content("imported", payload, clockBehind)
        case .answered(let payload): try content("answered", payload, clockBehind)
        case .handedOver(let payload): try content("handed-over", payload, clockBehind)
        case .accepted(let payload): try content("accepted", payload, clockBehind)
        case .noted(let payload): try content("noted", payload, clockBehind)
        case .found(let payload): try content("found", payload, clockBehind)
        case .replied(let payload): try content("replied", payload, clockBehind)
        case .signed(let payload): try content("signed", payload, clockBehind)
        case .sentBack(let payload): try content("sent-back", payload, clockBehind)
        case .withdrawn(let payload): try content("withdrawn", payload, clockBehind)
        case .notAccepted(let payload): try content("not-accepted", payload, clockBehind)
        case .amended(let payload): try content("amended", payload, clockBehind)
        case .addendumWritten(let payload): try content("addendum-written", payload, clockBehind)
        case .clockStarted(let payload): try content("clock-started", payload, clockBehind)
        case .acknowledged(let payload): try content("acknowledged", payload, clockBehind)
        case .contacted(let payload): try content("contacted", payload, clockBehind)
        case .timeAgreed(let payload): try content("time-agreed", payload, clockBehind)
        case .interimAnswered(let payload): try content("interim-answered", payload, clockBehind)
        case .personTold(let payload): try content("person-told", payload, clockBehind)
        case .attached(let payload): try content("attached", payload, clockBehind)
        case .chased(let payload): try content("chased", payload, clockBehind)
        case .delayExplained(let payload): try content("delay-explained", payload, clockBehind)
        case .extensionAsked(let payload): try content("extension-asked", payload, clockBehind)
        case .extensionGranted(let payload): try content("extension-granted", payload, clockBehind)
        case .escalationAsked(let payload): try content("escalation-asked", payload, clockBehind)
        case .escalationConfirmed(let payload): try content("escalation-confirmed", payload, clockBehind)
        case .declined(let payload): try content("declined", payload, clockBehind)
        case .headOfficeNoted(let payload): try content("head-office-noted", payload, clockBehind)
        case .headOfficeAnswered(let payload): try content("head-office-answered", payload, clockBehind)
        case .ruled(let payload): try content("ruled", payload, clockBehind)
        case .outsideDateSet(let payload): try content("outside-date-set", payload, clockBehind)
        case .resultSent(let payload): try content("result-sent", payload, clockBehind)
        case .answeredInBook(let payload): try content("answered-in-book", payload, clockBehind)
        case .answerRefused(let payload): try content("answer-refused", payload, clockBehind)
        case .merged(let payload): try content("merged", payload, clockBehind)
        case .linked(let payload): try content("linked", payload, clockBehind)
        case .calledBack(let payload): try content("called-back", payload, clockBehind)
        case .rectificationOpened(let payload): try content("rectification-opened", payload, clockBehind)
        case .rectificationVerified(let payload): try content("rectification-verified", payload, clockBehind)
        case .spotChecked(let payload): try content("spot-checked", payload, clockBehind)
        case .stated(let payload): try content("stated", payload, clockBehind)
        case .held(let payload): try content("held", payload, clockBehind)
        case .released(let payload): try content("released", payload, clockBehind)
        }
    }

    /// The event of a case that the ledger stored.
    ///
    /// - Throws: `.damaged` where the contents do not fit the kind, `.newerVersion` for a kind that this program does not know.
    func caseEvent(_ content: EventContent) throws(LedgerError) -> CaseEvent {
        let bytes = content.bytes
        switch content.kind {
        case "logged": return .logged(try value(CaseEvent.Logged.self, from: bytes))
        case "imported": return .imported(try value(CaseEvent.Imported.self, from: bytes))
        case "answered": return .answered(try value(CaseEvent.Answer.self, from: bytes))
        case "handed-over": return .handedOver(try value(CaseEvent.HandOver.self, from: bytes))
        case "accepted": return .accepted(try value(CaseEvent.Acceptance.self, from: bytes))
        case "noted": return .noted(try value(CaseEvent.Note.self, from: bytes))
        case "found": return .found(try value(CaseEvent.Finding.self, from: bytes))
        case "replied": return .replied(try value(CaseEvent.Reply.self, from: bytes))
        case "signed": return .signed(try value(CaseEvent.SignOff.self, from: bytes))
        case "sent-back": return .sentBack(try value(CaseEvent.Grounds.self, from: bytes))
        case "withdrawn": return .withdrawn(try value(CaseEvent.Grounds.self, from: bytes))
        case "not-accepted": return .notAccepted(try value(CaseEvent.Grounds.self, from: bytes))
        case "amended": return .amended(try value(CaseEvent.Amendment.self, from: bytes))
        case "addendum-written": return .addendumWritten(try value(CaseEvent.Addendum.self, from: bytes))
        case "clock-started": return .clockStarted(try value(Clock.self, from: bytes))
        case "acknowledged": return .acknowledged(try value(CaseEvent.Directions.self, from: bytes))
        case "contacted": return .contacted(try value(CaseEvent.Contact.self, from: bytes))
        case "time-agreed": return .timeAgreed(try value(CaseEvent.AgreedTime.self, from: bytes))
        case "interim-answered": return .interimAnswered(try value(CaseEvent.InterimAnswer.self, from: bytes))
        case "person-told": return .personTold(try value(CaseEvent.PersonTold.self, from: bytes))
        case "attached": return .attached(try value(CaseEvent.Attachment.self, from: bytes))
        case "chased": return .chased(try value(CaseEvent.Chaser.self, from: bytes))
        case "delay-explained": return .delayExplained(try value(CaseEvent.DelayNote.self, from: bytes))
        case "extension-asked": return .extensionAsked(try value(CaseEvent.Grounds.self, from: bytes))
        case "extension-granted": return .extensionGranted(try value(CaseEvent.Acceptance.self, from: bytes))
        case "escalation-asked": return .escalationAsked(try value(CaseEvent.Escalation.self, from: bytes))
        case "escalation-confirmed": return .escalationConfirmed(try value(CaseEvent.Dossier.self, from: bytes))
        case "declined": return .declined(try value(CaseEvent.Declined.self, from: bytes))
        case "head-office-noted": return .headOfficeNoted(try value(CaseEvent.Note.self, from: bytes))
        case "head-office-answered": return .headOfficeAnswered(try value(CaseEvent.HeadOfficeAnswer.self, from: bytes))
        case "ruled": return .ruled(try value(CaseEvent.Ruling.self, from: bytes))
        case "outside-date-set": return .outsideDateSet(try value(CaseEvent.OutsideDate.self, from: bytes))
        case "result-sent": return .resultSent(try value(CaseEvent.Note.self, from: bytes))
        case "answered-in-book": return .answeredInBook(try value(CaseEvent.Note.self, from: bytes))
        case "answer-refused": return .answerRefused(try value(CaseEvent.Refused.self, from: bytes))
        case "merged": return .merged(try value(CaseEvent.Link.self, from: bytes))
        case "linked": return .linked(try value(CaseEvent.Link.self, from: bytes))
        case "called-back": return .calledBack(try value(CaseEvent.CallBack.self, from: bytes))
        case "rectification-opened": return .rectificationOpened(try value(CaseEvent.Rectification.self, from: bytes))
        case "rectification-verified": return .rectificationVerified(try value(CaseEvent.RectificationCheck.self, from: bytes))
        case "spot-checked": return .spotChecked(try value(CaseEvent.Note.self, from: bytes))
        case "stated": return .stated(try value(CaseEvent.Statement.self, from: bytes))
        case "held": return .held(try value(CaseEvent.Grounds.self, from: bytes))
        case "released": return .released(try value(CaseEvent.Grounds.self, from: bytes))
        default: throw LedgerError(.newerVersion, message: "an event of the unknown kind \"\(content.kind)\"")
        }
    }

    /// An event of the desk as the ledger stores it.
    func content(of event: DeskEvent, clockBehind: Int64? = nil) throws(LedgerError) -> EventContent {
        switch event {
        case .founded(let payload): try content("founded", payload, clockBehind)
        case .staffAdded(let payload): try content("staff-added", payload, clockBehind)
        case .staffRetired(let payload): try content("staff-retired", payload, clockBehind)
        case .passcodeChanged(let payload): try content("passcode-changed", payload, clockBehind)
        case .signInRefused(let payload): try content("sign-in-refused", payload, clockBehind)
        case .settingsChanged(let payload): try content("settings-changed", payload, clockBehind)
        case .standInNamed(let payload): try content("stand-in-named", payload, clockBehind)
        case .calendarLoaded(let payload): try content("calendar-loaded", payload, clockBehind)
        case .clockRuleSet(let payload): try content("clock-rule-set", payload, clockBehind)
        case .codesChanged(let payload): try content("codes-changed", payload, clockBehind)
        case .reportIssued(let payload): try content(EventCoder.reportIssued, payload, clockBehind)
        }
    }

    /// The event of the desk that the ledger stored.
    ///
    /// - Throws: as `caseEvent`.
    func deskEvent(_ content: EventContent) throws(LedgerError) -> DeskEvent {
        let bytes = content.bytes
        switch content.kind {
        case "founded": return .founded(try value(DeskEvent.Founded.self, from: bytes))
        case "staff-added": return .staffAdded(try value(DeskEvent.StaffAdded.self, from: bytes))
        case "staff-retired": return .staffRetired(try value(DeskEvent.StaffRetired.self, from: bytes))
        case "passcode-changed": return .passcodeChanged(try value(DeskEvent.PasscodeChanged.self, from: bytes))
        case "sign-in-refused": return .signInRefused(try value(DeskEvent.SignInRefused.self, from: bytes))
        case "settings-changed": return .settingsChanged(try value(DeskEvent.SettingsChanged.self, from: bytes))
        case "stand-in-named": return .standInNamed(try value(StandIn.self, from: bytes))
        case "calendar-loaded": return .calendarLoaded(try value(WorkCalendar.self, from: bytes))
        case EventCoder.reportIssued: return .reportIssued(try value(DeskEvent.ReportIssued.self, from: bytes))
        case "codes-changed": return .codesChanged(try value(CodeTable.self, from: bytes))
        case "clock-rule-set": return .clockRuleSet(try value(ClockRule.self, from: bytes))
        default: throw LedgerError(.newerVersion, message: "an event of the unknown kind \"\(content.kind)\"")
        }
    }

    /// An event of the comment book as the ledger stores it.
    func content(of event: BookEvent, clockBehind: Int64? = nil) throws(LedgerError) -> EventContent {
        switch event {
        case .opened(let payload): try content("book-opened", payload, clockBehind)
        case .entered(let payload): try content("book-entered", payload, clockBehind)
        case .closed(let payload): try content("book-closed", payload, clockBehind)
        }
    }

    /// The kind of the events by which the figures of a month were reported; there is no table of them.
    static let reportIssued = "report-issued"

    /// Whether events of that kind are of the comment book.
    static func isBook(_ kind: String) -> Bool { kind.hasPrefix("book-") }

    /// The event of the comment book that the ledger stored.
    ///
    /// - Throws: as `caseEvent`.
    func bookEvent(_ content: EventContent) throws(LedgerError) -> BookEvent {
        switch content.kind {
        case "book-opened": return .opened(try value(BookEvent.Opened.self, from: content.bytes))
        case "book-entered": return .entered(try value(BookEvent.Entered.self, from: content.bytes))
        case "book-closed": return .closed(try value(BookEvent.Closed.self, from: content.bytes))
        default: throw LedgerError(.newerVersion, message: "an event of the unknown kind \"\(content.kind)\"")
        }
    }
}
