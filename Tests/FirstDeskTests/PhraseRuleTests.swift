import Testing

/// Rules that every text of the program keeps, read off its sources.
@Suite("The words of the program")
struct PhraseRuleTests {
    /// What stands in a line of source after `zh: "`, without what is put in between (`\(…)`).
    private static func chinese(_ line: Substring) -> String? {
        guard let start = line.firstRange(of: #"zh: ""#)?.upperBound else { return nil }
        var (text, depth) = ("", 0)
        var rest = line[start...]
        while let character = rest.first {
            if depth == 0, rest.hasPrefix(#"\("#) {
                depth = 1
                // Somebody's word stands there, which may be of either script.
                text += "…"
                rest = rest.dropFirst(2)
                continue
            }
            if depth > 0 {
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
            } else if rest.hasPrefix(#"\""#) {
                text += "\""
                rest = rest.dropFirst()
            } else if character == "\"" {
                break
            } else {
                text.append(character)
            }
            rest = rest.dropFirst()
        }
        return text
    }

    /// What is wrong with a Chinese text; nil where nothing is.
    static func fault(inChinese text: String) -> String? {
        // In a bank 案件 is a criminal case.
        if text.contains("案件") { return "案件 is said of crimes; say 投诉 or 本件" }
        // JSON and style sheets are shown as they are written.
        if text.contains("\""), !text.contains("{\""), !text.contains(" \"at\""), !text.contains("counter(") {
            return "straight quotes; Chinese takes “ ”"
        }
        if text.contains(/\p{Han}[,;:!?(]|[,;:!?)]\p{Han}/) { return "half-width punctuation beside a Chinese character" }
        if text.contains(/\p{Han} [，。：；、（）“”]|[，。：；、（）“”] \p{Han}/) { return "a blank beside full-width punctuation" }
        return nil
    }

    @Test("No phrase is written twice: what more than one place says is a term, so that they cannot come to differ")
    func once() throws {
        let folder = "\(SourceTree.root)/Sources"
        let pair = /Phrase\(en: "((?:[^"\\]|\\.)*)", zh: "((?:[^"\\]|\\.)*)"\)/
        var places: [String: [String]] = [:]
        // What is wrong with an event is said where it is found, by the chain and by the case.
        for path in try SourceTree.files(below: folder) where path.hasSuffix(".swift") && !path.hasPrefix("Ledger/Events/") {
            for (number, line) in try SourceTree.text(of: "\(folder)/\(path)").split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                for found in line.matches(of: pair) { places["\(found.1) | \(found.2)", default: []].append("\(path):\(number + 1)") }
            }
        }
        #expect(places.count > 500)
        let twice = places.filter { $0.value.count > 1 }.map { "\($0.key): \($0.value.joined(separator: ", "))" }
        #expect(twice.sorted() == [])
    }

    @Test("Chinese texts have Chinese quotes and punctuation, and call no complaint a criminal case")
    func chinese() throws {
        let folder = "\(SourceTree.root)/Sources"
        var (faults, count): ([String], Int) = ([], 0)
        for path in try SourceTree.files(below: folder) where path.hasSuffix(".swift") {
            for (number, line) in try SourceTree.text(of: "\(folder)/\(path)").split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                guard let text = PhraseRuleTests.chinese(line) else { continue }
                count += 1
                if let fault = PhraseRuleTests.fault(inChinese: text) { faults.append("\(path):\(number + 1): \(fault): \(text)") }
            }
        }
        // Else a moved folder would make this test pass for ever.
        #expect(count > 1000)
        #expect(faults == [])
    }

    @Test(
        "A text against the rules is found",
        arguments: [
            (#"Phrase(en: "No cases.", zh: "没有案件。")"#, "案件 is said of crimes; say 投诉 or 本件"),
            (#"zh: "没有\"\(name)\"列。""#, "straight quotes; Chinese takes “ ”"),
            (#"zh: "客户, 代办人""#, "half-width punctuation beside a Chinese character"),
            (#"zh: "收到 （时间）""#, "a blank beside full-width punctuation"),
            (#"zh: "写成 {\"text\": \"…\"}。""#, nil),
            (#"zh: "“\(names.map { "“\($0)”" }.joined(separator: ", "))”为空。""#, nil),
        ]
    )
    func found(line: String, fault: String?) throws {
        let text = try #require(PhraseRuleTests.chinese(line[...]))
        #expect(PhraseRuleTests.fault(inChinese: text) == fault)
    }
}
