import ComplaintRules
import Ledger
import TerminalKit

/// The lock and the sign-in: what stands between the desk and whoever comes.
extension DeskApp {
    func lock(saying note: String) {
        // The recovery key is shown this once, and comes back from nowhere.
        guard let session, let actor = session.actor, !showsRecoveryKey else { return }
        if waiting != nil { callOff(Phrase.calledOff) }
        saveDraft(waits: false)
        keepLate()
        overlay = nil
        lockedFor = actor.number
        session.actor = nil
        session.ledger.signOut(actor.number)
        session.isRevealed = false
        session.justDone = nil
        language = commonLanguage
        session.language = language
        composed = nil
        attempt { counts = try session.ledger.countsForAll() }
        signIn = SignInScreen(language, number: actor.number.text)
        message = MessageLine(note)
    }

    func begin(as actor: Actor) {
        guard let session else { return }
        let isSame = lockedFor == actor.number && !stack.isEmpty
        session.actor = actor
        lockedFor = nil
        composed = nil
        if !isSame {
            stack = [DeskScreen()]
            session.lastCustomer = [:]
            session.loggedAboutSelf = nil
            session.justLogged = nil
            session.registers = RegisterChoices()
            savedDraft = nil
            unsavedSince = nil
        }
        attempt { adopt(try session.ledger.preferences(of: actor.number)) }
        message = MessageLine(language(.welcome(actor.member.name)))
        attempt {
            seenVersion = try session.ledger.dataVersion
            try refreshScreen()
            try tellFault()
            try askAboutOldDrafts()
        }
        if !isSame { askedClock = nil }
        asksAboutClock()
    }

    /// Asks whether the computer's clock is right, where the desk has seen a later moment or has seen none for long: once when somebody comes, and
    /// once more each time the clock goes wrong under whoever is signed in, before their next act (1-domain, What was is not rewritten).
    ///
    /// - Returns: whether it was asked now.
    @discardableResult
    func asksAboutClock() -> Bool {
        guard let session, session.actor != nil, !showsRecoveryKey else { return false }
        let mark = session.ledger.clockMark
        // Under a clock that stands behind nobody knows how long ago something was done.
        if mark?.isBehind == true, session.justDone != nil {
            session.justDone = nil
            composed = nil
        }
        defer { askedClock = mark }
        guard let mark, mark.isBehind != askedClock?.isBehind else { return false }
        let shown = session.words.dateTime(session.ledger.clock.now())
        ask(Question(note: language(.clockIsOdd(shown, mark)), title: .clockTitle, by: .enter, language))
        return true
    }

    /// Whether a key does nothing for which the clock matters: it is text, closes something, locks or leaves.
    func mayPassUnasked(_ key: Key) -> Bool {
        if case .question(let question) = overlay, question.dialog.isNote { return true }
        switch key {
        case .escape, .function(12), .control("l"), .control("q"): return true
        default: return isTyping && (key.isText || key == .backspace || key == .delete)
        }
    }

    /// Takes a key before anybody has signed in: all that is no command there is typed into the form.
    func routeAtGate(_ key: Key) throws {
        if case .question(let question) = overlay { return try answer(question, key) }
        if let binding = clicked(key) ?? bindings.first(where: { $0.keys.contains(key) }) { return try start(binding, by: key) }
        try typeAtGate(key)
    }

    /// Gives a key to the form of the first run or of the sign-in, and sends it where the key asks for that.
    func typeAtGate(_ key: Key) throws {
        if firstRun == nil {
            if signIn.handle(key, among: session?.peopleAtSignIn ?? []) { try signInAsTyped() }
        } else if firstRun?.form.handle(key) == .submit {
            try makeDesk(by: key)
        }
    }

    private func signInAsTyped() throws {
        guard let session else { return }
        do {
            if let person = signIn.changing?.person {
                guard let passcode = signIn.chosen(language) else { return }
                enter(as: try session.ledger.changePasscode(of: person, to: passcode))
            } else {
                if signIn.takesMisplaced(isListed: isListed) { return }
                guard let (number, passcode) = signIn.given(language) else { return }
                enter(as: try session.ledger.signIn(number, passcode: passcode))
            }
        } catch let refusal as Refusal where signIn.changing != nil {
            signIn.refuse(language(refusal.sentence))
        } catch let refusal as SignInRefusal {
            signIn.refuse(language(refusal.sentence))
        }
    }

    /// Whether a text that was typed where the passcode belongs is a staff number. Where nobody is listed, that is told by its form alone, so
    /// that nobody finds out numbers by it: a text that no passcode can be.
    private func isListed(_ number: StaffNumber) -> Bool {
        guard let session else { return false }
        if session.settings.namesAtSignIn { return session.ledger.rules.staff[number].map { !$0.isRetired } ?? false }
        let isPossible = refusal { () throws(Refusal) in try SignInRules.check(number.text, of: number) } == nil
        return !isPossible && number.text.contains { $0.isNumber }
    }

    private func makeDesk(by key: Key) throws {
        guard let founded = try firstRun?.found(language) else { return }
        firstRun = nil
        session = DeskSession(ledger: founded.ledger, language: language, glyphs: glyphs)
        session?.themes = themes
        session?.whyNotPrint = whyNotPrint
        begin(as: founded.founder.actor)
        let last = String(founded.recoveryKey.suffix(4))
        var question = Question(
            .recoveryTitle,
            .recoveryAsk(founded.recoveryKey),
            confirm: .recoveryDone,
            by: key,
            language,
            field: (.recoveryLast, TextField(limit: 8)),
            confirm: { _, _ in }
        )
        question.dialog.cancelLabel = ""
        question.dialog.hint = language(.recoveryKeys)
        question.check = { $0.trimmed.uppercased() == last ? nil : .recoveryWrong }
        question.isBinding = true
        ask(question)
    }
}
