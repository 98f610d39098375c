import Testing

@testable import ComplaintRules

@Suite("The daily review of the comment book")
struct BookReviewTests {
    private static let friday = Day(ordinal: 20_777)

    private func refusal(_ act: BookAct, on state: BookDay? = nil, by member: StaffMember = Desk.complaints) -> Refusal? {
        do throws(Refusal) {
            _ = try decide(act, on: state, in: Occasion(Actor(member), at: Desk.at("2026-11-20 10:00"), under: Desk.rules))
            return nil
        } catch {
            return error
        }
    }

    /// The review after `acts`, each at the time that stands beside it.
    private func review(_ acts: [(BookAct, String)]) throws -> BookDay? {
        var state: BookDay?
        for (act, time) in acts {
            let now = Desk.at(time)
            for event in try decide(act, on: state, in: Occasion(Actor(Desk.complaints), at: now, under: Desk.rules)) {
                state = evolve(state, Happened(event, at: now, by: Desk.complaints.number))
            }
        }
        return state
    }

    private func status(_ review: BookDay?, of day: Day = friday, at time: String = "2026-11-24 10:00") throws -> String {
        let founding = try #require(Day("2026-11-02"))
        return Desk.rules.bookStatus(of: day, review, founding: founding, at: Desk.at(time)).rawValue
    }

    @Test("a manager opens the day, ties each entry to its case, and ends the review")
    func reviewed() throws {
        let day = BookReviewTests.friday
        let state = try review([
            (.open(day, reason: "x"), "2026-11-20 16:00"), (.enter(day, number: "0379-2611-018"), "2026-11-20 16:05"),
            (.enter(day, number: "0379-2611-019"), "2026-11-20 16:08"), (.close(day), "2026-11-20 17:00"),
        ])
        #expect(state?.entries == ["0379-2611-018", "0379-2611-019"])
        #expect(state?.by == Desk.complaints.number)
        // On the day itself a reason says nothing.
        #expect(state?.reason.isEmpty == true)
        #expect(try status(state) == "reviewed")
        #expect(try status(review([(.open(day, reason: ""), "2026-11-20 16:00"), (.nothing(day), "2026-11-20 16:01")])) == "nil")
    }

    @Test("a case that came by the book and belongs to no review belongs to the next one: a day with such a one is none without entries")
    func loose() throws {
        let (day, now) = (BookReviewTests.friday, Desk.at("2026-11-20 16:00"))
        func events(_ act: BookAct, on state: BookDay?, _ loose: [String]) throws(Refusal) -> [BookEvent] {
            try decide(act, on: state, loose: loose, in: Occasion(Actor(Desk.complaints), at: now, under: Desk.rules))
        }
        #expect(
            try events(.open(day, reason: ""), on: nil, ["0379-2611-018"]) == [
                .opened(.init(day: day, reason: "")), .entered(.init(day: day, number: "0379-2611-018")),
            ]
        )
        let open = BookDay(day: day, openedAt: now, by: Desk.complaints.number, reason: "")
        #expect(throws: Refusal.bookHasEntries(1)) { try events(.nothing(day), on: open, ["0379-2611-018"]) }
        #expect(
            try events(.close(day), on: open, ["0379-2611-018"]) == [
                .entered(.init(day: day, number: "0379-2611-018")), .closed(.init(day: day, isNil: false)),
            ]
        )
        #expect(throws: Refusal.bookHasNoEntries) { try events(.close(day), on: open, []) }
    }

    @Test("before the branch opens nobody has found a day without entries")
    func beforeOpening() throws {
        let day = BookReviewTests.friday
        func nothing(at time: String) -> Refusal? {
            let open = BookDay(day: day, openedAt: Desk.at("2026-11-20 00:01"), by: Desk.complaints.number, reason: "")
            do throws(Refusal) {
                _ = try decide(.nothing(day), on: open, in: Occasion(Actor(Desk.complaints), at: Desk.at(time), under: Desk.rules))
                return nil
            } catch {
                return error
            }
        }
        for time in ["2026-11-20 00:02", "2026-11-20 08:59"] {
            guard case .bookBeforeOpening? = nothing(at: time) else { throw Unmet() }
        }
        for time in ["2026-11-20 09:00", "2026-11-20 16:59"] { #expect(nothing(at: time) == nil) }
    }

    private struct Unmet: Error {}

    @Test("no day before the desk was founded is reviewed")
    func beforeFounding() throws {
        var desk = Desk.rules
        desk.founding = BookReviewTests.friday
        let before = BookReviewTests.friday.adding(days: -1)
        #expect(throws: Refusal.beforeFounding(BookReviewTests.friday)) {
            try decide(
                .open(before, reason: "x"),
                on: nil,
                in: Occasion(Actor(Desk.complaints), at: Desk.at("2026-11-20 10:00"), under: desk)
            )
        }
    }

    @Test("only managers review it")
    func who() {
        let act = BookAct.open(BookReviewTests.friday, reason: "")
        for member in [Desk.clerk, Desk.auditor] { #expect(refusal(act, by: member) == .bookRoleMayNot) }
        #expect(refusal(act, by: Desk.formerManager) == .retired(Desk.formerManager.number))
        #expect(refusal(act, by: Desk.manager) == nil)
    }

    @Test("a day not reviewed stays missed; it is made up late, with a reason, and never dated back or ahead")
    func late() throws {
        let day = BookReviewTests.friday
        func closing(_ day: Day) -> LocalTime { LocalTime(day: day, time: TimeOfDay(minutesAfterMidnight: 1020)) }
        #expect(try status(nil) == "missed")
        #expect(refusal(.open(day.adding(days: -1), reason: " ")) == .bookReviewLate(closing: closing(day.adding(days: -1))))
        #expect(refusal(.open(day.adding(days: -1), reason: "无")) == .saysNothing("reason", "无"))
        #expect(refusal(.open(day.adding(days: -1), reason: "停电")) == nil)
        #expect(refusal(.open(day.adding(days: 3), reason: "")) == .inTheFuture("day"))
        let late = try review([(.open(day, reason: "停电"), "2026-11-23 09:00"), (.nothing(day), "2026-11-23 09:01")])
        #expect(late?.reason == "停电")
        #expect(try status(late) == "late")
        // After closing time it is late on the day itself.
        let evening = try review([(.open(day, reason: ""), "2026-11-20 16:59"), (.nothing(day, reason: "停电"), "2026-11-20 17:01")])
        #expect(try status(evening) == "late")
        #expect(evening?.reason == "停电")
        // It says why, whether it begins or ends too late.
        #expect(throws: Refusal.bookReviewLate(closing: closing(day))) { try review([(.open(day, reason: ""), "2026-11-20 17:01")]) }
        #expect(throws: Refusal.bookReviewLate(closing: closing(day))) {
            try review([(.open(day, reason: ""), "2026-11-20 17:00"), (.nothing(day), "2026-11-20 17:01")])
        }
        let begun = try review([(.open(day, reason: "停电"), "2026-11-20 17:01"), (.nothing(day), "2026-11-20 17:02")])
        #expect(begun?.reason == "停电")
        #expect(try status(begun) == "late")
        // Opened and left open, it was not reviewed.
        let left = try review([(.open(day, reason: ""), "2026-11-20 16:00")])
        #expect(try status(left) == "missed")
        #expect(try status(left, at: "2026-11-20 16:30") == "open")
    }

    @Test("days on which the branch is closed are closed, not missed; today is due, and days to come are nothing yet")
    func closedDays() throws {
        let day = BookReviewTests.friday
        #expect(try status(nil, of: day.adding(days: 1)) == "closed")
        #expect(try status(nil, of: day, at: "2026-11-20 23:00") == "due")
        #expect(try status(nil, of: day.adding(days: 30)) == "outside")
        #expect(try status(nil, of: try #require(Day("2026-10-30"))) == "outside")
        #expect(refusal(.open(day.adding(days: -5), reason: "x")) == .branchClosed(day.adding(days: -5)))
    }

    @Test("entries and an end need a beginning; what is ended stays as it is")
    func order() throws {
        let day = BookReviewTests.friday
        for act in [BookAct.enter(day, number: "x"), .nothing(day), .close(day)] { #expect(refusal(act) == .bookNotOpened(day)) }
        let open = try review([(.open(day, reason: ""), "2026-11-20 09:00")])
        #expect(refusal(.open(day, reason: ""), on: open) == .bookOpened(day))
        #expect(refusal(.close(day), on: open) == .bookHasNoEntries)
        let entered = try review([(.open(day, reason: ""), "2026-11-20 09:00"), (.enter(day, number: "x"), "2026-11-20 09:01")])
        #expect(refusal(.nothing(day), on: entered) == .bookHasEntries(1))
        let ended = try review([(.open(day, reason: ""), "2026-11-20 09:00"), (.nothing(day), "2026-11-20 09:01")])
        #expect(refusal(.open(day, reason: ""), on: ended) == .bookClosed(day), "it has not just begun")
        for act in [BookAct.enter(day, number: "x"), .nothing(day), .close(day)] { #expect(refusal(act, on: ended) == .bookClosed(day)) }
    }

    @Test("every status has its word")
    func words() {
        #expect(
            BookDay.Status.allCases.map { $0.label.english } == [
                "reviewed", "no entry", "late", "missed", "closed", "not reviewed yet", "under review", "",
            ]
        )
    }
}

@Suite("Changing the settings")
struct SettingsTests {
    private func refusal(_ change: (inout DeskSettings) -> Void, by member: StaffMember = Desk.manager) -> Refusal? {
        var settings = Desk.rules.settings
        change(&settings)
        do throws(Refusal) {
            let event = try decideSettings(settings, in: Occasion(Actor(member), at: Desk.now, under: Desk.rules))
            settings.noteDeputies(since: Desk.rules.settings, setBy: [member.number])
            #expect(event == .settingsChanged(.init(settings: settings)))
            return nil
        } catch {
            return error
        }
    }

    @Test("by the branch manager; code, time zone and practice stay")
    func stays() {
        #expect(refusal { $0.hotline = "95588转1" } == nil)
        #expect(refusal({ $0.hotline = "95588转1" }, by: Desk.complaints) == .deskActRoleMayNot(.changeSettings))
        #expect(refusal { $0.branchCode = "0380" } == .settingStays)
        #expect(refusal { $0.timeZone = "Europe/London" } == .settingStays)
        #expect(refusal { $0.isPractice = true } == .settingStays)
        #expect(refusal { $0.branchName = " " } == .missing("name"))
    }

    @Test("hours and tiers are set by rules of their own; deputies work here, and none of them is an auditor")
    func hours() {
        #expect(refusal { $0.closingMinutes = 1439 } == .settingStays)
        #expect(refusal { $0.openWeekdays = [0] } == .settingStays)
        #expect(refusal { $0.tiers = ["counter": 1] } == .settingStays)
        #expect(refusal { $0.deputies = [Desk.colleague.number] } == nil)
        #expect(refusal { $0.deputies = [Desk.formerClerk.number] } == .retired(Desk.formerClerk.number))
        #expect(refusal { $0.deputies = [Desk.auditor.number] } == .auditorActsForNobody)
        #expect(refusal { $0.deputies = [Desk.number("4711")] } == .unknownStaff(Desk.number("4711")))
    }

    @Test("each setting is read and written by its name")
    func texts() {
        let now = Desk.at("2026-11-20 10:00")
        #expect(Setting.all.count == 35)
        #expect(Setting.named("name")?.text(under: Desk.rules, at: now) == "洛阳分行营业部")
        #expect(Setting.named("colour") == nil)
        var settings = Desk.rules.settings
        let good = [
            ("name", "新网点"), ("lock-minutes", "10"), ("language", "en"), ("deputies", "1004,1006"), ("outside-channels", "12378"),
        ]
        for (name, text) in good { #expect(Setting.named(name)?.set(text, in: &settings) == true, "\(name)") }
        var desk = Desk.rules
        desk.settings = settings
        for (name, text) in good { #expect(Setting.named(name)?.text(under: desk, at: now) == text) }
        let bad = [
            ("lock-minutes", "481"), ("language", "fr"), ("deputies", "no one"), ("tier.counter", "1"), ("hours.monday", "09:00-17:00"),
            ("colour", "blue"),
        ]
        for (name, text) in bad { #expect(Setting.named(name)?.set(text, in: &settings) != true, "\(name) \(text)") }
        #expect(desk.settings == settings)
    }

    @Test("a limit is written as days, working days or minutes", arguments: ["3d", "7wd", "60m"])
    func limits(text: String) throws {
        #expect(try #require(ClockLimit(text: text)).text == text)
    }

    @Test(
        "a limit is read in full-width signs, with a blank, and by its Chinese words",
        arguments: [("３Ｄ", "3d"), (" 3 d", "3d"), ("3天", "3d"), ("7 个工作日", "7wd"), ("60分钟", "60m"), ("2小时", "2h")]
    )
    func spelled(text: String, plain: String) throws {
        #expect(try #require(ClockLimit(text: text)).text == plain)
    }

    @Test("what is no limit is not read as one", arguments: ["", "3", "d", "0d", "-3d", "3 x", "3w", "3dd", "99999999999999999999d"])
    func brokenLimits(text: String) {
        #expect(ClockLimit(text: text) == nil)
    }
}
