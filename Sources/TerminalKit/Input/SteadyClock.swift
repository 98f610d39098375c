import Glibc

/// The clock that waits and pauses are measured by: it only goes forward, whatever is done to the time of day.
public enum SteadyClock {
    /// Milliseconds since some moment before the program began (clock_gettime(2), CLOCK_MONOTONIC).
    public static func milliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
