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
        for role in Role.allCases where role.turned == nil {
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
    public func style(_ role: Role, _ depth: ColourDepth) -> Style {
        guard let turned = role.turned else { return self[role].style(depth) }
        let style = self[turned].style(depth)
        if depth == .mono || style.foreground == .standard { return Style(attributes: style.attributes.union(.reverse)) }
        return Style(foreground: style.background, background: style.foreground)
    }

    /// The look of a role on the ground of another: in its own colour where that can be read there, else in that of the ground's text, told
    /// apart by its attributes.
    public func style(_ role: Role, on ground: Role, _ depth: ColourDepth) -> Style {
        let (own, under) = (style(role, depth), style(ground, depth))
        if role.hasGround || role == ground || ground == .text { return own }
        if depth == .mono { return Style(attributes: under.attributes.union(own.attributes)) }
        // A ground that is turned round stays so, and one that is not is not turned round by what stands on it.
        let turned = own.attributes.subtracting(.reverse).union(under.attributes.intersection(.reverse))
        var style = Style(foreground: own.foreground, background: under.background, attributes: turned)
        if StyleDeriver.contrast(own.foreground, under.background) ?? 0 < StyleDeriver.readable { style.foreground = under.foreground }
        return style
    }
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

extension Theme {
    /// The built-in default, equal to `themes/bank-blue.json`: it is there even when no theme file can be found or read.
    public static let bankBlue = Theme(
        name: "bank-blue",
        author: "FirstDesk",
        styles: [
            .text: look(0xEEEEEE, 0x00005F, basic: 7, 4, [], mono: []),
            .dim: look(0xAFAFD7, 0x00005F, basic: 6, 4, [], mono: [.dim]),
            .title: look(0xFFFFFF, 0x005FAF, basic: 0, 6, [.bold], mono: [.reverse]),
            .rule: look(0x5F5FAF, 0x00005F, basic: 6, 4, [], mono: [.dim]),
            .heading: look(0x87D7FF, 0x00005F, basic: 14, 4, [.bold], mono: [.bold]),
            .key: look(0xFFD787, 0x00005F, basic: 11, 4, [.bold], mono: [.bold]),
            .keyLabel: look(0xEEEEEE, 0x00005F, basic: 7, 4, [], mono: []),
            .label: look(0xD7D7FF, 0x00005F, basic: 15, 4, [], mono: []),
            .required: look(0xFFAFAF, 0x00005F, basic: 15, 4, [.bold], mono: [.bold]),
            .field: look(0xEEEEEE, 0x000087, basic: 7, 0, [], mono: [.underline]),
            .fieldFocused: look(0xFFFFFF, 0x005FAF, basic: 0, 15, [], mono: [.bold, .underline]),
            .hint: look(0xAFAFD7, 0x000087, basic: 6, 0, [], mono: [.dim, .underline]),
            .hintFocused: look(0xD7D7FF, 0x005FAF, basic: 4, 15, [.italic], mono: [.dim, .underline]),
            .selected: look(0xFFFFFF, 0x005FD7, basic: 0, 7, [], mono: [.reverse]),
            .overdue: look(0xFFAFAF, 0x00005F, basic: 15, 4, [.bold], mono: [.bold]),
            .dueSoon: look(0xFFD75F, 0x00005F, basic: 11, 4, [], mono: [.underline]),
            .signed: look(0x87D7AF, 0x00005F, basic: 10, 4, [], mono: []),
            .good: look(0x87D7AF, 0x00005F, basic: 10, 4, [], mono: []),
            .error: look(0xFFAFAF, 0x00005F, basic: 15, 4, [.bold], mono: [.bold]),
            .warning: look(0xFFD75F, 0x00005F, basic: 11, 4, [], mono: [.bold]),
            .notice: look(0xAFD7FF, 0x00005F, basic: 14, 4, [], mono: []),
            .practice: look(0x000000, 0xFFD75F, basic: 0, 3, [.bold], mono: [.bold, .reverse]),
            .dialog: look(0x00005F, 0xD7D7FF, basic: 0, 7, [], mono: []),
            .dialogTitle: look(0x0000AF, 0xD7D7FF, basic: 4, 7, [.bold], mono: [.bold]),
            .button: look(0x00005F, 0xD7D7FF, basic: 0, 7, [], mono: []),
            .buttonFocused: look(0xFFFFFF, 0x005FD7, basic: 0, 7, [.bold], mono: [.reverse]),
            .link: look(0x87D7FF, 0x00005F, basic: 14, 4, [.underline], mono: [.underline]),
        ]
    )

    /// The built-in look without colours, for `NO_COLOR` and terminals that have none; equal to `themes/mono.json`.
    public static let mono = Theme(
        name: "mono",
        author: "FirstDesk",
        styles: Dictionary(
            uniqueKeysWithValues: Role.allCases.map { role in
                let plain = bankBlue.style(role, .mono)
                return (role, RoleStyle(rich: plain, basic: plain, mono: plain))
            }
        )
    )

    private static func look(
        _ foreground: Int,
        _ background: Int,
        basic basicForeground: Int,
        _ basicBackground: Int,
        _ attributes: TextAttributes,
        mono: TextAttributes
    ) -> RoleStyle {
        func rgb(_ value: Int) -> Colour { .rgb(value >> 16, value >> 8 & 0xFF, value & 0xFF) }
        return RoleStyle(
            rich: Style(foreground: rgb(foreground), background: rgb(background), attributes: attributes),
            basic: Style(foreground: .index(basicForeground), background: .index(basicBackground), attributes: attributes),
            mono: Style(attributes: mono)
        )
    }
}
