@testable import ComplaintRules

/// One event of each kind with all its fields filled, and the JSON text in which it stands in the ledger.
struct SampleEvent: Sendable {
    let event: any CaseEvent
    let json: String

    init(_ event: any CaseEvent, _ json: String) {
        self.event = event
        self.json = json
    }

    private static let moment = Moment(milliseconds: 1_795_312_800_123)
    private static let later = Moment(milliseconds: 1_795_572_000_000)
    private static let staff = [Desk.complaints.number, Desk.manager.number]

    /// An intake with something in each of its fields, though no channel has them all.
    static let intake = {
        var intake = Intake(channel: .commentBook, received: moment, text: "排队四十分钟")
        intake.customer = "刘女士"
        intake.contact = "13812340000"
        intake.proxy = "王太太"
        intake.authority = "委托书，3号柜14号"
        intake.cameBy = .supervisor
        intake.asks = "道歉"
        intake.business = "cards"
        intake.reason = "service"
        intake.about = "王芳"
        intake.happened = later
        intake.amount = Amount("66.50")
        intake.isRepeatedBack = true
        intake.agreed = later
        intake.postmark = Day(ordinal: 20_777)
        intake.originalPlace = "3号柜12号"
        intake.copyPlace = "3号柜13号"
        intake.callBackNumber = "0379-6543"
        intake.isVerified = false
        intake.ticket = "T17"
        intake.hotlineAnswer = "已答复"
        intake.isQuietPlace = true
        intake.page = 12
        intake.line = 3
        intake.sender = "监管局"
        intake.reference = "〔2026〕3号"
        intake.due = later
        intake.isVulnerable = true
        intake.isVulnerabilityFailed = false
        intake.subjects = staff
        intake.source = "台账"
        intake.sourceNumber = "2019-7"
        return intake
    }()

    private static let clock = {
        var clock = Clock(.reply, started: moment, due: later)
        clock.ended = later
        clock.isSuperseded = true
        (clock.setBy, clock.from, clock.yieldedTo) = ("监管局", "0379-2611-009", "0379-2611-010")
        return clock
    }()

    private static let imported = {
        var imported = Imported(number: Desk.caseNumber, intake: intake)
        imported.channelName = "柜面"
        imported.outcome = "已和解"
        imported.isKeptWithinLimit = true
        imported.headOfficeReceived = later
        imported.others = ["b": "乙", "a": "甲"]
        return imported
    }()

    static let all = [
        SampleEvent(
            Logged(number: "0379-2611-017", intake: intake, clocks: [clock], isLateClaim: true),
            #"""
            {"clocks":[{"due":1795572000000,"ended":1795572000000,"from":"0379-2611-009","isSuperseded":true,\#
            "name":"reply","setBy":"监管局","started":1795312800123,"yieldedTo":"0379-2611-010"}],"intake":{"about":"王芳","agreed":1795572000000,\#
            "amount":{"hundredths":6650},"asks":"道歉","authority":"委托书，3号柜14号","business":"cards","callBackNumber":"0379-6543","cameBy":"12378",\#
            "channel":"comment-book","contact":"13812340000","copyPlace":"3号柜13号","customer":"刘女士",\#
            "due":1795572000000,"happened":1795572000000,"hotlineAnswer":"已答复","isQuietPlace":true,\#
            "isRepeatedBack":true,"isVerified":false,"isVulnerabilityFailed":false,"isVulnerable":true,"line":3,\#
            "originalPlace":"3号柜12号","page":12,"postmark":20777,"proxy":"王太太","reason":"service","received":1795312800123,\#
            "reference":"〔2026〕3号","sender":"监管局","source":"台账","sourceNumber":"2019-7",\#
            "subjects":["1005","1008"],"text":"排队四十分钟","ticket":"T17"},"isLateClaim":true,"number":"0379-2611-017"}
            """#
        ),
        SampleEvent(
            imported,
            #"""
            {"channelName":"柜面","headOfficeReceived":1795572000000,"intake":{"about":"王芳",\#
            "agreed":1795572000000,"amount":{"hundredths":6650},"asks":"道歉","authority":"委托书，3号柜14号","business":"cards",\#
            "callBackNumber":"0379-6543","cameBy":"12378","channel":"comment-book","contact":"13812340000",\#
            "copyPlace":"3号柜13号","customer":"刘女士","due":1795572000000,"happened":1795572000000,\#
            "hotlineAnswer":"已答复","isQuietPlace":true,"isRepeatedBack":true,"isVerified":false,\#
            "isVulnerabilityFailed":false,"isVulnerable":true,"line":3,"originalPlace":"3号柜12号","page":12,"postmark":20777,"proxy":"王太太",\#
            "reason":"service","received":1795312800123,"reference":"〔2026〕3号","sender":"监管局",\#
            "source":"台账","sourceNumber":"2019-7","subjects":["1005","1008"],"text":"排队四十分钟",\#
            "ticket":"T17"},"isKeptWithinLimit":true,"number":"0379-2611-017","others":{"a":"甲",\#
            "b":"乙"},"outcome":"已和解"}
            """#
        ),
        SampleEvent(
            ClockStarted(clock: clock),
            #"""
            {"clock":{"due":1795572000000,"ended":1795572000000,"from":"0379-2611-009","isSuperseded":true,\#
            "name":"reply","setBy":"监管局","started":1795312800123,"yieldedTo":"0379-2611-010"}}
            """#
        ),
        SampleEvent(
            BegunAnew(
                limits: [.init(place: 0, name: .reply, started: moment, due: later, ruleFrom: Day(ordinal: 20_782))],
                actions: [.init(item: 1, started: moment, due: Day(ordinal: 20_782))]
            ),
            #"""
            {"actions":[{"due":20782,"item":1,"started":1795312800123}],\#
            "limits":[{"due":1795572000000,"name":"reply","place":0,"ruleFrom":20782,"started":1795312800123}]}
            """#
        ),
        SampleEvent(
            Linked(
                number: "0379-2611-009",
                tie: .refusedAnswer,
                subjects: staff,
                namings: ["王芳"],
                carried: .init(
                    clocks: [clock],
                    bookAnswersDue: ["0379-2611-010"],
                    customersToAnswer: ["0379-2611-011"],
                    owesAnswer: true,
                    promised: Amount("66"),
                    paid: Amount("6"),
                    cap: Amount("100"),
                    hasContact: true,
                    members: ["0379-2611-012"],
                    reachable: ["0379-2611-009"]
                )
            ),
            #"""
            {"carried":{"bookAnswersDue":["0379-2611-010"],"cap":{"hundredths":10000},"clocks":[{"due":1795572000000,\#
            "ended":1795572000000,"from":"0379-2611-009","isSuperseded":true,"name":"reply","setBy":"监管局",\#
            "started":1795312800123,"yieldedTo":"0379-2611-010"}],"customersToAnswer":["0379-2611-011"],"hasContact":true,\#
            "members":["0379-2611-012"],"owesAnswer":true,"paid":{"hundredths":600},"promised":{"hundredths":6600},\#
            "reachable":["0379-2611-009"]},"namings":["王芳"],"number":"0379-2611-009",\#
            "subjects":["1005","1008"],"tie":"refused-answer"}
            """#
        ),
        SampleEvent(
            Recused(subjects: staff, namings: ["王芳"], place: 2),
            #"{"namings":["王芳"],"place":2,"subjects":["1005","1008"]}"#
        ),
        SampleEvent(Parted(number: "0379-2611-009", stays: Amount("66")), #"{"number":"0379-2611-009","stays":{"hundredths":6600}}"#),
        SampleEvent(
            PartedFar(
                number: "0379-2611-009",
                members: ["0379-2611-008"],
                through: "0379-2611-010",
                left: .init(bookAnswersDue: ["0379-2611-010"]),
                place: 2
            ),
            #"{"left":{"bookAnswersDue":["0379-2611-010"],"clocks":[],"customersToAnswer":[]},"members":["0379-2611-008"],"number":"0379-2611-009","place":2,"through":"0379-2611-010"}"#
        ), SampleEvent(CustomerOwed(number: "0379-2611-009", place: 1), #"{"number":"0379-2611-009","place":1}"#),
        SampleEvent(CustomerOwedNoMore(), #"{}"#),
        SampleEvent(Acceptance(), #"{}"#),
        SampleEvent(Acknowledgement(text: "先安抚客户"), #"{"text":"先安抚客户"}"#),
        SampleEvent(Dossier(number: "0379-2611-D007"), #"{"number":"0379-2611-D007"}"#),
        SampleEvent(ExtensionGrant(), #"{}"#),
        SampleEvent(
            SignOff(seal: .init(covers: 12, publicKey: "ab12", signature: "cd34")),
            #"{"seal":{"covers":12,"publicKey":"ab12","signature":"cd34"}}"#
        ),
        SampleEvent(SendingBack(reason: "事实不清"), #"{"reason":"事实不清"}"#),
        SampleEvent(
            HeadOfficeAnswer(text: "同意按章退费", amount: Amount("66"), isLonger: true, reference: "8号"),
            #"{"amount":{"hundredths":6600},"isLonger":true,"reference":"8号","text":"同意按章退费"}"#
        ),
        SampleEvent(
            BookAnswer(text: "已在意见簿第12页回复", entry: "0379-2611-009"),
            #"{"entry":"0379-2611-009","text":"已在意见簿第12页回复"}"#
        ),
        SampleEvent(ResultSent(text: "已书面报送", to: "监管局"), #"{"text":"已书面报送","to":"监管局"}"#),
        SampleEvent(CallBack(level: .basicallySatisfied, text: "还行"), #"{"level":"basically-satisfied","text":"还行"}"#),
        SampleEvent(
            RectificationCheck(item: 2, result: "又犯", isEffective: false, reference: "21号"),
            #"{"isEffective":false,"item":2,"reference":"21号","result":"又犯"}"#
        ),
        SampleEvent(DelayNote(number: "0379-2611-L002", cause: "等待他行回函"), #"{"cause":"等待他行回函","number":"0379-2611-L002"}"#),
        SampleEvent(
            Answer(
                text: "已解释",
                amount: Amount("66"),
                promise: "三日内到账",
                paid: Amount("6"),
                paidOn: Day(ordinal: 20_777),
                relief: .monetary
            ),
            #"""
            {"amount":{"hundredths":6600},"paid":{"hundredths":600},"paidOn":20777,"promise":"三日内到账","relief":"monetary",\#
            "text":"已解释"}
            """#
        ),
        SampleEvent(
            Finding(
                fault: .partly,
                classification: .special,
                kind: .enquiry,
                facts: "监控显示排队四十分钟",
                apology: "当面道歉",
                apologyBy: "王芳",
                correction: "已补办",
                rectification: "晨会学习",
                explanation: "已耐心解释",
                ruling: "1号",
                thirdParty: "支付机构",
                responsible: "王芳 60%",
                subjects: staff
            ),
            #"""
            {"apology":"当面道歉","apologyBy":"王芳","class":"special","correction":"已补办",\#
            "explanation":"已耐心解释","facts":"监控显示排队四十分钟","fault":"partly","kind":"enquiry",\#
            "rectification":"晨会学习","responsible":"王芳 60%","ruling":"1号","subjects":["1005","1008"],"thirdParty":"支付机构"}
            """#
        ),
        SampleEvent(
            Reply(
                how: .phone,
                text: "已答复",
                grounds: "合同第3条",
                remedies: "可申请核查",
                isAccepted: false,
                to: "王太太",
                amount: Amount("66"),
                promise: "三日内到账",
                paid: Amount("6"),
                paidOn: Day(ordinal: 20_777),
                relief: .explanation,
                isUndelivered: true
            ),
            #"""
            {"amount":{"hundredths":6600},"grounds":"合同第3条","how":"phone","isAccepted":false,"isUndelivered":true,\#
            "paid":{"hundredths":600},"paidOn":20777,"promise":"三日内到账","relief":"explanation","remedies":"可申请核查","text":"已答复","to":"王太太"}
            """#
        ),
        SampleEvent(Contact(how: .letter, text: "无人接听", isReached: false), #"{"how":"letter","isReached":false,"text":"无人接听"}"#),
        SampleEvent(
            Note(text: "看了监控", how: .book, paid: Amount("6"), paidOn: Day(ordinal: 20_777)),
            #"{"how":"book","paid":{"hundredths":600},"paidOn":20777,"text":"看了监控"}"#
        ),
        SampleEvent(HandOver(to: Desk.complaints.number, note: "急"), #"{"note":"急","to":"1005"}"#),
        SampleEvent(AgreedTime(agreed: later), #"{"agreed":1795572000000}"#),
        SampleEvent(InterimAnswer(how: .other, text: "正在核查"), #"{"how":"other","text":"正在核查"}"#),
        SampleEvent(PersonTold(who: "王芳", text: "当时系统卡顿"), #"{"text":"当时系统卡顿","who":"王芳"}"#),
        SampleEvent(
            Told(who: .headOffice, how: .phone, text: "已报媒体关注", number: "0379-2611-009"),
            #"{"how":"phone","number":"0379-2611-009","text":"已报媒体关注","who":"head-office"}"#
        ),
        SampleEvent(
            Rectification(item: 2, what: "更换叫号机", owner: "陈立", due: Day(ordinal: 20_800), isOfFinding: true),
            #"{"due":20800,"isOfFinding":true,"item":2,"owner":"陈立","what":"更换叫号机"}"#
        ),
        SampleEvent(
            HeadOfficeNote(text: "总行已受理", number: "88号", due: later),
            #"{"due":1795572000000,"number":"88号","text":"总行已受理"}"#
        ),
        SampleEvent(ExtensionRequest(reason: "须调阅监控"), #"{"reason":"须调阅监控"}"#),
        SampleEvent(Escalation(why: .branchDispute, reason: "超出权限", persons: 7), #"{"kind":"branch-dispute","persons":7,"reason":"超出权限"}"#),
        SampleEvent(Declined(reason: "本网点可以处理", what: .extension), #"{"reason":"本网点可以处理","what":"extension"}"#),
        SampleEvent(Chaser(number: "0379-2611-C003", text: "请今日答复"), #"{"number":"0379-2611-C003","text":"请今日答复"}"#),
        SampleEvent(
            Attachment(name: "来信 1/2", place: "3号柜12号", digest: "0f1e", byteCount: 4_096),
            #"{"byteCount":4096,"digest":"0f1e","name":"来信 1/2","place":"3号柜12号"}"#
        ),
        SampleEvent(StaffStatement(text: "当时我在核对凭证"), #"{"text":"当时我在核对凭证"}"#),
        SampleEvent(
            Addendum(text: "客户来电致谢", paid: Amount("6"), paidOn: Day(ordinal: 20_777)),
            #"{"paid":{"hundredths":600},"paidOn":20777,"text":"客户来电致谢"}"#
        ),
        SampleEvent(
            Amendment(field: .about, old: .init(.text("李敏")), new: .init(.text("王芳")), subjects: staff),
            #"{"field":"about","new":{"text":"王芳"},"old":{"text":"李敏"},"subjects":["1005","1008"]}"#
        ),
        SampleEvent(RectificationCancelled(item: 2, reason: "重复开立"), #"{"item":2,"reason":"重复开立"}"#),
        SampleEvent(
            RecusalLifted(number: Desk.manager.number, reason: "同名", reference: "总服〔2026〕9号"),
            #"{"number":"1008","reason":"同名","reference":"总服〔2026〕9号"}"#
        ),
        SampleEvent(
            OutsideDate(due: later, by: "监管局", reference: "9号"),
            #"{"by":"监管局","due":1795572000000,"reference":"9号"}"#
        ),
        SampleEvent(
            Mediation(step: .settled, body: "调解中心", text: "双方和解"),
            #"{"body":"调解中心","step":"settled","text":"双方和解"}"#
        ),
        SampleEvent(SpotCheck(text: "抽查录音，属实"), #"{"text":"抽查录音，属实"}"#),
        SampleEvent(TakenBack(), #"{}"#),
        SampleEvent(
            Ruling(text: "同意结案", reference: "总服〔2026〕17号", told: "已电话告知"),
            #"{"reference":"总服〔2026〕17号","text":"同意结案","told":"已电话告知"}"#
        ),
        SampleEvent(
            RefusedAnswer(reason: "不认可解释", toldChannels: "12378", next: "0379-2611-021"),
            #"{"next":"0379-2611-021","reason":"不认可解释","toldChannels":"12378"}"#
        ),
        SampleEvent(ReviewRequest(text: "未核对监控", isLate: true), #"{"isLate":true,"text":"未核对监控"}"#),
        SampleEvent(
            ReviewDecision(text: "重办", told: "已电话告知", isAgain: true, next: "0379-2611-021"),
            #"{"isAgain":true,"next":"0379-2611-021","text":"重办","told":"已电话告知"}"#
        ),
        SampleEvent(
            Withdrawal(reason: "改变主意", how: .wechat, when: later),
            #"{"how":"wechat","reason":"改变主意","when":1795572000000}"#
        ),
        SampleEvent(
            NotAccepted(reason: "属他行业务", how: .phone, toldChannels: "12378"),
            #"{"how":"phone","reason":"属他行业务","toldChannels":"12378"}"#
        ),
        SampleEvent(
            Merged(into: "0379-2611-009", reason: "同一故障"),
            #"{"into":"0379-2611-009","reason":"同一故障"}"#
        ),
        SampleEvent(Hold(reason: "诉讼中"), #"{"reason":"诉讼中"}"#),
        SampleEvent(Release(reason: "诉讼已结"), #"{"reason":"诉讼已结"}"#),
    ]
}
