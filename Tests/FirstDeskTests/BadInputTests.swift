import Testing

@testable import firstdesk

@Suite("Bad input changes nothing and says why")
struct BadInputTests {
    private let desk: CommandDesk
    private let signed: String
    private let handedOver: String

    init() throws {
        desk = try CommandDesk()
        signed = try desk.repliedCase()
        try #require(try desk.run("act", signed, "sign", "--json", desk.reading(signed), as: "1001").status == 0)
        handedOver = try desk.log("移交中", "--hand-over-to", "1002")
        try #require(
            try desk.run("staff", "stand-in", "--for", "1002", "--number", "1003", "--from", "2026-12-01", "--to", "2026-12-05", as: "1001")
                .status == 0
        )
    }

    /// What a person sees of the desk, and how much has happened on it.
    private func state() throws -> [String] {
        [
            try desk.run("list", "--json", as: "1002").output, try desk.run("verify", "--json").output,
            try desk.run("settings", "get", "--json", as: "1001").output, try desk.run("staff", "stand-in", as: "1001").output,
            try desk.run("book", "status", "--json", as: "1002").output,
        ]
    }

    /// Runs each command and checks status and first line, and that all is as it was.
    private func check(_ wrong: [(arguments: [String], person: String, status: Int32, says: String)]) throws {
        let before = try state()
        for (arguments, person, status, says) in wrong {
            let result = try run(
                arguments + ["--as", person, "--passcode-file", desk.folder.path("passcode")],
                clock: .at(desk.now),
                environment: ["FIRSTDESK_HOME": desk.path]
            )
            let line = arguments.joined(separator: " ")
            #expect(result.status == status, "\(line): \(result.errors)")
            #expect(result.errors.hasPrefix(says), "\(line): \(result.errors)")
            #expect(result.output == "", "\(line)")
        }
        #expect(try state() == before)
    }

    @Test("A calendar with a hole, a wrong date, weekday or flag, a contradiction, no dates, or nothing is taken in no part")
    func calendars() throws {
        let header = "date,weekday,is_off_day,name_zh\n"
        var wrong: [(arguments: [String], person: String, status: Int32, says: String)] = []
        for (name, text, says) in [
            ("hole", header + "2024-01-01,Mon,true,元旦\n2026-01-01,Thu,true,元旦\n", "The calendar has no days for 2025"),
            ("date", header + "2026-01-01,Thu,true,元旦\n2026-02-30,Mon,true,x\n", "Line 3: this is not a date"),
            ("weekday", header + "2026-01-01,Fri,true,元旦\n", "Line 2: the weekday does not match the date."),
            ("flag", "date,is_off_day\n2026-01-01,maybe\n", "Line 2: is_off_day must be true or false."),
            (
                "twice", "date,is_off_day\n2026-01-01,true\n2026-01-01,false\n",
                "2026-01-01 is a day off in one row and a working day in another."
            ),
            ("column", "day,name\n2026-01-01,x\n", "The calendar has no column \"date\"."), ("empty", "", "The calendar has no rows."),
        ] {
            wrong.append((["calendar", "load", try desk.folder.write(text, to: "\(name).csv")], "1001", 2, says))
        }
        wrong.append(
            (["calendar", "load", desk.folder.path("missing.csv")], "1001", 2, "\(desk.folder.path("missing.csv")) cannot be read")
        )
        // Whoever may not load one learns that, whatever is in the file.
        wrong.append((["calendar", "load", desk.folder.path("hole.csv")], "1002", 1, "Only the branch manager may load"))
        try check(wrong)
    }

    @Test("A stand-in whose end is before the start, in the past, doubled, for oneself, or for nobody who can lend rights is refused")
    func standIns() throws {
        func name(_ options: String...) -> [String] { ["staff", "stand-in"] + options }
        try check([
            (
                name("--for", "1002", "--number", "1003", "--from", "2026-11-25", "--to", "2026-11-24"), "1001", 1,
                "The end is before the start. Give a later end."
            ),
            (
                name("--for", "1002", "--number", "1001", "--from", "2026-12-05", "--to", "2026-12-07"), "1001", 1,
                "1002 already has a stand-in for that period. End that one first, or give other days."
            ),
            (
                name("--for", "1002", "--number", "1003", "--from", "2026-11-01", "--to", "2026-11-02"), "1001", 1,
                "\"From\" must not be before 2026-11-20, which is today on this desk."
            ),
            (name("--for", "1002", "--number", "1002"), "1001", 1, "Nobody can stand in for themselves. Name somebody else."),
            (name("--for", "1003", "--number", "1002"), "1001", 1, "1003 is not a manager; a stand-in acts only for an absent manager."),
            (
                name("--for", "1002", "--number", "1009"), "1001", 1,
                "An auditor changes nothing and cannot be a stand-in. Name somebody else."
            ),
            (name("--for", "1099", "--number", "1003"), "1001", 1, "Nobody at this desk has the staff number 1099"),
            (name("--for", "1002", "--number", "1003"), "1003", 1, "Only the branch manager may appoint a stand-in."),
            (name("--number", "1003", "--from", "2026-12-24"), "1001", 2, "--for is missing."),
            (name("--for", "1002", "--number", "1003", "--from", "24.12."), "1001", 2, "--from: \"24.12.\" is not a date."),
        ])
    }

    @Test("One day without an end is one day")
    func oneDay() throws {
        let named = try desk.run("staff", "stand-in", "--for", "1002", "--number", "1003", "--from", "2026-12-24", as: "1001")
        #expect(named.status == 0)
        #expect(named.errors == "1003 stands in for 1002 from 2026-12-24 to 2026-12-24.\n")
    }

    @Test("A rule dated in the past, or a value that a setting does not take, is refused")
    func settings() throws {
        func set(_ words: String...) -> [String] { ["settings", "set"] + words }
        try check([
            (set("rule.reply", "5d", "--from", "2026-11-19"), "1001", 1, "A change can take effect from tomorrow at the earliest"),
            (set("rule.reply", "5x"), "1001", 2, "A limit is written like 3d"),
            (set("rule.reply", "0d"), "1001", 2, "A limit is written like 3d"),
            (set("rule.promised", "5d"), "1001", 2, "There is no setting \"rule.promised\"."),
            (set("hours.monday", "25:00-26:00"), "1001", 2, "\"Open on Mon\""),
            (set("hours.monday", "17:00-09:00"), "1001", 2, "\"Open on Mon\""),
            (set("hours.monday", ""), "1001", 2, "\"Open on Mon\""), (set("opening", "09:00"), "1001", 2, "There is no setting"),
            (
                set("tier.branch-manager", "9999"), "1001", 1,
                "What the branch manager may promise is head office's to say: give its reference."
            ),
            (set("tier.janitor", "5"), "1001", 2, "There is no setting"),
            (set("deputies", "1099"), "1001", 1, "Nobody at this desk has the staff number 1099"),
            (set("hotline", "95533", "--from", "2026-12-01"), "1001", 2, "--from is only for hours, tiers and clock rules"),
            (set("hotline", "95533"), "1002", 1, "Only the branch manager may"),
        ])
    }

    @Test("An act on a number that there is not, or on a case that is signed, closed or at another stage, is refused with the reason")
    func acts() throws {
        func act(_ number: String, _ name: String, _ json: String = "{}") -> [String] { ["act", number, name, "--json", json] }
        try check([
            (act("0379-2611-999", "accept"), "1002", 1, "There is no case 0379-2611-999 at this desk."),
            (act("012", "accept"), "1002", 1, "There is no case 012 at this desk."),
            (act(signed, "reply", #"{"how":"oral","text":"x"}"#), "1002", 1, "Reply: the case is signed and locked."),
            (act(signed, "sign"), "1001", 1, "Sign: the case is signed and locked."),
            (act(signed, "withdraw", #"{"reason":"x"}"#), "1002", 1, "Customer withdraws: the case is signed and locked."),
            (act(signed, "amend", #"{"field":"customer","value":"x"}"#), "1002", 1, "Amend: the case is signed and locked."),
            (act(handedOver, "reply", #"{"how":"oral","text":"x"}"#), "1002", 1, "Reply: "),
            (act(handedOver, "sign"), "1001", 1, "Sign: "),
            (act(handedOver, "chase", #"{"text":"x"}"#), "1002", 1, "Chase"),
            (
                act(handedOver, "merge", #"{"into":"\#(handedOver)"}"#), "1002", 1,
                "Merge: a case cannot be merged into itself. Give the number of another one."
            ),
            (act(handedOver, "merge", #"{"into":"0379-2611-999"}"#), "1002", 1, "There is no case 0379-2611-999 at this desk."),
            (act(handedOver, "fly"), "1002", 2, "There is no act \"fly\"."),
            (["show", "0379-2611-999"], "1002", 1, "There is no case 0379-2611-999 at this desk."),
        ])
    }

    @Test("The comment book is reviewed on open days only, once, and not ahead of time")
    func book() throws {
        try #require(try desk.run("book", "open", as: "1002").status == 0)
        try #require(try desk.run("book", "nil", as: "1002").status == 0)
        try check([
            (["book", "open"], "1002", 1, "The review of 2026-11-20 has ended"),
            (["book", "nil"], "1002", 1, "The review of 2026-11-20 has ended"),
            (["book", "close"], "1002", 1, "The review of 2026-11-20 has ended"),
            (["book", "entry", "--text", "x"], "1002", 1, "The review of 2026-11-20 has ended"),
            (["book", "open", "--day", "2026-11-21"], "1002", 1, "\"Day\" must not be later than now."),
            (["book", "open", "--day", "2026-11-19", "--reason", "x"], "1002", 1, "That is before this desk was founded on 2026-11-20"),
            (["book", "open", "--day", "2026-11-18", "--reason", "x"], "1003", 1, "Only the complaint manager or the branch manager"),
            (["book", "status", "--month", "2026-13"], "1002", 2, "--month: \"2026-13\" is not a month. Write it as 2026-11."),
        ])
        // What lies between the founding and today can be made up, on open days and with a reason.
        desk.now = "2026-11-24T09:00:00+08:00"
        try check([
            (["book", "open", "--day", "2026-11-22", "--reason", "x"], "1002", 1, "The branch is closed on 2026-11-22"),
            (["book", "open", "--day", "2026-11-23"], "1002", 1, "The branch closed at 17:00 on 2026-11-23, so this can only be a late"),
        ])
    }
}
