import DeskTestSupport
import Testing

@testable import ComplaintRules

/// Words that say that there is nothing: they fill nothing that is required, and what they stand in is blank.
@Suite("Words that say there is nothing")
struct SayingNoneTests {
    @Test("words that none is there fill nothing: marks, none, unknown, 暂无; a sentence with such words says something")
    func anything() {
        for text in [
            "-", "——", "...", "。", "？", "*", "/", "n/a", "N. A.", "None", "none.", "nil", "nothing", "No", "NO!", "no reason", "not known",
            "not yet", "unknown",
            "TBD", "无", "（无）", "无。", "無", "没有", "沒有", "暂无", "无原因", "没有理由", "略", "空", "同上", "待定", "待补", "不适用", "无 无", "不详", "未知", "0",
            "ＮＯＮＥ", "\u{200B}无",
        ] {
            #expect(Written.saysNone(text), "\(text)")
        }
        for text in [
            "", " ", "no queue was opened", "无人值守", "没有开窗口", "不清楚收费标准", "拒绝", "客户不愿", "the customer declined",
            "no reply from the supplier yet", "No. 5",
            "Reference missing", "Remarks missing", "Reason not stated.", "Reference pending", "原因不明", "理由不清楚", "待核实", "号码缺",
            "未说明", "没有写日期", "👍", "x", "1", "Nina", "未央区", "none of the two windows was open",
        ] {
            #expect(!Written.saysNone(text), "\(text)")
        }
    }

    @Test(
        "words that a thing is not needed, or stands elsewhere, fill nothing but a reason: no apology, owner, contact, subject or reference"
    )
    func unneeded() throws {
        let life = try Life()
        for text in [
            "无需", "无须", "不需要", "不用", "不必", "不涉及", "没必要", "无此必要", "无需。", "（无需）", "暂不需要", "同前", "见上", "not needed", "Not required",
            "none required", "no need",
            "unnecessary", "not necessary",
        ] {
            #expect(Written.saysNone(text) && text.isNoReference && Written.saysNone(text, of: .contact), "\(text)")
            #expect(!Written.saysNone(text, of: .reason), "\(text)")
            let intake = try Intake(
                values: ["channel": "oral", "text": "x", "contact": text, "about": text],
                at: Desk.now,
                under: Desk.rules
            )
            #expect(intake.contact.isEmpty && intake.about.isEmpty && !intake.hasContact, "\(text)")
            #expect(throws: Refusal.saysNothing("owner", text)) {
                try Deed(.rectify, values: ["what": "x", "owner": text, "due": "2026-12-01"], at: life.now, under: life.desk)
            }
        }
        for text in ["未道歉", "未致歉"] { #expect(Written.saysNone(text), "\(text)") }
        for text in ["无正式文号", "无书面文号", "没有正式编号"] { #expect(text.isNoReference, "\(text)") }
        for text in ["无需客户再来网点，已代办", "不需要再排队", "no need to come again", "用户不必再缴费", "需要培训", "见上周通知", "必要时上门"] {
            #expect(!Written.saysNone(text) && !text.isNoReference, "\(text)")
        }
    }

    @Test("words that no contact was left are no contact, whoever left none and however it is said")
    func contacts() throws {
        for text in [
            "不留", "不提供", "拒绝提供", "匿名", "保密", "未提供", "不愿留", "不愿透露", "空", "略", "无电话", "没有电话", "未留电话", "客户未留", "同上", "没留", "客户不愿提供联系方式",
            "要求保密", "不方便留", "无名氏", "暂未提供手机号码", "declined", "refused to give", "anonymous", "no phone", "not given",
            "customer declined to leave a number",
            "did not want to leave a contact", "would not say", "won't give one", "no e-mail or phone".replacing(every: " or ", with: ", "),
            "none left", "withheld",
            "same as above", "00000000000", "11111111111", "0",
        ] {
            let intake = try Intake(
                values: ["channel": "phone", "text": "x", "contact": text, "call-back-number": text],
                at: Desk.now,
                under: Desk.rules
            )
            #expect(!intake.hasContact && intake.contact.isEmpty && intake.callBackNumber == nil, "\(text)")
            #expect(Likeness.contacts(in: text) == [], "\(text)")
        }
        for text in ["13800001234", "微信 无忧", "wechat: nophone", "邻居张三转", "匿名信箱 88", "a@b.cn", "见来信", "8000 0000"] {
            let intake = try Intake(values: ["channel": "oral", "text": "x", "contact": text], at: Desk.now, under: Desk.rules)
            #expect(intake.hasContact && intake.contact == text, "\(text)")
        }
    }

    @Test("what head office or the customer said stands as they said it, be it No, nothing yet or a mark of exclamation")
    func othersWords() throws {
        let asked = try Life.withHeadOffice()
        for word in ["No.", "Nothing.", "不", "暂无", "还没有", "Pending."] {
            #expect(asked.refusal(of: .headOfficeNote(.init(text: word)), by: Desk.complaints) == nil, "\(word)")
            #expect(asked.refusal(of: .headOfficeAnswer(.init(text: word, amount: Amount.none)), by: Desk.complaints) == nil, "\(word)")
        }
        for word in ["-", "。", "…"] {
            #expect(asked.refusal(of: .headOfficeNote(.init(text: word)), by: Desk.complaints) == .saysNothing("text", word), "\(word)")
        }
        func logged(_ text: String, by channel: Channel = .commentBook) -> Refusal? {
            let intake = Intake(channel: channel, received: Desk.now, text: text)
            do throws(Refusal) {
                _ = try decideLogging(intake, as: Desk.caseNumber, in: Occasion(Actor(Desk.clerk), at: Desk.now, under: Desk.rules))
                return nil
            } catch {
                return error
            }
        }
        for text in ["？？？", "！", "没有", "无", "No!"] { #expect(logged(text) == nil, "\(text)") }
        // What staff take down of somebody who speaks says something.
        for text in ["none", "无", "暂无", "n/a", "?", "No!", "无需"] {
            for channel in [Channel.oral, .phone, .other] { #expect(logged(text, by: channel) == .saysNothing("text", text), "\(text)") }
        }
        for text in ["-", "。", "..."] { #expect(logged(text) == .saysNothing("text", text), "\(text)") }
    }

    @Test("words that name nobody are no customer's name: two who stay anonymous are no one customer")
    func names() throws {
        for text in [
            "匿名", "不详", "未知", "客户", "某客户", "群众", "市民", "不愿透露", "无名氏", "不愿透露姓名", "某某", "一位客户", "先生", "anonymous", "Anonymous customer",
            "unknown", "Customer",
            "the customer", "a member of the public", "declined to give name", "did not give a name", "name withheld", "-", "n/a", "无",
        ] {
            let intake = try Intake(
                values: ["channel": "oral", "text": "x", "customer": text, "proxy": text],
                at: Desk.now,
                under: Desk.rules
            )
            #expect(intake.customer.isEmpty && intake.proxy.isEmpty, "\(text)")
            let one = Likeness.Identity(name: text, contact: "")
            #expect(one.fullName == nil && one.keys.isEmpty && Likeness.ofCustomers(one, one) == nil, "\(text)")
        }
        // They stay as they were written, and fit too many.
        for text in ["老年客户", "男客户", "业主", "an elderly lady"] {
            #expect(Likeness.Identity(name: text, contact: "").fullName == nil, "\(text)")
        }
        for text in ["王芳", "吴明", "Will Young", "He An", "Na Li", "Anna Hall", "客户甲", "客户100", "No Min-jun", "Guest"] {
            let intake = try Intake(values: ["channel": "oral", "text": "x", "customer": text], at: Desk.now, under: Desk.rules)
            #expect(intake.customer == text, "\(text)")
        }
        #expect(Likeness.ofCustomers(.init(name: "Will Young", contact: ""), .init(name: "Young, Will", contact: "")) == .customer)
        #expect(Likeness.ofCustomers(.init(name: "客户1", contact: ""), .init(name: "客户2", contact: "")) == nil)
    }

    @Test("words that somebody only agreed are no reference")
    func references() {
        for text in [
            "口头", "电话同意", "待补", "同上", "见附件", "没有文号", "n/a", "暂无", "。", "no number", "not yet", "pending", "待定", "无编号", "none given",
            "by phone", "verbal", "verbally agreed",
            "xx", "ok", "总行领导口头同意", "phone call", "to follow", "未留",
        ] {
            #expect(text.isNoReference, "\(text)")
        }
        for text in ["洛金监〔2026〕15号", "HO-1", "HO/2026/9", "letter of 5 November", "监管 7 号", "15", "email 2026-11-05"] {
            #expect(!text.isNoReference, "\(text)")
        }
    }

    @Test("what names a body, an owner or a thing is not filled by them, in whatever act and setting; what may be left out is blank")
    func lines() throws {
        let life = try Life.inHand()
        func refusal(_ kind: ActKind, _ values: [String: String]) -> Refusal? {
            do {
                return life.refusal(of: try Deed(kind, values: values, at: life.now, under: life.desk), by: Desk.complaints)
            } catch {
                return error
            }
        }
        for word in ["-", "无", "none", "unknown", "。"] {
            #expect(refusal(.outsideDate, ["due": "2026-12-10", "setBy": word]) == .saysNothing("set-by", word), "\(word)")
            #expect(refusal(.rectify, ["what": "x", "owner": word, "due": "2026-12-01"]) == .saysNothing("owner", word), "\(word)")
            #expect(refusal(.tellPerson, ["who": word, "text": "x"]) == .saysNothing("who", word), "\(word)")
            #expect(throws: Refusal.saysNothing("sender", word)) {
                try Intake(values: ["channel": "referred", "text": "x", "sender": word], at: Desk.now, under: Desk.rules)
            }
            #expect(life.refusal(of: .amend("text", to: word), by: Desk.complaints) == .newValue(.saysNothing("text", word)))
            // In the customer's own hand it may be just that; a mark alone is none.
            let lack: Refusal? = Written.hasNoWord(word) ? .newValue(.saysNothing("text", word)) : nil
            let written = try Life { $0.channel = .commentBook }
            #expect(written.refusal(of: .amend("text", to: word), by: Desk.clerk) == lack)
            let act = try Deed(.headOfficeNote, values: ["text": "x", "number": word]).act as? HeadOfficeNote
            #expect(act?.number == nil, "\(word)")
            let attached = try Deed(.attach, values: ["name": word, "place": word])
            #expect(life.refusal(of: attached, by: Desk.complaints) == .missing("name"), "\(word)")
            for (name, path) in [
                ("name", \DeskSettings.branchName), ("hotline", \.hotline), ("outside-channels", \.outsideChannels),
            ] as [(String, WritableKeyPath<DeskSettings, String>)] {
                var wanted = Desk.rules.settings
                wanted[keyPath: path] = word
                #expect(throws: Refusal.saysNothing(FieldName(name), word)) {
                    try decideSettings(wanted, in: Occasion(Actor(Desk.manager), at: Desk.now, under: Desk.rules))
                }
            }
        }
    }

    @Test("a hotline has a digit, however it is written")
    func hotline() {
        func refusal(_ hotline: String) -> Refusal? {
            var wanted = Desk.rules.settings
            wanted.hotline = hotline
            do throws(Refusal) {
                _ = try decideSettings(wanted, in: Occasion(Actor(Desk.manager), at: Desk.now, under: Desk.rules))
                return nil
            } catch {
                return error
            }
        }
        for text in ["abc", "投诉电话", "call us"] { #expect(refusal(text) == .badValue("value", .setting("hotline")), "\(text)") }
        for text in ["95588", "0379-65920001", "９５５８８", "总行 95588 转 2"] { #expect(refusal(text) == nil, "\(text)") }
    }

    @Test("the customer's own word may be just that; a mark alone is nobody's word")
    func ownWord() throws {
        for (kind, field, others) in [
            (.withdraw, "reason", ["how": "oral"]), (.refuseAnswer, "reason", [:]), (.statement, "text", [:]), (.askReview, "text", [:]),
            (.contact, "text", ["how": "phone", "reached": "yes"]), (.tellPerson, "text", ["who": "1003"]),
        ] as [(ActKind, String, [String: String])] {
            for word in ["No", "No!", "无", "unknown", "口头", "不适用"] {
                _ = try Deed(kind, values: others.merging([field: word]) { _, new in new })
            }
            for word in ["-", "…", "?", "。", "***"] {
                #expect(throws: Refusal.saysNothing(FieldName(field), word), "\(kind) \(word)") {
                    try Deed(kind, values: others.merging([field: word]) { _, new in new })
                }
            }
        }
        // What the desk says to others is its own.
        for (kind, others) in [
            (.reply, ["how": "phone", "accepted": "yes"]), (.answer, [:]), (.interimAnswer, ["how": "phone"]),
            (.tell, ["who": "customer", "how": "phone"]),
            (.note, [:]), (.answerInBook, [:]), (.sendResult, [:]), (.ruling, ["reference": "HO-1"]), (.spotCheck, [:]),
        ] as [(ActKind, [String: String])] {
            for word in ["-", "无", "None"] {
                #expect(throws: Refusal.saysNothing("text", word), "\(kind) \(word)") {
                    try Deed(kind, values: others.merging(["text": word]) { _, new in new })
                }
            }
        }
    }

    @Test("a member of staff has a name: no word for none, no title alone, one line")
    func staffNames() {
        func refusal(_ name: String) -> Refusal? {
            do throws(Refusal) {
                try checkStaffName(name)
                return nil
            } catch {
                return error
            }
        }
        for name in ["-", "无", "none", "unknown", "匿名", "Customer"] { #expect(refusal(name) == .saysNothing("name", name), "\(name)") }
        for name in [
            "branch manager", "The Branch Manager", "行长", "网点负责人", "3号窗口", "柜员", "teller", "Teller 3", "大堂经理", "会计主管", "complaints manager",
            "第二柜台", "Clerk no. 4",
        ] {
            #expect(refusal(name) == .titleIsNoName("name", name), "\(name)")
        }
        #expect(refusal("李敏\n王芳") == .severalLines("name"))
        for name in ["李敏", "Zoë Marsh", "Edward Teller", "王经理", "行长李敏", "Bo", "管彤", "阿依古丽·买买提"] { #expect(refusal(name) == nil, "\(name)") }
        let occasion = Occasion(Actor(Desk.manager), at: Desk.now, under: Desk.rules)
        #expect(throws: Refusal.titleIsNoName("name", "行长")) {
            try decideAdding(Desk.member("1020", "行长", .counter), publicKey: "", in: occasion)
        }
        #expect(throws: Refusal.titleIsNoName("name", "branch manager")) {
            try decideStaffEdit(.name("branch manager"), of: Desk.clerk.number, holding: OpenCases(), in: occasion)
        }
    }
}
