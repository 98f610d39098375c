import ComplaintRules
import Ledger

/// `staff reset-passcode`: gives somebody else a new key and passcode, to be changed by them.
enum ResetPasscodeCommand {
    /// The command's table.
    static let table = CommandSpec(
        "staff reset-passcode",
        Phrase(
            en: "gives somebody a new passcode and key; until they change it, their acts say that you know it",
            zh: "为他人重置密码和密钥；本人更改之前，其办理记录注明密码由您设置"
        ),
        options: [
            OptionSpec("number", "N", required: true, HelpWords.staffNumber),
            OptionSpec(
                "new-passcode-file",
                "FILE",
                Phrase(
                    en: "reads the new passcode from the first line of FILE (- is standard input); otherwise you are asked for it",
                    zh: "从 FILE 首行读取新密码（- 为标准输入）；未给出则在终端询问"
                )
            ),
        ],
        run: run
    )

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let number = try invocation.staffNumber("number", try invocation.arguments.required("number"))
        let (ledger, person) = try invocation.openSignedIn()
        // Before anybody thinks of a passcode for nothing.
        try permit(.resetPasscode, by: person.actor)
        let passcode = try invocation.newPasscode(option: "new-passcode-file", MessageWords.newPasscode(of: number))
        try ledger.resetPasscode(of: number, to: passcode, by: person.actor)
        invocation.console.say(MessageWords.passcodeReset(number))
        invocation.console.say(MessageWords.fingerprint(number, try ledger.fingerprint(of: number)))
        return .done
    }
}

/// `staff unlock`: lets somebody try again at once who gave too many wrong passcodes.
enum UnlockCommand {
    /// The command's table.
    static let table = CommandSpec(
        "staff unlock",
        Phrase(en: "lets somebody sign in at once who gave too many wrong passcodes", zh: "解除因多次输错密码而产生的登录等待"),
        options: [OptionSpec("number", "N", required: true, HelpWords.staffNumber)],
        run: run
    )

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let number = try invocation.staffNumber("number", try invocation.arguments.required("number"))
        let (ledger, person) = try invocation.openSignedIn()
        try ledger.unlock(number, by: person.actor)
        invocation.console.say(MessageWords.unlocked(number))
        return .done
    }
}
