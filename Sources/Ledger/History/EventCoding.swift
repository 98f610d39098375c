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
        default: throw LedgerError(.newerVersion, message: "an event of the unknown kind \"\(content.kind)\"")
        }
    }
}
