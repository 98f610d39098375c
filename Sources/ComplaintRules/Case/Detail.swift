/// One thing that is told of a case or of an event: by the name of its field, in a form that each kind of output can put in its own words.
public struct Detail: Hashable, Sendable {
    /// What stands in it.
    public enum Value: Hashable, Sendable {
        case text(String)
        /// How to reach the customer, which is masked until somebody asks for it.
        case contact(String)
        case code(String, Phrase)
        /// A business type or a reason, by its key or by the name that came in from elsewhere.
        case deskCode(String, Code.Axis)
        case moment(Moment)
        /// A moment of which no more than the day is known.
        case dayOf(Moment)
        case day(Day)
        case flag(Bool, Said)
        case count(Int)
        case amount(Amount)
        case staff(StaffNumber)
        /// A signature, a key, a digest: in hexadecimal.
        case digest(String)
        /// What it was, and what it is now.
        indirect case change(from: Value?, to: Value?)
    }

    /// What a yes and a no say on a time line; nil for nothing.
    public enum Said: Hashable, Sendable {
        /// A yes is told by the field's label, a no is not told.
        case ifSo
        /// Each by a phrase of its own.
        case words(yes: Phrase?, no: Phrase?)
    }

    /// How it stands among the others.
    public enum Style: Hashable, Sendable {
        /// Behind its label.
        case labelled
        /// Without a label: what was said, or a word that says itself what it is.
        case bare
        /// Before the next text, as the way in which it was said.
        case lead
        /// Only where everything is told.
        case fine
    }

    /// The field's name and label.
    public let name: FieldName
    /// What stands in it; nil where nothing is known.
    public let value: Value?
    /// How it stands among the others.
    public let style: Style

    init(_ name: FieldName, _ value: Value?, style: Style = .labelled) {
        self.name = name
        self.value = value
        self.style = style
    }

    /// What stands in it as a form has it: a code by its code, a text as it is; empty for nothing, and for what no form takes over.
    public var written: String {
        switch value {
        case .amount(let amount)?: amount.text
        case .flag(let flag, _)?: flag ? "true" : "false"
        case .count(let count)?: String(count)
        case .day(let day)?: day.iso
        default: value?.text ?? ""
        }
    }

    /// Whether there is something to tell.
    public var isKnown: Bool {
        switch value {
        case nil: false
        case .text(let text)?, .contact(let text)?, .deskCode(let text, _)?, .digest(let text)?: !text.isBlank
        default: true
        }
    }
}

extension Detail.Value {
    /// What is kept of it as text: the text itself, a code, a number; nil for what is kept otherwise.
    public var text: String? {
        switch self {
        case .text(let text), .contact(let text), .code(let text, _), .deskCode(let text, _), .digest(let text): text
        case .staff(let number): number.text
        default: nil
        }
    }

    /// The moment; nil for what is none.
    public var moment: Moment? {
        switch self {
        case .moment(let moment), .dayOf(let moment): moment
        default: nil
        }
    }
}
