import ComplaintRules
import DeskPapers
import DeskScreens
import Glibc
import Ledger
import TableFiles

/// One run of the program: finds the command, runs it, and puts into words whatever stood against it.
struct Program {
    private let arguments: [Result<String, NotUTF8>]
    private let console: Console

    /// Makes a run with what stands behind the program's name; it speaks through the descriptors of the process, unless it is handed a console.
    init(arguments: [Result<String, NotUTF8>], console: Console? = nil) {
        self.arguments = arguments
        // What cannot be read is told in a language, too.
        self.console = console ?? Console(language: CommonOptions.language(of: arguments.map { (try? $0.get()) ?? "" }))
    }

    /// The arguments as texts.
    private func texts() throws(UsageError) -> [String] {
        var texts: [String] = []
        for (index, argument) in arguments.enumerated() {
            do throws(NotUTF8) {
                texts.append(try argument.get())
            } catch {
                throw .notUTF8(.argument(index + 1), error)
            }
        }
        return texts
    }

    /// Does what the command line asks for, and gives the status to end with: one of `ExitStatus`, or 128 and the number of the signal that
    /// ended the full screen, as shells expect.
    func run() -> Int32 {
        var command: CommandSpec?
        var folder = ""
        do {
            let parsed = try ArgumentReader.read(try texts(), commands: Commands.all, found: &command)
            let invocation = Invocation(parsed, console: console)
            folder = invocation.folder
            let status = try invocation.run()
            try console.output.flush()
            return status.rawValue
        } catch let ended as EndedBySignal {
            return 128 + ended.number
        } catch {
            // What was printed before stands: numbers of cases that are on the disk.
            do {
                try console.output.flush()
            } catch let failure {
                return say(failure, folder: folder, command: command).rawValue
            }
            return say(error, folder: folder, command: command).rawValue
        }
    }

    /// The one place where what went wrong becomes words for people and a status for scripts.
    private func say(_ error: any Error, folder: String, command: CommandSpec?) -> ExitStatus {
        switch error {
        case let refusal as Refusal:
            console.say(refusal.sentence)
            return ExitStatus(of: refusal)
        case let refusal as PaperRefusal:
            console.say(refusal.sentence)
            return .refused
        case let fault as ProgramFault:
            console.say(fault.sentence)
            return .foundWrong
        case let usage as UsageError:
            console.say(usage.sentence)
            let status = ExitStatus(of: usage)
            if status == .wrongUsage { console.say(UsageError.hint(command)) }
            return status
        case let fault as ImportError:
            console.say(fault.sentence)
            return .wrongUsage
        case is Cancelled:
            console.say(MessageWords.cancelled)
            return .wrongUsage
        case let refusal as SignInRefusal:
            console.say(refusal.sentence)
            return .signInRefused
        case let failure as OutputFailure:
            failure.endQuietlyIfNobodyReads()
            console.say(MessageWords.outputFailed(failure.reason, isWorkDone: failure.isWorkDone))
            return .storeUnusable
        case let fault as LedgerError:
            console.say(fault.sentence(at: Ledger.path(in: folder)))
            return .storeUnusable
        default:
            // Nothing else is thrown; if it ever is, it is said rather than swallowed.
            console.say(LedgerError(.misuse, message: "\(error)").sentence(at: Ledger.path(in: folder)))
            return .storeUnusable
        }
    }
}

/// Whoever was asked broke off; nothing was done.
struct Cancelled: Error {}
