import ComplaintRules
import Ledger

/// What the commands say that keep the desk and let go of what is past its time.
enum KeepingWords {
    static func copying(percent: Int64) -> Phrase { Phrase(en: "Copying: \(percent) %", zh: "备份中：\(percent)%") }

    static func backedUp(_ backup: Backup) -> Phrase {
        let way = backup.isEncrypted
        return Phrase(
            en:
                "Copied \(backup.events) events\(backup.attachments > 0 ? " and \(backup.attachments) scans" : ""), read back and found whole"
                + "\(way ? ", then encrypted" : "").",
            zh: "已备份事件 \(backup.events) 条\(backup.attachments > 0 ? "、附件 \(backup.attachments) 个" : "")，读回校验完整\(way ? "，并已加密" : "")。"
        )
    }

    static func keyMade(_ path: String) -> Phrase {
        Phrase(
            en:
                "\(path) opens the backups that are made with the key above. Keep it away from the desk and from the backups; there is no other way in.",
            zh: "\(path) 用于打开以上述密钥加密的备份。请与投诉台和备份分开保管；没有其他打开方式。"
        )
    }

    static func restored(_ done: Restored) -> Phrase {
        let backup = Phrase(en: "The backup is in place, up to event \(done.end).", zh: "已恢复备份，止于事件 \(done.end)。")
        guard let folder = done.replacedFolder else { return backup }
        let last = done.replacedEnd.map(String.init)
        return backup.followed(
            by: Phrase(
                en: " What was there\(last.map { ", up to event \($0)," } ?? "") is in \(folder).",
                zh: "原有数据\(last.map { "（止于事件 \($0)）" } ?? "")保存在 \(folder)。"
            )
        )
    }

    /// Why a backup was not put in place, that nothing was changed, and what to do; nil where something else than the backup stood against it.
    static func notRestored(_ error: LedgerError, file: String, folder: String) -> Phrase? {
        let why: Phrase
        var next = Phrase(en: "Take another backup (firstdesk restore FILE).", zh: "请改用其他备份（firstdesk restore 文件）。")
        switch error.kind {
        case .damaged: why = Phrase(en: "\(file) is damaged", zh: "\(file) 已损坏")
        case .foreignFile, .notAFile: why = Phrase(en: "\(file) is not a backup of FirstDesk", zh: "\(file) 不是 FirstDesk 的备份")
        case .newerVersion:
            why = Phrase(en: "\(file) was made by a newer version of FirstDesk", zh: "\(file) 由更新版本的 FirstDesk 生成")
            next = Phrase(en: "Install that version here.", zh: "请在本机安装新版本。")
        case .wrongPasscode:
            why = Phrase(en: "\(file) is encrypted, and was not opened", zh: "\(file) 已加密，未能打开")
            next = Phrase(en: "Name the file of its key (--key-file).", zh: "请给出其密钥文件（--key-file）。")
        case .exists:
            why = Phrase(en: "There is a desk in \(folder) already", zh: "\(folder) 处已有投诉台")
            next = Phrase(
                en: "Replace it (--replace; it is kept in a folder of its own), or name another folder (--desk).",
                zh: "如要替换，请加 --replace（原有数据另存）；也可另选文件夹（--desk）。"
            )
        default: return nil
        }
        // The words of the system are in its own language; ours are English.
        let detail = error.kind == .damaged && !error.message.isEmpty ? error.message : nil
        let systems = error.code != 0 ? detail : nil
        return Phrase(
            en: "\(why.english), so nothing was restored. The desk in \(folder) is as it was. \(next.english)"
                + (detail.map { " (\($0))" } ?? ""),
            zh: "\(why.chinese)，未作恢复。\(folder) 处的数据未作改动。\(next.chinese)" + (systems.map { "（\($0)）" } ?? "")
        )
    }

    static func erased(_ done: Erasure) -> [Phrase] {
        var lines = [
            Phrase(
                en:
                    "Erased the contents of \(Phrase.count(done.numbers.count, "case")), with \(Phrase.count(done.attachments, "scan")), "
                    + "\(Phrase.count(done.drafts, "draft")) and \(Phrase.count(done.backups, "backup")).",
                zh: "已清除 \(done.numbers.count) 件投诉的内容，附件 \(done.attachments) 个、草稿 \(done.drafts) 份、备份 \(done.backups) 份。"
            )
        ]
        if !done.held.isEmpty {
            let numbers = Phrase.listed(done.held.map { Phrase(verbatim: $0) })
            lines.append(Phrase(en: "Kept by a hold: \(numbers.english).", zh: "保全中，未清除：\(numbers.chinese)。"))
        }
        if !done.awaited.isEmpty {
            let numbers = Phrase.listed(done.awaited.map { Phrase(verbatim: $0) })
            lines.append(
                Phrase(
                    en: "Kept while something is still to be done there: \(numbers.english). \"show\" says what.",
                    zh: "尚有未了事项，未清除：\(numbers.chinese)。请用“show”查看。"
                )
            )
        }
        if !done.isLogClean {
            lines.append(
                Phrase(
                    en: "Another desk is reading: its log still holds what was erased. Run this again when it is closed.",
                    zh: "其他终端正在读取，日志中仍有已清除的内容。请在其关闭后再次运行。"
                )
            )
        }
        if !done.replacedFolders.isEmpty {
            let names = Phrase.listed(done.replacedFolders.map { Phrase(verbatim: $0) })
            lines.append(
                Phrase(
                    en: "Folders of replaced desks still hold what they held: \(names.english). Remove them when they are not needed.",
                    zh: "被替换数据的文件夹仍含原有内容：\(names.chinese)。不再需要时请删除。"
                )
            )
        }
        return lines
    }

    static func judgedBefore(_ moment: String) -> Phrase {
        Phrase(en: "clock declared wrong; before: \(moment)", zh: "时钟已声明有误，原为 \(moment)")
    }

    static func tooWide(_ path: String, mode: UInt32) -> Phrase {
        let octal = String(mode, radix: 8)
        return Phrase(
            en:
                "\(path) is open to more people than it should be (\(octal)). Use 700 and 600, or 2770 and 660 for a desk shared by a group.",
            zh: "\(path) 的权限过宽（\(octal)）。请设为 700 和 600；多人共用时设为 2770 和 660。"
        )
    }

    static let writeProtected = Phrase(
        en: "The desk is write-protected and opened for reading only: wrong passcodes are not counted, and nothing is recorded.",
        zh: "投诉台为写保护，仅供读取：不计密码错误次数，不作任何记录。"
    )

    static func damaged(_ fault: Verification.Fault) -> Phrase {
        Phrase(
            en:
                "The desk is damaged and opened for reading only (\(fault.placeWords.english): \(fault.what.english)). Run firstdesk verify; firstdesk rebuild "
                + "makes tables anew, firstdesk restore brings back a backup.",
            zh:
                "投诉台已损坏，仅供读取（\(fault.placeWords.chinese.trimmed)：\(fault.what.chinese)）。请运行 firstdesk verify；firstdesk rebuild 可重建数据表，"
                + "firstdesk restore 可恢复备份。"
        )
    }
}
