import FoundationEssentials
import Glibc

/// What is wrong with a theme file.
public struct ThemeError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file.
    public var file: String
    /// Line in the file from 1; 0 when the file as a whole is meant.
    public var line: Int
    /// The role that is wrong, nil when it is something else.
    public var role: String?
    /// What is wrong.
    public var reason: String

    /// Makes an error.
    public init(file: String, line: Int, role: String? = nil, reason: String) {
        self.file = file
        self.line = line
        self.role = role
        self.reason = reason
    }

    /// A sentence for people.
    public var description: String {
        let place = line > 0 ? "\(file):\(line)" : file
        return role.map { "\(place): role \"\($0)\": \(reason)" } ?? "\(place): \(reason)"
    }
}

/// Reads theme files: JSON with comments, one object of `name`, `author` and `roles`.
///
/// A role has up to three depths, `rich` (`#rrggbb` or 0–255), `16` (0–15 or names) and `mono`, each with `foreground`,
/// `background` and `attributes`. Depths that are missing are derived; at least one must be there.
enum ThemeFile {
    /// One depth of one role, as it stands in the file.
    private struct RawStyle: Decodable {
        var foreground: RawColour?
        var background: RawColour?
        var attributes: [String]?
    }

    /// A colour is a number or a name.
    private enum RawColour: Decodable {
        case number(Int)
        case name(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else {
                self = .name(try container.decode(String.self))
            }
        }
    }

    private struct RawTheme: Decodable {
        var name: String
        var author: String?
        var roles: [String: [String: RawStyle]]
    }

    /// Reads a theme from a file's text; the file's name goes into errors.
    static func read(_ text: String, file: String) throws(ThemeError) -> Theme {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        let raw: RawTheme
        do {
            raw = try decoder.decode(RawTheme.self, from: Data(text.utf8))
        } catch let error as DecodingError {
            throw explain(error, text: text, file: file)
        } catch {
            throw ThemeError(file: file, line: 1, reason: "not JSON")
        }
        func fail(_ path: [String], _ reason: String) -> ThemeError {
            let line = JSONLines.line(of: ["roles"] + path, in: text)
            return ThemeError(file: file, line: line, role: path.first, reason: reason)
        }
        guard raw.roles["text"] != nil else {
            throw ThemeError(file: file, line: JSONLines.line(of: ["roles"], in: text), role: "text", reason: "is missing")
        }
        var given: [Role: [ColourDepth: Style]] = [:]
        // In order of names, so that of several mistakes always the same is told.
        for (name, depths) in raw.roles.sorted(by: { $0.key < $1.key }) {
            guard let role = Role(rawValue: name) else { throw fail([name], "there is no such role") }
            guard !depths.isEmpty else { throw fail([name], "has no depth; it needs rich, 16 or mono") }
            for (depthName, rawStyle) in depths.sorted(by: { $0.key < $1.key }) {
                guard let depth = depthNames[depthName] else {
                    throw fail([name, depthName], "unknown depth \"\(depthName)\"; known are rich, 16 and mono")
                }
                do throws(Reason) {
                    given[role, default: [:]][depth] = try style(rawStyle, depth: depth)
                } catch {
                    throw fail([name, depthName, error.key], error.text)
                }
            }
        }
        return Theme(name: raw.name, author: raw.author ?? "", styles: complete(given))
    }

    private static let depthNames: [String: ColourDepth] = ["rich": .rich, "16": .basic, "mono": .mono]

    /// Something wrong with one value.
    private struct Reason: Error {
        var key: String
        var text: String
    }

    private static func style(_ raw: RawStyle, depth: ColourDepth) throws(Reason) -> Style {
        var attributes: TextAttributes = []
        for name in raw.attributes ?? [] {
            guard let attribute = TextAttributes.names.first(where: { $0.0 == name })?.1 else {
                throw Reason(key: "attributes", text: "unknown attribute \"\(name)\"; known are bold, dim, underline, reverse and italic")
            }
            attributes.insert(attribute)
        }
        if depth == .mono {
            if raw.foreground != nil { throw Reason(key: "foreground", text: "mono has no colours") }
            if raw.background != nil { throw Reason(key: "background", text: "mono has no colours") }
        }
        return Style(
            foreground: try colour(raw.foreground, key: "foreground", depth: depth),
            background: try colour(raw.background, key: "background", depth: depth),
            attributes: attributes
        )
    }

    private static func colour(_ raw: RawColour?, key: String, depth: ColourDepth) throws(Reason) -> Colour {
        switch raw {
        case nil: return .standard
        case .number(let number):
            let most = depth == .rich ? 255 : 15
            guard (0...most).contains(number) else { throw Reason(key: key, text: "colour \(number) is not one of 0 to \(most)") }
            return .index(number)
        case .name("default"): return .standard
        case .name(let name):
            if depth == .basic {
                if let index = sixteenNames.firstIndex(of: name) { return .index(index) }
                throw Reason(
                    key: key,
                    text: "unknown colour \"\(name)\"; known are 0 to 15, default and \(sixteenNames.joined(separator: ", "))"
                )
            }
            let digits = name.dropFirst()
            guard name.first == "#", digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = Int(digits, radix: 16) else {
                throw Reason(key: key, text: "\"\(name)\" is no colour such as #1a2b3c, a number or default")
            }
            return .rgb(value >> 16, value >> 8 & 0xFF, value & 0xFF)
        }
    }

    private static let sixteenNames = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red", "bright-green",
        "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
    ]

    /// Derives the depths that are missing.
    private static func complete(_ given: [Role: [ColourDepth: Style]]) -> [Role: RoleStyle] {
        let plain = given[.text] ?? [:]
        let plainRich = plain[.rich] ?? plain[.basic] ?? Style()
        return given.mapValues { depths in
            let rich = depths[.rich] ?? depths[.basic] ?? Style(attributes: depths[.mono]?.attributes ?? [])
            let basic = depths[.basic] ?? StyleDeriver.basic(from: rich)
            let mono = depths[.mono] ?? StyleDeriver.mono(from: rich, plain: plainRich)
            return RoleStyle(rich: rich, basic: basic, mono: mono)
        }
    }

    private static func explain(_ error: DecodingError, text: String, file: String) -> ThemeError {
        func at(_ path: [any CodingKey], _ reason: String) -> ThemeError {
            let names = path.map(\.stringValue)
            let role = names.first == "roles" && names.count > 1 ? names[1] : nil
            return ThemeError(file: file, line: JSONLines.line(of: names, in: text), role: role, reason: reason)
        }
        switch error {
        case .keyNotFound(let key, let context): return at(context.codingPath, "\"\(key.stringValue)\" is missing")
        case .typeMismatch(_, let context): return at(context.codingPath, "the value is of the wrong kind")
        case .valueNotFound(_, let context): return at(context.codingPath, "the value is missing")
        case .dataCorrupted:
            return ThemeError(file: file, line: JSONLines.faultLine(in: text), reason: "not JSON: a sign is missing or out of place")
        @unknown default: return ThemeError(file: file, line: 1, reason: "not a theme")
        }
    }
}
