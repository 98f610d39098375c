/// How to reach somebody, where it stands in another field than the contact (1-domain, Comment book: if a contact was left, the customer must also be
/// answered).
extension Likeness {
    /// The telephone numbers and mail addresses beside a name. Longer numbers are of accounts or papers.
    static func waysToReach(in written: String) -> [String] {
        guard written.unicodeScalars.contains(where: { $0.properties.numericType != nil || "@＠".unicodeScalars.contains($0) }) else {
            return []
        }
        return contacts(in: written).filter { isAddress($0) || isNumber($0) && (7...15).contains($0.utf8.count) }
    }

    /// The same in sentences, where most numbers are of something else: addresses, and numbers such as are dialled in `country` or in China.
    static func waysToReach(inSentences text: String, in country: Country) -> [String] {
        // Whoever leaves a contact does so at the beginning or at the end.
        let text = text.count > 4_000 ? text.prefix(2_000) + " ; " + text.suffix(2_000) : text
        return waysToReach(in: text).filter { isAddress($0) || !isDay($0) && AreaCode.isDialled($0, in: country) }
    }

    private static func isNumber(_ contact: String) -> Bool { contact.utf8.allSatisfy { (48...57).contains($0) } }

    private static func isAddress(_ contact: String) -> Bool {
        let parts = contact.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
    }

    /// Whether digits begin with a day, as 2026112010 does.
    private static func isDay(_ digits: String) -> Bool {
        let numbers = digits.utf8.map { Int($0) - 48 }
        guard numbers.count >= 8, numbers[0] == 2, numbers[1] == 0 else { return false }
        return (1...12).contains(numbers[4] * 10 + numbers[5]) && (1...31).contains(numbers[6] * 10 + numbers[7])
    }
}

extension Intake {
    /// What is asked where the customer's words or wish have a telephone number or an address in them and no contact was taken down; nil elsewhere.
    /// It is no refusal: the number may be of the bank, or of the matter.
    public func contactInWords(under desk: DeskRules) -> ContactInWords? {
        if hasContact { return nil }
        for (name, words) in [("text", text), ("asks", asks)] {
            guard let way = Likeness.waysToReach(inSentences: words, in: desk.settings.country).first else { continue }
            guard let field = Intake.field(name), let contact = Intake.field("contact") else { continue }
            return ContactInWords(way: way, place: field.label(channel), contact: contact.label(channel))
        }
        return nil
    }
}

/// A telephone number or an address in the words of a complaint, which may be how its customer wants to be reached.
public struct ContactInWords: Equatable, Sendable {
    /// The number or address, as contacts are compared.
    public let way: String
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
