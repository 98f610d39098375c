import Testing

@testable import firstdesk

@Suite("The time of the branch, in the built program")
struct TimeCommandTests {
    @Test(
        "The reply is due at closing time of the third day after receipt, also across a change of the clocks",
        arguments: [
            // In Shanghai nothing changes; in London the clocks go back on 25 October and forward on 28 March, in New York on 1 November.
            ("Asia/Shanghai", "2026-11-20T23:30", "2026-11-20T23:30:00+08:00", "2026-11-23T17:00:00+08:00"),
            ("Europe/London", "2026-10-23T12:00", "2026-10-23T12:00:00+01:00", "2026-10-26T17:00:00+00:00"),
            ("Europe/London", "2027-03-26T12:00", "2027-03-26T12:00:00+00:00", "2027-03-29T17:00:00+01:00"),
            ("America/New_York", "2026-10-30T12:00", "2026-10-30T12:00:00-04:00", "2026-11-02T17:00:00-05:00"),
            // Two hours before midnight in Shanghai it is still noon in London: the day of receipt is the branch's own.
            ("Europe/London", "2026-11-21T02:30:00+08:00", "2026-11-20T18:30:00+00:00", "2026-11-23T17:00:00+00:00"),
        ]
    )
    func due(zone: String, now: String, received: String, due: String) throws {
        let desk = try CommandDesk(at: now, zone: zone)
        _ = try desk.log()
        let object = try desk.run("list", "--json", as: "1003").objects()[0]
        #expect(object["received"] == .text(received))
        func reply(at moment: String) throws -> JSONValue? {
            let shown = try desk.run(
                "show",
                "0379-\(received.prefix(7).dropFirst(2).replacing("-", with: ""))-001",
                "--json",
                "--at",
                moment,
                as: "1003"
            )
            return try shown.objects()[0]["clocks"]?.elements.first { $0["rule"] == .text("reply") }
        }
        #expect(try reply(at: now)?["due"] == .text(due))
        #expect(try reply(at: due)?["state"] == .text("running"))
        #expect(try reply(at: due.replacing("T17:00:00", with: "T17:00:01"))?["state"] == .text("breached"))
    }

    @Test("The system's own zone has no say")
    func systemZone() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00", zone: "Asia/Shanghai")
        _ = try desk.log()
        let object = try desk.run("list", "--json", as: "1003", environment: ["TZ": "America/New_York"]).objects()[0]
        #expect(object["received"] == .text("2026-11-20T09:00:00+08:00"))
    }

    @Test("Days of a filter are the branch's days")
    func days() throws {
        let desk = try CommandDesk(at: "2026-11-20T23:59:59", zone: "Europe/London")
        _ = try desk.log()
        #expect(try desk.run("list", "--json", "--from", "2026-11-21", as: "1003").lines.isEmpty)
        #expect(try desk.run("list", "--json", "--to", "2026-11-20", as: "1003").lines.count == 1)
    }

    @Test("The clock is set by a moment, a day, or a time of today; anything else is wrong usage")
    func at() throws {
        let desk = try CommandDesk(at: "2026-11-20", zone: "Asia/Shanghai")
        _ = try desk.log()
        #expect(try desk.run("list", "--json", as: "1003").objects()[0]["received"] == .text("2026-11-20T09:00:00+08:00"))
        let wrong = try desk.run("due", "--at", "soon")
        #expect(wrong.status == 2)
        #expect(wrong.errors.hasPrefix("--at: \"soon\" is not a time. Write it as 2026-11-22T09:14, 2026-11-22 or 09:14.\n"))
        #expect(try desk.run("due", "--at", "09:14").status == 0)
    }

    @Test("A system without the zone says so rather than reckon in another")
    func unknownZone() throws {
        let desk = try CommandDesk(staff: false)
        let result = try desk.run("due", environment: ["TZDIR": "/nowhere"])
        #expect(result.status == 4)
        #expect(result.errors.hasPrefix("This machine does not know the time zone of \(desk.file)."))
        #expect(result.errors.contains("the time zone \"Asia/Shanghai\" is not in the system's zone database (package tzdata)"))
    }
}
