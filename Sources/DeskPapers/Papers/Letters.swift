import ComplaintRules

/// The model of a letter, with blanks in braces that the case fills. A branch may use one of its own.
enum LetterModel {
    /// The blanks that there are.
    static let blanks = [
        "customer", "number", "received", "matter", "findings", "grounds", "answer", "promise", "apology", "correction", "next", "hotline",
        "branch", "date",
    ]

    /// A model with its blanks filled. A paragraph of which all blanks stay empty is left out, so that no heading stands over nothing.
    ///
    /// - Throws: `.unknownBlank`.
    static func fill(_ model: String, _ values: [String: String]) throws(PaperRefusal) -> String {
        var paragraphs: [String] = []
        for lines in model.split(omittingEmptySubsequences: false, whereSeparator: { $0.isNewline }).split(whereSeparator: { $0.isBlank }) {
            var found: [String] = []
            let text = try ModelText.filled(lines.joined(separator: "\n")) { name throws(PaperRefusal) in
                guard let value = values[name] else { throw .unknownBlank(name) }
                found.append(value)
                return value
            }
            if found.isEmpty || found.contains(where: { !$0.isBlank }) { paragraphs.append(text) }
        }
        return paragraphs.joined(separator: "\n\n")
    }

    /// What the case fills in: of the answer what the customer was told with it, of the finding the facts. What was found on the branch's own
    /// account, and head office's ruling, are none of the letter's.
    ///
    /// - Parameter date: the day on which what the letter says was said.
    static func values(_ told: PaperCase, _ material: PaperMaterial, on date: Moment) -> [String: String] {
        let (state, finding, hotline) = (told.state, told.state.finding, material.settings.hotline)
        func lines(_ texts: [String?]) -> String { texts.compactMap { $0 }.filter { !$0.isBlank }.joined(separator: "\n") }
        let answer = told.answer
        let channels = material.settings.outsideChannels.isBlank ? "" : material.settings.outsideChannels(in: material.language).trimmed
        let amount = answer?.amount.flatMap { $0 > Amount.none ? $0 : nil }.map { material.say("\($0.text) will be paid", "赔付 \($0.text)") }
        // The letter says so too, whatever its words seem to offer.
        let noOther = material.say("No other sum that this letter names is promised.", "本函提及的其他金额均非给付承诺。")
        let others = answer?.isSumOther == true ? noOther : nil
        let apology = lines([finding?.apology, finding?.isSumOther == true ? noOther : nil])
        let standing =
            channels.isEmpty
            ? material.say(
                "If you are not satisfied, please call our complaints hotline \(hotline).",
                "如您对答复不满意，请拨打我行投诉电话 \(hotline)。"
            )
            : material.say(
                "If you are not satisfied, please call our complaints hotline \(hotline), or turn to: \(channels).",
                "如您对答复不满意，请拨打我行投诉电话 \(hotline)，或通过以下渠道反映：\(channels)。"
            )
        // What only says that there is nothing is left out, as a blank is.
        func said(_ text: String?) -> String { text.map { Written.saysNone($0) ? "" : $0 } ?? "" }
        return [
            "customer": told.addressee, "number": state.number.description,
            "received": material.times.longDay(material.rules.zone.day(at: state.intake.received)),
            "matter": matter(finding?.kind ?? .complaint, material.language), "findings": finding?.facts ?? "",
            "grounds": said(answer?.grounds), "answer": answer?.text ?? "", "promise": lines([amount, answer?.promise, others]),
            "apology": finding?.apology.isBlank == false ? apology : "", "correction": finding?.correction ?? "",
            "next": lines([said(answer?.remedies), standing]),
            "hotline": hotline, "branch": material.settings.branchName,
            "date": material.times.longDay(material.rules.zone.day(at: date)),
        ]
    }

    /// What the customer brought, as a letter calls it: a suggestion has the same life as a complaint, with its own wording.
    static func matter(_ kind: CaseKind, _ language: Language) -> String {
        switch kind {
        case .complaint, .venting: language(Term.complaint)
        case .suggestion: language(Term.suggestion)
        case .enquiry: language(Term.enquiry)
        case .requestForHelp: language(Phrase(en: "request", zh: "求助"))
        }
    }

    /// The program's model of a letter of reply: what was found, on what grounds, and what the customer can do next (the regulation's three parts).
    static let reply = Phrase(
        en: """
            Dear {customer},

            Thank you for your {matter}, which we received on {received} and keep under number {number}.

            What we found: {findings}

            On what grounds: {grounds}

            Our answer: {answer}

            What we promise: {promise}

            What you can do next: {next}

            Yours sincerely,
            {branch}
            {date}
            """,
        zh: """
            尊敬的{customer}：

            您好！我行于{received}收到您的{matter}（编号 {number}），现答复如下。

            核查情况：{findings}

            依据：{grounds}

            处理意见：{answer}

            承诺事项：{promise}

            后续途径：{next}

            此致
            敬礼

            {branch}
            {date}
            """
    )

    /// The program's model of a letter of apology.
    static let apology = Phrase(
        en: """
            Dear {customer},

            You told us on {received} what went wrong for you (number {number}). We are sorry.

            {apology}

            What we found: {findings}

            What we have put right: {correction}

            If there is anything else that we can do, please call us: {hotline}.

            Yours sincerely,
            {branch}
            {date}
            """,
        zh: """
            尊敬的{customer}：

            您于{received}向我行反映的问题（编号 {number}）给您带来了不便，我行谨致歉意。

            {apology}

            核查情况：{findings}

            改进措施：{correction}

            如您还有其他需要，请拨打 {hotline}。

            此致
            敬礼

            {branch}
            {date}
            """
    )
}

extension PaperKind {
    /// The letter of reply, from a model.
    static let reply = PaperKind("reply", Phrase(en: "Letter of reply", zh: "回复函"), of: .oneCase, takesModel: true) {
        material throws(PaperRefusal) in
        let told = try material.oneCase()
        if told.state.stage == .merged, let into = told.state.mergedInto { throw .answeredWhereMerged(into) }
        guard told.state.answeredBy != nil, let answer = told.answer else { throw .noReply }
        let matter = LetterModel.matter(told.state.finding?.kind ?? .complaint, material.language)
        let title = material.say("Reply to your \(matter)", "关于您\(matter)的回复函")
        return try letter(LetterModel.reply, title, told, material, on: answer.at)
    }

    /// The letter of apology, from a model.
    static let apology = PaperKind("apology", Phrase(en: "Letter of apology", zh: "致歉函"), of: .oneCase, takesModel: true) {
        material throws(PaperRefusal) in
        let told = try material.oneCase()
        guard let apology = told.state.finding?.apology, !apology.isBlank else { throw .noApology }
        let found = told.last(Finding.self)?.happened.at ?? material.now
        return try letter(LetterModel.apology, material.say("Our apology", "致歉函"), told, material, on: found)
    }

    private static func letter(
        _ model: Phrase,
        _ title: String,
        _ told: PaperCase,
        _ material: PaperMaterial,
        on date: Moment
    ) throws(PaperRefusal) -> Document {
        let text = try LetterModel.fill(material.model ?? material.language(model), LetterModel.values(told, material, on: date))
        return material.document(title, [.text(text), .signatures([material.say("Stamp and signature", "盖章及签字")])])
    }
}

extension PaperCase {
    /// The last answer to the customer, on the spot or as a reply, with what was said with it; nil while there is none.
    var answer: (at: Moment, text: String, grounds: String?, remedies: String?, amount: Amount?, promise: String?, isSumOther: Bool?)? {
        for happened in events.reversed() {
            if let reply = happened.event as? Reply {
                // What of it is for others is told to these.
                let amount = reply.amount.map { $0 - (reply.forOthers ?? .none) }
                return (happened.at, reply.text, reply.grounds, reply.remedies, amount, reply.promise, reply.isSumOther)
            }
            if let answer = happened.event as? Answer {
                return (
                    happened.at, answer.text, nil, nil, answer.amount.map { $0 - (answer.forOthers ?? .none) }, answer.promise,
                    answer.isSumOther
                )
            }
        }
        return nil
    }
}
