import ComplaintRules

/// Somebody who gave their passcode, with the key that it opened, in locked memory.
public final class SignedIn: Sendable {
    /// Who signed in.
    public let actor: Actor
    let key: SigningKey

    init(actor: Actor, key: SigningKey) {
        self.actor = actor
        self.key = key
    }
}

/// The keys of those who are signed in at this desk: each is there from the passcode to the lock, and wiped when it is let go.
final class KeyRing {
    private var held: [StaffNumber: SigningKey] = [:]

    /// Holds the key of somebody who signed in, in place of an older one.
    func hang(_ person: SignedIn) { held[person.actor.number] = person.key }

    /// Does something with the key that work kept, whoever has signed out since; afterwards it is held as before.
    func holding<Result>(_ person: SignedIn, _ body: () throws -> Result) rethrows -> Result {
        let number = person.actor.number
        let before = held[number]
        defer { held[number] = before }
        hang(person)
        return try body()
    }

    /// The key of that member; nil where they are not signed in.
    func key(of number: StaffNumber) -> SigningKey? { held[number] }

    /// Lets go of somebody's key.
    func drop(_ number: StaffNumber) { held[number] = nil }

    /// Lets go of all.
    func dropAll() { held = [:] }

    /// The key of that member with that public half; nil where it is not held: nobody signed in, or with a key that was replaced.
    func key(of number: StaffNumber, publicKey: [UInt8]) -> SigningKey? {
        held[number].flatMap { $0.publicKey == publicKey ? $0 : nil }
    }
}
