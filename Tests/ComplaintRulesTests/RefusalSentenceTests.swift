import DeskTestSupport
import Testing

@testable import ComplaintRules

/// A refusal and its sentences.
struct Spoken: Sendable, CustomTestStringConvertible {
    let refusal: Refusal
    let english: String
    let chinese: String

    init(_ refusal: Refusal, _ english: String, _ chinese: String) {
        self.refusal = refusal
        self.english = english
        self.chinese = chinese
    }

    var testDescription: String { english }
}

@Suite("Refusals in words")
struct RefusalSentenceTests {
    private static let manager = Desk.manager.number

    static let spoken = first + wider + ofTheDesk

    private static let first = [
        Spoken(.roleMayNot(.sign, [.branchManager]), "Sign: only the branch manager may do that.", "签字：仅限网点负责人办理。"),
        Spoken(
            .roleMayNot(.reply, [.complaintManager, .branchManager]),
            "Reply: only the complaint manager or the branch manager may do that.",
            "回复客户：仅限投诉管理人或网点负责人办理。"
        ),
        Spoken(.logRoleMayNot, "The auditor reads all and changes nothing, and so logs no complaint.", "审计人员只能查阅，不能登记投诉。"),
        Spoken(.deskActRoleMayNot(.addStaff), "Only the branch manager may add staff.", "仅限网点负责人增加人员。"),
        Spoken(
            .deskActRoleMayNot(.importCases),
            "Only the complaint manager or the branch manager may import cases.",
            "仅限投诉管理人或网点负责人导入。"
        ),
        Spoken(
            .subject(.finding),
            "Finding: this case is about you. You may hand it over, and nothing more.",
            "责任认定：本件涉及您本人，您只能移交，须回避其他办理。"
        ),
        Spoken(
            .receiverHasLeft(Desk.number("1005")),
            "1005 has left this desk. Hand over to somebody else.",
            "1005 已离岗，请移交给其他人。"
        ),
        Spoken(
            .newValue(.missing("text")),
            "\"Text\" is missing.",
            "请填写\"内容\"。"
        ),
        Spoken(
            .handledAlone,
            "You alone handled this case, and nobody signs what they alone handled. Send it back, so that another manager answers.",
            "本件由您一人办理，不得由本人签字。请退回，由其他管理人办理。"
        ),
        Spoken(
            .history(.note),
            "Note: this case was dealt with elsewhere and is kept here as history. An addendum can be added.",
            "记录：本件为外来历史记录，只能补记。"
        ),
        Spoken(.locked(.amend), "Amend: the case is signed and locked. An addendum can be added.", "更正：本件已签字锁定，只能补记。"),
        Spoken(
            .wrongStage(.reply, .logged, allowed: [.inHand]),
            "Reply: only while \"in hand\"; it is \"logged\".",
            "回复客户：须在\"处理中\"时办理，现为\"已登记\"。"
        ),
        Spoken(
            .wrongStage(.handOver, .toSign, allowed: [.inHand, .logged]),
            "Hand over: only while \"logged\" or \"in hand\"; it is \"to sign\".",
            "移交：须在\"已登记\"或\"处理中\"时办理，现为\"待签字\"。"
        ),
        Spoken(
            .notYours(.answer),
            "Answer on the spot: only whoever took the complaint answers it on the spot. A manager accepts it first, then replies.",
            "当场答复：仅限首问责任人当场答复；管理人须先接收再回复。"
        ),
        Spoken(
            .notYours(.withdraw),
            "Withdraw: you did not take this complaint, or it has been handed over. Ask the complaint manager.",
            "客户撤回：本件不是您受理的，或已移交。请找投诉管理人。"
        ),
        Spoken(
            .notTheReceiver(manager),
            "Accept: the case was handed over to 1008. They accept it, or the branch manager does.",
            "接收：本件已移交给 1008，由其本人或网点负责人接收。"
        ),
        Spoken(
            .findingMissing,
            "Sign: there is no finding yet. A manager records whether the bank was at fault; then it can be signed.",
            "签字：尚无责任认定。请管理人先作认定，再签字。"
        ),
        Spoken(
            .findingLacks("apology"),
            "Sign: the finding lacks \"Apology\". Record the finding again with it, then sign.",
            "签字：责任认定缺少\"道歉\"。请补充认定后再签字。"
        ),
        Spoken(
            .notSignedYet,
            "Addendum: the case is not signed yet. Write a note, or amend a typing error.",
            "补记：本件尚未签字。请用\"记录\"，笔误请用\"更正\"。"
        ),
        Spoken(.unknownStaff(manager), "There is nobody with the number 1008 at this desk.", "本网点没有工号 1008。"),
        Spoken(.retired(manager), "1008 has left this desk.", "1008 已离岗。"),
        Spoken(
            .receiverIsNoManager(manager),
            "1008 is no manager. Hand over to the complaint manager or the branch manager.",
            "1008 不是管理人。请移交给投诉管理人或网点负责人。"
        ),
        Spoken(
            .receiverIsSubject(manager),
            "The case is about 1008, who must take no part in it. Hand it over to somebody else.",
            "本件涉及 1008，须回避。请移交给其他人。"
        ),
        Spoken(.alreadyWith(manager), "1008 has the case in hand already.", "本件已由 1008 办理。"),
        Spoken(.missing("reason"), "\"Reason\" is missing.", "请填写\"原因\"。"),
        Spoken(
            .unknownField("colour", known: ["text", "how"]),
            "There is no field \"colour\" here. The fields are: text, how.",
            "没有字段\"colour\"。可用字段：text、how。"
        ),
        Spoken(
            .unknownField("colour", known: []),
            "There is no field \"colour\" here. This act takes no fields.",
            "没有字段\"colour\"。此操作不需要字段。"
        ),
        Spoken(.badValue("how", .noneOf(["oral", "phone"])), "\"How\" is none of: oral, phone.", "\"方式\"应为：oral、phone。"),
        Spoken(.badValue("amount", .amount), "\"Amount\" is no amount. Write it like 1200.50.", "\"涉及金额\"不是金额，请写成 1200.50。"),
        Spoken(
            .badValue("received", .time),
            "\"Received\" is no time. Write it like 2026-11-22 09:14, 2026-11-22 or 09:14.",
            "\"收到时间\"不是时间，请写成 2026-11-22 09:14、2026-11-22 或 09:14。"
        ),
        Spoken(.badValue("accepted", .flag), "\"Accepted\" takes yes or no.", "\"客户接受\"请填是或否。"),
        Spoken(.badValue("to", .staffNumber), "\"To\" is no staff number: one to twelve letters or digits.", "\"移交给\"不是工号：一至十二位字母或数字。"),
        Spoken(.tooLong("text", limit: 20_000), "\"Text\" is too long: 20000 characters at most.", "\"内容\"过长：最多 20000 个字符。"),
        Spoken(.inTheFuture("received"), "\"Received\" lies in the future.", "\"收到时间\"不能晚于现在。"),
        Spoken(.inThePast("agreed"), "\"Agreed reply\" lies in the past.", "\"约定回复\"不能早于现在。"),
        Spoken(
            .agreedAfterLimit(LocalTime(day: Day(ordinal: 20_780), secondOfDay: 61_200)),
            "The agreed reply is later than the reply limit, 2026-11-23 17:00. Only a granted extension allows that.",
            "约定回复晚于回复时限 2026-11-23 17:00；须先批准延期。"
        ),
        Spoken(.nothingToAmend(.customer), "\"Customer\" says that already; nothing was changed.", "\"客户姓名\"内容相同，未作更改。"),
        Spoken(.noSuchCase("0379-2611-999"), "There is no case 0379-2611-999 at this desk.", "本网点没有编号 0379-2611-999。"),
        Spoken(
            .mayNotRead,
            "You may not read this case: it is about you, or another member of staff has it.",
            "您不能查阅本件：本件涉及您本人，或由他人办理。"
        ),
        Spoken(
            .changedMeanwhile,
            "The case changed since you read it. Nothing was signed; read it again.",
            "您阅读后本件有变动，尚未签字。请重新阅读。"
        ),
        Spoken(
            .staffNumberTaken(manager),
            "The number 1008 is taken; numbers are not given twice.",
            "工号 1008 已被使用，工号不能重复。"
        ),
        Spoken(
            .lastBranchManager,
            "The last branch manager cannot retire: nobody could sign. Add another first.",
            "最后一位网点负责人不能离岗，否则无人签字。请先增加一位。"
        ),
        Spoken(.passcodeTooShort(minimum: 6), "The passcode is too short: 6 characters at least.", "密码过短：至少 6 个字符。"),
        Spoken(
            .notOnPracticeDesk,
            "That works on a practice desk only: on a real one the clock and the keys are real.",
            "仅练习网点可用：正式网点的时间和按键必须真实。"
        ),
    ]

    private static let wider = [
        Spoken(.nothingAsked(.grantExtension), "Grant extension: nothing waits for it.", "批准延期：没有待办的事项。"),
        Spoken(.alreadyAsked(.askEscalation), "Ask for escalation: that was asked already.", "申请上报：已申请。"),
        Spoken(.alreadyDone(.hold), "Hold: that was done already.", "保留：已办理。"),
        Spoken(
            .beyondTier(amount("300"), tier: amount("200"), could: .complaintManager),
            "300.00 is beyond your authority of 200.00; the complaint manager could promise it.",
            "300.00 超出您的权限 200.00；投诉管理人可承诺。"
        ),
        Spoken(
            .beyondTier(amount("5000.01"), tier: amount("5000"), could: nil),
            "5000.01 is beyond your authority of 5000.00; only head office could promise it.",
            "5000.01 超出您的权限 5000.00；须由总行决定。"
        ),
        Spoken(
            .headOfficeHasNotAnswered,
            "Reply: head office has not answered yet. Write an interim answer meanwhile.",
            "回复客户：总行尚未答复，可先作阶段答复。"
        ),
        Spoken(
            .notReached(attempts: 2),
            "Not delivered counts after three recorded attempts; there are 2. Record each as a contact.",
            "须有三次联系记录方可记为无法送达，现有 2 次。"
        ),
        Spoken(
            .replyFirst,
            "Sign: the customer left a contact and must be answered there too, not only in the book.",
            "签字：客户留有联系方式，除意见簿外还须回复客户本人。"
        ),
        Spoken(.bookFirst, "Sign: the answer is not in the comment book yet.", "签字：尚未在意见簿上回复。"),
        Spoken(
            .somebodyMaySign(manager),
            "Enter the ruling: 1008 may sign, and a ruling stands only where nobody in the branch may.",
            "录入总行裁定：1008 可以签字；仅在本网点无人可签时适用。"
        ),
        Spoken(
            .uninvolvedOnly,
            "Enter the ruling: you handled this case; somebody uninvolved enters it.",
            "录入总行裁定：您办理过本件，须由未参与人员录入。"
        ),
        Spoken(
            .mergeIntoEnded("0379-2611-009", .withdrawn),
            "Merge: 0379-2611-009 has ended (withdrawn). A case ends only in one that is open.",
            "并案：0379-2611-009 已结束（客户撤回），只能并入未结束的投诉。"
        ),
        Spoken(
            .subjectOfOther("0379-2611-009"),
            "Merge: you may not work on 0379-2611-009: it is about you, or about whom you stand in for.",
            "并案：0379-2611-009 涉及您本人或您所代理的人，您须回避。"
        ),
        Spoken(
            .alreadyRefused("0379-2611-021"),
            "The customer refused this answer already; it goes on in 0379-2611-021.",
            "客户已表示不接受本件答复，后续见 0379-2611-021。"
        ),
        Spoken(
            .nobodyToRecuse,
            "Escalate: recusal is the reason only where the case is about the branch manager.",
            "上报：仅当本件涉及网点负责人时，理由才是回避。"
        ),
        Spoken(.mergeIntoItself, "A case cannot be merged into itself.", "不能并入本件自身。"),
        Spoken(.notOverdue, "Chase: nothing is overdue.", "催办：没有逾期的时限。"),
        Spoken(.notInBook, "Answer in the book: this case did not come by the book.", "意见簿回复：本件不是意见簿投诉。"),
        Spoken(.notLate, "Delay note: the case was not late.", "逾期原因：本件未逾期。"),
        Spoken(.noSuchItem(3), "There is no open rectification 3 on this case.", "本件没有未完成的整改事项 3。"),
        Spoken(.standsInForThemselves, "Nobody stands in for themselves.", "不能由本人代理本人。"),
        Spoken(.auditorActsForNobody, "The auditor changes nothing, and so stands in for nobody.", "审计人员不能担任代理人。"),
        Spoken(
            .absentIsNoManager(manager),
            "1008 is no manager; a stand-in acts for an absent manager only.",
            "1008 不是管理人；代理人仅代理缺勤的管理人。"
        ),
        Spoken(.endBeforeStart, "The end lies before the start.", "结束早于开始。"),
        Spoken(.alreadyStoodInFor(manager), "1008 has a stand-in in that time already.", "1008 在该期间已有代理人。"),
        Spoken(
            .ruleInThePast,
            "A rule holds from today at the earliest: open cases keep the rules under which they were logged.",
            "规则最早自今日起生效：未办结投诉沿用登记时的规则。"
        ),
        Spoken(.badValue("file", .file(.notFound)), "There is no such file. Check its path.", "没有该文件，请检查路径。"),
        Spoken(.badValue("file", .file(.notAFile)), "That is a folder or a device, not a file.", "该路径不是普通文件。"),
        Spoken(.badValue("file", .file(.noPermission)), "You may not read that file.", "无权读取该文件。"),
        Spoken(.badValue("file", .file(.empty)), "That file is empty.", "该文件是空的。"),
        Spoken(.badValue("file", .file(.tooLarge(megabytes: 64))), "That file is too large: 64 MB at most.", "文件过大：最多 64 MB。"),
        Spoken(.badValue("file", .file(.unreadable)), "That file cannot be read. Nothing was attached.", "无法读取该文件，未添加附件。"),
        Spoken(.badValue("persons", .atLeast(5)), "\"Persons\" takes 5 at least.", "\"人数\"至少为 5。"),
        Spoken(.badValue("page", .count), "\"Page\" takes a number from 1 up.", "\"页\"应为正整数。"),
    ]

    private static let ofTheDesk = [
        Spoken(
            .bookRoleMayNot,
            "Only the complaint manager or the branch manager may review the comment book.",
            "仅限投诉管理人或网点负责人查阅意见簿。"
        ),
        Spoken(.bookOpened(today), "The review of 2026-11-20 was begun already.", "2026-11-20 的查阅已开始。"),
        Spoken(
            .bookNotOpened(today),
            "The review of 2026-11-20 has not begun: open the day first.",
            "2026-11-20 的查阅尚未开始，请先开启。"
        ),
        Spoken(.bookClosed(today), "The review of 2026-11-20 has ended and cannot be changed.", "2026-11-20 的查阅已结束，不能更改。"),
        Spoken(.bookHasEntries(1), "There is an entry already; close the day instead.", "已有 1 条记录，请用\"结束\"。"),
        Spoken(.bookHasEntries(2), "There are 2 entries already; close the day instead.", "已有 2 条记录，请用\"结束\"。"),
        Spoken(
            .bookHasNoEntries,
            "No entry was logged; record that there was none instead.",
            "尚未登记记录，如无新意见请记\"无\"。"
        ),
        Spoken(
            .branchClosed(today),
            "The branch is closed on 2026-11-20; there is no book to review.",
            "2026-11-20 网点不营业，无须查阅。"
        ),
        Spoken(
            .monthNotEnded(Month(of: today)),
            "2026-11 has not ended yet; its figures are not whole.",
            "2026-11 尚未结束，数据不完整。"
        ),
        Spoken(.reportIssued(Month(of: today)), "The report of 2026-11 was issued already.", "2026-11 的报告已出具。"),
        Spoken(
            .badCodes(.noOther(.reason)),
            "Reason: \"other\" must always be there, so that no complaint is without a code.",
            "原因：须保留\"other\"（其他），使每件投诉都有代码。"
        ),
        Spoken(.tooManyRepresentatives(limit: 5), "At most 5 persons may speak for the others.", "代表最多 5 人。"),
        Spoken(
            .settingStays,
            "The branch code, the time zone and practice stay as they were made: numbers and limits rest on them.",
            "网点代码、时区和练习标记建立后不变：编号和时限以其为据。"
        ),
        Spoken(
            .badValue("limit", .limit),
            "A limit is written like 3d, 7wd (working days) or 60m (of opening time).",
            "时限写成 3d、7wd（工作日）或 60m（营业分钟）。"
        ),
        Spoken(.badValue("opening", .setting("opening")), "opening: that is no value for it.", "opening：不是有效的值。"),
    ]
    private static let today = Day(ordinal: 20_777)

    private static func amount(_ text: String) -> Amount {
        guard let amount = Amount(text) else { preconditionFailure("no amount: \(text)") }
        return amount
    }

    @Test("each refusal says why in both languages", arguments: spoken)
    func sentences(spoken: Spoken) {
        #expect(spoken.refusal.sentence == Phrase(en: spoken.english, zh: spoken.chinese))
        #expect(spoken.english.hasSuffix("."))
        #expect(spoken.chinese.hasSuffix("。"))
        #expect(spoken.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }

    // A switch without default: a new refusal does not compile until it has its place here, and then wants its sentence above.
    private func place(_ refusal: Refusal) -> Int {
        switch refusal {
        case .roleMayNot: 1
        case .logRoleMayNot: 2
        case .deskActRoleMayNot: 3
        case .subject: 4
        case .handledAlone: 5
        case .history: 6
        case .locked: 7
        case .wrongStage: 8
        case .notYours: 9
        case .notTheReceiver: 10
        case .findingMissing: 11
        case .findingLacks: 12
        case .notSignedYet: 13
        case .unknownStaff: 14
        case .retired: 15
        case .receiverIsNoManager: 16
        case .receiverIsSubject: 17
        case .alreadyWith: 18
        case .missing: 19
        case .unknownField: 20
        case .badValue: 21
        case .tooLong: 22
        case .inTheFuture: 23
        case .inThePast: 24
        case .agreedAfterLimit: 25
        case .nothingToAmend: 26
        case .noSuchCase: 27
        case .mayNotRead: 28
        case .changedMeanwhile: 29
        case .staffNumberTaken: 30
        case .lastBranchManager: 31
        case .passcodeTooShort: 32
        case .notOnPracticeDesk: 33
        case .receiverHasLeft: 34
        case .newValue: 35
        case .nothingAsked: 36
        case .alreadyAsked: 37
        case .alreadyDone: 38
        case .beyondTier: 39
        case .headOfficeHasNotAnswered: 40
        case .notReached: 41
        case .replyFirst: 42
        case .bookFirst: 43
        case .somebodyMaySign: 44
        case .uninvolvedOnly: 45
        case .mergeIntoItself: 46
        case .notOverdue: 47
        case .notInBook: 48
        case .notLate: 49
        case .noSuchItem: 50
        case .standsInForThemselves: 51
        case .auditorActsForNobody: 52
        case .endBeforeStart: 53
        case .alreadyStoodInFor: 54
        case .ruleInThePast: 55
        case .absentIsNoManager: 56
        case .bookRoleMayNot: 57
        case .bookOpened: 58
        case .bookNotOpened: 59
        case .bookClosed: 60
        case .bookHasEntries: 61
        case .bookHasNoEntries: 62
        case .branchClosed: 63
        case .settingStays: 64
        case .badCodes: 65
        case .mergeIntoEnded: 66
        case .subjectOfOther: 67
        case .alreadyRefused: 68
        case .nobodyToRecuse: 69
        case .monthNotEnded: 70
        case .reportIssued: 71
        case .tooManyRepresentatives: 72
        }
    }

    @Test("no refusal is without its sentence above")
    func complete() {
        #expect(Set(RefusalSentenceTests.spoken.map { place($0.refusal) }) == Set(1...72))
    }

    @Test("every act has its own words in each refusal that names one", arguments: ActKind.allCases)
    func acts(kind: ActKind) {
        let refusals: [Refusal] = [
            .roleMayNot(kind, [.branchManager]), .subject(kind), .history(kind), .locked(kind),
            .wrongStage(kind, .logged, allowed: [.toSign]),
            .notYours(kind), .nothingAsked(kind), .alreadyAsked(kind), .alreadyDone(kind),
        ]
        for refusal in refusals {
            #expect(refusal.sentence.english.hasPrefix("\(kind.label.english): "))
            #expect(refusal.sentence.chinese.hasPrefix("\(kind.label.chinese)："))
        }
    }

    @Test("what a person wrote stands in the sentence as it is, and nothing of a customer's does")
    func noCustomerData() throws {
        let life = try Life()
        let secret = "不能外泄的电话"
        let bad: [Deed] = [.amend("amount", to: secret), .amend("happened", to: secret), .amend("business", to: secret)]
        for act in bad {
            let sentence = try #require(life.refusal(of: act, by: Desk.clerk)).sentence
            #expect(!sentence.english.contains(secret) && !sentence.chinese.contains(secret))
        }
    }
}
