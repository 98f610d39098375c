import CNcurses
import CTerminal
import Glibc

extension CursesTerminal {
    /// Waits for the next thing that comes in.
    ///
    /// - Parameters:
    ///   - timeoutMilliseconds: Give up after so long with ``Input/timeout``; nil waits for ever.
    ///   - watching: Further file descriptors to wait for.
    /// - Throws: ``TerminalError/system(call:errno:)`` when the system cannot wait or read.
    public func next(timeoutMilliseconds: Int?, watching: [Int32] = []) throws(TerminalError) -> Input {
        let deadline = timeoutMilliseconds.map { Self.now() + Int64(max(0, $0)) }
        while true {
            if let input = takeSignal() { return input }
            if let decoded = queue.isEmpty ? decoder.next(isFinal: false) : queue.removeFirst() {
                if let input = input(from: decoded) { return input }
                continue
            }
            let now = Self.now()
            var wait = deadline.map { max(0, $0 - now) } ?? -1
            let isHeldBack = decoder.isWaiting
            if isHeldBack {
                let rest = max(0, lastByteAt + Int64(decoder.waitMilliseconds) - now)
                wait = wait < 0 ? rest : min(wait, rest)
            }
            var descriptors = [STDIN_FILENO, signalPipe] + watching
            let ready = try Self.wait(&descriptors, milliseconds: wait)
            if ready.contains(signalPipe) { pendingSignals |= ct_signals_drain() }
            if ready.contains(STDIN_FILENO) {
                if try readInput() == false { return .terminate(signal: SIGHUP) }
                continue
            }
            if let descriptor = watching.first(where: { ready.contains($0) }) { return .watched(descriptor) }
            guard ready.isEmpty else { continue }
            let later = Self.now()
            if isHeldBack, later >= lastByteAt + Int64(decoder.waitMilliseconds) {
                if let decoded = decoder.next(isFinal: true), let input = input(from: decoded) { return input }
                continue
            }
            if let deadline, later >= deadline { return .timeout }
        }
    }

    /// True when more input is already here; a program that falls behind may answer it before it draws the next frame.
    public var hasInputWaiting: Bool {
        !queue.isEmpty || decoder.hasCompleteInput || ct_bytes_waiting(STDIN_FILENO) > 0
    }

    /// Polls; gives those of the descriptors that are ready.
    private static func wait(_ descriptors: inout [Int32], milliseconds: Int64) throws(TerminalError) -> [Int32] {
        var polls = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let count = poll(&polls, nfds_t(polls.count), Int32(clamping: milliseconds))
        if count < 0 {
            if errno == EINTR || errno == EAGAIN { return [] }
            throw .system(call: "poll", errno: errno)
        }
        return count == 0 ? [] : polls.filter { $0.revents != 0 }.map(\.fd)
    }

    /// Reads what there is; false when the terminal is gone.
    private func readInput() throws(TerminalError) -> Bool {
        let count = read(STDIN_FILENO, &readBuffer, readBuffer.count)
        if count > 0 {
            decoder.feed(readBuffer[..<count])
            lastByteAt = Self.now()
            return true
        }
        if count < 0, errno == EINTR || errno == EAGAIN { return true }
        // End of file, or EIO after a hang-up (tty_ioctl(4)).
        if count == 0 || errno == EIO || errno == ENXIO { return false }
        throw .system(call: "read", errno: errno)
    }

    private func takeSignal() -> Input? {
        pendingSignals |= ct_signals_take()
        guard pendingSignals != 0 else { return nil }
        for signal in [SIGHUP, SIGTERM, SIGINT] where pendingSignals & Self.bit(signal) != 0 {
            pendingSignals &= ~Self.bit(signal)
            return .terminate(signal: signal)
        }
        if pendingSignals & Self.bit(SIGTSTP) != 0 {
            pendingSignals &= ~Self.bit(SIGTSTP)
            suspend()
        }
        if pendingSignals & Self.bit(SIGCONT) != 0 {
            // Stopped by SIGSTOP, which nobody sees coming: the shell has had the terminal meanwhile.
            pendingSignals &= ~Self.bit(SIGCONT)
            endwin()
            takeUpAgain()
        }
        if pendingSignals & Self.bit(SIGWINCH) != 0 {
            pendingSignals &= ~Self.bit(SIGWINCH)
            if adoptWindowSize() { return .resized(size) }
        }
        return nil
    }

    /// Takes over the window's size; true when it changed.
    @discardableResult
    func adoptWindowSize() -> Bool {
        var columns: Int32 = 0
        var rows: Int32 = 0
        guard ct_window_size(STDOUT_FILENO, &columns, &rows) == 0, columns > 0, rows > 0 else { return false }
        let new = Size(columns: Int(columns), rows: Int(rows))
        guard new != size || Int(nc_columns(window)) != new.columns || Int(nc_rows(window)) != new.rows else { return false }
        // Not resizeterm(), which also queues a KEY_RESIZE for wgetch(), which nobody calls.
        resize_term(rows, columns)
        size = new
        previous = nil
        // What the terminal kept of the old size is not known.
        werase(window)
        clearok(window, true)
        return true
    }

    private func input(from decoded: DecodedInput) -> Input? {
        switch decoded {
        case .cursorReport(_, let column):
            return takeWidth(column: column) ? .glyphsChanged : nil
        case .key(.mouse(var event)):
            if event.kind == .press { event.kind = kindOfPress(at: event.point) }
            return .key(.mouse(event))
        case .key(let key):
            return .key(key)
        }
    }

    /// A second press on the same cell within this time is a double click.
    private static let doubleClickMilliseconds: Int64 = 400

    private func kindOfPress(at point: Point) -> MouseEvent.Kind {
        let now = Self.now()
        if let last = lastPress, last.point == point, now - last.at <= Self.doubleClickMilliseconds {
            lastPress = nil
            return .doubleClick
        }
        lastPress = (point, now)
        return .press
    }
}

extension CursesTerminal {
    /// How long the first frame waits for the terminal's answer about widths. One on this machine answers within a millisecond or
    /// two; over a slow line the answer comes later and the frame is drawn anew.
    private static let widthWaitMilliseconds: Int64 = 6

    /// The signs that this terminal draws one column wide: ASCII until it has answered that it draws others so as well.
    ///
    /// The first use waits a few milliseconds for the answer.
    public var glyphs: Glyphs {
        if mayWaitForWidth { awaitWidth() }
        return currentGlyphs
    }

    /// Draws a sign of ambiguous width and asks where the cursor is then (2-screens rule 5); the screen is empty and stays so.
    func askWidth() {
        widthAskedAt = Self.now()
        mayWaitForWidth = true
        Self.write(Array("\r─\u{1B}[6n\r\u{1B}[K".utf8))
    }

    /// Takes the answer; true when it changed the glyphs.
    func takeWidth(column: Int) -> Bool {
        guard widthAskedAt != nil else { return false }
        widthAskedAt = nil
        mayWaitForWidth = false
        drawsAmbiguousWide = column == 3
        let glyphs: Glyphs = column == 2 ? .unicode : .ascii
        let isChanged = glyphs != currentGlyphs
        currentGlyphs = glyphs
        if drawsAmbiguousWide { previous = nil }
        return isChanged
    }

    private func awaitWidth() {
        mayWaitForWidth = false
        while let asked = widthAskedAt {
            while let decoded = decoder.next(isFinal: false) {
                if case .cursorReport(_, let column) = decoded {
                    _ = takeWidth(column: column)
                } else {
                    queue.append(decoded)
                }
            }
            let rest = asked + Self.widthWaitMilliseconds - Self.now()
            guard widthAskedAt != nil, rest > 0 else { return }
            var descriptors = [STDIN_FILENO]
            // Whatever goes wrong here comes up again, and is told, when the first key is waited for.
            guard let ready = try? Self.wait(&descriptors, milliseconds: rest), !ready.isEmpty, (try? readInput()) == true else { return }
        }
    }
}
