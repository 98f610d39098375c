import ComplaintRules
import Ledger

/// `passcode`: changes one's own passcode; the recovery key stands in for a branch manager's that was forgotten.
enum PasscodeCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        let isRecovery = arguments.has("recovery-key-file")
        if isRecovery, arguments.has("passcode-file") { throw UsageError.together("passcode-file", "recovery-key-file") }
        if arguments.has("new-recovery-key") { return try printRecoveryKey(invocation) }
        let number = try invocation.staffNumber()
        let ledger = try invocation.openLedger()
        let old = try invocation.passcode(
            option: isRecovery ? "recovery-key-file" : "passcode-file",
            MessageWords.passcode(of: number)
        )
        // Somebody who does not know the old one is not asked to think of a new one.
        let person = isRecovery ? nil : try ledger.signIn(number, passcode: old)
        let new = try invocation.newPasscode(option: "new-passcode-file", MessageWords.newPasscode(of: number))
        if let person {
            _ = try ledger.changePasscode(of: person, to: new)
        } else {
            do {
                try showing(invocation) { show in _ = try ledger.recover(number, with: old, to: new, showing: show) }
            } catch SignInRefusal.wrong {
                invocation.console.say(MessageWords.recoveryKeyWrong)
                return .signInRefused
            }
        }
        invocation.console.say(MessageWords.passcodeChanged(number))
        invocation.console.say(MessageWords.fingerprint(number, try ledger.fingerprint(of: number)))
        return .done
    }

    /// A new recovery key in place of the one before, as a new branch manager has.
    private static func printRecoveryKey(_ invocation: Invocation) throws -> ExitStatus {
        for other in ["recovery-key-file", "new-passcode-file"] where invocation.arguments.has(other) {
            throw UsageError.together("new-recovery-key", other)
        }
        let (ledger, person) = try invocation.openSignedIn()
        try showing(invocation) { show in try ledger.replaceRecoveryKey(by: person.actor, showing: show) }
        return .done
    }

    /// The key is nowhere else: it goes out before it is one, and before any word about it. What was shown and did not come about is said to be
    /// void.
    private static func showing(_ invocation: Invocation, _ replace: ((String) throws -> Void) throws -> Void) throws {
        var isShown = false
        do {
            try replace { recoveryKey in
                invocation.console.output.line(invocation.language(MessageWords.recoveryKey(recoveryKey)))
                try invocation.console.output.flush()
                isShown = true
            }
        } catch var failure as OutputFailure where !isShown {
            failure.isWorkDone = false
            throw failure
        } catch {
            if isShown { invocation.console.say(MessageWords.recoveryKeyVoid) }
            throw error
        }
        invocation.console.say(MessageWords.newRecoveryKey)
    }
}
