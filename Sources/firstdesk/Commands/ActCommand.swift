import ComplaintRules
import DeskScreens
import Ledger
import TableFiles

/// `act`: does any act to a case or many by lines, says which are possible, and describes them all.
enum ActCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        if arguments.has("describe") {
            for other in ["list", "input"] where arguments.has(other) { throw UsageError.together("describe", other) }
            if let operand = arguments.operand(0) { throw UsageError.tooMany(operand) }
            describe(invocation)
            return .done
        }
        if let path = arguments.value("input") {
            if arguments.has("list") { throw UsageError.together("input", "list") }
            if arguments.value("json")?.isEmpty == false { throw UsageError.together("input", "json") }
            if let operand = arguments.operand(0) { throw UsageError.tooMany(operand) }
            return try actByLines(of: path, invocation)
        }
        guard let number = arguments.operand(0) else { throw UsageError.missingOperand("NUMBER") }
        if arguments.has("list") {
            if let operand = arguments.operand(1) { throw UsageError.tooMany(operand) }
            try list(number, invocation)
        } else {
            guard let name = arguments.operand(1) else { throw UsageError.missingOperand("ACT") }
            try act(name, on: number, invocation)
        }
        return .done
    }

    private static func act(_ name: String, on number: String, _ invocation: Invocation) throws {
        let kind = try kind(name)
        let given = invocation.arguments.value("json") ?? ""
        // A passcode on standard input comes first, the fields behind it.
        let inline = given.isEmpty || given == "-" ? [:] : try JSONValue.fields(given)
        let (ledger, person) = try invocation.openSignedIn()
        let values = given == "-" ? try JSONValue.fields(try rest(invocation)) : inline
        try act(kind, on: number, values, in: ledger, by: person, invocation)
    }

    /// All that is left of standard input.
    private static func rest(_ invocation: Invocation) throws -> String {
        do {
            switch try invocation.console.input().rest() {
            case .line(let all): return all.text
            case .refused(let refusal): throw UsageError.badLine(refusal.reason)
            case nil: return ""
            }
        } catch let error as TextFileError {
            throw UsageError.cannotRead(file: "-", error)
        }
    }

    /// Does one act a line, each in a transaction of its own, by the person who signed in once for all of them.
    private static func actByLines(of path: String, _ invocation: Invocation) throws -> ExitStatus {
        let (ledger, person) = try invocation.openSignedIn()
        return try InputLines(ledger: ledger, invocation: invocation).forEach(of: path) { fields in
            var values = fields
            guard let number = values.removeValue(forKey: "number") else { throw UsageError.missingOperand("number") }
            guard let name = values.removeValue(forKey: "act") else { throw UsageError.missingOperand("act") }
            try act(try kind(name), on: number, values, in: ledger, by: person, invocation)
        }
    }

    private static func kind(_ name: String) throws(UsageError) -> ActKind {
        let wanted = Written.plain(name).lowercased()
        // By its name in either language too, as a choice in a form.
        if let kind = ActKind(rawValue: wanted)
            ?? ActKind.allCases.first(where: { $0.label.english.lowercased() == wanted || $0.label.chinese == wanted })
        {
            return kind
        }
        throw .unknownAct(
            name,
            nearest: NearestWord.find(wanted, among: ActKind.allCases.map(\.rawValue)),
            known: ActKind.allCases.map { .init(code: $0.rawValue, label: $0.label) }
        )
    }

    /// Does the act and prints what became of the case.
    private static func act(
        _ kind: ActKind,
        on number: String,
        _ values: [String: String],
        in ledger: Ledger,
        by person: SignedIn,
        _ invocation: Invocation
    ) throws {
        // Whoever may not do this at all learns that, rather than what is wrong with a field.
        if let refusal = try ledger.whyNot(kind, on: number, by: person.actor) { throw refusal }
        let act = try kind.act(values, at: ledger.now, under: ledger.rules)
        // Nobody signs by a script what they have not read, nor closes it by a ruling.
        if kind.rule.isOfReader, act.read == nil { throw Refusal.notRead(kind) }
        let stored = try ledger.perform(act, on: number, by: person.actor, key: person, readUpTo: act.read.map { Int64($0) })
        if let reply = act as? Reply, !reply.missingParts.isEmpty {
            invocation.console.say(MessageWords.partsMissing)
        }
        if act is Finding, let lacking = stored.state.findingDuty(at: ledger.now, under: ledger.rules) {
            // It is told now, as on screen, and not by whoever is to sign.
            invocation.console.say(lacking.sentence.followed(by: .fullStop))
        }
        for note in act.unknownPeople(under: ledger.rules) { invocation.console.say(note) }
        CaseLine(ledger: ledger, actor: person.actor, invocation: invocation).printActedOn(stored.state)
    }

    private static func list(_ number: String, _ invocation: Invocation) throws {
        let (ledger, person) = try invocation.openSignedIn()
        let possible = try ledger.possibilities(on: number, by: person.actor)
        let language = invocation.language
        if invocation.arguments.has("json") {
            invocation.printJSON(
                .list(
                    possible.map { entry in
                        [
                            "act": .text(entry.act.rawValue), "label": .text(language(entry.act.label)),
                            "possible": .truth(entry.whyNot == nil),
                            "why": JSONValue(entry.whyNot.map { language($0.sentence) }),
                        ]
                    }
                )
            )
            return
        }
        var table = TextTable([.init(heading: language(TableWords.act), limit: 22), .init(heading: "", limit: nil)], width: nil)
        // Beside its code each stands by its name, which some refusals do not say.
        let rows = possible.map { entry in
            let (name, says) = (language(entry.act.label), language(entry.whyNot?.sentence ?? TableWords.possible))
            return [entry.act.rawValue, says.hasPrefix(name + language.colon) ? says : name + language.colon + says]
        }
        invocation.console.output.line(table.heading(fitting: rows))
        for row in rows { invocation.console.output.line(table.line(row)) }
    }

    /// What each act takes. Needs no desk.
    private static func describe(_ invocation: Invocation) {
        let language = invocation.language
        for kind in ActKind.allCases {
            if invocation.arguments.has("json") {
                invocation.printJSON([
                    "act": .text(kind.rawValue), "label": .text(language(kind.label)),
                    "fields": .list(kind.fields.map { description(of: $0, language) }),
                ])
                continue
            }
            invocation.console.output.line("\(kind.rawValue) - \(language(kind.label))")
            for field in kind.fields {
                let needed = field.isRequired ? language(HelpWords.isRequired) : ""
                invocation.console.output.line(
                    "    \(field.name.jsonKey): \(language(field.label)), \(language(PlainWords.kind(of: field.kind)))\(needed)"
                )
            }
        }
    }

    private static func description(of field: FieldShape, _ language: Language) -> JSONValue {
        var object: [String: JSONValue] = [
            "name": .text(field.name.jsonKey), "label": .text(language(field.label)), "required": .truth(field.isRequired),
        ]
        switch field.kind {
        case .text, .line: object["type"] = .text("text")
        case .time: object["type"] = .text("time")
        case .amount: object["type"] = .text("amount")
        case .day: object["type"] = .text("day")
        case .count: object["type"] = .text("count")
        case .code: object["type"] = .text("code")
        case .choice(let options):
            object["type"] = .text("choice")
            object["choices"] = .list(options.map { .text($0.code) })
        case .manager, .member: object["type"] = .text("staff-number")
        case .flag: object["type"] = .text("flag")
        case .file: object["type"] = .text("file")
        }
        return .object(object)
    }
}
