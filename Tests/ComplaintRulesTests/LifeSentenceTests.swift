@testable import ComplaintRules

// What stands against an act because of the life of its case: promises, ends, merging, taking back, reviews, dates.
extension RefusalSentenceTests {
    private static let hundred = Amount(hundredths: 10_000) ?? .none
    private static let sixty = Amount(hundredths: 6_000) ?? .none
    private static let number = "0379-2611-009"
    private static let friday = Day(ordinal: 20_777)

    static let ofTheLife = [
        Spoken(
            .beyondTier(sixty, before: hundred, tier: hundred, could: .complaintManager),
            "60.00 and the 100.00 promised before are beyond your authority of 100.00; the complaint manager could promise it.",
            "60.00 连同已承诺的 100.00 超出您的权限 100.00；投诉管理人可承诺。"
        ),
        Spoken(
            .beyondApproval(hundred, approved: sixty),
            "100.00 in all is beyond the 60.00 that head office approved. Ask head office again for more.",
            "合计 100.00 超出总行批准的 60.00。如需增加，请再次上报总行。"
        ),
        Spoken(
            .paidBeyondPromise(hundred, promised: sixty),
            "100.00 paid in all is more than the 60.00 promised. Record the promise first.",
            "已付合计 100.00 超出承诺的 60.00。请先登记承诺。"
        ),
        Spoken(
            .reliefContradictsAmount(.monetary),
            "Monetary relief needs the amount promised. Enter it, or choose another kind of relief.",
            "经济补偿须填写承诺金额。请填写金额，或选择其他补救方式。"
        ),
        Spoken(
            .reliefContradictsAmount(.explanation),
            "With an amount promised the relief is monetary, not \"explanation\". Leave the kind of relief blank.",
            "已承诺金额，补救方式即为经济补偿，而非“解释说明”。请将补救方式留空。"
        ),
        Spoken(
            .triedOnOneDay,
            "\"Undelivered\": the three attempts must be on at least two days. Try again on another day.",
            "“无法送达”：三次联系须分布在至少两日。请改日再联系。"
        ),
        Spoken(
            .undeliveredAccepted,
            "A reply that could not be delivered was accepted by nobody. Clear one of them: Undelivered, or Customer accepts.",
            "无法送达的回复不会被客户接受。请在“无法送达”和“客户接受”中取消一项。"
        ),
        Spoken(
            .findingStands,
            "Finding: one stands and nothing new came to light since. Record the new fact as a note first, or send the case back.",
            "责任认定：已有认定且无新情况。请先以“记录”登记新情况，或退回。"
        ),
        Spoken(
            .classContradictsFault(.bank, .unfounded),
            "\"bank at fault\" and \"unfounded\" contradict each other: at fault is valid or special.",
            "“我行有责”与“不成立”矛盾：有责应为有效或特殊。"
        ),
        Spoken(
            .classContradictsFault(.none, .valid),
            "\"bank not at fault\" and \"valid\" contradict each other: not at fault is unfounded or special.",
            "“我行无责”与“有效”矛盾：无责应为不成立或特殊。"
        ),
        Spoken(
            .ownerVerifies("王芳"),
            "Verify rectification: 王芳 is its owner; somebody else must verify it.",
            "核验整改：负责人为王芳，须由其他人核验。"
        ),
        Spoken(
            .nobodyVerifies("王芳、赵国强"),
            "Open rectification: with 王芳、赵国强 as owner nobody here could verify it. Name somebody who is not a manager, or a department.",
            "开立整改：以王芳、赵国强为负责人，则本网点无人可核验。请以非管理人员或部门为负责人。"
        ),
        Spoken(
            .verificationReference,
            "Whether it worked, which nobody else here may verify, is head office's to say: give its reference.",
            "整改是否有效（本网点无其他人可核验）由总行决定：请填写总行文号。"
        ),
        Spoken(
            .laterNeedsReference("监管局"),
            "External deadline: later than 监管局 had set. Give the reference under which they allowed it.",
            "外部时限：晚于监管局原定日期。请填写其同意延期的文号。"
        ),
        Spoken(
            .laterNeedsOtherReference("监管局"),
            "External deadline: that reference set the earlier date. Give the one under which 监管局 allowed a later date.",
            "外部时限：该文号为原定时限的文号。请填写监管局同意延期的另一文号。"
        ),
        Spoken(
            .severalAwaitResult(["监管局", "法院"]),
            "Send the result: several wait for it. Say to whom it went: \"监管局\", \"法院\".",
            "报送结果：多方待报。请填写报送单位：“监管局”、“法院”。"
        ),
        Spoken(
            .nobodyAwaitsResult("报社", ["监管局"]),
            "Send the result: \"报社\" does not wait for one. Waiting: \"监管局\".",
            "报送结果：“报社”并未要求报送。待报单位：“监管局”。"
        ),
        Spoken(
            .longerOnce,
            "Head office has already approved 30 more days; it does so once. Reply by the final deadline.",
            "总行已批准延长 30 天，仅限一次。请在最后期限前回复。"
        ),
        Spoken(
            .nothingToTakeBack,
            "Take back: only your own last step can be taken back: an acceptance, a hand-over, an acknowledgement.",
            "撤销上一步：仅可撤销本人刚办理的接收、移交或知悉，且其后未有其他操作。"
        ),
        Spoken(
            .tooLateToTakeBack(seconds: 10),
            "Take back: only possible within 10 seconds, which have passed. The step stands; hand over or accept again instead.",
            "撤销上一步：仅限 10 秒内，现已超过。如需更改，请重新移交或接收。"
        ),
        Spoken(
            .reviewOfUnsigned,
            "Review: head office reviews only what was signed. Have the case signed first.",
            "核查：总行仅核查已签字的投诉。请先签字。"
        ),
        Spoken(
            .holdOfUnsigned,
            "Place a hold: only a signed case is held; nothing of it is erased before. Have it signed first.",
            "保全：仅可保全已签字的投诉；未签字的不会被清除。请先签字。"
        ),
        Spoken(
            .sumOutsideRuling(hundred),
            "What the customer was told speaks of giving 100.00, which the ruling does not. "
                + "Write into the ruling what head office approved; where that sum is not given, answer \"Larger sum not promised\" with yes.",
            "告知客户的内容提到给付 100.00，而总行批复并未提及。请在批复内容中写明总行同意的金额；并非给付的，请将“较大金额并非承诺”填为“是”。"
        ),
        Spoken(
            .receivedLongAgo,
            "\"Received\" is more than a year ago. Check the year; past cases are imported, not logged.",
            "“收到时间”早于一年前。请核对年份；历史投诉请用导入。"
        ),
        Spoken(
            .beforeReceived("when"),
            "\"When\" must not be earlier than the complaint was received.",
            "“时间”不能早于投诉收到时间。"
        ),
        Spoken(
            .historyAfterFounding(friday),
            "Received after this desk was founded on 2026-11-20: log it; only earlier cases are imported.",
            "收到时间晚于系统启用日 2026-11-20：请直接登记；仅可导入此前的投诉。"
        ),
        Spoken(
            .historyOfOwnDesk(friday),
            "Received after this desk was founded on 2026-11-20, in a file of this desk itself or of a copy of it: log it. "
                + "To bring back what was lost, restore a backup.",
            "收到时间晚于系统启用日 2026-11-20，且文件由本投诉台或其副本签发：请直接登记；如需找回丢失的数据，请恢复备份。"
        ),
        Spoken(
            .historyOfPractice,
            "The file comes from a practice desk, so the case is not a real one. Import it on a practice desk, or a file of a live desk here.",
            "该文件来自练习网点，并非真实投诉。请在练习网点导入；此处请导入正式网点的文件。"
        ),
        Spoken(
            .mergeOfDifferentCustomers(number),
            "Merge: 0379-2611-009 is not known to be the same customer's. Give a reason; each customer is then answered before signing.",
            "并案：0379-2611-009 与本件客户不同或无法确认相同。请填写理由；签字前须分别答复各客户。"
        ),
        Spoken(
            .mergedNotAnswered(number),
            "Sign: the customer of 0379-2611-009, merged in here, has not been answered. Use \"Tell customer or head office\" with that number. "
                + "Where nobody answers, record three attempts on two days with it (\"Contact the customer\"), then \"Undelivered\" there.",
            "签字：并入的 0379-2611-009 客户尚未答复。请用“告知客户或总行”并填写该编号；联系不上的，请先以该编号登记至少两日内的三次联系（“联系客户”），再在告知中注明“无法送达”。"
        ),
        Spoken(
            .notMergedIn(number),
            "0379-2611-009: no case of another customer with that number was merged in here. Leave it blank for this case's own.",
            "0379-2611-009：本件未并入该编号的其他客户投诉；告知本件客户请留空。"
        ),
        Spoken(
            .notRead(.sign),
            "Sign: say which event you have read last. \"show --json\" prints it as lastEvent; give it as read.",
            "签字：请填写已读至的事件。“show --json”中的 lastEvent 即为该编号，以 read 填写。"
        ),
        Spoken(
            .handledBySubject(Desk.clerk.number),
            "Sign: all that was done here is by 1003, whom the case is about. Send it back so that somebody else answers, or have head office rule.",
            "签字：本件全部由 1003 办理，而本件涉及其本人。请退回，由其他人员办理，或由总行批复。"
        ),
        Spoken(
            .namerRecused(.sign, Desk.manager.number, Desk.complaints.number),
            "Sign: the case is about 1008, who named you to stand in for 1005, so you have none of that one's rights over it. "
                + "Who handles it until 1005 is back is for head office to decide: report it there.",
            "签字：本件涉及 1008，而您代理 1005 系由其指定，对本件无代理权限。1005 返岗前由谁办理，请报总行决定。"
        ),
        Spoken(
            .sayWhetherTold,
            "Finding: the customer was answered before anything was found. Answer \"Told so in the reply\" with yes or no.",
            "责任认定：答复客户时尚无认定。请在“回复时已如此告知”中填写“是”或“否”。"
        ),
        Spoken(
            .lenderRecused(.sign, Desk.manager.number),
            "Sign: the case is about 1008, so you cannot do that for them; where nobody else may, head office rules.",
            "签字：本件涉及 1008，不得代其办理；无其他人可办理的，由总行批复。"
        ),
        Spoken(
            .afterReceived("postmark"),
            "\"Postmark\" must not be later than the complaint was received.",
            "“邮戳日期”不能晚于投诉收到时间。"
        ),
        Spoken(.farFromNow("due", years: 10), "\"Due\" is more than 10 years ago or ahead. Check the year.", "“到期日”距今超过 10 年，请核对年份。"),
        Spoken(
            .ownTierReference,
            "What the branch manager may promise is head office's to say: give its reference.",
            "网点负责人权限由总行决定：请填写总行文号。"
        ),
        Spoken(
            .beforeToday("from", friday),
            "\"From\" must not be before 2026-11-20, which is today on this desk.",
            "“起始日”不能早于本网点系统的今日 2026-11-20。"
        ),
        Spoken(
            .bookFirst("0379-2611-009"),
            "Sign: the entry of 0379-2611-009, merged in here, is not answered in the comment book yet. Record it as \"Answer in the book\" once more.",
            "签字：并入的 0379-2611-009 尚未在意见簿上回复，请再以“在意见簿上回复”登记一次。"
        ),
        Spoken(
            .behindLatest("agreed", LocalTime(day: friday, secondOfDay: 36_000), canDeclare: false),
            "\"Agreed reply time\" is before 2026-11-20 10:00, the latest moment on this desk, behind which the computer's clock stands. "
                + "Nothing was recorded. Give a later time, and have the clock set right.",
            "“约定回复时限”早于本网点系统的最新时间 2026-11-20 10:00，电脑时钟慢于该时间。未作登记。请填写更晚的时间，并校准时钟。"
        ),
        Spoken(
            .managerEnters(Desk.secondComplaints.number),
            "Enter head office's ruling: 1006, a manager who took no part in the case, enters it.",
            "录入总行批复：由未参与办理的管理人员 1006 录入。"
        ),
        Spoken(
            .paperToSubject(Desk.clerk.number),
            "Archive: the case is about 1003, who must not read it. Give its paper to somebody else.",
            "档案借阅：本件涉及 1003，须回避，不得借阅。请交由其他人。"
        ),
        Spoken(
            .clockJumped(on: friday, until: friday.adding(days: 32)),
            "Erase: on 2026-11-20 the computer's clock came more than 31 days after the act before it. If that was wrong, what is erased never "
                + "comes back, so nothing was erased. If the clock is right, go on working and erase from 2026-12-22 on; if not, set it right, "
                + "and the branch manager declares it wrong (firstdesk clock declare-wrong).",
            "清除：2026-11-20 电脑时钟距上一次操作超过 31 天。时钟如有误，清除后无法恢复，因此未作清除。"
                + "时钟无误的，请照常办理，自 2026-12-22 起再清除；有误的，请校准时钟，并由网点负责人声明时钟有误（firstdesk clock declare-wrong）。"
        ),
        Spoken(
            .dayHasEntries(friday, 1),
            "2026-11-20 has 1 entry in the comment book, so it can stand neither as a day without entries nor as closed.",
            "2026-11-20 意见簿有 1 条意见，不能更正为无新意见或不营业。"
        ),
        Spoken(
            .promiseWithoutAmount,
            "A promise in words needs what it costs: give \"Amount promised\", 0 where it costs no money.",
            "文字承诺须写明金额：请填写“承诺金额”，不涉及金额的填 0。"
        ),
        Spoken(
            .noSuchAttachment(9),
            "There is no scan 9 on this case. \"show --events\" lists its attachments.",
            "本件没有第 9 个扫描附件。请用“show --events”查看附件。"
        ),
    ]
}
