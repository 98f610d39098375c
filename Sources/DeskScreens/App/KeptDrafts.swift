import ComplaintRules
import Ledger
import TerminalKit

/// What was typed into a form that is no longer on top and that the store would not take yet. It is open here until it is saved.
struct LateDraft {
    let draft: ScreenDraft
    let staff: StaffNumber
    let claim: DraftClaim?
    /// Whether it is to be forgotten, for it was thrown away.
    var isDiscarded = false
}

extension DeskApp {
    /// Milliseconds after which a draft that could not be saved is tried again.
    private static let draftRetry: Int64 = 250

    /// When a draft is to be saved, on the clock that only goes forward; never where none waits.
    var draftDue: Int64 {
        if let draftTrouble { return draftTrouble.retryAt }
        guard let since = unsavedSince else { return .max }
        return min((lastKeyAt ?? since) + DeskApp.draftPause, since + DeskApp.draftPatience)
    }

    /// Notes that something was typed which is not saved yet.
    func noteDraft(elapsed: Int64) {
        guard let draft = stack.last?.draft, draft != savedDraft else { return }
        if unsavedSince == nil { unsavedSince = elapsed }
    }

    /// Saves what was typed and not saved yet. Where the store does not take it, it is tried again later, and said until then.
    ///
    /// - Parameter waits: whether it may wait for another program that holds the file: before the program ends, when no key is taken any more.
    /// - Returns: whether all that was typed is saved.
    @discardableResult
    public func saveDraft(waits: Bool = true) -> Bool {
        guard let session else { return true }
        session.ledger.patience = waits ? DeskApp.lastPatience : 0
        defer { session.ledger.patience = DeskSession.patience }
        var isSomethingSaved = false
        do {
            while let late = lateDrafts.first {
                if late.isDiscarded { try session.forget(late.draft.id) } else { try session.save(late.draft, of: late.staff) }
                lateDrafts.removeFirst()
                isSomethingSaved = isSomethingSaved || !late.isDiscarded
            }
            if let draft = stack.last?.draft, draft != savedDraft, let staff = session.actor?.number ?? lockedFor {
                try session.save(draft, of: staff)
                savedDraft = draft
                isSomethingSaved = true
            }
        } catch {
            // The form stays open (2-screens, rule 1).
            let isBusy = (error as? LedgerError)?.kind == .busy
            draftTrouble = (isBusy ? .draftWaits : .draftSaveFailed, elapsed + DeskApp.draftRetry)
            return false
        }
        unsavedSince = nil
        if draftTrouble != nil {
            draftTrouble = nil
            if isSomethingSaved, message.text.isEmpty { message = MessageLine(language(.draftSavedNow)) }
        }
        return true
    }

    /// Milliseconds for which the last drafts wait before the program ends.
    private static let lastPatience = 10_000

    /// Keeps what could not be saved of the form on top before another screen takes its place.
    func keepLate() {
        guard let session, let form = stack.last as? any FormScreen, let draft = form.draft, draft != savedDraft,
            let staff = session.actor?.number ?? lockedFor
        else { return }
        // A form is late once: what it holds now is what is to be saved.
        lateDrafts.removeAll { $0.draft.id == draft.id }
        lateDrafts.append(LateDraft(draft: draft, staff: staff, claim: form.claim))
        savedDraft = draft
    }

    /// Forgets a draft that was thrown away, or whose form was sent without anything to write.
    func forget(_ claim: DraftClaim) {
        guard let session, let staff = session.actor?.number else { return }
        lateDrafts.removeAll { $0.draft.id == claim.draft }
        do {
            try session.forget(claim.draft)
        } catch {
            let nothing = ScreenDraft(
                id: claim.draft,
                form: "",
                snapshot: FormSnapshot(values: [:], focusedID: "", carets: [:]),
                isWorthKeeping: false
            )
            lateDrafts.append(LateDraft(draft: nothing, staff: staff, claim: claim, isDiscarded: true))
            draftTrouble = (.draftWaits, elapsed + DeskApp.draftRetry)
        }
    }

    /// Asks about drafts that nobody touched for long, once a day, when one comes to the desk (2-screens, rule 1).
    func askAboutOldDrafts() throws {
        guard let session, let actor = session.actor, overlay == nil, stack.count == 1 else { return }
        let today = session.today
        guard askedAboutDrafts[actor.number] != today else { return }
        let old = try session.ledger.drafts(by: actor.number).filter { $0.isOld(at: session.now) }
        if old.isEmpty { return }
        askedAboutDrafts[actor.number] = today
        let rows = try DraftRow.rows(of: Array(old.prefix(3)), session)
        let named = rows.map { "\(language($0.title))\(language.colon)\($0.gist)" }.joined(separator: "\n")
        var question = Question(.oldDraftsTitle, .oldDrafts(old.count, named), confirm: .oldDraftsShow, by: .enter, language) { app, _ in
            guard let session = app.session, var desk = app.stack.last as? DeskScreen else { return }
            try desk.showDrafts(in: app.area, session)
            app.stack[app.stack.count - 1] = desk
        }
        question.dialog.cancelLabel = language(.later)
        ask(question)
    }
}
