/// What a piece of text means on the screen; themes give colours to roles, never to places (2-screens rule 8).
public enum Role: String, CaseIterable, Codable, Sendable {
    /// Ordinary text and the ground of the screen.
    case text
    /// Text of less weight, such as hints.
    case dim
    /// The top line.
    case title
    /// Lines that part one piece of the screen from the next.
    case rule
    /// Table headers and headings.
    case heading
    /// A key's name in footer and help.
    case key
    /// What the key does.
    case keyLabel
    /// A field's label.
    case label
    /// The mark of a required field.
    case required
    /// A field that is not being edited.
    case field
    /// The field being edited.
    case fieldFocused
    /// A hint in a field that is still empty.
    case hint
    /// A hint in the field being edited.
    case hintFocused
    /// The selected row.
    case selected
    /// Past its due moment.
    case overdue
    /// Close to its due moment.
    case dueSoon
    /// Signed and locked.
    case signed
    /// Done, kept, whole.
    case good
    /// What went wrong.
    case error
    /// What to look out for.
    case warning
    /// News that asks for nothing.
    case notice
    /// The mark of a practice desk.
    case practice
    /// A question over the screen.
    case dialog
    /// The title of a question.
    case dialogTitle
    /// A button that Enter would not press.
    case button
    /// The button that Enter presses.
    case buttonFocused
    /// What leads somewhere when opened.
    case link
    /// A mark on a bar: the colours of `dim`, in which bars are drawn, turned round. No theme names it.
    case barMark
    /// A mark on the selected bar: the colours of `heading` turned round. No theme names it.
    case barMarkSelected

    /// The role whose colours this one turns round; nil for one with a look of its own.
    public var turned: Role? {
        switch self {
        case .barMark: .dim
        case .barMarkSelected: .heading
        default: nil
        }
    }

    /// Whether it brings a ground of its own, on which other text can stand: a bar, a field, a box. The others stand on the ground that
    /// they are drawn on (2-screens rule 15).
    public var hasGround: Bool {
        switch self {
        case .title, .field, .fieldFocused, .hint, .hintFocused, .selected, .practice, .dialog, .button, .buttonFocused, .barMark,
            .barMarkSelected:
            true
        case .text, .dim, .rule, .heading, .key, .keyLabel, .label, .required, .overdue, .dueSoon, .signed, .good, .error, .warning,
            .notice,
            .dialogTitle, .link:
            false
        }
    }
}
