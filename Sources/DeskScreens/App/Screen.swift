import ComplaintRules
import Ledger
import TerminalKit

/// One screen of the desk: a value that holds what is shown, decides what keys do, and draws itself. Drawing is a pure function of state.
protocol Screen {
    /// Its name, in the top line and in the palette.
    var title: Phrase { get }
    /// Whether plain keys are text here at the moment, and not commands.
    var isTyping: Bool { get }
    /// Whether the screen takes the key for itself before any binding does.
    func claims(_ key: Key) -> Bool
    /// What can be done here, in the order of the footer. Asked for once a change of the screen, not at each key.
    func bindings(_ session: DeskSession) -> [Binding]
    /// What can be done here that has no key of its own: for the list of everything, and made only when that opens.
    func keyless(_ session: DeskSession) -> [Binding]
    /// Fetches what is visible in `area`: when it comes up, when the size changed, when another desk or an act changed something.
    mutating func refresh(in area: Rect, _ session: DeskSession) throws
    /// Takes a key that no binding claims. Nil where it means nothing here.
    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step?
    /// Fetches what the next key is likely to ask for, while nobody waits.
    func readAhead(_ session: DeskSession)
    /// Draws the screen.
    func draw(into grid: inout Grid, in area: Rect, _ look: Look)
    /// Whether it is a list, which marks what other desks bring.
    var isList: Bool { get }
    /// What was typed here, to be kept as a draft; nil where there is no form.
    var draft: ScreenDraft? { get }
    /// Whether something long is under way here, whose progress is shown.
    var isWorking: Bool { get }
}

extension Screen {
    var isTyping: Bool { false }
    var isList: Bool { false }
    func keyless(_ session: DeskSession) -> [Binding] { [] }
    func readAhead(_ session: DeskSession) {}
    func claims(_ key: Key) -> Bool { isTyping && key.isText }
    var draft: ScreenDraft? { nil }
    var isWorking: Bool { false }
}

/// A screen with a key of its own, which opens from everywhere (`DeskApp.mainScreens`).
protocol MainScreen: Screen {
    /// Its name.
    static var title: Phrase { get }
    /// Its name in the footer; nil where the footer has no room for it.
    static var shortTitle: Phrase? { get }
    /// Makes it as it comes up.
    init()
}

extension MainScreen {
    static var shortTitle: Phrase? { title }
    var title: Phrase { Self.title }
}

/// What was typed into the form of a screen.
struct ScreenDraft: Equatable {
    /// The draft's own name in the store.
    var id: Int64
    /// Which form, as in the store.
    var form: String
    /// What stands in it, and where the cursor is.
    var snapshot: FormSnapshot
    /// Whether there is anything in it that is worth keeping.
    var isWorthKeeping: Bool
}

/// What follows from a key.
enum Step {
    /// The screen stays, and its bindings are made anew.
    case stay
    /// Text was typed, or what is in sight moved: nothing on which the bindings depend.
    case moved
    /// Another screen opens over this one.
    case open(any Screen, saying: MessageLine? = nil)
    /// Back to the screen below, with what was typed here kept as a draft.
    case leave
    /// Back to the screen below, with a message; the draft was sent or thrown away.
    case back(MessageLine?)
    /// Back to the screen below, where a note tells what came of it.
    case backTelling(Question)
    /// Back to the screen below, with a message, after a case of this number was logged: what was just done is what is selected.
    case logged(String, Phrase)
    /// Something is done in the store, now or as soon as that is free.
    case perform(Errand)
    case say(MessageLine)
    /// A note tells what came of something, over the screen as it is then.
    case told(Question)
    case ask(Question)
    case palette(Palette<Handler>)
    /// A theme is shown, to be looked at.
    case theme(String)
    /// A text goes to the clipboard of the terminal, and that is said.
    case copy(String, Phrase)
    /// A paper goes to the printer.
    case printing(PrintJob)
    /// A paper, or figures, go into a file.
    case saving(SaveJob)
}

/// Something that is done in the store for the person: one transaction, and what follows from it on the screen.
///
/// Where another program holds the file the errand waits, visibly, and is tried again (2-screens, rule 13). It was made when the key was
/// pressed, so that it takes what was selected and typed then; until it comes about it touches nothing but the store.
struct Errand {
    /// What is done, in words: an act and the number of its case.
    let label: Phrase
    let run: () throws -> Step

    init(_ label: Phrase, run: @escaping () throws -> Step) {
        (self.label, self.run) = (label, run)
    }
}

/// A question that waits for an answer, and what is done when it is confirmed.
struct Question {
    var dialog: Dialog
    /// What a confirmation does, with what was typed into the field.
    var confirm: (DeskApp, String) throws -> Void
    /// What is wrong with a text typed into its field; nil where it may be sent.
    var check: (String) -> Phrase? = { _ in nil }
    /// Whether it stays until it is confirmed, and nothing may take it away.
    var isBinding = false
    /// Keys that close it and do what they do on the screen below, as a note asks for.
    var passes: Set<Key> = []
    /// When it came, on the clock that only goes forward.
    var openedAt: Int64 = 0

    /// Asks before something weighty is done (2-screens, rule 4): Cancel stands where nothing else is chosen.
    init(
        _ title: Phrase,
        _ text: Phrase,
        confirm label: Phrase,
        by key: Key,
        _ language: Language,
        field: (label: Phrase, TextField)? = nil,
        confirm: @escaping (DeskApp, String) throws -> Void
    ) {
        dialog = Dialog(
            title: language(title),
            text: language(text),
            confirmLabel: language(label),
            cancelLabel: language(.cancel),
            openedBy: key,
            field: field?.1,
            fieldLabel: field.map { language($0.label) } ?? ""
        )
        if let field { dialog.nothingTyped = language(.nothingTyped(field.label)) }
        self.confirm = confirm
    }

    /// A note that takes all keys until it is closed, so that what is typed on from habit starts nothing.
    init(note text: String, title: Phrase, by key: Key, _ language: Language) {
        dialog = Dialog(title: language(title), text: text, confirmLabel: "", cancelLabel: language(.close), openedBy: key)
        confirm = { _, _ in }
    }
}

/// All that drawing needs beside the state of the screen.
struct Look {
    var language: Language
    var words: TimeWords
    var now: Moment
    var glyphs: Glyphs
    var rules: DeskRules
    var isRevealed: Bool
    /// Tells `rules` from earlier ones.
    var rulesVersion: Int64

    /// Who works here.
    var staff: StaffDirectory { rules.staff }
    /// Business types and reasons.
    var codes: CodeTable { rules.codes }

    /// The words in which cases are told here.
    var caseWords: CaseWords { CaseWords(language, rules, showsContacts: isRevealed, arrow: glyphs.arrowRight) }

    /// How a clock stands.
    func remaining(_ clock: Clock) -> String { caseWords.remaining(clock, at: now) }

    /// A label that begins with a capital, as its neighbours do.
    func headed(_ label: Phrase) -> String { label.headed(language) }

    /// `1003 李敏`, or the number alone for somebody who is not known.
    func person(_ number: StaffNumber) -> String { caseWords.person(number) }

    /// A contact as it may be shown: masked until it was revealed with a key.
    func contact(_ text: String) -> String { isRevealed ? text : text.maskedContact }
}

/// What a piece of text on screen means, which a theme gives colours to. (A bare `Role` is a member of staff's.)
typealias TextRole = TerminalKit.Role

extension Key {
    /// Whether the key is text where text is being typed.
    var isText: Bool {
        switch self {
        case .character, .paste: true
        default: false
        }
    }

    var isMouse: Bool { if case .mouse = self { true } else { false } }
}
