import ComplaintRules
import Ledger
import TerminalKit

/// One case: the customer's words first, what is due, and the facts; the time line on the right, or below where there is no room beside, with
/// what was done last in sight; and what can be done now.
struct CaseScreen: Screen {
    private(set) var reading: OpenedCase
    /// The list that it was opened from, to go on in; nil where it came from none.
    private var walk: CaseWalk?
    /// Whether it is still as it was read when it was made; then coming up asks no second time.
    private var isJustRead = true
    private var timeLine = TimeLine()
    /// The version whose last entry the time line was brought to; nil before it was drawn.
    private var shownVersion: Int64?
    /// Whether clocks and facts are told in full.
    private var isUnfolded = false
    /// Whether the beginning of the entry has been in sight, and the version of it whose end has: what is signed was read (1-domain,
    /// Sign-off).
    private var isStartSeen = false
    private var readVersion: Int64?

    /// - Parameter isToBeRead: whether it is told whole, from its beginning, since it is read for a signature.
    init(_ number: String, _ session: DeskSession, walk: CaseWalk? = nil, isToBeRead: Bool = false) throws {
        reading = try OpenedCase(number, session)
        (self.walk, isUnfolded) = (walk, isToBeRead)
    }

    var title: Phrase { .caseTitle(reading.number) }

    /// The keys of the acts. The letters follow the English names; help and footer show them in every language.
    static let keys: [(ActKind, Character)] = [
        (.accept, "a"), (.answer, "w"), (.handOver, "h"), (.note, "o"), (.finding, "f"), (.reply, "r"), (.sign, "s"),
        (.sendBack, "b"), (.withdraw, "x"), (.notAccept, "z"), (.amend, "e"), (.addendum, "d"),
    ]

    /// The same, by act.
    static let letters = Dictionary(uniqueKeysWithValues: keys)

    /// The key of what comes next, whatever that is, so that it is always one key away.
    static let nextKey = Key.character(".")

    /// What comes next that whoever is signed in can do; nil where all of it waits for others.
    static func next(of duties: [Duty], _ whyNot: (ActKind) -> (any Reason)?) -> ActKind? {
        duties.map(\.act).first { whyNot($0) == nil }
    }

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
                on([.enter], .acts, short: .actsShort, isPinned: true) { screen, press in .palette(screen.palette(press.session)) },
                on([.character("c")], .clocksFold, short: .clocksShort) { screen, press in
                    let before = screen.toldWhole(press)
                    screen.isUnfolded.toggle()
                    if let before, before == screen.toldWhole(press) {
                        screen.isUnfolded.toggle()
                        return .say(MessageLine(press.session.language(.nothingFolded)))
                    }
                    screen.show(fromStart: screen.isUnfolded, press)
                    return .stay
                },
                on.passing([.pageDown, .pageUp], .page, short: .pageShort),
                on([.character("P")], .papersOfCase, inFooter: false) { screen, _ in
                    .open(PaperScreen(of: screen.reading.number, first: "sheet"))
                },
            ] + beside(on, session) + keyless + impossible
    }

    /// Keys that lead on from the case: along its list, to the cases that it is tied to, to the clipboard, and within its time line.
    private func beside(_ on: Binder<CaseScreen>, _ session: DeskSession) -> [Binding] {
        let walking: [Binding] =
            walk == nil
            ? []
            : [
                on([.character("]")], .nextCase, short: .nextCaseShort, inFooter: false) { screen, press in try screen.go(1, press) },
                on([.character("[")], .previousCase, inFooter: false) { screen, press in try screen.go(-1, press) },
            ]
        let links = reading.state.links
        let contact = reading.state.intake.contact
        return walking + [
            on([.character("l")], .linkedCase, inFooter: false, whyNot: links.isEmpty ? Phrase.noLinkedCase : nil) { screen, press in
                try screen.openLinked(press)
            },
            on([.character("y")], .copyNumber, inFooter: false) { screen, _ in
                .copy(screen.reading.number, .copied(screen.reading.number))
            },
            on([.character("Y")], .copyContact, inFooter: false, whyNot: contact.isBlank ? Phrase.noContactToCopy : nil) { screen, press in
                let contact = screen.reading.state.intake.contact
                return .copy(contact, .copied(press.session.look.contact(contact)))
            },
            on([.control("f")], .findInTimeLine, inFooter: false) { screen, press in .ask(screen.findQuestion(press)) },
            on([.function(3)], .findNext, inFooter: false, whyNot: timeLine.sought.isEmpty ? Phrase.nothingSought : nil) { screen, press in
                screen.find(screen.timeLine.sought, press)
            },
        ]
    }

    /// Goes on to the next case of the list that this one was opened from, or to the one before.
    private mutating func go(_ direction: Int, _ press: Press) throws -> Step {
        guard let next = try walk?.step(direction) else {
            return .say(MessageLine(press.session.language(direction > 0 ? .lastOfList : .firstOfList)))
        }
        self = try CaseScreen(next.number, press.session, walk: next)
        // The list selects it too, for when one comes back.
        press.session.wantedRow = next.row
        press.session.isRevealed = false
        try refresh(in: press.area, press.session)
        return .stay
    }

    /// Opens the case that this one is tied to, or offers them where there are several.
    private func openLinked(_ press: Press) throws -> Step {
        let (language, links) = (press.session.language, reading.state.links)
        if links.count == 1 { return .open(try CaseScreen(links[0].number, press.session)) }
        let rows = links.map { link in
            Binding([], label: language.labelled(link.tie.label, link.number)) { app, key in
                guard let session = app.session else { return }
                try app.take(.open(try CaseScreen(link.number, session)), by: key)
            }
        }
        return .palette(Palette(title: language(.linkedCase), rows: rows))
    }

    private func findQuestion(_ press: Press) -> Question {
        let key = press.key
        return Question(
            .findInTimeLine,
            .findAsk,
            confirm: .find,
            by: key,
            press.session.language,
            field: (.searchShort, TextField(timeLine.sought, limit: 100))
        ) { app, text in
            try app.run({ (screen: inout CaseScreen, press) in screen.find(text, press) }, by: key)
        }
    }

    /// Brings the next place into sight where `text` stands, from the one found last on and around the end.
    private mutating func find(_ text: String, _ press: Press) -> Step {
        let layout = layout(press.area, press.session.look)
        let isFound = timeLine.find(text, columns: layout.timeLine.columns, rows: layout.timeLine.rows)
        noteReading(layout)
        return isFound ? .stay : .say(MessageLine(press.session.language(.notFound(text)), kind: .warning))
    }

    /// All acts as they are offered: what the case waits for, then in the order of their use.
    private func acts(_ session: DeskSession) -> [(ActKind, Binding)] {
        let on = binder(session)
        var keys = CaseScreen.letters
        // The same key as on the list of what waits to be acknowledged; what waits for a colleague is not taken from them by a slip.
        if reading.state.awaitsAcknowledgement, reading.whyNot(.acknowledge) == nil,
            reading.state.awaitedReceiver != session.actor?.number
        {
            keys[.accept] = nil
            keys[.acknowledge] = "a"
        }
        // As on the list of what is with head office.
        if reading.state.stage == .withHeadOffice {
            (keys[.accept], keys[.acknowledge]) = (nil, nil)
            for (act, key) in HeadOfficeScreen.waitingKeys { keys[act] = key }
        }
        // What the branch manager is asked for is one key away, also where something else comes before it.
        if reading.state.escalationAsked != nil { keys[.confirmEscalation] = "k" }
        if reading.state.extensionAsked != nil { keys[.grantExtension] = "g" }
        if reading.state.escalationAsked != nil || reading.state.extensionAsked != nil { keys[.decline] = "D" }
        let reasons = Dictionary(reading.possible.map { ($0.act, $0.whyNot) }, uniquingKeysWith: { first, _ in first })
        let next = CaseScreen.next(of: reading.duties) { reasons[$0] ?? nil }
        var seen: Set<ActKind> = []
        return (reading.duties.map(\.act) + ActKind.allCases).filter { seen.insert($0).inserted }.map { act in
            let binding = on(
                (keys[act].map { [.character($0)] } ?? []) + (act == next ? [CaseScreen.nextKey] : []),
                act.label,
                short: .short(act),
                inFooter: false,
                leadsToTyping: true,
                whyNot: reasons[act] ?? nil
            ) { screen, press in
                let isRead = screen.readVersion == screen.reading.state.version
                if act == .sign, !isRead {
                    // What is read for a signature is told whole, from its beginning.
                    screen.isUnfolded = true
                    screen.show(fromStart: true, press)
                }
                return try screen.reading.start(act, by: press.key, press.session, isRead: isRead)
            }
            return (act, binding)
        }
    }

    /// The list of all acts, in the order of their use, whether there is a key or not.
    private func palette(_ session: DeskSession) -> Palette<Handler> {
        let rows = acts(session).map(\.1)
        return Palette(title: session.language(.actsTitle(reading.number)), rows: rows)
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        if !isJustRead { reading = try OpenedCase(reading.number, session) }
        isJustRead = false
        let layout = layout(area, session.look)
        if shownVersion != reading.state.version, !isUnfolded {
            // What was done last is in sight.
            _ = timeLine.handle(.end, columns: layout.timeLine.columns, rows: layout.timeLine.rows)
        }
        shownVersion = reading.state.version
        noteReading(layout)
    }

    /// What stands over the time line where nothing of it is left out; nil where the facts are.
    private mutating func toldWhole(_ press: Press) -> [[StyledText]]? {
        let layout = layout(press.area, press.session.look)
        return layout.isFolded || layout.isCut ? nil : layout.head?.lines ?? timeLine.head
    }

    /// Shows the entry from its beginning, or the time line at its end.
    private mutating func show(fromStart isStart: Bool, _ press: Press) {
        let layout = layout(press.area, press.session.look)
        _ = timeLine.handle(isStart ? .home : .end, columns: layout.timeLine.columns, rows: layout.timeLine.rows)
        noteReading(layout)
    }

    /// Notes which ends of the entry are in sight. Where facts are folded, not all of it is.
    private mutating func noteReading(_ layout: Layout) {
        if layout.isFolded || layout.isCut { return }
        let (columns, rows) = (layout.timeLine.columns, layout.timeLine.rows)
        if timeLine.isAtStart(columns: columns, rows: rows) { isStartSeen = true }
        if isStartSeen, timeLine.isAtEnd(columns: columns, rows: rows) { readVersion = reading.state.version }
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        let layout = layout(area, session.look)
        guard timeLine.handle(key, columns: layout.timeLine.columns, rows: layout.timeLine.rows) else { return nil }
        noteReading(layout)
        return .moved
    }

    /// Where things stand: words, clocks and facts beside the time line from 100 columns on; else over it, in one place that scrolls where all
    /// of it fits or was asked for, and without the facts where not.
    private struct Layout {
        /// What stands still.
        var head: (place: Rect, lines: [[StyledText]])?
        var timeLine: Rect
        /// Whether what stands still is over the time line, without the facts.
        var isFolded = false
        /// Whether what stands still beside the time line has not all of the words in it.
        var isCut = false
    }

    /// Lays the screen out, and gives the time line what it is to show there.
    private mutating func layout(_ area: Rect, _ look: Look) -> Layout {
        timeLine.entries = CaseText.timeLine(reading.account, below: reading.state, look)
        timeLine.head = []
        let inner = area.inset(columns: 1)
        if inner.columns >= 98 {
            // A clock with its due moment fits on one line on the left; on a wide screen two facts do.
            let (left, right) = inner.splitColumns(left: max(min(54, inner.columns / 2), inner.columns * 2 / 5), gap: 3)
            // A row more than there is tells whether all of it fits, and no long text is wrapped whole at each key.
            let roomier = Rect(column: 0, row: 0, columns: left.columns, rows: left.rows + 1)
            for steps in [Int.max, CaseScreen.fewSteps] {
                let all = headLines(look, in: roomier, steps: steps)
                if all.count <= left.rows { return Layout(head: (left, all), timeLine: right.rows(from: 1)) }
            }
            // What does not stand whole beside the time line is read over it, where all scrolls.
            if !isUnfolded {
                return Layout(head: (left, headLines(look, in: left)), timeLine: right.rows(from: 1), isCut: true)
            }
        }
        let rule = [StyledText(String(repeating: look.glyphs.horizontal, count: inner.columns), .rule)]
        let whole = headLines(look, in: Rect(column: 0, row: 0, columns: inner.columns, rows: .max / 2), steps: .max) + [rule]
        if isUnfolded || whole.count + timeLine.rowCount(columns: inner.columns) <= inner.rows {
            timeLine.head = whole
            return Layout(timeLine: inner)
        }
        // The words have the rows that the time line does not need.
        let free = inner.rows - 1 - timeLine.rowCount(columns: inner.columns)
        let told = headLines(look, in: inner, isFolded: true, steps: .max)
        // All steps are told where no row is missing for them.
        let steps = told.count < free ? Int.max : CaseScreen.fewSteps
        let least = told.count < free ? told : headLines(look, in: inner, isFolded: true)
        let spare = max(0, free - least.count)
        let lines = spare == 0 ? least : headLines(look, in: inner, isFolded: true, wordRows: 3 + spare, steps: steps)
        let head = inner.rows(from: 0, count: min(lines.count, spare == 0 ? inner.rows * 3 / 5 : inner.rows))
        return Layout(head: (head, lines), timeLine: inner.rows(from: head.rows + 1), isFolded: true)
    }

    /// So many steps of what comes next are told where there is no room for all.
    private static let fewSteps = 2

    /// The words first, then what is due and the facts.
    ///
    /// - Parameter steps: how many steps of what comes next are told at most, where not all is unfolded.
    private func headLines(
        _ look: Look,
        in place: Rect,
        isFolded: Bool = false,
        wordRows: Int = 3,
        steps: Int = CaseScreen.fewSteps
    ) -> [[StyledText]] {
        let head = CaseHead(
            state: reading.state,
            account: reading.account,
            next: reading.next(isUnfolded ? .max : steps),
            detail: isUnfolded ? .full : .folded,
            hasFacts: !isFolded,
            look: look
        ).lines(columns: place.columns)
        let preview = CasePreview(state: reading.state, look: look)
        let rows = isFolded ? wordRows : max(4, place.rows - head.count - 2)
        let customer = isFolded ? preview.customerWithFacts(columns: place.columns) : preview.customer(columns: place.columns)
        return [customer] + preview.words(columns: place.columns, rows: rows) + [[]] + head
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        var screen = self
        let layout = screen.layout(area, look)
        if let (place, lines) = layout.head {
            grid.put(lines, in: place)
            // The key that shows the rest.
            let hint = " " + look.language(.foldedRest) + " "
            let column = place.endColumn - TextWidth.columns(of: hint)
            if layout.isFolded {
                grid.rule(in: Rect(column: area.column, row: place.endRow, columns: area.columns, rows: 1), glyphs: look.glyphs)
                grid.put(hint, at: Point(column: column, row: place.endRow), role: .dim)
            } else {
                if layout.isCut { grid.put(hint, at: Point(column: column, row: place.endRow - 1), role: .dim) }
                let heading = Point(column: layout.timeLine.column, row: layout.timeLine.row - 1)
                grid.put(look.language(.timeLine), at: heading, role: .heading)
            }
        }
        screen.timeLine.draw(into: &grid, in: layout.timeLine, glyphs: look.glyphs)
    }
}
