/// Why the screen cannot be had.
public enum TerminalError: Error, Hashable, Sendable {
    /// Standard input or output is no terminal.
    case notATerminal
    /// The terminal database does not know this name (`$TERM`); empty when it is not set.
    case unknownTerminal(String)
    /// The terminal of this name cannot place its cursor, such as `dumb`.
    case notCapable(String)
    /// No UTF-8 locale, not even C.UTF-8.
    case noUTF8Locale
    /// The system refused a call; the number is errno.
    case system(call: String, errno: Int32)
}
