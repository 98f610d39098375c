import ComplaintRules
import Ledger

/// `init`: makes a desk.
enum InitCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        let (founding, clock) = try founding(invocation)
        var complete = founding
        complete.passcode = try invocation.newPasscode(option: "passcode-file", MessageWords.newPasscode(of: founding.manager))
        let folder = try CommonOptions.folder(arguments.value("desk"))
        let desk = try Ledger.found(complete, in: folder, clock: clock)
        desk.ledger.close()
        // The desk is there now and the key nowhere else: it goes out before any word about it.
        if arguments.has("json") {
            invocation.printJSON([
                "branch": .text(founding.settings.branchCode), "desk": .text(folder), "recoveryKey": .text(desk.recoveryKey),
                "fingerprint": .text(desk.fingerprint),
            ])
        } else {
            let language = invocation.language
            invocation.console.output.line(language(MessageWords.recoveryKey(desk.recoveryKey)))
            invocation.console.output.line(language(MessageWords.foundingFingerprint(desk.fingerprint)))
        }
        do {
            try invocation.console.output.flush()
        } catch var failure {
            // Nobody has seen the key, and it is nowhere else: a desk without it could be lost for good.
            Ledger.remove(folder: folder)
            invocation.console.say(Phrase(en: "The recovery key could not be printed: no desk was made.", zh: "恢复密钥无法输出，未新建投诉台。"))
            failure.isWorkDone = false
            throw failure
        }
        invocation.console.say(MessageWords.founded(founding.settings, folder: folder))
        return .done
    }

    /// All but the passcode, so that somebody at a terminal is not asked for one in vain.
    private static func founding(_ invocation: Invocation) throws -> (Founding, DeskClock) {
        let arguments = invocation.arguments
        let code = try arguments.required("code")
        guard CaseNumber.isBranchCode(code) else { throw UsageError.notABranchCode(code) }
        let wanted = arguments.value("timezone") ?? SystemZone.systemName
        guard let zoneName = SystemZone.named(wanted) else { throw UsageError.noSuchTimeZone(wanted) }
        var country: Country?
        if let code = arguments.value("country") {
            guard let known = Country(code: code) else {
                throw UsageError.notOneOf(option: "country", code, UsageError.options(Country.self))
            }
            country = known
        }
        var settings = DeskSettings(
            branchCode: code,
            branchName: try arguments.required("name"),
            hotline: try arguments.required("hotline"),
            timeZone: zoneName,
            language: try arguments.code("language") ?? invocation.language,
            country: country,
            isPractice: arguments.has("practice")
        )
        settings.openingMinutes = try timeOfDay("opens", arguments)?.minutes ?? settings.openingMinutes
        settings.closingMinutes = try timeOfDay("closes", arguments)?.minutes ?? settings.closingMinutes
        let manager = try invocation.staffNumber("manager", try arguments.required("manager"))
        let founding = Founding(
            settings: settings,
            manager: manager,
            managerName: try arguments.required("manager-name"),
            passcode: ""
        )
        let rules = DeskRules(settings: settings, staff: StaffDirectory(), zone: try SystemZone(zoneName))
        let moment = try invocation.standingMoment(isPractice: settings.isPractice, under: rules)
        return (founding, moment.map(DeskClock.standing(at:)) ?? .system)
    }

    private static func timeOfDay(_ option: String, _ arguments: ParsedArguments) throws(UsageError) -> TimeOfDay? {
        guard let text = arguments.value(option) else { return nil }
        guard let time = TimeOfDay(text, hours: true) else { throw .notATime(option: option, text) }
        return time
    }
}
