import ComplaintRules
import Ledger
import TerminalKit

/// The form of one act on one case, made from the act's fields. Weighty acts ask once before they are done.
struct ActScreen: FormScreen {
    let act: ActKind
    let number: String
    var form: Form
    var blank: Form
    var claim: DraftClaim?
    /// The case as it was when the form came up.
    private let state: Case
    /// What fields are filled with because of where the form was opened.
    private let values: [String: String]
    /// The merged case whose customer is told here, as its number was written; nil where it is the case's own.
    private var told: RegisterRow?
    private var toldNumber = ""

    /// Looks up whose customer is told, where a number says so: somebody else than who the case is of.
    private mutating func lookForTold(_ session: DeskSession) {
        let written = [.tell, .contact].contains(act) ? form.value("number").trimmed : ""
        if written == toldNumber { return }
        toldNumber = written
        told = session.number(written: written).flatMap { try? session.ledger.row(of: $0, in: session.query(.received)) }
    }

    /// Who complained, and what they said: of a merged case, with its number.
    private func complaint(_ language: Language) -> (who: String, text: String) {
        if let told { return ("\(told.number) \(language(told.who))", told.text) }
        return (language(state.who), state.intake.text)
    }

    init(_ act: ActKind, on number: String, _ state: Case, values: [String: String] = [:], _ session: DeskSession) {
        self.act = act
        self.number = number
        self.state = state
        self.values = values
        form = ActScreen.form(act, state, values, session)
        blank = form
        // Where it was opened with something filled in, at the first field that lacks something.
        let asked = form.fields.filter(\.isFocusable)
        let first = values.isEmpty ? asked.first : asked.first { $0.value.isEmpty } ?? asked.first
        form.focus(first?.id ?? "")
        lookForTold(session)
    }

    var title: Phrase {
        Phrase(en: "\(act.label.english) \(number)", zh: "\(act.label.chinese) \(number)")
    }
    var draftForm: String { "act/\(number)/\(act.rawValue)" }

    func shape(of field: String) -> FieldShape? { act.fields.first { $0.name.text == field } }

    func scriptMatter(_ session: DeskSession) -> ScriptMatter? { ScriptMatter(state, at: session.now) }

    func makeForm(_ session: DeskSession) -> Form { ActScreen.form(act, state, values, session) }

    private static func form(_ act: ActKind, _ state: Case, _ values: [String: String], _ session: DeskSession) -> Form {
        let language = session.language
        var form = Form(
            // How far the case was read is no question: it is what stands on screen.
            fields: act.fields.filter { !(act.rule.isOfReader && $0.name == "read") }.map { field in
                FormField(field, language, session, rows: textRows(act)) { !state.isAbout($0) }
            }
        )
        // A finding that is made again begins with the last one.
        if act == .finding, let finding = state.finding {
            for detail in finding.details { form.setValue(detail.written, for: detail.name.text) }
        }
        // Whose merged case is answered is asked only where one was merged in.
        if [.tell, .contact].contains(act), !state.links.contains(where: { $0.carried != nil }) { form.setHidden(true, at: "number") }
        for (name, value) in values { form.setValue(value, for: name) }
        addNotes(to: &form, act, state, session)
        return form
    }

    /// What is good to know before the act: what a finding will ask for, and that nobody would be left to sign.
    private static func addNotes(to form: inout Form, _ act: ActKind, _ state: Case, _ session: DeskSession) {
        if act == .finding, let index = form.fields.firstIndex(where: { $0.id == "fault" }) {
            form.fields.insert(FormField(id: faultNote, label: "", kind: .note("")), at: index + 1)
            tellFault(&form, session.language)
        }
        // Below the field whose words name people, where the act has one.
        if let named = act.unknownPeople(in: ["field": AmendableField.about.rawValue], under: session.ledger.rules),
            let index = form.fields.firstIndex(where: { $0.id == named.field })
        {
            form.fields.insert(FormField(id: peopleNote, label: "", kind: .note("")), at: index + 1)
            tellPeople(act, &form, session)
        }
        if [.verifyRectification, .cancelRectification].contains(act) {
            let items = state.rectifications.filter(\.isOpen).map { "\($0.action.item)\(session.language.colon)\($0.action.what)" }
            form.fields.insert(FormField(id: "items-note", label: "", kind: .note(items.joined(separator: "\n"))), at: 0)
        }
        if [.answer, .reply, .withdraw, .notAccept, .merge].contains(act), let actor = session.actor,
            session.ledger.rules.wouldLeaveNoSigner(for: state, after: act, by: actor, at: session.now)
        {
            form.fields.insert(FormField(id: "signer-note", label: "", kind: .note(session.language(.nobodyLeftToSign))), at: 0)
        }
    }

    private static let peopleNote = "people-note"

    /// Says, as soon as the field is left, what of the words in it that name people means nobody here, and offers the staff (1-domain, Recusal).
    private static func tellPeople(_ act: ActKind, _ form: inout Form, _ session: DeskSession) {
        guard let index = form.fields.firstIndex(where: { $0.id == peopleNote }) else { return }
        var values: [String: String] = [:]
        for field in form.fields where field.isFocusable { values[field.id] = field.value }
        let unknown = act.unknownPeople(in: values, under: session.ledger.rules)
        let isTold = unknown.map { !$0.parts.isEmpty && form.focusedID != $0.field } ?? false
        if isTold, let unknown { form.fields[index].kind = .note("! " + session.language(session.sentence(of: unknown))) }
        form.setHidden(!isTold, at: peopleNote)
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

    mutating func adapt(_ session: DeskSession) {
        ActScreen.tellFault(&form, session.language)
        ActScreen.tellPeople(act, &form, session)
        lookForTold(session)
        // Head office is told of the case itself.
        if act == .tell, state.links.contains(where: { $0.carried != nil }) {
            form.setHidden(form.value("who") == Told.Addressee.headOffice.rawValue, at: "number")
        }
    }

    mutating func typed(from field: String, isChanged: Bool, _ session: DeskSession) throws -> Step {
        // Leaving a field is no change of it.
        if isChanged { adapt(session) } else if field != form.focusedID { ActScreen.tellPeople(act, &form, session) }
        return .moved
    }

    mutating func submit(_ session: DeskSession, by key: Key) throws -> Step {
        var values: [String: String] = [:]
        for field in form.fields where field.isFocusable { values[field.id] = field.value }
        do {
            let wanted = try act.act(values, at: session.now, under: session.ledger.rules)
            let readUpTo = act.rule.isOfReader ? state.version : nil
            return try OpenedCase.perform(wanted, on: number, readUpTo: readUpTo, by: key, session) { .back($0) }
        } catch {
            try show(error, session.language)
            return .stay
        }
    }

    /// The form, below as much of the complaint as its fields leave room for: whoever writes an answer has it before them.
    func formArea(_ area: Rect) -> Rect { area.rows(from: complaintRows(area) + 1).inset(columns: 1) }

    /// Rows of the complaint, at most so many.
    private func complaintRows(_ area: Rect) -> Int {
        let needed = form.fields.filter { !$0.isHidden }.reduce(0) { rows, field in
            if case .text = field.kind { rows + ActScreen.textRows(act) + 1 } else { rows + 1 }
        }
        let columns = max(1, area.columns - 2)
        let start = String((told?.text ?? state.intake.text).prefix(ActScreen.mostComplaintRows * columns))
        let name = told.map { "\($0.number) \($0.customer)" } ?? state.intake.customer
        let (who, lines) = (TextWidth.columns(of: name), TextWidth.wrap(start, to: columns))
        // A short one stands behind the name.
        let wanted = lines.count == 1 && TextWidth.columns(of: start) + who + 12 <= columns ? 1 : lines.count + 1
        return max(1, min(wanted, ActScreen.mostComplaintRows, area.rows - 1 - needed))
    }

    private static let mostComplaintRows = 6
    /// The fewest rows of a text.
    private static func textRows(_ act: ActKind) -> Int { act.fields.count > 3 ? 1 : 4 }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        let (who, text) = complaint(look.language)
        let place = area.rows(from: 0, count: complaintRows(area)).inset(columns: 1)
        let preview = CasePreview(state: state, said: text, look: look)
        if place.rows == 1 {
            let heading = who + look.language.colon + CaseColumns.firstLine(text)
            grid.put(heading, in: place, role: .dim, ellipsis: look.glyphs.ellipsis)
        } else {
            let words = preview.words(columns: place.columns, rows: place.rows - 1).map { $0.map { StyledText($0.text, .dim) } }
            grid.put([[StyledText(who, .dim)]] + words, in: place)
        }
        form.draw(into: &grid, in: formArea(area), glyphs: look.glyphs)
    }
}
