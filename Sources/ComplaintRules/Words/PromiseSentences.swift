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

    /// - Parameter isAsked: whether they may stand where it is said that they promise no more.
    static func beyondAmount(_ said: Amount, _ promised: Amount, isAsked: Bool) -> Phrase {
        Phrase(
            en: (isAsked ? "The words speak of" : "The promise gives") + " \(said.text), and \"Amount promised\" is \(promised.text). "
                + "Give there what is promised; "
                + (isAsked
                    ? "or, where that sum is not promised, answer \"Larger sum not promised\" with yes."
                    : "tell a sum that is not promised in the text, not in the promise."),
            zh: (isAsked ? "文字提到" : "承诺内容给付") + " \(said.text)，而“承诺金额”为 \(promised.text)。请填写实际承诺的金额；"
                + (isAsked ? "该金额并非承诺的，请将“较大金额并非承诺”填为“是”。" : "并非承诺的金额请写入答复内容，勿写入承诺。")
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

    static func toOther(_ given: Amount, _ promised: Amount, _ number: String) -> Phrase {
        Phrase(
            en:
                "The words give \(given.text) to the customer of \(number), and \(promised.text) is left for them of what is promised here to the "
                + "customers of merged cases. More is promised in a reply, with \"\(Term.forOthers.english)\"; where this is not promised, answer "
                + "\"Larger sum not promised\" with yes.",
            zh: "文字向 \(number) 的客户给付 \(given.text)，而本件承诺中可给付并案客户的尚余 \(promised.text)。确需给付的，请在回复中承诺，并填写“\(Term.forOthers.chinese)”；"
                + "并非承诺的，请将“较大金额并非承诺”填为“是”。"
        )
    }

    static func approvalInWords(_ said: Amount?, _ amount: Amount?) -> Phrase {
        let what = said.map { Phrase(en: "giving \($0.text)", zh: "给付 \($0.text)") } ?? Phrase(en: "giving nothing", zh: "不予给付")
        let stands = amount.map { Phrase(en: "is \($0.text)", zh: "为 \($0.text)") } ?? Phrase(en: "is blank", zh: "未填写")
        return Phrase(
            en:
                "Head office's words speak of \(what.english), and \"Approved in all\" \(stands.english). Give there the most that may be promised, 0 for "
                + "nothing; or, where it is as head office decided, answer \"\(Term.amountAsDecided.english)\" with yes.",
            zh:
                "批复文字提到\(what.chinese)，而“批准金额（合计上限）”\(stands.chinese)。请填写可承诺的合计上限，不予给付的填 0；与批复一致的，请将“\(Term.amountAsDecided.chinese)”填为“是”。"
        )
    }

    static func share(_ fault: ShareFault) -> Phrase {
        let field = Term.forOthers
        switch fault {
        case .unsaid(let amount, let numbers):
            return Phrase(
                en:
                    "\(Language.english.listed(numbers)), of other customers, \(numbers.count == 1 ? "is" : "are") merged in here. Of the \(amount.text) promised, "
                    + "how much is for them? Fill in \"\(field.english)\", all of them together; 0 for nothing.",
                zh: "\(Language.chinese.listed(numbers)) 为其他客户的投诉，已并入本件。承诺的 \(amount.text) 中，给付这些客户的合计多少？请填写“\(field.chinese)”；没有的填 0。"
            )
        case .beyondPromise(let share, let promised):
            return Phrase(
                en: "\"\(field.english)\" is \(share.text), and \(promised.text) is promised with it. Give there no more than is promised.",
                zh: "“\(field.chinese)”为 \(share.text)，而本次承诺 \(promised.text)。请勿超过承诺金额。"
            )
        case .promiseGives(let given, let toOwn):
            return Phrase(
                en:
                    "The promise gives \(given.text), and \(toOwn.text) of what is promised is for this customer. Say in it what they are given; what others "
                    + "are given is told to these.",
                zh: "承诺内容给付 \(given.text)，而承诺中给付本件客户的为 \(toOwn.text)。请写明给付本件客户的金额；其他客户的，请分别告知。"
            )
        case .ofNobody:
            return Phrase(
                en: "No case of another customer who is to be answered is merged in here. Leave \"\(field.english)\" blank.",
                zh: "本件没有须另行答复的其他客户的并案投诉。“\(field.chinese)”请留空。"
            )
        }
    }

    static func withoutAnswer(_ given: Amount, _ promised: Amount) -> Phrase {
        Phrase(
            en:
                "The words speak of \(given.text), and \(promised.text) is promised. Nothing more is promised in this case as it stands: where that "
                + "sum is not promised, answer \"Larger sum not promised\" with yes; else leave it out until it was promised.",
            zh: "文字提到 \(given.text)，而已承诺 \(promised.text)。本件目前不能再作承诺：并非承诺的，请将“较大金额并非承诺”填为“是”；否则请先不要写入，待承诺后再告知。"
        )
    }

    /// - Parameter isAsked: whether they may stand where it is said that they promise nothing more.
    static func wholePromised(_ promised: Amount, isAsked: Bool) -> Phrase {
        let isNone = promised == Amount.none
        return Phrase(
            en: "The words give all of something, and \(isNone ? "no sum" : promised.text) is promised beside them. "
                + (isAsked
                    ? "Promise it with its amount; or, where no more is given, answer \"Larger sum not promised\" with yes."
                    : "Head office has said how much may be given: write that sum instead of the whole."),
            zh: "文字提到全部给付，而\(isNone ? "未承诺任何金额" : "承诺金额为 \(promised.text)")。"
                + (isAsked ? "请填写“承诺金额”；并不另行给付的，请将“较大金额并非承诺”填为“是”。" : "总行已批复可给付的金额，请写明该金额，勿写“全部”。")
        )
    }

    /// - Parameter isAsked: whether it may stand where it is said that it is not promised.
    static func otherCurrency(_ country: Country, isAsked: Bool) -> Phrase {
        Phrase(
            en: (isAsked ? "The words name" : "The promise names")
                + " a sum in another currency, and amounts here are in \(country.currency). Write beside it what it is worth in that"
                + (isAsked ? "; or, where it is not promised, answer \"Larger sum not promised\" with yes." : "."),
            zh: (isAsked ? "文字中有其他货币的金额" : "承诺内容使用了其他货币") + "，而本投诉台的金额以 \(country.currency) 计。请一并写明折合此货币的金额"
                + (isAsked ? "；并非承诺的，请将“较大金额并非承诺”填为“是”。" : "。")
        )
    }

    static func sumWhileLogging(_ given: Amount?) -> Phrase {
        Phrase(
            en:
                "The answer speaks of \(given.map(\.text) ?? "giving all of something"). Where that is promised, log the complaint first, then record "
                + "the answer with its amount: “\(Answer.label.english)”; where not, answer \"Larger sum not promised\" with yes.",
            zh: "答复提到\(given.map { " \($0.text)" } ?? "全部给付")。属于承诺的，请先登记投诉，再以“\(Answer.label.chinese)”登记答复及承诺金额；"
                + "并非承诺的，请将“较大金额并非承诺”填为“是”。"
        )
    }

    static func sumToHotline(_ given: Amount) -> Phrase {
        Phrase(
            en:
                "What the hotline was answered speaks of giving \(given.text), and the hotline tells it on. Promise it in the answer or reply, with "
                + "its amount; or, where that sum is not promised, answer \"Larger sum not promised\" with yes.",
            zh: "对热线的答复提到给付 \(given.text)，热线会转告客户。请在答复或回复中连同“承诺金额”一并承诺；并非承诺的，请将“较大金额并非承诺”填为“是”。"
        )
    }

    static func outsideRuling(_ given: Amount) -> Phrase {
        Phrase(
            en: "What the customer was told speaks of giving \(given.text), which the ruling does not. "
                + "Write into the ruling what head office approved; where that sum is not given, answer \"Larger sum not promised\" with yes.",
            zh: "告知客户的内容提到给付 \(given.text)，而总行批复并未提及。请在批复内容中写明总行同意的金额；并非给付的，请将“较大金额并非承诺”填为“是”。"
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
