import ComplaintRules

/// By what complaints are told apart. A new axis is an entry in `all`.
public struct FigureAxis: Sendable {
    /// In which order its rows stand.
    enum Order: Sendable {
        /// The most first, at last what is not known.
        case count
        /// In the order of these keys, all of them, also those that nothing falls under.
        case keys([String])
    }

    /// Under which keys cases fall, by their places among all; the first of these is empty, and is that of what is not known.
    enum Keys: Sendable {
        /// Each under a word of the source.
        case word(@Sendable (FigureRecord) -> Int32)
        /// Each under some words, by where these stand among the subjects of the source.
        case subjects
        /// Each under one of these.
        case one([String], @Sendable (CountedCase) -> Int)
        /// Each under those of these whose bits are set, the lowest bit for the second key; under the first where none is.
        case marks([String], @Sendable (CountedCase) -> UInt)
    }

    /// The name on the command line and in JSON.
    public let name: String
    /// The name for people.
    public let label: Phrase
    /// What it means, as help says it.
    public let definition: Phrase
    /// Whether a case may stand in several rows, so that the rows come to more than the whole.
    public var isShared: Bool {
        switch keys {
        case .word, .one: false
        case .subjects, .marks: true
        }
    }
    /// Whether its rows are looked at for what rose.
    let isWatched: Bool
    let order: Order
    /// Under which keys a case falls.
    let keys: Keys
    /// What people read for a key that is not empty.
    let words: @Sendable (String, DeskRules) -> Phrase
    /// What people read where nothing is known.
    let unknown: Phrase

    private init(
        _ name: String,
        _ label: Phrase,
        _ definition: Phrase,
        order: Order = .count,
        isWatched: Bool = false,
        unknown: Phrase = Phrase(en: "not recorded", zh: "未登记"),
        words: @escaping @Sendable (String, DeskRules) -> Phrase,
        keys: Keys
    ) {
        (self.name, self.label, self.definition, self.isWatched) = (name, label, definition, isWatched)
        (self.order, self.unknown, self.words, self.keys) = (order, unknown, words, keys)
    }

    /// All axes, in the order in which they are told.
    public static let all = [
        FigureAxis(
            "reason",
            Phrase(en: "Reason", zh: "投诉原因"),
            Phrase(en: "the reason as taken down", zh: "登记的投诉原因"),
            isWatched: true,
            words: code(.reason),
            keys: .word { $0.reason }
        ),
        FigureAxis(
            "business",
            Term.business,
            Phrase(en: "the business type as taken down", zh: "登记的业务类别"),
            isWatched: true,
            words: code(.business),
            keys: .word { $0.business }
        ),
        FigureAxis(
            "channel",
            Term.channelOfReceipt,
            Phrase(en: "how it reached the branch", zh: "投诉到达网点的渠道"),
            isWatched: true,
            words: chosen(Channel.self),
            keys: one(of: Channel.allCases) { $0.facts.channel }
        ),
        FigureAxis(
            "sender",
            Phrase(en: "Sent by", zh: "转来单位"),
            Phrase(en: "who sent it on to the branch; one that came itself stands for its own", zh: "由何方转来；客户直接向网点提出的为自收"),
            words: chosen(SenderKind.self),
            keys: one(of: SenderKind.allCases) { $0.facts.sender }
        ),
        FigureAxis(
            "kind",
            Term.kind,
            Phrase(en: "what the finding that stands at the end calls it", zh: "期末有效认定的类型"),
            unknown: noFinding,
            words: chosen(CaseKind.self),
            keys: one(of: CaseKind.allCases) { $0.finding?.kind }
        ),
        FigureAxis(
            "class",
            Term.classOfComplaint,
            Phrase(en: "the class of the finding that stands at the end", zh: "期末有效的认定结果"),
            unknown: noFinding,
            words: chosen(CaseClass.self),
            keys: one(of: CaseClass.allCases) { $0.finding?.classification }
        ),
        FigureAxis(
            "done-at",
            Term.whereDone,
            Phrase(en: "where the business was done", zh: "业务办理的渠道"),
            isWatched: true,
            words: code(.place),
            keys: .word { $0.place }
        ),
        FigureAxis(
            "staff",
            Phrase(en: "First responder", zh: "首问责任人"),
            Phrase(en: "who was asked first; whoever left stays", zh: "首问责任人，含已调离人员"),
            unknown: Phrase(en: "elsewhere or not shown", zh: "他处办理或不显示"),
            words: person,
            keys: .word { $0.firstResponder }
        ),
        FigureAxis(
            "responsible",
            Term.about,
            Phrase(en: "the staff whom it is about; several may be", zh: "涉及的人员，可有多人"),
            isWatched: true,
            unknown: Phrase(en: "nobody named", zh: "未指明人员"),
            words: person,
            keys: .subjects
        ),
        FigureAxis(
            "department",
            Phrase(en: "Department", zh: "涉及部门"),
            Phrase(en: "what it is about, where that is no member of staff", zh: "涉及对象，未指明人员时"),
            isWatched: true,
            unknown: Phrase(en: "none named", zh: "未指明部门"),
            words: asWritten,
            keys: .word { $0.department }
        ),
        FigureAxis(
            "weekday",
            Term.weekday,
            Phrase(en: "the weekday of receipt", zh: "收到之日的星期"),
            order: .keys(Weekday.allCases.map { names[$0.rawValue] }),
            words: weekday,
            keys: .one([""] + names) { $0.weekday + 1 }
        ),
        FigureAxis(
            "hour",
            Phrase(en: "Hour", zh: "时段"),
            Phrase(en: "the hour of receipt; not known of imported ones", zh: "收到的钟点；导入的不计"),
            order: .keys(names),
            unknown: Phrase(en: "not known", zh: "不详"),
            words: hour,
            keys: .one([""] + names) { $0.hour.map { $0 + 1 } ?? 0 }
        ),
        FigureAxis(
            "clock",
            Phrase(en: "Limit not met", zh: "未达时限"),
            Phrase(en: "each limit that ran out before it was met; several may have", zh: "未按时完成的各项时限，可有多项"),
            unknown: Phrase(en: "all met or running", zh: "均按时或计时中"),
            words: clock,
            keys: .marks([""] + CountedCase.clocks.map(\.rawValue)) { $0.breaches }
        ),
        FigureAxis(
            "outcome",
            Phrase(en: "Outcome", zh: "去向"),
            Phrase(en: "how it stands at the end", zh: "期末的办理结果"),
            unknown: Term.handledElsewhere,
            words: standing,
            keys: one(of: Standing.allCases) { $0.standing }
        ),
    ]

    /// Whether a case of a source falls under a key.
    func holds(_ counted: CountedCase, of source: FigureSource, under key: String) -> Bool {
        switch keys {
        case .word(let word): return source.word(word(counted.facts)) == key
        case .subjects:
            let subjects = source.subjects[counted.facts.subjects]
            return subjects.isEmpty ? key.isEmpty : subjects.contains { source.word($0) == key }
        case .one(let names, let place): return names[place(counted)] == key
        case .marks(let names, let marks):
            let marks = marks(counted)
            guard let place = names.firstIndex(of: key) else { return false }
            return place == 0 ? marks == 0 : marks & 1 << (place - 1) != 0
        }
    }

    private static func one<Choice: RawRepresentable<String> & Equatable & Sendable>(
        of all: [Choice],
        _ choice: @escaping @Sendable (CountedCase) -> Choice?
    ) -> Keys {
        .one([""] + all.map(\.rawValue)) { counted in choice(counted).flatMap { all.firstIndex(of: $0) }.map { $0 + 1 } ?? 0 }
    }

    /// The axis of that name; nil where there is none.
    public static func named(_ name: String) -> FigureAxis? { all.first { $0.name == name } }

    /// What people read for a key.
    func label(_ key: String, _ rules: DeskRules) -> Phrase { key.isEmpty ? unknown : words(key, rules) }

    private static let noFinding = Phrase(en: "no finding yet", zh: "尚未认定")
    /// 0 to 23, as they are written once.
    private static let names = (0..<24).map { $0 < 10 ? "0\($0)" : String($0) }

    private static func code(_ axis: Code.Axis) -> @Sendable (String, DeskRules) -> Phrase {
        { key, rules in rules.codes.label(key, on: axis) }
    }

    private static func chosen<Choice: Choosable>(_: Choice.Type) -> @Sendable (String, DeskRules) -> Phrase {
        { key, _ in Choice(rawValue: key)?.label ?? Phrase(verbatim: key) }
    }

    private typealias Words = @Sendable (String, DeskRules) -> Phrase
    private static let asWritten: Words = { key, _ in Phrase(verbatim: key) }
    private static let weekday: Words = { key, _ in
        // 29 December 1969 was a Monday.
        let day = Day(ordinal: (Int(key) ?? 0) - 3)
        return Phrase(en: TimeWords.weekday(day, .english), zh: TimeWords.weekday(day, .chinese))
    }
    private static let hour: Words = { key, _ in Phrase(en: "\(key):00", zh: "\(key)时") }
    private static let clock: Words = { key, _ in ClockName(rawValue: key)?.label ?? Phrase(verbatim: key) }
    private static let standing: Words = { key, _ in Standing(rawValue: key)?.label ?? Phrase(verbatim: key) }
    private static let person: @Sendable (String, DeskRules) -> Phrase = { key, rules in
        Phrase(verbatim: StaffNumber(key).flatMap { rules.staff[$0] }.map { "\($0.number) \($0.name)" } ?? key)
    }
}

extension Standing {
    /// What people read.
    var label: Phrase {
        switch self {
        case .open: Phrase(en: "open", zh: "未结")
        case .onTheSpot: Term.answeredOnTheSpot
        case .replied: Phrase(en: "replied to", zh: "已回复")
        case .withdrawn: Stage.withdrawn.label
        case .notAccepted: Stage.notAccepted.label
        case .merged: Stage.merged.label
        }
    }
}
