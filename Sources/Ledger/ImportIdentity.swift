import ComplaintRules
import TableFiles

/// How a case that came from another register is known again.
enum ImportIdentity {
    /// The number that a case had there as SQL compares it; `WrittenNumber.identity` in SQLite's words, and the words of the index.
    static let key = "CASE WHEN source_number GLOB '*[^0-9]*' THEN source_number ELSE ltrim(source_number, '0') END"
}

extension HistoryRecord {
    /// The fields in which the record says something else than `stored`, by the names of `list --json`; of other columns by their own.
    ///
    /// What only says less is no difference, and neither is what a spreadsheet does to a table that it saves again: it drops zeros before
    /// numbers, changes line ends, and puts `_` or `?` for what it cannot write.
    func differences(from stored: Imported, under desk: DeskRules) -> [String] {
        let (mine, theirs) = (intake, stored.intake)
        var found: [String] = []
        func compare(_ name: String, _ new: String, _ old: String) {
            if !HistoryRecord.says(new, no: old) { found.append(name) }
        }
        func compare(_ name: String, _ new: Moment?, _ old: Moment?) {
            guard let new else { return }
            guard let old else { return found.append(name) }
            let (time, other) = (desk.zone.localTime(at: new).time, desk.zone.localTime(at: old).time)
            // A day without a time is read as its opening, which may have been another one when the case came in.
            let isDayAlone = [time, other].contains { $0.secondOfDay == desk.hours.opening(on: $0.day).minutes * 60 }
            // A file has whole seconds.
            if abs(new.seconds(since: old)) >= 1, !(time.day == other.day && isDayAlone) { found.append(name) }
        }
        func code(_ text: String, on axis: Code.Axis) -> String { desk.codes.key(for: text, on: axis) ?? text }
        for field in Intake.fields {
            let name = field.name.jsonKey
            // Without a text of its own, a row has its reason for one.
            if name == "text", mine.text == mine.reason { continue }
            switch (field.value(mine), field.value(theirs)) {
            case (nil, _): continue
            case (.deskCode(let new, let axis)?, let old): compare(name, code(new, on: axis), code(old?.text ?? "", on: axis))
            case (.moment(let new)?, let old), (.dayOf(let new)?, let old): compare(name, new, old?.moment)
            // A no is what a file has that does not know of the field.
            case (.flag(false, _)?, _): continue
            case (let new?, let old):
                if let text = new.text { compare(name, text, old?.text ?? "") } else if new != old { found.append(name) }
            }
        }
        compare("channelName", channelName, stored.channelName)
        compare("outcome", outcome, stored.outcome)
        if let kept = isKeptWithinLimit, kept != stored.isKeptWithinLimit { found.append("keptWithinLimit") }
        compare("headOfficeReceived", headOfficeReceived, stored.headOfficeReceived)
        for (name, text) in others.sorted(by: { $0.key < $1.key }) { compare(name, text, stored.others[name] ?? "") }
        return found
    }

    /// Whether `new` says nothing that `old` does not.
    private static func says(_ new: String, no old: String) -> Bool {
        if new == old || new.isBlank { return true }
        let (left, right) = (lines(new), lines(old))
        if left == right || WrittenNumber.identity(left) == WrittenNumber.identity(right) { return true }
        guard left.count == right.count else { return false }
        return zip(left, right).allSatisfy { $0 == $1 || "_?\u{FFFD}".contains($0) && !$1.isASCII }
    }

    /// A text with line feeds alone, and nothing blank at its ends.
    private static func lines(_ text: String) -> String {
        String(text.trimmed.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
    }
}
