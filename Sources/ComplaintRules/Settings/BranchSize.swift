/// How large the branch is, which complaints are told beside (7-figures, Measures).
public enum BranchSize: String, Codable, CaseIterable, Sendable {
    /// Its personal customers.
    case customers
    /// Its outlets.
    case outlets
}

/// How large the branch is from a day on.
public struct SizeRule: Hashable, Codable, Sendable {
    /// In what.
    public let size: BranchSize
    /// How many.
    public let count: Int
    /// From which day on.
    public let effective: Day

    /// Makes a rule.
    public init(_ size: BranchSize, _ count: Int, effective: Day) {
        (self.size, self.count, self.effective) = (size, count, effective)
    }

    /// More than any bank has customers.
    static let most = 10_000_000_000
}

extension DeskRules {
    /// How large the branch was on a day; nil where nobody has said.
    public func size(_ size: BranchSize, on day: Day) -> Int? { sizeRules.filter { $0.size == size }.held(on: day, \.effective)?.count }
}

/// Decides whether the size of the branch may be set from a day on: what held until then was told beside it, and stays.
public func decideSize(_ rule: SizeRule, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    try permit(.changeSettings, by: occasion.actor)
    if rule.count < 1 || rule.count > SizeRule.most { throw .badValue("value", .setting(rule.size.rawValue)) }
    try checkEffective(rule.effective, in: occasion)
    return .sizeSet(rule)
}
