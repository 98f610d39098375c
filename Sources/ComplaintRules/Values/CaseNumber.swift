/// The number of a case, `BRANCH-YYMM-NNN`: the serial restarts each month and has three digits or more (1-domain, Numbers).
public struct CaseNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The branch's code, such as `0379`.
    public let branch: String
    /// The month, as year times twelve plus month less one, so that months follow each other without gaps.
    public let month: Int
    /// The serial within the month, from 1.
    public let serial: Int

    /// Makes the number of the case that was the `serial`th of the month of `day` in `branch`.
    public init(branch: String, day: Day, serial: Int) {
        self.branch = branch
        self.month = day.year * 12 + day.month - 1
        self.serial = serial
    }

    /// Reads a number as it is printed; the serial's leading zeros may be left out. Nil for anything else.
    public init?(_ text: String) {
        let fields = Written.plain(text).split(separator: "-", omittingEmptySubsequences: false)
        guard fields.count >= 3 else { return nil }
        let (stamp, tail) = (fields[fields.count - 2], fields[fields.count - 1])
        guard stamp.utf8.count == 4, (stamp + tail).utf8.allSatisfy({ (48...57).contains($0) }), tail.utf8.count <= 9,
            let year = Int(stamp.prefix(2)), let month = Int(stamp.suffix(2)), (1...12).contains(month), let serial = Int(tail), serial > 0
        else { return nil }
        let branch = fields.dropLast(2).joined(separator: "-")
        guard CaseNumber.isBranchCode(branch) else { return nil }
        // Two digits of a year stand for 1970 to 2069: past cases are imported, and none is older than the bank's computers.
        self.branch = branch
        self.month = (year < 70 ? 2000 + year : 1900 + year) * 12 + month - 1
        self.serial = serial
    }

    /// Reads a number as people write it: in small letters, without hyphens, without its branch, or its serial alone, which is of the branch and
    /// the month of `other`. Nil for anything else.
    public init?(written text: String, beside other: CaseNumber) {
        let plain = Written.plain(text)
        let ofBranch = plain.lowercased().hasPrefix(other.branch.lowercased()) ? String(plain.dropFirst(other.branch.count)) : plain
        let digits = ofBranch.filter { $0 != "-" }
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            guard let number = CaseNumber(plain) else { return nil }
            self = number
            return
        }
        if let number = CaseNumber(plain) ?? CaseNumber("\(other.branch)-\(plain)") {
            let isOwn = number.branch.lowercased() == other.branch.lowercased()
            self = isOwn ? CaseNumber(branch: other.branch, month: number.month, serial: number.serial) : number
        } else if digits == plain, digits.utf8.count <= 4, let serial = Int(digits), serial > 0 {
            self = CaseNumber(branch: other.branch, month: other.month, serial: serial)
        } else if digits == ofBranch, digits.utf8.count >= 7,
            let number = CaseNumber("\(other.branch)-\(digits.prefix(4))-\(digits.dropFirst(4))")
        {
            self = number
        } else {
            return nil
        }
    }

    private init(branch: String, month: Int, serial: Int) {
        (self.branch, self.month, self.serial) = (branch, month, serial)
    }

    /// Whether `code` can be a branch's code: one to twelve letters or digits.
    public static func isBranchCode(_ code: String) -> Bool {
        (1...12).contains(code.utf8.count)
            && code.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) }
    }

    public static func < (left: CaseNumber, right: CaseNumber) -> Bool {
        (left.branch, left.month, left.serial) < (right.branch, right.month, right.serial)
    }

    public var description: String { "\(branch)-\(digits(month / 12 % 100, 2))\(digits(month % 12 + 1, 2))-\(digits(serial, 3))" }
}
