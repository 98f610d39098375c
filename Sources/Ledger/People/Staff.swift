import ComplaintRules

/// Somebody who gave their passcode, with the key that it opened. Kept only as long as the act that it was given for.
public final class SignedIn {
    /// Who signed in.
    public let actor: Actor
    let key: SigningKey

    init(actor: Actor, key: SigningKey) {
        self.actor = actor
        self.key = key
    }
}

/// Why a sign-in was refused.
public enum SignInRefusal: Error, Hashable, Sendable {
    /// The number or the passcode is wrong; which one is not told.
    case wrong
    /// Too many wrong passcodes: wait this many seconds.
    case wait(seconds: Int64)
    /// The person has left the desk.
    case retired
}

/// What a new desk starts with.
public struct Founding: Sendable {
    /// The settings.
    public var settings: DeskSettings
    /// The branch manager's staff number.
    public var manager: StaffNumber
    /// The branch manager's name.
    public var managerName: String
    /// The branch manager's passcode.
    public var passcode: String

    /// Makes a founding.
    public init(settings: DeskSettings, manager: StaffNumber, managerName: String, passcode: String) {
        self.settings = settings
        self.manager = manager
        self.managerName = managerName
        self.passcode = passcode
    }
}

extension Ledger {
    private static let signInPurpose = "sign-in"
    private static let recoveryPurpose = "recovery"

    /// Makes a desk in `folder`, with the branch manager as its first member of staff.
    ///
    /// - Returns: the desk, and its recovery key, which is shown once and kept nowhere (1-domain, Never locked out for good).
    /// - Throws: `Refusal` for a name or passcode that will not do; `LedgerError.exists` where there is a desk already.
    public static func found(
        _ founding: Founding,
        in folder: String,
        clock: DeskClock = .system
    ) throws -> (ledger: Ledger, recoveryKey: String) {
        try SignInRules.check(founding.passcode)
        let settings = founding.settings
        guard CaseNumber.isBranchCode(settings.branchCode) else { throw Refusal.badValue("code", .staffNumber) }
        if settings.branchName.isBlank { throw Refusal.missing("name") }
        if founding.managerName.isBlank { throw Refusal.missing("manager-name") }
        _ = try SystemZone(settings.timeZone)
        try Sodium.start()
        let connection = try Connection(path: path(in: folder), mode: .create)
        try Schema.plan.apply(to: connection)
        let cost: PasscodeCost = settings.isPractice ? .practice : .normal
        let (sealed, key) = try SealedKey.make(passcode: founding.passcode, cost: cost)
        let recoveryKey = PrintedCode.grouped(PrintedCode.text(Sodium.random(count: 15)))
        let recovery = try key.sealed(passcode: recoveryKey, cost: cost)
        let coder = EventCoder()
        let deskID = Hex.text(Sodium.random(count: 16))
        let member = DeskEvent.StaffAdded(
            number: founding.manager,
            name: founding.managerName.trimmed,
            role: .branchManager,
            publicKey: Hex.text(key.publicKey)
        )
        try connection.transaction {
            guard try connection.integer("SELECT count(*) FROM desk") == 0 else {
                throw LedgerError(.exists, message: "there is a desk already")
            }
            var head = try ChainHead.read(connection)
            let now = clock.now()
            for event in [DeskEvent.founded(.init(deskID: deskID, settings: settings)), .staffAdded(member)] {
                _ = try head.append(
                    try coder.content(of: event),
                    caseID: 0,
                    by: founding.manager,
                    onBehalfOf: nil,
                    at: now,
                    to: connection
                )
                try DeskTable.keep(event, in: connection, coder)
            }
            try DeskTable.keep(sealed, of: founding.manager, for: signInPurpose, in: connection)
            try DeskTable.keep(recovery, of: founding.manager, for: recoveryPurpose, in: connection)
        }
        return (try Ledger(folder: folder, clock: clock, founding: connection), recoveryKey)
    }

    /// Signs somebody in with their passcode.
    ///
    /// A wrong passcode is recorded, and from the third in a row on each costs a waiting time.
    ///
    /// - Throws: `SignInRefusal`; `LedgerError`.
    public func signIn(_ number: StaffNumber, passcode: String) throws -> SignedIn {
        try refresh()
        guard let member = rules.staff[number], let found = try sealedKey(of: number, for: Ledger.signInPurpose) else {
            throw SignInRefusal.wrong
        }
        if member.isRetired { throw SignInRefusal.retired }
        if let last = found.lastFailure {
            let since = clock.now().seconds(since: last)
            let wait = SignInRules.secondsToWait(afterFailures: found.failures)
            if since < wait { throw SignInRefusal.wait(seconds: wait - max(0, since)) }
        }
        let key = try open(found.key, of: number, passcode: passcode)
        if found.failures > 0 {
            try connection.transaction {
                try connection.run("UPDATE passcode SET failures = 0, last_failure = NULL WHERE staff = ?", number.text)
            }
        }
        return SignedIn(actor: Actor(member), key: key)
    }

    /// Adds a member of staff with a first passcode.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func addStaff(_ member: StaffMember, passcode: String, by actor: Actor) throws {
        try permit(.addStaff, by: try current(actor))
        try SignInRules.check(passcode)
        let (sealed, key) = try SealedKey.make(passcode: passcode, cost: passcodeCost)
        try transact { head in
            let event = try decideAdding(member, publicKey: Hex.text(key.publicKey), by: try current(actor), under: rules)
            try record(event, by: actor, head: &head)
            try DeskTable.keep(sealed, of: member.number, for: Ledger.signInPurpose, in: connection)
            try lookAnew(for: member, by: actor, head: &head)
        }
    }

    /// Renames a member of staff, changes their role, lets them leave or come back; what they did stays under their number. Whom the cases are about
    /// is looked at anew.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func edit(_ number: StaffNumber, _ edit: StaffEdit, by actor: Actor) throws {
        try transact { head in
            let (actor, open) = (try current(actor), try cases(heldBy: number))
            let event = try decideStaffEdit(edit, of: number, holding: open, by: actor, at: now, under: rules)
            try record(event, by: actor, head: &head)
            if case .staffChanged(let change) = event { try lookAnew(for: change.member, by: actor, head: &head) }
        }
    }

    /// The open cases that a member of staff would have to hand on. What waits for a signature or for head office cannot be handed on, and any
    /// manager goes on with it.
    ///
    /// - Throws: `LedgerError`.
    public func cases(heldBy number: StaffNumber) throws(LedgerError) -> OpenCases {
        let sql = """
            SELECT (SELECT count(*) FROM complaint WHERE holder = ?1 AND stage = 'logged'),
            (SELECT count(*) FROM complaint WHERE (holder = ?1 AND stage = 'in-hand') OR awaited_receiver = ?1)
            """
        let counts = try connection.first(sql, number.text) { row throws(LedgerError) in OpenCases(taken: row.int(0), inHand: row.int(1)) }
        return counts ?? OpenCases()
    }

    /// Changes a passcode. `old` may be the recovery key, for whoever holds it.
    ///
    /// - Throws: `SignInRefusal`, `Refusal.passcodeTooShort`; `LedgerError`.
    public func changePasscode(of number: StaffNumber, from old: String, isRecoveryKey: Bool = false, to new: String) throws {
        try SignInRules.check(new)
        let key: SigningKey
        if isRecoveryKey {
            guard let found = try sealedKey(of: number, for: Ledger.recoveryPurpose) else { throw SignInRefusal.wrong }
            guard let typed = PrintedCode.normalized(old) else { throw SignInRefusal.wrong }
            key = try open(found.key, of: number, passcode: PrintedCode.grouped(String(decoding: typed, as: UTF8.self)))
        } else {
            key = try signIn(number, passcode: old).key
        }
        let sealed = try key.sealed(passcode: new, cost: passcodeCost)
        try transact { head in
            guard let member = rules.staff[number], !member.isRetired else { throw SignInRefusal.retired }
            try record(.passcodeChanged(.init(number: number)), by: Actor(member), head: &head)
            try DeskTable.keep(sealed, of: number, for: Ledger.signInPurpose, in: connection)
        }
    }

    private var passcodeCost: PasscodeCost { settings.isPractice ? .practice : .normal }

    /// Opens a key; a wrong passcode is recorded.
    private func open(_ sealed: SealedKey, of number: StaffNumber, passcode: String) throws -> SigningKey {
        do {
            return try sealed.open(passcode: passcode)
        } catch {
            guard error.kind == .wrongPasscode else { throw error }
            try recordFailure(of: number)
            throw SignInRefusal.wrong
        }
    }

    private func recordFailure(of number: StaffNumber) throws {
        try transact { head in
            let now = head.judge(clock)
            try connection.run(
                "UPDATE passcode SET failures = failures + 1, last_failure = ? WHERE staff = ? AND purpose = ?",
                now.milliseconds,
                number.text,
                Ledger.signInPurpose
            )
            let count = try connection.integer(
                "SELECT failures FROM passcode WHERE staff = ? AND purpose = ?",
                number.text,
                Ledger.signInPurpose
            )
            let event = DeskEvent.signInRefused(.init(number: number, count: Int(count ?? 1)))
            let content = try coder.content(of: event, clock: head.mark)
            _ = try head.append(content, caseID: 0, by: number, onBehalfOf: nil, at: now, to: connection)
        }
    }

    /// Appends an event of the desk and keeps the tables that follow from it, inside a transaction.
    func record(_ event: DeskEvent, by actor: Actor, head: inout ChainHead) throws {
        let now = head.judge(clock)
        let content = try coder.content(of: event, clock: head.mark)
        _ = try head.append(
            content,
            caseID: 0,
            by: actor.number,
            onBehalfOf: event.act.flatMap { actor.absent(for: $0.roles) },
            at: now,
            to: connection
        )
        try DeskTable.keep(event, in: connection, coder)
    }

    private func sealedKey(
        of number: StaffNumber,
        for purpose: String
    ) throws(LedgerError) -> (key: SealedKey, failures: Int, lastFailure: Moment?)? {
        try connection.first(
            "SELECT salt, ops_limit, mem_limit, nonce, box, failures, last_failure FROM passcode WHERE staff = ? AND purpose = ?",
            number.text,
            purpose
        ) { row throws(LedgerError) in
            (
                SealedKey(
                    salt: row.bytes(0),
                    opsLimit: UInt64(clamping: row.int64(1)),
                    memLimit: row.int64(2),
                    nonce: row.bytes(3),
                    box: row.bytes(4)
                ),
                row.int(5), row.optionalInt64(6).map(Moment.init(milliseconds:))
            )
        }
    }
}
