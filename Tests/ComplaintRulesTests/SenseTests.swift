import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("What nobody can have meant is not taken")
struct SenseTests {
    private func refusal(_ channel: Channel = .oral, _ change: (inout Intake) -> Void) -> Refusal? {
        let now = Desk.at("2026-11-20 10:00")
        var intake = Intake(channel: channel, received: now, text: "x")
        change(&intake)
        do throws(Refusal) {
            _ = try decideLogging(intake, as: Desk.caseNumber, in: Occasion(Actor(Desk.clerk), at: now, under: Desk.rules))
            return nil
        } catch {
            return error
        }
    }

    @Test("received longer ago than a year, a postmark to come, a date to report by that is past, a referral from nobody")
    func intake() {
        #expect(refusal { $0.received = Desk.at("1900-01-01 10:00") } == .receivedLongAgo)
        #expect(refusal { $0.received = Desk.at("2025-11-19 09:00") } == .receivedLongAgo)
        #expect(refusal { $0.received = Desk.at("2025-11-20 10:00") } == nil)
        #expect(refusal(.letter) { $0.postmark = Day(ordinal: 20_778) } == .inTheFuture("postmark"))
        #expect(refusal(.letter) { $0.postmark = Day(ordinal: 20_777) } == nil)
        #expect(refusal(.referred) { _ in } == .missing("sender"))
        #expect(refusal(.referred) { $0.sender = "\u{200B}" } == .missing("sender"))
        #expect(
            refusal(.referred) {
                $0.sender = "监管局"
                $0.due = Desk.at("2026-11-20 10:00")
            } == .inThePast("due")
        )
    }

    @Test("what happened before it was complained of, what was posted before it came, and years that nobody can mean")
    func order() throws {
        let received = Desk.at("2026-11-20 09:00")
        #expect(refusal { ($0.received, $0.happened) = (received, Desk.at("2026-11-20 09:20")) } == .afterReceived("happened"))
        #expect(refusal { ($0.received, $0.happened) = (received, received) } == nil)
        #expect(
            refusal(.letter) { ($0.received, $0.postmark) = (Desk.at("2026-11-19 09:00"), Day(ordinal: 20_777)) }
                == .afterReceived("postmark")
        )
        #expect(refusal(.letter) { $0.postmark = Day("1900-01-01") } == .farFromNow("postmark", years: 10))
        #expect(refusal { $0.happened = Desk.at("1700-01-01 10:00") } == .farFromNow("happened", years: 100))
        #expect(
            refusal(.referred) {
                $0.sender = "监管局"
                $0.due = Desk.at("9999-12-31 10:00")
            } == .farFromNow("due", years: 10)
        )
        let life = try Life.inHand()
        let far = Deed.outsideDate(.init(due: Desk.at("2999-01-01 10:00"), by: "监管局"))
        #expect(life.refusal(of: far, by: Desk.complaints) == .farFromNow("due", years: 10))
        #expect(
            life.refusal(of: .amend("happened", to: "1700-01-01"), by: Desk.complaints) == .newValue(.farFromNow("happened", years: 100))
        )
    }

    @Test("an amendment brings in nothing that logging refuses: six who speak for the others")
    func amendment() throws {
        let life = try Life()
        #expect(life.refusal(of: .amend("proxy", to: "甲、乙、丙、丁、戊、己"), by: Desk.clerk) == .newValue(.tooManyRepresentatives(limit: 5)))
        #expect(life.refusal(of: .amend("proxy", to: "甲、乙、丙、丁、戊"), by: Desk.clerk) == nil)
        #expect(life.refusal(of: .amend("proxy", to: "甲與乙與丙與丁與戊與己"), by: Desk.clerk) == .newValue(.tooManyRepresentatives(limit: 5)))
    }

    @Test("who speaks for them is counted whatever stands between the names; a name has blanks and dots of its own")
    func representatives() {
        func count(_ proxy: String) -> Int {
            var intake = Intake(channel: .oral, received: Desk.at("2026-11-20 10:00"), text: "x")
            intake.proxy = proxy
            return intake.representatives.count
        }
        let six = ["张一", "王二", "李三", "赵四", "孙五", "周六"]
        let between = [
            ",", "，", "、", ";", "；", "/", "／", "|", "｜", "·", "•", "+", "＋", "&", "＆", "和", "与", "及", " and ", " & ", "\n", "\r\n", "\t",
            " ", "\u{3000}",
            "\u{A0}", "-", "—", "_", "。", ":", "：", "\\", "*",
        ]
        for sign in between { #expect(count(six.joined(separator: sign)) == 6, "\(sign)") }
        for sign in [", ", "; ", " / ", "|", " + ", " & ", "和", " and ", " AND ", "\n", "\t"] {
            #expect(
                count(["John Smith", "Mary-Jane O'Neill", "J. R. Hall", "María·José", "Tom", "Ann"].joined(separator: sign)) == 6,
                "\(sign)"
            )
        }
        let names: [(String, Int)] = [
            ("阿依古丽·买买提", 1), ("阿依古丽·买买提、迪丽热巴·迪力木拉提", 2), ("John Smith", 1), ("李和平", 1), ("李和平和王小和", 2), ("王和平与李四", 2), ("张一 和 王二", 2),
            ("欧阳及第", 1), ("甲和乙和丙和丁和戊和己", 6), ("张三（律师）", 1), ("张三(李四、王五)", 3), ("张三 13812340000", 1), ("John Smith 张三", 2), ("", 0),
            ("、", 0),
        ]
        for (proxy, expected) in names { #expect(count(proxy) == expected, "\(proxy)") }
    }

    @Test("a page and a line of the comment book are such as a book can have")
    func pages() throws {
        func refusal(_ page: Int?, _ line: Int?) throws -> Refusal? {
            let life = try Life()
            var intake = life.state.intake
            (intake.channel, intake.page, intake.line) = (.commentBook, page, line)
            do throws(Refusal) {
                try intake.checkSense(in: Occasion(Actor(Desk.clerk), at: life.now, under: life.desk))
                return nil
            } catch {
                return error
            }
        }
        for (page, line) in [(1, 1), (9999, 999), (nil, nil)] as [(Int?, Int?)] { #expect(try refusal(page, line) == nil) }
        for page in [10_000, 999_999_999] { #expect(try refusal(page, 1) == .badValue("page", .atMost(9999))) }
        #expect(try refusal(1, 1000) == .badValue("line", .atMost(999)))
    }

    @Test(
        "six who are named speak for nobody, however they are parted, numbered or bracketed; a larger number of people in words is asked about once"
    )
    func moreThanFive() throws {
        let life = try Life()
        func refusal(_ proxy: String) -> Refusal? { life.refusal(of: .amend("proxy", to: proxy), by: Desk.clerk) }
        let six = [
            "甲及乙、丙及丁、戊与己", "甲跟乙，丙跟丁，戊跟己", "(甲)(乙)(丙)(丁)(戊)(己)", "（张一）（王二）（李三）（赵四）（孙五）（周六）",
            "1甲2乙3丙4丁5戊6己", "1王甲2李乙3张丙4赵丁5孙戊6周己", "1.张一 2.王二 3.李三 4.赵四 5.孙五 6.周六",
            "Ann A - Bob B - Cy C - Di D - Ed E - Fay F", "①甲②乙③丙④丁⑤戊⑥己", "王一同王二同王三同王四同王五同王六",
        ]
        for proxy in six { #expect(refusal(proxy) == .newValue(.tooManyRepresentatives(limit: 5)), "\(proxy)") }
        let asked = [
            ("A and 5 others", 6), ("A and five others", 6), ("A, B and 4 others", 6), ("A plus 5", 6), ("A及其余五人", 6),
            ("all 12 tenants", 12),
            ("a group of 6", 6), ("甲等六人", 6), ("张三等 6 人", 6), ("六位村民代表", 6), ("6名代表", 6), ("二十三位业主", 23), ("six representatives", 6),
            ("John Smith and 6 others", 7), ("甲及乙丙丁戊己共陆位", 6), ("十余人", 10), ("半打人", 6), ("张三与五名同事", 6), ("Ann Lee and 5 cousins", 6),
            ("Ann and her 5 sisters", 6), ("half a dozen neighbours", 6), ("we are six", 6),
            // Whoever speaks for many is one: nobody can tell by the words, and it is asked once.
            ("Ann Lee, spokesperson for 40 villagers", 40), ("张三（六户居民的代表）", 6), ("张三 系6名业主推选", 6), ("张三 受托于30户", 30),
            ("张三 其余20户委托书另附", 21), ("Ann Lee; 6 persons authorised her", 6), ("Ann Lee, chair of the 9 residents committee", 9),
        ]
        let told = try life.after(.amend("few-speak", to: "yes"), by: Desk.clerk)
        for (proxy, number) in asked {
            #expect(refusal(proxy) == .newValue(.howManySpeak(number, limit: 5)), "\(proxy)")
            #expect(told.refusal(of: .amend("proxy", to: proxy), by: Desk.clerk) == nil, "\(proxy)")
        }
        // No word takes back who is named.
        for proxy in six {
            #expect(
                told.refusal(of: .amend("proxy", to: proxy), by: Desk.clerk) == .newValue(.tooManyRepresentatives(limit: 5)),
                "\(proxy)"
            )
        }
        let five = [
            "甲、乙、丙、丁、戊 代表村民", "甲、乙、丙、丁、戊", "(甲)(乙)(丙)(丁)(戊)", "1甲2乙3丙4丁5戊", "甲等五人", "五位村民代表",
            "Ann Lee, 100 Seven Sisters Road, London", "Ann Lee, 12 Mendip Road, Bristol", "Bo Marsh of 8 Brothers Ltd",
            "Ann Lee plus 6 documents",
            "Ann Lee, 6 more documents follow", "张三 另6份材料", "Ann Lee, one of 8 owners", "Ann Lee (lawyer of 7 colleagues)",
            "A (for himself), B, C, D, E", "Lee, Ann; Marsh, Bo; Poe, Cy", "A and 4 others", "Ann Lee-Marsh, Bo Poe",
            "张三代表六位村民", "张三、李四，代表 23 户业主", "张三（律师）", "1王甲2李乙", "John Smith on behalf of six customers",
        ]
        for proxy in five { #expect(refusal(proxy) == nil, "\(proxy)") }
    }

    @Test("representatives as such are who speaks, however their number stands behind them; behind a name it is whom that one speaks for")
    func representativesAsSuch() throws {
        let life = try Life()
        let told = try life.after(.amend("few-speak", to: "yes"), by: Desk.clerk)
        func refusal(_ proxy: String, _ life: Life) -> Refusal? { life.refusal(of: .amend("proxy", to: proxy), by: Desk.clerk) }
        for (proxy, number) in [
            ("业主代表6人", 6), ("业主代表6名", 6), ("业主代表：6名", 6), ("业主代表（6位）", 6), ("业主代表十名", 10), ("代表六名", 6), ("代表6名", 6), ("业主6个", 6),
            ("业主代表8名", 8),
            ("储户代表共 7 人", 7), ("家属代表有六位", 6), ("员工代表6个", 6), ("村民代表一共十二名，均已签字", 12), ("业主代表6名代表全体业主", 6), ("代表：六人", 6), ("各村代表6名", 6),
        ] {
            #expect(refusal(proxy, life) == .newValue(.howManySpeak(number, limit: 5)), "\(proxy)")
            #expect(refusal(proxy, told) == nil, "\(proxy)")
        }
        for proxy in [
            "业主代表5名", "业主5个", "代表五名", "张三代表六位村民", "张三代表6名", "张三，代表6户", "代表六位村民", "业主张三代表6名业主", "业主代表", "业主代表张三", "业主 6个月未缴费",
        ] { #expect(refusal(proxy, life) == nil, "\(proxy)") }
    }

    @Test("who is named with a telephone number is named in full: six are too many, whatever is said beside them")
    func namedWithTelephones() throws {
        let life = try Life()
        let told = try life.after(.amend("few-speak", to: "yes"), by: Desk.clerk)
        let (latin, han) = (["Ann Lee", "Bo Wu", "Cy May", "Di Poe", "Ed Roe", "Fi Moss"], ["张一", "王二", "李三", "赵四", "孙五", "周六"])
        for (names, ways) in [
            (latin, [" 1380000000", " tel 1380000000", " (1380000000", ", 1380000000"]),
            (han, [" 1380000000", "1380000000", "电话1380000000", "（1380000000"]),
        ] {
            for behind in ways {
                let end = behind.contains("(") ? ")" : behind.contains("（") ? "）" : ""
                let six = names.enumerated().map { "\($1)\(behind)\($0)\(end)" }.joined(separator: ", ")
                for life in [life, told] {
                    let refusal = life.refusal(of: .amend("proxy", to: six), by: Desk.clerk)
                    #expect(refusal == .newValue(.tooManyRepresentatives(limit: 5)), "\(six)")
                }
                let five = names.dropLast().map { $0 + behind + "1" + end }.joined(separator: ", ")
                #expect(life.refusal(of: .amend("proxy", to: five), by: Desk.clerk) == nil, "\(five)")
            }
        }
    }

    @Test("a firm, a profession, an address and particulars are no people; more than five parts that may be people are asked about once")
    func partsOfNobody() throws {
        let life = try Life()
        let told = try life.after(.amend("few-speak", to: "yes"), by: Desk.clerk)
        func refusal(_ proxy: String, _ life: Life) -> Refusal? { life.refusal(of: .amend("proxy", to: proxy), by: Desk.clerk) }
        for proxy in [
            "Baker, Smith, Jones, Lee, Wong & Partners LLP", "Ann Lee, Lee & Day LLP, 5 High Street, Leeds, LS1 1AA, England",
            "张三，女，汉族，1970年生，律师，住洛阳市", "张三、李四、王五、赵六、孙七，郑州某律师事务所", "张三、李四、王五、赵六、孙七 律师",
            "Ann Lee, Bob Lee, Carl Lee, Dan Lee, Eve Lee, solicitors", "张三律师、李四律师、王五律师、赵六律师、孙七律师，河南大成律所",
            "张三、李四、王五、赵六、孙七（均为律师）", "Ann Lee, LL.B., M.A., Ph.D., Q.C., solicitor, commissioner for oaths",
        ] { #expect(refusal(proxy, life) == nil, "\(proxy)") }
        for (proxy, number) in [
            ("Slaughter, May, Norton, Rose, Clifford & Chance, solicitors", 6), ("A - B - C - D - E - F", 6),
            ("A B, C D, E F, G H, I J; all of Lee & Co", 6),
            ("ann lee, bob day, cy may, di poe, ed roe, fay low", 6), ("阿依古丽买买提，张三，李四，王五，赵六，孙七", 6),
        ] {
            #expect(refusal(proxy, life) == .newValue(.howManySpeak(number, limit: 5)), "\(proxy)")
            #expect(refusal(proxy, told) == nil, "\(proxy)")
        }
        for proxy in ["张三律师、李四律师、王五律师、赵六律师、孙七律师、周八律师", "Ann Lee, Bob Day, Cy May, Di Poe, Ed Roe, Fay Low"] {
            for life in [life, told] { #expect(refusal(proxy, life) == .newValue(.tooManyRepresentatives(limit: 5)), "\(proxy)") }
        }
        // What one is to the customer, and papers, are nobody named.
        let kin = "王大、母亲、监护人、委托书、身份证、户口簿、复印件"
        #expect(refusal(kin, told) == nil && refusal(kin, life) != .newValue(.tooManyRepresentatives(limit: 5)))
    }

    @Test("what happened longer ago than the branch's setting is taken, and marked as a late claim")
    func lateClaim() throws {
        func life(_ happened: String, days: Int = 365) throws -> Life {
            var desk = Desk.rules
            desk.settings.lateClaimDays = days
            return try Life(desk: desk) { $0.happened = Desk.at(happened) }
        }
        #expect(try life("2025-11-20 09:59").state.isLateClaim)
        #expect(try !life("2025-11-20 10:00").state.isLateClaim)
        #expect(try life("2026-11-01 10:00", days: 10).state.isLateClaim)
        #expect(try !Life().state.isLateClaim)
    }

    @Test("a day of the event put right makes a late claim of it, or of a late claim none")
    func lateClaimAmended() throws {
        let life = try Life { $0.happened = Desk.at("2026-10-01 10:00") }
        let late = try life.after(.amend("happened", to: "2025-10-01"), by: Desk.clerk)
        #expect(!life.state.isLateClaim && late.state.isLateClaim)
        #expect(try !late.after(.amend("happened", to: "2026-10-02"), by: Desk.clerk).state.isLateClaim)
        #expect(try Life().after(.amend("happened", to: "2020-01-01"), by: Desk.clerk).state.isLateClaim, "no day had been told")
    }

    @Test("past cases are the branch manager's to bring in, and only those of before the founding; the founding day counts as before")
    func history() {
        var desk = Desk.rules
        desk.founding = Day("2026-11-10")
        func refusal(_ received: String, by member: StaffMember = Desk.manager) -> Refusal? {
            let record = Imported(number: Desk.caseNumber, intake: Intake(channel: .other, received: Desk.at(received), text: "x"))
            do throws(Refusal) {
                _ = try decideImporting(record, in: Occasion(Actor(member), at: Desk.at("2026-11-20 10:00"), under: desk))
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal("2026-11-10 16:00") == nil)
        #expect(refusal("2026-11-11 00:00") == .historyAfterFounding(Day("2026-11-10")!))
        #expect(refusal("2019-04-10 10:00", by: Desk.complaints) == .deskActRoleMayNot(.importCases))
    }

    @Test("neither this desk, its copy nor a practice desk is another desk, whose word brings in what came after the founding")
    func origin() throws {
        var desk = Desk.rules
        (desk.founding, desk.deskID) = (Day("2026-11-10"), "a1")
        func imported(_ received: String, from origin: String?, practice: Bool = false) throws(Refusal) -> Imported? {
            var record = Imported(number: Desk.caseNumber, intake: Intake(channel: .other, received: Desk.at(received), text: "x"))
            record.deskOfOrigin = origin
            let occasion = Occasion(Actor(Desk.manager), at: Desk.at("2026-11-20 10:00"), under: desk)
            return try decideImporting(record, ofPractice: practice, in: occasion) as? Imported
        }
        let founding = try #require(desk.founding)
        #expect(try imported("2026-11-12 10:00", from: "b2")?.deskOfOrigin == "b2")
        #expect(throws: Refusal.historyOfOwnDesk(founding)) { try imported("2026-11-12 10:00", from: "a1") }
        #expect(throws: Refusal.historyAfterFounding(founding)) { try imported("2026-11-12 10:00", from: nil) }
        // From before the founding it is history as any, and no other desk's.
        let earlier = try imported("2026-11-09 10:00", from: "a1")
        #expect(earlier != nil && earlier?.deskOfOrigin == nil)
        for received in ["2026-11-09 10:00", "2026-11-12 10:00"] {
            #expect(throws: Refusal.historyOfPractice) { try imported(received, from: "b2", practice: true) }
        }
        desk.settings.isPractice = true
        #expect(try imported("2026-11-12 10:00", from: "b2", practice: true)?.deskOfOrigin == "b2")
        #expect(throws: Refusal.historyOfOwnDesk(founding)) { try imported("2026-11-12 10:00", from: "a1", practice: true) }
    }

    @Test("a customer is the same however the number is written, and of several in one field each counts")
    func contacts() {
        let same = [
            "13812340000", "+86 138 1234 0000", "0086-13812340000", "１３８１２３４００００", "(+86) 138-1234-0000", "86 13812340000",
            "13900001111 / 13812340000", "13900001111 13812340000", "139 0000 1111 138 1234 0000", "13812340000，0379-6543210",
            "138.1234.0000",
        ]
        for written in same { #expect(Likeness.contacts(in: written).contains("13812340000"), "\(written)") }
        #expect(Likeness.contacts(in: "6543210 6543211") == ["6543210", "6543211"])
        let phone = {
            var intake = Intake(channel: .phone, received: Desk.at("2026-11-20 10:00"), text: "x")
            intake.callBackNumber = "138 1234 0000"
            return intake
        }()
        #expect(Likeness.ofCustomers(.init(of: phone), .init(name: "", contact: "13812340000")) == .contact)
    }

    @Test("a branch abroad starts with codes and outside channels of its country")
    func countries() {
        let london = DeskSettings(branchCode: "L1", branchName: "x", hotline: "x", timeZone: "Europe/London", language: .english)
        #expect(london.country == .britain && london.outsideChannels.contains("Financial Ombudsman"))
        let rules = DeskRules(settings: london, staff: StaffDirectory(), zone: Desk.zone)
        #expect(!rules.codes.codes.contains { $0.label.english.contains("Renminbi") })
        #expect(Desk.rules.codes == .standard && Desk.rules.settings.outsideChannels.contains("12378"))
        for country in Country.allCases {
            #expect(throws: Never.self) { try country.codes.check() }
            #expect(Set(Code.Axis.allCases) == Set(country.codes.codes.map(\.axis)))
        }
        #expect(Country(code: " gb ") == .britain && Country(code: "FR") == nil)
        #expect(Country(timeZone: "America/New_York") == .america && Country(timeZone: "Asia/Shanghai") == .china)
    }
}
