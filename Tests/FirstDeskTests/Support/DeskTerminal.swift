import Glibc

@testable import firstdesk

extension CommandDesk {
    /// The passcode of everybody on the desk.
    static let passcode = "practice 练习"

    /// Starts the program full-screen on the desk, and waits for the sign-in screen. The desk's clock ticks on from `now`.
    func terminal(
        _ arguments: String...,
        environment: [String: String] = [:],
        columns: Int = 80,
        rows: Int = 24
    ) throws(HarnessFailure) -> TerminalSession {
        let session = try TerminalSession(
            ["--desk", path] + arguments,
            clock: .at(now),
            environment: environment,
            columns: columns,
            rows: rows
        )
        try session.waitFor("0379-65920000")
        return session
    }

    /// Starts the program full-screen and signs somebody in.
    func terminal(
        as staff: String,
        _ arguments: String...,
        environment: [String: String] = [:],
        columns: Int = 80,
        rows: Int = 24
    ) throws(HarnessFailure) -> TerminalSession {
        let session = try TerminalSession(
            ["--desk", path] + arguments,
            clock: .at(now),
            environment: environment,
            columns: columns,
            rows: rows
        )
        try session.waitFor("0379-65920000")
        try session.signIn(staff)
        return session
    }

    /// What `show --json` says of a case to the complaint manager, or to whom else is named.
    func shown(_ number: String, as staff: String = "1002") throws -> JSONValue {
        let result = try run("show", number, "--json", as: staff)
        guard result.status == 0, let object = try result.objects().first else {
            throw HarnessFailure("show \(number): \(result.status) \(result.errors)")
        }
        return object
    }

    /// Whether the chain, the signatures and the tables are whole.
    func isWhole() throws -> Bool {
        try run("verify").status == 0
    }
}

extension TerminalSession {
    /// Signs somebody in at the sign-in screen, and waits for the greeting.
    func signIn(_ staff: String, passcode: String = CommandDesk.passcode) throws(HarnessFailure) {
        try send(staff)
        try press(.enter)
        try enterPasscode(passcode)
    }

    /// Gives the passcode where the number stands already, as after a lock.
    func enterPasscode(_ passcode: String = CommandDesk.passcode) throws(HarnessFailure) {
        try send(passcode)
        try press(.enter)
        try waitUntil("somebody is greeted") { $0.message.hasPrefix("Welcome, ") || $0.message.hasSuffix("，您好。") }
        try waitForIdle()
    }

    /// The line that says what happened: the one above the keys, without its blanks.
    var message: String {
        let last = emulator.size.rows - 2
        let text = rows[last].drop { $0 == " " }
        // What is longer than a row begins in the one above, in place of the rule.
        let above = rows[last - 1].drop { $0 == " " }
        return above.hasPrefix("─") || above.hasPrefix("-") ? String(text) : above + " " + text
    }

    /// Waits until the message line begins with a text.
    func waitForMessage(_ text: String) throws(HarnessFailure) {
        try waitUntil("the message line says \"\(text)\"") { $0.message.hasPrefix(text) }
    }

    /// Goes into the next field after each text, so that one text after the other stands in its own.
    func fill(_ texts: String...) throws(HarnessFailure) {
        for text in texts {
            try send(text)
            try press(.tab)
        }
    }

    /// Chooses a value of a choice field by typing some of its letters, and goes on to the next field.
    func choose(_ letters: String) throws(HarnessFailure) {
        try send(letters)
        try press(.enter)
    }

    /// Leaves by Ctrl-Q and says yes.
    @discardableResult
    func leave() throws(HarnessFailure) -> ExitStatus {
        try press(.ctrl("q"))
        try waitUntil("the program asks or ends") { $0.hasEnded() || $0.position(of: "[ ") != nil && $0.position(of: "FirstDesk") != nil }
        if hasEnded() { return try waitForExit() }
        try confirm()
        return try waitForExit()
    }

    /// Says yes to the question on the screen. One that has just come takes no key yet, so that Left is pressed until it has moved.
    func confirm() throws(HarnessFailure) {
        try waitForIdle()
        for _ in 0..<20 where !hasEnded() && !screen.contains(#/>\[ .* \] +\[ /#) {
            try press(.left)
            try waitForIdle()
        }
        if !hasEnded() { try press(.enter) }
    }

    /// The row of a list that is selected, as it is drawn; nil where none is.
    var selectedRow: String? {
        rows.first { $0.hasPrefix(">") }
    }
}

/// Prints something measured, to be found in the output of a test run. Machines are noisy: tests hold only generous limits.
func report(_ what: String, _ value: some CustomStringConvertible, _ unit: String = "ms") {
    print("measured: \(what): \(value) \(unit)")
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int { Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}
