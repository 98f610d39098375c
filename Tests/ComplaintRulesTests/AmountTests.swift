import Testing

@testable import ComplaintRules

@Suite("Amounts of money")
struct AmountTests {
    @Test(
        "an amount is read as people write it",
        arguments: [
            ("300", 30_000), ("300.5", 30_050), ("300.05", 30_005), ("0", 0), ("0.01", 1), ("1,200.50", 120_050), ("1200.50元", 120_050),
            ("¥300", 30_000), ("￥1,234,567.89", 123_456_789), ("£12", 1200), ("$12.3", 1230), (" 300 ", 30_000), ("300 元", 30_000),
            ("￥ 300", 30_000), ("007", 700), ("３００", 30_000), ("１，２００．５０元", 120_050),
            ("9999999999999.99", 999_999_999_999_999),
        ]
    )
    func reads(text: String, hundredths: Int) {
        #expect(Amount(text)?.hundredths == Int64(hundredths))
    }

    @Test(
        "what is no amount is not read as one",
        arguments: [
            "", " ", "元", "¥", "-300", "+300", "300.", ".5", "300.555", "3 00", "12,00", "1,,200", ",300", "1,200,", "三百", "1e3",
            "300.5.5",
            "=1+1", "12345678901234", "300,5", "0x10",
        ]
    )
    func broken(text: String) {
        #expect(Amount(text) == nil)
    }

    @Test("commas stand after every third digit, and nowhere else", arguments: ["1234,567", "12345,678.90"])
    func wrongGroups(text: String) {
        #expect(Amount(text) == nil)
    }

    @Test("an amount is never negative")
    func negative() {
        #expect(Amount(hundredths: -1) == nil)
        #expect(Amount(hundredths: 0)?.text == "0.00")
    }

    @Test(
        "an amount prints with two places, and reads back",
        arguments: [(1, "0.01"), (10, "0.10"), (30_000, "300.00"), (120_050, "1200.50")]
    )
    func prints(hundredths: Int, text: String) throws {
        let amount = try #require(Amount(hundredths: Int64(hundredths)))
        #expect(amount.text == text)
        #expect(Amount(text) == amount)
    }

    @Test(
        "people read an amount with their currency's sign and a comma before each three digits; it reads back",
        arguments: [
            (Country.china, "0.5", "¥0.50"), (.china, "999", "¥999.00"), (.britain, "1000", "£1,000.00"),
            (.america, "1234567.8", "$1,234,567.80"),
        ]
    )
    func written(country: Country, typed: String, text: String) throws {
        let amount = try #require(Amount(typed))
        #expect(amount.text(in: country) == text)
        #expect(Amount(text) == amount)
    }

    @Test("999 is less than 1000")
    func order() throws {
        #expect(try #require(Amount("999")) < #require(Amount("1000")))
    }
}
