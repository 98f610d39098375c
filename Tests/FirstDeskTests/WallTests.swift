import Glibc
import Testing

@Suite("The walls of the house")
struct WallTests {
    @Test("The sources keep all walls")
    func sources() throws {
        let folder = "\(SourceTree.root)/Sources"
        let files = try SourceTree.files(below: folder).map { try SourceFile(path: $0, text: SourceTree.text(of: "\(folder)/\($0)")) }
        // Else a moved folder would make this test pass for ever.
        for module in ["ComplaintRules", "TableFiles", "Ledger", "TerminalKit", "DeskPapers", "DeskScreens", "firstdesk"] {
            #expect(files.contains { $0.module == module && $0.path.hasSuffix(".swift") }, "no sources of \(module)")
        }
        #expect(Walls.faults(in: files) == [])
        for (path, reason) in Walls.rawClocks {
            #expect(files.contains { $0.path == path && $0.text.contains("clock.now()") } && !reason.isEmpty, "\(path) needs no exception")
        }
    }

    @Test(
        "What is judged, counted or printed goes by the later of the computer's clock and the latest moment on the desk: no source reads it raw"
    )
    func rawClock() {
        let file = SourceFile(path: "DeskPapers/New.swift", text: "let figures = Figures(at: ledger.clock.now())\n")
        #expect(Walls.faults(in: [file]) == ["DeskPapers/New.swift: reads the computer's clock; go by Ledger.now, or say in Walls why not"])
    }

    @Test("No test asks the machine for time, day, zone or language, and none starts a program that was not handed them")
    func tests() throws {
        let folder = "\(SourceTree.root)/Tests"
        let files = try SourceTree.files(below: folder).map { try SourceFile(path: $0, text: SourceTree.text(of: "\(folder)/\($0)")) }
        for target in ["ComplaintRulesTests", "LedgerTests", "TerminalKitTests", "DeskScreensTests", "FirstDeskTests"] {
            #expect(files.contains { $0.module == target && $0.path.hasSuffix("Tests.swift") }, "no tests of \(target)")
        }
        #expect(TestWalls.faults(in: files) == [])
        let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
        for (path, reason) in TestWalls.machineClocks {
            #expect(texts[path]?.contains(".machine") == true && !reason.isEmpty, "\(path) needs no exception any more")
        }
    }

    @Test(
        "A test that asks the machine is found",
        arguments: [
            ("let now = Date()", "Date() asks the machine; hand the value in"),
            ("app = DeskApp(makingDeskIn: folder, clock: .system)", "clock: .system asks the machine; hand the value in"),
            ("let ledger = try Ledger(folder: path)", "a ledger on the machine's clock; hand one in"),
            ("posix_spawn(&process, path)", "posix_spawn( starts a program without run or TerminalSession"),
            (#"try run(["due"], environment: ["FIRSTDESK_AT": ""])"#, "\"FIRSTDESK_AT\" besides ProgramClock"),
            (#"try run(["due"], clock: .machine)"#, "the machine's clock; hand in a time, or say in TestWalls why none can be"),
        ]
    )
    func machine(code: String, fault: String) {
        let file = SourceFile(path: "LedgerTests/NewTests.swift", text: "// Date() is forbidden.\n\(code)\n")
        #expect(TestWalls.faults(in: [file]) == ["LedgerTests/NewTests.swift:2: \(fault)"])
    }

    @Test(
        "The program calls nothing of the library of regular expressions, which is a third of a static program: Text.swift has what is needed"
    )
    func smallProgram() throws {
        let file = open(BuiltProgram.path, O_RDONLY | O_CLOEXEC)
        #expect(file >= 0, "\(BuiltProgram.path)")
        defer { close(file) }
        let size = Int(lseek(file, 0, SEEK_END))
        let map = try #require(mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0))
        defer { munmap(map, size) }
        func has(_ name: String) -> Bool {
            var (place, left) = (map, size)
            while let found = memchr(place, Int32(name.utf8.first ?? 0), left) {
                left -= found - place
                if left >= name.utf8.count, memcmp(found, name, name.utf8.count) == 0 { return true }
                (place, left) = (found + 1, left - 1)
            }
            return false
        }
        // Else another way of writing names would make this test pass for ever.
        #expect(has("$s14ComplaintRules"))
        #expect(!has("17_StringProcessing"), "contains(_:), split(separator:), firstRange(of:) or replacing(_:with:) with a text")
    }

    @Test("The top folder holds what belongs there, and no more")
    func topFolder() throws {
        let names = try SourceTree.names(in: SourceTree.root)
        #expect(names.contains("Package.swift"))
        #expect(Walls.strangers(inTopFolder: names) == [])
        #expect(Walls.strangers(inTopFolder: [".git", "README.md", "CHANGES", "notes.md", "themes"]) == ["CHANGES", "notes.md"])
    }

    @Test(
        "A breach of a wall is found",
        arguments: [
            ("ComplaintRules", "Glibc", "the law of the desk imports nothing"),
            ("ComplaintRules", "FoundationEssentials", "the law of the desk imports nothing"),
            ("Ledger", "Foundation", "no Foundation, which costs 58 MB; FoundationEssentials where need be"),
            ("Ledger", "CNcurses", "only TerminalKit may"),
            ("Ledger", "TerminalKit", "it stands above"),
            ("firstdesk", "CTerminal", "only TerminalKit may"),
            ("TerminalKit", "CSQLite", "only Ledger may"),
            ("DeskPapers", "CSodium", "only Ledger may"),
            ("TerminalKit", "Ledger", "it knows no complaint"),
            ("TerminalKit", "ComplaintRules", "it knows no complaint"),
            ("TableFiles", "ComplaintRules", "it knows no complaint"),
            ("TableFiles", "Ledger", "it stands above"),
            ("DeskScreens", "CXlsx", "screens open no door to C"),
            ("DeskPapers", "DeskScreens", "it stands above"),
            ("deskbench", "Ledger", "it measures the program from outside"),
        ]
    )
    func breach(module: String, imported: String, reason: String) {
        let file = SourceFile(path: "\(module)/New.swift", text: "// Why.\n\nimport \(imported)\n")
        #expect(Walls.faults(in: [file]) == ["\(module)/New.swift:3: \(module) imports \(imported): \(reason)"])
    }

    @Test(
        "What is allowed is left alone",
        arguments: [
            ("Ledger", "CSQLite"), ("Ledger", "CSodium"), ("Ledger", "ComplaintRules"), ("Ledger", "FoundationEssentials"),
            ("TerminalKit", "CNcurses"), ("TerminalKit", "CTerminal"), ("TerminalKit", "Glibc"), ("DeskPapers", "CXlsx"),
            ("DeskScreens", "TerminalKit"), ("firstdesk", "DeskScreens"), ("deskbench", "CSQLite"),
        ]
    )
    func allowed(module: String, imported: String) {
        #expect(Walls.faults(in: [SourceFile(path: "\(module)/New.swift", text: "import \(imported)\n")]) == [])
    }

    @Test("Imports are found in every dress, and not in comments")
    func dresses() {
        let text = """
            // import Commented
            /* import Block
            import /* nested */ Inner
            */ import AfterBlock
            @testable import Tested
            @preconcurrency public import struct Sub.Thing
                import Indented; import Second // import No
            let important = 1
            #if os(Linux)
            import Glibc
            #endif
            """
        let found = SourceFile(path: "X/Y.swift", text: text).imports
        #expect(found.map(\.module) == ["AfterBlock", "Tested", "Sub", "Indented", "Second", "Glibc"])
        #expect(found.map(\.line) == [4, 5, 6, 7, 7, 10])
    }

    @Test("Libsodium is opened in two files at most")
    func sodium() {
        let files = ["A", "B", "C"].map { SourceFile(path: "Ledger/\($0).swift", text: "import CSodium\n") }
        #expect(Walls.faults(in: Array(files.prefix(2))) == [])
        #expect(
            Walls.faults(in: files) == ["CSodium is imported in more than two files: Ledger/A.swift, Ledger/B.swift, Ledger/C.swift"]
        )
    }

    @Test("Long files and Swift in a door to C are found")
    func shape() {
        let long = SourceFile(path: "Ledger/Long.swift", text: String(repeating: "\n", count: 701))
        #expect(Walls.faults(in: [long]) == ["Ledger/Long.swift: 701 lines, more than 700"])
        #expect(Walls.faults(in: [SourceFile(path: "Ledger/Fits.swift", text: String(repeating: "\n", count: 700))]) == [])
        #expect(Walls.faults(in: [SourceFile(path: "CSQLite/More.swift", text: "")]) == ["CSQLite/More.swift: a door to C holds no Swift"])
    }
}
