import ComplaintRules
import Ledger

/// `staff add|list|retire|rename|role|return`: who works at the desk.
enum StaffCommand {
    static func add(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        let number = try invocation.staffNumber("number", try arguments.required("number"))
        guard let role: Role = try arguments.code("role") else { throw UsageError.missingOption("role") }
        let member = StaffMember(number: number, name: try arguments.required("name"), role: role)
        let (ledger, person) = try invocation.openSignedIn()
        // Before anybody thinks of a passcode for nothing.
        try permit(.addStaff, by: ledger.acting(person.actor))
        let passcode = try invocation.newPasscode(option: "initial-passcode-file", MessageWords.newPasscode(of: number))
        try ledger.addStaff(member, passcode: passcode, by: person.actor)
        invocation.console.say(MessageWords.staffAdded(member))
        invocation.console.say(MessageWords.fingerprint(number, try ledger.fingerprint(of: number)))
        return .done
    }

    static func list(_ invocation: Invocation) throws -> ExitStatus {
        let (ledger, person) = try invocation.openSignedIn()
        try permit(.listStaff, by: ledger.acting(person.actor))
        let members = ledger.rules.staff.all
        if invocation.arguments.has("json") {
            for member in members {
                invocation.printJSON([
                    "number": .text(member.number.text), "name": .text(member.name), "role": .text(member.role.rawValue),
                    "retired": .truth(member.isRetired),
                    "changes": .list(
                        ledger.rules.staffChanges.filter { $0.number == member.number }.map { change in
                            [
                                "day": .text(change.day.iso), "name": .text(change.name), "role": .text(change.role.rawValue),
                                "retired": .truth(change.isRetired),
                            ]
                        }
                    ),
                ])
            }
            return .done
        }
        let language = invocation.language
        var table = TextTable(
            [
                .init(heading: language(TableWords.staffNumber), limit: 12), .init(heading: language(Term.name), limit: nil),
                .init(heading: language(Term.role), limit: 20), .init(heading: "", limit: 20),
            ],
            width: invocation.console.output.terminalColumns
        )
        let rows = members.map { member in
            [member.number.text, member.name, language(member.role.label), member.isRetired ? language(Term.hasLeft) : ""]
        }
        invocation.console.output.line(table.heading(fitting: rows))
        for row in rows { invocation.console.output.line(table.line(row)) }
        return .done
    }

    static func retire(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        if arguments.has("number"), let operand = arguments.operand(0) { throw UsageError.tooMany(operand) }
        guard let text = arguments.value("number") ?? arguments.operand(0) else { throw UsageError.missingOperand("NUMBER") }
        let number = try invocation.staffNumber("number", text)
        let (ledger, person) = try invocation.openSignedIn()
        let told = try ledger.edit(number, .leave, by: person.actor)
        invocation.console.say(MessageWords.staffRetired(number))
        if let told { invocation.console.say(told) }
        return .done
    }

    static func rename(_ invocation: Invocation) throws -> ExitStatus {
        let name = try invocation.arguments.required("name")
        return try edit(invocation, .name(name)) { MessageWords.staffRenamed($0, name.trimmed) }
    }

    static func role(_ invocation: Invocation) throws -> ExitStatus {
        guard let role: Role = try invocation.arguments.code("role") else { throw UsageError.missingOption("role") }
        return try edit(invocation, .role(role)) { MessageWords.roleChanged($0, role) }
    }

    static func comeBack(_ invocation: Invocation) throws -> ExitStatus { try edit(invocation, .comeBack, MessageWords.staffReturned) }

    private static func edit(_ invocation: Invocation, _ edit: StaffEdit, _ words: (StaffNumber) -> Phrase) throws -> ExitStatus {
        let number = try invocation.staffNumber("number", try invocation.arguments.required("number"))
        let (ledger, person) = try invocation.openSignedIn()
        let told = try ledger.edit(number, edit, by: person.actor)
        invocation.console.say(words(number))
        if let told { invocation.console.say(told) }
        return .done
    }
}
