/// What a mouse did.
public struct MouseEvent: Hashable, Sendable {
    /// The kinds of mouse event that the program answers.
    public enum Kind: Hashable, Sendable {
        case press
        case release
        case doubleClick
        case wheelUp
        case wheelDown
    }

    /// What happened.
    public var kind: Kind
    /// The cell under the pointer.
    public var point: Point

    public init(kind: Kind, point: Point) {
        self.kind = kind
        self.point = point
    }
}

/// A key press, or what else comes from the terminal as input to a screen.
public enum Key: Hashable, Sendable {
    /// A typed character; also a lone combining mark, which joins the character before the caret.
    case character(Character)
    case enter
    case tab
    case backTab
    case escape
    case backspace
    case delete
    case insert
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    case shiftUp
    case shiftDown
    case controlUp
    case controlDown
    case controlLeft
    case controlRight
    case controlHome
    case controlEnd
    /// F1 to F24.
    case function(Int)
    /// Control with a lower-case letter or a sign.
    case control(Character)
    /// Alt with a character.
    case alt(Character)
    /// A whole bracketed paste, as it came (2-screens rule 7).
    case paste(String)
    case mouse(MouseEvent)
}

extension Key {
    /// The key's name for footer, help and key scripts: `n`, `Enter`, `Ctrl-L`, `F12`.
    public var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .function(let number): "F\(number)"
        case .control(" "): "Ctrl-Space"
        case .control(let character): "Ctrl-" + String(character).uppercased()
        case .alt(" "): "Alt-Space"
        case .alt(let character): "Alt-" + String(character)
        case .paste: "Paste"
        case .mouse(let event):
            switch event.kind {
            case .press: "Click"
            case .release: "Release"
            case .doubleClick: "DoubleClick"
            case .wheelUp: "WheelUp"
            case .wheelDown: "WheelDown"
            }
        default: Self.named.first { $0.1 == self }?.0 ?? ""
        }
    }

    /// Finds the key of a name as given by ``name``, in any case of letters except for characters themselves.
    public init?(name: String) {
        if name.count == 1, let character = name.first {
            self = .character(character)
            return
        }
        let lower = name.lowercased()
        if let key = Self.named.first(where: { $0.0.lowercased() == lower || Self.aliases[lower] == $0.0 })?.1 {
            self = key
        } else if lower == "space" {
            self = .character(" ")
        } else if lower.hasPrefix("ctrl-"), let character = Self.single(lower.dropFirst(5)) {
            self = .control(character)
        } else if lower.hasPrefix("alt-"), let character = Self.single(name.dropFirst(4)) {
            self = .alt(character)
        } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number) {
            self = .function(number)
        } else {
            return nil
        }
    }

    private static func single(_ text: Substring) -> Character? {
        if text.lowercased() == "space" { return " " }
        return text.count == 1 ? text.first : nil
    }

    private static let named: [(String, Key)] = [
        ("Enter", .enter), ("Tab", .tab), ("Shift-Tab", .backTab), ("Esc", .escape), ("Backspace", .backspace), ("Del", .delete),
        ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end),
        ("PgUp", .pageUp), ("PgDn", .pageDown), ("Shift-Up", .shiftUp), ("Shift-Down", .shiftDown), ("Ctrl-Up", .controlUp),
        ("Ctrl-Down", .controlDown), ("Ctrl-Left", .controlLeft), ("Ctrl-Right", .controlRight), ("Ctrl-Home", .controlHome),
        ("Ctrl-End", .controlEnd),
    ]
    private static let aliases = [
        "escape": "Esc", "delete": "Del", "insert": "Ins", "pageup": "PgUp", "pagedown": "PgDn", "backtab": "Shift-Tab", "return": "Enter",
    ]
}
