import ComplaintRules
import Ledger
import TerminalKit

extension LogScreen {
    /// Puts the codes that the customer's words speak for first in their lists (2-screens, Log). None is chosen by that.
    mutating func suggestCodes(_ session: DeskSession) throws {
        let text = form.value("text")
        let mark = session.language.bracketed(session.language(.suggested))
        for (id, axis) in [("business", Code.Axis.business), ("reason", .reason)] {
            form.suggest(text.isBlank ? [] : try session.ledger.likeliestCodes(for: text, on: axis), mark: mark, for: id)
        }
    }
}

extension Phrase {
    fileprivate static let suggested = Phrase(en: "suggested", zh: "推荐")
}
