// What is said where the words to a customer give more than may be promised.
extension Phrase {
    /// - Parameter isAsked: whether they may stand where it is said that they give nothing.
    static func beyondAuthority(_ given: Amount, _ most: Amount, _ isHeadOffices: Bool, _ could: Role?, isAsked: Bool) -> Phrase {
        let way =
            could.map { Phrase(en: "the \($0.label.english) could promise it", zh: "\($0.label.chinese)可承诺") }
            ?? Phrase(
                en: "ask head office\(isHeadOffices ? " again" : "") first",
                zh: "请先\(isHeadOffices ? "再次" : "")上报总行"
            )
        return Phrase(
            en: "The words speak of giving \(given.text), and \(most.text) in all is what "
                + (isHeadOffices ? "head office approved" : "you may promise")
                + (isAsked
                    ? ". Where that sum is not given, answer \"Larger sum not promised\" with yes; for one that is, \(way.english)."
                    : ". Leave out a sum that is not given; for one that is, \(way.english)."),
            zh: "文字提到给付 \(given.text)，而\(isHeadOffices ? "总行批准的" : "您可承诺的")合计为 \(most.text)。"
                + (isAsked ? "并非给付的，请将“较大金额并非承诺”填为“是”" : "并非给付的金额请勿写入") + "；确需给付的，\(way.chinese)。"
        )
    }

    static func outsideAnswer(_ given: Amount, _ promised: Amount) -> Phrase {
        Phrase(
            en:
                "The words speak of \(given.text), and \(promised.text) is promised so far. Promise it in the answer or reply, with its "
                + "amount; or, where that sum is not promised, answer \"Larger sum not promised\" with yes.",
            zh: "文字提到 \(given.text)，而目前已承诺 \(promised.text)。请在答复或回复中连同“承诺金额”一并承诺；并非承诺的，请将“较大金额并非承诺”填为“是”。"
        )
    }

    static func outsideRuling(_ given: Amount) -> Phrase {
        Phrase(
            en: "What the customer was told speaks of giving \(given.text), which the ruling does not. "
                + "Write into the ruling what head office approved; leave out a sum that is not given.",
            zh: "告知客户的内容提到给付 \(given.text)，而总行批复并未提及。请在批复内容中写明总行同意的金额；并非给付的金额请勿写入。"
        )
    }

    static func promiseOfNothing(_ approved: Amount) -> Phrase {
        let isNone = approved == Amount.none
        return Phrase(
            en: (isNone ? "Head office approved no payment" : "The \(approved.text) that head office approved is promised already")
                + ". Leave the promise blank; or, where it gives nothing of value, answer \"Larger sum not promised\" with yes.",
            zh: (isNone ? "总行未批准给付" : "总行批准的 \(approved.text) 已全部承诺") + "。“承诺内容”请留空；不涉及任何给付的，请将“较大金额并非承诺”填为“是”。"
        )
    }
}
