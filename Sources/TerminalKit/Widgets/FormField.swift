/// One field of a form with its label and what is wrong with it.
public struct FormField: Sendable {
    /// Kinds of field.
    public enum Kind: Sendable {
        /// One line of text.
        case line(TextField)
        /// Many lines, in at least so many rows.
        case text(TextEditor, minimumRows: Int)
        /// One of several values.
        case choice(ChoiceField)
        /// A mark.
        case check(CheckField)
        /// Text to read that takes no focus; the field's label stands over it as a heading.
        case note(String)
    }

    /// Name of the field in code, unique within its form.
    public var id: String
    /// Its label on screen.
    public var label: String
    /// A hint, shown in the field while it is empty.
    public var hint: String?
    /// Whether it must be filled in; marked from the start (2-screens rule 3).
    public var isRequired: Bool
    /// Left out of the screen and of moving about; its value is kept all the same.
    public var isHidden: Bool
    /// What it holds.
    public var kind: Kind
    /// What is wrong with it, shown below it; nil when nothing is known to be.
    public var problem: String?

    public init(
        id: String,
        label: String,
        kind: Kind,
        hint: String? = nil,
        isRequired: Bool = false,
        isHidden: Bool = false,
        problem: String? = nil
    ) {
        self.id = id
        self.label = label
        self.hint = hint
        self.isRequired = isRequired
        self.isHidden = isHidden
        self.kind = kind
        self.problem = problem
    }

    /// Whether the focus can stand on it.
    public var isFocusable: Bool {
        if case .note = kind { return false }
        return !isHidden
    }

    /// The value as text: a choice's code, a mark as `true` or `false`, nothing for a note.
    public var value: String {
        switch kind {
        case .line(let field): field.text
        case .text(let editor, _): editor.text
        case .choice(let choice): choice.selectedCode ?? ""
        case .check(let check): check.isOn ? "true" : "false"
        case .note: ""
        }
    }

    /// Sets the value from text as ``value`` gives it.
    public mutating func setValue(_ value: String) {
        switch kind {
        case .line(var field):
            field.text = value
            field.caret = .max
            kind = .line(field)
        case .text(var editor, let rows):
            editor.text = value
            editor.caret = .max
            kind = .text(editor, minimumRows: rows)
        case .choice(var choice):
            choice.close()
            choice.selectedCode = value.isEmpty ? nil : value
            kind = .choice(choice)
        case .check(var check):
            check.isOn = value == "true"
            kind = .check(check)
        case .note: break
        }
    }

    /// Graphemes before the caret; 0 for fields without one.
    public var caret: Int {
        get {
            switch kind {
            case .line(let field): field.caret
            case .text(let editor, _): editor.caret
            default: 0
            }
        }
        set {
            switch kind {
            case .line(var field):
                field.caret = newValue
                kind = .line(field)
            case .text(var editor, let rows):
                editor.caret = newValue
                kind = .text(editor, minimumRows: rows)
            default: break
            }
        }
    }

    /// How many graphemes it holds and how many may be sent, where these are fewer.
    var excess: (count: Int, limit: Int)? {
        let buffer: EditBuffer
        switch kind {
        case .line(let field): buffer = field.buffer
        case .text(let editor, _): buffer = editor.buffer
        case .choice, .check, .note: return nil
        }
        return buffer.isTooLong ? (buffer.count, buffer.limit) : nil
    }

    /// True for a passcode and the like, which goes into no draft.
    var isSecret: Bool {
        if case .line(let field) = kind { return field.isSecret }
        return false
    }

    var isOpen: Bool {
        if case .choice(let choice) = kind { return choice.isOpen }
        return false
    }

    mutating func closePopup() {
        guard case .choice(var choice) = kind, choice.isOpen else { return }
        choice.close()
        kind = .choice(choice)
    }

    /// Closes an open list as one goes elsewhere, and takes what was chosen in it; whether that changed the value.
    @discardableResult
    mutating func settle() -> Bool {
        guard case .choice(var choice) = kind, choice.isOpen else { return false }
        let before = choice.revision
        choice.settle()
        kind = .choice(choice)
        return choice.revision != before
    }

    /// What was typed into a choice and matches nothing that it offers; empty for every other field.
    public var unmatched: String {
        if case .choice(let choice) = kind { choice.unmatched } else { "" }
    }

    /// Lets the field itself answer a key.
    ///
    /// The value is moved out and back while it is edited, so that a long text is not copied at every key.
    mutating func handle(_ key: Key) -> (isConsumed: Bool, isChanged: Bool) {
        let kind = self.kind
        self.kind = .note("")
        switch consume kind {
        case .line(var field):
            let before = field.revision
            let isConsumed = field.handle(key)
            let isChanged = field.revision != before
            self.kind = .line(field)
            return (isConsumed, isChanged)
        case .text(var editor, let rows):
            let before = editor.revision
            let isConsumed = editor.handle(key)
            let isChanged = editor.revision != before
            self.kind = .text(editor, minimumRows: rows)
            return (isConsumed, isChanged)
        case .choice(var choice):
            let before = choice.revision
            let isConsumed = choice.handle(key)
            let isChanged = choice.revision != before
            self.kind = .choice(choice)
            return (isConsumed, isChanged)
        case .check(var check):
            let isConsumed = check.handle(key)
            self.kind = .check(check)
            return (isConsumed, isConsumed)
        case .note(let text):
            self.kind = .note(text)
            return (false, false)
        }
    }
}
