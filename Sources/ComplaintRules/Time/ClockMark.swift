/// What is remarkable of the computer's clock under which something was done, beside the moments that the desk already knew (1-domain, What was
/// is not rewritten). The act goes on, and says so for ever.
public enum ClockMark: Hashable, Sendable {
    /// It stood so many milliseconds before the latest moment on the desk, and more than 2 s.
    case behind(Int64)
    /// It stood so many milliseconds after the latest moment on the desk, and more than 31 days.
    case ahead(Int64)

    /// Two desks' clocks may differ by this without a word, in milliseconds (1-domain, Clocks).
    static let tolerance: Int64 = 2000
    /// A desk on which nothing was done for longer than this may have a wrong clock, in milliseconds.
    public static let longSilence: Int64 = 31 * 86_400_000

    /// By which moment something is judged, and what is remarkable: the later of the clock and the latest moment on the desk, so that a clock set
    /// back makes nothing timely. A desk without a moment yet has its first.
    public static func judge(_ clock: Moment, latest: Moment?) -> (at: Moment, mark: ClockMark?) {
        guard let latest else { return (clock, nil) }
        // Wrapping, since a damaged file may hold any moment and must not end the program.
        let distance = clock.milliseconds &- latest.milliseconds
        if clock < latest { return (latest, distance < -tolerance ? .behind(0 &- distance) : nil) }
        return (clock, distance > longSilence ? .ahead(distance) : nil)
    }

    /// Whether the clock stood behind.
    public var isBehind: Bool { if case .behind = self { true } else { false } }

    /// By how many milliseconds it stood ahead, or, below 0, behind.
    public var distance: Int64 {
        switch self {
        case .behind(let distance): 0 &- distance
        case .ahead(let distance): distance
        }
    }

    /// The mark of a distance; nil where nothing is remarkable.
    public init?(distance: Int64) {
        if distance == 0 { return nil }
        self = distance < 0 ? .behind(0 &- distance) : .ahead(distance)
    }

    /// What the computer's clock showed when something was done that was judged as of `moment`.
    public func clock(judgedAt moment: Moment) -> Moment {
        switch self {
        case .behind(let distance): Moment(milliseconds: moment.milliseconds &- distance)
        case .ahead: moment
        }
    }

    /// The latest moment that the desk knew when something was judged as of `moment`.
    public func latest(judgedAt moment: Moment) -> Moment {
        switch self {
        case .behind: moment
        case .ahead(let distance): Moment(milliseconds: moment.milliseconds &- distance)
        }
    }

    /// By how long it stood ahead or behind, in words: wherever it is told, seconds are under a minute.
    public var span: Phrase {
        let seconds = abs(distance / 1000)
        if seconds < 60 { return Phrase(en: "\(seconds) s", zh: "\(seconds) 秒") }
        return Phrase(en: TimeWords.span(seconds: seconds, .english), zh: TimeWords.span(seconds: seconds, .chinese))
    }

    /// The mark as it stands behind a heading of the time line.
    public var words: Phrase {
        switch self {
        case .behind:
            Phrase(en: "computer's clock \(span.english) behind", zh: "电脑时钟慢\(span.chineseBehindHan)")
        case .ahead:
            Phrase(
                en: "\(span.english) after the last act; the clock may be wrong",
                zh: "距上次操作\(span.chineseBehindHan)，电脑时钟可能有误"
            )
        }
    }
}
