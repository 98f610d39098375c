import ComplaintRules

/// Something that a customer of a sample desk complains about, and what came of it. In its texts `{minutes}` and the like stand for values
/// that differ from case to case.
struct SampleMatter: Hashable, Sendable {
    /// The business type's key.
    var business: String
    /// The reason's key.
    var reason: String
    /// Whether the bank was at fault.
    var fault: Fault
    /// What the customer wants.
    var kind = CaseKind.complaint
    /// Whether it is about a member of staff.
    var isAboutStaff = false
    /// The customer's words.
    var text: String
    /// What the customer asks for.
    var asks: String
    /// What was found.
    var facts: String
    /// How the mistake was corrected or, where the bank was not at fault, what was explained.
    var remedy: String
    /// What the customer was told.
    var reply: String

    /// Reads matters that are written one below the other with an empty line between: a line of business, reason, fault and marks, then
    /// text, asks, facts, remedy and reply, a line each. One that is not of this form is left out.
    static func list(_ written: String) -> [SampleMatter] {
        var matters: [SampleMatter] = []
        var lines: [Substring] = []
        for line in written.split(separator: "\n", omittingEmptySubsequences: false) + [Substring()] {
            if !line.isBlank {
                lines.append(line)
            } else if !lines.isEmpty {
                if let matter = SampleMatter(lines) { matters.append(matter) }
                lines.removeAll()
            }
        }
        return matters
    }

    /// Makes a matter that the branch has nothing to do with, and so finds nothing about.
    init(outOfRemit remit: SampleWords.Remit) {
        business = remit.business
        reason = "other"
        fault = .none
        text = remit.text
        asks = remit.asks
        facts = ""
        remedy = ""
        reply = ""
    }

    private init?(_ lines: [Substring]) {
        let head = lines[0].split(separator: " ").map(String.init)
        guard lines.count == 6, head.count >= 3, let fault = Fault(rawValue: head[2]) else { return nil }
        business = head[0]
        reason = head[1]
        self.fault = fault
        for mark in head.dropFirst(3) {
            switch mark {
            case "staff": isAboutStaff = true
            case "help": kind = .requestForHelp
            default:
                guard let kind = CaseKind(rawValue: mark) else { return nil }
                self.kind = kind
            }
        }
        text = String(lines[1])
        asks = String(lines[2])
        facts = String(lines[3])
        remedy = String(lines[4])
        reply = String(lines[5])
    }
}

/// The values that stand in the texts of one case, the same in all of them.
struct SampleValues {
    private var values: [String: String]
    /// What the customer claims, where the matter is about an amount.
    let amount: Amount?

    /// Draws the values of a case.
    init(_ random: inout SampleRandom, for matter: SampleMatter) {
        func money(_ range: ClosedRange<Int>, step: Int, hundredths: Int = 0) -> Int64 {
            Int64(random.number(in: range) * step * 100 + hundredths)
        }
        // All are drawn for each case, so that a changed text does not change the cases that follow.
        let amounts: [(name: String, hundredths: Int64)] = [
            ("amount", money(3...96, step: 100)), ("small", money(6...95, step: 1, hundredths: random.number(in: 0...19) * 5)),
            ("loss", money(12...240, step: 10)), ("coins", money(80...460, step: 1)), ("limit", money(1...5, step: 500)),
        ]
        values = Dictionary(uniqueKeysWithValues: amounts.map { ($0.name, SampleValues.written($0.hundredths)) })
        for (name, range) in [
            ("minutes", 20...95), ("windows", 4...7), ("waiting", 9...24), ("window", 1...6), ("days", 3...15), ("times", 2...6),
            ("card", 1000...9999),
        ] { values[name] = String(random.number(in: range)) }
        values["years"] = ["3", "5", "10"][random.number(in: 0...2)]
        values["rate"] = ["2.15%", "2.6%", "2.75%", "3.1%", "3.35%"][random.number(in: 0...4)]
        amount = amounts.first { matter.text.holds("{\($0.name)}") || matter.asks.holds("{\($0.name)}") }
            .flatMap { Amount(hundredths: $0.hundredths) }
    }

    /// `text` with the values in it, and with `others` beside them.
    func fill(_ text: String, _ others: [String: String] = [:]) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            filled += rest[..<open]
            filled += others[name] ?? values[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private static func written(_ hundredths: Int64) -> String {
        let units = String(hundredths / 100)
        let cents = hundredths % 100
        return cents == 0 ? units : "\(units).\(cents < 10 ? "0" : "")\(cents)"
    }
}
