import Glibc

/// Makes the depths that a theme leaves out from those it gives.
enum StyleDeriver {
    /// The usual red, green and blue of the sixteen colours, as xterm draws them.
    static let sixteen: [(Int, Int, Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]

    /// Red, green and blue of one of 256 colours: sixteen, a cube of 6×6×6, and 24 greys.
    static func components(of index: Int) -> (Int, Int, Int) {
        if index < 16 { return sixteen[max(0, index)] }
        if index >= 232 {
            let grey = 8 + (min(index, 255) - 232) * 10
            return (grey, grey, grey)
        }
        let cube = index - 16
        func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + step * 40 }
        return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    }

    /// Red, green and blue of a colour, nil for the terminal's own.
    static func components(of colour: Colour) -> (Int, Int, Int)? {
        switch colour {
        case .standard: nil
        case .index(let index): components(of: index)
        case .rgb(let red, let green, let blue): (red, green, blue)
        }
    }

    /// The least contrast at which text can be read (WCAG 2.1, 1.4.3).
    static let readable = 4.5

    /// How far apart two colours are in light, from 1 to 21 (WCAG 2.1, "contrast ratio"); nil where one is the terminal's own.
    static func contrast(_ one: Colour, _ two: Colour) -> Double? {
        func light(_ colour: (Int, Int, Int)) -> Double {
            func linear(_ value: Int) -> Double {
                let share = Double(value) / 255
                return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
        }
        guard let one = components(of: one), let two = components(of: two) else { return nil }
        let (darker, lighter) = (min(light(one), light(two)), max(light(one), light(two)))
        return (lighter + 0.05) / (darker + 0.05)
    }

    private static func distance(_ left: (Int, Int, Int), _ right: (Int, Int, Int)) -> Int {
        let red = left.0 - right.0
        let green = left.1 - right.1
        let blue = left.2 - right.2
        // The eye sees differences in green most and in blue least.
        return 3 * red * red + 4 * green * green + 2 * blue * blue
    }

    /// The nearest of 256 colours; the first sixteen are left out, for people change them.
    static func index256(_ colour: (Int, Int, Int)) -> Int {
        func step(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }
        let cube = 16 + 36 * step(colour.0) + 6 * step(colour.1) + step(colour.2)
        let average = (colour.0 + colour.1 + colour.2) / 3
        let grey = 232 + min(23, max(0, (average - 3) / 10))
        return distance(components(of: cube), colour) <= distance(components(of: grey), colour) ? cube : grey
    }

    /// The nearest of sixteen colours.
    static func index16(_ colour: (Int, Int, Int)) -> Int {
        let distances = sixteen.map { distance($0, colour) }
        return distances.indices.min { distances[$0] < distances[$1] } ?? 7
    }

    /// The look in sixteen colours that comes closest to one in many.
    static func basic(from rich: Style) -> Style {
        var style = rich
        style.foreground = components(of: rich.foreground).map { .index(index16($0)) } ?? .standard
        style.background = components(of: rich.background).map { .index(index16($0)) } ?? .standard
        if style.foreground == style.background, style.foreground != .standard, let ground = components(of: rich.background) {
            // Two colours that differ may have the same nearest one; letters must stay readable.
            style.foreground = .index(ground.0 + ground.1 + ground.2 < 384 ? 15 : 0)
        }
        return style
    }

    /// The look without colour: the same attributes, reversed where the ground differs from that of plain text.
    static func mono(from style: Style, plain: Style) -> Style {
        var attributes = style.attributes
        if style.background != plain.background { attributes.formSymmetricDifference(.reverse) }
        return Style(attributes: attributes)
    }
}
