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
        #expect(table.codes.count == 27)
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
