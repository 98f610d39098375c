/// A script of keys, as practice desks and tests play it: one item a line.
///
/// ```
/// # comment
/// type 王先生 waited     every character of the rest of the line
/// press Ctrl-P           one key by its name
/// press Down 3           the same, three times
/// paste one\ntwo         one bracketed paste; \n, \t, \e and \\ are understood
/// resize 120x40          another screen size
/// click 10,5             the mouse at column 10, row 5, counted from 0
/// ```
public struct KeyScript: Equatable, Sendable {
    /// One thing that the script does.
    public enum Item: Equatable, Sendable {
        case key(Key)
        case resize(Size)
    }

    /// A line that could not be understood.
    public struct Problem: Error, Equatable, Sendable, CustomStringConvertible {
        /// Line of the script, from 1.
        public var line: Int
        /// What is wrong with it.
        public var reason: String

        /// A sentence for people.
        public var description: String { "line \(line): \(reason)" }
    }

    /// What to play, in order.
    public var items: [Item]

    /// Reads a script; throws the first line that is not understood.
    public init(_ text: String) throws(Problem) {
        var items: [Item] = []
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            do throws(Reason) {
                items += try Self.items(of: line)
            } catch {
                throw Problem(line: number, reason: error.text)
            }
        }
        self.items = items
    }

    private struct Reason: Error {
        var text: String
    }

    private static func items(of line: Substring) throws(Reason) -> [Item] {
        let line = line.drop(while: { $0 == " " || $0 == "\t" })
        guard let first = line.first, first != "#" else { return [] }
        let verb = line.prefix(while: { $0 != " " })
        let rest = line.dropFirst(verb.count + 1)
        switch verb {
        case "type":
            return rest.map { .key(.character($0)) }
        case "paste":
            return [.key(.paste(try unescaped(rest)))]
        case "press":
            return try press(rest)
        case "resize":
            let size = try pair(rest, separator: "x", example: "120x40")
            guard size.0 > 0, size.1 > 0 else { throw Reason(text: "a screen has at least one column and row") }
            return [.resize(Size(columns: size.0, rows: size.1))]
        case "click":
            let place = try pair(rest, separator: ",", example: "10,5")
            return [.key(.mouse(MouseEvent(kind: .press, point: Point(column: place.0, row: place.1))))]
        default:
            throw Reason(text: "unknown word \"\(verb)\"; known are type, press, paste, resize and click")
        }
    }

    private static func press(_ rest: Substring) throws(Reason) -> [Item] {
        let words = rest.split(separator: " ")
        guard let name = words.first else { throw Reason(text: "press needs the name of a key") }
        guard let key = Key(name: String(name)) else { throw Reason(text: "no key is called \"\(name)\"") }
        guard words.count > 1 else { return [.key(key)] }
        guard words.count == 2, let times = Int(words[1]), (1...100_000).contains(times) else {
            throw Reason(text: "after the key stands at most how often, such as 3")
        }
        return Array(repeating: .key(key), count: times)
    }

    private static func pair(_ text: Substring, separator: Character, example: String) throws(Reason) -> (Int, Int) {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.count == 2, let first = Int(parts[0]), let second = Int(parts[1]), (0...9999).contains(first),
            (0...9999).contains(second)
        else { throw Reason(text: "expected two numbers such as \(example)") }
        return (first, second)
    }

    private static func unescaped(_ text: Substring) throws(Reason) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if !isEscaped {
                if character == "\\" { isEscaped = true } else { result.append(character) }
                continue
            }
            isEscaped = false
            switch character {
            case "n": result.append("\n")
            case "t": result.append("\t")
            case "e": result.append("\u{1B}")
            case "\\": result.append("\\")
            default: throw Reason(text: "unknown escape \\\(character)")
            }
        }
        if isEscaped { throw Reason(text: "a lone \\ at the end") }
        return result
    }
}
