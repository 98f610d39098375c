import ComplaintRules
import Ledger
import TerminalKit

/// What the branch has set, a page a topic. The branch manager changes it, each thing by a small form that shows the old value; everybody
/// else reads it, and is told why not.
struct SettingsScreen: MainScreen, ListScreen {
    var pane = ListPane<SettingsRow>()
    private(set) var chosenPage = 0
    private var contents = SettingsContents(rows: [])
    /// Whether the page has just come up, and begins where it says.
    private var isFresh = true

    init() {}

    /// Makes it with a page of `SettingsPage.all` open.
    init(page: Int) {
        chosenPage = page
    }

    static let title = Phrase.settingsTitle
    static let shortTitle: Phrase? = nil
    var isList: Bool { false }

    private var page: SettingsPage { SettingsPage.all[chosenPage] }

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        let things = page.things(pane.selected?.id, session).map { thing in
            let body = { (_: inout Self, press: Press) throws -> Step in try thing.open(press.session, by: press.key) }
            return on(
                thing.keys,
                thing.label,
                short: thing.short,
                inFooter: thing.inFooter,
                leadsToTyping: true,
                whyNot: thing.whyNot,
                do: body
            )
        }
        return things + [
            on([.tab, .backTab], .nextPage, short: .nextPageShort) { screen, press in
                screen.chosenPage = TabLine.neighbour(of: screen.chosenPage, of: SettingsPage.all.count, by: press.key)
                screen.pane.startOver()
                screen.isFresh = true
                try screen.refresh(in: press.area, press.session)
                return .stay
            }
        ]
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        contents = try page.contents(session)
        try pane.refresh(in: listArea(area), session, from: RowList.source(of: contents.rows))
        guard isFresh, let start = contents.rows.first(where: { $0.id == contents.start }) else { return }
        try pane.show(start)
        isFresh = false
    }

    /// What can be done depends on the row.
    mutating func chosen(in area: Rect, _ session: DeskSession) throws -> Step { .stay }

    /// Opens the form behind Enter, where the page has one and the person may.
    mutating func openSelected(_ press: Press) throws -> Step {
        let thing = page.things(pane.selected?.id, press.session).first { $0.keys.contains(.enter) && $0.whyNot == nil }
        return try thing?.open(press.session, by: press.key) ?? .stay
    }

    /// The list, below the page's own words.
    func listArea(_ area: Rect) -> Rect { area.rows(from: contents.notes.isEmpty ? 2 : contents.notes.count + 3) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        TabLine.draw(SettingsPage.all.map { look.language($0.label) }, chosen: chosenPage, into: &grid, in: area)
        let words = area.rows(from: 2).inset(columns: 3)
        for (index, note) in contents.notes.enumerated() {
            grid.put(note.text, in: words.rows(from: index, count: 1), role: note.role, ellipsis: look.glyphs.ellipsis)
        }
        let place = listArea(area)
        if contents.rows.isEmpty {
            grid.put(look.language(page.empty), at: Point(column: place.column + 3, row: place.row), role: .dim)
            return
        }
        let columns = page.columns(look.language).enumerated().map { index, column in
            Column<SettingsRow>(look.language(column.0), width: column.1) { index < $0.cells.count ? $0.cells[index] : "" }
        }
        pane.draw(into: &grid, in: place, look, empty: page.empty, columns: columns, sign: { $0.sign }, role: { $0.role })
    }
}

/// A page of the settings.
struct SettingsPage: Sendable {
    let label: Phrase
    /// Headings and widths of the columns.
    let columns: @Sendable (Language) -> [(Phrase, Column<SettingsRow>.Width)]
    /// What stands on it now.
    let contents: @Sendable (DeskSession) throws -> SettingsContents
    /// What can be done on it, with the selected row where one is.
    let things: @Sendable (_ selected: String?, DeskSession) -> [SettingsThing]
    /// What stands on it while its list is empty: what would fill it.
    var empty = Phrase.nothingHere

    /// The pages, in their order.
    static let all = [branch, staff, standIns, clocks, calendar, tiers, codes, scripts]
}

/// One thing that a page of the settings lets one do, always by a small form.
struct SettingsThing {
    let keys: [Key]
    let label: Phrase
    var short: Phrase?
    /// Whether it is worth its place in the footer now.
    let inFooter: Bool
    var whyNot: (any Reason)?
    /// Makes the form; nil where there is nothing to do it to.
    let form: (DeskSession) throws -> PromptScreen?

    init(
        _ key: Key,
        _ label: Phrase,
        short: Phrase? = nil,
        inFooter: Bool = true,
        whyNot: (any Reason)?,
        form: @escaping (DeskSession) throws -> PromptScreen?
    ) {
        self.inFooter = inFooter
        (keys, self.label, self.short, self.whyNot, self.form) = ([key], label, short, whyNot, form)
    }

    /// Opens its form, or says why there is nothing to fill in.
    func open(_ session: DeskSession, by key: Key) throws -> Step {
        do {
            return try form(session).map { try session.opening($0) } ?? .stay
        } catch let problem as FieldProblem {
            return .ask(Question(note: session.language(problem.sentence), title: label, by: key, session.language))
        }
    }
}

/// One line of a page of the settings.
struct SettingsRow: Identifiable, Hashable, Sendable {
    /// What it is of: a setting's name, a number, a key.
    let id: String
    /// Its texts, column by column.
    let cells: [String]
    /// A sign before it, where colour alone would tell.
    var sign = ""
    /// What it means as a whole.
    var role = TextRole.text
}

extension SettingsRow {
    /// A row for what holds from a later day on, below the one of what holds now.
    init(coming id: String, on day: Day, _ cells: [String], _ session: DeskSession) {
        self.init(id: "\(id)@\(day.iso)", cells: [session.language(.rowComing)] + cells, role: .dim)
    }

    /// What a row is of, also where it tells what is coming of it.
    static func thing(of id: String?) -> String? { id.map { $0.split(separator: "@").first.map(String.init) ?? $0 } }
}

/// What stands on a page of the settings.
struct SettingsContents {
    /// Words above the list.
    var notes: [(text: String, role: TextRole)] = []
    /// The list.
    var rows: [SettingsRow]
    /// Which row is selected as the page comes up; the first where nil.
    var start: String?
}

extension DeskSession {
    /// `From 1 Dec 2026: 5 working days`, as a form shows what is coming already.
    func comingWords(_ text: String, from day: Day) -> FormField {
        .words("coming \(day.iso)", language(.clockComing(text, words.longDay(day))))
    }

    /// `Now: 09:00`, as a form shows the old value.
    func nowWords(_ text: String) -> FormField {
        .words("now", language.labelled(.settingNow, text.isEmpty ? language(.settingNothing) : text))
    }
}
