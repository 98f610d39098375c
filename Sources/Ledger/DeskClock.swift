import ComplaintRules
import Glibc

/// Where the ledger takes the time from: the system, or, on a practice desk, a moment that was set.
public struct DeskClock: Sendable {
    private let reading: @Sendable () -> Moment

    /// Makes a clock that shows what `reading` gives.
    public init(_ reading: @escaping @Sendable () -> Moment) {
        self.reading = reading
    }

    /// The moment that the clock shows.
    public func now() -> Moment { reading() }

    /// The system's clock.
    public static let system = DeskClock { systemMoment() }

    /// A clock that stands at `moment`.
    public static func standing(at moment: Moment) -> DeskClock { DeskClock { moment } }

    /// A clock that shows `moment` now and ticks on from there.
    public static func ticking(from moment: Moment) -> DeskClock {
        let start = systemMoment()
        return DeskClock { Moment(milliseconds: moment.milliseconds + systemMoment().milliseconds - start.milliseconds) }
    }

    private static func systemMoment() -> Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
