import Testing

@testable import ComplaintRules

@Suite("Codes")
struct CodeTests {
    @Test("the business types and reasons of the standard, in its order")
    func labels() {
        let table = CodeTable.standard
        #expect(
            table.codes(on: .business).map(\.label.chinese) == [
                "人民币储蓄", "贷款", "银行卡", "支付结算", "人民币管理", "个人金融信息", "外汇", "银行代理", "自营理财", "其他中间业务", "国库", "贵金属", "债务催收", "其他",
            ]
        )
        #expect(
            table.codes(on: .reason).map(\.label.chinese) == [
                "服务态度及质量", "设施设备系统", "制度规则流程", "营销方式", "信息披露", "自主选择权", "定价收费", "产品收益", "合同条款", "资金安全", "信息安全", "债务催收方式", "其他",
            ]
        )
        #expect(
            table.codes(on: .place).map(\.label.chinese) == [
                "营业现场", "自助机具", "网银", "电话", "移动客户端", "网络公众平台", "短信", "第三方", "中后台", "其他",
            ]
        )
        #expect(table.codes.count == 39)
    }

    @Test("every code has an English label, initials and a key of its own on its axis")
    func whole() {
        for axis in Code.Axis.allCases {
            let codes = CodeTable.standard.codes(on: axis)
            #expect(Set(codes.map(\.key)).count == codes.count)
            #expect(codes.last?.key == "other")
            for code in codes {
                #expect(code.axis == axis)
                #expect(code.label.english.utf8.allSatisfy { $0 < 128 } && !code.label.english.isEmpty)
                #expect(code.pinyinInitials.utf8.count == code.label.chinese.count)
                #expect(code.pinyinInitials.utf8.allSatisfy { (97...122).contains($0) })
                // Keys are words, not invented numbers.
                #expect(code.key.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 })
            }
        }
    }

    @Test(
        "a code is found by its key and by its label in either language",
        arguments: [
            ("cards", "cards"), ("Bank cards", "cards"), ("BANK CARDS", "cards"), ("银行卡", "cards"), (" loans ", "loans"), ("其他", "other"),
        ]
    )
    func finds(text: String, key: String) {
        #expect(CodeTable.standard.key(for: text, on: .business) == key)
    }

    @Test("a code of one axis is none of the other, and a part of a label is none")
    func axes() {
        #expect(CodeTable.standard.key(for: "cards", on: .reason) == nil)
        #expect(CodeTable.standard.key(for: "服务态度及质量", on: .business) == nil)
        #expect(CodeTable.standard.key(for: "银行", on: .business) == nil)
        #expect(CodeTable.standard.key(for: "", on: .business) == nil)
        #expect(CodeTable.standard.key(for: "debt-collection", on: .business) == "debt-collection")
        #expect(CodeTable.standard.key(for: "collection-methods", on: .reason) == "collection-methods")
    }

    @Test("a branch's own key is found however it is written, since codes can be loaded")
    func ownKeys() {
        let table = CodeTable([Code(.business, "ATM", en: "Cash machines", zh: "自助设备", pinyin: "zzsb")])
        #expect(table.key(for: "ATM", on: .business) == "ATM")
        #expect(table.key(for: "atm", on: .business) == "ATM")
    }

    @Test("what came in from elsewhere is shown by its own name")
    func foreign() {
        #expect(CodeTable.standard.label("cards", on: .business) == Phrase(en: "Bank cards", zh: "银行卡"))
        #expect(CodeTable.standard.label("Student loan", on: .business) == Phrase(en: "Student loan", zh: "Student loan"))
    }
}

@Suite("Codes are data")
struct CodeDataTests {
    private let header = ["axis", "key", "en", "zh", "pinyin", "offered"]
    private let others = [(4, ["business", "other", "Other", "其他", "qt", ""]), (5, ["reason", "other", "Other", "其他", "qt", "true"])]

    private func table(_ rows: [(Int, [String])]) throws(CodeFault) -> CodeTable {
        try CodeTable(header: header, rows: (rows + others).map { (line: $0.0, fields: $0.1) })
    }

    @Test("a file is read by the names of its columns; one label serves both languages")
    func read() throws {
        let table = try table([
            (2, ["business", "insurance", "Insurance", "", "bx", "true"]), (3, ["Reason", "noise", "", "噪音", "ZY", "false"]),
        ])
        #expect(table.codes(on: .business).map(\.key) == ["insurance", "other"])
        #expect(table.label("insurance", on: .business) == Phrase(en: "Insurance", zh: "Insurance"))
        #expect(table.codes(on: .reason).map(\.key) == ["other"])
        #expect(table.label("noise", on: .reason) == Phrase(en: "噪音", zh: "噪音"))
        #expect(CodeTable.row(table.codes[1]) == ["reason", "noise", "噪音", "噪音", "zy", "false", "", ""])
    }

    @Test(
        "what is wrong is named",
        arguments: [
            (["fee", "x", "X", "", "", ""], CodeFault.badAxis(line: 2)), (["business", "X y", "X", "", "", ""], .badKey("X y")),
            (["business", "", "X", "", "", ""], .badKey("")), (["business", "x", "", " ", "", ""], .noLabel(.business, "x")),
            (["reason", "other", "X", "", "", ""], .twice(.reason, "other")), (["reason", "x", "X", "", "", "maybe"], .badFlag(line: 2)),
            (["reason", "x"], .noLabel(.reason, "x")),
        ]
    )
    func faults(row: [String], fault: CodeFault) {
        #expect(throws: fault) { try table([(2, row)]) }
    }

    @Test("\"other\" is always there, and the columns too")
    func needs() throws {
        #expect(throws: CodeFault.noOther(.business)) { try CodeTable(header: header, rows: [(2, ["business", "x", "X", "", "", ""])]) }
        // A file that says nothing of an axis leaves it as it is.
        let some = try CodeTable(header: header, rows: [(2, others[0].1)])
        guard case .codesChanged(let table) = try decideCodes(some, in: Occasion(Actor(Desk.manager), at: Desk.now, under: Desk.rules))
        else {
            Issue.record("the codes were not changed")
            return
        }
        #expect(table.codes(on: .business).map(\.key) == ["other"])
        #expect(table.codes(on: .reason) == CodeTable.standard.codes(on: .reason))
        #expect(throws: CodeFault.noColumn("key")) { try CodeTable(header: ["axis", "en"], rows: []) }
        #expect(throws: CodeFault.noColumn("en")) { try CodeTable(header: ["axis", "key"], rows: []) }
    }

    @Test("only the branch manager changes them; what the new table leaves out keeps its name and is offered no longer")
    func change() throws {
        let wanted = try table([(2, ["business", "insurance", "Insurance", "保险", "bx", ""])])
        #expect(throws: Refusal.deskActRoleMayNot(.changeCodes)) {
            try decideCodes(wanted, in: Occasion(Actor(Desk.complaints), at: Desk.now, under: Desk.rules))
        }
        guard case .codesChanged(let changed) = try decideCodes(wanted, in: Occasion(Actor(Desk.manager), at: Desk.now, under: Desk.rules))
        else {
            Issue.record("no change of codes")
            return
        }
        #expect(changed.codes(on: .business).map(\.key) == ["insurance", "other"])
        #expect(changed.label("cards", on: .business).chinese == "银行卡")
        #expect(changed.key(for: "cards", on: .business) == nil)
        #expect(changed.codes.count == CodeTable.standard.codes.count + 1)
    }
}
