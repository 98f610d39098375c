import ComplaintRules
import Testing

@testable import Ledger

@Suite("Text for the full-text index")
struct SearchTextTests {
    @Test(
        "Han, kana and hangul stand alone, the rest stays as it is",
        arguments: [
            ("我要投诉你们", "我 要 投 诉 你 们"), ("ATM机吞卡。", "ATM 机 吞 卡。"), ("a 机 b", "a 机 b"), ("The card, twice!", "The card, twice!"),
            ("カード", "カ ー ド"), ("カ\u{3099}ス", "カ\u{3099} ス"), ("한국", "한 국"), ("𠀀𫠠", "𠀀 𫠠"), ("ＡＴＭ３号", "ATM3 号"), ("e\u{301}机", "e\u{301} 机"),
            ("", ""),
            ("「投诉」—投诉", "「投 诉」—投 诉"),
            // Numbers in groups are there in one as well, from each group on, of four groups at most.
            ("0379-2611-017", "0379-2611-017 \u{E002}03792611017 \u{E002}2611017"), ("2026年11月", "2026 年 11 月"),
            ("１, 2 3b4", "1, 2 3b4 \u{E002}123 \u{E002}23"), ("a1-2 3", "a1-2 3 \u{E002}23"), ("1-\u{E000}2", "1-\u{E000}2"),
            ("1.2.3.4.5", "1.2.3.4.5 \u{E002}1234 \u{E002}2345 \u{E002}345 \u{E002}45"),
        ]
    )
    func indexed(text: String, expected: String) {
        #expect(SearchText.indexed(text) == expected)
    }

    @Test(
        "what is typed becomes quoted phrases",
        arguments: [
            ("投诉", "\"投 诉\""), ("card", "\"card\"*"), ("lost card", "\"lost\"* AND \"card\"*"), ("ATM机", "\"ATM\"* AND \"机\""),
            ("投诉，排队", "\"投 诉\" AND \"排 队\""),
            ("0379-2611-017", "\"0379 2611 017\"*"), ("O'Brien", "\"O Brien\"*"), ("\"quoted\"", "\"quoted\"*"), ("OR", "\"OR\"*"),
            ("NEAR(a b)", "\"NEAR a\"* AND \"b\"*"),
            ("a*", "\"a\"*"), ("-card", "\"card\"*"), ("body:card", "\"body card\"*"), ("a\u{0}b", "\"a b\"*"), ("ＡＴＭ", "\"ATM\"*"),
            ("cafe\u{301}s", "\"cafe\u{301}s\"*"),
            ("138 0000 1234", "(\"138\"* AND \"0000\"* AND \"1234\"*) OR \"13800001234\"*"),
            ("+8613800001234", "(\"8613800001234\"*) OR \"13800001234\"*"), ("13800001234", "\"13800001234\"*"),
            ("8613911112222", "(\"8613911112222\"*) OR \"13911112222\"*"),
            ("008613911112222", "(\"008613911112222\"*) OR \"13911112222\"*"),
            ("86-0379-65551234", "(\"86 0379 65551234\"*) OR \"037965551234\"*"),
            ("欧阳小明先生", "(\"欧 阳 小 明 先 生\" OR \"欧 阳 小 明\")"), ("王先生", "\"王 先 生\""), ("客户经理", "\"客 户 经 理\""),
            ("Mr Hall", "\"Hall\"*"), ("Dr. Ann Lee", "\"Ann\"* AND \"Lee\"*"), ("Mr.Hall", "\"Hall\"*"), ("mr", "\"mr\"*"),
            ("2611-1", "(\"2611 1\"*) OR \"2611 001\""), ("0379-2611-17", "(\"0379 2611 17\"*) OR \"0379 2611 017\""),
            ("2611-017", "(\"2611 017\"*) OR \"2611017\"*"), ("2026-11-3", "(\"2026 11 3\"*) OR \"2026113\"*"),
            ("4", "(\"4\"*) OR \"004\""), ("12", "(\"12\"*) OR \"012\""),
            ("20 11", "\"20\"* AND \"11\"*"), ("138 0000 1234 fee", "\"138\"* AND \"0000\"* AND \"1234\"* AND \"fee\"*"),
        ]
    )
    func query(typed: String, expected: String) {
        #expect(SearchText.Query(typed)?.text() == expected)
    }

    @Test(
        "the names of codes, in either language, are searched for by their keys",
        arguments: [
            ("银行卡", "(\"银 行 卡\" OR \"cards\")"), ("刘女士 银行卡", "\"刘 女 士\" AND (\"银 行 卡\" OR \"cards\")"),
            ("disclos", "(\"disclos\"* OR \"disclosure\")"), ("self-service", "(\"self service\"* OR \"self service\")"), ("排队", "\"排 队\""),
        ]
    )
    func codes(typed: String, expected: String) {
        #expect(SearchText.Query(typed, naming: CodeTable.standard.codes)?.text() == expected)
    }

    @Test(
        "a telephone number is found however it is grouped",
        arguments: ["138-1234-0000", "138.1234.0000", "(138) 12340000", "138 1234 0000"]
    )
    func grouped(typed: String) throws {
        #expect(try #require(SearchText.Query(typed)?.text()).hasSuffix(" OR \"13812340000\"*"))
    }

    @Test("a number with the branch's own area code is found where it was left without")
    func area() {
        let settings = DeskSettings(branchCode: "0379", branchName: "", hotline: "", timeZone: "Asia/Shanghai", language: .chinese)
        func query(_ typed: String) -> String? { SearchText.Query(typed, in: AreaCode(of: settings))?.text() }
        #expect(query("037965920000") == "(\"037965920000\"*) OR \"local65920000\"* OR \"37965920000\"*")
        #expect(query("0379-65920000") == "(\"0379 65920000\"*) OR \"037965920000\"* OR \"local65920000\"* OR \"37965920000\"*")
        // The other way round the index has the end of the number.
        #expect(query("65920000") == "\"65920000\"*")
        #expect(query("0371-65920000") == "(\"0371 65920000\"*) OR \"037165920000\"*")
        #expect(query("0379-2611-017") == "\"0379 2611 017\"*", "a case's number is none of a telephone")
    }

    @Test(
        "a telephone number in groups that look like another branch's case number is found as what it is, also while it is typed",
        arguments: [
            ("139-0812-5678", "13908125678"), ("138-1111-2222", "13811112222"), ("139-0812-567", "1390812567"),
            ("021-6212-3456", "02162123456"),
            ("010-8812-3456", "01088123456"), ("0379-6501-1111", "037965011111"), ("0371-6512-1234", "037165121234"),
        ]
    )
    func likeCaseNumbers(typed: String, digits: String) throws {
        let settings = DeskSettings(branchCode: "0379", branchName: "", hotline: "", timeZone: "Asia/Shanghai", language: .chinese)
        let query = try #require(SearchText.Query(typed, in: AreaCode(of: settings))?.text())
        #expect(query.contains(" OR \"\(digits)\"*"), "\(query)")
    }

    @Test("the words of a statement bear a mark before the key, which nobody can type, so that only who may read it finds them")
    func marked() throws {
        let marks = [SearchMark.everybodys, .own(StaffNumber("1003")!)]
        let said = marks.map { $0.put(beforeWordsOf: "情况 ok") }
        #expect(SearchText.indexed(said[0], key: "ab") == "\u{E000}ab情 \u{E000}ab况 \u{E000}abok")
        let query = try #require(SearchText.Query("情况 ok", statements: marks)?.text(key: "ab"))
        #expect(query.hasPrefix("(\"ab情 ab况\" OR \"\u{E000}ab情 \u{E000}ab况\" OR "))
        #expect(query.contains("\"\u{E000}abok\"*"))
        #expect(SearchText.Query("\u{E000}情况")?.text() == "\"情 况\"")
    }

    @Test(
        "each word bears the key of its block",
        arguments: [
            ("我要投诉", "ab我 ab要 ab投 ab诉"), ("ATM机吞卡。", "abATM ab机 ab吞 ab卡。"), ("O'Brien 0379-26", "abO'abBrien ab0379-ab26 \u{E002}ab037926"),
            ("e\u{301}t机", "abe\u{301}t ab机"), ("「投诉」", "「ab投 ab诉」"), ("", ""),
        ]
    )
    func keyed(text: String, expected: String) {
        #expect(SearchText.indexed(text, key: "ab") == expected)
    }

    @Test(
        "each word that is looked for bears it too",
        arguments: [
            ("投诉", "\"ab投 ab诉\""), ("lost card", "\"ablost\"* AND \"abcard\"*"), ("0379-2611-017", "\"ab0379 ab2611 ab017\"*"),
            ("O'Brien", "\"abO abBrien\"*"), ("cafe\u{301}s机", "\"abcafe\u{301}s\"* AND \"ab机\""),
            ("+8613800001234", "(\"ab8613800001234\"*) OR \"ab13800001234\"*"),
        ]
    )
    func keyedQuery(typed: String, expected: String) {
        #expect(SearchText.Query(typed)?.text(key: "ab") == expected)
    }

    @Test(
        "without a letter or digit there is nothing to search",
        arguments: ["", " ", "\"", "***", "--", "()", "，。", "\u{301}", "👍", "\u{0}\u{1B}"]
    )
    func nothing(typed: String) {
        #expect(SearchText.Query(typed)?.text() == nil)
    }
}

@Suite("Full-text search in a real index")
struct SearchIndexTests {
    private static let texts = [
        "我要投诉你们，排队四十分钟无人管", "ATM机吞卡后无人处理", "柜员诉说投入不够", "The card was swallowed by the ATM on 18 Nov.",
        "Mr O'Brien's café loan (OR so he says)",
        "ref 0379-2611-017, call 138-0000-0000", "カードが使えない", "客户𠮷田先生来访", "OR NEAR AND NOT", "ＡＴＭ坏了",
    ]
    private let scratch: Scratch
    private let connection: Connection

    init() throws {
        scratch = try Scratch()
        connection = try Connection(path: scratch.file("search.db"), mode: .create)
        try connection.execute("CREATE VIRTUAL TABLE cases USING fts5(body, tokenize = \"unicode61 remove_diacritics 2\")")
        for text in Self.texts { try connection.run("INSERT INTO cases (body) VALUES (?)", SearchText.indexed(text)) }
    }

    private func found(_ typed: String) throws -> [Int64] {
        guard let query = SearchText.Query(typed)?.text() else { return [] }
        var rows: [Int64] = []
        try connection.forEach("SELECT rowid FROM cases WHERE cases MATCH ? ORDER BY rowid", query) { row throws(LedgerError) in
            rows.append(row.int64(0))
        }
        return rows
    }

    @Test(
        "words are found where they are and nowhere else",
        arguments: [
            ("投诉", [1]), ("诉投", []), ("你们", [1]), ("分钟", [1]), ("无人", [1, 2]), ("无人 排队", [1]), ("ATM", [2, 4, 10]), ("atm", [2, 4, 10]),
            ("ATM机", [2]), ("吞卡", [2]),
            ("card", [4]), ("swal", [4]), ("allow", []), ("o'brien", [5]), ("cafe", [5]), ("café loan", [5]), ("0379-2611", [6]),
            ("2611-0379", []), ("138-0000", [6]),
            ("カード", [7]), ("𠮷田", [8]), ("田先", [8]), ("OR", [5, 9]), ("NOT", [9]), ("NEAR(AND", [9]), ("\"ATM", [2, 4, 10]),
            ("ATM\" OR \"card", []), ("body:ATM", []), ("-ATM", [2, 4, 10]),
            ("*", []), ("^ATM", [2, 4, 10]), ("{body}: ATM", []), ("坏", [10]), ("\u{0}ATM\u{0}", [2, 4, 10]),
        ] as [(String, [Int64])]
    )
    func finds(typed: String, rows: [Int64]) throws {
        #expect(try found(typed) == rows)
        // On screen it is looked for by the same rule.
        let sought = SoughtWords(typed)
        let seen = Self.texts.indices.filter { place in sought.map { $0.parts(in: Self.texts[place]).count == $0.count } ?? false }
        #expect(seen.map { Int64($0) + 1 } == rows)
    }

    @Test("a pasted page is searched by its beginning and breaks nothing")
    func pasted() throws {
        #expect(try found(String(repeating: "投诉", count: 100_000)) == [])
        #expect(try found(String(repeating: "atm ", count: 100_000)) == [2, 4, 10])
        #expect(try found(String(repeating: "a\"b'(*", count: 100_000)) == [])
    }

    @Test("every letter that counts as a word is one to the index, too, so that a key never stands for all words")
    func everyLetter() throws {
        let letters = (UInt32(0x80)..<0x20000).compactMap(Unicode.Scalar.init).filter { SearchText.Kind($0) == .word }
        #expect(letters.count > 5000)
        try connection.execute("CREATE VIRTUAL TABLE letters USING fts5(body, tokenize = \"unicode61 remove_diacritics 2\")")
        try connection.execute("CREATE VIRTUAL TABLE words USING fts5vocab(letters, instance)")
        for letter in letters {
            try connection.run("INSERT INTO letters (rowid, body) VALUES (?, ?)", Int64(letter.value), String(letter))
        }
        let known = try connection.integer("SELECT count(DISTINCT doc) FROM words") ?? 0
        #expect(known == letters.count)
    }

    @Test("no single character from the lower planes makes the query fail")
    func everyCharacter() throws {
        for value in UInt32(0)..<0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            _ = try found("x\(scalar)y")
            _ = try found(String(scalar))
        }
    }

    @Test("words before one just begun have to be there, unless the name of a code is meant as well")
    func begun() throws {
        let code = Code(.business, "net", en: "E-banking", zh: "网银", pinyin: "wy")
        func before(_ typed: String, _ codes: [Code] = []) throws -> String? {
            try #require(SearchText.Query(typed, naming: codes)).quickText(key: "aaa")
        }
        #expect(try before("credit d") == "\"aaacredit\"*")
        #expect(try before("e-b") == "\"aaae\"")
        #expect(try before("e-b", [code]) == nil)
        #expect(try before("credit e-b", [code]) == "\"aaacredit\"*")
        #expect(try before("credit") == nil)
        #expect(try before("d") == nil)
        #expect(try before("2611-0") == "\"\u{E002}aaa26110\"*")
        #expect(try before("0379-2611-17") == "(\"\u{E002}aaa0379261117\"*) OR \"\u{E002}aaa03792611017\"*")
        #expect(try before("fee 1-2-3-4-5") == "\"aaafee\"* AND \"\u{E002}aaa1234\"*")
    }

    @Test("where the groups of a number stand one behind the other, they are found in one as well, whatever is typed of them")
    func groupsInOne() throws {
        var random = SystemRandomNumberGenerator()
        let pieces = ["0", "1", "01", "10", "110", "-", "-", "/", ", ", "\n", " ", "年", "a", "e\u{301}", "１", ".", "\u{E000}", "--"]
        func text(_ count: Int) -> String { (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined() }
        try connection.execute("DELETE FROM cases")
        for row in Int64(1)...400 {
            try connection.run("INSERT INTO cases (rowid, body) VALUES (?, ?)", row, SearchText.indexed(text(12)))
        }
        var looked = 0
        for _ in 0..<2_000 {
            let typed = ["0", "1", "01", "10", "110"].randomElement(using: &random)! + text(3)
            guard let query = SearchText.Query(typed), let quick = query.quickText(key: "") else { continue }
            let missed = "SELECT body FROM cases WHERE cases MATCH ? AND rowid NOT IN (SELECT rowid FROM cases WHERE cases MATCH ?)"
            try connection.forEach(missed, query.text(), quick) { row throws(LedgerError) in
                Issue.record("\(typed.debugDescription) as \(quick) misses \(row.text(0).debugDescription)")
            }
            looked += 1
        }
        #expect(looked > 500)
    }
}

@Suite("Where what is sought stands in a text")
struct SoughtWordsTests {
    @Test(
        "the beginnings of words, runs of Han, letters in whatever width, case and accent, and nothing in the middle of a word",
        arguments: [
            ("card", "My CARD, the cards, a discard", ["CARD", "card"]), ("排队", "我来排队，排了队", ["排队"]),
            ("atm", "ＡＴＭ坏了", ["ＡＴＭ"]), ("cafe", "the CAFÉ and the cafe\u{301}", ["CAFÉ", "cafe\u{301}"]),
            ("o'brien", "Mr O’Brien's", ["O’Brien"]), ("queue 40", "40 minutes in the queue", ["40", "queue"]),
            ("138 0000 1234", "ring 13800001234", ["13800001234"]), ("2611-7", "as 0379-2611-007 says", ["2611-007"]),
            ("zebra", "a horse", []),
        ] as [(String, String, [String])]
    )
    func places(typed: String, text: String, places: [String]) throws {
        #expect(try #require(SoughtWords(typed)).places(in: text).map { String(text[$0]) } == places)
    }

    @Test("a code is found by its names, and stands by its key")
    func codes() throws {
        let sought = try #require(SoughtWords("银行卡", naming: CodeTable.standard.codes))
        #expect(sought.parts(in: "cards") == [0])
        #expect(sought.parts(in: "card") == [])
    }
}
