import ComplaintRules

/// An option of a command. The table of them feeds reading, `--help` and the sentences about wrong ones.
struct OptionSpec: Sendable {
    /// What stands behind the option.
    enum Value: Hashable, Sendable {
        /// Nothing: given or not.
        case none
        /// A value, called so in the help.
        case required(String)
        /// JSON or `-`, where such follows; else nothing.
        case json(String)
    }

    /// The name, without the dashes.
    let name: String
    /// What stands behind it.
    let value: Value
    /// What it is for.
    let help: Phrase
    /// Whether the command cannot do without it.
    let isRequired: Bool

    /// Makes an option that is given or not.
    init(_ name: String, _ help: Phrase) {
        self.init(name, value: .none, help)
    }

    /// Makes an option with a value.
    init(_ name: String, _ valueName: String, required: Bool = false, _ help: Phrase) {
        self.init(name, value: .required(valueName), required: required, help)
    }

    /// Makes an option.
    init(_ name: String, value: Value, required: Bool = false, _ help: Phrase) {
        self.name = name
        self.value = value
        self.help = help
        self.isRequired = required
    }

    /// The option as in the help: `--desk FOLDER`.
    var usage: String {
        switch value {
        case .none: "--\(name)"
        case .required(let valueName): "--\(name) \(valueName)"
        case .json(let valueName): "--\(name) [\(valueName)]"
        }
    }
}

/// Something that is given by its place rather than by a name.
struct OperandSpec: Sendable {
    /// The name, as in the help: `NUMBER`.
    let name: String
    /// What it is.
    let help: Phrase
    /// Whether the command cannot do without it.
    let isRequired: Bool
    /// Whether more of the same may follow; only the last one of a command can.
    let isRepeated: Bool

    /// Makes an operand.
    init(_ name: String, _ help: Phrase, required: Bool = true, repeated: Bool = false) {
        self.name = name
        self.help = help
        self.isRequired = required
        self.isRepeated = repeated
    }

    /// The operand as in the help: `NUMBER...`.
    var usage: String { isRepeated ? "\(name)..." : name }
}

/// A command: what it is called, what it takes, and what it does.
struct CommandSpec: Sendable {
    /// The name, a word or two; none for the program by itself.
    let words: [String]
    /// What it does.
    let purpose: Phrase
    /// What it takes by place.
    let operands: [OperandSpec]
    /// What it takes by name, beside the common options.
    var options: [OptionSpec] { makeOptions() }
    private let makeOptions: @Sendable () -> [OptionSpec]
    /// What its help says beyond that.
    let notes: Phrase?
    /// Does it.
    let run: @Sendable (Invocation) throws -> ExitStatus

    /// Makes a command. The options are put together when they are asked for: a start of the program asks for those of one command, and
    /// all of them together cost as much as opening the desk.
    init(
        _ name: String,
        _ purpose: Phrase,
        operands: [OperandSpec] = [],
        options: @autoclosure @escaping @Sendable () -> [OptionSpec] = [],
        notes: Phrase? = nil,
        run: @escaping @Sendable (Invocation) throws -> ExitStatus
    ) {
        self.words = name.split(separator: " ").map(String.init)
        self.purpose = purpose
        self.operands = operands
        makeOptions = options
        self.notes = notes
        self.run = run
    }

    /// The command as it is typed: `firstdesk staff add`.
    var line: String { (["firstdesk"] + words).joined(separator: " ") }
    /// Its own options and the common ones; its own go before a common one of the same name.
    var allOptions: [OptionSpec] {
        let options = options
        return options + CommonOptions.table.filter { common in !options.contains { $0.name == common.name } }
    }
}
