extension Refusal {
    /// The refusal as a sentence: what stands against it and, where something can be done, what.
    public var sentence: Phrase {
        switch self {
        case .roleMayNot(let act, let roles):
            Phrase(
                en: "\(act.label.english): only \(Refusal.people(roles, .english)) may do that.",
                zh: "\(act.label.chinese)：仅限\(Refusal.people(roles, .chinese))办理。"
            )
        case .logRoleMayNot:
            Phrase(
                en: "An auditor reads and changes nothing. A clerk or a manager must log the complaint.",
                zh: "审计人员只能查阅，不能登记投诉。请由柜员或管理人员登记。"
            )
        case .deskActRoleMayNot(let act):
            Phrase(
                en: "Only \(Refusal.people(act.roles, .english)) may \(act.label.english).",
                zh: "仅限\(Refusal.people(act.roles, .chinese))\(act.label.chinese)。"
            )
        case .handledAlone:
            Phrase(
                en:
                    "What stands here is yours alone, so you may not sign it. Send it back and hand it over, or have head office rule.",
                zh: "现有办理结果由您一人作出，不得由本人签字。请退回并移交，或由总行批复。"
            )
        case .findingByAnother:
            Phrase(
                en: "You alone answered this case. Another manager must record the finding; then you may sign.",
                zh: "本件由您一人答复。请由其他管理人员作责任认定，其后可由您签字。"
            )
        case .handledBySubject(let number):
            Phrase(
                en:
                    "Sign: all that was done here is by \(number), whom the case is about. Send it back so that somebody else answers, or have head "
                    + "office rule.",
                zh: "签字：本件全部由 \(number) 办理，而本件涉及其本人。请退回，由其他人员办理，或由总行批复。"
            )
        case .lenderRecused(let act, let lender):
            Phrase(
                en:
                    "\(act.label.english): the case is about \(lender), so you cannot do that for them; where nobody else may, head office rules.",
                zh: "\(act.label.chinese)：本件涉及 \(lender)，不得代其办理；无其他人可办理的，由总行批复。"
            )
        case .afterReceived(let field):
            Phrase(
                en: "\"\(field.label.english)\" must not be later than the complaint was received.",
                zh: "“\(field.label.chinese)”不能晚于投诉收到时间。"
            )
        case .farFromNow(let field, let years):
            Phrase(
                en: "\"\(field.label.english)\" is more than \(years) years ago or ahead. Check the year.",
                zh: "“\(field.label.chinese)”距今超过 \(years) 年，请核对年份。"
            )
        case .headOfficeReference(let what): .headOfficeReference(what)
        case .beforeToday(let field, let today):
            Phrase(
                en: "\"\(field.label.english)\" must not be before \(today.iso), which is today on this desk.",
                zh: "“\(field.label.chinese)”不能早于本网点系统的今日 \(today.iso)。"
            )
        case .history(let act):
            Phrase(
                en: "\(act.label.english): this case was handled elsewhere and is kept here as history. You can only add an addendum.",
                zh: "\(act.label.chinese)：本件为导入的历史记录，只能补记。"
            )
        case .locked(let act):
            Phrase(
                en: "\(act.label.english): the case is signed and locked. What came later goes into an addendum.",
                zh: "\(act.label.chinese)：本件已签字锁定；其后情况请用“补记”。"
            )
        case .wrongStage(let act, let stage, let allowed):
            Phrase(
                en:
                    "\(act.label.english): only possible while the case is \(Refusal.stages(allowed, .english)); it is \"\(stage.label.english)\" now.",
                zh: "\(act.label.chinese)：须在\(Refusal.stages(allowed, .chinese))时办理，现为“\(stage.label.chinese)”。"
            )
        case .notYours(.answer):
            Phrase(
                en: "Answer on the spot: only the first responder may do that. A manager must accept the case first, then reply.",
                zh: "当场答复：仅限首问责任人当场答复；管理人员须先接收再回复。"
            )
        case .notYours(let act):
            Phrase(
                en: "\(act.label.english): you are not its first responder, or it is no longer \"\(Stage.logged.label.english)\". "
                    + "Ask the complaint manager.",
                zh: "\(act.label.chinese)：本件不是您受理的，或已不是“\(Stage.logged.label.chinese)”状态。请找投诉管理人。"
            )
        case .notTheReceiver(let number):
            Phrase(
                en: "Accept: the case was handed over to \(number). Only they or the branch manager can accept it.",
                zh: "接收：本件已移交给 \(number)，由其本人或网点负责人接收。"
            )
        case .findingMissing:
            Phrase(
                en: "Sign: there is no finding yet. A manager must record one first.",
                zh: "签字：尚无责任认定。请管理人员先作责任认定，再签字。"
            )
        case .findingLacks(let fields):
            Phrase(
                en: "Sign: the finding lacks \(Language.english.listed(fields.map { Language.english.quoted($0.label.english) })). "
                    + (fields == ["rectification"]
                        ? "Open a rectification, or record the finding again with it, then sign."
                        : "Record the finding again with \(fields.count == 1 ? "it" : "them"), then sign."),
                zh: "签字：责任认定缺少\(Language.chinese.listed(fields.map { Language.chinese.quoted($0.label.chinese) }))。"
                    + (fields == ["rectification"] ? "请开立整改，或补充认定后再签字。" : "请补充认定后再签字。")
            )
        case .lackingForSignature(let lacking): Refusal.numbered(lacking)
        case .notSignedYet:
            Phrase(
                en: "Addendum: the case is not signed yet. Write a note, or amend a typing error.",
                zh: "补记：本件尚未签字。请用“记录”，笔误请用“更正”。"
            )
        case .unknownStaff(let number):
            Phrase(en: "Nobody at this desk has the staff number \(number). Check the number.", zh: "本网点没有工号 \(number)，请核对工号。")
        case .retired(let number):
            Phrase(en: "\(number) has left this desk. Only those who work here can act or be named.", zh: "\(number) 已调离；仅在岗人员可办理或被指定。")
        case .receiverHasLeft(let number):
            Phrase(en: "\(number) has left this desk. Hand over to somebody else.", zh: "\(number) 已调离，请移交给其他人。")
        case .receiverIsNoManager(let number):
            Phrase(
                en: "\(number) is not a manager. Hand over to the complaint manager or the branch manager.",
                zh: "\(number) 不是管理人员。请移交给投诉管理人或网点负责人。"
            )
        case .receiverIsSubject(let number):
            Phrase(
                en: "The case is about \(number), who must take no part in it. Hand it over to somebody else.",
                zh: "本件涉及 \(number)，须回避。请移交给其他人。"
            )
        case .alreadyWith(let number):
            Phrase(en: "\(number) already has this case. Hand it over to somebody else.", zh: "本件已由 \(number) 办理，请移交给其他人。")
        case .missing(let field):
            Phrase(en: "\"\(field.label.english)\" is missing.", zh: "请填写“\(field.label.chinese)”。")
        case .saysNothing(let field, let text): .saysNothing(field, text)
        case .notOutside(let field, let text): .notOutside(field, text)
        case .titleIsNoName(_, let text): .titleIsNoName(text)
        case .severalLines(let field):
            Phrase(en: "\"\(field.label.english)\" is one line.", zh: "“\(field.label.chinese)”须写在一行内。")
        case .unknownField(let name, let known):
            Phrase(
                en: "There is no field \"\(name)\" here. "
                    + (known.isEmpty ? "This act takes no fields." : "The fields are: \(known.map(\.jsonKey).joined(separator: ", "))."),
                zh: "没有字段“\(name)”。"
                    + (known.isEmpty
                        ? "此操作不需要字段。"
                        : "可用字段：\(Language.chinese.listed(known.map { "\($0.label.chinese)（\($0.jsonKey)）" }))。")
            )
        case .givenTwice(let field):
            Phrase(
                en: "\"\(field.label.english)\" is given twice. Give it once.",
                zh: "“\(field.label.chinese)”重复填写，请只填一次。"
            )
        case .badValue(let field, let fault): fault.sentence(of: field.label)
        case .tooLong(let field, let limit):
            Phrase(
                en: "\"\(field.label.english)\" is too long: \(limit) characters at most.",
                zh: "“\(field.label.chinese)”过长：最多 \(limit) 个字符。"
            )
        case .inTheFuture(let field):
            Phrase(
                en: "\"\(field.label.english)\" must not be later than now.",
                zh: "“\(field.label.chinese)”不能晚于现在。"
            )
        case .inThePast(let field):
            Phrase(en: "\"\(field.label.english)\" must not be earlier than now.", zh: "“\(field.label.chinese)”不能早于现在。")
        case .behindLatest(let field, let latest, canDeclare: false):
            Phrase(
                en:
                    "\"\(field.label.english)\" is before \(latest.day.iso) \(latest.clock), the latest moment on this desk, behind which the "
                    + "computer's clock stands. Nothing was recorded. Give a later time, and have the clock set right.",
                zh: "“\(field.label.chinese)”早于本网点系统的最新时间 \(latest.day.iso) \(latest.clock)，电脑时钟慢于该时间。未作登记。"
                    + "请填写更晚的时间，并校准时钟。"
            )
        case .behindLatest(let field, let latest, canDeclare: true):
            Phrase(
                en:
                    "\"\(field.label.english)\" is before \(latest.day.iso) \(latest.clock), the latest moment on this desk: the computer's clock "
                    + "had run ahead. Nothing was recorded. The branch manager declares that clock wrong (Settings, Clocks, w; or firstdesk "
                    + "clock declare-wrong); then do this again.",
                zh: "“\(field.label.chinese)”早于本网点系统的最新时间 \(latest.day.iso) \(latest.clock)：电脑时钟曾经超前。未作登记。"
                    + "请网点负责人声明时钟有误（设置、时限、w，或 firstdesk clock declare-wrong），然后重新办理。"
            )
        case .agreedAfterLimit(let due):
            Phrase(
                en: "The agreed reply is later than the reply limit, \(due.day.iso) \(due.clock). "
                    + "Only a granted extension allows that.",
                zh: "约定回复晚于回复时限 \(due.day.iso) \(due.clock)；须先批准延期。"
            )
        case .nothingToAmend(let field):
            Phrase(
                en: "\"\(field.label.english)\" already says that; nothing was changed.",
                zh: "“\(field.label.chinese)”内容相同，未作更改。"
            )
        case .newValue(let refusal): refusal.sentence
        case .notLogged(let refusal):
            Phrase(en: "Nothing was logged. \(refusal.sentence.english)", zh: "未登记。\(refusal.sentence.chinese)")
        case .aboutDoer(let act):
            Phrase(
                en: "\(act.label.english): the complaint is about you, so you take no part in it. Log it and hand it over.",
                zh: "\(act.label.chinese)：该投诉涉及您本人，您不得参与办理。请仅登记并移交。"
            )
        case .beyondLastEvent(let last): .beyondLastEvent(last)
        case .nothingAsked(let act):
            Phrase(
                en: "\(act.label.english): \(Refusal.nothingFor(act).english)",
                zh: "\(act.label.chinese)：\(Refusal.nothingFor(act).chinese)"
            )
        case .alreadyAsked(let act):
            Phrase(en: "\(act.label.english): this was already requested, and is requested once.", zh: "\(act.label.chinese)：已申请，无须重复申请。")
        case .alreadyDone(let act):
            Phrase(en: "\(act.label.english): this was already done, and is done once.", zh: "\(act.label.chinese)：已办理，无须重复办理。")
        case .beyondTier(let amount, let before, let tier, let could):
            Phrase(
                en: (before > Amount.none
                    ? "\(amount.text) and the \(before.text) promised before are beyond your authority of \(tier.text); "
                    : "\(amount.text) is beyond your authority of \(tier.text); ")
                    + (could.map { "the \($0.label.english) could promise it." } ?? "only head office could promise it."),
                zh: (before > Amount.none
                    ? "\(amount.text) 连同已承诺的 \(before.text) 超出您的权限 \(tier.text)；" : "\(amount.text) 超出您的权限 \(tier.text)；")
                    + (could.map { "\($0.label.chinese)可承诺。" } ?? "须由总行决定。")
            )
        case .beyondApproval(let sum, let approved):
            Phrase(
                en: "\(sum.text) in all is beyond the \(approved.text) that head office approved. Ask head office again for more.",
                zh: "合计 \(sum.text) 超出总行批准的 \(approved.text)。如需增加，请再次上报总行。"
            )
        case .reliefContradictsAmount(.monetary):
            Phrase(
                en: "Monetary relief needs the amount promised. Enter it, or choose another kind of relief.",
                zh: "经济补偿须填写承诺金额。请填写金额，或选择其他补救方式。"
            )
        case .reliefContradictsAmount(let relief):
            Phrase(
                en: "With an amount promised the relief is monetary, not \"\(relief.label.english)\". Leave the kind of relief blank.",
                zh: "已承诺金额，补救方式即为经济补偿，而非“\(relief.label.chinese)”。请将补救方式留空。"
            )
        case .paidBeyondPromise(let paid, let promised):
            Phrase(
                en: "\(paid.text) paid in all is more than the \(promised.text) promised. Record the promise first.",
                zh: "已付合计 \(paid.text) 超出承诺的 \(promised.text)。请先登记承诺。"
            )
        case .tierAboveHead(let amount, let most):
            Phrase(
                en: "\(amount.text) is more than the branch manager's own \(most.text); only head office may allow that. "
                    + "Set the branch manager's first, with its reference.",
                zh: "\(amount.text) 超出网点负责人自身权限 \(most.text)，须由总行批准。请先凭总行文号设置网点负责人权限。"
            )
        case .headOfficeHasNotAnswered:
            Phrase(
                en: "Reply: head office has not answered yet. Write an interim answer meanwhile.",
                zh: "回复客户：总行尚未答复，可先作阶段性答复。"
            )
        case .notReached(let attempts):
            Phrase(
                en:
                    "\"Undelivered\" needs three recorded attempts since the customer was last reached; so far there are \(attempts). "
                    + "Record each as a contact.",
                zh: "须有三次未联系上的记录（自最近一次联系上客户之后算起）方可记为“无法送达”，现有 \(attempts) 次。请逐次记为“联系客户”。"
            )
        case .undeliveredAccepted:
            Phrase(
                en: "A reply that could not be delivered was accepted by nobody. Clear one of them: Undelivered, or Customer accepts.",
                zh: "无法送达的回复不会被客户接受。请在“无法送达”和“客户接受”中取消一项。"
            )
        case .triedOnOneDay:
            Phrase(
                en: "\"Undelivered\": the three attempts must be on at least two days. Try again on another day.",
                zh: "“无法送达”：三次联系须分布在至少两日。请改日再联系。"
            )
        case .replyFirst:
            Phrase(
                en:
                    "Sign: the customer left a contact and has not been told this outcome by a way that reaches them; the comment book is none. "
                    + "Tell them, or record there that it could not be delivered.",
                zh: "签字：客户留有联系方式，尚未以可送达的方式获知此结果（意见簿不算）。请告知客户；无法送达的，请在告知中注明。"
            )
        case .findingUntold: .findingUntold
        case .mergedNotAnswered(let number):
            Phrase(
                en: "Sign: the customer of \(number), merged in here, has not been answered. Use "
                    + "\"Tell customer or head office\" with that number. Where nobody answers, record three attempts on two days with it "
                    + "(\"Contact the customer\"), then \"Undelivered\" there.",
                zh: "签字：并入的 \(number) 客户尚未答复。请用“告知客户或总行”并填写该编号；联系不上的，请先以该编号登记至少两日内的三次联系（“联系客户”），再在告知中注明“无法送达”。"
            )
        case .notMergedIn(let number):
            Phrase(
                en: "\(number): no case of another customer with that number was merged in here. Leave it blank for this case's own.",
                zh: "\(number)：本件未并入该编号的其他客户投诉；告知本件客户请留空。"
            )
        case .mergeOfDifferentCustomers(let number): .mergeOfDifferentCustomers(number)
        case .mergeAwaitsHeadOffice: .mergeAwaitsHeadOffice
        case .mergedIntoSigned(let number, let isOfOther, let isAnswered):
            .mergedIntoSigned(number, isOfOther: isOfOther, isAnswered: isAnswered)
        case .endedUnanswered(let number): .endedUnanswered(number)
        case .sayWhetherTold: .sayWhetherTold
        case .recusedWhereMerged(let number, let isSigned): .recusedWhereMerged(number, isSigned: isSigned)
        case .namerRecused(let act, let namer, let absent): .namerRecused(act, namer, for: absent)
        case .paidWhereMerged(let number, let paid): .paidWhereMerged(number, paid)
        case .paidWhereItGoesOn(let number): .paidWhereItGoesOn(number)
        case .otherCustomerWaits(let act, let number): .otherCustomerWaits(act, number)
        case .findingStands:
            Phrase(
                en: "Finding: one stands and nothing new came to light since. Record the new fact as a note first, or send the case back.",
                zh: "责任认定：已有认定且无新情况。请先以“记录”登记新情况，或退回。"
            )
        case .classContradictsFault(let fault, let classification):
            Phrase(
                en: "\"\(fault.label.english)\" and \"\(classification.label.english)\" contradict each other: "
                    + (fault == .none ? "not at fault is unfounded or special." : "at fault is valid or special."),
                zh: "“\(fault.label.chinese)”与“\(classification.label.chinese)”矛盾："
                    + (fault == .none ? "无责应为不成立或特殊。" : "有责应为有效或特殊。")
            )
        case .ownerVerifies(let owner): .ownerVerifies(owner)
        case .nobodyVerifies(let owner): .nobodyVerifies(owner)
        case .laterNeedsReference(let setter):
            Phrase(
                en: "External deadline: later than \(setter) had set. Give the reference under which they allowed it.",
                zh: "外部时限：晚于\(setter)原定日期。请填写其同意延期的文号。"
            )
        case .laterNeedsOtherReference(let setter):
            Phrase(
                en: "External deadline: that reference set the earlier date. Give the one under which \(setter) allowed a later date.",
                zh: "外部时限：该文号为原定时限的文号。请填写\(setter)同意延期的另一文号。"
            )
        case .severalAwaitResult(let names):
            Phrase(
                en:
                    "Send the result: several wait for it. Say to whom it went: \(Language.english.listed(names.map(Language.english.quoted))).",
                zh: "报送结果：多方待报。请填写报送单位：\(Language.chinese.listed(names.map(Language.chinese.quoted)))。"
            )
        case .nobodyAwaitsResult(let name, let names):
            Phrase(
                en:
                    "Send the result: \(Language.english.quoted(name)) does not wait for one. Waiting: \(Language.english.listed(names.map(Language.english.quoted))).",
                zh: "报送结果：\(Language.chinese.quoted(name))并未要求报送。待报单位：\(Language.chinese.listed(names.map(Language.chinese.quoted)))。"
            )
        case .longerOnce:
            Phrase(
                en: "Head office has already approved 30 more days; it does so once. Reply by the final deadline.",
                zh: "总行已批准延长 30 天，仅限一次。请在最后期限前回复。"
            )
        case .nothingToTakeBack:
            Phrase(
                en: "Take back: only your own last step can be taken back: an acceptance, a hand-over, an acknowledgement.",
                zh: "撤销上一步：仅可撤销本人刚办理的接收、移交或知悉，且其后未有其他操作。"
            )
        case .tooLateToTakeBack(let seconds):
            Phrase(
                en:
                    "Take back: only possible within \(seconds) seconds, which have passed. The step stands; hand over or accept again instead.",
                zh: "撤销上一步：仅限 \(seconds) 秒内，现已超过。如需更改，请重新移交或接收。"
            )
        case .reviewOfUnsigned:
            Phrase(
                en: "Review: head office reviews only what was signed. Have the case signed first.",
                zh: "核查：总行仅核查已签字的投诉。请先签字。"
            )
        case .holdOfUnsigned:
            Phrase(
                en: "Place a hold: only a signed case is held; nothing of it is erased before. Have it signed first.",
                zh: "保全：仅可保全已签字的投诉；未签字的不会被清除。请先签字。"
            )
        case .receivedLongAgo:
            Phrase(
                en: "\"Received\" is more than a year ago. Check the year; past cases are imported, not logged.",
                zh: "“收到时间”早于一年前。请核对年份；历史投诉请用导入。"
            )
        case .beforeReceived(let field):
            Phrase(
                en: "\"\(field.label.english)\" must not be earlier than the complaint was received.",
                zh: "“\(field.label.chinese)”不能早于投诉收到时间。"
            )
        case .beforeFounding(let day):
            Phrase(
                en: "That is before this desk was founded on \(day.iso), of which it has no record. Give that day or a later one.",
                zh: "该日期早于本网点系统启用日 \(day.iso)，没有记录。请填写该日或以后的日期。"
            )
        case .historyAfterFounding(let day): .historyAfterFounding(day)
        case .historyOfOwnDesk(let day): .historyOfOwnDesk(day)
        case .historyOfPractice: .historyOfPractice
        case .bookFirst(let number?):
            Phrase(
                en: "Sign: the entry of \(number), merged in here, is not answered in the comment book yet. Record it as "
                    + "\"\(ActKind.answerInBook.label.english)\" once more.",
                zh: "签字：并入的 \(number) 尚未在意见簿上回复，请再以“\(ActKind.answerInBook.label.chinese)”登记一次。"
            )
        case .bookFirst(nil):
            Phrase(
                en: "Sign: the entry must be answered in the comment book first. Record it as \"\(ActKind.answerInBook.label.english)\".",
                zh: "签字：须先在意见簿上回复，并以“\(ActKind.answerInBook.label.chinese)”登记。"
            )
        case .notInBook:
            Phrase(
                en:
                    "\(ActKind.answerInBook.label.english): only a case from the comment book is answered there. Reply to the customer instead.",
                zh: "\(ActKind.answerInBook.label.chinese)：仅限意见簿投诉。请直接回复客户。"
            )
        case .somebodyMaySign(let number):
            Phrase(
                en: "\(ActKind.ruling.label.english): \(number) may sign; a ruling is only for cases that nobody in the branch may sign.",
                zh: "\(ActKind.ruling.label.chinese)：\(number) 可以签字；批复仅用于本网点无人可签的情形。"
            )
        case .uninvolvedOnly: .uninvolvedOnly
        case .nobodyLeftForRuling: .nobodyLeftForRuling
        case .managerEnters(let number):
            Phrase(
                en: "\(ActKind.ruling.label.english): \(number), a manager who took no part in the case, enters it.",
                zh: "\(ActKind.ruling.label.chinese)：由未参与办理的管理人员 \(number) 录入。"
            )
        case .mergeIntoEnded(let number, let stage): .mergeIntoEnded(number, stage)
        case .subjectOfOther(let number): .subjectOfOther(number)
        case .alreadyRefused(let number): .alreadyRefused(number)
        case .goesOnIn(let number): .goesOnIn(number)
        case .awaitsSignature(let number): .awaitsSignature(number)
        case .mayNotReadYet(let givers): .mayNotReadYet(givers)
        case .passcodeOfHandler(let giver): .passcodeOfHandler(giver)
        case .handledByGiven(let doer): .handledByGiven(doer)
        case .mergedUnsigned(let act, let number): .mergedUnsigned(act, number)
        case .mergedOfSameCustomer(let act, let number): .mergedOfSameCustomer(act, number)
        case .promiseOfNothing(let approved): .promiseOfNothing(approved)
        case .nobodyToRecuse:
            Phrase(
                en: "Ask for escalation: \"recusal\" applies only if the case is about the branch manager.",
                zh: "申请上报：仅当本件涉及网点负责人时，才能以“回避”为由。"
            )
        case .notRecused(let number):
            Phrase(
                en: "\(ActKind.liftRecusal.label.english): \(number) is not recused on this case. Name somebody who is.",
                zh: "\(ActKind.liftRecusal.label.chinese)：\(number) 在本件中无须回避，请填写须回避人员的工号。"
            )
        case .monthNotEnded(let month):
            Phrase(
                en: "\(month) has not ended yet. Its report can be issued from \(month.next.first.iso) on.",
                zh: "\(month) 尚未结束，请自 \(month.next.first.iso) 起出具报告。"
            )
        case .reportIssued(let month, let issue):
            Phrase(
                en: "The report for \(month) was already issued, and its figures are still those of issue \(issue).",
                zh: "\(month) 的报告已出具，数据与第 \(issue) 次出具的相同。"
            )
        case .reasonForNewIssue(let month, let issue):
            Phrase(
                en:
                    "The figures for \(month) are not those of issue \(issue) any more. That issue stays as it is; say why it is issued anew.",
                zh: "\(month) 的数据与第 \(issue) 次出具的不同。原报告保持不变；请说明重新出具的原因。"
            )
        case .mergeIntoItself:
            Phrase(en: "Merge: a case cannot be merged into itself. Give the number of another one.", zh: "并案：不能并入本件自身，请填写另一件的编号。")
        case .notOverdue: Phrase(en: "Chase: only an overdue case is chased, and nothing is overdue here.", zh: "催办：仅限逾期投诉，本件没有逾期的时限。")
        case .notLate:
            Phrase(
                en:
                    "\(ActKind.delayNote.label.english): only a case whose answer to the customer was late needs one, and this one's was not.",
                zh: "\(ActKind.delayNote.label.chinese)：仅限答复客户逾期的投诉填写，本件答复未逾期。"
            )
        case .noSuchItem(let item): .noSuchItem(item)
        case .noSuchAttachment(let item): .noSuchAttachment(item)
        case .noSuchCase(let number):
            Phrase(en: "There is no case \(number) at this desk.", zh: "本网点没有编号为 \(number) 的投诉。")
        case .mayNotRead:
            Phrase(
                en: "You may not read this case: it is about you, or another member of staff has it.",
                zh: "您不能查阅本件：本件涉及您本人，或由他人办理。"
            )
        case .changedMeanwhile:
            Phrase(
                en: "The case changed since you read it. Nothing was signed; read it again.",
                zh: "您阅读后本件有变动，尚未签字。请重新阅读。"
            )
        case .notRead(let act):
            Phrase(
                en: "\(act.label.english): say which event you have read last. \"show --json\" prints it as lastEvent; give it as read.",
                zh: "\(act.label.chinese)：请填写已读至的事件。“show --json”中的 lastEvent 即为该编号，以 read 填写。"
            )
        case .staffNumberTaken(let number):
            Phrase(en: "Staff number \(number) is already in use. Choose another.", zh: "工号 \(number) 已被使用，工号不能重复。")
        case .bookRoleMayNot: .bookRoleMayNot
        case .bookOpened(let day): .bookOpened(day)
        case .bookNotOpened(let day): .bookNotOpened(day)
        case .bookClosed(let day): .bookClosed(day)
        case .bookHasEntries(let count): .bookHasEntries(count)
        case .bookBeforeOpening(let opening): .beforeOpening(opening)
        case .closedByThese(let closing): .closedByThese(closing)
        case .notOfChannel(let field, let channels): .notOfChannel(field.label, Channel.allCases.filter(channels.contains))
        case .attachedNowhere: .attachedNowhere
        case .bookReviewLate(let closing): .bookReviewLate(closing: closing)
        case .bookHasNoEntries: .bookHasNoEntries
        case .branchClosed(let day):
            Phrase(
                en:
                    "The branch is closed on \(day.iso); there is no book to review. If it was open, the branch manager corrects the calendar.",
                zh: "\(day.iso) 网点不营业，无须查阅；如实际营业，请网点负责人更正日历。"
            )
        case .badCodes(let fault): fault.sentence
        case .badScripts(let fault): fault.sentence
        case .tooManyRepresentatives(let limit): .tooManyRepresentatives(limit: limit)
        case .settingStays:
            Phrase(
                en: "The branch code, the time zone and practice cannot be changed: case numbers and limits depend on them.",
                zh: "网点代码、时区和练习标记建立后不能更改：编号和时限均以此为据。"
            )
        case .limitTooLong(let most):
            Phrase(en: "That limit is too long: at most \(most.words.english) can be set.", zh: "时限过长：最多可设 \(most.words.chinese)。")
        case .replyBeyondFinal(let reply, let final):
            Phrase(
                en: "The reply limit (\(reply.words.english)) must not end after the final deadline (\(final.words.english)). "
                    + "Set a shorter reply limit, or a longer final deadline.",
                zh: "回复时限（\(reply.words.chinese)）不得晚于最后期限（\(final.words.chinese)）。请缩短回复时限，或延长最后期限。"
            )
        case .standsInForThemselves: Phrase(en: "Nobody can stand in for themselves. Name somebody else.", zh: "不能由本人代理本人，请指定其他人。")
        case .auditorActsForNobody:
            Phrase(en: "An auditor changes nothing and cannot be a stand-in. Name somebody else.", zh: "审计人员只能查阅，不能担任代理人，请指定其他人。")
        case .absentIsNoManager(let number):
            Phrase(
                en: "\(number) is not a manager; a stand-in acts only for an absent manager.",
                zh: "\(number) 不是管理人员；代理人仅可代理不在岗的管理人员。"
            )
        case .endBeforeStart: Phrase(en: "The end is before the start. Give a later end.", zh: "结束不能早于开始，请填写更晚的结束日期。")
        case .alreadyStoodInFor(let number):
            Phrase(
                en: "\(number) already has a stand-in for that period. End that one first, or give other days.",
                zh: "\(number) 在该期间已有代理人。请先结束该代理，或另选日期。"
            )
        case .beyondStandIn(let number):
            Phrase(
                en: "You act for \(number), and this would outlast it. Somebody must do it who has the right without standing in.",
                zh: "您现代理 \(number)，此项效力超出代理期间，须由本身有此权限的人员办理。"
            )
        case .ruleInThePast:
            Phrase(
                en: "A change can take effect from tomorrow at the earliest: the past and today are judged by what holds now.",
                zh: "更改最早自明日起生效：过去和今日仍按现行规定。"
            )
        case .worksHere(let number): Phrase(en: "\(number) works here already.", zh: "\(number) 本来在岗，无须返岗。")
        case .alreadySo: Phrase(en: "That is so already; nothing was changed.", zh: "已是如此，未作更改。")
        case .hasOpenCases(let number, let count):
            Phrase(
                en: "\(number) still has \(count) open \(count == 1 ? "case" : "cases"). Hand \(count == 1 ? "it" : "them") over first.",
                zh: "\(number) 名下还有 \(count) 件未办结，请先移交。"
            )
        case .nameTaken(let number): .nameTaken(by: number)
        case .renamedByAnother(let number): .renamedByAnother(number)
        case .nobodyGrants: .nobodyGrants
        case .dayToCome(let day, let latest): .dayToCome(day, latest: latest)
        case .nobodyStandsIn(let number):
            Phrase(en: "Nobody stands in for \(number), so there is nothing to end.", zh: "\(number) 现无代理人，无须结束。")
        case .reassignRoleMayNot: .reassignRoleMayNot(managers: Refusal.people(.managers, .english), Refusal.people(.managers, .chinese))
        case .reassignedToSame(let number): .reassignedToSame(number)
        case .otherStandsIn(let absent, let others, let wanted): .otherStandsIn(absent, others, not: wanted)
        case .readBeyondEntry(let read, let last): .readBeyondEntry(read, last: last)
        case .howManySpeak(let said, let limit): .howManySpeak(said, limit: limit)
        case .noClockJump(let seq): .noClockJump(seq)
        case .clockNotBack(let seq): .clockNotBack(seq)
        case .clockDeclared(let from, let to): .clockDeclared(from, to)
        case .lastBranchManager:
            Phrase(
                en: "The last branch manager can neither leave nor change role: nobody could sign. Add another first.",
                zh: "最后一位网点负责人不能调离或变更岗位，否则无人签字。请先增加一位。"
            )
        case .passcodeTooShort(let minimum):
            Phrase(en: "The passcode is too short: at least \(minimum) characters.", zh: "密码过短：至少 \(minimum) 个字符。")
        case .passcodeWeak(let fault): fault.sentence
        case .ownPasscode:
            Phrase(
                en: "Your own passcode is not reset; change it: firstdesk passcode.",
                zh: "本人的密码无须重置，请直接修改：firstdesk passcode。"
            )
        case .keptLonger(let latest):
            Phrase(
                en: "Erase: the branch keeps cases longer than that. Name \(latest.iso) or an earlier day.",
                zh: "清除：该日期仍在保存期限内。请填写 \(latest.iso) 或更早的日期。"
            )
        case .importantKeptShorter(let important, let years):
            Phrase(
                en: "Important cases must not be kept shorter (\(important)) than others (\(years)). Set theirs first.",
                zh: "重要投诉的保存年限（\(important)）不得短于其他投诉（\(years)）。请先设置重要投诉的年限。"
            )
        case .contentsErased(let act):
            Phrase(
                en: "\(act.label.english): the words of this case were erased after their time, so it cannot go on. Log what the "
                    + "customer says as a new case.",
                zh: "\(act.label.chinese)：本件内容已逾保存期限并清除，无法续办。请将客户所述登记为新投诉。"
            )
        case .clockJumped(let day, let until):
            Phrase(
                en:
                    "Erase: on \(day.iso) the computer's clock came more than 31 days after the act before it. If that was wrong, what is erased "
                    + "never comes back, so nothing was erased. If the clock is right, go on working and erase from \(until.iso) on; if not, set "
                    + "it right, and the branch manager declares it wrong (firstdesk clock declare-wrong).",
                zh: "清除：\(day.iso) 电脑时钟距上一次操作超过 31 天。时钟如有误，清除后无法恢复，因此未作清除。"
                    + "时钟无误的，请照常办理，自 \(until.iso) 起再清除；有误的，请校准时钟，并由网点负责人声明时钟有误（firstdesk clock declare-wrong）。"
            )
        case .dayHasEntries(let day, let count):
            Phrase(
                en:
                    "\(day.iso) has \(count) \(count == 1 ? "entry" : "entries") in the comment book, so it can stand neither as a day without "
                    + "entries nor as closed.",
                zh: "\(day.iso) 意见簿有 \(count) 条意见，不能更正为无新意见或不营业。"
            )
        case .promiseWithoutAmount:
            Phrase(
                en: "A promise in words needs what it costs: give \"Amount promised\", 0 where it costs no money.",
                zh: "文字承诺须写明金额：请填写“承诺金额”，不涉及金额的填 0。"
            )
        case .sumBeyondAmount(let said, let promised, let field):
            .beyondAmount(said, promised, isAsked: field == FieldName.sumNotPromised)
        case .sumBeyondAuthority(let given, let most, let isHeadOffices, let could, let field):
            .beyondAuthority(given, most, isHeadOffices, could, isAsked: field == FieldName.sumNotPromised)
        case .reasonFirst:
            Phrase(
                en: "Sign: the customer has not been told why the complaint is out of remit. Tell them, by any way that reaches them.",
                zh: "签字：尚未将不予受理的原因告知客户。请以可送达的方式告知客户。"
            )
        case .responsibleWithoutFault:
            Phrase(
                en: "Where the bank is not at fault, nobody is responsible. Leave \"Responsible\" blank, or find the bank partly at fault.",
                zh: "我行无责的，不应有责任人。请将“责任人及比例”留空，或认定部分有责。"
            )
        case .sumOutsideAnswer(let given, let promised): .outsideAnswer(given, promised)
        case .sumWithoutAnswer(let given, let promised): .withoutAnswer(given, promised)
        case .share(let fault): .share(fault)
        case .tellWhereMerged(let end, let own): .tellWhereMerged(end, own)
        case .approvalInWords(let said, let amount): .approvalInWords(said, amount)
        case .sumToOther(let given, let promised, let number): .toOther(given, promised, number)
        case .wholePromised(let amount, let field): .wholePromised(amount, isAsked: field == FieldName.sumNotPromised)
        case .otherCurrency(let country, let field): .otherCurrency(country, isAsked: field == FieldName.sumNotPromised)
        case .sumWhileLogging(let given): .sumWhileLogging(given)
        case .sumToHotline(let given): .sumToHotline(given)
        case .sumOutsideRuling(let given): .outsideRuling(given)
        case .entryThere(let number, let page, let line):
            Phrase(
                en: "Page \(page), line \(line) was already logged today, or for the same day, as \(number). Nothing was logged. "
                    + "Check the place.",
                zh: "第 \(page) 页第 \(line) 行当日已登记为 \(number)，未重复登记。请核对页码和行号。"
            )
        case .needsHeadOffice(let field): .needsHeadOffice(field)
        case .paperIsOut(let holder):
            Phrase(en: "Archive: \(holder) has the paper. Record its return first.", zh: "档案借阅：纸质档案已由\(holder)借出，请先登记归还。")
        case .paperToSubject(let number):
            Phrase(
                en: "Archive: the case is about \(number), who must not read it. Give its paper to somebody else.",
                zh: "档案借阅：本件涉及 \(number)，须回避，不得借阅。请交由其他人。"
            )
        case .paperIsIn:
            Phrase(en: "Archive: the paper is not out. Nothing was changed.", zh: "档案借阅：纸质档案未借出，未作更改。")
        case .notOnPracticeDesk:
            Phrase(
                en: "The time is set and keys are played only on a practice desk, not on a live one.",
                zh: "仅练习网点可用，正式网点不得设定时间或播放按键。"
            )
        }
    }

    /// What an act waits for that nobody asked for, and who could.
    private static func nothingFor(_ act: ActKind) -> Phrase {
        switch act {
        case .grantExtension:
            Phrase(en: "no extension was asked for. A manager asks for one first.", zh: "尚未申请延期，须先由管理人员申请。")
        case .confirmEscalation:
            Phrase(en: "no escalation was asked for. A manager asks for one first.", zh: "尚未申请上报，须先由管理人员申请。")
        case .decline:
            Phrase(en: "no such request waits for an answer. A manager makes one first.", zh: "没有待决定的该项申请，须先由管理人员申请。")
        case .liftRecusal:
            Phrase(en: "nobody is recused on this case, so there is nothing to lift.", zh: "本件无人须回避，无须解除。")
        case .verifyRectification, .cancelRectification:
            Phrase(en: "no rectification is open here. Open one first.", zh: "本件没有未完成的整改，须先开立。")
        case .sendResult:
            Phrase(en: "nobody outside has set a date for the result. Log the external deadline first.", zh: "没有外部单位要求报送，须先登记外部时限。")
        case .reviewDecision:
            Phrase(en: "the customer has not asked for a review. Log the request first.", zh: "客户尚未申请核查，须先登记申请。")
        case .mediate:
            Phrase(
                en: "the steps follow each other: offered; accepted or declined; settled or failed.",
                zh: "须按顺序登记：已提议；客户接受或不接受；调解成功或未成。"
            )
        case .release:
            Phrase(en: "the case is not on hold, so there is nothing to lift.", zh: "本件未保全，无须解除。")
        default:
            Phrase(en: "only what was asked for can be done so, and nothing was.", zh: "须先有相应申请，本件没有。")
        }
    }

    private static func people(_ roles: Set<Role>, _ language: Language) -> String {
        let names = Role.allCases.filter(roles.contains).map { language($0.label) }
        return language.oneOf(language == .english ? names.map { "the " + $0 } : names)
    }

    private static func stages(_ stages: Set<Stage>, _ language: Language) -> String {
        language.oneOf(Stage.allCases.filter(stages.contains).map { language.quoted(language($0.label)) })
    }
}
