import ComplaintRules
import Ledger
import TerminalKit

/// What the branch has set, a page a topic. The branch manager changes it, each thing by a small form that shows the old value; everybody
/// else reads it, and is told why not.
struct SettingsScreen: Screen {
    /// The pages.
    enum Page: Int, CaseIterable, Sendable {
        case branch, staff, standIns, clocks, calendar, tiers, codes

        var label: Phrase {
            switch self {
            case .branch: .pageBranch
            case .staff: .tabStaff
            case .standIns: .tabStandIns
            case .clocks: .pageClocks
            case .calendar: .pageCalendar
            case .tiers: .pageTiers
            case .codes: .pageCodes
            }
        }
    }

    private(set) var page = Page.branch
    private(set) var list = RowList<SettingsRow>()
    private var rows: [SettingsRow] = []
    private var notes: [(text: String, role: TextRole)] = []
    private var isLoaded = false

    var title: Phrase { .settingsTitle }

    func bindings(_ session: DeskSession) -> [Binding<Command>] {
        var bindings: [Binding<Command>]
        let selected = list.selected?.id
        switch page {
        case .branch: bindings = BranchSettings.bindings(selected, session)
        case .staff: bindings = StaffSettings.bindings(selected, session)
        case .standIns: bindings = StandInSettings.bindings(session)
        case .clocks: bindings = ClockSettings.bindings(selected, session)
        case .calendar: bindings = CalendarSettings.bindings(session)
        case .tiers: bindings = TierSettings.bindings(selected, session)
        case .codes: bindings = CodeSettings.bindings(selected, session)
        }
        let language = session.language
        bindings.append(Binding([.tab, .backTab], .nextTab, label: language(.nextPage), shortLabel: language(.nextPageShort)))
        return bindings
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let contents =
            switch page {
            case .branch: BranchSettings.contents(session)
            case .staff: try StaffSettings.contents(session)
            case .standIns: StandInSettings.contents(session)
            case .clocks: ClockSettings.contents(session)
            case .calendar: CalendarSettings.contents(session)
            case .tiers: TierSettings.contents(session)
            case .codes: CodeSettings.contents(session)
            }
        (rows, notes) = (contents.rows, contents.notes)
        try session.bring(&list, height: listArea(area).rows - 1, isLoaded: &isLoaded, from: RowList.source(of: rows))
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        if case .mouse(let event) = key, event.kind == .press || event.kind == .doubleClick {
            let isHit = list.click(event.point, in: listArea(area))
            return isHit && event.kind == .doubleClick ? .run(.change) : .stay
        }
        return try list.handle(key, from: RowList.source(of: rows)) ? .stay : nil
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        if command == .nextTab {
            let count = Page.allCases.count
            page = Page(rawValue: (page.rawValue + (key == .backTab ? count - 1 : 1)) % count) ?? .branch
            isLoaded = false
            try refresh(in: area, session)
            return .stay
        }
        let selected = list.selected?.id ?? ""
        let form: PromptScreen? =
            switch (page, command) {
            case (.branch, .change): BranchSettings.form(selected, session)
            case (.tiers, .change): TierSettings.form(selected, session)
            case (.clocks, .change): ClockSettings.form(selected, session)
            case (.codes, .change): CodeSettings.relabelling(selected, session)
            case (.codes, .retire): CodeSettings.offering(selected, session)
            case (.codes, .add): CodeSettings.adding(session)
            case (.codes, .loadFile): CodeSettings.loading(session)
            case (.calendar, .loadFile): CalendarSettings.loading(session)
            case (.staff, .add): StaffSettings.adding(session)
            case (.staff, .retire): try StaffSettings.retiring(selected, session)
            case (.standIns, .add): StandInSettings.naming(session)
            case (.standIns, .deputies): StandInSettings.deputies(session)
            case (.standIns, .declareAbsence): StandInSettings.declaring(session)
            default: nil
            }
        return try form?.opening(session) ?? .stay
    }

    /// The list, below the page's own words.
    private func listArea(_ area: Rect) -> Rect { area.rows(from: notes.isEmpty ? 2 : notes.count + 3) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        TabLine.draw(Page.allCases.map { look.language($0.label) }, chosen: page.rawValue, into: &grid, in: area)
        let words = area.rows(from: 2).inset(columns: 3)
        for (index, note) in notes.enumerated() {
            grid.put(note.text, in: words.rows(from: index, count: 1), role: note.role, ellipsis: look.glyphs.ellipsis)
        }
        let place = listArea(area)
        if rows.isEmpty {
            grid.put(look.language(.nothingHere), at: Point(column: place.column + 3, row: place.row), role: .dim)
        } else {
            list.draw(
                into: &grid,
                in: place,
                glyphs: look.glyphs,
                columns: columns(look),
                sign: { $0.sign },
                role: { $0.role }
            )
        }
    }

    private func columns(_ look: Look) -> [Column<SettingsRow>] {
        let language = look.language
        let isEnglish = language == .english
        let shape: [(Phrase, Column<SettingsRow>.Width)] =
            switch page {
            case .branch: [(.columnSetting, .fixed(isEnglish ? 22 : 16)), (.columnNow, .flexible(minimum: 20))]
            case .staff:
                [
                    (.staffNumber, .fixed(12)), (FieldLabel.of("name"), .flexible(minimum: 14)), (FieldLabel.of("role"), .fixed(18)),
                    (.columnOpenCases, .fixed(isEnglish ? 10 : 8)), (.columnState, .fixed(isEnglish ? 10 : 8)),
                ]
            case .standIns:
                [
                    (.absent, .flexible(minimum: 14)), (.standIn, .flexible(minimum: 14)), (.fromDay, .fixed(14)), (.toDay, .fixed(14)),
                    (.columnState, .fixed(8)),
                ]
            case .clocks:
                [
                    (FieldLabel.of("rule"), .fixed(isEnglish ? 15 : 10)), (.columnLimit, .fixed(20)),
                    (.columnSince, .fixed(isEnglish ? 11 : 14)),
                    (.columnComing, .flexible(minimum: 18)),
                ]
            case .calendar:
                [
                    (FieldLabel.of("day"), .fixed(14)), (.columnWeekday, .fixed(isEnglish ? 7 : 4)), (.columnOff, .fixed(12)),
                    (.columnHoliday, .flexible(minimum: 12)),
                ]
            case .tiers: [(FieldLabel.of("role"), .fixed(20)), (.columnTier, .fixed(16)), (.columnBeyond, .flexible(minimum: 16))]
            case .codes:
                [
                    (.columnAxis, .fixed(8)), (.columnCode, .fixed(20)), (.columnChinese, .fixed(14)),
                    (.columnEnglish, .flexible(minimum: 14)),
                    (.columnState, .fixed(11)), (.columnPinyin, .fixed(8)),
                ]
            }
        return shape.enumerated().map { index, column in
            Column(language(column.0), width: column.1) { index < $0.cells.count ? $0.cells[index] : "" }
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

/// What stands on a page of the settings.
struct SettingsContents {
    /// Words above the list.
    var notes: [(text: String, role: TextRole)] = []
    /// The list.
    var rows: [SettingsRow]
}

extension DeskSession {
    /// Why the person may not do `act` to the desk itself; nil where they may.
    func whyNot(_ act: DeskAct) -> String? {
        guard let actor = acting else { return nil }
        do throws(Refusal) {
            try permit(act, by: actor)
            return nil
        } catch {
            return language(error.sentence)
        }
    }

    /// `Now: 09:00`, as a form shows the old value.
    func nowWords(_ text: String) -> FormField {
        .words("now", "\(language(.settingNow))\(language.colon)\(text.isEmpty ? language(.settingNothing) : text)")
    }
}
