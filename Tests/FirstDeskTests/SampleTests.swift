import ComplaintRules
import DeskTestSupport
import Ledger
import Testing

@testable import firstdesk

@Suite("Sample cases of a practice desk")
struct SampleTests {
    private let folder: DeskFolder

    init() throws {
        folder = try DeskFolder()
    }

    private static func moment(_ text: String, zone: Int = 28_800) throws -> Moment {
        guard case .local(let time)? = TimeReading.read(text, today: Day(ordinal: 0)) else { throw TextIsNoTime() }
        return FixedZone(secondsFromUTC: zone).moment(of: time)
    }

    private struct TextIsNoTime: Error {}

    private func desk(
        _ name: String = "a",
        records: Int = 200,
        seed: UInt64 = 7,
        _ language: Language = .chinese,
        role: Role = .complaintManager,
        now: String = "2026-11-25 10:30"
    ) throws -> (ledger: Ledger, passcode: String, signedInAs: StaffNumber) {
        let made = try SampleDesk.make(
            in: "\(folder.path)/\(name)",
            records: records,
            seed: seed,
            language: language,
            role: role,
            // A process has one time zone at a time, and tests share a process: London is for the tests of the built program.
            timeZone: "Asia/Shanghai",
            now: try SampleTests.moment(now)
        )
        folder.keep(made.ledger)
        return made
    }

    private func rows(_ ledger: Ledger) throws -> [RegisterRow] { try ledger.rows(RegisterQuery(.everything), limit: 30_000) }

    @Test(
        "The desk is whole, and has each stage of this desk and each channel",
        arguments: Language.allCases,
        LongForm.isAskedFor ? [1, 2, 3] : [1]
    )
    func whole(language: Language, seed: Int) throws {
        let ledger = try desk(seed: UInt64(seed), language).ledger
        let found = try ledger.verify()
        #expect(found.fault == nil)
        #expect(found.cases == 200)
        let rows = try rows(ledger)
        #expect(Set(rows.map(\.channel)) == Set(Channel.allCases))
        #expect(Set(rows.map(\.stage)) == Set(Stage.allCases))
        #expect(ledger.settings.isPractice)
        #expect(ledger.settings.language == language)
        #expect(found.signatures > 100)
        let head = try #require(StaffNumber("1001"))
        #expect(try ledger.signIn(head, passcode: SampleDesk.passcode).actor.roles == [.branchManager])
        let counts = try ledger.counts()
        #expect(counts.overdue > 0)
        #expect(counts.dueToday > 0)
        #expect(counts.toAccept > 0)
        #expect(counts.toSign > 0)
    }

    @Test("Of a thousand each is there, most are answered in time, some late")
    func late() throws {
        let ledger = try desk(records: 1000).ledger
        #expect(try ledger.verify().fault == nil)
        let rows = try rows(ledger)
        #expect(rows.count == 1000)
        let auditor = try folder.actor("1009", on: ledger)
        var (kept, late) = (0, 0)
        for row in rows where row.stage == .closed {
            for clock in try ledger.open(row.number, by: auditor).state.clocks where clock.name == .reply {
                if clock.state(at: ledger.clock.now()) == .kept { kept += 1 } else { late += 1 }
            }
        }
        #expect(kept + late > 800)
        #expect((4...12).contains(late * 100 / (kept + late)))
    }

    @Test("The same seed and moment give the same cases; another seed gives others")
    func sameSeed() throws {
        func told(_ name: String, _ seed: UInt64) throws -> [String] {
            try rows(try desk(name, records: 60, seed: seed, .english).ledger).map {
                "\($0.number) \($0.stage) \($0.received) \($0.customer) \($0.contact) \($0.about) \($0.text)"
            }
        }
        let first = try told("a", 5)
        #expect(try told("b", 5) == first)
        #expect(try told("c", 6) != first)
    }

    @Test(
        "At any hour, nothing lies in the future, and all was done while the branch was open",
        arguments: ["2026-11-22 03:00", "2026-03-30 23:59", "2024-02-29 09:00"]
            + (LongForm.isAskedFor ? ["2026-11-25 10:30", "2026-11-22 12:00", "2026-11-25 09:00"] : [])
    )
    func hours(now: String) throws {
        let ledger = try desk(records: 120, .english, now: now).ledger
        let auditor = try folder.actor("1009", on: ledger)
        let end = try SampleTests.moment(now)
        let rows = try rows(ledger)
        #expect(rows.count == 120)
        for row in rows {
            let stored = try ledger.open(row.number, by: auditor)
            #expect(stored.state.intake.received <= stored.state.loggedAt)
            // What happened at a counter did while it was open.
            if let happened = stored.state.intake.happened {
                #expect((9..<17).contains(ledger.rules.zone.localTime(at: happened).time.hour), "\(row.number)")
            }
            // The public hotlines by their numbers are those of another country.
            if stored.state.intake.channel == .hotline { #expect(stored.state.intake.cameBy?.sender == .headOffice) }
            for event in stored.events {
                let local = ledger.rules.zone.localTime(at: event.at).time
                #expect(event.at <= end)
                #expect((9..<17).contains(local.hour), "\(row.number) \(local.clock)")
                #expect(ledger.rules.hours.isOpen(on: local.day), "\(row.number) \(local.day)")
            }
        }
        let toDo: Set<Stage> = Set(rows.map(\.stage))
        #expect(toDo.isSuperset(of: [.handedOver, .toSign, .withdrawn, .notAccepted, .inHand]))
        #expect(try ledger.verify().fault == nil)
        #expect(ledger.clock.now() >= end)
    }

    @Test("The desk knows the public holidays of its country: nothing is done on them, and none counts as missed") func holidays() throws {
        let ledger = try desk(records: 120, .chinese, now: "2026-11-26 10:30").ledger
        let day = try #require(Day(year: 2026, month: 10, day: 1))
        #expect(ledger.rules.calendar.exception(on: day) == true)
        #expect(try ledger.bookStatus(from: day, to: day).map(\.status) == [.closed])
        let auditor = try folder.actor("1009", on: ledger)
        for row in try rows(ledger) {
            for event in try ledger.open(row.number, by: auditor).events {
                let isHoliday = ledger.rules.calendar.exception(on: ledger.rules.zone.day(at: event.at)) == true
                #expect(!isHoliday, "\(row.number)")
            }
        }
    }

    @Test(
        "Holidays fall as the law has them",
        arguments: [
            (Language.chinese, "2026-02-16", true), (.chinese, "2026-02-20", false), (.chinese, "2026-10-03", true),
            (.english, "2026-04-03", true),
            (.english, "2026-04-06", true), (.english, "2026-05-04", true), (.english, "2026-08-31", true), (.english, "2026-12-28", true),
            (.english, "2027-12-27", true), (.english, "2027-12-28", true), (.english, "2026-10-01", false),
        ]
    )
    func holidayRules(language: Language, day: String, isOff: Bool) throws {
        let calendar = try SampleHolidays.calendar(language, years: 2025...2027)
        #expect(calendar.exception(on: try #require(Day(day))) == (isOff ? true : nil))
    }

    @Test("Few cases or many, in each number that was asked for", arguments: [0, 1, 2, 13] + (LongForm.isAskedFor ? [3000] : []))
    func sizes(records: Int) throws {
        let ledger = try desk(records: records).ledger
        #expect(try rows(ledger).count == records)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("Whoever asks for a role is signed in as one of it", arguments: Role.allCases)
    func roles(role: Role) throws {
        let made = try desk(records: 5, .english, role: role)
        #expect(made.ledger.rules.staff[made.signedInAs]?.role == role)
        #expect(try made.ledger.signIn(made.signedInAs, passcode: made.passcode).actor.number == made.signedInAs)
    }

    @Test("Each language has forty matters or more, of which none is cut short or left unfilled", arguments: Language.allCases)
    func matters(language: Language) throws {
        let words = SampleWords(language)
        #expect(words.matters.count >= 40)
        // A practice desk starts with the codes of the country in whose language it speaks.
        let codes = (language == .chinese ? Country.china : .britain).codes
        #expect(Set(words.matters.map(\.business)).isSubset(of: Set(codes.codes(on: .business).map(\.key))))
        #expect(Set(words.matters.map(\.reason)).isSubset(of: Set(codes.codes(on: .reason).map(\.key))))
        #expect(Set(words.matters.map(\.text)).count == words.matters.count)
        var random = SampleRandom(seed: 3)
        for matter in words.matters {
            let values = SampleValues(&random, for: matter)
            for text in [matter.text, matter.asks, matter.facts, matter.remedy, matter.reply] { #expect(!values.fill(text).contains("{")) }
        }
        // They are what the letter of apology says to the customer, and no record of how they were said.
        let customer = language == .chinese ? "您" : "you"
        for apology in words.apologies { #expect(apology.lowercased().contains(customer) && !apology.contains("{")) }
        let ledger = try desk("a", language).ledger
        let auditor = try folder.actor("1009", on: ledger)
        for row in try rows(ledger) {
            if row.channel == .commentBook {
                let intake = try ledger.open(row.number, by: auditor).state.intake
                #expect((intake.page ?? 0) > 0 && (intake.line ?? 0) > 0, "an entry of the comment book stands somewhere in it")
            }
            #expect(!row.text.contains("{"))
            #expect(!row.about.contains("{"))
            #expect(row.contact.isEmpty || row.contact.hasPrefix(language == .chinese ? "1380000" : "01632 960"))
        }
    }

    @Test("Where matters are written, a line that is missing costs that matter only")
    func reading() {
        let whole = "cards service none venting staff\na\nb\nc\nd\ne"
        let matters = SampleMatter.list("cards service bank\na\nb\n\n\(whole)\n\n\(whole.replacing("none", with: "nobody"))")
        #expect(matters.count == 1)
        #expect(matters.first?.kind == .venting)
        #expect(matters.first?.isAboutStaff == true)
        #expect(matters.first?.reply == "e")
    }

    @Test("A folder with a desk is left as it is")
    func existing() throws {
        _ = try desk(records: 3)
        #expect(throws: LedgerError.self) { try desk(records: 3) }
    }
}
