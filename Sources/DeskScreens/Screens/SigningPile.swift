import ComplaintRules
import Ledger
import TerminalKit

/// Entries that were read to their end and are signed with one passcode, each by a signature of its own (1-domain, Sign-off).
struct SigningPile {
    /// One of them, as it was read.
    private struct Entry {
        let number: String
        let version: Int64
        /// Whose it is, how it comes out, and what it is about.
        let gist: String
        /// Why it cannot be signed.
        let whyNot: Refusal?
    }

    /// What the question names.
    private var entries: [Entry] = []
    /// How many are ticked and not named, for the screen has no room for them.
    private var left = 0

    /// The cases, each with the version of it that was read; one that has changed since is none of them any more.
    init(_ read: [(number: String, version: Int64)], _ session: DeskSession) throws {
        for (number, version) in read {
            let reading: OpenedCase
            do {
                reading = try OpenedCase(number, session)
            } catch is Refusal {
                // It may not be read any more.
                continue
            }
            if reading.state.version != version { continue }
            let intake = reading.state.intake
            let who = intake.customer.isEmpty ? session.language(.anonymous) : intake.customer
            let outcome = session.language.bracketed(session.language(reading.state.outcome))
            let gist = who + outcome + session.language.colon + CaseColumns.firstLine(intake.text)
            entries.append(Entry(number: number, version: version, gist: gist, whyNot: reading.whyNot(.sign)))
        }
    }

    var isEmpty: Bool { entries.isEmpty }

    /// Columns of a line of the question, as wide as a question is.
    private static let lineColumns = 58
    /// Rows of a question beside its list, with room for a wrong passcode and for how many are left.
    private static let otherRows = 14

    /// The question that names each of them and asks for the passcode.
    ///
    /// - Parameter rows: how many the screen has; what finds no room in the list is not signed, and stays ticked.
    /// - Throws: `Refusal` where none of them can be signed: the first one's.
    mutating func question(by key: Key, _ session: DeskSession, rows: Int) throws -> Question {
        let language = session.language
        guard entries.contains(where: { $0.whyNot == nil }) else { throw entries.first?.whyNot ?? Refusal.changedMeanwhile }
        var room = rows - SigningPile.otherRows - (session.practicePasscode == nil ? 0 : 2)
        var lines: [String] = []
        for (index, entry) in entries.enumerated() {
            let gist = TextWidth.clip("\(entry.number)  \(entry.gist)", to: SigningPile.lineColumns, ellipsis: session.glyphs.ellipsis)
            let line = entry.whyNot.map { "! \(entry.number)  " + language($0.sentence) } ?? gist
            room -= TextWidth.wrap(line, to: SigningPile.lineColumns).count
            if room < 0, index > 0 {
                left = entries.count - index
                entries.removeLast(left)
                break
            }
            lines.append(line)
        }
        let signed = entries.filter { $0.whyNot == nil }
        if left > 0 { lines.append(language(.pileLeft(left))) }
        var question = Question(
            .signTicked,
            .pileQuestion(signed.count, lines),
            confirm: ActKind.sign.label,
            by: key,
            language,
            field: (.passcode, TextField(isSecret: true, limit: 200))
        ) { app, passcode in
            let actor = try session.signedIn()
            let signingKey = try session.ledger.signIn(actor.number, passcode: passcode)
            try app.take(
                .perform(Errand(.signTicked) { try SigningPile.sign(signed, by: actor, with: signingKey, session) }),
                by: key
            )
        }
        if let passcode = session.practicePasscode { question.dialog.text += "\n\n" + language(.practicePasscode(passcode)) }
        return question
    }

    /// Signs one after the other, each in a transaction of its own; one that is refused holds up none.
    ///
    /// - Throws: what stood against the first one, where nothing was signed yet: then the errand may wait, and nothing was done.
    private static func sign(_ entries: [Entry], by actor: Actor, with key: SignedIn, _ session: DeskSession) throws -> Step {
        var signed: [String] = []
        var refused: [(why: Phrase, numbers: [String])] = []
        for (index, entry) in entries.enumerated() {
            do {
                _ = try session.ledger.perform(SignOff.blank, on: entry.number, by: actor, key: key, readUpTo: entry.version)
                signed.append(entry.number)
            } catch let refusal as Refusal {
                if let place = refused.firstIndex(where: { $0.why == refusal.sentence }) {
                    refused[place].numbers.append(entry.number)
                } else {
                    refused.append((refusal.sentence, [entry.number]))
                }
            } catch {
                if signed.isEmpty { throw error }
                refused.append((sentence(of: error, session), entries[index...].map(\.number)))
                break
            }
        }
        if refused.isEmpty {
            return .say(MessageLine(session.language(signed.count == 1 ? .signed(signed[0]) : .signedPile(signed.count))))
        }
        return .told(Question(note: session.language(.pileTold(signed, refused)), title: .signTicked, by: .enter, session.language))
    }

    /// What went wrong with the store, or with the key, while the pile was signed.
    private static func sentence(of error: any Error, _ session: DeskSession) -> Phrase {
        switch error {
        case let error as LedgerError: error.sentence(at: session.ledger.folder)
        case let refusal as SignInRefusal: refusal.sentence
        default: Phrase(verbatim: "\(error)")
        }
    }
}
