import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("Scripts")
struct ScriptTests {
    private let header = ["language", "key", "title", "text", "business", "reason", "offered"]

    private func table(_ rows: [(Int, [String])]) throws(ScriptFault) -> ScriptTable {
        try ScriptTable(header: header, rows: rows.map { (line: $0.0, fields: $0.1) }, codes: .standard)
    }

    private func script(_ text: String, _ language: Language = .chinese) -> Script { Script(language, "x", "题", text) }

    @Test("a dozen and more come with the program in each language, the same ones, whole by the rules of every country")
    func standard() throws {
        let table = ScriptTable.standard
        let keys = Language.allCases.map { language in table.offered.filter { $0.language == language }.map(\.key) }
        #expect(keys[0] == keys[1])
        #expect(keys[0].count == 15)
        #expect(Set(table.scripts.map(\.text)).count == 30)
        for country in Country.allCases { try table.check(country.codes) }
        // A text message, a letter and a form take them as they are.
        for script in table.scripts { #expect(script.text.count <= 600 && !script.text.contains("  "), "\(script.id)") }
    }

    @Test("the case fills the blanks in the script's language; what is not known stays visible by its name")
    func filled() throws {
        var life = try Life()
        try life.perform(.handOver(.init(to: Desk.complaints.number)), by: Actor(Desk.clerk))
        try life.perform(.accept, by: Actor(Desk.complaints))
        let matter = ScriptMatter(life.state, at: Desk.now)
        let all = ScriptBlank.allCases.map(\.braced).joined(separator: "|")
        #expect(
            script(all).filled(for: matter, under: Desk.rules)
                == "0379-2611-017|刘女士|现场口头|2026年11月20日|2026年11月23日|【业务类别】|95588|洛阳分行营业部|王芳"
        )
        #expect(
            script(all, .english).filled(for: matter, under: Desk.rules)
                == "0379-2611-017|刘女士|oral|20 Nov 2026|23 Nov 2026|[Business]|95588|洛阳分行营业部|王芳"
        )
        #expect(
            script(all, .english).filled(for: ScriptMatter(), under: Desk.rules)
                == "[Number]|[Customer]|[Channel]|[Received]|[Reply by]|[Business]|95588|洛阳分行营业部|[Handler's name]"
        )
        #expect(script(all).unfilled(for: matter, under: Desk.rules) == [Term.business])
        #expect(script("{hotline} {编号}{number}").unfilled(for: ScriptMatter(), under: Desk.rules) == [Term.number])
        var known = matter
        known.business = "cards"
        #expect(script("{business}").filled(for: known, under: Desk.rules) == "银行卡")
    }

    @Test("a code that says nothing to a customer, and a day that is past, are not filled in: the gap stays to be filled")
    func gaps() throws {
        let life = try Life()
        var matter = ScriptMatter(life.state, at: Desk.now)
        matter.business = "other"
        #expect(script("关于{business}", .chinese).filled(for: matter, under: Desk.rules) == "关于【业务类别】")
        #expect(script("concerns {business}.", .english).filled(for: matter, under: Desk.rules) == "concerns [Business].")
        #expect(script("{business}").unfilled(for: matter, under: Desk.rules) == [Term.business])
        // Due on 23 November at 17:00.
        for (now, words) in [
            ("2026-11-23 16:59", "by 23 Nov 2026"), ("2026-11-23 17:01", "by [Reply by]"), ("2026-11-26 10:00", "by [Reply by]"),
        ] {
            let matter = ScriptMatter(life.state, at: Desk.at(now))
            #expect(script("by {reply-by}", .english).filled(for: matter, under: Desk.rules) == words)
        }
    }

    @Test("whom the customer is told to ask for is the case's handler, whoever writes; the gap stays while nobody has taken it on")
    func handler() throws {
        func words(_ life: Life) -> [String] {
            let matter = ScriptMatter(life.state, at: life.now)
            return [script("由{staff}负责跟进"), script("{staff} looks after it", .english)].map { $0.filled(for: matter, under: life.desk) }
        }
        let gap = ["由【经办人姓名】负责跟进", "[Handler's name] looks after it"]
        var life = try Life()
        // The first responder has only taken it down.
        #expect(words(life) == gap)
        #expect(script("{staff}").unfilled(for: ScriptMatter(life.state, at: life.now), under: life.desk) == [ScriptBlank.staff.label])
        try life.perform(.handOver(.init(to: Desk.complaints.number)), by: Actor(Desk.clerk))
        #expect(words(life) == gap)
        try life.perform(.accept, by: Actor(Desk.complaints))
        #expect(words(life) == ["由王芳负责跟进", "王芳 looks after it"])
        // Handed on, it is nobody's until it is accepted.
        try life.perform(.handOver(.init(to: Desk.secondComplaints.number)), by: Actor(Desk.complaints))
        #expect(words(life) == gap)
        try life.perform(.accept, by: Actor(Desk.secondComplaints))
        #expect(words(life) == ["由陈立负责跟进", "陈立 looks after it"])
        try life.perform(.withdraw(.init(reason: "取回", how: .oral)), by: Actor(Desk.secondComplaints))
        #expect(words(life) == gap)
        #expect(script("{staff}").filled(for: ScriptMatter(), under: Desk.rules) == "【经办人姓名】")
    }

    @Test(
        "a blank may be called by its label in either language; a brace without its like is text, and what a customer wrote is filled in once"
    )
    func blanks() throws {
        var matter = ScriptMatter()
        matter.customer = "{hotline}"
        #expect(script("{编号} { 客户姓名 } {Hotline").filled(for: matter, under: Desk.rules) == "【编号】 {hotline} {Hotline")
        for blank in ScriptBlank.allCases {
            #expect(ScriptBlank(named: blank.label.chinese) == blank && ScriptBlank(named: blank.label.english.uppercased()) == blank)
        }
        #expect(ScriptBlank(named: "") == nil)
    }

    @Test("a file is read by the names of its columns; the words say the language where no column does; codes by key or name")
    func read() throws {
        let table = try ScriptTable(
            header: ["Key", "Title", "TEXT", "reason"],
            rows: [(line: 2, fields: ["a", "A", "Dear {customer}", "pricing", ""]), (line: 3, fields: ["a", "甲", "您好", "定价收费"])],
            codes: .standard
        )
        #expect(table.scripts.map(\.id) == ["en a", "zh a"])
        #expect(table.scripts.map(\.reason) == ["pricing", "pricing"])
        #expect(ScriptTable.row(table.scripts[0]) == ["en", "a", "A", "Dear {customer}", "", "pricing", "true"])
        #expect(
            table.script("a", in: .chinese)?.title == "甲" && table.script("a", in: .english)?.title == "A"
                && table.script("b", in: .english) == nil
        )
    }

    @Test(
        "what is wrong is named, with its line",
        arguments: [
            (
                ["en", "x", "X", "Hello {name}"],
                "Line 3: \"x\": there is no blank {name}. There are: {number}, {customer}, {channel}, {received}, {reply-by}, {business}, {hotline}, {branch}, {staff}."
            ),
            (["fr", "x", "X", "Y"], "Line 3: language must be en or zh."),
            (["en", "X y", "X", "Y"], "Line 3: \"X y\" is not a valid key: lower-case letters, digits and hyphens, at most 40."),
            (["en", "x", " ", "Y"], "Line 3: \"x\" has no title."), (["en", "x", "X"], "Line 3: \"x\" has no text."),
            (["en", "x", "X", "Y", "gold"], "Line 3: \"x\": the branch has no code \"gold\" for business."),
            (["en", "x", "X", "Y", "", "", "maybe"], "Line 3: offered must be true or false."),
            (["en", "a", "X", "Y"], "Line 3: \"a\" appears twice in en."),
            (["en", "x", String(repeating: "X", count: 201), "Y"], "Line 3: The title of \"x\" is too long."),
        ]
    )
    func faults(row: [String], sentence: String) {
        do throws(ScriptFault) {
            _ = try table([(2, ["en", "a", "A", "B"]), (3, row)])
            Issue.record("taken")
        } catch {
            #expect(error.sentence.english == sentence)
        }
    }

    @Test("a file without a script, or without its columns, is none") func empty() {
        #expect(throws: ScriptFault(.none)) { try table([]) }
        #expect(throws: ScriptFault(.noColumn("text"))) { try ScriptTable(header: ["key", "title"], rows: [], codes: .standard) }
    }

    @Test(
        "only the branch manager changes them; one with a blank that nothing fills is refused; what a new table leaves out is offered no longer"
    )
    func change() throws {
        let wanted = ScriptTable([script("您好，{customer}")]).keepingOthers(of: .standard)
        #expect(throws: Refusal.deskActRoleMayNot(.changeScripts)) {
            try decideScripts(wanted, in: Occasion(Actor(Desk.complaints), at: Desk.now, under: Desk.rules))
        }
        #expect(try decideScripts(wanted, in: Occasion(Actor(Desk.manager), at: Desk.now, under: Desk.rules)) == .scriptsChanged(wanted))
        #expect(wanted.offered.map(\.id) == ["zh x"] && wanted.scripts.count == 31)
        #expect(throws: Refusal.badScripts(ScriptFault(.unknownBlank("x", "称呼")))) {
            try decideScripts(ScriptTable([script("{称呼}")]), in: Occasion(Actor(Desk.manager), at: Desk.now, under: Desk.rules))
        }
        #expect(throws: Refusal.badScripts(ScriptFault(.twice("x", .chinese)))) {
            try decideScripts(ScriptTable([script("甲"), script("乙")]), in: Occasion(Actor(Desk.manager), at: Desk.now, under: Desk.rules))
        }
    }

    @Test("the likeliest come first: the reader's language, the codes of the case, the words in common; all that are offered are there")
    func likeliest() {
        let table = ScriptTable.standard
        func first(_ words: String, _ business: [String] = [], _ reason: [String] = [], _ language: Language = .english, _ count: Int = 1)
            -> [String]
        {
            table.likeliest(for: words, business: business, reason: reason, in: language).prefix(count).map(\.id)
        }
        #expect(first("", [], ["pricing"]) == ["en fees"])
        #expect(first("I stood in the queue for an hour", [], ["service"], .english, 2) == ["en waiting", "en service"])
        #expect(first("排队等候太久，窗口开得少", [], [], .chinese) == ["zh waiting"])
        #expect(first("", ["cards"], ["facilities", "service"], .chinese, 2) == ["zh machine", "zh service"])
        #expect(table.likeliest(for: "x", business: [], reason: [], in: .chinese).count == 30)
        var retired = table.scripts
        for index in retired.indices where retired[index].key == "fees" { retired[index].isOffered = false }
        #expect(ScriptTable(retired).likeliest(for: "fee", business: [], reason: ["pricing"], in: .english).count == 28)
    }
}
