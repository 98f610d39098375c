import ComplaintRules

/// The points of a first responder in a period.
public struct ResponderPoints: Hashable, Sendable {
    /// Who was asked first.
    public let responder: String
    /// How many complaints received in the period that was.
    public let cases: Int
    /// Their points, as the complaints stand at the period's end.
    public let points: Int
}

extension Figures {
    /// The points of all first responders of complaints received in a period, the most first; nil where the branch gave none. A complaint has those that
    /// its kind and outcome weighed on the day on which it was received, whatever was set later.
    public static func points(
        in period: FiguresPeriod,
        from source: FigureSource,
        under rules: DeskRules,
        at moment: Moment
    ) -> [ResponderPoints]? {
        let held = rules.points(from: period.first, to: period.last).map { (from: $0.from, weights: PointRules($0.weights)) }
        guard held.contains(where: { $0.weights?.isOff == false }) else { return nil }
        let span = FiguresSpan(period, zone: rules.zone, now: moment)
        var sums: [Int32: (cases: Int, points: Int)] = [:]
        for facts in source.cases where span.contains(facts.received) && !facts.isHistory {
            guard let outcome = source.turns(of: facts).standing(before: span.asOf) else { continue }
            var sum = sums[facts.firstResponder] ?? (0, 0)
            sum.cases += 1
            let day = rules.zone.day(at: facts.received)
            sum.points += held.last { $0.from <= day }?.weights?.points(facts.channel, outcome) ?? 0
            sums[facts.firstResponder] = sum
        }
        return sums.map { ResponderPoints(responder: source.word($0.key), cases: $0.value.cases, points: $0.value.points) }
            .sorted { ($1.points, $0.responder) < ($0.points, $1.responder) }
    }
}
