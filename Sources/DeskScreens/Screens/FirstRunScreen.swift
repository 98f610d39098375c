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
            line("manager-name", .managerName), line("passcode", .passcode, secret: true), line("again", .passcodeAgain, secret: true),
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
        let missing = form.fields.filter { $0.isRequired && $0.value.isBlank }
        if !missing.isEmpty {
            form.setProblems(missing.map { ($0.id, language(.missing($0.label))) })
            return nil
        }
        guard CaseNumber.isBranchCode(form.value("code")) else {
            return problem(Refusal.badValue("code", .staffNumber).sentence, at: "code")
        }
        guard let zone = SystemZone.named(form.value("time-zone")) else { return problem(.noSuchZone, at: "time-zone") }
        guard let opening = TimeOfDay(form.value("opening"), hours: true) else { return problem(.notATime, at: "opening") }
        guard let closing = TimeOfDay(form.value("closing"), hours: true) else { return problem(.notATime, at: "closing") }
        if closing <= opening { return problem(.closesBeforeOpening, at: "closing") }
        guard let manager = StaffNumber(form.value("manager")) else {
            return problem(Refusal.badValue("manager", .staffNumber).sentence, at: "manager")
        }
        if form.value("passcode") != form.value("again") { return problem(.passcodesDiffer, at: "again") }
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
