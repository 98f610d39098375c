// What is said where a corrective action would be verified by its owner, or by nobody.
extension Phrase {
    static func ownerVerifies(_ owner: String) -> Phrase {
        Phrase(
            en: "Verify rectification: \(owner) is its owner; somebody else must verify it.",
            zh: "核验整改：负责人为\(owner.behindHan)，须由其他人核验。"
        )
    }

    static func nobodyVerifies(_ owner: String) -> Phrase {
        Phrase(
            en: "Open rectification: with \(owner) as owner nobody here could verify it. "
                + "Name somebody who is not a manager, or a department.",
            zh: "开立整改：以\(owner.behindHan.beforeHan)为负责人，则本网点无人可核验。请以非管理人员或部门为负责人。"
        )
    }

    static func noSuchItem(_ item: Int) -> Phrase {
        Phrase(
            en: "There is no open rectification \(item) on this case. \"show --events\" lists them.",
            zh: "本件没有未完成的整改事项 \(item)。请用“show --events”查看。"
        )
    }

    static func noSuchAttachment(_ item: Int) -> Phrase {
        Phrase(
            en: "There is no scan \(item) on this case. \"show --events\" lists its attachments.",
            zh: "本件没有第 \(item) 个扫描附件。请用“show --events”查看附件。"
        )
    }
}
