import ComplaintRules
import Ledger
import TerminalKit

/// What is one's own: the passcode, the language, the theme and the bell, kept per person.
struct MeScreen: MainScreen, ListScreen {
    /// What there is to choose.
    private enum Item: String, CaseIterable {
        case passcode, language, theme, bell

        var label: Phrase {
            switch self {
            case .passcode: .passcode
            case .language: .languageField
            case .theme: .theme
            case .bell: .bell
            }
        }
    }

    var pane = ListPane<SettingsRow>()

    static let title = Phrase.meTitle
    static let shortTitle: Phrase? = nil
    var isList: Bool { false }

    private var item: Item? { pane.selected.flatMap { Item(rawValue: $0.id) } }

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        guard let item else { return [] }
        switch item {
        case .passcode, .theme:
            return [on([.enter], .change, leadsToTyping: item == .passcode) { screen, press in try screen.openSelected(press) }]
        case .language, .bell:
            let liked = session.preferences
            return [
                Binding([.enter, .character(" ")], label: session.language(.change)) { app, key in
                    let (wanted, said) = MeScreen.next(item, after: liked)
                    try app.prefer(wanted, said, by: key)
                }
            ]
        }
    }

    /// The next value of what has only a few, and what is said of it.
    private static func next(_ item: Item, after liked: Preferences) -> (Preferences, Phrase) {
        var wanted = liked
        if item == .bell {
            wanted.rings.toggle()
            return (wanted, wanted.rings ? .bellOn : .bellOff)
        }
        switch liked.language {
        case nil: wanted.language = .english
        case .english: wanted.language = .chinese
        case .chinese: wanted.language = nil
        }
        return (wanted, wanted.language.map(Phrase.languageKept) ?? .languageCommon)
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let rows = Item.allCases.map { SettingsRow(id: $0.rawValue, cells: [session.language($0.label), words($0, session)]) }
        try pane.refresh(in: listArea(area), session, from: RowList.source(of: rows))
    }

    private func words(_ item: Item, _ session: DeskSession) -> String {
        let (language, liked) = (session.language, session.preferences)
        switch item {
        case .passcode:
            let giver = session.actor.flatMap { session.ledger.rules.passcodeGivers(of: $0.number).first }
            return language(giver.map(Phrase.passcodeGiven) ?? .passcodeOwn)
        case .language:
            let name = language(.languageName(liked.language ?? language))
            return liked.language == nil ? name + language.bracketed(language(.asStarted)) : name
        case .theme:
            let name = language(.themeNamed(liked.theme ?? session.themes.shown))
            return liked.theme == nil ? name + language.bracketed(language(.asStarted)) : name
        case .bell: return language(liked.rings ? .settingYes : .settingNo)
        }
    }

    mutating func chosen(in area: Rect, _ session: DeskSession) throws -> Step { .stay }

    mutating func openSelected(_ press: Press) throws -> Step {
        switch item {
        case .passcode: .open(MeScreen.passcodeForm(press.session))
        case .theme: .open(ThemeScreen())
        case .language, .bell, nil: .stay
        }
    }

    /// The old passcode, and the new one twice.
    static func passcodeForm(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.changePasscode, form: "me/passcode", keepsDraft: false, session) { session in
            [.secret("old", session.language(.oldPasscode))] + FormField.newPasscode(.newPasscode, session.language)
        } send: { values, session in
            let passcode = try FormField.chosenPasscode(values)
            let number = try session.signedIn().number
            do {
                let person = try session.ledger.signIn(number, passcode: values["old"] ?? "")
                _ = try session.ledger.changePasscode(of: person, to: passcode)
            } catch let refusal as SignInRefusal {
                throw FieldProblem(field: "old", sentence: refusal == .wrong ? .oldPasscodeWrong : refusal.sentence)
            } catch let refusal as Refusal {
                throw FormField.passcodeProblem(refusal)
            }
            session.practicePasscode = nil
            return .passcodeChanged
        }
    }

    func listArea(_ area: Rect) -> Rect { area.rows(from: 2) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        grid.put(look.language(.meWords), in: area.rows(from: 0, count: 1).inset(columns: 3), role: .dim, ellipsis: look.glyphs.ellipsis)
        let columns = [
            Column<SettingsRow>(look.language(.columnSetting), width: .fitted(minimum: look.language.columns(.settingName), maximum: 36)) {
                $0.cells[0]
            },
            Column(look.language(.columnNow), width: .flexible(minimum: 20)) { $0.cells[1] },
        ]
        pane.draw(into: &grid, in: listArea(area), look, empty: .nothingHere, columns: columns)
    }
}

/// The themes, each shown as one comes to it.
struct ThemeScreen: ListScreen {
    var pane = ListPane<SettingsRow>()
    let title = Phrase.theme
    var isList: Bool { false }

    func bindings(_ session: DeskSession) -> [Binding] {
        let (liked, selected) = (session.preferences, pane.selected?.id)
        /// Keeps a theme, or none of one's own, and goes back.
        func keep(_ keys: [Key], _ label: Phrase, short: Phrase, _ theme: String?, _ said: Phrase) -> Binding {
            Binding(keys, label: session.language(label), shortLabel: session.language(short)) { app, key in
                var wanted = liked
                wanted.theme = theme
                try app.prefer(wanted, said, by: key)
                guard app.session?.preferences == wanted, app.stack.last is ThemeScreen else { return }
                let message = app.message
                try app.back(message, keepsDraft: false)
            }
        }
        return [
            keep([.enter], .keepTheme, short: .keepShort, selected, .themeKept(selected ?? "")),
            keep([.character("x")], .commonTheme, short: .commonThemeShort, nil, .themeCommon),
        ]
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let rows = session.themes.names.map { SettingsRow(id: $0, cells: [session.language(.themeNamed($0))]) }
        try pane.refresh(in: listArea(area), session, from: RowList.source(of: rows))
    }

    mutating func chosen(in area: Rect, _ session: DeskSession) throws -> Step { pane.selected.map { .theme($0.id) } ?? .stay }
    mutating func openSelected(_ press: Press) throws -> Step { pane.selected.map { .theme($0.id) } ?? .stay }

    func listArea(_ area: Rect) -> Rect { area.rows(from: 2) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        grid.put(look.language(.themeWords), in: area.rows(from: 0, count: 1).inset(columns: 3), role: .dim, ellipsis: look.glyphs.ellipsis)
        let columns = [Column<SettingsRow>(look.language(.theme), width: .flexible(minimum: 20)) { $0.cells[0] }]
        pane.draw(into: &grid, in: listArea(area), look, empty: .nothingHere, columns: columns)
        drawSample(into: &grid, in: area, look)
    }

    /// What the list itself does not show of a theme: what is due, signed, wrong, and typed; beside the list, where nothing else stands.
    private func drawSample(into grid: inout Grid, in area: Rect, _ look: Look) {
        let place = listArea(area).splitColumns(left: 30, gap: 2).1
        let labels: [(text: String, role: TextRole)] = [
            ("! " + look.language(Term.overdue(TimeWords.span(seconds: 3 * 3600, look.language))), .overdue),
            ("\(look.glyphs.dot) " + look.language(.dueToday), .dueSoon),
            ("\(look.glyphs.check) " + look.language(Stage.closed.label), .signed),
            ("! " + look.language(.missing(look.language(FieldLabel.of("reason")))), .error), (look.language(.meWords), .dim),
        ]
        let sample = [[StyledText(look.language(.themeSample), .heading)]] + labels.map { [StyledText($0.text, $0.role)] }
        grid.put(sample, in: place)
        let field = place.rows(from: sample.count, count: 1).splitColumns(left: min(30, place.columns), gap: 0).0
        grid.fill(field, role: .field)
        grid.put(look.language(.themeTyped), in: field, role: .field)
    }
}
