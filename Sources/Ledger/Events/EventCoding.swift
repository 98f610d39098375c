import ComplaintRules
import TableFiles

/// What stands in the ledger for one event beside its header: the kind, and the contents as JSON.
struct EventContent: Sendable {
    /// The kind, as in the header.
    var kind: String
    /// The contents.
    var bytes: [UInt8]
}

/// How an event came about, beside what it says.
struct Circumstances: Codable, Equatable {
    private var clockBehind: Int64?
    private var clockAhead: Int64?
    private var passcodeGivers: [StaffNumber]?
    /// Who knew the passcode that the doer signed with, until it was changed: whoever gave it first (1-domain, People come and go).
    var passcodeGivenBy: [StaffNumber] { passcodeGivers ?? [] }

    private enum CodingKeys: String, CodingKey {
        case clockBehind, clockAhead
        case passcodeGivers = "passcodeGivenBy"
    }

    /// Makes the circumstances of an event.
    init(clock: ClockMark? = nil, passcodeGivenBy: [StaffNumber] = []) {
        switch clock {
        case .behind(let distance)?: clockBehind = distance
        case .ahead(let distance)?: clockAhead = distance
        case nil: break
        }
        passcodeGivers = passcodeGivenBy.isEmpty ? nil : passcodeGivenBy
    }

    /// What was remarkable of the computer's clock, in milliseconds (1-domain, What was is not rewritten); nil for nothing.
    var clock: ClockMark? { clockBehind.map(ClockMark.behind) ?? clockAhead.map(ClockMark.ahead) }
}

/// What the ledger calls the events of the desk: each name stands here once.
enum DeskKind: String {
    case founded
    case staffAdded = "staff-added"
    case staffChanged = "staff-changed"
    case keyChanged = "key-changed"
    case recoveryKeySet = "recovery-key-set"
    case lockOutLifted = "lock-out-lifted"
    case signInRefused = "sign-in-refused"
    case settingsChanged = "settings-changed"
    case standInNamed = "stand-in-named"
    case standInEnded = "stand-in-ended"
    case hoursSet = "hours-set"
    case tierSet = "tier-set"
    case sizeSet = "size-set"
    case pointsSet = "points-set"
    case openingCorrected = "opening-corrected"
    // Not of the reviews: it is the desk's, as settings are.
    case bookCorrected = "day-corrected"
    case clockDeclaredWrong = "clock-declared-wrong"
    case calendarLoaded = "calendar-loaded"
    case clockRuleSet = "clock-rule-set"
    case codesChanged = "codes-changed"
    case scriptsChanged = "scripts-changed"
    case lossDeclared = "loss-declared"
    case restored
    case exported
    case paperSignedOut = "paper-signed-out"
    case paperReturned = "paper-returned"
    case erased
    case reportIssued = "report-issued"
}

/// What the ledger calls the events of the comment book.
enum BookKind: String {
    case opened = "book-opened"
    case entered = "book-entered"
    case closed = "book-closed"
}

/// Turns events into what the ledger stores, and back.
struct EventCoder {
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
        guard EventCoder.holds(bytes, "\"clock") else { return nil }
        return try value(Circumstances.self, from: bytes).clock
    }

    /// Who knew the passcode that the doer of an event signed with; nobody where it was their own.
    ///
    /// - Throws: `.damaged` for contents that are no JSON.
    func passcodeGivers(_ bytes: [UInt8]) throws(LedgerError) -> [StaffNumber] {
        guard EventCoder.holds(bytes, "\"passcodeGivenBy\"") else { return [] }
        return try value(Circumstances.self, from: bytes).passcodeGivenBy
    }

    private static func holds(_ bytes: [UInt8], _ word: String) -> Bool {
        let wanted = Array(word.utf8)
        return bytes.withUnsafeBytes { text in
            text.indices.dropLast(wanted.count).contains { place in
                text[place] == wanted[0] && text[place..<place + wanted.count].elementsEqual(wanted)
            }
        }
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

    /// `value` as JSON, the same value in the same bytes.
    func json(_ value: some Encodable) throws(LedgerError) -> [UInt8] {
        do {
            return try JSONCoding.bytes(of: value)
        } catch {
            throw LedgerError(.misuse, message: "contents that cannot be written as JSON")
        }
    }

    /// What JSON `bytes` say.
    func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws(LedgerError) -> Value {
        do {
            return try JSONCoding.value(type, from: bytes)
        } catch {
            throw LedgerError(.damaged, message: "contents that are not what their kind says")
        }
    }

    /// An event of a case as the ledger stores it.
    func content(of event: any CaseEvent, _ circumstances: Circumstances = Circumstances()) throws(LedgerError) -> EventContent {
        try content(event.wireName, event, circumstances)
    }

    private static func unknown(_ content: EventContent) -> LedgerError {
        LedgerError(.newerVersion, message: "an event of the unknown kind \"\(content.kind)\"")
    }

    private static let caseEventTypes = Dictionary(uniqueKeysWithValues: caseEvents.map { ($0.wireName, $0) })

    /// The event of a case that the ledger stored.
    ///
    /// - Throws: `.damaged` where the contents do not fit the kind, `.newerVersion` for a kind that this program does not know.
    func caseEvent(_ content: EventContent) throws(LedgerError) -> (event: any CaseEvent, circumstances: Circumstances) {
        guard let type = EventCoder.caseEventTypes[content.kind] else {
            throw Self.unknown(content)
        }
        return try opened(type, content)
    }

    private func opened(_ type: (some CaseEvent).Type, _ content: EventContent) throws(LedgerError) -> (any CaseEvent, Circumstances) {
        let (event, circumstances) = try enveloped(type, content)
        return (event, circumstances)
    }

    /// An event of the desk as the ledger stores it.
    func content(of event: DeskEvent, _ circumstances: Circumstances = Circumstances()) throws(LedgerError) -> EventContent {
        func write(_ kind: DeskKind, _ payload: some Codable) throws(LedgerError) -> EventContent {
            try content(kind.rawValue, payload, circumstances)
        }
        return switch event {
        case .founded(let payload): try write(.founded, payload)
        case .staffAdded(let payload): try write(.staffAdded, payload)
        case .staffChanged(let payload): try write(.staffChanged, payload)
        case .keyChanged(let payload): try write(.keyChanged, payload)
        case .recoveryKeySet(let payload): try write(.recoveryKeySet, payload)
        case .lockOutLifted(let payload): try write(.lockOutLifted, payload)
        case .signInRefused(let payload): try write(.signInRefused, payload)
        case .settingsChanged(let payload): try write(.settingsChanged, payload)
        case .standInNamed(let payload): try write(.standInNamed, payload)
        case .standInEnded(let payload): try write(.standInEnded, payload)
        case .hoursSet(let payload): try write(.hoursSet, payload)
        case .tierSet(let payload): try write(.tierSet, payload)
        case .sizeSet(let payload): try write(.sizeSet, payload)
        case .pointsSet(let payload): try write(.pointsSet, payload)
        case .openingCorrected(let payload): try write(.openingCorrected, payload)
        case .bookCorrected(let payload): try write(.bookCorrected, payload)
        case .clockDeclaredWrong(let payload): try write(.clockDeclaredWrong, payload)
        case .calendarLoaded(let payload): try write(.calendarLoaded, payload)
        case .clockRuleSet(let payload): try write(.clockRuleSet, payload)
        case .codesChanged(let payload): try write(.codesChanged, payload)
        case .scriptsChanged(let payload): try write(.scriptsChanged, payload)
        case .lossDeclared(let payload): try write(.lossDeclared, payload)
        case .restored(let payload): try write(.restored, payload)
        case .exported(let payload): try write(.exported, payload)
        case .paperSignedOut(let payload): try write(.paperSignedOut, payload)
        case .paperReturned(let payload): try write(.paperReturned, payload)
        case .erased(let payload): try write(.erased, payload)
        case .reportIssued(let payload): try write(.reportIssued, payload)
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
        guard let kind = DeskKind(rawValue: content.kind) else { throw Self.unknown(content) }
        return switch kind {
        case .founded: try read(DeskEvent.founded)
        case .staffAdded: try read(DeskEvent.staffAdded)
        case .staffChanged: try read(DeskEvent.staffChanged)
        case .keyChanged: try read(DeskEvent.keyChanged)
        case .recoveryKeySet: try read(DeskEvent.recoveryKeySet)
        case .lockOutLifted: try read(DeskEvent.lockOutLifted)
        case .signInRefused: try read(DeskEvent.signInRefused)
        case .settingsChanged: try read(DeskEvent.settingsChanged)
        case .standInNamed: try read(DeskEvent.standInNamed)
        case .standInEnded: try read(DeskEvent.standInEnded)
        case .hoursSet: try read(DeskEvent.hoursSet)
        case .tierSet: try read(DeskEvent.tierSet)
        case .sizeSet: try read(DeskEvent.sizeSet)
        case .pointsSet: try read(DeskEvent.pointsSet)
        case .openingCorrected: try read(DeskEvent.openingCorrected)
        case .bookCorrected: try read(DeskEvent.bookCorrected)
        case .clockDeclaredWrong: try read(DeskEvent.clockDeclaredWrong)
        case .calendarLoaded: try read(DeskEvent.calendarLoaded)
        case .clockRuleSet: try read(DeskEvent.clockRuleSet)
        case .codesChanged: try read(DeskEvent.codesChanged)
        case .scriptsChanged: try read(DeskEvent.scriptsChanged)
        case .lossDeclared: try read(DeskEvent.lossDeclared)
        case .restored: try read(DeskEvent.restored)
        case .exported: try read(DeskEvent.exported)
        case .paperSignedOut: try read(DeskEvent.paperSignedOut)
        case .paperReturned: try read(DeskEvent.paperReturned)
        case .erased: try read(DeskEvent.erased)
        case .reportIssued: try read(DeskEvent.reportIssued)
        }
    }

    /// An event of the comment book as the ledger stores it.
    func content(of event: BookEvent, _ circumstances: Circumstances = Circumstances()) throws(LedgerError) -> EventContent {
        switch event {
        case .opened(let payload): try content(BookKind.opened.rawValue, payload, circumstances)
        case .entered(let payload): try content(BookKind.entered.rawValue, payload, circumstances)
        case .closed(let payload): try content(BookKind.closed.rawValue, payload, circumstances)
        }
    }

    /// The event of the comment book that the ledger stored.
    ///
    /// - Throws: as `caseEvent`.
    func bookEvent(_ content: EventContent) throws(LedgerError) -> (event: BookEvent, circumstances: Circumstances) {
        func read<Payload: Codable>(_ make: (Payload) -> BookEvent) throws(LedgerError) -> (BookEvent, Circumstances) {
            let (payload, circumstances) = try enveloped(Payload.self, content)
            return (make(payload), circumstances)
        }
        guard let kind = BookKind(rawValue: content.kind) else { throw Self.unknown(content) }
        return switch kind {
        case .opened: try read(BookEvent.opened)
        case .entered: try read(BookEvent.entered)
        case .closed: try read(BookEvent.closed)
        }
    }
}
