import ComplaintRules
import Ledger
import TerminalKit

/// The form of one act on one case, made from the act's fields. Weighty acts ask once before they are done.
struct ActScreen: FormScreen {
    let act: ActKind
    let number: String
    var form: Form
    private(set) var blank: Form
    private var heading: String

    init(_ act: ActKind, on number: String, _ state: Case, _ session: DeskSession) {
        self.act = act
        self.number = number
        form = ActScreen.form(act, state, session)
        blank = form
        heading = ActScreen.heading(state, session.language)
        form.focus(form.fields.first(where: \.isFocusable)?.id ?? "")
    }

    private static func heading(_ state: Case, _ language: Language) -> String {
        let who = state.intake.customer.isEmpty ? language(.anonymous) : state.intake.customer
        return who + language.colon + CaseColumns.firstLine(state.intake.text)
    }

    var title: Phrase {
        Phrase(en: "\(act.label.english) \(number)", zh: "\(act.label.chinese) \(number)")
    }
    var draftForm: String { "act/\(number)/\(act.rawValue)" }

    func bindings(_ session: DeskSession) -> [Binding<Command>] { formBindings(session.language, submit: .save) }

    private static func form(_ act: ActKind, _ state: Case, _ session: DeskSession) -> Form {
        let language = session.language
        var form = Form(
            fields: act.fields.map { field in
                FormField(
                    id: field.name.text,
                    label: language(field.label),
                    kind: FormField.Kind(field, language, session, rows: act.fields.count > 3 ? 1 : 4, managers: { !state.isAbout($0) }),
                    hint: (field.hint ?? (field.kind == .time ? .timeHint : nil)).map { language($0) },
                    isRequired: field.isRequired
                )
            }
        )
        // A finding that is made again begins with the last one.
        if act == .finding, let finding = state.finding {
            for detail in finding.details { form.setValue(detail.written, for: detail.name.text) }
        }
        addNotes(to: &form, act, state, session)
        return form
    }

    /// What is good to know before the act: what a finding will ask for, and that nobody would be left to sign.
    private static func addNotes(to form: inout Form, _ act: ActKind, _ state: Case, _ session: DeskSession) {
        if act == .finding, let index = form.fields.firstIndex(where: { $0.id == "fault" }) {
            form.fields.insert(FormField(id: faultNote, label: "", kind: .note("")), at: index + 1)
            tellFault(&form, session.language)
        }
        if [.answer, .reply].contains(act), let actor = session.actor,
            session.ledger.rules.wouldLeaveNoSigner(for: state, handledBy: actor, at: session.now)
        {
            form.fields.insert(FormField(id: "signer-note", label: "", kind: .note(session.language(.nobodyLeftToSign))), at: 0)
        }
    }

    private static let faultNote = "fault-note"

    /// Says what the fault that was chosen makes due before the signature (1-domain, Finding).
    private static func tellFault(_ form: inout Form, _ language: Language) {
        guard let index = form.fields.firstIndex(where: { $0.id == faultNote }) else { return }
        let note: Phrase =
            switch Fault(rawValue: form.value("fault")) {
            case .bank, .partly: .faultNeedsMending
            case .some(.none): .faultNeedsExplaining
            case nil: .faultUnchosen
            }
        form.fields[index].kind = .note(language(note))
    }

    mutating func useLanguage(_ session: DeskSession) {
        guard let state = try? session.ledger.open(number, by: session.signedIn()).state else {
            // Unreadable meanwhile: the form keeps its words until it is sent or left.
            return
        }
        let snapshot = form.snapshot
        heading = ActScreen.heading(state, session.language)
        form = ActScreen.form(act, state, session)
        blank = form
        restore(snapshot, session.language)
    }

    mutating func restore(_ snapshot: FormSnapshot, _ language: Language) {
        form.restore(snapshot)
        ActScreen.tellFault(&form, language)
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let inner = formArea(area)
        form.fit(columns: inner.columns, rows: inner.rows)
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        if case .mouse(let event) = key {
            if event.kind == .press { _ = form.click(event.point, in: formArea(area)) }
            return .stay
        }
        switch form.handle(key) {
        case .ignored: return nil
        case .moved: return .stay
        case .changed:
            ActScreen.tellFault(&form, session.language)
            return .stay
        case .submit: return try submit(session, by: key)
        case .cancel: return .run(.back)
        }
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        switch command {
        case .submit: try submit(session, by: key)
        case .discardDraft: discard(session.language, by: key)
        default: .stay
        }
    }

    private mutating func submit(_ session: DeskSession, by key: Key) throws -> Step {
        form.clearProblems()
        let language = session.language
        var values: [String: String] = [:]
        for field in form.fields where field.isFocusable { values[field.id] = field.value }
        do {
            let wanted = try act.act(values, at: session.now, under: session.ledger.rules)
            if act.rule.isWeighty {
                let dialog = Dialog(
                    title: language(act.label),
                    text: language(.actQuestion(act, number)),
                    confirmLabel: language(act.label),
                    cancelLabel: language(.cancel),
                    openedBy: key
                )
                return .ask(
                    Question(dialog: dialog, purpose: .perform(wanted, number: number, readUpTo: nil, form: draftForm))
                )
            }
            let after = try session.ledger.perform(wanted, on: number, by: try session.signedIn())
            return .back(MessageLine(language(.done(act, number, after.state.stage))), keepsDraft: false)
        } catch let refusal as Refusal {
            return try show(refusal, language)
        }
    }

    private func formArea(_ area: Rect) -> Rect { area.rows(from: 2).inset(columns: 1) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        grid.put(heading, in: area.rows(from: 0, count: 1).inset(columns: 1), role: .dim, ellipsis: look.glyphs.ellipsis)
        form.draw(into: &grid, in: formArea(area), glyphs: look.glyphs)
    }
}
