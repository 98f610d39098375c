import ComplaintRules
import Glibc
import Ledger
import TableFiles

/// `backup`: copies the desk while it is in use; and makes keys for copies that leave the machine.
enum BackupCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        if let path = arguments.value("new-key") {
            if arguments.operand(0) != nil || arguments.has("encrypt-to") { throw UsageError.unknownOption("--new-key", nearest: nil) }
            return try makeKey(path, invocation)
        }
        let key = try arguments.value("encrypt-to").map { text in
            guard let key = BackupKey(publicText: text) else { throw UsageError.notABackupKey(text) }
            return key
        }
        let progress = ProgressLine(invocation.console)
        let backup: Backup
        do {
            defer { progress.clear() }
            func show(_ done: Int64, _ total: Int64) { progress.show(done, of: total, KeepingWords.copying) }
            if let path = arguments.operand(0) {
                let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
                if access(folder.isEmpty ? "/" : folder, F_OK) != 0 {
                    throw UsageError.unwritable(path: path, reason: systemWords(errno))
                }
                let (ledger, person) = try invocation.openSignedIn()
                backup = try ledger.backUp(to: path, encryptedTo: key, by: person.actor, progress: show)
            } else {
                if key != nil { throw UsageError.missingOperand("FILE") }
                backup = try invocation.openLedger().backUp(progress: show)
            }
        }
        if arguments.has("json") {
            invocation.printJSON([
                "path": .text(backup.path), "events": JSONValue(backup.events), "attachments": JSONValue(backup.attachments),
                "encrypted": .truth(backup.isEncrypted),
            ])
        } else {
            invocation.console.output.line(backup.path)
        }
        invocation.console.say(KeepingWords.backedUp(backup))
        return .done
    }

    private static func makeKey(_ path: String, _ invocation: Invocation) throws -> ExitStatus {
        let (key, text) = try BackupKey.make()
        let made = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard made >= 0 else { throw UsageError.unwritable(path: path, reason: systemWords(errno)) }
        let output = OutputStream(descriptor: made)
        output.write(text)
        do {
            defer { close(made) }
            try output.flush()
            guard fsync(made) == 0 else { throw UsageError.unwritable(path: path, reason: systemWords(errno)) }
        } catch {
            // Half a key opens nothing.
            unlink(path)
            throw error
        }
        invocation.console.output.line(key.publicText)
        invocation.console.say(KeepingWords.keyMade(path))
        return .done
    }

    /// The command's table.
    static let table = CommandSpec(
        "backup",
        Phrase(
            en: "copies the desk while it is in use: into its own folder, in turn, or with its scans to FILE",
            zh: "在使用中备份：默认写入投诉台文件夹并轮换，或连同附件写到 FILE"
        ),
        operands: [
            OperandSpec("FILE", Phrase(en: "a new file; for the branch manager", zh: "新文件；由网点负责人办理"), required: false)
        ],
        options: [
            OptionSpec("encrypt-to", "KEY", Phrase(en: "encrypts FILE so that only this key opens it", zh: "加密 FILE，仅该密钥可打开")),
            OptionSpec(
                "new-key",
                "FILE",
                Phrase(en: "makes a new key: FILE opens backups, what is printed makes them", zh: "新建密钥：FILE 用于打开备份，显示的内容用于加密")
            ),
            OptionSpec("json", HelpWords.json),
        ],
        notes: Phrase(
            en: "Without FILE no sign-in is needed: a daily line for cron. Of each of the last 7 days and 12 months the last copy is kept.",
            zh: "不带 FILE 时无须登录，可由 cron 每日执行。最近 7 日和 12 个月各保留最后一份。"
        ),
        run: BackupCommand.run
    )
}

/// `restore`: puts a backup in the place of the desk.
enum RestoreCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        guard let file = arguments.operand(0) else { throw UsageError.missingOperand("FILE") }
        let number = try invocation.staffNumber()
        let folder = try CommonOptions.folder(arguments.value("desk"))
        if access(file, R_OK) != 0 { throw UsageError.cannotRead(file: file, .cannotOpen(errno)) }
        let key = try arguments.value("key-file").map { path in
            guard let key = try BackupKey(fileText: try TextFile.read(path)) else { throw UsageError.notABackupKey(path) }
            return key
        }
        let done: Restored
        do {
            done = try restore(file, into: folder, key, number, invocation)
        } catch let error as LedgerError {
            guard let sentence = KeepingWords.notRestored(error, file: file, folder: folder) else { throw error }
            invocation.console.say(sentence)
            return .storeUnusable
        }
        invocation.console.say(KeepingWords.restored(done))
        return .done
    }

    private static func restore(
        _ file: String,
        into folder: String,
        _ key: BackupKey?,
        _ number: StaffNumber,
        _ invocation: Invocation
    ) throws -> Restored {
        try Ledger.restore(file, into: folder, key: key, isReplacing: invocation.arguments.has("replace")) { staged in
            if let moment = try invocation.standingMoment(isPractice: staged.settings.isPractice, under: staged.rules) {
                staged.clock = .standing(at: moment)
            }
            let passcode = try invocation.passcode(option: "passcode-file", MessageWords.passcode(of: number))
            return try staged.signIn(number, passcode: passcode)
        }
    }

    /// The command's table.
    static let table = CommandSpec(
        "restore",
        Phrase(
            en: "puts a backup in the place of the desk; for a branch manager of the backup",
            zh: "用备份恢复投诉台；由备份中的网点负责人办理"
        ),
        operands: [OperandSpec("FILE", Phrase(en: "the backup", zh: "备份文件"))],
        options: [
            OptionSpec(
                "replace",
                Phrase(en: "replaces the desk that is there, which is kept in a folder of its own", zh: "替换现有投诉台，原有数据另存")
            ),
            OptionSpec("key-file", "FILE", Phrase(en: "the key of an encrypted backup", zh: "加密备份的密钥文件")),
        ],
        run: RestoreCommand.run
    )
}

/// `rebuild`: makes the tables and the search index anew from the events.
enum RebuildCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let (ledger, person) = try invocation.openSignedIn()
        try ledger.rebuild(by: person.actor)
        invocation.console.say(
            Phrase(
                en: "The tables and the search index were made anew from the events. Run firstdesk verify.",
                zh: "数据表和检索索引已由事件重建。请运行 firstdesk verify。"
            )
        )
        return .done
    }

    /// The command's table.
    static let table = CommandSpec(
        "rebuild",
        Phrase(en: "makes tables and search index anew from the events; for the branch manager", zh: "由事件重建数据表和检索索引；由网点负责人办理"),
        run: RebuildCommand.run
    )
}
