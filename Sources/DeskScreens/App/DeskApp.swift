import ComplaintRules
import Ledger
import TerminalKit

/// The whole desk on screen: takes keys, keeps the screens that lie over each other, and gives the frame to show.
///
/// It knows no terminal: whoever drives it hands in keys, sizes and the passing of time, and shows `frame()`.
public final class DeskApp {
    /// What the driver of the terminal is to do; empty most of the time.
    public enum Wish: Equatable, Sendable {
        /// Show another theme: the next one in the list.
        case nextTheme
        /// Switch the mouse on or off.
        case mouse(Bool)
        /// Throw away keys that were typed before a question appeared (2-screens, rule 4).
        case flushInput
    }

    /// How many columns and rows every screen needs.
    public static let smallest = Size(columns: 80, rows: 24)
    /// Milliseconds without a key after which a draft is saved.
    static let draftPause: Int64 = 300
    /// Milliseconds after which it is saved while keys keep coming.
    static let draftPatience: Int64 = 800
    /// Milliseconds for which a question that has just come takes no key but Esc: they were typed before it could be read.
    static let settling: Int64 = 200
    /// Milliseconds without a key after which Enter closes a note; until then it belongs to what is being typed from habit.
    static let breath: Int64 = 500

    /// Whether the person has left.
    public internal(set) var isFinished = false
    /// What the driver is to do, in order; it empties the list.
    public var wishes: [Wish] = []

    /// The desk, once there is one.
    public internal(set) var session: DeskSession?
    var firstRun: FirstRunScreen?
    var signIn: SignInScreen
    var stack: [any Screen] = []
    var overlay: Overlay?
    var message = MessageLine()
    var counts = DeskCounts()
    var size = DeskApp.smallest
    var language: Language
    var glyphs = Glyphs.ascii
    var isMouseOn = false
    /// Whose screens are kept behind the lock.
    var lockedFor: StaffNumber?
    /// The draft as it was saved last, and since when another waits.
    var savedDraft: ScreenDraft?
    var unsavedSince: Int64?
    /// When the last key came; until then, when the first look at the clock was.
    var lastKeyAt: Int64?
    /// When the key before that came.
    var keyBeforeAt: Int64?
    var seenVersion: Int64 = 0

    /// What lies over the screen and takes all keys.
    enum Overlay {
        case question(Question)
        case palette(Palette<Command>)
    }

    /// The app of an open desk, at the sign-in screen.
    public init(ledger: Ledger, language: Language) {
        session = DeskSession(ledger: ledger, language: language)
        self.language = language
        signIn = SignInScreen(language)
        attempt { counts = try ledger.counts() }
    }

    /// The app where there is no desk yet, at the first-run screen.
    /// `systemZone` is the time zone that the machine runs in.
    ///
    /// - Parameter isClockHanded: whether `clock` is another than the machine's, which only a practice desk takes.
    public init(
        makingDeskIn folder: String,
        clock: DeskClock,
        isClockHanded: Bool = false,
        language: Language,
        systemZone: String = SystemZone.systemName
    ) {
        self.language = language
        signIn = SignInScreen(language)
        firstRun = FirstRunScreen(
            folder: folder,
            clock: clock,
            isClockHanded: isClockHanded,
            language: language,
            systemZone: systemZone
        )
    }

    /// Signs somebody in without asking, as on a practice desk that was just made for them.
    public func enter(as actor: Actor) {
        begin(as: actor)
    }

    // MARK: What happens

    /// Takes a key. `elapsed` is the time on a clock that only goes forward, in milliseconds.
    public func handle(_ key: Key, elapsed: Int64) {
        keyBeforeAt = lastKeyAt
        lastKeyAt = elapsed
        if isTooSmall { return handleUnseen(key) }
        message = MessageLine()
        attempt { try route(key) }
        noteDraft(elapsed: elapsed)
    }

    /// Takes the size of the screen.
    public func resize(to size: Size) {
        self.size = size
        attempt { try refreshScreen() }
    }

    /// Takes the drawing characters that the terminal draws one column wide.
    public func use(_ glyphs: Glyphs) {
        self.glyphs = glyphs
        session?.glyphs = glyphs
    }

    /// Lets time pass: saves a draft that waits, locks after idle minutes.
    public func tick(elapsed: Int64) {
        let lastKeyAt = lastKeyAt ?? elapsed
        self.lastKeyAt = lastKeyAt
        if let since = unsavedSince, elapsed - lastKeyAt >= DeskApp.draftPause || elapsed - since >= DeskApp.draftPatience { saveDraft() }
        if let session, session.actor != nil, session.settings.lockAfterMinutes > 0,
            elapsed - lastKeyAt >= Int64(session.settings.lockAfterMinutes) * 60_000
        {
            lock(saying: language(.lockedByIdle))
        }
    }

    /// Whether the recovery key stands on the screen, which nothing may take away before it is written down.
    var showsRecoveryKey: Bool {
        if case .question(let question) = overlay, case .recovery = question.purpose { true } else { false }
    }

    /// How many milliseconds from `elapsed` on nothing has to happen by itself: until a draft is to be saved, the lock falls, or the clock
    /// on screen moves.
    public func millisecondsToNextTick(elapsed: Int64) -> Int64 {
        let lastKeyAt = lastKeyAt ?? elapsed
        var next: Int64 = 60_000
        if let session {
            next = 60_000 - (session.now.milliseconds % 60_000 + 60_000) % 60_000
            if session.actor != nil, session.settings.lockAfterMinutes > 0 {
                next = min(next, lastKeyAt + Int64(session.settings.lockAfterMinutes) * 60_000 - elapsed)
            }
        }
        if let since = unsavedSince { next = min(next, lastKeyAt + DeskApp.draftPause - elapsed, since + DeskApp.draftPatience - elapsed) }
        return max(0, next)
    }

    /// Looks whether another desk has written to the file, and shows what it wrote without moving the selection.
    ///
    /// - Returns: whether there was something new.
    @discardableResult
    public func lookForChanges() -> Bool {
        guard let session else { return false }
        var isNew = false
        attempt {
            let version = try session.ledger.dataVersion
            guard version != seenVersion else { return }
            seenVersion = version
            isNew = true
            try session.ledger.refresh()
            session.news = []
            session.isBringingNews = true
            defer { session.isBringingNews = false }
            try refreshScreen()
            guard session.actor != nil else { return }
            // The lists below mark it too, for when one comes back to them.
            for index in stack.indices.dropLast() where stack[index].isList { try stack[index].refresh(in: area, session) }
            if !session.news.isEmpty, message.text.isEmpty { message = MessageLine(language(.changed(session.news.count))) }
        }
        return isNew
    }

    /// Saves what was typed and not saved yet: before the program ends, or the terminal goes away.
    public func saveDraft() {
        unsavedSince = nil
        guard let session, let draft = stack.last?.draft, draft != savedDraft else { return }
        do {
            try session.save(draft)
            savedDraft = draft
        } catch {
            // The form stays open, and the next key tries again (2-screens, rule 1).
            unsavedSince = lastKeyAt ?? 0
            message = MessageLine(language(.draftSaveFailed), kind: .error)
        }
    }

    /// Whether a question or a note stands over the screen.
    public var isAsking: Bool {
        if case .question = overlay { true } else { false }
    }

    /// Whether plain keys are text at the moment.
    public var isTyping: Bool {
        guard session?.actor != nil, overlay == nil else { return true }
        return stack.last?.isTyping ?? false
    }

    /// Shows the passcode of a practice desk that was just made wherever it is asked for.
    public func showPracticePasscode(_ passcode: String) {
        session?.practicePasscode = passcode
    }

    /// Says something on the message line, as after a change of theme.
    public func say(_ phrase: Phrase) {
        message = MessageLine(language(phrase))
    }

    // MARK: Inside

    /// The part of the screen between the top lines and the bottom lines.
    var area: Rect { Rect(column: 0, row: 3, columns: size.columns, rows: max(0, size.rows - 6)) }

    /// Does something that can be refused or fail, and says so on the message line instead of losing what is on screen.
    func attempt(_ body: () throws -> Void) {
        do {
            try body()
        } catch let refusal as Refusal {
            message = MessageLine(language(refusal.sentence), kind: .error)
        } catch let error as LedgerError {
            message = MessageLine(language(error.sentence(at: session?.ledger.folder ?? "")), kind: .error)
        } catch {
            message = MessageLine("\(error)", kind: .error)
        }
    }

    func refreshScreen() throws {
        guard let session else { return }
        counts = try session.ledger.counts()
        guard session.actor != nil, let last = stack.indices.last else { return }
        do {
            try stack[last].refresh(in: area, session)
        } catch let refusal as Refusal where stack.count > 1 {
            // What may no longer be read does not stay on screen either: the case came to be about its reader, or went to somebody else.
            stack.removeLast()
            savedDraft = stack.last?.draft
            session.isRevealed = false
            try refreshScreen()
            throw refusal
        }
    }

    private func noteDraft(elapsed: Int64) {
        guard let draft = stack.last?.draft, draft != savedDraft else { return }
        if unsavedSince == nil { unsavedSince = elapsed }
    }

    /// Puts a screen on top and fetches what it shows.
    func open(_ screen: any Screen) throws {
        guard let session else { return }
        saveDraft()
        session.isRevealed = false
        var screen = screen
        if var form = screen as? any FormScreen {
            form.form.nothingMatches = language(.nothingMatches)
            screen = form
        }
        try screen.refresh(in: area, session)
        stack.append(screen)
        savedDraft = screen.draft
    }

    /// Takes the top screen away and shows the one below as it is now. The lowest stays.
    func back(_ note: MessageLine?, keepsDraft: Bool) throws {
        guard let session, stack.count > 1 else { return }
        if keepsDraft {
            saveDraft()
            // A draft that could not be saved keeps its form.
            if unsavedSince != nil { return }
        } else if let draft = stack.last?.draft {
            try session.forget(draft.form)
        }
        stack.removeLast()
        unsavedSince = nil
        savedDraft = stack.last?.draft
        session.isRevealed = false
        if let note { message = note }
        try refreshScreen()
    }
}

extension DeskSession {
    /// The settings of the desk.
    var settings: DeskSettings { ledger.settings }

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
}
