import ComplaintRules
import Ledger

/// `passcode`: changes one's own passcode; the recovery key stands in for one that was forgotten.
enum PasscodeCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        let isRecovery = arguments.has("recovery-key-file")
        if isRecovery, arguments.has("passcode-file") { throw UsageError.together("passcode-file", "recovery-key-file") }
        let number = try invocation.staffNumber()
        let ledger = try invocation.openLedger()
        let old = try invocation.passcode(
            option: isRecovery ? "recovery-key-file" : "passcode-file",
            MessageWords.passcode(of: number)
        )
        // Somebody who does not know the old one is not asked to think of a new one.
        if !isRecovery { _ = try ledger.signIn(number, passcode: old) }
        let new = try invocation.newPasscode(option: "new-passcode-file", MessageWords.newPasscode(of: number))
        try ledger.changePasscode(of: number, from: old, isRecoveryKey: isRecovery, to: new)
        invocation.console.say(MessageWords.passcodeChanged(number))
        return .done
    }
}
