extension ActKind { public static let amend = ActKind(Amend.self) }

/// A typing error is put right; the old value is kept (1-domain, The drawing).
public struct Amend: Act {
    public static let blank = Amend()
    public static let name = "amend"
    public static let label = Phrase(en: "Amend", zh: "更正")
    public static let rule = ActRule(Stage.open.union(Stage.endsOfTheirOwn), by: .desk) { $0.isOwnForCounter = true }
    public static let fields: [Field<Amend>] = [.choice("field", \.field), .text("value", \.value)]
    public static let events: [any CaseEvent.Type] = [Amendment.self]

    /// Which field.
    public var field = AmendableField.customer
    /// What it is to say.
    public var value = ""

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        // Whom a case is about decides who is recused: a clerk's slip is put right while the case is still theirs, later by a manager.
        if field == .about, state.stage != .logged, !occasion.actor.regarding(state).isManager { throw .notYours(.amend) }
        do throws(Refusal) {
            let amendment = try amendment(of: state, in: occasion)
            guard field.saysWhoComplained else { return [amendment] }
            var (amended, after) = (amendment, state)
            amendment.put(amendment.new, in: &after.intake)
            amended.leavesContact = after.intake.hasContact ? true : nil
            let owed = state.mergedOfAnother(than: after, in: occasion.desk)
            amended.owes = owed.isEmpty ? nil : owed
            amended.change(&after, Happened(amended, at: occasion.now, by: occasion.actor.number))
            return [amended] + after.owing(since: state, in: occasion.desk)
        } catch {
            // The form of an amendment has one field for the new value, whatever it amends, and one for which it is.
            throw error.field.map { ["value", "field"].contains($0) } ?? true ? error : .newValue(error)
        }
    }

    /// Whom the case is about, and who complained, is told to all that it is tied to.
    public func unknownPeople(under desk: DeskRules) -> [Phrase] {
        field == .about ? Intake.unknownSubjects(value, under: desk) : []
    }

    public static func unknownPeople(in values: [String: String], under desk: DeskRules) -> UnknownPeople? {
        values["field"] == AmendableField.about.rawValue ? UnknownPeople(about: values["value"] ?? "", in: "value", under: desk) : nil
    }

    public func needsWeb(on state: Case) -> Bool { !state.ties.isEmpty && (field == .about || field.saysWhoComplained) }

    /// Those parts of a list of words that do not stand in another one.
    private static func words(of new: String, notIn old: String) -> String {
        func parts(_ text: String) -> [String] {
            Written.plain(text).lowercased().split { ",;、\n".contains($0) }.map { String($0).trimmed }
        }
        let before = Set(parts(old))
        return parts(new).filter { !before.contains($0) }.joined(separator: ", ")
    }

    private func amendment(of state: Case, in occasion: Occasion) throws(Refusal) -> Amendment {
        // The new value goes through the same checks as at logging, so that an amendment cannot bring in what logging refuses.
        let name = field.rawValue
        let channel = state.intake.channel
        if !field.intakeField.isOf(channel) { throw .notOfChannel(field.intakeField.name, field.intakeField.channels ?? []) }
        if let refusal = field.intakeField.lack(in: value, channel) { throw refusal }
        // What a complaint of this channel must have beside the field has it already.
        var values: [String: String] = [:]
        for other in Intake.fields where other.shape.isRequired && other.isOf(channel) { values[other.name.text] = "x" }
        values["channel"] = channel.rawValue
        // What was said of a number of people in its words still holds.
        if field.rawValue == "proxy", state.intake.areFewSpeaking == true { values["few-speak"] = "yes" }
        values[name] = value
        var read = try Intake(values: values, at: occasion.now, under: occasion.desk)
        read.received = state.intake.received
        try field.intakeField.check(read)
        try read.checkSense(in: occasion)
        let (old, new) = (field.intakeField.value(state.intake), field.intakeField.value(read))
        if old == new { throw .nothingToAmend(field) }
        var amendment = Amendment(field: field, old: .init(old), new: .init(new))
        if field.rawValue == "happened" {
            var intake = state.intake
            field.intakeField.put(&intake, new)
            if intake.isLateClaim(under: occasion.desk) != state.isLateClaim { amendment.isLateClaim = !state.isLateClaim }
        }
        if field == .about {
            // Nobody is left out who was in: an amendment adds. On whom a recusal was lifted, they return by being named anew: in other words than
            // those that stood there.
            let staff = occasion.desk.staff
            let anew = Set(staff.subjects(in: Amend.words(of: read.about, notIn: state.intake.about)))
            amendment.subjects = staff.subjects(in: read.about).filter { !state.liftedRecusals.contains($0) || anew.contains($0) }
        }
        return amendment
    }
}

/// A typing error was put right.
public struct Amendment: CaseEvent {
    /// What a field said, in the form in which it is kept.
    public struct Kept: Hashable, Codable, Sendable {
        /// The text, the key of a code, the amount, or `true` and `false`.
        public var text: String?
        /// The moment.
        public var at: Moment?
        /// Whether only its day was told; nil where an hour was.
        public var isDayAlone: Bool?

        init(_ value: Detail.Value?) {
            switch value {
            case .amount(let amount)?: text = amount.text
            case .count(let count)?: text = String(count)
            case .flag(let flag, _)?: text = flag ? "true" : "false"
            default: text = value?.text
            }
            at = value?.moment
            if case .dayOf? = value { isDayAlone = true }
        }

        /// The value again, of a field that can hold such.
        func value(of kind: FieldShape.Kind) -> Detail.Value? {
            if let at { return isDayAlone == true ? .dayOf(at) : .moment(at) }
            return switch kind {
            case .amount: text.flatMap { Amount($0) }.map { .amount($0) }
            case .count: text.flatMap { Int($0) }.map { .count($0) }
            case .flag: text.map { .flag($0 == "true", .ifSo) }
            default: text.map { .text($0) }
            }
        }
    }

    public static let wireName = "amended"
    public static let actName = Amend.name
    public static let heading = Phrase(en: "amended", zh: "更正")

    /// Which field.
    public var field: AmendableField
    /// What it said.
    public var old: Kept
    /// What it says now.
    public var new: Kept
    /// The staff who are recused by the amendment, where `field` is `about`; whoever was recused before stays so.
    public var subjects: [StaffNumber]?
    /// Whether the complaint is a late claim from now on, or is none any more, where `field` is when it happened; nil where that stays as it was.
    public var isLateClaim: Bool?
    /// The numbers of the cases merged in whose customers are to be answered by themselves: who complained, as it is said now, is somebody else than they
    /// are. Nil for none. They stand here, since nobody could tell from words that were erased.
    public var owes: [String]?
    /// Whether a contact stands there now, where that was put right; nil where none does. It stands here for the same reason.
    public var leavesContact: Bool?

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        let before = state.intake
        put(new, in: &state.intake)
        state.takeNewFact()
        if field.saysWhoComplained {
            if state.stage == .merged { state.complainedBefore.append(.init(until: happened.at, intake: before)) }
            if let owes { state.oweCustomers(mergedWith: owes) }
        }
        if leavesContact == true, !state.hasLeftContact {
            state.hasLeftContact = true
            state.oweHearing()
        }
        if let isLateClaim { state.isLateClaim = isLateClaim }
        guard field == .about else { return }
        state.name(state.intake.about)
        state.recuse(subjects ?? [], happened)
    }

    fileprivate func put(_ kept: Kept, in intake: inout Intake) {
        let field = field.intakeField
        field.put(&intake, kept.value(of: field.shape.kind))
    }

    public var details: [Detail] {
        let name = field.intakeField.name
        // Told as the field itself tells it: a contact stays masked, a code has its name.
        func value(_ kept: Kept) -> Detail.Value? {
            var intake = Intake(channel: .other, received: Moment(milliseconds: 0), text: "")
            put(kept, in: &intake)
            return field.intakeField.value(intake)
        }
        return [
            Detail("field", .code(field.rawValue, name.label), style: .fine),
            Detail(FieldName("change", label: name.label), .change(from: value(old), to: value(new))),
        ] + (isLateClaim.map { [Detail(Logged.lateClaim, .flag($0, .ifSo), style: .fine)] } ?? [])
    }
}
