/// What a form made of a key.
public enum FormEvent: Equatable, Sendable {
    /// The key means nothing here; the screen may use it.
    case ignored
    /// Focus or caret moved, or a list opened; no value changed.
    case moved
    /// A value changed.
    case changed
    /// The person wants to be done: check and save.
    case submit
    /// Esc with no list open: leave, keeping what was typed as a draft.
    case cancel
}

/// Fields with labels, in the order in which one goes through them.
///
/// A form never traps (2-screens rule 3): any field may be left; only the screen checks, on ``FormEvent/submit``, and names the
/// first problem by ``setProblem(_:at:)``. Nothing typed is dropped by moving about, hiding a field or a problem.
public struct Form: Sendable {
    /// The fields in order.
    public var fields: [FormField]
    /// What stands in an open list where nothing matches what was typed.
    public var nothingMatches = ""
    /// The field that keys go to; empty when no field takes the focus.
    public private(set) var focusedID: String

    /// Makes a form with the focus on its first field.
    public init(fields: [FormField]) {
        self.fields = fields
        focusedID = fields.first(where: \.isFocusable)?.id ?? ""
    }

    var focusedIndex: Int? { fields.firstIndex { $0.id == focusedID && $0.isFocusable } }

    /// The field of a name.
    public subscript(id: String) -> FormField? { fields.first { $0.id == id } }

    /// True while the list of a choice field is open and takes Esc, Enter and Tab.
    public var isPopupOpen: Bool { focusedIndex.map { fields[$0].isOpen } ?? false }

    /// The value of a field as text (a choice's code, a mark as `true` or `false`); empty for a name that is not there.
    public func value(_ id: String) -> String { self[id]?.value ?? "" }

    /// Sets the value of a field from text; names that are not there are passed over.
    public mutating func setValue(_ value: String, for id: String) {
        guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
        fields[index].setValue(value)
    }

    /// Puts a text into a line that the first letter typed there replaces.
    public mutating func propose(_ value: String, for id: String) {
        guard let index = fields.firstIndex(where: { $0.id == id }), case .line(var field) = fields[index].kind else { return }
        field.propose(value)
        fields[index].kind = .line(field)
    }

    /// Whether what stands in a line is still only proposed.
    public func isProposal(_ id: String) -> Bool {
        guard case .line(let field) = self[id]?.kind else { return false }
        return field.isProposal
    }

    /// Shows or hides a field; the value stays, and a focus on it goes to the next one.
    public mutating func setHidden(_ isHidden: Bool, at id: String) {
        guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
        fields[index].isHidden = isHidden
        guard isHidden, focusedID == id else { return }
        fields[index].closePopup()
        let next = fields[index...].first(where: \.isFocusable) ?? fields[..<index].last(where: \.isFocusable)
        focusedID = next?.id ?? ""
    }

    /// Moves the focus to a field, if it can stand there.
    public mutating func focus(_ id: String) {
        guard fields.contains(where: { $0.id == id && $0.isFocusable }) else { return }
        if let index = focusedIndex, focusedID != id { fields[index].closePopup() }
        focusedID = id
    }

    /// Names what is wrong beside a field and moves the focus there; what was typed stays.
    public mutating func setProblem(_ text: String, at id: String) {
        guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
        fields[index].problem = text
        focus(id)
    }

    /// Takes all problems off again, before checking anew. A list that is still open is closed, and what was chosen in it by letters or
    /// arrows taken: or it would be lost, and the list would hide what is wrong. One that was only opened chooses nothing.
    public mutating func clearProblems() {
        for index in fields.indices {
            if case .choice(var choice) = fields[index].kind, choice.isOpen {
                choice.settle()
                fields[index].kind = .choice(choice)
            }
            fields[index].problem = nil
        }
    }

    /// Answers a key.
    public mutating func handle(_ key: Key) -> FormEvent {
        if key == .control("s") || key == .function(2) { return .submit }
        guard let index = focusedIndex else {
            if key == .escape { return .cancel }
            return move(by: 1, from: -1) ? .moved : .ignored
        }
        let wasOpen = fields[index].isOpen
        if !wasOpen {
            switch key {
            case .escape: return .cancel
            case .tab: return step(1)
            case .backTab: return step(-1)
            case .up where leavesUp(index): return step(-1)
            case .down where leavesDown(index): return step(1)
            case .enter where !isEditor(index):
                return isLast(index) ? .submit : step(1)
            default: break
            }
        }
        let result = fields[index].handle(key)
        if result.isChanged { fields[index].problem = nil }
        // Enter takes the highlighted value and goes on, as it does from a line; Tab closed the list and goes on too.
        let hasTaken = wasOpen && !fields[index].isOpen && (key == .enter || key == .tab || key == .backTab)
        if hasTaken { move(by: key == .backTab ? -1 : 1, from: index) }
        if result.isChanged { return .changed }
        return result.isConsumed || hasTaken ? .moved : .ignored
    }

    private func isEditor(_ index: Int) -> Bool {
        if case .text = fields[index].kind { return true }
        return false
    }

    private func leavesUp(_ index: Int) -> Bool {
        if case .text(let editor, _) = fields[index].kind { return editor.isOnFirstLine }
        return true
    }

    private func leavesDown(_ index: Int) -> Bool {
        switch fields[index].kind {
        case .text(let editor, _): editor.isOnLastLine
        // Down opens the list.
        case .choice: false
        default: true
        }
    }

    private func isLast(_ index: Int) -> Bool { fields[(index + 1)...].contains(where: \.isFocusable) == false }

    private mutating func step(_ direction: Int) -> FormEvent {
        move(by: direction, from: focusedIndex ?? -1)
        return .moved
    }

    /// Moves the focus to the next field in a direction; around the ends, so that Tab always leads somewhere.
    @discardableResult
    private mutating func move(by direction: Int, from start: Int) -> Bool {
        var index = start
        for _ in fields.indices {
            index = (index + direction + fields.count) % fields.count
            if fields[index].isFocusable {
                if let old = focusedIndex, old != index { fields[old].closePopup() }
                focusedID = fields[index].id
                return true
            }
        }
        return false
    }
}

extension FormField {
    mutating func closePopup() {
        guard case .choice(var choice) = kind, choice.isOpen else { return }
        choice.close()
        kind = .choice(choice)
    }
}
