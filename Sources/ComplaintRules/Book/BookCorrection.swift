/// How a day of the comment book stands by the branch manager's correction, beside what stood before.
public struct BookCorrection: Hashable, Codable, Sendable {
    /// The day.
    public let day: Day
    /// How it stands now.
    public let status: BookDay.Status
    /// Why.
    public let reason: String
    /// How it stood before.
    public let stood: BookDay.Status

    /// Makes a correction.
    public init(day: Day, status: BookDay.Status, reason: String, stood: BookDay.Status) {
        self.day = day
        self.status = status
        self.reason = reason
        self.stood = stood
    }
}

extension BookDay.Status {
    /// How a day that has been can turn out to stand.
    public static let correctable: [BookDay.Status] = [.reviewed, .nothing, .late, .missed, .closed]
}

/// Decides whether the standing of a day of the comment book, today or gone by, may be corrected (1-domain, What was is not rewritten).
///
/// - Parameters:
///   - review: its review; nil where nobody has begun one.
///   - written: how many entries of the book were written on that day, whichever review they belong to.
/// - Throws: the first rule that stands against it.
public func decideBookCorrection(
    of day: Day,
    to status: BookDay.Status,
    reason: String,
    _ review: BookDay?,
    written: Int = 0,
    by actor: Actor,
    at now: Moment,
    under desk: DeskRules
) throws(Refusal) -> DeskEvent {
    try permit(.correctPast, by: actor)
    let today = desk.zone.day(at: now)
    if day > today { throw .inTheFuture("day") }
    if let founding = desk.founding, day < founding { throw .beforeFounding(founding) }
    if reason.isBlank { throw .missing("reason") }
    try checkLength(of: reason, in: "reason", limit: Intake.lineLimit)
    guard BookDay.Status.correctable.contains(status) else {
        throw .badValue("status", .noneOf(BookDay.Status.correctable.map { FieldShape.Option(code: $0.rawValue, label: $0.label) }))
    }
    let entries = max(written, review.map { desk.isReview($0) ? $0.entries.count : 0 } ?? 0)
    if status == .nothing || status == .closed, entries > 0 { throw .dayHasEntries(day, entries) }
    let stood = desk.bookStatus(of: day, review, founding: desk.founding ?? day, at: now)
    if stood == status { throw .alreadySo }
    return .bookCorrected(BookCorrection(day: day, status: status, reason: reason.trimmed, stood: stood))
}

/// Decides whether the branch may be said to be open or closed on a day otherwise than calendar and hours say: a holiday on duty ahead, or a
/// correction of today or of the past. It moves no due moment, and counts no working day.
///
/// - Throws: the first rule that stands against it.
public func decideOpening(
    on day: Day,
    isOpen: Bool,
    reason: String,
    by actor: Actor,
    under desk: DeskRules
) throws(Refusal) -> DeskEvent {
    try permit(.correctPast, by: actor)
    if let founding = desk.founding, day < founding { throw .beforeFounding(founding) }
    if reason.isBlank { throw .missing("reason") }
    try checkLength(of: reason, in: "reason", limit: Intake.lineLimit)
    let wasOpen = desk.hours.isOpen(on: day)
    if wasOpen == isOpen { throw .alreadySo }
    return .openingCorrected(OpeningException(day: day, isOpen: isOpen, reason: reason.trimmed, wasOpen: wasOpen))
}

extension BookDay.Status {
    /// How a day stood before a clock was declared wrong, as it stands beside how it is judged since.
    public var judgedBefore: Phrase { Phrase(en: "(! before: \(label.english))", zh: "（! 原判定：\(label.chinese)）") }
}

extension DeskRules {
    /// What was corrected of a day, with what stood before: of its standing in the comment book, else of whether the branch was open; nil for
    /// nothing.
    public func correction(of day: Day) -> Phrase? {
        if let correction = bookCorrections[day] {
            return Phrase(
                en: "(! corrected, was: \(correction.stood.label.english); \(correction.reason))",
                zh: "（! 已更正，原为：\(correction.stood.label.chinese)；\(correction.reason)）"
            )
        }
        guard let exception = openings[day] else { return nil }
        return Phrase(
            en: "(! \(exception.isOpen ? "opened, was closed" : "closed, was open"): \(exception.reason))",
            zh: "（! \(exception.isOpen ? "改为营业" : "改为不营业")：\(exception.reason)）"
        )
    }
}
