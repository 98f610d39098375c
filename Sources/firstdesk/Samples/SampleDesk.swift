import ComplaintRules
import Ledger

/// Makes practice desks of an invented branch, filled with sample cases (4-commands, demo).
enum SampleDesk {
    /// The passcode of everybody on a sample desk: short to type, the same in each language, and no secret.
    static let passcode = "practice"

    /// Makes a practice desk in `folder` whose last 14 months are full of sample cases.
    ///
    /// All of it was done by the acts that a person would do, each at its moment; signed cases are really signed. The same seed and moment
    /// give the same cases; only keys and salts differ.
    ///
    /// - Parameters:
    ///   - records: how many cases.
    ///   - timeZone: where the branch stands; where the language has it, unless told otherwise.
    ///   - now: the moment up to which they go; the desk's clock ticks on from it.
    ///   - progress: told how many of how many steps are done; where it throws, no desk is left.
    /// - Returns: the desk, everybody's passcode, and the member of staff of that role.
    /// - Throws: `LedgerError.exists` where there is a desk already, and what else can be wrong with a folder.
    static func make(
        in folder: String,
        records: Int = 200,
        seed: UInt64 = 1,
        language: Language,
        role: Role = .complaintManager,
        timeZone: String? = nil,
        now: Moment,
        progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
    ) throws -> (ledger: Ledger, passcode: String, signedInAs: StaffNumber) {
        let words = SampleWords(language)
        let staff = try words.staff.map { try member($0.number, $0.name, $0.role) }
        guard let founder = staff.first(where: { $0.role == .branchManager }), let member = staff.first(where: { $0.role == role }) else {
            throw LedgerError(.misuse, message: "a sample desk without a \(role.rawValue)")
        }
        // A day before the first case can come in.
        let start = now.adding(seconds: -430 * 86_400)
        var settings = words.settings
        if let timeZone { settings.timeZone = timeZone }
        let founding = Founding(settings: settings, manager: founder.number, managerName: founder.name, passcode: passcode)
        let ledger = try Ledger.found(founding, in: folder, clock: .standing(at: start)).ledger
        var isMade = false
        defer {
            if !isMade {
                ledger.close()
                Ledger.remove(folder: folder)
            }
        }
        try ledger.bulk {
            var keys = [founder.number: try ledger.signIn(founder.number, passcode: passcode)]
            for other in staff where other != founder {
                try ledger.addStaff(other, passcode: passcode, by: Actor(founder))
                keys[other.number] = try ledger.signIn(other.number, passcode: passcode)
            }
            // One year more, or the desk would ask for the next calendar.
            let years = ledger.rules.zone.day(at: start).year...ledger.rules.zone.day(at: now).year + 1
            try ledger.load(try SampleHolidays.calendar(language, years: years), by: Actor(founder))
            for (name, size) in [("customers", "186000"), ("outlets", "12")] {
                try ledger.change(name, to: size, by: Actor(founder))
            }
            guard var writer = SampleStory(words: words, rules: ledger.rules, now: now, seed: seed) else {
                throw LedgerError(.misuse, message: "a sample desk without the staff that its cases need")
            }
            let reviewer = staff.first { $0.role == .complaintManager } ?? founder
            // On a desk of some size one customer came twice about the same.
            let twins = records < 20 ? 0 : 1
            let steps = writer.steps(count: records - twins)
            try play(steps, on: ledger, keys: keys, reviewer: reviewer, progress: progress)
            // In the moment of the last step, when the branch was open.
            if twins > 0, let last = steps.last?.at { try mergeTwin(on: ledger, by: Actor(reviewer), at: last) }
        }
        ledger.clock = .ticking(from: now)
        isMade = true
        return (ledger, passcode, member.number)
    }

    private static func play(
        _ steps: [SampleStep],
        on ledger: Ledger,
        keys: [StaffNumber: SignedIn],
        reviewer: StaffMember,
        progress: (_ done: Int, _ total: Int) throws -> Void
    ) throws {
        var cases: [Int: Ledger.Stored] = [:]
        var book = SampleBook(ledger: ledger, reviewer: Actor(reviewer))
        for (index, step) in steps.enumerated() {
            try progress(index, steps.count)
            try book.review(before: step.at)
            ledger.clock = .standing(at: step.at)
            let actor = Actor(step.by)
            switch step.what {
            case .log(var intake, let then):
                if intake.channel == .commentBook { (intake.page, intake.line) = book.nextPlace() }
                let stored = try ledger.log(intake, then: then, by: actor)
                cases[step.story] = stored
                if intake.channel == .commentBook { book.entries.append(stored.state.number.description) }
            case .act(let act):
                guard let before = cases[step.story] else { throw LedgerError(.misuse, message: "an act before the case was logged") }
                let number = before.state.number.description
                for act in each(act, of: before.state) {
                    cases[step.story] = try ledger.perform(act, on: number, by: actor, key: keys[step.by.number])
                }
            }
        }
    }

    /// A customer whose case is in hand came once more about the same: the second case was merged into the first a moment ago.
    private static func mergeTwin(on ledger: Ledger, by manager: Actor, at now: Moment) throws {
        ledger.clock = .standing(at: now)
        var query = RegisterQuery(ReadScope(for: manager), order: .logged)
        query.stages = [.inHand]
        // Somebody who can be known again by their contact.
        guard let first = try ledger.rows(query, limit: 50).first(where: { !$0.contact.isEmpty }) else { return }
        var intake = Intake(channel: .phone, received: now, text: first.text)
        (intake.customer, intake.contact, intake.isRepeatedBack) = (first.customer, first.contact, true)
        (intake.business, intake.reason) = (first.business, first.reason)
        let second = try ledger.log(intake, then: [Acceptance.blank], by: manager).state.number.description
        _ = try ledger.perform(Merged { $0.into = first.number }, on: second, by: manager)
    }

    /// What an act of the script comes to: a check of what was to be put right is one for each action that is still open.
    private static func each(_ act: any Act, of state: Case) -> [any Act] {
        if act is Acknowledgement { return state.awaitsAcknowledgement ? [act] : [] }
        // Nobody is asked after a case that the customer withdrew or that was not accepted.
        if act is CallBack { return state.stage == .closed ? [act] : [] }
        guard let check = act as? RectificationCheck else { return [act] }
        return state.rectifications.filter(\.isOpen).map { item in
            RectificationCheck {
                $0.item = item.action.item
                ($0.result, $0.isEffective) = (check.result, check.isEffective)
            }
        }
    }

    private static func member(_ number: String, _ name: String, _ role: Role) throws(LedgerError) -> StaffMember {
        guard let number = StaffNumber(number) else { throw LedgerError(.misuse, message: "a sample desk with a bad staff number") }
        return StaffMember(number: number, name: name, role: role)
    }
}
