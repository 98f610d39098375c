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

    /// Takes a calendar in place of the one before.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func load(_ calendar: WorkCalendar, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try permit(.loadCalendar, by: actor)
            try record(.calendarLoaded(calendar), by: actor, head: &head)
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

    /// Changes the setting of that name, as the command line and the settings screen do; a clock rule holds from today, or from `effective`.
    ///
    /// - Throws: `Refusal`, also for a value that the setting does not take; `LedgerError`.
    public func change(_ name: String, to text: String, from effective: Day? = nil, by actor: Actor) throws {
        guard let setting = Setting.named(name) else { throw Refusal.badValue("value", .setting(name)) }
        if case .clock(let clock) = setting.kind {
            guard let limit = ClockLimit(text: text) else { throw Refusal.badValue("value", .limit) }
            return try set(ClockRule(clock, limit: limit, effective: effective ?? rules.zone.day(at: now)), by: actor)
        }
        var settings = settings
        guard setting.set(text, in: &settings) else { throw Refusal.badValue("value", .setting(name)) }
        try change(settings, by: actor)
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
