/// An instant in UTC, counted in milliseconds since 1970-01-01T00:00:00Z.
public struct Moment: Hashable, Comparable, Codable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
    public var milliseconds: Int64

    /// Makes the instant that is `milliseconds` after 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The instants that a desk can have to do with: of the years 1 to 9999. Others would not bear being reckoned with.
    public static let possible: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

    /// - Throws: for what is no possible instant.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        milliseconds = try container.decode(Int64.self)
        guard Moment.possible.contains(milliseconds) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "an instant outside the years 1 to 9999")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    public static func < (left: Moment, right: Moment) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The instant `seconds` later, or earlier where negative.
    public func adding(seconds: Int64) -> Moment {
        Moment(milliseconds: milliseconds + seconds * 1000)
    }

    /// Whole seconds from `earlier` to this instant, rounded towards zero.
    public func seconds(since earlier: Moment) -> Int64 {
        (milliseconds - earlier.milliseconds) / 1000
    }
}
