import Testing

@testable import ComplaintRules

@Suite("Contacts at the counter")
struct ContactTests {
    @Test(
        "a contact is masked until it is revealed",
        arguments: [
            ("13812340000", "138****0000"), ("+86 138 1234 0000", "861****0000"), ("138-1234-0000", "138****0000"),
            ("(0379) 6543210", "037****3210"), ("", ""), ("wang@example.com", "w***@example.com"), ("微信：liuli88", "微***"),
            ("客户邻居代收", "客***"), ("李", "李***"),
        ]
    )
    func masks(contact: String, masked: String) {
        #expect(contact.maskedContact == masked)
        // Masked already, as for whoever reads a case only to enter a ruling, it is masked no further.
        #expect(masked.maskedContact == masked)
    }

    @Test(
        "no more than half of a number shows, whatever stands around it",
        arguments: [
            "13812340000", "13812340000 王先生", "王先生 13812340000", "13812340000@qq.com", "wang@example.com 13812340000", "微信@13812340000",
            "13812340000/13912340000", "电话13812340000转8",
        ]
    )
    func hidesNumbers(contact: String) {
        #expect(!contact.maskedContact.contains("13812340000"))
        #expect(!contact.maskedContact.contains("1234"))
    }
}
