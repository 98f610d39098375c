import ComplaintRules
import Glibc

/// Where the ledger takes the time from: the system, or, on a practice desk, a moment that was set.
public struct DeskClock: Sendable {
    private let reading: @Sendable () -> Moment
    private let running: @Sendable () -> RunningTime

    /// Makes a clock that shows what `reading` gives.
    ///
    /// - Parameter running: how long the machine has run.
    public init(
        _ reading: @escaping @Sendable () -> Moment,
        running: @escaping @Sendable () -> RunningTime = { RunningTime.ofMachine }
    ) {
        self.reading = reading
        self.running = running
    }

    /// The moment that the clock shows.
    public func now() -> Moment { reading() }

    /// How long the machine has run, by which waits after wrong passcodes are measured: no date can lock anybody out or let anybody in.
    func runningTime() -> RunningTime { running() }

    /// The system's clock.
    public static let system = DeskClock { systemMoment() }

    /// A clock that stands at `moment`, and so does the time that the machine has run.
    public static func standing(at moment: Moment) -> DeskClock {
        DeskClock({ moment }, running: { RunningTime(boot: "practice", milliseconds: moment.milliseconds) })
    }

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

/// How long the machine has run since it was started: a time that nobody can set.
public struct RunningTime: Equatable, Sendable {
    /// The run of the machine, by a name that the kernel draws anew at each start.
    public var boot: String
    /// Since then, sleep included.
    public var milliseconds: Int64

    /// Makes a time, as tests have it.
    public init(boot: String, milliseconds: Int64) {
        self.boot = boot
        self.milliseconds = milliseconds
    }

    /// The time of this machine (random(4), clock_gettime(2)).
    public static var ofMachine: RunningTime {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        let boot = String(decoding: DeskFile.beginning(of: "/proc/sys/kernel/random/boot_id", count: 36), as: UTF8.self)
        return RunningTime(boot: boot, milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
