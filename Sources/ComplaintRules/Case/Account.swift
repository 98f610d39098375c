/// A case as it is told: what is known of it, and what happened on it, in the order in which it is read. Screens, `show`, JSON and papers
/// only put it in their own form.
public struct Account: Sendable {
    /// One thing that is known of the case.
    public struct Fact: Sendable {
        /// How it stands among the others.
        public enum Place: Sendable {
            /// Before the clocks: where the case is.
            case first
            /// Among what was taken down and became of it.
            case among
            /// Told in the time line too: only where there is no time line beside.
            case words
            /// Only where everything is told.
            case fine
        }

        /// The field's name, with the label that people read.
        public let name: FieldName
        /// What is known; nil for nothing.
        public let value: Detail.Value?
        /// What stands behind it in brackets.
        public var note: String?
        /// How it stands among the others.
        public let place: Place
        /// What colour says of it.
        public let tone: Tone

        /// Whether there is something to tell.
        public var isKnown: Bool { Detail(name, value).isKnown }
    }

    /// One thing that happened.
    public struct Entry: Sendable {
        /// Who did it, for whom, and when, with its place in the ledger.
        public let happened: Happened<any CaseEvent>
        /// What happened, and what was remarkable of the computer's clock then.
        public var heading: Phrase {
            let heading = happened.event.heading
            var mark = happened.clock?.words
            // What was done once the clock was right again keeps its own mark.
            if happened.judgedBefore != nil {
                if case .behind? = happened.clock {} else { mark = Phrase(en: "clock declared wrong", zh: "时钟已声明有误") }
            }
            return mark.map { Phrase(en: "\(heading.english) (! \($0.english))", zh: "\(heading.chinese)（! \($0.chinese)）") } ?? heading
        }
        /// What colour says of it.
        public var tone: Tone { happened.clock == nil ? type(of: happened.event).tone : .warning }
        /// What it says beside its heading.
        public var details: [Detail] {
            happened.event.details
                + (happened.clock.map {
                    [Detail("computer-clock", .moment($0.clock(judgedAt: happened.judgedBefore ?? happened.at)), style: .fine)]
                } ?? [])
                + (happened.judgedBefore.map { [Detail("judged-before", .moment($0), style: .fine)] } ?? [])
        }
    }

    /// What is known of the case.
    public let facts: [Fact]
    /// What happened on it. A clock that started stands among the clocks, with how it runs, and is none of these.
    public let entries: [Entry]
    /// The clocks, each with how it was judged before the computer's clock was declared wrong; nil where it was judged the same.
    public let clocks: [(clock: Clock, before: Clock?)]

    /// Makes the account of a case and its history.
    public init(of state: Case, _ history: [Happened<any CaseEvent>]) {
        facts = Account.facts(of: state)
        entries = history.filter { !($0.event is ClockStarted) }.map(Entry.init)
        let before = history.judgedBefore?.clocks ?? []
        clocks = state.clocks.enumerated().map { place, clock in
            (
                clock,
                before.indices.contains(place) && (before[place].ended, before[place].due) != (clock.ended, clock.due) ? before[place] : nil
            )
        }
    }

    private static func facts(of state: Case) -> [Fact] {
        let intake = state.intake
        var facts: [Fact] = []
        func add(_ name: FieldName, _ value: Detail.Value?, _ place: Fact.Place = .among, tone: Tone = .plain) {
            // A no is not worth a line.
            var place = place
            if case .flag(false, _)? = value { place = .fine }
            facts.append(Fact(name: name, value: value, place: place, tone: tone))
        }
        func named(_ text: String, _ english: String, _ chinese: String) -> FieldName {
            FieldName(text, label: Phrase(en: english, zh: chinese))
        }
        add(
            named("stage", "Stage", "状态"),
            .code(state.stage.rawValue, state.stage.label),
            .first,
            tone: state.isSigned ? .signed : .plain
        )
        add(named("sent-back-for", "Sent back because", "退回原因"), state.sentBackFor.map { .text($0) }, .first, tone: .warning)
        add(named("erased-at", "Contents erased", Term.contentsErased.chinese), state.erasedAt.map { .moment($0) }, .first, tone: .warning)
        let asked = intake.details
        // Who complained comes first, then how and when it came, then all else.
        let early = ["customer", "contact", "proxy", "channel", "received"]
        let ordered = early.compactMap { name in asked.first { $0.name.text == name } } + asked.filter { !early.contains($0.name.text) }
        for detail in ordered {
            add(detail.name, detail.value, detail.name.text == "text" ? .words : .among)
            if detail.name.text == "channel" { facts[facts.count - 1].note = state.history?.channelName }
        }
        if state.isLateClaim { add(Logged.lateClaim, .flag(true, .ifSo), tone: .warning) }
        for link in state.links { add(FieldName("link", label: link.tie.label), .text(link.number)) }
        add(named("first-responder", "First responder", "首问责任人"), state.firstResponder.map { .staff($0) })
        add(named("first-contact", "First contact", "首次联系"), state.firstContact.map { .moment($0.at) }, .fine)
        add(
            named("first-contact-by", "First contact by", "首次联系方式"),
            state.firstContact?.how.map { .code($0.rawValue, $0.label) },
            .fine
        )
        add(named("awaited-receiver", "Handed over to", "待接收人"), state.awaitedReceiver.map { .staff($0) })
        // Who took it and still has it stands there already.
        let isElsewhere = state.awaitedReceiver == nil && state.holder != state.firstResponder
        add(named("holder", "Handled by", "经办人"), state.holder.map { .staff($0) }, isElsewhere ? .among : .fine)
        // What they did stands, and whoever signs is told of it.
        for subject in state.subjectHandlers {
            add(named("handled-by-subject", "Handled by whom it is about", "被投诉人办理"), .staff(subject), .first, tone: .warning)
        }
        add(named("dossier", "Dossier", "上报卷号"), state.dossier.map { .text($0) }, .fine)
        add(named("head-office-number", "Head office's number", "总行编号"), state.headOfficeNumber.map { .text($0) })
        add(named("head-office-due", "Head office due", "总行办理期限"), state.headOfficeDue.map { .moment($0) })
        let isMoneyMeant = state.promised > Amount.none || state.paid > Amount.none || state.ceiling != nil
        add(named("promised", "Promised in all", "承诺合计"), isMoneyMeant ? .amount(state.promised) : nil)
        add(named("approved", "Approved by head office", "总行批准上限"), state.ceiling.map { .amount($0) })
        add(named("paid", "Paid", "已付合计"), isMoneyMeant ? .amount(state.paid) : nil)
        // So much less is left of what may be promised here.
        let isPaidElsewhere = state.paidElsewhere > Amount.none
        add(
            named("paid-elsewhere", "Paid elsewhere, or promised to others", "他处已付或已承诺他人"),
            isPaidElsewhere ? .amount(state.paidElsewhere) : nil
        )
        let isRuled = state.ruling != nil
        add(
            isRuled ? FieldName("signed-by", label: Ruling.enteredBy) : named("signed-by", "Signed by", "签字人"),
            state.signer.map { .staff($0) },
            tone: .signed
        )
        add(
            isRuled ? named("signed-at", "Ruling entered on", "批复录入时间") : named("signed-at", "Signed on", "签字时间"),
            state.signedAt.map { .moment($0) },
            tone: .signed
        )
        add("source", .text([intake.source, intake.sourceNumber].filter { !$0.isEmpty }.joined(separator: " ")))
        add("outcome", state.history.map { .text($0.outcome) })
        return facts
    }
}

/// The words in which a case is told: of one language, in the branch's time zone, with contacts masked or shown.
public struct CaseWords: Sendable {
    /// The times in words.
    public let times: TimeWords
    private let rules: DeskRules
    private let showsContacts: Bool
    private let arrow: String

    /// Makes the words of `language`.
    ///
    /// - Parameter arrow: what stands between an old and a new value, and before whom a case went to.
    public init(_ language: Language, _ rules: DeskRules, showsContacts: Bool, arrow: String) {
        times = TimeWords(language, zone: rules.zone)
        self.rules = rules
        self.showsContacts = showsContacts
        self.arrow = arrow
    }

    private var language: Language { times.language }

    /// `1003 李敏`.
    public func person(_ number: StaffNumber) -> String { rules.staff.person(number) }

    /// Who did something: the doer, for whom, and who knew the passcode that it was signed with.
    public func doer(_ happened: Happened<some Any>) -> String {
        let absent = happened.onBehalfOf.map(person).map { Phrase(en: "for \($0)", zh: "代 \($0)") }
        let giver = Term.passcodeGiven(by: happened.passcodeGivenBy.map(person))
        return [absent, giver].compactMap { $0 }.reduce(person(happened.by)) { $0 + language.bracketed(language($1)) }
    }

    /// A clock's name, with who set it or the case from which it goes on.
    public func name(of clock: Clock) -> String { language(clock.label) + (origin(of: clock) ?? "") }

    /// Who set a clock from outside, or the case from which it goes on, in brackets; nil for the case's own.
    public func origin(of clock: Clock) -> String? { (clock.setBy ?? clock.from).map { language.bracketed($0) } }

    /// How a clock stands, from 80 % of its limit on in other words than from 50 %: these have a sign, and no colour says it alone (1-domain,
    /// Clocks; 2-screens rule 8). Screens and commands have it from here.
    public func remaining(_ clock: Clock, at now: Moment) -> String {
        let text = times.remaining(clock, at: now)
        let seconds = clock.due.seconds(since: now)
        guard rules.urgency(of: clock, at: now) == .verySoon, seconds >= 60 else { return text }
        let span = TimeWords.span(seconds: seconds, language)
        return language(Phrase(en: "only \(span)", zh: "仅剩 \(span)"))
    }

    /// `!` before what is overdue and a dot before what is due soon, so that both are seen without colour; empty for all else.
    public func sign(of clock: Clock?, at now: Moment, dot: String) -> String {
        switch clock.map({ rules.urgency(of: $0, at: now) }) {
        case .overdue: "!"
        case .verySoon, .soon: dot
        case .some(.none), nil: ""
        }
    }

    /// Since when the rule holds by which a clock runs, and how the clock was judged before the computer's was declared wrong; empty for neither.
    public func notes(on clock: Clock, before: Clock?, at now: Moment) -> [String] {
        let rule = clock.ruleFrom.map { day in
            language(Phrase(en: "rule from \(times.longDay(day))", zh: "规则自\(times.longDay(day))起"))
        }
        let stood = before.flatMap { before in
            let (old, new) = (before.state(at: now), clock.state(at: now))
            return old == new ? nil : language(Phrase(en: "! before: \(old.label.english)", zh: "! 原判定：\(old.label.chinese)"))
        }
        let wasDue = before.flatMap { before in
            before.due == clock.due
                ? nil : language(Phrase(en: "! was due \(times.dateTime(before.due))", zh: "! 原到期 \(times.dateTime(before.due))"))
        }
        return [rule, stood, wasDue].compactMap { $0 }
    }

    /// What a value says.
    public func text(_ value: Detail.Value?) -> String {
        switch value {
        case nil: ""
        case .text(let text)?, .digest(let text)?: text
        case .contact(let text)?: showsContacts ? text : text.maskedContact
        case .code(_, let label)?: language(label)
        case .deskCode(let key, let axis)?: language(rules.codes.label(key, on: axis))
        case .moment(let moment)?: times.dateTime(moment)
        case .dayOf(let moment)?: times.longDay(times.zone.day(at: moment))
        case .day(let day)?: times.longDay(day)
        case .flag(let isSo, _)?: language(isSo ? Term.yes : Term.no)
        case .count(let count)?: String(count)
        case .amount(let amount)?: amount.text(in: rules.settings.country)
        case .staff(let number)?: person(number)
        case .change(let old, let new)?: "\(text(old)) \(arrow) \(text(new))"
        }
    }

    /// What an event says beside its heading, as lines: words alone without a label, the way in which they were said before them.
    public func lines(_ details: [Detail]) -> [String] {
        let told = details.filter { $0.isKnown && $0.style != .fine }
        var lead = told.filter { $0.style == .lead }.map { text($0.value) }.joined(separator: language.listSeparator)
        var (lines, codes): ([String], [String]) = ([], [])
        func flush() {
            if !codes.isEmpty { lines.append(codes.joined(separator: language.listSeparator)) }
            codes = []
        }
        for detail in told where detail.style != .lead {
            let text = text(detail.value)
            if case .code? = detail.value, detail.style == .bare {
                codes.append(text)
                continue
            }
            flush()
            switch (detail.style, detail.value) {
            case (_, .flag(let isSo, let said)?):
                if let said = phrase(said, isSo, detail.name.label) { lines.append(language(said)) }
            case (.bare, .staff?): lines.append("\(arrow) \(text)")
            case (.bare, _):
                lines.append(lead.isEmpty ? text : lead + language.colon + text)
                lead = ""
            default: lines.append(language.labelled(detail.name.label, text))
            }
        }
        flush()
        // The way alone, where nothing was said.
        return (lead.isEmpty ? [] : [lead]) + lines
    }

    private func phrase(_ said: Detail.Said, _ isSo: Bool, _ label: Phrase) -> Phrase? {
        switch said {
        case .ifSo: isSo ? label : nil
        case .words(let yes, let no): isSo ? yes : no
        }
    }
}

extension Sequence<Happened<any CaseEvent>> {
    /// The case as it was judged before a clock was declared wrong; nil where none of its events was under such a clock.
    public var judgedBefore: Case? {
        // Hardly any case has such an event: it is not folded twice for nothing.
        guard contains(where: { $0.judgedBefore != nil }) else { return nil }
        return reduce(nil as Case?) { state, happened in
            // What the declaration itself let begin anew was not there before it.
            if happened.event is BegunAnew { return state }
            var happened = happened
            (happened.at, happened.judgedBefore) = (happened.judgedBefore ?? happened.at, nil)
            return evolve(state, happened)
        }
    }
}
