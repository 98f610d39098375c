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

    /// An event's contents, and what was remarkable of the computer's clock, in milliseconds (1-domain, What was is not rewritten).
    private struct Enveloped<Payload: Encodable>: Encodable {
        var payload: Payload
        var clock: ClockMark?

        func encode(to encoder: any Encoder) throws {
            try payload.encode(to: encoder)
            var container = encoder.container(keyedBy: Envelope.CodingKeys.self)
            switch clock {
            case .behind(let distance)?: try container.encode(distance, forKey: .clockBehind)
            case .ahead(let distance)?: try container.encode(distance, forKey: .clockAhead)
            case nil: break
            }
        }
    }

    /// What stands beside the contents of an event that is remarkable for its clock.
    private struct Envelope: Decodable {
        enum CodingKeys: String, CodingKey { case clockBehind, clockAhead }

        var clockBehind: Int64?
        var clockAhead: Int64?
    }

    /// What was remarkable of the computer's clock when an event was appended; nil for nothing.
    ///
    /// - Throws: `.damaged` for contents that are no JSON.
    func clockMark(_ bytes: [UInt8]) throws(LedgerError) -> ClockMark? {
        // Hardly any event has a mark: its bytes are looked for one before they are read as JSON once more.
        let beginning = Array("\"clock".utf8)
        let isPossible = bytes.withUnsafeBytes { text in
            text.indices.dropLast(beginning.count).contains { place in
                text[place] == beginning[0] && text[place..<place + beginning.count].elementsEqual(beginning)
            }
        }
        guard isPossible else { return nil }
        let envelope = try value(Envelope.self, from: bytes)
        return envelope.clockBehind.map(ClockMark.behind) ?? envelope.clockAhead.map(ClockMark.ahead)
    }

    private func content(_ kind: String, _ payload: some Codable, _ clock: ClockMark?) throws(LedgerError) -> EventContent {
        EventContent(kind: kind, bytes: try json(Enveloped(payload: payload, clock: clock)))
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
    func content(of event: any CaseEvent, clock: ClockMark? = nil) throws(LedgerError) -> EventContent {
        try content(event.wireName, event, clock)
    }

    private static let caseEventTypes = Dictionary(uniqueKeysWithValues: caseEvents.map { ($0.wireName, $0) })

    /// The event of a case that the ledger stored.
    ///
    /// - Throws: `.damaged` where the contents do not fit the kind, `.newerVersion` for a kind that this program does not know.
    func caseEvent(_ content: EventContent) throws(LedgerError) -> any CaseEvent {
        guard let type = EventCoder.caseEventTypes[content.kind] else {
            throw LedgerError(.newerVersion, message: "an event of the unknown kind \"\(content.kind)\"")
        }
        return try value(type, from: content.bytes)
    }

    /// An event of the desk as the ledger stores it.
    func content(of event: DeskEvent, clock: ClockMark? = nil) throws(LedgerError) -> EventContent {
        switch event {
        case .founded(let payload): try content("founded", payload, clock)
        case .staffAdded(let payload): try content("staff-added", payload, clock)
        case .staffChanged(let payload): try content("staff-changed", payload, clock)
        case .passcodeChanged(let payload): try content("passcode-changed", payload, clock)
        case .signInRefused(let payload): try content("sign-in-refused", payload, clock)
        case .settingsChanged(let payload): try content("settings-changed", payload, clock)
        case .standInNamed(let payload): try content("stand-in-named", payload, clock)
        case .standInEnded(let payload): try content("stand-in-ended", payload, clock)
        case .hoursSet(let payload): try content("hours-set", payload, clock)
        case .tierSet(let payload): try content("tier-set", payload, clock)
        case .openingCorrected(let payload): try content("opening-corrected", payload, clock)
        // Not of the reviews: it is the desk's, as settings are.
        case .bookCorrected(let payload): try content("day-corrected", payload, clock)
        case .clockDeclaredWrong(let payload): try content("clock-declared-wrong", payload, clock)
        case .calendarLoaded(let payload): try content("calendar-loaded", payload, clock)
        case .clockRuleSet(let payload): try content("clock-rule-set", payload, clock)
        case .codesChanged(let payload): try content("codes-changed", payload, clock)
        case .reportIssued(let payload): try content(EventCoder.reportIssued, payload, clock)
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
        case "staff-changed": return .staffChanged(try value(StaffChange.self, from: bytes))
        case "passcode-changed": return .passcodeChanged(try value(DeskEvent.PasscodeChanged.self, from: bytes))
        case "sign-in-refused": return .signInRefused(try value(DeskEvent.SignInRefused.self, from: bytes))
        case "settings-changed": return .settingsChanged(try value(DeskEvent.SettingsChanged.self, from: bytes))
        case "stand-in-named": return .standInNamed(try value(StandIn.self, from: bytes))
        case "stand-in-ended": return .standInEnded(try value(StandIn.self, from: bytes))
        case "hours-set": return .hoursSet(try value(HoursRule.self, from: bytes))
        case "tier-set": return .tierSet(try value(TierRule.self, from: bytes))
        case "opening-corrected": return .openingCorrected(try value(OpeningException.self, from: bytes))
        case "day-corrected": return .bookCorrected(try value(BookCorrection.self, from: bytes))
        case "clock-declared-wrong": return .clockDeclaredWrong(try value(WrongClock.self, from: bytes))
        case "calendar-loaded": return .calendarLoaded(try value(WorkCalendar.self, from: bytes))
        case EventCoder.reportIssued: return .reportIssued(try value(DeskEvent.ReportIssued.self, from: bytes))
        case "codes-changed": return .codesChanged(try value(CodeTable.self, from: bytes))
        case "clock-rule-set": return .clockRuleSet(try value(ClockRule.self, from: bytes))
        default: throw LedgerError(.newerVersion, message: "an event of the unknown kind \"\(content.kind)\"")
        }
    }

    /// An event of the comment book as the ledger stores it.
    func content(of event: BookEvent, clock: ClockMark? = nil) throws(LedgerError) -> EventContent {
        switch event {
        case .opened(let payload): try content("book-opened", payload, clock)
        case .entered(let payload): try content("book-entered", payload, clock)
        case .closed(let payload): try content("book-closed", payload, clock)
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
