import ComplaintRules
import Glibc

/// A time zone of the system's zone database, read through libc. The process keeps one zone at a time, the desk's.
public struct SystemZone: LocalZone {
    /// The name, such as `Asia/Shanghai`.
    public let name: String

    /// Makes `name` the zone of this process.
    ///
    /// libc takes an unknown name for UTC without a word, so the file is looked for first.
    ///
    /// - Throws: `.notFound` where the zone database has no such zone.
    public init(_ name: String) throws(LedgerError) {
        guard SystemZone.exists(name) else {
            throw LedgerError(.notFound, message: "the time zone \"\(name)\" is not in the system's zone database (package tzdata)")
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
        let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
        var found = stat()
        return stat("\(folder)/\(name)", &found) == 0 && found.st_mode & S_IFMT == S_IFREG
    }

    public func localTime(at moment: Moment) -> (time: LocalTime, secondsFromUTC: Int) {
        // Rounded down, as before 1970 a division would round up.
        let seconds = moment.milliseconds >= 0 ? moment.milliseconds / 1000 : (moment.milliseconds - 999) / 1000
        var time = time_t(seconds)
        var fields = tm()
        localtime_r(&time, &fields)
        let local = seconds + Int64(fields.tm_gmtoff)
        let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        return (LocalTime(day: Day(ordinal: Int(day)), secondOfDay: Int(local - day * 86_400)), fields.tm_gmtoff)
    }

    public func moment(of time: LocalTime) -> Moment {
        // mktime is asked twice where a change of the clocks is near: with tm_isdst of -1 it may give either reading of an hour that
        // occurs twice, and the rule is the first.
        let found = seconds(of: time, daylight: -1)
        let candidates = [seconds(of: time, daylight: 1), seconds(of: time, daylight: 0), found].filter {
            localTime(at: Moment(milliseconds: Int64($0) * 1000)).time == time
        }
        // An hour that is skipped has no reading: mktime moves it past the gap by the gap's length.
        return Moment(milliseconds: Int64(candidates.min() ?? found) * 1000)
    }

    private func seconds(of time: LocalTime, daylight: Int32) -> time_t {
        var fields = tm()
        fields.tm_year = Int32(time.day.year - 1900)
        fields.tm_mon = Int32(time.day.month - 1)
        fields.tm_mday = Int32(time.day.dayOfMonth)
        fields.tm_hour = Int32(time.hour)
        fields.tm_min = Int32(time.minute)
        fields.tm_sec = Int32(time.secondOfDay % 60)
        fields.tm_isdst = daylight
        return mktime(&fields)
    }
}
