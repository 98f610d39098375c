import ComplaintRules

/// What became of the days of a calendar's file.
public struct CalendarLoad: Equatable, Sendable {
    /// How many of them were taken.
    public let taken: Int
    /// How many were passed over: the past and today stay as they are.
    public let passedOver: Int
    /// The coming days of its years that the desk had and the file does not name.
    public let others: [Day]
    /// Whether these are ordinary days from now on.
    public let areDropped: Bool
    /// The last day that the calendar knows now.
    public let last: Day?

    /// What to say of it.
    public var sentence: Phrase {
        var (english, chinese) = ("\(taken) \(taken == 1 ? "day" : "days") loaded", "已载入 \(taken) 天")
        if let last {
            english += "; working days are known up to \(last.iso)"
            chinese += "；工作日可推算至 \(last.iso)"
        }
        english += "."
        chinese += "。"
        if passedOver > 0 {
            let which = passedOver == 1 ? "day up to today was" : "days up to today were"
            english += " \(passedOver) \(which) passed over: the past stays as it is."
            chinese += "今日及以前的 \(passedOver) 天未采用：已过日期不变。"
        }
        guard !others.isEmpty else { return Phrase(en: english, zh: chinese) }
        let (count, years) = (others.count, Set(others.map(\.year)).sorted().map(String.init))
        let inYears = Phrase(en: Language.english.listed(years), zh: Language.chinese.listed(years))
        if areDropped {
            english +=
                " \(count) \(count == 1 ? "day" : "days") of \(inYears.english) that the file does not name \(count == 1 ? "was" : "were") dropped."
            chinese += "文件未列的 \(inYears.chinese) 年 \(count) 天已删去。"
        } else {
            english +=
                " \(count) \(count == 1 ? "day" : "days") of \(inYears.english) that the file does not name \(count == 1 ? "stays" : "stay")."
            chinese += "文件未列的 \(inYears.chinese) 年 \(count) 天保留。"
        }
        return Phrase(en: english, zh: chinese)
    }
}

extension Ledger {
    /// Names somebody who acts for an absent manager.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func nameStandIn(_ standIn: StandIn, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try record(try decideStandIn(standIn, in: occasion(of: actor)), by: actor, head: &head)
        }
    }

    /// Ends a stand-in before its last day, at once. What was accepted for the absent is theirs.
    ///
    /// - Parameter standIn: who acts; nil for whoever does.
    /// - Throws: `Refusal`; `LedgerError`.
    public func endStandIn(for absent: StaffNumber, _ standIn: StaffNumber? = nil, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try record(try decideEndingStandIn(for: absent, standIn, in: occasion(of: actor)), by: actor, head: &head)
        }
    }

    /// Takes the days of a calendar's file, from tomorrow on; the past and today stay as they are.
    ///
    /// - Parameter droppingOthers: whether days of its years that it does not name are ordinary ones from now on.
    /// - Returns: what became of its days, and of those that it does not name.
    /// - Throws: `Refusal`; `CalendarFault`; `LedgerError`.
    @discardableResult
    public func load(_ file: WorkCalendar, droppingOthers: Bool = false, by actor: Actor) throws -> CalendarLoad {
        try transact { head in
            let actor = try current(actor)
            let first = rules.firstCalendarDay(at: now)
            let event = try decideCalendar(file, droppingOthers: droppingOthers, in: occasion(of: actor))
            let others = rules.calendar.unnamed(in: file, from: first).map(\.day)
            let taken = file.exceptions.count { $0.day >= first ?? $0.day }
            try record(event, by: actor, head: &head)
            // The rules take it in once the transaction stands.
            let last = if case .calendarLoaded(let calendar) = event { calendar.lastKnownDay } else { rules.calendar.lastKnownDay }
            let passedOver = file.exceptions.count - taken
            return CalendarLoad(taken: taken, passedOver: passedOver, others: others, areDropped: droppingOthers, last: last)
        }
    }

    /// Says that the branch is, or was, open or closed on a day otherwise than calendar and hours have it.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func correctOpening(on day: Day, isOpen: Bool, reason: String, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            let (review, written) = (try bookDay(day), try entriesWritten(on: day))
            let event = try decideOpening(on: day, isOpen: isOpen, reason: reason, review, written: written, in: occasion(of: actor))
            try record(event, by: actor, head: &head)
        }
    }

    /// Corrects how a day of the comment book stands.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func correctBook(on day: Day, to status: BookDay.Status, reason: String, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            let review = try bookDay(day)
            let written = try entriesWritten(on: day)
            let event = try decideBookCorrection(
                of: day,
                to: status,
                reason: reason,
                review,
                written: written,
                in: occasion(of: actor)
            )
            try record(event, by: actor, head: &head)
        }
    }

    /// Takes a table of business types and reasons in place of the one before; what it leaves out is offered no longer.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func change(_ codes: CodeTable, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try record(try decideCodes(codes, in: occasion(of: actor)), by: actor, head: &head)
        }
    }

    /// Sets a clock rule from a day on.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func set(_ rule: ClockRule, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try record(try decideClockRule(rule, in: occasion(of: actor)), by: actor, head: &head)
        }
    }

    /// Changes the setting of that name, as the command line and the settings screen do; what is dated holds from `effective`, or from the first day
    /// from which it can.
    ///
    /// - Parameter reference: head office's, for what the branch manager may promise.
    /// - Throws: `Refusal`, also for a value that the setting does not take; `LedgerError`.
    public func change(_ name: String, to text: String, from effective: Day? = nil, reference: String = "", by actor: Actor) throws {
        guard let setting = Setting.named(name) else { throw Refusal.badValue("value", .setting(name)) }
        let bad = Refusal.badValue("value", .setting(name))
        /// Decides, within a transaction, what holds from the day that was named, or from the first from which it can.
        func setFrom(_ decide: (Day, Actor) throws(Refusal) -> DeskEvent) throws {
            try transact { head in
                let actor = try current(actor)
                try record(try decide(effective ?? rules.earliestChange(at: now), actor), by: actor, head: &head)
            }
        }
        switch setting.kind {
        case .clock(let clock):
            guard let limit = ClockLimit(text: text) else { throw Refusal.badValue("value", .limit) }
            try setFrom { day, actor throws(Refusal) in
                try decideClockRule(ClockRule(clock, limit: limit, effective: day), in: occasion(of: actor))
            }
        case .hours(let weekday):
            guard let hours = DayHours(text) else { throw bad }
            try setFrom { day, actor throws(Refusal) in
                try decideHours(HoursRule(weekday, hours, effective: day), in: occasion(of: actor))
            }
        case .tier(let role):
            guard let amount = Amount(text) else { throw bad }
            try setFrom { day, actor throws(Refusal) in
                let rule = TierRule(role, amount, effective: day, reference: reference.trimmed)
                return try decideTier(rule, in: occasion(of: actor))
            }
        case .size(let size):
            guard let count = Int(Written.plain(text)) else { throw bad }
            try setFrom { day, actor throws(Refusal) in
                try decideSize(SizeRule(size, count, effective: day), in: occasion(of: actor))
            }
        case .points:
            try setFrom { day, actor throws(Refusal) in try decidePoints(PointsRule(text, effective: day), in: occasion(of: actor)) }
        case .text, .minutes, .days, .years, .language, .flag, .staff:
            var settings = settings
            guard setting.set(text, in: &settings) else { throw bad }
            try change(settings, by: actor)
        }
    }

    /// Changes the settings.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func change(_ settings: DeskSettings, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try record(try decideSettings(settings, in: occasion(of: actor)), by: actor, head: &head)
        }
    }
}
