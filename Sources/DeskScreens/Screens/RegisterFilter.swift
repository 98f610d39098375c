import ComplaintRules
import Ledger
import TerminalKit

/// What of the registers is shown.
struct RegisterFilter: Equatable {
    var stage: Stage?
    var channel: Channel?
    /// Received, or written in the comment book, on this day or later.
    var from: Day?
    /// Received on this day or earlier.
    var to: Day?
    /// Whoever took it first, has it, or is to accept it.
    var member: StaffNumber?
    var isOverdue = false
    var isMine = false

    /// Whether all is shown.
    var isEmpty: Bool { self == RegisterFilter() }

    /// Narrows `query` down.
    func narrow(_ query: inout RegisterQuery, _ session: DeskSession) {
        let zone = session.ledger.rules.zone
        func start(_ day: Day) -> Moment { zone.moment(of: LocalTime(day: day, secondOfDay: 0)) }
        // What waits for a signature is one set everywhere, whether it was answered, withdrawn or merged (2-screens rule 16).
        query.isToSign = stage == .toSign
        query.stages = stage.map { $0 == .toSign ? [] : [$0] } ?? []
        query.channels = channel.map { [$0] } ?? []
        query.receivedFrom = from.map(start)
        query.receivedBefore = to.map { start($0.adding(days: 1)) }
        query.overdueAt = isOverdue ? session.now : nil
        query.concerning = isMine ? session.concerned : [member].compactMap { $0 }
    }

    /// The filter in words, each a few; none where all is shown.
    func words(_ look: Look) -> [String] {
        let language = look.language
        var words: [String] = []
        if let stage { words.append(language(stage.label)) }
        if let channel { words.append(language(channel.label)) }
        switch (from, to) {
        case (let from?, let to?): words.append("\(look.words.longDay(from)) - \(look.words.longDay(to))")
        case (let from?, nil): words.append(language(.since(look.words.longDay(from))))
        case (nil, let to?): words.append(language(.upTo(look.words.longDay(to))))
        case (nil, nil): break
        }
        if isMine {
            words.append(language(.filterMine))
        } else if let member {
            words.append(look.person(member))
        }
        if isOverdue { words.append(language(.filterOverdue)) }
        return words
    }

    /// The form in which all of it is chosen at once.
    func form(_ session: DeskSession) -> PromptScreen {
        let before = self
        return PromptScreen(
            .filterTitle,
            form: "filter",
            submit: .showChosen,
            keepsDraft: false,
            isStored: false,
            days: ["from", "to"],
            session
        ) { session in
            let language = session.language
            return [
                .choice(
                    "stage",
                    language(.columnStage),
                    Stage.allCases.map { Choice($0.rawValue, $0.label, language) },
                    selected: before.stage?.rawValue,
                    hint: language(.filterAll)
                ),
                .choice(
                    "channel",
                    language(.columnChannel),
                    Channel.allCases.map { Choice($0.rawValue, $0.label, language) },
                    selected: before.channel?.rawValue,
                    hint: language(.filterAll)
                ),
                .line("from", language(.fromDay), before.from?.iso ?? "", hint: language(.dayHint), limit: 10),
                .line("to", language(.toDay), before.to?.iso ?? "", hint: language(.dayHint), limit: 10),
                .choice(
                    "member",
                    language(.tabStaff),
                    session.ledger.rules.staff.all.filter { $0.role != .auditor }.map(Choice.init),
                    selected: before.member?.text,
                    hint: language(.filterStaffHint)
                ),
                .check("mine", language(.filterMineBox), before.isMine),
                .check("overdue", language(.filterOverdueBox), before.isOverdue),
            ]
        } send: { values, session in
            var filter = RegisterFilter()
            filter.stage = Stage(rawValue: values["stage"] ?? "")
            filter.channel = Channel(rawValue: values["channel"] ?? "")
            filter.from = try RegisterFilter.day("from", values)
            filter.to = try RegisterFilter.day("to", values)
            if let from = filter.from, let to = filter.to, to < from {
                throw FieldProblem(field: "to", sentence: Refusal.endBeforeStart.sentence)
            }
            filter.isMine = values["mine"] == "true"
            filter.member = filter.isMine ? nil : StaffNumber(values["member"] ?? "")
            filter.isOverdue = values["overdue"] == "true"
            session.registers.given = filter
            return Phrase(verbatim: "")
        }
    }

    /// The day in a field; nil where nothing stands in it.
    static func day(_ name: String, _ values: [String: String]) throws -> Day? {
        let text = (values[name] ?? "").trimmed
        if text.isEmpty { return nil }
        guard let day = TimeReading.day(text) else { throw Refusal.badValue(FieldName(name), .day) }
        return day
    }
}

/// What a person chose for the registers, for as long as they are signed in.
struct RegisterChoices {
    /// The columns; nil for those that the width suggests.
    var columns: [RegisterColumn]?
    /// A filter that its form has just made and that the registers are to take.
    var given: RegisterFilter?
    /// The numbers of the cases that were marked.
    var marked: Set<String> = []
    /// The registers as they were left: order, filter and place.
    var left: RegistersScreen?
}
