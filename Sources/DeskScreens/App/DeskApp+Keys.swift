import ComplaintRules
import Ledger
import TerminalKit

extension DeskApp {
    /// key → overlay, else binding, else screen: one way for every key (3-architecture).
    func route(_ key: Key) throws {
        if firstRun != nil { return try routeFirstRun(key) }
        guard let session else { return }
        guard session.actor != nil else { return try routeSignIn(key) }
        if key == .function(12) || key == .control("l"), !showsRecoveryKey { return lock(saying: "") }
        switch overlay {
        case .question(let question): return try answer(question, key)
        case .palette(let palette): return try choose(palette, key)
        case nil: break
        }
        guard let last = stack.indices.last else { return }
        if case .mouse(let event) = key, event.kind == .press, event.point.row == size.rows - 1 {
            let footer = Footer(BindingTable(bindings))
            if let binding = footer.command(at: event.point.column, columns: size.columns) { try start(binding, by: key) }
            return
        }
        let isClaimed = stack[last].claims(key)
        if !isClaimed, let binding = BindingTable(bindings).command(for: key) { return try start(binding, by: key) }
        if let step = try stack[last].handle(key, in: area, session) { return try take(step, by: key) }
        // What people try who want to leave.
        if key == .control("c") || key == .character("q") { message = MessageLine(language(.howToLeave)) }
    }

    /// Whether the window is too small to show what a key would do.
    var isTooSmall: Bool { size.columns < DeskApp.smallest.columns || size.rows < DeskApp.smallest.rows }

    /// Takes a key while the window is too small: nothing is done blindly, but what is typed into an open form is not lost, and one can lock,
    /// and leave without the question that nobody would see, for what was typed is kept as a draft anyway.
    func handleUnseen(_ key: Key) {
        switch key {
        case .function(12), .control("l"): lock(saying: "")
        case .control("q") where !showsRecoveryKey:
            saveDraft()
            isFinished = unsavedSince == nil
        case .character, .paste, .backspace, .delete, .left, .right, .home, .end:
            guard let session, session.actor != nil, overlay == nil, let last = stack.indices.last, stack[last].isTyping else { return }
            // Editing keys ask for no step; a form takes them and stays.
            attempt { _ = try stack[last].handle(key, in: area, session) }
        default: break
        }
    }

    /// All that can be done now: the screen's own first, then what works everywhere.
    var bindings: [Binding<Command>] { everything.filter { !$0.keys.isEmpty } }

    /// The same, with what has no key here because the keys are text: the palette offers it all the same.
    private var everything: [Binding<Command>] {
        guard let session, let screen = stack.last else { return [] }
        let own = screen.bindings(session)
        let taken = Set(own.flatMap(\.keys))
        let global = Command.global(language).compactMap { binding -> Binding<Command>? in
            var binding = binding
            binding.keys.removeAll { taken.contains($0) || (screen.isTyping && $0.isText) }
            if own.contains(where: { $0.command == binding.command }) { return nil }
            if binding.command == .newComplaint, let actor = session.actor {
                do throws(Refusal) { try permitLogging(by: actor) } catch { binding.whyNot = language(error.sentence) }
            }
            if binding.command == .back, stack.count < 2 { return nil }
            return binding
        }
        return own + global
    }

    private func start(_ binding: Binding<Command>, by key: Key) throws {
        // Never silently missing: what cannot be done says why (1-domain, Roles).
        if let why = binding.whyNot {
            if binding.command.leadsToTyping {
                ask(Question(note: why, title: .whyNotTitle, by: key, language))
            } else {
                message = MessageLine(why, kind: .warning)
            }
        } else {
            try run(binding.command, by: key)
        }
    }

    /// Carries out a request, wherever it came from.
    func run(_ command: Command, by key: Key) throws {
        guard let session, let last = stack.indices.last else { return }
        switch command {
        case .desk: try show({ $0 is DeskScreen }, make: { DeskScreen() })
        case .registers: try show({ $0 is RegistersScreen }, make: { RegistersScreen() })
        case .book: try show({ $0 is BookScreen }, make: { BookScreen() })
        case .signOff: try show({ $0 is SignOffScreen }, make: { SignOffScreen() })
        case .headOffice: try show({ $0 is HeadOfficeScreen }, make: { HeadOfficeScreen() })
        case .rectification: try show({ $0 is RectificationScreen }, make: { RectificationScreen() })
        case .settings: try show({ $0 is SettingsScreen }, make: { SettingsScreen() })
        case .search: try show({ _ in false }, make: { RegistersScreen(searching: true) })
        case .newComplaint: try newComplaint(for: [:])
        case .anotherMatter: try newComplaint(for: session.lastCustomer)
        case .help: open(Palette(title: language(.helpTitle), rows: bindings.map { PaletteRow($0) }))
        case .palette: open(Palette(title: language(.paletteTitle), rows: paletteRows))
        case .lock: lock(saying: "")
        case .quit: ask(quitQuestion(by: key))
        case .language: switchLanguage()
        case .nextTheme: wishes.append(.nextTheme)
        case .mouse:
            isMouseOn.toggle()
            wishes.append(.mouse(isMouseOn))
            message = MessageLine(language(isMouseOn ? .mouseOn : .mouseOff))
        case .reveal: session.isRevealed.toggle()
        case .contactCards:
            let cards = session.settings.contactCards ?? ""
            let text = cards.isBlank ? language(.noContactCards) : cards.split { ";；".contains($0) }.map(\.trimmed).joined(separator: "\n")
            ask(Question(note: text, title: .contactCards, by: key, language))
        case .back:
            let draft = stack[last].draft
            let note = draft?.isWorthKeeping == true ? MessageLine(language(.draftKept(stack[last].title))) : nil
            try back(note, keepsDraft: true)
        default:
            if let first = command.ownKeys.first {
                let own = command.ownKeys.contains(key) ? key : first
                if let step = try stack[last].handle(own, in: area, session) { try take(step, by: own) }
                return
            }
            let step: Step
            do {
                step = try stack[last].run(command, by: key, in: area, session)
            } catch let refusal as Refusal {
                // Another desk may have been first: what is shown is what the refusal was decided on.
                try refreshScreen()
                guard command.leadsToTyping else { throw refusal }
                return ask(Question(note: language(refusal.sentence), title: .whyNotTitle, by: key, language))
            }
            try take(step, by: key)
        }
    }

    /// Puts a palette over the screen.
    private func open(_ palette: Palette<Command>) {
        var palette = palette
        palette.nothingMatches = language(.nothingMatches)
        overlay = .palette(palette)
    }

    /// Carries out what a screen asked for.
    func take(_ step: Step, by key: Key) throws {
        switch step {
        case .stay: break
        case .open(let screen): try open(screen)
        case .back(let note, let keepsDraft): try back(note, keepsDraft: keepsDraft)
        case .say(let line):
            message = line
            try refreshScreen()
        case .ask(let question): ask(question)
        case .palette(let palette): open(palette)
        case .run(let command): try run(command, by: key)
        }
    }

    /// Every command that can be started from here, those of this screen first.
    private var paletteRows: [PaletteRow<Command>] { everything.map { PaletteRow($0) } }

    /// Shows one of the main screens: the lowest in the stack is the desk, and they do not pile up.
    private func show(_ isIt: (any Screen) -> Bool, make: () -> any Screen) throws {
        saveDraft()
        if unsavedSince != nil { return }
        if let last = stack.last, last.draft?.isWorthKeeping == true { message = MessageLine(language(.draftKept(last.title))) }
        if let index = stack.firstIndex(where: isIt) {
            stack.removeSubrange((index + 1)...)
            session?.isRevealed = false
            savedDraft = stack.last?.draft
            try refreshScreen()
        } else {
            stack.removeSubrange(1...)
            try open(make())
        }
    }

    private func newComplaint(for customer: [String: String]) throws {
        guard let session else { return }
        if stack.last is LogScreen { return }
        try permitLogging(by: try session.signedIn())
        var screen = LogScreen(session)
        if customer.isEmpty {
            if let draft = try session.draft(of: LogScreen.draftForm) {
                screen.restore(draft.snapshot, language)
                message = MessageLine(language(.draftBack(.ago(seconds: session.now.seconds(since: draft.savedAt)))))
            }
        } else {
            screen.fill(customer)
        }
        let note = message
        try open(screen)
        message = note
    }

    // MARK: Language, lock, leaving

    func switchLanguage() {
        language = language == .english ? .chinese : .english
        session?.language = language
        signIn.use(language)
        firstRun?.use(language)
        guard let session else { return }
        attempt {
            for index in stack.indices {
                if var form = stack[index] as? any FormScreen {
                    form.useLanguage(session)
                    form.form.nothingMatches = language(.nothingMatches)
                    stack[index] = form
                }
            }
            try refreshScreen()
        }
    }

    func lock(saying note: String) {
        // The recovery key is shown this once, and comes back from nowhere.
        guard let session, let actor = session.actor, !showsRecoveryKey else { return }
        saveDraft()
        overlay = nil
        lockedFor = actor.number
        session.actor = nil
        session.isRevealed = false
        signIn = SignInScreen(language, number: actor.number.text, isLocked: true)
        message = MessageLine(note)
    }

    func begin(as actor: Actor) {
        guard let session else { return }
        let isSame = lockedFor == actor.number && !stack.isEmpty
        session.actor = actor
        lockedFor = nil
        if !isSame {
            stack = [DeskScreen()]
            session.lastCustomer = [:]
            session.registers = RegisterChoices()
            savedDraft = nil
            unsavedSince = nil
        }
        message = MessageLine(language(.welcome(actor.member.name)))
        attempt {
            seenVersion = try session.ledger.dataVersion
            try refreshScreen()
        }
    }

    private func quitQuestion(by key: Key) -> Question {
        Question(
            dialog: Dialog(
                title: language(.quit),
                text: language(.quitQuestion),
                confirmLabel: language(.leave),
                cancelLabel: language(.cancel),
                openedBy: key
            ),
            purpose: .quit
        )
    }
}

extension Key {
    /// Whether the key is text where text is being typed.
    var isText: Bool {
        switch self {
        case .character, .paste: true
        default: false
        }
    }
}
