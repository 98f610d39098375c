import ComplaintRules
import Ledger
import TerminalKit

/// One case: facts on the left and the time line on the right, or below where there is no room beside; and what can be done now.
struct CaseScreen: Screen {
    private(set) var reading: OpenedCase
    /// Whether it is still as it was read when it was made; then coming up asks no second time.
    private var isJustRead = true
    private var timeLine = TimeLine()
    /// Whether clocks and facts are told in full.
    private var isUnfolded = false
    /// The version of the entry whose end has been in sight: what is signed was read (1-domain, Sign-off).
    private var readVersion: Int64?

    init(_ number: String, _ session: DeskSession) throws {
        reading = try OpenedCase(number, session)
    }

    var title: Phrase { .caseTitle(reading.number) }

    /// The keys of the acts. The letters follow the English names; help and footer show them in every language.
    static let keys: [(ActKind, Character)] = [
        (.accept, "a"), (.answer, "w"), (.handOver, "h"), (.note, "o"), (.finding, "f"), (.reply, "r"), (.sign, "s"),
        (.sendBack, "b"), (.withdraw, "x"), (.notAccept, "z"), (.amend, "e"), (.addendum, "d"),
    ]

    /// What never stands in the footer.
    static let rare: Set<ActKind> = [.amend, .withdraw, .notAccept]
    /// Acts in the footer at most, so that the key to all of them is in sight too.
    private static let footerActs = 3

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        var (keyed, keyless, impossible): ([Binding], [Binding], [Binding]) = ([], [], [])
        for (act, binding) in acts(session) {
            var binding = binding
            if binding.whyNot != nil {
                impossible.append(binding)
            } else if binding.keys.isEmpty {
                keyless.append(binding)
            } else {
                // What is rare or weighty is found in the list of all, and by its key.
                binding.inFooter = keyed.count(where: \.inFooter) < CaseScreen.footerActs && !CaseScreen.rare.contains(act)
                keyed.append(binding)
            }
        }
        // What can be done comes first in footer and help; the rest stands behind it with its reason.
        return keyed
            + [
                on([.enter], .acts, short: .actsShort) { screen, press in .palette(screen.palette(press.session)) },
                on.passing([.pageDown, .pageUp], .page, short: .pageShort),
                on([.character("P")], .papersOfCase, inFooter: false) { screen, _ in
                    .open(PaperScreen(of: screen.reading.number, first: "sheet"))
                },
                on([.character("c")], .clocksFold, short: .clocksShort, inFooter: false) { screen, press in
                    screen.isUnfolded.toggle()
                    screen.noteReading(screen.timeLine(in: press.area, press.session.look), in: press.area)
                    return .stay
                },
            ] + keyless + impossible
    }

    /// All acts as they are offered: what the case waits for, then in the order of their use.
    private func acts(_ session: DeskSession) -> [(ActKind, Binding)] {
        let on = binder(session)
        let keys = Dictionary(uniqueKeysWithValues: CaseScreen.keys)
        let reasons = Dictionary(reading.possible.map { ($0.act, $0.whyNot) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<ActKind> = []
        return (reading.duties.map(\.act) + ActKind.allCases).filter { seen.insert($0).inserted }.map { act in
            let binding = on(
                keys[act].map { [.character($0)] } ?? [],
                act.label,
                inFooter: false,
                leadsToTyping: true,
                whyNot: reasons[act] ?? nil
            ) { screen, press in
                let isRead = screen.readVersion == screen.reading.state.version
                return try screen.reading.start(act, by: press.key, press.session, isRead: isRead)
            }
            return (act, binding)
        }
    }

    /// The list of all acts, in the order of their use, whether there is a key or not.
    private func palette(_ session: DeskSession) -> Palette<Handler> {
        let acts = acts(session).map { act, binding in
            var binding = binding
            if let whyNot = binding.whyNot {
                // The act's name stands before the reason already.
                let name = session.language(act.label) + session.language.colon
                binding.whyNot = {
                    let why = whyNot()
                    return why.hasPrefix(name) ? String(why.dropFirst(name.count)) : why
                }
            }
            return binding
        }
        let rows = acts.filter { $0.whyNot == nil } + acts.filter { $0.whyNot != nil }
        return Palette(title: session.language(.actsTitle(reading.number)), rows: rows)
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        if !isJustRead { reading = try OpenedCase(reading.number, session) }
        isJustRead = false
        noteReading(timeLine(in: area, session.look), in: area)
    }

    /// Notes that the end of the entry is in sight.
    private mutating func noteReading(_ line: TimeLine, in area: Rect) {
        let place = layout(area).timeLine
        if line.isAtEnd(columns: place.columns, rows: place.rows) { readVersion = reading.state.version }
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        let place = layout(area).timeLine
        var line = timeLine(in: area, session.look)
        guard line.handle(key, columns: place.columns, rows: place.rows) else { return nil }
        timeLine = line
        noteReading(line, in: area)
        return .moved
    }

    /// Where facts and time line stand: beside each other from 100 columns on, else one below the other in one place that scrolls.
    private func layout(_ area: Rect) -> (facts: Rect?, timeLine: Rect) {
        let inner = area.inset(columns: 1)
        guard inner.columns >= 98 else { return (nil, inner) }
        // A clock with its due moment fits on one line on the left.
        let (left, right) = inner.splitColumns(left: min(54, inner.columns / 2), gap: 3)
        return (left, right.rows(from: 1))
    }

    /// The time line as it is to be shown; below the facts where these have no place of their own.
    private func timeLine(in area: Rect, _ look: Look) -> TimeLine {
        let place = layout(area)
        var line = timeLine
        line.entries = CaseText.timeLine(reading.account, look)
        if place.facts == nil {
            let rule = StyledText(String(repeating: look.glyphs.horizontal, count: place.timeLine.columns), .rule)
            line.head = head(look).lines(columns: place.timeLine.columns) + [[rule]]
        } else {
            line.head = []
        }
        return line
    }

    private func head(_ look: Look) -> CaseHead {
        CaseHead(state: reading.state, account: reading.account, duties: reading.duties, detail: isUnfolded ? .full : .folded, look: look)
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        let places = layout(area)
        if let facts = places.facts {
            grid.put(head(look).lines(columns: facts.columns), in: facts)
            let heading = Point(column: places.timeLine.column, row: places.timeLine.row - 1)
            grid.put(look.language(.timeLine), at: heading, role: .heading)
        }
        timeLine(in: area, look).draw(into: &grid, in: places.timeLine, glyphs: look.glyphs)
    }
}
