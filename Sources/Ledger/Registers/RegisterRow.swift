import ComplaintRules

/// One line of a register: what is kept of a case for lists and counts. A new column is a property here and an entry below; the desks that
/// are there already get it by a migration that makes the tables anew.
public struct RegisterRow: Identifiable, Hashable, Sendable {
    /// The case's id in this store.
    public internal(set) var id: Int64 = 0
    /// The number, as printed.
    public internal(set) var number = ""
    /// Where the case stands.
    public internal(set) var stage = Stage.logged
    /// How it reached the branch.
    public internal(set) var channel = Channel.oral
    /// What it turned out to be; nil before a finding.
    public internal(set) var kind: CaseKind?
    /// Whether it held; nil before a finding.
    public internal(set) var classification: CaseClass?
    /// When it was received.
    public internal(set) var received = Moment(milliseconds: 0)
    /// When the customer was answered, while that answer stands.
    public internal(set) var replied: Moment?
    /// When the customer was told of the outcome that stands, in a way that reaches them: the comment book alone tells nobody.
    public internal(set) var outcomeTold: Moment?
    /// When it came to its end; nil before, and where that is not known.
    public internal(set) var closed: Moment?
    /// Who complained; empty where nobody is named.
    public internal(set) var customer = ""
    /// How to reach them.
    public internal(set) var contact = ""
    /// At which number they want to be called back, where they said so.
    public internal(set) var callBackNumber = ""
    /// Whom or what it is about.
    public internal(set) var about = ""
    /// The business type.
    public internal(set) var business = ""
    /// The reason.
    public internal(set) var reason = ""
    /// Who was asked first; nil for history.
    public internal(set) var firstResponder: StaffNumber?
    /// Who has it.
    public internal(set) var holder: StaffNumber?
    /// Who is to accept it.
    public internal(set) var awaitedReceiver: StaffNumber?
    /// Whether the signature is due.
    public internal(set) var awaitsSignature = false
    /// Whether it was dealt with elsewhere.
    public internal(set) var isHistory = false
    /// Whether it was signed here to its end: history that was brought in never was.
    public var isSignedHere: Bool { stage == .closed && !isHistory }
    /// Where it came from.
    public internal(set) var source = ""
    /// Its number there.
    public internal(set) var sourceNumber = ""
    /// The seq of its last event.
    public internal(set) var version: Int64 = 0
    /// What the branch manager is to decide, by the act that asked for it; empty for nothing.
    public internal(set) var waitsFor = ""
    /// The dossier's number, where it went to head office.
    public internal(set) var dossier = ""
    /// Its page of the comment book; nil where it is none of its entries, or the page was not taken down.
    public internal(set) var page: Int?
    /// Its line on that page.
    public internal(set) var line: Int?
    /// Who wrote the answer in the comment book, the last time.
    public internal(set) var bookAnsweredBy: StaffNumber?
    /// When the answer was written in the comment book, the last time.
    public internal(set) var bookAnswered: Moment?
    /// The customer's words: all of them, or as many characters as the query asked for.
    public internal(set) var text = ""

    private var nearestName: ClockName?
    private var nearestStarted: Moment?
    private var nearestDue: Moment?

    /// The running clock that runs out first.
    public var nearest: Clock? {
        guard let nearestName, let nearestStarted, let nearestDue else { return nil }
        return Clock(nearestName, started: nearestStarted, due: nearestDue)
    }

    /// Who complained, as a list has it; of what was erased that it was, since none was logged without words.
    public var who: Phrase {
        customer.isEmpty ? !isHistory && text.isEmpty ? Term.erased : Term.anonymous : Phrase(verbatim: customer)
    }

    /// All columns of the register but the case's id.
    static let columns: [KeptColumn<Ledger.Stored, RegisterRow>] = [
        KeptColumn("number", \.number, index: "(number)", isUnique: true) { $0.state.number.description },
        KeptColumn("month", index: "(month, serial)", isUnique: true) { $0.state.number.month },
        KeptColumn("serial") { $0.state.number.serial },
        KeptColumn("stage", \.stage, index: "(stage, received, id)") { $0.state.stage },
        KeptColumn("channel", \.channel) { $0.state.intake.channel },
        KeptColumn("came_by") { $0.state.intake.cameBy },
        KeptColumn("kind", \.kind) { $0.state.finding?.kind },
        KeptColumn("class", \.classification) { $0.state.finding?.classification },
        KeptColumn("received", \.received, index: "(received, id)") { $0.state.intake.received },
        KeptColumn("logged_at") { $0.state.loggedAt },
        KeptColumn("replied", \.replied) { $0.state.repliedAt },
        KeptColumn("outcome_told", \.outcomeTold) { $0.state.outcomeTold?.at },
        KeptColumn("closed", \.closed) { $0.state.closedAt },
        KeptColumn("customer", \.customer, index: "(customer, id) WHERE customer <> ''") { $0.state.intake.customer },
        KeptColumn("contact", \.contact) { $0.state.intake.contact },
        KeptColumn("call_back_number", \.callBackNumber) { $0.state.intake.callBackNumber ?? "" },
        KeptColumn("about", \.about) { $0.state.intake.about },
        KeptColumn("business", \.business) { $0.state.intake.business },
        KeptColumn("reason", \.reason) { $0.state.intake.reason },
        KeptColumn("first_responder", \.firstResponder) { $0.state.firstResponder },
        KeptColumn("holder", \.holder, index: "(holder, received, id)") { $0.state.holder },
        KeptColumn("awaited_receiver", \.awaitedReceiver, index: "(awaited_receiver, id) WHERE awaited_receiver IS NOT NULL") {
            $0.state.awaitedReceiver
        },
        KeptColumn("awaits_signature", \.awaitsSignature, index: "(id) WHERE awaits_signature = 1") { $0.state.awaitsSignature },
        KeptColumn("awaits_acknowledgement", index: "(id) WHERE awaits_acknowledgement = 1") { $0.state.awaitsAcknowledgement },
        KeptColumn("awaits_as_repeat") { $0.state.awaitsAcknowledgementAsRepeat },
        KeptColumn("waits_for", \.waitsFor, index: "(id) WHERE waits_for <> ''") { $0.state.waitsFor },
        KeptColumn("is_history", \.isHistory) { $0.state.isHistory },
        KeptColumn("nearest_rule", \.nearestName) { $0.state.nearestClock?.name },
        KeptColumn("nearest_started", \.nearestStarted) { $0.state.nearestClock?.started },
        KeptColumn("nearest_due", \.nearestDue, index: "(nearest_due, id) WHERE nearest_due IS NOT NULL") { $0.state.nearestClock?.due },
        // By when the customer is to be answered: what one who comes back is told, whoever stands at the counter (1-domain, Coming back).
        KeptColumn("customer_due") { stored in
            stored.state.clocks.filter { $0.ended == nil && $0.name.isTowardsCustomer }.map(\.due).min()
        },
        KeptColumn("source", \.source, index: "(source, \(ImportIdentity.key)) WHERE source_number <> ''", isUnique: true) {
            $0.state.intake.source
        },
        KeptColumn("source_number", \.sourceNumber) { $0.state.intake.sourceNumber },
        KeptColumn("dossier", \.dossier) { $0.state.dossier ?? "" },
        KeptColumn("page", \.page) { $0.state.intake.page },
        KeptColumn("line", \.line) { $0.state.intake.line },
        KeptColumn("book_answered_by", \.bookAnsweredBy) { $0.answerInBook?.by },
        KeptColumn("book_answered", \.bookAnswered) { $0.answerInBook?.at },
        KeptColumn("version", \.version) { $0.state.version },
        KeptColumn("text", \.text) { $0.state.intake.text },
    ]

    /// The columns that a line is read from, behind the case's id.
    static let shown = columns.filter { $0.read != nil }

    /// What a query of the table `complaint c` selects, with at most `textLimit` characters of the customer's words.
    static func select(textLimit: Int?) -> String {
        let columns = shown.map { column in
            if column.name == "text", let textLimit { return "substr(c.text, 1, \(textLimit))" }
            return "c.\(column.name)"
        }
        return (["c.id"] + columns).joined(separator: ", ")
    }
}

extension RegisterRow {
    /// The row as whoever only enters head office's ruling on the case sees it.
    var withoutContacts: RegisterRow {
        var row = self
        (row.contact, row.callBackNumber) = (contact.maskedContact, callBackNumber.maskedContact)
        return row
    }

    /// Reads the columns of `select(textLimit:)`.
    ///
    /// - Throws: `.damaged` for a row that no event can have made.
    init(_ row: Statement) throws(LedgerError) {
        id = row.int64(0)
        for (place, column) in RegisterRow.shown.enumerated() { try column.read?(&self, row, place + 1) }
    }
}

extension Ledger.Stored {
    /// The last time when the answer was written in the comment book.
    fileprivate var answerInBook: Happened<any CaseEvent>? {
        events.last { $0.event is BookAnswer }
    }
}
