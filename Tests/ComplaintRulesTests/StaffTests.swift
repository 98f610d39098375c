import DeskTestSupport
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
        for text in ["", " ", "10 03", "10-03", "1234567890123", "李敏", "1003\n4"] { #expect(StaffNumber(text) == nil) }
        for text in [" 1003 ", "１００３", "10\u{200B}03"] { #expect(StaffNumber(text)?.text == "1003") }
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
            ("the lady named mary hall, window 3", ["1004"]), ("staff no. a7", ["A7"]), ("wéi lǐ", ["A7"]), ("Li Wei", ["A7"]),
            ("周平", ["1001"]),
            ("赵国强（1008）", ["1008"]), ("1003, 1005", ["1003", "1005"]), ("Hall, Mary", ["1004"]), ("王 芳", ["1005"]), ("王　芳", ["1005"]),
            ("１００５", ["1005"]), ("01005", ["1005"]),
            ("买买提艾力", ["1012"]), ("买买提•艾力", ["1012"]), ("王\u{200B}芳", ["1005"]), ("王\u{00A0}\u{2003}芳", ["1005"]), ("王\u{2800}芳", ["1005"]),
            ("10\u{200D}05", ["1005"]), ("1 005", ["1005"]), ("１ ００５", ["1005"]), ("𝟏𝟎𝟎𝟓", ["1005"]), ("MARY\u{2003}HALL", ["1004"]),
            ("ＭＡＲＹ　ＨＡＬＬ", ["1004"]), ("Máry Häll", ["1004"]), ("Ma\u{301}ry Hall", ["1004"]), ("HallMary", ["1004"]),
            ("Mary\u{2800}Hall", ["1004"]),
            ("工号０１００５", ["1005"]), ("staff no. 001005", ["1005"]), ("No1005", ["1005"]), ("柜员王芳（行长）", ["1005"]), ("行长", []), ("3号窗口", []),
            ("交易额 01005 元", []), ("2 月 1005 日", ["1005"]), ("1, 005", []), ("Maryhall Street", ["1004"]), ("Mary Halley", []), ("Mary", []),
            ("Li Weiwei", []), ("10031", []),
            // Letters of other scripts that look like Latin ones; numbers as bankers write them.
            ("M\u{430}ry Hall", ["1004"]), ("\u{41C}ary H\u{3B1}ll", ["1004"]), ("壹零零伍", ["1005"]), ("工号壹〇〇伍号", ["1005"]),
            ("国强", []), ("大堂的保安", []), ("", []), ("贷款部", []),
        ]
    )
    func about(text: String, expected: [String]) {
        #expect(subjects(text) == expected)
    }

    @Test(
        "a name is the same whatever stands for its apostrophe, also where Unicode takes that for a letter",
        arguments: [
            "O'Brien Tom", "O’Brien Tom", "O\u{2BC}Brien Tom", "O\u{2B9}Brien Tom", "O`Brien Tom", "O\u{2032}Brien Tom",
            "O\u{FF07}Brien Tom",
        ]
    )
    func apostrophe(text: String) {
        let irish = StaffDirectory([Desk.member("1040", "Tom O'Brien", .counter)])
        #expect(irish.subjects(in: text).map(\.text) == ["1040"])
    }

    @Test("a name is the same in traditional and in simplified signs, on either side; so is a number as bankers write it")
    func traditional() {
        let staff = StaffDirectory([
            Desk.member("1043", "陈刚", .complaintManager), Desk.member("1044", "趙敏芳", .complaintManager),
            Desk.member("1046", "葉國強", .counter), Desk.member("1047", "范冰", .counter),
        ])
        let cases = [
            ("陳剛", "1043"), ("陈刚", "1043"), ("陳刚", "1043"), ("赵敏芳", "1044"), ("趙敏芳", "1044"), ("叶国强", "1046"), ("範冰", "1047"),
            ("壹零肆叁", "1043"), ("壹零肆參", "1043"),
        ]
        for (text, number) in cases { #expect(staff.subjects(in: text).map(\.text) == [number], "\(text)") }
        #expect(staff.subjects(in: "陳鋼").isEmpty)
    }

    @Test("each traditional sign of the table has its simplified one, which has none of its own")
    func hanForms() {
        let counts = HanForms.counts
        #expect(counts.traditional == 2764 && counts.simplified == 2764)
        for value in UInt32(0x4E00)...0x9FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let plain = HanForms.simplified(scalar)
            #expect(HanForms.simplified(plain) == plain)
        }
        #expect(HanForms.simplified("剛") == "刚" && HanForms.simplified("刚") == "刚" && HanForms.simplified("a") == "a")
    }

    @Test("names in Cyrillic and Greek are found by their own letters, large or small")
    func otherScripts() {
        let staff = StaffDirectory([Desk.member("1041", "Иван Петров", .counter), Desk.member("1042", "Νίκος Παππάς", .counter)])
        for text in ["Иван Петров", "ИВАН ПЕТРОВ", "петров иван", "жалоба на Петров Иван!"] {
            #expect(staff.subjects(in: text).map(\.text) == ["1041"], "\(text)")
        }
        for text in ["Νίκος Παππάς", "νικος παππας", "ΠΑΠΠΑΣ ΝΙΚΟΣ"] {
            #expect(staff.subjects(in: text).map(\.text) == ["1042"], "\(text)")
        }
        #expect(staff.subjects(in: "Пётр Иванов").isEmpty)
    }

    @Test(
        "what of the words means nobody here is told part by part: a title beside a name, a second name, all of it",
        arguments: [
            ("王芳、行长", ["行长"]), ("王芳和行长", ["行长"]), ("王芳，司馬雲", ["司馬雲"]), ("行长", ["行长"]), ("3号窗口", ["3号窗口"]),
            ("王芳、陈立", []), ("王芳", []), ("", []), (" 、 ", []), ("Mary Hall, the manager", ["the manager"]), ("柜员王芳（行长）", []),
            ("1005；贷款部", ["贷款部"]), ("Hall, Mary", []), ("HALL, mary; 行长", ["行长"]), ("Hall, Peter", ["Hall", "Peter"]), ("李\n敏", []),
            // What is taken for nobody is told, also where both halves together would be a name.
            ("李/敏", ["李", "敏"]), ("李|敏", ["李", "敏"]), ("李&敏", ["李", "敏"]), ("李、敏；王芳", ["李", "敏"]),
        ]
    )
    func unknown(text: String, expected: [String]) {
        #expect(staff.unknown(in: text) == expected)
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

@Suite("Lifting a recusal")
struct LiftedRecusalTests {
    private func lift(_ member: StaffMember, reference: String? = nil) -> Deed {
        .liftRecusal(.init(number: member.number, reason: "姓名相同，另有其人", reference: reference))
    }

    @Test("a manager whom it is not about lifts one, with a reason; nobody lifts their own")
    func who() throws {
        let life = try Life(about: "王芳")
        #expect(life.refusal(of: lift(Desk.complaints), by: Desk.complaints) == .mayNotRead)
        #expect(life.refusal(of: lift(Desk.complaints), by: Desk.clerk) == .roleMayNot(.liftRecusal, [.complaintManager, .branchManager]))
        #expect(life.refusal(of: .liftRecusal(.init(number: Desk.complaints.number)), by: Desk.manager) == .missing("reason"))
        #expect(life.refusal(of: lift(Desk.clerk), by: Desk.manager) == .notRecused(Desk.clerk.number))
        let lifted = try life.after(lift(Desk.complaints), by: Desk.secondComplaints)
        #expect(lifted.state.intake.subjects.isEmpty)
        #expect(lifted.refusal(of: .accept, by: Desk.complaints) == nil)
        #expect(lifted.refusal(of: lift(Desk.complaints), by: Desk.manager) == .nothingAsked(.liftRecusal))
    }

    @Test("the branch manager's own is lifted with head office's reference")
    func head() throws {
        let life = try Life(about: "赵国强")
        #expect(life.refusal(of: lift(Desk.manager), by: Desk.complaints) == .ownRecusalReference)
        #expect(life.refusal(of: lift(Desk.manager, reference: " "), by: Desk.complaints) == .ownRecusalReference)
        #expect(life.refusal(of: lift(Desk.manager, reference: "总服〔2026〕9号"), by: Desk.complaints) == nil)
    }

    @Test("whoever is lifted returns by being named anew, not by what named them before")
    func again() throws {
        let lifted = try Life(about: "王芳").after(lift(Desk.complaints), by: Desk.manager)
        #expect(lifted.desk.staff.recusal(of: lifted.state) == nil)
        #expect(try lifted.after(.amend("about", to: "王芳、陈立"), by: Desk.manager).state.intake.subjects == [Desk.secondComplaints.number])
        let away = try lifted.after(.amend("about", to: "大堂"), by: Desk.manager)
        #expect(try away.after(.amend("about", to: "１００５"), by: Desk.manager).state.intake.subjects == [Desk.complaints.number])
    }
}
