import ComplaintRules
import Glibc
import TableFiles

/// Asks for a passcode on the terminal, without showing it.
struct PasscodePrompt {
    private let terminal: Int32
    private let language: Language

    /// How often is looked whether a signal waits, in milliseconds.
    private static let patience: Int32 = 100
    /// The signals that would leave the terminal silent: they wait until it speaks again.
    private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

    /// Asks, and gives what was typed; nil where there is no terminal.
    ///
    /// - Throws: `Cancelled` at the end of input; `UsageError.notUTF8`.
    static func ask(_ question: Phrase, _ language: Language) throws -> String? {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { return nil }
        defer { close(terminal) }
        return try PasscodePrompt(terminal: terminal, language: language).read(language(question) + language.colon)
    }

    private func read(_ question: String) throws -> String {
        var loud = termios()
        guard tcgetattr(terminal, &loud) == 0 else { throw Cancelled() }
        var silent = loud
        silent.c_lflag &= ~tcflag_t(ECHO)
        var held = sigset_t()
        var before = sigset_t()
        sigemptyset(&held)
        for signal in PasscodePrompt.signals { sigaddset(&held, signal) }
        pthread_sigmask(SIG_BLOCK, &held, &before)
        // TCSAFLUSH drops what was typed before the question stood there.
        tcsetattr(terminal, TCSAFLUSH, &silent)
        defer {
            tcsetattr(terminal, TCSADRAIN, &loud)
            pthread_sigmask(SIG_SETMASK, &before, nil)
            put("\n")
        }
        put(question)
        var typed: [UInt8] = []
        while true {
            var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            if poll(&waiting, 1, PasscodePrompt.patience) == 0 {
                guard hasSignal() else { continue }
                // The terminal speaks again, then the signal does what it does: most end the program here; after a stop it goes on.
                tcsetattr(terminal, TCSADRAIN, &loud)
                put("\n")
                pthread_sigmask(SIG_SETMASK, &before, nil)
                pthread_sigmask(SIG_BLOCK, &held, nil)
                tcsetattr(terminal, TCSAFLUSH, &silent)
                put(question)
                typed = []
                continue
            }
            var piece = [UInt8](repeating: 0, count: 1024)
            let count = Glibc.read(terminal, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Cancelled() }
            typed += piece[..<count]
            guard typed.last == UInt8(ascii: "\n") else { continue }
            do throws(NotUTF8) {
                return try String(strict: typed.dropLast())
            } catch {
                throw UsageError.notUTF8(.typed, error)
            }
        }
    }

    private func hasSignal() -> Bool {
        var pending = sigset_t()
        sigpending(&pending)
        return PasscodePrompt.signals.contains { sigismember(&pending, $0) == 1 }
    }

    private func put(_ text: String) {
        // A terminal that takes no question takes no answer either: the reading tells.
        _ = text.withCString { Glibc.write(terminal, $0, strlen($0)) }
    }
}
