import DeskTestSupport
import Testing

@testable import ComplaintRules

/// What stands beside the name of somebody here, and may mean somebody else.
@Suite("A second name behind the first")
struct WordsBesideTests {
    private let staff = StaffDirectory([
        Desk.member("1001", "Wang Jianguo", .branchManager), Desk.member("1002", "Peter Lindale", .complaintManager),
        Desk.member("1003", "李敏", .counter), Desk.member("1004", "Zoë Marsh", .counter),
        Desk.member("1005", "Anna Brill", .complaintManager),
        Desk.member("1006", "欧阳和平", .counter),
    ])

    @Test(
        "whatever means nobody beside one who is recognised is told: behind and, or, with, plus, as well as, brackets, 和, 还有, 以及, and right beside",
        arguments: [
            ("Peter Lindale and Anna", ["Anna"]), ("Peter Lindale and the branch manager", ["the branch manager"]),
            ("1002 and Anna Bril", ["Anna Bril"]),
            ("1002 plus Anna", ["Anna"]), ("1002 with Anna", ["Anna"]), ("1002 Anna", ["Anna"]), ("1002 anna", ["anna"]),
            ("Peter Lindale or Anna", ["Anna"]),
            ("1002 (and Anna)", ["Anna"]), ("1002 as well as Anna", ["Anna"]), ("1002, also Anna", ["also Anna"]),
            ("Peter Lindale's deputy Anna", ["Anna"]),
            ("1004 and the teller Anna", ["the teller Anna"]), ("Anna Brill and Peter", ["Peter"]), ("1003 (Anna)", ["Anna"]),
            ("李敏还有小王", ["小王"]), ("李敏以及行长", ["行长"]), ("李敏同行长", ["行长"]), ("李敏或者赵倩", ["赵倩"]), ("李敏 赵倩", ["赵倩"]), ("1003（王师傅）", ["王师傅"]),
            ("李敏和网点负责人", ["网点负责人"]),
        ]
    )
    func told(text: String, expected: [String]) {
        #expect(staff.unknown(in: text) == expected)
    }

    @Test(
        "titles, windows and what is said of them right beside a name are of it, and nobody is told of",
        arguments: [
            "1002 Peter Lindale of window 2", "teller Zoë Marsh", "Mr Peter Lindale", "the branch manager Wang Jianguo",
            "Wang Jianguo (branch manager)",
            "Peter Lindale (very rude)", "柜员李敏", "李敏（柜员）", "3号窗口 李敏", "李敏 1003", "1003 and 1004", "Anna Brill and Peter Lindale",
            "Marsh, Zoë", "欧阳和平", "李敏和欧阳和平",
            "staff no. 1003", "Peter Lindale was rude to me",
        ]
    )
    func notTold(text: String) {
        #expect(staff.unknown(in: text) == [])
    }
}
