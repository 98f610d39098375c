import ComplaintRules
import Glibc
import TableFiles

/// What every command takes (4-commands, Common options).
enum CommonOptions {
    /// The table of the common options.
    static let table = [
        OptionSpec("desk", "FOLDER", HelpWords.desk),
        OptionSpec("as", "STAFF", HelpWords.signInAs),
        OptionSpec("passcode-file", "FILE", HelpWords.passcodeFile),
        OptionSpec("lang", "en|zh", HelpWords.language),
        OptionSpec("theme", "NAME", HelpWords.theme),
        OptionSpec("at", "TIME", HelpWords.standingTime),
        OptionSpec("help", HelpWords.help),
        OptionSpec("version", HelpWords.version),
    ]

    /// The language to speak: `--lang`, else that of the locale. Found before the command line is read, since what is wrong with it
    /// has to be said in a language.
    static func language(of arguments: [String]) -> Language {
        var given: Substring?
        let options = arguments.prefix { $0 != "--" }
        for (index, argument) in options.enumerated() {
            if argument == "--lang", index + 1 < options.count { given = options[index + 1][...] }
            if argument.hasPrefix("--lang=") { given = argument.dropFirst("--lang=".count) }
        }
        if let given, let language = Language(rawValue: String(given)) { return language }
        // The order of setlocale(3); an empty variable counts as none.
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            // No locale has a name that is not UTF-8: such a value counts as that of an unknown one.
            guard let value = getenv(name), value.pointee != 0 else { continue }
            return Language(locale: String(validatingCString: value) ?? "")
        }
        return Language(locale: "")
    }

    /// The folder of the desk: `--desk`, else `$FIRSTDESK_HOME`, else the user's data folder (XDG Base Directory Specification, which
    /// has relative paths ignored).
    static func folder(_ given: String?) throws(UsageError) -> String {
        if let given {
            if given.isEmpty { throw .missingValue("desk") }
            return given
        }
        if let home = try environmentValue("FIRSTDESK_HOME") { return home }
        if let data = try environmentValue("XDG_DATA_HOME"), data.hasPrefix("/") { return "\(data)/firstdesk" }
        var home = try environmentValue("HOME")
        if home == nil { home = try accountHome() }
        guard let home else { throw .missingOption("desk") }
        return "\(home)/.local/share/firstdesk"
    }

    /// The home folder by the system's list of accounts, for a process without an environment.
    private static func accountHome() throws(UsageError) -> String? {
        // Not thread-safe, and needs not be: the program has one thread here. The entry belongs to libc until the next call.
        guard let account = getpwuid(getuid()), let home = account.pointee.pw_dir else { return nil }
        return try text(of: home, .variable("HOME"))
    }

    /// The text of a string of C, which ends with a zero byte.
    fileprivate static func text(of string: UnsafeMutablePointer<CChar>, _ place: UsageError.Place) throws(UsageError) -> String {
        do throws(NotUTF8) {
            return try String(strict: UnsafeRawBufferPointer(start: string, count: strlen(string)))
        } catch {
            throw .notUTF8(place, error)
        }
    }
}

/// The value of an environment variable; nil where it is not set or empty.
///
/// - Throws: `UsageError.notUTF8`.
func environmentValue(_ name: String) throws(UsageError) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return try CommonOptions.text(of: value, .variable(name))
}
