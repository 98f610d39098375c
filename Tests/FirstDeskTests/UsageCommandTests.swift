import ComplaintRules
import Testing

@testable import firstdesk

@Suite("The command line itself")
struct UsageCommandTests {
    @Test(
        "What is wrong is said, with what was probably meant and where the help is",
        arguments: [
            (["lits"], "There is no command \"lits\". Did you mean list?\nSee: firstdesk --help\n"),
            (["graphs"], "There is no command \"graphs\".\nSee: firstdesk --help\n"),
            (
                ["staff"],
                "\"staff\" needs another word: add, list, retire, rename, role, return, reset-passcode, unlock, stand-in.\n"
                    + "See: firstdesk --help\n"
            ),
            (["staff", "retier"], "There is no command \"staff retier\". Did you mean retire?\nSee: firstdesk --help\n"),
            (["due", "--jsno"], "There is no option --jsno here. Did you mean --json?\nSee: firstdesk due --help\n"),
            (["due", "--colour"], "There is no option --colour here.\nSee: firstdesk due --help\n"),
            (["due", "-j"], "There is no option -j here.\nSee: firstdesk due --help\n"),
            (["due", "--json=yes"], "--json takes no value.\nSee: firstdesk due --help\n"),
            (["due", "--desk"], "--desk needs a value. Write one that begins with dashes as --desk=VALUE.\nSee: firstdesk due --help\n"),
            (
                ["due", "--desk", "--json"],
                "--desk needs a value. Write one that begins with dashes as --desk=VALUE.\nSee: firstdesk due --help\n"
            ),
            (["due", "--desk", "a", "--desk=b"], "--desk was given twice. Give it once.\nSee: firstdesk due --help\n"),
            (["due", "now"], "\"now\" is not expected here. Put quotes around values with spaces.\nSee: firstdesk due --help\n"),
            (
                ["due", "--", "--json"],
                "\"--json\" is not expected here. Put quotes around values with spaces.\nSee: firstdesk due --help\n"
            ),
            (["show"], "NUMBER is missing.\nSee: firstdesk show --help\n"),
            (["due", "--lang", "fr"], "--lang: \"fr\" is not one of: en, zh.\nSee: firstdesk due --help\n"),
        ]
    )
    func wrong(arguments: [String], sentence: String) throws {
        let result = try run(arguments)
        #expect(result.status == 2)
        #expect(result.errors == sentence)
        #expect(result.output == "")
    }

    @Test("Errors speak the language of --lang, wherever it stands, else of the locale")
    func language() throws {
        let chinese = "没有命令“lits”。您是否指 list？\n参见：firstdesk --help\n"
        #expect(try run(["--lang", "zh", "lits"]).errors == chinese)
        #expect(try run(["lits", "--lang=zh"]).errors == chinese)
        #expect(try run(["lits"], environment: ["LC_ALL": "zh_CN.UTF-8"]).errors == chinese)
        #expect(try run(["lits"], environment: ["LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en_GB"]).errors == chinese)
        #expect(try run(["lits"], environment: ["LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN"]).errors.hasPrefix("There is no command"))
    }

    @Test("Common options may stand before the command, values after an equals sign, and dashes after two dashes")
    func order() throws {
        let desk = try CommandDesk(staff: false)
        // A Sunday, on which the branch is closed and nothing more is said.
        let closed = try run(["--desk=\(desk.path)", "--lang", "zh", "due"], clock: .at("2026-11-22T10:00:00+08:00"))
        #expect(closed.output == "逾期 0，今日到期 0，待接收 0，待签字 0\n")
        let shown = try run(
            ["show", "--desk", desk.path, "--as=1001", "--passcode-file=\(desk.folder.path("passcode"))", "--", "--1"])
        #expect(shown.status == 1)
        #expect(shown.errors == "There is no case --1 at this desk.\n")
    }

    @Test("Control characters in what was typed are shown, not obeyed")
    func hostile() throws {
        #expect(try run(["\u{1B}[2J"]).errors == "There is no command \"␛[2J\".\nSee: firstdesk --help\n")
    }

    @Test("The version")
    func version() throws {
        let result = try run(["--version"])
        #expect(result.output == "firstdesk 0.1.0\n")
        #expect(result.status == 0)
    }

    @Test("The help of every command is there in both languages, fits 80 columns, and names every option")
    func help() throws {
        for command in Commands.all {
            for language in Language.allCases {
                let result = try run(command.words + ["--help", "--lang", language.rawValue])
                #expect(result.status == 0)
                #expect(result.errors == "")
                for option in command.allOptions { #expect(result.output.contains("--\(option.name)")) }
                #expect(result.lines.allSatisfy { line in line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } <= 80 })
                if language == .chinese { #expect(result.output.contains("通用选项：")) }
            }
        }
    }

    @Test("The help of the program lists the commands, and that of a first word those behind it")
    func overview() throws {
        let overview = try run(["--help"]).output
        for command in Commands.all where !command.words.isEmpty {
            #expect(overview.contains("\n  \(command.words.joined(separator: " "))  "))
        }
        #expect(
            try run(["staff", "--help"]).output == """
                Commands:
                  staff add             adds a member of staff
                  staff list            lists the staff
                  staff retire          marks a member of staff as left; what they did stays
                  staff rename          changes the name of a member of staff; the old one is
                                        kept
                  staff role            changes the role of a member of staff from now on
                  staff return          takes a member of staff back who had left
                  staff reset-passcode  gives somebody a new passcode and key; until they change
                                        it, their acts say that you know it
                  staff unlock          lets somebody sign in at once who gave too many wrong
                                        passcodes
                  staff stand-in        names who acts for an absent manager; lists the
                                        stand-ins without --for

                """
        )
        #expect(
            try run(["due", "-h"]).output == """
                firstdesk due - counts what is overdue, due today, to accept and to sign; no
                customer data, no sign-in needed

                Usage: firstdesk due [options]

                Options:
                  --json  prints JSON, one object a line

                Common options:
                  --desk FOLDER         the desk's folder; default: $FIRSTDESK_HOME,
                                        $XDG_DATA_HOME/firstdesk or ~/.local/share/firstdesk
                  --as STAFF            your staff number
                  --passcode-file FILE  reads your passcode from the first line of FILE (- is
                                        standard input); otherwise you are asked for it
                  --lang en|zh          English or Chinese; default: by the locale
                  --theme NAME          the colours of the full-screen desk
                  --at TIME             sets the clock (practice desks only); default:
                                        $FIRSTDESK_AT
                  --help                shows this help
                  --version             shows the version

                """
        )
    }

    @Test("No option of a command is in its table twice")
    func tables() {
        for command in Commands.all {
            let names = command.allOptions.map(\.name)
            #expect(Set(names).count == names.count, "\(command.line)")
        }
        #expect(Set(Commands.all.map(\.words)).count == Commands.all.count)
    }

    @Test(
        "The nearest word: a slip, letters swapped, a beginning; nothing for what is far off",
        arguments: [
            ("hlep", "help"), ("passcode-fil", "passcode-file"), ("chanel", "channel"), ("repe", "repeated-back"), ("zebra", nil),
            ("x", nil),
        ] as [(String, String?)]
    )
    func nearest(typed: String, meant: String?) {
        #expect(NearestWord.find(typed, among: ["help", "passcode-file", "channel", "repeated-back", "text"]) == meant)
    }
}
