import ComplaintRules

/// What is counted. A new measure is an entry in `all`: its words, what it means, and how a case counts in it; text, JSON, tables, report and
/// help follow.
public struct FigureMeasure: Sendable {
    /// How it comes about.
    enum Kind: Sendable {
        /// How many cases it is true of, each once.
        case count(@Sendable (CountedCase) -> Bool)
        /// One count beside the sum of others.
        case ratio(String, of: [String])
        /// Of so many per cent of the times, the longest, by nearest rank: of 1, 2, 3, 4 and 100, the 90th is 100 and the 50th is 3.
        case percentile(Int, of: FigureSample)
        /// A sum of amounts, in hundredths.
        case amount(@Sendable (CountedCase) -> Int64?)
        /// How many days of the comment book stand so.
        case book([BookDay.Status])
        /// A count for so many outlets or customers.
        case rate(String, per: Int, of: BranchSize)
    }

    /// The name in JSON and tables.
    public let name: String
    /// The name for people.
    public let label: Phrase
    /// What it means, as help and reports say it.
    public let definition: Phrase
    let kind: Kind
    /// The country whose returns ask for it; nil for all.
    let country: Country?

    /// Whether a branch in that country is told of it on paper; programs read all.
    func isTold(in country: Country) -> Bool { self.country.map { $0 == country } ?? true }

    /// Whether it is a time.
    public var isTime: Bool { if case .percentile = kind { true } else { false } }

    private init(_ name: String, _ label: Phrase, _ definition: Phrase, of country: Country? = nil, _ kind: Kind) {
        (self.name, self.label, self.definition, self.kind, self.country) = (name, label, definition, kind, country)
    }

    /// All measures, in the order in which they are told.
    public static let all = [
        FigureMeasure(
            "received",
            Phrase(en: "Received", zh: "受理"),
            Phrase(
                en: "Complaints received in the period, by the branch's own days. Merged and imported ones count.",
                zh: "期内收到的投诉，按网点当地日期计；含并案和导入的历史记录。"
            ),
            .count { $0.isReceived }
        ),
        FigureMeasure(
            "newMatters",
            Phrase(en: "New matters", zh: "新事项"),
            Phrase(
                en: "Received, without linked repeats and group cases, which would count one matter many times.",
                zh: "受理数减去已关联的重复投诉和群体投诉，一事只计一次。"
            ),
            .count { $0.isReceived && !$0.facts.isRepeat && !$0.isGroup }
        ),
        FigureMeasure(
            "imported",
            Phrase(en: "Of these imported", zh: "其中导入"),
            Phrase(
                en: "Received in the period according to their source, and handled elsewhere.",
                zh: "按来源记录于期内收到、在他处办理的投诉。"
            ),
            .count { $0.isReceived && $0.facts.isHistory }
        ),
        FigureMeasure(
            "answered",
            Phrase(en: "Answered", zh: "答复"),
            Phrase(
                en: "Complaints whose answer was given in the period and stands at its end.",
                zh: "期内给出答复、且期末仍有效的投诉。"
            ),
            .count { $0.isAnswered }
        ),
        FigureMeasure(
            "onTheSpot",
            Phrase(en: "On the spot", zh: "当场答复"),
            Phrase(en: "Answered, by whoever was asked first.", zh: "答复中由首问责任人当场作出的。"),
            .count { $0.isAnswered && $0.standing == .onTheSpot }
        ),
        FigureMeasure(
            "kept",
            Phrase(en: "Kept", zh: "按时答复"),
            Phrase(
                en:
                    "Answered in the period before any limit towards the customer ran out. Imported ones count where their source knows it.",
                zh: "期内答复，且对客户的各项时限均未超过；导入的按其来源所记。"
            ),
            .count { $0.isKept }
        ),
        FigureMeasure(
            "broken",
            Phrase(en: "Broken", zh: "超时"),
            Phrase(
                en: "The first limit towards the customer ran out in the period while there was no answer that stands.",
                zh: "对客户的首个时限于期内届满而尚无有效答复。"
            ),
            .count { $0.isBroken }
        ),
        FigureMeasure(
            "inTime",
            Phrase(en: "In time", zh: "按时"),
            Phrase(en: "Kept, of those decided: kept or broken. What still runs is neither.", zh: "按时答复 ÷（按时答复 + 超时）；计时中的不计。"),
            .ratio("kept", of: ["kept", "broken"])
        ),
        FigureMeasure(
            "contacted",
            Phrase(en: "First contact in time", zh: "及时首次联系"),
            Phrase(
                en: "Received in the period, and the customer first spoken or written to within one working day of receipt.",
                zh: "期内受理，且自收到起 1 个工作日内首次联系客户。"
            ),
            .count { $0.isContactedInTime == true }
        ),
        FigureMeasure(
            "contactedLate",
            Phrase(en: "First contact late", zh: "首次联系逾期"),
            Phrase(
                en: "Received in the period, with a way to reach the customer, who was not spoken or written to within one working day.",
                zh: "期内受理，客户留有联系方式，而 1 个工作日内未联系。"
            ),
            .count { $0.isContactedInTime == false }
        ),
        FigureMeasure(
            "contactShare",
            Phrase(en: "Contacted in time", zh: "首次联系及时率"),
            Phrase(
                en: "First contact in time, of in time or late. Whoever spoke to the branch when complaining was contacted at once.",
                zh: "及时首次联系 ÷（及时 + 逾期）；当面或来电投诉的视为即时联系。"
            ),
            .ratio("contacted", of: ["contacted", "contactedLate"])
        ),
        FigureMeasure(
            "reliefMonetary",
            Phrase(en: "Monetary relief", zh: "经济补偿"),
            Phrase(en: "Answered in the period, with an amount promised.", zh: "期内答复并承诺金额的投诉。"),
            .count { $0.isAnswered && $0.facts.relief == .monetary }
        ),
        FigureMeasure(
            "reliefNonMonetary",
            Phrase(en: "Non-monetary relief", zh: "非经济补救"),
            Phrase(en: "Answered in the period, and put right otherwise than by an amount.", zh: "期内答复，以金额以外的方式补救的投诉。"),
            .count { $0.isAnswered && $0.facts.relief == .nonMonetary }
        ),
        FigureMeasure(
            "reliefExplanation",
            Phrase(en: "Explanation", zh: "解释说明"),
            Phrase(en: "Answered in the period by an explanation alone.", zh: "期内仅以解释说明答复的投诉。"),
            .count { $0.isAnswered && $0.facts.relief == .explanation }
        ),
        FigureMeasure(
            "openAtStart",
            Phrase(en: "Open at the start", zh: "期初未结"),
            Phrase(en: "Received before the period and neither answered nor ended when it began.", zh: "期初之前收到、期初时尚未答复也未终结。"),
            .count { $0.wasOpen }
        ),
        FigureMeasure(
            "ended",
            Phrase(en: "Ended", zh: "办结"),
            Phrase(
                en: "Open at the start or received since, and at the end answered, withdrawn, out of remit, merged or imported.",
                zh: "期初未结或期内受理，期末已答复、撤回、不予受理、并案或属导入。"
            ),
            .count { $0.isEnded }
        ),
        FigureMeasure(
            "reopened",
            Phrase(en: "Reopened", zh: "重新办理"),
            Phrase(
                en: "Ended before the period, and open at its end, since the answer was sent back or refused.",
                zh: "期初之前已结，因退回或客户不接受，期末未结。"
            ),
            .count { $0.isReopened }
        ),
        FigureMeasure(
            "openAtEnd",
            Phrase(en: "Unanswered", zh: "未答复"),
            Phrase(
                en: "Neither answered nor ended at the end: open at the start + received - ended + reopened.",
                zh: "期末尚未答复也未终结：期初未结 + 受理 - 办结 + 重新办理。"
            ),
            .count { $0.isOpen }
        ),
        FigureMeasure(
            "endedShare",
            Phrase(en: "Ended of all", zh: "办结率"),
            Phrase(en: "Ended, of open at the start and received.", zh: "办结 ÷（期初未结 + 受理）。"),
            .ratio("ended", of: ["openAtStart", "received"])
        ),
        FigureMeasure(
            "overdue",
            Phrase(en: "Answer overdue", zh: "答复逾期"),
            Phrase(en: "Open at the end, behind a limit towards the customer.", zh: "期末未结，且已超过对客户的时限。"),
            .count { $0.isOverdue }
        ),
        FigureMeasure(
            "escalated",
            Phrase(en: "Escalated", zh: "上报"),
            Phrase(en: "Complaints that went to head office in the period.", zh: "期内上报总行的投诉。"),
            .count { $0.isEscalated }
        ),
        FigureMeasure(
            "groupCases",
            Phrase(en: "Group cases", zh: "群体投诉"),
            Phrase(en: "Received in the period and escalated as a matter of five or more customers.", zh: "期内受理、按五人以上群体投诉上报的。"),
            .count { $0.isReceived && $0.isGroup }
        ),
        FigureMeasure(
            "extended",
            Phrase(en: "Extended", zh: "延期"),
            Phrase(en: "Complaints whose reply limit was extended in the period.", zh: "期内批准延期的投诉。"),
            .count { $0.isExtended }
        ),
        FigureMeasure(
            "mediationOffered",
            Phrase(en: "Mediation offered", zh: "提议调解"),
            Phrase(en: "Complaints in which mediation was offered to the customer in the period.", zh: "期内向客户提议调解的投诉。"),
            .count { $0.isMediated(.offered) }
        ),
        FigureMeasure(
            "mediationAccepted",
            Phrase(en: "Mediation accepted", zh: "接受调解"),
            Phrase(en: "Complaints in which the customer accepted mediation in the period.", zh: "期内客户接受调解的投诉。"),
            .count { $0.isMediated(.accepted) }
        ),
        FigureMeasure(
            "mediationSettled",
            Phrase(en: "Mediation settled", zh: "调解成功"),
            Phrase(en: "Complaints that mediation settled in the period.", zh: "期内调解成功的投诉。"),
            .count { $0.isMediated(.settled) }
        ),
        FigureMeasure(
            "mediationFailed",
            Phrase(en: "Mediation failed", zh: "调解未成"),
            Phrase(en: "Complaints that mediation did not settle in the period.", zh: "期内调解未成的投诉。"),
            .count { $0.isMediated(.failed) }
        ),
        FigureMeasure(
            "mediationShare",
            Phrase(en: "Settled by mediation", zh: "调解成功率"),
            Phrase(en: "Mediation settled, of settled or failed.", zh: "调解成功 ÷（成功 + 未成）。"),
            .ratio("mediationSettled", of: ["mediationSettled", "mediationFailed"])
        ),
        FigureMeasure(
            "withdrawn",
            Phrase(en: "Withdrawn", zh: "撤回"),
            Phrase(en: "Withdrawn by the customer in the period.", zh: "期内客户撤回的投诉。"),
            .count { $0.isNewStanding && $0.standing == .withdrawn }
        ),
        FigureMeasure(
            "notAccepted",
            Term.outOfRemitTitle,
            Phrase(en: "Found to be out of remit in the period.", zh: "期内决定不予受理的投诉。"),
            .count { $0.isNewStanding && $0.standing == .notAccepted }
        ),
        FigureMeasure(
            "merged",
            Phrase(en: "Merged", zh: "并案"),
            Phrase(
                en: "Merged into another case in the period: received, an outcome, and in no median.",
                zh: "期内并入他件：计入受理和去向，不计入答复用时。"
            ),
            .count { $0.isNewStanding && $0.standing == .merged }
        ),
        FigureMeasure(
            "found",
            Phrase(en: "With a finding", zh: "已认定"),
            Phrase(en: "Complaints whose finding was made in the period and stands at its end.", zh: "期内作出责任认定、且期末仍有效的投诉。"),
            .count { $0.isFound }
        ),
        FigureMeasure(
            "valid",
            Phrase(en: "Valid", zh: "认定有效"),
            Phrase(en: "With a finding in the period, of class valid.", zh: "期内认定为有效的投诉。"),
            .count { $0.isFound && $0.finding?.classification == .valid }
        ),
        FigureMeasure(
            "upheld",
            Phrase(en: "Upheld", zh: "有效"),
            Phrase(en: "Valid, of those with a finding.", zh: "认定有效 ÷ 已认定。"),
            .ratio("valid", of: ["found"])
        ),
        FigureMeasure(
            "rectified",
            Phrase(en: "Rectification opened", zh: "开立整改"),
            Phrase(en: "Complaints for which something to be put right was opened in the period.", zh: "期内开立整改的投诉。"),
            .count { $0.rectified != nil }
        ),
        FigureMeasure(
            "rectifiedRepeat",
            Phrase(en: "Of these repeats", zh: "其中因重复投诉"),
            Phrase(en: "Rectification opened in the period on a repeat.", zh: "期内因重复投诉开立整改的投诉。"),
            .count { $0.rectified?.contains(.repeated) == true }
        ),
        FigureMeasure(
            "rectifiedValid",
            Phrase(en: "Of these valid", zh: "其中因有效投诉"),
            Phrase(en: "Rectification opened in the period where the finding then was valid.", zh: "期内因认定有效开立整改的投诉。"),
            .count { $0.rectified?.contains(.valid) == true }
        ),
        FigureMeasure(
            "rectifiedOverdue",
            Phrase(en: "Of these overdue", zh: "其中因逾期"),
            Phrase(en: "Rectification opened in the period where a limit towards the customer had run out.", zh: "期内因逾期开立整改的投诉。"),
            .count { $0.rectified?.contains(.overdue) == true }
        ),
        FigureMeasure(
            "repeats",
            Phrase(en: "Repeats", zh: "重复"),
            Phrase(
                en: "Received in the period, of a customer or matter that came before, or after an answer that was refused.",
                zh: "期内受理，同一客户或事项曾投诉，或因不接受答复再次投诉。"
            ),
            .count { $0.isReceived && $0.facts.isRepeat }
        ),
        FigureMeasure(
            "repeatShare",
            Phrase(en: "Repeats of all", zh: "重复率"),
            Phrase(en: "Repeats, of received.", zh: "重复 ÷ 受理。"),
            .ratio("repeats", of: ["received"])
        ),
        FigureMeasure(
            "perOutlets",
            Phrase(en: "Per 1,000 outlets", zh: "每千营业网点投诉量"),
            Phrase(
                en: "Received / outlets x 1,000, by the outlets set for the last day; a dash where none are set.",
                zh: "受理 ÷ 营业网点数 × 1000，网点数取期末日的设置；未设置为“—”。"
            ),
            .rate("received", per: 1000, of: .outlets)
        ),
        FigureMeasure(
            "perCustomers",
            Phrase(en: "Per 10 million customers", zh: "每千万个人客户投诉量"),
            Phrase(
                en: "Received / personal customers x 10,000,000, by the customers set for the last day; a dash where none are set.",
                zh: "受理 ÷ 个人客户数 × 10000000，客户数取期末日的设置；未设置为“—”。"
            ),
            .rate("received", per: 10_000_000, of: .customers)
        ),
        FigureMeasure(
            "vulnerable",
            Phrase(en: "Vulnerable customers", zh: "弱势客户"),
            Phrase(en: "Received in the period, of a vulnerable customer.", zh: "期内受理的弱势客户投诉。"),
            of: .britain,
            .count { $0.isReceived && $0.facts.isVulnerable }
        ),
        FigureMeasure(
            "vulnerabilityFailed",
            Phrase(en: "Vulnerability failed", zh: "未照顾弱势"),
            Phrase(
                en: "Received in the period, caused by failing the needs of a vulnerable customer.",
                zh: "期内受理、因未照顾弱势客户引起的投诉。"
            ),
            of: .britain,
            .count { $0.isReceived && $0.facts.isVulnerabilityFailed }
        ),
        FigureMeasure(
            "median",
            Phrase(en: "Median", zh: "答复中位数"),
            Phrase(
                en: "Of the times from receipt to the answer by the clock, the middle one (nearest rank).",
                zh: "自收到至答复的历时（自然时间），取第 50 百分位（最近序位法）。"
            ),
            .percentile(50, of: .elapsed)
        ),
        FigureMeasure(
            "percentile90",
            Phrase(en: "90th pct", zh: "九成用时"),
            Phrase(
                en: "Nine in ten answers took so long or less, by the clock (nearest rank).",
                zh: "九成答复的历时（自然时间）不超过此数（最近序位法）。"
            ),
            .percentile(90, of: .elapsed)
        ),
        FigureMeasure(
            "openMedian",
            Phrase(en: "Median, open hours", zh: "中位数（营业时间）"),
            Phrase(en: "The same in hours during which the branch was open: the middle one.", zh: "同上，仅计网点营业时间：第 50 百分位。"),
            .percentile(50, of: .openTime)
        ),
        FigureMeasure(
            "openPercentile90",
            Phrase(en: "90th pct, open hours", zh: "九成用时（营业时间）"),
            Phrase(en: "The same in hours during which the branch was open: nine in ten.", zh: "同上，仅计网点营业时间：第 90 百分位。"),
            .percentile(90, of: .openTime)
        ),
        FigureMeasure(
            "calledBack",
            Phrase(en: "Called back", zh: "回访"),
            Phrase(en: "Customers who were asked in the period and answered.", zh: "期内回访且联系上的客户。"),
            .count { $0.level.map { $0 != .unreachable } ?? false }
        ),
        FigureMeasure(
            "contented",
            Phrase(en: "Content", zh: "表示满意"),
            Phrase(en: "Called back, and at least basically satisfied.", zh: "回访中表示基本满意及以上的客户。"),
            .count { $0.level.map { $0 != .unreachable && $0 != .dissatisfied } ?? false }
        ),
        FigureMeasure(
            "satisfied",
            Phrase(en: "Satisfied", zh: "满意率"),
            Phrase(en: "Content, of those called back.", zh: "表示满意 ÷ 回访。"),
            .ratio("contented", of: ["calledBack"])
        ),
        FigureMeasure(
            "claimed",
            Phrase(en: "Claimed", zh: "涉及金额"),
            Phrase(
                en: "What the customers of received complaints claim; once, however often an answer is rejected.",
                zh: "期内受理投诉的涉及金额合计；客户不接受答复而重办的不重复计算。"
            ),
            .amount { $0.isReceived ? $0.facts.claimed : nil }
        ),
        FigureMeasure(
            "promised",
            Phrase(en: "Promised", zh: "承诺金额"),
            Phrase(
                en: "What stands promised on complaints answered in the period; what was rejected with its answer counts no longer.",
                zh: "期内答复的投诉现行承诺金额合计；随答复被拒的承诺不再计入。"
            ),
            .amount { $0.isAnswered ? $0.facts.promised : nil }
        ),
        FigureMeasure(
            "paid",
            Phrase(en: "Paid", zh: "已付金额"),
            Phrase(
                en: "What customers got back: payments that were taken down in the period.",
                zh: "为客户挽回的金额：期内登记的已付金额合计。"
            ),
            .amount { $0.paid }
        ),
        FigureMeasure(
            "paidUpheld",
            Phrase(en: "Paid, upheld", zh: "已付（有效投诉）"),
            Phrase(en: "Of what was paid: on complaints whose finding at the end is of class valid.", zh: "已付金额中，期末认定为有效的投诉所付。"),
            .amount { $0.finding?.classification == .valid ? $0.paid : nil }
        ),
        FigureMeasure(
            "paidGoodwill",
            Phrase(en: "Paid, goodwill", zh: "已付（善意补偿）"),
            Phrase(
                en: "Of what was paid: all else, where nothing was found to be owed at the end.",
                zh: "已付金额中的其余部分：期末未认定为有效的投诉所付。"
            ),
            .amount { $0.finding?.classification == .valid ? nil : $0.paid }
        ),
        FigureMeasure(
            "bookReviewed",
            Phrase(en: "Book reviewed", zh: "意见簿查阅"),
            Phrase(en: "Days of the comment book that were reviewed and had entries.", zh: "意见簿按日查阅且有意见的天数。"),
            .book([.reviewed])
        ),
        FigureMeasure(
            "bookNil",
            Phrase(en: "Book: no entry", zh: "意见簿无新意见"),
            Phrase(en: "Days of the comment book that were reviewed and had no entry.", zh: "意见簿按日查阅且无新意见的天数。"),
            .book([.nothing])
        ),
        FigureMeasure(
            "bookLate",
            Phrase(en: "Book: late", zh: "意见簿补查"),
            Phrase(en: "Days of the comment book whose review was closed after closing time.", zh: "意见簿逾时补查的天数。"),
            .book([.late])
        ),
        FigureMeasure(
            "bookMissed",
            Phrase(en: "Book: missed", zh: "意见簿漏查"),
            Phrase(en: "Days on which the branch was open and the comment book was not reviewed.", zh: "营业而未查阅意见簿的天数。"),
            .book([.missed])
        ),
    ]

    private static let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })

    /// Where the measure of that name stands among all; nil where there is none.
    public static func place(of name: String) -> Int? { places[name] }
}

/// Times that percentiles are taken of.
enum FigureSample: Int, CaseIterable, Sendable {
    case elapsed, openTime

    /// The time of a case, in milliseconds.
    func of(_ counted: CountedCase) -> Int64? {
        switch self {
        case .elapsed: counted.elapsed
        case .openTime: counted.openTime
        }
    }
}

/// What a measure came to.
public enum FigureValue: Hashable, Sendable {
    case count(Int)
    /// So many of so many.
    case ratio(Int, of: Int)
    /// A time in milliseconds, of so many; nil where there is none.
    case time(Int64?, of: Int)
    /// An amount in hundredths, of so many.
    case amount(Int64, of: Int)
    /// A count for so many outlets or customers, in hundredths; nil where nobody said how many there are.
    case rate(Int64?)

    /// The count, or the counted part.
    public var count: Int {
        switch self {
        case .count(let count), .ratio(let count, _): count
        case .time(_, let count), .amount(_, let count): count
        case .rate: 0
        }
    }
}
