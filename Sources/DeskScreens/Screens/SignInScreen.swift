import ComplaintRules
import Ledger
import TerminalKit

/// Sign in, unlock, and the new passcode of somebody whose passcode another knows: the branch, its hotline, how much is open, and no customer's
/// data.
struct SignInScreen {
    var form: Form
    private var isLocked = false
    /// Who gave the right passcode, which another had given them, and is to choose one of their own before anything else; nil for nobody.
    private(set) var changing: (person: SignedIn, giver: StaffNumber)?

    init(_ language: Language, number: String = "", isLocked: Bool = false) {
        self.isLocked = isLocked
        form = SignInScreen.form(language, number)
        if !number.isEmpty { form.focus("passcode") }
    }

    init(_ language: Language, changing person: SignedIn, givenBy giver: StaffNumber) {
        changing = (person, giver)
        form = SignInScreen.changingForm(language)
    }

    private static func changingForm(_ language: Language) -> Form {
        Form(
            fields: [("new", Phrase.newPasscode), ("again", .passcodeAgain)].map { id, label in
                FormField(id: id, label: language(label), kind: .line(TextField(isSecret: true, limit: 200)), isRequired: true)
            }
        )
    }

    private static func form(_ language: Language, _ number: String) -> Form {
        Form(fields: [
            FormField(id: "number", label: language(.staffNumber), kind: .line(TextField(number, limit: 12)), isRequired: true),
            FormField(
                id: "passcode",
                label: language(.passcode),
                kind: .line(TextField(isSecret: true, limit: 200)),
                isRequired: true
            ),
        ])
    }

    /// The same in another language, with all that was typed.
    mutating func use(_ language: Language) {
        let focus = form.focusedID
        let secrets = (changing == nil ? ["passcode"] : ["new", "again"]).map { ($0, form.value($0)) }
        form = changing == nil ? SignInScreen.form(language, number) : SignInScreen.changingForm(language)
        for (id, secret) in secrets { form.setValue(secret, for: id) }
        form.focus(focus)
    }

    /// The number as typed.
    var number: String { form.value("number") }

    /// Number and passcode; nil, with the problem named, where one of them is missing.
    mutating func given(_ language: Language) -> (StaffNumber, String)? {
        form.clearProblems()
        guard let number = StaffNumber(form.value("number")) else {
            form.setProblem(language(Refusal.badValue("number", .staffNumber).sentence), at: "number")
            return nil
        }
        let passcode = form.value("passcode")
        if passcode.isEmpty {
            form.setProblem(language(Refusal.missing("passcode").sentence), at: "passcode")
            return nil
        }
        return (number, passcode)
    }

    /// The passcode that was chosen; nil, with the problem named, where it was not typed twice.
    mutating func chosen(_ language: Language) -> String? {
        form.clearProblems()
        let new = form.value("new")
        if new == form.value("again") { return new }
        form.setValue("", for: "again")
        form.setProblem(language(.passcodesDiffer), at: "again")
        return nil
    }

    mutating func refuse(_ sentence: String) {
        for id in changing == nil ? ["passcode"] : ["again", "new"] { form.setValue("", for: id) }
        form.setProblem(sentence, at: changing == nil ? "passcode" : "new")
    }

    func draw(
        into grid: inout Grid,
        in area: Rect,
        settings: DeskSettings,
        counts: DeskCounts,
        _ language: Language,
        _ glyphs: Glyphs
    ) {
        let inner = area.centered(columns: min(60, area.columns), rows: min(16, area.rows))
        func put(_ text: String, row: Int, role: TextRole) {
            grid.put(text, in: inner.rows(from: row, count: 1), alignment: .center, role: role, ellipsis: glyphs.ellipsis)
        }
        put(settings.branchName, row: 1, role: .heading)
        put("\(language(Setting.label(of: "hotline")))  \(settings.hotline)", row: 3, role: .text)
        put("\(language(.openCount(counts.open))) \(glyphs.dot) \(language(.overdueCount(counts.overdue)))", row: 4, role: .dim)
        if let giver = changing?.giver {
            put(language(.chooseOwnPasscode(giver)), row: 7, role: .text)
        } else {
            put(language(isLocked ? .lockedTitle : .signInHint), row: 7, role: .dim)
        }
        form.draw(into: &grid, in: inner.rows(from: 9).inset(columns: 8), glyphs: glyphs)
    }
}

extension SignInRefusal {
    /// The refusal for people.
    public var sentence: Phrase {
        switch self {
        case .wrong: .signInWrong
        case .wait(let seconds): .signInWait(seconds)
        case .retired: .signInRetired
        case .again: .signInAgain
        }
    }
}
