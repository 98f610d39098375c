/// How to reach somebody, where it stands in another field than the contact (1-domain, Comment book: if a contact was left, the customer must also be
/// answered).
extension Likeness {
    /// The mail addresses beside a name, and the numbers that are a telephone's: such as are dialled in `country` or in China, stand behind a plus, or
    /// behind a word that says so (`电话`, `tel`), whatever they are; and a number as it is dialled within a place, where no word says that it is of
    /// something else. Other numbers there are days, or of accounts, policies, papers and companies.
    static func waysToReach(beside name: String, in country: Country) -> [String] {
        let ways = numbersAndAddresses(in: name)
        if ways.isEmpty { return [] }
        let isInternational = zip(name, name.dropFirst()).contains { "+＋".contains($0) && $1.isWholeNumber }
        let told = numbersTold(in: name, local: true)
        return ways.filter {
            isAddress($0) || isInternational || told.contains($0) || !isDay($0) && AreaCode.isDialled($0, in: country)
        } + told.filter { !ways.contains($0) }
    }

    /// The numbers that a word before them says to be a telephone's.
    ///
    /// - Parameter local: whether a number as it is dialled within a place counts too, where no other word stands before it.
    private static func numbersTold(in text: String, local: Bool) -> [String] {
        let signs = Array(folded(Written.plain(text)))
        var (numbers, place): ([String], Int) = ([], 0)
        while place < signs.count {
            guard signs[place].isASCII, signs[place].isNumber else {
                place += 1
                continue
            }
            var end = place + 1
            while end < signs.count, signs[end].isASCII && signs[end].isNumber || " -.()".contains(signs[end]) { end += 1 }
            while !signs[end - 1].isNumber { end -= 1 }
            let group = String(signs[place..<end])
            let digits = group.filter(\.isNumber)
            // What a number is stands right before it.
            let before = String(signs[max(0, place - 40)..<place]).trimmingEnd(of: " :.,(-为是")
            let isTold = ContactWords.telephone.contains { ContactWords.ends(before, with: $0) }
            if isTold ? (7...12).contains(digits.count) : local && isLocal(group) && !ContactWords.isOfOther(before) {
                numbers += contacts(in: group)
            }
            place = end
        }
        return numbers.filter { isNumber($0) && $0.utf8.count >= 7 }
    }

    /// Whether digits are written as a number that is dialled within a place is, and are no day and no years.
    private static func isLocal(_ group: String) -> Bool {
        let parts = group.split { !$0.isNumber }.map(String.init)
        let digits = parts.joined()
        guard AreaCode.isLocal(digits), !isDay(digits), group.allSatisfy({ $0.isNumber || $0 == " " || $0 == "-" }) else { return false }
        if parts.count == 1 { return true }
        return parts.count == 2 && parts[1].count == 4 && (3...4).contains(parts[0].count)
            && !parts.allSatisfy { $0.hasPrefix("19") || $0.hasPrefix("20") }
    }

    /// All that may be a telephone number or a mail address. Longer numbers are of accounts or papers.
    static func numbersAndAddresses(in written: String) -> [String] {
        guard written.unicodeScalars.contains(where: { $0.properties.numericType != nil || "@＠".unicodeScalars.contains($0) }) else {
            return []
        }
        return contacts(in: written).filter { isAddress($0) || isNumber($0) && (7...15).contains($0.utf8.count) }
    }

    /// The same in sentences, where most numbers are of something else: addresses, numbers such as are dialled in `country` or in China, and those
    /// behind a word that says so, but of a service.
    static func waysToReach(inSentences text: String, in country: Country) -> [String] {
        // Whoever leaves a contact does so at the beginning or at the end.
        let text = text.count > 4_000 ? text.prefix(2_000) + " ; " + text.suffix(2_000) : text
        let told = numbersTold(in: text, local: false).filter { !["400", "800"].contains($0.prefix(3)) }
        return numbersAndAddresses(in: text).filter {
            isAddress($0) || told.contains($0) || !isDay($0) && AreaCode.isDialled($0, in: country)
        }
    }

    private static func isNumber(_ contact: String) -> Bool { contact.utf8.allSatisfy { (48...57).contains($0) } }

    private static func isAddress(_ contact: String) -> Bool {
        let parts = contact.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
    }

    /// Whether digits begin with a day, as 2026112010 does, or are one with the year behind it, with or without an hour (0202202610).
    private static func isDay(_ digits: String) -> Bool {
        let numbers = digits.utf8.map { Int($0) - 48 }
        // No day has eleven digits, and mobile numbers do: 198 0101 1234.
        guard numbers.count >= 8, numbers.count != 11 else { return false }
        func pair(_ place: Int) -> Int { numbers[place] * 10 + numbers[place + 1] }
        if pair(0) == 20 || pair(0) == 19, (1...12).contains(pair(4)), (1...31).contains(pair(6)) { return true }
        guard numbers[0] == 0, numbers.count == 8 || numbers.count == 10, pair(4) == 19 || pair(4) == 20 else { return false }
        return (1...31).contains(pair(0)) && (1...31).contains(pair(2)) && min(pair(0), pair(2)) <= 12
    }
}

/// The words before a number by which it is known what it is.
private enum ContactWords {
    static let telephone = [
        "电话", "电话号码", "手机", "手机号", "手机号码", "座机", "固话", "联系方式", "回电", "来电", "致电", "拨打", "tel", "telephone", "phone", "phone number",
        "mobile",
        "mobile number", "mob", "cell", "call", "call me", "call me on", "call me at", "call on", "ring", "ring me", "ring me on", "t", "m",
    ]
    private static let other = [
        "号", "卡", "账", "帐", "证", "照", "保单", "合同", "税", "代码", "尾数", "account", "acct", "acc", "policy", "ref", "reference", "no", "id",
        "card", "number",
        "#", "passport", "company", "licence", "license", "member", "customer", "box", "room", "house", "plot", "reg", "qq", "wechat", "微信",
        "wx", "born",
        "ending",
    ]

    /// Whether words say that the number behind them is of something else.
    static func isOfOther(_ before: String) -> Bool {
        other.contains { word in
            guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return before.holds(word) }
            return before.split { !$0.isLetter && $0 != "#" }.contains { $0 == word }
        }
    }

    /// Whether a text ends with a word, which in Latin letters stands alone: `Matt 6555` is a name.
    static func ends(_ text: String, with word: String) -> Bool {
        guard text.hasSuffix(word) else { return false }
        guard let first = word.first, first.isASCII, let before = text.dropLast(word.count).last else { return true }
        return !(before.isASCII && before.isLetter)
    }
}

extension String {
    /// The text without any of some signs at its end.
    fileprivate func trimmingEnd(of signs: String) -> String {
        var rest = self[...]
        while let last = rest.last, signs.contains(last) { rest.removeLast() }
        return String(rest)
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
