import Testing

@testable import ComplaintRules

@Suite("Case numbers")
struct CaseNumberTests {
    @Test(
        "a number is branch, year and month, and a serial of three digits or more",
        arguments: [("2026-11-22", 17, "0379-2611-017"), ("2026-01-01", 1, "0379-2601-001"), ("2005-12-31", 1000, "0379-0512-1000")]
    )
    func prints(day: String, serial: Int, text: String) throws {
        let number = CaseNumber(branch: "0379", day: try #require(Day(day)), serial: serial)
        #expect(number.description == text)
        #expect(CaseNumber(text) == number)
    }

    @Test(
        "a number is read with or without the serial's leading zeros",
        arguments: ["0379-2611-017", "0379-2611-17", " 0379-2611-0017 ", "０３７９－２６11-017"]
    )
    func reads(text: String) throws {
        let number = try #require(CaseNumber(text))
        #expect(number.branch == "0379")
        #expect(number.serial == 17)
        #expect(number.month == 2026 * 12 + 10)
        #expect(number.description == "0379-2611-017")
    }

    @Test(
        "what is no number is not read as one",
        arguments: [
            "", "0379", "0379-2611", "0379-2611-", "0379-2611-000", "0379-2613-001", "0379-2600-001", "0379-261-001", "-2611-001",
            "0379-2611-1a", "0379-2611--1", "03 79-2611-001", "0379-2611-1234567890", "支行-2611-001",
            "0379-2611-001\u{1B}[2J",
            "0379-0-2611-001", "1234567890123-2611-001",
        ]
    )
    func broken(text: String) {
        #expect(CaseNumber(text) == nil)
    }

    @Test("numbers are ordered as numbers: 999 before 1000, and months as they follow each other")
    func order() {
        let inOrder = [
            "0379-9912-001", "0379-2512-2000", "0379-2601-001", "0379-2611-002", "0379-2611-999", "0379-2611-1000", "0380-0001-001",
        ]
        let numbers = inOrder.compactMap { CaseNumber($0) }
        #expect(numbers.count == 7)
        #expect(numbers.reversed().sorted() == numbers)
        #expect(numbers.sorted().map(\.description) == inOrder)
    }

    @Test("a branch's code is one to twelve letters or digits")
    func branchCodes() {
        for code in ["0379", "A", "lyBranch0001"] { #expect(CaseNumber.isBranchCode(code)) }
        for code in ["", "lyBranch00012", "03-79", "0379 ", "洛阳", "é"] { #expect(!CaseNumber.isBranchCode(code)) }
    }

    @Test(
        "a number is read beside another one as people write it",
        arguments: [
            ("0379-2611-014", "0379-2611-014"), ("2611-014", "0379-2611-014"), ("2611-14", "0379-2611-014"), ("014", "0379-2611-014"),
            ("14", "0379-2611-014"), ("１４", "0379-2611-014"), ("1200", "0379-2611-1200"), ("2610014", "0379-2610-014"),
            ("03792610014", "0379-2610-014"), ("WEX1-2610-014", "WEX1-2610-014"), ("0", nil), ("", nil), ("2613-014", nil), ("12345", nil),
            ("fee", nil), ("2611-", nil), ("13800001234", nil),
        ] as [(String, String?)]
    )
    func written(text: String, expected: String?) throws {
        let other = try #require(CaseNumber("0379-2611-001"))
        #expect(CaseNumber(written: text, beside: other)?.description == expected)
    }

    @Test(
        "small letters of a branch's code are taken for its own",
        arguments: ["wex1-2611-014", "wex12611014", "WEX1-2611-14", "2611-014"]
    )
    func smallLetters(text: String) throws {
        let other = try #require(CaseNumber("WEX1-2611-001"))
        #expect(CaseNumber(written: text, beside: other)?.description == "WEX1-2611-014")
    }
}
