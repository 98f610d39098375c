import ComplaintRules

/// A case as papers tell it: its account, in the words of a language.
public struct PaperCase: Sendable {
    /// The case.
    public let state: Case
    /// What happened on it, as far as whoever prints may read it.
    public let events: [Happened<any CaseEvent>]
    /// The words.
    let words: CaseWords
    let language: Language
    let rules: DeskRules
    private let account: Account

    /// Takes a case and its words together.
    public init(_ state: Case, _ events: [Happened<any CaseEvent>], _ language: Language, _ rules: DeskRules, showsContacts: Bool) {
        (self.state, self.events, self.language, self.rules) = (state, events, language, rules)
        words = CaseWords(language, rules, showsContacts: showsContacts, arrow: "->")
        account = Account(of: state, events)
    }

    var times: TimeWords { words.times }

    func say(_ english: String, _ chinese: String) -> String { language(Phrase(en: english, zh: chinese)) }

    /// The last event of a type.
    func last<Event: CaseEvent>(_ type: Event.Type) -> (event: Event, happened: Happened<any CaseEvent>)? {
        for happened in events.reversed() { if let event = happened.event as? Event { return (event, happened) } }
        return nil
    }

    /// All events of a type, in order.
    func all<Event: CaseEvent>(_ type: Event.Type) -> [(event: Event, happened: Happened<any CaseEvent>)] {
        events.compactMap { happened in (happened.event as? Event).map { ($0, happened) } }
    }

    /// What was taken down in a field; empty for nothing.
    func value(_ name: String) -> String {
        guard let detail = state.intake.details.first(where: { $0.name.text == name }), detail.isKnown else { return "" }
        return words.text(detail.value)
    }

    /// A field of what was taken down, with its own label.
    func field(_ name: String, wide: Bool = false) -> Block.Field {
        let label = state.intake.details.first { $0.name.text == name }?.name.label ?? FieldLabel.of(name)
        return Block.Field(language(label), value(name), wide: wide)
    }

    /// What was taken down, in the order in which a case is told, without the fields named and without what is not known.
    func otherFields(besides names: Set<String>) -> [Block.Field] {
        account.facts.filter { fact in
            fact.isKnown && fact.place == .among && !names.contains(fact.name.text)
        }.map { Block.Field(language($0.name.label), words.text($0.value)) }
    }

    /// The facts that the account tells beside what was taken down.
    static let tellsElsewhere: Set<String> = ["link", "first-responder", "awaited-receiver", "holder", "dossier", "signed-by", "signed-at"]

    /// Who did something, and when: `1002 李敏, 2026年11月20日 09:14`.
    func doneBy(_ happened: Happened<any CaseEvent>) -> String { "\(words.doer(happened))\(language.comma)\(times.dateTime(happened.at))" }

    /// What an event says, a line each.
    func said(_ event: any CaseEvent) -> String { words.lines(event.details).joined(separator: "\n") }

    /// The customer as a letter addresses them.
    var addressee: String {
        let name = state.intake.customer.trimmed
        return name.isEmpty ? say("Customer", "客户") : name
    }

    /// Limits and agreed time, each with its due moment and how it stands.
    func clocks(at now: Moment) -> String {
        state.clocks.filter { $0.isSuperseded != true }.map { clock in
            let state = clock.ended == nil ? times.remaining(clock, at: now) : language(clock.state(at: now).label)
            return "\(language(clock.name.label)) \(times.dateTime(clock.due))" + (state.isEmpty ? "" : language.bracketed(state))
        }.joined(separator: "\n")
    }

    /// What happened, a row each.
    var timeLine: Block {
        let columns = [
            Block.Table.Column(say("When", "时间"), 17), .init(say("Who", "何人"), 16), .init(say("What", "事项"), 14),
            .init(say("In words", "内容"), 40),
        ]
        let rows = account.entries.map { entry in
            [
                times.dateTime(entry.happened.at), words.doer(entry.happened), language(entry.heading),
                // What was taken down stands above.
                entry.happened.event is Logged || entry.happened.event is Imported ? "" : said(entry.happened.event),
            ]
        }
        return .table(Block.Table(columns, rows))
    }
}
