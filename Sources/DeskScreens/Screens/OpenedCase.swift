import ComplaintRules
import Ledger
import TerminalKit

/// A case as a screen has it before itself: its state and history, what can be done on it now, and what it waits for.
struct OpenedCase {
    private let reading: CaseReading
    /// What is told of it, made once a reading and not at each key.
    let account: Account

    /// Reads a case for whoever is signed in.
    ///
    /// - Throws: `Refusal` where they may not read it; `LedgerError`.
    init(_ number: String, _ session: DeskSession) throws {
        reading = try session.ledger.open(number, by: try session.signedIn())
        account = Account(of: reading.state, reading.events)
    }

    var stored: Ledger.Stored { reading.stored }
    var possible: [(act: ActKind, whyNot: Refusal?)] { reading.possibilities }
    var duties: [Duty] { reading.duties }
    var state: Case { reading.state }
    var number: String { state.number.description }

    /// Why the rules stand against an act now; nil where they do not.
    func whyNot(_ act: ActKind) -> Refusal? { possible.first { $0.act == act }?.whyNot }

    /// Starts an act: at once where it has no fields, with its form where it has some, with the passcode where it is a signature.
    ///
    /// `isRead` says that the end of the entry has been in sight, and `values` fills fields of the form.
    func start(
        _ act: ActKind,
        by key: Key,
        _ session: DeskSession,
        isRead: Bool = false,
        values: [String: String] = [:]
    ) throws -> Step {
        if let refusal = whyNot(act) { throw refusal }
        if act == .sign { return .ask(isRead ? signQuestion(by: key, session) : readFirst(by: key, session.language)) }
        guard act.fields.isEmpty else { return try session.opening(ActScreen(act, on: number, state, values: values, session)) }
        let wanted = try act.act([:], at: session.now, under: session.ledger.rules)
        return OpenedCase.perform(wanted, on: number, readUpTo: act.rule.isWeighty ? state.version : nil, by: key, session) { .say($0) }
    }

    /// Does an act on a case and goes on with what to say about it; a weighty one is asked for first.
    static func perform(
        _ act: any Act,
        on number: String,
        readUpTo: Int64? = nil,
        by key: Key,
        _ session: DeskSession,
        then next: @escaping (MessageLine) -> Step
    ) -> Step {
        let label = act.kind.label
        let errand = Errand(.actOn(label, number)) {
            let actor = try session.signedIn()
            let after = try session.ledger.perform(act, on: number, by: actor, readUpTo: readUpTo)
            let until = after.state.takeBackEnds(for: actor.number)
            session.justDone = until.map { JustDone(act: act.kind, number: number, until: $0) }
            let done = session.language(.done(act.kind, number, after.state.stage))
            return next(MessageLine(until == nil ? done : done + session.language(.undoHint)))
        }
        guard act.kind.rule.isWeighty else { return .perform(errand) }
        return .ask(
            Question(label, .actQuestion(act.kind, number), confirm: label, by: key, session.language) { app, _ in
                try app.take(.perform(errand), by: key)
            }
        )
    }

    /// The signature says that the entry was read.
    private func readFirst(by key: Key, _ language: Language) -> Question {
        Question(note: language(.readFirst), title: .readFirstTitle, by: key, language)
    }

    private func signQuestion(by key: Key, _ session: DeskSession) -> Question {
        let (number, version, language) = (number, state.version, session.language)
        var question = Question(
            ActKind.sign.label,
            .signQuestion(number),
            confirm: ActKind.sign.label,
            by: key,
            language,
            field: (.passcode, TextField(isSecret: true, limit: 200))
        ) { app, passcode in
            let actor = try session.signedIn()
            let signingKey = try session.ledger.signIn(actor.number, passcode: passcode)
            let errand = Errand(.actOn(ActKind.sign.label, number)) {
                _ = try session.ledger.perform(SignOff.blank, on: number, by: actor, key: signingKey, readUpTo: version)
                return .say(MessageLine(session.language(.signed(number))))
            }
            try app.take(.perform(errand), by: key)
        }
        if let passcode = session.practicePasscode { question.dialog.text += "\n\n" + language(.practicePasscode(passcode)) }
        return question
    }
}
