import DeskTestSupport
import Testing

@testable import ComplaintRules

/// A telephone number or an address in another field than the contact.
@Suite("A contact left in another field")
struct LeftContactTests {
    private func intake(_ change: (inout Intake) -> Void) -> Intake {
        var intake = Intake(channel: .commentBook, received: Desk.now, text: "排队久")
        change(&intake)
        return intake
    }

    @Test("a number or an address beside the customer's or the proxy's name is a contact: the customer is answered before the signature")
    func besideNames() throws {
        for name in [
            "刘 13900006666", "刘丽139-0000-6666", "Ey 13700000005", "Ann Lee <ann@example.com>", "Ann Lee, 020 7946 0999", "刘丽 0379-65920000",
        ] {
            #expect(intake { $0.customer = name }.hasContact, "\(name)")
            #expect(intake { $0.proxy = name }.hasContact, "\(name)")
        }
        for name in ["刘丽", "Ann Lee", "Ann Lee, 100 Seven Sisters Road", "刘丽 410303199001011234", "客户100", "@home"] {
            #expect(!intake { $0.customer = name }.hasContact, "\(name)")
        }
        // Found again by it; whoever speaks for them may speak for others too.
        let earlier = Likeness.Identity(of: intake { $0.contact = "13900006666" })
        #expect(Likeness.ofCustomers(.init(of: intake { $0.customer = "刘 13900006666" }), earlier) == .contact)
        #expect(Likeness.ofCustomers(.init(of: intake { $0.proxy = "刘 13900006666" }), earlier) == nil)
        #expect(CustomerName("刘丽 13900006666") == CustomerName("刘丽"))
        let life = try Life { ($0.channel, $0.customer) = (.oral, "刘 13900006666") }
        #expect(life.state.hasLeftContact)
    }

    @Test(
        "behind a word that says so any number is a telephone's, and one that is dialled within a place is one alone; mobiles are no days",
        arguments: [
            ("张三 电话65920001", "65920001"), ("张三，电话：6592-0001", "65920001"), ("Ann Lee, tel 65920001", "65920001"),
            ("Ann Lee, tel. 6555 1234", "65551234"), ("张三 手机号 13900006666", "13900006666"), ("张三 座机6592000", "6592000"),
            ("张三 联系方式 65920001", "65920001"), ("张三 电话 4001234567", "4001234567"), ("Ann Lee phone: 8001234567", "8001234567"),
            ("Ann Lee, mobile 98765432", "98765432"), ("Ann Lee, call me on 6555-1234", "65551234"), ("Ann Lee (t: 65551234)", "65551234"),
            ("张三 回电 123 4567", "1234567"), ("Ann Lee ring 01234 567", "01234567"),
            ("张三 65920001", "65920001"), ("张三 6592-0001", "65920001"), ("Ann Lee 65551234", "65551234"), ("张三65920001", "65920001"),
            ("张三 19801011234", "19801011234"), ("张三 198 0101 1234", "19801011234"), ("Ann Lee 19912311234", "19912311234"),
        ]
    )
    func toldTelephones(name: String, number: String) {
        #expect(Likeness.waysToReach(beside: name, in: .china) == [number])
        #expect(intake { $0.customer = name }.hasContact && intake { $0.proxy = name }.hasContact)
    }

    @Test(
        "a number of something else, a day, a service without a word is none",
        arguments: [
            "张三 手机尾号1388888", "张三 卡号65920001", "张三 账号 65920001", "张三 尾号6592000", "Ann Lee, account 65920001", "Ann Lee ref 6592 0001",
            "Ann Lee, no. 65920001", "Ann Lee, policy no 6592000", "张三 保单65920001", "张三 执照 91410300", "张三 4001234567", "张三 8001234567",
            "张三 20261102", "张三 2026-1120", "张三 2026 2027", "张三 QQ 65551234", "张三 微信 65551234", "Ann Lee 01.12.1970", "张三 电话 95588",
            "Ann Lee, 100 Seven Sisters Road", "Matt 1234567", "王先生 2012345678", "张三 0202202610",
        ]
    )
    func noTelephones(name: String) { #expect(Likeness.waysToReach(beside: name, in: .china).isEmpty) }

    @Test("a day, an account, a policy, an ID or a company's number beside a name is no contact: it makes no duty and no two customers one")
    func numbersBesideNames() throws {
        for country in Country.allCases {
            let dialled = { (intake: inout Intake) in intake.dialledIn = country == .china ? nil : country }
            for number in [
                "2026-11-02", "02/11/2026", "2.11.2026", "2026.11.2", "2026年11月2日", "20261102", "born 12.01.1970", "1970-01-12",
                "2026-11-02 10:30", "02.02.2026 10:00", "account 12345678", "账号12345678", "410300700101123", "policy 1234567",
                "客户号 00123456",
                "营业执照 914103007", "company no. 01234567", "工号1234567", "卡号 622202123456789",
            ] {
                let (one, other) = (
                    intake {
                        $0.customer = "Ann Lee " + number
                        dialled(&$0)
                    },
                    intake {
                        $0.customer = "Qian Wu, " + number
                        dialled(&$0)
                    }
                )
                #expect(!one.hasContact, "\(number) \(country)")
                let proxy = intake {
                    $0.proxy = "Ann Lee " + number
                    dialled(&$0)
                }
                #expect(!proxy.hasContact, "\(number) \(country)")
                #expect(Likeness.ofCustomers(.init(of: one), .init(of: other)) == nil, "\(number) \(country)")
            }
        }
        // What is dialled is of the country in which it is logged.
        for (country, number, isLeft) in [
            (.america, "(212) 555-0187", true), (.america, "2125550187", true), (.china, "2125550187", false),
            (.china, "+1 212 555 0187", true),
            (.britain, "07700 900123", true), (.china, "0379-65920000", true), (.america, "13900006666", true),
        ] as [(Country, String, Bool)] {
            var desk = Desk.rules
            desk.settings.country = country
            let occasion = Occasion(Actor(Desk.clerk), at: Desk.now, under: desk)
            let written = intake {
                $0.channel = .oral
                $0.customer = "Ann Lee " + number
            }
            let logged = try #require(decideLogging(written, as: Desk.caseNumber, in: occasion).first as? Logged)
            #expect(logged.intake.hasContact == isLeft, "\(country) \(number)")
            let other = Likeness.Identity(name: "", contact: number)
            #expect((Likeness.ofCustomers(.init(of: logged.intake), other) == .contact) == isLeft, "\(country) \(number)")
        }
    }

    @Test("a number or an address in the words or the wish is asked about while no contact stands there, and refuses nothing")
    func inWords() throws {
        func found(_ country: Country = .china, _ change: (inout Intake) -> Void) -> String? {
            var desk = Desk.rules
            desk.settings.country = country
            return intake(change).contactInWords(under: desk)?.way
        }
        #expect(found { $0.text = "排队久，请回电13900007777" } == "13900007777")
        #expect(found { $0.asks = "回电 0379-65920000" } == "037965920000")
        #expect(found { $0.text = "please write to ann@example.com." } == "ann@example.com")
        #expect(found(.britain) { $0.text = "please call me on 07700 900123" } == "07700900123")
        #expect(found(.america) { $0.asks = "call (212) 555-0187" } == "2125550187")
        #expect(found { $0.text = "排队久。我的手机 198 0101 1234" } == "19801011234")
        #expect(found { $0.text = "Call me: 65551234" } == "65551234")
        #expect(found { $0.text = "Tel 6555 1234, please" } == "65551234")
        #expect(found { $0.text = "拨打 4001234567 无人接听" } == nil)
        #expect(found { ($0.text, $0.contact) = ("请回电13900007777", "13900007777") } == nil)
        for text in ["2026-11-20 10:00 排队", "卡号 6222021234567890123", "金额 80000000 元", "工号1003", "95588 打不通"] {
            for country in Country.allCases { #expect(found(country) { $0.text = text } == nil, "\(text)") }
        }
        let asked = try #require(intake { $0.text = "请回电13900007777" }.contactInWords(under: Desk.rules))
        #expect(
            asked.question
                == Phrase(
                    en: "Is 13900007777 their contact? Then write it in \"Contact\": who left one is answered.",
                    zh: "13900007777 是否为客户的联系方式？如是，请填入“联系方式”：留有联系方式的须答复。"
                )
        )
        #expect(
            asked.questionAfterwards.english
                == "Is 13900007777 in \"What happened\" their contact? If so, put it right with \"Amend\", field contact: who left one is answered."
        )
    }

    private func area(_ country: Country, _ hotline: String) -> AreaCode? {
        AreaCode(
            of: DeskSettings(branchCode: "B7", branchName: "", hotline: hotline, timeZone: "", language: .english, country: country)
        )
    }

    @Test(
        "a telephone number is the same in every form of its country: the trunk 1, a local number of the branch's own area, a zero that was lost",
        arguments: [
            (
                Country.america, "212-555-0100",
                [
                    "(212) 555-0187", "1-212-555-0187", "12125550187", "+1 212 555 0187", "001 212 555 0187", "212.555.0187", "555-0187",
                    "1 (212) 555-0187",
                ]
            ),
            (.america, "(855) 411-2372", ["312-555-0187", "1-312-555-0187", "13125550187", "+1 (312) 555 0187"]),
            (.britain, "020 7946 0000", ["020 7946 0999", "+44 20 7946 0999", "7946 0999", "2079460999", "0044 20 7946 0999"]),
            (.britain, "0800 023 4567", ["07700 900123", "7700900123", "+44 7700 900123", "447700900123", "+44 (0)7700 900123"]),
            (.china, "0379-65921234", ["0379-65920000", "65920000", "379 65920000", "+86 379 65920000", "86-0379-65920000"]),
            (.china, "95588", ["13800001234", "+86 138 0000 1234", "0138 0000 1234", "86-13800001234"]),
        ] as [(Country, String, [String])]
    )
    func forms(country: Country, hotline: String, numbers: [String]) {
        let area = area(country, hotline)
        for new in numbers {
            for earlier in numbers {
                let (one, other) = (Likeness.Identity(name: "", contact: new, in: area), Likeness.Identity(name: "", contact: earlier))
                #expect(Likeness.ofCustomers(one, other) == .contact, "\(new) after \(earlier)")
                #expect(!one.soughtKeys.isDisjoint(with: other.keys), "\(new) after \(earlier)")
            }
        }
    }

    @Test("the number of the bank, of a public hotline or of a channel outside makes strangers no one customer")
    func hotlines() {
        for (country, hotline, contact) in [
            (.china, "0379-65920000", "0379-65920000"), (.china, "0379-65920000", "65920000"), (.china, "95588", "12345"),
            (.china, "95588", "95588"),
            (.china, "0379-65920000", "12378"), (.britain, "020 7946 0000", "7946 0000"), (.britain, "020 7946 0000", "0800 023 4567"),
            (.america, "212-555-0100", "1 212 555 0100"),
        ] as [(Country, String, String)] {
            let known = Likeness.Identity(name: "Gus Oh", contact: contact, in: area(country, hotline))
            let other = Likeness.Identity(name: "Ida Po", contact: contact)
            #expect(Likeness.ofCustomers(known, other) == nil && known.soughtKeys.isDisjoint(with: other.keys), "\(contact)")
            #expect(intake { $0.contact = contact }.hasContact, "what was left is answered all the same")
        }
        #expect(Likeness.Identity(name: "", contact: "65123", in: area(.china, "95588")).contacts == ["65123"])
    }

    @Test("numbers of others are not the same in any form")
    func others() {
        for (country, hotline, one, other) in [
            (.america, "212-555-0100", "555-0187", "312-555-0187"), (.america, "(855) 411-2372", "555-0187", "212-555-0187"),
            (.america, "212-555-0100", "212-555-0187", "212-555-0188"), (.britain, "020 7946 0000", "7946 0999", "0121 7946 0999"),
            (.china, "95588", "13800001234", "3800001234"),
        ] as [(Country, String, String, String)] {
            let known = Likeness.Identity(name: "", contact: one, in: area(country, hotline))
            #expect(Likeness.ofCustomers(known, .init(name: "", contact: other)) == nil, "\(one) \(other)")
        }
    }
}
