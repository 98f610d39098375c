import ComplaintRules

extension LedgerError {
    /// The error for people: what happened, what is safe, what to do.
    public var sentence: Phrase {
        switch kind {
        case .busy:
            Phrase(
                en: "Another desk holds the file. Nothing was changed; try again in a moment.", zh: "另一终端正在占用文件。未作任何更改，请稍后再试。")
        case .full:
            Phrase(
                en: "The disk is full. Nothing was changed and what was saved is safe; make room, then try again.",
                zh: "磁盘已满。未作任何更改，已保存内容安全；请清理空间后再试。")
        case .readOnly:
            Phrase(
                en: "The desk's file can only be read. Nothing was changed; ask for permission to write.",
                zh: "网点文件只读。未作任何更改，请取得写入权限。")
        case .noPermission:
            Phrase(
                en: "The system denies access to the desk's file or folder. Ask its owner.", zh: "系统拒绝访问网点文件或文件夹，请联系其所有者。")
        case .damaged:
            Phrase(
                en: "The desk's file is damaged. Nothing was changed; keep a copy of it and restore the last backup.",
                zh: "网点文件已损坏。未作任何更改，请先保留副本，再恢复最近的备份。")
        case .foreignFile:
            Phrase(
                en: "The file is not a FirstDesk file. It was left as it is; choose another folder.",
                zh: "该文件不是 FirstDesk 文件，未作改动；请另选文件夹。")
        case .newerVersion:
            Phrase(
                en: "The desk's file was written by a newer version. It was left as it is; use that version.",
                zh: "该文件由更新版本写入，未作改动；请使用新版本。")
        case .networkFileSystem:
            Phrase(
                en: "The folder is on a network drive, where a desk is not safe. Choose a folder on this machine.",
                zh: "文件夹位于网络盘，不安全；请选择本机文件夹。")
        case .notFound: Phrase(en: "There is no desk there. Make one with firstdesk init.", zh: "此处没有网点。请用 firstdesk init 建立。")
        case .exists: Phrase(en: "There is a desk already; it was left as it is.", zh: "此处已有网点，未作改动。")
        case .notAFile, .notAFolder:
            Phrase(
                en: "The path does not lead to a desk's folder. Nothing was changed; choose another.", zh: "路径不是网点文件夹。未作改动，请另选。")
        case .constraint, .misuse:
            Phrase(
                en: "The program used the desk's file wrongly. Nothing was changed; please report it.", zh: "程序内部错误。未作任何更改，请报告。")
        case .tooLarge: Phrase(en: "The text is too large to be stored. Nothing was changed.", zh: "内容过大，无法保存。未作任何更改。")
        case .outOfMemory: Phrase(en: "The machine has no memory left. Nothing was changed.", zh: "内存不足。未作任何更改。")
        case .interrupted: Phrase(en: "Broken off; all is as it was.", zh: "已中断，一切保持原状。")
        case .wrongPasscode: Phrase(en: "The passcode is wrong.", zh: "密码错误。")
        case .io:
            Phrase(
                en: "The system could not read or write the desk's file. What was saved is safe; check the disk.",
                zh: "系统无法读写网点文件。已保存内容安全，请检查磁盘。")
        }
    }
}
