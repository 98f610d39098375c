import ComplaintRules

extension LedgerError {
    /// The error for people: what happened, what is safe, what to do; with the file, and the words of SQLite or the system in brackets.
    public func sentence(at path: String) -> Phrase {
        let told = told(path)
        return Phrase(en: "\(told.english) (\(message))", zh: "\(told.chinese)（\(message)）")
    }

    private func told(_ path: String) -> Phrase {
        switch kind {
        case .busy:
            Phrase(
                en: "Another desk is holding \(path). Nothing was changed; try again in a moment.",
                zh: "\(path) 正被其他终端占用。未作更改，请稍后重试。"
            )
        case .full:
            Phrase(
                en: "The disk under \(path) is full. Nothing was changed and nothing is lost; make room, then try again.",
                zh: "\(path) 所在磁盘已满。未作更改，数据无损。请清理空间后重试。"
            )
        case .readOnly:
            Phrase(
                en: "\(path) can only be read. Nothing was changed; allow writing to the file and its folder, then try again.",
                zh: "\(path) 为只读。未作更改。请允许写入该文件及其文件夹后重试。"
            )
        case .noPermission:
            Phrase(
                en: "The system denies access to \(path). Nothing was changed; ask whoever owns the folder for the right to use it.",
                zh: "系统拒绝访问 \(path)。未作更改。请向文件夹所有者申请权限。"
            )
        case .damaged:
            Phrase(
                en: "\(path) is damaged. Nothing was written to it; keep a copy as it is, see firstdesk verify, and bring back a backup.",
                zh: "\(path) 已损坏。未写入任何内容。请原样保留副本，运行 firstdesk verify 查明，并从备份恢复。"
            )
        case .replaced:
            Phrase(
                en:
                    "\(path) was deleted, moved or replaced while this desk was open. What you just entered is not recorded; keep the form open. "
                    + "Close the other desks, put the file back or run firstdesk restore, then start again.",
                zh: "\(path) 在使用中被删除、移动或替换。刚才输入的内容未记录，请保留表单。请关闭其他终端，放回原文件或运行 firstdesk restore，然后重新启动。"
            )
        case .behind:
            Phrase(
                en:
                    "\(path) lacks entries that were acknowledged. Nothing was written. Put the right file back or run firstdesk restore; if they "
                    + "are lost, the branch manager runs firstdesk declare-loss.",
                zh: "\(path) 缺少已确认的记录。未写入任何内容。请放回正确的文件或运行 firstdesk restore；确已丢失的，由网点负责人运行 firstdesk declare-loss。"
            )
        case .foreignFile:
            Phrase(
                en: "\(path) is not a desk of FirstDesk. It was left as it is; check the folder (--desk).",
                zh: "\(path) 不是 FirstDesk 的数据文件，未作改动。请检查文件夹（--desk）。"
            )
        case .newerVersion:
            Phrase(
                en: "\(path) was written by a newer version of FirstDesk. It was left as it is; install that version here.",
                zh: "\(path) 由更新版本的 FirstDesk 写入，未作改动。请在本机安装新版本。"
            )
        case .networkFileSystem:
            Phrase(
                en: "\(path) would lie on a network drive, where several desks could damage it. Use a folder on a local disk.",
                zh: "\(path) 位于网络磁盘，多终端使用可能损坏数据。请改用本地磁盘文件夹。"
            )
        case .notFound:
            Phrase(
                en: "There is no desk at \(path). Name its folder (--desk), or make one: firstdesk init.",
                zh: "\(path) 处没有网点数据。请指定文件夹（--desk），或新建：firstdesk init。"
            )
        case .noTimeZone:
            Phrase(
                en: "This machine does not know the time zone of \(path). Nothing was changed; install it here, then try again.",
                zh: "本机没有 \(path) 所用的时区。未作更改。请安装时区数据后重试。"
            )
        case .exists:
            Phrase(
                en: "There is a desk already at \(path). It was left as it is; choose another folder (--desk).",
                zh: "\(path) 处已有网点数据，未作改动。请另选文件夹（--desk）。"
            )
        case .notAFile:
            Phrase(
                en: "\(path) is not an ordinary file. It was left as it is; check the folder (--desk).",
                zh: "\(path) 不是普通文件，未作改动。请检查文件夹（--desk）。"
            )
        case .notAFolder:
            Phrase(
                en: "A part of \(path) is not a folder. Nothing was changed; check the folder (--desk).",
                zh: "\(path) 的路径中有一部分不是文件夹。未作更改。请检查文件夹（--desk）。"
            )
        case .io:
            Phrase(
                en:
                    "The system failed to read or write \(path). What was acknowledged before is on the disk; check the disk, then try again.",
                zh: "系统读写 \(path) 失败。此前已确认的内容均已存盘。请检查磁盘后重试。"
            )
        case .constraint:
            Phrase(
                en: "\(path) refused what does not fit its tables. Nothing was changed; see firstdesk verify, and report this.",
                zh: "\(path) 拒绝了与数据表不符的内容。未作更改。请运行 firstdesk verify 并报告。"
            )
        case .tooLarge:
            Phrase(
                en: "That is more than \(path) can take at once. Nothing was changed; make it shorter.",
                zh: "内容超出 \(path) 一次可存的大小。未作更改，请缩短内容。"
            )
        case .outOfMemory:
            Phrase(
                en: "The system has no memory left. Nothing was changed at \(path); close other programs, then try again.",
                zh: "系统内存不足。\(path) 未作更改。请关闭其他程序后重试。"
            )
        case .interrupted:
            Phrase(en: "The work on \(path) was broken off. Nothing was changed.", zh: "对 \(path) 的操作已中断，未作更改。")
        case .wrongPasscode:
            Phrase(
                en: "The passcode does not open the key in \(path). Nothing was changed.",
                zh: "密码无法打开 \(path) 中的密钥。未作更改。"
            )
        case .misuse:
            Phrase(
                en: "The program made an error of its own on \(path). Nothing was changed; report this.",
                zh: "程序在处理 \(path) 时出现内部错误。未作更改，请报告。"
            )
        }
    }
}
