import ComplaintRules
import DeskPapers
import Ledger

/// Finds on the desk what a paper is made of, as far as whoever prints may read it.
public struct PaperDesk {
    /// What a paper is about.
    public enum Subject {
        case number(String)
        case period(FiguresPeriod)
        /// The desk itself, or today, or this month.
        case today
    }

    private let ledger: Ledger
    private let actor: Actor
    private let language: Language
    private let showsContacts: Bool
    private let progress: (_ done: Int, _ total: Int) -> Void

    /// Makes the way to a desk.
    ///
    /// - Parameter progress: is told how many cases of how many were read.
    public init(
        _ ledger: Ledger,
        _ actor: Actor,
        _ language: Language,
        showsContacts: Bool,
        progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) {
        (self.ledger, self.actor, self.language, self.showsContacts) = (ledger, actor, language, showsContacts)
        self.progress = progress
    }

    /// What a paper of that kind is made of.
    ///
    /// - Throws: `Refusal`, for whoever may not read that; `PaperRefusal.noFigures`; `LedgerError`.
    public func material(for kind: PaperKind, _ subject: Subject) throws -> PaperMaterial {
        var material = PaperMaterial(ledger.rules, language, at: ledger.now)
        switch kind.subject {
        case .oneCase:
            guard case .number(let number) = subject else { return material }
            material.cases = [try told(number)]
        case .desk: break
        case .register, .book, .figures, .day:
            let today = ledger.rules.zone.day(at: material.now)
            let isDay = if case .day = kind.subject { true } else { false }
            let period = if case .period(let said) = subject { said } else { FiguresPeriod(isDay ? .day : .month, of: today) }
            try fill(&material, for: kind, period)
        }
        return material
    }

    private func fill(_ material: inout PaperMaterial, for kind: PaperKind, _ period: FiguresPeriod) throws {
        material.period = period
        let days = Figures.days(for: period)
        let source = try ledger.figureSource(from: days.first, to: days.last, by: actor)
        let now = material.now
        guard let figures = Figures(of: period, from: source, under: ledger.rules, at: now) else { throw PaperRefusal.noFigures }
        let received = source.cases.filter { facts in
            let day = ledger.rules.zone.day(at: facts.received)
            return day >= period.first && day <= period.last && facts.received <= now
        }
        let end = ledger.rules.zone.moment(of: LocalTime(day: period.last.adding(days: 1), secondOfDay: 0))
        if end <= now { material.end = end }
        material.bookNotes = try ledger.bookNotes(from: period.first, to: period.last, language)
        switch kind.subject {
        case .oneCase, .desk: return
        case .register: try takePage(try ledger.numbers(of: received.filter { $0.channel != .commentBook }.map(\.id)), into: &material)
        case .book:
            material.bookDays = try ledger.bookStatus(from: period.first, to: period.last)
            let written = try ledger.numbers(of: received.filter { $0.channel == .commentBook }.map(\.id))
            // An entry that was received in an earlier month stands where it was entered: on the day of its review.
            let entered = material.bookDays.flatMap { $0.review?.entries ?? [] }
            let entries = written + entered.filter { !written.contains($0) }
            try takePage(entries, into: &material)
        case .figures:
            material.figures = figures
            try take(Figures.openCases(in: period, from: source, under: ledger.rules, at: now), into: &material)
            for name in ["notAccepted", "groupCases", "rectified"] {
                let ids = Figures.cases(counting: name, in: period, from: source, under: ledger.rules, at: now)
                var list = (cases: [PaperCase](), hidden: 0)
                try take(try ledger.numbers(of: ids), into: &list.cases, hidden: &list.hidden)
                material.counted[name] = list
            }
            material.points = Figures.points(in: period, from: source, under: ledger.rules, at: now)
        case .day:
            material.figures = figures
            material.bookDays = try ledger.bookStatus(from: period.first, to: period.last)
            material.seal = try ledger.endSeal().text
            let keys = try ledger.registeredKeys()
            material.foundingKey = keys.first?.fingerprint ?? ""
            material.newKeys = keys.dropFirst().filter { key in
                let day = ledger.rules.zone.day(at: key.at)
                return day >= period.first && day <= period.last
            }.map { ($0.owner, $0.fingerprint) }
            try takePage(try ledger.numbers(of: received.map(\.id)), into: &material)
        }
    }

    /// Reads the cases of a register's page, the book's or a day's. Figures count whoever looks, and say how many cases of theirs a list leaves out; a
    /// page counts no further than its rows, where the number would tell of cases about whoever reads.
    private func takePage(_ numbers: [String], into material: inout PaperMaterial) throws {
        try take(numbers, into: &material.cases, hidden: &material.hiddenCases)
        if !ReadScope(for: actor).tellsHowManyAreLeftOut { material.hiddenCases = 0 }
    }

    /// Reads the cases of these ids, one after the other; what the reader may not read is counted and left out.
    private func take(_ ids: [Int64], into material: inout PaperMaterial) throws {
        try take(try ledger.numbers(of: ids), into: &material.cases, hidden: &material.hiddenCases)
    }

    private func take(_ numbers: [String], into cases: inout [PaperCase], hidden: inout Int) throws {
        let (language, rules, showsContacts) = (language, ledger.rules, showsContacts)
        let told = try ledger.seen(
            numbers,
            by: actor,
            progress: { progress($0, numbers.count) },
            make: { PaperCase($0.state, $0.events, language, rules, showsContacts: showsContacts) }
        )
        cases = told.compactMap { $0 }
        hidden = told.count - cases.count
    }

    /// The event that a paper leaves the desk: which, of how many cases, by no customer's name.
    public func export(of kind: PaperKind, _ material: PaperMaterial, isPrinted: Bool) -> DeskEvent.Exported {
        let subject = material.period?.text ?? material.cases.first?.state.number.description
        let name = ([kind.name] + (subject.map { [$0] } ?? [])).joined(separator: " ")
        return .init(.paper, name: name, count: material.cases.count, isPrinted: isPrinted)
    }

    private func told(_ number: String) throws -> PaperCase {
        let stored = try ledger.open(number, by: actor).stored
        return PaperCase(stored.state, stored.events, language, ledger.rules, showsContacts: showsContacts)
    }
}
