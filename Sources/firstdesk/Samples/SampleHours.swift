import ComplaintRules

/// When the invented branch is open, so that nothing on a sample desk happens at night.
struct SampleHours {
    /// The branch's time zone.
    let zone: any LocalZone
    /// The branch's opening and closing time.
    let settings: DeskSettings
    /// The days on which it opens.
    private let days: OpeningHours

    /// The hours of a desk.
    init(_ rules: DeskRules) { (zone, settings, days) = (rules.zone, rules.settings, rules.hours) }

    private var opening: Int { settings.openingTime.minutes * 60 }
    private var closing: Int { settings.closingTime.minutes * 60 }

    /// Whether the branch opens on `day`.
    func isOpen(on day: Day) -> Bool { days.isOpen(on: day) }

    /// The last day on which the branch opens, `day` or one before it.
    func openDay(onOrBefore day: Day) -> Day {
        var day = day
        while !isOpen(on: day) { day = day.adding(days: -1) }
        return day
    }

    /// The moment `seconds` after opening on `day`.
    func moment(on day: Day, secondsAfterOpening seconds: Int) -> Moment {
        zone.moment(of: LocalTime(day: day, secondOfDay: opening + seconds))
    }

    /// The seconds for which the branch is open on an open day.
    var secondsOpen: Int { closing - opening }

    /// `moment` where the branch is open then, else `delay` seconds after it opens next.
    func next(_ moment: Moment, delay: Int) -> Moment {
        let local = zone.localTime(at: moment).time
        if isOpen(on: local.day), (opening..<closing).contains(local.secondOfDay) { return moment }
        var day = local.secondOfDay < opening ? local.day : local.day.adding(days: 1)
        while !isOpen(on: day) { day = day.adding(days: 1) }
        return self.moment(on: day, secondsAfterOpening: min(delay, secondsOpen - 1))
    }

    /// `moment` where the branch is open then, else `lead` seconds before it closed last.
    func previous(_ moment: Moment, lead: Int) -> Moment {
        let local = zone.localTime(at: moment).time
        if isOpen(on: local.day), (opening..<closing).contains(local.secondOfDay) { return moment }
        let day = openDay(onOrBefore: local.secondOfDay < opening ? local.day.adding(days: -1) : local.day)
        return self.moment(on: day, secondsAfterOpening: max(0, secondsOpen - lead))
    }
}
