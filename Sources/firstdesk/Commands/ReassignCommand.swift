import ComplaintRules
import Ledger

/// `reassign`: hands many cases over at once, as at the change of a shift.
enum ReassignCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        let from = try invocation.staffNumber("from", try arguments.required("from"))
        let receiver = try invocation.staffNumber("to", try arguments.required("to"))
        let (ledger, person) = try invocation.openSignedIn()
        guard ledger.rules.staff[from] != nil else { throw Refusal.unknownStaff(from) }
        var status = ExitStatus.done
        let results = try ledger.reassign(from: from, to: receiver, note: arguments.value("note") ?? "", by: person.actor)
        for result in results {
            if let refusal = result.refusal {
                invocation.console.say(Phrase(verbatim: "\(result.number): ").followed(by: refusal.sentence))
                status = .refused
            } else {
                invocation.console.output.line(result.number)
            }
        }
        if results.isEmpty {
            // What cannot be handed on while it is elsewhere is not denied to whoever may know of it.
            let waiting = try ledger.waitingCases(of: from, by: person.actor)
            invocation.console.say(waiting > 0 ? .nothingToReassign(from, waiting: waiting) : .nothingToReassign(from))
        }
        return status
    }

    /// The command's table.
    static let table = CommandSpec(
        "reassign",
        Phrase(en: "hands all open cases of one member of staff over to another, and prints their numbers", zh: "将一人未办结的投诉全部移交给另一人，并打印编号"),
        options: [
            OptionSpec("from", "STAFF", required: true, Phrase(en: "whose cases", zh: "原经办人工号")),
            OptionSpec("to", "STAFF", required: true, Phrase(en: "the manager who takes them over", zh: "接收人（管理人员）工号")),
            OptionSpec("note", "TEXT", Phrase(en: "a note for the receiver", zh: "附言")),
        ],
        run: ReassignCommand.run
    )
}

extension Phrase {
    fileprivate static func nothingToReassign(_ number: StaffNumber) -> Phrase {
        Phrase(en: "\(number) has no open cases.", zh: "\(number) 没有未办结的投诉。")
    }

    fileprivate static func nothingToReassign(_ number: StaffNumber, waiting: Int) -> Phrase {
        Phrase(
            en:
                "\(number) has no case that can be handed on now. \(waiting) \(waiting == 1 ? "is" : "are") with head office or to be signed: any "
                + "manager enters the answer, and what comes back can be handed on then.",
            zh: "\(number) 目前没有可改派的投诉。另有 \(waiting) 件正在总行处理或待签字：总行答复可由任一管理人员录入，退回后即可改派。"
        )
    }

    /// This phrase with another behind it.
    func followed(by other: Phrase) -> Phrase { Phrase(en: english + other.english, zh: chinese + other.chinese) }
}
