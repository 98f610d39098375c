import ComplaintRules
import DeskScreens
import Glibc
import Ledger
import TableFiles

/// `upkeep`: makes the day's backup and looks through the desk, once a day. Needs no sign-in; a desk that is open full-screen starts it by itself.
enum UpkeepCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        // Nobody waits for it: whoever types comes first.
        _ = nice(19)
        guard let done = try invocation.openLedger().keepUp() else {
            invocation.console.say(Phrase(en: "Another program is at it.", zh: "其他程序正在执行。"))
            return .done
        }
        if let backup = done.backup {
            invocation.console.output.line(backup.path)
            invocation.console.say(KeepingWords.backedUp(backup))
        }
        if done.backup == nil, done.found == nil {
            invocation.console.say(Phrase(en: "Today's backup and check are done already.", zh: "今日的备份和校验已完成。"))
        }
        guard let found = done.found else { return .done }
        invocation.console.output.line(invocation.language(found.summary))
        return found.fault == nil ? .done : .foundWrong
    }

    /// The command's table.
    static let table = CommandSpec(
        "upkeep",
        Phrase(
            en: "makes the day's backup in the desk's own folder and checks the desk, once a day; no sign-in needed",
            zh: "每日一次：在投诉台文件夹中备份并校验；无须登录"
        ),
        notes: Phrase(
            en:
                "A desk that is open full-screen does this by itself. Of the signatures it checks a part each day; firstdesk verify checks all.",
            zh: "全屏打开的投诉台会自动执行。签名每日校验一部分；firstdesk verify 校验全部。"
        ),
        run: UpkeepCommand.run
    )
}

/// Starts the day's upkeep of a desk as a program of its own, in the background: it goes on when the screen ends, and a slow disk holds up no
/// key.
enum UpkeepStart {
    /// Starts it.
    ///
    /// - Parameter moment: what the desk's clock was set to, on a practice desk.
    /// - Returns: why it could not be started; nil where it was.
    static func start(inDesk folder: String, at moment: String?) -> Phrase? {
        var path = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        guard count > 0 else { return failed(systemWords(errno)) }
        let program = String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let line = [program, "upkeep", "--desk", folder] + (moment.map { ["--at", $0] } ?? [])
        do throws(ProgramFault) {
            // The shell starts it in a session of its own and ends at once; nobody waits for it, and no key of the terminal ends it.
            _ = try ProgramRun.run("sh", ["-c", "setsid \"$0\" \"$@\" </dev/null >/dev/null 2>&1 &"] + line, input: [], packages: "dash")
            return nil
        } catch {
            return failed(error.sentence.english)
        }
    }

    private static func failed(_ reason: String) -> Phrase {
        Phrase(en: "Today's backup and check could not be started (\(reason)).", zh: "今日的备份和校验未能启动（\(reason)）。")
    }
}
