import ComplaintRules
import Synchronization

/// The signatures under the chain, looked at in its order and checked some hundred at a time, which is what takes long: by the other processors
/// while this one goes on along the chain.
struct SignatureChecks {
    /// One signature that is to be checked.
    private struct Check: Sendable {
        let event: Int64
        let by: String
        let message: [UInt8]
        let signature: [UInt8]
        let key: [UInt8]
    }

    /// How many wait before they are checked together.
    private static let limit = 512
    /// How many one thread takes at once.
    private static let piece = 32

    /// Some that are being checked.
    private struct Running {
        let checks: [Check]
        let work: Workers.Running
        let firstWrong: First
    }

    private var waiting: [Check] = []
    private var running: Running?
    /// How many were checked or wait.
    private(set) var count: Int64 = 0

    /// Takes a signature; the first that is wrong is thrown, now or with a later one.
    ///
    /// - Parameter everybody: the keys that are registered, with whose they are, to say whose a wrong one is.
    mutating func take(
        _ signature: [UInt8],
        of message: [UInt8],
        event: Int64,
        by: String,
        key: [UInt8],
        everybody: KeyHistory
    ) throws(Verification.Fault) {
        waiting.append(Check(event: event, by: by, message: message, signature: signature, key: key))
        count += 1
        if waiting.count >= SignatureChecks.limit { try start(everybody) }
    }

    /// Checks all that wait.
    mutating func finish(_ everybody: KeyHistory) throws(Verification.Fault) {
        try start(everybody)
        try settle(everybody)
    }

    /// Has those that wait checked, once those before them are.
    private mutating func start(_ everybody: KeyHistory) throws(Verification.Fault) {
        try settle(everybody)
        let (checks, firstWrong) = (waiting, First())
        waiting = []
        let work = Workers.start(checks.count, inPiecesOf: SignatureChecks.piece) { place in
            let check = checks[place]
            if !Signatures.isValid(check.signature, of: check.message, by: check.key) { firstWrong.take(place) }
        }
        running = Running(checks: checks, work: work, firstWrong: firstWrong)
    }

    /// Waits for those that are being checked.
    private mutating func settle(_ everybody: KeyHistory) throws(Verification.Fault) {
        guard let running else { return }
        self.running = nil
        running.work.finish()
        guard let place = running.firstWrong.place else { return }
        let wrong = running.checks[place]
        let owner = everybody.owner { Signatures.isValid(wrong.signature, of: wrong.message, by: $0) }
        throw Verification.Fault(event: wrong.event, .wrongSignature(by: wrong.by, madeBy: owner))
    }
}

/// The first of the places that several threads found.
private final class First: Sendable {
    private let least = Atomic<Int>(.max)

    func take(_ place: Int) { least.min(place, ordering: .relaxed) }

    /// The least of them; nil where there was none.
    var place: Int? {
        let place = least.load(ordering: .relaxed)
        return place == .max ? nil : place
    }
}

extension Workers {
    /// Lets the other processors begin with `work` for each of `count` places, so many at a time that handing them out costs little.
    static func start(_ count: Int, inPiecesOf length: Int, _ work: @escaping @Sendable (Int) -> Void) -> Running {
        start(pieces: (count + length - 1) / length) { piece in
            for place in piece * length..<min(count, (piece + 1) * length) { work(place) }
        }
    }
}

/// Whose keys were registered at which place of the chain.
struct KeyHistory: Sendable {
    /// Whose key it is.
    enum Owner: Hashable, Sendable {
        case staff(StaffNumber)
        /// The desk's recovery key.
        case recovery
    }

    private var keys: [Owner: [(from: Int64, key: [UInt8])]] = [:]

    /// Registers a key, good for what is signed behind the event `seq`.
    mutating func register(_ publicKey: String, of owner: Owner, at seq: Int64) {
        keys[owner, default: []].append((seq, Hex.bytes(publicKey) ?? []))
    }

    /// The key that was registered for somebody when the event `seq` came; nil where none was.
    func key(of owner: Owner, at seq: Int64) -> [UInt8]? { keys[owner]?.last { $0.from < seq }?.key }

    /// Whose key, past or present, passes a test: of the staff the one with the lowest number.
    func owner(where test: ([UInt8]) -> Bool) -> String? {
        let owners = keys.filter { $0.value.contains { test($0.key) } }.keys
        let staff = owners.compactMap { owner -> StaffNumber? in if case .staff(let number) = owner { number } else { nil } }.min()
        return staff?.text ?? (owners.isEmpty ? nil : "")
    }
}

extension Phrase {
    /// - Parameter madeBy: whose key made it; empty for the recovery key, nil where nobody's fits.
    fileprivate static func wrongSignature(by: String, madeBy: String?) -> Phrase {
        switch madeBy {
        case nil:
            Phrase(
                en: "the signature of \(by) does not match: what it covers was changed, or somebody without \(by)'s passcode wrote it",
                zh: "\(by) 的签名不符：所签内容被改动，或由不知其密码的人写入"
            )
        case ""?:
            Phrase(
                en: "it stands under \(by)'s name, but the recovery key signed it, which may only give a branch manager a new key",
                zh: "署名 \(by)，却由恢复密钥签名；恢复密钥只能为网点负责人设置新密钥"
            )
        case by?:
            Phrase(
                en: "\(by) signed it with a key that was not registered for \(by) at that place",
                zh: "\(by) 签名所用密钥当时并未登记"
            )
        case let other?:
            Phrase(en: "it stands under \(by)'s name, but the key of \(other) signed it", zh: "署名 \(by)，却由 \(other) 的密钥签名")
        }
    }
}
