/// What only one channel has: the letter its postmark, the comment book its page (1-domain, Letters; Phone; Hotline; Comment book).
public struct ChannelDetails: Hashable, Codable, Sendable {
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

    /// Makes details of nothing.
    public init() {}

    /// The names of its fields that a channel has, as on the command line.
    public static func fieldNames(of channel: Channel) -> [String] {
        switch channel {
        case .letter: ["postmark", "original-place", "copy-place"]
        case .phone: ["call-back-number"]
        case .hotline: ["verified", "hotline-answer", "ticket"]
        case .commentBook: ["page", "line"]
        case .referred: ["sender", "reference", "due"]
        case .oral: ["quiet-place"]
        case .other: []
        }
    }
}

extension ChannelDetails {
    /// What is known of them, by the names of the fields, in the order in which a form asks.
    public var known: [CaseEvent.Detail] {
        let values: [(String, CaseEvent.Detail.Value?)] = [
            ("sender", sender.map { .text($0) }), ("reference", reference.map { .text($0) }), ("due", due.map { .moment($0) }),
            ("page", page.map { .count($0) }), ("line", line.map { .count($0) }), ("postmark", postmark.map { .day($0) }),
            ("original-place", originalPlace.map { .text($0) }), ("copy-place", copyPlace.map { .text($0) }),
            ("call-back-number", callBackNumber.map { .text($0) }), ("verified", isVerified.map { .flag($0) }),
            ("hotline-answer", hotlineAnswer.map { .text($0) }), ("ticket", ticket.map { .text($0) }),
            ("quiet-place", isQuietPlace.map { .flag($0) }),
        ]
        return values.compactMap { name, value in value.map { CaseEvent.Detail(name, $0) } }
    }

    /// What was written in the fields of a channel; nil where nothing was. A field of another channel is refused, since it would be lost.
    init?(_ written: FieldReader, of channel: Channel, at now: Moment, under desk: DeskRules) throws(Refusal) {
        let own = ChannelDetails.fieldNames(of: channel)
        for other in Channel.allCases where other != channel {
            for name in ChannelDetails.fieldNames(of: other) where !own.contains(name) && written.given(name) != nil {
                throw .unknownField(name, known: own)
            }
        }
        guard own.contains(where: { written.given($0) != nil }) else { return nil }
        self.init()
        postmark = try written.day("postmark")
        originalPlace = written.given("original-place")
        copyPlace = written.given("copy-place")
        callBackNumber = written.given("call-back-number")
        isVerified = try written.flag("verified")
        ticket = written.given("ticket")
        hotlineAnswer = written.given("hotline-answer")
        isQuietPlace = try written.flag("quiet-place")
        page = try written.count("page")
        line = try written.count("line")
        sender = written.given("sender")
        reference = written.given("reference")
        due = try written.moment("due", at: now, under: desk, isEnd: true)
    }
}
