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

    static let spoken = first + wider + ofTheDesk + ofTheLife

    private static let first = [
        Spoken(.roleMayNot(.sign, [.branchManager]), "Sign: only the branch manager may do that.", "签字：仅限网点负责人办理。"),
        Spoken(
            .roleMayNot(.reply, [.complaintManager, .branchManager]),
            "Reply: only the complaint manager or the branch manager may do that.",
            "回复客户：仅限投诉管理人或网点负责人办理。"
        ),
        Spoken(
            .logRoleMayNot,
            "An auditor reads and changes nothing. A clerk or a manager must log the complaint.",
            "审计人员只能查阅，不能登记投诉。请由柜员或管理人员登记。"
        ),
        Spoken(.deskActRoleMayNot(.addStaff), "Only the branch manager may add staff.", "仅限网点负责人增加人员。"),
        Spoken(
            .deskActRoleMayNot(.importCases),
            "Only the branch manager may import cases.",
            "仅限网点负责人导入历史投诉。"
        ),
        Spoken(
            .notRecused(Desk.number("1005")),
            "Lift a recusal: 1005 is not recused on this case. Name somebody who is.",
            "解除回避：1005 在本件中无须回避，请填写须回避人员的工号。"
        ),
        Spoken(
            .receiverHasLeft(Desk.number("1005")),
            "1005 has left this desk. Hand over to somebody else.",
            "1005 已调离，请移交给其他人。"
        ),
        Spoken(
            .notLogged(.aboutDoer(.answer)),
            "Nothing was logged. Answer on the spot: the complaint is about you, so you take no part in it. Log it and hand it over.",
            "未登记。当场答复：该投诉涉及您本人，您不得参与办理。请仅登记并移交。"
        ),
        Spoken(
            .aboutDoer(.answer),
            "Answer on the spot: the complaint is about you, so you take no part in it. Log it and hand it over.",
            "当场答复：该投诉涉及您本人，您不得参与办理。请仅登记并移交。"
        ),
        Spoken(.beyondLastEvent(21), "This desk has 21 events. Give events that are there.", "本网点只有 21 个事件，请填写已有的事件。"),
        Spoken(
            .newValue(.missing("text")),
            "\"Text\" is missing.",
            "请填写“内容”。"
        ),
        Spoken(
            .handledAlone,
            "What stands here is yours alone, so you may not sign it. Send it back and hand it over, or have head office rule.",
            "现有办理结果由您一人作出，不得由本人签字。请退回并移交，或由总行批复。"
        ),
        Spoken(
            .findingByAnother,
            "You alone answered this case. Another manager must record the finding; then you may sign.",
            "本件由您一人答复。请由其他管理人员作责任认定，其后可由您签字。"
        ),
        Spoken(
            .contentsErased(.refuseAnswer),
            "Customer rejects the answer: the words of this case were erased after their time, so it cannot go on. Log what the customer says as "
                + "a new case.",
            "客户不接受答复：本件内容已逾保存期限并清除，无法续办。请将客户所述登记为新投诉。"
        ),
        Spoken(
            .importantKeptShorter(1, than: 3),
            "Important cases must not be kept shorter (1) than others (3). Set theirs first.",
            "重要投诉的保存年限（1）不得短于其他投诉（3）。请先设置重要投诉的年限。"
        ),
        Spoken(
            .sumBeyondAmount(amount("50000"), promised: .none),
            "The words speak of 50000.00, and \"Amount promised\" is 0.00. Give there what is promised; or, where that sum is not promised, answer "
                + "\"Larger sum not promised\" with yes.",
            "文字提到 50000.00，而“承诺金额”为 0.00。请填写实际承诺的金额；该金额并非承诺的，请将“较大金额并非承诺”填为“是”。"
        ),
        Spoken(
            .sumBeyondAmount(amount("1000"), promised: .none, in: "promise"),
            "The promise gives 1000.00, and \"Amount promised\" is 0.00. Give there what is promised; "
                + "tell a sum that is not promised in the text, not in the promise.",
            "承诺内容给付 1000.00，而“承诺金额”为 0.00。请填写实际承诺的金额；并非承诺的金额请写入答复内容，勿写入承诺。"
        ),
        Spoken(
            .sumBeyondAuthority(amount("50000"), most: amount("1000"), isHeadOffices: false),
            "The words speak of giving 50000.00, and 1000.00 in all is what you may promise. "
                + "Where that sum is not given, answer \"Larger sum not promised\" with yes; for one that is, ask head office first.",
            "文字提到给付 50000.00，而您可承诺的合计为 1000.00。并非给付的，请将“较大金额并非承诺”填为“是”；确需给付的，请先上报总行。"
        ),
        Spoken(
            .sumBeyondAuthority(amount("300"), most: .none, isHeadOffices: true, in: "promise"),
            "The words speak of giving 300.00, and 0.00 in all is what head office approved. Leave out a sum that is not given; for one that is, ask "
                + "head office again first.",
            "文字提到给付 300.00，而总行批准的合计为 0.00。并非给付的金额请勿写入；确需给付的，请先再次上报总行。"
        ),
        Spoken(
            .reasonFirst,
            "Sign: the customer has not been told why the complaint is out of remit. Tell them, by any way that reaches them.",
            "签字：尚未将不予受理的原因告知客户。请以可送达的方式告知客户。"
        ),
        Spoken(
            .responsibleWithoutFault,
            "Where the bank is not at fault, nobody is responsible. Leave \"Responsible\" blank, or find the bank partly at fault.",
            "我行无责的，不应有责任人。请将“责任人及比例”留空，或认定部分有责。"
        ),
        Spoken(
            .sumOutsideAnswer(amount("300"), promised: .none),
            "The words speak of 300.00, and 0.00 is promised so far. Promise it in the answer or reply, with its amount; "
                + "or, where that sum is not promised, answer \"Larger sum not promised\" with yes.",
            "文字提到 300.00，而目前已承诺 0.00。请在答复或回复中连同“承诺金额”一并承诺；并非承诺的，请将“较大金额并非承诺”填为“是”。"
        ),
        Spoken(
            .entryThere("0379-2611-001", page: 2, line: 1),
            "Page 2, line 1 was already logged today, or for the same day, as 0379-2611-001. Nothing was logged. Check the place.",
            "第 2 页第 1 行当日已登记为 0379-2611-001，未重复登记。请核对页码和行号。"
        ),
        Spoken(
            .needsHeadOffice("ruling"),
            "\"special\" needs head office's ruling: cite it in \"Head office ruling\".",
            "认定为“特殊”须有总行批复：请填写“总行批复”。"
        ),
        Spoken(
            .needsHeadOffice("reference"),
            "Head office's 30 more days need its reference: give it in \"Reference\".",
            "总行批准延长 30 天须有文号：请填写“文号”。"
        ),
        Spoken(
            .history(.note),
            "Note: this case was handled elsewhere and is kept here as history. You can only add an addendum.",
            "记录：本件为导入的历史记录，只能补记。"
        ),
        Spoken(.locked(.amend), "Amend: the case is signed and locked. What came later goes into an addendum.", "更正：本件已签字锁定；其后情况请用“补记”。"),
        Spoken(
            .wrongStage(.reply, .logged, allowed: [.inHand]),
            "Reply: only possible while the case is \"in hand\"; it is \"logged\" now.",
            "回复客户：须在“处理中”时办理，现为“已登记”。"
        ),
        Spoken(
            .wrongStage(.handOver, .toSign, allowed: [.inHand, .logged]),
            "Hand over: only possible while the case is \"logged\" or \"in hand\"; it is \"to sign\" now.",
            "移交：须在“已登记”或“处理中”时办理，现为“待签字”。"
        ),
        Spoken(
            .notYours(.answer),
            "Answer on the spot: only the first responder may do that. A manager must accept the case first, then reply.",
            "当场答复：仅限首问责任人当场答复；管理人员须先接收再回复。"
        ),
        Spoken(
            .notYours(.withdraw),
            "Customer withdraws: you are not its first responder, or it is no longer \"logged\". Ask the complaint manager.",
            "客户撤回：本件不是您受理的，或已不是“已登记”状态。请找投诉管理人。"
        ),
        Spoken(
            .notTheReceiver(manager),
            "Accept: the case was handed over to 1008. Only they or the branch manager can accept it.",
            "接收：本件已移交给 1008，由其本人或网点负责人接收。"
        ),
        Spoken(
            .findingMissing,
            "Sign: there is no finding yet. A manager must record one first.",
            "签字：尚无责任认定。请管理人员先作责任认定，再签字。"
        ),
        Spoken(
            .findingLacks(["apology", "correction"]),
            "Sign: the finding lacks \"Words of apology\", \"Correction\". Record the finding again with them, then sign.",
            "签字：责任认定缺少“致歉内容”、“纠正”。请补充认定后再签字。"
        ),
        Spoken(
            .lackingForSignature([.findingMissing, .reasonFirst]),
            "Sign: (1) there is no finding yet. A manager must record one first. (2) the customer has not been told why the complaint is out of "
                + "remit. Tell them, by any way that reaches them.",
            "签字：(1) 尚无责任认定。请管理人员先作责任认定，再签字。(2) 尚未将不予受理的原因告知客户。请以可送达的方式告知客户。"
        ),
        Spoken(
            .notSignedYet,
            "Addendum: the case is not signed yet. Write a note, or amend a typing error.",
            "补记：本件尚未签字。请用“记录”，笔误请用“更正”。"
        ),
        Spoken(.unknownStaff(manager), "Nobody at this desk has the staff number 1008. Check the number.", "本网点没有工号 1008，请核对工号。"),
        Spoken(.retired(manager), "1008 has left this desk. Only those who work here can act or be named.", "1008 已调离；仅在岗人员可办理或被指定。"),
        Spoken(
            .receiverIsNoManager(manager),
            "1008 is not a manager. Hand over to the complaint manager or the branch manager.",
            "1008 不是管理人员。请移交给投诉管理人或网点负责人。"
        ),
        Spoken(
            .receiverIsSubject(manager),
            "The case is about 1008, who must take no part in it. Hand it over to somebody else.",
            "本件涉及 1008，须回避。请移交给其他人。"
        ),
        Spoken(.alreadyWith(manager), "1008 already has this case. Hand it over to somebody else.", "本件已由 1008 办理，请移交给其他人。"),
        Spoken(.missing("reason"), "\"Reason\" is missing.", "请填写“原因”。"),
        Spoken(
            .unknownField("colour", known: ["text", "how"]),
            "There is no field \"colour\" here. The fields are: text, how.",
            "没有字段“colour”。可用字段：内容（text）、方式（how）。"
        ),
        Spoken(
            .unknownField("colour", known: []),
            "There is no field \"colour\" here. This act takes no fields.",
            "没有字段“colour”。此操作不需要字段。"
        ),
        Spoken(
            .badValue("how", .none(of: Fault.self)),
            "\"How\" must be one of: bank (bank at fault), partly (bank partly at fault), none (bank not at fault).",
            "“方式”应为：我行有责（bank）、我行部分有责（partly）、我行无责（none）。"
        ),
        Spoken(.badValue("amount", .amount), "\"Amount claimed\" is not an amount. Write it as 1200.50.", "“涉及金额”不是金额，请写成 1200.50。"),
        Spoken(
            .badValue("received", .time),
            "\"Received\" is not a time. Write it as 2026-11-22 09:14, 2026-11-22 or 09:14.",
            "“收到时间”不是时间，请写成 2026-11-22 09:14、2026-11-22 或 09:14。"
        ),
        Spoken(.badValue("accepted", .flag), "\"Customer accepts\" must be yes or no.", "“客户接受”请填是或否。"),
        Spoken(.badValue("to", .staffNumber), "\"To\" is not a staff number: one to twelve letters or digits.", "“移交给”不是工号：一至十二位字母或数字。"),
        Spoken(.tooLong("text", limit: 20_000), "\"Text\" is too long: 20000 characters at most.", "“内容”过长：最多 20000 个字符。"),
        Spoken(.inTheFuture("received"), "\"Received\" must not be later than now.", "“收到时间”不能晚于现在。"),
        Spoken(
            .behindLatest("agreed", LocalTime(day: Day(ordinal: 22_222), secondOfDay: 36_000), canDeclare: true),
            "\"Agreed reply time\" is before 2030-11-04 10:00, the latest moment on this desk: the computer's clock had run ahead. Nothing was "
                + "recorded. The branch manager declares that clock wrong (Settings, Clocks, w; or firstdesk clock declare-wrong); then do "
                + "this again.",
            "“约定回复时限”早于本网点系统的最新时间 2030-11-04 10:00：电脑时钟曾经超前。未作登记。"
                + "请网点负责人声明时钟有误（设置、时限、w，或 firstdesk clock declare-wrong），然后重新办理。"
        ),
        Spoken(.inThePast("agreed"), "\"Agreed reply time\" must not be earlier than now.", "“约定回复时限”不能早于现在。"),
        Spoken(
            .agreedAfterLimit(LocalTime(day: Day(ordinal: 20_780), secondOfDay: 61_200)),
            "The agreed reply is later than the reply limit, 2026-11-23 17:00. Only a granted extension allows that.",
            "约定回复晚于回复时限 2026-11-23 17:00；须先批准延期。"
        ),
        Spoken(.nothingToAmend(.customer), "\"Customer\" already says that; nothing was changed.", "“客户姓名”内容相同，未作更改。"),
        Spoken(.noSuchCase("0379-2611-999"), "There is no case 0379-2611-999 at this desk.", "本网点没有编号为 0379-2611-999 的投诉。"),
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
            "Staff number 1008 is already in use. Choose another.",
            "工号 1008 已被使用，工号不能重复。"
        ),
        Spoken(
            .lastBranchManager,
            "The last branch manager can neither leave nor change role: nobody could sign. Add another first.",
            "最后一位网点负责人不能调离或变更岗位，否则无人签字。请先增加一位。"
        ),
        Spoken(
            .keptLonger(until: Day(ordinal: 20_000)),
            "Erase: the branch keeps cases longer than that. Name 2024-10-04 or an earlier day.",
            "清除：该日期仍在保存期限内。请填写 2024-10-04 或更早的日期。"
        ),
        Spoken(
            .paperIsOut(to: "内审部王工"),
            "Archive: 内审部王工 has the paper. Record its return first.",
            "档案借阅：纸质档案已由内审部王工借出，请先登记归还。"
        ),
        Spoken(.paperIsIn, "Archive: the paper is not out. Nothing was changed.", "档案借阅：纸质档案未借出，未作更改。"),
        Spoken(.passcodeTooShort(minimum: 6), "The passcode is too short: at least 6 characters.", "密码过短：至少 6 个字符。"),
        Spoken(
            .passcodeWeak(.fewDigits(minimum: 10)),
            "A passcode of digits only is guessed too soon: take at least 10, or add letters.",
            "纯数字密码容易被猜到：至少 10 位，或加入字母、文字。"
        ),
        Spoken(
            .passcodeWeak(.fewSigns),
            "The passcode repeats one or two characters. Choose another.",
            "密码只有一两种字符，请另选。"
        ),
        Spoken(
            .passcodeWeak(.number),
            "The staff number cannot be the passcode. Choose another.",
            "不能用工号作密码，请另选。"
        ),
        Spoken(
            .passcodeWeak(.known),
            "That passcode is among the first to be guessed. Choose another.",
            "该密码过于常见，请另选。"
        ),
        Spoken(
            .ownPasscode,
            "Your own passcode is not reset; change it: firstdesk passcode.",
            "本人的密码无须重置，请直接修改：firstdesk passcode。"
        ),
        Spoken(
            .notOnPracticeDesk,
            "The time is set and keys are played only on a practice desk, not on a live one.",
            "仅练习网点可用，正式网点不得设定时间或播放按键。"
        ),
    ]

    private static let wider = [
        Spoken(
            .nothingAsked(.grantExtension),
            "Grant extension: no extension was asked for. A manager asks for one first.",
            "批准延期：尚未申请延期，须先由管理人员申请。"
        ),
        Spoken(.alreadyAsked(.askEscalation), "Ask for escalation: this was already requested, and is requested once.", "申请上报：已申请，无须重复申请。"),
        Spoken(.alreadyDone(.hold), "Place a hold: this was already done, and is done once.", "保全：已办理，无须重复办理。"),
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
            "回复客户：总行尚未答复，可先作阶段性答复。"
        ),
        Spoken(
            .notReached(attempts: 2),
            "\"Undelivered\" needs three recorded attempts since the customer was last reached; so far there are 2. Record each as a contact.",
            "须有三次未联系上的记录（自最近一次联系上客户之后算起）方可记为“无法送达”，现有 2 次。请逐次记为“联系客户”。"
        ),
        Spoken(
            .replyFirst,
            "Sign: the customer left a contact and has not been told this outcome by a way that reaches them; the comment book is none. "
                + "Tell them, or record there that it could not be delivered.",
            "签字：客户留有联系方式，尚未以可送达的方式获知此结果（意见簿不算）。请告知客户；无法送达的，请在告知中注明。"
        ),
        Spoken(
            .findingUntold,
            "Sign: the finding is not what the customer was told. Tell them what was found, or record there that it could not be delivered.",
            "签字：责任认定与已告知客户的答复不一致。请将认定结果告知客户；无法送达的，请在告知中注明。"
        ),
        Spoken(
            .bookFirst(nil),
            "Sign: the entry must be answered in the comment book first. Record it as \"Answer in the book\".",
            "签字：须先在意见簿上回复，并以“在意见簿上回复”登记。"
        ),
        Spoken(
            .somebodyMaySign(manager),
            "Enter head office's ruling: 1008 may sign; a ruling is only for cases that nobody in the branch may sign.",
            "录入总行批复：1008 可以签字；批复仅用于本网点无人可签的情形。"
        ),
        Spoken(
            .uninvolvedOnly,
            "Enter head office's ruling: you handled this case; somebody who was not involved must enter it.",
            "录入总行批复：您办理过本件，须由未参与办理的人员录入。"
        ),
        Spoken(
            .nobodyLeftForRuling,
            "Enter head office's ruling: somebody who was not involved must enter it, and nobody like that is left here. "
                + "Add a member of staff, or call back one who left.",
            "录入总行批复：须由未参与办理的人员录入，而本网点已无此类人员。请新增人员，或为已调离的人员办理返岗。"
        ),
        Spoken(
            .mergeIntoEnded("0379-2611-009", .withdrawn),
            "Merge: 0379-2611-009 is already answered or ended (withdrawn). Choose a case that is not answered yet.",
            "并案：0379-2611-009 已答复或已结束（客户撤回），只能并入尚未答复的投诉。"
        ),
        Spoken(
            .subjectOfOther("0379-2611-009"),
            "Merge: you may not read 0379-2611-009: it is about you, or another member of staff has it.",
            "并案：您不能查阅 0379-2611-009：该件涉及您本人，或由他人办理。"
        ),
        Spoken(
            .goesOnIn("0379-2611-021"),
            "The matter goes on in 0379-2611-021, which is not signed yet. Go on there.",
            "该事项已在 0379-2611-021 中继续办理，尚未签字，请在该件中办理。"
        ),
        Spoken(
            .mergeAwaitsHeadOffice,
            "Merge: the case is with head office. Record head office's answer first.",
            "并案：本件已上报总行，请先登记总行批复。"
        ),
        Spoken(
            .mergedIntoSigned("0379-2611-021"),
            "Send back: 0379-2611-021, in which this case goes on, is signed and locked. If its customer does not accept the answer, record that there.",
            "退回：本件并入的 0379-2611-021 已签字锁定。客户不接受答复的，请在该件中登记。"
        ),
        Spoken(
            .mergedIntoSigned("0379-2611-021", isOfOther: true),
            "Send back: 0379-2611-021, in which this case goes on, is signed and locked. "
                + "Sign this one; if its customer does not accept the answer, record that here then.",
            "退回：本件并入的 0379-2611-021 已签字锁定。请对本件签字；本件客户不接受答复的，签字后在本件登记。"
        ),
        Spoken(
            .mergedIntoSigned("0379-2611-021", isAnswered: false),
            "Send back: 0379-2611-021, in which this case goes on, is signed and locked. Sign this one.",
            "退回：本件并入的 0379-2611-021 已签字锁定。请对本件签字。"
        ),
        Spoken(
            .endedUnanswered("0379-2611-021"),
            "Sign: 0379-2611-021, in which this case ended, has no answer for its customer, who is another one. Send this case back.",
            "签字：本件并入的 0379-2611-021 未作答复即已办结，而本件客户另有其人。请退回本件。"
        ),
        Spoken(
            .recusedWhereMerged("0379-2611-021", isSigned: false),
            "Lift a recusal: 0379-2611-021, merged in here, is about the same member of staff. "
                + "Lift the recusal there first, or send its merging back.",
            "解除回避：并入本件的 0379-2611-021 也涉及该员工。请先解除该件的回避，或退回其并案。"
        ),
        Spoken(
            .recusedWhereMerged(nil, isSigned: true),
            "Lift a recusal: a case merged in here is about the same member of staff. It is signed and locked, so the recusal stays.",
            "解除回避：并入本件的投诉也涉及该员工。该件已签字锁定，回避不予解除。"
        ),
        Spoken(
            .awaitsSignature("0379-2611-021"),
            "The matter went on in 0379-2611-021, whose end is not signed yet. Have that signed, or sent back, first.",
            "该事项已在 0379-2611-021 中办理，其办结尚未签字。请先由网点负责人对该件签字或退回。"
        ),
        Spoken(
            .mayNotReadYet([Desk.number("1008")]),
            "You may not read this case: it is about you or 1008, who set your passcode and knows it, or another member of staff has it. "
                + "Change your passcode first: firstdesk passcode.",
            "您不能查阅本件：本件涉及您本人或设置您密码的 1008，或由他人办理。请先更改密码：firstdesk passcode。"
        ),
        Spoken(
            .passcodeOfHandler(Desk.number("1008")),
            "1008, who set your passcode and knows it, alone handled what stands here. "
                + "Change your passcode first: firstdesk passcode.",
            "现有办理结果由 1008 一人作出，而您的密码由其设置。请先更改密码：firstdesk passcode。"
        ),
        Spoken(
            .handledByGiven(Desk.number("1005")),
            "What stands here was done by 1005 with a passcode that you set and know: for you it is as if you had done it. "
                + "Send it back, to be done again with somebody's own passcode (firstdesk passcode), or have head office rule.",
            "现有办理结果由 1005 使用您设置的密码作出，视同由您作出。请退回，由办理人更改密码（firstdesk passcode）后重新办理，或由总行批复。"
        ),
        Spoken(
            .mergedUnsigned(.refuseAnswer, "0379-2611-021"),
            "Customer rejects the answer: the merging into 0379-2611-021 is not signed yet. Have it signed first.",
            "客户不接受答复：本件并入 0379-2611-021 尚未签字，请先由网点负责人签字。"
        ),
        Spoken(
            .mergedOfSameCustomer(.askReview, "0379-2611-021"),
            "Ask head office to review: this customer's matter goes on in 0379-2611-021, into which the case was merged. Record it there.",
            "申请总行核查：本件已并入同一客户的 0379-2611-021，请在该件中登记。"
        ),
        Spoken(
            .bookBeforeOpening(LocalTime(day: Day(ordinal: 22_222), secondOfDay: 32_400)),
            "The branch opens at 09:00 on 2030-11-04: before that nobody can have found the book without entries. End the review after it.",
            "网点 2030-11-04 09:00 开门，此前不能认定当日无新意见。请在开门后结束查阅。"
        ),
        Spoken(
            .closedByThese(TimeOfDay(minutesAfterMidnight: 660)),
            "By these hours the branch would have closed at 11:00 today already, and what is done today would be late. Set them from tomorrow on.",
            "按此时间，网点今日 11:00 即已关门，今日事项将全部逾期。请自次日起设置。"
        ),
        Spoken(
            .otherCurrency(.china),
            "The promise names a sum in another currency, and amounts here are in ¥. Write beside it what it is worth in that.",
            "承诺内容使用了其他货币，而本投诉台的金额以 ¥ 计。请一并写明折合此货币的金额。"
        ),
        Spoken(
            .sumToOther(amount("1000"), promised: .none, "0379-2611-002"),
            "The words give 1000.00 to the customer of 0379-2611-002, and 0.00 is left for them of what is promised here to the customers of "
                + "merged cases. More is promised in a reply, with \"Of it, for others\"; where this is not promised, answer "
                + "\"Larger sum not promised\" with yes.",
            "文字向 0379-2611-002 的客户给付 1000.00，而本件承诺中可给付并案客户的尚余 0.00。确需给付的，请在回复中承诺，并填写“其中给付并案客户”；"
                + "并非承诺的，请将“较大金额并非承诺”填为“是”。"
        ),
        Spoken(
            .approvalInWords(amount("300"), nil),
            "Head office's words speak of giving 300.00, and \"Approved in all\" is blank. Give there the most that may be promised, 0 for nothing; or, "
                + "where it is as head office decided, answer \"Amount as decided\" with yes.",
            "批复文字提到给付 300.00，而“批准金额（合计上限）”未填写。请填写可承诺的合计上限，不予给付的填 0；与批复一致的，请将“批准金额无误”填为“是”。"
        ),
        Spoken(
            .approvalInWords(nil, nil),
            "Head office's words speak of giving nothing, and \"Approved in all\" is blank. Give there the most that may be promised, 0 for nothing; or, "
                + "where it is as head office decided, answer \"Amount as decided\" with yes.",
            "批复文字提到不予给付，而“批准金额（合计上限）”未填写。请填写可承诺的合计上限，不予给付的填 0；与批复一致的，请将“批准金额无误”填为“是”。"
        ),
        Spoken(
            .tellWhereMerged("0379-2611-001", "0379-2611-002"),
            "Tell customer or head office: this case goes on in 0379-2611-001, where its customer is to be told the outcome. Record it there, with "
                + "merged case 0379-2611-002.",
            "告知客户或总行：本件已并入 0379-2611-001，其客户应在该件中获知结果。请在该件中登记，并入投诉编号填 0379-2611-002。"
        ),
        Spoken(
            .share(.unsaid(amount("900"), ["0379-2611-002", "0379-2611-003"])),
            "0379-2611-002, 0379-2611-003, of other customers, are merged in here. Of the 900.00 promised, how much is for them? Fill in "
                + "\"Of it, for others\", all of them together; 0 for nothing.",
            "0379-2611-002、0379-2611-003 为其他客户的投诉，已并入本件。承诺的 900.00 中，给付这些客户的合计多少？请填写“其中给付并案客户”；没有的填 0。"
        ),
        Spoken(
            .share(.beyondPromise(amount("901"), promised: amount("900"))),
            "\"Of it, for others\" is 901.00, and 900.00 is promised with it. Give there no more than is promised.",
            "“其中给付并案客户”为 901.00，而本次承诺 900.00。请勿超过承诺金额。"
        ),
        Spoken(
            .share(.promiseGives(amount("900"), toOwn: amount("300"))),
            "The promise gives 900.00, and 300.00 of what is promised is for this customer. Say in it what they are given; what others are given is told "
                + "to these.",
            "承诺内容给付 900.00，而承诺中给付本件客户的为 300.00。请写明给付本件客户的金额；其他客户的，请分别告知。"
        ),
        Spoken(
            .share(.ofNobody),
            "No case of another customer who is to be answered is merged in here. Leave \"Of it, for others\" blank.",
            "本件没有须另行答复的其他客户的并案投诉。“其中给付并案客户”请留空。"
        ),
        Spoken(
            .otherCurrency(.china, in: FieldName.sumNotPromised),
            "The words name a sum in another currency, and amounts here are in ¥. Write beside it what it is worth in that; or, where it is not "
                + "promised, answer \"Larger sum not promised\" with yes.",
            "文字中有其他货币的金额，而本投诉台的金额以 ¥ 计。请一并写明折合此货币的金额；并非承诺的，请将“较大金额并非承诺”填为“是”。"
        ),
        Spoken(
            .sumWithoutAnswer(amount("300"), promised: .none),
            "The words speak of 300.00, and 0.00 is promised. Nothing more is promised in this case as it stands: where that sum is not "
                + "promised, answer \"Larger sum not promised\" with yes; else leave it out until it was promised.",
            "文字提到 300.00，而已承诺 0.00。本件目前不能再作承诺：并非承诺的，请将“较大金额并非承诺”填为“是”；否则请先不要写入，待承诺后再告知。"
        ),
        Spoken(
            .wholePromised(.none),
            "The words give all of something, and no sum is promised beside them. "
                + "Promise it with its amount; or, where no more is given, answer \"Larger sum not promised\" with yes.",
            "文字提到全部给付，而未承诺任何金额。请填写“承诺金额”；并不另行给付的，请将“较大金额并非承诺”填为“是”。"
        ),
        Spoken(
            .wholePromised(amount("300"), in: "promise"),
            "The words give all of something, and 300.00 is promised beside them. "
                + "Head office has said how much may be given: write that sum instead of the whole.",
            "文字提到全部给付，而承诺金额为 300.00。总行已批复可给付的金额，请写明该金额，勿写“全部”。"
        ),
        Spoken(
            .sumWhileLogging(amount("150")),
            "The answer speaks of 150.00. Where that is promised, log the complaint first, then record the answer with its amount: "
                + "“Answer on the spot”; where not, answer \"Larger sum not promised\" with yes.",
            "答复提到 150.00。属于承诺的，请先登记投诉，再以“当场答复”登记答复及承诺金额；并非承诺的，请将“较大金额并非承诺”填为“是”。"
        ),
        Spoken(
            .sumWhileLogging(nil),
            "The answer speaks of giving all of something. Where that is promised, log the complaint first, then record the answer with its amount: "
                + "“Answer on the spot”; where not, answer \"Larger sum not promised\" with yes.",
            "答复提到全部给付。属于承诺的，请先登记投诉，再以“当场答复”登记答复及承诺金额；并非承诺的，请将“较大金额并非承诺”填为“是”。"
        ),
        Spoken(
            .sumToHotline(amount("80000")),
            "What the hotline was answered speaks of giving 80000.00, and the hotline tells it on. Promise it in the answer or reply, with "
                + "its amount; or, where that sum is not promised, answer \"Larger sum not promised\" with yes.",
            "对热线的答复提到给付 80000.00，热线会转告客户。请在答复或回复中连同“承诺金额”一并承诺；并非承诺的，请将“较大金额并非承诺”填为“是”。"
        ),
        Spoken(
            .promiseOfNothing(approved: amount("0")),
            "Head office approved no payment. "
                + "Leave the promise blank; or, where it gives nothing of value, answer \"Larger sum not promised\" with yes.",
            "总行未批准给付。“承诺内容”请留空；不涉及任何给付的，请将“较大金额并非承诺”填为“是”。"
        ),
        Spoken(
            .promiseOfNothing(approved: amount("1000")),
            "The 1000.00 that head office approved is promised already. "
                + "Leave the promise blank; or, where it gives nothing of value, answer \"Larger sum not promised\" with yes.",
            "总行批准的 1000.00 已全部承诺。“承诺内容”请留空；不涉及任何给付的，请将“较大金额并非承诺”填为“是”。"
        ),
        Spoken(
            .paidWhereMerged("0379-2611-021", amount("500")),
            "Send back: 500.00 was paid in 0379-2611-021, into which it was merged, of what this case had promised. Go on there.",
            "退回：本件承诺的款项已在并入的 0379-2611-021 中支付（500.00），请在该件中继续办理。"
        ),
        Spoken(
            .paidWhereItGoesOn("0379-2611-021"),
            "Payment: what was promised here goes on in 0379-2611-021. Record what is paid there.",
            "付款：本件的承诺已转入 0379-2611-021，请在该件中登记付款。"
        ),
        Spoken(
            .otherCustomerWaits(.withdraw, "0379-2611-021"),
            "Customer withdraws: the case of another customer, 0379-2611-021, was merged in and goes on here. Send its merging back first; "
                + "where that is signed, answer this case.",
            "客户撤回：另一客户的投诉 0379-2611-021 已并入本件，须在本件得到答复。请先退回其并案；该并案已签字的，请答复本件。"
        ),
        Spoken(
            .otherCustomerWaits(.sign, "0379-2611-021"),
            "Sign: the case of another customer, 0379-2611-021, was merged in and goes on here. Send its merging back first; "
                + "where that is signed, send this end back.",
            "签字：另一客户的投诉 0379-2611-021 已并入本件，须在本件得到答复。请先退回其并案；该并案已签字的，请退回本件。"
        ),
        Spoken(
            .alreadyRefused("0379-2611-021"),
            "This case was taken up again, and the customer was answered since in 0379-2611-021. Record it there.",
            "本件此后已另行办理，并在 0379-2611-021 中答复客户，请在该件中登记。"
        ),
        Spoken(
            .nobodyToRecuse,
            "Ask for escalation: \"recusal\" applies only if the case is about the branch manager.",
            "申请上报：仅当本件涉及网点负责人时，才能以“回避”为由。"
        ),
        Spoken(
            .clockDeclared(14, 20),
            "Events 14 to 20 were declared wrong already, and only once; declare a stretch without them.",
            "事件 14 至 20 已声明时钟有误，只能声明一次；请选择不含这些事件的区段。"
        ),
        Spoken(
            .limitTooLong(most: .workingDays(250)),
            "That limit is too long: at most 250 working days can be set.",
            "时限过长：最多可设 250 个工作日。"
        ),
        Spoken(
            .replyBeyondFinal(reply: .naturalDays(20), final: .naturalDays(15)),
            "The reply limit (20 calendar days) must not end after the final deadline (15 calendar days). Set a shorter reply limit, or a longer "
                + "final deadline.",
            "回复时限（20 个自然日）不得晚于最后期限（15 个自然日）。请缩短回复时限，或延长最后期限。"
        ),
        Spoken(.mergeIntoItself, "Merge: a case cannot be merged into itself. Give the number of another one.", "并案：不能并入本件自身，请填写另一件的编号。"),
        Spoken(.notOverdue, "Chase: only an overdue case is chased, and nothing is overdue here.", "催办：仅限逾期投诉，本件没有逾期的时限。"),
        Spoken(
            .notInBook,
            "Answer in the book: only a case from the comment book is answered there. Reply to the customer instead.",
            "在意见簿上回复：仅限意见簿投诉。请直接回复客户。"
        ),
        Spoken(
            .notLate,
            "Delay note: only a case whose answer to the customer was late needs one, and this one's was not.",
            "填写逾期原因单：仅限答复客户逾期的投诉填写，本件答复未逾期。"
        ),
        Spoken(
            .noSuchItem(3),
            "There is no open rectification 3 on this case. \"show --events\" lists them.",
            "本件没有未完成的整改事项 3。请用“show --events”查看。"
        ),
        Spoken(.standsInForThemselves, "Nobody can stand in for themselves. Name somebody else.", "不能由本人代理本人，请指定其他人。"),
        Spoken(
            .auditorActsForNobody,
            "An auditor changes nothing and cannot be a stand-in. Name somebody else.",
            "审计人员只能查阅，不能担任代理人，请指定其他人。"
        ),
        Spoken(
            .absentIsNoManager(manager),
            "1008 is not a manager; a stand-in acts only for an absent manager.",
            "1008 不是管理人员；代理人仅可代理不在岗的管理人员。"
        ),
        Spoken(.endBeforeStart, "The end is before the start. Give a later end.", "结束不能早于开始，请填写更晚的结束日期。"),
        Spoken(
            .alreadyStoodInFor(manager),
            "1008 already has a stand-in for that period. End that one first, or give other days.",
            "1008 在该期间已有代理人。请先结束该代理，或另选日期。"
        ),
        Spoken(
            .beyondStandIn(manager),
            "You act for 1008, and this would outlast it. Somebody must do it who has the right without standing in.",
            "您现代理 1008，此项效力超出代理期间，须由本身有此权限的人员办理。"
        ),
        Spoken(
            .tierAboveHead(amount("8000"), most: amount("5000")),
            "8000.00 is more than the branch manager's own 5000.00; only head office may allow that. Set the branch manager's first, with its reference.",
            "8000.00 超出网点负责人自身权限 5000.00，须由总行批准。请先凭总行文号设置网点负责人权限。"
        ),
        Spoken(
            .ruleInThePast,
            "A change can take effect from tomorrow at the earliest: the past and today are judged by what holds now.",
            "更改最早自明日起生效：过去和今日仍按现行规定。"
        ),
        Spoken(.worksHere(Desk.number("1003")), "1003 works here already.", "1003 本来在岗，无须返岗。"),
        Spoken(.alreadySo, "That is so already; nothing was changed.", "已是如此，未作更改。"),
        Spoken(
            .hasOpenCases(Desk.number("1005"), 2),
            "1005 still has 2 open cases. Hand them over first.",
            "1005 名下还有 2 件未办结，请先移交。"
        ),
        Spoken(
            .nameTaken(Desk.number("1008")),
            "That is the name or the number of 1008. Add to the name what tells the two apart.",
            "该姓名与 1008 的姓名或工号相同。请加注以示区别。"
        ),
        Spoken(
            .renamedByAnother(Desk.number("1005")),
            "You cannot enter this name for 1005 now, so nothing was changed. Another branch manager, or whoever stands in for one, can.",
            "您目前不能为 1005 录入该姓名，未作更改。请由其他网点负责人或其代理人录入。"
        ),
        Spoken(
            .nobodyGrants,
            "Ask for extension: the case is about the branch manager, and nobody else here may grant it. Ask head office (ask-escalation): "
                + "its answer may give thirty days more.",
            "申请延期：本件涉及网点负责人，网点内无人可批准。请上报总行（ask-escalation），总行答复可延长三十日。"
        ),
        Spoken(
            .dayToCome(Day(ordinal: 20_777), latest: Day(ordinal: 20_770)),
            "Nothing was done on this desk on 2026-11-20 or later; the last act is of 2026-11-13. Check the computer's clock. If it is right, "
                + "do other work of today's first, then correct the day.",
            "本投诉台在 2026-11-20 及以后尚无任何操作，最近一次操作为 2026-11-13。请核对电脑时钟；时钟无误的，请先办理当日其他业务，再作更正。"
        ),
        Spoken(
            .noClockJump(17),
            "Event 17 is not marked as done more than 31 days after the one before; a wrong stretch begins with such a jump.",
            "事件 17 没有“距上次操作超过 31 天”的标记；时钟有误的区段须从此类跳变开始。"
        ),
        Spoken(
            .clockNotBack(17),
            "The clock did not go back after event 17; a wrong stretch ends with the last event before it went back.",
            "事件 17 之后电脑时钟并未拨回；时钟有误的区段须止于拨回前的最后一个事件。"
        ),
        Spoken(.nobodyStandsIn(Desk.number("1005")), "Nobody stands in for 1005, so there is nothing to end.", "1005 现无代理人，无须结束。"),
        Spoken(
            .beforeFounding(Day(ordinal: 20_777)),
            "That is before this desk was founded on 2026-11-20, of which it has no record. Give that day or a later one.",
            "该日期早于本网点系统启用日 2026-11-20，没有记录。请填写该日或以后的日期。"
        ),
        Spoken(.badValue("file", .file(.notFound)), "There is no such file. Check its path.", "没有该文件，请检查路径。"),
        Spoken(
            .badValue("file", .file(.notAFile)),
            "That is a folder or a device, not a file. Give the path of a file.",
            "该路径不是普通文件，请填写文件路径。"
        ),
        Spoken(
            .badValue("file", .file(.noPermission)),
            "You may not read that file. Have it made readable, or choose another.",
            "无权读取该文件，请先取得权限或另选文件。"
        ),
        Spoken(.badValue("file", .file(.empty)), "That file is empty. Choose another.", "该文件是空的，请另选文件。"),
        Spoken(.badValue("file", .file(.tooLarge(megabytes: 64))), "That file is too large: 64 MB at most.", "文件过大：最多 64 MB。"),
        Spoken(.badValue("file", .file(.unreadable)), "That file cannot be read. Nothing was attached.", "无法读取该文件，未添加附件。"),
        Spoken(.badValue("persons", .atLeast(5)), "\"Number of people\" must be at least 5.", "“人数”至少为 5。"),
        Spoken(.givenTwice("apology-by"), "\"Apology by\" is given twice. Give it once.", "“道歉人”重复填写，请只填一次。"),
        Spoken(.badValue("page", .atMost(9999)), "\"Page\" must be 9999 or less.", "“页”不得大于 9999。"),
        Spoken(.badValue("page", .count), "\"Page\" must be a whole number, 1 or more.", "“页”应为正整数。"),
    ]

    private static let ofTheDesk = [
        Spoken(
            .bookRoleMayNot,
            "Only the complaint manager or the branch manager may review the comment book.",
            "仅限投诉管理人或网点负责人查阅意见簿。"
        ),
        Spoken(
            .bookOpened(today),
            "The review of 2026-11-20 has already begun. Log its entries, or end it.",
            "2026-11-20 的查阅已开始，请登记意见或结束查阅。"
        ),
        Spoken(
            .bookNotOpened(today),
            "The review of 2026-11-20 has not begun. Begin it first.",
            "2026-11-20 的查阅尚未开始，请先“开始查阅”。"
        ),
        Spoken(
            .bookClosed(today),
            "The review of 2026-11-20 has ended. Only the branch manager corrects how the day stands, with a reason.",
            "2026-11-20 的查阅已结束；如有误，由网点负责人说明理由更正。"
        ),
        Spoken(.bookHasEntries(1), "An entry has been logged; end the review instead.", "已有 1 条意见，请用“结束查阅”。"),
        Spoken(.bookHasEntries(2), "2 entries have been logged; end the review instead.", "已有 2 条意见，请用“结束查阅”。"),
        Spoken(
            .bookReviewLate(closing: LocalTime(day: today, secondOfDay: 61_200)),
            "The branch closed at 17:00 on 2026-11-20, so this can only be a late review. Give the reason in \"Reason for the late review\".",
            "2026-11-20 已过营业时间（17:00），只能记为补查。请填写“补查原因”。"
        ),
        Spoken(
            .notOfChannel("came-by", [.other, .hotline, .referred]),
            "\"Came by\" is only for complaints by these channels: hotline, referred, other. Choose another field.",
            "“来源”仅用于以下渠道的投诉：客服热线、转办、其他。请选择其他字段。"
        ),
        Spoken(
            .attachedNowhere,
            "Attach: nothing says where it is. Give a file, or where the paper is kept.",
            "添加附件：既无文件，也未写明存放处。请选择文件，或填写纸质件的存放处。"
        ),
        Spoken(
            .bookHasNoEntries,
            "No entry was logged. Choose \"No entry\" instead.",
            "尚未登记意见；如无新意见，请用“无新意见”。"
        ),
        Spoken(
            .branchClosed(today),
            "The branch is closed on 2026-11-20; there is no book to review. If it was open, the branch manager corrects the calendar.",
            "2026-11-20 网点不营业，无须查阅；如实际营业，请网点负责人更正日历。"
        ),
        Spoken(
            .monthNotEnded(Month(of: today)),
            "2026-11 has not ended yet. Its report can be issued from 2026-12-01 on.",
            "2026-11 尚未结束，请自 2026-12-01 起出具报告。"
        ),
        Spoken(
            .reportIssued(Month(of: today), issue: 1),
            "The report for 2026-11 was already issued, and its figures are still those of issue 1.",
            "2026-11 的报告已出具，数据与第 1 次出具的相同。"
        ),
        Spoken(
            .reasonForNewIssue(Month(of: today), issue: 1),
            "The figures for 2026-11 are not those of issue 1 any more. That issue stays as it is; say why it is issued anew.",
            "2026-11 的数据与第 1 次出具的不同。原报告保持不变；请说明重新出具的原因。"
        ),
        Spoken(
            .badCodes(.noOther(.reason)),
            "Reason: \"other\" must always be there, so that every complaint can be given a code.",
            "原因：须保留“other”（其他），使每件投诉都有代码。"
        ),
        Spoken(.badScripts(ScriptFault(.noText("x"))), "\"x\" has no text.", "“x”没有内容。"),
        Spoken(
            .saysNothing("reason", "No"),
            "\"No\" says only that there is nothing. Write what there is in \"Reason\".",
            "“No”等于未填，请在“原因”写明内容。"
        ),
        Spoken(
            .notOutside("set-by", "1002"),
            "\"1002\" is no body outside this branch. Write in \"Set by\" which regulator, head office, government or hotline centre it was.",
            "“1002”不是本网点以外的单位。请在“设定方”填写监管部门、总行、政府部门或客服中心等单位名称。"
        ),
        Spoken(
            .titleIsNoName("name", "行长"),
            "\"行长\" is a title: complaints about whoever holds that post would be about this person. Write their name.",
            "“行长”是职务，涉及该职务的投诉会误认为涉及此人。请填写姓名。"
        ),
        Spoken(
            .reassignRoleMayNot,
            "Reassign: only the complaint manager or the branch manager may do that. A case of your own is handed over by itself.",
            "改派：仅限投诉管理人或网点负责人办理。本人受理的投诉请逐件移交。"
        ),
        Spoken(
            .reassignedToSame(Desk.number("1002")),
            "Reassign: the cases are with 1002 already. Name somebody else to take them.",
            "改派：投诉已在 1002 名下，请填写其他接收人。"
        ),
        Spoken(.severalLines("name"), "\"Name\" is one line.", "“姓名”须写在一行内。"),
        Spoken(
            .otherStandsIn(Desk.number("1002"), [Desk.number("1001")], not: Desk.number("1003")),
            "1003 does not stand in for 1002; 1001 does. Give that number.",
            "1003 并未代理 1002；现由 1001 代理。请填写该工号。"
        ),
        Spoken(
            .readBeyondEntry(99_999, last: 103),
            "This case has no event 99999; its last is 103. Nothing was signed; give the last event that you read.",
            "本件没有事件 99999，最近一个事件为 103。尚未签字；请填写您读到的最后一个事件。"
        ),
        Spoken(
            .howManySpeak(40, limit: 5),
            "\"Proxy\" may mean 40 people; at most 5 may represent the others. Name those who do; or, where no more than 5 of them do, answer "
                + "\"At most five speak\" with yes.",
            "“代办人”可能涉及 40 人，代表最多 5 人。请填写代表姓名；代表不超过 5 人的，请勾选“代表不超过五人”。"
        ),
        Spoken(
            .tooManyRepresentatives(limit: 5),
            "\"Proxy\" names more than 5 people; at most 5 may represent the others. Leave the rest out, or write what they "
                + "are to the customer elsewhere.",
            "“代办人”填写的人员超过 5 人，代表最多 5 人。请删去其余人员；不任代表的，请写在其他栏目。"
        ),
        Spoken(
            .settingStays,
            "The branch code, the time zone and practice cannot be changed: case numbers and limits depend on them.",
            "网点代码、时区和练习标记建立后不能更改：编号和时限均以此为据。"
        ),
        Spoken(
            .badValue("limit", .limit),
            "A limit is written like 3d, 7wd (working days), 60m (of opening time) or 2h (day and night), a year at most.",
            "时限写成 3d、7wd（工作日）、60m（营业分钟）或 2h（不分昼夜），最长一年。"
        ),
        Spoken(.badValue("opening", .setting("opening")), "\"opening\": that is not a valid value.", "“opening”：该值无效。"),
        Spoken(
            .badValue("hours.monday", .setting("hours.monday")),
            "\"Open on Mon\": that is not a valid value. Write it as 08:30-12:00, 13:30-17:00, each time later than the one before; or closed.",
            "“周一营业”：该值无效，请写成 08:30-12:00, 13:30-17:00（时间须依次在后，不得颠倒或重叠），不营业写 closed。"
        ),
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
        case .notRecused: 4
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
        case .saysNothing: 180
        case .notOutside: 181
        case .titleIsNoName: 182
        case .severalLines: 183
        case .otherStandsIn: 184
        case .reassignRoleMayNot: 187
        case .reassignedToSame: 188
        case .readBeyondEntry: 185
        case .howManySpeak: 186
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
        case .goesOnIn: 171
        case .mergeAwaitsHeadOffice: 172
        case .mergedIntoSigned: 173
        case .paidWhereMerged: 174
        case .paidWhereItGoesOn: 175
        case .otherCustomerWaits: 176
        case .nobodyToRecuse: 69
        case .monthNotEnded: 70
        case .reportIssued: 71
        case .reasonForNewIssue: 150
        case .tooManyRepresentatives: 72
        case .givenTwice: 73
        case .passcodeWeak: 74
        case .ownPasscode: 75
        case .keptLonger: 76
        case .paperIsOut: 77
        case .paperIsIn: 78
        case .alreadySo: 79
        case .hasOpenCases: 80
        case .nobodyStandsIn: 81
        case .beforeFounding: 82
        case .noClockJump: 83
        case .beyondStandIn: 123
        case .tierAboveHead: 124
        case .clockNotBack: 84
        case .beyondApproval: 101
        case .paidBeyondPromise: 102
        case .triedOnOneDay: 103
        case .findingStands: 104
        case .classContradictsFault: 105
        case .ownerVerifies: 106
        case .nobodyVerifies: 160
        case .holdOfUnsigned: 163
        case .sumOutsideRuling: 164
        case .laterNeedsReference: 107
        case .severalAwaitResult: 108
        case .nobodyAwaitsResult: 109
        case .longerOnce: 110
        case .nothingToTakeBack: 111
        case .tooLateToTakeBack: 112
        case .reviewOfUnsigned: 113
        case .receivedLongAgo: 114
        case .beforeReceived: 115
        case .historyAfterFounding: 117
        case .historyOfOwnDesk: 161
        case .historyOfPractice: 162
        case .mergeOfDifferentCustomers: 118
        case .mergedNotAnswered: 119
        case .notMergedIn: 120
        case .notRead: 121
        case .noSuchAttachment: 122
        case .badScripts: 125
        case .laterNeedsOtherReference: 126
        case .clockDeclared: 127
        case .limitTooLong: 128
        case .replyBeyondFinal: 129
        case .behindLatest: 130
        case .managerEnters: 131
        case .paperToSubject: 132
        case .clockJumped: 133
        case .dayHasEntries: 134
        case .promiseWithoutAmount: 135
        case .handledBySubject: 136
        case .lenderRecused: 137
        case .afterReceived: 138
        case .farFromNow: 139
        case .headOfficeReference: 140
        case .beforeToday: 141
        case .reliefContradictsAmount: 142
        case .findingByAnother: 143
        case .contentsErased: 144
        case .importantKeptShorter: 145
        case .sumBeyondAmount: 146
        case .entryThere: 147
        case .needsHeadOffice: 148
        case .sumBeyondAuthority: 151
        case .sumOutsideAnswer: 152
        case .responsibleWithoutFault: 153
        case .reasonFirst: 154
        case .undeliveredAccepted: 155
        case .lackingForSignature: 156
        case .notLogged: 157
        case .aboutDoer: 158
        case .beyondLastEvent: 159
        case .nameTaken: 180
        case .renamedByAnother: 181
        case .nobodyGrants: 182
        case .dayToCome: 183
        case .awaitsSignature: 184
        case .mergedUnsigned: 185
        case .mergedOfSameCustomer: 186
        case .promiseOfNothing: 187
        case .sumWithoutAnswer: 201
        case .sumToOther: 208
        case .otherCurrency: 207
        case .share: 209
        case .tellWhereMerged: 211
        case .approvalInWords: 210
        case .bookBeforeOpening: 205
        case .bookReviewLate: 209
        case .notOfChannel: 210
        case .attachedNowhere: 211
        case .closedByThese: 206
        case .wholePromised: 202
        case .sumWhileLogging: 203
        case .sumToHotline: 204
        case .mayNotReadYet: 188
        case .passcodeOfHandler: 189
        case .handledByGiven: 190
        case .worksHere: 191
        case .endedUnanswered: 192
        case .recusedWhereMerged: 193
        case .namerRecused: 194
        case .sayWhetherTold: 195
        case .findingUntold: 196
        case .nobodyLeftForRuling: 197
        }
    }

    @Test("no refusal is without its sentence above")
    func complete() {
        let places = Set(1...84).union(Set(101...148).subtracting([116])).union(150...164).union(171...176).union(180...197).union(
            201...211
        )
        #expect(Set(RefusalSentenceTests.spoken.map { place($0.refusal) }) == places)
    }

    @Test("every act has its own words in each refusal that names one", arguments: ActKind.allCases)
    func acts(kind: ActKind) {
        let refusals: [Refusal] = [
            .roleMayNot(kind, [.branchManager]), .history(kind), .locked(kind),
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
