import ComplaintRules
import DeskScreens
import Glibc
import Ledger
import TableFiles
import TerminalKit

/// A signal ended the full screen; the terminal and the drafts are safe by now.
struct EndedBySignal: Error {
    /// The signal.
    let number: Int32
}

/// The full-screen desk, and the same on a desk made for practice.
enum FullScreen {
    /// Opens the desk full-screen; where there is none, the first-run screen.
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let folder = try CommonOptions.folder(invocation.arguments.value("desk"))
        let ledger: Ledger
        do {
            ledger = try invocation.opened(folder)
        } catch let error as LedgerError where error.kind == .notFound && !isScripted(invocation) {
            let moment = try handedMoment(invocation, zone: SystemZone.systemName, opening: TimeOfDay(minutesAfterMidnight: 0))
            let app = DeskApp(
                makingDeskIn: folder,
                clock: moment.map { .ticking(from: $0) } ?? .system,
                isClockHanded: moment != nil,
                language: invocation.language
            )
            return try show(app, folder, invocation)
        }
        if isScripted(invocation), !ledger.settings.isPractice { throw Refusal.notOnPracticeDesk }
        if let moment = try invocation.standingMoment(isPractice: ledger.settings.isPractice, under: ledger.rules) {
            ledger.clock = .ticking(from: moment)
        }
        let app = DeskApp(ledger: ledger, language: invocation.language)
        if let damage = ledger.damage { app.say(KeepingWords.damaged(damage)) }
        if let loss = ledger.loss { app.say(loss.sentence) }
        if ledger.isReadOnly { app.say(KeepingWords.writeProtected) }
        if invocation.arguments.has("as") {
            let number = try invocation.staffNumber()
            let passcode = try invocation.passcode(option: "passcode-file", MessageWords.passcode(of: number))
            app.enter(as: try ledger.signIn(number, passcode: passcode))
        }
        app.canKeepUp = true
        return try show(app, folder, invocation)
    }

    /// Makes a practice desk and opens it. Without `--desk` it is thrown away at the end.
    static func runDemo(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        let records = try count("records", arguments) ?? 200
        let seed = try count("seed", arguments) ?? 1
        let role = try role(arguments)
        let now = try sampleMoment(invocation)
        let folder = try arguments.value("desk").map { try CommonOptions.folder($0) } ?? makeThrowAwayFolder()
        defer { if !arguments.has("desk") { throwAway(folder) } }
        let line = ProgressLine(invocation.console)
        // A script of keys is played without a terminal.
        let wait =
            arguments.has("keys")
            ? nil : try SampleWait(records: records, passcode: SampleDesk.passcode, theme: try theme(invocation), invocation.language)
        defer { wait?.terminal.close() }
        func show(_ done: Int, _ total: Int) throws {
            if let wait { return try wait.show(done, of: total) }
            line.show(Int64(done), of: Int64(total)) { MessageWords.makingSamples(records, percent: $0) }
        }
        // From the first moment: the keys of the staff come before the first case.
        try show(0, 1)
        let made = try {
            defer { line.clear() }
            return try SampleDesk.make(
                in: folder,
                records: records,
                seed: UInt64(seed),
                language: invocation.language,
                role: role,
                now: now,
                progress: show
            )
        }()
        let app = DeskApp(ledger: made.ledger, language: invocation.language)
        if let member = made.ledger.rules.staff[made.signedInAs] { app.enter(as: Actor(member)) }
        app.showPracticePasscode(made.passcode)
        app.say(MessageWords.practiceWelcome(passcode: made.passcode))
        return try self.show(app, folder, invocation, in: wait?.terminal)
    }

    private static func isScripted(_ invocation: Invocation) -> Bool {
        invocation.arguments.has("keys") || invocation.arguments.has("screen")
    }

    /// The moment up to which the sample cases go. Before there is a desk, only the zone of the sample branch can read a local time.
    private static func sampleMoment(_ invocation: Invocation) throws -> Moment {
        let settings = SampleWords(invocation.language).settings
        let handed = try handedMoment(invocation, zone: settings.timeZone, opening: settings.openingTime)
        return handed ?? DeskClock.system.now()
    }

    /// The moment that `--at` hands in where there is no desk yet, a local time read in `zone`; nil where the clock is the machine's.
    private static func handedMoment(_ invocation: Invocation, zone: String, opening: TimeOfDay) throws -> Moment? {
        let given = if let given = invocation.arguments.value("at") { given } else { try environmentValue("FIRSTDESK_AT") }
        guard let text = given else { return nil }
        let zone = try SystemZone(zone)
        switch TimeReading.read(text, today: zone.day(at: DeskClock.system.now())) {
        case .instant(let moment): return moment
        case .local(let time): return zone.moment(of: time)
        case .day(let day): return zone.moment(of: LocalTime(day: day, time: opening))
        case nil: throw UsageError.notATime(option: "at", text)
        }
    }

    /// Runs the app in the terminal, or plays its script of keys; writes the last screen where that was asked for.
    ///
    /// - Parameter terminal: the terminal where it is taken over already.
    private static func show(
        _ app: DeskApp,
        _ folder: String,
        _ invocation: Invocation,
        in terminal: CursesTerminal? = nil
    ) throws -> ExitStatus {
        var signal: Int32?
        if let path = invocation.arguments.value("keys") {
            let text = try TextFile.read(path)
            let script: KeyScript
            do {
                script = try KeyScript(text)
            } catch {
                throw UsageError.badScript(path: path, error.description)
            }
            TerminalLoop.play(script, on: app, size: DeskApp.usual)
        } else {
            let moment = if let given = invocation.arguments.value("at") { given } else { try environmentValue("FIRSTDESK_AT") }
            var loop = TerminalLoop(app, folder: folder, theme: try theme(invocation)) { UpkeepStart.start(inDesk: folder, at: moment) }
            signal = try loop.run(in: terminal)
        }
        if let path = invocation.arguments.value("screen") { try TextFile.write(app.frame().text() + "\n", to: path) }
        if let signal { throw EndedBySignal(number: signal) }
        return .done
    }

    /// The theme that `--theme` names; the built-in one where it names none.
    ///
    /// - Throws: `UsageError.badTheme` where there is no such theme.
    static func theme(_ invocation: Invocation) throws -> Theme {
        guard let name = invocation.arguments.value("theme") else { return .bankBlue }
        do {
            return try Theme.named(name, searching: Theme.supportFolders)
        } catch {
            throw UsageError.badTheme(error.description, known: Theme.list())
        }
    }

    private static func count(_ option: String, _ arguments: ParsedArguments) throws(UsageError) -> Int? {
        guard let text = arguments.value(option) else { return nil }
        let range = 0...1_000_000
        guard let count = Int(text) else { throw .notACount(option: option, text) }
        guard range.contains(count) else { throw .outOfRange(option: option, count, range) }
        return count
    }

    private static func role(_ arguments: ParsedArguments) throws(UsageError) -> ComplaintRules.Role {
        guard let text = arguments.value("as-role") else { return .complaintManager }
        guard let role = ComplaintRules.Role(rawValue: text) else {
            throw .notOneOf(option: "as-role", text, UsageError.options(ComplaintRules.Role.self))
        }
        return role
    }

    // MARK: The throw-away folder

    private static func makeThrowAwayFolder() throws -> String {
        var template = Array("\(try environmentValue("TMPDIR") ?? "/tmp")/firstdesk-practice-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw LedgerError(.io, message: systemWords(errno)) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes the folder with what the program put there, and nothing else.
    private static func throwAway(_ folder: String) {
        Ledger.remove(folder: folder)
    }
}
