import DeskTestSupport
import Testing

@testable import ComplaintRules

/// Ways round the law that somebody could think of, each of a kind of which another member was closed before.
@Suite("The law at its edges")
struct LawEdgeTests {
    private let friday = Day(ordinal: 20_777)
    private let now = Desk.at("2026-11-20 10:00")

    private func refusal<Value>(_ body: () throws(Refusal) -> Value) -> Refusal? {
        do throws(Refusal) {
            _ = try body()
            return nil
        } catch {
            return error
        }
    }

    private func amount(_ text: String) throws -> Amount { try #require(Amount(text)) }

    // MARK: Promises

    @Test("no role may promise more than the branch manager, and giving another more is head office's to say")
    func tiers() throws {
        var desk = Desk.rules
        desk.founding = friday.adding(days: -10)
        let tomorrow = friday.adding(days: 1)
        func set(_ role: Role, _ text: String, reference: String = "") throws -> Refusal? {
            let rule = TierRule(role, try amount(text), effective: tomorrow, reference: reference)
            return refusal { () throws(Refusal) in try decideTier(rule, in: Occasion(Actor(Desk.manager), at: now, under: desk)) }
        }
        #expect(try set(.complaintManager, "5000.01") == .tierAboveHead(amount("5000.01"), most: amount("5000")))
        #expect(try set(.counter, "9000000") == .tierAboveHead(amount("9000000"), most: amount("5000")))
        #expect(try set(.complaintManager, "5000") == nil)
        desk.tierRules = [TierRule(.branchManager, try amount("8000"), effective: tomorrow, reference: "总服1号")]
        #expect(try set(.complaintManager, "8000") == nil)
        // Where head office takes it back, the others go with it.
        desk.tierRules = [
            TierRule(.complaintManager, try amount("4000"), effective: friday),
            TierRule(.branchManager, try amount("300"), effective: friday, reference: "总服2号"),
        ]
        #expect(desk.tier(of: .complaintManager, on: friday) == (try amount("300")))
        #expect(desk.tier(of: .counter, on: friday) == (try amount("200")))
    }

    @Test("two cases do not come together to more than head office approved for either")
    func mergedPromises() throws {
        var one = try Life.inHand()
        one.state.approved = Amount.none
        var other = try Life.inHand()
        other.state.number = Desk.otherNumber
        other.state.promises = [Promise(amount: try amount("900"), from: nil)]
        one.desk.other = other.state
        let merge = Deed.merge(into: Desk.otherNumber.description, reason: "同一事由")
        #expect(try one.refusal(of: merge, by: Desk.complaints) == .beyondApproval(amount("900"), approved: .none))
        one.state.approved = try amount("1000")
        one.state.promises = [Promise(amount: try amount("101"), from: nil)]
        #expect(try one.refusal(of: merge, by: Desk.complaints) == .beyondApproval(amount("1001"), approved: amount("1000")))
        one.state.promises = [Promise(amount: try amount("100"), from: nil)]
        #expect(one.refusal(of: merge, by: Desk.complaints) == nil)
    }

    @Test("nothing was paid before the complaint was received")
    func paidBefore() throws {
        let life = try Life.inHand().after(.notAtFault, by: Desk.complaints)
        func paid(_ day: Int) throws -> Refusal? {
            let reply = Reply(how: .phone, text: "x", amount: try amount("10"), paid: try amount("10"), paidOn: friday.adding(days: day))
            return life.refusal(of: .reply(reply), by: Desk.complaints)
        }
        #expect(try paid(-1) == .beforeReceived("paid-on"))
        #expect(try paid(0) == nil)
        #expect(try paid(1) == .inTheFuture("paid-on"))
    }

    // MARK: Lent rights

    @Test("a stand-in's right ends with it: they give nobody, and not themselves, what outlasts it")
    func outlasting() throws {
        var desk = Desk.rules(in: Desk.zone, staff: Desk.everybody + [Desk.member("1009", "郑凯", .branchManager)])
        let lent = Actor(Desk.complaints, standingInFor: Desk.manager)
        let beyond = Refusal.beyondStandIn(Desk.manager.number)
        func add(_ role: Role, by actor: Actor) -> Refusal? {
            refusal { () throws(Refusal) in
                try decideAdding(Desk.member("1030", "新人", role), publicKey: "00", in: Occasion(actor, at: Desk.now, under: desk))
            }
        }
        func give(_ role: Role, to member: StaffMember, by actor: Actor) -> Refusal? {
            refusal { () throws(Refusal) in
                try decideStaffEdit(.role(role), of: member.number, holding: OpenCases(), in: Occasion(actor, at: now, under: desk))
            }
        }
        func name(_ member: StaffMember, by actor: Actor) -> Refusal? {
            let wanted = StandIn(
                absent: Desk.manager.number,
                standIn: member.number,
                from: friday.adding(days: 9),
                to: friday.adding(days: 99)
            )
            return refusal { () throws(Refusal) in try decideStandIn(wanted, in: Occasion(actor, at: now, under: desk)) }
        }
        func reset(_ member: StaffMember, by actor: Actor) -> Refusal? {
            refusal { () throws(Refusal) in
                try decideResetting(member.number, publicKey: "00", in: Occasion(actor, at: Desk.now, under: desk))
            }
        }
        #expect(add(.branchManager, by: lent) == beyond)
        #expect(give(.branchManager, to: Desk.complaints, by: lent) == beyond)
        #expect(give(.branchManager, to: Desk.clerk, by: lent) == beyond)
        #expect(give(.auditor, to: Desk.complaints, by: lent) == beyond)
        #expect(name(Desk.complaints, by: lent) == beyond)
        #expect(reset(Desk.manager, by: lent) == beyond)
        #expect(refusal { () throws(Refusal) in try decideReplacingRecoveryKey(by: lent) } == beyond)
        for role in [Role.complaintManager, .auditor] {
            #expect(add(role, by: lent) == beyond && give(role, to: Desk.clerk, by: lent) == beyond)
        }
        #expect(reset(Desk.clerk, by: lent) == beyond)
        // How the past stands stays, and may be of days that were theirs to review.
        func correct(_ day: Day, by actor: Actor) -> [Refusal?] {
            let occasion = Occasion(actor, at: now, under: desk)
            return [
                refusal { () throws(Refusal) in try decideBookCorrection(of: day, to: .nothing, reason: "补录", nil, in: occasion) },
                refusal { () throws(Refusal) in try decideOpening(on: day, isOpen: false, reason: "停电", in: occasion) },
            ]
        }
        let yesterday = desk.zone.day(at: now).adding(days: -1)
        #expect(correct(yesterday, by: lent) == [beyond, beyond])
        #expect(correct(yesterday, by: Actor(Desk.manager)).allSatisfy { $0 != beyond })
        #expect(correct(yesterday.adding(days: 1), by: lent) == [beyond, beyond], "nor is today made a closed day")
        #expect(correct(yesterday.adding(days: 2), by: lent).last != beyond, "a closure ahead is whoever's who heads the branch")
        // Nor do they lend the right on for longer than they have it.
        #expect(name(Desk.secondComplaints, by: lent) == beyond)
        func standIn(until day: Day) -> Refusal? {
            desk.standIns = [
                StandIn(absent: Desk.manager.number, standIn: Desk.complaints.number, from: friday, to: friday.adding(days: 9))
            ]
            let wanted = StandIn(absent: Desk.secondComplaints.number, standIn: Desk.clerk.number, from: friday, to: day)
            return refusal { () throws(Refusal) in try decideStandIn(wanted, in: Occasion(lent, at: now, under: desk)) }
        }
        #expect(standIn(until: friday.adding(days: 9)) == nil && standIn(until: friday.adding(days: 10)) == beyond)
        desk.standIns = []
        // Of the settings those that give a right: who may declare an absence, and what each may promise, their own too.
        func set(_ change: (inout DeskSettings) -> Void, by actor: Actor) -> Refusal? {
            var wanted = desk.settings
            change(&wanted)
            return refusal { () throws(Refusal) in try decideSettings(wanted, in: Occasion(actor, at: Desk.now, under: desk)) }
        }
        func tier(_ role: Role, by actor: Actor) -> Refusal? {
            let rule = TierRule(role, Amount("300") ?? .none, effective: friday.adding(days: 1), reference: "总服〔2026〕31号")
            return refusal { () throws(Refusal) in try decideTier(rule, in: Occasion(actor, at: now, under: desk)) }
        }
        #expect(set({ $0.deputies = [Desk.complaints.number] }, by: lent) == beyond)
        for role in [Role.branchManager, .complaintManager, .counter] {
            #expect(tier(role, by: lent) == beyond && tier(role, by: Actor(Desk.manager)) == nil)
        }
        // Somebody who comes back has the right of their role again.
        func comeBack(_ member: StaffMember) -> Refusal? {
            refusal { () throws(Refusal) in
                try decideStaffEdit(.comeBack, of: member.number, holding: OpenCases(), in: Occasion(lent, at: now, under: desk))
            }
        }
        #expect(comeBack(Desk.formerManager) == beyond && comeBack(Desk.formerClerk) == nil)
        // All else of the absent manager's they do.
        #expect(add(.counter, by: lent) == nil)
        #expect(give(.counter, to: Desk.secondComplaints, by: lent) == nil)
        #expect(set({ $0.lockAfterMinutes = 7 }, by: lent) == nil)
        // Who has the right without standing in does it, also while they stand in for another.
        let second = try #require(desk.staff[Desk.number("1009")])
        let own = Actor(second, standingInFor: Desk.manager)
        #expect(add(.branchManager, by: own) == nil && reset(Desk.manager, by: own) == nil && name(second, by: own) == nil)
        #expect(refusal { () throws(Refusal) in try decideReplacingRecoveryKey(by: own) } == nil)
        #expect(set({ $0.deputies = [Desk.complaints.number] }, by: own) == nil && reset(Desk.clerk, by: own) == nil)
        // A standing deputy declares the absence on the spot, for today.
        desk.settings.deputies = [Desk.complaints.number]
        let spot = StandIn(absent: Desk.manager.number, standIn: Desk.complaints.number, from: friday, to: friday)
        #expect(refusal { () throws(Refusal) in try decideStandIn(spot, in: Occasion(lent, at: now, under: desk)) } == nil)
    }

    @Test("rights are lent by managers alone, and to nobody who audits: whoever changed role since lends or acts no more")
    func roleChanged() throws {
        var desk = Desk.rules
        desk.standIns = [
            StandIn(absent: Desk.manager.number, standIn: Desk.complaints.number, from: friday, to: friday),
            StandIn(absent: Desk.secondComplaints.number, standIn: Desk.clerk.number, from: friday, to: friday),
        ]
        func roles(_ member: StaffMember) throws -> Set<Role> { try desk.actor(member.number, at: now).roles }
        let life = try Life.toSign()
        #expect(try roles(Desk.complaints) == [.complaintManager, .branchManager])
        #expect(try roles(Desk.clerk) == [.counter, .complaintManager])
        #expect(desk.heads(of: life.state, at: now) == [Desk.manager.number, Desk.complaints.number])
        let turned = [("1005", "王芳", Role.auditor), ("1006", "陈立", Role.auditor)].map { Desk.member($0, $1, $2) }
        desk.staff = StaffDirectory(Desk.everybody + turned)
        #expect(try roles(turned[0]) == [.auditor])
        #expect(try roles(Desk.clerk) == [.counter])
        #expect(desk.heads(of: life.state, at: now) == [Desk.manager.number])
        #expect(refusal { () throws(Refusal) in try permit(.readAudit, by: desk.actor(Desk.clerk.number, at: now)) } != nil)
    }

    // MARK: Recusal

    @Test("whom a merged case names is looked for in the one where it goes on: who comes later, and who is named by an amendment")
    func namings() throws {
        let one = try Life(about: "新来的周敏").after(.accept, by: Desk.complaints)
        var other = try Life.inHand()
        other.state.number = Desk.otherNumber
        func tell(_ act: Deed, _ life: Life) throws {
            var desk = Desk.rules
            desk.other = other.state
            desk.web = life.state.ties.isEmpty ? [] : [other.state]
            let occasion = Occasion(Actor(Desk.complaints), at: now, under: desk)
            let events = try decide(act.act, on: life.state, in: occasion)
            let following = try consequences(of: act.act, doing: events, to: life.state, in: occasion).flatMap(\.events)
            #expect(!following.isEmpty, "nothing follows of \(act.kind)")
            for event in following {
                other.state = try #require(evolve(other.state, Happened(event, at: now, by: Desk.complaints.number, seq: 9)))
            }
        }
        let newcomer = Desk.member("1020", "周敏", .complaintManager)
        #expect(StaffDirectory([newcomer]).recusal(of: other.state) == nil)
        try tell(.merge(into: Desk.otherNumber.description, reason: "同一事由"), one)
        #expect(StaffDirectory([newcomer]).recusal(of: other.state) == Recused(subjects: [newcomer.number]))
        // Merged, it is amended: the one where it goes on is about them too, and about whoever comes by those words.
        var merged = one
        merged.desk.other = other.state
        try merged.perform(.merge(into: Desk.otherNumber.description, reason: "同一事由"), by: Actor(Desk.complaints))
        try tell(.amend("about", to: "陈立、吴小梅"), merged)
        #expect(other.state.isAbout(Desk.secondComplaints.number))
        let second = Desk.member("1021", "吴小梅", .counter)
        #expect(StaffDirectory([second]).recusal(of: other.state) == Recused(subjects: [second.number]))
        // What goes on under a new number, too.
        var closed = try Life.toSign().after(.sign, by: Desk.manager)
        closed.state.namings.append("吴小梅 100%")
        let following = try decideFollowing(
            closed.state,
            as: Desk.otherNumber,
            tie: .reviewed,
            in: Occasion(Actor(Desk.manager), at: now, under: Desk.rules)
        )
        let begun = following.enumerated().reduce(nil as Case?) { state, next in
            evolve(state, Happened(next.element, at: now, by: Desk.manager.number, seq: Int64(next.offset + 1)))
        }
        #expect(StaffDirectory([second]).recusal(of: try #require(begun)) == Recused(subjects: [second.number]))
    }

    @Test(
        "people are recognised by a name they had before, by a number with marks in it or written in Han, and by either half of a name in two scripts"
    )
    func recognition() {
        var staff = StaffDirectory(
            Desk.everybody + [Desk.member("LY17", "李敏 Min Li", .counter), Desk.member("1031", "周岚", .counter)]
        )
        staff.remember("周小岚", of: Desk.number("1031"))
        func found(_ text: String) -> [String] { staff.subjects(in: text).map(\.text) }
        for text in ["周岚", "柜员周小岚", "周 小岚", "一〇三一号柜员", "工号一零三一", "1031"] { #expect(found(text) == ["1031"], "\(text)") }
        for text in ["LY-17", "ly 17", "ＬＹ．１７", "LY_17号", "Ms Min Li", "LI, Min"] { #expect(found(text) == ["LY17"], "\(text)") }
        #expect(found("李敏") == ["1003", "LY17"])
        // In the shapes that Unicode has beside the usual ones: in a circle, raised, of mathematics, of older tables of Han.
        for text in ["①０③１", "⑴⓪⑶⑴", "1⁰3¹", "𝟏𝟎𝟑𝟏", "١٠٣١"] { #expect(found(text) == ["1031"], "\(text)") }
        for text in ["Ⓜⓘⓝ Ⓛⓘ", "𝐌𝐢𝐧 𝐋𝐢"] { #expect(found(text) == ["LY17"], "\(text)") }
        #expect(found("\u{F9E1}敏") == ["1003", "LY17"])
        // A date and a telephone number in pieces are nobody's number, and two Han digits none at all.
        for text in ["10-31 下午", "1,031", "三一路", "Min", "LY", "17"] { #expect(found(text) == [], "\(text)") }
    }

    @Test("a recusal of whoever is or was branch manager is lifted only with head office's reference")
    func liftedForFormerHead() throws {
        var life = try Life(about: "陈立").after(.accept, by: Desk.complaints)
        let lift = Deed.liftRecusal(.init(number: Desk.secondComplaints.number, reason: "另有其人"))
        #expect(life.refusal(of: lift, by: Desk.complaints) == nil)
        let former = Desk.member("1006", "陈立", .branchManager)
        life.desk.staffChanges = [StaffChange(Desk.secondComplaints, on: friday, before: former)]
        #expect(life.refusal(of: lift, by: Desk.complaints) == .ownRecusalReference)
    }

    @Test(
        "whom a recusal was lifted on returns by being named anew, in other words than those that stood there, and not by their standing there still"
    )
    func namedAnew() throws {
        let lift = Deed.liftRecusal(.init(number: Desk.secondComplaints.number, reason: "另有其人"))
        let lifted = try Life(about: "陈立").after(.accept, by: Desk.complaints).after(lift, by: Desk.complaints)
        let number = Desk.secondComplaints.number
        for words in ["\(number)", "工号 \(number)", "柜台的陈立", "\(number)、李敏"] {
            let amended = try lifted.after(.amend("about", to: words), by: Desk.complaints)
            #expect(amended.state.isAbout(number), "\(words)")
        }
        for words in ["陈立、李敏", "李敏，陈立"] {
            let amended = try lifted.after(.amend("about", to: words), by: Desk.complaints)
            #expect(!amended.state.isAbout(number) && amended.state.isAbout(Desk.clerk.number), "\(words)")
        }
    }

    @Test("what somebody who leaves had begun goes to nobody of whom it speaks, or whom its case is about")
    func leftDrafts() throws {
        let desk = Desk.rules
        let (leaver, manager) = (Desk.complaints.number, Desk.manager.number)
        func taker(_ about: String, _ state: Case?, successor: StaffNumber?) -> StaffNumber? {
            desk.taker(of: LeftDraft(about: about, on: state), of: leaver, successor: successor, recordedBy: manager)
        }
        let second = Desk.secondComplaints.number
        #expect(taker("", nil, successor: second) == second)
        #expect(taker("陈立态度差", nil, successor: second) == manager)
        #expect(taker("陈立、赵国强", nil, successor: second) == nil)
        #expect(taker("", nil, successor: nil) == manager)
        // A clerk holds a case about themselves; what was begun on it is not theirs to read.
        let own = try Life(takenBy: Desk.clerk, about: "李敏")
        #expect(own.state.keeper == Desk.clerk.number)
        #expect(taker("", own.state, successor: nil) == manager)
        let handed = try Life().after(.handed(to: Desk.secondComplaints), by: Desk.clerk)
        #expect(handed.state.keeper == second && taker("", handed.state, successor: nil) == second)
        // Whom it is about is not told of it by a draft either.
        let aboutHead = try Life(takenBy: Desk.clerk, about: "赵国强、李敏")
        #expect(taker("", aboutHead.state, successor: nil) == nil)
        // Who has it reads it, and no other clerk does.
        #expect(taker("", try Life.inHand().state, successor: Desk.colleague.number) == manager)
    }

    // MARK: The comment book

    @Test("a review begun on its day and ended on a later one says why")
    func endedLater() throws {
        var review = BookDay(day: friday, openedAt: Desk.at("2026-11-20 16:00"), by: Desk.complaints.number, reason: "")
        let closing = LocalTime(day: friday, secondOfDay: 17 * 3600)
        func end(_ act: BookAct, at time: String) throws(Refusal) -> [BookEvent] {
            try decide(act, on: review, in: Occasion(Actor(Desk.complaints), at: Desk.at(time), under: Desk.rules))
        }
        #expect(throws: Refusal.bookReviewLate(closing: closing)) { try end(.nothing(friday), at: "2026-11-21 09:00") }
        #expect(throws: Refusal.bookReviewLate(closing: closing)) { try end(.nothing(friday, reason: "\u{200B}"), at: "2026-11-21 09:00") }
        let events = try end(.nothing(friday, reason: " 停电 "), at: "2026-11-21 09:00")
        #expect(events == [.closed(.init(day: friday, isNil: true, reason: "停电"))])
        let ended = events.reduce(review as BookDay?) {
            evolve($0, Happened($1, at: Desk.at("2026-11-21 09:00"), by: Desk.complaints.number))
        }
        #expect(ended?.reason == "停电")
        #expect(Desk.rules.bookStatus(of: friday, ended, founding: friday, at: Desk.at("2026-11-21 10:00")) == .late)
        review.entries = ["0379-2611-018"]
        #expect(throws: Refusal.bookReviewLate(closing: closing)) { try end(.close(friday), at: "2026-11-21 09:00") }
        // So it does after closing time of the day itself; in time, and where the reason stands already, none is asked for.
        #expect(throws: Refusal.bookReviewLate(closing: closing)) { try end(.close(friday), at: "2026-11-20 18:00") }
        #expect(try end(.close(friday), at: "2026-11-20 17:00") == [.closed(.init(day: friday, isNil: false))])
        review.reason = "漏查"
        #expect(try end(.close(friday, reason: "x"), at: "2026-11-21 09:00") == [.closed(.init(day: friday, isNil: false))])
    }

    @Test("a review of a day before it came is none, once its clock was declared wrong")
    func reviewedAhead() throws {
        let day = friday.adding(days: 3)
        var review = BookDay(day: day, openedAt: now, by: Desk.complaints.number, reason: "")
        review.closedAt = now
        let monday = Desk.at("2026-11-23 10:00")
        #expect(Desk.rules.bookStatus(of: day, review, founding: friday, at: monday) == .due)
        #expect(Desk.rules.bookStatus(of: day, review, founding: friday, at: Desk.at("2026-11-24 10:00")) == .missed)
        func decided(_ act: BookAct) throws(Refusal) -> [BookEvent] {
            try decide(act, on: review, in: Occasion(Actor(Desk.complaints), at: monday, under: Desk.rules))
        }
        #expect(try decided(.open(day, reason: "")) == [.opened(.init(day: day, reason: ""))])
        #expect(throws: Refusal.bookNotOpened(day)) { try decided(.nothing(day)) }
    }

    // MARK: Contacts, clocks, channels

    @Test("what reaches nobody is no attempt to reach the customer: neither the book nor another way that nobody names")
    func noAttempt() throws {
        var life = try Life { $0.contact = "13800000000" }.after(.accept, by: Desk.complaints)
        for (how, time) in [(ContactWay.book, "2026-11-20 23:59"), (.other, "2026-11-21 00:00"), (.book, "2026-11-21 00:01")] {
            let tried = Deed.contact(.init(how: how, text: "x", isReached: false))
            life = try life.after(tried, by: Desk.complaints, at: time)
        }
        let undelivered = Deed.reply(.init(how: .book, text: "x", isUndelivered: true))
        #expect(life.refusal(of: undelivered, by: Desk.complaints) == .notReached(attempts: 0))
    }

    @Test("a contact amended away was left all the same: undeliverable after three attempts, and a call-back")
    func contactLeft() throws {
        let undelivered = Deed.reply(.init(how: .letter, text: "x", isUndelivered: true))
        func ofTheSame(_ contact: String) throws -> Life {
            try Life { ($0.customer, $0.contact) = ("刘小丽", contact) }
        }
        let left = try ofTheSame("13800000000").after(.accept, by: Desk.complaints).after(
            .amend("contact", to: ""),
            by: Desk.complaints
        )
        #expect(left.refusal(of: undelivered, by: Desk.complaints) == .notReached(attempts: 0))
        let none = try ofTheSame("").after(.accept, by: Desk.complaints)
        #expect(none.refusal(of: undelivered, by: Desk.complaints) == nil)
        // Of a case of the same customer that was merged in, too.
        var absorbing = none
        var link = Linked(number: "0379-2611-009", tie: .absorbed)
        link.carried = Linked.Carried(of: left.state, into: none.state)
        absorbing.state = try #require(evolve(none.state, Happened(link, at: now, by: Desk.complaints.number, seq: 9)))
        #expect(absorbing.refusal(of: undelivered, by: Desk.complaints) == .notReached(attempts: 0))
        let signed = try left.after(.notAtFault, by: Desk.complaints).after(.replied, by: Desk.complaints).after(.sign, by: Desk.manager)
        #expect(signed.state.clocks.contains { $0.name == .callBack })
    }

    @Test("a clock says since when its rule holds; one that has always held says nothing")
    func ruleFrom() throws {
        var desk = Desk.rules
        desk.clockRules.append(
            ClockRule(.reply, limit: .naturalDays(2), effective: friday.adding(days: -1), setAt: Desk.at("2026-11-18 09:00"))
        )
        let life = try Life(desk: desk)
        let days = life.state.clocks.map { "\($0.name.rawValue) \($0.ruleFrom?.iso ?? "")" }
        #expect(days == ["reply 2026-11-19", "final ", "pass-on "])
        let words = [Language.english, .chinese].map { language in
            CaseWords(language, desk, showsContacts: true, arrow: "->").notes(on: life.state.clocks[0], before: nil, at: now)
        }
        #expect(words == [["rule from 19 Nov 2026"], ["规则自2026年11月19日起"]])
    }

    @Test("the outside channels of the country are told in the reader's language; what a branch has set is told as it is")
    func channels() throws {
        var settings = Desk.rules.settings
        #expect(settings.outsideChannels(in: .english).hasPrefix("12378 (financial supervisor)"))
        #expect(settings.outsideChannels(in: .chinese).hasPrefix("12378（金融监管）"))
        let told = RefusedAnswer(reason: "x", toldChannels: settings.outsideChannels(in: .chinese))
        let english = CaseWords(.english, Desk.rules, showsContacts: true, arrow: "->").lines(told.details)
        #expect(english.contains { $0.contains("12378 (financial supervisor)") })
        settings.outsideChannels = ""
        #expect(settings.outsideChannels(in: .english).hasPrefix("12378 (financial supervisor)"))
        settings.outsideChannels = "总行 95588"
        #expect(settings.outsideChannels(in: .english) == "总行 95588")
    }

    @Test("the stretches that can be declared wrong begin with a jump ahead and end before the clock went back")
    func stretches() {
        func event(_ seq: Int64, _ clock: ClockMark? = nil) -> WrongClock.Judged { .init(seq: seq, at: now, clock: clock) }
        let events = [event(1), event(2, .ahead(9)), event(3), event(4, .behind(9)), event(5, .ahead(9)), event(6), event(7, .behind(9))]
        #expect(WrongClock.stretches(in: events).map { "\($0.from.seq)-\($0.to.seq)" } == ["2-3", "5-6"])
        #expect(WrongClock.stretches(in: events.prefix(3)).isEmpty)
        let declared = [WrongClock(from: 5, to: 5, reason: "x")]
        #expect(WrongClock.stretches(in: events, besides: declared).map { "\($0.from.seq)-\($0.to.seq)" } == ["2-3"])
    }

    @Test("judged anew, nothing is earlier than what came before the stretch, and what is in another declared one waits for its own end")
    func judgedAnew() {
        let day: Int64 = 86_400_000
        func at(_ number: Int64) -> Moment { Moment(milliseconds: number * day) }
        func event(_ seq: Int64, _ number: Int64, _ clock: ClockMark? = nil) -> WrongClock.Judged {
            .init(seq: seq, at: at(number), clock: clock)
        }
        // The 10th was on the desk; the clock jumps to the 50th, then shows the 4th.
        let events = [event(2, 50, .ahead(40 * day)), event(3, 50, .behind(46 * day)), event(4, 50, .behind(39 * day))]
        func judged(_ stretches: [(Int64, Int64)], _ events: [WrongClock.Judged]) -> [String] {
            let stretches = stretches.map { WrongClock(from: $0.0, to: $0.1, reason: "x") }
            return WrongClock.judge(events, after: at(10), without: stretches).map { "\($0.seq) \($0.at.milliseconds / day)" }
        }
        #expect(judged([(2, 2)], events) == ["2 10", "3 10", "4 11"])
        // Behind the second stretch the 12th is shown; declared in either order, both come to the same.
        let more = events + [event(5, 90, .ahead(79 * day)), event(6, 90, .behind(78 * day))]
        for order in [[(2, 2), (5, 5)], [(5, 5), (2, 2)]] as [[(Int64, Int64)]] {
            #expect(judged(order, more) == ["2 10", "3 10", "4 11", "5 12", "6 12"])
        }
    }

    @Test("a stretch that was declared wrong is not declared again, nor one that shares an event with it")
    func declaredOnce() {
        var desk = Desk.rules
        desk.wrongClocks = [WrongClock(from: 14, to: 20, reason: "x")]
        let marks: [Int64: ClockMark] = [
            10: .ahead(9), 14: .ahead(9), 15: .behind(9), 16: .ahead(9), 21: .behind(9), 22: .ahead(9), 24: .behind(9),
        ]
        func refusal(_ from: Int64, _ to: Int64) -> Refusal? {
            do throws(Refusal) {
                _ = try decideDeclaringWrong(
                    WrongClock(from: from, to: to, reason: "x"),
                    marks: marks,
                    in: Occasion(Actor(Desk.manager), at: Desk.now, under: desk)
                )
                return nil
            } catch {
                return error
            }
        }
        for (from, to) in [(14, 20), (14, 14), (16, 20), (10, 20)] as [(Int64, Int64)] {
            #expect(refusal(from, to) == .clockDeclared(14, 20), "\(from)-\(to)")
        }
        #expect(refusal(22, 23) == nil)
    }
}
