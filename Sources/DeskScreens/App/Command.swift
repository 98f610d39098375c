import ComplaintRules
import TerminalKit

/// Everything that keys, footer, help and palette can start. Keys name requests; requests are carried out in one place each.
enum Command: Hashable, Sendable {
    case desk, registers, signOff
    case newComplaint, anotherMatter, search
    case open, back, help, palette, lock, quit
    case language, nextTheme, mouse, reveal
    case submit, discardDraft
    case acts
    case act(ActKind)
    case nextTab, filterStage, filterChannel, order, clearFilters
    case book, headOffice, rectification, settings
    case bookOpen, bookEntry, bookNil, bookClose, bookEntries
    case change, add, retire, deputies, declareAbsence, loadFile
    case filter, filterOverdue, filterMine, columns, mark, reassign
    case openKnown, showDone, issueReport, contactCards
    case page, nextField, clocks
}

extension Command {
    /// Whether something is usually typed right behind it: a form, or a passcode. What stands against it is then said in a note that takes
    /// these keys, or they would run as commands.
    var leadsToTyping: Bool {
        switch self {
        case .act, .newComplaint, .anotherMatter, .bookEntry, .reassign, .change, .add, .retire, .deputies, .declareAbsence, .loadFile,
            .issueReport:
            true
        default: false
        }
    }

    /// The keys that do it on a screen, for those that the screen itself answers.
    var ownKeys: [Key] {
        switch self {
        case .page: [.pageDown, .pageUp]
        case .nextField: [.tab]
        default: []
        }
    }
}

extension Command {
    /// What works on every screen once somebody has signed in. Plain keys are commands outside text fields only.
    static func global(_ language: Language) -> [Binding<Command>] {
        [
            Binding([.character("n"), .alt("n")], .newComplaint, label: language(.newComplaint), shortLabel: language(.newShort)),
            Binding([.character("N")], .anotherMatter, label: language(.anotherMatter), inFooter: false),
            Binding([.character("/"), .alt("/")], .search, label: language(.search), shortLabel: language(.searchShort)),
            Binding([.character("1")], .desk, label: language(.deskTitle)),
            Binding([.character("2")], .registers, label: language(.registersTitle)),
            Binding([.character("3")], .book, label: language(.bookTitle)),
            Binding([.character("4")], .signOff, label: language(.signOffTitle)),
            Binding([.character("5")], .headOffice, label: language(.headOfficeTitle)),
            Binding([.character("8")], .rectification, label: language(.rectificationTitle)),
            Binding([.character("9")], .settings, label: language(.settingsTitle), inFooter: false),
            Binding([.character("?"), .function(1)], .help, label: language(.help), shortLabel: language(.helpShort), isPinned: true),
            Binding([.function(6)], .contactCards, label: language(.contactCards), inFooter: false),
            Binding([.character(":"), .control("p")], .palette, label: language(.palette), inFooter: false),
            Binding([.function(12), .control("l")], .lock, label: language(.lock), shortLabel: language(.lockShort), isPinned: true),
            Binding([.function(9)], .language, label: language(.switchLanguage), inFooter: false),
            Binding([.function(8)], .nextTheme, label: language(.nextTheme), inFooter: false),
            Binding([.function(10)], .mouse, label: language(.mouse), inFooter: false),
            Binding([.character("v")], .reveal, label: language(.reveal), inFooter: false),
            Binding([.escape], .back, label: language(.back), inFooter: false),
            Binding([.control("q")], .quit, label: language(.quit), inFooter: false),
        ]
    }
}
