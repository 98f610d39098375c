import Testing

@testable import firstdesk

@Suite("Many acts by lines at one sign-in")
struct InputLinesTests {
    private let desk: CommandDesk

    init() throws {
        desk = try CommandDesk()
    }

    private func act(_ lines: String, as person: String, _ more: String...) throws -> CommandResult {
        try run(
            ["act", "--input", desk.folder.write(lines, to: "lines"), "--as", person, "--passcode-file", desk.folder.path("passcode")]
                + more,
            clock: .at(desk.now),
            environment: ["FIRSTDESK_HOME": desk.path]
        )
    }

    @Test("Each line is an act of its own; one that is refused is named by line and reason, and the rest goes on")
    func lines() throws {
        let first = try desk.log("一", "--hand-over-to", "1002")
        let second = try desk.log("二", "--hand-over-to", "1002")
        let result = try act(
            """
            {"number":"\(first)","act":"accept"}
            {"number":"\(second)","act":"sign"}

            {"number":"\(second)","act":"accept"}
            {"number":"\(first)","act":"contact","how":"phone","text":"已致电","reached":true}
            {"number":"0379-2611-077","act":"accept"}
            {"number":"\(second)","act":"not-accept","reason":"非本行业务"}
            """,
            as: "1002"
        )
        #expect(result.status == 1)
        #expect(result.output == "\(first): in hand\n\(second): in hand\n\(first): in hand\n\(second): out of remit\n")
        #expect(
            result.errors == """
                Line 2: Sign: only the branch manager may do that.
                Line 6: There is no case 0379-2611-077 at this desk.

                """
        )
        let event = try #require(try desk.run("show", first, "--json", as: "1002").objects()[0]["events"]?.elements.last)
        #expect(event["act"] == .text("contact") && event["reached"] == .truth(true))
    }

    @Test("What is no act is wrong usage, said by line; a refusal by the rules counts for more")
    func wrong() throws {
        let number = try desk.log()
        let wrong = try act(
            """
            {"number":"\(number)","act":"accept"
            ["accept"]
            {"number":"\(number)"}
            {"act":"accept"}
            {"number":"\(number)","act":"acept"}
            {"number":"\(number)","act":"accept"}
            """,
            as: "1002"
        )
        #expect(wrong.status == 2)
        #expect(wrong.output == "\(number): in hand\n")
        let said = wrong.errors.split(separator: "\n").map { $0.prefix(38) }
        #expect(
            said == [
                "Line 1: That is not JSON. Write an obj", "Line 2: That is JSON, but not an objec", "Line 3: act is missing.",
                "Line 4: number is missing.", "Line 5: There is no act \"acept\". Did y",
            ]
        )
        #expect(try act("{}\n{\"number\":\"\(number)\",\"act\":\"accept\"}", as: "1002").status == 1)
    }

    @Test("With --json each case is printed as an object; a refused answer gives the new number, by line or alone")
    func json() throws {
        let number = try desk.repliedCase()
        #expect(try desk.run("act", number, "sign", "--json", desk.reading(number), as: "1001").status == 0)
        let result = try act(#"{"number":"\#(number)","act":"refuse-answer","reason":"不接受"}"#, as: "1003", "--json")
        #expect(try result.objects()[0]["number"] == .text("0379-2611-002"))
        #expect(try result.objects()[0]["stage"] == .text("logged"))
        let other = try desk.log()
        for (person, act, fields) in [
            ("1003", "answer", #"{"text":"已说明"}"#),
            ("1002", "finding", #"{"fault":"none","facts":"已查","class":"unfounded","explanation":"已解释"}"#), ("1001", "sign", "{}"),
        ] {
            let done = try desk.run("act", other, act, "--json", act == "sign" ? desk.reading(other) : fields, as: person)
            #expect(done.status == 0, "\(done.errors)")
        }
        let alone = try desk.run("act", other, "refuse-answer", "--json", #"{"reason":"不接受"}"#, as: "1003").objects()
        #expect(alone[0]["number"] == .text("0379-2611-004"))
    }

    @Test("On a practice desk a line may put the clock forward, never back")
    func clock() throws {
        let number = try desk.log()
        let result = try act(
            """
            {"number":"\(number)","act":"accept","at":"2026-11-20T10:00"}
            {"number":"\(number)","act":"note","text":"后"}
            {"number":"\(number)","act":"note","text":"午","at":"14:30"}
            {"number":"\(number)","act":"note","text":"早","at":"2026-11-20T09:30"}
            {"number":"\(number)","act":"note","text":"何时","at":"noon"}
            {"number":"\(number)","act":"agree-time","agreed":"2026-11-22T12:00","at":"2026-11-20T15:00:00+08:00"}
            """,
            as: "1002"
        )
        #expect(result.status == 2)
        #expect(
            result.errors == """
                Line 4: "at": 2026-11-20T09:30 is before the time of the lines above; the clock never goes back.
                Line 5: --at: "noon" is not a time. Write it as 2026-11-22T09:14, 2026-11-22 or 09:14.

                """
        )
        let events = try desk.run("show", number, "--json", as: "1002").objects()[0]["events"]?.elements.filter {
            $0["act"]?.plain != "clock"
        }
        #expect(events?.compactMap { $0["at"]?.plain?.dropFirst(11).prefix(5) } == ["09:00", "10:00", "10:00", "14:30", "15:00"])
        #expect(events?.last?["agreed"] == .text("2026-11-22T12:00:00+08:00"))
        let logged = try run(
            [
                "log", "--input",
                desk.folder.write(
                    #"{"channel":"oral","text":"一","at":"16:00"}"# + "\n" + #"{"channel":"oral","text":"二","at":"15:59"}"#,
                    to: "lines"
                ),
                "--as", "1003", "--passcode-file", desk.folder.path("passcode"),
            ],
            clock: .at(desk.now),
            environment: ["FIRSTDESK_HOME": desk.path]
        )
        #expect(logged.status == 2)
        #expect(logged.output == "0379-2611-002\n")
        #expect(try desk.run("show", "0379-2611-002", "--json", as: "1002").objects()[0]["received"] == .text("2026-11-20T16:00:00+08:00"))
    }

    @Test("On a real desk no line sets the clock")
    func realDesk() throws {
        let folder = try TemporaryFolder()
        try folder.write("geheim 123\n", to: "passcode")
        let passcode = ["--passcode-file", folder.path("passcode")]
        let made = try run(
            [
                "init", "--desk", folder.path("desk"), "--code", "0379", "--name", "Luoyang", "--hotline", "95533", "--timezone",
                "Asia/Shanghai",
                "--manager", "1001", "--manager-name", "Wang",
            ] + passcode,
            clock: .machine
        )
        try #require(made.status == 0, "\(made.errors)")
        let result = try run(
            ["log", "--input", "-", "--desk", folder.path("desk"), "--as", "1001"] + passcode,
            input: #"{"channel":"oral","text":"one","at":"2026-11-20T16:00"}"# + "\n" + #"{"channel":"oral","text":"two"}"#,
            clock: .machine
        )
        #expect(result.status == 1)
        #expect(result.lines.count == 1)
        #expect(result.errors.hasPrefix("Line 1: ") && result.errors.contains("practice"))
    }

    @Test("Lines do not go together with a single act, a list, or a description")
    func together() throws {
        let number = try desk.log()
        #expect(try desk.run("act", "--input", "-", "--list", as: "1002").errors.hasPrefix("--input and --list cannot be used together."))
        #expect(
            try desk.run("act", "--input", "-", "--describe", as: "1002").errors.hasPrefix(
                "--describe and --input cannot be used together."
            )
        )
        #expect(try desk.run("act", "--input", "-", number, as: "1002").errors.hasPrefix("\"\(number)\" is not expected here."))
        #expect(
            try desk.run("act", "--input", "-", "--json", "{}", as: "1002").errors.hasPrefix("--input and --json cannot be used together.")
        )
        for result in [try desk.run("act", "--input", "/nowhere", as: "1002")] { #expect(result.status == 2) }
    }

    @Test("Several cases are shown one after the other, the first that may not be read ends it")
    func showSeveral() throws {
        let first = try desk.log("一")
        let second = try desk.log("二")
        let both = try desk.run("show", first, second, "--json", as: "1002").objects()
        #expect(both.compactMap { $0["number"]?.plain } == [first, second])
        #expect(try desk.run("show", first, second, as: "1002").output.contains("\n\n\(second)  logged"))
        let missing = try desk.run("show", first, "0379-2611-009", second, "--json", as: "1002")
        #expect(missing.status == 1)
        #expect(missing.lines.count == 1)
        #expect(try desk.run("show", as: "1002").errors.hasPrefix("NUMBER is missing.\n"))
    }
}
