/// A colour as themes name it.
public enum Colour: Equatable, Hashable, Sendable {
    /// The terminal's own.
    case standard
    /// One of the terminal's palette: 0–15, or up to 255 where it has so many.
    case index(Int)
    /// Red, green and blue, 0–255 each.
    case rgb(Int, Int, Int)
}

/// Attributes of text.
public struct TextAttributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set of its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Bold.
    public static let bold = TextAttributes(rawValue: 1)
    /// Fainter than usual.
    public static let dim = TextAttributes(rawValue: 2)
    /// Underlined.
    public static let underline = TextAttributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = TextAttributes(rawValue: 8)
    /// Slanted.
    public static let italic = TextAttributes(rawValue: 16)

    /// Names as theme files write them.
    static let names: [(String, TextAttributes)] = [
        ("bold", .bold), ("dim", .dim), ("underline", .underline), ("reverse", .reverse), ("italic", .italic),
    ]
}

/// How one role looks at one depth of colour.
public struct Style: Equatable, Hashable, Sendable {
    /// Colour of the letters.
    public var foreground: Colour
    /// Colour of the ground.
    public var background: Colour
    /// Attributes of the letters.
    public var attributes: TextAttributes

    /// Makes a style; without arguments the terminal's own look.
    public init(foreground: Colour = .standard, background: Colour = .standard, attributes: TextAttributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// How many colours a terminal has, in the three depths that themes know.
public enum ColourDepth: String, CaseIterable, Sendable {
    /// 24-bit colour, or the nearest of 256.
    case rich
    /// 8 or 16 colours.
    case basic
    /// Attributes only.
    case mono
}

/// How one role looks in each depth.
public struct RoleStyle: Equatable, Sendable {
    /// With 24-bit or 256 colours.
    public var rich: Style
    /// With 16 colours.
    public var basic: Style
    /// Without colour.
    public var mono: Style

    /// Makes a role's looks.
    public init(rich: Style, basic: Style, mono: Style) {
        self.rich = rich
        self.basic = basic
        self.mono = mono
    }

    /// The look at a depth.
    public func style(_ depth: ColourDepth) -> Style {
        switch depth {
        case .rich: rich
        case .basic: basic
        case .mono: mono
        }
    }
}

/// A look for every role.
public struct Theme: Equatable, Sendable {
    /// Its name, by which it is chosen.
    public var name: String
    /// Who made it.
    public var author: String
    private var styles: [Role: RoleStyle]

    /// Makes a theme; roles that are missing look like the role they are closest to, in the end like plain text.
    public init(name: String, author: String, styles: [Role: RoleStyle]) {
        self.name = name
        self.author = author
        var complete: [Role: RoleStyle] = [:]
        for role in Role.allCases {
            var source: Role? = role
            while let candidate = source, styles[candidate] == nil { source = candidate.parent }
            complete[role] = source.flatMap { styles[$0] } ?? RoleStyle(rich: Style(), basic: Style(), mono: Style())
        }
        self.styles = complete
    }

    /// The looks of a role.
    public subscript(role: Role) -> RoleStyle {
        styles[role] ?? RoleStyle(rich: Style(), basic: Style(), mono: Style())
    }

    /// The look of a role at a depth.
    public func style(_ role: Role, _ depth: ColourDepth) -> Style { self[role].style(depth) }
}

extension Role {
    /// The role whose look this one takes in a theme that does not name it.
    var parent: Role? {
        switch self {
        case .text: nil
        case .fieldFocused, .hint: .field
        case .hintFocused: .hint
        case .dialogTitle, .button: .dialog
        case .buttonFocused: .selected
        case .keyLabel, .label: .text
        case .required, .overdue: .error
        case .dueSoon, .practice: .warning
        case .signed: .good
        default: .text
        }
    }
}
