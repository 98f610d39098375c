import ComplaintRules
import Testing

@testable import Ledger

@Suite("The zone of the branch")
struct SystemZoneTests {
    @Test(
        "A moment that no calendar has, as a damaged file may hold, is told as the nearest that one has",
        arguments: [Int64.min, .min + 999, .max]
    )
    func extremes(milliseconds: Int64) throws {
        let local = try SystemZone("Asia/Shanghai").localTime(at: Moment(milliseconds: milliseconds))
        #expect([1, 10_000].contains(local.time.day.year))
    }

    @Test("The last millisecond before a second belongs to the second that runs, before 1970 too")
    func roundsDown() throws {
        let zone = try SystemZone("Asia/Shanghai")
        #expect(zone.localTime(at: Moment(milliseconds: -1)).time == LocalTime(day: Day(ordinal: 0), secondOfDay: 28_799))
        #expect(zone.localTime(at: Moment(milliseconds: 0)).time == LocalTime(day: Day(ordinal: 0), secondOfDay: 28_800))
    }
}
