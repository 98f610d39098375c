import ComplaintRules
import Ledger

/// `book open|entry|nil|close|status`: the daily review of the comment book.
enum BookCommand {
    static func open(_ invocation: Invocation) throws -> ExitStatus {
        let reason = invocation.arguments.value("reason") ?? ""
        return try review(invocation) { .open($0, reason: reason) }
    }

    static func nothing(_ invocation: Invocation) throws -> ExitStatus {
        let reason = invocation.arguments.value("reason") ?? ""
        return try review(invocation) { .nothing($0, reason: reason) }
    }

    static func close(_ invocation: Invocation) throws -> ExitStatus {
        let reason = invocation.arguments.value("reason") ?? ""
        return try review(invocation) { .close($0, reason: reason) }
    }

    /// What an entry of the book has beside the channel and the date written, which have ways of their own here.
    static let entryFields = Intake.fields.filter { field in
        Country.allCases.contains { field.isAsked(.commentBook, in: $0) } && !["channel", "received"].contains(field.name.text)
    }

    /// Logs an entry of the book as a case, within the review of its day.
    static func entry(_ invocation: Invocation) throws -> ExitStatus {
        let (ledger, person) = try invocation.openSignedIn()
        let day = try day(invocation, ledger)
        var values = ["channel": Channel.commentBook.rawValue]
        for name in entryFields.map(\.name.text) where invocation.arguments.has(name) { values[name] = invocation.arguments.value(name) }
        let today = ledger.rules.zone.day(at: ledger.now)
        values["received"] = invocation.arguments.value("written") ?? Intake.written(inReviewOf: day, today: today)
        let stored: Ledger.Stored
        let intake: Intake
        do {
            intake = try Intake(values: values, at: ledger.clock.now(), under: ledger.rules)
            stored = try ledger.logEntry(intake, on: day, isAnother: invocation.arguments.has("another"), by: person.actor)
        } catch let refusal as Refusal {
            // By the names that the fields have for an entry of the book.
            throw refusal.calling(Intake.fields.map { FieldName($0.name.text, label: $0.label(.commentBook)) })
        }
        for remark in intake.remarks(on: values, isLateClaim: stored.state.isLateClaim, under: ledger.rules) {
            invocation.console.say(remark)
        }
        CaseLine(ledger: ledger, actor: person.actor, invocation: invocation).printLogged(stored.state)
        return .done
    }

    /// How the days of a month stand.
    static func status(_ invocation: Invocation) throws -> ExitStatus {
        let (ledger, person) = try invocation.openSignedIn()
        let today = ledger.rules.zone.day(at: ledger.now)
        guard let first = try month(invocation, today),
            let next = Day(year: first.year + first.month / 12, month: first.month % 12 + 1, day: 1)
        else { return .done }
        let (language, last) = (invocation.language, next.adding(days: -1))
        if first > today { throw Refusal.inTheFuture("month") }
        let founding = try ledger.foundingDay()
        if last < founding { throw Refusal.beforeFounding(founding) }
        let before = try ledger.bookStatusBefore(from: first, to: last)
        let givers = try ledger.bookPasscodeGivers(from: first, to: last)
        let since = try ledger.entriesLoggedSince(from: first, to: last)
        for (day, status, review) in try ledger.bookStatus(from: first, to: last) where status != .outside {
            // Whoever it is about, or who may not read it, is not told of an entry.
            let entries = try ledger.bookRows(of: review?.entries ?? [], ReadScope(for: person.actor)).map(\.complaint.number)
            let told = [ledger.rules.correction(of: day), since[day].map(BookDay.Status.entriesSince)]
            let correction = told.compactMap { $0.map { language($0) } }.joined(separator: " ")
            if invocation.arguments.has("json") {
                invocation.printJSON([
                    "day": .text(day.iso), "status": .text(status.rawValue), "by": JSONValue(review?.by.text),
                    "reason": .text(review?.reason ?? ""), "entries": .list(entries.map(JSONValue.text)),
                    "closed": JSONValue(review?.closedAt.map { ledger.rules.zone.iso($0) }),
                    "stood": JSONValue(ledger.rules.bookCorrections[day]?.stood.rawValue),
                    "correction": JSONValue(correction.isEmpty ? nil : correction),
                    "judgedBefore": JSONValue(before[day]?.rawValue),
                    "passcodeGivenBy": .list(givers[day, default: []].map { .text($0.text) }),
                ])
                continue
            }
            let reason = review?.reason ?? ""
            let parts = [
                day.iso, TimeWords.weekday(day, language), language(status.label), review?.by.text ?? "", entries.joined(separator: " "),
                reason, correction, before[day].map { language($0.judgedBefore) } ?? "",
                Term.passcodeGiven(by: givers[day, default: []].map(\.text)).map { "(! \(language($0)))" } ?? "",
            ]
            invocation.console.output.line(parts.filter { !$0.isEmpty }.joined(separator: "  "))
        }
        return .done
    }

    /// The branch manager corrects how a day stands.
    static func correct(_ invocation: Invocation) throws -> ExitStatus {
        guard let text = invocation.arguments.operand(0) else { throw UsageError.missingOperand("DATE") }
        let day = try ParsedArguments.day("DATE", text)
        let wanted = try invocation.arguments.required("status")
        guard let status: BookDay.Status = Written.code(wanted) else {
            throw Refusal.badValue(
                "status",
                .noneOf(BookDay.Status.correctable.map { FieldShape.Option(code: $0.rawValue, label: $0.label) })
            )
        }
        let (ledger, person) = try invocation.openSignedIn()
        try ledger.correctBook(on: day, to: status, reason: invocation.arguments.value("reason") ?? "", by: person.actor)
        invocation.console.output.line("\(day.iso)  \(invocation.language(status.label))")
        return .done
    }

    private static func review(_ invocation: Invocation, _ act: (Day) -> BookAct) throws -> ExitStatus {
        let (ledger, person) = try invocation.openSignedIn()
        let review = try ledger.perform(act(try day(invocation, ledger)), by: person.actor)
        let now = ledger.now
        let status = ledger.rules.bookStatus(of: review.day, review, founding: try ledger.foundingDay(), at: now)
        // What has just begun is not what it would be if it ended so.
        let isBegun = review.closedAt == nil && status != .open
        let words = isBegun ? Phrase(en: "late review begun", zh: "补查已开始") : status.label
        invocation.console.output.line("\(review.day.iso)  \(invocation.language(words))")
        if review.closedAt != nil {
            let seal = try ledger.endSeal().text
            invocation.console.output.line(invocation.language(Phrase(en: "Seal for the paper file: \(seal)", zh: "存档封签：\(seal)")))
        }
        return .done
    }

    /// The day that `--day` names; today where it is not given.
    private static func day(_ invocation: Invocation, _ ledger: Ledger) throws -> Day {
        try invocation.arguments.day("day") ?? ledger.rules.zone.day(at: ledger.now)
    }

    /// The first day of the month that `--month` names; of this month where it is not given.
    private static func month(_ invocation: Invocation, _ today: Day) throws -> Day? {
        guard let text = invocation.arguments.value("month") else { return Day(year: today.year, month: today.month, day: 1) }
        guard let month = Month(text) else { throw UsageError.notAMonth(option: "month", text) }
        return month.first
    }
}
