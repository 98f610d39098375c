import Testing

@testable import ComplaintRules

@Suite("Staff")
struct StaffTests {
    private let staff = StaffDirectory(
        Desk.everybody + [
            Desk.member("1011", "李敏", .counter), Desk.member("A7", "Li Wei", .counter), Desk.member("1012", "买买提·艾力", .counter),
        ]
    )

    private func subjects(_ text: String) -> [String] { staff.subjects(in: text).map(\.text) }

    @Test("a staff number is one to twelve letters or digits")
    func numbers() {
        for text in ["1003", "A7", "0", "123456789012"] { #expect(StaffNumber(text)?.text == text) }
        for text in ["", " ", "10 03", "10-03", "1234567890123", "李敏", "１００３", "1003\n4"] { #expect(StaffNumber(text) == nil) }
        #expect(StaffNumber(" 1003 ")?.text == "1003")
    }

    @Test("staff numbers are ordered as numbers: 999 before 1000")
    func order() {
        #expect(["1000", "999", "1001", "7"].compactMap { StaffNumber($0) }.sorted().map(\.text) == ["7", "999", "1000", "1001"])
        #expect(staff.all.map(\.number.text) == ["A7", "1001", "1002", "1003", "1004", "1005", "1006", "1008", "1010", "1011", "1012"])
    }

    @Test("a later member of the same number takes the place of the earlier one")
    func replaces() {
        let directory = StaffDirectory([Desk.clerk, Desk.member("1003", "李敏", .auditor)])
        #expect(directory.all.count == 1)
        #expect(directory[Desk.clerk.number]?.role == .auditor)
        #expect(directory[Desk.manager.number] == nil)
    }

    @Test("those who may accept a hand-over are the managers who still work here")
    func receivers() {
        #expect(staff.receivers.map(\.number.text) == ["1005", "1006", "1008"])
    }

    @Test(
        "a complaint is about those whose number or whole name stands in it",
        arguments: [
            ("1005", ["1005"]), ("柜员王芳态度差", ["1005"]), ("王芳、陈立", ["1005", "1006"]), ("Mary Hall", ["1004"]),
            ("the lady named mary hall, window 3", ["1004"]), ("staff no. a7", ["A7"]), ("Li Wei", ["A7"]), ("周平", ["1001"]),
            ("赵国强（1008）", ["1008"]), ("1003, 1005", ["1003", "1005"]), ("Hall, Mary", ["1004"]), ("王 芳", ["1005"]), ("王　芳", ["1005"]),
            ("１００５", ["1005"]), ("01005", ["1005"]),
            ("买买提艾力", ["1012"]), ("买买提•艾力", ["1012"]), ("Mary", []), ("Li Weiwei", []), ("10031", []),
            ("国强", []), ("大堂的保安", []), ("", []), ("贷款部", []),
        ]
    )
    func about(text: String, expected: [String]) {
        #expect(subjects(text) == expected)
    }

    @Test("two of one name are both meant")
    func namesakes() {
        #expect(subjects("李敏") == ["1003", "1011"])
    }

    @Test(
        "a number or a name is found where Chinese is written right up to it",
        arguments: [("工号1005", ["1005"]), ("1005号柜员", ["1005"]), ("投诉1008主任", ["1008"]), ("客户经理Mary Hall态度差", ["1004"])]
    )
    func noSpaces(text: String, expected: [String]) {
        #expect(subjects(text) == expected)
    }

    @Test("a Chinese name with a dot in it is found in a sentence")
    func dottedName() {
        #expect(subjects("投诉买买提·艾力态度差") == ["1012"])
        #expect(subjects("买买提·艾力") == ["1012"])
    }

    @Test("a stand-in has the absent manager's roles beside their own; who has left has none")
    func actors() {
        #expect(Actor(Desk.clerk).roles == [.counter])
        #expect(!Actor(Desk.clerk).isManager)
        let standIn = Actor(Desk.clerk, standingInFor: Desk.manager)
        #expect(standIn.roles == [.counter, .branchManager])
        #expect(standIn.isManager)
        #expect(standIn.number == Desk.clerk.number)
        #expect(Actor(Desk.formerManager).roles.isEmpty)
        #expect(!Actor(Desk.formerManager).isManager)
        #expect(!Actor(Desk.auditor).isManager)
        #expect(Actor(Desk.complaints).isManager)
    }

    @Test("nobody stands in for a manager who has left")
    func formerManager() {
        #expect(Actor(Desk.clerk, standingInFor: Desk.formerManager).roles == [.counter])
    }
}
