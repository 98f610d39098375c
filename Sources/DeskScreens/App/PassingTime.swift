import ComplaintRules
import Ledger
import TerminalKit

/// What time brings by itself: saved drafts, the lock, the clock on screen, long work under way, the day's backup and check.
extension DeskApp {
    /// Lets time pass: saves a draft that waits, locks after idle minutes.
    public func tick(elapsed: Int64) {
        self.elapsed = elapsed
        let lastKeyAt = lastKeyAt ?? elapsed
        self.lastKeyAt = lastKeyAt
        if elapsed >= draftDue { saveDraft(waits: false) }
        if let waiting, elapsed >= waiting.retryAt { attempt { try tryAgain(waiting) } }
        if let session, let done = session.justDone, session.now > done.until {
            session.justDone = nil
            composed = nil
        }
        if overlay == nil, !isTyping { asksAboutClock() }
        if stack.last?.isWorking == true, session?.actor != nil { attempt { try refreshScreen() } }
        askForUpkeep()
        if let session, session.actor != nil, session.settings.lockAfterMinutes > 0,
            elapsed - lastKeyAt >= Int64(session.settings.lockAfterMinutes) * 60_000
        {
            lock(saying: language(.lockedByIdle))
        }
    }

    /// Fetches what the next key is likely to ask for. Called once a frame is shown and no key waits.
    public func readAhead() {
        guard let session, session.actor != nil, overlay == nil, waiting == nil else { return }
        stack.last?.readAhead(session)
    }

    /// How many milliseconds from `elapsed` on nothing has to happen by itself: until a draft is to be saved, the lock falls, or the clock
    /// on screen moves.
    public func millisecondsToNextTick(elapsed: Int64) -> Int64 {
        let lastKeyAt = lastKeyAt ?? elapsed
        var next: Int64 = 60_000
        if let session {
            next = 60_000 - (session.now.milliseconds % 60_000 + 60_000) % 60_000
            if let done = session.justDone { next = min(next, done.until.milliseconds - session.now.milliseconds + 1) }
            if session.actor != nil, session.settings.lockAfterMinutes > 0 {
                next = min(next, lastKeyAt + Int64(session.settings.lockAfterMinutes) * 60_000 - elapsed)
            }
        }
        if stack.last?.isWorking == true { next = min(next, DeskApp.workPause) }
        if canKeepUp, let session, keptUpOn != session.today { next = min(next, lastKeyAt + DeskApp.upkeepPause - elapsed) }
        if draftDue < Int64.max { next = min(next, draftDue - elapsed) }
        if let waiting { next = min(next, waiting.retryAt - elapsed) }
        return max(0, next)
    }

    /// Has the day's backup and check started, once a day, when nobody has typed for a while.
    func askForUpkeep() {
        guard canKeepUp, let session, keptUpOn != session.today, elapsed - (lastKeyAt ?? elapsed) >= DeskApp.upkeepPause else { return }
        keptUpOn = session.today
        attempt { if try session.ledger.isUpkeepDue() { wishes.append(.upkeep) } }
    }

    /// Says once that the daily check found a fault.
    func tellFault() throws {
        guard let session, let look = try session.ledger.look(), let place = look.faultPlace, place != toldFault else { return }
        toldFault = place
        message = MessageLine(language(.lookFoundFault(place, session.words.dateTime(look.at))), kind: .error)
    }
}
