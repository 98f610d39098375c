import Testing

@testable import firstdesk

/// A value that cannot be read is wrong usage whatever command reads it; what could be read and is against a rule is a refusal (4-commands, Exit
/// status).
@Suite("Exit status of wrong values")
struct ExitStatusTests {
    @Test(
        "a value that cannot be read is wrong usage, in whatever command, option or field it stands",
        arguments: [
            ["list", "--channel", "pigeon"], ["list", "--limit", "many"], ["staff", "role", "--number", "1003", "--role", "boss"],
            ["log", "--channel", "pigeon", "--text", "a"], ["log", "--channel", "oral", "--text", "a", "--amount", "abc"],
            ["log", "--channel", "oral", "--text", "a", "--reason", "bogus"],
            ["log", "--channel", "oral", "--text", "a", "--happened", "soon"],
            ["log", "--channel", "oral", "--text", "a", "--came-by", "12378"],
            ["book", "correct", "2026-11-19", "--status", "bogus", "--reason", "r"], ["settings", "set", "hours.monday", "99"],
            ["settings", "set", "rule.reply", "0d"], ["settings", "set", "idle-minutes", "soon"], ["figures", "--period", "soon"],
            ["calendar", "correct", "soon", "--open", "--reason", "r"], ["clock", "declare-wrong", "--from", "2", "--to", "3"],
        ]
    )
    func unreadable(_ words: [String]) throws {
        let desk = try CommandDesk()
        let person = ["--as", "1001", "--passcode-file", desk.folder.path("passcode"), "--desk", desk.path, "--at", desk.now]
        let result = try run(words + person)
        #expect(result.status == 2, "\(words): \(result.errors)")
        #expect(result.output == "")
    }

    @Test("so are a field of an act that cannot be read and one that it does not know")
    func acts() throws {
        let desk = try CommandDesk()
        let number = try desk.log()
        for (act, fields) in [
            ("agree-time", #"{"due":"soon"}"#), ("contact", #"{"how":"pigeon","text":"a","reached":true}"#), ("note", #"{"words":"a"}"#),
            ("amend", #"{"field":"happened","value":"soon"}"#),
        ] {
            let result = try desk.run("act", number, act, "--json", fields, as: "1003")
            #expect(result.status == 2, "\(act): \(result.errors)")
        }
    }

    @Test("what could be read and is against a rule is refused: too early, too few, not there, not begun")
    func rules() throws {
        let desk = try CommandDesk()
        let number = try desk.log()
        for words in [
            ["figures", "--period", "2020"], ["figures", "--period", "2027"], ["figures", "--period", "2026-10", "--issue", "3"],
            ["show", "0379-2611-099"], ["log", "--channel", "oral", "--text", "\u{200B}"],
            ["log", "--channel", "letter", "--text", "a", "--received", "2026-11-21"],
            ["settings", "set", "hours.monday", "09:00-16:00", "--from", "2026-11-19"],
            ["act", number, "ask-escalation", "--json", #"{"kind":"group","reason":"r","persons":3}"#],
        ] {
            let person = ["--as", "1001", "--passcode-file", desk.folder.path("passcode"), "--desk", desk.path, "--at", desk.now]
            let result = try run(words + person)
            #expect(result.status == 1, "\(words): \(result.errors)")
        }
    }
}
