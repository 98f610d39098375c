import ComplaintRules

/// A case as papers tell it: its account, in the words of a language.
public final class PaperCase: Sendable {
    /// The case.
    public let state: Case
    /// What happened on it, as far as whoever prints may read it.
    public let events: [Happened<any CaseEvent>]
    /// The words.
    let words: CaseWords
    let language: Language
    let rules: DeskRules
    private let showsContacts: Bool
    private var account: Account { Account(of: state, events) }

    /// Takes a case and its words together.
    public init(_ state: Case, _ events: [Happened<any CaseEvent>], _ language: Language, _ rules: DeskRules, showsContacts: Bool) {
        (self.state, self.events, self.language, self.rules) = (state, events, language, rules)
        self.showsContacts = showsContacts
        words = CaseWords(language, rules, showsContacts: showsContacts, arrow: "→")
    }

    /// The case as it stood before a moment; nil where it was logged only later.
    func before(_ moment: Moment) -> PaperCase? {
        // What the source of history tells stands for all times, and of what was erased nothing is left to tell.
        if state.isHistory || events.isEmpty { return self }
        let past = events.filter { $0.at < moment }
        guard let then = past.reduce(nil as Case?, evolve) else { return nil }
        return PaperCase(then, past, language, rules, showsContacts: showsContacts)
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

    /// An event on a line: who, when, and what it says.
    func line(_ happened: Happened<any CaseEvent>) -> String {
        let said = said(happened.event)
        return doneBy(happened) + (said.isEmpty ? "" : language.colon + said)
    }

    /// A text in brackets behind another; nothing where there is none.
    func bracketed(_ text: String?) -> String { text.map { $0.isBlank ? "" : language.bracketed($0) } ?? "" }

    /// Hand-overs, from whom, to whom and when, and who accepted, in order.
    var handOvers: [String] {
        events.compactMap { happened in
            if happened.event is Acceptance { return doneBy(happened) + language.colon + language(Acceptance.heading) }
            guard let over = happened.event as? HandOver else { return nil }
            let to = over.to.map(words.person) ?? ""
            let note = over.note.isBlank ? "" : language.colon + over.note
            return "\(words.doer(happened)) → \(to)\(language.comma)\(times.dateTime(happened.at))\(note)"
        }
    }

    /// A corrective action, with what became of it.
    func rectification(_ item: Case.RectificationItem) -> String {
        let action = item.action
        let parts = [action.owner, times.longDay(action.due), standing(of: item)]
        let notes = checks(of: item).map { "\n   " + $0 }
        return "\(action.item). \(action.what)\(language.bracketed(parts.joined(separator: language.comma)))" + notes.joined()
    }

    /// How a corrective action stands, in words.
    func standing(of item: Case.RectificationItem) -> String {
        switch item.outcome {
        case nil: say("open", "未完成")
        case .verified: say("verified: it worked", "已核验：整改有效")
        case .ineffective: say("verified: it did not work", "已核验：整改无效")
        case .cancelled: say("cancelled", "已取消")
        case .replaced: say("replaced by a later finding", "已由后来的责任认定替代")
        }
    }

    /// What gave rise to a corrective action, in words.
    func triggers(of item: Case.RectificationItem) -> String {
        let labels = RectificationTriggers.all.filter { item.triggers.contains($0) }.map { language($0.label) }
        return labels.isEmpty ? language(Term.other) : language.listed(labels)
    }

    /// Who checked a corrective action or called it off, when, and what they say.
    func checks(of item: Case.RectificationItem) -> [String] {
        let action = item.action
        let check = all(RectificationCheck.self).last { $0.event.item == action.item }.map {
            "\(doneBy($0.happened))\(language.colon)\($0.event.result)"
        }
        let called = all(RectificationCancelled.self).last { $0.event.item == action.item }.map {
            "\(doneBy($0.happened))\(language.colon)\($0.event.reason)"
        }
        return [check, called].compactMap { $0 }
    }

    /// The events that say how the customer was answered, how that was taken, and how the case ended.
    static let outcomes: [any CaseEvent.Type] = [
        Answer.self, Reply.self, SendingBack.self, RefusedAnswer.self, Withdrawal.self, NotAccepted.self, Merged.self, Ruling.self,
    ]

    /// The events of these types, in the order in which they happened.
    func events(of types: [any CaseEvent.Type]) -> [Happened<any CaseEvent>] {
        let names = Set(types.map { $0.wireName })
        return events.filter { names.contains($0.event.wireName) }
    }

    /// The complaint manager who took it; nil while none has.
    var complaintManager: StaffNumber? {
        (last(Acceptance.self)?.happened ?? last(Finding.self)?.happened).map { $0.onBehalfOf ?? $0.by }
    }

    /// The customer as a letter addresses them.
    var addressee: String {
        let name = state.intake.customer.trimmed
        return name.isEmpty ? say("Customer", "客户") : name
    }

    private func standing(_ clock: Clock, at now: Moment) -> String {
        clock.ended == nil ? times.remaining(clock, at: now) : language(clock.state(at: now).label)
    }

    /// Limits and agreed time, each with its due moment and how it stands.
    func clocks(at now: Moment) -> String {
        state.clocks.filter { $0.isSuperseded != true }.map { clock in
            "\(words.name(of: clock)) \(times.dateTime(clock.due))" + bracketed(standing(clock, at: now))
        }.joined(separator: "\n")
    }

    /// Limits and agreed time, a row each: due when, met when, and how it stands.
    func limits(at now: Moment) -> Block {
        let columns = [
            Block.Table.Column(say("Limit", "时限"), 10), .init(say("Due", "到期"), 9), .init(say("Met", "完成"), 9),
            .init(say("How it stands", "情况"), 8),
        ]
        let rows = state.clocks.filter { $0.isSuperseded != true }.map { clock in
            // What the end of the case stopped was not met.
            let met = clock.isStopped == true ? nil : clock.ended
            return [words.name(of: clock), times.dateTime(clock.due), met.map(times.dateTime) ?? "", standing(clock, at: now)]
        }
        return .table(Block.Table(columns, rows))
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
