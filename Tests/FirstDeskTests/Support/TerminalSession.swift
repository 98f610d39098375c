import CTerminal
import Glibc
import TerminalEmulator

/// A program in a pseudo-terminal, with the screen that a person would see.
///
/// Nothing is read in the background: the screen is as of the last call that waits. A test sends something, waits for a text or for
/// idle, and looks. Not to be shared between threads.
final class TerminalSession {
    /// The program's process.
    let process: pid_t
    /// The master side of the pseudo-terminal; does not block.
    let master: Int32
    /// The empty home folder of the program, unless the test gave it another; removed with the session.
    let home: TemporaryFolder
    let emulator: Emulator
    private let line: [String]

    /// All bytes that the program has written.
    private(set) var rawOutput: [UInt8] = []
    private var markedCount = 0
    /// How the program ended, as far as it is known already.
    private(set) var status: ExitStatus?
    /// Whether nobody has the terminal open any more.
    private(set) var hasHungUp = false

    /// Starts a program in a new terminal.
    ///
    /// - Parameters:
    ///   - arguments: What follows the program's name on the command line.
    ///   - clock: Where it takes the time from.
    ///   - environment: Variables set besides, or instead of, the plain ones of `Spawning.environment`.
    ///   - columns: The terminal's width in cells.
    ///   - rows: The terminal's height in cells.
    ///   - program: The path of the program.
    /// - Throws: `HarnessFailure` when it cannot be started.
    init(
        _ arguments: [String],
        clock: ProgramClock = .usual,
        environment: [String: String] = [:],
        columns: Int = 80,
        rows: Int = 24,
        program: String = BuiltProgram.path
    ) throws(HarnessFailure) {
        guard access(program, X_OK) == 0 else { throw HarnessFailure.system("cannot run \(program)") }
        let home = try TemporaryFolder()
        guard let emulator = Emulator(columns: columns, rows: rows) else {
            throw HarnessFailure("libvterm gave no terminal of \(columns)×\(rows)")
        }
        let line = [program] + arguments
        let variables = Spawning.environment(home: home.path, clock: clock, changes: environment)
        let started = try Spawning.alone { () throws(HarnessFailure) -> (pid_t, Int32) in
            var process: pid_t = 0
            let master = Spawning.withCStrings(line) { line in
                Spawning.withCStrings(variables) { variables in
                    ct_spawn_in_pty(program, line, variables, Int32(columns), Int32(rows), &process)
                }
            }
            guard master >= 0 else { throw HarnessFailure.system("forkpty for \(program)") }
            return (process, master)
        }
        (process, master) = started
        self.home = home
        self.emulator = emulator
        self.line = line
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(master)
        if status == nil {
            // The program leads a session and a process group of its own, so this reaches what it started too.
            Glibc.kill(-process, SIGKILL)
            Glibc.kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
    }

    // MARK: What a person sees

    /// The rows from top to bottom, blanks at their ends cut off.
    var rows: [String] { emulator.rows }

    /// The whole screen: the rows, each ended by a line break but the last.
    var screen: String { rows.joined(separator: "\n") }
    /// Where the cursor stands, in cells from 0.
    var cursor: (row: Int, column: Int) { emulator.cursor }
    /// Whether the cursor is shown.
    var cursorVisible: Bool { emulator.isCursorVisible }
    /// Whether the alternate screen is shown.
    var isAlternateScreen: Bool { emulator.isAlternateScreen }
    /// The window's title as last set by the program.
    var title: String { emulator.title }
    /// How often the bell rang.
    var bells: Int { emulator.bells }
    /// Whether the program has asked for mouse reports.
    var reportsMouse: Bool { emulator.reportsMouse }
    /// Whether the program has asked for bracketed paste.
    var bracketsPaste: Bool { !emulator.pasteBrackets().before.isEmpty }

    /// What is drawn at a place, in cells from 0, and how.
    func look(row: Int, column: Int) -> CellLook {
        emulator.cell(row: row, column: column)
    }

    /// Where a text first stands within one row of the screen, in cells from 0.
    func position(of text: String) -> (row: Int, column: Int)? {
        let size = emulator.size
        for row in 0..<size.rows {
            for column in 0..<size.columns where self.text(row: row, column: column, count: text.count) == text {
                return (row, column)
            }
        }
        return nil
    }

    /// How the first character of a text on the screen is drawn.
    ///
    /// - Throws: `HarnessFailure` with the screen when the text is not there.
    func look(of text: String) throws(HarnessFailure) -> CellLook {
        guard let place = position(of: text) else { throw failure("not on the screen: \(text)") }
        return look(row: place.row, column: place.column)
    }

    /// So many characters of a row, from a column on.
    private func text(row: Int, column: Int, count: Int) -> String {
        var text = ""
        var length = 0
        for column in column..<emulator.size.columns where length < count {
            let cell = emulator.cell(row: row, column: column)
            if cell.isContinuation {
                // The right half of a wide character begins no text.
                if length == 0 { return "" }
                continue
            }
            text += cell.text.isEmpty ? " " : cell.text
            length += 1
        }
        return text
    }

    // MARK: Bytes

    /// Remembers this point of the output, for `bytesSinceMark`.
    func mark() {
        markedCount = rawOutput.count
    }

    /// How many bytes the program has written since the mark, or since its start.
    var bytesSinceMark: Int { rawOutput.count - markedCount }
    /// The bytes that the program has written since the mark, or since its start.
    var outputSinceMark: ArraySlice<UInt8> { rawOutput[markedCount...] }

    /// Reads what the program has written, waiting for it so many milliseconds at most, and sends the terminal's answers.
    ///
    /// - Returns: Whether there was anything.
    @discardableResult
    func pump(milliseconds: Int32) throws(HarnessFailure) -> Bool {
        // A closed terminal is always ready, with nothing: poll(2) passes over a negative descriptor and just waits.
        var waiting = pollfd(fd: hasHungUp ? -1 : master, events: Int16(POLLIN), revents: 0)
        let count = poll(&waiting, 1, milliseconds)
        guard count >= 0 || errno == EINTR else { throw HarnessFailure.system("poll") }
        guard count > 0, try drain() else { return false }
        let answers = emulator.takeAnswers()
        // A program may ask its terminal something and end before the answer: then there is nobody to hear it.
        if !answers.isEmpty && !hasHungUp { try write(answers) }
        return true
    }

    /// Reads what is there, a megabyte at most, so that one who writes for ever does not hold up the test for ever.
    private func drain() throws(HarnessFailure) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65536)
        var hasRead = false
        for _ in 0..<16 {
            let count = read(master, &buffer, buffer.count)
            if count > 0 {
                hasRead = true
                rawOutput += buffer[..<count]
                emulator.write(buffer[..<count])
            } else if count == 0 || errno == EIO {
                // The last one who had the terminal open has closed it (pty(7): EIO).
                hasHungUp = true
                break
            } else if errno == EAGAIN || errno == EINTR {
                break
            } else {
                throw HarnessFailure.system("read from the terminal")
            }
        }
        return hasRead
    }

    /// Writes to the program, and reads meanwhile: it may have to be rid of its output before it takes more input.
    func write(_ bytes: [UInt8]) throws(HarnessFailure) {
        var rest = bytes[...]
        var deadline = ContinuousClock.now + .seconds(15)
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
                deadline = .now + .seconds(15)
                continue
            }
            guard count == 0 || errno == EAGAIN || errno == EINTR else {
                throw failure("could not write to the terminal: \(String(cString: strerror(errno)))")
            }
            guard ContinuousClock.now < deadline else { throw failure("did not take its input: \(rest.count) bytes are left") }
            var waiting = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
            _ = poll(&waiting, 1, 50)
            if try drain() {
                // Answers wait their turn: what is being written now is first.
                rest += emulator.takeAnswers()
            }
        }
    }

    // MARK: The process

    /// Sends a signal to the program.
    func kill(_ signal: Int32) throws(HarnessFailure) {
        guard Glibc.kill(process, signal) == 0 else { throw HarnessFailure.system("kill \(process)") }
    }

    /// Closes the terminal under the program, as a window that is closed or a line that is cut: the kernel hangs it up.
    func closeTerminal() throws(HarnessFailure) {
        let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
        guard nothing >= 0 else { throw HarnessFailure.system("open /dev/null") }
        defer { close(nothing) }
        // The number stays taken until the session goes: another test might get it otherwise, and have it closed by this one.
        guard dup2(nothing, master) >= 0 else { throw HarnessFailure.system("dup2") }
        _ = fcntl(master, F_SETFD, FD_CLOEXEC)
        hasHungUp = true
    }

    /// Whether the program has ended; keeps how.
    func hasEnded() -> Bool {
        if status != nil { return true }
        var waited: Int32 = 0
        if waitpid(process, &waited, WNOHANG) == process { status = ExitStatus(waited: waited) }
        return status != nil
    }

    /// Gives the terminal another size in cells, of which the kernel tells the program (SIGWINCH).
    func resize(columns: Int, rows: Int) throws(HarnessFailure) {
        emulator.resize(columns: columns, rows: rows)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard ioctl(master, UInt(TIOCSWINSZ), &size) == 0 else { throw HarnessFailure.system("TIOCSWINSZ") }
    }

    /// The modes of the program's side of the terminal; also after the program's end.
    ///
    /// On Linux the master answers for the other side. The kernel keeps the modes while the master is open, so what a program leaves behind
    /// shows.
    func modes() throws(HarnessFailure) -> TerminalModes {
        var modes = termios()
        guard tcgetattr(master, &modes) == 0 else { throw HarnessFailure.system("tcgetattr") }
        return TerminalModes(modes)
    }

    /// A failure with the whole screen in it.
    func failure(_ reason: String) -> HarnessFailure {
        let size = emulator.size
        let edge = "+" + String(repeating: "-", count: size.columns) + "+"
        let picture = ([edge] + rows.map { "|\($0)" } + [edge]).joined(separator: "\n")
        let end = hasEnded() ? status.map { "ended with \($0)" } ?? "" : "runs, threads \(String(ProcessFacts.states(of: process)))"
        let place = "cursor at row \(cursor.row), column \(cursor.column)"
        return HarnessFailure("\(reason)\n\(line.joined(separator: " ")): \(end); \(place)\n\(picture)")
    }
}

/// The modes of a terminal (termios(3)), to be compared before and after.
struct TerminalModes: Equatable, Sendable {
    let input: UInt32
    let output: UInt32
    let control: UInt32
    let local: UInt32
    let characters: [UInt8]

    /// Takes the modes out of the C structure.
    init(_ modes: termios) {
        input = modes.c_iflag
        output = modes.c_oflag
        control = modes.c_cflag
        local = modes.c_lflag
        characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
    }

    /// Whether the terminal itself shows what is typed.
    var echoes: Bool { local & UInt32(ECHO) != 0 }
    /// Whether the terminal gives its input line by line.
    var isCanonical: Bool { local & UInt32(ICANON) != 0 }
}
