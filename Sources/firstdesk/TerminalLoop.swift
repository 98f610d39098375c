import ComplaintRules
import DeskScreens
import Glibc
import Ledger
import TerminalKit

/// Runs the desk in the terminal: keys and the passing of time go in, frames come out. Nothing is decided here.
struct TerminalLoop {
    /// When the last frame was shown, on the monotonic clock.
    private var shownAt = Int64.min / 2
    /// What was typed or pasted and could not be read: said with the next frame, for the keys behind it wipe the message line.
    private var unread: Phrase?
    private let app: DeskApp
    /// Nil where there is no folder to watch yet, or the system has no watches left.
    private var watch: DeskWatch?
    private let folder: String
    private let theme: Theme
    /// Starts the day's upkeep; gives why it could not.
    private let startUpkeep: () -> Phrase?
    /// The name of the theme on screen.
    private var themeName: String

    /// Milliseconds after which a frame is shown while keys keep coming.
    private static let framePause: Int64 = 50
    /// Milliseconds without a key after which what the next one may ask for is read: the frame is on its way to the eye first.
    private static let readingPause: Int64 = 5
    /// Milliseconds without a byte after which a paste that has not ended is told of.
    private static let pastePause: Int64 = 3000
    /// Milliseconds between looks at the file where the system does not tell of changes.
    private static let lookPause: Int64 = 1000
    /// Milliseconds after word of a write at which the file is looked at again. The word comes with the write to the log, and what was
    /// written counts only once the disk has it: SQLite syncs the log in between, which takes as long as it takes, and then tells
    /// the others through memory that no watch sees (wal-format, "The WAL-Index File Format").
    private static let looksAfterWord: [Int64] = [20, 100, 400, 1500]
    /// Milliseconds for which a script of keys waits for another program that holds the file.
    private static let scriptPatience: Int64 = 10_000
    /// When these looks are due.
    private var looks: [Int64] = []
    /// The papers that are on their way to the printer.
    private var prints: [Printer.Run] = []
    /// The PDFs that are on their way into their files.
    private var saves: [Saver.Run] = []
    /// Milliseconds between looks at what other programs have done.
    private static let printPause: Int64 = 200

    /// Makes the desk ready to run; `folder` is where its file is or will be.
    init(_ app: DeskApp, folder: String, theme: Theme, startUpkeep: @escaping () -> Phrase?) {
        self.startUpkeep = startUpkeep
        self.app = app
        self.theme = theme
        app.use(themes: Theme.list(), shown: theme.name)
        app.whyNotPrint = Printer.whyNot
        themeName = theme.name
        self.folder = folder
    }

    /// Runs until the person leaves or the terminal goes away.
    ///
    /// - Parameter terminal: the terminal where it is taken over already.
    /// - Returns: the signal that ended it; nil where the person left.
    /// - Throws: `UsageError.noScreen` where there is no terminal to run in.
    mutating func run(in terminal: CursesTerminal? = nil) throws -> Int32? {
        do throws(TerminalError) {
            let signal = try runInTerminal(terminal)
            // What is on its way is seen through: it is on paper, and stands in no event yet.
            lookAfterPrints(waits: true)
            lookAfterSaves(waits: true)
            return signal
        } catch {
            throw UsageError.noScreen(error)
        }
    }

    private mutating func runInTerminal(_ opened: CursesTerminal?) throws(TerminalError) -> Int32? {
        let terminal = if let opened { opened } else { try CursesTerminal.open(theme: theme) }
        defer { terminal.close() }
        app.use(terminal.glyphs)
        app.resize(to: terminal.size)
        while !app.isFinished {
            if let signal = try turn(terminal) { return signal }
            // What the last key led to is over; nothing of a passcode stays where it was.
            CursesTerminal.emptyStack()
        }
        return nil
    }

    /// Shows what there is to show, waits for the next thing that comes in, and answers it: a call of its own, so that all that it had on the stack
    /// can be emptied behind it.
    ///
    /// - Returns: the signal that ends the program; nil for none.
    @inline(never)
    private mutating func turn(_ terminal: CursesTerminal) throws(TerminalError) -> Int32? {
        // While more keys wait, one frame for all of them is enough, but the screen never falls behind by more than a moment.
        if !terminal.hasInputWaiting || SteadyClock.milliseconds() - shownAt >= TerminalLoop.framePause {
            if let unread { app.say(unread) }
            unread = nil
            terminal.show(app.frame())
            shownAt = SteadyClock.milliseconds()
        }
        if watch == nil { watch = DeskWatch(folder: folder) }
        let now = SteadyClock.milliseconds()
        var timeout = app.millisecondsToNextTick(elapsed: now)
        if watch == nil { timeout = min(timeout, TerminalLoop.lookPause) }
        if !prints.isEmpty || !saves.isEmpty { timeout = min(timeout, TerminalLoop.printPause) }
        if terminal.pasteStall != nil { timeout = min(timeout, TerminalLoop.pastePause) }
        if let look = looks.first { timeout = min(timeout, max(0, look - now)) }
        let watched = watch.map { [$0.descriptor] } ?? []
        var input = try terminal.next(timeoutMilliseconds: Int(min(timeout, TerminalLoop.readingPause)), watching: watched)
        if case .timeout = input, timeout > TerminalLoop.readingPause {
            app.readAhead()
            let rest = timeout - (SteadyClock.milliseconds() - now)
            input = try terminal.next(timeoutMilliseconds: Int(max(0, rest)), watching: watched)
        }
        let elapsed = SteadyClock.milliseconds()
        switch input {
        case .key(.control("z")) where !app.isTyping: terminal.suspend()
        case .key(.character(let character)) where app.isTyping:
            let text = terminal.takeTextWaiting().map { String(character) + $0 }
            app.handle(text.map { .paste($0) } ?? .character(character), elapsed: elapsed)
        case .key(let key): app.handle(key, elapsed: elapsed)
        case .resized(let size): app.resize(to: size)
        case .glyphsChanged: app.use(terminal.glyphs)
        case .watched:
            watch?.drain()
            app.lookForChanges()
            looks = TerminalLoop.looksAfterWord.map { elapsed + $0 }
        case .timeout:
            if watch == nil { app.lookForChanges() }
            if let stall = terminal.pasteStall, stall >= TerminalLoop.pastePause { app.say(.pasteUnderWay) }
        case .unreadable(let isPaste): unread = isPaste ? .pasteUnreadable : .typedUnreadable
        case .pasteTooLarge: unread = .pasteTooLarge
        case .terminate(let signal):
            app.saveDraft()
            return signal
        }
        if let look = looks.first, look <= elapsed {
            looks.removeAll { $0 <= elapsed }
            app.lookForChanges()
        }
        lookAfterPrints()
        lookAfterSaves()
        app.tick(elapsed: elapsed)
        grant(app.wishes, terminal)
        app.wishes = []
        return nil
    }

    /// Plays a script of keys without a terminal (4-commands, Practice desks).
    static func play(_ script: KeyScript, on app: DeskApp, size: Size) {
        app.use(.unicode)
        app.resize(to: size)
        // A script has read every question before it answers.
        var reading: Int64 = 0
        for item in script.items where !app.isFinished {
            if app.isAsking { reading += 1000 }
            switch item {
            case .key(let key): app.handle(key, elapsed: SteadyClock.milliseconds() + reading)
            case .resize(let size): app.resize(to: size)
            }
            app.tick(elapsed: SteadyClock.milliseconds() + reading)
            // The next key of a script belongs to what comes of this one.
            let start = SteadyClock.milliseconds()
            while app.isWaiting, SteadyClock.milliseconds() - start < scriptPatience {
                usleep(5_000)
                app.tick(elapsed: SteadyClock.milliseconds() + reading)
            }
            app.wishes = []
        }
        app.saveDraft()
    }

    /// Records what the printer has taken, and says so; what it did not take is told and recorded nowhere.
    private mutating func lookAfterPrints(waits: Bool = false) {
        prints = prints.compactMap { print in
            var print = print
            do throws(ProgramFault) {
                guard try print.isQueued(waits: waits) else { return print }
            } catch {
                app.say(error.sentence)
                return nil
            }
            // Another program may hold the file: then it is tried again.
            return app.record(printed: print.job) ? nil : print
        }
    }

    /// Says which files are there.
    private mutating func lookAfterSaves(waits: Bool = false) {
        saves = saves.filter { save in
            guard let outcome = save.outcome(waits: waits) else { return true }
            app.say(outcome)
            return false
        }
    }

    private mutating func grant(_ wishes: [DeskApp.Wish], _ terminal: CursesTerminal) {
        for wish in wishes {
            switch wish {
            case .flushInput: terminal.flushInput()
            case .mouse(let isOn): terminal.setMouse(enabled: isOn)
            case .copy(let text): terminal.copy(text)
            case .printing(let job):
                do throws(ProgramFault) {
                    prints.append(try Printer.Run(job))
                    app.say(.onItsWayToPrinter)
                } catch {
                    app.say(error.sentence)
                }
            case .saving(let job):
                do throws(ProgramFault) {
                    if let run = try Saver.Run(job) {
                        saves.append(run)
                        app.say(.fileIsBeingMade)
                    } else {
                        app.say(Saver.save(job))
                    }
                } catch {
                    app.say(error.sentence)
                }
            case .upkeep: if let trouble = startUpkeep() { app.say(trouble) }
            case .bell: terminal.ring()
            case .theme(let name):
                do throws(ThemeError) {
                    terminal.theme = try Theme.named(name, searching: Theme.supportFolders)
                    themeName = name
                } catch {
                    app.cannotShow(theme: name, error.description, shown: themeName)
                }
            }
        }
    }
}

extension Phrase {
    fileprivate static let fileIsBeingMade = Phrase(en: "The PDF is being made. You can go on.", zh: "正在生成 PDF，您可以继续操作。")
    fileprivate static let onItsWayToPrinter = Phrase(en: "On its way to the printer.", zh: "正在送打印机。")
    fileprivate static let typedUnreadable = Phrase(
        en: "Something typed was not UTF-8 and was left out: set the terminal to UTF-8.",
        zh: "部分输入不是 UTF-8，未录入：请将终端字符集设为 UTF-8。"
    )
    fileprivate static let pasteUnreadable = Phrase(
        en: "Nothing was pasted, for it is not UTF-8: set the terminal to UTF-8.",
        zh: "粘贴的内容不是 UTF-8，未粘贴：请将终端字符集设为 UTF-8。"
    )
    fileprivate static let pasteTooLarge = Phrase(
        en: "Nothing was pasted, for it is larger than 16 MiB. Attach it to the case as a file.",
        zh: "粘贴的内容超过 16 MiB，未粘贴。请作为文件附到投诉中。"
    )
    fileprivate static let pasteUnderWay = Phrase(
        en: "A paste is still coming in. If it never ends, Esc ends it after 10 s.",
        zh: "粘贴内容仍在传入；若一直未完，10 秒后可按 Esc 结束。"
    )
}
