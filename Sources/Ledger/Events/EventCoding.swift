import ComplaintRules
import FoundationEssentials

/// What stands in the ledger for one event beside its header: the kind, and the contents as JSON.
struct EventContent {
    /// The kind, as in the header.
    var kind: String
    /// The contents.
    var bytes: [UInt8]
}

/// How an event came about, beside what it says.
struct Circumstances: Codable, Equatable {
    private var clockBehind: Int64?
    private var clockAhead: Int64?
    /// Who had given the doer the passcode that they signed with, until it was changed (1-domain, People come and go).
    var passcodeGivenBy: StaffNumber?

    /// Makes the circumstances of an event.
    init(clock: ClockMark? = nil, passcodeGivenBy: StaffNumber? = nil) {
        switch clock {
        case .behind(let distance)?: clockBehind = distance
        case .ahead(let distance)?: clockAhead = distance
        case nil: break
        }
        self.passcodeGivenBy = passcodeGivenBy
    }

    /// What was remarkable of the computer's clock, in milliseconds (1-domain, What was is not rewritten); nil for nothing.
    var clock: ClockMark? { clockBehind.map(ClockMark.behind) ?? clockAhead.map(ClockMark.ahead) }
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

    /// What an event says, with the circumstances beside it in the same object.
    private struct Enveloped<Payload: Codable>: Codable {
        var payload: Payload
        var circumstances: Circumstances

        init(_ payload: Payload, _ circumstances: Circumstances) {
            self.payload = payload
            self.circumstances = circumstances
        }

        init(from decoder: any Decoder) throws {
            payload = try Payload(from: decoder)
            circumstances = try Circumstances(from: decoder)
        }

        func encode(to encoder: any Encoder) throws {
            try payload.encode(to: encoder)
            try circumstances.encode(to: encoder)
        }
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
        return try value(Circumstances.self, from: bytes).clock
    }

    private func content(_ kind: String, _ payload: some Codable, _ circumstances: Circumstances) throws(LedgerError) -> EventContent {
        EventContent(kind: kind, bytes: try json(Enveloped(payload, circumstances)))
    }

    private func enveloped<Payload: Codable>(
        _ type: Payload.Type,
        _ content: EventContent
    ) throws(LedgerError) -> (payload: Payload, circumstances: Circumstances) {
        let both = try value(Enveloped<Payload>.self, from: content.bytes)
        return (both.payload, both.circumstances)
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
    func content(of event: any CaseEvent, _ circumstances: Circumstances = Circumstances()) throws(LedgerError) -> EventContent {
        try content(event.wireName, event, circumstances)
    }

    private static let caseEventTypes = Dictionary(uniqueKeysWithValues: caseEvents.map { ($0.wireName, $0) })

    /// The event of a case that the ledger stored.
    ///
    /// - Throws: `.damaged` where the contents do not fit the kind, `.newerVersion` for a kind that this program does not know.
    func caseEvent(_ content: EventContent) throws(LedgerError) -> (event: any CaseEvent, circumstances: Circumstances) {
        guard let type = EventCoder.caseEventTypes[content.kind] else {
            throw LedgerError(.newerVersion, message: "an event of the unknown kind \"\(content.kind)\"")
        }
        return try opened(type, content)
    }

    private func opened(_ type: (some CaseEvent).Type, _ content: EventContent) throws(LedgerError) -> (any CaseEvent, Circumstances) {
        let (event, circumstances) = try enveloped(type, content)
        return (event, circumstances)
    }

    /// An event of the desk as the ledger stores it.
    func content(of event: DeskEvent, _ circumstances: Circumstances = Circumstances()) throws(LedgerError) -> EventContent {
        switch event {
        case .founded(let payload): try content("founded", payload, circumstances)
        case .staffAdded(let payload): try content("staff-added", payload, circumstances)
        case .staffChanged(let payload): try content("staff-changed", payload, circumstances)
        case .keyChanged(let payload): try content("key-changed", payload, circumstances)
        case .recoveryKeySet(let payload): try content("recovery-key-set", payload, circumstances)
        case .lockOutLifted(let payload): try content("lock-out-lifted", payload, circumstances)
        case .signInRefused(let payload): try content(EventCoder.signInRefused, payload, circumstances)
        case .settingsChanged(let payload): try content("settings-changed", payload, circumstances)
        case .standInNamed(let payload): try content("stand-in-named", payload, circumstances)
        case .standInEnded(let payload): try content("stand-in-ended", payload, circumstances)
        case .hoursSet(let payload): try content("hours-set", payload, circumstances)
        case .tierSet(let payload): try content("tier-set", payload, circumstances)
        case .openingCorrected(let payload): try content("opening-corrected", payload, circumstances)
        // Not of the reviews: it is the desk's, as settings are.
        case .bookCorrected(let payload): try content("day-corrected", payload, circumstances)
        case .clockDeclaredWrong(let payload): try content("clock-declared-wrong", payload, circumstances)
        case .calendarLoaded(let payload): try content("calendar-loaded", payload, circumstances)
        case .clockRuleSet(let payload): try content("clock-rule-set", payload, circumstances)
        case .codesChanged(let payload): try content("codes-changed", payload, circumstances)
        case .lossDeclared(let payload): try content("loss-declared", payload, circumstances)
        case .restored(let payload): try content("restored", payload, circumstances)
        case .exported(let payload): try content("exported", payload, circumstances)
        case .paperSignedOut(let payload): try content("paper-signed-out", payload, circumstances)
        case .paperReturned(let payload): try content("paper-returned", payload, circumstances)
        case .erased(let payload): try content("erased", payload, circumstances)
        case .reportIssued(let payload): try content(EventCoder.reportIssued, payload, circumstances)
        }
    }

    /// The event of the desk that the ledger stored.
    ///
    /// - Throws: as `caseEvent`.
    func deskEvent(_ content: EventContent) throws(LedgerError) -> (event: DeskEvent, circumstances: Circumstances) {
        func read<Payload: Codable>(_ make: (Payload) -> DeskEvent) throws(LedgerError) -> (DeskEvent, Circumstances) {
            let (payload, circumstances) = try enveloped(Payload.self, content)
            return (make(payload), circumstances)
        }
        return switch content.kind {
        case "founded": try read(DeskEvent.founded)
        case "staff-added": try read(DeskEvent.staffAdded)
        case "staff-changed": try read(DeskEvent.staffChanged)
        case "key-changed": try read(DeskEvent.keyChanged)
        case "recovery-key-set": try read(DeskEvent.recoveryKeySet)
        case "lock-out-lifted": try read(DeskEvent.lockOutLifted)
        case EventCoder.signInRefused: try read(DeskEvent.signInRefused)
        case "settings-changed": try read(DeskEvent.settingsChanged)
        case "stand-in-named": try read(DeskEvent.standInNamed)
        case "stand-in-ended": try read(DeskEvent.standInEnded)
        case "hours-set": try read(DeskEvent.hoursSet)
        case "tier-set": try read(DeskEvent.tierSet)
        case "opening-corrected": try read(DeskEvent.openingCorrected)
        case "day-corrected": try read(DeskEvent.bookCorrected)
        case "clock-declared-wrong": try read(DeskEvent.clockDeclaredWrong)
        case "calendar-loaded": try read(DeskEvent.calendarLoaded)
        case EventCoder.reportIssued: try read(DeskEvent.reportIssued)
        case "loss-declared": try read(DeskEvent.lossDeclared)
        case "restored": try read(DeskEvent.restored)
        case "exported": try read(DeskEvent.exported)
        case "paper-signed-out": try read(DeskEvent.paperSignedOut)
        case "paper-returned": try read(DeskEvent.paperReturned)
        case "erased": try read(DeskEvent.erased)
        case "codes-changed": try read(DeskEvent.codesChanged)
        case "clock-rule-set": try read(DeskEvent.clockRuleSet)
        default: throw LedgerError(.newerVersion, message: "an event of the unknown kind \"\(content.kind)\"")
        }
    }

    /// An event of the comment book as the ledger stores it.
    func content(of event: BookEvent, _ circumstances: Circumstances = Circumstances()) throws(LedgerError) -> EventContent {
        switch event {
        case .opened(let payload): try content("book-opened", payload, circumstances)
        case .entered(let payload): try content("book-entered", payload, circumstances)
        case .closed(let payload): try content("book-closed", payload, circumstances)
        }
    }

    /// The kind of the events by which the figures of a month were reported; there is no table of them.
    static let reportIssued = "report-issued"
    /// The kind of a sign-in that was refused.
    static let signInRefused = "sign-in-refused"

    /// Whether events of that kind are of the comment book.
    static func isBook(_ kind: String) -> Bool { kind.hasPrefix("book-") }

    /// The event of the comment book that the ledger stored.
    ///
    /// - Throws: as `caseEvent`.
    func bookEvent(_ content: EventContent) throws(LedgerError) -> (event: BookEvent, circumstances: Circumstances) {
        func read<Payload: Codable>(_ make: (Payload) -> BookEvent) throws(LedgerError) -> (BookEvent, Circumstances) {
            let (payload, circumstances) = try enveloped(Payload.self, content)
            return (make(payload), circumstances)
        }
        return switch content.kind {
        case "book-opened": try read(BookEvent.opened)
        case "book-entered": try read(BookEvent.entered)
        case "book-closed": try read(BookEvent.closed)
        default: throw LedgerError(.newerVersion, message: "an event of the unknown kind \"\(content.kind)\"")
        }
    }
}
