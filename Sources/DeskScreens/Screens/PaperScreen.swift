import ComplaintRules
import DeskPapers
import Ledger
import TerminalKit

/// Papers as they will be printed: those of the desk and of a period, or those of one case.
struct PaperScreen: MainScreen {
    private let number: String?
    private let kinds: [PaperKind]
    private var chosen = 0
    /// The period of each kind that has one, by its name.
    private var periods: [String: FiguresPeriod] = [:]
    private var document: Document?
    /// The figures that stand on it; nil where there are none.
    private var figures: Figures?
    /// The event that it leaves the desk.
    private var export: DeskEvent.Exported?
    private var page = PagePane()
    /// Whether contacts stand on it, whole or masked.
    private var hasContacts = false
    /// Why the paper cannot be made.
    private var whyNot: Phrase?
    /// Whether it comes up without a paper that was asked for: then it begins with the first one that can be made.
    private var isOpen = false

    static let title = Phrase.papersTitle

    /// The papers that are about no single case.
    static var ofDesk: [PaperKind] { PaperKind.all.filter { if case .oneCase = $0.subject { false } else { true } } }

    /// The papers of the desk.
    init() {
        self.init(first: "")
        isOpen = true
    }

    /// The papers of the desk, beginning with the one of that name.
    init(first name: String) {
        number = nil
        kinds = PaperScreen.ofDesk
        chosen = kinds.firstIndex { $0.name == name } ?? 0
    }

    /// The papers of a case, beginning with the one of that name.
    init(of number: String, first name: String) {
        self.number = number
        kinds = PaperKind.all.filter { if case .oneCase = $0.subject { true } else { false } }
        chosen = kinds.firstIndex { $0.name == name } ?? 0
    }

    private var kind: PaperKind { kinds[chosen] }

    var title: Phrase { number.map { Phrase.paperOf(kind.label, $0) } ?? kind.label }

    /// The letters by which a paper is chosen.
    private static let keys: [String: Character] = [
        "register": "r", "book": "b", "daily": "d", "report": "m", "notice": "o", "slip": "r", "sheet": "s", "reply": "l", "apology": "a",
        "dossier": "d", "chaser": "c", "delay-note": "e", "rectification": "z", "statement": "t",
    ]

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        var bindings = [
            on([.character("p")], .printPaper, short: .printShort, whyNot: whyNot) { screen, press in
                guard let document = screen.document, let export = screen.export else { return .stay }
                return press.session.printing(document, export, screen.kind.label)
            },
            on([.character("f")], .saveToFile, short: .saveShort, leadsToTyping: true, whyNot: whyNot) { screen, press in
                guard let document = screen.document, var export = screen.export else { return .stay }
                export.isPrinted = false
                let name = export.name.split(separator: " ").joined(separator: "-")
                let savable = Savable(
                    title: screen.kind.label,
                    document: document,
                    figures: screen.figures,
                    name: name,
                    export: export
                )
                return .ask(savable.question(by: press.key, press.session))
            },
        ]
        if hasContacts {
            // Whether they are on it whole is asked for (1-domain, Handling sheet).
            bindings.append(
                on(
                    [.character("v")],
                    session.isRevealed ? .maskContacts : .showContacts,
                    short: session.isRevealed ? .maskShort : .wholeShort
                ) {
                    screen,
                    press in
                    press.session.isRevealed.toggle()
                    try screen.refresh(in: press.area, press.session)
                    return .stay
                }
            )
        }
        if period(on: session) != nil {
            bindings += [
                on([.character("[")], .periodBefore, short: .periodBeforeShort) { screen, press in try screen.move(press) { $0.before } },
                on([.character("]")], .periodAfter, inFooter: false) { screen, press in try screen.move(press) { $0.after } },
            ]
        }
        bindings.append(
            on([.tab, .backTab], .nextPaper, short: .papersTitle) { screen, press in
                screen.chosen = TabLine.neighbour(of: screen.chosen, of: screen.kinds.count, by: press.key)
                screen.page.top = 0
                try screen.refresh(in: press.area, press.session)
                return .stay
            }
        )
        for (place, kind) in kinds.enumerated() {
            guard let key = PaperScreen.keys[kind.name] else { continue }
            bindings.append(
                on([.character(key)], kind.label, inFooter: place < 5) { screen, press in
                    (screen.chosen, screen.page.top) = (place, 0)
                    try screen.refresh(in: press.area, press.session)
                    return .stay
                }
            )
        }
        return bindings
    }

    private mutating func move(_ press: Press, _ change: (FiguresPeriod) -> FiguresPeriod) throws -> Step {
        guard let period = period(on: press.session) else { return .stay }
        let next = change(period)
        if next.first < period.first, let why = try press.session.whyNoRecord(of: next) { return .say(why) }
        periods[kind.name] = next
        page.top = 0
        try refresh(in: press.area, press.session)
        return .stay
    }

    /// The period that the paper is for: a report is of the month before, unless another was chosen.
    private func period(on session: DeskSession) -> FiguresPeriod? {
        if let chosen = periods[kind.name] { return chosen }
        switch kind.subject {
        case .oneCase, .desk: return nil
        case .day: return FiguresPeriod(.day, of: session.today)
        case .register, .book: return FiguresPeriod(.month, of: session.today)
        case .figures:
            // Of a month before the founding there is a report only where past cases were brought in.
            let before = FiguresPeriod(.month, of: session.today).before
            guard let founding = session.ledger.rules.founding, !session.hasRecord(of: before) else { return before }
            return FiguresPeriod(.month, of: founding)
        }
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        try make(in: area, session)
        guard isOpen else { return }
        isOpen = false
        let first = chosen
        while whyNot != nil, chosen + 1 < kinds.count {
            chosen += 1
            try make(in: area, session)
        }
        if whyNot != nil {
            chosen = first
            try make(in: area, session)
        }
    }

    private mutating func make(in whole: Rect, _ session: DeskSession) throws {
        let area = PaperScreen.pageArea(whole)
        (document, figures, export, page.lines, whyNot, hasContacts) = (nil, nil, nil, [], nil, false)
        guard let actor = session.acting else { return }
        func desk(showsContacts: Bool) -> PaperDesk {
            PaperDesk(session.ledger, actor, session.language, showsContacts: showsContacts)
        }
        let shown = desk(showsContacts: session.isRevealed)
        do {
            if let period = period(on: session) { _ = try session.ledger.checkRecord(from: period.first, to: period.last) }
            let subject: PaperDesk.Subject =
                if let number { .number(number) } else if let period = period(on: session) { .period(period) } else { .today }
            let material = try shown.material(for: kind, subject)
            let made = try kind.document(material)
            page.show(made, in: area, session.glyphs)
            document = made
            if case .figures = kind.subject { figures = material.figures }
            if case .oneCase = kind.subject {
                hasContacts = try kind.document(try desk(showsContacts: !session.isRevealed).material(for: kind, subject)) != made
            }
            export = shown.export(of: kind, material, isPrinted: true)
        } catch let refusal as PaperRefusal {
            whyNot = refusal.sentence
        } catch let refusal as Refusal {
            whyNot = refusal.sentence
        }
        page.hold(in: area)
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        if case .mouse(let event) = key, event.kind == .press {
            let labels = kinds.map { session.language($0.label) }
            guard let place = TabLine.tab(at: event.point, of: labels, chosen: chosen, in: area) else { return .moved }
            (chosen, page.top) = (place, 0)
            try refresh(in: area, session)
            return .stay
        }
        return page.move(by: key, in: PaperScreen.pageArea(area)) ? .moved : nil
    }

    /// The paper, below the names of all.
    private static func pageArea(_ area: Rect) -> Rect { area.rows(from: 1) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        TabLine.draw(kinds.map { look.language($0.label) }, chosen: chosen, into: &grid, in: area)
        let area = PaperScreen.pageArea(area)
        if let whyNot {
            for (row, line) in TextWidth.wrap(look.language(whyNot), to: area.columns - 4).enumerated() {
                grid.put(String(line), at: Point(column: area.column + 2, row: area.row + 1 + row), role: .warning)
            }
        }
        page.draw(into: &grid, in: area, look)
    }
}

extension DeskSession {
    /// Prints a paper, where anything can be printed here. The event that says so comes once the printer has it.
    func printing(_ document: Document, _ export: DeskEvent.Exported, _ title: Phrase) -> Step {
        if let why = whyNotPrint() { return .say(MessageLine(language(why), kind: .warning)) }
        return .perform(
            Errand(title) { [self] in
                .printing(PrintJob(document, FiguresScreen.ruler, export, by: try ledger.keeping(try signedIn())))
            }
        )
    }
}

/// A paper on its way to the printer.
public struct PrintJob: Equatable, Sendable {
    /// The paper, as one HTML file.
    public let html: String
    /// Whether the sheet lies on its side.
    public let isLandscape: Bool
    /// The event that says so, once the printer has it.
    let export: DeskEvent.Exported
    /// Who prints, with the key that signs the event: it is kept until then, whether they lock meanwhile or not.
    let person: SignedIn

    init(_ document: Document, _ ruler: TextRuler, _ export: DeskEvent.Exported, by person: SignedIn) {
        html = HTMLWriter(ruler).file(document)
        isLandscape = document.isLandscape
        (self.export, self.person) = (export, person)
    }

    public static func == (left: PrintJob, right: PrintJob) -> Bool { left.html == right.html && left.export == right.export }
}

extension DeskApp {
    /// Records that the printer took a paper, and says so.
    ///
    /// - Returns: false where another program holds the file, and it is to be recorded later.
    public func record(printed job: PrintJob) -> Bool {
        guard let session else { return true }
        do {
            try session.ledger.recordExport(job.export, by: job.person)
            say(Phrase(en: "Sent to the printer.", zh: "已送打印机。"))
        } catch let error as LedgerError where error.kind == .busy {
            return false
        } catch {
            say(
                Phrase(
                    en: "The printer has the paper, but that could not be recorded. Note it by hand: \(job.export.name)",
                    zh: "已送打印机，但未能留存记录。请手工记下：\(job.export.name)"
                )
            )
        }
        return true
    }
}
