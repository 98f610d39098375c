import ComplaintRules
import Ledger
import TerminalKit

extension DeskApp {
    /// Puts a question over the screen. Keys typed before it appeared do not answer it.
    func ask(_ question: Question) {
        var question = question
        question.openedAt = lastKeyAt ?? 0
        if question.dialog.hint.isEmpty {
            question.dialog.hint = language(
                question.dialog.isNote ? .noteKeys : question.dialog.field == nil ? .questionKeys : .fieldKeys
            )
        }
        overlay = .question(question)
        wishes.append(.flushInput)
    }

    func answer(_ question: Question, _ key: Key) throws {
        if isTooEarly(key, for: question) { return }
        var question = question
        let given: DialogAnswer
        if case .mouse(let event) = key {
            given = event.kind == .press ? question.dialog.click(event.point, in: Rect(size)) : .pending
        } else {
            given = question.dialog.handle(key)
        }
        switch given {
        case .pending: overlay = .question(question)
        case .cancelled:
            // Only what was typed from the paper says that it is on the paper.
            overlay = showsRecoveryKey ? .question(question) : nil
        case .confirmed(let text):
            if case .recovery(let last) = question.purpose, text.trimmed.uppercased() != last {
                question.dialog.field?.text = ""
                question.dialog.refuse(language(.recoveryWrong))
                overlay = .question(question)
                return
            }
            overlay = nil
            do {
                try carryOut(question, text, key)
            } catch let refusal as SignInRefusal {
                // A wrong passcode leaves the question open, for another try.
                question.dialog.refuse(language(refusal.sentence))
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

    private func carryOut(_ question: Question, _ text: String, _ key: Key) throws {
        guard let session else { return }
        switch question.purpose {
        case .showOnly, .recovery: break
        case .quit:
            saveDraft()
            isFinished = unsavedSince == nil
        case .discardDraft: try back(nil, keepsDraft: false)
        case .sign(let number, let readUpTo):
            let actor = try session.signedIn()
            let key = try session.ledger.signIn(actor.number, passcode: text)
            _ = try session.ledger.perform(SignOff.blank, on: number, by: actor, key: key, readUpTo: readUpTo)
            message = MessageLine(language(.signed(number)))
            try refreshScreen()
        case .perform(let act, let number, let readUpTo, let form):
            let after = try session.ledger.perform(act, on: number, by: try session.signedIn(), readUpTo: readUpTo)
            let note = MessageLine(language(.done(act.kind, number, after.state.stage)))
            if form != nil {
                try back(note, keepsDraft: false)
            } else {
                message = note
                try refreshScreen()
            }
        }
    }

    func choose(_ palette: Palette<Command>, _ key: Key) throws {
        var palette = palette
        switch palette.handle(key) {
        case .pending: overlay = .palette(palette)
        case .cancelled: overlay = nil
        case .refused(let why):
            overlay = .palette(palette)
            message = MessageLine(why, kind: .warning)
        case .run(let command):
            overlay = nil
            try run(command, by: key)
        }
    }

    // MARK: Before anybody is signed in

    func routeSignIn(_ key: Key) throws {
        guard let session else { return }
        switch key {
        case .function(9): return switchLanguage()
        case .function(8): wishes.append(.nextTheme)
        case .control("q"): isFinished = true
        case .control("c"): isFinished = true
        default:
            guard signIn.form.handle(key) == .submit else { return }
            guard let (number, passcode) = signIn.given(language) else { return }
            do {
                begin(as: try session.ledger.signIn(number, passcode: passcode).actor)
                signIn = SignInScreen(language)
            } catch let refusal as SignInRefusal {
                signIn.refuse(language(refusal.sentence))
            }
        }
    }

    func routeFirstRun(_ key: Key) throws {
        guard var screen = firstRun else { return }
        switch key {
        case .function(9): return switchLanguage()
        case .function(8): wishes.append(.nextTheme)
        case .control("q"), .control("c"): isFinished = true
        default:
            defer { if firstRun != nil { firstRun = screen } }
            guard screen.form.handle(key) == .submit, let founded = try screen.found(language) else { return }
            firstRun = nil
            let session = DeskSession(ledger: founded.ledger, language: language, glyphs: glyphs)
            self.session = session
            begin(as: founded.manager)
            var question = Question(
                dialog: Dialog(
                    title: language(.recoveryTitle),
                    text: language(.recoveryAsk(founded.recoveryKey)),
                    confirmLabel: language(.recoveryDone),
                    cancelLabel: "",
                    openedBy: key,
                    field: TextField(limit: 8),
                    fieldLabel: language(.recoveryLast)
                ),
                purpose: .recovery(last: String(founded.recoveryKey.suffix(4)))
            )
            question.dialog.hint = language(.recoveryKeys)
            ask(question)
        }
    }
}

extension SignInRefusal {
    /// The refusal for people.
    public var sentence: Phrase {
        switch self {
        case .wrong: .signInWrong
        case .wait(let seconds): .signInWait(seconds)
        case .retired: .signInRetired
        }
    }
}
