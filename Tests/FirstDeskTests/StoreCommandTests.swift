import Glibc
import Ledger
import Testing

@testable import firstdesk

@Suite("A store that cannot be used")
struct StoreCommandTests {
    private func due(_ desk: CommandDesk) throws -> CommandResult { try desk.run("due") }

    @Test("No desk: which folder, and what to do; in both languages")
    func missing() throws {
        let folder = try TemporaryFolder()
        for path in [folder.path("nothing"), folder.path] {
            let result = try run(["due", "--desk", path])
            #expect(result.status == 4)
            #expect(result.output == "")
            #expect(
                result.errors
                    == "There is no desk at \(path)/firstdesk.db. Give its folder with --desk, or create one with firstdesk init.\n"
            )
        }
        #expect(try run(["due", "--desk", folder.path, "--lang", "zh"]).errors.hasPrefix("\(folder.path)/firstdesk.db 处没有投诉台。"))
        #expect(access(folder.path("nothing"), F_OK) == -1, "looking makes nothing")
    }

    @Test("Where the desk is looked for when no folder is named")
    func folders() throws {
        let home = try TemporaryFolder()
        func looked(_ environment: [String: String]) throws -> String {
            let errors = try run(["due"], environment: ["HOME": home.path].merging(environment) { $1 }).errors
            return String(errors.dropFirst("There is no desk at ".count).prefix { $0 != " " })
        }
        #expect(try looked([:]) == "\(home.path)/.local/share/firstdesk/firstdesk.db.")
        #expect(try looked(["XDG_DATA_HOME": "/nowhere"]) == "/nowhere/firstdesk/firstdesk.db.")
        #expect(try looked(["XDG_DATA_HOME": "relative"]) == "\(home.path)/.local/share/firstdesk/firstdesk.db.")
        #expect(try looked(["XDG_DATA_HOME": "/nowhere", "FIRSTDESK_HOME": "/here"]) == "/here/firstdesk.db.")
    }

    @Test("A file of another program, an empty one, a folder in its place, a file in the folder's place")
    func foreign() throws {
        let desk = try CommandDesk(staff: false)
        try desk.folder.write("Dear diary,\n" + String(repeating: "text ", count: 1000), to: "desk/firstdesk.db")
        let foreign = try due(desk)
        #expect(foreign.status == 4)
        #expect(foreign.errors.hasPrefix("\(desk.file) is not a FirstDesk file. It was left as it is; check the folder (--desk).\n"))
        try desk.folder.write("", to: "desk/firstdesk.db")
        #expect(try due(desk).errors.hasPrefix("There is no desk at "))
        #expect(unlink(desk.file) == 0)
        #expect(mkdir(desk.file, 0o700) == 0)
        let folder = try due(desk)
        #expect(folder.status == 4)
        #expect(folder.errors.hasPrefix("\(desk.file) is not an ordinary file."))
        let file = try run(["due", "--desk", desk.folder.path("passcode")])
        #expect(file.status == 4)
        #expect(file.errors.hasPrefix("Part of \(desk.folder.path("passcode"))/firstdesk.db is not a folder."))
    }

    @Test("A file of a newer version is left as it is")
    func newer() throws {
        let desk = try CommandDesk(staff: false)
        var bytes = try SourceTree.bytes(of: desk.file)
        // The user version, big-endian at offset 60 ("Database File Format" in the SQLite manual).
        bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        try desk.folder.write(bytes, to: "desk/firstdesk.db")
        let result = try due(desk)
        #expect(result.status == 4)
        #expect(
            result.errors.hasPrefix(
                "\(desk.file) was written by a newer version of FirstDesk. It was left as it is; install that version here."
            )
        )
        #expect(try SourceTree.bytes(of: desk.file) == bytes)
    }

    @Test("A damaged file: the command says so, and verify finds it")
    func damaged() throws {
        let desk = try CommandDesk(staff: false)
        let bytes = try SourceTree.bytes(of: desk.file)
        try desk.folder.write(Array(bytes.prefix(4096)) + [UInt8](repeating: 0xA5, count: bytes.count - 4096), to: "desk/firstdesk.db")
        let result = try due(desk)
        #expect(result.status == 4)
        #expect(result.errors.hasPrefix("\(desk.file) is damaged. Nothing was written to it;"))
        let verified = try desk.run("verify", "--json")
        #expect(verified.status == 3)
        #expect(try verified.objects()[0]["fault"]?["where"] == .text("file"))
    }

    @Test("A file that may not be read or written", .enabled(if: geteuid() != 0, "the superuser may read all"))
    func denied() throws {
        let desk = try CommandDesk(staff: false)
        #expect(chmod(desk.file, 0o400) == 0)
        let readOnly = try due(desk)
        #expect(readOnly.status == 4)
        #expect(readOnly.errors.hasPrefix("\(desk.file) is read-only."))
        // Nothing of that try keeps a file that may be written again from being so.
        #expect(chmod(desk.file, 0o600) == 0)
        #expect(try desk.run("log", "--channel", "oral", "--text", "x", as: "1001").status == 0)
        #expect(chmod(desk.file, 0) == 0)
        let denied = try due(desk)
        #expect(denied.status == 4)
        #expect(denied.errors.hasPrefix("The system denies access to \(desk.file)."))
    }

    @Test("Every fault of the store has its sentence in both languages")
    func sentences() {
        for kind in LedgerError.Kind.allCases {
            let sentence = LedgerError(kind, systemError: EIO, message: "words of the system").sentence(at: "/desk/firstdesk.db")
            #expect(sentence.english.contains("/desk/firstdesk.db"))
            #expect(sentence.english.hasSuffix("(words of the system)"))
            #expect(sentence.chinese.contains("/desk/firstdesk.db"))
            #expect(sentence.chinese.hasSuffix("（words of the system）"))
        }
    }

    @Test("An error does not say in brackets what its sentence says already; where a damage is, it does")
    func brackets() {
        let missing = LedgerError(.notFound, message: "the folder is not there").sentence(at: "/desk/firstdesk.db")
        #expect(
            missing.english == "There is no desk at /desk/firstdesk.db. Give its folder with --desk, or create one with firstdesk init."
        )
        #expect(missing.chinese == "/desk/firstdesk.db 处没有投诉台。请用 --desk 指定文件夹，或用 firstdesk init 新建。")
        #expect(LedgerError(.damaged, message: "event 12").sentence(at: "/desk/firstdesk.db").english.hasSuffix("(event 12)"))
    }
}
