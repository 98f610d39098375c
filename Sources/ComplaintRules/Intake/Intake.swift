/// What the first responder takes down (1-domain, Log). `Intake.fields` is the one table of its fields: what is not in it is no field of a
/// form, a command, a file or a paper.
public struct Intake: Hashable, Codable, Sendable {
    /// How it reached the branch.
    public var channel: Channel
    /// When it was received; for the comment book the date written.
    public var received: Moment
    /// What happened, in the customer's words.
    public var text: String
    /// Who complained; empty where the customer stays anonymous.
    public var customer = ""
    /// How to reach the customer; empty where nothing was left.
    public var contact = ""
    /// Who speaks for the customer, several names with commas between them; empty where nobody does.
    public var proxy = ""
    /// Whether it was said that no more than `representativeLimit` speak, where the words name a larger number of people; nil where nobody had to say.
    public var areFewSpeaking: Bool?
    /// The written authority of whoever speaks for the customer: what it is and where it is kept; nil where there is none.
    public var authority: String?
    /// What the customer asks for.
    public var asks = ""
    /// The business type: a key of the code table, or a name that came in from elsewhere.
    public var business = ""
    /// The reason: a key of the code table, or a name that came in from elsewhere.
    public var reason = ""
    /// Where the business was done, the third axis of JR/T 0169-2018: a key of the code table, or a name that came in from elsewhere.
    public var doneAt: String?
    /// The staff or department complained about, as the customer names them.
    public var about = ""
    /// When it happened.
    public var happened: Moment?
    /// Whether only the day of that was told; nil where an hour was.
    public var isHappenedDayAlone: Bool?
    /// What the customer claims.
    public var amount: Amount?
    /// Whether the main points were repeated back to the customer and agreed.
    public var isRepeatedBack = false
    /// When an answer was promised, where the customer was promised another moment than the reply limit.
    public var agreed: Moment?

    /// By which source it came: a hotline by its number, a website, a chat; nil where its channel says enough.
    public var cameBy: IntakeSource?
    /// Letter: the day of the postmark.
    public var postmark: Day?
    /// Letter: where the original is kept, cabinet and file number.
    public var originalPlace: String?
    /// Letter: where the copy is kept.
    public var copyPlace: String?
    /// Phone: at which number the caller wants to be called back.
    public var callBackNumber: String?
    /// Hotline: whether the caller was verified as the hotline.
    public var isVerified: Bool?
    /// Hotline: its ticket.
    public var ticket: String?
    /// Hotline: what the hotline was answered.
    public var hotlineAnswer: String?
    /// Whether a sum in that, or in what the customer was answered while logging, is not promised; nil where nobody had to say.
    public var isSumOther: Bool?
    /// Oral: whether the customer was taken to a quiet place.
    public var isQuietPlace: Bool?
    /// Comment book: the page.
    public var page: Int?
    /// Comment book: the line.
    public var line: Int?
    /// Referred: who sent it.
    public var sender: String?
    /// Referred: under which reference.
    public var reference: String?
    /// Referred, or set by a regulator: when the result is due.
    public var due: Moment?

    /// Whether the customer is vulnerable, as the British rules mean it: health, life events, resilience, capability.
    public var isVulnerable: Bool?
    /// Whether the complaint came about since the bank failed the needs of a vulnerable customer.
    public var isVulnerabilityFailed: Bool?

    /// The staff whom `about` means; they take no part in the case beyond logging it and handing it over.
    public var subjects: [StaffNumber] = []
    /// The country of the branch when it was logged, in which a number beside a name is dialled; nil for China.
    public var dialledIn: Country?
    /// Where the case was taken from, such as another register; empty for what came to the branch itself.
    public var source = ""
    /// The number that it had there.
    public var sourceNumber = ""

    /// The fields, in the order in which a form asks for them.
    public static let fields: [IntakeField] = [
        IntakeField(.choice("channel", \.channel)),
        IntakeField(
            .choice("came-by", \.cameBy, .hint("e.g. a hotline, the website, an app", "例如 热线、网站、手机银行")),
            .amendable,
            of: [.hotline, .referred, .other]
        ),
        IntakeField(
            .time("received", nowOr: \.received, .hint("blank = just now", "留空即为现在")),
            called: [.commentBook: .label("Written on", "填写日期", hint: "e.g. 2026-11-22; blank = today", "例如 2026-11-22；留空即为今日")]
        ),
        IntakeField(
            .line(
                "sender",
                \.sender,
                .hint("e.g. head office, the regulator, a hotline centre", "例如 总行、监管部门、客服中心"),
                required: true
            ),
            of: [.referred]
        ),
        IntakeField(.line("reference", \.reference), of: [.referred]),
        IntakeField(
            .time("due", \.due, .hint("e.g. 2026-11-22, when they want the result", "例如 2026-11-22（要求报送结果的日期）"), isEnd: true),
            of: [.referred]
        ),
        IntakeField(.count("page", \.page), .amendable, of: [.commentBook]),
        IntakeField(.count("line", \.line), .amendable, of: [.commentBook]),
        IntakeField(.day("postmark", \.postmark, .hint("e.g. 2026-11-22", "例如 2026-11-22")), of: [.letter]),
        IntakeField(
            .line("original-place", \.originalPlace, .hint("e.g. cabinet 3, file 12", "例如 3 号柜 12 号档案")),
            .amendable,
            of: [.letter]
        ),
        IntakeField(
            .line("copy-place", \.copyPlace, .hint("e.g. cabinet 3, file 12", "例如 3 号柜 12 号档案")),
            .amendable,
            of: [.letter]
        ),
        IntakeField(
            .flag("verified", \.isVerified, .box("the caller was verified as the hotline", "已核实对方为客服热线")),
            of: [.hotline]
        ),
        IntakeField(.line("ticket", \.ticket), .amendable, of: [.hotline]),
        IntakeField(.line("customer", \.customer, .hint("blank = anonymous", "留空即为匿名")), .amendable),
        IntakeField(
            .contact("contact", \.contact, .hint("e.g. a telephone number or e-mail", "例如 电话或电子邮箱")),
            .amendable,
            called: [.phone: .label("Caller's number", "来电号码", hint: "e.g. a telephone number", "例如 手机号码")]
        ),
        IntakeField(
            .contact("call-back-number", \.callBackNumber, .hint("blank = the same number", "留空即与来电号码相同")),
            .amendable,
            of: [.phone]
        ),
        IntakeField(
            .text("text", \.text, FieldWords(label: Phrase(en: "What happened", zh: "客户所述"), isCustomersWord: true), required: true),
            .amendable
        ),
        IntakeField(.line("hotline-answer", \.hotlineAnswer), of: [.hotline]),
        IntakeField(.sumNotPromised(\.isSumOther)),
        IntakeField(.text("asks", \.asks), .amendable),
        IntakeField(.code("business", \.business, on: .business), .amendable),
        IntakeField(.code("reason", \.reason, on: .reason), .amendable),
        IntakeField(.line("about", \.about, .hint("e.g. a staff number, name or department", "例如 工号、姓名或部门")), .amendable),
        IntakeField(
            .flag("repeated-back", \.isRepeatedBack, .box("main points repeated back and agreed", "已向客户复述要点并确认")),
            askedOf: [.oral, .phone]
        ),
        IntakeField(
            .flag("quiet-place", \.isQuietPlace, .box("the customer was taken to a quiet place", "已将客户引至安静处")),
            of: [.oral]
        ),
        IntakeField(
            .time("happened", \.happening, .hint("e.g. 2026-11-22 09:14, or 09:14", "例如 2026-11-22 09:14 或 09:14")),
            .amendable
        ),
        IntakeField(.code("done-at", \.doneAt, on: .place), .amendable),
        IntakeField(
            .flag("vulnerable", \.isVulnerable, .box("the customer is vulnerable", "客户属弱势群体")),
            .amendable,
            askedIn: [.britain]
        ),
        IntakeField(
            .flag("vulnerability-failed", \.isVulnerabilityFailed, .box("caused by failing a vulnerable customer", "因未照顾弱势客户引起")),
            .amendable,
            askedIn: [.britain]
        ),
        IntakeField(.amount("amount", \.amount), .amendable),
        IntakeField(.line("proxy", \.proxy), .amendable),
        IntakeField(
            .flag(
                "few-speak",
                \.areFewSpeaking,
                FieldWords(box: Phrase(en: "no more than five of them speak", zh: "代表不超过五人"), isOnDemand: true)
            ),
            .amendable
        ),
        IntakeField(.line("authority", \.authority, .hint("e.g. power of attorney, cabinet 3", "例如 授权委托书，3 号柜")), .amendable),
        IntakeField(.time("agreed", \.agreed, .hint("blank = the reply limit", "留空即为回复时限"), isEnd: true)),
    ]

    /// Those in which somebody searches for words.
    static let fieldsOfWords = fields.filter(\.shape.kind.isOfWords)

    /// Makes an intake of the things that each must have; the others are set as they come to be known.
    public init(channel: Channel, received: Moment, text: String) {
        self.channel = channel
        self.received = received
        self.text = text
    }

    /// The most characters that a line such as a name may hold.
    public static let lineLimit = 200
    /// The most characters that a text may hold: what memory bears easily, not what somebody thinks is enough.
    public static let textLimit = 1_000_000
    /// The last page that a comment book can have, and the last line of a page: what is beyond is a slip of the finger.
    static let pageLimit = 9999
    static let linesOfPage = 999
    /// How far back a complaint can have been received that is logged, in seconds: what lies back further is history, and is imported.
    static let oldestReceipt: Int64 = 366 * 86_400

    /// When it happened, as it was told.
    public var happening: TimeTold? {
        get { happened.map { TimeTold(at: $0, isDayAlone: isHappenedDayAlone ?? false) } }
        set { (happened, isHappenedDayAlone) = (newValue?.at, newValue?.isDayAlone == true ? true : nil) }
    }

    /// Whether there is a way to reach the customer: a call-back number is a contact like any other, and so is one that stands beside a name.
    public var hasContact: Bool {
        [contact, callBackNumber ?? ""].contains { !$0.isBlank && !Written.saysNone($0, of: .contact) }
            || [customer, proxy].contains { !Likeness.waysToReach(beside: $0, in: dialledIn ?? .china).isEmpty }
    }

    /// Whether what it is about lay further back, when it was received, than the branch's setting for late claims.
    public func isLateClaim(under desk: DeskRules) -> Bool {
        guard let happened else { return false }
        return happened < received.adding(seconds: -Int64(desk.settings.lateClaimDays) * 86_400)
    }

    /// Who sent it on to the branch; nil where that is not known, as of a referred one by whom nobody says.
    public var senderKind: SenderKind? {
        if let sender = cameBy?.sender { return sender }
        return channel == .referred || channel == .hotline ? nil : .own
    }

    /// What is told of the words that say whom a complaint is about and mean nobody here, so that nobody is recused for them (1-domain, Recusal).
    public static func unknownSubjects(_ about: String, under desk: DeskRules) -> [Phrase] {
        let unknown = desk.staff.unknown(in: about)
        if unknown.isEmpty { return [] }
        let put = Phrase(
            en: "put it right with \(Language.english.quoted(ActKind.amend.label.english)), field about: write the staff number",
            zh:
                "请办理\(Language.chinese.quoted(ActKind.amend.label.chinese))，在\(Language.chinese.quoted(FieldLabel.of("about").chinese))处填写工号"
        )
        return [.notOnStaff(unknown, so: .nobodyRecused(for: unknown), put: put, offering: desk.staff.offered)]
    }

    /// Checks what no complaint can say, however its fields were filled.
    ///
    /// - Throws: `Refusal.tooManyRepresentatives`, `.howManySpeak`, `.notOutside`, `.inTheFuture`.
    func checkSense(in occasion: Occasion) throws(Refusal) {
        let limit = Intake.representativeLimit
        // Who is named in full is a person, whatever is said beside it. Who else speaks, and for how many, no list of words can tell apart: it is
        // asked, and whoever said so knows.
        if surelyNamed > limit { throw .tooManyRepresentatives(limit: limit) }
        if areFewSpeaking != true, peopleSpokenOf > limit { throw .howManySpeak(peopleSpokenOf, limit: limit) }
        if channel == .referred, let sender { try occasion.checkOutside(sender, in: "sender", customer: customer) }
        if let page, page > Intake.pageLimit { throw .badValue("page", .atMost(Intake.pageLimit)) }
        if let line, line > Intake.linesOfPage { throw .badValue("line", .atMost(Intake.linesOfPage)) }
        if let happened, happened > occasion.now { throw .inTheFuture("happened") }
        if let postmark, postmark > occasion.today { throw .inTheFuture("postmark") }
        // Nobody complains of what has yet to happen, nor receives a letter before it was posted.
        if let happened, happened > received { throw .afterReceived("happened") }
        if let postmark, postmark > occasion.desk.zone.day(at: received) { throw .afterReceived("postmark") }
        if let happened, occasion.isFar(happened, years: 100) { throw .farFromNow("happened", years: 100) }
        if let postmark, occasion.today.ordinal - postmark.ordinal > 3653 { throw .farFromNow("postmark", years: 10) }
        if let due { try occasion.checkYear(of: due, in: "due") }
        if let agreed { try occasion.checkYear(of: agreed, in: "agreed") }
    }
}

/// One field of a complaint: how it is asked, read, checked, amended and told. Each is kept once: all of them are gone through for every case.
public final class IntakeField: Sendable {
    /// Whether a typing error in a field can be put right. When it was received, and how, start clocks and are never among them.
    enum Amending { case fixed, amendable }

    /// The field.
    let field: Field<Intake>
    /// The channels that have it; nil for all.
    public let channels: Set<Channel>?
    /// The channels in whose forms it stands; nil for all that have it.
    private let askedOf: Set<Channel>?
    /// The countries in whose forms it stands; nil for all.
    private let askedIn: Set<Country>?
    /// Whether a typing error in it can be put right.
    public let isAmendable: Bool
    private let called: [Channel: FieldWords]

    init(
        _ field: Field<Intake>,
        _ amending: Amending = .fixed,
        of channels: Set<Channel>? = nil,
        askedOf: Set<Channel>? = nil,
        askedIn: Set<Country>? = nil,
        called: [Channel: FieldWords] = [:]
    ) {
        self.field = field
        self.channels = channels
        self.askedOf = askedOf ?? channels
        self.askedIn = askedIn
        self.called = called
        isAmendable = amending == .amendable
    }

    /// What is known of it without a complaint.
    public var shape: FieldShape { field.shape }
    /// The name.
    public var name: FieldName { field.name }
    /// Whether complaints by that channel have it.
    public func isOf(_ channel: Channel) -> Bool { channels?.contains(channel) ?? true }
    /// Whether the form of a desk in that country asks for it where a complaint comes by that channel; nil while none is chosen.
    public func isAsked(_ channel: Channel?, in country: Country) -> Bool {
        (askedOf.map { channel.map($0.contains) ?? false } ?? true) && askedIn?.contains(country) ?? true
    }
    /// What people read before it where the complaint came by that channel.
    public func label(_ channel: Channel?) -> Phrase { channel.flatMap { called[$0]?.label } ?? shape.label }
    /// What a form shows while it is empty, where the complaint came by that channel.
    public func hint(_ channel: Channel?) -> Phrase? { channel.flatMap { called[$0]?.hint } ?? shape.hint }

    /// What an intake holds in it; nil where nothing was given.
    public func value(_ intake: Intake) -> Detail.Value? { field.value(intake) }
    /// Puts what an intake once held, or another register has, in its place; nil for nothing. What is no value of this field changes nothing.
    public func put(_ intake: inout Intake, _ value: Detail.Value?) { field.put(&intake, value) }
    func check(_ intake: Intake, isRequired: Bool = true) throws(Refusal) {
        try field.check(intake, isRequired: isRequired && isOf(intake.channel), isInOwnHand: intake.channel.isInOwnHand)
    }
    /// What is wrong with a text in it, where a complaint by that channel has to have it filled in; nil where nothing is.
    func lack(in text: String, _ channel: Channel) -> Refusal? {
        shape.isRequired ? shape.lack(in: text, isInOwnHand: channel.isInOwnHand) : nil
    }

    /// The field as it stands in `intake`, by the label that its channel gives it.
    func detail(of intake: Intake) -> Detail {
        Detail(FieldName(name.text, label: label(intake.channel)), field.value(intake), style: name == "text" ? .bare : .fine)
    }
}

extension FieldWords {
    static func hint(_ english: String, _ chinese: String) -> FieldWords { FieldWords(hint: Phrase(en: english, zh: chinese)) }
    static func box(_ english: String, _ chinese: String) -> FieldWords { FieldWords(box: Phrase(en: english, zh: chinese)) }
    static func label(_ english: String, _ chinese: String, hint: String, _ chineseHint: String) -> FieldWords {
        FieldWords(label: Phrase(en: english, zh: chinese), hint: Phrase(en: hint, zh: chineseHint))
    }
}

extension Intake {
    /// The fields by name.
    private static let named = Dictionary(uniqueKeysWithValues: fields.map { ($0.name.text, $0) })

    /// The field of that name, with hyphens; nil for none.
    public static func field(_ name: String) -> IntakeField? { named[name] }

    /// Makes an intake from what was written in the fields. A field left out or blank is not given; where `received` is not given, the
    /// complaint is received at `now`.
    ///
    /// - Throws: `Refusal.unknownField`, `.givenTwice`, `.missing`, `.saysNothing` or `.badValue`, naming the field.
    public init(values: [String: String], at now: Moment, under desk: DeskRules) throws(Refusal) {
        let reader = try FieldReader(values, known: Intake.fields.map(\.name), at: now, under: desk)
        self.init(channel: try reader.requiredCode("channel"), received: now, text: "")
        let own = Intake.fields.filter { $0.isOf(channel) }
        // A field of another channel is refused, since it would be lost.
        for field in Intake.fields where !field.isOf(channel) && !reader.line(field.name.text).isEmpty {
            throw .unknownField(
                field.name.jsonKey,
                known: own.map { FieldName($0.name.text, label: $0.label(channel)) }
            )
        }
        for field in own where field.shape.isRequired {
            try reader.checkFilled(field.shape, isInOwnHand: channel.isInOwnHand)
        }
        for field in own { try field.field.take(&self, reader) }
    }

    /// What was taken down, field by field, as far as this channel has it.
    public var details: [Detail] { Intake.fields.filter { $0.isOf(channel) }.map { $0.detail(of: self) } }

    /// Checks what the fields hold, however it came there.
    ///
    /// - Throws: `Refusal.missing`, `.saysNothing`, `.tooLong`.
    func checkFields() throws(Refusal) {
        for field in Intake.fields { try field.check(self) }
    }
}

/// A field of an intake in which a typing error can be put right.
public struct AmendableField: Codable, Choosable {
    public let rawValue: String

    public init?(rawValue: String) {
        guard Intake.field(rawValue)?.isAmendable == true else { return nil }
        self.rawValue = rawValue
    }

    /// Those that every complaint has before those of some channels.
    public static let allCases = [true, false].flatMap { isOfAll in
        Intake.fields.filter { $0.isAmendable && ($0.channels == nil) == isOfAll }.compactMap { AmendableField(rawValue: $0.name.text) }
    }

    public var label: Phrase { intakeField.shape.label }

    /// Whether it holds no words: a code, an amount, a number, a choice, by which figures count.
    public var isOfFact: Bool {
        switch intakeField.shape.kind {
        case .code, .choice, .amount, .count, .flag, .time, .day: true
        case .text, .line, .file, .manager, .member: false
        }
    }

    /// The field itself.
    var intakeField: IntakeField {
        // The initialiser let only names of the table in, and the table does not change.
        guard let field = Intake.field(rawValue) else { preconditionFailure("no field \(rawValue)") }
        return field
    }

    private init(_ name: String) { rawValue = name }

    public static let customer = AmendableField("customer")
    public static let contact = AmendableField("contact")
    public static let about = AmendableField("about")
    private static let callBackNumber = AmendableField("call-back-number")

    /// Whether it says who complained, or how they are reached: two cases are of one customer by these.
    var saysWhoComplained: Bool { [.customer, .contact, .callBackNumber].contains(self) }
}
