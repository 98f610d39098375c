import ComplaintRules
import Ledger
import TerminalKit

/// The whole desk on screen: takes keys, keeps the screens that lie over each other, and gives the frame to show.
///
/// It knows no terminal: whoever drives it hands in keys, sizes and the passing of time, and shows `frame()`.
public final class DeskApp {
    /// What the driver of the terminal is to do; empty most of the time.
    public enum Wish: Equatable, Sendable {
        /// Show the theme of that name.
        case theme(String)
        /// Ring the terminal's bell.
        case bell
        /// Switch the mouse on or off.
        case mouse(Bool)
        /// Throw away keys that were typed before a question appeared (2-screens, rule 4).
        case flushInput
        /// Put a text into the clipboard of the terminal.
        case copy(String)
        /// Hand a paper to the printer.
        case printing(PrintJob)
        /// Write a paper, or figures, into a file.
        case saving(SaveJob)
        /// Start the day's backup and check in the background.
        case upkeep
    }

    /// How many columns and rows every screen needs.
    public static let smallest = Size(columns: 80, rows: 20)
    /// How many it is made for: those of a terminal that nobody has made larger.
    public static let usual = Size(columns: 80, rows: 24)
    /// Milliseconds without a key after which a draft is saved.
    static let draftPause: Int64 = 300
    /// Milliseconds after which it is saved while keys keep coming.
    static let draftPatience: Int64 = 800
    /// Milliseconds for which a question that has just come takes no key but Esc: they were typed before it could be read.
    static let settling: Int64 = 200
    /// Milliseconds between two looks at something long that is under way.
    static let workPause: Int64 = 100
    /// Milliseconds without a key after which the day's backup and check may begin.
    static let upkeepPause: Int64 = 20_000
    /// Milliseconds without a key after which Enter closes a note; until then it belongs to what is being typed from habit.
    static let breath: Int64 = 500

    /// The tour of a practice desk; nil most of the time.
    var tour: Tour?
    /// The names of the themes that there are, and of the one on screen.
    var themes = ThemeChoice()
    /// Whether the person has left.
    public internal(set) var isFinished = false
    /// What the driver is to do, in order; it empties the list.
    public var wishes: [Wish] = []

    /// The desk, once there is one.
    public internal(set) var session: DeskSession?
    var firstRun: FirstRunScreen?
    var signIn: SignInScreen
    var stack: [any Screen] = [] {
        didSet {
            composed = nil
            endPreview()
        }
    }
    var overlay: Overlay?
    var message = MessageLine()
    var counts = DeskCounts()
    var size = DeskApp.usual
    var language: Language
    /// The language of those who have not chosen one, and of the screen before anybody has signed in.
    var commonLanguage: Language
    /// The theme of those who have not chosen one.
    var commonTheme = ""
    /// Whether a theme is shown to be looked at, which nobody has chosen yet.
    var isPreviewing = false
    var glyphs = Glyphs.ascii
    var isMouseOn = false
    /// Whose screens are kept behind the lock.
    var lockedFor: StaffNumber?
    /// The draft as it was saved last, and since when another waits.
    var savedDraft: ScreenDraft?
    var unsavedSince: Int64?
    /// What the store would not take yet of forms that are no longer on top.
    var lateDrafts: [LateDraft] = []
    /// Why a draft is not saved, and when it is tried again.
    var draftTrouble: (phrase: Phrase, retryAt: Int64)?
    /// What waits for the store; nil most of the time.
    var waiting: WaitingErrand?
    /// The latest moment that the app was told of.
    var elapsed: Int64 = 0
    /// What was remarkable of the computer's clock when it was last asked about; nil while nothing is.
    var askedClock: ClockMark?
    /// For whom the oldest drafts were asked about, and on which day.
    var askedAboutDrafts: [StaffNumber: Day] = [:]
    /// When the last key came; until then, when the first look at the clock was.
    var lastKeyAt: Int64?
    /// When the key before that came.
    var keyBeforeAt: Int64?
    var seenVersion: Int64 = 0
    /// Whether the driver can start the day's upkeep; a desk that is thrown away needs none.
    public var canKeepUp = false
    /// The day on which the upkeep was last asked for.
    var keptUpOn: Day?
    /// That the witness could not be written, until it was told.
    var witnessTrouble: LedgerError?
    /// The fault of the daily check that was told of.
    var toldFault: String?
    /// Tells why no paper can be printed here, before its print is recorded; it gives nil where one can.
    public var whyNotPrint: () -> Phrase? = { nil } {
        didSet { session?.whyNotPrint = whyNotPrint }
    }
    /// What can be done now, until the state changes on which that depends.
    var composed: (own: [Binding], keyed: [Binding], place: Int)?
    private var timesComposed = 0
    /// What stands at the top and at the bottom of the screen, as it was drawn last.
    let drawnTop = DrawnPiece<TopLines>()
    let drawnFooter = DrawnPiece<[Int]>()

    /// What lies over the screen and takes all keys.
    enum Overlay {
        case question(Question)
        case palette(Palette<Handler>)
    }

    /// The app of an open desk, at the sign-in screen.
    public init(ledger: Ledger, language: Language) {
        session = DeskSession(ledger: ledger, language: language)
        self.language = language
        commonLanguage = language
        signIn = SignInScreen(language)
        ledger.onWitnessFault = { [weak self] in self?.witnessTrouble = $0 }
        attempt { counts = try ledger.countsForAll() }
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
        commonLanguage = language
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

    /// Lets somebody in who gave their passcode. Where another knows it, they choose one of their own first (1-domain, People come and go).
    public func enter(as person: SignedIn) {
        if let giver = session?.ledger.rules.passcodeGivers(of: person.actor.number).first {
            signIn = SignInScreen(language, changing: person, givenBy: giver)
            composed = nil
        } else {
            begin(as: person.actor)
            signIn = SignInScreen(language)
        }
    }

    // MARK: What happens

    /// Takes a key. `elapsed` is the time on a clock that only goes forward, in milliseconds.
    public func handle(_ key: Key, elapsed: Int64) {
        self.elapsed = elapsed
        keyBeforeAt = lastKeyAt
        lastKeyAt = elapsed
        if isTooSmall { return handleUnseen(key) }
        if !mayPassUnasked(key), asksAboutClock() { return }
        message = MessageLine()
        attempt { try route(key) }
        noteTour(key)
        noteDraft(elapsed: elapsed)
        callOffWhatChanged()
        if let trouble = witnessTrouble {
            message = MessageLine(language(.noWitness(trouble)), kind: .error)
            witnessTrouble = nil
        }
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

    /// Whether the recovery key stands on the screen, which nothing may take away before it is written down.
    var showsRecoveryKey: Bool {
        if case .question(let question) = overlay { question.isBinding } else { false }
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
            isNew = true
            try session.ledger.refresh()
            session.news = []
            session.isBringingNews = true
            defer { session.isBringingNews = false }
            try refreshScreen()
            seenVersion = version
            guard session.actor != nil else { return }
            // The lists below mark it too, for when one comes back to them.
            for index in stack.indices.dropLast() where stack[index].isList { try stack[index].refresh(in: area, session) }
            try tellFault()
            if !session.news.isEmpty, message.text.isEmpty { message = MessageLine(language(.changed(session.news.count))) }
            if !session.news.isEmpty, session.preferences.rings { wishes.append(.bell) }
        }
        return isNew
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

    /// The part of the screen between the top lines and the bottom lines.
    var area: Rect { Rect(column: 0, row: 3, columns: size.columns, rows: max(0, size.rows - 6 - tourRows)) }

    /// Does something that can be refused or fail, and says so on the message line instead of losing what is on screen.
    func attempt(_ body: () throws -> Void) {
        do {
            try body()
        } catch let refusal as Refusal {
            message = MessageLine(language(refusal.sentence), kind: .error)
        } catch let refusal as SignInRefusal {
            message = MessageLine(language(refusal.sentence), kind: .error)
        } catch let error as LedgerError {
            message = MessageLine(language(error.sentence(at: session?.ledger.folder ?? "")), kind: .error)
        } catch {
            message = MessageLine("\(error)", kind: .error)
        }
    }

    func refreshScreen() throws {
        guard let session else { return }
        counts = try session.actor.map { try session.ledger.counts(for: $0.number) } ?? session.ledger.countsForAll()
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

    // MARK: Keys

    /// key → overlay, else binding, else screen: one way for every key (3-architecture).
    private func route(_ key: Key) throws {
        guard session?.actor != nil else { return try routeAtGate(key) }
        if key == .function(12) || key == .control("l"), !showsRecoveryKey { return lock(saying: "") }
        switch overlay {
        case .question(let question): return try answer(question, key)
        case .palette(let palette): return try choose(palette, key)
        case nil: break
        }
        if key == .escape, waiting != nil { return callOff(Phrase.calledOff) }
        guard let session, let last = stack.indices.last else { return }
        if let binding = clicked(key) { return try start(binding, by: key) }
        if !stack[last].claims(key), let binding = bindings.first(where: { $0.keys.contains(key) }) { return try start(binding, by: key) }
        let composed = composed
        guard let step = try stack[last].handle(key, in: area, session) else {
            self.composed = composed
            // What people try who want to leave.
            if key == .control("c") || key == .character("q") { message = MessageLine(language(.howToLeave)) }
            return
        }
        if case .moved = step { self.composed = composed }
        try take(step, by: key)
    }

    /// The binding whose place in the footer was clicked.
    func clicked(_ key: Key) -> Binding? {
        guard case .mouse(let event) = key, event.kind == .press, event.point.row == size.rows - 1 else { return nil }
        return Footer(bindings).binding(at: event.point.column, columns: size.columns)
    }

    /// Whether the window is too small to show what a key would do.
    var isTooSmall: Bool { size.columns < DeskApp.smallest.columns || size.rows < DeskApp.smallest.rows }

    /// Takes a key while the window is too small: nothing is done blindly, but what is typed into an open form is not lost, and one can lock,
    /// and leave without the question that nobody would see, for what was typed is kept as a draft anyway.
    private func handleUnseen(_ key: Key) {
        switch key {
        case .function(12), .control("l"): lock(saying: "")
        case .control("q") where !showsRecoveryKey: leaveProgram()
        case .character, .paste, .backspace, .delete, .left, .right, .home, .end:
            guard let session, session.actor != nil, overlay == nil, let last = stack.indices.last, stack[last].isTyping else { return }
            // Editing keys ask for no step; a form takes them and stays.
            attempt { _ = try stack[last].handle(key, in: area, session) }
        default: break
        }
    }

    /// All that keys do now: the screen's own first, then what works everywhere.
    var bindings: [Binding] { current.keyed }

    /// The same, with what has no key here because the keys are text: the palette offers it all the same.
    var everything: [Binding] {
        guard let session, session.actor != nil else { return bindings }
        // What has a key here stands there once.
        let labels = Set(bindings.map(\.label))
        return bindings + bindingsInPalette(session).filter { !labels.contains($0.label) } + (stack.last?.keyless(session) ?? [])
            + current.own.filter(\.keys.isEmpty)
    }

    /// Tells the bindings from those before.
    var bindingsVersion: Int { current.place }

    private var current: (own: [Binding], keyed: [Binding], place: Int) {
        if let composed { return composed }
        let own = compose()
        let keyed = own.filter { !$0.keys.isEmpty }
        timesComposed += 1
        let made = (own, keyed, timesComposed)
        composed = made
        return made
    }

    private func compose() -> [Binding] {
        guard let session, session.actor != nil, let screen = stack.last else { return bindingsAtGate }
        let own = screen.bindings(session)
        let taken = Set(own.flatMap(\.keys))
        return own
            + bindingsEverywhere(session).compactMap { binding in
                // Where the screen has a way of its own for it, on the same keys, that stands here already.
                if own.contains(where: { $0.keys == binding.keys && $0.label == binding.label }) { return nil }
                var binding = binding
                binding.keys.removeAll { taken.contains($0) || (screen.isTyping && $0.isText) }
                return binding
            }
    }

    func start(_ binding: Binding, by key: Key) throws {
        if let why = binding.whyNot {
            // Never silently missing: what cannot be done says why (1-domain, Roles).
            return say(why(), to: binding, title: .whyNotTitle, by: key)
        }
        do {
            try binding.action(self, key)
        } catch let refusal as Refusal {
            // Another desk may have been first: what is shown is what the refusal was decided on.
            try refreshScreen()
            guard binding.leadsToTyping else { throw refusal }
            say(language(refusal.sentence), to: binding, title: .whyNotTitle, by: key)
        }
    }

    /// Says why nothing came of a key; in a note that takes what is typed on from habit, where it would run as commands.
    private func say(_ why: String, to binding: Binding, title: Phrase, by key: Key) {
        if binding.leadsToTyping {
            ask(Question(note: why, title: title, by: key, language))
        } else {
            message = MessageLine(why, kind: .warning)
        }
    }

    /// Lets the screen on top answer a key by one of its bindings.
    func run<Shown: Screen>(_ body: (inout Shown, Press) throws -> Step, by key: Key) throws {
        guard let session, let last = stack.indices.last else { return }
        let step: Step
        do {
            // Gone before the step is taken: what a screen holds, such as a draft, is let go with it.
            guard var screen = stack[last] as? Shown else { return }
            defer { stack[last] = screen }
            step = try body(&screen, Press(key: key, area: area, session: session))
        }
        try take(step, by: key)
    }

    /// Carries out what a screen asked for.
    func take(_ step: Step, by key: Key) throws {
        switch step {
        case .stay, .moved: break
        case .open(let screen, let note):
            try open(screen)
            if let note { message = note }
        case .perform(let errand): try carryOut(errand, by: key)
        case .leave: try leaveScreen()
        case .back(let note): try back(note, keepsDraft: false)
        case .backTelling(let note):
            try back(nil, keepsDraft: false)
            ask(note)
        case .logged(let number, let note): try showLogged(number, saying: note)
        case .say(let line):
            message = line
            try refreshScreen()
            session?.justLogged = nil
        case .told(let note):
            try refreshScreen()
            ask(note)
        case .ask(let question): ask(question)
        case .palette(let palette): open(palette)
        case .theme(let name): preview(name)
        case .copy(let text, let said):
            wishes.append(.copy(text))
            message = MessageLine(language(said))
        case .printing(let job): wishes.append(.printing(job))
        case .saving(let job): wishes.append(.saving(job))
        }
    }

    // MARK: Screens over each other

    /// Puts a screen on top and fetches what it shows.
    private func open(_ screen: any Screen) throws {
        guard let session else { return }
        var screen = screen
        if var form = screen as? any FormScreen {
            form.useWords(language)
            if form.keepsDraft, form.claim == nil { form.claim = try session.ledger.claimNewDraft() }
            screen = form
        }
        saveDraft(waits: false)
        keepLate()
        session.isRevealed = false
        try screen.refresh(in: area, session)
        stack.append(screen)
        savedDraft = screen.draft
    }

    /// Takes the top screen away and shows the one below as it is now. The lowest stays.
    func back(_ note: MessageLine?, keepsDraft: Bool) throws {
        guard let session, stack.count > 1 else { return }
        if keepsDraft {
            // A draft that could not be saved keeps its form.
            guard saveDraft(waits: false) else { return }
        } else if let form = stack.last as? any FormScreen, let claim = form.claim {
            forget(claim)
        }
        stack.removeLast()
        unsavedSince = nil
        savedDraft = stack.last?.draft
        session.isRevealed = false
        if let note { message = note }
        try refreshScreen()
    }

    /// Shows a case that was just logged, so that its next acts work at once, and says which (2-screens, rule 14): selected on the Desk, opened
    /// over any other screen. A form that waits below, and the review of the book, go on as they were.
    private func showLogged(_ number: String, saying note: Phrase) throws {
        session?.justLogged = number
        try back(nil, keepsDraft: false)
        session?.justLogged = nil
        guard let session, let screen = stack.last else { return }
        if !(screen is DeskScreen), !(screen is any FormScreen), !(screen is BookScreen) {
            do {
                try open(try CaseScreen(number, session))
            } catch is Refusal {
                // It is about its own first responder, who reads no further.
            }
        }
        var possible: [ActKind] = []
        if let desk = stack.last as? DeskScreen, desk.pane.selected?.number == number { possible = desk.possibleActs }
        if let shown = stack.last as? CaseScreen, shown.reading.number == number {
            possible = shown.reading.possible.filter { $0.whyNot == nil }.map(\.act)
        }
        message = MessageLine(language(.savedThen(note, possible, dot: session.glyphs.dot)))
    }

    /// Back to the screen below; what was typed is kept, and said to be.
    func leaveScreen() throws {
        try back(draftKept, keepsDraft: true)
    }

    /// That what was typed on the screen on top is kept; nil where nothing is.
    private var draftKept: MessageLine? {
        guard let last = stack.last, last.draft?.isWorthKeeping == true else { return nil }
        return MessageLine(language(.draftKept(last.title)))
    }

    /// Shows one of the main screens: the lowest in the stack is the desk, and they do not pile up.
    func show(_ kind: any MainScreen.Type) throws {
        guard let index = stack.firstIndex(where: { type(of: $0) == kind }) else { return try show(kind.init()) }
        guard leavesFormBehind() else { return }
        stack.removeSubrange((index + 1)...)
        session?.isRevealed = false
        savedDraft = stack.last?.draft
        try refreshScreen()
    }

    /// Shows a main screen anew.
    func show(_ screen: any MainScreen) throws {
        guard leavesFormBehind() else { return }
        stack.removeSubrange(1...)
        try open(screen)
    }

    /// Saves what was typed before its form goes; false where it could not be saved and stays.
    private func leavesFormBehind() -> Bool {
        guard saveDraft(waits: false) else { return false }
        if let note = draftKept { message = note }
        return true
    }

    /// Whom another matter is of: the customer of the case that is open or selected, or, where a form is open, of the one that was logged last.
    var customerAtHand: [String: String] {
        switch stack.last {
        case let screen as CaseScreen: screen.reading.state.intake.whoItIs
        case let screen as DeskScreen: screen.selectedCase?.intake.whoItIs ?? session?.lastCustomer ?? [:]
        case let screen as RegistersScreen: screen.selectedCustomer ?? [:]
        default: session?.lastCustomer ?? [:]
        }
    }

    /// Opens the form of a new complaint, always an empty one, or one for a customer who is known. The form of another customer may be open:
    /// it waits below.
    func newComplaint(for customer: [String: String]) throws {
        guard let session else { return }
        if let form = stack.last as? LogScreen, form.draft?.isWorthKeeping != true { return }
        try permitLogging(by: try session.signedIn())
        let note = stack.last is LogScreen ? MessageLine(language(.formBelow)) : try session.draftsWaiting()
        try open(LogScreen(session, for: customer))
        if let note { message = note }
    }

    // MARK: Questions and palettes

    /// Puts a palette over the screen.
    func open(_ palette: Palette<Handler>) {
        var palette = palette
        if palette.nothingMatches.isEmpty { palette.nothingMatches = language(.nothingMatches) }
        palette.brackets = language.brackets
        // What can be done comes first; what cannot says why, without its name, which stands before the reason already.
        palette.rows = palette.rows.filter { $0.whyNot == nil } + palette.rows.filter { $0.whyNot != nil }.map(withoutName)
        for index in palette.rows.indices {
            let label = palette.rows[index].label
            palette.rows[index].otherWords = otherWords(for: label)
            palette.rows[index].initials = HanInitials.of(label)
        }
        overlay = .palette(palette)
    }

    private func withoutName(_ binding: Binding) -> Binding {
        guard let whyNot = binding.whyNot else { return binding }
        var binding = binding
        let name = binding.label + language.colon
        binding.whyNot = {
            let why = whyNot()
            return why.hasPrefix(name) ? String(why.dropFirst(name.count)) : why
        }
        return binding
    }

    private func choose(_ palette: Palette<Handler>, _ key: Key) throws {
        var palette = palette
        let before = palette.query.revision
        switch palette.handle(key) {
        case .pending:
            if palette.looksUp, palette.query.revision != before, let session {
                (palette.exact, palette.found) = try casesFound(by: palette.query.text, session)
            }
            overlay = .palette(palette)
        case .cancelled: overlay = nil
        case .refused(let why):
            overlay = .palette(palette)
            message = MessageLine(why, kind: .warning)
        case .run(let binding):
            overlay = nil
            try start(binding, by: key)
        }
    }

    /// Puts a question over the screen. Keys typed before it appeared do not answer it.
    func ask(_ question: Question) {
        var question = question
        question.openedAt = lastKeyAt ?? 0
        if question.dialog.hint.isEmpty {
            if question.dialog.field == nil {
                question.dialog.hint = language(question.dialog.isNote ? .noteKeys : .questionKeys)
            } else {
                // The buttons say what the keys do.
                question.dialog.fieldKeys = (language.bracketed(Key.enter.name), language.bracketed(Key.escape.name))
            }
        }
        overlay = .question(question)
        wishes.append(.flushInput)
    }

    func answer(_ question: Question, _ key: Key) throws {
        if isTooEarly(key, for: question) { return }
        if question.passes.contains(key) {
            overlay = nil
            return try route(key)
        }
        var question = question
        let given: DialogAnswer
        if case .mouse(let event) = key {
            given = event.kind == .press ? question.dialog.click(event.point, in: Rect(size)) : .pending
        } else {
            given = question.dialog.handle(key)
        }
        switch given {
        case .pending: overlay = .question(question)
        // Only what was typed from the paper says that it is on the paper.
        case .cancelled where question.isBinding: overlay = .question(question)
        case .cancelled:
            overlay = nil
            if !question.dialog.isNote { message = MessageLine(language(.questionCancelled)) }
        case .confirmed(let text):
            if let problem = question.check(text) {
                // A passcode, and what is copied from paper, is typed anew; anything else is put right.
                if question.isBinding || question.dialog.field?.isSecret == true { question.dialog.field?.text = "" }
                question.dialog.refuse(language(problem))
                overlay = .question(question)
                return
            }
            overlay = nil
            do {
                try question.confirm(self, text)
            } catch let refusal as SignInRefusal where refusal != .again {
                // A wrong passcode leaves the question open, for another try.
                question.dialog.refuse(language(refusal == .wrong ? .passcodeWrong : refusal.sentence))
                overlay = .question(question)
            } catch let refusal as Refusal {
                // Another desk may have been first: what is shown, and read before the next try, is what the refusal was decided on.
                try refreshScreen()
                ask(Question(note: language(refusal.sentence), title: .notDoneTitle, by: key, language))
            }
        }
    }

    /// Whether a key came before the question could be read: right after it appeared, or, for a note, in the flow of what is being typed.
    private func isTooEarly(_ key: Key, for question: Question) -> Bool {
        guard key != .escape, question.dialog.field == nil else { return false }
        let now = lastKeyAt ?? 0
        if now - question.openedAt < DeskApp.settling { return true }
        return question.dialog.isNote && key == .enter && now - max(question.openedAt, keyBeforeAt ?? 0) < DeskApp.breath
    }

    // MARK: What works everywhere

    /// Shows whom to ring for what nobody here can answer.
    func showContactCards(by key: Key) {
        guard let cards = session?.settings.contactCards else { return }
        let text = cards.isBlank ? language(.noContactCards) : cards.split { ";；".contains($0) }.map(\.trimmed).joined(separator: "\n")
        ask(Question(note: text, title: Setting.label(of: "contact-cards"), by: key, language))
    }

    func toggleMouse() {
        isMouseOn.toggle()
        wishes.append(.mouse(isMouseOn))
        message = MessageLine(language(isMouseOn ? .mouseOn : .mouseOff))
    }

    func askWhetherToLeave(by key: Key) {
        ask(Question(.quit, .quitQuestion, confirm: .leave, by: key, language) { app, _ in app.leaveProgram() })
    }

    private func leaveProgram() {
        isFinished = saveDraft(waits: false)
    }
}
