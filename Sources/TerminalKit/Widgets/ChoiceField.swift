/// One of the values that a choice field offers.
public struct Choice: Equatable, Sendable {
    /// What is stored.
    public var code: String
    /// What is shown.
    public var label: String
    /// What it is also found by, such as its name in the other language or pinyin initials.
    public var searchKeys: [String]

    public init(code: String, label: String, searchKeys: [String] = []) {
        self.code = code
        self.label = label
        self.searchKeys = searchKeys
    }
}

/// A field that takes one of several values and filters them as one types.
///
/// Enter, Space and Down open the list, with the value taken or the first row highlighted; letters open and narrow it. Enter and Tab take
/// what is highlighted; whatever else leaves the list takes it where letters or arrows led there. Letters that match nothing stay, to be
/// corrected. Esc closes without a change; Backspace takes back a typed letter, and clears the choice when there is none.
public struct ChoiceField: Equatable, Sendable {
    /// What it offers, in order.
    public var choices: [Choice]
    /// The codes that are likeliest here: first in the list, and marked. None is taken by itself.
    public var suggested: [String] = []
    /// What marks them.
    public var suggestedMark = ""
    /// The code taken, nil when none is.
    public var selectedCode: String?
    /// Whether the list is open; the next keys go to it.
    public private(set) var isOpen = false
    /// What has been typed to narrow the list.
    public private(set) var filter = ""
    /// What was typed and matches nothing that is offered; nothing is chosen then.
    public private(set) var unmatched = ""
    /// Which of the matches Enter takes; nil where there is none.
    public private(set) var highlighted: Int?
    /// What stands in the list where nothing matches; a dash where it is empty.
    public var nothingMatches = ""
    /// Whether arrows led to what is highlighted.
    private var hasMoved = false
    /// Goes up with every change of the choice.
    public private(set) var revision = 0

    /// Makes a field; a code that is not offered is kept and shown as it is.
    public init(choices: [Choice], selected: String? = nil, nothingMatches: String = "") {
        self.choices = choices
        self.nothingMatches = nothingMatches
        selectedCode = selected
    }

    /// The label of the choice taken, empty when none is.
    public var selectedLabel: String {
        guard let selectedCode else { return "" }
        return choices.first { $0.code == selectedCode }?.label ?? selectedCode
    }

    /// The choices that the typed letters leave: first those that begin with them, then those with a word that does, then
    /// those that contain them.
    public var matches: [Choice] {
        let query = filter.lowercased()
        let first = suggested.compactMap { code in choices.first { $0.code == code } }
        let ordered = first + choices.filter { !suggested.contains($0.code) }
        guard !query.isEmpty else { return ordered }
        var ranked: [[Choice]] = [[], [], []]
        for choice in ordered {
            if let rank = Self.rank(choice, query) { ranked[rank].append(choice) }
        }
        return ranked.flatMap { $0 }
    }

    private static func rank(_ choice: Choice, _ query: String) -> Int? {
        var best: Int?
        for text in [choice.label, choice.code] + choice.searchKeys {
            let text = text.lowercased()
            let rank: Int
            if text.hasPrefix(query) {
                rank = 0
            } else if text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).contains(where: { $0.hasPrefix(query) }) {
                rank = 1
            } else if contains(text, query) {
                rank = 2
            } else {
                continue
            }
            best = min(best ?? rank, rank)
        }
        return best
    }

    /// Answers a key; false when the field leaves it to the form.
    ///
    /// Tab takes the highlighted value and still returns false, for the form goes on to the next field.
    public mutating func handle(_ key: Key) -> Bool {
        isOpen ? handleOpen(key) : handleClosed(key)
    }

    private mutating func handleClosed(_ key: Key) -> Bool {
        switch key {
        case .character(" "), .down: open(filter: "")
        case .enter: openForCorrection()
        case .character(let character): open(filter: unmatched + EditBuffer.cleaned(String(character), isMultiline: false))
        case .paste(let text): open(filter: unmatched + EditBuffer.cleaned(text, isMultiline: false))
        case .backspace where !unmatched.isEmpty: open(filter: String(unmatched.dropLast()))
        case .backspace, .delete: take(nil)
        case .control("u") where !unmatched.isEmpty || selectedCode != nil: take(nil)
        default: return false
        }
        return true
    }

    private mutating func handleOpen(_ key: Key) -> Bool {
        switch key {
        case .escape: close()
        case .enter:
            // Where nothing matches, the letters stay to be corrected.
            if let highlighted { take(matches[highlighted].code) }
            if highlighted != nil { close() }
        case .tab:
            hasMoved = true
            settle()
            return false
        case .backTab:
            settle()
            return false
        case .up: highlight((highlighted ?? 0) - 1)
        case .down: highlight((highlighted ?? -1) + 1)
        case .pageUp: highlight((highlighted ?? 0) - Self.popupRows)
        case .pageDown: highlight((highlighted ?? -1) + Self.popupRows)
        case .home: highlight(0)
        case .end: highlight(.max)
        case .backspace:
            if filter.isEmpty {
                take(nil)
                close()
            } else {
                narrow(String(filter.dropLast()))
            }
        case .control("u"): narrow("")
        case .character(let character): narrow(filter + EditBuffer.cleaned(String(character), isMultiline: false))
        case .paste(let text): narrow(filter + EditBuffer.cleaned(text, isMultiline: false))
        case .mouse, .control, .function, .alt: return false
        default: break
        }
        return true
    }

    /// Opens the list narrowed by what was typed, or whole where that answers to nothing.
    private mutating func openForCorrection() {
        open(filter: unmatched)
        if matches.isEmpty { narrow("") }
    }

    private mutating func open(filter: String) {
        isOpen = true
        narrow(filter)
    }

    private mutating func narrow(_ text: String) {
        filter = text
        hasMoved = false
        let taken = filter.isEmpty ? matches.firstIndex { $0.code == selectedCode } : nil
        highlighted = matches.isEmpty ? nil : taken ?? 0
    }

    private mutating func highlight(_ index: Int) {
        let count = matches.count
        guard count > 0 else { return }
        highlighted = min(max(0, index), count - 1)
        hasMoved = true
    }

    /// Closes an open list and takes what is highlighted, if letters or arrows led there; letters that led nowhere stay.
    mutating func settle() {
        guard isOpen else { return }
        if hasMoved || !filter.isEmpty {
            if let highlighted {
                take(matches[highlighted].code)
            } else {
                selectedCode = nil
                unmatched = filter
                revision += 1
            }
        }
        close()
    }

    private mutating func take(_ code: String?) {
        if code != selectedCode || !unmatched.isEmpty { revision += 1 }
        selectedCode = code
        unmatched = ""
    }

    /// What was typed and is not taken: what narrows the open list, or what matched nothing.
    var untaken: String { isOpen ? filter : unmatched }

    /// Brings back what was typed and not taken.
    ///
    /// - Parameter isFocused: whether the list may be open on it again.
    mutating func restore(untaken text: String, isFocused: Bool) {
        close()
        open(filter: text)
        if isFocused, !matches.isEmpty { return }
        close()
        selectedCode = nil
        unmatched = text
    }

    /// Closes the list without a change, as when the focus goes elsewhere.
    public mutating func close() {
        isOpen = false
        filter = ""
        highlighted = nil
        hasMoved = false
    }
}

extension ChoiceField {
    /// Rows of the list at most.
    static let popupRows = 8

    /// Draws the field: the label taken, or while the list is open what has been typed, with the caret behind it.
    public func draw(into grid: inout Grid, at rect: Rect, focused: Bool, glyphs: Glyphs, placeholder: String = "") {
        guard !rect.isEmpty else { return }
        let line = rect.rows(from: 0, count: 1)
        let role: Role = focused ? .fieldFocused : .field
        grid.fill(line, role: role)
        let room = line.columns - 2
        if isOpen {
            let shown = TextWidth.clip(filter, to: room, ellipsis: "")
            grid.put(shown, at: line.origin, role: role, columns: room)
            if focused { grid.caret = Point(column: line.column + TextWidth.columns(of: shown), row: line.row) }
        } else {
            let label = !unmatched.isEmpty ? unmatched : selectedCode == nil ? placeholder : selectedLabel
            let isHint = unmatched.isEmpty && selectedCode == nil
            let start = Point(column: line.column + (isHint && !label.isEmpty ? 1 : 0), row: line.row)
            let labelRole: Role = !unmatched.isEmpty ? .error : isHint ? (focused ? .hintFocused : .hint) : role
            grid.put(TextWidth.clip(label, to: room, ellipsis: glyphs.ellipsis), at: start, role: labelRole, columns: room)
            if focused { grid.caret = line.origin }
        }
        if line.columns > 2 { grid.put(glyphs.arrowDown, at: Point(column: line.endColumn - 1, row: line.row), role: role) }
    }

    /// Draws the open list below its field, or above where there is no room; drawn last, over everything else. Its sides and the edge
    /// away from the field are framed, so that it stands out without colours too.
    ///
    /// - Parameter bounds: What it may cover: what lies around that is drawn over it.
    public func drawPopup(into grid: inout Grid, below field: Rect, within bounds: Rect, glyphs: Glyphs) {
        guard isOpen else { return }
        let matches = matches
        let below = bounds.endRow - field.row - 1
        let above = field.row - bounds.row
        let wanted = min(Self.popupRows, max(1, matches.count)) + 1
        let isBelow = below >= wanted || below >= above
        let height = min(wanted, isBelow ? below : above)
        let rows = height - 1
        guard rows > 0 else { return }
        let nothing = nothingMatches.isEmpty ? glyphs.dash : nothingMatches
        let widest = (matches.map(shownLabel) + [nothing]).map { TextWidth.columns(of: $0) }.max() ?? 0
        let columns = min(max(field.columns, widest + 6), bounds.columns)
        guard columns > 4 else { return }
        // What is wider than its field goes to the left of it rather than being cut.
        let column = max(bounds.column, min(field.column, bounds.endColumn - columns))
        let box = Rect(column: column, row: isBelow ? field.row + 1 : field.row - height, columns: columns, rows: height)
        grid.fill(box, role: .dialog)
        let list = box.rows(from: isBelow ? 0 : 1, count: rows)
        grid.sides(of: list, glyphs: glyphs)
        let (left, right) =
            isBelow
            ? (glyphs.cornerBottomLeft, glyphs.cornerBottomRight) : (glyphs.cornerTopLeft, glyphs.cornerTopRight)
        let edge = left + String(repeating: glyphs.horizontal, count: columns - 2) + right
        grid.put(edge, at: Point(column: box.column, row: isBelow ? box.endRow - 1 : box.row), role: .dialog)
        drawMatches(matches, nothing: nothing, into: &grid, in: list.inset(columns: 1), glyphs: glyphs)
    }

    /// The label as the list shows it.
    private func shownLabel(_ choice: Choice) -> String { suggested.contains(choice.code) ? choice.label + suggestedMark : choice.label }

    private func drawMatches(_ matches: [Choice], nothing: String, into grid: inout Grid, in list: Rect, glyphs: Glyphs) {
        if matches.isEmpty {
            grid.put(nothing, at: Point(column: list.column + 2, row: list.row), role: .dialog, columns: list.columns - 2)
        }
        let top = min(max(0, (highlighted ?? 0) - list.rows + 1), max(0, matches.count - list.rows))
        for row in 0..<min(list.rows, matches.count - top) {
            let isHighlighted = top + row == highlighted
            let line = list.rows(from: row, count: 1)
            let sign = isHighlighted ? glyphs.selected + " " : "  "
            let text = TextWidth.clip(sign + shownLabel(matches[top + row]), to: list.columns - 1, ellipsis: glyphs.ellipsis)
            grid.put(text, in: line, role: isHighlighted ? .selected : .dialog)
        }
        let last = list.endColumn - 1
        if top > 0 { grid.put(glyphs.arrowUp, at: Point(column: last, row: list.row), role: .dialog) }
        if matches.count - top > list.rows { grid.put(glyphs.arrowDown, at: Point(column: last, row: list.endRow - 1), role: .dialog) }
    }
}
