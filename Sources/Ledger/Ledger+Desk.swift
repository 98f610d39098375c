import ComplaintRules

extension Ledger {
    /// Names somebody who acts for an absent manager.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func nameStandIn(_ standIn: StandIn, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try record(try decideStandIn(standIn, by: actor, at: clock.now(), under: rules), by: actor, head: &head)
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

    /// Sets a clock rule from a day on.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func set(_ rule: ClockRule, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try record(try decideClockRule(rule, by: actor, at: clock.now(), under: rules), by: actor, head: &head)
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
