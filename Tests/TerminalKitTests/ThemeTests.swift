import Glibc
import Testing

@testable import TerminalKit

@Suite("Themes give roles their looks")
struct ThemeTests {
    /// The bundled themes, found from this source file.
    private static var folder: String {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/") + "/themes"
    }

    private static let bundled = ["bank-blue", "amber", "colour-blind", "dark", "green", "high-contrast", "light-paper", "mono"]

    @Test("All bundled themes are listed and load", arguments: bundled)
    func load(name: String) throws {
        #expect(Theme.list(searching: [Self.folder]) == Self.bundled)
        let theme = try Theme.named(name, searching: [Self.folder])
        #expect(theme.name == name)
        #expect(!theme.author.isEmpty)
        for role in Role.allCases {
            #expect(theme.style(role, .mono).foreground == .standard)
            #expect(theme.style(role, .mono).background == .standard)
        }
        // Selection, focus and the default button must show without colour too.
        for depth in ColourDepth.allCases {
            #expect(theme.style(.selected, depth) != theme.style(.text, depth))
            #expect(theme.style(.fieldFocused, depth) != theme.style(.field, depth))
            #expect(theme.style(.buttonFocused, depth) != theme.style(.button, depth))
        }
    }

    @Test("A hint stands on the ground of its field, whether that is edited or not", arguments: bundled)
    func hints(name: String) throws {
        let theme = try Theme.named(name, searching: [Self.folder])
        for depth in [ColourDepth.rich, .basic] {
            #expect(theme.style(.hint, depth).background == theme.style(.field, depth).background)
            #expect(theme.style(.hintFocused, depth).background == theme.style(.fieldFocused, depth).background)
        }
    }

    @Test("A hint in the field being edited does not look like what is typed there, in every bundled theme and depth", arguments: bundled)
    func hintsBeingEdited(name: String) throws {
        let theme = try Theme.named(name, searching: [Self.folder])
        let quiet: TextAttributes = [.italic, .dim]
        #expect(!theme.style(.hintFocused, .rich).attributes.isDisjoint(with: quiet))
        for depth in ColourDepth.allCases { #expect(theme.style(.hintFocused, depth) != theme.style(.fieldFocused, depth)) }
    }

    @Test("A mark on a bar stands on the bar's own colour, in every bundled theme", arguments: bundled)
    func marksOnBars(name: String) throws {
        let theme = try Theme.named(name, searching: [Self.folder])
        for (mark, bar) in [(Role.barMark, Role.dim), (.barMarkSelected, .heading)] {
            let (own, under) = (theme.style(mark, .rich), theme.style(bar, .rich))
            #expect(own.background == under.foreground && own.foreground == under.background)
            #expect(theme.style(mark, .mono).attributes.contains(.reverse))
        }
    }

    @Test("Text is readable on its ground in every bundled theme", arguments: bundled)
    func contrast(name: String) throws {
        let theme = try Theme.named(name, searching: [Self.folder])
        // 4.5:1 is what WCAG 2.1 asks of text (1.4.3), 7:1 of enhanced contrast (1.4.6); a line is no text.
        let wanted = name == "high-contrast" ? 7.0 : StyleDeriver.readable
        for role in Role.allCases where role != .rule {
            let style = theme.style(role, .rich)
            if let contrast = StyleDeriver.contrast(style.foreground, style.background) { #expect(contrast >= wanted, "\(role)") }
        }
        // In every depth, also on the ground of each bar and box that it may be drawn on. Sixteen colours are taken as xterm draws them.
        for depth in [ColourDepth.rich, .basic] {
            for ground in Role.allCases where ground.hasGround || ground == .text {
                for role in Role.allCases where !role.hasGround && role != .rule || role == ground {
                    let style = theme.style(role, on: ground, depth)
                    #expect(ground == .text || style.background == theme.style(ground, depth).background)
                    // What stands on a bar is turned round as the bar is, and leaves no dark block in it.
                    let isTurned = theme.style(ground, depth).attributes.contains(.reverse)
                    #expect(ground == .text || style.attributes.contains(.reverse) == isTurned, "\(role) on \(ground), \(depth)")
                    guard let contrast = StyleDeriver.contrast(style.foreground, style.background) else { continue }
                    #expect(contrast >= StyleDeriver.readable, "\(role) on \(ground), \(depth)")
                }
            }
        }
        for ground in Role.allCases where ground.hasGround {
            for role in Role.allCases where !role.hasGround {
                #expect(theme.style(role, on: ground, .mono).attributes.isSuperset(of: theme.style(ground, .mono).attributes))
            }
        }
    }

    @Test("Bundled themes use colours that terminals with 256 have exactly", arguments: bundled)
    func exact(name: String) throws {
        let theme = try Theme.named(name, searching: [Self.folder])
        for role in Role.allCases {
            for colour in [theme.style(role, .rich).foreground, theme.style(role, .rich).background] {
                guard let parts = StyleDeriver.components(of: colour) else { continue }
                #expect(StyleDeriver.components(of: StyleDeriver.index256(parts)) == parts, "\(role)")
            }
        }
    }

    @Test("The built-in themes are those of their files")
    func builtIn() throws {
        #expect(try Theme.load(Self.folder + "/bank-blue.json") == .bankBlue)
        #expect(try Theme.load(Self.folder + "/mono.json") == .mono)
        #expect(try Theme.named("bank-blue", searching: []) == .bankBlue)
    }

    @Test("Comments are allowed, missing depths and roles are derived")
    func derived() throws {
        let theme = try ThemeFile.read(
            """
            // a small theme
            {
                "name": "small", /* nobody */
                "roles": {
                    "text": { "rich": { "foreground": "#ffffff", "background": "#000000" } },
                    "selected": { "rich": { "foreground": "#000000", "background": "#ffd700", "attributes": ["bold"] } },
                    "error": { "16": { "foreground": "bright-red" } },
                }
            }
            """,
            file: "small.json"
        )
        #expect(theme.style(.text, .basic) == Style(foreground: .index(15), background: .index(0)))
        #expect(theme.style(.selected, .basic) == Style(foreground: .index(0), background: .index(11), attributes: .bold))
        #expect(theme.style(.selected, .mono) == Style(attributes: [.bold, .reverse]))
        #expect(theme.style(.error, .rich).foreground == .index(9))
        #expect(theme.style(.overdue, .rich) == theme.style(.error, .rich))
        #expect(theme.style(.buttonFocused, .rich) == theme.style(.selected, .rich))
    }

    @Test(
        "A broken theme tells file, line and role",
        arguments: [
            (
                "{\n\"name\": \"x\",\n\"roles\": {\n\"text\": {\"rich\": {}},\n\"overdue\": {\n\"rich\": {\"foreground\": \"#12345\"}\n}}}",
                6, "overdue"
            ),
            ("{\"name\": \"x\", \"roles\": {\n\"text\": {\"rich\": {}},\n// a comment\n\"overdu\": {\"rich\": {}}}}", 4, "overdu"),
            ("{\"name\": \"x\", \"roles\": {\n\"text\": {\"rich\": {\n\"attributes\": [\"blink\"]}}}}", 3, "text"),
            ("{\"name\": \"x\", \"roles\": {\n\"text\": {\n\"deep\": {}}}}", 3, "text"),
            ("{\"name\": \"x\", \"roles\": {\n\"text\": {\"16\": {\n\"background\": 16}}}}", 3, "text"),
            ("{\"name\": \"x\", \"roles\": {\n\"text\": {\"mono\": {\n\"background\": 1}}}}", 3, "text"),
            ("{\"name\": \"x\", \"roles\": {\n\"text\": {\"rich\": {}},\n\"dim\": {\n\"rich\": {\"attributes\": 3}}}}", 4, "dim"),
            ("{\"name\": \"x\",\n\"roles\": {\n\"dim\": {\"rich\": {}}}}", 2, "text"),
            ("{\n\"name\": \"x\",\n\"roles\": {\n\"text\": {\"rich\": {}}\n\"dim\": {}\n}}", 5, nil),
            ("{\n\"name\": \"x\n", 2, nil),
            ("{\n\"roles\": {}}", 1, nil),
            ("", 1, nil),
        ] as [(String, Int, String?)]
    )
    func broken(text: String, line: Int, role: String?) {
        let error = #expect(throws: ThemeError.self) { try ThemeFile.read(text, file: "my.json") }
        #expect(error?.file == "my.json")
        #expect(error?.line == line, "\(error?.description ?? "")")
        #expect(error?.role == role, "\(error?.description ?? "")")
        #expect(error?.reason.isEmpty == false)
    }

    @Test("A theme that is not there, or a name that is a path, is refused")
    func missing() {
        for name in ["nowhere", "../themes/dark", "", ".hidden", "a/b"] {
            #expect(throws: ThemeError.self) { try Theme.named(name, searching: [Self.folder]) }
        }
    }

    @Test("Colours come to the nearest there is")
    func nearest() {
        #expect(StyleDeriver.index256((255, 0, 0)) == 196)
        #expect(StyleDeriver.index256((128, 128, 128)) == 244)
        #expect(StyleDeriver.index256((0, 0, 0)) == 16)
        #expect(StyleDeriver.index256((16, 35, 60)) == 235 || StyleDeriver.index256((16, 35, 60)) == 17)
        #expect(StyleDeriver.index16((250, 250, 250)) == 15)
        #expect(StyleDeriver.components(of: 196) == (255, 0, 0))
        #expect(StyleDeriver.components(of: 255) == (238, 238, 238))
    }
}
