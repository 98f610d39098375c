import Testing

@testable import ComplaintRules

/// What was is not rewritten: what is set holds from the next day on, and past days are judged by what held then.
@Suite("The past and the settings")
struct PastAndSettingsTests {
    private let friday = Day(ordinal: 20_777)
    private let now = Desk.at("2026-11-20 10:00")

    private func desk(founded: String = "2026-11-02") throws -> DeskRules {
        var desk = Desk.rules
        desk.founding = Day(founded)
        return desk
    }

    private func refusal<Value>(_ body: () throws(Refusal) -> Value) -> Refusal? {
        do throws(Refusal) {
            _ = try body()
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "hours are written as stretches with breaks between, in order; nothing else is taken",
        arguments: [
            ("09:00-17:00", "09:00-17:00"), ("9:00 - 12:00 , 13:30-17:00", "09:00-12:00,13:30-17:00"),
            ("０９：００－１２：００，１３：３０－１７：００", "09:00-12:00,13:30-17:00"), ("09:00-12:00、13:30-17:00", "09:00-12:00,13:30-17:00"),
            ("closed", "closed"), ("休", "closed"), ("", nil), ("09:00", nil), ("17:00-09:00", nil), ("09:00-09:00", nil),
            ("09:00-12:00,11:00-17:00", nil), ("13:00-17:00,09:00-12:00", nil), ("09:00-24:00", nil), ("09:00-12:00,", nil),
        ] as [(String, String?)]
    )
    func hours(text: String, read: String?) {
        #expect(DayHours(text)?.text == read)
    }

    @Test("opening time has breaks, and each day has the hours of its weekday that held on it")
    func breaks() throws {
        var desk = try desk()
        let (week, short) = (try #require(DayHours("09:00-12:00,13:30-17:00")), try #require(DayHours("09:00-12:00")))
        for weekday in Weekday.allCases.prefix(5) { desk.hoursRules.append(HoursRule(weekday, week, effective: friday)) }
        desk.hoursRules.append(HoursRule(.saturday, short, effective: friday.adding(days: 2)))
        func passOn(_ time: String) throws -> String? { try Life(at: time, desk: desk).due(.passOn) }
        // Thursday has no break yet.
        #expect(try passOn("2026-11-19 11:30") == "2026-11-19 12:30")
        #expect(try passOn("2026-11-20 11:30") == "2026-11-20 14:00")
        #expect(try passOn("2026-11-20 16:30") == "2026-11-23 09:30")
        #expect(try passOn("2026-11-27 16:30") == "2026-11-28 09:30")
        // Limits in days end when the branch closes on that day: Saturday 28 November at noon.
        #expect(try Life(at: "2026-11-25 10:00", desk: desk).due(.reply) == "2026-11-28 12:00")
    }

    @Test("the founding day is judged by the closing time that held when it was over: what is set later holds from the next day on")
    func foundingDayOver() throws {
        let desk = try desk(founded: "2026-11-20")
        let day = desk.zone.day(at: Desk.at("2026-11-20 12:00"))
        #expect(desk.earliestChange(at: Desk.at("2026-11-20 17:00")) == day)
        #expect(desk.earliestChange(at: Desk.at("2026-11-20 17:01")) == day.adding(days: 1))
        // Corrected to closed since, it was judged all the same; founded later than its closing time, it was not.
        var corrected = desk
        corrected.openings[day] = OpeningException(day: day, isOpen: false, reason: "停电", wasOpen: true)
        #expect(corrected.earliestChange(at: Desk.at("2026-11-20 17:01")) == day.adding(days: 1))
        var late = desk
        late.foundedAt = Desk.at("2026-11-20 18:30")
        #expect(
            late.earliestChange(at: Desk.at("2026-11-20 19:00")) == day && late.firstCalendarDay(at: Desk.at("2026-11-20 19:00")) == nil
        )
        // A desk that is founded on a day on which it is closed is set up on that day, at any hour.
        let sunday = try self.desk(founded: "2026-11-22")
        #expect(sunday.earliestChange(at: Desk.at("2026-11-22 20:00")) == day.adding(days: 2))
    }

    @Test("no hours are set for the founding day by which it would be over already")
    func closedByThese() throws {
        let desk = try desk(founded: "2026-11-20")
        let day = friday
        func set(_ hours: String, _ effective: Day) throws -> Refusal? {
            let rule = HoursRule(.friday, try #require(DayHours(hours)), effective: effective)
            return refusal { () throws(Refusal) in
                _ = try decideHours(rule, in: Occasion(Actor(Desk.manager), at: Desk.at("2026-11-20 12:00"), under: desk))
            }
        }
        #expect(try set("09:00-11:00", day) == .closedByThese(#require(TimeOfDay("11:00"))))
        for (hours, effective) in [("09:00-11:00", day.adding(days: 1)), ("09:00-12:30", day), ("13:00-17:00", day)] {
            #expect(try set(hours, effective) == nil)
        }
    }

    @Test("hours, tiers and rules hold from the next day on; on the founding day at once")
    func nextDay() throws {
        let hours = try #require(DayHours("08:00-12:00"))
        for (founded, first) in [("2026-11-02", friday.adding(days: 1)), ("2026-11-20", friday)] {
            let desk = try desk(founded: founded)
            #expect(desk.earliestChange(at: now) == first)
            for day in [first.adding(days: -1), first, first.adding(days: 30)] {
                let expected: Refusal? = day < first ? .ruleInThePast : nil
                let actor = Actor(Desk.manager)
                let set: [Refusal?] = [
                    refusal { () throws(Refusal) in
                        try decideHours(HoursRule(.monday, hours, effective: day), in: Occasion(actor, at: now, under: desk))
                    },
                    refusal { () throws(Refusal) in
                        try decideTier(TierRule(.counter, .none, effective: day), in: Occasion(actor, at: now, under: desk))
                    },
                    refusal { () throws(Refusal) in
                        try decideClockRule(
                            ClockRule(.reply, limit: .naturalDays(2), effective: day),
                            in: Occasion(actor, at: now, under: desk)
                        )
                    },
                ]
                #expect(set == [expected, expected, expected], "\(founded) \(day.iso)")
            }
        }
    }

    @Test("a rule or hours that hold already are told to be so, and nothing is recorded")
    func alreadySo() throws {
        let (desk, day) = (try desk(), friday.adding(days: 1))
        let occasion = Occasion(Actor(Desk.manager), at: now, under: desk)
        let (held, other) = (try #require(DayHours("9-17")), try #require(DayHours("09:00-17:30")))
        #expect(refusal { () throws(Refusal) in try decideHours(HoursRule(.monday, held, effective: day), in: occasion) } == .alreadySo)
        #expect(refusal { () throws(Refusal) in try decideHours(HoursRule(.monday, other, effective: day), in: occasion) } == nil)
        for (limit, expected) in [(ClockLimit.naturalDays(3), .alreadySo), (.naturalDays(2), nil)] as [(ClockLimit, Refusal?)] {
            let found = refusal { () throws(Refusal) in
                try decideClockRule(ClockRule(.reply, limit: limit, effective: day), in: occasion)
            }
            #expect(found == expected)
        }
    }

    @Test("whatever is entered for the future, more than ten years ahead the year is a slip of the finger")
    func farAhead() throws {
        let (near, far) = (friday.adding(days: 3652), friday.adding(days: 3653))
        func moment(_ day: Day) -> Moment { Desk.zone.moment(of: LocalTime(day: day, time: TimeOfDay(minutesAfterMidnight: 600))) }
        let occasion = Occasion(Actor(Desk.manager), at: now, under: try desk())
        func refusals(_ day: Day) throws -> [(String, Refusal?)] {
            let (hours, life) = (try #require(DayHours("08:00-12:00")), try Life.inHand())
            let asked = try life.after(.escalationAsked, by: Desk.complaints).after(.confirmEscalation, by: Desk.manager)
            var note = HeadOfficeNote(text: "x")
            note.due = moment(day)
            func set(_ body: () throws(Refusal) -> DeskEvent) -> Refusal? { refusal(body) }
            return [
                ("rectify", life.refusal(of: .rectify(what: "x", owner: "1003", due: day), by: Desk.complaints)),
                ("outside date", life.refusal(of: .outsideDate(.init(due: moment(day), by: "监管局")), by: Desk.complaints)),
                ("head office's deadline", asked.refusal(of: .headOfficeNote(note), by: Desk.complaints)),
                (
                    "stand-in",
                    set { () throws(Refusal) in
                        try decideStandIn(
                            StandIn(absent: Desk.manager.number, standIn: Desk.complaints.number, from: friday, to: day),
                            in: occasion
                        )
                    }
                ),
                ("hours", set { () throws(Refusal) in try decideHours(HoursRule(.monday, hours, effective: day), in: occasion) }),
                ("tier", set { () throws(Refusal) in try decideTier(TierRule(.counter, .none, effective: day), in: occasion) }),
                ("size", set { () throws(Refusal) in try decideSize(SizeRule(.customers, 9, effective: day), in: occasion) }),
                (
                    "rule",
                    set { () throws(Refusal) in
                        try decideClockRule(ClockRule(.reply, limit: .naturalDays(2), effective: day), in: occasion)
                    }
                ),
                (
                    "duty day",
                    set { () throws(Refusal) in
                        try decideOpening(on: day, isOpen: !occasion.desk.hours.isOpen(on: day), reason: "x", in: occasion)
                    }
                ),
            ]
        }
        for (name, refusal) in try refusals(near) { #expect(refusal == nil, "\(name)") }
        for (name, refusal) in try refusals(far) {
            guard case .farFromNow(_, years: 10)? = refusal else {
                Issue.record("\(name) is taken or refused otherwise: \(String(describing: refusal))")
                continue
            }
            #expect(refusal?.sentence.english.hasSuffix("is more than 10 years ago or ahead. Check the year.") == true)
        }
        // An agreed time too, though it has a nearer bound of its own.
        let agreed = try Life.inHand().refusal(of: .agreeTime(moment(far)), by: Desk.complaints)
        #expect(agreed == .farFromNow("agreed", years: 10))
    }

    @Test("a later closing time makes no late review of the past timely, and fewer weekdays close no day that was missed")
    func pastDays() throws {
        var desk = try desk()
        let (thursday, founding) = (friday.adding(days: -1), try #require(Day("2026-11-02")))
        var review = BookDay(day: thursday, openedAt: Desk.at("2026-11-19 17:10"), by: Desk.complaints.number, reason: "")
        review.closedAt = Desk.at("2026-11-19 17:20")
        func status(_ day: Day, _ review: BookDay?) -> BookDay.Status { desk.bookStatus(of: day, review, founding: founding, at: now) }
        #expect(status(thursday, review) == .late)
        #expect(status(thursday.adding(days: -1), nil) == .missed)
        let tomorrow = desk.earliestChange(at: now)
        for weekday in Weekday.allCases {
            desk.hoursRules.append(
                HoursRule(weekday, weekday == .friday ? try #require(DayHours("09:00-23:00")) : .closed, effective: tomorrow)
            )
        }
        desk.calendar = try desk.calendar.taking(
            WorkCalendar([.init(day: thursday.adding(days: -1), isOff: true, name: "x")]),
            from: tomorrow,
            droppingOthers: true
        )
        #expect(status(thursday, review) == .late)
        #expect(status(thursday.adding(days: -1), nil) == .missed)
    }

    @Test("the branch manager's own tier is head office's to say: with its reference, and from a day on")
    func ownTier() throws {
        var desk = try desk()
        let amount = try #require(Amount("8000"))
        func set(_ rule: TierRule) -> Refusal? {
            refusal { () throws(Refusal) in try decideTier(rule, in: Occasion(Actor(Desk.manager), at: now, under: desk)) }
        }
        let tomorrow = friday.adding(days: 1)
        #expect(set(TierRule(.branchManager, amount, effective: tomorrow)) == .ownTierReference)
        #expect(set(TierRule(.branchManager, amount, effective: tomorrow, reference: " ")) == .ownTierReference)
        let rule = TierRule(.branchManager, amount, effective: tomorrow, reference: "总服〔2026〕31号")
        #expect(set(rule) == nil)
        #expect(set(TierRule(.branchManager, amount, effective: friday, reference: "总服〔2026〕31号")) == .ruleInThePast)
        desk.tierRules = [rule]
        #expect(desk.tier(of: .branchManager, on: friday).text == "5000.00")
        #expect(desk.tier(of: .branchManager, on: tomorrow).text == "8000.00")
    }

    @Test("a calendar adds and replaces the dates that it names, from tomorrow on; all other dates stay, unless it is said to be whole")
    func calendar() throws {
        func days(_ texts: [String], isOff: Bool = true) throws -> WorkCalendar {
            try WorkCalendar(texts.map { WorkCalendar.Exception(day: try #require(Day($0)), isOff: isOff, name: "x") })
        }
        var desk = try desk()
        desk.calendar = try days(["2026-10-01", "2026-11-20", "2026-12-25"])
        let file = try days(["2026-10-02", "2026-11-19", "2026-11-21", "2026-12-26"])
        func load(_ file: WorkCalendar, whole isWhole: Bool = false) throws -> [String] {
            let event = try decideCalendar(file, droppingOthers: isWhole, in: Occasion(Actor(Desk.manager), at: now, under: desk))
            guard case .calendarLoaded(let calendar) = event else { return [] }
            return calendar.exceptions.map(\.day.iso)
        }
        #expect(try load(file) == ["2026-10-01", "2026-11-20", "2026-11-21", "2026-12-25", "2026-12-26"])
        #expect(file.exceptions.filter { $0.day > friday }.count == 2)
        #expect(desk.calendar.unnamed(in: file, from: friday.adding(days: 1)).map(\.day.iso) == ["2026-12-25"])
        // Next year's file, which begins on 31 December, wipes nothing of this year.
        #expect(
            try load(try days(["2026-12-31", "2027-01-01"])) == ["2026-10-01", "2026-11-20", "2026-12-25", "2026-12-31", "2027-01-01"]
        )
        // A date that it names is as the file has it.
        #expect(try load(try days(["2026-12-25"], isOff: false)) == ["2026-10-01", "2026-11-20", "2026-12-25"])
        let taken = try desk.calendar.taking(file, from: friday.adding(days: 1), droppingOthers: true)
        #expect(try load(file, whole: true) == taken.exceptions.map(\.day.iso))
        #expect(taken.exceptions.map(\.day.iso) == ["2026-10-01", "2026-11-20", "2026-11-21", "2026-12-26"])
        // Next year's leaves this year as it is.
        desk.calendar = taken
        #expect(try load(try days(["2027-01-01"]), whole: true) == ["2026-10-01", "2026-11-20", "2026-11-21", "2026-12-26", "2027-01-01"])
        // On the founding day all of it is what was founded.
        desk.founding = friday
        #expect(try load(file, whole: true) == ["2026-10-02", "2026-11-19", "2026-11-21", "2026-12-26"])
        #expect(throws: Refusal.deskActRoleMayNot(.loadCalendar)) {
            try decideCalendar(file, in: Occasion(Actor(Desk.complaints), at: now, under: desk))
        }
    }

    @Test(
        "what cannot be undone is not done within 31 days after the clock came more than 31 days after the act before: nothing is erased then"
    )
    func erasing() throws {
        let desk = try desk()
        func erase(_ at: String, since jump: String?) -> Refusal? {
            refusal { () throws(Refusal) in
                try decideErasing(
                    before: friday,
                    since: jump.map { Desk.at($0) },
                    in: Occasion(Actor(Desk.manager), at: Desk.at(at), under: desk)
                )
            }
        }
        let refused = try Refusal.clockJumped(on: #require(Day("2030-11-20")), until: #require(Day("2030-12-22")))
        #expect(erase("2030-11-20 10:00", since: "2030-11-20 10:00") == refused)
        #expect(erase("2030-12-21 10:00", since: "2030-11-20 10:00") == refused)
        #expect(erase("2030-12-22 00:00", since: "2030-11-20 10:00") == nil)
        #expect(erase("2030-11-20 10:00", since: nil) == nil)
    }

    @Test("a holiday on duty is opened by date, with a reason; it is no working day, and no due moment moves")
    func duty() throws {
        var desk = try desk()
        let holiday = try #require(Day("2026-12-25"))
        desk.calendar = try WorkCalendar([.init(day: holiday, isOff: true, name: "x")])
        func open(_ isOpen: Bool, reason: String = "值班", by member: StaffMember = Desk.manager) -> Refusal? {
            refusal { () throws(Refusal) in
                try decideOpening(on: holiday, isOpen: isOpen, reason: reason, in: Occasion(Actor(member), at: Desk.now, under: desk))
            }
        }
        #expect(open(true) == nil)
        #expect(open(false) == .alreadySo)
        #expect(open(true, reason: " ") == .missing("reason"))
        #expect(open(true, by: Desk.complaints) == .deskActRoleMayNot(.correctPast))
        let due = try Life(at: "2026-12-23 10:00", desk: desk).after(.extensionAsked, by: Desk.complaints).after(
            .grantExtension,
            by: Desk.manager
        )
        desk.openings[holiday] = OpeningException(day: holiday, isOpen: true, reason: "值班", wasOpen: false)
        #expect(desk.hours.isOpen(on: holiday) && !desk.calendar.isWorkingDay(holiday))
        #expect(try Life(at: "2026-12-24 16:30", desk: desk).due(.passOn) == "2026-12-25 09:30")
        let after = try Life(at: "2026-12-23 10:00", desk: desk).after(.extensionAsked, by: Desk.complaints).after(
            .grantExtension,
            by: Desk.manager
        )
        #expect(after.due(.complex) == due.due(.complex))
        #expect(desk.bookStatus(of: holiday, nil, founding: friday, at: Desk.at("2026-12-28 10:00")) == .missed)
        #expect(desk.correction(of: holiday)?.english == "(! opened, was closed: \"值班\")")
    }

    @Test("the standing of a day of the book is corrected by the branch manager with a reason, beside what stood before")
    func bookCorrection() throws {
        var desk = try desk()
        let day = friday.adding(days: -1)
        func correct(_ day: Day, _ status: BookDay.Status, reason: String = "系统故障", by member: StaffMember = Desk.manager) -> Refusal? {
            refusal { () throws(Refusal) in
                try decideBookCorrection(of: day, to: status, reason: reason, nil, in: Occasion(Actor(member), at: now, under: desk))
            }
        }
        #expect(correct(day, .late) == nil)
        #expect(correct(day, .missed) == .alreadySo)
        #expect(correct(day, .late, reason: "\u{200B}") == .missing("reason"))
        #expect(correct(day, .late, by: Desk.complaints) == .deskActRoleMayNot(.correctPast))
        #expect(correct(friday.adding(days: 1), .late) == .inTheFuture("day"))
        #expect(correct(try #require(Day("2026-10-30")), .late) == .beforeFounding(try #require(Day("2026-11-02"))))
        let statuses = [BookDay.Status.reviewed, .nothing, .late, .missed, .closed].map {
            FieldShape.Option(code: $0.rawValue, label: $0.label)
        }
        #expect(correct(day, .due) == .badValue("status", .noneOf(statuses)))
        // A day on which somebody wrote into the book is none without entries, nor one on which the branch was closed.
        var review = BookDay(day: day, openedAt: Desk.at("2026-11-19 16:00"), by: Desk.complaints.number, reason: "")
        review.entries = ["0379-2611-001"]
        review.closedAt = Desk.at("2026-11-19 16:10")
        let manager = Actor(Desk.manager)
        func correct(_ status: BookDay.Status, _ review: BookDay?, written: Int = 0) -> Refusal? {
            refusal { () throws(Refusal) in
                try decideBookCorrection(
                    of: day,
                    to: status,
                    reason: "x",
                    review,
                    written: written,
                    in: Occasion(manager, at: now, under: desk)
                )
            }
        }
        for status in [BookDay.Status.nothing, .closed] {
            #expect(correct(status, review) == .dayHasEntries(day, 1))
            #expect(correct(status, nil, written: 2) == .dayHasEntries(day, 2))
            #expect(correct(status, nil) == nil)
        }
        #expect(correct(.late, review, written: 1) == nil)
        desk.bookCorrections[day] = BookCorrection(day: day, status: .late, reason: "系统故障", stood: .missed)
        #expect(desk.bookStatus(of: day, nil, founding: friday.adding(days: -10), at: now) == .late)
        #expect(desk.correction(of: day)?.chinese == "（! 已更正，原为漏查：“系统故障”）")
        // A correction of the correction hides nothing of the first one, nor one of the opening.
        let again = try decideBookCorrection(of: day, to: .reviewed, reason: "已补", nil, in: Occasion(manager, at: now, under: desk))
        guard case .bookCorrected(let second) = again else {
            Issue.record("no correction")
            return
        }
        desk.bookCorrections[day] = second
        #expect(desk.correction(of: day)?.english == "(! corrected from missed to late: \"系统故障\"; then to reviewed: \"已补\")")
        #expect(desk.correction(of: day)?.chinese == "（! 已更正，漏查改为补查：“系统故障”；又改为已查阅：“已补”）")
        for (isOpen, reason) in [(false, "停电"), (true, "记错")] {
            guard
                case .openingCorrected(let opening) = try decideOpening(
                    on: day,
                    isOpen: isOpen,
                    reason: reason,
                    in: Occasion(manager, at: Desk.now, under: desk)
                )
            else {
                Issue.record("no correction")
                return
            }
            desk.openings[day] = opening
        }
        #expect(
            desk.correction(of: day)?.english
                == "(! closed, was open: \"停电\"; opened, was closed: \"记错\") (! corrected from missed to late: \"系统故障\"; then to reviewed: \"已补\")"
        )
    }
}

@Suite("People come and go")
struct PeopleTests {
    private func edit(
        _ edit: StaffEdit,
        of member: StaffMember,
        holding open: OpenCases = OpenCases(),
        by actor: StaffMember = Desk.manager,
        under desk: DeskRules = Desk.rules
    ) throws(Refusal) -> StaffChange? {
        let event = try decideStaffEdit(
            edit,
            of: member.number,
            holding: open,
            in: Occasion(Actor(actor), at: Desk.at("2026-11-20 10:00"), under: desk)
        )
        return if case .staffChanged(let change) = event { change } else { nil }
    }

    @Test("a member is renamed, changes role, leaves and comes back, each from today on")
    func edits() throws {
        let day = Day(ordinal: 20_777)
        #expect(try edit(.name(" 李敏敏 "), of: Desk.clerk) == StaffChange(Desk.member("1003", "李敏敏", .counter), on: day, before: Desk.clerk))
        #expect(
            try edit(.role(.complaintManager), of: Desk.clerk)
                == StaffChange(Desk.member("1003", "李敏", .complaintManager), on: day, before: Desk.clerk)
        )
        #expect(try edit(.leave, of: Desk.clerk)?.isRetired == true)
        #expect(try edit(.comeBack, of: Desk.formerClerk)?.isRetired == false)
        #expect(throws: Refusal.missing("name")) { try edit(.name("\u{200B}"), of: Desk.clerk) }
        for same in [StaffEdit.name("李敏"), .role(.counter)] {
            #expect(throws: Refusal.alreadySo) { try edit(same, of: Desk.clerk) }
        }
        #expect(throws: Refusal.worksHere(Desk.clerk.number)) { try edit(.comeBack, of: Desk.clerk) }
        for gone in [StaffEdit.name("x"), .role(.auditor), .leave] {
            #expect(throws: Refusal.retired(Desk.formerClerk.number)) { try edit(gone, of: Desk.formerClerk) }
        }
        for (change, act) in [(StaffEdit.name("x"), DeskAct.renameStaff), (.role(.auditor), .changeRole), (.leave, .retireStaff)] {
            #expect(throws: Refusal.deskActRoleMayNot(act)) { try edit(change, of: Desk.clerk, by: Desk.complaints) }
        }
    }

    @Test("nobody leaves, or takes a role that may not hold cases, while they have open ones")
    func openCases() throws {
        let (number, one) = (Desk.complaints.number, OpenCases(taken: 1, inHand: 2))
        #expect(throws: Refusal.hasOpenCases(number, 3)) { try edit(.leave, of: Desk.complaints, holding: one) }
        // What they handed over is in other hands, until that one accepts it too.
        var handed = OpenCases()
        for (stage, isToAccept) in [(Stage.handedOver, false), (.toSign, false), (.handedOver, true)] {
            handed.add(1, of: stage, isToAccept: isToAccept)
        }
        #expect(handed == OpenCases(inHand: 1, waiting: 1))
        #expect(throws: Refusal.hasOpenCases(number, 2)) { try edit(.role(.counter), of: Desk.complaints, holding: one) }
        #expect(throws: Refusal.hasOpenCases(number, 3)) { try edit(.role(.auditor), of: Desk.complaints, holding: one) }
        #expect(try edit(.role(.branchManager), of: Desk.complaints, holding: one) != nil)
        #expect(try edit(.role(.counter), of: Desk.complaints, holding: OpenCases(taken: 1)) != nil)
    }

    @Test("the last branch manager neither leaves nor changes role")
    func lastManager() throws {
        for change in [StaffEdit.leave, .role(.complaintManager)] {
            #expect(throws: Refusal.lastBranchManager) { try edit(change, of: Desk.manager) }
            let two = Desk.rules(in: Desk.zone, staff: Desk.everybody + [Desk.member("1009", "郑凯", .branchManager)])
            #expect(try edit(change, of: Desk.manager, under: two) != nil)
        }
        #expect(try edit(.name("赵国"), of: Desk.manager) != nil)
    }
}
