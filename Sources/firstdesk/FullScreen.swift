/// The full-screen desk, and the same on a desk made for practice.
enum FullScreen {
    /// Opens the desk full-screen.
    static func run(_ invocation: Invocation) throws -> ExitStatus { notBuiltYet(invocation) }

    /// Makes a throw-away practice desk and opens it.
    static func runDemo(_ invocation: Invocation) throws -> ExitStatus { notBuiltYet(invocation) }

    private static func notBuiltYet(_ invocation: Invocation) -> ExitStatus {
        invocation.console.say(MessageWords.notBuiltYet)
        return .wrongUsage
    }
}
