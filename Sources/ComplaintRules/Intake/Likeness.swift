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
    /// How much of two texts has to be the same for one matter (`Wording.share(with:)`).
    public static let sameShare = 0.5

    /// Whether somebody who gives this name and contact is the customer of an earlier case, and by what; nil where they are strangers. It is enough
    /// that one of the two knows the branch's area code.
    public static func ofCustomers(_ new: Identity, _ earlier: Identity) -> Likeness? {
        if new.contacts.contains(where: earlier.contacts.contains) { return .contact }
        let contradicts = !new.contacts.isEmpty && !earlier.contacts.isEmpty
        return !contradicts && new.fullName != nil && new.fullName == earlier.fullName ? .customer : nil
    }

    /// What people read.
    public var label: Phrase {
        switch self {
        case .contact: Phrase(en: "same contact", zh: "联系方式相同")
        case .customer: Phrase(en: "same customer", zh: "客户相同")
        case .matter: Phrase(en: "similar matter", zh: "内容相近")
        }
    }

    /// Who somebody is, as far as it can be compared.
    public struct Identity: Equatable, Sendable {
        /// The contacts that were left, each in the form in which it is compared.
        public let contacts: [String]
        /// The name as it is compared; nil where it fits too many people.
        public let fullName: String?

        /// Reads what was written as name and contact.
        ///
        /// - Parameters:
        ///   - area: the branch's own area code, with which a number without one is the same: who is sought is sought by both forms. Nil for what is
        ///     kept, which is as it was written.
        ///   - country: where a number beside the name is dialled; nil for the area's country, else China.
        public init(name: String, contact: String, callBackNumber: String = "", in area: AreaCode? = nil, dialledIn country: Country? = nil)
        {
            // One that stands beside the name is left as well; a proxy's is not the customer's, and others may have the same proxy.
            let written =
                Likeness.contacts(in: contact) + Likeness.contacts(in: callBackNumber)
                + Likeness.waysToReach(beside: name, in: country ?? area?.country ?? .china)
            // Many leave the number of a hotline, and are no one customer by it.
            let own = written.filter { contact in !Likeness.isOfHotline(contact) && area?.isOfNobody(contact) != true }
            contacts = own + (area.map { area in own.flatMap(area.otherForms) } ?? [])
            let name = CustomerName(name)
            fullName = name.isFull ? name.text : nil
        }

        /// Who complained, with all the ways in which they can be reached.
        public init(of intake: Intake, in area: AreaCode? = nil) {
            let callBackNumber = intake.callBackNumber ?? ""
            self.init(name: intake.customer, contact: intake.contact, callBackNumber: callBackNumber, in: area, dialledIn: intake.dialledIn)
        }

        /// The keys under which a case of this customer is kept: one for each contact, and one for the name, which differs by whether a contact
        /// was left.
        public var keys: Set<Int64> {
            Set(contacts.map { Kind.contact.key($0) } + [nameKey(contacts.isEmpty ? .nameAlone : .nameWithContact)].compactMap { $0 })
        }

        /// The keys under which the earlier cases of this customer are kept: only they are, but for two hashes that are the same by chance.
        public var soughtKeys: Set<Int64> {
            // Who left a contact is not the namesake who left another one.
            let withContact = contacts.isEmpty ? nameKey(.nameWithContact) : nil
            return Set(contacts.map { Kind.contact.key($0) } + [nameKey(.nameAlone), withContact].compactMap { $0 })
        }

        private func nameKey(_ kind: Kind) -> Int64? { fullName.map(kind.key) }

        private enum Kind: UInt64 {
            case contact = 1
            case nameAlone, nameWithContact

            func key(_ text: String) -> Int64 { Int64(bitPattern: StableHash.of(text, seed: rawValue)) }
        }
    }

    /// Whether a contact is the number of a public hotline, such as 12345, 12378 or 95588.
    private static func isOfHotline(_ contact: String) -> Bool {
        (5...6).contains(contact.utf8.count) && contact.utf8.allSatisfy { (48...57).contains($0) }
            && contact.first.map { "19".contains($0) } == true
    }

    /// The contacts that stand in a field, each in the form in which it is compared: telephone numbers as the digits that one dials within
    /// China, mail addresses in lower case; where there is neither, all of it. Words that none was left are none.
    public static func contacts(in written: String) -> [String] {
        // Most are one number and nothing else.
        if (5...15).contains(written.utf8.count), written.utf8.allSatisfy({ (48...57).contains($0) }) {
            return Number(written).read()
        }
        if Written.saysNone(written, of: .contact) { return [] }
        // A sign that nobody sees makes no other customer.
        var rest = folded(Written.plain(written))
        var contacts: [String] = []
        if rest.utf8.contains(UInt8(ascii: "@")) {
            rest = rest.replacing(every: "mailto:", with: "")
            contacts = takeAddresses(from: &rest)
        }
        var (number, last) = (Number(), Unicode.Scalar(0))
        for scalar in rest.unicodeScalars {
            switch scalar {
            case "0"..."9": number.take(scalar)
            case " ": number.part(byBlank: true)
            case "+" where number.isEmpty: number.isInternational = true
            case "-", "‐", "‑", "‒", "–", "—", "−": number.part(byBlank: false)
            case ".", "(", ")", "·": break
            case ":" where number.isBehindSign && number.isEmpty: break
            default:
                contacts += number.read()
                number = Number()
                // 转80123, ext 80123, 分机 80123: whoever is asked for behind a number has none of their own.
                let isSign = "转轉x#t".unicodeScalars.contains(scalar) || scalar == "机" && last == "分"
                number.isBehindSign = isSign && !contacts.isEmpty
            }
            last = scalar
        }
        contacts += number.read()
        // A name such as `WX: zhang_san` has no blank of its own.
        if contacts.isEmpty, !rest.isEmpty { contacts = [withoutLabel(rest).filter { $0 != " " }] }
        return contacts
    }

    /// Takes the mail addresses out of a text, whatever stands right beside them; the rest is left.
    private static func takeAddresses(from text: inout String) -> [String] {
        let signs = Array(text)
        var (addresses, rest, start) = ([String](), [Character](), 0)
        while let at = signs[start...].firstIndex(of: "@") {
            func span(_ belongs: (Character) -> Bool) -> Range<Int> {
                var (from, to) = (at, at + 1)
                while from > start, belongs(signs[from - 1]) { from -= 1 }
                while to < signs.count, belongs(signs[to]) { to += 1 }
                return from..<to
            }
            var place = span { $0.isASCII && ($0.isLetter || $0.isNumber || "._%+-'".contains($0)) }
            // An address in a script of its own ends where something parts it from others.
            if place.lowerBound == at || place.upperBound == at + 1 { place = span { $0 != "@" && !" ,，、;；/|<>\":：()（）".contains($0) } }
            rest += signs[start..<place.lowerBound] + [";"]
            let address = signs[place].drop { ".-'".contains($0) }
            addresses.append(String(address.reversed().drop { ".-'".contains($0) }.reversed()))
            start = place.upperBound
        }
        text = String(rest + signs[start...])
        return addresses
    }

    /// A name in another service without what says which: `微信：liuli88`, `WX liuli88`.
    private static func withoutLabel(_ text: String) -> String {
        for label in ["微信号", "微信", "wechat", "weixin", "wx"] where text.hasPrefix(label) {
            let name = text.dropFirst(label.count)
            let isParted = label.hasPrefix("微") || name.first == ":" || name.first == " "
            let plain = name.drop { ": ".contains($0) }
            return isParted && !plain.isEmpty ? String(plain) : text
        }
        return text
    }

    /// A telephone number in the making: digits with blanks and hyphens between them.
    private struct Number {
        /// Digits that stand together, and what parts them from those before.
        private struct Part {
            var digits = ""
            var isAfterBlank = false
            var isAfterHyphen = false
        }

        var isInternational = false
        /// Whether it stands behind another one, as the extension there.
        var isBehindSign = false
        private var parts: [Part]

        init(_ digits: String = "") { parts = [Part(digits: digits)] }

        var isEmpty: Bool { parts.allSatisfy(\.digits.isEmpty) }

        mutating func take(_ digit: Unicode.Scalar) { parts[parts.count - 1].digits.unicodeScalars.append(digit) }

        mutating func part(byBlank isBlank: Bool) {
            if !parts[parts.count - 1].digits.isEmpty { parts.append(Part()) }
            if isBlank { parts[parts.count - 1].isAfterBlank = true } else { parts[parts.count - 1].isAfterHyphen = true }
        }

        /// The number as it is compared, without the extension behind a hyphen; several where the digits are too many for one (ITU-T E.164
        /// allows 15), none where they are too few.
        func read() -> [String] {
            var (numbers, whole): ([String], String) = ([], "")
            for (place, part) in parts.enumerated() where !part.digits.isEmpty {
                if part.isAfterBlank && isWhole(whole, before: part.digits)
                    || part.isAfterHyphen && part.digits.count >= 7 && isComplete(whole)
                {
                    numbers.append(whole)
                    whole = ""
                }
                if isExtension(place, behind: whole) {
                    numbers.append(whole)
                    whole = ""
                } else {
                    whole += part.digits
                }
            }
            // Noughts or ones alone stand for a number that nobody has.
            let isNobodys = { (digits: String) in digits.utf8.allSatisfy { $0 == 0x30 } || digits.utf8.allSatisfy { $0 == 0x31 } }
            return (numbers + [whole]).filter { $0.count >= (isBehindSign ? 7 : 5) && !isNobodys($0) }.map(national)
        }

        /// Whether a number ends where another group of digits follows: two numbers stand in one field with nothing but a blank between them.
        private func isWhole(_ digits: String, before next: String) -> Bool {
            if digits.isEmpty || next.isEmpty { return false }
            // The code of a country is none of the number: 0086 379 65921234, as +86 379 65921234.
            let own = digits.hasPrefix("00") ? digits.count - 4 : digits.count
            if own >= 7, next.count >= 7 || digits.count + next.count > 15 { return true }
            return Number.isMobile(national(digits))
        }

        /// Whether a part is the extension behind a number of which nothing is missing, and no end of that number.
        private func isExtension(_ place: Int, behind digits: String) -> Bool {
            let part = parts[place]
            guard part.isAfterHyphen, part.digits.count < 7, isComplete(digits), !isStandard(digits + part.digits) else { return false }
            if place + 1 < parts.count, parts[place + 1].isAfterHyphen, !parts[place + 1].digits.isEmpty { return false }
            // 379-6555-1234: an area code without its zero.
            let isAfterCode = place > 1 && (2...3).contains(parts[0].digits.count)
            return !(isAfterCode && AreaCode.isWhole("0" + digits + part.digits))
        }

        /// Whether nothing is missing of a number, as far as one can tell.
        private func isComplete(_ digits: String) -> Bool {
            if isStandard(digits) { return true }
            if isInternational || digits.hasPrefix("00") { return false }
            return (10...11).contains(digits.count) && digits.first.map { "01".contains($0) } != true && !Number.isService(digits)
        }

        /// Whether digits are a mobile or service number of China, one with its area code, or one that is dialled within its area. Of a country
        /// without a code here nobody knows.
        private func isStandard(_ digits: String) -> Bool {
            let plain = national(digits)
            if Number.isMobile(plain) || AreaCode.isWhole(plain) { return true }
            if isInternational || digits.hasPrefix("00") { return false }
            return Number.isService(plain) ? plain.count == 10 : AreaCode.isLocal(plain)
        }

        private static func isService(_ plain: String) -> Bool { plain.hasPrefix("400") || plain.hasPrefix("800") }

        /// Whether it is a mobile number of China: eleven digits.
        private static func isMobile(_ plain: String) -> Bool {
            plain.count == 11 && plain.hasPrefix("1") && !plain.hasPrefix("10") && !plain.hasPrefix("11")
        }

        /// The codes of the countries whose numbers are dialled with a zero before them at home (ITU-T E.164, national prefixes).
        private static let codesWithZero = ["86", "44"]

        /// A mobile number of China without the zero that is dialled before it from elsewhere in the country; no area there begins with 013 to 019.
        private static func withoutTrunkZero(_ digits: Substring) -> Substring {
            let isMobile = digits.count == 12 && digits.hasPrefix("01") && digits.dropFirst(2).first.map { "3456789".contains($0) } == true
            return isMobile ? digits.dropFirst() : digits
        }

        /// Whether a country's code stands before a number without the sign for it, with or without the zero that is dialled at home behind it:
        /// `86-379-65921234`, `86-0379-65921234`, `447700900123`. No number is as long at home.
        private static func hasCodeAlone(_ digits: Substring) -> Bool {
            guard let code = codesWithZero.first(where: digits.hasPrefix) else { return false }
            let zero = digits.dropFirst(code.count)
            let rest = zero.hasPrefix("0") ? zero.dropFirst() : zero
            if code == "44" { return rest.count == 10 && rest.first.map { "12378".contains($0) } == true }
            return rest.count == 11 && rest.hasPrefix("1") || AreaCode.isWhole("0" + rest)
        }

        /// The digits as they are dialled within their own country.
        private func national(_ digits: String) -> String {
            var rest = Number.withoutTrunkZero(digits[...])
            var isInternational = isInternational
            if rest.hasPrefix("0861") && rest.count == 14 || rest.hasPrefix("0860") && rest.count >= 13 {
                // Older forms have the code of China with one zero; no area of China has that number.
                rest = rest.dropFirst()
                isInternational = true
            } else if rest.hasPrefix("00"), rest.count >= 8 {
                rest = rest.dropFirst(2)
                isInternational = true
            } else if Number.hasCodeAlone(rest) {
                isInternational = true
            }
            guard isInternational else { return String(rest) }
            guard let code = Number.codesWithZero.first(where: rest.hasPrefix) else {
                // North America has no zero, and other countries keep their code.
                return String(rest.hasPrefix("1") ? rest.dropFirst() : rest)
            }
            rest = Number.withoutTrunkZero(rest.dropFirst(code.count))
            let isMobile = code == "86" && rest.count == 11 && rest.hasPrefix("1")
            return isMobile || rest.hasPrefix("0") ? String(rest) : "0" + rest
        }
    }

    /// A text in which case, width, the length of blanks and the script of digits make no difference.
    static func folded(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        var han = ""
        func endHan() {
            let isNumber = han.unicodeScalars.count >= 7
            plain.append(contentsOf: han.unicodeScalars.map { isNumber ? WrittenDigit.han[$0] ?? $0 : $0 })
            han = ""
        }
        for scalar in text.unicodeScalars {
            if WrittenDigit.han[scalar] != nil {
                han.unicodeScalars.append(scalar)
                continue
            }
            endHan()
            plain.append(WrittenDigit.plain(scalar.halfWidth))
        }
        endHan()
        return String(plain).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// Digits as people write them in a telephone number.
private enum WrittenDigit {
    /// Han that are read one by one where many stand together; a few may be a name.
    static let han = Dictionary(
        uniqueKeysWithValues: zip("〇零一二三四五六七八九".unicodeScalars, "00123456789".unicodeScalars)
    )

    /// The digit of any script, or in a ring, as a plain one; every other sign as it is.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.value < 0x80 { return scalar }
        switch scalar.properties.numericType {
        case .decimal?, .digit?:
            guard let value = scalar.properties.numericValue, (0...9).contains(value) else { return scalar }
            return Unicode.Scalar(UInt8(0x30 + Int(value)))
        default: return scalar
        }
    }
}
