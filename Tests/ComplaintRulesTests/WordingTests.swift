import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("How like two texts are")
struct WordingTests {
    /// Two invented complaints and the share of pairs of neighbours that they have in common, in hundredths.
    private static let labelled: [(first: String, second: String, share: Int)] = [
        // One matter: a leaflet that two customers copied, or one customer who comes again.
        ("自动柜员机吞卡后现场无人协助处理，等了一个小时，要求说明原因", "自动柜员机吞卡以后现场无人协助处理，等了一个多小时，请说明原因", 67),
        (
            "本人于上周在贵行购买的理财产品到期后未按约定兑付，客户经理承诺保本，现要求书面答复并赔偿损失",
            "本人在贵行购买的理财产品到期后未按约定兑付，当时客户经理承诺保本，现要求书面答复，并赔偿全部损失", 74
        ),
        ("小区门口的网点周末不开门，老人取养老金要走三公里，希望恢复周六营业", "小区门口网点周末不开门，老人取养老金要走三公里路，希望尽快恢复周六营业", 72),
        ("大堂里排队四十分钟，只开了一个窗口，没有人维持秩序，也没有人解释", "大堂里排队四十分钟,只开了一个窗口。没有人维持秩序、也没有人解释！", 100),
        ("手机银行转账显示成功，对方两天没有收到，客服让我等，网点说不归他们管", "手机银行转账显示成功，可是对方两天都没有收到，客服只让我等，网点说这不归他们管", 67),
        ("ＡＴＭ机多扣了５００元，回单上没有记录，请核对监控并退款", "ATM机多扣了500元，回单上没有记录，请核对监控并退款", 100),
        ("柜台换零钱被拒，说每人每天只能换两百，墙上没有这条规定，请说明依据", "到柜台换零钱被拒绝，说每人每天只能换两百元，墙上并没有这条规定，请说明是什么依据", 63),
        ("信用卡年费没有事先告知，电话里说刷满六次可免，结果还是扣了三百元", "信用卡年费事先没有告知，当时电话里说刷满六次可以免，结果还是被扣了三百元", 59),
        ("贷款提前还款被收取违约金，合同里没有写明，经理态度敷衍，要求退还违约金", "提前还款被收取违约金，贷款合同里没有写，经理态度很敷衍，我要求退还", 61),
        (
            "The cash machine kept my card and nobody in the branch could help me for more than an hour.",
            "The cash machine kept my card, and nobody in the branch could help me for over an hour.", 75
        ),
        (
            "I was charged a fee of thirty pounds for a transfer that your leaflet says is free of charge. Please refund it.",
            "I was charged a fee of thirty pounds for a transfer which your leaflet says is free of charge; please refund it at once.", 76
        ),
        (
            "The advisor promised that the savings plan could be closed at any time, and now the branch asks for a penalty of six months.",
            "Your advisor promised that the savings plan could be closed at any time and now you ask for a penalty of six months.", 67
        ),
        (
            "MY PENSION WAS PAID INTO THE WRONG ACCOUNT AND THE COUNTER TELLS ME TO WAIT TWO WEEKS FOR AN ANSWER",
            "My pension was paid into the wrong account, and the counter tells me to wait two weeks for an answer.", 100
        ),
        (
            "We waited forty minutes in the queue while only one window was open and three clerks were talking behind the glass.",
            "We waited fifty minutes in the queue while only one window was open, and two clerks were talking behind the glass.", 67
        ),
        // Told in words of one's own: not one matter by the words alone.
        ("开户时被要求购买保险，否则不给办卡，属于捆绑销售，请调查处理", "给孩子开户时被要求买保险，不买就不给办卡，这是捆绑销售，请贵行调查", 38),
        (
            "The branch closes at noon on Saturdays although the sign at the door still says four in the afternoon.",
            "Your branch closed at noon on Saturday although the sign on the door still says four in the afternoon.", 44
        ),
        // The same thing and another matter.
        ("自动柜员机吞卡后现场无人协助处理，等了一个小时，要求说明原因", "自动柜员机吐出的钞票少了一张，回单打印不清楚，要求核对监控", 13),
        ("大堂里排队四十分钟，只开了一个窗口，没有人维持秩序，也没有人解释", "排队等了一个小时，大堂经理在玩手机，窗口关了三个，没有一个人出来解释", 15),
        ("手机银行转账显示成功，对方两天没有收到，客服让我等，网点说不归他们管", "手机银行登录不上，提示设备未绑定，客服说要去网点，网点说要打客服", 12),
        ("信用卡年费没有事先告知，电话里说刷满六次可免，结果还是扣了三百元", "信用卡账单日改了没有通知，逾期利息扣了三百元，电话里说系统自动改的", 20),
        ("贷款提前还款被收取违约金，合同里没有写明，经理态度敷衍，要求退还违约金", "房贷利率没有按合同下调，经理说要等到明年一月，要求按合同执行", 8),
        ("小区门口的网点周末不开门，老人取养老金要走三公里，希望恢复周六营业", "网点门口的坡道被电动车堵住，老人坐轮椅进不去，希望安排人看管", 10),
        (
            "The cash machine kept my card and nobody in the branch could help me for more than an hour.",
            "The cash machine paid out one note too few and the receipt cannot be read, please look at the camera.", 6
        ),
        (
            "I was charged a fee of thirty pounds for a transfer that your leaflet says is free of charge. Please refund it.",
            "I was charged interest of thirty pounds because the date of my statement was changed without telling me.", 12
        ),
        (
            "We waited forty minutes in the queue while only one window was open and three clerks were talking behind the glass.",
            "The clerk at window three was rude to my mother and told her to come back with somebody who can read.", 0
        ),
        (
            "My pension was paid into the wrong account, and the counter tells me to wait two weeks for an answer.",
            "My address was changed without my asking, and letters of the bank now go to a stranger in another town.", 0
        ),
        // Too short to say which matter it is.
        ("柜员态度生硬", "柜员态度生硬", 0),
        ("Rude clerk at window three, no apology", "Rude clerk at window three, no apology", 0),
    ]

    @Test("the share of like and unlike complaints, in Chinese and English", arguments: labelled)
    func share(first: String, second: String, share: Int) {
        let (left, right) = (Wording(first), Wording(second))
        #expect(Int((left.share(with: right) * 100).rounded()) == share)
        #expect(right.share(with: left) == left.share(with: right))
    }

    @Test("those that share half are found by their sketches, and none is found that shares little", arguments: labelled)
    func sketches(first: String, second: String, share: Int) {
        let isFound = isFound(Wording(first), Wording(second))
        if share >= 50 { #expect(isFound) }
        if share <= 20 { #expect(!isFound) }
    }

    /// Whether the sketches of two wordings speak for a closer look.
    private func isFound(_ first: Wording, _ second: Wording) -> Bool {
        guard let left = WordingSketch(first), let right = WordingSketch(second) else { return false }
        return left.isPromising(beside: [0] + right.bytes, from: 1)
    }

    @Test("of texts that somebody changed, all that share 0.6 are found, and 95 in 100 that share 0.5", arguments: [1, 2, 3])
    func changedTexts(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        var (alike, half, halfFound) = (0, 0, 0)
        for round in 0..<240 {
            // Han without blanks, or words of three letters with them.
            let isHan = round % 2 == 0
            func unit() -> String {
                if isHan { return String(Character(Unicode.Scalar(UInt16.random(in: 0x4E00...0x5200, using: &random)) ?? "一")) }
                return String((0..<3).map { _ in "abcdefghij".randomElement(using: &random) ?? "a" }) + " "
            }
            let text = (0..<Int.random(in: 16...120, using: &random)).map { _ in unit() }
            var changed = text
            for _ in 0..<Int.random(in: 1...max(1, text.count / 5), using: &random) {
                let place = Int.random(in: 0..<changed.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: changed[place] = unit()
                case 1: changed.insert(unit(), at: place)
                default: if changed.count > 1 { changed.remove(at: place) }
                }
            }
            let (first, second) = (Wording(text.joined()), Wording(changed.joined()))
            let share = first.share(with: second)
            if share >= 0.6 {
                alike += 1
                #expect(isFound(first, second), "\(text.joined()) / \(changed.joined())")
            } else if share >= 0.5 {
                half += 1
                halfFound += isFound(first, second) ? 1 : 0
            }
        }
        #expect(alike > 100 && half > 20)
        #expect(halfFound * 100 >= half * 95)
    }

    @Test("a sketch says the same on every machine")
    func keptForm() throws {
        let sketch = try #require(WordingSketch(Wording("自动柜员机吞卡后现场无人协助处理，等了一个小时，要求说明原因")))
        #expect(sketch.bytes.count == WordingSketch.byteCount)
        #expect(Array(sketch.bytes.prefix(8)) == [19, 149, 133, 178, 28, 243, 69, 210])
        #expect(sketch.isPromising(beside: sketch.bytes, from: 0))
    }

    @Test("only the first thousand characters count")
    func long() {
        let text = String(repeating: "排队四十分钟只开了一个窗口没有人解释的网点。", count: 50)
        #expect(Wording(text).share(with: Wording(text + "投诉信用卡年费没有事先告知电话里说刷满六次可免")) == 1)
    }
}

@Suite("Who a customer is, as far as it can be compared")
struct IdentityTests {
    @Test(
        "a contact is the same however it was written; several in one field are several",
        arguments: [
            ("138 0000-0000", ["13800000000"]), ("+86 138 0000 0000", ["13800000000"]), ("0086-13800000000", ["13800000000"]),
            ("086-13800000000", ["13800000000"]), ("086-0379-65432100", ["037965432100"]), ("086 123 4567", ["0861234567"]),
            ("8613800000000", ["13800000000"]), ("１３８００００００００", ["13800000000"]), ("(0379) 6543210", ["03796543210"]),
            ("+86 379 6543210", ["03796543210"]), ("+86 (0379) 6543210", ["03796543210"]), ("0379-6543210转801", ["03796543210"]),
            ("+44 20 7946 0000", ["02079460000"]), ("0044 20 7946 0000", ["02079460000"]), ("020 7946 0000", ["02079460000"]),
            ("+44 (0)20 7946 0000", ["02079460000"]), ("+1 (855) 555-0100", ["8555550100"]), ("001 855 555 0100", ["8555550100"]),
            ("+49 30 123456", ["4930123456"]), ("0049 30 123456", ["4930123456"]), ("王先生 13800000000", ["13800000000"]),
            ("13800000000、13900000001", ["13800000000", "13900000001"]), ("13800000000 / 0379-6543210", ["13800000000", "03796543210"]),
            ("13800000000 13900000001", ["13800000000", "13900000001"]),
            ("138-0000-0000；+86 139-0000-0001", ["13800000000", "13900000001"]),
            ("Wang@Example.com 13800000000", ["wang@example.com", "13800000000"]), ("wang@example.com，", ["wang@example.com"]),
            ("微信：LiuLi88", ["liuli88"]), ("微信号 LiuLi88", ["liuli88"]), ("WX: Zhang_San", ["zhang_san"]), ("wxy88", ["wxy88"]),
            ("wx:zhang_san", ["zhang_san"]), ("微信", ["微信"]), ("0139 1234 5678", ["13912345678"]), ("+86 (0)139 1234 5678", ["13912345678"]),
            ("010 1234 5678", ["01012345678"]), ("客户邻居代收", ["客户邻居代收"]), ("95588", ["95588"]), ("", []), ("  ", []),
            ("1370000\u{200B}0005", ["13700000005"]), ("137\u{2060}0000\u{00AD}0005", ["13700000005"]),
            ("a.b\u{200B}@c.cn", ["a.b@c.cn"]), ("mailto:a.b@c.cn", ["a.b@c.cn"]), ("Ann Long <a.b@c.cn>", ["a.b@c.cn"]),
            ("邮箱：a.b@c.cn", ["a.b@c.cn"]), ("a.b@c.cn。", ["a.b@c.cn"]), ("a.b@c.cn(本人)", ["a.b@c.cn"]), ("王小明a.b@c.cn.", ["a.b@c.cn"]),
            ("a.b@c.cn/13800000000", ["a.b@c.cn", "13800000000"]), ("13800000000，a.b@c.cn、x@y.cn", ["a.b@c.cn", "x@y.cn", "13800000000"]),
            ("13922220000@qq.com", ["13922220000@qq.com"]), ("王@例子.中国", ["王@例子.中国"]), ("@zhang", ["@zhang"]), ("a@", ["a@"]),
        ]
    )
    func contacts(written: String, contacts: [String]) {
        #expect(Likeness.contacts(in: written) == contacts)
    }

    @Test(
        "an extension behind a hyphen is no part of a number, as none behind a word is; a hyphen within a number, and between two, stays what it is",
        arguments: [
            ("65551234-801", ["65551234"]), ("0379-65551234-801", ["037965551234"]), ("86-379-65551234-801", ["037965551234"]),
            ("+86-379-65551234-801", ["037965551234"]), ("65551234-8", ["65551234"]), ("6555-1234-801", ["65551234"]),
            ("65551234 - 801", ["65551234"]), ("65551234 -801", ["65551234"]), ("65551234—801", ["65551234"]),
            ("13812340000-1", ["13812340000"]),
            ("138-1234-0000-12", ["13812340000"]), ("400-820-0000-12", ["4008200000"]), ("010-65551234-80123", ["01065551234"]),
            ("020-7946-0123-45", ["02079460123"]), ("212-555-0123-801", ["2125550123"]),
            ("0379-65551234-801 13812340000", ["037965551234", "13812340000"]),
            ("65551234-801、65551235-802", ["65551234", "65551235"]), ("65551234转801", ["65551234"]), ("65551234转80123", ["65551234"]),
            ("65551234 ext. 80123", ["65551234"]), ("65551234 ext: 80123", ["65551234"]), ("65551234 分机80123", ["65551234"]),
            ("65551234#80123", ["65551234"]), ("65551234 x80123", ["65551234"]),
            // Hyphens within a number.
            ("6555-1234", ["65551234"]), ("0379-6555-1234", ["037965551234"]), ("0379-655-51234", ["037965551234"]),
            ("086-0379-6555-1234", ["037965551234"]), ("86-379-6555-1234", ["037965551234"]), ("400-8208-888", ["4008208888"]),
            ("400-820-8888", ["4008208888"]), ("0086-138-1234-0000", ["13812340000"]), ("65-55-12-34", ["65551234"]),
            ("+33-1-23-45-67-89", ["33123456789"]), ("01-23-45-67-89", ["0123456789"]), ("01632-960-123", ["01632960123"]),
            ("+1-212-555-0123", ["2125550123"]), ("65551234-", ["65551234"]), ("-65551234", ["65551234"]),
            // Two numbers.
            ("65551234/801234", ["65551234", "801234"]), ("65551234，65551235", ["65551234", "65551235"]),
            ("13812340000-13900001111", ["13812340000", "13900001111"]), ("65551234 - 65551235", ["65551234", "65551235"]),
            ("65551234、手机95588", ["65551234", "95588"]),
        ]
    )
    func extensions(written: String, contacts: [String]) {
        #expect(Likeness.contacts(in: written) == contacts)
    }

    @Test(
        "a number is the same with its country's code alone before it, and in the digits of whatever script",
        arguments: [
            ("447700900123", ["07700900123"]), ("44 20 7946 0123", ["02079460123"]), ("8637965551234", ["037965551234"]),
            ("86 10 65551234", ["01065551234"]), ("862165551234", ["02165551234"]), ("١٣٨١٢٣٤٠٠٠٠", ["13812340000"]),
            ("１３８-１２３４-００００", ["13812340000"]), ("𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟎𝟎𝟎𝟎", ["13812340000"]), ("①③⑧①②③④⓪⓪⓪⓪", ["13812340000"]),
            ("一三八一二三四〇〇〇〇", ["13812340000"]), ("电话：六五五五一二三四", ["65551234"]), ("१३८१२३४००००", ["13812340000"]),
            ("邻居张三", ["邻居张三"]), ("微信 三三九", ["三三九"]), ("441234", ["441234"]), ("86379655", ["86379655"]),
        ]
    )
    func scripts(written: String, contacts: [String]) {
        #expect(Likeness.contacts(in: written) == contacts)
    }

    private func area(_ hotline: String, code: String = "B7", _ country: Country = .china) -> AreaCode? {
        AreaCode(
            of: DeskSettings(
                branchCode: code,
                branchName: "",
                hotline: hotline,
                timeZone: "Asia/Shanghai",
                language: .chinese,
                country: country
            )
        )
    }

    @Test("the area code is the branch's own code where it is one, else that of the hotline; where neither tells it, there is none")
    func areaCode() {
        for hotline in ["0379-65921234", "037965921234", "+86 379 6592 1234", "95588，0379-65921234", "（0379）65921234"] {
            #expect(area(hotline)?.digits == "0379", "\(hotline)")
        }
        #expect(area("010-65921234")?.digits == "010")
        #expect(area("021 6592 1234")?.digits == "021")
        #expect(area("95588", code: "0379")?.digits == "0379")
        #expect(area("020 7946 0000", .britain)?.digits == "020")
        #expect(area("0161 496 0000", .britain)?.digits == "0161")
        for hotline in ["95588", "400-820-0000", "13800000000", "65921234", ""] { #expect(area(hotline) == nil, "\(hotline)") }
        for hotline in ["0371-65920000", "010-65921234", "400-820-0000", "13800000000", "0379-65921234"] {
            #expect(area(hotline, code: "0379")?.digits == "0379", "\(hotline)")
        }
        #expect(area("95588", code: "1379") == nil)
        #expect(area("212-555-0100", .america)?.digits == "212")
        #expect(area("(855) 411-2372", code: "212", .america)?.digits == "", "nobody lives where calls are free, and any branch may be 212")
    }

    @Test("a number without its area code is the same as with the branch's own; a mobile, a service and another area's number are not")
    func twins() {
        let luoyang = area("0379-65921234")
        let forms: Set = ["65920000", "037965920000", "37965920000"]
        for number in [
            "0379-65920000", "+86 379 65920000", "65920000", "6592 0000", "６５９２００００", "379 65920000", "379-65920000", "(379) 6592 0000",
            "86-379-65920000", "65920000-801", "379-65920000-8",
        ] {
            let written = Likeness.contacts(in: number)
            #expect(written.count == 1 && forms == Set(written + (luoyang?.otherForms(of: written[0]) ?? [])), "\(number)")
        }
        #expect(luoyang?.otherForms(of: "03796592000") == ["6592000", "3796592000"])
        for number in [
            "13812340000", "95588", "4008200000", "12345678", "05920000", "0371-65920000", "010-65920000", "371 65920000", "a.b@c.cn",
            "659200",
        ] {
            #expect(Likeness.contacts(in: number).allSatisfy { luoyang?.otherForms(of: $0).isEmpty == true }, "\(number)")
        }
        let (local, whole) = (identity("", "65920000"), identity("", "0379-65920000"))
        #expect(Likeness.ofCustomers(local, whole) == nil, "nobody knows the area")
        for (new, earlier) in [(local, whole), (whole, local)] {
            let known = Likeness.Identity(name: "", contact: new.contacts[0], in: luoyang)
            #expect(Likeness.ofCustomers(known, earlier) == .contact)
            #expect(!known.soughtKeys.isDisjoint(with: earlier.keys))
        }
    }

    private func identity(_ name: String, _ contact: String = "") -> Likeness.Identity { Likeness.Identity(name: name, contact: contact) }

    @Test("the same contact, or the same full name with no contact against it; the keys find the one whom the comparison takes")
    func customers() {
        let everybody = [
            identity("欧阳明华"), identity("欧阳明华", "13900000001"), identity("欧阳明华", "13900000002"),
            identity("", "13900000001、13900000002"),
            identity("王先生"), identity("王先生", "13900000003"), identity("Anna Hall"), identity("ANNA  HALL", "anna@example.com"),
            identity("Mr Hall"), identity(""),
        ]
        var found: [String] = []
        for (place, new) in everybody.enumerated() {
            for (other, earlier) in everybody.enumerated() where other != place {
                let likeness = Likeness.ofCustomers(new, earlier)
                #expect(new.soughtKeys.isDisjoint(with: earlier.keys) == (likeness == nil), "\(place) \(other)")
                if let likeness { found.append("\(place)<\(other) \(likeness.rawValue)") }
            }
        }
        #expect(
            found == [
                "0<1 customer", "0<2 customer", "1<0 customer", "1<3 contact", "2<0 customer", "2<3 contact", "3<1 contact", "3<2 contact",
                "6<7 customer", "7<6 customer",
            ]
        )
    }
}
