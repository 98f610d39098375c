import ComplaintRules
import Ledger
import TerminalKit

/// The first run: what a branch must say before it can log its first complaint.
struct FirstRunScreen {
    var form: Form
    private let folder: String
    private let clock: DeskClock
    private let isClockHanded: Bool
    private let systemZone: String
    private var language: Language

    init(folder: String, clock: DeskClock, isClockHanded: Bool, language: Language, systemZone: String) {
        self.folder = folder
        self.clock = clock
        self.isClockHanded = isClockHanded
        self.systemZone = systemZone
        self.language = language
        form = FirstRunScreen.form(language)
        form.propose(proposedZone, for: "time-zone")
        form.propose("09:00", for: "opening")
        form.propose("17:00", for: "closing")
        form.setValue(language.rawValue, for: "language")
        form.nothingMatches = language(.nothingMatches)
        form.notOffered = language(.choiceNotOffered)
        form.tooLong = { language(.tooLong($0, limit: $1)) }
    }

    /// The time zone that a branch is most likely in. That a machine runs on UTC says nothing about where it stands: then it is asked for.
    private var proposedZone: String {
        if language == .chinese { return "Asia/Shanghai" }
        let isUTC = ["UTC", "UCT", "GMT", "Zulu", "Universal", "Greenwich"].contains { systemZone == $0 || systemZone == "Etc/\($0)" }
        return isUTC ? "" : systemZone
    }

    private static func form(_ language: Language) -> Form {
        func line(_ id: String, _ label: Phrase, secret: Bool = false, hint: Phrase? = nil) -> FormField {
            FormField(
                id: id,
                label: language(label),
                kind: .line(TextField(isSecret: secret, limit: 200)),
                hint: hint.map { language($0) },
                isRequired: true
            )
        }
        let languages = [Choice(code: "zh", label: "中文", searchKeys: ["chinese"]), Choice(code: "en", label: "English")]
        return Form(fields: [
            line("code", .branchCode), line("name", Setting.label(of: "name")), line("hotline", Setting.label(of: "hotline")),
            FormField(id: "language", label: language(.languageField), kind: .choice(ChoiceField(choices: languages)), isRequired: true),
            line("time-zone", .timeZone, hint: .timeZoneHint), line("opening", Phrase.opensAt),
            line("closing", Phrase.closesAt),
            line("manager", .managerNumber),
            line("manager-name", .managerName),
            line("passcode", .passcode, secret: true, hint: .firstPasscodeHint(SignInRules.minimumPasscode)),
            line("again", .passcodeAgain, secret: true),
            FormField(id: "practice", label: "", kind: .check(CheckField(label: language(.practiceDesk)))),
        ])
    }

    /// The same form in another language, with all that was typed.
    mutating func use(_ language: Language) {
        let snapshot = form.snapshot
        let secrets = ["passcode", "again"].map { ($0, form.value($0)) }
        let proposals = ["opening", "closing"].filter { form.isProposal($0) }
        let isZoneOpen = form.isProposal("time-zone") || form.value("time-zone").isEmpty
        let isLanguageOpen = form.value("language") == self.language.rawValue
        self.language = language
        form = FirstRunScreen.form(language)
        form.restore(snapshot)
        for (id, value) in secrets { form.setValue(value, for: id) }
        for id in proposals { form.propose(form.value(id), for: id) }
        if isZoneOpen { form.propose(proposedZone, for: "time-zone") }
        if isLanguageOpen { form.setValue(language.rawValue, for: "language") }
        form.nothingMatches = language(.nothingMatches)
        form.notOffered = language(.choiceNotOffered)
        form.tooLong = { language(.tooLong($0, limit: $1)) }
    }

    /// Makes the desk; nil, with the first problem named beside its field, where something is wrong.
    ///
    /// - Throws: `LedgerError` where the folder cannot hold a desk.
    mutating func found(_ language: Language) throws -> FoundedDesk? {
        form.clearProblems()
        if let id = form.firstTooLong {
            form.focus(id)
            return nil
        }
        func problem(_ phrase: Phrase, at id: String) -> FoundedDesk? {
            form.setProblem(language(phrase), at: id)
            return nil
        }
        let missing = form.fields.filter { $0.isRequired && $0.value.isBlank && $0.unmatched.isEmpty }
        if let unmatched = form.fields.first(where: { !$0.unmatched.isEmpty }) { return problem(.choiceNotOffered, at: unmatched.id) }
        if !missing.isEmpty {
            form.setProblems(missing.map { ($0.id, language(.missing($0.label))) })
            return nil
        }
        // All that is wrong is shown at once (2-screens, rule 3).
        var problems: [(String, String)] = []
        func wrong(_ id: String, _ phrase: Phrase) { problems.append((id, language(phrase))) }
        if !CaseNumber.isBranchCode(form.value("code")) { wrong("code", Refusal.badValue("branch-code", .branchCode).sentence) }
        let zone = SystemZone.named(form.value("time-zone"))
        if zone == nil { wrong("time-zone", .noSuchZone) }
        let (opening, closing) = (TimeOfDay(form.value("opening"), hours: true), TimeOfDay(form.value("closing"), hours: true))
        if opening == nil { wrong("opening", .notATime) }
        if closing == nil { wrong("closing", .notATime) }
        if let opening, let closing, closing <= opening { wrong("closing", .closesBeforeOpening) }
        let manager = StaffNumber(form.value("manager"))
        if manager == nil { wrong("manager", Refusal.badValue("manager", .staffNumber).sentence) }
        if form.value("passcode") != form.value("again") { wrong("again", .passcodesDiffer) }
        if let manager {
            do throws(Refusal) { try SignInRules.check(form.value("passcode"), of: manager) } catch { wrong("passcode", error.sentence) }
        }
        guard problems.isEmpty, let zone, let opening, let closing, let manager else {
            form.setProblems(problems)
            return nil
        }
        var settings = DeskSettings(
            branchCode: form.value("code"),
            branchName: form.value("name").trimmed,
            hotline: form.value("hotline").trimmed,
            timeZone: zone,
            language: Language(rawValue: form.value("language")) ?? language,
            isPractice: form.value("practice") == "true"
        )
        if isClockHanded && !settings.isPractice { return problem(Refusal.notOnPracticeDesk.sentence, at: "practice") }
        settings.openingMinutes = opening.minutes
        settings.closingMinutes = closing.minutes
        do {
            let founding = Founding(
                settings: settings,
                manager: manager,
                managerName: form.value("manager-name"),
                passcode: form.value("passcode")
            )
            return try Ledger.found(founding, in: folder, clock: clock)
        } catch let refusal as Refusal {
            return problem(refusal.sentence, at: refusal.field ?? "passcode")
        }
    }

    func draw(into grid: inout Grid, in area: Rect, _ language: Language, _ glyphs: Glyphs) {
        let inner = area.inset(columns: 2)
        grid.put(language(.firstRunIntro), in: inner.rows(from: 0, count: 1), role: .dim, ellipsis: glyphs.ellipsis)
        form.draw(into: &grid, in: inner.rows(from: 2), glyphs: glyphs)
    }
}
