import ComplaintRules
import Ledger

/// `declare-loss`: the branch manager's word that entries which were acknowledged are lost, so that the desk goes on.
enum DeclareLossCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let reason = try invocation.arguments.required("reason")
        let (ledger, person) = try invocation.openSignedIn()
        guard let loss = try ledger.declareLoss(reason: reason, by: person.actor) else {
            invocation.console.say(Phrase(en: "Nothing is missing. Nothing was changed.", zh: "没有缺失的记录，未作更改。"))
            return .done
        }
        let last = loss.acknowledged.map(String.init)
        invocation.console.say(
            Phrase(
                en:
                    "Declared as lost: what was acknowledged after event \(loss.present)\(last.map { ", up to event \($0)" } ?? ""). "
                    + "The numbers given there are not given again.",
                zh: "已声明丢失：事件 \(loss.present) 之后\(last.map { "至事件 \($0) " } ?? "")已确认的记录。其中的编号不再使用。"
            )
        )
        return .done
    }

    /// The command's table.
    static let table = CommandSpec(
        "declare-loss",
        Phrase(
            en: "declares as lost what was acknowledged and is not in the file; for the branch manager",
            zh: "声明已确认但文件中没有的记录为丢失；由网点负责人办理"
        ),
        options: [OptionSpec("reason", "TEXT", required: true, Phrase(en: "how it came about", zh: "丢失原因"))],
        run: DeclareLossCommand.run
    )
}
