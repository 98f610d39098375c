import ComplaintRules
import DeskScreens
import Ledger
import TableFiles

/// One command about to be done: its command line, and the ways to the desk and to the person.
struct Invocation {
    /// The command line.
    let arguments: ParsedArguments
    /// Where the program speaks.
    let console: Console

    /// Makes an invocation.
    init(_ arguments: ParsedArguments, console: Console) {
        self.arguments = arguments
        self.console = console
    }

    /// The language of the person.
    var language: Language { console.language }

    /// The desk's folder, for messages; empty where none can be told.
    var folder: String {
        do {
            return try CommonOptions.folder(arguments.value("desk"))
        } catch {
            return ""
        }
    }

    /// Does the command, or shows its help or the version.
    func run() throws -> ExitStatus {
        if let language = arguments.value("lang"), Language(rawValue: language) == nil {
            throw UsageError.notOneOf(option: "lang", language, UsageError.options(Language.self))
        }
        if arguments.has("help") {
            HelpPage(arguments).write(to: console)
            return .done
        }
        if arguments.has("version") {
            console.output.line("firstdesk \(FirstDesk.version)")
            return .done
        }
        // A theme that is not there is said, also where nothing is drawn in it.
        _ = try FullScreen.theme(self)
        return try arguments.command.run(self)
    }

    // MARK: The desk

    /// Opens the desk, with its clock standing where the command line puts it.
    ///
    /// - Throws: `UsageError`; `Refusal.notOnPracticeDesk` where the clock of a real desk was to be set; `LedgerError`.
    func openLedger() throws -> Ledger {
        let ledger = try opened(try CommonOptions.folder(arguments.value("desk")))
        if let moment = try standingMoment(isPractice: ledger.settings.isPractice, under: ledger.rules) {
            ledger.clock = .standing(at: moment)
        }
        return ledger
    }

    /// Opens the desk in a folder, for reading only where it is write-protected, and says what stands against writing.
    func opened(_ folder: String) throws -> Ledger {
        let ledger: Ledger
        let notice = StartNotice(console, MessageWords.opening)
        do {
            // What is said afterwards takes the place of the notice.
            defer { notice.end() }
            ledger = try Ledger(folder: folder)
        } catch let error as LedgerError where error.kind == .readOnly {
            ledger = try Ledger(folder: folder, isReadOnly: true)
            console.say(KeepingWords.writeProtected)
        }
        ledger.onWitnessFault = { [console] in console.say(.noWitness($0)) }
        if let loss = ledger.loss { console.say(loss.sentence) }
        if let damage = ledger.damage { console.say(KeepingWords.damaged(damage)) }
        if let wide = try ledger.tooWide() { console.say(KeepingWords.tooWide(wide.path, mode: wide.mode)) }
        return ledger
    }

    /// The moment at which the clock is to stand; nil where it runs (4-commands, Practice desks).
    func standingMoment(isPractice: Bool, under rules: DeskRules) throws -> Moment? {
        let text = if let given = arguments.value("at") { given } else { try environmentValue("FIRSTDESK_AT") }
        guard let text else { return nil }
        guard isPractice else { throw Refusal.notOnPracticeDesk }
        guard let moment = rules.moment(text, today: rules.zone.day(at: DeskClock.system.now())) else {
            throw UsageError.notATime(option: "at", text)
        }
        return moment
    }

    // MARK: The person

    /// The number that was given with `--as`.
    func staffNumber() throws(UsageError) -> StaffNumber {
        try staffNumber("as", try arguments.required("as"))
    }

    /// Reads the staff number that an option holds.
    func staffNumber(_ option: String, _ text: String) throws(UsageError) -> StaffNumber {
        guard let number = StaffNumber(text) else { throw .notAStaffNumber(option: option, text) }
        return number
    }

    /// Opens the desk and signs the person in.
    ///
    /// - Throws: `UsageError` without `--as`; `SignInRefusal`; as `openLedger()`.
    func openSignedIn() throws -> (ledger: Ledger, person: SignedIn) {
        // The command line is looked through before the desk is, and the desk before somebody is asked for a passcode.
        let number = try staffNumber()
        let ledger = try openLedger()
        let passcode = try passcode(option: "passcode-file", MessageWords.passcode(of: number))
        let person = try ledger.asOfNow(try ledger.signIn(number, passcode: passcode))
        tellOfTime(ledger)
        if person.actor.isManager { tellOfCalendar(ledger) }
        if let giver = ledger.rules.passcodeGivers(of: number).first { console.say(MessageWords.givenPasscode(giver)) }
        return (ledger, person)
    }

    /// Says that the computer's clock stands behind what the desk has seen, or far after it, as the full screen asks (1-domain, What was is not
    /// rewritten).
    func tellOfTime(_ ledger: Ledger) {
        guard let mark = ledger.clockMark else { return }
        console.say(MessageWords.clockIsOdd(mark, latest: ledger.rules.zone.localTime(at: mark.latest(judgedAt: ledger.now)).time))
    }

    /// Says that the calendar of holidays ends soon or has ended, to whoever may load the next, as the Desk does.
    func tellOfCalendar(_ ledger: Ledger) {
        let today = ledger.rules.zone.day(at: ledger.now)
        if let last = ledger.rules.calendar.end(near: today) { console.say(MessageWords.calendarEnds(last, isPast: last < today)) }
    }

    /// A passcode from the file that an option names, else from the terminal.
    func passcode(option: String, _ question: Phrase) throws -> String {
        guard let path = arguments.value(option) else {
            guard let typed = try PasscodePrompt.ask(question, language) else { throw UsageError.noTerminal(option: option) }
            return typed
        }
        return try firstLine(of: path)
    }

    /// A new passcode from the file that an option names, else from the terminal, where it is asked for twice.
    func newPasscode(option: String, _ question: Phrase) throws -> String {
        let passcode = try passcode(option: option, question)
        if arguments.has(option) { return passcode }
        guard let again = try PasscodePrompt.ask(MessageWords.again(question), language) else {
            throw UsageError.noTerminal(option: option)
        }
        if again != passcode { throw UsageError.passcodesDiffer }
        return passcode
    }

    /// The first line of a file with a secret; `-` is standard input, whose next line it is.
    private func firstLine(of path: String) throws -> String {
        let input = try lines(of: path, .said(.utf8))
        if path != "-", input.source.isReadableByOthers { console.say(MessageWords.readableByOthers(path)) }
        switch try input.next(of: path) {
        case .line(let line) where !line.text.isEmpty: return line.text
        case .refused(let refusal): throw UsageError.badFile(path: path, refusal)
        default: throw UsageError.emptyFile(path: path)
        }
    }

    // MARK: Files

    /// The lines of a file; of standard input, for `-`, those that no passcode was read from.
    func lines(of path: String, _ choice: TextSource.Choice) throws(UsageError) -> LineFile {
        let isStandardInput = path == "-"
        let input = isStandardInput ? try console.input() : nil
        do throws(TextFileError) {
            guard let input else { return LineFile(try TextSource(path: path, choice)) }
            // Lines that somebody sends one by one cannot wait until enough has come to tell the encoding.
            if choice != .recognisedInFiles { try input.source.choose(choice) }
            return input
        } catch {
            throw .cannotRead(file: path, error)
        }
    }

    /// How a file is to be read: as `--encoding` says, else by its bytes.
    func encodingChoice(else usual: TextSource.Choice) throws(UsageError) -> TextSource.Choice {
        guard let name = arguments.value("encoding") else { return usual }
        guard let encoding = TextEncoding(named: name) else { throw .noSuchEncoding(name) }
        return .said(encoding)
    }

    /// In which order `--dates` says that dates are written; nil where it was not given.
    func dateOrder() throws(UsageError) -> DateOrder? { try arguments.code("dates") }

    /// Says in which encoding a file was read, where it was not UTF-8.
    func tellEncoding(_ encoding: TextEncoding?, of file: String) {
        guard let encoding, encoding != .utf8 else { return }
        console.say(MessageWords.encodingTaken(encoding, file))
    }

    // MARK: Output

    /// Prints a line of JSON.
    func printJSON(_ value: JSONValue) { console.output.line(value.line) }
}

extension DeskRules {
    /// The moment that somebody wrote, a day without a time at its opening; nil where it is no time.
    func moment(_ text: String, today: Day) -> Moment? {
        switch TimeReading.read(text, today: today) {
        case .instant(let moment): moment
        case .local(let time): zone.moment(of: time)
        case .day(let day): zone.moment(of: LocalTime(day: day, time: settings.openingTime))
        case nil: nil
        }
    }
}
