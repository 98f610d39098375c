import ComplaintRules
import Ledger
import TableFiles
import TerminalKit

/// What the screens work with: the open desk, who is signed in, and in which language.
public final class DeskSession {
    /// Milliseconds for which a key waits for another program that holds the file: as long as another desk takes for an act, and less than
    /// anybody notices (2-screens, rule 13).
    static let patience = 20

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
    /// The case that whoever is signed in logged last about themselves: no list shows it to them, so its number is offered where it is asked for.
    var loggedAboutSelf: String?

    /// The case that has just been logged, while the screen below its form comes up again, or that is as it was before what was taken back.
    var justLogged: String?
    /// What whoever is signed in has just done and can take back for some seconds; nil most of the time.
    var justDone: JustDone?

    /// How whoever is signed in likes the screen.
    var preferences = Preferences()
    /// The themes that there are, and the one on screen.
    var themes = ThemeChoice()

    /// The row of a list that one went on to from the case before it, until the list has selected it.
    var wantedRow: Any?

    /// What the person chose for the registers, until somebody else signs in.
    var registers = RegisterChoices()

    /// Why no paper can be printed here; nil where it can.
    var whyNotPrint: () -> Phrase? = { nil }

    /// Makes the session of an open desk; nobody is signed in.
    public init(ledger: Ledger, language: Language, glyphs: Glyphs = .ascii) {
        // The thread that has the ledger takes the keys too.
        ledger.patience = DeskSession.patience
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

    /// Whoever is signed in as the desk knows them now: name and role may have changed since they came. Nil where nobody is.
    var member: StaffMember? { actor.map { ledger.rules.staff[$0.number] ?? $0.member } }

    /// Whoever is signed in, with the rights of those for whom they stand in today; nil where nobody is.
    var acting: Actor? { actor.map(ledger.acting) }

    /// What the person may read.
    var scope: ReadScope { acting.map(ReadScope.init(for:)) ?? .nothing }

    /// Those who work here and act on cases.
    var members: [StaffMember] { ledger.rules.staff.all.filter { !$0.isRetired && $0.role != .auditor } }

    /// What is told of words that name nobody here, with all who work here to choose from.
    func sentence(of unknown: UnknownPeople) -> Phrase {
        unknown.sentence(offering: ledger.rules.staff.offered)
    }

    /// Who can sign in, where the branch lets that be seen by whoever stands before the screen.
    var peopleAtSignIn: [StaffMember] {
        settings.namesAtSignIn ? ledger.rules.staff.all.filter { !$0.isRetired }.sorted { $0.number < $1.number } : []
    }

    /// Whose cases are one's own now: whoever is signed in, and those for whom they act.
    var concerned: [StaffNumber] { acting.map { [$0.number] + $0.absentees.map(\.number) } ?? [] }

    /// The number of a case as people write it: whole, without its branch, or, for one of this month, its serial alone. Nil for anything else.
    func number(written text: String) -> String? {
        CaseNumber(written: text, beside: CaseNumber(branch: settings.branchCode, day: today, serial: 1))?.description
    }

    /// Today, by the branch's clock.
    var today: Day { ledger.rules.zone.day(at: now) }

    /// A query for what the person may read, with texts short enough for a line.
    func query(_ order: RegisterQuery.Order) -> RegisterQuery {
        var query = RegisterQuery(scope, order: order)
        query.searchesStatements = acting.map { StaffStatement.mayReadAll($0) } ?? false
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
            isRevealed: isRevealed,
            rulesVersion: ledger.rulesVersion
        )
    }

    // MARK: Drafts

    /// Keeps what stands in a form as a draft of `staff`.
    func save(_ draft: ScreenDraft, of staff: StaffNumber) throws {
        guard draft.isWorthKeeping else { return try forget(draft.id) }
        let about = draft.snapshot.values["about"] ?? ""
        try ledger.saveDraft(try JSONCoding.bytes(of: draft.snapshot), as: draft.id, of: draft.form, about: about, by: staff)
    }

    /// What stands in a draft.
    func snapshot(of draft: Draft) throws -> FormSnapshot { try JSONCoding.value(FormSnapshot.self, from: draft.content) }

    /// Forgets a draft, where anything of it was ever saved.
    func forget(_ id: Int64) throws {
        if try ledger.draft(id) != nil { try ledger.deleteDraft(id) }
    }

    /// Opens a form with the latest draft of it that is not open elsewhere; empty where there is none.
    func opening(_ screen: some FormScreen) throws -> Step {
        guard screen.keepsDraft, let actor else { return .open(screen) }
        let drafts = try ledger.drafts(of: screen.draftForm, by: actor.number)
        for draft in drafts {
            if let step = try opening(draft, in: screen) { return step }
        }
        return .open(screen, saying: drafts.isEmpty ? nil : MessageLine(language(.draftOfThisElsewhere), kind: .warning))
    }

    /// Opens a form with a draft in it; nil where the draft is open already, or gone.
    func opening(_ draft: Draft, in screen: some FormScreen) throws -> Step? {
        // Read again once it is ours: another desk may have been at it until now.
        guard let claim = try ledger.claim(draft: draft.id), let now = try ledger.draft(draft.id) else { return nil }
        var screen = screen
        // Before it is filled, so that what is too long is said in words.
        screen.useWords(language)
        screen.restore(try snapshot(of: now), self)
        screen.claim = claim
        return .open(screen, saying: MessageLine(language(.draftBack(age(of: now)))))
    }

    /// How long ago a draft was saved.
    func age(of draft: Draft) -> Phrase { .ago(seconds: now.seconds(since: draft.savedAt)) }
}
