/// One thing that keys do here, with what it does: the single record from which dispatch, footer, help and palette are made.
public struct Binding<Action> {
    /// Keys that do it; the first is the one that is shown. None where it is found in lists only.
    public var keys: [Key]
    /// What it does, in words for help and palette.
    public var label: String
    /// The same in a word for the footer.
    public var shortLabel: String
    /// Whether the footer shows it.
    public var inFooter: Bool
    /// Whether the footer shows it however little room there is, so that it never falls behind the others.
    public var isPinned: Bool
    /// Whether something is usually typed right behind it, as into a form: what stands against it has to take these keys then.
    public var leadsToTyping: Bool
    /// Other words that people look for it by, which are not shown.
    public var otherWords = ""
    /// A letter for each character of its label, by which it is found as well; empty where its own letters are all that it is found by.
    public var initials = ""
    /// Why it cannot be done now, put into words only where that is shown; nil when it can. It is shown with its reason, never silently missing.
    public var whyNot: (() -> String)?
    /// What is shown of it in full while it is highlighted in a list; nil where its label says all. Made only where that is shown or looked through.
    public var detail: (() -> String)?
    /// What is done.
    public var action: Action

    /// Makes a binding; without a short label the footer shows the long one.
    public init(
        _ keys: [Key],
        label: String,
        shortLabel: String? = nil,
        inFooter: Bool = true,
        isPinned: Bool = false,
        leadsToTyping: Bool = false,
        whyNot: (() -> String)? = nil,
        detail: (() -> String)? = nil,
        action: Action
    ) {
        self.keys = keys
        self.label = label
        self.shortLabel = shortLabel ?? label
        self.inFooter = inFooter
        self.isPinned = isPinned
        self.leadsToTyping = leadsToTyping
        self.whyNot = whyNot
        self.detail = detail
        self.action = action
    }

    /// The names of all its keys, as in `Up, k`.
    public var keyNames: String { keys.map(\.name).joined(separator: ", ") }
}
