/// An amount of money in the branch's currency, in hundredths.
public struct Amount: Hashable, Comparable, Codable, Sendable {
    /// Hundredths of the currency's unit (fen, pence, cents); never negative.
    public let hundredths: Int64

    /// Makes an amount, or nil where it is negative.
    public init?(hundredths: Int64) {
        guard hundredths >= 0 else { return nil }
        self.hundredths = hundredths
    }

    private enum CodingKeys: String, CodingKey { case hundredths }

    /// - Throws: for what nobody could have written: a negative amount, or one of more than 13 digits before the point.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        hundredths = try container.decode(Int64.self, forKey: .hundredths)
        guard (0..<1_000_000_000_000_000).contains(hundredths) else {
            throw DecodingError.dataCorruptedError(forKey: .hundredths, in: container, debugDescription: "an amount out of range")
        }
    }

    /// Reads `300`, `300.5`, `1,200.50`, `¥ 300` or `1200.50 元`; nil for anything else.
    public init?(_ text: String) {
        var written = Written.plain(text)
        for sign in ["¥", "£", "$"] where written.hasPrefix(sign) { written.removeFirst() }
        if written.hasSuffix("元") { written.removeLast() }
        written = written.trimmed
        let fields = written.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = fields.first, fields.count <= 2 else { return nil }
        let whole = first.split(separator: ",", omittingEmptySubsequences: false)
        guard whole.dropFirst().allSatisfy({ $0.utf8.count == 3 }), (1...(whole.count > 1 ? 3 : 13)).contains(whole[0].utf8.count) else {
            return nil
        }
        let units = whole.joined()
        let fraction = fields.count == 2 ? String(fields[1]) : "0"
        guard (1...13).contains(units.utf8.count), (1...2).contains(fraction.utf8.count),
            (units + fraction).utf8.allSatisfy({ (48...57).contains($0) }), let value = Int64(units), let part = Int64(fraction)
        else { return nil }
        self.init(hundredths: value * 100 + (fraction.utf8.count == 1 ? part * 10 : part))
    }

    /// No money.
    public static let none = Amount(0)

    private init(_ hundredths: Int64) { self.hundredths = hundredths }

    public static func < (left: Amount, right: Amount) -> Bool { left.hundredths < right.hundredths }

    /// The sum; more than can be counted stays at the most that can.
    public static func + (left: Amount, right: Amount) -> Amount {
        let (sum, isTooMuch) = left.hundredths.addingReportingOverflow(right.hundredths)
        return Amount(isTooMuch ? .max : sum)
    }

    /// The difference, which is nothing where more would be taken away than is there.
    public static func - (left: Amount, right: Amount) -> Amount { Amount(max(0, left.hundredths - right.hundredths)) }

    /// The amount as people read it in a country: `£1,200.50`.
    public func text(in country: Country) -> String {
        country.currency + Amount.grouped(text)
    }

    /// A number with a comma before each three of its digits: `186,000`.
    public static func grouped(_ text: String) -> String {
        let whole = text.prefix { $0 != "." }
        let groups = whole.enumerated().map { place, digit in
            place > 0 && (whole.count - place) % 3 == 0 ? ",\(digit)" : String(digit)
        }
        return groups.joined() + text.dropFirst(whole.count)
    }

    /// The amount as `1200.50`.
    public var text: String { "\(hundredths / 100).\(digits(Int(hundredths % 100), 2))" }
}
