import ComplaintRules

@testable import DeskPapers

/// Facts of invented cases, and the desk that counts them, as tests write them: times of Shanghai as `2026-11-28 10:00`.
enum FigureCase {
    static let zone = FixedZone(secondsFromUTC: 8 * 3600)

    static func rules(zone: any LocalZone = zone, closing: Int = 1080) -> DeskRules {
        var settings = DeskSettings(
            branchCode: "BJ01",
            branchName: "洛阳分行营业部",
            hotline: "",
            timeZone: "Asia/Shanghai",
            language: .english
        )
        (settings.openingMinutes, settings.closingMinutes) = (480, closing)
        return DeskRules(settings: settings, staff: StaffDirectory(), zone: zone)
    }

    static func moment(_ text: String, _ zone: any LocalZone = zone) -> Moment {
        switch TimeReading.read(text, today: Day(ordinal: 0)) {
        case .local(let time)?: zone.moment(of: time)
        case .instant(let moment)?: moment
        case .day(let day)?: zone.moment(of: LocalTime(day: day, secondOfDay: 0))
        // Received in 1970, such a case makes every test fail.
        case nil: Moment(milliseconds: 0)
        }
    }

    /// A case that stood open from its receipt on, with what happened then.
    static func facts(_ received: String, _ turns: [(Turn.What, String)] = [], _ change: (inout CaseFacts) -> Void = { _ in }) -> CaseFacts
    {
        var facts = CaseFacts()
        facts.received = moment(received)
        facts.turns = [Turn(.stands(.open), at: facts.received)] + turns.map { Turn($0.0, at: moment($0.1)) }
        change(&facts)
        return facts
    }

    /// The figures of a period at a time, of a desk that was made in 2020.
    static func figures(
        _ period: String,
        at now: String = "2027-06-01 09:00",
        _ cases: [CaseFacts],
        rules: DeskRules = rules(),
        founding: Day = Day(ordinal: 18_262)
    ) -> Figures? {
        FiguresPeriod(period).flatMap {
            Figures(
                of: $0,
                from: FigureSource(cases, founding: founding),
                under: rules,
                at: moment(now, rules.zone)
            )
        }
    }
}

extension Figures {
    /// The rows of an axis with something in them, as `key count`.
    func rows(_ axis: String) -> [String] { self.axis(axis)?.rows.filter { $0.count > 0 }.map { "\($0.key) \($0.count)" } ?? [] }
}

extension FigureSource {
    /// A source of these cases, as the ledger makes one of the same facts.
    init(_ cases: [CaseFacts], reviews: [Day: BookDay] = [:], founding: Day = Day(ordinal: 18_262)) {
        self.init(reviews: reviews, founding: founding)
        for facts in cases {
            let quietFrom = facts.activeUntil.map { Moment(milliseconds: $0.milliseconds + 1) }
            var record = FigureRecord(id: facts.id, quietFrom: quietFrom ?? .never)
            (record.received, record.channel, record.sender, record.relief) = (facts.received, facts.channel, facts.sender, facts.relief)
            (record.isHistory, record.wasKept) = (facts.isHistory, facts.wasKept)
            (record.isRepeat, record.isReachable) = (facts.isRepeat, facts.isReachable)
            (record.isVulnerable, record.isVulnerabilityFailed) = (facts.isVulnerable, facts.isVulnerabilityFailed)
            (record.claimed, record.promised) = (facts.claimed, facts.promised)
            (record.business, record.reason) = (pool.place(of: facts.business), pool.place(of: facts.reason))
            (record.place, record.firstResponder) = (pool.place(of: facts.place), pool.place(of: facts.firstResponder))
            record.department = pool.place(of: facts.department)
            record.subjects = subjects.count..<subjects.count + facts.subjects.count
            subjects += facts.subjects.map { pool.place(of: $0) }
            record.turns = turns.count..<turns.count + facts.turns.count
            turns += facts.turns
            record.payments = payments.count..<payments.count + facts.payments.count
            payments += facts.payments
            record.breaches = breaches.count..<breaches.count + facts.breaches.count
            breaches += facts.breaches
            append(record)
        }
    }
}
