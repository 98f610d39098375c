import ComplaintRules
import Ledger
import TerminalKit

/// Sign in, unlock, and the new passcode of somebody whose passcode another knows: the branch, its hotline, how much is open, who works here
/// where the branch lets that be seen, and no customer's data.
struct SignInScreen {
    var form: Form
    /// Who gave the right passcode, which another had given them, and is to choose one of their own before anything else; nil for nobody.
    private(set) var changing: (person: SignedIn, giver: StaffNumber)?
    /// Whether the number was whole and the caret went on by itself: then a key pressed from habit does not lead away from the passcode.
    private var hasGoneOn = false
    /// A staff number that was typed where the passcode belongs, and taken for what it is. Typed there once more it is the passcode.
    private var misplaced: String?
    /// What is good to know of what was typed.
    private var note: Phrase?
    /// Why nobody was let in, in a sentence that needs the whole width.
    private var refusal: String?
    /// The number of whoever was here before, which stands in the field to be typed over.
    private let proposed: String

    /// Waits for a number, with the one of whoever was here before to be typed over.
    init(_ language: Language, number: String = "") {
        proposed = number
        form = SignInScreen.form(language)
        if !number.isEmpty { form.propose(number, for: "number") }
    }

    init(_ language: Language, changing person: SignedIn, givenBy giver: StaffNumber) {
        changing = (person, giver)
        proposed = ""
        form = SignInScreen.changingForm(language)
    }

    private static func changingForm(_ language: Language) -> Form {
        Form(
            fields: [
                .secret("new", language(.newPasscode), hint: language(.firstPasscodeHint(SignInRules.minimumPasscode))),
                .secret("again", language(.passcodeAgain)),
            ]
        )
    }

    private static func form(_ language: Language) -> Form {
        Form(fields: [.line("number", language(.staffNumber), limit: 12, isRequired: true), .secret("passcode", language(.passcode))])
    }

    /// The same in another language, with all that was typed.
    mutating func use(_ language: Language) {
        let focus = form.focusedID
        let (number, isProposal) = (form.value("number"), form.isProposal("number"))
        let secrets = (changing == nil ? ["passcode"] : ["new", "again"]).map { ($0, form.value($0)) }
        form = changing == nil ? SignInScreen.form(language) : SignInScreen.changingForm(language)
        if isProposal { form.propose(number, for: "number") } else { form.setValue(number, for: "number") }
        for (id, secret) in secrets { form.setValue(secret, for: id) }
        form.focus(focus)
    }

    // MARK: Keys

    /// Answers a key; `people` are those who are listed. True where what was typed is to be sent.
    mutating func handle(_ key: Key, among people: [StaffMember]) -> Bool {
        guard changing == nil else { return form.handle(key) == .submit }
        let hasGoneOn = hasGoneOn
        self.hasGoneOn = false
        (note, refusal) = (nil, nil)
        let isInNumber = form.focusedID == "number"
        switch key {
        case .up, .down:
            guard !people.isEmpty else { break }
            choose(key == .up ? -1 : 1, from: people)
            self.hasGoneOn = true
            return false
        case .tab, .enter:
            if hasGoneOn, form.value("passcode").isEmpty { return false }
            // Whoever types a number where the passcode belongs means that person, also before the passcode itself is typed.
            if key == .tab, !isInNumber, takesMisplaced(isListed: { number in people.contains { $0.number == number } }) {
                self.hasGoneOn = true
                return false
            }
            if isInNumber, let person = matches(among: people).first {
                take(person)
            } else if isInNumber, !people.isEmpty, !form.value("number").isBlank {
                note = .nobodyInList
            }
        default: break
        }
        let event = form.handle(key)
        if isInNumber, event == .changed, let number = StaffNumber(form.value("number")), isWhole(number, among: people) {
            form.focus("passcode")
            self.hasGoneOn = true
        }
        if isInNumber, event == .changed { moveToPasscode(among: people) }
        return event == .submit
    }

    /// Whoever comes back types the passcode at once: what can mean nobody's number is taken for it, and is not to be seen.
    private mutating func moveToPasscode(among people: [StaffMember]) {
        let typed = form.value("number")
        guard !proposed.isEmpty, !typed.isBlank, people.isEmpty ? StaffNumber(typed) == nil : matches(among: people).isEmpty else { return }
        form.propose(proposed, for: "number")
        form.setValue(typed, for: "passcode")
        form.focus("passcode")
    }

    /// Whether a number is somebody's, and the beginning of nobody else's.
    private func isWhole(_ number: StaffNumber, among people: [StaffMember]) -> Bool {
        let begun = people.filter { $0.number.text.hasPrefix(number.text) }
        return begun.count == 1 && begun[0].number == number
    }

    /// Those whom what was typed means: a number or its beginning, a word of a name, or the end of a number; nobody where nothing was typed.
    func matches(among people: [StaffMember]) -> [StaffMember] {
        let typed = form.value("number").trimmed.lowercased()
        if typed.isEmpty { return [] }
        if let number = StaffNumber(typed), let person = people.first(where: { $0.number == number }) { return [person] }
        let ways: [(StaffMember) -> Bool] = [
            { $0.number.text.lowercased().hasPrefix(typed) },
            { $0.name.lowercased().split(separator: " ").contains { $0.hasPrefix(typed) } },
            { $0.number.text.lowercased().hasSuffix(typed) },
        ]
        var seen: Set<StaffNumber> = []
        return ways.flatMap { people.filter($0) }.filter { seen.insert($0.number).inserted }
    }

    /// Goes from the person who is meant to the one before or after, around the ends.
    private mutating func choose(_ direction: Int, from people: [StaffMember]) {
        let now = matches(among: people).first.flatMap { person in people.firstIndex { $0.number == person.number } }
        let next = now.map { ($0 + direction + people.count) % people.count } ?? (direction > 0 ? 0 : people.count - 1)
        take(people[next])
        form.setValue("", for: "passcode")
        form.focus("passcode")
    }

    private mutating func take(_ person: StaffMember) {
        form.clearProblems()
        form.setValue(person.number.text, for: "number")
    }

    // MARK: What was typed

    /// The number as typed.
    var number: String { form.value("number") }

    /// Takes a staff number out of the field of the passcode, where somebody typed it from habit: that is no attempt.
    ///
    /// - Returns: whether it did; what is typed there a second time is the passcode.
    mutating func takesMisplaced(isListed: (StaffNumber) -> Bool) -> Bool {
        let typed = form.value("passcode")
        guard typed != misplaced, let number = StaffNumber(typed), isListed(number) else { return false }
        misplaced = typed
        note = .numberNotPasscode(number)
        form.clearProblems()
        form.setValue(number.text, for: "number")
        form.setValue("", for: "passcode")
        form.focus("passcode")
        return true
    }

    /// Number and passcode; nil, with the problem named, where one of them is missing.
    mutating func given(_ language: Language) -> (StaffNumber, String)? {
        guard let number = StaffNumber(form.value("number")) else {
            refusal = language(Refusal.badValue("number", .staffNumber).sentence)
            form.focus("number")
            return nil
        }
        let passcode = form.value("passcode")
        if passcode.isEmpty {
            refusal = language(Refusal.missing("passcode").sentence)
            form.focus("passcode")
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
        refusal = sentence
        form.focus(changing == nil ? "passcode" : "new")
    }

    // MARK: What is shown

    /// Columns of the form beside the people.
    private static let formColumns = 37
    /// Rows above the people and the form.
    private static let headRows = 8

    func draw(
        into grid: inout Grid,
        in area: Rect,
        settings: DeskSettings,
        counts: DeskCounts,
        people: [StaffMember],
        _ language: Language,
        _ glyphs: Glyphs
    ) {
        let listed = changing == nil ? people : []
        let height = listed.isEmpty ? 16 : SignInScreen.headRows + max(8, listed.count)
        let columns = changing != nil ? 76 : listed.isEmpty ? 60 : 96
        let inner = area.centered(columns: min(columns, area.columns), rows: min(height, area.rows))
        func put(_ text: String, row: Int, role: TextRole) {
            grid.put(text, in: inner.rows(from: row, count: 1), alignment: .center, role: role, ellipsis: glyphs.ellipsis)
        }
        put(settings.branchName, row: 1, role: .heading)
        put("\(language(Setting.label(of: "hotline")))  \(settings.hotline)", row: 3, role: .text)
        put(language(.openCount(counts.open, overdue: counts.openOverdue)), row: 4, role: .dim)
        if let refusal {
            // What is wrong is never cut.
            for (row, line) in TextWidth.wrap("! " + refusal, to: inner.columns).prefix(2).enumerated() {
                put(String(line), row: 6 + row, role: .error)
            }
        } else if let note {
            put(language(note), row: 6, role: .notice)
        } else if let giver = changing?.giver {
            put(language(.chooseOwnPasscode(giver)), row: 6, role: .text)
        } else {
            put(language(listed.isEmpty ? .signInHint : .signInChoose), row: 6, role: .dim)
        }
        let body = inner.rows(from: SignInScreen.headRows)
        guard !listed.isEmpty else { return form.draw(into: &grid, in: body.inset(columns: changing == nil ? 8 : 4), glyphs: glyphs) }
        // The form keeps what it needs; the names have the rest.
        let (left, right) = body.splitColumns(left: max(body.columns / 2, body.columns - SignInScreen.formColumns), gap: 1)
        drawPeople(listed, into: &grid, in: left, language, glyphs)
        form.draw(into: &grid, in: right, glyphs: glyphs)
    }

    /// The list of those who work here; who is meant is marked, and those whom what was typed does not mean are dim.
    private func drawPeople(_ people: [StaffMember], into grid: inout Grid, in area: Rect, _ language: Language, _ glyphs: Glyphs) {
        let matches = matches(among: people)
        let meant = matches.first.flatMap { person in people.firstIndex { $0.number == person.number } }
        let isNarrowing = !matches.isEmpty && !form.isProposal("number")
        let top = min(max(0, (meant ?? 0) - area.rows + 1), max(0, people.count - area.rows))
        let numbers = people.map { TextWidth.columns(of: $0.number.text) }.max() ?? 0
        let roles = people.map { TextWidth.columns(of: language($0.role.label)) }.max() ?? 0
        let names = min(people.map { TextWidth.columns(of: $0.name) }.max() ?? 0, max(8, area.columns - numbers - roles - 6))
        for row in 0..<min(area.rows, people.count - top) {
            let (person, line) = (people[top + row], area.rows(from: row, count: 1))
            let isMeant = top + row == meant
            let isOut = isNarrowing && !matches.contains { $0.number == person.number }
            let sign = isMeant ? glyphs.selected : " "
            let number = TextWidth.pad(person.number.text, to: numbers)
            let name = TextWidth.pad(person.name, to: names, ellipsis: glyphs.ellipsis)
            let text = "\(sign) \(number)  \(name)  \(language(person.role.label))"
            grid.put(text, in: line, role: isMeant ? .selected : isOut ? .dim : .text, ellipsis: glyphs.ellipsis)
        }
        if top > 0 { grid.put(glyphs.arrowUp, at: Point(column: area.endColumn - 1, row: area.row), role: .dim) }
        if people.count - top > area.rows {
            grid.put(glyphs.arrowDown, at: Point(column: area.endColumn - 1, row: area.endRow - 1), role: .dim)
        }
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
