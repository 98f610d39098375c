import ComplaintRules
import Ledger

import struct TerminalKit.Glyphs
import enum TerminalKit.TextWidth

/// `list`: the cases that the person may read, filtered.
enum ListCommand {
    /// Rows fetched at once: memory stays flat however many there are.
    private static let pageSize = 500
    /// Rows shown to people unless they ask for more; programs get all.
    private static let usualLimit = 50

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        let isJSON = arguments.has("json")
        // Checked before anybody is asked for a passcode.
        let stages: Set<Stage> = try arguments.codes("stage")
        let channels: Set<Channel> = try arguments.codes("channel")
        let sources: Set<IntakeSource> = try arguments.codes("came-by")
        let order: RegisterQuery.Order? = try arguments.code("order")
        let limit = try arguments.count("limit") ?? (isJSON ? 0 : usualLimit)
        let (from, to) = (try arguments.day("from"), try arguments.day("to"))
        if let from, let to, to < from { throw UsageError.daysBackwards }
        let (ledger, person) = try invocation.openSignedIn()
        var query = RegisterQuery(for: person.actor, order: order ?? (arguments.has("overdue") ? .due : .received))
        query.stages = stages
        query.channels = channels
        query.sources = sources
        query.search = arguments.value("search") ?? ""
        query.receive(from: from, to: to, in: ledger.rules.zone)
        if arguments.has("overdue") { query.overdueAt = ledger.now }
        let glances = query.search.isBlank ? [] : try ledger.colleaguesCases(query.search, toldTo: person.actor)
        if isJSON {
            try printJSON(ledger, query, limit: limit, invocation)
        } else {
            // The line that answers a search may stand far down.
            query.textLimit = query.search.isBlank ? 120 : 2000
            try printTable(ledger, query, limit: limit, by: person.actor, glances: glances, invocation)
        }
        printGlances(glances, ledger, invocation)
        return .done
    }

    /// What a customer who comes back is told of the cases that colleagues have: number, stage and due time, and no more (1-domain, Coming back).
    private static func printGlances(_ glances: [Glance], _ ledger: Ledger, _ invocation: Invocation) {
        let (json, words) = (CaseJSON(ledger), TimeWords(invocation.language, zone: ledger.rules.zone))
        for glance in glances {
            if invocation.arguments.has("json") {
                invocation.printJSON([
                    "number": .text(glance.number), "stage": .text(glance.stage.rawValue), "due": json.time(glance.due),
                ])
                continue
            }
            let due = glance.due.map { invocation.language(TableWords.dueAt(words.dateTime($0))) }
            let parts = [glance.number, invocation.language(glance.stage.label), due].compactMap { $0 }
            invocation.console.output.line(parts.joined(separator: "  "))
        }
    }

    /// Gives the rows page by page, by the row next to each; 0 stands for all. Tells whether there are more than the limit.
    private static func forEachPage(
        _ ledger: Ledger,
        _ query: RegisterQuery,
        limit: Int,
        _ body: ([RegisterRow]) throws -> Void
    ) throws -> Bool {
        var left = limit == 0 ? Int.max : limit
        var page = RegisterPage.first
        while true {
            let wanted = min(pageSize, left)
            // One more than wanted tells whether there is more.
            let rows = try ledger.rows(query, page, limit: wanted + 1)
            try body(Array(rows.prefix(wanted)))
            guard rows.count > wanted else { return false }
            left -= wanted
            if left == 0 { return true }
            page = .after(rows[wanted - 1])
        }
    }

    private static func printJSON(_ ledger: Ledger, _ query: RegisterQuery, limit: Int, _ invocation: Invocation) throws {
        let json = CaseJSON(ledger)
        _ = try forEachPage(ledger, query, limit: limit) { rows in
            for row in rows { invocation.printJSON(.object(json.object(row))) }
        }
    }

    private static func printTable(
        _ ledger: Ledger,
        _ query: RegisterQuery,
        limit: Int,
        by reader: Actor,
        glances: [Glance],
        _ invocation: Invocation
    ) throws {
        let console = invocation.console
        let writer = RegisterLines(ledger, language: invocation.language, showsContacts: invocation.arguments.has("reveal"))
        var table = writer.table(width: console.output.terminalColumns ?? 120)
        var isEmpty = true
        let sought = SoughtWords(query.search, naming: ledger.rules.codes.codes, in: ledger.rules.areaCode)
        let hasMore = try forEachPage(ledger, query, limit: limit) { rows in
            let cells = try rows.map { row in
                writer.cells(row, found: try sought.flatMap { try writer.passage(answering: $0, in: row, of: ledger, by: reader) })
            }
            if isEmpty, !cells.isEmpty {
                console.output.line(table.heading(fitting: cells))
                isEmpty = false
            }
            for row in cells { console.output.line(table.line(row)) }
        }
        try console.output.flush()
        // What colleagues have follows, and is all that is told of it.
        if isEmpty, glances.isEmpty { console.say(MessageWords.noCases) }
        if !glances.isEmpty { console.say(MessageWords.colleaguesCases(glances.count, besideOwn: !isEmpty)) }
        if hasMore { console.say(MessageWords.moreCases(shown: limit)) }
    }
}

extension RegisterQuery {
    /// Only what was received between two days of the branch, both included; nil for no border.
    mutating func receive(from: Day?, to: Day?, in zone: any LocalZone) {
        receivedFrom = from.map { zone.moment(of: LocalTime(day: $0, secondOfDay: 0)) }
        receivedBefore = to.map { zone.moment(of: LocalTime(day: $0.adding(days: 1), secondOfDay: 0)) }
    }
}

/// Lines of a register as text.
struct RegisterLines {
    private let words: CaseWords
    private let now: Moment
    private let language: Language
    private let showsContacts: Bool

    /// Makes the writer; contacts are masked unless they are to be shown (1-domain, Privacy at the counter).
    init(_ ledger: Ledger, language: Language, showsContacts: Bool) {
        words = CaseWords(language, ledger.rules, showsContacts: showsContacts, arrow: "->")
        now = ledger.now
        self.language = language
        self.showsContacts = showsContacts
    }

    /// The table for such lines.
    func table(width: Int) -> TextTable {
        TextTable(
            [
                .init(heading: "", limit: 1), .init(heading: language(Term.number), limit: 24),
                .init(heading: language(Term.received), limit: 10), .init(heading: language(Term.channel), limit: 8),
                .init(heading: language(Term.stage), limit: 16), .init(heading: language(Term.customer), limit: 14),
                .init(heading: language(Term.contact), limit: 18), .init(heading: language(TableWords.text), limit: nil),
                .init(heading: language(Term.due), limit: 24),
            ],
            width: width
        )
    }

    /// The line that shows why a case is among what was found; nil where its row does.
    func passage(answering sought: SoughtWords, in row: RegisterRow, of ledger: Ledger, by reader: Actor) throws -> FoundPassage? {
        try ledger.passage(
            answering: sought,
            in: row,
            beside: [row.number, row.customer, language(row.channel.shortLabel), contact(of: row)],
            by: reader,
            in: words
        )
    }

    private func contact(of row: RegisterRow) -> String {
        // Who left only a number to ring is reached by that.
        let contact = row.contact.isBlank ? row.callBackNumber : row.contact
        return showsContacts ? contact : contact.maskedContact
    }

    /// What a line says that answers a search, whatever stands before.
    private func text(_ found: FoundPassage) -> String {
        let label = found.label.map { $0.headed(language) + language.colon } ?? ""
        // How much room there is follows from all rows; so much has every terminal.
        return label + (found.place.map { TextWidth.showing($0, of: found.text, in: 24, ellipsis: "..") } ?? found.text)
    }

    /// The cells of a line; what is overdue or due soon has a sign as well as the words, as on the screens.
    func cells(_ row: RegisterRow, found: FoundPassage? = nil) -> [String] {
        return [
            words.sign(of: row.nearest, at: now, dot: Glyphs.ascii.dot), row.number, words.times.columnDay(row.received, at: now),
            language(row.channel.shortLabel), language(row.stage.label), language(row.who),
            contact(of: row), found.map(text) ?? row.text, row.nearest.map { words.remaining($0, at: now) } ?? "",
        ]
    }
}
