import Testing

@testable import firstdesk

/// The scripts by which shells complete (4-commands).
@Suite("firstdesk completion")
struct CompletionCommandTests {
    @Test("Every shell is told every command and every option, without sign-in", arguments: Shell.allCases)
    func whole(_ shell: Shell) throws {
        let printed = try run(["completion", shell.rawValue])
        #expect(printed.status == 0 && printed.errors == "")
        for command in Commands.all where !command.words.isEmpty {
            for word in command.words { #expect(printed.output.contains(word), "\(word)") }
            for option in command.options { #expect(printed.output.contains(option.name), "\(option.name)") }
        }
    }

    @Test("A shell that is not known is wrong usage") func unknown() throws {
        #expect(try run(["completion", "tcsh"]).status == 2)
        #expect(try run(["completion"]).status == 2)
    }

    @Test("bash completes commands, second words, options and their values by it")
    func bash() throws {
        let script = try run(["completion", "bash"]).output
        func completions(_ words: [String]) throws -> [String] {
            let line = words.map { "'\($0)'" }.joined(separator: " ")
            let ask = "\(script)\nCOMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); _firstdesk; printf '%s\\n' \"${COMPREPLY[@]}\""
            let ran = try ProgramRun.run("bash", ["--norc", "-c", ask], input: [], packages: "bash")
            return String(decoding: ran, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        #expect(try completions(["firstdesk", "exp"]) == ["export"])
        #expect(try completions(["firstdesk", "staff", "re"]) == ["retire", "rename", "return", "reset-passcode"])
        #expect(try completions(["firstdesk", "verify", "--s"]) == ["--seal"])
        #expect(try completions(["firstdesk", "list", "--lang", ""]) == ["en", "zh"])
    }
}
