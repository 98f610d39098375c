/// The version of the law: all that decides whether an act is allowed and what it does. Each transaction names the one that it was decided by,
/// and is judged by that one for ever (1-domain, The ledger). 1 until the first release.
public enum Law {
    /// The version by which this program decides.
    public static let version = 1
}

extension DeskEvent {
    /// Somebody has a new key, and the passcode that opens it. The old one stays good for what it signed before.
    public struct KeyChanged: Hashable, Codable, Sendable {
        /// Whose key it is.
        public var number: StaffNumber
        /// The public key of their signature from now on, in hexadecimal.
        public var publicKey: String
        /// Whose right made it.
        public var way: Way

        /// By whose right a key is changed; that one's key signs for it.
        public enum Way: String, Hashable, Codable, Sendable {
            /// The owner's, with the old key.
            case own
            /// The branch manager's, who knows the passcode until it is changed.
            case reset
            /// That of whoever holds the desk's recovery key.
            case recovery
        }

        /// Whether the branch manager reset the passcode of somebody.
        var isReset: Bool { way == .reset }

        /// Makes the event.
        public init(number: StaffNumber, publicKey: String, way: Way) {
            self.number = number
            self.publicKey = publicKey
            self.way = way
        }
    }

    /// The desk has a recovery key, in place of the one before. It may do one thing: give the branch manager a new key (1-domain, Never locked
    /// out for good).
    public struct RecoveryKeySet: Hashable, Codable, Sendable {
        /// Its public half, in hexadecimal.
        public var publicKey: String
        /// Whether a branch manager had a new one printed; else it comes with the use of the one before.
        public var isReplacement: Bool

        /// Makes the event.
        public init(publicKey: String, isReplacement: Bool) {
            self.publicKey = publicKey
            self.isReplacement = isReplacement
        }
    }

    /// A manager let somebody try again at once who had given too many wrong passcodes.
    public struct LockOutLifted: Hashable, Codable, Sendable {
        /// Whose sign-in it is.
        public var number: StaffNumber

        /// Makes the event.
        public init(number: StaffNumber) { self.number = number }
    }
}

/// Decides whether a member's passcode may be reset by `actor`; their own they change with the old one.
public func decideResetting(_ number: StaffNumber, publicKey: String, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    try permit(.resetPasscode, by: occasion.actor)
    guard let member = occasion.desk.staff[number] else { throw .unknownStaff(number) }
    if member.isRetired { throw .retired(number) }
    if number == occasion.actor.number { throw .ownPasscode }
    // Whoever knows somebody's passcode can act as that one, long after the stand-in.
    try checkOwnRight(.resetPasscode, by: occasion.actor)
    return .keyChanged(.init(number: number, publicKey: publicKey, way: .reset))
}

/// Decides whether a member's lock-out may be lifted.
public func decideUnlocking(_ number: StaffNumber, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    try permit(.unlock, by: occasion.actor)
    guard let member = occasion.desk.staff[number] else { throw .unknownStaff(number) }
    if member.isRetired { throw .retired(number) }
    return .lockOutLifted(.init(number: number))
}

/// Decides whether the desk may have another recovery key, with which a branch manager gets a new passcode.
public func decideReplacingRecoveryKey(by actor: Actor) throws(Refusal) {
    try permit(.replaceRecoveryKey, by: actor)
    try checkOwnRight(.replaceRecoveryKey, by: actor)
}

/// Decides whether the recovery key may give `number` a new key: the branch manager's only, whoever that is.
public func decideRecovering(_ number: StaffNumber, publicKey: String, under desk: DeskRules) throws(Refusal) -> DeskEvent {
    guard let member = desk.staff[number] else { throw .unknownStaff(number) }
    if member.isRetired { throw .retired(number) }
    if member.role != .branchManager { throw .deskActRoleMayNot(.replaceRecoveryKey) }
    return .keyChanged(.init(number: number, publicKey: publicKey, way: .recovery))
}

extension DeskRules {
    /// Who knows the passcode that a member still uses, whoever gave it first; nobody where it is their own. On a practice desk passcodes are no
    /// secrets, and nobody asks.
    public func passcodeGivers(of number: StaffNumber) -> [StaffNumber] {
        settings.isPractice ? [] : staff[number]?.passcodeGivenBy ?? []
    }
}

/// What a passcode must be, and how long a sign-in has to wait after wrong ones.
public enum SignInRules {
    /// The fewest characters of a passcode.
    public static let minimumPasscode = 6
    /// The fewest where all of them are digits.
    public static let minimumDigits = 10

    /// Words that are tried first by whoever guesses, and need no list of their own for that.
    private static let known: Set<String> = [
        "password", "passcode", "passw0rd", "p@ssw0rd", "firstdesk", "qwerty", "qwertyuiop", "asdfgh", "asdfghjkl", "zxcvbn", "zxcvbnm",
        "1q2w3e",
        "1q2w3e4r", "1qaz2wsx", "qazwsx", "abc123", "abcd1234", "a123456", "admin123", "administrator", "welcome", "welcome1", "letmein",
        "iloveyou", "woaini", "woaini1314", "changeme", "secret",
    ]

    /// Seconds to wait after `failures` wrong passcodes in a row: none after the first two, then twice as long each time, an hour at most.
    public static func secondsToWait(afterFailures failures: Int) -> Int64 {
        failures < 3 ? 0 : min(3600, Int64(1) << min(12, failures - 2))
    }

    /// Checks that `passcode` is one that nobody guesses at once.
    ///
    /// - Parameter number: the staff number of whoever is to use it.
    /// - Throws: `Refusal.passcodeTooShort`, `.passcodeWeak`.
    public static func check(_ passcode: String, of number: StaffNumber) throws(Refusal) {
        // Blanks at the ends and repeated ones keep nobody out.
        let plain = passcode.filter { !$0.isWhitespace }
        if plain.count < minimumPasscode { throw .passcodeTooShort(minimum: minimumPasscode) }
        if plain.allSatisfy(\.isNumber), plain.count < minimumDigits { throw .passcodeWeak(.fewDigits(minimum: minimumDigits)) }
        let lower = plain.lowercased()
        if Set(lower).count < 3 { throw .passcodeWeak(.fewSigns) }
        if lower == number.text.lowercased() { throw .passcodeWeak(.number) }
        if known.contains(lower) { throw .passcodeWeak(.known) }
    }
}
