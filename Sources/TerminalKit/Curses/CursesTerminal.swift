import CNcurses
import CTerminal
import Glibc

/// The terminal under curses: takes frames, gives keys, and leaves everything as it was found.
///
/// One thread uses it. All waiting is in ``next(timeoutMilliseconds:watching:)``, one `poll` over the keyboard, a pipe that signal
/// handlers write, and whatever else is watched.
public final class CursesTerminal {
    /// What came in.
    public enum Input: Equatable, Sendable {
        /// A key, a paste or the mouse.
        case key(Key)
        /// The screen has another size; draw anew.
        case resized(Size)
        /// The program was asked to end (HUP, TERM, INT), or its terminal is gone (told as HUP).
        case terminate(signal: Int32)
        /// A watched file descriptor can be read, or its other end is closed.
        case watched(Int32)
        /// Bytes came that are no UTF-8; they, or the whole paste that they stood in, are left out.
        case unreadable(isPaste: Bool)
        /// A paste was so large that the whole of it was left out.
        case pasteTooLarge
        /// The terminal told late how wide it draws; ``CursesTerminal/glyphs`` changed, draw anew.
        case glyphsChanged
        /// Nothing came in time.
        case timeout
    }

    /// Columns and rows of the screen.
    public internal(set) var size: Size
    /// How many colours there are.
    public let colourDepth: ColourDepth
    /// The look in use; setting it shows at the next frame.
    public var theme: Theme {
        didSet { if theme != oldValue { applyTheme() } }
    }

    let screen: OpaquePointer
    let window: UnsafeMutablePointer<WINDOW>
    /// The terminal as curses writes to it, and a file in memory that stands in for it while a frame is made; -1 where there is none.
    let output: Int32
    let frameFile = ct_memory_file()
    let hasDirectColour: Bool
    var found: termios
    let signalPipe: Int32
    /// What is switched on beside what curses does.
    private let modesOn: [UInt8]
    var isClosed = false

    var previous: Grid?
    var isCursorShown = true
    var looks: [RoleOnGround: (attributes: attr_t, pair: Int32)] = [:]
    var pairs: [PairColours: Int32] = [:]
    var rowCells: [cchar_t] = []

    var decoder: InputDecoder
    var queue: [Input] = []
    var pendingSignals: UInt64 = 0
    var readBuffer = [UInt8](repeating: 0, count: 65_536)
    var lastByteAt: Int64 = 0
    var lastPress: (point: Point, at: Int64)?
    /// Whether mouse reports are on.
    public internal(set) var isMouseEnabled = false

    var currentGlyphs: Glyphs = .ascii
    var drawsAmbiguousWide = false
    var widthAskedAt: Int64?
    var mayWaitForWidth = false

    /// A pair of colours as curses numbers them; -1 is the terminal's own.
    struct PairColours: Hashable {
        var foreground: Int32
        var background: Int32
    }

    /// Takes over the terminal on standard input and output.
    ///
    /// `NO_COLOR` in the environment (set and not empty, as no-color.org has it) or a terminal without colour gives mono.
    public static func open(theme: Theme) throws(TerminalError) -> CursesTerminal {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        guard TextWidth.ensureUTF8() else { throw .noUTF8Locale }
        let name = getenv("TERM").map { String(cString: $0) } ?? ""
        // newterm() tells nothing about why; setupterm() does, and does not exit where it is given a place for its answer.
        var answer: Int32 = 0
        guard !name.isEmpty, setupterm(name, STDOUT_FILENO, &answer) == OK else { throw .unknownTerminal(name) }
        guard let move = Capability.string("cup") else { throw .notCapable(name) }
        var found = termios()
        guard tcgetattr(STDIN_FILENO, &found) == 0 else { throw .system(call: "tcgetattr", errno: errno) }
        // Before newterm(), which installs handlers of its own only where there are none (lib_tstp.c).
        let pipe = ct_signals_install()
        guard pipe >= 0 else { throw .system(call: "pipe2", errno: errno) }
        // Of its own, so that a frame can be collected on its way (``show(_:)``).
        let output = dup(STDOUT_FILENO)
        guard let screen = nc_open(name, output), let window = nc_screen_window() else {
            ct_signals_restore()
            throw .unknownTerminal(name)
        }
        let modes = Capability.bracketedPasteOn + (name == "st" || name.hasPrefix("st-") ? [] : Capability.keypadOfDigits)
        return CursesTerminal(
            screen: screen,
            window: window,
            output: output,
            theme: theme,
            found: found,
            pipe: pipe,
            modesOn: modes,
            moveCursor: move
        )
    }

    private init(
        screen: OpaquePointer,
        window: UnsafeMutablePointer<WINDOW>,
        output: Int32,
        theme: Theme,
        found: termios,
        pipe: Int32,
        modesOn: [UInt8],
        moveCursor: [UInt8]
    ) {
        self.screen = screen
        self.window = window
        self.output = output
        self.theme = theme
        self.found = found
        signalPipe = pipe
        self.modesOn = modesOn
        size = Size(columns: Int(nc_columns(window)), rows: Int(nc_rows(window)))
        decoder = InputDecoder(sequences: Capability.keySequences())

        let noColour = getenv("NO_COLOR").map { $0[0] != 0 } ?? false
        let hasColour = !noColour && has_colors()
        if hasColour {
            start_color()
            use_default_colors()
        }
        let count = hasColour ? nc_colour_count() : 0
        colourDepth = count >= 256 ? .rich : count >= 8 ? .basic : .mono
        hasDirectColour = count >= 1 << 24 && Capability.flag("RGB")

        guardAgainstCrashes()
        raw()
        noecho()
        nonl()
        // Keys as the terminal database knows them; the bytes are read by the decoder.
        keypad(window, true)
        // A frame is never left half drawn because a key is waiting.
        typeahead(-1)
        // Lists that scroll by a row are moved by the terminal instead of being sent anew.
        idlok(window, true)
        adoptWindowSize()
        wrefresh(window)
        Self.write(modesOn)
        if moveCursor.starts(with: [0x1B, UInt8(ascii: "[")]) { askWidth() }
        applyTheme()
    }

    deinit { close() }

    /// Leaves the terminal exactly as it was found; further calls do nothing.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        Self.write(Capability.bracketedPasteOff + (isMouseEnabled ? Capability.mouseOff : []))
        endwin()
        // Some terminals (libvterm) come back from the second screen with the cursor as hidden as it once was when they went there.
        Self.write(Capability.string("cnorm") ?? [])
        // endwin() restores what newterm() found; a program that changed the modes in between does not change what we found.
        tcsetattr(STDIN_FILENO, TCSANOW, &found)
        ct_crash_release()
        ct_signals_restore()
        delscreen(screen)
        Glibc.close(output)
        if frameFile >= 0 { Glibc.close(frameFile) }
    }

    /// Has the terminal put back even when the program dies of a fault.
    private func guardAgainstCrashes() {
        let names = ["rmkx", "sgr0", "op", "cnorm", "rmcup"]
        let bytes = Capability.bracketedPasteOff + Capability.mouseOff + names.flatMap { Capability.string($0) ?? [] }
        let count = bytes.count
        bytes.withUnsafeBufferPointer { buffer in
            // Should it fail (no memory for a stack) the program works all the same, without this net.
            _ = buffer.baseAddress?.withMemoryRebound(to: CChar.self, capacity: count) { ct_crash_guard(STDOUT_FILENO, &found, $0, count) }
        }
    }

    /// Switches mouse reports; off lets the terminal's own copying work (2-screens rule 9).
    public func setMouse(enabled: Bool) {
        guard enabled != isMouseEnabled, !isClosed else { return }
        isMouseEnabled = enabled
        Self.write(enabled ? Capability.mouseOn : Capability.mouseOff)
    }

    /// Rings the bell, or flashes where the terminal has none.
    public func ring() {
        if !isClosed { beep() }
    }

    /// Puts a text into the clipboard of whoever sits at the terminal, over any connection; a terminal that has no such command, or does not
    /// allow it, ignores it (xterm control sequences, OSC 52).
    public func copy(_ text: String) {
        guard !isClosed else { return }
        Self.write(Array("\u{1B}]52;c;".utf8) + Base64.encoded(Array(text.utf8)) + [7])
    }

    /// Stops the program as Ctrl-Z does in a shell, and comes back with the whole screen repainted.
    public func suspend() {
        guard !isClosed else { return }
        Self.write(Capability.bracketedPasteOff + (isMouseEnabled ? Capability.mouseOff : []))
        endwin()
        tcsetattr(STDIN_FILENO, TCSANOW, &found)
        ct_signals_stop_self()
        // The CONT that woke us has been answered by this.
        pendingSignals |= ct_signals_take() & ~Self.bit(SIGCONT)
        takeUpAgain()
    }

    /// Programs the terminal anew and repaints, after another program had it.
    func takeUpAgain() {
        pendingSignals |= Self.bit(SIGWINCH)
        clearok(window, true)
        wrefresh(window)
        Self.write(modesOn + (isMouseEnabled ? Capability.mouseOn : []))
    }

    /// Writes bytes past curses, between frames; curses has nothing buffered then.
    static func write(_ bytes: [UInt8]) {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count > 0 {
                done += count
            } else if count < 0, errno == EINTR || errno == EAGAIN {
                var descriptor = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
                poll(&descriptor, 1, 100)
            } else {
                // The terminal is gone; the next read says so.
                return
            }
        }
    }

    static func bit(_ signal: Int32) -> UInt64 { 1 << UInt64(signal) }
}
