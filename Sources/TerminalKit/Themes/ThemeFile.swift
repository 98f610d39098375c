import Glibc
import TableFiles

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
        let raw: RawTheme
        do {
            raw = try JSONCoding.value(RawTheme.self, from: Array(text.utf8), withComments: true)
        } catch let error as DecodingError {
            throw explain(error, text: text, file: file)
        } catch {
            throw explain(error as? JSONFault, text: text, file: file)
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
        default: return ThemeError(file: file, line: 1, reason: "not a theme")
        }
    }

    private static func explain(_ fault: JSONFault?, text: String, file: String) -> ThemeError {
        switch fault {
        case .malformed(let byte)?:
            let line = text.utf8.prefix(byte - 1).count { $0 == UInt8(ascii: "\n") } + 1
            return ThemeError(file: file, line: line, reason: "not JSON: a sign is missing or out of place")
        case .twice(let key)?:
            return ThemeError(file: file, line: JSONLines.line(of: [key], in: text), reason: "not clear: \"\(key)\" holds something twice")
        case .halfCharacter, .tooDeep, nil: return ThemeError(file: file, line: 1, reason: "not a theme")
        }
    }
}

extension Theme {
    /// Folders that may hold theme files, the person's own first.
    ///
    /// `$FIRSTDESK_THEMES`, then `$XDG_CONFIG_HOME/firstdesk/themes` or `~/.config/firstdesk/themes`, then upwards from the
    /// program: the first folder with `themes` or `share/firstdesk/themes` in it. Only folders that exist are given.
    public static var supportFolders: [String] {
        var folders: [String] = []
        if let own = environment("FIRSTDESK_THEMES") { folders.append(own) }
        if let config = environment("XDG_CONFIG_HOME") {
            folders.append(config + "/firstdesk/themes")
        } else if let home = environment("HOME") {
            folders.append(home + "/.config/firstdesk/themes")
        }
        var folder = executableFolder()
        while let current = folder {
            if let found = [current + "/themes", current + "/share/firstdesk/themes"].first(where: isFolder) {
                folders.append(found)
                break
            }
            folder = parent(of: current)
        }
        return folders.filter(isFolder)
    }

    /// Finds a theme by its name: the built-in default, or the file of that name in the first folder that has it.
    ///
    /// A file named like the default replaces it. Throws ``ThemeError`` when there is no such theme or its file is broken; the
    /// caller then goes on with ``bankBlue``.
    public static func named(_ name: String, searching folders: [String]) throws(ThemeError) -> Theme {
        // A name is no path: what comes from settings must not read files elsewhere.
        guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "/")), name.first != "." else {
            throw ThemeError(file: name, line: 0, reason: "not the name of a theme")
        }
        for folder in folders {
            let path = folder + "/" + name + ".json"
            if access(path, F_OK) == 0 { return try load(path) }
        }
        if name == bankBlue.name { return bankBlue }
        throw ThemeError(file: name + ".json", line: 0, reason: "there is no theme of this name")
    }

    /// Reads one theme file.
    public static func load(_ path: String) throws(ThemeError) -> Theme {
        guard let file = fopen(path, "re") else {
            throw ThemeError(file: path, line: 0, reason: "cannot be opened: " + String(cString: strerror(errno)))
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes += chunk[..<count]
            // The largest bundled theme has some 6 kB.
            guard bytes.count < 1 << 20 else { throw ThemeError(file: path, line: 0, reason: "too large for a theme") }
        }
        guard ferror(file) == 0 else { throw ThemeError(file: path, line: 0, reason: "cannot be read") }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ThemeError(file: path, line: 0, reason: "is not UTF-8 text")
        }
        return try ThemeFile.read(text, file: path)
    }

    /// The names of all themes to be found, in order, the built-in default first.
    public static func list(searching folders: [String] = supportFolders) -> [String] {
        var names: Set<String> = []
        for folder in folders {
            guard let directory = opendir(folder) else { continue }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    // d_name is a C string within its fixed array (readdir(3)).
                    pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) { String(cString: $0) }
                }
                if name.hasSuffix(".json"), name.first != "." { names.insert(String(name.dropLast(5))) }
            }
        }
        names.remove(bankBlue.name)
        return [bankBlue.name] + names.sorted()
    }

    private static func environment(_ name: String) -> String? {
        guard let value = getenv(name), value[0] != 0 else { return nil }
        return String(cString: value)
    }

    private static func isFolder(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    private static func executableFolder() -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { return nil }
        return parent(of: String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    private static func parent(of path: String) -> String? {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else { return nil }
        return String(path[..<slash])
    }
}
