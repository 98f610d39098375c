import ComplaintRules
import Glibc
import Synchronization

/// A time zone of the system's zone database, read through libc. The process keeps one zone at a time, the desk's.
public struct SystemZone: LocalZone {
    /// The name, such as `Asia/Shanghai`.
    public let name: String
    private let offsets = ZoneOffsets()

    /// Makes `name` the zone of this process.
    ///
    /// libc takes an unknown name for UTC without a word, so the file is looked for first.
    ///
    /// - Throws: `.noTimeZone` where the zone database has no such zone.
    public init(_ name: String) throws(LedgerError) {
        guard SystemZone.exists(name) else {
            throw LedgerError(.noTimeZone, message: "the time zone \"\(name)\" is not in the system's zone database (package tzdata)")
        }
        self.name = name
        setenv("TZ", ":\(name)", 1)
        tzset()
    }

    /// The name of the system's own zone: `$TZ`, else what /etc/localtime leads to, else `UTC`.
    public static var systemName: String {
        if let set = getenv("TZ") {
            var name = String(cString: set)
            if name.hasPrefix(":") { name.removeFirst() }
            if exists(name) { return name }
        }
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/etc/localtime", &buffer, buffer.count - 1)
        if length > 0 {
            let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let parts = path.split(separator: "/")
            if let start = parts.firstIndex(of: "zoneinfo"), start + 1 < parts.count {
                let name = parts[(start + 1)...].joined(separator: "/")
                if exists(name) { return name }
            }
        }
        return "UTC"
    }

    /// Whether the zone database has a zone of that name.
    public static func exists(_ name: String) -> Bool {
        guard !name.isEmpty, !name.hasPrefix("/"), !name.split(separator: "/").contains(".."),
            name.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
        else { return false }
        var found = stat()
        return stat("\(folder)/\(name)", &found) == 0 && found.st_mode & S_IFMT == S_IFREG
    }

    private static var folder: String { getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo" }

    /// The zone that people mean: by its name, or by that of its city, as in `London`, `hong kong` and `北京`; nil where there is none, or several.
    public static func named(_ text: String) -> String? {
        let text = Written.plain(text)
        if exists(text) { return text }
        let wanted = text.lowercased().replacing(every: " ", with: "_")
        if let known = cities[wanted], exists(known) { return known }
        // The database's own list of places (tzfile(5), "zone.tab").
        guard !wanted.isEmpty, let file = fopen("\(folder)/zone.tab", "r") else { return nil }
        defer { fclose(file) }
        var found: [String] = []
        var line = [CChar](repeating: 0, count: 1024)
        while fgets(&line, Int32(line.count), file) != nil {
            let end = line.firstIndex(of: 0) ?? line.endIndex
            let text = String(decoding: line[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let fields = text.split(whereSeparator: { $0 == "\t" || $0 == "\n" })
            guard !text.hasPrefix("#"), fields.count > 2 else { continue }
            let name = String(fields[2])
            let city = name.split(separator: "/").last.map(String.init) ?? ""
            if name.lowercased() == wanted || city.lowercased() == wanted { found.append(name) }
        }
        return found.count == 1 && exists(found[0]) ? found[0] : nil
    }

    /// Cities after which no zone is called, and some in Chinese.
    private static let cities = [
        "beijing": "Asia/Shanghai", "peking": "Asia/Shanghai", "china": "Asia/Shanghai", "北京": "Asia/Shanghai", "上海": "Asia/Shanghai",
        "中国": "Asia/Shanghai", "香港": "Asia/Hong_Kong", "澳门": "Asia/Macau", "台北": "Asia/Taipei", "新加坡": "Asia/Singapore",
        "东京": "Asia/Tokyo", "伦敦": "Europe/London", "纽约": "America/New_York", "uk": "Europe/London",
    ]

    public func localTime(at moment: Moment) -> (time: LocalTime, secondsFromUTC: Int) {
        // A damaged file may hold any moment; one that no calendar has is told as the nearest that one has, and found by `verify`.
        let milliseconds = min(max(moment.milliseconds, Moment.possible.lowerBound), Moment.possible.upperBound)
        // Rounded down, as before 1970 a division would round up.
        let seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
        let offset = offsets.at(seconds)
        let local = seconds + offset
        let day = UTCDay.of(local)
        return (LocalTime(day: Day(ordinal: Int(day)), secondOfDay: Int(local - day * UTCDay.length)), Int(offset))
    }

    public func moment(of time: LocalTime) -> Moment {
        let local = Int64(time.day.ordinal) * UTCDay.length + Int64(time.secondOfDay)
        // Where a change of the clocks is near, the time may be one by the old offset and one by the new: of an hour that occurs twice the
        // first is meant.
        let before = offsets.at(local - UTCDay.length)
        let readings = [before, offsets.at(local + UTCDay.length)].map { local - $0 }.filter { $0 + offsets.at($0) == local }
        // An hour that is skipped has no reading: it is moved past the gap by the gap's length.
        return Moment(milliseconds: (readings.min() ?? local - before) * 1000)
    }
}

/// Days of 86,400 seconds since 1970, UTC.
private enum UTCDay {
    static let length: Int64 = 86_400

    /// The day of a number of seconds since 1970.
    static func of(_ seconds: Int64) -> Int64 { seconds >= 0 ? seconds / length : (seconds - length + 1) / length }
}

/// How far the local time is from UTC, as libc says, in seconds. It reads the zone's rule anew at each question about a time after the last change
/// in its table (for China, 1991), so what it said is kept for each day on which it says one thing only.
private final class ZoneOffsets: Sendable {
    private let known = Mutex<[Int64: Int64]>([:])

    /// The offset at a number of seconds since 1970.
    func at(_ seconds: Int64) -> Int64 {
        let day = UTCDay.of(seconds)
        return known.withLock { known in
            if let offset = known[day] { return offset }
            let (first, last) = (asked(day * UTCDay.length), asked((day + 1) * UTCDay.length))
            // On the day of a change.
            guard first == last else { return asked(seconds) }
            known[day] = first
            return first
        }
    }

    private func asked(_ seconds: Int64) -> Int64 {
        var time = time_t(seconds)
        var fields = tm()
        localtime_r(&time, &fields)
        return Int64(fields.tm_gmtoff)
    }
}
