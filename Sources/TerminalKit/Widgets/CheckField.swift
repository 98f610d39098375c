/// A mark that is set or not.
public struct CheckField: Equatable, Sendable {
    /// Whether the mark is set.
    public var isOn: Bool
    /// What the mark says, behind its box; empty where the form's own label says it.
    public var label: String

    public init(_ isOn: Bool = false, label: String = "") {
        self.isOn = isOn
        self.label = label
    }

    /// Space or `x` changes the mark; every other key is left to the form.
    public mutating func handle(_ key: Key) -> Bool {
        guard key == .character(" ") || key == .character("x") else { return false }
        isOn.toggle()
        return true
    }

    /// Draws `[x]` or `[ ]` and the label, with the real cursor on the box's edge when focused, where it hides no mark.
    public func draw(into grid: inout Grid, at rect: Rect, focused: Bool, glyphs: Glyphs, placeholder: String = "") {
        guard !rect.isEmpty else { return }
        let line = rect.rows(from: 0, count: 1)
        grid.put(isOn ? "[x]" : "[ ]", at: line.origin, role: focused ? .fieldFocused : .field, columns: line.columns)
        let text = label.isEmpty ? placeholder : label
        let rest = line.splitColumns(left: 3, gap: 1).1
        if !rest.isEmpty {
            grid.put(TextWidth.clip(text, to: rest.columns, ellipsis: glyphs.ellipsis), at: rest.origin, role: label.isEmpty ? .dim : .text)
        }
        if focused { grid.caret = line.origin }
    }
}
