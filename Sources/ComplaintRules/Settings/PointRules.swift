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
