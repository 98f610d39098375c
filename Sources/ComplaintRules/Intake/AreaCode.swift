/// The area code of a branch's place: the code by which the branch is known where this is one, whatever hotline it shows, else that of its
/// hotline. Somebody who leaves a number without an area code means that of the branch; a mobile number is never a local one.
public struct AreaCode: Hashable, Sendable {
    /// The code as it is dialled within the country, its zero included.
    public let digits: String
    private let country: Country

    /// Nil where neither the branch's code nor the hotline tells it for sure, as 95588 does not.
    public init?(of settings: DeskSettings) {
        country = settings.country
        let own = AreaCode.isCode(settings.branchCode, settings.country) ? settings.branchCode : nil
        let hotlines = Likeness.contacts(in: settings.hotline).compactMap { AreaCode.split($0, settings.country)?.code }
        guard let digits = own ?? hotlines.first else { return nil }
        self.digits = digits
    }

    /// The other forms of a number of this area, as contacts are compared: with the code, with the code but for its zero (`379 65921234`), and
    /// without it; none for the number of another area, a mobile number, and what is no telephone number.
    public func otherForms(of contact: String) -> [String] {
        guard let local = local(of: contact) else { return [] }
        return [local, digits + local, digits.dropFirst() + local].filter { $0 != contact }
    }

    /// A number of this area, as contacts are compared, as it is dialled there; nil for all else.
    public func local(of contact: String) -> String? {
        if AreaCode.isLocal(contact) { return contact }
        if let (code, local) = AreaCode.split(contact, country) { return code == digits ? local : nil }
        guard contact.hasPrefix(digits.dropFirst()) else { return nil }
        let rest = String(contact.dropFirst(digits.count - 1))
        return AreaCode.isLocal(rest) ? rest : nil
    }

    /// Whether a number, as contacts are compared, is one with its area code, in whatever country.
    static func isWhole(_ number: String) -> Bool { Country.allCases.contains { split(number, $0) != nil } }

    /// Whether a contact, as contacts are compared, is a number such as is dialled within its area: seven or eight digits, of which the first is
    /// that of no mobile number, no service and no other area.
    public static func isLocal(_ contact: String) -> Bool {
        (7...8).contains(contact.utf8.count) && contact.utf8.allSatisfy { (48...57).contains($0) } && !"01".contains(contact.prefix(1))
    }

    /// A whole number, as contacts are compared, in its area code and the rest; nil for what has none.
    private static func split(_ number: String, _ country: Country) -> (code: String, local: String)? {
        for length in 3...4 where number.utf8.count > length {
            let (code, local) = (String(number.prefix(length)), String(number.dropFirst(length)))
            if isCode(code, country), isLocal(local) { return (code, local) }
        }
        return nil
    }

    /// Whether digits are an area code: in China 010, those of three digits that begin with 02, and those of four; in Britain those whose numbers
    /// are of seven or eight digits. North America dials the code within the area as well.
    private static func isCode(_ digits: String, _ country: Country) -> Bool {
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
        let signs = Array(digits)
        return switch (country, signs.count) {
        case (.china, 3): digits == "010" || signs[0] == "0" && signs[1] == "2"
        case (.china, 4): signs[0] == "0" && "3456789".contains(signs[1])
        case (.britain, 3): signs[0] == "0" && signs[1] == "2"
        case (.britain, 4): signs[0] == "0" && signs[1] == "1" && (signs[2] == "1" || signs[3] == "1")
        default: false
        }
    }
}
