// What is said where a finding comes after the answer.
extension Phrase {
    static var sayWhetherTold: Phrase {
        Phrase(
            en: "Finding: the customer was answered before anything was found. Answer \"Told so in the reply\" with yes or no.",
            zh: "责任认定：答复客户时尚无认定。请在“回复时已如此告知”中填写“是”或“否”。"
        )
    }

    static var findingUntold: Phrase {
        Phrase(
            en: "Sign: the finding is not what the customer was told. Tell them what was found, "
                + "or record there that it could not be delivered.",
            zh: "签字：责任认定与已告知客户的答复不一致。请将认定结果告知客户；无法送达的，请在告知中注明。"
        )
    }
}
