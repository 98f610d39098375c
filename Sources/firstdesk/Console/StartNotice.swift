import ComplaintRules
import Glibc
import Synchronization

import enum TerminalKit.TextWidth

/// Says on standard error what is being done, where that takes longer than anybody waits without wondering; nothing where that is no terminal.
final class StartNotice {
    /// What the thread that waits needs: it says the line once the time is over, unless the other end of its pipe is closed before.
    private final class Waiting: Sendable {
        let line: String
        let errors: Int32
        let pipe: Int32
        let milliseconds: Int32
        let isSaid = Atomic(false)

        init(line: String, errors: Int32, pipe: Int32, milliseconds: Int32) {
            (self.line, self.errors, self.pipe, self.milliseconds) = (line, errors, pipe, milliseconds)
        }

        func run() {
            var watched = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
            guard poll(&watched, 1, milliseconds) == 0 else { return }
            isSaid.store(true, ordering: .relaxed)
            StartNotice.write("\r" + line, to: errors)
        }
    }

    private let waiting: Waiting?
    private var thread = pthread_t()
    private var ends: (read: Int32, write: Int32) = (-1, -1)

    /// Begins to wait.
    ///
    /// - Parameters:
    ///   - milliseconds: after which the line is said.
    ///   - isTerminal: whether there is somebody to read it; whether standard error is a terminal, unless told otherwise.
    init(_ console: Console, _ words: Phrase, after milliseconds: Int32 = 150, isTerminal: Bool? = nil) {
        var descriptors: [Int32] = [-1, -1]
        guard isTerminal ?? (isatty(console.errors) == 1), pipe(&descriptors) == 0 else {
            waiting = nil
            return
        }
        for descriptor in descriptors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        ends = (descriptors[0], descriptors[1])
        let waiting = Waiting(line: console.language(words), errors: console.errors, pipe: ends.read, milliseconds: milliseconds)
        let context = Unmanaged.passRetained(waiting)
        let result = pthread_create(
            &thread,
            nil,
            { context in
                // The thread's own reference, passed in above.
                if let context { Unmanaged<Waiting>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            },
            context.toOpaque()
        )
        if result == 0 {
            self.waiting = waiting
        } else {
            // Without another thread nothing is said; what is being done goes on.
            context.release()
            self.waiting = nil
            close(ends.read)
            close(ends.write)
        }
    }

    /// It is done: takes the line away, where it was said.
    func end() {
        guard let waiting else { return }
        close(ends.write)
        pthread_join(thread, nil)
        close(ends.read)
        guard waiting.isSaid.load(ordering: .relaxed) else { return }
        // Blanks rather than an escape sequence, which a dumb terminal would show.
        StartNotice.write("\r" + String(repeating: " ", count: TextWidth.columns(of: waiting.line)) + "\r", to: waiting.errors)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let stream = OutputStream(descriptor: descriptor)
        stream.write(text)
        do {
            try stream.flush()
        } catch {
            // What cannot be said is nothing that anybody waits for; what is being done goes on.
        }
    }
}
