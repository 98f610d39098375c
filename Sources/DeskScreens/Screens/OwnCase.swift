import ComplaintRules
import Ledger
import TerminalKit

/// The way in to a case for whoever it is about: they read no further, and may still hand it over while they hold it and give a statement on it
/// (1-domain, Recusal). Its number is typed, and nothing of the case is shown.
enum OwnCase {
    /// What the drafts of these forms begin with in the store; behind it stands the act.
    static let draftForm = "own/"

    /// The acts that stay open to whoever may not read the case.
    static let acts = ActKind.allCases.filter { $0.rule.isOpenToHolder || $0.rule.isOpenToUnread }

    /// The form of one of these acts.
    static func form(_ act: ActKind, _ session: DeskSession) -> PromptScreen {
        PromptScreen(.aboutMe(act), form: draftForm + act.rawValue, session) { session in
            let number = FormField.line("number", session.language(.caseNumber), session.loggedAboutSelf ?? "", isRequired: true)
            return [number] + act.fields.map { FormField($0, session.language, session) }
        } send: { values, session in
            let typed = values["number"] ?? ""
            let number = session.number(written: typed) ?? typed.trimmed
            let wanted = try act.act(values.filter { $0.key != "number" }, at: session.now, under: session.ledger.rules)
            _ = try session.ledger.perform(wanted, on: number, by: try session.signedIn())
            return .doneUnread(act, number)
        }
    }
}
