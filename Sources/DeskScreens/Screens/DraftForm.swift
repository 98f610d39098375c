import ComplaintRules
import Ledger
import TerminalKit

/// A form that leaves drafts: how the store calls it, and how it is made again when one of its drafts is opened from the list.
struct DraftForm: Sendable {
    /// What its name in the store begins with; behind it stands of what it is, such as a case and an act.
    let prefix: String
    /// Makes it, empty; nil where what it was of is there no longer.
    let make: @Sendable (_ rest: String, DeskSession) throws -> (any FormScreen)?

    init(_ prefix: String, make: @escaping @Sendable (String, DeskSession) throws -> (any FormScreen)?) {
        (self.prefix, self.make) = (prefix, make)
    }

    /// All of them; a name belongs to the first whose beginning it has.
    static let all = [
        DraftForm("log/book/") { rest, session in Day(rest).map { LogScreen(session, bookDay: $0) } },
        DraftForm("log") { _, session in LogScreen(session) },
        DraftForm("act/", make: act),
        DraftForm(OwnCase.draftForm) { rest, session in ActKind(rawValue: rest).map { OwnCase.form($0, session) } },
        DraftForm("book/nil/") { rest, session in Day(rest).map { BookScreen.late(.nothing($0), session) } },
        DraftForm("book/close/") { rest, session in Day(rest).map { BookScreen.late(.close($0), session) } },
        DraftForm("book/") { rest, session in Day(rest).map { BookScreen.late(.open($0, reason: ""), session) } },
        DraftForm("settings/rule.") { rest, session in ClockSettings.form(rest, session) },
        DraftForm("settings/") { rest, session in Setting.named(rest)?.form(session) },
        DraftForm("calendar/load") { _, session in CalendarSettings.loading(session) },
        DraftForm("calendar/correct") { _, session in CalendarSettings.correcting(session) },
        DraftForm("calendar/book") { _, session in PastSettings.correctingBook(session) },
        DraftForm("clock/wrong") { _, session in try PastSettings.declaringWrong(session) },
        DraftForm("codes/add") { _, session in CodeSettings.adding(session) },
        DraftForm("codes/load") { _, session in CodeSettings.loading(session) },
        DraftForm("codes/") { rest, session in CodeSettings.find(rest, session).map { CodeSettings.relabelling($0, session) } },
        DraftForm("scripts/add") { _, session in ScriptSettings.adding(session) },
        DraftForm("scripts/load") { _, session in ScriptSettings.loading(session) },
        DraftForm("scripts/") { rest, session in try ScriptSettings.find(rest, session).map { ScriptSettings.changing($0, session) } },
        DraftForm("staff/add") { _, session in StaffSettings.adding(session) },
        DraftForm("stand-in/add") { _, session in StandInSettings.naming(session) },
    ]

    /// `0379-2611-012/reply`. A form of an act that can no longer be done opens all the same: what was typed is the writer's.
    @Sendable private static func act(_ rest: String, _ session: DeskSession) throws -> (any FormScreen)? {
        let parts = rest.split(separator: "/")
        guard parts.count == 2, let act = ActKind(rawValue: String(parts[1])) else { return nil }
        let opened = try OpenedCase(String(parts[0]), session)
        return ActScreen(act, on: opened.number, opened.state, session)
    }

    /// The form of a name, empty; nil where what it was of is there no longer.
    ///
    /// - Throws: `Refusal` where its case may no longer be read; `LedgerError`.
    static func screen(_ name: String, _ session: DeskSession) throws -> (any FormScreen)? {
        guard let form = all.first(where: { name.hasPrefix($0.prefix) }) else { return nil }
        do {
            return try form.make(String(name.dropFirst(form.prefix.count)), session)
        } catch is FieldProblem {
            // There is nothing to fill in any longer.
            return nil
        }
    }
}

/// A draft as it stands in the list of one's own.
struct DraftRow: Identifiable, Hashable, Sendable {
    let id: Int64
    /// The form's title.
    let title: Phrase
    /// Who complains and the longest of what was typed, so that one is told from another.
    let gist: String
    let age: Phrase
    /// Who typed it, where that was somebody else, who left.
    let writer: StaffNumber?
    /// Whether its owner is asked whether it is to be kept.
    let isOld: Bool
    /// Whether it is open, here or on another desk.
    let isOpen: Bool

    /// The rows of somebody's drafts.
    ///
    /// - Throws: `LedgerError`.
    static func rows(of drafts: [Draft], _ session: DeskSession) throws -> [DraftRow] {
        try drafts.map { draft in
            let (title, form) = try form(of: draft, session)
            let blank = form?.snapshot.values ?? [:]
            let values = try session.snapshot(of: draft).values.filter { $0.value != blank[$0.key] }
            let typed = Dictionary(uniqueKeysWithValues: values.map { ($0.key, said($0.value, in: form?[$0.key])) })
            let longest = typed.filter { $0.key != "customer" }.values.max { ($0.count, $1) < ($1.count, $0) } ?? ""
            let gist = [typed["customer"] ?? "", CaseColumns.firstLine(longest)].filter { !$0.isBlank }
            return DraftRow(
                id: draft.id,
                title: title,
                gist: gist.joined(separator: session.language.colon),
                age: session.age(of: draft),
                writer: draft.writer == draft.staff ? nil : draft.writer,
                isOld: draft.isOld(at: session.now),
                isOpen: try session.ledger.isOpen(draft: draft.id)
            )
        }
    }

    /// What the form of a draft is called, and what stands in it where nothing was typed.
    private static func form(of draft: Draft, _ session: DeskSession) throws -> (title: Phrase, blank: Form?) {
        do {
            guard let screen = try DraftForm.screen(draft.form, session) else { return (.draftOfNothing, nil) }
            return (screen.title, screen.blank)
        } catch is Refusal {
            let act = draft.form.split(separator: "/").last.flatMap { ActKind(rawValue: String($0)) }
            return (.draftOfUnread(act), nil)
        }
    }

    /// A value as the field says it: what was chosen by its name, and not by its code; a mark by the words behind it.
    private static func said(_ value: String, in field: FormField?) -> String {
        switch field?.kind {
        case .choice(let choice): choice.choices.first { $0.code == value }?.label ?? value
        case .check(let check): check.label
        case .line, .text, .note, nil: value
        }
    }
}

extension DeskSession {
    /// Opens a draft out of the list, in the form that it is of.
    func opening(_ id: Int64) throws -> Step {
        guard let draft = try ledger.draft(id) else { return .say(MessageLine(language(.draftGone), kind: .warning)) }
        guard let screen = try DraftForm.screen(draft.form, self) else {
            return .say(MessageLine(language(.draftOfNothing), kind: .warning))
        }
        return try opening(draft, in: screen) ?? .say(MessageLine(language(.draftOpenElsewhere), kind: .warning))
    }

    /// Says beside an empty form that drafts wait on the desk; nil where none does.
    func draftsWaiting() throws -> MessageLine? {
        guard let actor else { return nil }
        let count = try ledger.drafts(by: actor.number).count { try !ledger.isOpen(draft: $0.id) }
        return count == 0 ? nil : MessageLine(language(.draftsWaiting(count)))
    }
}
