import ComplaintRules
import Ledger
import TerminalKit

/// The form in which a complaint is logged while the customer stands before the clerk. It shows what the channel needs.
struct LogScreen: FormScreen {
    static let draftForm = "log"
    private static let bookDraftForm = "log/book/"
    /// What is done right after logging: nothing, an answer on the spot, or a hand-over to the staff number in the code.
    private static let thenKeep = "keep"
    private static let thenAnswer = "answer"

    var form: Form
    var blank: Form
    var claim: DraftClaim?

    /// Who the customer is, where it is another matter of one who was here.
    private let customer: [String: String]
    /// The day of the comment book from whose review the complaint comes; nil for all others.
    private let bookDay: Day?
    /// Earlier cases that this one resembles, the latest first: a customer who comes back is told (1-domain, Coming back).
    private(set) var known: [LikeCase] = []
    /// By when the latest of them is to be answered; nil where nothing is due to the customer any more.
    private var knownDue: Moment?

    init(_ session: DeskSession, bookDay: Day? = nil, for customer: [String: String] = [:]) {
        self.bookDay = bookDay
        self.customer = customer
        form = LogScreen.form(session, bookDay, customer)
        blank = form
    }

    var title: Phrase { .logTitle }
    var draftForm: String { bookDay.map { LogScreen.bookDraftForm + $0.iso } ?? LogScreen.draftForm }

    func bindings(_ session: DeskSession) -> [Binding] {
        var bindings = formBindings(session)
        if !known.isEmpty {
            let open = binder(session)([.alt("o")], .openKnown, short: .openKnownShort) { screen, press in
                try screen.known.first.map { .open(try CaseScreen($0.number, press.session)) } ?? .stay
            }
            bindings.insert(open, at: 1)
        }
        return bindings
    }

    var renamedFields: [String: String] { ["to": "then"] }

    func shape(of field: String) -> FieldShape? { Intake.field(field)?.shape }

    /// What is taken down so far; the number and the limit come with the logging.
    func scriptMatter(_ session: DeskSession) -> ScriptMatter? {
        var matter = ScriptMatter()
        (matter.customer, matter.channel) = (form.value("customer"), Channel(rawValue: form.value("channel")))
        (matter.business, matter.reason, matter.words) = (form.value("business"), form.value("reason"), form.value("text"))
        if form["received"]?.isHidden == true || form.value("received").isBlank { matter.received = session.now }
        return matter
    }

    func makeForm(_ session: DeskSession) -> Form { LogScreen.form(session, bookDay, customer) }

    /// The form of a new complaint, of one from the comment book, or of another matter of the same customer.
    private static func form(_ session: DeskSession, _ bookDay: Day?, _ customer: [String: String]) -> Form {
        var form = form(session)
        for (id, value) in customer { form.setValue(value, for: id) }
        if !customer.isEmpty { form.focus("text") }
        if let bookDay {
            form.setValue(Channel.commentBook.rawValue, for: "channel")
            if let written = Intake.written(inReviewOf: bookDay, today: session.today) { form.setValue(written, for: "received") }
            LogScreen.fit(&form, session)
            form.focus("text")
        }
        return form
    }

    mutating func adapt(_ session: DeskSession) {
        proposeReceiver(session)
        LogScreen.fit(&form, session)
        tellAbout(session)
        tellLate(session)
        tellContact(session)
    }

    /// To whom it is to be handed over by itself; nil where it is not.
    private var proposed: String?

    /// Whoever cannot answer a complaint, since it is about them or more is claimed than they may promise, hands it over: that is filled in, as
    /// long as they chose nothing else.
    private mutating func proposeReceiver(_ session: DeskSession) {
        guard let actor = session.actor, [LogScreen.thenKeep, proposed].contains(form.value("then")) else { return }
        let rules = session.ledger.rules
        let subjects = rules.staff.subjects(in: form.value("about"))
        let claimed = Amount(form.value("amount")) ?? .none
        let mayAnswer = Answer.suits(actor.member, about: subjects, claiming: claimed, on: session.today, under: rules)
        if !mayAnswer, let proposed, !subjects.contains(where: { $0.text == proposed }) { return }
        let receiver = mayAnswer ? nil : session.receivers { !subjects.contains($0) }.first?.member.number.text
        guard receiver != proposed else { return }
        proposed = receiver
        form.setValue(receiver ?? LogScreen.thenKeep, for: "then")
    }

    private static let aboutNote = "about-note"
    private static let lateNote = "late-note"
    /// The note below each field in which a number may stand.
    private static let contactNotes = ["text": "text-contact-note", "asks": "asks-contact-note"]

    /// Asks, once the field is left and right below it, whether a number or an address in the customer's words is how to reach them, where no contact was taken down.
    private mutating func tellContact(_ session: DeskSession) {
        var intake = Intake(channel: Channel(rawValue: form.value("channel")) ?? .other, received: session.now, text: form.value("text"))
        (intake.customer, intake.contact, intake.proxy) = (form.value("customer"), form.value("contact"), form.value("proxy"))
        (intake.asks, intake.callBackNumber) = (form.value("asks"), form.value("call-back-number"))
        let found = ["text", "asks"].contains(form.focusedID) ? nil : intake.contactInWords(under: session.ledger.rules)
        for (field, note) in LogScreen.contactNotes {
            guard let index = form.fields.firstIndex(where: { $0.id == note }) else { continue }
            if let found { form.fields[index].kind = .note("! " + session.language(found.question)) }
            form.setHidden(found?.field != field, at: note)
        }
    }

    /// Says at once that what happened lies further back than the branch's setting for late claims (1-domain, After closing).
    private mutating func tellLate(_ session: DeskSession) {
        guard let index = form.fields.firstIndex(where: { $0.id == LogScreen.lateNote }) else { return }
        let rules = session.ledger.rules
        var isLate = false
        do {
            let written = [
                "channel": Channel.other.rawValue, "text": "x", "happened": form.value("happened"), "received": form.value("received"),
            ]
            isLate = try Intake(values: written, at: session.ledger.clock.now(), under: rules).isLateClaim(under: rules)
        } catch {
            // What is no time yet is said where the form is sent.
        }
        if isLate { form.fields[index].kind = .note(session.language(.lateClaimNote(days: rules.settings.lateClaimDays))) }
        form.setHidden(!isLate || form.focusedID == "happened", at: LogScreen.lateNote)
    }

    /// Says at once where the words that say whom it is about mean nobody here, such as a title alone, and offers the staff (1-domain, Recusal).
    private mutating func tellAbout(_ session: DeskSession) {
        guard let index = form.fields.firstIndex(where: { $0.id == LogScreen.aboutNote }) else { return }
        let unknown = UnknownPeople(about: form.value("about"), in: "about", under: session.ledger.rules)
        let isKnown = unknown.parts.isEmpty || form.focusedID == unknown.field
        if !isKnown { form.fields[index].kind = .note("! " + session.language(session.sentence(of: unknown))) }
        form.setHidden(isKnown, at: LogScreen.aboutNote)
    }

    private static func form(_ session: DeskSession) -> Form {
        let language = session.language
        // Managers take a complaint in hand themselves; to anybody it can be handed who is not the clerk.
        let receivers = session.receivers { _ in true }.map { member, open in
            Choice(
                code: member.number.text,
                label: language(.thenHandOver(language.receiver(member, open: open))),
                searchKeys: [member.number.text, member.name]
            )
        }
        let then =
            [Choice(code: thenKeep, label: language(.thenKeep)), Choice(code: thenAnswer, label: language(.thenAnswer))] + receivers
        var fields = Intake.fields.map { field in
            let shape = field.shape
            return FormField(
                id: shape.name.text,
                // The words behind a box say all.
                label: shape.box == nil ? language(shape.label) : "",
                kind: FormField.Kind(shape, language, session, rows: shape.isRequired ? 3 : 1),
                hint: shape.hint.map { language($0) },
                isRequired: shape.isRequired
            )
        }
        let next = [
            FormField(
                id: "then",
                label: language(.thenField),
                kind: .choice(ChoiceField(choices: then, selected: thenKeep)),
                isRequired: true
            ),
            FormField(
                id: "answer",
                label: language(.answerField),
                kind: .text(TextEditor(limit: Intake.textLimit), minimumRows: 2),
                isRequired: true
            ),
        ]
        if let about = fields.firstIndex(where: { $0.id == "about" }) {
            fields.insert(FormField(id: aboutNote, label: "", kind: .note("")), at: about + 1)
        }
        for (field, note) in contactNotes {
            guard let place = fields.firstIndex(where: { $0.id == field }) else { continue }
            fields.insert(FormField(id: note, label: "", kind: .note("")), at: place + 1)
        }
        if let happened = fields.firstIndex(where: { $0.id == "happened" }) {
            fields.insert(FormField(id: lateNote, label: "", kind: .note("")), at: happened + 1)
        }
        // What follows stands before what few complaints need.
        fields.insert(contentsOf: next, at: fields.firstIndex { $0.id == "quiet-place" } ?? fields.endIndex)
        var form = Form(fields: fields)
        form.setValue(Channel.oral.rawValue, for: "channel")
        form.setHidden(true, at: aboutNote)
        form.setHidden(true, at: lateNote)
        for note in contactNotes.values { form.setHidden(true, at: note) }
        fit(&form, session)
        form.focus("customer")
        return form
    }

    /// Shows the fields that the channel and the choice of what follows need, by their names for it.
    private static func fit(_ form: inout Form, _ session: DeskSession) {
        let language = session.language
        let channel = Channel(rawValue: form.value("channel"))
        for field in Intake.fields {
            guard let index = form.fields.firstIndex(where: { $0.id == field.name.text }) else { continue }
            // What a refusal or the words ask for stands there once they do; a number of people asks who speaks, and nothing else.
            let isAskedByWords = field.name == "few-speak" && Intake.mayBeMany(form.value("proxy"))
            let isIdle = field.shape.isOnDemand && Written.flag(form.value(field.name.text)) != true && !isAskedByWords
            form.setHidden(isIdle || !field.isAsked(channel, in: session.settings.country), at: field.name.text)
            if field.shape.box == nil { form.fields[index].label = language(field.label(channel)) }
            form.fields[index].hint = field.hint(channel).map { language($0) }
        }
        // Who stands at the counter or rings, does so now.
        if [.oral, .phone, .hotline].contains(channel) { form.setHidden(true, at: "received") }
        form.setHidden(form.value("then") != thenAnswer, at: "answer")
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        try lookForKnown(session)
        try suggestCodes(session)
        let inner = formArea(area)
        form.fit(columns: inner.columns, rows: inner.rows)
        LogScreen.fit(&form, session)
    }

    /// Looks for earlier cases of the same customer or matter.
    private mutating func lookForKnown(_ session: DeskSession) throws {
        known = []
        guard let actor = session.acting else { return }
        var intake = Intake(channel: .oral, received: session.ledger.clock.now(), text: form.value("text"))
        intake.customer = form.value("customer").trimmed
        intake.contact = form.value("contact").trimmed
        if intake.customer.isEmpty, intake.contact.isEmpty, intake.text.isBlank { return }
        known = try session.ledger.likeCases(intake, toldTo: actor)
        knownDue = try known.first.flatMap { try session.ledger.replyDue(of: $0.number) }
    }

    /// The form, above the lines about earlier cases where there are any.
    func formArea(_ area: Rect) -> Rect {
        area.inset(columns: 1).rows(from: 0, count: known.isEmpty ? area.rows : area.rows - 3)
    }

    mutating func typed(from field: String, isChanged: Bool, _ session: DeskSession) throws -> Step {
        if isChanged {
            let hidden = form.fields.map(\.isHidden)
            adapt(session)
            focusOnWhatCameUp(from: field, hidden)
        }
        // Once a field is left that tells who the customer is or what happened, earlier cases are looked for; not while one types.
        if field != form.focusedID {
            tellAbout(session)
            tellLate(session)
            tellContact(session)
        }
        guard field != form.focusedID, ["customer", "contact", "text"].contains(field) else { return .moved }
        try lookForKnown(session)
        try suggestCodes(session)
        return .stay
    }

    /// A choice that brings up a field and goes on, goes on to that field: it was passed by while it was still hidden.
    private mutating func focusOnWhatCameUp(from field: String, _ hidden: [Bool]) {
        guard let start = form.fields.firstIndex(where: { $0.id == field }),
            let end = form.fields.firstIndex(where: { $0.id == form.focusedID }), start < end
        else { return }
        let new = form.fields.indices[start..<end].first { hidden[$0] && form.fields[$0].isFocusable }
        if let new { form.focus(form.fields[new].id) }
    }

    mutating func submit(_ session: DeskSession, by key: Key) throws -> Step {
        let language = session.language
        LogScreen.fit(&form, session)
        let notes = ["about": LogScreen.aboutNote, "happened": LogScreen.lateNote].merging(LogScreen.contactNotes) { $1 }
        let seen = Set(notes.filter { form[$0.value]?.isHidden == false }.map(\.key))
        var values: [String: String] = [:]
        for field in form.fields where !field.isHidden && Intake.field(field.id) != nil { values[field.id] = field.value }
        do {
            let intake = try Intake(values: values, at: session.ledger.clock.now(), under: session.ledger.rules)
            let acts = try following(at: session.now, under: session.ledger.rules)
            func step(isAnother: Bool) -> Step {
                .perform(
                    Errand(title) { [bookDay] in
                        try LogScreen.log(intake, from: values, seen: seen, on: bookDay, then: acts, isAnother: isAnother, session)
                    }
                )
            }
            // Asked where it can be told that it was logged already.
            if let page = intake.page, let line = intake.line, let actor = session.acting,
                let there = try session.ledger.entry(like: intake, for: actor)
            {
                let refusal = Refusal.entryThere(there, page: page, line: line)
                let again = step(isAnother: true)
                return .ask(
                    Question(.bookEntry, refusal.sentence, confirm: .logAnother, by: key, language) { app, _ in try app.take(again, by: key)
                    }
                )
            }
            return step(isAnother: false)
        } catch {
            try show(error, language)
            return .stay
        }
    }

    private static func log(
        _ intake: Intake,
        from values: [String: String],
        seen: Set<String>,
        on bookDay: Day?,
        then acts: [any Act],
        isAnother: Bool,
        _ session: DeskSession
    ) throws -> Step {
        let actor = try session.signedIn()
        let stored =
            try bookDay.map { try session.ledger.logEntry(intake, on: $0, then: acts, isAnother: isAnother, by: actor) }
            ?? session.ledger.log(intake, then: acts, isAnother: isAnother, by: actor)
        session.lastCustomer = intake.whoItIs
        let number = stored.state.number.description
        let name = intake.customer.isEmpty ? number : "\(number) \(intake.customer)"
        var note = Phrase.saved(name)
        if let receiver = stored.state.awaitedReceiver { note = .savedAndHandedOver(name, to: session.look.person(receiver)) }
        if stored.state.answer != nil { note = .savedAndAnswered(name) }
        if let earlier = stored.state.links.first(where: { $0.tie == .repeated }) { note = .savedAsRepeat(note, of: earlier.number) }
        // Whoever saves from within a field has not read what the form says once it is left.
        let remarks = intake.remarks(on: values, isLateClaim: stored.state.isLateClaim, seen: seen, under: session.ledger.rules)
        note = remarks.reduce(note) { .saved($0, remarking: $1) }
        if stored.state.isAbout(actor.number) {
            session.loggedAboutSelf = number
            note = .savedAboutSelf(note, isHeld: stored.state.awaitedReceiver == nil)
        }
        return .logged(number, note)
    }

    /// The acts that follow the logging in the same transaction.
    private func following(at now: Moment, under desk: DeskRules) throws(Refusal) -> [any Act] {
        switch form.value("then") {
        case "", LogScreen.thenKeep: return []
        case LogScreen.thenAnswer:
            if form.value("answer").isBlank { throw .missing("answer") }
            let values = ["text": form.value("answer"), FieldName.sumNotPromised: form.value(FieldName.sumNotPromised)]
            return [try ActKind.answer.act(values, at: now, under: desk)]
        default: return [try ActKind.handOver.act(["to": form.value("then")], at: now, under: desk)]
        }
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        if let latest = known.first { drawKnown(latest, into: &grid, in: area.inset(columns: 1).rows(from: area.rows - 3), look) }
        // Last, so that an open list lies over everything.
        form.draw(into: &grid, in: formArea(area), glyphs: look.glyphs)
    }

    /// What a customer who comes back is told: number, stage, and by when.
    private func drawKnown(_ latest: LikeCase, into grid: inout Grid, in area: Rect, _ look: Look) {
        let language = look.language
        grid.rule(in: area.rows(from: 0, count: 1), glyphs: look.glyphs)
        var facts = [latest.number, language(latest.stage.label)]
        if let due = knownDue {
            let time = look.words.zone.localTime(at: due).time
            facts.append(language(.knownDue("\(look.words.shortDay(time.day)) \(time.clock)", isPast: due < look.now)))
        }
        let text = "! \(language(.hereBefore))\(facts.joined(separator: " \(look.glyphs.dot) "))"
        grid.put(text, in: area.rows(from: 1, count: 1), role: .warning, ellipsis: look.glyphs.ellipsis)
        var why = language(latest.likeness.label)
        if known.count > 1 { why += language.comma + language(.knownMore(known.count - 1)) }
        grid.put("  " + language(.hereBeforeHint(why)), in: area.rows(from: 2, count: 1), role: .dim, ellipsis: look.glyphs.ellipsis)
    }
}

extension Intake {
    /// Who complained, as the form has it.
    var whoItIs: [String: String] { ["customer": customer, "contact": contact, "proxy": proxy] }
}
