import ComplaintRules

/// The shells that are told what can be typed. A new one is a case here and its script.
enum Shell: String, CaseIterable {
    case bash, zsh, fish
}

/// `completion`: a script by which a shell completes commands and options, made of the tables that also read the command line.
enum CompletionCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        guard let name = invocation.arguments.operand(0) else { throw UsageError.missingOperand("SHELL") }
        guard let shell = Shell(rawValue: name) else {
            throw UsageError.notOneOf(option: "SHELL", name, UsageError.options(Shell.self))
        }
        invocation.console.output.write(CompletionScript(invocation.language).text(for: shell))
        return .done
    }

    /// The command's table.
    static let table = CommandSpec(
        "completion",
        Phrase(en: "prints a script by which a shell completes commands and options", zh: "输出 shell 补全脚本（命令与选项）"),
        operands: [OperandSpec("SHELL", Phrase(en: Language.english.listed(names), zh: Language.chinese.listed(names)))],
        notes: Phrase(
            en:
                "bash: source <(firstdesk completion bash). zsh: write it to a file _firstdesk in $fpath. fish: firstdesk completion fish | source.",
            zh: "bash 与 fish 用 source 载入其输出；zsh 则写入 $fpath 中的文件 _firstdesk。"
        ),
        run: CompletionCommand.run
    )

    private static let names = Shell.allCases.map(\.rawValue)
}

/// The scripts.
struct CompletionScript {
    private let language: Language

    /// Makes the scripts with their explanations in a language.
    init(_ language: Language) { self.language = language }

    /// The script for a shell.
    func text(for shell: Shell) -> String {
        switch shell {
        case .bash: bash
        case .zsh: zsh
        case .fish: fish
        }
    }

    /// What can follow an option.
    private enum Values: Equatable {
        case none, files, folders, anything
        case words([String])

        init(_ option: OptionSpec) {
            switch option.value {
            case .none: self = .none
            case .json: self = .anything
            case .required("FILE"): self = .files
            case .required("FOLDER"): self = .folders
            case .required(let name):
                let words = name.split(separator: "|").map(String.init)
                self = words.count > 1 ? .words(words) : .anything
            }
        }
    }

    private static let commands = Commands.all.filter { !$0.words.isEmpty }
    private static let firstWords = commands.reduce(into: [String]()) { if !$0.contains($1.words[0]) { $0.append($1.words[0]) } }

    /// Second words by the first; empty for a command of one word.
    private static func secondWords(_ first: String) -> [String] {
        commands.filter { $0.words[0] == first && $0.words.count > 1 }.map { $0.words[1] }
    }

    /// A text between single quotes.
    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }

    private static let isByWords = "${COMP_WORDS[1]} ${COMP_WORDS[2]}"

    private var bash: String {
        var lines = [
            "# bash completion for firstdesk", "_firstdesk() {",
            "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words=",
            "    COMPREPLY=()", "    case $prev in",
        ]
        var byValues: [(names: [String], action: String)] = []
        for option in CompletionScript.options {
            let action: String
            switch Values(option) {
            case .none: continue
            case .files: action = #"mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return"#
            case .folders: action = #"mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return"#
            case .words(let words):
                action = #"mapfile -t COMPREPLY < <(compgen -W "# + "\"\(words.joined(separator: " "))\"" + #" -- "$cur"); return"#
            case .anything: action = "return"
            }
            if let place = byValues.firstIndex(where: { $0.action == action }) {
                byValues[place].names.append("--\(option.name)")
            } else {
                byValues.append((["--\(option.name)"], action))
            }
        }
        lines += byValues.map { "        \($0.names.joined(separator: "|"))) \($0.action) ;;" }
        lines += [
            "    esac", "    if ((COMP_CWORD == 1)); then", "        words=\"\(CompletionScript.firstWords.joined(separator: " "))\"",
        ]
        lines += ["    elif ((COMP_CWORD == 2)); then", "        case ${COMP_WORDS[1]} in"]
        for first in CompletionScript.firstWords {
            let second = CompletionScript.secondWords(first)
            if !second.isEmpty { lines.append("            \(first)) words=\"\(second.joined(separator: " "))\" ;;") }
        }
        lines += ["        esac", "    fi", "    case \"\(CompletionScript.isByWords)\" in"]
        for command in CompletionScript.commands {
            let pattern = command.words.count > 1 ? "\"\(command.words.joined(separator: " "))\"" : "\"\(command.words[0]) \"*"
            let options = command.allOptions.map { "--\($0.name)" }.joined(separator: " ")
            lines.append("        \(pattern)) words=\"$words \(options)\" ;;")
        }
        let common = CommonOptions.table.map { "--\($0.name)" }.joined(separator: " ")
        lines += [
            "        *) words=\"$words \(common)\" ;;", "    esac", #"    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")"#, "}",
            "complete -o filenames -F _firstdesk firstdesk",
        ]
        return lines.map { $0 + "\n" }.joined()
    }

    private var zsh: String {
        func described(_ name: String, _ help: Phrase) -> String {
            // A colon parts the word from its explanation.
            CompletionScript.quoted("\(name):\(language(help))")
        }
        var lines = ["#compdef firstdesk", "_firstdesk() {", "    local -a commands options", "    case $words[CURRENT-1] in"]
        for option in CompletionScript.options {
            switch Values(option) {
            case .none, .anything: continue
            case .files: lines.append("        --\(option.name)) _files; return ;;")
            case .folders: lines.append("        --\(option.name)) _files -/; return ;;")
            case .words(let words): lines.append("        --\(option.name)) compadd -- \(words.joined(separator: " ")); return ;;")
            }
        }
        lines += ["    esac", "    if ((CURRENT == 2)); then", "        commands=("]
        for first in CompletionScript.firstWords {
            let command = CompletionScript.commands.first { $0.words == [first] }
            lines.append("            " + (command.map { described(first, $0.purpose) } ?? first))
        }
        lines += ["        )", "    elif ((CURRENT == 3)); then", "        case $words[2] in"]
        for first in CompletionScript.firstWords where !CompletionScript.secondWords(first).isEmpty {
            let members = CompletionScript.commands.filter { $0.words[0] == first && $0.words.count > 1 }
            let words = members.map { described($0.words[1], $0.purpose) }.joined(separator: " ")
            lines.append("            \(first)) commands=(\(words)) ;;")
        }
        lines += ["        esac", "    fi", "    case \"$words[2] $words[3]\" in"]
        for command in CompletionScript.commands {
            let pattern = command.words.count > 1 ? "\"\(command.words.joined(separator: " "))\"" : "\"\(command.words[0]) \"*"
            lines.append(
                "        \(pattern)) options=(\(command.allOptions.map { described("--\($0.name)", $0.help) }.joined(separator: " "))) ;;"
            )
        }
        lines += [
            "        *) options=(\(CommonOptions.table.map { described("--\($0.name)", $0.help) }.joined(separator: " "))) ;;", "    esac",
            "    (($#commands)) && _describe command commands", "    (($#options)) && _describe option options", "    _files", "}",
            #"if [ "$funcstack[1]" = _firstdesk ]; then _firstdesk "$@"; else compdef _firstdesk firstdesk; fi"#,
        ]
        return lines.map { $0 + "\n" }.joined()
    }

    private var fish: String {
        func option(_ option: OptionSpec, when condition: String) -> String {
            let rest: String
            switch Values(option) {
            case .none: rest = ""
            case .files, .folders: rest = " -r -F"
            case .words(let words): rest = " -x -a \(CompletionScript.quoted(words.joined(separator: " ")))"
            case .anything: rest = " -x"
            }
            return "complete -c firstdesk\(condition) -l \(option.name)\(rest) -d \(fishQuoted(language(option.help)))"
        }
        var lines = ["# fish completion for firstdesk"]
        lines += CommonOptions.table.map { option($0, when: "") }
        for first in CompletionScript.firstWords {
            let command = CompletionScript.commands.first { $0.words == [first] }
            let help = command.map { " -d \(fishQuoted(language($0.purpose)))" } ?? ""
            lines.append("complete -c firstdesk -f -n __fish_use_subcommand -a \(first)\(help)")
        }
        for command in CompletionScript.commands {
            var condition = "__fish_seen_subcommand_from \(command.words[0])"
            if command.words.count > 1 {
                let others = CompletionScript.secondWords(command.words[0]).joined(separator: " ")
                let place = "\(condition); and not __fish_seen_subcommand_from \(others)"
                lines.append(
                    "complete -c firstdesk -f -n \(fishQuoted(place)) -a \(command.words[1]) -d \(fishQuoted(language(command.purpose)))"
                )
                condition += "; and __fish_seen_subcommand_from \(command.words[1])"
            }
            lines += command.options.map { option($0, when: " -n \(fishQuoted(condition))") }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// A text between single quotes as fish has them: a backslash before a quote and before itself.
    private func fishQuoted(_ text: String) -> String {
        "'" + text.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
    }

    /// Every option there is, each name once.
    private static let options = (commands.flatMap(\.options) + CommonOptions.table).reduce(into: [OptionSpec]()) { found, option in
        if !found.contains(where: { $0.name == option.name && Values($0) == Values(option) }) { found.append(option) }
    }
}
