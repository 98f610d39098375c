import Testing

@Suite("What the rules ask and where it is")
struct RulesTableTests {
    private struct Row {
        let section: String
        let asked: String
        let files: [String]
        let proof: String
        var tests: [String] { RulesTableTests.quoted(proof) }
    }

    /// The rows of Tests/RULES.md.
    private let rows: [Row]

    init() throws {
        var rows: [Row] = []
        var section = ""
        for line in try SourceTree.text(of: "\(SourceTree.root)/Tests/RULES.md").split(separator: "\n") {
            if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
            guard line.hasPrefix("| "), !line.hasPrefix("| ---"), !line.hasPrefix("| what is asked") else { continue }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { Self.trimmed($0) }
            try #require(cells.count == 3, "\(line)")
            rows.append(Row(section: section, asked: cells[0], files: Self.quoted(cells[1]), proof: cells[2]))
        }
        self.rows = rows
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// What stands between backquotes.
    private static func quoted(_ text: String) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    /// The names that tests and suites go by in the sources.
    private func names() throws -> Set<String> {
        var names: Set<String> = []
        let tests = "\(SourceTree.root)/Tests"
        for file in try SourceTree.files(below: tests) where file.hasSuffix(".swift") {
            let text = try SourceTree.text(of: "\(tests)/\(file)")
            for match in text.matches(of: /@(?:Test|Suite)\(\s*"([^"]*)"/) { names.insert(String(match.output.1)) }
        }
        return names
    }

    @Test("Every test that the table names is there, and so is every file")
    func namesAreThere() throws {
        let names = try names()
        #expect(names.count > 800)
        for row in rows {
            for test in row.tests { #expect(names.contains(test), "\(row.section), \(row.asked): no test \"\(test)\"") }
            for file in row.files {
                #expect(throws: Never.self, "\(row.asked): no file \(file)") {
                    try SourceTree.bytes(of: "\(SourceTree.root)/Sources/\(file)")
                }
            }
        }
    }

    @Test("No rule is without a test, but those that wait for figures, papers, export, erasing, backup or audit")
    func rulesAreProven() {
        let topics = ["figures", "papers", "export", "erase", "backup", "audit"]
        for row in rows where row.tests.isEmpty {
            #expect(row.proof.hasPrefix("later: "), "\(row.section), \(row.asked) has no test")
            let waits = row.proof.dropFirst(7).prefix { $0 != "(" }.split(separator: ",").map { $0.filter { $0 != " " } }
            #expect(!waits.isEmpty && waits.allSatisfy(topics.contains), "\(row.asked): \(row.proof)")
        }
        for row in rows where !row.tests.isEmpty { #expect(!row.files.isEmpty, "\(row.asked) lives nowhere") }
    }

    @Test("The table has a part for every part of the rules")
    func parts() {
        var sections: [String] = []
        for row in rows where sections.last != row.section { sections.append(row.section) }
        #expect(
            sections == [
                "Roles", "Recusal", "People come and go", "What was is not rewritten", "The drawing in full", "1 Log",
                "2 Answer on the spot, hand over", "3 In hand", "4 Finding", "5 Reply",
                "6 Extension", "7 Escalation", "8 Sign-off", "9 After closing", "Referred, coming back, shifts",
                "Letters, phone, hotline, notice", "Comment book", "Numbers, privacy, recovery", "Clocks", "Counting", "The ledger",
                "Figures and papers", "Codes", "The rule books behind it",
            ]
        )
        #expect(rows.count > 120)
    }
}
