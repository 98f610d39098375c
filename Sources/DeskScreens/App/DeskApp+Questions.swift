import ComplaintRules
import Ledger
import TerminalKit

extension DeskApp {
    /// Puts a question over the screen. Keys typed before it appeared do not answer it.
    func ask(_ question: Question) {
        overlay = .question(question)
        wishes.append(.flushInput)
    }

    func answer(_ question: Question, _ key: Key) throws {
        var question = question
        let given: DialogAnswer
        if case .mouse(let event) = key {
            given = event.kind == .press ? question.dialog.click(event.point, in: Rect(size)) : .pending
        } else {
            given = question.dialog.handle(key)
        }
        switch given {
        case .pending: overlay = .question(question)
        case .cancelled: overlay = nil
        case .confirmed(let text):
            overlay = nil
            do {
                try carryOut(question, text, key)
            } catch let refusal as SignInRefusal {
                // A wrong passcode leaves the question open, for another try.
                question.dialog.refuse(language(refusal.sentence))
                overlay = .question(question)
            }
        }
    }

    private func carryOut(_ question: Question, _ text: String, _ key: Key) throws {
        guard let session else { return }
        switch question.purpose {
        case .showOnly: break
        case .quit:
            saveDraft()
            isFinished = unsavedSince == nil
        case .discardDraft: try back(nil, keepsDraft: false)
        case .sign(let number, let readUpTo):
            let actor = try session.signedIn()
            let key = try session.ledger.signIn(actor.number, passcode: text)
            _ = try session.ledger.perform(.sign, on: number, by: actor, key: key, readUpTo: readUpTo)
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
            ask(
                Question(
                    dialog: Dialog(
                        title: language(.recoveryTitle),
                        text: language(.recoveryText(founded.recoveryKey)),
                        confirmLabel: "",
                        cancelLabel: language(.close),
                        openedBy: key
                    ),
                    purpose: .showOnly
                )
            )
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
