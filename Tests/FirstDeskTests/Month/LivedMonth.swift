@testable import firstdesk

/// What a scripted month left behind, as the command line tells it on the Saturday after.
struct LivedMonth: Sendable {
    /// The folder of the desk.
    let folder: TemporaryFolder
    /// How many acts and loggings were done by lines.
    let acts: Int
    /// The number of each case of the plan, or of the case that took its place.
    let numbers: [String]
    /// Whether all that was planned for a case was done before the month ended.
    let finished: [Bool]
    /// The number of the case that was logged in September.
    let september: String
    /// `list --json`, in the order of logging.
    let list: [String]
    /// `show --json` of every case, without the keys and signatures, which are made of chance.
    let cases: [String]
    /// `book status --json`.
    let book: [String]
    /// `due --json`.
    let due: String

    /// Lives the month of a plan on a fresh desk, and asks what it left.
    ///
    /// - Parameter builtDays: how many of its open days are lived in the built program; the others in the test's own process.
    init(_ plan: MonthPlan, builtDays: Int) throws {
        let month = try ScriptedMonth(plan, builtDays: builtDays)
        try month.live()
        folder = month.folder
        acts = month.acts
        numbers = month.numbers
        finished = month.finished
        september = month.september
        func ask(_ arguments: [String], as person: String? = "1002") throws -> [String] {
            try month.firstdesk(arguments, as: person, at: ScriptedMonth.end).lines
        }
        list = try ask(["list", "--json", "--order", "logged"])
        // 1001 is whom one case is about, and nobody of the others is; 1005 reads as a clerk again.
        let numbers = try list.map { try LivedMonth.object($0)["number"]?.plain ?? "" }
        cases = try ask(["show", "--json"] + numbers).map(LivedMonth.withoutChance)
        book = try ask(["book", "status", "--month", "2026-10", "--json"])
        due = try ask(["due", "--json"], as: nil).joined()
    }

    /// Reads a line of JSON.
    static func object(_ line: String) throws -> JSONValue {
        try CommandResult(status: 0, outputBytes: Array(line.utf8), errorBytes: []).objects().first ?? .null
    }

    /// A line of JSON without its public keys and signatures.
    private static func withoutChance(_ line: String) -> String {
        line.replacing(/"(publicKey|signature)":"[0-9a-f]*"/) { "\"\($0.output.1)\":\"\"" }
    }
}

extension JSONValue {
    /// The text of a text; nil for anything else.
    var plain: String? {
        if case .text(let text) = self { text } else { nil }
    }
}

extension LivedMonth {
    /// Asks the desk something at the month's end.
    func ask(_ arguments: String..., as person: String? = nil) throws -> CommandResult {
        try run(
            arguments + (person.map { ["--as", $0, "--passcode-file", folder.path("passcode")] } ?? []) + ["--at", ScriptedMonth.end],
            environment: ["FIRSTDESK_HOME": folder.path("desk")]
        )
    }
}
