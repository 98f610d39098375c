import ComplaintRules

import enum TerminalKit.TextWidth

/// The help of a command, or of the program, from the tables that also read the command line.
struct HelpPage {
    private let command: CommandSpec
    private let group: [String]

    /// Makes the help that a command line asks for.
    init(_ arguments: ParsedArguments) {
        command = arguments.command
        group = arguments.group
    }

    /// Writes it to standard output.
    func write(to console: Console) {
        let width = min(console.output.terminalColumns ?? 80, 100)
        for line in lines(console.language, width: width) { console.output.line(line) }
    }

    /// The lines of the help, none wider than `width` columns.
    func lines(_ language: Language, width: Int) -> [String] {
        if !group.isEmpty { return groupLines(language, width: width) }
        var lines = TextWidth.wrap("\(command.line) - \(language(command.purpose))", to: width).map(String.init)
        let usage = TextWidth.wrap(language(HelpWords.usage) + usage(language), to: width - 4).map(String.init)
        lines += [""] + usage.prefix(1) + usage.dropFirst().map { "    " + $0 }
        if command.words.isEmpty {
            lines += ["", language(HelpWords.commands)]
            let listed = Commands.all.filter { !$0.words.isEmpty }
            lines += table(listed.map { ($0.words.joined(separator: " "), language($0.purpose)) }, width: width)
        }
        if !command.operands.isEmpty {
            lines += ["", language(HelpWords.operands)]
            lines += table(command.operands.map { ($0.usage, language($0.help)) }, width: width)
        }
        if !command.options.isEmpty {
            lines += ["", language(HelpWords.options)]
            lines += table(command.options.map { ($0.usage, help(of: $0, language)) }, width: width)
        }
        lines += ["", language(HelpWords.commonOptions)]
        let common = CommonOptions.table.filter { option in !command.options.contains { $0.name == option.name } }
        lines += table(common.map { ($0.usage, help(of: $0, language)) }, width: width)
        if let notes = command.notes { lines += [""] + TextWidth.wrap(language(notes), to: width).map(String.init) }
        return lines
    }

    private func groupLines(_ language: Language, width: Int) -> [String] {
        let members = Commands.all.filter { $0.words.starts(with: group) }
        return [language(HelpWords.commands)] + table(members.map { ($0.words.joined(separator: " "), language($0.purpose)) }, width: width)
    }

    private func usage(_ language: Language) -> String {
        var parts = [command.line]
        parts += command.operands.map { $0.isRequired ? $0.usage : "[\($0.usage)]" }
        parts += command.options.filter(\.isRequired).map(\.usage)
        if command.words.isEmpty { parts.append(language(HelpWords.commandPlace)) }
        return parts.joined(separator: " ") + " " + language(HelpWords.optionsPlace)
    }

    private func help(of option: OptionSpec, _ language: Language) -> String {
        language(option.help) + (option.isRequired ? language(HelpWords.isRequired) : "")
    }

    private func table(_ rows: [(name: String, text: String)], width: Int) -> [String] {
        let left = min(rows.reduce(0) { max($0, TextWidth.columns(of: $1.name)) }, 30)
        return rows.flatMap { row -> [String] in
            let text = TextWidth.wrap(row.text, to: max(20, width - left - 4)).map(String.init)
            let isLong = TextWidth.columns(of: row.name) > left
            let name = isLong ? row.name : TextWidth.pad(row.name, to: left)
            let indent = String(repeating: " ", count: left + 4)
            var lines = isLong ? ["  \(name)", indent + (text.first ?? "")] : ["  \(name)  \(text.first ?? "")"]
            lines += text.dropFirst().map { indent + $0 }
            return lines
        }
    }
}
