import ComplaintRules
import Ledger

/// `clock declare-wrong`: a stretch of events was done under a clock that had run ahead.
enum ClockCommand {
    static func declareWrong(_ invocation: Invocation) throws -> ExitStatus {
        guard let from = try invocation.arguments.count("from") else { throw UsageError.missingOption("from") }
        guard let to = try invocation.arguments.count("to") else { throw UsageError.missingOption("to") }
        let stretch = WrongClock(from: Int64(from), to: Int64(to), reason: invocation.arguments.value("reason") ?? "")
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

    /// The command's table.
    static let table = CommandSpec(
        "clock declare-wrong",
        Phrase(
            en: "says that the computer's clock had run ahead for a stretch of events; what was judged by it is judged anew",
            zh: "声明某段事件期间电脑时钟超前有误，并重新判定相关时限"
        ),
        options: [
            OptionSpec("from", "SEQ", required: true, Phrase(en: "the event with which the clock jumped ahead", zh: "时钟跳变的首个事件序号")),
            OptionSpec("to", "SEQ", required: true, Phrase(en: "the last event before it went back", zh: "拨回前最后一个事件序号")),
            HelpWords.reasonOption,
        ],
        run: ClockCommand.declareWrong
    )
}
