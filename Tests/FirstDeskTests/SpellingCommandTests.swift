import Testing

@testable import firstdesk

/// What people write is read by one reader, whichever door it comes in by (3-architecture, Things in one place).
@Suite("One spelling is read alike by every reader")
struct SpellingCommandTests {
    private let desk: CommandDesk

    init() throws {
        desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
    }

    /// Runs the program with words that stand in a list.
    private func run(_ arguments: [String], as staff: String) throws -> CommandResult {
        try FirstDeskTests.run(
            arguments + ["--as", staff, "--passcode-file", desk.folder.path("passcode")],
            clock: .at(desk.now),
            environment: ["FIRSTDESK_HOME": desk.path]
        )
    }

    @Test(
        "Numbers, days, months, roles and choices are taken in full-width signs, with other separators, and by their names",
        arguments: [
            ("1001", ["staff", "stand-in", "--for", "１００２", "--number", "1003", "--from", "２０２６/11/23", "--to", "2026年11月24日"]),
            ("1001", ["staff", "role", "--number", "1003", "--role", "投诉管理人"]),
            ("1001", ["settings", "set", "rule.reply", "５Ｄ"]),
            ("1001", ["settings", "set", "rule.reply", "3 个工作日"]),
            ("1001", ["settings", "set", "tier.counter", "１００"]),
            ("1001", ["settings", "set", "lock-minutes", "１０"]),
            ("1001", ["settings", "set", "names-at-sign-in", "否"]),
            ("1001", ["settings", "set", "deputies", "1003、1002"]),
            ("1001", ["settings", "set", "hours.monday", "９-１８", "--from", "20261123"]),
            ("1001", ["calendar", "correct", "2026.11.22", "--open", "--reason", "值班"]),
            ("1002", ["book", "open", "--day", "11/20/2026"]),
            ("1002", ["book", "status", "--month", "2026年11月"]),
            ("1002", ["figures", "--period", "２０２６-11"]),
            ("1002", ["list", "--stage", "已登记"]),
        ]
    )
    func taken(staff: String, arguments: [String]) throws {
        let result = try run(arguments, as: staff)
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test("A case is named by its number in full-width signs, and an act by its name")
    func acts() throws {
        let number = try desk.log()
        let wide = String(
            number.unicodeScalars.map { scalar in
                (0x21...0x7E).contains(scalar.value) ? Character(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar) : Character(scalar)
            }
        )
        #expect(try desk.run("show", wide, as: "1002").status == 0)
        #expect(try desk.run("act", wide, "接收", as: "1002").status == 0)
        #expect(try desk.run("act", number, "Note", "--json", #"{"text":"看了监控"}"#, as: "1002").status == 0)
    }

    @Test("What is none is refused with what would be right: in Chinese by the names, each with its code")
    func refused() throws {
        func says(_ arguments: String..., as staff: String = "1001") throws -> String {
            try run(arguments + ["--lang", "zh"], as: staff).errors
        }
        #expect(
            try says("staff", "role", "--number", "1003", "--role", "boss").hasPrefix(
                "--role：没有“boss”，应为以下之一：柜员（counter）、投诉管理人（complaint-manager）、网点负责人（branch-manager）、审计（auditor）。"
            )
        )
        #expect(try says("settings", "set", "opening", "9").hasPrefix("没有设置项“opening”。可用：网点名称（name）、投诉电话（hotline）、"))
        #expect(try says("settings", "set", "lock-minutes", "never") == "“闲置锁定”：该值无效，请写成 0（不锁定）至 480 的整数分钟。\n")
        #expect(try says("paper", "receipt").contains("、客户投诉处理单（sheet）、"))
        let number = try desk.log()
        #expect(try says("act", number, "approve", as: "1002").contains("可用操作：接收（accept）、"))
        #expect(
            try says("act", number, "note", "--json", #"{"txt":"x"}"#, as: "1002").hasPrefix("没有字段“txt”。可用字段：")
        )
    }

    @Test("Figures and papers of days before the founding are refused; of a period that begins before it, it is said")
    func beforeFounding() throws {
        for arguments in [
            ["figures", "--period", "2020"], ["paper", "report", "2020-05"], ["export", "--for-head-office", "2020-Q1"],
        ] {
            let result = try run(arguments, as: "1001")
            #expect(result.status == 1 && result.output.isEmpty, "\(result.errors)")
            #expect(
                result.errors
                    == "That is before this desk was founded on 2026-11-20, of which it has no record. Give that day or a later one.\n"
            )
        }
        let year = try desk.run("figures", "--period", "2026", as: "1001")
        #expect(year.status == 0)
        #expect(year.errors == "This desk was founded on 2026-11-20. Of the days before it, only imported cases are counted.\n")
        #expect(try desk.run("figures", "--period", "2026-11-20", as: "1001").errors.isEmpty)
    }

    @Test("Without a stretch clock declare-wrong lists those that can be declared")
    func stretches() throws {
        #expect(try desk.run("clock", "declare-wrong", as: "1001").errors.hasPrefix("No stretch can be declared:"))
        desk.now = "2030-11-20T09:00:00+08:00"
        _ = try desk.log()
        desk.now = "2026-11-20T10:00:00+08:00"
        let beyond = try desk.run("clock", "declare-wrong", "--from", "1", "--to", "9999", "--reason", "x", as: "1001")
        #expect(beyond.status == 1 && beyond.errors.contains("This desk has ") && beyond.errors.contains(" events. "), "\(beyond.errors)")
        let listed = try desk.run("clock", "declare-wrong", as: "1001")
        #expect(listed.status == 0 && listed.output.hasPrefix("--from "), "\(listed.output)\(listed.errors)")
        #expect(try desk.run("clock", "declare-wrong", as: "1002").status == 1)
        let seqs = listed.output.split(separator: " ")
        let declared = try desk.run(
            "clock",
            "declare-wrong",
            "--from",
            String(seqs[1]),
            "--to",
            String(seqs[3]),
            "--reason",
            "主板电池耗尽",
            as: "1001"
        )
        #expect(declared.status == 0, "\(declared.errors)")
        #expect(try desk.run("verify").status == 0)
    }
}
