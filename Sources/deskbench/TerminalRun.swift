import CTerminal
import Glibc
import TerminalEmulator

/// A full-screen program in a pseudo-terminal of 80×24, with an emulator that shows what a person would see.
final class TerminalRun {
    /// What a program did about a key.
    struct Reaction {
        /// From the key, or the start, to the last byte written, in seconds; 0 where nothing was.
        var seconds = 0.0
        /// How many bytes were written.
        var bytes = 0
        /// Seconds of processor that it took, which no other program on the machine changes; 0 where the kernel does not tell.
        var processor = 0.0
    }

    let process: pid_t
    private let master: Int32
    private let emulator: Emulator
    private var hasEnded = false
    /// From the start to the last byte before a rest: the screen with which somebody can begin.
    private(set) var start = Reaction()
    /// From the start to the first frame that reaches the last row, in seconds, whatever comes then.
    private(set) var firstFrame: Double?
    private let begun: Double

    /// Without a byte for so long, a reaction is over: longer than a program pauses between two writes of one frame, in milliseconds.
    private static let quiet: Int32 = 12
    /// For so long a first byte is waited for.
    private static let patience: Int32 = 5000

    /// Starts a program and waits for its first complete screen: something stands in the last rows, and nothing more comes.
    init(_ line: [String], _ bench: Bench) throws(BenchFailure) {
        guard let emulator = Emulator(columns: 80, rows: 24) else { throw BenchFailure("libvterm gave no terminal") }
        self.emulator = emulator
        begun = seconds()
        var process: pid_t = 0
        master = withCStrings(line) { arguments in
            withCStrings(bench.environment) { ct_spawn_in_pty(line[0], arguments, $0, 80, 24, &process) }
        }
        self.process = process
        guard master >= 0 else { throw .system("a pseudo-terminal for \(line[0])") }
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
        start = readUntilQuiet(since: begun, quiet: 150)
        start.processor = processor
        let rows = emulator.rows
        guard rows.suffix(2).contains(where: { !$0.isEmpty }) else {
            throw BenchFailure("\(line.joined(separator: " ")): no screen came\n\(rows.joined(separator: "\n"))")
        }
    }

    deinit { end() }

    /// The screen's rows.
    var rows: [String] { emulator.rows }

    /// Types something, and waits until the program has reacted.
    @discardableResult
    func type(_ text: String) -> Reaction {
        let used = processor
        let begun = seconds()
        send(Array(text.utf8))
        var reaction = readUntilQuiet(since: begun, quiet: TerminalRun.quiet)
        reaction.processor = processor - used
        return reaction
    }

    /// What the program writes by itself in so many milliseconds.
    func wait(milliseconds: Int32) -> Reaction {
        let begun = seconds()
        var reaction = Reaction()
        while case let left = Double(milliseconds) - (seconds() - begun) * 1000, left > 0 {
            reaction.bytes += take(within: Int32(left) + 1)
        }
        return reaction
    }

    /// Waits until a text stands in the last row, and gives the seconds from the start to the frame that brought it; nil where it does not come.
    func waitFor(inLastRow text: String) -> Double? {
        let patience = seconds() + 60
        while emulator.rows.last?.contains(text) != true {
            if seconds() > patience || take(within: TerminalRun.patience) == 0 { return nil }
        }
        return lastByte - begun
    }

    private func readUntilQuiet(since begun: Double, quiet: Int32) -> Reaction {
        var reaction = Reaction()
        while case let count = take(within: reaction.bytes == 0 ? TerminalRun.patience : quiet), count > 0 {
            reaction.seconds = lastByte - begun
            reaction.bytes += count
        }
        return reaction
    }

    private var lastByte = 0.0

    /// Seconds for which the program has run on a processor (sched-stats, /proc/<pid>/schedstat).
    private var processor: Double {
        deskbench.read("/proc/\(process)/schedstat")?.split(separator: " ").first.flatMap { Double($0) }.map { $0 / 1e9 } ?? 0
    }

    /// Reads what comes within so many milliseconds, and gives the number of bytes.
    private func take(within milliseconds: Int32) -> Int {
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, milliseconds) > 0 else { return 0 }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(master, &buffer, buffer.count)
        guard count > 0 else { return 0 }
        lastByte = seconds()
        emulator.write(buffer[..<count])
        if firstFrame == nil, emulator.rows.last?.isEmpty == false { firstFrame = lastByte - begun }
        send(emulator.takeAnswers())
        return count
    }

    private func send(_ bytes: [UInt8]) {
        // A few bytes at a time, which a terminal's queue always takes.
        _ = bytes.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
    }

    /// Ends the program as a closed session would, so that it tidies up.
    func end() {
        if hasEnded { return }
        hasEnded = true
        kill(process, SIGTERM)
        let begun = seconds()
        while waitpid(process, nil, WNOHANG) == 0 {
            if seconds() - begun > 3 { kill(process, SIGKILL) }
            _ = take(within: 2)
        }
        close(master)
    }
}
