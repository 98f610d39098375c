import ComplaintRules
import Ledger
import TerminalKit

/// The forms in which the branch manager corrects what was (1-domain, What was is not rewritten): how a day of the comment book stands, and that
/// a clock had run ahead.
enum PastSettings {
    /// How a day of the comment book stands, beside what stood before.
    static func correctingBook(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.correctBook, form: "calendar/book", session) { session in
            let language = session.language
            return [
                .words("hint", language(.correctBookHint)),
                .line("day", language(FieldLabel.of("day")), hint: language(.todayHint(session.today.iso)), limit: 10, isRequired: true),
                .choice(
                    "status",
                    language(.bookStanding),
                    BookDay.Status.correctable.map { Choice($0.rawValue, $0.label, language) },
                    isRequired: true
                ),
                .line("reason", language(FieldLabel.of("reason")), isRequired: true),
            ]
        } send: { values, session in
            guard let day = try RegisterFilter.day("day", values) else { throw Refusal.missing("day") }
            guard let status = BookDay.Status(rawValue: values["status"] ?? "") else { throw Refusal.missing("status") }
            do {
                try session.ledger.correctBook(on: day, to: status, reason: values["reason"] ?? "", by: try session.signedIn())
            } catch let refusal as Refusal {
                switch refusal {
                case .alreadySo, .beforeFounding: throw FieldProblem(field: "day", sentence: refusal.sentence)
                default: throw refusal
                }
            }
            return .bookCorrected(session.words.longDay(day), status.label)
        }
    }

    /// A stretch of events was done under a clock that had run ahead; those that can be are offered.
    static func declaringWrong(_ session: DeskSession) throws -> PromptScreen {
        let stretches = try session.ledger.wrongClockStretches()
        if stretches.isEmpty { throw FieldProblem(field: "stretch", sentence: .noWrongStretch) }
        return PromptScreen(.declareWrong, form: "clock/wrong", submit: .declareWrong, session) { session in
            let language = session.language
            let choices = stretches.map { from, to in
                let (start, end) = (session.words.dateTime(from.at), session.words.dateTime(to.at))
                return Choice("\(from.seq)-\(to.seq)", .stretchWords(from.seq, to.seq, start, end), language)
            }
            return [
                .words("hint", language(.declareWrongHint)),
                .choice("stretch", language(.stretch), choices, selected: choices.count == 1 ? choices[0].code : nil, isRequired: true),
                .line("reason", language(FieldLabel.of("reason")), isRequired: true),
            ]
        } send: { values, session in
            guard let chosen = stretches.first(where: { "\($0.from.seq)-\($0.to.seq)" == values["stretch"] }) else {
                throw FieldProblem(field: "hint", sentence: .noWrongStretch)
            }
            let (from, to) = (chosen.from.seq, chosen.to.seq)
            try session.ledger.declareWrong(WrongClock(from: from, to: to, reason: values["reason"] ?? ""), by: try session.signedIn())
            return .declaredWrong(from, to)
        }
    }
}
