import ComplaintRules

/// The figures of a period, beside those of the period before and of the year before: numbers that every output only puts in its own form.
public struct Figures: Sendable {
    /// How much a desk knows of a span: of days before its founding what was brought in, and nothing else.
    public enum Record: Sendable {
        case none, partial, whole
    }

    /// One of the three spans that stand beside each other.
    public struct Column: Sendable {
        /// Its days.
        public let period: FiguresPeriod
        /// How much the desk knows of them.
        public let record: Record
        /// On how many of them the branch was open.
        public let openDays: Int
        /// What the measures came to, by their place among all.
        public let values: [FigureValue]

        /// A count of these days; nil where the desk knows nothing of them.
        public func known(_ count: Int) -> Int? { record == .none ? nil : count }

        /// What the measure of that name came to.
        public func value(_ name: String) -> FigureValue { FigureMeasure.place(of: name).map { values[$0] } ?? .count(0) }
    }

    /// One line of an axis.
    public struct Row: Sendable {
        /// The key; empty for what is not known.
        public let key: String
        /// What people read.
        public let label: Phrase
        /// How many were received.
        public let count: Int
        /// How many in the period before.
        public let before: Int
        /// How many in the year before.
        public let yearBefore: Int
        /// How many would be usual in the open days of the period, by the twelve months before; nil where that is too early to say.
        public let usual: Double?
        /// What the measures came to, by their place among all; nil for one that is not counted in cases.
        public let values: [FigureValue?]
    }

    /// The rows of one axis.
    public struct Axis: Sendable {
        /// The axis.
        public let axis: FigureAxis
        /// Its rows.
        public let rows: [Row]
    }

    /// How many were received in a month.
    public struct MonthCount: Sendable {
        /// The month.
        public let month: Month
        /// How many.
        public let count: Int
        /// Whether the month still runs.
        public let isUnfinished: Bool
    }

    /// The period that was asked for.
    public let asked: FiguresPeriod
    /// Whether it still runs; then it is beside as many days of the others.
    public var isRunning: Bool { now.period != asked }
    /// The figures of the period, as far as it has come.
    public let now: Column
    /// Those of the period before.
    public let before: Column
    /// Those of the year before.
    public let yearBefore: Column
    /// By each axis.
    public let axes: [Axis]
    /// The twelve months up to the period's end.
    public let months: [MonthCount]
    /// How many were received by weekday, Monday first, and hour; imported ones are none of them.
    public let hours: [[Int]]
    /// What rose; nil where the desk is too young to tell what is usual.
    public let rises: [Rise]?

    /// Which days a source has to hold for the figures of a period.
    public static func days(for period: FiguresPeriod) -> (first: Day, last: Day) {
        (min(period.yearBefore.first, period.before.first, past(before: period).first, Figures.firstMonth(of: period).first), period.last)
    }

    private static func past(before period: FiguresPeriod) -> FiguresPeriod {
        let end = period.first.adding(days: -1)
        let start = Month(ordinal: Month(of: period.first).ordinal - 12)
        let first = Day(year: start.first.year, month: start.first.month, day: period.first.dayOfMonth) ?? start.last
        // From one day to a later one, so never backwards.
        return FiguresPeriod(from: first, to: end) ?? period
    }

    private static func firstMonth(of period: FiguresPeriod) -> Month { Month(ordinal: Month(of: period.last).ordinal - 11) }

    /// Counts the figures of a period at `now`; nil where nothing of the period has come yet.
    ///
    /// - Parameters:
    ///   - source: of all days that `days(for:)` names.
    ///   - axes: which are wanted, by name; nil for all.
    public init?(of asked: FiguresPeriod, from source: FigureSource, under rules: DeskRules, at moment: Moment, by axes: Set<String>? = nil)
    {
        let zone = rules.zone
        let today = zone.day(at: moment)
        guard today >= asked.first else { return nil }
        let shown = today < asked.last ? asked.prefix(today.ordinal - asked.first.ordinal + 1) : asked
        let isRunning = shown != asked
        func beside(_ period: FiguresPeriod) -> FiguresPeriod { isRunning ? period.prefix(shown.dayCount) : period }
        let (before, yearBefore, past) = (beside(asked.before), beside(asked.yearBefore), Figures.past(before: asked))
        let earliest = source.cases.reduce(Moment.never) { $1.isHistory ? $0 : min($0, $1.received) }
        let firstDay = min(Figures.days(for: asked).first, earliest == .never ? today : zone.day(at: earliest))
        let days = LocalDays(from: firstDay, to: shown.last, under: rules)
        let opening = rules.hours
        func openDays(_ period: FiguresPeriod) -> Int {
            (period.first.ordinal...period.last.ordinal).count { opening.isOpen(on: Day(ordinal: $0)) }
        }
        var known: [FiguresPeriod: Tally] = [:]
        func tally(_ period: FiguresPeriod) -> Tally {
            if let tally = known[period] { return tally }
            let span = FiguresSpan(period, zone: zone, now: moment)
            let tally = Tally(of: source, in: span, days: days, to: period == shown ? .whole : .received, by: axes)
            known[period] = tally
            return tally
        }
        func record(_ period: FiguresPeriod) -> Record {
            let founding = source.founding
            if period.first >= founding { return .whole }
            let span = FiguresSpan(period, zone: zone, now: moment)
            if source.cases.contains(where: { $0.isHistory && span.contains($0.received) }) { return .whole }
            return period.last < founding ? .none : .partial
        }
        func sizes(_ period: FiguresPeriod) -> [BranchSize: Int] {
            var sizes: [BranchSize: Int] = [:]
            for size in BranchSize.allCases { sizes[size] = rules.size(size, on: period.last) }
            return sizes
        }
        func column(_ period: FiguresPeriod) -> Column {
            let sizes = sizes(period)
            let (tally, asOf) = (tally(period), FiguresSpan(period, zone: zone, now: moment).asOf)
            var statuses: [BookDay.Status: Int] = [:]
            for ordinal in period.first.ordinal...period.last.ordinal {
                let day = Day(ordinal: ordinal)
                // As it stood at the period's end: what was made up later was missed then.
                let review = source.reviews[day].flatMap { $0.openedAt < asOf ? $0.asOf(asOf) : nil }
                let written = rules.deniesEntries(on: day) ? source.entries(writtenOn: day, in: zone) : 0
                statuses[rules.bookStatus(of: day, review, founding: source.founding, at: asOf, written: written), default: 0] += 1
            }
            let values = FigureMeasure.all.enumerated().map { place, measure in
                if case .book(let counted) = measure.kind { return FigureValue.count(counted.reduce(0) { $0 + (statuses[$1] ?? 0) }) }
                return tally.all.value(place, sizes) ?? .count(0)
            }
            return Column(period: period, record: record(period), openDays: openDays(period), values: values)
        }
        self.asked = asked
        (now, self.before, self.yearBefore) = (column(shown), column(before), column(yearBefore))
        hours = tally(shown).hours

        // The usual is that of twelve months, or of as many as the desk or its history has, three at least.
        let firstImported = source.cases.reduce(Moment.never) { $1.isHistory ? min($0, $1.received) : $0 }
        let firstKnown = firstImported == .never ? source.begins : min(source.begins, zone.day(at: firstImported))
        let usualDays = firstKnown.adding(days: 90) <= asked.first ? FiguresPeriod(from: max(past.first, firstKnown), to: past.last) : nil
        let usualOpenDays = usualDays.map(openDays) ?? 0
        let usualTally = usualDays.map(tally)
        let (received, matters) = (FigureMeasure.place(of: "received") ?? 0, FigureMeasure.place(of: "newMatters") ?? 0)
        var buckets: [Rise.Bucket] = []
        var found: [Axis] = []
        for (place, axis) in FigureAxis.all.enumerated() where axes?.contains(axis.name) ?? true {
            let (groups, old, older) = (tally(shown).axes[place], tally(before).axes[place], tally(yearBefore).axes[place])
            let usual = usualTally?.axes[place]
            func count(_ groups: [String: Tally.Group]?, _ key: String, _ measure: Int) -> Int { groups?[key]?.counts[measure] ?? 0 }
            var keys = Set(groups.keys).union(old.keys).union(older.keys)
            if case .keys(let all) = axis.order { keys.formUnion(all) }
            let (openNow, sizesNow) = (now.openDays, sizes(shown))
            let rows = keys.map { key in
                Row(
                    key: key,
                    label: axis.label(key, rules),
                    count: count(groups, key, received),
                    before: count(old, key, received),
                    yearBefore: count(older, key, received),
                    usual: usualOpenDays == 0
                        ? nil : Double(count(usual, key, received)) * Double(openNow) / Double(usualOpenDays),
                    values: (groups[key] ?? Tally.Group()).values(sizesNow)
                )
            }
            found.append(Axis(axis: axis, rows: rows.sorted { Figures.stands($0, before: $1, on: axis) }))
            guard axis.isWatched else { continue }
            for key in Set(groups.keys).union(usual?.keys.map { $0 } ?? []) where !key.isEmpty {
                buckets.append(.init(axis: axis, key: key, now: count(groups, key, matters), before: count(usual, key, matters)))
            }
        }
        self.axes = found
        rises = usualDays == nil ? nil : Rise.found(in: buckets, openDays: now.openDays, before: usualOpenDays)

        let firstMonth = Figures.firstMonth(of: shown)
        var perMonth = [Int](repeating: 0, count: 12)
        for facts in source.cases where facts.received <= moment {
            let place = Month(of: days.day(of: facts.received)).ordinal - firstMonth.ordinal
            if perMonth.indices.contains(place) { perMonth[place] += 1 }
        }
        months = perMonth.enumerated().map { place, count in
            let month = Month(ordinal: firstMonth.ordinal + place)
            return MonthCount(month: month, count: count, isUnfinished: month.last >= today)
        }
    }

    private static func stands(_ left: Row, before right: Row, on axis: FigureAxis) -> Bool {
        // What is not known stands last, whatever its count.
        if left.key.isEmpty != right.key.isEmpty { return right.key.isEmpty }
        if case .keys = axis.order { return left.key < right.key }
        return (-left.count, -left.before, -left.yearBefore, left.key) < (-right.count, -right.before, -right.yearBefore, right.key)
    }

    /// The rows of the axis of that name; nil where it was not asked for.
    public func axis(_ name: String) -> Axis? { axes.first { $0.axis.name == name } }

    /// The cases that are open at the end of the period, by their ids.
    public static func openCases(
        in period: FiguresPeriod,
        from source: FigureSource,
        under rules: DeskRules,
        at moment: Moment
    ) -> [Int64] {
        let asOf = FiguresSpan(period, zone: rules.zone, now: moment).asOf
        return source.cases.filter { $0.received < asOf && source.turns(of: $0).standing(before: asOf) == .open }.map(\.id)
    }

    /// The cases of which a measure that counts cases is true in the period, by their ids; none for another measure.
    public static func cases(
        counting name: String,
        in period: FiguresPeriod,
        from source: FigureSource,
        under rules: DeskRules,
        at moment: Moment
    ) -> [Int64] {
        guard let place = FigureMeasure.place(of: name), case .count(let isTrue) = FigureMeasure.all[place].kind else { return [] }
        let span = FiguresSpan(period, zone: rules.zone, now: moment)
        let first = source.cases.reduce(span.start) { min($0, $1.received) }
        let days = LocalDays(from: rules.zone.day(at: first), to: period.last, under: rules)
        return source.cases.filter { facts in CountedCase(facts, of: source, in: span, days: days).map(isTrue) ?? false }.map(\.id)
    }

    /// The cases whose dossiers are handed up for a period: those that went to head office in it, and those that went before and are still there
    /// at its end, by their ids.
    ///
    /// - Parameter there: whether a case is with head office now, by its id.
    public static func dossiers(
        in period: FiguresPeriod,
        from source: FigureSource,
        under rules: DeskRules,
        isThere: (Int64) -> Bool
    ) -> [Int64] {
        let zone = rules.zone
        let start = zone.moment(of: LocalTime(day: period.first, secondOfDay: 0))
        let end = zone.moment(of: LocalTime(day: period.last.adding(days: 1), secondOfDay: 0))
        func wentUp(_ facts: FigureRecord, _ isSo: (Moment) -> Bool) -> Bool {
            source.turns(of: facts).contains { turn in if case .escalated = turn.what { isSo(turn.at) } else { false } }
        }
        let within = source.cases.filter { wentUp($0) { $0 >= start && $0 < end } }.map(\.id)
        let known = Set(within)
        return within
            + source.cases.filter { facts in !known.contains(facts.id) && wentUp(facts) { $0 < start } && isThere(facts.id) }.map(\.id)
    }

    /// The cases that were received in the period and stand in a row, by their ids.
    public static func cases(
        under key: String,
        of axis: FigureAxis,
        in period: FiguresPeriod,
        from source: FigureSource,
        under rules: DeskRules,
        at moment: Moment
    ) -> [Int64] {
        let span = FiguresSpan(period, zone: rules.zone, now: moment)
        let days = LocalDays(from: period.first, to: period.last, under: rules)
        return source.cases.filter { facts in
            guard facts.received >= span.start, let counted = CountedCase(facts, of: source, in: span, days: days) else { return false }
            return counted.isReceived && axis.holds(counted, of: source, under: key)
        }.map(\.id)
    }
}

extension BookDay {
    /// The review as it was before a moment.
    fileprivate func asOf(_ moment: Moment) -> BookDay {
        var then = self
        if let closedAt, closedAt >= moment { then.closedAt = nil }
        return then
    }
}

/// How a number stands to an earlier one, in tenths of a per cent; nil where that was 0. With days, each by so many of them.
public func changeInTenths(from earlier: Int, to later: Int, days: (earlier: Int, later: Int)? = nil) -> Int? {
    var (old, new) = (Int64(earlier), Int64(later))
    if let days {
        if days.earlier == 0 || days.later == 0 { return nil }
        (old, new) = (old * Int64(days.later), new * Int64(days.earlier))
    }
    if old == 0 { return nil }
    let twice = (new - old) * 2000
    // Rounded to the nearest, a half away from 0.
    return Int((twice + (twice < 0 ? -old : old)) / (2 * old))
}

extension FigureSource {
    /// How many entries of the comment book were written on a day.
    fileprivate func entries(writtenOn day: Day, in zone: any LocalZone) -> Int {
        cases.count { $0.channel == .commentBook && !$0.isHistory && zone.day(at: $0.received) == day }
    }
}
