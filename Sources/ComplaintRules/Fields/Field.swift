/// The name of a field, as on the command line and in a form, with its label. Two names are one if they are spelt alike: the same field is
/// called differently by different acts.
public struct FieldName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name with hyphens, as in `apology-by`.
    public let text: String
    /// What people read before it.
    public let label: Phrase

    /// Makes a name; without a label it is called what the desk's glossary calls it (`FieldLabel`).
    public init(_ text: String, label: Phrase? = nil) {
        self.text = text
        self.label = label ?? FieldLabel.of(text)
    }

    public init(stringLiteral text: String) { self.init(text) }

    public var description: String { text }

    public static func == (left: FieldName, right: FieldName) -> Bool { left.text == right.text }
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// The key in JSON: `apologyBy` (3-architecture, One spelling of JSON).
    public var jsonKey: String {
        let words = text.split(separator: "-")
        return words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }

    /// What is sought in a line of that name: words that there is none of it leave the line blank.
    var sought: Written.Sought {
        switch text {
        case "contact", "call-back-number": .contact
        case "customer", "proxy": .name
        case "reference": .reference
        case "reason": .reason
        default: .anything
        }
    }

    /// The name that a key means, whether it is written `apologyBy` or `apology-by`.
    public static func text(ofKey key: String) -> String {
        var text = ""
        for character in key {
            let isCapital = character.isASCII && character.isUppercase
            text += isCapital ? "-" + character.lowercased() : String(character)
        }
        return text
    }
}

/// What is known of a field without its record: enough to draw a form, to describe it, and to name it in a refusal.
public struct FieldShape: Hashable, Sendable {
    /// One of the things that can be chosen.
    public struct Option: Hashable, Sendable {
        /// The code, as in JSON.
        public let code: String
        /// What people read.
        public let label: Phrase

        /// Makes the choice of a code.
        public init(code: String, label: Phrase) {
            self.code = code
            self.label = label
        }

        /// The code with its name, as a list of what is possible has it: in English alone where it is its own name, in Chinese behind the name, since
        /// it is an English word.
        public func named(in language: Language) -> String {
            let name = language(label)
            if name.lowercased() == code.replacing(every: "-", with: " ") || name == code { return code }
            // 12378 (supervisor): the name begins with the code itself.
            if code.allSatisfy(\.isNumber), name.hasPrefix(code) { return name }
            return language == .english ? "\(code) (\(name))" : name + language.bracketed(code)
        }
    }

    /// What can be written in it.
    public enum Kind: Hashable, Sendable {
        /// A text of several lines.
        case text
        /// A text of one line.
        case line
        /// One of some codes.
        case choice([Option])
        /// A business type or a reason of the desk's own table.
        case code(Code.Axis)
        /// The number of a manager who can take a case.
        case manager
        /// The number of anybody who works or worked at the desk.
        case member
        /// Yes or no.
        case flag
        /// A moment, or a day that stands for a moment of it.
        case time
        /// A day.
        case day
        /// An amount of money.
        case amount
        /// A whole number from 1.
        case count
        /// The path of a file.
        case file

        /// Whether people's own words can stand there, or one of the desk's codes: not where it only ticks, counts or tells when.
        var isOfWords: Bool {
            switch self {
            case .text, .line, .code, .file: true
            case .choice, .manager, .member, .flag, .time, .day, .amount, .count: false
            }
        }
    }

    /// The name, with the label that its record gives it.
    public let name: FieldName
    /// What can be written in it.
    public let kind: Kind
    /// Whether the record needs it.
    public let isRequired: Bool
    /// What a form shows while it is empty.
    public let hint: Phrase?
    /// What a form says behind the box of a yes or no; the label elsewhere.
    public let box: Phrase?
    /// Whether a form shows it only once a refusal asks for it.
    public let isOnDemand: Bool
    /// Whether somebody else's word stands in it: "No" may be all that they said.
    let isOthersWord: Bool
    /// Whether that is the customer's as they wrote it, where `？！` alone may be all.
    let isCustomersWord: Bool

    /// The label.
    public var label: Phrase { name.label }

    /// What is wrong with a text where the field has to be filled in: nothing is there, or nothing but words that say so; nil where it is filled.
    ///
    /// - Parameter isInOwnHand: whether the customer wrote it, who may have written no more than that: what staff take down says something.
    func lack(in text: String, isInOwnHand: Bool = false) -> Refusal? {
        if text.isBlank { return .missing(name) }
        let isNothing =
            switch kind {
            case .text where isCustomersWord && isInOwnHand && text.contains(where: { "?!？！".contains($0) }): false
            case .text:
                isOthersWord || isCustomersWord && isInOwnHand ? Written.hasNoWord(text) : Written.saysNone(text, of: name.sought)
            case .line: Written.saysNone(text, of: name.sought)
            default: false
            }
        return isNothing ? .saysNothing(name, text.trimmed) : nil
    }

    /// The most characters that can be written in it; nil for what is no free text.
    public var limit: Int? {
        switch kind {
        case .text: Intake.textLimit
        case .line: Intake.lineLimit
        default: nil
        }
    }
}

/// Codes that people choose from, each with its label.
public protocol Choosable: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
    /// What people read.
    var label: Phrase { get }
}

/// A moment as it was told: perhaps by its day alone, which stands for a moment of it.
public struct TimeTold: Hashable, Sendable {
    /// When.
    public var at: Moment
    /// Whether nobody gave an hour.
    public var isDayAlone: Bool

    /// Makes one.
    public init(at: Moment, isDayAlone: Bool) {
        self.at = at
        self.isDayAlone = isDayAlone
    }
}

extension Role: Choosable {}
extension Stage: Choosable {}
extension BookDay.Status: Choosable {}

/// One field of a record (an act, an intake): how it is called, what can be written in it, and where in the record it goes. From a record's
/// list of these come its form, its JSON in and out, its description, its limits, and how it is told.
public struct Field<Record: Sendable>: Sendable {
    typealias Path<Value> = WritableKeyPath<Record, Value> & Sendable

    /// What is known of it without the record.
    public let shape: FieldShape
    /// How it is told.
    let style: Detail.Style
    /// Takes what was written into the record.
    let take: @Sendable (inout Record, FieldReader) throws(Refusal) -> Void
    /// What the record holds; nil where nothing was given.
    let value: @Sendable (Record) -> Detail.Value?
    /// Puts back what the record once held; nil for nothing. What is no value of this field changes nothing.
    let put: @Sendable (inout Record, Detail.Value?) -> Void

    /// - Parameters:
    ///   - told: what is told of a value; nil for nothing.
    ///   - meant: the value that was told; nil where this field can hold none such.
    private init<Value>(
        _ name: String,
        _ kind: FieldShape.Kind,
        _ path: Path<Value>,
        _ words: FieldWords,
        required: Bool = false,
        read: @escaping @Sendable (FieldReader) throws(Refusal) -> Value,
        told: @escaping @Sendable (Value) -> Detail.Value?,
        meant: @escaping @Sendable (Detail.Value?) -> Value?
    ) {
        shape = FieldShape(
            name: FieldName(name, label: words.label),
            kind: kind,
            isRequired: required,
            hint: words.hint,
            box: words.box,
            isOnDemand: words.isOnDemand,
            isOthersWord: words.isOthersWord,
            isCustomersWord: words.isCustomersWord
        )
        style = words.style
        take = { record, reader throws(Refusal) in record[keyPath: path] = try read(reader) }
        value = { told($0[keyPath: path]) }
        put = { record, value in if let meant = meant(value) { record[keyPath: path] = meant } }
    }

    /// The name.
    public var name: FieldName { shape.name }

    /// The field as it stands in `record`.
    public func detail(of record: Record) -> Detail { Detail(name, value(record), style: style) }

    /// Checks what the record holds, however it came there: what is required must be seen, and texts have their limits.
    ///
    /// - Parameters:
    ///   - isRequired: false where this record need not have what others must.
    ///   - isInOwnHand: whether the customer wrote it.
    /// - Throws: `Refusal.missing`, `.saysNothing`, `.tooLong`.
    func check(_ record: Record, isRequired: Bool = true, isInOwnHand: Bool = false) throws(Refusal) {
        // A name that came in from elsewhere can stand in place of a key, and is a line like others.
        let isCode = if case .code = shape.kind { true } else { false }
        guard let limit = isCode ? Intake.lineLimit : shape.limit else { return }
        let text = value(record)?.text ?? ""
        if isRequired, shape.isRequired, let refusal = shape.lack(in: text, isInOwnHand: isInOwnHand) { throw refusal }
        try checkLength(of: text, in: name, limit: limit)
    }
}

/// How a field is called and told, where that is not what its name says anyway.
struct FieldWords {
    var label: Phrase?
    var hint: Phrase?
    var box: Phrase?
    var style = Detail.Style.labelled
    var isOnDemand = false
    var isOthersWord = false
    var isCustomersWord = false

    static let plain = FieldWords()
    /// A text that needs no label: what was said.
    static let bare = FieldWords(style: .bare)
    /// The same of what somebody else said.
    static let othersWord = FieldWords(style: .bare, isOthersWord: true)
    /// What stands before the text, as the way in which it was said.
    static let lead = FieldWords(style: .lead)

    static func label(_ english: String, _ chinese: String, style: Detail.Style = .labelled) -> FieldWords {
        FieldWords(label: Phrase(en: english, zh: chinese), style: style)
    }
}

extension Field {
    /// A text of several lines.
    static func text(_ name: String, _ path: Path<String>, _ words: FieldWords = .plain, required: Bool = false) -> Field {
        Field(name, .text, path, words, required: required, read: { $0.text(name) }, told: { .text($0) }, meant: { $0?.text ?? "" })
    }

    /// A text of several lines that may be left out.
    static func text(_ name: String, _ path: Path<String?>, _ words: FieldWords = .plain) -> Field {
        optional(name, .text, path, words)
    }

    /// A text of one line.
    static func line(_ name: String, _ path: Path<String>, _ words: FieldWords = .plain, required: Bool = false) -> Field {
        Field(name, .line, path, words, required: required, read: { $0.line(name) }, told: { .text($0) }, meant: { $0?.text ?? "" })
    }

    /// A text of one line that may be left out, or, where only some records have the field, is required of those.
    static func line(_ name: String, _ path: Path<String?>, _ words: FieldWords = .plain, required: Bool = false) -> Field {
        optional(name, .line, path, words, required)
    }

    private static func optional(
        _ name: String,
        _ kind: FieldShape.Kind,
        _ path: Path<String?>,
        _ words: FieldWords,
        _ isRequired: Bool = false
    ) -> Field {
        Field(
            name,
            kind,
            path,
            words,
            required: isRequired,
            read: { reader in
                let text = kind == .line ? reader.line(name) : reader.text(name)
                return text.isEmpty ? nil : text
            },
            told: { $0.map { .text($0) } },
            meant: { .some($0?.text) }
        )
    }

    /// How to reach somebody, which is masked until it is asked for.
    static func contact(_ name: String, _ path: Path<String>, _ words: FieldWords = .plain) -> Field {
        Field(name, .line, path, words, read: { $0.line(name) }, told: { .contact($0) }, meant: { $0?.text ?? "" })
    }

    /// How to reach somebody, or nothing.
    static func contact(_ name: String, _ path: Path<String?>, _ words: FieldWords = .plain) -> Field {
        Field(
            name,
            .line,
            path,
            words,
            read: { $0.line(name).isEmpty ? nil : $0.line(name) },
            told: { $0.map { .contact($0) } },
            meant: { .some($0?.text) }
        )
    }

    /// The path of a file.
    static func file(_ name: String, _ path: Path<String>) -> Field {
        Field(name, .file, path, .plain, read: { $0.text(name) }, told: { .text($0) }, meant: { $0?.text ?? "" })
    }

    /// One of some codes that the record needs.
    static func choice<Value: Choosable>(_ name: String, _ path: Path<Value>, _ words: FieldWords = .plain) -> Field {
        Field(
            name,
            options(Value.self),
            path,
            words,
            required: true,
            read: { reader throws(Refusal) in try reader.requiredCode(name) },
            told: { .code($0.rawValue, $0.label) },
            meant: { $0?.text.flatMap(Value.init) }
        )
    }

    /// One of some codes, `standard` where nothing was chosen.
    static func choice<Value: Choosable>(_ name: String, _ path: Path<Value>, _ words: FieldWords = .plain, standard: Value) -> Field {
        Field(
            name,
            options(Value.self),
            path,
            words,
            read: { reader throws(Refusal) in try reader.code(name) ?? standard },
            told: { .code($0.rawValue, $0.label) },
            meant: { $0?.text.flatMap(Value.init) }
        )
    }

    /// One of some codes, or none.
    static func choice<Value: Choosable>(_ name: String, _ path: Path<Value?>, _ words: FieldWords = .plain) -> Field {
        Field(
            name,
            options(Value.self),
            path,
            words,
            read: { reader throws(Refusal) in try reader.code(name) },
            told: { $0.map { .code($0.rawValue, $0.label) } },
            meant: { .some($0?.text.flatMap(Value.init)) }
        )
    }

    private static func options<Value: Choosable>(_ type: Value.Type) -> FieldShape.Kind {
        .choice(type.allCases.map { FieldShape.Option(code: $0.rawValue, label: $0.label) })
    }

    /// A business type or a reason, by its key in the desk's table.
    static func code(_ name: String, _ path: Path<String>, on axis: Code.Axis, _ words: FieldWords = .plain) -> Field {
        Field(
            name,
            .code(axis),
            path,
            words,
            read: { reader throws(Refusal) in try reader.deskCode(name, on: axis) },
            told: { .deskCode($0, axis) },
            meant: { $0?.text ?? "" }
        )
    }

    /// A code of the desk's table, or none: what a field has that came later, since older events say nothing of it.
    static func code(_ name: String, _ path: Path<String?>, on axis: Code.Axis, _ words: FieldWords = .plain) -> Field {
        Field(
            name,
            .code(axis),
            path,
            words,
            read: { reader throws(Refusal) in
                let key = try reader.deskCode(name, on: axis)
                return key.isEmpty ? nil : key
            },
            told: { $0.map { .deskCode($0, axis) } },
            meant: { .some($0?.text) }
        )
    }

    /// The number of a manager, which the record needs.
    static func manager(_ name: String, _ path: Path<StaffNumber?>, _ words: FieldWords = .plain) -> Field {
        staff(name, .manager, path, words)
    }

    /// The number of a member of staff, which the record needs.
    static func member(_ name: String, _ path: Path<StaffNumber?>, _ words: FieldWords = .plain) -> Field {
        staff(name, .member, path, words)
    }

    private static func staff(_ name: String, _ kind: FieldShape.Kind, _ path: Path<StaffNumber?>, _ words: FieldWords) -> Field {
        Field(
            name,
            kind,
            path,
            words,
            required: true,
            read: { reader throws(Refusal) in try reader.staff(name) },
            told: { $0.map { .staff($0) } },
            meant: { .some($0?.text.flatMap(StaffNumber.init)) }
        )
    }

    /// Yes or no, `standard` where nothing was said.
    static func flag(
        _ name: String,
        _ path: Path<Bool>,
        _ words: FieldWords = .plain,
        required: Bool = false,
        standard: Bool = false,
        said: Detail.Said = .ifSo
    ) -> Field {
        Field(
            name,
            .flag,
            path,
            words,
            required: required,
            read: { reader throws(Refusal) in try reader.flag(name) ?? standard },
            told: { .flag($0, said) },
            meant: { if case .flag(let flag, _)? = $0 { flag } else { nil } }
        )
    }

    /// Yes, no, or not said.
    static func flag(
        _ name: String,
        _ path: Path<Bool?>,
        _ words: FieldWords = .plain,
        required: Bool = false,
        said: Detail.Said = .ifSo
    ) -> Field {
        Field(
            name,
            .flag,
            path,
            words,
            required: required,
            read: { reader throws(Refusal) in try reader.flag(name) },
            told: { $0.map { .flag($0, said) } },
            meant: { if case .flag(let flag, _)? = $0 { flag } else { .some(nil) } }
        )
    }

    /// A moment that the record needs; a day alone means closing time.
    static func time(_ name: String, _ path: Path<Moment>, _ words: FieldWords = .plain) -> Field {
        Field(
            name,
            .time,
            path,
            words,
            required: true,
            read: { reader throws(Refusal) in
                guard let moment = try reader.moment(name, isEnd: true) else { throw .missing(FieldName(name)) }
                return moment
            },
            told: { .moment($0) },
            meant: { $0?.moment }
        )
    }

    /// The moment at which something came: now, where nothing else is said.
    static func time(_ name: String, nowOr path: Path<Moment>, _ words: FieldWords = .plain) -> Field {
        Field(
            name,
            .time,
            path,
            words,
            read: { reader throws(Refusal) in try reader.moment(name, isEnd: false) ?? reader.now },
            told: { .moment($0) },
            meant: { $0?.moment }
        )
    }

    /// A moment, or none. A day alone means closing time for the end of something, opening time else.
    static func time(_ name: String, _ path: Path<Moment?>, _ words: FieldWords = .plain, isEnd: Bool = false) -> Field {
        Field(
            name,
            .time,
            path,
            words,
            read: { reader throws(Refusal) in try reader.moment(name, isEnd: isEnd) },
            told: { $0.map { .moment($0) } },
            meant: { .some($0?.moment) }
        )
    }

    /// A moment, or none, of which perhaps the day alone was told: no hour is told then that nobody gave.
    static func time(_ name: String, _ path: Path<TimeTold?>, _ words: FieldWords = .plain) -> Field {
        Field(
            name,
            .time,
            path,
            words,
            read: { reader throws(Refusal) in
                try reader.moment(name, isEnd: false).map { TimeTold(at: $0, isDayAlone: reader.isDayAlone(name)) }
            },
            told: { $0.map { $0.isDayAlone ? .dayOf($0.at) : .moment($0.at) } },
            meant: { value in
                if case .dayOf(let moment)? = value { return TimeTold(at: moment, isDayAlone: true) }
                return .some(value?.moment.map { TimeTold(at: $0, isDayAlone: false) })
            }
        )
    }

    /// A day that the record needs. A time is taken for its day.
    static func day(_ name: String, _ path: Path<Day>, _ words: FieldWords = .plain) -> Field {
        Field(
            name,
            .day,
            path,
            words,
            required: true,
            read: { reader throws(Refusal) in
                guard let day = try reader.day(name) else { throw .missing(FieldName(name)) }
                return day
            },
            told: { .day($0) },
            meant: { if case .day(let day)? = $0 { day } else { nil } }
        )
    }

    /// A day, or none. A time is taken for its day.
    static func day(_ name: String, _ path: Path<Day?>, _ words: FieldWords = .plain) -> Field {
        Field(
            name,
            .day,
            path,
            words,
            read: { reader throws(Refusal) in try reader.day(name) },
            told: { $0.map { .day($0) } },
            meant: { if case .day(let day)? = $0 { day } else { .some(nil) } }
        )
    }

    /// An amount, or none.
    static func amount(_ name: String, _ path: Path<Amount?>, _ words: FieldWords = .plain) -> Field {
        Field(
            name,
            .amount,
            path,
            words,
            read: { reader throws(Refusal) in try reader.amount(name) },
            told: { $0.map { .amount($0) } },
            meant: { if case .amount(let amount)? = $0 { amount } else { .some(nil) } }
        )
    }

    /// A whole number from 1, or none.
    static func count(_ name: String, _ path: Path<Int?>, _ words: FieldWords = .plain) -> Field {
        Field(
            name,
            .count,
            path,
            words,
            read: { reader throws(Refusal) in try reader.count(name) },
            told: { $0.map { .count($0) } },
            meant: { if case .count(let count)? = $0 { count } else { .some(nil) } }
        )
    }
}

/// Checks that a text is no longer than its field allows.
///
/// - Parameter limit: in characters.
/// - Throws: `Refusal.tooLong`.
func checkLength(of text: String, in field: FieldName, limit: Int) throws(Refusal) {
    // Counting bytes first spares the walk over graphemes for all but the longest texts.
    // A grapheme may hide any number of combining marks; eight bytes for each is more than any language writes.
    let bytes = text.utf8.count
    if bytes > limit, bytes > limit * 8 || text.count > limit { throw .tooLong(field, limit: limit) }
}
