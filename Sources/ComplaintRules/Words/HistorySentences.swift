// What is said of history that cannot be brought in.
extension Phrase {
    static func historyAfterFounding(_ day: Day) -> Phrase {
        Phrase(
            en: "Received after this desk was founded on \(day.iso): log it; only earlier cases are imported.",
            zh: "收到时间晚于系统启用日 \(day.iso)：请直接登记；仅可导入此前的投诉。"
        )
    }

    static func historyOfOwnDesk(_ day: Day) -> Phrase {
        Phrase(
            en: "Received after this desk was founded on \(day.iso), in a file of this desk itself or of a copy of it: log it. "
                + "To bring back what was lost, restore a backup.",
            zh: "收到时间晚于系统启用日 \(day.iso)，且文件由本投诉台或其副本签发：请直接登记；如需找回丢失的数据，请恢复备份。"
        )
    }

    static var historyOfPractice: Phrase {
        Phrase(
            en: "The file comes from a practice desk, so the case is not a real one. "
                + "Import it on a practice desk, or a file of a live desk here.",
            zh: "该文件来自练习网点，并非真实投诉。请在练习网点导入；此处请导入正式网点的文件。"
        )
    }
}
