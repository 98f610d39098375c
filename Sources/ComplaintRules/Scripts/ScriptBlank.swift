/// A blank of a script: a name in braces, in whose place stands what is known of the case.
public enum ScriptBlank: String, CaseIterable, Sendable {
    case number, customer, channel, received
    case replyBy = "reply-by"
    case business, hotline, branch, staff

    /// What people read where nothing is known to fill it with.
    public var label: Phrase {
        switch self {
        case .number, .customer, .channel, .received, .business: FieldLabel.of(rawValue)
        case .replyBy: Phrase(en: "Reply by", zh: "最迟答复日期")
        case .hotline: Setting.label(of: "hotline")
        case .branch: Setting.label(of: "name")
        case .staff: Phrase(en: "Handler's name", zh: "经办人姓名")
        }
    }

    /// The blank that is called so, by its name or its label in either language; nil for none.
    public init?(named text: String) {
        let wanted = text.trimmed.lowercased()
        let found = ScriptBlank.allCases.first {
            $0.rawValue == wanted || $0.label.english.lowercased() == wanted || $0.label.chinese == wanted
        }
        guard let found else { return nil }
        self = found
    }

    /// What stands in its place while nothing is known to fill it with, so that nobody sends it unseen.
    func mark(in language: Language) -> String { language == .english ? "[\(label.english)]" : "【\(label.chinese)】" }

    /// What fills it; empty where that is not known.
    func value(for matter: ScriptMatter, in language: Language, under desk: DeskRules) -> String {
        let times = TimeWords(language, zone: desk.zone)
        switch self {
        case .number: return matter.number
        case .customer: return matter.customer.trimmed
        case .channel: return matter.channel.map { language($0.label) } ?? ""
        case .received: return matter.received.map { times.longDay(desk.zone.day(at: $0)) } ?? ""
        case .replyBy: return matter.replyBy.map { times.longDay(desk.zone.day(at: $0)) } ?? ""
        // "Other" is a code of the register's and says nothing to a customer.
        case .business:
            return matter.business.isEmpty || matter.business == Code.otherKey
                ? "" : language(desk.codes.label(matter.business, on: .business))
        case .hotline: return desk.settings.hotline
        case .branch: return desk.settings.branchName
        // Whoever sits at the keyboard may write for somebody else, and the customer is told whom to ask for.
        case .staff: return matter.handler.flatMap { desk.staff[$0]?.name } ?? ""
        }
    }
}

/// What is known of a case when a script is chosen: of one that is logged, or of one that is just being taken down.
public struct ScriptMatter: Sendable {
    /// The number; empty before there is one.
    public var number = ""
    /// The customer as they were taken down: their form of address.
    public var customer = ""
    /// The channel.
    public var channel: Channel?
    /// When it was received.
    public var received: Moment?
    /// By when the customer is to hear; nil where nothing runs towards them, and where that is past: nobody promises a day gone by.
    public var replyBy: Moment?
    /// The business type's key; empty where it is not known.
    public var business = ""
    /// The reason's key; empty where it is not known.
    public var reason = ""
    /// What the customer said.
    public var words = ""
    /// Who has it in hand; nil while nobody took it.
    public var handler: StaffNumber?

    /// Makes a matter of which nothing is known.
    public init() {}

    /// What is known of a case at `now`.
    public init(_ state: Case, at now: Moment) {
        (number, customer, channel) = (state.number.description, state.intake.customer, state.intake.channel)
        received = state.intake.received
        let due = state.clocks.filter { $0.ended == nil && $0.name.isTowardsCustomer }.map(\.due).min()
        replyBy = due.flatMap { $0 < now ? nil : $0 }
        (business, reason, words) = (state.intake.business, state.intake.reason, state.intake.text)
        handler = state.handler
    }
}
