import ComplaintRules
import Glibc

/// Why a sign-in was refused.
public enum SignInRefusal: Error, Hashable, Sendable {
    /// The number or the passcode is wrong; which one is not told.
    case wrong
    /// Too many wrong passcodes: wait this many seconds.
    case wait(seconds: Int64)
    /// The person has left the desk.
    case retired
    /// Their key is not held here, or was replaced since: they sign in again.
    case again
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

/// A desk that was just made.
public struct FoundedDesk {
    /// The desk.
    public let ledger: Ledger
    /// The branch manager, signed in.
    public let founder: SignedIn
    /// The recovery key, which is shown once and kept nowhere (1-domain, Never locked out for good).
    public let recoveryKey: String
    /// The fingerprint of the key from which all others follow, for the paper file.
    public let fingerprint: String
}

extension Ledger {
    /// Makes a desk in `folder`, with the branch manager as its first member of staff.
    ///
    /// - Throws: `Refusal` for a name or passcode that will not do; `LedgerError.exists` where there is a desk already.
    public static func found(_ founding: Founding, in folder: String, clock: DeskClock = .system) throws -> FoundedDesk {
        try SignInRules.check(founding.passcode, of: founding.manager)
        let settings = founding.settings
        guard CaseNumber.isBranchCode(settings.branchCode) else { throw Refusal.badValue("branch-code", .branchCode) }
        try checkNames(of: settings)
        try checkStaffName(founding.managerName, in: "manager-name")
        _ = try SystemZone(settings.timeZone)
        try Sodium.start()
        // Where the file of a desk was lost, its numbers would begin anew.
        if access(path(in: folder), F_OK) != 0, let known = Witness(folder: folder).read() {
            throw LedgerError(.behind, message: "acknowledged up to event \(known.seq) of a desk that was here")
        }
        let connection = try Connection(path: path(in: folder), mode: .create)
        try Schema.plan.apply(to: connection)
        let (sealed, key) = try SealedKey.make(passcode: founding.passcode, of: founding.manager, cost: PasscodeCost(of: settings))
        let recovery = try RecoveryKey()
        let coder = EventCoder()
        let (manager, publicKey) = (founding.manager, Hex.text(key.publicKey))
        let events: [DeskEvent] = [
            .founded(
                .init(
                    deskID: Hex.text(Sodium.random(count: 16)),
                    settings: settings,
                    recoveryKey: Hex.text(recovery.key.publicKey)
                )
            ),
            .staffAdded(.init(number: manager, name: founding.managerName.trimmed, role: .branchManager, publicKey: publicKey)),
        ]
        try connection.transaction {
            guard try connection.integer("SELECT count(*) FROM desk") == 0 else {
                throw LedgerError(.exists, message: "there is a desk already")
            }
            var head = try ChainHead.read(connection, keys: KeyRing())
            let now = clock.now()
            for event in events {
                let content = try coder.content(of: event)
                _ = try head.append(content, caseID: 0, by: manager, onBehalfOf: nil, at: now, signer: .key(key), to: connection)
                try DeskTable.keep(Happened(event, at: now, by: manager), in: connection, coder)
            }
            try head.sign(in: connection)
            try keep(sealed, of: manager, in: connection)
        }
        let ledger = try Ledger(folder: folder, clock: clock, founding: connection)
        guard let member = ledger.rules.staff[manager] else { throw LedgerError(.damaged, message: "the desk has no branch manager") }
        let founder = SignedIn(actor: Actor(member), key: key)
        ledger.keys.hang(founder)
        return FoundedDesk(
            ledger: ledger,
            founder: founder,
            recoveryKey: recovery.printed,
            fingerprint: KeyFingerprint.text(publicKey)
        )
    }

    // MARK: Signing in

    /// Signs somebody in with their passcode. Their acts are signed with their key until they sign out.
    ///
    /// Attempts are counted before they are tried, and from the third wrong one in a row on each costs a waiting time. An unknown number costs as
    /// much, waits as long, and is told the same.
    ///
    /// - Throws: `SignInRefusal`; `LedgerError`.
    public func signIn(_ number: StaffNumber, passcode: String) throws -> SignedIn {
        // Not where the store is held already, which whoever has the turn waits for.
        let isFree = try connection.writeFault == nil && !connection.isInTransaction
        let turn = isFree ? SignInTurn(inDesk: folder, patience: connection.handle.patience) : nil
        defer { turn?.end() }
        try refresh()
        let count = try begin(at: .signIn(number))
        let sealed = try sealedKey(of: number) ?? .ofNobody(cost: PasscodeCost(of: settings))
        guard let key = try open(sealed, passcode), let member = rules.staff[number], try registeredKey(of: number) == key.publicKey else {
            try recordRefusal(of: number, count: count)
            throw SignInRefusal.wrong
        }
        // Told to nobody who does not know the passcode.
        if member.isRetired { throw SignInRefusal.retired }
        if connection.writeFault == nil { try joining { try attempts.forget(.signIn(number)) } }
        let person = SignedIn(actor: Actor(member), key: key)
        keys.hang(person)
        return person
    }

    /// The same person with the rights that they have now, those that an absent colleague lends them among them.
    ///
    /// - Throws: `Refusal` for somebody who works here no longer.
    public func asOfNow(_ person: SignedIn) throws(Refusal) -> SignedIn { SignedIn(actor: try current(person.actor), key: person.key) }

    /// Somebody who is signed in, with their key: for work that goes on though they lock meanwhile, and ends in an event of theirs.
    ///
    /// - Throws: `SignInRefusal.again` where they are not signed in.
    public func keeping(_ actor: Actor) throws -> SignedIn {
        guard let key = keys.key(of: actor.number) else { throw SignInRefusal.again }
        return SignedIn(actor: actor, key: key)
    }

    /// Signs somebody out: their key is wiped, and nothing more can be done in their name here until they sign in again.
    public func signOut(_ number: StaffNumber) { keys.drop(number) }

    /// The key in the box; nil where the passcode does not open it.
    private func open(_ sealed: SealedKey, _ passcode: String) throws(LedgerError) -> SigningKey? {
        do throws(LedgerError) {
            return try sealed.open(passcode: passcode)
        } catch {
            guard error.kind == .wrongPasscode else { throw error }
            return nil
        }
    }

    private var attempts: Attempts { Attempts(connection: connection, now: clock.runningTime()) }

    /// Counts an attempt that begins, on the disk before it is tried.
    ///
    /// Where nothing may be written, none is counted: who has a copy can try as often on one that may be.
    private func begin(at door: Attempts.Door) throws -> Int {
        if connection.writeFault != nil { return 0 }
        let begun = try joining { try attempts.begin(at: door) }
        guard let count = begun.count else { throw SignInRefusal.wait(seconds: begun.wait) }
        return count
    }

    private func recordRefusal(of number: StaffNumber, count: Int) throws {
        if connection.writeFault != nil || loss != nil { return }
        try transact { head in
            let content = try coder.content(of: .signInRefused(.init(number: number, count: count)), Circumstances(clock: head.mark))
            _ = try head.append(content, caseID: 0, by: number, onBehalfOf: nil, at: now, signer: .nobody, to: connection)
        }
    }

    // MARK: Staff and their passcodes

    /// Adds a member of staff with a first passcode.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func addStaff(_ member: StaffMember, passcode: String, by actor: Actor) throws {
        try permit(.addStaff, by: try current(actor))
        try SignInRules.check(passcode, of: member.number)
        let (sealed, key) = try SealedKey.make(passcode: passcode, of: member.number, cost: PasscodeCost(of: settings))
        try transact { head in
            let event = try decideAdding(member, publicKey: Hex.text(key.publicKey), in: occasion(of: try current(actor)))
            try record(event, by: actor, head: &head)
            try Ledger.keep(sealed, of: member.number, in: connection)
            try lookAnew(for: member, by: actor, head: &head)
        }
    }

    /// Renames a member of staff, changes their role, lets them leave or come back; what they did stays under their number. Whom the cases are about
    /// is looked at anew.
    ///
    /// - Returns: what is to be said of the cases that the member was working on; nil for nothing.
    /// - Throws: `Refusal`; `LedgerError`.
    @discardableResult
    public func edit(_ number: StaffNumber, _ edit: StaffEdit, by actor: Actor) throws -> Phrase? {
        try transact { head in
            let actor = try current(actor)
            let open = try cases(heldBy: number)
            var recusals = NewRecusals()
            if case .name(let name) = edit, let member = rules.staff[number] {
                recusals = NewRecusals(of: try self.recusals(of: member.named(name.trimmed)).map(\.stored.state), of: number, by: actor)
            }
            let event = try decideStaffEdit(edit, of: number, holding: open, recusing: recusals, in: occasion(of: actor))
            try record(event, by: actor, head: &head)
            if case .staffChanged(let change) = event { try lookAnew(for: change.member, by: actor, head: &head) }
            if edit == .leave { try passOnDrafts(of: number, recordedBy: actor.number) }
            return NewRecusals.sentence(recusals.inHand, of: number) ?? open.sentence(after: edit, of: number)
        }
    }

    /// The open cases that a member of staff would have to hand on: all of them, also those that whoever asks may not read. They learn how many there
    /// are, as of anybody's, and not which (1-domain, People come and go).
    ///
    /// - Throws: `LedgerError`.
    public func cases(heldBy number: StaffNumber) throws(LedgerError) -> OpenCases {
        try keepWaiting()
        var open = OpenCases()
        let sql = """
            SELECT stage, awaited_receiver IS ?1, count(*) FROM complaint
            WHERE (holder = ?1 OR awaited_receiver = ?1) AND stage IN (\(RegisterPlan.list(Stage.open.map(\.rawValue)))) GROUP BY 1, 2
            """
        try connection.forEach(sql, number.text) { row throws(LedgerError) in
            guard let stage = Stage(rawValue: row.text(0)) else { throw LedgerError(.damaged, message: "a case in no stage") }
            open.add(row.int(2), of: stage, isToAccept: row.bool(1))
        }
        return open
    }

    /// Changes somebody's own passcode: a new key, for which the old one signs. The old one stays good for what it signed.
    ///
    /// - Returns: the person, signed in with the new key.
    /// - Throws: `SignInRefusal`, `Refusal.passcodeTooShort`, `.passcodeWeak`; `LedgerError`.
    public func changePasscode(of person: SignedIn, to new: String) throws -> SignedIn {
        let number = person.actor.number
        try SignInRules.check(new, of: number)
        // Whoever gave it still knows it.
        if let sealed = try sealedKey(of: number), try open(sealed, new) != nil { throw Refusal.passcodeWeak(.unchanged) }
        return try giveKey(to: number, passcode: new) { publicKey in
            .keyChanged(.init(number: number, publicKey: publicKey, way: .own))
        }
    }

    /// Gives somebody else a new key, whose passcode they are to change.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func resetPasscode(of number: StaffNumber, to new: String, by actor: Actor) throws {
        // Who it is comes first: there is no key to make for somebody who is not there.
        _ = try decideResetting(number, publicKey: "", in: occasion(of: try current(actor)))
        try SignInRules.check(new, of: number)
        _ = try giveKey(to: number, passcode: new, by: actor) { publicKey in
            try decideResetting(number, publicKey: publicKey, in: occasion(of: try current(actor)))
        }
    }

    /// Whether somebody has given so many wrong passcodes that they have to wait before the next one.
    public func hasToWait(_ number: StaffNumber) throws(LedgerError) -> Bool { try attempts.isWaiting(at: .signIn(number)) }

    /// Lets somebody try again at once who has given too many wrong passcodes.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func unlock(_ number: StaffNumber, by actor: Actor) throws {
        try transact { head in
            try record(try decideUnlocking(number, in: occasion(of: try current(actor))), by: actor, head: &head)
            try attempts.forget(.signIn(number))
        }
    }

    /// Gives a branch manager a new key by the recovery key, which is used up by that: another takes its place.
    ///
    /// - Parameter show: shows the new recovery key, which is kept nowhere, before the old one is void: where it throws, nothing happened.
    /// - Returns: the branch manager, signed in, and the new recovery key.
    /// - Throws: `SignInRefusal.wrong` for another key, `.wait`; `Refusal` where the number is no branch manager's, or for a passcode that will not
    ///   do; `LedgerError`; what `show` throws.
    public func recover(
        _ number: StaffNumber,
        with recoveryKey: String,
        to new: String,
        showing show: (String) throws -> Void = { _ in }
    ) throws -> (person: SignedIn, recoveryKey: String) {
        try SignInRules.check(new, of: number)
        try refresh()
        let count = try begin(at: .recovery)
        let registered = try connection.text("SELECT recovery_key FROM desk").flatMap(Hex.bytes)
        guard let old = try RecoveryKey(typed: recoveryKey), old.key.publicKey == registered else {
            try recordRefusal(of: number, count: count)
            throw SignInRefusal.wrong
        }
        _ = try decideRecovering(number, publicKey: "", under: rules)
        let next = try RecoveryKey()
        try show(next.printed)
        let person = try giveKey(to: number, passcode: new, signer: .key(old.key)) { publicKey in
            try decideRecovering(number, publicKey: publicKey, under: rules)
        } then: { head in
            let set = DeskEvent.recoveryKeySet(.init(publicKey: Hex.text(next.key.publicKey), isReplacement: false))
            try record(set, by: try rules.actor(number, at: now), signer: .key(old.key), head: &head)
            try attempts.forget(.recovery)
        }
        return (person, next.printed)
    }

    /// Puts a new recovery key in place of the old one, as a new branch manager does.
    ///
    /// - Parameter show: shows the key, which is kept nowhere, before the old one is void: where it throws, nothing happened.
    /// - Returns: the key.
    /// - Throws: `Refusal`; `LedgerError`; what `show` throws.
    @discardableResult
    public func replaceRecoveryKey(by actor: Actor, showing show: (String) throws -> Void = { _ in }) throws -> String {
        // Before anything is shown that would be no key.
        try decideReplacingRecoveryKey(by: try current(actor))
        let next = try RecoveryKey()
        try show(next.printed)
        try transact { head in
            let actor = try current(actor)
            try decideReplacingRecoveryKey(by: actor)
            let set = DeskEvent.recoveryKeySet(.init(publicKey: Hex.text(next.key.publicKey), isReplacement: true))
            try record(set, by: actor, head: &head)
        }
        return next.printed
    }

    /// The fingerprint of somebody's key, as it is compared with the paper file.
    ///
    /// - Throws: `LedgerError`.
    public func fingerprint(of number: StaffNumber) throws(LedgerError) -> String {
        KeyFingerprint.text(try registeredKey(of: number).map(Hex.text) ?? "")
    }

    /// Makes a new key for `number` under the passcode, in one transaction with the event that registers it.
    ///
    /// - Parameter doer: whose act it is; the owner's where nil.
    private func giveKey(
        to number: StaffNumber,
        passcode: String,
        by doer: Actor? = nil,
        signer: TransactionSignature.Signer = .doer,
        deciding: (_ publicKey: String) throws -> DeskEvent,
        then: (inout ChainHead) throws -> Void = { _ in }
    ) throws -> SignedIn {
        let (sealed, key) = try SealedKey.make(passcode: passcode, of: number, cost: PasscodeCost(of: settings))
        let member = try transact { head in
            guard let member = rules.staff[number], !member.isRetired else { throw SignInRefusal.retired }
            try record(try deciding(Hex.text(key.publicKey)), by: doer ?? Actor(member), signer: signer, head: &head)
            try then(&head)
            // The next event of its owner is signed with the new key.
            try head.sign(in: connection)
            try Ledger.keep(sealed, of: number, in: connection)
            try attempts.forget(.signIn(number))
            return member
        }
        let person = SignedIn(actor: Actor(rules.staff[number] ?? member), key: key)
        // Whoever gives a passcode is not signed in as somebody else by that.
        if doer == nil { keys.hang(person) }
        return person
    }

    // MARK: Within a transaction

    /// Appends an event of the desk and keeps the tables that follow from it, inside a transaction.
    func record(
        _ event: DeskEvent,
        by actor: Actor,
        signer: TransactionSignature.Signer = .doer,
        head: inout ChainHead
    ) throws {
        // With the rights of now, wherever it was asked for: what is done for somebody is written down as done for them.
        let actor = try current(actor)
        let absent = event.act.flatMap { actor.absent(for: $0.roles) }
        let circumstances = circumstances(of: actor, head)
        let seq = try head.append(
            try coder.content(of: event, circumstances),
            caseID: 0,
            by: actor.number,
            onBehalfOf: absent,
            at: now,
            signer: signer,
            to: connection
        )
        let happened = Happened(
            event,
            at: now,
            by: actor.number,
            onBehalfOf: absent,
            passcodeGivenBy: circumstances.passcodeGivenBy,
            seq: seq
        )
        try DeskTable.keep(happened, in: connection, coder)
    }

    /// How an event comes about that is appended now.
    func circumstances(of actor: Actor, _ head: ChainHead) -> Circumstances {
        Circumstances(clock: head.mark, passcodeGivenBy: rules.passcodeGivers(of: actor.number))
    }

    /// The key that is registered for somebody; nil for nobody's number.
    private func registeredKey(of number: StaffNumber) throws(LedgerError) -> [UInt8]? {
        try connection.text("SELECT public_key FROM staff WHERE number = ?", number.text).flatMap(Hex.bytes)
    }

    private func sealedKey(of number: StaffNumber) throws(LedgerError) -> SealedKey? {
        try connection.first(
            "SELECT \(Ledger.sealedColumns) FROM passcode WHERE staff = ?",
            number.text,
            read: { row throws(LedgerError) in Ledger.sealedKey(row) }
        )
    }

    /// The columns that make a sealed key, as `sealedKey(_:)` reads them.
    static let sealedColumns = "salt, ops_limit, mem_limit, nonce, box, proof"

    /// The sealed key in a row of `sealedColumns`.
    static func sealedKey(_ row: Statement) -> SealedKey {
        SealedKey(
            salt: row.bytes(0),
            opsLimit: UInt64(clamping: row.int64(1)),
            memLimit: row.int64(2),
            nonce: row.bytes(3),
            box: row.bytes(4),
            proof: row.bytes(5)
        )
    }

    private static func keep(_ key: SealedKey, of staff: StaffNumber, in connection: Connection) throws(LedgerError) {
        try connection.run(
            "INSERT OR REPLACE INTO passcode(staff, \(sealedColumns)) VALUES (?, ?, ?, ?, ?, ?, ?)",
            staff.text,
            key.salt,
            Int64(clamping: key.opsLimit),
            key.memLimit,
            key.nonce,
            key.box,
            key.proof
        )
    }
}

extension PasscodeCost {
    /// What it costs to try a passcode on a desk.
    fileprivate init(of settings: DeskSettings) { self = settings.isPractice ? .practice : .normal }
}
