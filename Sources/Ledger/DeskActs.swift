import ComplaintRules

extension Ledger {
    /// Names somebody who acts for an absent manager.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func nameStandIn(_ standIn: StandIn, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try record(try decideStandIn(standIn, by: actor, at: now, under: rules), by: actor, head: &head)
        }
    }

    /// Ends a stand-in before its last day, at once. What was accepted for the absent is theirs.
    ///
    /// - Parameter standIn: who acts; nil for whoever does.
    /// - Throws: `Refusal`; `LedgerError`.
    public func endStandIn(for absent: StaffNumber, _ standIn: StaffNumber? = nil, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try record(try decideEndingStandIn(for: absent, standIn, by: actor, at: now, under: rules), by: actor, head: &head)
        }
    }

    /// Takes the days of a calendar's file for the years that it covers, from tomorrow on; the past and today stay as they are.
    ///
    /// - Returns: how many of its days were taken.
    /// - Throws: `Refusal`; `CalendarFault`; `LedgerError`.
    @discardableResult
    public func load(_ file: WorkCalendar, by actor: Actor) throws -> Int {
        try transact { head in
            let actor = try current(actor)
            let event = try decideCalendar(file, by: actor, at: now, under: rules)
            let isFoundingDay = rules.earliestChange(at: now) == rules.zone.day(at: now)
            let taken = file.exceptions.filter { isFoundingDay || $0.day >= rules.earliestChange(at: now) }.count
            try record(event, by: actor, head: &head)
            return taken
        }
    }

    /// Says that the branch is, or was, open or closed on a day otherwise than calendar and hours have it.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func correctOpening(on day: Day, isOpen: Bool, reason: String, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try record(try decideOpening(on: day, isOpen: isOpen, reason: reason, by: actor, under: rules), by: actor, head: &head)
        }
    }

    /// Corrects how a day of the comment book stands.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func correctBook(on day: Day, to status: BookDay.Status, reason: String, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            let review = try bookDay(day)
            let event = try decideBookCorrection(of: day, to: status, reason: reason, review, by: actor, at: now, under: rules)
            try record(event, by: actor, head: &head)
        }
    }

    /// Takes a table of business types and reasons in place of the one before; what it leaves out is offered no longer.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func change(_ codes: CodeTable, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try record(try decideCodes(codes, by: actor, under: rules), by: actor, head: &head)
        }
    }

    /// Sets a clock rule from a day on.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func set(_ rule: ClockRule, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try record(try decideClockRule(rule, by: actor, at: now, under: rules), by: actor, head: &head)
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
                try decideClockRule(ClockRule(clock, limit: limit, effective: day), by: actor, at: now, under: rules)
            }
        case .hours(let weekday):
            guard let hours = DayHours(text) else { throw bad }
            try setFrom { day, actor throws(Refusal) in
                try decideHours(HoursRule(weekday, hours, effective: day), by: actor, at: now, under: rules)
            }
        case .tier(let role):
            guard let amount = Amount(text) else { throw bad }
            try setFrom { day, actor throws(Refusal) in
                let rule = TierRule(role, amount, effective: day, reference: reference.trimmed)
                return try decideTier(rule, by: actor, at: now, under: rules)
            }
        case .size(let size):
            guard let count = Int(Written.plain(text)) else { throw bad }
            try setFrom { day, actor throws(Refusal) in
                try decideSize(SizeRule(size, count, effective: day), by: actor, at: now, under: rules)
            }
        case .text, .minutes, .days, .years, .language, .flag, .staff, .points:
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
            try record(try decideSettings(settings, by: actor, under: rules), by: actor, head: &head)
        }
    }
}
