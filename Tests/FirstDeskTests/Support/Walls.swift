/// A file of the sources, as the rules about them see it.
struct SourceFile: Sendable {
    /// Where it stands, relative to `Sources`: `Ledger/Connection.swift`.
    let path: String
    /// What is in it.
    let text: String

    /// The module it belongs to: its first folder.
    var module: String { String(path.prefix { $0 != "/" }) }
    /// How many lines it has.
    var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - (text.hasSuffix("\n") ? 1 : 0) }

    /// The modules that it imports, each with the number of its line.
    var imports: [(module: String, line: Int)] {
        var found: [(module: String, line: Int)] = []
        var commentDepth = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let code = Self.code(of: line, commentDepth: &commentDepth)
            for statement in code.split(separator: ";") {
                if let module = Self.importedModule(statement) { found.append((module, index + 1)) }
            }
        }
        return found
    }

    /// A line without its comments; `commentDepth` says how many block comments are open.
    private static func code(of line: Substring, commentDepth: inout Int) -> String {
        var code = ""
        var rest = line
        while let character = rest.first {
            if commentDepth == 0 && rest.hasPrefix("//") { break }
            if rest.hasPrefix("/*") {
                commentDepth += 1
                rest = rest.dropFirst(2)
            } else if commentDepth > 0 && rest.hasPrefix("*/") {
                commentDepth -= 1
                rest = rest.dropFirst(2)
            } else {
                if commentDepth == 0 { code.append(character) }
                rest = rest.dropFirst()
            }
        }
        return code
    }

    /// The module of an import statement: after attributes, an access level and a kind of declaration, and without the submodule.
    private static func importedModule(_ statement: Substring) -> String? {
        var words = statement.split(whereSeparator: \.isWhitespace)[...]
        let before: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        while let word = words.first, word.hasPrefix("@") || before.contains(word) { words = words.dropFirst() }
        guard words.first == "import" else { return nil }
        words = words.dropFirst()
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        if let kind = words.first, kinds.contains(kind) { words = words.dropFirst() }
        return words.first.map { String($0.prefix { $0 != "." }) }
    }
}

/// The walls between the modules (3-architecture): which may know which.
enum Walls {
    /// The house from bottom to top: none imports one that stands later.
    static let order = ["ComplaintRules", "TableFiles", "Ledger", "TerminalKit", "DeskPapers", "DeskScreens", "firstdesk"]
    /// The modules that may open each door to C.
    static let doors: [String: Set<String>] = [
        "CNcurses": ["TerminalKit"], "CTerminal": ["TerminalKit"], "CSQLite": ["Ledger"], "CSodium": ["Ledger"],
        "CXlsxWriter": ["DeskPapers"],
    ]
    /// The tools that measure and try the built program from outside: they open any door, and know no module of the house.
    static let outside: Set<String> = ["deskbench", "desktrial"]
    /// Where the computer's clock is read as it stands, and why: all else goes by `Ledger.now`, the later of it and the latest moment on the desk.
    static let rawClocks: [String: String] = [
        "Ledger/Ledger.swift": "makes that moment of it",
        "Ledger/Events/ChainHead.swift": "makes the moment of an event of it",
        "Ledger/People/Staff.swift": "a desk that is founded has no moment yet",
        "Ledger/Store/Backups.swift": "names a file", "Ledger/Restore.swift": "names a folder", "Ledger/Loss.swift": "names a file",
        "Ledger/Upkeep.swift": "once a day of whoever watches, and the names of its files say the same day",
        "Ledger/Drafts/Drafts.swift": "how old a draft is by the clock of whoever types",
        "DeskScreens/App/DeskApp+Gate.swift": "asks whether it is right",
        "DeskScreens/Screens/LogScreen.swift": "received is offered as it shows",
        "firstdesk/Commands/LogCommand.swift": "received is offered as it shows",
        "firstdesk/Commands/PlainLog.swift": "received is offered as it shows",
        "firstdesk/Commands/BookCommand.swift": "received is offered as it shows",
        "firstdesk/Commands/InputLines.swift": "the times of a practice desk's script",
        "firstdesk/Samples/SampleBook.swift": "the samples' own clock",
    ]

    /// No source file is longer.
    static let mostLines = 700
    /// What may stand in the top folder, besides files and folders whose names begin with a dot.
    static let topFolder: Set<String> = ["Package.swift", "README.md", "Sources", "Tests", "themes"]

    /// All faults of the sources, in words, in the order of the files.
    static func faults(in files: [SourceFile]) -> [String] {
        var faults: [String] = []
        var sodiumFiles: [String] = []
        for file in files {
            if file.lineCount > mostLines { faults.append("\(file.path): \(file.lineCount) lines, more than \(mostLines)") }
            guard file.path.hasSuffix(".swift") else { continue }
            if isDoor(file.module) { faults.append("\(file.path): a door to C holds no Swift") }
            if !outside.contains(file.module), file.imports.contains(where: { $0.module == "CSodium" }) { sodiumFiles.append(file.path) }
            if !outside.contains(file.module), rawClocks[file.path] == nil, file.text.contains("clock.now()") {
                faults.append("\(file.path): reads the computer's clock; go by Ledger.now, or say in Walls why not")
            }
            for (module, line) in file.imports {
                if let fault = fault(importing: module, in: file.module) {
                    faults.append("\(file.path):\(line): \(file.module) imports \(module): \(fault)")
                }
            }
        }
        if sodiumFiles.count > 2 { faults.append("CSodium is imported in more than two files: \(sodiumFiles.joined(separator: ", "))") }
        return faults
    }

    /// What does not belong into the top folder.
    static func strangers(inTopFolder names: [String]) -> [String] {
        names.filter { !$0.hasPrefix(".") && !topFolder.contains($0) }
    }

    /// Why a module may not import another; nil when it may.
    private static func fault(importing imported: String, in module: String) -> String? {
        if module == "ComplaintRules" { return "the law of the desk imports nothing" }
        if outside.contains(module) { return order.contains(imported) ? "it measures the program from outside" : nil }
        if imported == "Foundation" { return "no Foundation, which costs 58 MB; FoundationEssentials where need be" }
        if isDoor(imported) {
            if module == "DeskScreens" { return "screens open no door to C" }
            if let may = doors[imported], !may.contains(module) { return "only \(may.sorted().joined(separator: ", ")) may" }
        }
        if module == "TableFiles" && imported == "ComplaintRules" { return "it knows no complaint" }
        if module == "TerminalKit" && (imported == "ComplaintRules" || imported == "Ledger") { return "it knows no complaint" }
        if let upper = order.firstIndex(of: imported), let own = order.firstIndex(of: module), upper > own {
            return "it stands above"
        }
        return nil
    }

    /// Whether a module is a door to C, by its name: a C before the library's capital.
    private static func isDoor(_ module: String) -> Bool {
        let start = module.prefix(2)
        return start.count == 2 && start.first == "C" && start.last?.isUppercase == true
    }
}
