import ComplaintRules

/// Something that happens on a sample desk.
struct SampleStep {
    /// What happens.
    enum What {
        /// A complaint is logged, and what follows at once.
        case log(Intake, then: [any Act])
        /// An act on the case.
        case act(any Act)
    }

    /// When.
    var at: Moment
    /// To which case, counted from 0.
    var story: Int
    /// Its place among the steps of the case.
    var place: Int
    /// Who does it.
    var by: StaffMember
    /// What.
    var what: What
}

/// How far the story of a sample case goes.
enum SampleEnd: CaseIterable {
    /// To the end, or as far as it comes until now.
    case whole
    /// In hand, and the reply is late.
    case overdue
    /// In hand, and the reply is due today.
    case dueToday
    /// Answered with a finding; only the signature is missing.
    case toSign
    /// Handed over a short while ago; nobody has accepted yet.
    case toAccept
    /// Logged a short while ago.
    case logged
    /// In hand, with time left.
    case inHand
    /// Withdrawn by the customer; the signature is due.
    case withdrawn
    /// Not accepted; the signature is due.
    case notAccepted
    /// Answered, sent back by the branch manager, and in hand again.
    case sentBack
    /// Answered on the spot; the finding is missing.
    case answered
    /// Not even handed over, and late.
    case forgotten
}

/// Writes the stories of sample cases: who complains of what, and who does what about it, when.
struct SampleStory {
    /// How a case goes.
    private enum Path { case onTheSpot, handedOver, taken, withdrawn, notAccepted }

    let words: SampleWords
    let hours: SampleHours
    let rules: DeskRules
    let now: Moment
    private var random: SampleRandom
    private let counters: [StaffMember]
    private let managers: [StaffMember]
    private let head: StaffMember
    /// On which days each matter of `words` came up, ascending: the same words again within weeks would be the repeat of a complaint.
    private var daysOf: [[Int]]
    /// Whose each telephone number is: who comes back has the name of before.
    private var customers: [String: String] = [:]

    /// Makes a writer for the staff of `rules`; nil where the desk lacks a counter clerk, two complaint managers or a branch manager.
    init?(words: SampleWords, rules: DeskRules, now: Moment, seed: UInt64) {
        self.words = words
        self.rules = rules
        self.now = now
        hours = SampleHours(rules)
        random = SampleRandom(seed: seed)
        daysOf = words.matters.map { _ in [] }
        counters = rules.staff.all.filter { $0.role == .counter }
        managers = rules.staff.all.filter { $0.role == .complaintManager }
        guard !counters.isEmpty, managers.count > 1, let head = rules.staff.all.first(where: { $0.role == .branchManager }) else {
            return nil
        }
        self.head = head
    }

    // MARK: Which cases there are

    /// The steps of `count` cases of the last 14 months, in the order in which they happen; none after `now`.
    mutating func steps(count: Int) -> [SampleStep] {
        // A desk in training needs something to do: up to forty cases are placed so that they are open now.
        let open = min(count, max(min(12, (count + 1) / 2), min(40, count * 15 / 100)))
        let ends = SampleEnd.allCases.filter { $0 != .whole }
        var steps: [SampleStep] = []
        for story in 0..<count {
            let end = story < count - open ? .whole : ends[(story - (count - open)) % ends.count]
            steps += self.story(story, until: end)
        }
        return steps.sorted { ($0.at, $0.story, $0.place) < ($1.at, $1.story, $1.place) }
    }

    /// The day on which the branch learns of a complaint.
    private mutating func day(for end: SampleEnd) -> Day {
        let today = rules.zone.day(at: now)
        // What is to lie open was done while the branch was last open, which may be before today.
        let last = rules.zone.day(at: hours.previous(now, lead: 1))
        switch end {
        case .whole:
            while true {
                let day = last.adding(days: -random.number(in: 0...425))
                // More come at the end of the year, when wages and savings plans fall due.
                let isBusy = [1, 2, 12].contains(day.month)
                if hours.isOpen(on: day), random.happens(75 + (isBusy ? 25 : 0)) { return day }
            }
        case .overdue: return today.adding(days: -random.number(in: 4...7))
        case .forgotten: return today.adding(days: -random.number(in: 4...5))
        case .dueToday: return today.adding(days: -3)
        case .toSign, .withdrawn, .notAccepted, .sentBack: return hours.openDay(onOrBefore: last.adding(days: -random.number(in: 2...3)))
        case .inHand: return hours.openDay(onOrBefore: last.adding(days: -1))
        case .toAccept, .logged, .answered: return last
        }
    }

    // MARK: One case

    private mutating func story(_ story: Int, until end: SampleEnd) -> [SampleStep] {
        let remit = isOutOfRemit(end) ? random.one(of: words.remits) : nil
        let day = self.day(for: end)
        guard let matter = remit.map(SampleMatter.init(outOfRemit:)) ?? self.matter(on: day) else { return [] }
        let channel = story < Channel.allCases.count ? Channel.allCases[story] : self.channel()
        var script = SampleScript(story: story, matter: matter, values: SampleValues(&random, for: matter), now: now)
        let arrival = self.arrival(on: day, by: channel)
        let subject = matter.isAboutStaff ? random.one(of: random.happens(90) ? counters : managers) : nil
        let path = self.path(end, arrival.channel, isOutOfRemit: remit != nil)
        // Whoever a case is about may log it and hand it over; here others do, and no manager handles a case about themselves.
        let clerk = random.one(of: counters.filter { $0 != subject }) ?? head
        let manager = random.one(of: managers.filter { $0 != subject }) ?? head
        let responder = path == .taken ? manager : clerk
        script.names = ["manager": manager.name, "staff": subject?.name ?? "", "number": subject?.number.text ?? ""]
        var intake = self.intake(script, arrival, subject)
        let typed = mistype(&intake, end)
        script.begin(intake, at: arrival.logged, by: responder)
        if let typed {
            script.act(amendment(ofContact: typed), at: arrival.logged.adding(seconds: Int64(random.number(in: 60...600))), by: responder)
        }
        switch end {
        case .logged, .forgotten: return script.steps
        case .toAccept:
            script.alsoAtOnce(handOver(to: manager))
            return script.steps
        default: break
        }
        switch path {
        case .onTheSpot: answerOnTheSpot(&script, intake, clerk, manager, end)
        case .handedOver, .taken, .withdrawn, .notAccepted: bringInHand(&script, path, responder, manager)
        }
        if path == .withdrawn || path == .notAccepted {
            let reason = path == .withdrawn ? random.one(of: words.withdrawals) : remit?.reason
            let at = later(script.last, 30...400)
            // The writer of an entry in the book finds an answer there, whatever became of it.
            if intake.channel == .commentBook {
                script.act(BookAnswer { $0.text = reason ?? "" }, at: at, by: manager)
            }
            let way: ContactWay = intake.contact.isEmpty ? .oral : .phone
            let end: any Act =
                path == .withdrawn
                ? Withdrawal {
                    $0.reason = reason ?? ""
                    $0.how = way
                } : NotAccepted { ($0.reason, $0.how) = (reason ?? "", .phone) }
            script.act(end, at: at, by: manager)
            if intake.channel == .commentBook, !intake.contact.isEmpty {
                let told = Told {
                    $0.how = way
                    $0.text = reason ?? ""
                }
                script.act(told, at: at, by: manager)
            }
        } else if path != .onTheSpot {
            handle(&script, intake, manager, end)
        }
        if end == .whole { finish(&script, manager) }
        return script.steps
    }

    /// A matter that did not come up lately, but for a few that do; where all did, the one that lies back farthest.
    private mutating func matter(on day: Day) -> SampleMatter? {
        let distances = daysOf.map { days in
            let next = SampleStory.place(of: day.ordinal, among: days)
            return [next - 1, next].filter(days.indices.contains).map { abs(days[$0] - day.ordinal) }.min() ?? .max
        }
        let rested = distances.indices.filter { distances[$0] > Likeness.matterDays }
        let farthest = distances.indices.max { distances[$0] < distances[$1] }
        guard let matter = random.one(of: random.happens(3) ? Array(distances.indices) : rested) ?? farthest else { return nil }
        let place = SampleStory.place(of: day.ordinal, among: daysOf[matter])
        if !daysOf[matter][place...].starts(with: [day.ordinal]) { daysOf[matter].insert(day.ordinal, at: place) }
        return words.matters[matter]
    }

    /// How many of ascending days come before `day`.
    private static func place(of day: Int, among days: [Int]) -> Int {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func isOutOfRemit(_ end: SampleEnd) -> Bool { end == .notAccepted || end == .whole && random.happens(4) }

    private mutating func path(_ end: SampleEnd, _ channel: Channel, isOutOfRemit: Bool) -> Path {
        if isOutOfRemit { return .notAccepted }
        switch end {
        case .withdrawn: return .withdrawn
        case .answered: return .onTheSpot
        case .whole:
            if random.happens(5) { return .withdrawn }
            // What comes on paper goes to the complaint manager; who stands at the counter or rings is often answered at once.
            switch channel {
            case .oral, .phone, .hotline: return random.happens(52) ? .onTheSpot : .handedOver
            case .letter, .commentBook, .referred, .other: return random.happens(60) ? .taken : .handedOver
            }
        default: return .handedOver
        }
    }

    private mutating func channel() -> Channel {
        random.one(weighted: [
            (.oral, 34), (.phone, 22), (.commentBook, 13), (.other, 9), (.hotline, 8), (.letter, 7), (.referred, 7),
        ]) ?? .oral
    }

    private mutating func handOver(to manager: StaffMember) -> HandOver {
        let note = random.one(of: words.handOverNotes) ?? ""
        return .init(to: manager.number, note: random.happens(60) ? note : "")
    }

    // MARK: How it comes in

    /// When a complaint was received and logged, and how it came.
    private struct Arrival {
        var channel: Channel
        var received: Moment
        var logged: Moment
    }

    private mutating func arrival(on day: Day, by channel: Channel) -> Arrival {
        guard hours.isOpen(on: day) else {
            // On a closed day only what is written comes in, and it is read at the next opening.
            let received = hours.moment(on: day, secondsAfterOpening: random.number(in: 1800...hours.secondsOpen))
            let logged = hours.next(received, delay: random.number(in: 300...2400))
            return Arrival(channel: .other, received: received, logged: logged)
        }
        let last = hours.moment(on: day, secondsAfterOpening: hours.secondsOpen - 900)
        let first = hours.moment(on: day, secondsAfterOpening: 0)
        // Today only up to now; and a branch that has just opened has logged something a moment ago.
        let latest = max(first, min(last, now.adding(seconds: -60)))
        let span = Int(latest.seconds(since: first))
        let logged = first.adding(seconds: Int64(random.number(in: span / 12...max(span / 12, span))))
        let before = Int64(random.number(in: 300...3600))
        switch channel {
        case .oral, .phone, .hotline: return Arrival(channel: channel, received: logged, logged: logged)
        case .letter, .referred, .commentBook, .other:
            return Arrival(channel: channel, received: max(first.adding(seconds: -1800), logged.adding(seconds: -before)), logged: logged)
        }
    }

    private mutating func intake(_ script: SampleScript, _ arrival: Arrival, _ subject: StaffMember?) -> Intake {
        let matter = script.matter
        var intake = Intake(channel: arrival.channel, received: arrival.received, text: script.fill(matter.text))
        let (customer, contact) = (words.customer(&random), words.phone(&random))
        let known = customers[contact] ?? customer
        let (isNamed, isReachable) = (random.happens(94), random.happens(arrival.channel == .commentBook ? 55 : 92))
        if isNamed { intake.customer = isReachable ? known : customer }
        if isNamed, isReachable { (intake.contact, customers[contact]) = (contact, known) }
        let proxy = words.customer(&random)
        if random.happens(4), isNamed { intake.proxy = proxy }
        // By the number of the case rather than by lot: what is added to a case leaves those that follow as they are.
        switch arrival.channel {
        case .referred: intake.sender = words.senders[script.story % words.senders.count]
        case .hotline:
            // The public hotlines are those of one country.
            let sources: [IntakeSource] =
                words.language == .english ? [.bankHotline, .headOffice, .bankHotline] : [.bankHotline, .supervisor, .government]
            intake.cameBy = sources[script.story % 3]
        default: break
        }
        if rules.settings.country == .britain, script.story % 9 == 4 {
            (intake.isVulnerable, intake.isVulnerabilityFailed) = (true, script.story % 2 == 0)
        }
        intake.asks = script.fill(matter.asks)
        intake.business = matter.business
        intake.reason = matter.reason
        let department = random.one(of: words.departments) ?? ""
        let wording = random.one(of: words.aboutStaff) ?? ""
        let hasDepartment = random.happens(22)
        if let subject {
            intake.about = subject.role == .counter ? script.fill(wording) : subject.name
        } else if hasDepartment {
            intake.about = department
        }
        let minutesAgo = random.number(in: 5...2880)
        if random.happens(45) {
            // What happened at a counter did while it was open.
            intake.happened = hours.previous(arrival.received.adding(seconds: Int64(-60 * minutesAgo)), lead: 600 + minutesAgo * 5)
        }
        intake.amount = script.values.amount
        intake.isRepeatedBack = [.oral, .phone].contains(arrival.channel) && random.happens(95)
        let agreed = hours.previous(arrival.logged.adding(seconds: Int64(random.number(in: 18...48) * 3600)), lead: 3600)
        if random.happens(10), agreed > arrival.logged, let due = script.due(of: intake, rules), agreed < due { intake.agreed = agreed }
        return intake
    }

    /// Puts a wrong last digit into the contact of a few cases; gives the right contact, which is typed a little later.
    private mutating func mistype(_ intake: inout Intake, _ end: SampleEnd) -> String? {
        guard end == .whole, random.happens(4), let last = intake.contact.last?.wholeNumberValue else { return nil }
        let right = intake.contact
        intake.contact = right.dropLast() + String((last + 1) % 10)
        return right
    }

    private func amendment(ofContact contact: String) -> Amend {
        Amend {
            $0.field = .contact
            $0.value = contact
        }
    }

    // MARK: How it is dealt with

    private mutating func answerOnTheSpot(
        _ script: inout SampleScript,
        _ intake: Intake,
        _ clerk: StaffMember,
        _ manager: StaffMember,
        _ end: SampleEnd
    ) {
        let answer = Answer {
            $0.text = script.fill(script.matter.reply)
            $0.relief = relief(script)
        }
        if random.happens(50) {
            script.alsoAtOnce(answer)
        } else {
            script.act(answer, at: later(script.last, 4...25), by: clerk)
        }
        if end == .answered { return }
        script.act(finding(script, intake), at: later(script.last, 30...300), by: manager)
    }

    private mutating func bringInHand(_ script: inout SampleScript, _ path: Path, _ responder: StaffMember, _ manager: StaffMember) {
        if path != .taken {
            let handOver = self.handOver(to: manager)
            if random.happens(55) {
                script.alsoAtOnce(handOver)
            } else {
                script.act(handOver, at: later(script.last, 4...45), by: responder)
            }
            if random.happens(85) {
                script.act(Acknowledgement.blank, at: later(script.last, 1...5), by: head)
            }
        }
        script.act(Acceptance.blank, at: later(script.last, path == .taken ? 2...15 : 6...80), by: manager)
    }

    /// Whoever wrote, or was passed on, hears that it came in; a few hear of it late.
    private func acknowledge(_ script: inout SampleScript, _ intake: Intake, _ manager: StaffMember, _ end: SampleEnd) {
        guard end == .whole, intake.channel.ownWay == nil, !intake.contact.isEmpty, script.story % 7 != 3 else { return }
        let told = Told {
            $0.how = .phone
            $0.text = words.acknowledgement
        }
        script.act(told, at: script.last, by: manager)
    }

    /// From the acceptance to the reply.
    private mutating func handle(_ script: inout SampleScript, _ intake: Intake, _ manager: StaffMember, _ end: SampleEnd) {
        guard let due = script.due(of: intake, rules) else { return }
        acknowledge(&script, intake, manager, end)
        let accepted = script.last
        // Of the cases that a manager handles, one in seven is answered late: about eight in a hundred of all.
        let isLate = end == .whole && random.happens(14)
        let left = max(0, Int(min(due, now).seconds(since: accepted)))
        let fraction = random.number(in: 15...90)
        var replied = accepted.adding(seconds: Int64(left * fraction / 100))
        if isLate { replied = due.adding(seconds: Int64(random.number(in: 1...30) * 3600)) }
        let snapped =
            isLate
            ? hours.next(replied, delay: random.number(in: 300...9000)) : hours.previous(replied, lead: random.number(in: 300...9000))
        replied = max(snapped, accepted)
        let noteCount = random.number(in: 1...3)
        for _ in 0..<noteCount {
            guard let note = random.one(of: words.notes) else { break }
            let span = Int(replied.seconds(since: script.last))
            let moment = hours.previous(
                script.last.adding(seconds: Int64(span * random.number(in: 10...60) / 100)),
                lead: random.number(in: 60...900)
            )
            let noted = Note {
                $0.text = note.text
                $0.how = note.how
            }
            script.act(noted, at: max(moment, script.last), by: manager)
        }
        if end == .inHand, random.happens(60), let (why, reason) = random.one(of: words.escalations) {
            let asked = Escalation {
                $0.why = why
                $0.reason = reason
            }
            script.act(asked, at: later(script.last, 5...40), by: manager)
            script.act(Dossier.blank, at: later(script.last, 10...90), by: head)
        }
        if [.overdue, .dueToday, .inHand].contains(end) { return }
        script.act(finding(script, intake), at: max(script.last, min(replied, earlier(replied, 3...20))), by: manager)
        if intake.channel == .commentBook {
            script.act(BookAnswer { $0.text = script.fill(script.matter.reply) }, at: script.last, by: manager)
        }
        script.act(reply(script, intake), at: max(script.last, replied), by: manager)
        let isSentBack = random.happens(5) && end == .whole
        guard isSentBack || end == .sentBack else { return }
        let reason = random.one(of: words.sendBackReasons) ?? ""
        script.act(SendingBack { $0.reason = reason }, at: later(script.last, 15...120), by: head)
        if end == .sentBack { return }
        let note = random.one(of: words.mendedNotes) ?? ""
        script.act(Note { $0.text = note }, at: later(script.last, 15...90), by: manager)
        script.act(finding(script, intake), at: later(script.last, 5...60), by: manager)
        script.act(reply(script, intake), at: later(script.last, 5...60), by: manager)
    }

    private mutating func finish(_ script: inout SampleScript, _ manager: StaffMember) {
        script.act(SignOff.blank, at: later(script.last, 15...380), by: head)
        // Whoever left a contact is asked afterwards, a few in vain; what was to be put right is checked, most of it by now.
        if script.isReachable, random.happens(3) {
            for _ in 1...3 { script.act(CallBack.blank, at: later(script.last, 600...1500), by: manager) }
        } else if script.isReachable {
            let level =
                random.one(of: [.verySatisfied, .satisfied, .satisfied, .basicallySatisfied, .dissatisfied]) ?? SatisfactionLevel.satisfied
            script.act(CallBack { $0.level = level }, at: later(script.last, 60...400), by: manager)
            // Who was not content is contacted again.
            if level == .dissatisfied {
                script.act(CallBack { $0.level = .basicallySatisfied }, at: later(script.last, 1440...2880), by: manager)
            }
        }
        // One or two that are a little late, and none of last year.
        let isLongAgo = script.last.adding(seconds: 45 * 86_400) < now
        if script.matter.fault != .none, random.happens(90) || isLongAgo {
            let check = RectificationCheck { ($0.result, $0.isEffective) = (script.fill(script.matter.remedy), true) }
            // Whoever owns it does not check it.
            script.act(check, at: later(script.last, 1440...7200), by: head)
        }
        mediate(&script, manager)
        guard random.happens(6) else { return }
        let fact = random.one(of: words.addenda) ?? ""
        script.act(Addendum { $0.text = fact }, at: later(script.last, 1440...8640), by: manager)
    }

    private mutating func finding(_ script: SampleScript, _ intake: Intake) -> Finding {
        let matter = script.matter
        var finding = Finding {
            $0.fault = matter.fault
            $0.facts = script.fill(matter.facts)
            $0.classification = matter.fault == .none ? .unfounded : .valid
            $0.kind = matter.kind
        }
        let apology = random.one(of: words.apologies) ?? ""
        let rectification = random.one(of: words.rectifications) ?? ""
        if matter.fault == .none {
            finding.explanation = script.fill(matter.remedy)
        } else {
            finding.apology = script.fill(apology)
            finding.correction = script.fill(matter.remedy)
            finding.rectification = rectification
        }
        return finding
    }

    private mutating func reply(_ script: SampleScript, _ intake: Intake) -> Reply {
        let how: ContactWay =
            switch intake.channel {
            case .letter: .letter
            case .commentBook: intake.contact.isEmpty ? .book : .phone
            default: intake.contact.isEmpty ? .oral : .phone
            }
        let isAccepted: Bool?? = random.one(weighted: [(true, 82), (nil, 12), (false, 6)])
        return Reply {
            $0.how = how
            $0.text = script.fill(script.matter.reply)
            $0.isAccepted = isAccepted ?? nil
            $0.relief = relief(script)
        }
    }

    /// Most answers say in what they put the customer right.
    private func relief(_ script: SampleScript) -> Relief? {
        script.story % 5 == 2 ? nil : script.matter.fault == .none ? .explanation : .nonMonetary
    }

    /// Of those who were not content a few are brought to an agreement by somebody else.
    private func mediate(_ script: inout SampleScript, _ manager: StaffMember) {
        guard script.story % 11 == 5 else { return }
        var steps: [Mediation.Step] = [.offered, script.story % 3 == 0 ? .declined : .accepted]
        if steps[1] == .accepted { steps.append(script.story % 4 == 1 ? .failed : .settled) }
        for (place, step) in steps.enumerated() {
            let mediation = Mediation {
                $0.step = step
                $0.body = words.mediator
            }
            script.act(mediation, at: hours.next(script.last.adding(seconds: 86_400), delay: 600 * (place + 1)), by: manager)
        }
    }

    /// Some minutes after `moment`, while the branch is open.
    private mutating func later(_ moment: Moment, _ minutes: ClosedRange<Int>) -> Moment {
        let wait = Int64(random.number(in: minutes.lowerBound * 60...minutes.upperBound * 60))
        return hours.next(moment.adding(seconds: wait), delay: random.number(in: 120...2400))
    }

    /// Some minutes before `moment`, while the branch is open.
    private mutating func earlier(_ moment: Moment, _ minutes: ClosedRange<Int>) -> Moment {
        let lead = Int64(random.number(in: minutes.lowerBound * 60...minutes.upperBound * 60))
        return hours.previous(moment.adding(seconds: -lead), lead: random.number(in: 60...600))
    }
}
