import ComplaintRules
import Ledger
import TerminalKit

/// What was done last and can be taken back for some seconds, where nobody acts in between (1-domain, The drawing: take-back).
struct JustDone {
    /// What was done.
    let act: ActKind
    /// On which case.
    let number: String
    /// The last moment at which it can be taken back, on the desk's clock.
    let until: Moment
}

extension DeskApp {
    /// Takes back what was just done. The rules decide whether that still goes.
    func takeBack(by key: Key) throws {
        guard let session, let done = session.justDone else { return }
        let errand = Errand(.actOn(ActKind.takeBack.label, done.number)) {
            // Whether it is taken back or refused now, there is no second time.
            func end() { session.justDone = nil }
            do {
                _ = try session.ledger.perform(TakenBack.blank, on: done.number, by: try session.signedIn())
            } catch let refusal as Refusal {
                end()
                throw refusal
            }
            end()
            // The case is selected again where it is back.
            session.justLogged = done.number
            return .say(MessageLine(session.language(.takenBack(done.act, done.number))))
        }
        try take(.perform(errand), by: key)
    }
}
