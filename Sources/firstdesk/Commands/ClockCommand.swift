import ComplaintRules
import Ledger

/// `clock declare-wrong`: a stretch of events was done under a clock that had run ahead.
enum ClockCommand {
    static func declareWrong(_ invocation: Invocation) throws -> ExitStatus {
        if !invocation.arguments.has("from"), !invocation.arguments.has("to") { return try list(invocation) }
        guard let from = try invocation.arguments.count("from") else { throw UsageError.missingOption("from") }
        guard let to = try invocation.arguments.count("to") else { throw UsageError.missingOption("to") }
        let stretch = WrongClock(from: Int64(from), to: Int64(to), reason: try invocation.arguments.required("reason"))
        let (ledger, person) = try invocation.openSignedIn()
        try ledger.declareWrong(stretch, by: person.actor)
        invocation.console.say(
            Phrase(
                en: "The clock was wrong from event \(from) to \(to). What was judged by it is judged anew; both judgements are shown.",
                zh: "已声明事件 \(from) 至 \(to) 期间电脑时钟有误。相关时限已重新判定，两次判定均予显示。"
            )
        )
        return .done
    }

    /// Lists the stretches that can be declared.
    private static func list(_ invocation: Invocation) throws -> ExitStatus {
        let (ledger, person) = try invocation.openSignedIn()
        try permit(.correctPast, by: ledger.acting(person.actor))
        let (stretches, zone) = (try ledger.wrongClockStretches(), ledger.rules.zone)
        for (from, to) in stretches {
            invocation.console.output.line("--from \(from.seq) --to \(to.seq)  \(zone.iso(from.at))  \(zone.iso(to.at))")
        }
        if stretches.isEmpty {
            invocation.console.say(
                Phrase(
                    en: "No stretch can be declared: none begins more than 31 days ahead and ends where the clock went back.",
                    zh: "没有可声明的区段：须以超前 31 天以上开始，并止于拨回之前。"
                )
            )
        }
        return .done
    }

    /// The command's table.
    static let table = CommandSpec(
        "clock declare-wrong",
        Phrase(
            en: "says that the computer's clock had run ahead for a stretch of events; what was judged by it is judged anew",
            zh: "声明某段事件期间电脑时钟超前有误，并重新判定相关时限"
        ),
        options: [
            OptionSpec(
                "from",
                "SEQ",
                Phrase(
                    en: "the event with which the clock jumped ahead; without it and --to the stretches are listed",
                    zh: "时钟跳变的首个事件序号；不给出本项和 --to 则列出可声明的区段"
                )
            ),
            OptionSpec("to", "SEQ", Phrase(en: "the last event before it went back", zh: "拨回前最后一个事件序号")),
            OptionSpec("reason", "TEXT", HelpWords.why),
        ],
        run: ClockCommand.declareWrong
    )
}
