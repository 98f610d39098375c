import ComplaintRules
import Ledger
import TerminalKit

/// The registers as tables: filtered, ordered, searched as one types, a screenful at a time.
struct RegistersScreen: Screen {
    /// The two registers of the desk.
    enum Register: Int, CaseIterable {
        case complaints, book
    }

    /// The orders that one can choose.
    static let orders: [RegisterQuery.Order] = [.received, .number, .due, .customer]

    private(set) var register = Register.complaints
    private(set) var list = RowList<RegisterRow>()
    private(set) var bookList = RowList<BookRegisterRow>()
    private(set) var search = TextField(limit: 100)
    private(set) var isSearching: Bool
    private(set) var filter = RegisterFilter()
    private(set) var order = RegisterQuery.Order.received
    /// The numbers of the cases that were marked, to be handed over together.
    private(set) var marked: Set<String> = []
    /// The columns that were chosen; nil for those that the width suggests.
    private(set) var columns: [RegisterColumn]?
    private var isLoaded = false

    init(searching: Bool = false) {
        isSearching = searching
    }

    var isList: Bool { true }
    var title: Phrase { .registersTitle }
    var isTyping: Bool { isSearching }

    var hasFilter: Bool { !filter.isEmpty || !search.isEmpty }
    private var selectedNumber: String? { register == .complaints ? list.selected?.number : bookList.selected?.complaint.number }

    func bindings(_ session: DeskSession) -> [Binding<Command>] {
        let language = session.language
        let open = Binding<Command>(
            [.enter],
            .open,
            label: language(.openCase),
            shortLabel: language(.open),
            whyNot: selectedNumber == nil ? language(.nothingHere) : nil
        )
        let searching = Binding<Command>(
            [.character("/"), .alt("/")],
            .search,
            label: language(.search),
            shortLabel: language(.searchShort)
        )
        let clear = Binding<Command>([.escape], .clearFilters, label: language(.clearFilters), shortLabel: language(.clearFiltersShort))
        if isSearching { return [open, searching, clear] }
        let marking = Binding<Command>(
            [.character(" ")],
            .mark,
            label: language(.mark),
            shortLabel: language(.markShort),
            whyNot: open.whyNot
        )
        let reassigning = Binding<Command>(
            [.character("r")],
            .reassign,
            label: language(.reassign(max(1, marked.count))),
            shortLabel: language(.reassignShort),
            whyNot: whyNotReassign(session)
        )
        var bindings = [open]
        // What was marked is to be handed over: that stands first then.
        if register == .complaints, !marked.isEmpty { bindings += [marking, reassigning] }
        if hasFilter || !marked.isEmpty { bindings.append(clear) }
        bindings += [searching, Binding([.character("f")], .filter, label: language(.filterTitle), shortLabel: language(.filterShort))]
        if register == .complaints {
            bindings.append(Binding([.character("o")], .order, label: language(.order)))
            if marked.isEmpty { bindings += [marking, reassigning] }
        }
        bindings.append(Binding([.tab, .backTab], .nextTab, label: language(.nextRegister), shortLabel: language(.nextTabShort)))
        if register == .complaints {
            bindings += [
                Binding([.character("t")], .columns, label: language(.columnsTitle), shortLabel: language(.columnsShort)),
                Binding([.character("s")], .filterStage, label: language(.filterStageNext), inFooter: false),
                Binding([.character("c")], .filterChannel, label: language(.filterChannelNext), inFooter: false),
            ]
        }
        bindings += [
            Binding([.character("d")], .filterOverdue, label: language(.filterOverdueNext), inFooter: false),
            Binding([.character("m")], .filterMine, label: language(.filterMineNext), inFooter: false),
        ]
        return bindings
    }

    /// Many at once are a manager's to hand over (1-domain, Shifts); each is decided by its own rules all the same.
    private func whyNotReassign(_ session: DeskSession) -> String? {
        guard let actor = session.acting, actor.isManager else { return session.language(.onlyManagersReassign) }
        return marked.isEmpty && list.selected == nil ? session.language(.nothingHere) : nil
    }

    private func query(_ session: DeskSession) -> RegisterQuery {
        var query = session.query(register == .complaints ? order : .received)
        filter.narrow(&query, session)
        query.search = search.text
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
        if !isLoaded { session.registers.marked = [] }
        if let given = session.registers.given {
            session.registers.given = nil
            if given != filter { isLoaded = false }
            filter = given
        }
        columns = session.registers.columns
        marked = session.registers.marked
        try bring(in: area, session)
    }

    private mutating func bring(in area: Rect, _ session: DeskSession) throws {
        let height = listArea(area).rows - 1
        switch register {
        case .complaints: try session.bring(&list, height: height, isLoaded: &isLoaded, from: session.source(query(session)))
        case .book: try session.bring(&bookList, height: height, isLoaded: &isLoaded, from: bookSource(session))
        }
    }

    private mutating func reload(in area: Rect, _ session: DeskSession) throws {
        isLoaded = false
        try bring(in: area, session)
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        if case .mouse(let event) = key, event.kind == .press || event.kind == .doubleClick {
            let place = listArea(area)
            let isHit = register == .complaints ? list.click(event.point, in: place) : bookList.click(event.point, in: place)
            return isHit && event.kind == .doubleClick ? .run(.open) : .stay
        }
        let moves: Set<Key> = [.up, .down, .pageUp, .pageDown]
        if isSearching, !moves.contains(key) {
            let before = search.revision
            guard search.handle(key) else { return nil }
            if search.revision != before { try reload(in: area, session) }
            return .stay
        }
        let isTaken =
            switch register {
            case .complaints: try list.handle(key, from: session.source(query(session)))
            case .book: try bookList.handle(key, from: bookSource(session))
            }
        return isTaken ? .stay : nil
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        switch command {
        case .open:
            guard let number = selectedNumber else { return .stay }
            isSearching = false
            return .open(try CaseScreen(number, session))
        case .search:
            isSearching = true
            return .stay
        case .filter: return .open(filter.form(session))
        case .columns: return .open(RegisterColumn.form(session, width: area.columns, order: order))
        case .mark: return try mark(session)
        case .reassign: return try reassign(session)
        case .nextTab:
            register = register == .complaints ? .book : .complaints
        case .filterStage: filter.stage = RegistersScreen.next(filter.stage, in: Stage.allCases)
        case .filterChannel: filter.channel = RegistersScreen.next(filter.channel, in: Channel.allCases)
        case .filterOverdue: filter.isOverdue.toggle()
        case .filterMine:
            filter.isMine.toggle()
            filter.member = nil
        case .order: order = RegistersScreen.next(order, in: RegistersScreen.orders) ?? .received
        case .clearFilters:
            // One key, one thing: what hides cases first, the marks then.
            if hasFilter || isSearching {
                filter = RegisterFilter()
                isSearching = false
                search = TextField(limit: 100)
            } else {
                session.registers.marked = []
                marked = []
            }
        default: return .stay
        }
        try reload(in: area, session)
        return .stay
    }

    private mutating func mark(_ session: DeskSession) throws -> Step {
        guard let row = list.selected else { return .stay }
        if session.registers.marked.remove(row.number) == nil { session.registers.marked.insert(row.number) }
        marked = session.registers.marked
        _ = try list.handle(.down, from: session.source(query(session)))
        return .stay
    }

    private func reassign(_ session: DeskSession) throws -> Step {
        guard let row = list.selected else { return .stay }
        return .open(Reassignment.form(of: marked.isEmpty ? [row.number] : marked.sorted(), session))
    }

    /// The choice after `current`; nil, for all, behind the last.
    private static func next<Value: Equatable>(_ current: Value?, in all: [Value]) -> Value? {
        guard let current, let index = all.firstIndex(of: current) else { return all.first }
        return index + 1 < all.count ? all[index + 1] : nil
    }

    func listArea(_ area: Rect) -> Rect { area.rows(from: 2) }
}

/// Handing many cases over to one receiver, each by its own rules and in its own transaction (1-domain, Shifts).
enum Reassignment {
    static func form(of numbers: [String], _ session: DeskSession) -> PromptScreen {
        PromptScreen(.reassign(numbers.count), form: "reassign", submit: .reassignShort, keepsDraft: false, session) { session in
            let language = session.language
            let shown = numbers.prefix(6).joined(separator: language == .english ? ", " : "、")
            let more = numbers.count > 6 ? language(.andMore(numbers.count - 6)) : ""
            return [
                .words("what", shown + more),
                .choice("to", language(FieldLabel.of("to")), session.ledger.rules.staff.receivers.map(Choice.init), isRequired: true),
                .line("note", language(FieldLabel.of("note"))),
            ]
        } send: { values, session in
            guard let receiver = StaffNumber(values["to"] ?? "") else { throw Refusal.missing("to") }
            let note = (values["note"] ?? "").trimmed
            let results = try session.ledger.reassign(numbers, to: receiver, note: note, by: try session.signedIn())
            let refused = results.filter { $0.refusal != nil }
            // What was refused stays marked, to be looked at.
            session.registers.marked = session.registers.marked.subtracting(results.filter { $0.refusal == nil }.map(\.number))
            let first = refused.first.flatMap { result in result.refusal.map { (result.number, $0.sentence) } }
            return .handedOver(results.count - refused.count, refused: refused.count, first: first)
        }
    }
}
