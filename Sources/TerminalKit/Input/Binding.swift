/// One thing that keys do here: the single record from which dispatch, footer and help are made.
public struct Binding<Command: Equatable & Sendable>: Sendable {
    /// Keys that do it; the first is the one that is shown.
    public var keys: [Key]
    /// What is done.
    public var command: Command
    /// What it does, in words for the help.
    public var label: String
    /// The same in a word for the footer.
    public var shortLabel: String
    /// Whether the footer shows it.
    public var inFooter: Bool
    /// Whether the footer shows it however little room there is, so that it never falls behind the others.
    public var isPinned: Bool
    /// Why it cannot be done now; nil when it can. It is shown with its reason, never silently missing.
    public var whyNot: String?

    /// Makes a binding; without a short label the footer shows the long one.
    public init(
        _ keys: [Key],
        _ command: Command,
        label: String,
        shortLabel: String? = nil,
        inFooter: Bool = true,
        isPinned: Bool = false,
        whyNot: String? = nil
    ) {
        self.keys = keys
        self.command = command
        self.label = label
        self.shortLabel = shortLabel ?? label
        self.inFooter = inFooter
        self.isPinned = isPinned
        self.whyNot = whyNot
    }

    /// The names of all its keys, as in `Up, k`.
    public var keyNames: String { keys.map(\.name).joined(separator: ", ") }
}

/// All bindings that hold on a screen, in the order in which footer and help show them.
public struct BindingTable<Command: Equatable & Sendable>: Sendable {
    /// The bindings; where two have the same key the first wins.
    public var bindings: [Binding<Command>]

    /// Makes a table.
    public init(_ bindings: [Binding<Command>]) {
        self.bindings = bindings
    }

    /// The binding of a key, also one that cannot be done now; the caller looks at its `whyNot`.
    public func command(for key: Key) -> Binding<Command>? {
        bindings.first { $0.keys.contains(key) }
    }

    /// What the footer offers.
    public var footerItems: [Binding<Command>] { bindings.filter(\.inFooter) }

    /// The bindings whose key or label contains all the words typed, for the help screen.
    public func helpRows(matching query: String) -> [Binding<Command>] {
        let words = query.lowercased().split(separator: " ")
        guard !words.isEmpty else { return bindings }
        return bindings.filter { binding in
            let text = (binding.keyNames + " " + binding.label + " " + binding.shortLabel).lowercased()
            return words.allSatisfy { contains(text, $0) }
        }
    }
}

/// Tells whether text contains a piece, without Foundation.
func contains(_ text: some StringProtocol, _ piece: some StringProtocol) -> Bool {
    if piece.isEmpty { return true }
    var start = text.startIndex
    while start < text.endIndex {
        if text[start...].hasPrefix(piece) { return true }
        start = text.index(after: start)
    }
    return false
}
