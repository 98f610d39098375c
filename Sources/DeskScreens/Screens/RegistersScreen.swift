import ComplaintRules
import Ledger
import TerminalKit

/// The registers as tables: filtered, ordered, searched as one types, a screenful at a time.
struct RegistersScreen: MainScreen {
    /// The two registers of the desk.
    enum Register: Int, CaseIterable {
        case complaints, book
    }

    /// The orders that one can choose.
    static let orders: [RegisterQuery.Order] = [.received, .number, .due, .customer]

    private(set) var register = Register.complaints
    private var pane = ListPane<RegisterRow>()
    private var bookPane = ListPane<BookRegisterRow>()
    private(set) var search = TextField(limit: RegistersScreen.searchLimit)
    /// So many characters are searched for.
    private static let searchLimit = 100
    /// So many characters of the customer's words are looked through for the line that answers.
    private static let searchedText = 2000
    private(set) var isSearching: Bool
    private(set) var filter = RegisterFilter()
    private(set) var order = RegisterQuery.Order.received
    /// What a customer who comes back is told of cases that colleagues have, where somebody searches who reads their own only.
    private var glances: [Glance] = []
    /// The numbers of the cases that were marked, to be handed over together.
    private(set) var marked: Set<String> = []
    /// Where those of them stand that can be read.
    private var stagesOfMarked: [String: Stage] = [:]
    /// Why the cases in sight are among what was found.
    private var found = FoundLines()
    /// The columns that were chosen; nil for those that the width suggests.
    private(set) var columns: [RegisterColumn]?
    /// Whether it comes up: marks are made for what is in sight, and do not outlive it.
    private var isNew = true
    /// How many cases the register on screen holds, as far as that is counted.
    private var count = (rows: 0, hasMore: false)
    /// Counting ends here: more than anybody reads on a line.
    private static let countLimit = 1000

    init() { self.init(searching: false) }

    init(searching: Bool) {
        isSearching = searching
    }

    /// With a search that was typed elsewhere.
    init(searching text: String) {
        isSearching = true
        search = TextField(text, limit: RegistersScreen.searchLimit)
    }

    static let title = Phrase.registersTitle
    var isList: Bool { true }
    var isTyping: Bool { isSearching }

    var hasFilter: Bool { !filter.isEmpty || !search.isEmpty }
    private var isOnComplaints: Bool { register == .complaints }

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        /// A key that narrows the list down, or orders it.
        func narrowing(_ key: Character, _ label: Phrase, inFooter: Bool = false, _ change: @escaping (inout Self) -> Void) -> Binding {
            on([.character(key)], label, inFooter: inFooter) { screen, press in
                change(&screen)
                return try screen.reload(press)
            }
        }
        let isEmpty = isOnComplaints ? pane.whyNot : bookPane.whyNot
        // What a colleague has is in sight below: no list is empty then.
        let nothing: (any Reason)? = isEmpty.map { glances.isEmpty ? $0 : Phrase.colleaguesToOpen }
        let open = on([.enter], .openCase, short: .open, whyNot: nothing) { screen, press in
            screen.isSearching = false
            return try screen.openSelected(press.session)
        }
        // Where one types already, the first of its keys is a letter like any other.
        let search = on([.character("/"), .alt("/")], .search, short: .searchShort, inFooter: !isSearching) { screen, _ in
            screen.isSearching = true
            // What is looked for next takes the place of what was looked for, unless an arrow takes it over.
            screen.search.propose(screen.search.text)
            return .stay
        }
        let hidesSome = hasFilter || isSearching
        let clear = on([.escape], hidesSome ? .clearFilters : .unmark) { screen, press in try screen.clear(press) }
        if isSearching { return [open, search, clear] }
        let marking = [
            on([.character(" ")], .mark, short: .markShort, whyNot: nothing ?? whyNotMark(session)) { screen, press in
                try screen.mark(press)
            },
            on.form("h", ActKind.handOver.label, short: ActKind.handOver.label, whyNot: whyNotHandOver(session)) { screen, press in
                // One alone is handed over as from the Desk by whoever may not act on several.
                if screen.whyNotMark(press.session) != nil { return try screen.pane.start(.handOver, press) }
                return .open(MarkedActScreen(.handOver, on: screen.chosen, areMarked: !screen.marked.isEmpty, press.session))
            },
            on([.character("a")], .actsOnMarked, short: .actsShort, whyNot: whyNotMany(session)) { screen, press in
                .palette(
                    MarkedActScreen.palette(
                        of: screen.chosen,
                        areMarked: !screen.marked.isEmpty,
                        whyNot: { [screen] act in screen.whyNotHere(act, press.session) },
                        press.session
                    )
                )
            },
        ]
        let paper = on([.character("P")], .papersOfCase, inFooter: false, whyNot: nothing) { screen, _ in
            screen.selectedNumber.map { .open(PaperScreen(of: $0, first: "slip")) } ?? .stay
        }
        var bindings = [open]
        // What was marked is to be acted on: that stands first then.
        if isOnComplaints, !marked.isEmpty { bindings += marking }
        if hasFilter || !marked.isEmpty { bindings.append(clear) }
        bindings += [
            search,
            on([.character("f")], .filterTitle, short: .filterShort) { screen, press in .open(screen.filter.form(press.session)) },
        ]
        if isOnComplaints {
            bindings.append(narrowing("o", .order, inFooter: true) { $0.order = next($0.order, in: RegistersScreen.orders) ?? .received })
            if marked.isEmpty { bindings += marking }
        }
        bindings.append(
            on([.tab, .backTab], .nextRegister, short: .nextTabShort) { screen, press in
                screen.register = screen.isOnComplaints ? .book : .complaints
                return try screen.reload(press)
            }
        )
        if isOnComplaints {
            bindings += [
                on([.character("t")], .columnsTitle, short: .columnsShort) { screen, press in
                    .open(RegisterColumn.form(press.session, width: press.area.columns, order: screen.order))
                },
                narrowing("s", .filterStageNext) { $0.filter.stage = next($0.filter.stage, in: Stage.allCases) },
                narrowing("c", .filterChannelNext) { $0.filter.channel = next($0.filter.channel, in: Channel.allCases) },
            ]
        }
        bindings += [
            paper,
            narrowing("d", .filterOverdueNext) { $0.filter.isOverdue.toggle() },
            narrowing("m", .filterMineNext) {
                $0.filter.isMine.toggle()
                $0.filter.member = nil
            },
        ]
        return bindings
    }

    /// The numbers of the cases that are marked; of the selected one where none is.
    private var chosen: [String] { marked.isEmpty ? pane.selected.map { [$0.number] } ?? [] : marked.sorted() }

    /// The number of the selected case, on either register.
    private var selectedNumber: String? { isOnComplaints ? pane.selected?.number : bookPane.selected?.caseNumber }

    /// Many at once are a manager's to act on (1-domain, Shifts); each is decided by its own rules all the same.
    private func whyNotMark(_ session: DeskSession) -> (any Reason)? {
        session.acting?.isManager == true ? nil : Phrase.onlyManagersActOnMany
    }

    private func whyNotMany(_ session: DeskSession) -> (any Reason)? { whyNotMark(session) ?? (marked.isEmpty ? pane.whyNot : nil) }

    /// Why an act cannot be done on what is chosen: the stage is known without reading the case, and where none of the marked ones stands at one
    /// that allows it, no form is worth filling in. Else each is decided by its own rules.
    private func whyNotHere(_ act: ActKind, _ session: DeskSession) -> (any Reason)? {
        if let reason = whyNotMany(session) { return reason }
        let stages = marked.isEmpty ? pane.selected.map { [$0.stage] } ?? [] : marked.sorted().compactMap { stagesOfMarked[$0] }
        let refusals = stages.map { act.refusal(in: $0) }
        return refusals.contains { $0 == nil } ? nil : refusals.first ?? nil
    }

    /// Why nothing can be handed over: of what is chosen by whoever may act on several, of the selected row by others.
    private func whyNotHandOver(_ session: DeskSession) -> (any Reason)? {
        let act = ActKind.handOver
        guard whyNotMark(session) != nil else { return whyNotHere(act, session) }
        if let reason = pane.whyNot { return reason }
        if let actor = session.acting, act.rule.roles.isDisjoint(with: actor.roles) { return Refusal.roleMayNot(act, act.rule.roles) }
        return pane.selected.flatMap { act.refusal(in: $0.stage) }
    }

    private func openSelected(_ session: DeskSession) throws -> Step {
        isOnComplaints ? try pane.openCase(session) : try bookPane.openCase(session)
    }

    /// Who complained in the selected case; nil where none is selected.
    var selectedCustomer: [String: String]? {
        (isOnComplaints ? pane.selected : bookPane.selected?.complaint).map { ["customer": $0.customer, "contact": $0.contact] }
    }

    /// The case whose number was typed is the one that is meant, wherever it stands among what was found.
    private mutating func selectNumbered(_ session: DeskSession) throws {
        guard isSearching, isOnComplaints, let number = session.number(written: search.text),
            let row = try session.ledger.row(of: number, in: query(session))
        else { return }
        try pane.show(row)
    }

    private func query(_ session: DeskSession) -> RegisterQuery {
        var query = session.query(isOnComplaints ? order : .received)
        filter.narrow(&query, session)
        query.search = String(search.text.prefix(RegistersScreen.searchLimit))
        // The line that answers may stand far down.
        if !search.isEmpty { query.textLimit = RegistersScreen.searchedText }
        return query
    }

    private func bookSource(_ session: DeskSession) -> RowList<BookRegisterRow>.Source {
        let (ledger, query) = (session.ledger, query(session))
        return { request in
            switch request {
            case .first(let limit): try ledger.bookRows(query, .first, limit: limit)
            case .last(let limit): try ledger.bookRows(query, .last, limit: limit)
            case .after(let row, let limit): try ledger.bookRows(query, .after(row.complaint), limit: limit)
            case .before(let row, let limit): try ledger.bookRows(query, .before(row.complaint), limit: limit)
            case .from(let row, let limit): try ledger.bookRows(query, .from(row.complaint), limit: limit)
            }
        }
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        if isNew {
            session.registers.marked = []
            // It comes up as it was left, but for a search, which goes through all.
            if !isSearching, let left = session.registers.left { self = left }
        }
        isNew = false
        if let given = session.registers.given {
            session.registers.given = nil
            if given != filter { startOver() }
            filter = given
            search = TextField(limit: RegistersScreen.searchLimit)
        }
        columns = session.registers.columns
        marked = session.registers.marked
        stagesOfMarked = [:]
        for number in marked { stagesOfMarked[number] = try session.ledger.row(of: number, in: session.query(.received))?.stage }
        glances = try colleaguesCases(session)
        switch register {
        case .complaints: try pane.refresh(in: listArea(area), session, from: session.source(query(session)))
        case .book: try bookPane.refresh(in: listArea(area), session, from: bookSource(session))
        }
        try find(in: area, session)
        try count(session)
        remember(session)
    }

    /// Looks for what answers the search in the rows in sight.
    private mutating func find(in area: Rect, _ session: DeskSession) throws {
        let rows = isOnComplaints ? pane.list.rows : bookPane.list.rows.map(\.complaint)
        let beside = isOnComplaints ? Set(shownColumns(area)) : [.number]
        try found.find(String(search.text.prefix(RegistersScreen.searchLimit)), in: rows, beside: beside, session)
    }

    /// Counts what the list does not hold whole. A search is not gone through once more for it: that would be on the way of each letter.
    private mutating func count(_ session: DeskSession) throws {
        let (shown, isWhole) =
            isOnComplaints
            ? (pane.list.rows.count, pane.list.isAtStart && pane.list.isAtEnd)
            : (bookPane.list.rows.count, bookPane.list.isAtStart && bookPane.list.isAtEnd)
        count = (shown, !isWhole)
        guard !isWhole, search.isEmpty else { return }
        var all = query(session)
        if !isOnComplaints { all.channels = [.commentBook] }
        let rows = try session.ledger.count(all, limit: RegistersScreen.countLimit + 1)
        count = (min(rows, RegistersScreen.countLimit), rows > RegistersScreen.countLimit)
    }

    /// Keeps order, filter and place until the registers come up again.
    private func remember(_ session: DeskSession) {
        var left = self
        left.isSearching = false
        session.registers.left = left
    }

    private static let glancesShown = 4

    private func colleaguesCases(_ session: DeskSession) throws -> [Glance] {
        guard isOnComplaints, !search.isEmpty, let actor = session.acting, !actor.isManager, !actor.roles.contains(.auditor) else {
            return []
        }
        return try session.ledger.colleaguesCases(search.text, toldTo: actor, limit: RegistersScreen.glancesShown)
    }

    private mutating func startOver(keepingSelected isKeeping: Bool = true) {
        pane.startOver(keepingSelected: isKeeping)
        bookPane.startOver(keepingSelected: isKeeping)
    }

    private mutating func reload(_ press: Press, keepingSelected isKeeping: Bool = true) throws -> Step {
        startOver(keepingSelected: isKeeping)
        try refresh(in: press.area, press.session)
        return .stay
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        let moves: Set<Key> = [.up, .down, .pageUp, .pageDown]
        if isSearching, !key.isMouse, !moves.contains(key) {
            let before = search.revision
            guard search.handle(key) else { return nil }
            if search.revision == before { return .moved }
            // Who searches looks for something else than what is selected.
            let step = try reload(Press(key: key, area: area, session: session), keepingSelected: false)
            try selectNumbered(session)
            try find(in: area, session)
            return step
        }
        if let step = try clickedAbove(key, in: area, session) { return step }
        let stage = pane.selected?.stage
        let event = isOnComplaints ? try pane.handle(key, in: listArea(area)) : try bookPane.handle(key, in: listArea(area))
        if event == .moved {
            try find(in: area, session)
            remember(session)
        }
        return switch event {
        // What can be done from the list goes by the stage of the selected row.
        case .moved: pane.selected?.stage == stage ? .moved : .stay
        case .missed: .moved
        case .opened: try openSelected(session)
        case nil: nil
        }
    }

    /// A click on the name of a register shows that one, a click on a heading puts the list in that order.
    private mutating func clickedAbove(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        guard case .mouse(let event) = key, event.kind == .press else { return nil }
        let press = Press(key: key, area: area, session: session)
        let names = RegistersScreen.names(session.language)
        if let tab = TabLine.tab(at: event.point, of: names, chosen: register.rawValue, in: area), let wanted = Register(rawValue: tab) {
            register = wanted
            return try reload(press)
        }
        guard isOnComplaints, search.isEmpty else { return nil }
        let columns = shownColumns(area)
        let drawn = columns.map {
            $0.column(session.look, hasDue: columns.contains(.due), isWide: RegistersScreen.isWide(area), order: order)
        }
        guard let index = pane.list.heading(at: event.point, in: listArea(area), columns: drawn), let wanted = columns[index].order else {
            return nil
        }
        order = wanted
        return try reload(press)
    }

    private static func names(_ language: Language) -> [String] { [language(.registerComplaints), language(.registerBook)] }

    /// Whether there is room for long names.
    private static func isWide(_ area: Rect) -> Bool { area.columns >= 160 }

    private func shownColumns(_ area: Rect) -> [RegisterColumn] { columns ?? RegisterColumn.suggested(columns: area.columns, by: order) }

    /// One key, one thing: what hides cases goes first, the marks then.
    private mutating func clear(_ press: Press) throws -> Step {
        if hasFilter || isSearching {
            filter = RegisterFilter()
            isSearching = false
            search = TextField(limit: RegistersScreen.searchLimit)
        } else {
            press.session.registers.marked = []
        }
        return try reload(press)
    }

    private mutating func mark(_ press: Press) throws -> Step {
        guard let row = pane.selected else { return .stay }
        if press.session.registers.marked.remove(row.number) == nil { press.session.registers.marked.insert(row.number) }
        marked = press.session.registers.marked
        stagesOfMarked[row.number] = row.stage
        _ = try pane.handle(.down, in: listArea(press.area))
        try find(in: press.area, press.session)
        return .stay
    }

    /// The list, above what is told of colleagues' cases where there are any.
    func listArea(_ area: Rect) -> Rect { area.rows(from: 2, count: area.rows - 2 - (glances.isEmpty ? 0 : glances.count + 1)) }

    /// Number, stage, and by when the customer is answered, and no more (1-domain, Coming back).
    private func drawGlances(into grid: inout Grid, in area: Rect, _ look: Look) {
        let lines =
            [look.language(.colleaguesHave)]
            + glances.map { glance in
                let due = glance.due.map { look.language(.knownDue(look.words.dateTime($0), isPast: $0 < look.now)) }
                return [glance.number, look.language(glance.stage.label), due].compactMap { $0 }.joined(separator: " \(look.glyphs.dot) ")
            }
        let place = area.inset(columns: 3).rows(from: area.rows - lines.count)
        for (index, line) in lines.enumerated() {
            grid.put(line, in: place.rows(from: index, count: 1), role: index == 0 ? .dim : .text, ellipsis: look.glyphs.ellipsis)
        }
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        drawHead(into: &grid, in: area, look)
        if !glances.isEmpty { drawGlances(into: &grid, in: area, look) }
        let place = listArea(area)
        let empty: Phrase = hasFilter ? nothingFound : isOnComplaints ? .noComplaints : .noBookEntries
        switch register {
        case .complaints:
            let shown = shownColumns(area)
            let hasDue = shown.contains(.due) && shown.contains(.stage)
            pane.draw(
                into: &grid,
                in: place,
                look,
                empty: empty,
                columns: shown.map {
                    $0.column(
                        look,
                        hasDue: hasDue,
                        isWide: RegistersScreen.isWide(area),
                        order: search.isEmpty ? order : nil,
                        found: found
                    )
                },
                marking: found.sought,
                sign: { CaseColumns.sign($0, look) },
                isTicked: { marked.contains($0.number) }
            )
        case .book:
            bookPane.draw(
                into: &grid,
                in: place,
                look,
                empty: empty,
                columns: BookColumns.columns(
                    look,
                    width: place.columns,
                    hasPlaces: bookPane.list.rows.contains { $0.page != nil || $0.line != nil },
                    found: found
                ),
                marking: found.sought,
                sign: { CaseColumns.sign($0.complaint, look) }
            )
        }
    }

    /// Which register, in which order; below it what is searched for and what is left out.
    private func drawHead(into grid: inout Grid, in area: Rect, _ look: Look) {
        let language = look.language
        TabLine.draw(RegistersScreen.names(language), chosen: register.rawValue, into: &grid, in: area)
        // How many of a search fit here says how large the screen is, and nothing of the search.
        let counted = count.hasMore && !search.isEmpty ? Phrase.moreThanFit : .rowsCounted(count.rows, hasMore: count.hasMore)
        var right = [language(counted), language(orderLabel)].joined(
            separator: " \(look.glyphs.dot) "
        )
        if !marked.isEmpty { right = "\(look.glyphs.check) \(language(.markedCount(marked.count))) \(look.glyphs.dot) \(right)" }
        grid.put(right, at: Point(column: max(area.column, area.endColumn - 1 - TextWidth.columns(of: right)), row: area.row), role: .dim)
        var line = Rect(column: area.column + 3, row: area.row + 1, columns: area.columns - 4, rows: 1)
        let cut = search.isTooLong ? [language(.searchCut(RegistersScreen.searchLimit))] : []
        let words = (cut + filter.words(look)).joined(separator: " \(look.glyphs.dot) ")
        if isSearching || !search.isEmpty {
            let label = language(.searchShort) + language.colon
            let used = grid.put(label, at: line.origin, role: .label)
            let wanted = words.isEmpty ? 0 : TextWidth.columns(of: words) + 3
            let place = Rect(column: line.column + used, row: line.row, columns: max(16, line.columns - used - wanted), rows: 1)
            search.draw(into: &grid, at: place, focused: isSearching, glyphs: look.glyphs)
            line = Rect(column: place.endColumn + 3, row: line.row, columns: line.endColumn - place.endColumn - 3, rows: 1)
        } else if !words.isEmpty {
            let label = language(.filterOnly) + language.colon
            let used = grid.put(label, at: line.origin, role: .label)
            line = line.splitColumns(left: used, gap: 0).1
        }
        grid.put(words, in: line, role: .heading, ellipsis: look.glyphs.ellipsis)
    }

    /// What is said where nothing is found: that colleagues have it, where they do, and how much of a telephone number is looked for.
    private var nothingFound: Phrase {
        if !glances.isEmpty { return .onlyColleaguesHave }
        let digits = search.text.filter { !$0.isWhitespace }
        return (1...3).contains(digits.count) && digits.allSatisfy(\.isNumber) ? .nothingFoundByDigits : .nothingFound
    }

    private var orderLabel: Phrase {
        if !search.isEmpty { return .orderLogged }
        if register == .book { return .orderWritten }
        switch order {
        case .received: return .orderReceived
        case .due, .waiting: return .orderDue
        case .logged: return .orderLogged
        case .number: return .orderNumber
        case .customer: return .orderCustomer
        }
    }
}

/// The choice after `current`; nil, for all, behind the last.
private func next<Value: Equatable>(_ current: Value?, in all: [Value]) -> Value? {
    guard let current, let index = all.firstIndex(of: current) else { return all.first }
    return index + 1 < all.count ? all[index + 1] : nil
}
