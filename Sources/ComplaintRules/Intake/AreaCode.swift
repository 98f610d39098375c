/// The area of a branch's place, and how telephone numbers are dialled in its country. The area's code is the code by which the branch is known where
/// this is one, whatever hotline it shows, else that of its hotline. Somebody who leaves a number without an area code means that of the branch; a
/// mobile number is never a local one.
public struct AreaCode: Hashable, Sendable {
    /// The code as it is dialled within the country, its zero included; empty where nobody knows it.
    public let digits: String
    let country: Country
    /// The numbers of the bank itself and of the channels outside to which customers are sent, as contacts are compared: they tell nobody apart.
    private let ofNobody: Set<String>

    /// Nil where there is nothing to tell of: in China neither the branch's code nor the hotline tells it for sure, as 95588 does not. Elsewhere
    /// numbers have other forms without it.
    public init?(of settings: DeskSettings) {
        country = settings.country
        // In North America a branch may have any number of three digits.
        let isOwn = country != .america && AreaCode.isCode(settings.branchCode, country)
        let hotlines = Likeness.contacts(in: settings.hotline).compactMap { AreaCode.split($0, settings.country)?.code }
        let digits = isOwn ? settings.branchCode : hotlines.first
        if digits == nil, country == .china { return nil }
        self.digits = digits ?? ""
        ofNobody = Set(Likeness.contacts(in: settings.hotline) + Likeness.numbersAndAddresses(in: settings.outsideChannels))
    }

    /// Whether a contact is a number of the bank, or of a hotline: whoever left it can be reached by it as little as anybody else.
    func isOfNobody(_ contact: String) -> Bool { ofNobody.contains(contact) || !ofNobody.isDisjoint(with: otherForms(of: contact)) }

    /// The other forms of a number, as contacts are compared. Of one of this area: with the code, with the code but for its zero (`379 65921234`), and
    /// without it. In Britain any number without the zero that a spreadsheet takes away; in North America any with the 1 that is dialled before it.
    /// None for what is no telephone number, and in China none for the number of another area and a mobile number.
    public func otherForms(of contact: String) -> [String] {
        guard contact.utf8.allSatisfy({ (48...57).contains($0) }) else { return [] }
        var forms: [String] = []
        if !digits.isEmpty, let local = local(of: contact) {
            forms = [local, digits + local] + (digits.hasPrefix("0") ? [digits.dropFirst() + local] : [])
        }
        switch country {
        case .china: break
        case .britain:
            if AreaCode.isBritish(contact) { forms.append(String(contact.dropFirst())) }
            if AreaCode.isBritish("0" + contact) { forms.append("0" + contact) }
        case .america:
            let whole = ([contact] + forms).first { AreaCode.isAmerican($0) } ?? AreaCode.withoutTrunk(contact)
            if let whole { forms += [whole, "1" + whole] }
        }
        var found: [String] = []
        for form in forms where form != contact && !found.contains(form) { found.append(form) }
        return found
    }

    /// A number of this area, as contacts are compared, as it is dialled there; nil for all else.
    public func local(of contact: String) -> String? {
        if digits.isEmpty { return nil }
        if country == .america {
            let whole = AreaCode.withoutTrunk(contact) ?? contact
            if whole.utf8.count == 7, AreaCode.isLocal(whole) { return whole }
            return AreaCode.isAmerican(whole) && whole.hasPrefix(digits) ? String(whole.dropFirst(digits.count)) : nil
        }
        if AreaCode.isLocal(contact) { return contact }
        if let (code, local) = AreaCode.split(contact, country) { return code == digits ? local : nil }
        guard contact.hasPrefix(digits.dropFirst()) else { return nil }
        let rest = String(contact.dropFirst(digits.count - 1))
        return AreaCode.isLocal(rest) ? rest : nil
    }

    /// Whether a number, as contacts are compared, is one with its area code, in a country whose codes begin with a zero.
    static func isWhole(_ number: String) -> Bool { [Country.china, .britain].contains { split(number, $0) != nil } }

    /// Whether a contact, as contacts are compared, is a number such as is dialled within its area: seven or eight digits, of which the first is
    /// that of no mobile number, no service and no other area.
    public static func isLocal(_ contact: String) -> Bool {
        (7...8).contains(contact.utf8.count) && contact.utf8.allSatisfy { (48...57).contains($0) }
            && contact.first.map { "01".contains($0) } != true
    }

    /// Whether a number, as contacts are compared, is surely a telephone number: a mobile number of China, or one of `country` with its area code.
    static func isDialled(_ number: String, in country: Country) -> Bool {
        let isMobile = number.utf8.count == 11 && number.hasPrefix("1") && number.dropFirst().first.map { "3456789".contains($0) } == true
        return switch country {
        case .china: isMobile || split(number, .china) != nil
        case .britain: isMobile || isBritish(number)
        case .america: isMobile || isAmerican(number) || withoutTrunk(number) != nil
        }
    }

    /// Whether digits are a number of Britain with the zero before it: of a place, a mobile, or a service.
    private static func isBritish(_ number: String) -> Bool {
        number.utf8.count == 11 && number.hasPrefix("0") && number.dropFirst().first.map { "12378".contains($0) } == true
    }

    /// Whether digits are a number of North America: three of the area, three of the exchange, four.
    private static func isAmerican(_ number: String) -> Bool {
        let signs = Array(number)
        return signs.count == 10 && !"01".contains(signs[0]) && !"01".contains(signs[3])
    }

    /// A number of North America without the 1 that is dialled before it; nil for all else.
    private static func withoutTrunk(_ number: String) -> String? {
        let rest = String(number.dropFirst())
        return number.hasPrefix("1") && isAmerican(rest) ? rest : nil
    }

    /// Codes of no place in North America: calls that are paid by whoever is called.
    private static let tollFree: Set<String> = ["800", "822", "833", "844", "855", "866", "877", "888"]

    /// A whole number, as contacts are compared, in its area code and the rest; nil for what has none.
    private static func split(_ number: String, _ country: Country) -> (code: String, local: String)? {
        for length in 3...4 where number.utf8.count > length {
            let (code, local) = (String(number.prefix(length)), String(number.dropFirst(length)))
            if isCode(code, country), isLocal(local), country != .america || local.utf8.count == 7 { return (code, local) }
        }
        return nil
    }

    /// Whether digits are an area code: in China 010, those of three digits that begin with 02, and those of four; in Britain those whose numbers
    /// are of seven or eight digits; in North America those of three digits that are of a place.
    private static func isCode(_ digits: String, _ country: Country) -> Bool {
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
        let signs = Array(digits)
        return switch (country, signs.count) {
        case (.china, 3): digits == "010" || signs[0] == "0" && signs[1] == "2"
        case (.china, 4): signs[0] == "0" && "3456789".contains(signs[1])
        case (.britain, 3): signs[0] == "0" && signs[1] == "2"
        case (.britain, 4): signs[0] == "0" && signs[1] == "1" && (signs[2] == "1" || signs[3] == "1")
        case (.america, 3): !"01".contains(signs[0]) && !tollFree.contains(digits)
        default: false
        }
    }
}
