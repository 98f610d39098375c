/// What makes a new complaint the repeat of an earlier one (1-domain, After closing: "same customer or same matter").
public enum Likeness: String, CaseIterable, Codable, Sendable {
    /// The same contact was left.
    case contact
    /// The same customer by name, and no contact that speaks against it.
    case customer
    /// The customer's words are much alike.
    case matter

    /// How far back the same customer counts, in days.
    public static let customerDays = 365
    /// How far back a like matter counts, in days: a leaflet or a posted appeal brings like words from many people within weeks.
    public static let matterDays = 30
    /// How much of two texts has to be the same for one matter, as the share of their common shingles in all of them.
    static let sameShare = 0.5
    /// The fewest shingles of a text that says enough to be compared: two short complaints of the same three words are not one matter.
    static let fewestShingles = 12
    /// The most characters of a text that are compared.
    public static let comparedCharacters = 1_000

    /// What a new complaint has in common with an earlier one, the strongest first; nil where they are strangers.
    ///
    /// - Parameters:
    ///   - days: how many days lie between them.
    public static func between(
        _ new: Intake,
        customer: String,
        contact: String,
        text: String,
        days: Int
    ) -> Likeness? {
        let (newContact, oldContact) = (comparable(contact: new.contact), comparable(contact: contact))
        if days <= customerDays {
            if !newContact.isEmpty, newContact == oldContact { return .contact }
            let contradicts = !newContact.isEmpty && !oldContact.isEmpty
            if !contradicts, isFullName(new.customer), comparable(new.customer) == comparable(customer) { return .customer }
        }
        if days <= matterDays, share(new.text, text) >= sameShare { return .matter }
        return nil
    }

    /// What people read.
    public var label: Phrase {
        switch self {
        case .contact: Phrase(en: "same contact", zh: "联系方式相同")
        case .customer: Phrase(en: "same customer", zh: "客户相同")
        case .matter: Phrase(en: "like matter", zh: "内容相近")
        }
    }

    /// A contact as it is compared: the digits of a telephone number, whatever stands between them; a mail address in lower case.
    public static func comparable(contact: String) -> String {
        if contact.contains("@") { return contact.trimmed.lowercased() }
        let digits = contact.filter(\.isNumber)
        return digits.count >= 5 ? digits : comparable(contact)
    }

    private static func comparable(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether a name tells one person from others: "王先生" or "Mr Hall" fits too many.
    static func isFullName(_ name: String) -> Bool {
        let words = comparable(name).split(separator: " ")
        guard !words.isEmpty else { return false }
        let titles = ["先生", "女士", "小姐", "太太", "老师", "同志", "经理", "师傅"]
        if titles.contains(where: name.trimmed.hasSuffix) {
            return name.trimmed.count >= 4
        }
        let plain = words.filter { !["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr."].contains($0) }
        let isLatin = plain.joined().utf8.allSatisfy { $0 < 0x80 }
        return isLatin ? plain.count >= 2 : plain.joined().count >= 2
    }

    /// The share of pairs of neighbours, characters in Han and words elsewhere, that two texts have in common, from 0 to 1; 0 where one says too
    /// little.
    static func share(_ left: String, _ right: String) -> Double {
        let (left, right) = (shingles(of: left), shingles(of: right))
        guard left.count >= fewestShingles, right.count >= fewestShingles else { return 0 }
        let common = left.intersection(right).count
        return Double(common) / Double(left.count + right.count - common)
    }

    private static func shingles(of text: String) -> Set<[Substring]> {
        var units: [Substring] = []
        let text = text.prefix(comparedCharacters).lowercased()
        var start: String.Index?
        for index in text.indices {
            let character = text[index]
            let isHan = character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
            if character.isLetter || character.isNumber, !isHan {
                start = start ?? index
                continue
            }
            if let begin = start { units.append(text[begin..<index]) }
            start = nil
            if isHan { units.append(text[index...index]) }
        }
        if let start { units.append(text[start...]) }
        return Set(zip(units, units.dropFirst()).map { [$0, $1] })
    }
}
