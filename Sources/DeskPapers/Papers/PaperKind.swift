import ComplaintRules

/// What papers are made of. Whoever prints hands in what a kind asks for; a paper looks nothing up.
public struct PaperMaterial: Sendable {
    /// Settings, staff and calendar of the desk.
    public let rules: DeskRules
    /// The language of the paper.
    public let language: Language
    /// When it is made.
    public let now: Moment
    /// The case, or the cases of the period, in their order.
    public var cases: [PaperCase] = []
    /// How many cases of the period are left out, since they are about whoever prints.
    public var hiddenCases = 0
    /// The cases of which a measure of the figures is true in the period, by its name.
    public var counted: [String: (cases: [PaperCase], hidden: Int)] = [:]
    /// The points of first responders in the period; nil where the branch gives none.
    public var points: [ResponderPoints]?
    /// The period.
    public var period: FiguresPeriod?
    /// The figures of the period.
    public var figures: Figures?
    /// How the days of the comment book stand, with the reviews.
    public var bookDays: [(day: Day, status: BookDay.Status, review: BookDay?)] = []
    /// What was corrected of the days of the comment book, in words.
    public var bookNotes: [(day: Day, note: String)] = []
    /// The first moment behind the period; nil while it runs.
    public var end: Moment?
    /// The seal of the ledger's end.
    public var seal = ""
    /// The fingerprint of the founder's key, from which all others follow.
    public var foundingKey = ""
    /// The fingerprints of the keys that were registered in the period, with whose they are: nil for the recovery key.
    public var newKeys: [(owner: StaffNumber?, fingerprint: String)] = []
    /// The text of a letter in place of the model that the program has; nil for that.
    public var model: String?

    /// Takes together what every paper needs.
    public init(_ rules: DeskRules, _ language: Language, at now: Moment) {
        (self.rules, self.language, self.now) = (rules, language, now)
    }

    var settings: DeskSettings { rules.settings }
    var times: TimeWords { TimeWords(language, zone: rules.zone) }
    func say(_ english: String, _ chinese: String) -> String { language(Phrase(en: english, zh: chinese)) }

    /// A document of this desk.
    func document(_ title: String, landscape: Bool = false, _ blocks: [Block]) -> Document {
        var document = Document(title, language, isPractice: settings.isPractice, isLandscape: landscape, blocks)
        // What a later sheet is known by that was parted from the first.
        let number = cases.count == 1 && period == nil ? cases.first?.state.number.description : nil
        let branch = title.holds(settings.branchName) ? nil : settings.branchName
        document.runningHead = [number, title, branch].compactMap { $0 }.joined(separator: " · ")
        return document
    }

    /// The moment with year and weekday: `Fri 20 Nov 2026 09:00`, `2026年11月20日 周五 09:00`.
    func weekdayTime(_ moment: Moment) -> String {
        let time = rules.zone.localTime(at: moment).time
        let (day, weekday) = (times.longDay(time.day), TimeWords.weekday(time.day, language))
        return (language == .english ? "\(weekday) \(day)" : "\(day) \(weekday)") + " \(time.clock)"
    }

    /// A case as it stood at the period's end; nil where it was logged only later.
    func atEnd(_ told: PaperCase) -> PaperCase? { end.map(told.before) ?? told }

    /// How a case stood at the period's end (`atEnd`), in a word.
    func stage(of then: PaperCase?) -> String {
        guard let state = then?.state else { return say("logged later", "其后登记") }
        return language(state.isHistory ? Term.handledElsewhere : state.stage.label)
    }

    /// What was corrected of the days of the comment book; nothing where nothing was.
    var corrections: [Block] {
        if bookNotes.isEmpty { return [] }
        let lines = bookNotes.map { "\(times.longDay($0.day)) \($0.note)" }
        return [.note(say("Comment book, corrected days:", "意见簿更正：") + "\n" + lines.joined(separator: "\n"))]
    }

    /// The period in words.
    var periodLabel: String { period?.label(language, zone: rules.zone) ?? "" }

    /// When it was printed, below the paper.
    var printed: Block { .note(say("Printed \(times.dateTime(now))", "打印时间 \(times.dateTime(now))") + " · \(settings.branchName)") }

    /// How many entries a list has, and how many it does not show.
    var entryCount: Block { entryCount(cases.count, hidden: hiddenCases) }

    func entryCount(_ count: Int, hidden: Int) -> Block {
        let more = hidden == 0 ? "" : language.comma + say("\(hidden) not shown", "另有 \(hidden) 件不显示")
        return .text(say(count == 1 ? "1 entry" : "\(count) entries", "共 \(count) 件") + more)
    }
}

/// A kind of paper. A new one is a value like these in a file of its own, and its name in `all`.
public struct PaperKind: Sendable {
    /// What it is about, and so what it is made of.
    public enum Subject: Sendable {
        /// One case.
        case oneCase
        /// The cases received in a period, but those of the comment book.
        case register
        /// The days of the comment book in a period, with their entries.
        case book
        /// The figures of a period, and the cases that are open at its end.
        case figures
        /// A day: its figures and its cases.
        case day
        /// The desk itself.
        case desk
    }

    /// The name on the command line.
    public let name: String
    /// The name for people.
    public let label: Phrase
    /// What it is about.
    public let subject: Subject
    /// Whether its text can be made by a model of one's own.
    public let takesModel: Bool
    let make: @Sendable (PaperMaterial) throws(PaperRefusal) -> Document

    init(
        _ name: String,
        _ label: Phrase,
        of subject: Subject,
        takesModel: Bool = false,
        make: @escaping @Sendable (PaperMaterial) throws(PaperRefusal) -> Document
    ) {
        (self.name, self.label, self.subject, self.takesModel, self.make) = (name, label, subject, takesModel, make)
    }

    /// All kinds, in the order in which they are offered.
    public static let all: [PaperKind] = [
        slip, sheet, reply, apology, dossier, chaser, delayNote, rectification, statement, register, book, daily, report, notice,
    ]

    /// The kind of that name; nil where there is none.
    public static func named(_ name: String) -> PaperKind? { all.first { $0.name == name } }

    /// Makes the paper.
    ///
    /// - Throws: where what it tells of has not happened.
    public func document(_ material: PaperMaterial) throws(PaperRefusal) -> Document { try make(material) }
}

/// Why a paper cannot be made: what it would tell of has not happened.
public enum PaperRefusal: Error, Hashable, Sendable {
    case noCase
    case noReply
    /// The number of the case into which it was merged, where its customer was answered.
    case answeredWhereMerged(String)
    case noApology
    case neverEscalated
    case neverChased
    case noDelayNote
    case noRectification
    case noFigures
    case unknownBlank(String)

    /// The refusal as a sentence.
    public var sentence: Phrase {
        switch self {
        case .noCase: Phrase(en: "No case was given. Name its number.", zh: "未指定投诉。请给出编号。")
        case .noReply:
            Phrase(en: "The customer has no answer yet. Record the reply, then print the letter.", zh: "尚未答复客户。请先登记回复，再打印回复函。")
        case .answeredWhereMerged(let number):
            Phrase(
                en:
                    "This case was merged into \(number), where its customer is answered, and has no letter of its own. Print that one's, or the sheet.",
                zh: "本件已并入 \(number)，并在该件中答复客户，没有单独的回复函。请打印该件的回复函或处理单。"
            )
        case .noApology:
            Phrase(en: "No apology was recorded. Record it with the finding, then print the letter.", zh: "尚未登记道歉。请先在责任认定中填写致歉内容，再打印致歉函。")
        case .neverEscalated:
            Phrase(en: "The case did not go to head office, so it has no dossier.", zh: "本件未上报总行，没有上报卷。")
        case .neverChased: Phrase(en: "Nobody was chased on this case. Send a chaser first.", zh: "本件未催办。请先办理催办。")
        case .noDelayNote:
            Phrase(en: "No cause of a delay was recorded. Fill in the delay note first.", zh: "尚未填写逾期原因。请先办理填写逾期原因单。")
        case .noRectification:
            Phrase(en: "Nothing is to be put right on this case. Open a rectification first.", zh: "本件没有整改事项。请先开立整改。")
        case .noFigures: Phrase(en: "The period has not begun yet, so there are no figures for it.", zh: "期间尚未开始，没有统计数据。")
        case .unknownBlank(let name):
            Phrase(
                en:
                    "The model has a blank {\(name)} that nothing fills. It knows: \(Language.english.listed(LetterModel.blanks.map { "{\($0)}" })).",
                zh: "模板中的空格 {\(name)} 无从填写。可用：\(Language.chinese.listed(LetterModel.blanks.map { "{\($0)}" }))。"
            )
        }
    }
}

extension PaperMaterial {
    /// The case that a paper is about.
    func oneCase() throws(PaperRefusal) -> PaperCase {
        guard let found = cases.first else { throw .noCase }
        return found
    }
}
