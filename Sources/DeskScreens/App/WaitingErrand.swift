import ComplaintRules
import Ledger
import TerminalKit

/// An errand that waits for another program to let go of the file, while keys are taken and frames are drawn (2-screens, rule 13).
struct WaitingErrand {
    let errand: Errand
    /// The key that it was asked for with.
    let key: Key
    /// The form that it sends, with what stood in it then; nil where it is no form's.
    let form: (depth: Int, values: [String: String])?
    /// Since when it waits, on the clock that only goes forward.
    let since: Int64
    /// When it is tried again.
    var retryAt: Int64
}

extension DeskApp {
    /// Milliseconds between two tries.
    private static let retry: Int64 = 50

    /// Whether something waits for the store, and is done once that is free.
    public var isWaiting: Bool { waiting != nil }

    /// What the message line says: the latest news, else what waits.
    var shownMessage: MessageLine {
        if !message.text.isEmpty { return message }
        if let waiting {
            return MessageLine(language(.waits(waiting.errand.label, seconds: (elapsed - waiting.since) / 1000)), kind: .warning)
        }
        guard let draftTrouble else { return message }
        return MessageLine(language(draftTrouble.phrase), kind: draftTrouble.phrase == .draftWaits ? .warning : .error)
    }

    /// Does something in the store, now or once it is free.
    func carryOut(_ errand: Errand, by key: Key) throws {
        if let waiting {
            message = MessageLine(language(.stillWaits(waiting.errand.label)), kind: .warning)
            return
        }
        let form = (stack.last as? any FormScreen).map { (stack.count, $0.form.snapshot.values) }
        let wanted = WaitingErrand(errand: errand, key: key, form: form, since: elapsed, retryAt: elapsed + DeskApp.retry)
        if try !perform(wanted) { waiting = wanted }
    }

    /// Tries an errand that waits once more. A form that is sent is on top then, with nothing over it.
    func tryAgain(_ errand: WaitingErrand) throws {
        waiting?.retryAt = elapsed + DeskApp.retry
        if errand.form != nil, overlay != nil { return }
        // What takes long is not done for nothing.
        guard let session, try session.ledger.isWritable() else { return }
        do {
            if try !perform(errand) { return }
            waiting = nil
        } catch {
            waiting = nil
            // What is shown is what it was refused on.
            try refreshScreen()
            throw error
        }
    }

    /// Does what was asked for and what follows; false where the store is held.
    private func perform(_ wanted: WaitingErrand) throws -> Bool {
        guard let session else { return false }
        let claim = wanted.form == nil ? nil : (stack.last as? any FormScreen)?.claim
        let step: Step
        do {
            step = try session.ledger.sending(draft: claim?.draft) { try wanted.errand.run() }
        } catch let error as LedgerError where error.kind == .busy {
            return false
        } catch {
            guard wanted.form != nil, let last = stack.indices.last, var form = stack[last] as? any FormScreen else { throw error }
            try form.show(error, language)
            stack[last] = form
            return true
        }
        try take(step, by: wanted.key)
        return true
    }

    /// Lets go of what waits; nothing of it was done.
    func callOff(_ why: (Phrase) -> Phrase) {
        guard let waiting else { return }
        self.waiting = nil
        message = MessageLine(language(why(waiting.errand.label)), kind: .warning)
    }

    /// Calls a form off that was changed or left since it was sent: what is saved is what was sent, and nothing half typed.
    func callOffWhatChanged() {
        guard let sent = waiting?.form else { return }
        let values = (stack.last as? any FormScreen)?.form.snapshot.values
        if stack.count != sent.depth || values != sent.values { callOff(Phrase.calledOffByTyping) }
    }
}
