import Testing

@testable import firstdesk

/// A setting that holds from a day on: what was set is told, and every change to come (2-screens, 4-commands).
@Suite("firstdesk settings: changes to come")
struct SettingsToComeTests {
    @Test("what is told names the value and the day just set, whatever else is coming; settings get lists every change to come")
    func every() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        desk.now = "2026-11-23T09:00:00+08:00"
        func set(_ arguments: String...) throws -> String {
            let person = ["--as", "1001", "--passcode-file", desk.folder.path("passcode")]
            let result = try FirstDeskTests.run(
                ["settings", "set"] + arguments + person,
                clock: .at(desk.now),
                environment: ["FIRSTDESK_HOME": desk.path]
            )
            #expect(result.status == 0, "\(result.errors)")
            return result.errors
        }
        #expect(
            try set("rule.reply", "5d") == "The limit \"reply\" is 5 calendar days from 2026-11-24 on; until then it is 3 calendar days.\n"
        )
        #expect(
            try set("rule.reply", "4d", "--from", "2026-12-10")
                == "The limit \"reply\" is 4 calendar days from 2026-12-10 on; until then it is 3 calendar days, "
                + "5 calendar days from 2026-11-24 on.\n"
        )
        #expect(
            try set("rule.reply", "6d", "--from", "2026-12-01", "--lang", "zh")
                == "“回复”时限自 2026-12-01 起为 6 个自然日；此前仍为 3 个自然日，自 2026-11-24 起为 5 个自然日。\n"
        )
        #expect(
            try desk.run("settings", "get", "rule.reply", as: "1001").output
                == "3d  (2026-11-24: 5d; 2026-12-01: 6d; 2026-12-10: 4d)\n"
        )
        let coming = try desk.run("settings", "get", "rule.reply", "--json", as: "1001").objects()[0]["coming"]?.elements ?? []
        #expect(coming.map { $0["from"] } == ["2026-11-24", "2026-12-01", "2026-12-10"].map { .text($0) })
        #expect(coming.map { $0["value"] } == ["5d", "6d", "4d"].map { .text($0) })
        #expect(
            try set("tier.counter", "300", "--from", "2026-12-10").hasSuffix("is ¥300.00 from 2026-12-10 on; until then it is ¥200.00.\n")
        )
        #expect(try set("hours.monday", "closed").contains("is closed from 2026-11-24 on"))
        #expect(try set("customers", "12000", "--lang", "zh").contains("起为 12,000；"))
    }

    @Test("a number is told with its unit: years, minutes, days, never")
    func units() throws {
        let desk = try CommandDesk()
        for (name, value, english, chinese) in [
            ("retention-years", "5", "is 5 years now.", "现为 5 年。"), ("lock-minutes", "10", "is 10 minutes now.", "现为 10 分钟。"),
            ("lock-minutes", "0", "is never now.", "现为不锁定。"), ("late-claim-days", "1", "is 1 day now.", "现为 1 天。"),
        ] {
            #expect(try desk.run("settings", "set", name, value, as: "1001").errors.contains(english))
            #expect(try desk.run("settings", "set", name, value, "--lang", "zh", as: "1001").errors.contains(chinese))
        }
    }
}
