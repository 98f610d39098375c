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
        let deadline = timeoutMilliseconds.map { SteadyClock.milliseconds() + Int64(max(0, $0)) }
        while true {
            if let input = takeSignal() { return input }
            if !queue.isEmpty { return queue.removeFirst() }
            if let input = decodeNext() { return input }
            let now = SteadyClock.milliseconds()
            let moments = [deadline, decoder.deadline].compactMap { $0 }
            var descriptors = [STDIN_FILENO, signalPipe] + watching
            let ready = try Self.wait(&descriptors, milliseconds: moments.min().map { max(0, $0 - now) } ?? -1)
            if ready.contains(signalPipe) { pendingSignals |= ct_signals_drain() }
            if ready.contains(STDIN_FILENO) {
                if try readInput() == false { return .terminate(signal: SIGHUP) }
            } else if let descriptor = watching.first(where: { ready.contains($0) }) {
                return .watched(descriptor)
            }
            // Also where bytes keep coming: a paste that streams in for long makes no key, and the program has more to do than to wait for it.
            if let deadline, SteadyClock.milliseconds() >= deadline { return decodeNext() ?? .timeout }
        }
    }

    /// Empties the stack below whoever calls: what calls that have returned left there, a passcode among it.
    public static func emptyStack() { ct_empty_stack() }

    /// True when a key is here that can be answered before the next frame is drawn; what came of others is put together meanwhile.
    public var hasInputWaiting: Bool {
        if queue.isEmpty, let input = decodeNext() { queue.append(input) }
        // Whatever goes wrong here comes up again, and is told, when the next key is waited for.
        guard queue.isEmpty, ct_bytes_waiting(STDIN_FILENO) > 0, (try? readInput()) == true else { return !queue.isEmpty }
        if let input = decodeNext() { queue.append(input) }
        return !queue.isEmpty
    }

    /// What a program has to hear while it is busy and takes no keys: a signal that ends it, another size of the screen, Ctrl-C, before which all that
    /// was typed is dropped. Other keys wait for ``next(timeoutMilliseconds:watching:)``.
    public func interruption() -> Input? {
        if let input = takeSignal() { return input }
        // Whatever goes wrong here comes up again, and is told, when the next key is waited for.
        if ct_bytes_waiting(STDIN_FILENO) > 0 { _ = try? readInput() }
        while let input = decodeNext() { queue.append(input) }
        guard let place = queue.lastIndex(of: .key(.control("c"))) else { return nil }
        queue.removeFirst(place + 1)
        return .key(.control("c"))
    }

    /// Milliseconds since the last byte of a paste whose end is not here yet; nil where none is under way.
    public var pasteStall: Int64? { decoder.isPasting ? SteadyClock.milliseconds() - lastByteAt : nil }

    /// Takes the text that waits behind a character just taken, where it is too much at once to have been typed: it was pasted, and the
    /// terminal does not say so.
    public func takeTextWaiting() -> String? { queue.isEmpty ? decoder.takeText(atLeast: 8) : nil }

    private func decodeNext() -> Input? {
        // What came while the program was busy belongs to a lone Esc, or not, but is looked at before the Esc counts as one.
        if let due = decoder.deadline, SteadyClock.milliseconds() >= due, ct_bytes_waiting(STDIN_FILENO) > 0 { _ = try? readInput() }
        while let decoded = decoder.next(at: SteadyClock.milliseconds()) {
            if let input = input(from: decoded) { return input }
        }
        return nil
    }

    /// Throws away what was typed and not yet taken, so that it does not answer a question that is only now asked.
    ///
    /// It is read and not left to the terminal's driver, which would throw away half a sequence, or the end mark of a paste.
    public func flushInput() {
        var isChanged = queue.contains(.glyphsChanged)
        var rest = Int(ct_bytes_waiting(STDIN_FILENO))
        while true {
            while let decoded = decoder.next(at: SteadyClock.milliseconds()) {
                if case .cursorReport(_, let column) = decoded, takeWidth(column: column) { isChanged = true }
            }
            guard rest > 0, (try? readInput()) == true else { break }
            rest -= readBuffer.count
        }
        decoder.dropPaste()
        queue = isChanged ? [.glyphsChanged] : []
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
            lastByteAt = SteadyClock.milliseconds()
            decoder.feed(readBuffer[..<count], at: lastByteAt)
            // It may be a passcode.
            for index in 0..<count { readBuffer[index] = 0 }
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
        case .unreadable(let isPaste):
            return .unreadable(isPaste: isPaste)
        case .pasteTooLarge: return .pasteTooLarge
        case .key(.mouse(var event)):
            // Late, or from a program before this one: the mouse is the terminal's own now (2-screens rule 9).
            guard isMouseEnabled else { return nil }
            if event.kind == .press { event.kind = kindOfPress(at: event.point) }
            return .key(.mouse(event))
        case .key(let key):
            return .key(key)
        }
    }

    /// A second press on the same cell within this time is a double click.
    private static let doubleClickMilliseconds: Int64 = 400

    private func kindOfPress(at point: Point) -> MouseEvent.Kind {
        let now = SteadyClock.milliseconds()
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
        widthAskedAt = SteadyClock.milliseconds()
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
            while let decoded = decoder.next(at: SteadyClock.milliseconds()) {
                if case .cursorReport(_, let column) = decoded {
                    _ = takeWidth(column: column)
                } else if let input = input(from: decoded) {
                    queue.append(input)
                }
            }
            let rest = asked + Self.widthWaitMilliseconds - SteadyClock.milliseconds()
            guard widthAskedAt != nil, rest > 0 else { return }
            var descriptors = [STDIN_FILENO]
            // Whatever goes wrong here comes up again, and is told, when the first key is waited for.
            guard let ready = try? Self.wait(&descriptors, milliseconds: rest), !ready.isEmpty, (try? readInput()) == true else { return }
        }
    }
}
