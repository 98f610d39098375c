import CVterm

extension TerminalSession {
    /// Sends text as if typed, byte by byte as it is: a line break here is `\n`, which no key sends (Enter is `.enter`, `\r`).
    func send(_ text: String) throws(HarnessFailure) {
        try write(Array(text.utf8))
    }

    /// Presses a key, with the bytes that the program's terminal modes ask for.
    ///
    /// After `.escape` wait for idle before the next key: within the program's escape delay the two would be one Alt key.
    func press(_ key: TestKey) throws(HarnessFailure) {
        if let bytes = key.fixedBytes {
            try write(bytes)
        } else if let (key, modifiers) = key.emulated {
            emulator.press(key, modifiers: modifiers)
            try write(emulator.takeAnswers())
        } else {
            throw HarnessFailure("no terminal has the key \(key)")
        }
    }

    /// Presses keys one after the other.
    func press(_ keys: TestKey...) throws(HarnessFailure) {
        for key in keys { try press(key) }
    }

    /// Pastes text as a terminal does: line breaks as `\r`, and in brackets where the program has asked for them.
    func paste(_ text: String) throws(HarnessFailure) {
        let (before, after) = emulator.pasteBrackets()
        let bytes = text.utf8.map { $0 == 0x0a ? 0x0d : $0 }
        try write(before + bytes + after)
    }

    /// Clicks a cell, counted from 0. Sends nothing unless the program has asked for mouse reports.
    func click(row: Int, column: Int, button: Int = 1) throws(HarnessFailure) {
        // libvterm 0.1.4 itself reports buttons also to programs that did not ask; no terminal does.
        guard reportsMouse else { return }
        emulator.mouse(row: row, column: column, button: button, isPressed: true)
        emulator.mouse(row: row, column: column, button: button, isPressed: false)
        try write(emulator.takeAnswers())
    }

    /// Turns the wheel by so many notches over a cell, down when positive. Sends nothing unless the program has asked for mouse reports.
    func wheel(row: Int, column: Int, notches: Int) throws(HarnessFailure) {
        guard reportsMouse else { return }
        for _ in 0..<abs(notches) {
            emulator.mouse(row: row, column: column, button: notches < 0 ? 4 : 5, isPressed: true)
        }
        try write(emulator.takeAnswers())
    }
}
