/// Reads what was written in the fields of an act or an intake.
struct FieldReader {
    private let values: [String: String]

    init(_ values: [String: String]) {
        self.values = values
    }

    func optional(_ name: String) -> String { (values[name] ?? "").trimmed }

    /// What was written; nil where nothing was.
    func given(_ name: String) -> String? {
        let text = optional(name)
        return text.isEmpty ? nil : text
    }

    func requiredMoment(_ name: String, at now: Moment, under desk: DeskRules) throws(Refusal) -> Moment {
        guard let moment = try moment(name, at: now, under: desk, isEnd: true) else { throw .missing(name) }
        return moment
    }

    func required(_ name: String) throws(Refusal) -> String {
        let text = optional(name)
        if text.isEmpty { throw .missing(name) }
        return text
    }

    func code<Value: RawRepresentable & CaseIterable>(_ name: String) throws(Refusal) -> Value? where Value.RawValue == String {
        let text = optional(name)
        if text.isEmpty { return nil }
        guard let value = Value(rawValue: text) else { throw .badValue(name, .noneOf(Value.allCases.map(\.rawValue))) }
        return value
    }

    func requiredCode<Value: RawRepresentable & CaseIterable>(_ name: String) throws(Refusal) -> Value where Value.RawValue == String {
        guard let value: Value = try code(name) else { throw .missing(name) }
        return value
    }

    func staff(_ name: String) throws(Refusal) -> StaffNumber {
        guard let number = StaffNumber(try required(name)) else { throw .badValue(name, .staffNumber) }
        return number
    }

    func day(_ name: String) throws(Refusal) -> Day? {
        let text = optional(name)
        if text.isEmpty { return nil }
        guard let day = Day(text) else { throw .badValue(name, .time) }
        return day
    }

    func count(_ name: String) throws(Refusal) -> Int? {
        let text = optional(name)
        if text.isEmpty { return nil }
        guard let count = Int(text), count > 0 else { throw .badValue(name, .count) }
        return count
    }

    func flag(_ name: String) throws(Refusal) -> Bool? {
        switch optional(name).lowercased() {
        case "": return nil
        case "true", "yes", "1", "y", "是": return true
        case "false", "no", "0", "n", "否": return false
        default: throw .badValue(name, .flag)
        }
    }

    func amount(_ name: String) throws(Refusal) -> Amount? {
        let text = optional(name)
        if text.isEmpty { return nil }
        guard let amount = Amount(text) else { throw .badValue(name, .amount) }
        return amount
    }

    /// A day without a time means the branch's opening time on it, or `now` where that is still to come today; as the end of something
    /// it means the closing time.
    func moment(_ name: String, at now: Moment, under desk: DeskRules, isEnd: Bool = false) throws(Refusal) -> Moment? {
        let text = optional(name)
        if text.isEmpty { return nil }
        switch TimeReading.read(text, today: desk.zone.day(at: now)) {
        case .instant(let moment): return moment
        case .local(let time): return desk.zone.moment(of: time)
        case .day(let day):
            if isEnd { return desk.zone.moment(of: LocalTime(day: day, time: desk.settings.closingTime)) }
            let opening = desk.zone.moment(of: LocalTime(day: day, time: desk.settings.openingTime))
            return day == desk.zone.day(at: now) ? min(opening, now) : opening
        case nil: throw .badValue(name, .time)
        }
    }
}
