/// Points for whoever was asked first: a weight for each channel and outcome, as a branch sets them (1-domain, Figures and papers). Off where none are
/// set.
///
/// Written as `oral/on-the-spot=2, */replied=1, */withdrawn=0`: of the weights that fit a case the first one counts, and where none fits it gives
/// nothing.
public struct PointRules: Hashable, Sendable {
    private struct Weight: Hashable {
        /// Nil for all.
        let channel: Channel?
        let outcome: Standing?
        let points: Int
    }

    private let weights: [Weight]

    /// Reads weights; nil for what are none. A blank text is none at all.
    public init?(_ text: String) {
        var weights: [Weight] = []
        for part in Written.plain(text).split(whereSeparator: { ",;、".contains($0) }) where !part.isBlank {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(\.trimmed)
            let names = sides[0].split(separator: "/", omittingEmptySubsequences: false).map { $0.trimmed.lowercased() }
            guard sides.count == 2, names.count == 2, let points = Int(sides[1]), (-1000...1000).contains(points) else { return nil }
            let (channel, outcome) = (Channel(rawValue: names[0]), Standing(rawValue: names[1]))
            guard channel != nil || names[0] == "*", outcome != nil || names[1] == "*" else { return nil }
            weights.append(Weight(channel: channel, outcome: outcome, points: points))
        }
        self.weights = weights
    }

    /// Whether the branch gives points at all.
    public var isOff: Bool { weights.isEmpty }

    /// The points of a case that came by a channel and stands so.
    public func points(_ channel: Channel, _ outcome: Standing) -> Int {
        weights.first { ($0.channel ?? channel) == channel && ($0.outcome ?? outcome) == outcome }?.points ?? 0
    }
}

/// The weights of points from a day on.
public struct PointsRule: Hashable, Codable, Sendable {
    /// As they are written (`PointRules`); empty where the branch gives none.
    public let weights: String
    /// From which day on.
    public let effective: Day

    /// Makes a rule.
    public init(_ weights: String, effective: Day) { (self.weights, self.effective) = (weights, effective) }
}

extension DeskRules {
    /// The weights that held on a day, as they are written; empty where the branch gave none.
    public func points(on day: Day) -> String { pointsRules.held(on: day, \.effective)?.weights ?? "" }

    /// Those that held on some day from `first` to `last`, the earliest first, each with its first day among these.
    public func points(from first: Day, to last: Day) -> [(from: Day, weights: String)] {
        let changes = Set(pointsRules.map(\.effective).filter { $0 > first && $0 <= last }).sorted()
        return ([first] + changes).map { ($0, points(on: $0)) }
    }
}

/// Decides whether the weights of points may be set from a day on: what was received until then keeps the points that it has.
public func decidePoints(_ rule: PointsRule, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    try permit(.changeSettings, by: occasion.actor)
    if PointRules(rule.weights) == nil { throw .badValue("value", .setting("points")) }
    try checkLength(of: rule.weights, in: "value", limit: Intake.lineLimit)
    try checkEffective(rule.effective, in: occasion)
    return .pointsSet(PointsRule(rule.weights.trimmed, effective: rule.effective))
}
