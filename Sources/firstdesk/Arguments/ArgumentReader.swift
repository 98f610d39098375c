/// Reads a command line by the tables of the commands.
///
/// Options stand anywhere, as `--name value` or `--name=value`; behind `--` everything is taken by place. The words of the command come
/// first among what is given by place.
struct ArgumentReader {
    private let commands: [CommandSpec]
    private var rest: ArraySlice<String>
    private var words: [String] = []
    private var values: [String: String] = [:]
    private var operands: [String] = []

    /// Reads `arguments`, without the program's name.
    ///
    /// - Parameter found: the command, as soon as it is known, so that an error can point to its help.
    /// - Throws: `UsageError`, the first thing that is wrong.
    static func read(
        _ arguments: [String],
        commands: [CommandSpec],
        found command: inout CommandSpec?
    ) throws(UsageError) -> ParsedArguments {
        var reader = ArgumentReader(commands: commands, rest: arguments[...])
        return try reader.read(&command)
    }

    private init(commands: [CommandSpec], rest: ArraySlice<String>) {
        self.commands = commands
        self.rest = rest
    }

    private mutating func read(_ command: inout CommandSpec?) throws(UsageError) -> ParsedArguments {
        var takesOptions = true
        while let argument = rest.popFirst() {
            if takesOptions, argument == "--" {
                takesOptions = false
            } else if takesOptions, argument == "-h" {
                values["help"] = ""
            } else if takesOptions, argument.hasPrefix("-"), argument.count > 1, Double(argument) == nil {
                // A number below nothing is a value, which is judged as one.
                try readOption(argument == "-o" ? "--output" : argument, of: command)
            } else if command == nil {
                try readWord(argument, &command)
            } else {
                operands.append(argument)
            }
        }
        if command == nil, words.isEmpty { command = commands.first { $0.words.isEmpty } }
        if has("help") || has("version") {
            guard let shown = command ?? commands.first(where: { $0.words.isEmpty }) else { throw .unknownCommand("", nearest: nil) }
            return ParsedArguments(command: shown, group: command == nil ? words : [], values: values, operands: operands)
        }
        guard let command else { throw .groupAlone(words.joined(separator: " "), members: members(of: words)) }
        return try check(command)
    }

    private func has(_ name: String) -> Bool { values[name] != nil }

    /// The words that can follow these.
    private func members(of words: [String]) -> [String] {
        commands.filter { $0.words.count == words.count + 1 && $0.words.starts(with: words) }.compactMap(\.words.last)
    }

    private mutating func readWord(_ word: String, _ command: inout CommandSpec?) throws(UsageError) {
        words.append(word)
        if let found = commands.first(where: { $0.words == words }) {
            command = found
            // What was given before the command was checked against the common options only.
            return
        }
        if !members(of: words).isEmpty { return }
        let before = words.dropLast()
        let known = Set(commands.filter { $0.words.starts(with: before) }.compactMap { $0.words.dropFirst(before.count).first })
        throw .unknownCommand(words.joined(separator: " "), nearest: NearestWord.find(word, among: known.sorted()))
    }

    private mutating func readOption(_ argument: String, of command: CommandSpec?) throws(UsageError) {
        let equals = argument.firstIndex(of: "=")
        let written = String(argument[..<(equals ?? argument.endIndex)])
        let attached = equals.map { String(argument[argument.index(after: $0)...]) }
        // Before a command there can be its options, too, where the program by itself has them.
        let table = command?.allOptions ?? commands.first { $0.words.isEmpty }?.allOptions ?? CommonOptions.table
        guard written.hasPrefix("--"), let option = table.first(where: { "--\($0.name)" == written }) else {
            throw .unknownOption(written, nearest: NearestWord.find(written, among: table.map { "--\($0.name)" }))
        }
        if values[option.name] != nil { throw .givenTwice(option.name) }
        switch option.value {
        case .none:
            if attached != nil { throw .takesNoValue(option.name) }
            values[option.name] = ""
        case .required:
            // Written out: the operator ?? would lose the type of the error.
            values[option.name] = if let attached { attached } else { try nextValue(of: option) }
        case .json:
            values[option.name] = attached ?? nextJSON() ?? ""
        }
    }

    /// The next argument, unless it looks like an option: `--text --contact 1` has lost a value, and is not meant so.
    private mutating func nextValue(of option: OptionSpec) throws(UsageError) -> String {
        guard let next = rest.first, !(next.hasPrefix("--") && next.count > 2) else { throw .missingValue(option.name) }
        rest.removeFirst()
        return next
    }

    /// The next argument where it is an object in JSON or stands for standard input.
    private mutating func nextJSON() -> String? {
        guard let next = rest.first, next == "-" || next.first(where: { !$0.isWhitespace }) == "{" else { return nil }
        rest.removeFirst()
        return next
    }

    private func check(_ command: CommandSpec) throws(UsageError) -> ParsedArguments {
        for option in command.options where option.isRequired && !has(option.name) { throw .missingOption(option.name) }
        for name in values.keys.sorted() where !command.allOptions.contains(where: { $0.name == name }) {
            throw .unknownOption("--\(name)", nearest: nil)
        }
        if operands.count > command.operands.count, command.operands.last?.isRepeated != true {
            throw .tooMany(operands[command.operands.count])
        }
        for (index, operand) in command.operands.enumerated() where operand.isRequired && index >= operands.count {
            throw .missingOperand(operand.name)
        }
        return ParsedArguments(command: command, group: [], values: values, operands: operands)
    }
}
