import ComplaintRules

extension LedgerError {
    /// The error for people: what happened, what is safe, what to do; with the file, and in brackets what helps whoever looks into it.
    ///
    /// That is the words of SQLite or of the system, or the place of a damage. Where the sentence says all there is to say, nothing follows it.
    public func sentence(at path: String) -> Phrase {
        let told = told(path)
        guard !message.isEmpty, code != 0 || systemError != 0 || isExplained else { return told }
        return Phrase(en: "\(told.english) (\(message))", zh: "\(told.chinese)（\(message)）")
    }

    /// Whether our own message says more than the kind does: what is damaged, from which entry on, which mistake of the program, which zone.
    private var isExplained: Bool {
        switch kind {
        case .damaged, .behind, .io, .constraint, .misuse, .foreignFile, .newerVersion, .noTimeZone: true
        case .busy, .full, .readOnly, .noPermission, .replaced, .networkFileSystem, .notFound, .exists, .notAFile, .notAFolder,
            .tooLarge, .outOfMemory, .interrupted, .wrongPasscode:
            false
        }
    }

    private func told(_ path: String) -> Phrase {
        switch kind {
        case .busy:
            Phrase(
                en: "Another terminal is using \(path). Nothing was changed; try again in a moment.",
                zh: "\(path) 正被其他终端占用。未作更改，请稍后重试。"
            )
        case .full:
            Phrase(
                en: "The disk under \(path) is full. Nothing was changed and nothing is lost; free some disk space, then try again.",
                zh: "\(path) 所在磁盘已满。未作更改，数据无损。请清理空间后重试。"
            )
        case .readOnly:
            Phrase(
                en: "\(path) is read-only. Nothing was changed; allow writing to the file and its folder, then try again.",
                zh: "\(path) 为只读。未作更改。请允许写入该文件及其文件夹后重试。"
            )
        case .noPermission:
            Phrase(
                en: "The system denies access to \(path). Nothing was changed; ask the owner of the folder for access.",
                zh: "系统拒绝访问 \(path)。未作更改。请向文件夹所有者申请权限。"
            )
        case .damaged:
            Phrase(
                en: "\(path) is damaged. Nothing was written to it; keep an untouched copy, run firstdesk verify, and restore a backup.",
                zh: "\(path) 已损坏。未写入任何内容。请原样保留副本，运行 firstdesk verify 查明，并从备份恢复。"
            )
        case .replaced:
            Phrase(
                en:
                    "\(path) was deleted, moved or replaced while this desk was open. What you just entered is not recorded; keep the form open. "
                    + "Close FirstDesk at the other terminals, put the file back or run firstdesk restore, then start again.",
                zh: "\(path) 在使用中被删除、移动或替换。刚才输入的内容未记录，请保留表单。请关闭其他终端，放回原文件或运行 firstdesk restore，然后重新启动。"
            )
        case .behind:
            Phrase(
                en:
                    "\(path) lacks entries that were confirmed. Nothing was written. Put the right file back or run firstdesk restore; if they "
                    + "are lost, the branch manager runs firstdesk declare-loss.",
                zh: "\(path) 缺少已确认的记录。未写入任何内容。请放回正确的文件或运行 firstdesk restore；确已丢失的，由网点负责人运行 firstdesk declare-loss。"
            )
        case .foreignFile:
            Phrase(
                en: "\(path) is not a FirstDesk file. It was left as it is; check the folder (--desk).",
                zh: "\(path) 不是 FirstDesk 的数据文件，未作改动。请检查文件夹（--desk）。"
            )
        case .newerVersion:
            Phrase(
                en: "\(path) was written by a newer version of FirstDesk. It was left as it is; install that version here.",
                zh: "\(path) 由更新版本的 FirstDesk 写入，未作改动。请在本机安装新版本。"
            )
        case .networkFileSystem:
            Phrase(
                en: "\(path) is on a network drive, where several terminals could damage it. Use a folder on a local disk.",
                zh: "\(path) 位于网络磁盘，多终端使用可能损坏数据。请改用本地磁盘文件夹。"
            )
        case .notFound:
            Phrase(
                en: "There is no desk at \(path). Give its folder with --desk, or create one with firstdesk init.",
                zh: "\(path) 处没有投诉台。请用 --desk 指定文件夹，或用 firstdesk init 新建。"
            )
        case .noTimeZone:
            Phrase(
                en: "This machine does not know the time zone of \(path). Nothing was changed; install it here, then try again.",
                zh: "本机没有 \(path) 所用的时区。未作更改。请安装时区数据后重试。"
            )
        case .exists:
            Phrase(
                en: "There is already a desk at \(path). It was left as it is; choose another folder (--desk).",
                zh: "\(path) 处已有投诉台，未作改动。请另选文件夹（--desk）。"
            )
        case .notAFile:
            Phrase(
                en: "\(path) is not an ordinary file. It was left as it is; check the folder (--desk).",
                zh: "\(path) 不是普通文件，未作改动。请检查文件夹（--desk）。"
            )
        case .notAFolder:
            Phrase(
                en: "Part of \(path) is not a folder. Nothing was changed; check the folder (--desk).",
                zh: "\(path) 的路径中有一部分不是文件夹。未作更改。请检查文件夹（--desk）。"
            )
        case .io:
            Phrase(
                en:
                    "The system failed to read or write \(path). Everything confirmed before is saved; check the disk, then try again.",
                zh: "系统读写 \(path) 失败。此前已确认的内容均已存盘。请检查磁盘后重试。"
            )
        case .constraint:
            Phrase(
                en: "\(path) rejected data that does not fit its tables. Nothing was changed; run firstdesk verify and report this.",
                zh: "\(path) 拒绝了与数据表不符的内容。未作更改。请运行 firstdesk verify 并报告。"
            )
        case .tooLarge:
            Phrase(
                en: "That is more than \(path) can store at once. Nothing was changed; make it shorter.",
                zh: "内容超出 \(path) 一次可存的大小。未作更改，请缩短内容。"
            )
        case .outOfMemory:
            Phrase(
                en: "The system is out of memory. Nothing was changed in \(path); close other programs, then try again.",
                zh: "系统内存不足。\(path) 未作更改。请关闭其他程序后重试。"
            )
        case .interrupted:
            Phrase(en: "The work on \(path) was interrupted. Nothing was changed.", zh: "对 \(path) 的操作已中断，未作更改。")
        case .wrongPasscode:
            Phrase(
                en: "The passcode does not open the key in \(path). Nothing was changed.",
                zh: "密码无法打开 \(path) 中的密钥。未作更改。"
            )
        case .misuse:
            Phrase(
                en: "An internal error occurred while using \(path). Nothing was changed; please report it.",
                zh: "程序在处理 \(path) 时出现内部错误。未作更改，请反馈给技术人员。"
            )
        }
    }
}
