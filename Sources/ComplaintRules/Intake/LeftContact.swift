/// How to reach somebody, where it stands in another field than the contact (1-domain, Comment book: if a contact was left, the customer must also be
/// answered).
extension Likeness {
    /// The mail addresses beside a name, and the numbers that are surely of a telephone: such as are dialled in `country` or in China, or stand behind
    /// a plus. Other numbers there are days, or of accounts, policies, papers and companies.
    static func waysToReach(beside name: String, in country: Country) -> [String] {
        let ways = numbersAndAddresses(in: name)
        if ways.isEmpty { return [] }
        let isInternational = zip(name, name.dropFirst()).contains { "+＋".contains($0) && $1.isWholeNumber }
        return ways.filter { isAddress($0) || isInternational || !isDay($0) && AreaCode.isDialled($0, in: country) }
    }

    /// All that may be a telephone number or a mail address. Longer numbers are of accounts or papers.
    static func numbersAndAddresses(in written: String) -> [String] {
        guard written.unicodeScalars.contains(where: { $0.properties.numericType != nil || "@＠".unicodeScalars.contains($0) }) else {
            return []
        }
        return contacts(in: written).filter { isAddress($0) || isNumber($0) && (7...15).contains($0.utf8.count) }
    }

    /// The same in sentences, where most numbers are of something else: addresses, and numbers such as are dialled in `country` or in China.
    static func waysToReach(inSentences text: String, in country: Country) -> [String] {
        // Whoever leaves a contact does so at the beginning or at the end.
        let text = text.count > 4_000 ? text.prefix(2_000) + " ; " + text.suffix(2_000) : text
        return numbersAndAddresses(in: text).filter { isAddress($0) || !isDay($0) && AreaCode.isDialled($0, in: country) }
    }

    private static func isNumber(_ contact: String) -> Bool { contact.utf8.allSatisfy { (48...57).contains($0) } }

    private static func isAddress(_ contact: String) -> Bool {
        let parts = contact.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
    }

    /// Whether digits begin with a day, as 2026112010 does, or are one with the year behind it, with or without an hour (0202202610).
    private static func isDay(_ digits: String) -> Bool {
        let numbers = digits.utf8.map { Int($0) - 48 }
        guard numbers.count >= 8 else { return false }
        func pair(_ place: Int) -> Int { numbers[place] * 10 + numbers[place + 1] }
        if pair(0) == 20 || pair(0) == 19, (1...12).contains(pair(4)), (1...31).contains(pair(6)) { return true }
        guard numbers[0] == 0, numbers.count == 8 || numbers.count == 10, pair(4) == 19 || pair(4) == 20 else { return false }
        return (1...31).contains(pair(0)) && (1...31).contains(pair(2)) && min(pair(0), pair(2)) <= 12
    }
}

extension Intake {
    /// Notes in which country a number beside a name is dialled.
    public mutating func dialIn(_ desk: DeskRules) {
        let country = desk.settings.country
        dialledIn = country == .china ? nil : country
    }

    /// What is asked where the customer's words or wish have a telephone number or an address in them and no contact was taken down; nil elsewhere.
    /// It is no refusal: the number may be of the bank, or of the matter.
    public func contactInWords(under desk: DeskRules) -> ContactInWords? {
        var known = self
        known.dialIn(desk)
        if known.hasContact { return nil }
        for (name, words) in [("text", text), ("asks", asks)] {
            guard let way = Likeness.waysToReach(inSentences: words, in: desk.settings.country).first else { continue }
            guard let field = Intake.field(name), let contact = Intake.field("contact") else { continue }
            return ContactInWords(way: way, field: name, place: field.label(channel), contact: contact.label(channel))
        }
        return nil
    }
}

/// A telephone number or an address in the words of a complaint, which may be how its customer wants to be reached.
public struct ContactInWords: Equatable, Sendable {
    /// The number or address, as contacts are compared.
    public let way: String
    /// The field in which it stands.
    public let field: String
    /// The field in which it stands, and the one in which a contact stands, by their labels.
    let place, contact: Phrase

    /// What is asked while the complaint is taken down.
    public var question: Phrase {
        Phrase(
            en: "Is \(way) their contact? Then write it in \(Language.english.quoted(contact.english)): who left one is answered.",
            zh: "\(way) 是否为客户的联系方式？如是，请填入\(Language.chinese.quoted(contact.chinese))：留有联系方式的须答复。"
        )
    }

    /// The same once it was taken down.
    public var questionAfterwards: Phrase {
        let amend = ActKind.amend
        return Phrase(
            en: "Is \(way) in \(Language.english.quoted(place.english)) their contact? If so, put it right with "
                + "\(Language.english.quoted(amend.label.english)), field contact: who left one is answered.",
            zh: "\(Language.chinese.quoted(place.chinese))中的 \(way) 是否为客户的联系方式？如是，请办理\(Language.chinese.quoted(amend.label.chinese))，"
                + "填入\(Language.chinese.quoted(contact.chinese))：留有联系方式的须答复。"
        )
    }
}
