import ComplaintRules
import FoundationEssentials
import Ledger
import TerminalKit

/// What the screens work with: the open desk, who is signed in, and in which language.
public final class DeskSession {
    /// The desk's store.
    public let ledger: Ledger
    /// The language on screen.
    public var language: Language
    /// Who is signed in; nil on the sign-in screen and while locked.
    public internal(set) var actor: Actor?
    /// The drawing characters that the terminal draws one column wide.
    public var glyphs: Glyphs
    /// Whether contacts are shown in full, until the screen changes.
    var isRevealed = false
    /// Whether the screens are fetched anew because another desk wrote: lists mark what came or changed then.
    var isBringingNews = false
    /// The cases that came or changed by what another desk wrote last.
    var news: Set<Int64> = []
    /// The passcode of a practice desk that was just made, which the question for it shows.
    var practicePasscode: String?
    /// Who complained last on this desk, for another matter of the same customer.
    var lastCustomer: [String: String] = [:]

    /// What the person chose for the registers, until somebody else signs in.
    var registers = RegisterChoices()

    /// Makes the session of an open desk; nobody is signed in.
    public init(ledger: Ledger, language: Language, glyphs: Glyphs = .ascii) {
        self.ledger = ledger
        self.language = language
        self.glyphs = glyphs
    }

    /// The settings of the desk.
    var settings: DeskSettings { ledger.settings }
    /// The moment on the desk's clock.
    var now: Moment { ledger.now }
    /// Times in the words of the language.
    var words: TimeWords { TimeWords(language, zone: ledger.rules.zone) }

    /// Who is signed in. Screens behind the sign-in are shown to nobody else, so that none is a mistake of the program; the act is then
    /// refused instead of being done by the wrong person.
    func signedIn() throws(Refusal) -> Actor {
        guard let actor else { throw .mayNotRead }
        return actor
    }

    /// Whoever is signed in, with the rights of those for whom they stand in today; nil where nobody is.
    var acting: Actor? { actor.map(ledger.acting) }

    /// What the person may read.
    var scope: ReadScope { acting.map(ReadScope.init(for:)) ?? .nothing }

    /// Those who work here and act on cases.
    var members: [StaffMember] { ledger.rules.staff.all.filter { !$0.isRetired && $0.role != .auditor } }

    /// Whose cases are one's own now: whoever is signed in, and those for whom they act.
    var concerned: [StaffNumber] { acting.map { [$0.number] + $0.absentees.map(\.number) } ?? [] }

    /// Today, by the branch's clock.
    var today: Day { ledger.rules.zone.day(at: now) }

    /// A query for what the person may read, with texts short enough for a line.
    func query(_ order: RegisterQuery.Order) -> RegisterQuery {
        var query = RegisterQuery(scope, order: order)
        query.textLimit = 200
        return query
    }

    /// The rows of a query, a screenful at a time.
    func source(_ query: RegisterQuery) -> RowList<RegisterRow>.Source {
        let ledger = ledger
        return { request in
            switch request {
            case .first(let limit): try ledger.rows(query, .first, limit: limit)
            case .last(let limit): try ledger.rows(query, .last, limit: limit)
            case .after(let row, let limit): try ledger.rows(query, .after(row), limit: limit)
            case .before(let row, let limit): try ledger.rows(query, .before(row), limit: limit)
            case .from(let row, let limit): try ledger.rows(query, .from(row), limit: limit)
            }
        }
    }

    /// Why the person may not do `act` to the desk itself; nil where they may.
    func whyNot(_ act: DeskAct) -> Refusal? {
        acting.flatMap { actor in refusal { () throws(Refusal) in try permit(act, by: actor) } }
    }

    /// All that drawing needs.
    var look: Look {
        Look(
            language: language,
            words: words,
            now: now,
            glyphs: glyphs,
            rules: ledger.rules,
            isRevealed: isRevealed
        )
    }

    // MARK: Drafts

    /// Keeps a draft of the person's; nothing where nobody is signed in.
    func save(_ draft: ScreenDraft) throws {
        guard let actor else { return }
        if draft.isWorthKeeping {
            let json = try JSONEncoder().encode(draft.snapshot)
            try ledger.saveDraft([UInt8](json), of: draft.form, by: actor.number)
        } else {
            try forget(draft.form)
        }
    }

    /// The draft of a form; nil where there is none, or none that can still be read.
    func draft(of form: String) throws -> (snapshot: FormSnapshot, savedAt: Moment)? {
        guard let actor, let draft = try ledger.draft(of: form, by: actor.number) else { return nil }
        let snapshot = try JSONDecoder().decode(FormSnapshot.self, from: Data(draft.content))
        return (snapshot, draft.savedAt)
    }

    /// Forgets the draft of a form.
    func forget(_ form: String) throws {
        guard let actor, try ledger.draft(of: form, by: actor.number) != nil else { return }
        try ledger.deleteDraft(of: form, by: actor.number)
    }
}
