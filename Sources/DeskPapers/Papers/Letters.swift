import ComplaintRules

/// The model of a letter, with blanks in braces that the case fills. A branch may use one of its own.
enum LetterModel {
    /// The blanks that there are.
    static let blanks = [
        "customer", "number", "received", "matter", "findings", "grounds", "answer", "apology", "next", "hotline", "branch", "date",
    ]

    /// A model with its blanks filled.
    ///
    /// - Throws: `.unknownBlank`.
    static func fill(_ model: String, _ values: [String: String]) throws(PaperRefusal) -> String {
        try ModelText.filled(model) { name throws(PaperRefusal) in
            guard let value = values[name] else { throw .unknownBlank(name) }
            return value
        }
    }

    /// What the case fills in.
    static func values(_ told: PaperCase, _ material: PaperMaterial) -> [String: String] {
        let (state, finding) = (told.state, told.state.finding)
        let settings = material.settings
        let channels = settings.outsideChannels.isBlank ? "" : settings.outsideChannels(in: material.language).trimmed
        let hotline = material.settings.hotline
        let grounds = [finding?.explanation ?? "", finding?.correction ?? "", finding?.ruling ?? ""].filter { !$0.isBlank }
        let answer = state.reply?.text ?? state.answer?.text ?? ""
        return [
            "customer": told.addressee, "number": state.number.description,
            "received": material.times.longDay(material.rules.zone.day(at: state.intake.received)),
            "matter": matter(state.finding?.kind ?? .complaint, material.language), "findings": finding?.facts ?? answer,
            "grounds": grounds.joined(separator: "\n"), "answer": answer, "apology": finding?.apology ?? "",
            "next": channels.isEmpty
                ? material.say(
                    "If you are not satisfied, please call our complaints hotline \(hotline).",
                    "如您对答复不满意，请拨打我行投诉电话 \(hotline)。"
                )
                : material.say(
                    "If you are not satisfied, please call our complaints hotline \(hotline), or turn to: \(channels).",
                    "如您对答复不满意，请拨打我行投诉电话 \(hotline)，或通过以下渠道反映：\(channels)。"
                ),
            "hotline": hotline, "branch": material.settings.branchName,
            "date": material.times.longDay(material.rules.zone.day(at: material.now)),
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

            What we do about it: {grounds}

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

            改进措施：{grounds}

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
    static let reply = PaperKind("reply", Phrase(en: "Letter of reply", zh: "回复函"), of: .oneCase) { material throws(PaperRefusal) in
        let told = try material.oneCase()
        guard told.state.reply != nil || told.state.answer != nil else { throw .noReply }
        let matter = LetterModel.matter(told.state.finding?.kind ?? .complaint, material.language)
        return try letter(LetterModel.reply, material.say("Reply to your \(matter)", "关于您\(matter)的回复函"), told, material)
    }

    /// The letter of apology, from a model.
    static let apology = PaperKind("apology", Phrase(en: "Letter of apology", zh: "致歉函"), of: .oneCase) { material throws(PaperRefusal) in
        let told = try material.oneCase()
        guard let apology = told.state.finding?.apology, !apology.isBlank else { throw .noApology }
        return try letter(LetterModel.apology, material.say("Our apology", "致歉函"), told, material)
    }

    private static func letter(_ model: Phrase, _ title: String, _ told: PaperCase, _ material: PaperMaterial) throws(PaperRefusal)
        -> Document
    {
        let text = try LetterModel.fill(material.model ?? material.language(model), LetterModel.values(told, material))
        return material.document(title, [.text(text), .signatures([material.say("Stamp and signature", "盖章及签字")])])
    }
}
