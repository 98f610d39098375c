import ComplaintRules
import Ledger
import TerminalKit

/// The themes that there are, by name, and the one on screen.
struct ThemeChoice: Equatable {
    var names: [String] = []
    var shown = ""
}

// How people like the screen: language, theme, bell; kept per person (2-screens, Me).
extension DeskApp {
    /// Takes the names of the themes that there are, and of the one on screen; `shown` is that of all who choose none.
    public func use(themes names: [String], shown: String) {
        commonTheme = shown
        themes = ThemeChoice(names: names, shown: shown)
        session?.themes = themes
    }

    /// Notes that a theme could not be shown, and why; the one that was on screen stays.
    public func cannotShow(theme name: String, _ why: String, shown: String) {
        themes.shown = shown
        session?.themes = themes
        message = MessageLine(language(.themeTrouble(name, why, shown: shown)), kind: .warning)
    }

    private func show(theme name: String) {
        guard name != themes.shown, !name.isEmpty else { return }
        themes.shown = name
        session?.themes = themes
        wishes.append(.theme(name))
    }

    func showNextTheme() {
        guard !themes.names.isEmpty else { return }
        let index = themes.names.firstIndex(of: themes.shown).map { ($0 + 1) % themes.names.count } ?? 0
        show(theme: themes.names[index])
        message = MessageLine(language(.themeNow(themes.shown)))
    }

    func preview(_ name: String) {
        isPreviewing = true
        show(theme: name)
    }

    /// Shows the theme that was chosen again, once nobody looks at others any more.
    func endPreview() {
        guard isPreviewing, !(stack.last is ThemeScreen) else { return }
        isPreviewing = false
        show(theme: session?.preferences.theme ?? commonTheme)
    }

    /// Shows everything as the person likes it.
    func adopt(_ preferences: Preferences) {
        session?.preferences = preferences
        use(preferences.language ?? commonLanguage)
        if !isPreviewing { show(theme: preferences.theme ?? commonTheme) }
    }

    /// Keeps how the person likes the screen.
    func prefer(_ wanted: Preferences, _ said: Phrase, by key: Key) throws {
        guard let session, let actor = session.actor else { return }
        let errand = Errand(.meTitle) { [self] in
            try session.ledger.keep(wanted, of: actor.number)
            adopt(wanted)
            return .say(MessageLine(language(said)))
        }
        try take(.perform(errand), by: key)
    }

    /// Speaks the other language: for now where the person has chosen one, else from now on.
    func switchLanguage() {
        let other: Language = language == .english ? .chinese : .english
        if session?.actor == nil || session?.preferences.language == nil { commonLanguage = other }
        use(other)
    }

    private func use(_ language: Language) {
        if language == self.language { return }
        self.language = language
        session?.language = language
        signIn.use(language)
        firstRun?.use(language)
        composed = nil
        guard let session else { return }
        attempt {
            for index in stack.indices {
                if var form = stack[index] as? any FormScreen {
                    form.useLanguage(session)
                    stack[index] = form
                }
            }
            try refreshScreen()
        }
    }
}
