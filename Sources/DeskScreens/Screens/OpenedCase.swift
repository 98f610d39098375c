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
    /// What comes next, in so many sentences at most.
    func next(_ count: Int) -> [Phrase] { reading.next(count) }
    /// A duty as it is told to the reader.
    func sentence(of duty: Duty) -> Phrase { reading.sentence(of: duty) }
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
        if act == .accept, let receiver = state.awaitedReceiver, !session.concerned.contains(receiver) {
            return .ask(takeOverQuestion(from: receiver, by: key, session))
        }
        if act == .sign { return .ask(isRead ? signQuestion(by: key, session) : readFirst(by: key, session.language)) }
        guard act.fields.isEmpty else {
            let due = duties.first { $0.act == act }?.values ?? [:]
            return try session.opening(ActScreen(act, on: number, state, values: due.merging(values) { $1 }, session))
        }
        let wanted = try act.act([:], at: session.now, under: session.ledger.rules)
        return try OpenedCase.perform(wanted, on: number, readUpTo: act.rule.isWeighty ? state.version : nil, by: key, session) { .say($0) }
    }

    /// What a colleague was handed is not taken from them by a slip.
    private func takeOverQuestion(from receiver: StaffNumber, by key: Key, _ session: DeskSession) -> Question {
        Question(
            ActKind.accept.label,
            .takeOver(number, from: session.look.person(receiver)),
            confirm: ActKind.accept.label,
            by: key,
            session.language
        ) { [number] app, _ in
            let step = OpenedCase.doing(Acceptance.blank, on: number, readUpTo: nil, session) { .say($0) }
            try app.take(step, by: key)
        }
    }

    /// Does an act on a case and goes on with what to say about it; a weighty one is asked for first, once it is known that nothing stands against
    /// it.
    ///
    /// - Throws: `Refusal`, where the act is asked for and would be refused; `LedgerError`.
    static func perform(
        _ act: any Act,
        on number: String,
        readUpTo: Int64? = nil,
        by key: Key,
        _ session: DeskSession,
        then next: @escaping (MessageLine) -> Step
    ) throws -> Step {
        let label = act.kind.label
        let step = doing(act, on: number, readUpTo: readUpTo, session, then: next)
        guard act.kind.rule.isWeighty else { return step }
        let (state, other) = try session.ledger.rehearse(act, on: number, by: try session.signedIn())
        return .ask(
            Question(label, .actQuestion(act.kind, state, other: other), confirm: label, by: key, session.language) { app, _ in
                try app.take(step, by: key)
            }
        )
    }

    private static func doing(
        _ act: any Act,
        on number: String,
        readUpTo: Int64?,
        _ session: DeskSession,
        then next: @escaping (MessageLine) -> Step
    ) -> Step {
        let errand = Errand(.actOn(act.kind.label, number)) {
            let actor = try session.signedIn()
            let after = try session.ledger.perform(act, on: number, by: actor, readUpTo: readUpTo)
            // Where it goes on in a new case, nothing of that can be taken back from here.
            let following = after.state.number.description == number ? nil : after.state.number.description
            // Nor under a clock that stands behind: the rules refuse it then.
            let isBehind = session.ledger.clockMark?.isBehind == true
            let until = following == nil && !isBehind ? after.state.takeBackEnds(for: actor.number) : nil
            session.justDone = until.map { JustDone(act: act.kind, number: number, until: $0) }
            // Where the matter went on already, it is dealt with again there.
            let goesOn = act.kind == .reviewDecision ? after.state.reviewDecision?.goesOn : nil
            var done = session.language(
                following.map { .doneGoesOn(act.kind, number, in: $0, after.state.stage) }
                    ?? goesOn.map { .doneAgainIn(act.kind, number, $0) } ?? .done(act.kind, number, after.state.stage)
            )
            for note in act.unknownPeople(under: session.ledger.rules) {
                done += session.language(.sentenceGap) + session.language(note)
            }
            if act is Finding, let lacking = after.state.findingDuty(at: session.now, under: session.ledger.rules)?.sentence {
                // It is told now, and not by whoever is to sign.
                done += session.language(.sentenceGap) + session.language(lacking) + session.language(.fullStop)
            }
            if let parts = (act as? Reply)?.missingParts, !parts.isEmpty {
                done += session.language(.sentenceGap) + session.language(.partsMissing(parts))
            }
            return next(MessageLine(until == nil ? done : done + session.language(.undoHint)))
        }
        return .perform(errand)
    }

    /// The signature says that the entry was read.
    private func readFirst(by key: Key, _ language: Language) -> Question {
        var question = Question(note: language(.readFirst), title: .readFirstTitle, by: key, language)
        // What it asks for is done by the key that it names.
        question.passes = [.pageDown, .character(" "), .down]
        return question
    }

    private func signQuestion(by key: Key, _ session: DeskSession) -> Question {
        let (number, version, language) = (number, state.version, session.language)
        let customer = language(state.who)
        var question = Question(
            ActKind.sign.label,
            .signQuestion(number, customer, state.outcome),
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
