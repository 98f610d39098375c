import ComplaintRules

/// Everything a sample desk says in one language, beside its matters.
struct SampleWords: Sendable {
    /// A contact that somebody noted.
    struct Contact: Sendable {
        var text: String
        var how: ContactWay?
    }

    /// A complaint that the branch does not accept, and why.
    struct Remit: Sendable {
        var business: String
        var text: String
        var asks: String
        var reason: String
    }

    var language: Language
    /// The branch; it exists nowhere.
    var settings: DeskSettings
    /// Number, name and role of the staff.
    var staff: [(number: String, name: String, role: Role)]
    var matters: [SampleMatter]
    var surnames: [String]
    var givenNames: [String]
    var titles: [String]
    /// The beginning of telephone numbers that nobody has; more digits follow, `phoneDigits` of them.
    var phonePrefix: String
    var phoneDigits: Int
    /// Departments that are complained about, where it is not a member of staff.
    var departments: [String]
    /// Who sends on what is referred; by what they are called the desk knows of which kind they are.
    var senders: [String]
    /// Who mediates between a customer and the bank.
    var mediator: String
    /// What customers hear whose complaint came by letter or through somebody else.
    var acknowledgement: String
    /// How a member of staff is named in a complaint.
    var aboutStaff: [String]
    var handOverNotes: [String]
    var notes: [Contact]
    var apologies: [String]
    var rectifications: [String]
    var sendBackReasons: [String]
    /// What was noted after a sending back.
    var mendedNotes: [String]
    /// What goes to head office, and why, as the complaint manager writes it.
    var escalations: [(kind: Escalation.Kind, reason: String)]
    var withdrawals: [String]
    var remits: [Remit]
    var addenda: [String]
}

extension SampleWords {
    /// The words of a language.
    init(_ language: Language) {
        switch language {
        case .english: self = .english
        case .chinese: self = .chinese
        }
    }

    /// How somebody gives their name: mostly with a title, at times in full.
    func customer(_ random: inout SampleRandom) -> String {
        let surname = random.one(of: surnames) ?? ""
        let given = random.one(of: givenNames) ?? ""
        let title = random.one(of: titles) ?? ""
        let isFull = random.happens(30)
        return switch language {
        case .english: isFull ? "\(given) \(surname)" : "\(title) \(surname)"
        case .chinese: isFull ? surname + given : surname + title
        }
    }

    /// A telephone number that nobody has.
    func phone(_ random: inout SampleRandom) -> String {
        phonePrefix + (0..<phoneDigits).map { _ in String(random.number(in: 0...9)) }.joined()
    }
}
