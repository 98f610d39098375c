import Testing

@testable import ComplaintRules

/// Which codes the words of a complaint speak for.
@Suite("Codes are suggested by the words")
struct CodeModelTests {
    @Test(
        "words are the first six letters of a word of three or more, and pairs of Han characters side by side; case and digits aside",
        arguments: [
            ("The Transfers took 3 days; the transfer!", ["the", "transf", "took", "days"]),
            ("排队四十分钟", ["排队", "队四", "四十", "十分", "分钟"]),
            ("ATM吞卡，2次", ["atm", "吞卡"]),
            ("Überweisung fällig", ["überwe", "fällig"]),
            ("a 12 卡", []),
        ]
    )
    func words(text: String, words: [String]) {
        #expect(CodeModel.words(of: text) == Set(words))
    }

    @Test("the likeliest come first; what is not offered is not suggested, and nothing is where no word is known") func likeliest() {
        var model = CodeModel()
        #expect(model.isEmpty)
        model.learn("the machine kept my card", as: "cards")
        model.learn("card fee charged twice", as: "cards")
        model.learn("transfer has not arrived", as: "payments")
        model.learn("transfer sent to the wrong account", as: "payments")
        model.learn("mortgage rate", as: "loans")
        let all = ["cards", "loans", "payments", "other"]
        #expect(model.likeliest(for: "My card was kept", among: all).first == "cards")
        #expect(model.likeliest(for: "The transfer did not arrive", among: all).first == "payments")
        #expect(model.likeliest(for: "The transfer did not arrive", among: ["cards", "loans"]).contains("payments") == false)
        #expect(model.likeliest(for: "My card was kept", among: all, count: 2).count == 2)
        #expect(model.likeliest(for: "zzz", among: all) == [])
        #expect(model.likeliest(for: "", among: all) == [])
    }

    @Test("a code does not win by its number of cases alone") func evenly() {
        var model = CodeModel()
        for _ in 1...50 { model.learn("charged for the account", as: "pricing") }
        model.learn("charged by a thief with my stolen card", as: "safety")
        #expect(model.likeliest(for: "stolen, then charged", among: ["pricing", "safety"]).first == "safety")
    }

    @Test("a megabyte is no reason to wait: the beginning of a text speaks for it") func long() {
        var model = CodeModel()
        model.learn("card", as: "cards")
        let long = "card " + String(repeating: "x", count: 1_000_000)
        #expect(model.likeliest(for: long, among: ["cards"]) == ["cards"])
    }

    @Test(
        "a new desk has words to begin with, in each language, whatever the country",
        arguments: [
            (Country.china, "自动柜员机吞卡，没有人处理", "cards", "facilities"), (.china, "转账两天未到账", "payments", "funds-safety"),
            (.china, "柜员态度生硬", nil, "service"), (.china, "理财收益比承诺的低", "wealth", "yield"),
            (.britain, "My mortgage rate was changed and nobody told me", "mortgages", nil),
            (.america, "The credit bureau will not correct my credit report", "credit-reporting", nil),
            (.britain, "I was charged a fee for my card", "cards", "pricing"),
        ] as [(Country, String, String?, String?)]
    )
    func starter(country: Country, text: String, business: String?, reason: String?) {
        let models = CodeModels()
        if let business { #expect(models.likeliest(for: text, on: .business, of: country.codes).contains(business)) }
        if let reason { #expect(models.likeliest(for: text, on: .reason, of: country.codes).contains(reason)) }
    }

    @Test("the starter words are of codes that some country's desk starts with, and every such code but \"other\" has some") func complete()
    {
        for axis in [Code.Axis.business, .reason] {
            let known = Set(Country.allCases.flatMap { $0.codes.codes(on: axis).map(\.key) }).subtracting([Code.otherKey])
            #expect(Set(StarterWords.all[axis]?.map(\.code) ?? []) == known)
        }
    }

    @Test("the desk's own cases teach it its own words") func own() {
        var models = CodeModels()
        for _ in 1...3 { models.learn("晨会纪念章没有发", business: "precious-metals", reason: "marketing") }
        #expect(models.likeliest(for: "纪念章呢", on: .business, of: .standard).first == "precious-metals")
    }
}
