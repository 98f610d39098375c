/// Reads what people wrote in the fields of a record. The one reader of days, times, flags, amounts, numbers and codes as people write
/// them; full-width digits and the like are read as plain ones (`Written`).
struct FieldReader {
    /// When it is read: what a time of day alone belongs to.
    let now: Moment
    private let desk: DeskRules
    private let values: [String: String]

    /// Reads `values` by the names of their fields, in either spelling (`apology-by`, `apologyBy`).
    ///
    /// - Throws: `Refusal.unknownField` for a name that is none of `known`, `.givenTwice` where both spellings are there.
    init(_ values: [String: String], known: [FieldName], at now: Moment, under desk: DeskRules) throws(Refusal) {
        self.now = now
        self.desk = desk
        var read: [String: String] = [:]
        for key in values.keys.sorted() {
            // A capital at the beginning is no other name: `Amount`.
            let name = FieldName.text(ofKey: key.prefix(1).lowercased() + key.dropFirst())
            // By its key, as those of the others, whichever way it was spelt.
            guard let field = known.first(where: { $0.text == name }) else { throw .unknownField(FieldName(name).jsonKey, known: known) }
            if read.updateValue(values[key] ?? "", forKey: name) != nil { throw .givenTwice(field) }
        }
        self.values = read
    }

    /// A text as it was written, without white space at its ends; empty where nothing was that can be seen.
    func text(_ name: String) -> String { isGiven(name) ? (values[name] ?? "").trimmed : "" }

    /// A line as it was written; empty also where it only says that there is none: whoever or whatever it names is not named so.
    func line(_ name: String) -> String {
        let text = text(name)
        return Written.saysNone(text, of: FieldName(name).sought) ? "" : text
    }

    /// What stands for a word, a number or a time, in plain signs; nil where nothing was written.
    private func plain(_ name: String) -> String? {
        let text = Written.plain(values[name] ?? "")
        return text.isEmpty ? nil : text
    }

    /// Whether anything was written that can be seen.
    func isGiven(_ name: String) -> Bool { !(values[name] ?? "").isBlank }

    /// Checks that a field that has to be filled in is.
    ///
    /// - Throws: `Refusal.missing`, `.saysNothing`.
    func checkFilled(_ shape: FieldShape, isInOwnHand: Bool = false) throws(Refusal) {
        if let refusal = shape.lack(in: values[shape.name.text] ?? "", isInOwnHand: isInOwnHand) { throw refusal }
    }

    func code<Value: Choosable>(_ name: String) throws(Refusal) -> Value? {
        guard let text = plain(name) else { return nil }
        if let value: Value = Written.code(text) { return value }
        throw .badValue(FieldName(name), .noneOf(Value.allCases.map { FieldShape.Option(code: $0.rawValue, label: $0.label) }))
    }

    func requiredCode<Value: Choosable>(_ name: String) throws(Refusal) -> Value {
        guard let value: Value = try code(name) else { throw .missing(FieldName(name)) }
        return value
    }

    /// The key of a business type or a reason, which may be written by its name too.
    func deskCode(_ name: String, on axis: Code.Axis) throws(Refusal) -> String {
        guard let text = plain(name) else { return "" }
        guard let key = desk.codes.key(for: text, on: axis) else {
            throw .badValue(FieldName(name), .noneOf(desk.codes.codes(on: axis).map { FieldShape.Option(code: $0.key, label: $0.label) }))
        }
        return key
    }

    func staff(_ name: String) throws(Refusal) -> StaffNumber? {
        guard let text = plain(name) else { return nil }
        guard let number = StaffNumber(text) else { throw .badValue(FieldName(name), .staffNumber) }
        return number
    }

    func count(_ name: String) throws(Refusal) -> Int? {
        guard let text = plain(name) else { return nil }
        guard let count = Int(text), count > 0 else { throw .badValue(FieldName(name), .count) }
        return count
    }

    func flag(_ name: String) throws(Refusal) -> Bool? {
        guard let text = plain(name) else { return nil }
        guard let flag = Written.flag(text) else { throw .badValue(FieldName(name), .flag) }
        return flag
    }

    func amount(_ name: String) throws(Refusal) -> Amount? {
        guard let text = plain(name) else { return nil }
        guard let amount = Amount(text) else {
            let digits = text.prefix { $0 != "." }.count { $0.isASCII && $0.isNumber }
            throw .badValue(FieldName(name), digits > 13 ? .amountTooLarge : .amount)
        }
        return amount
    }

    /// A day; of a time its day.
    func day(_ name: String) throws(Refusal) -> Day? {
        guard let text = plain(name) else { return nil }
        switch TimeReading.read(text, today: desk.zone.day(at: now)) {
        case .day(let day)?: return day
        case .local(let time)?: return time.day
        case .instant(let moment)?: return desk.zone.day(at: moment)
        case nil: throw .badValue(FieldName(name), .day)
        }
    }

    /// Whether a day stands there without a time.
    func isDayAlone(_ name: String) -> Bool {
        guard let text = plain(name), case .day? = TimeReading.read(text, today: desk.zone.day(at: now)) else { return false }
        return true
    }

    /// A day without a time means the branch's opening time on it, or `now` where that is still to come today; as the end of something
    /// it means the closing time.
    func moment(_ name: String, isEnd: Bool) throws(Refusal) -> Moment? {
        guard let text = plain(name) else { return nil }
        switch TimeReading.read(text, today: desk.zone.day(at: now)) {
        case .instant(let moment)?: return moment
        case .local(let time)?: return desk.zone.moment(of: time)
        case .day(let day)?:
            if isEnd { return desk.zone.moment(of: LocalTime(day: day, time: desk.hours.closing(on: day))) }
            let opening = desk.zone.moment(of: LocalTime(day: day, time: desk.hours.opening(on: day)))
            return day == desk.zone.day(at: now) ? min(opening, now) : opening
        case nil: throw .badValue(FieldName(name), .time)
        }
    }
}

extension FieldShape {
    /// What is wrong with what was written into the field, as far as it tells by itself; nil where it can be read.
    public func problem(with text: String, at now: Moment, under desk: DeskRules) -> Refusal? {
        do throws(Refusal) {
            let reader = try FieldReader([name.text: text], known: [name], at: now, under: desk)
            switch kind {
            case .time: _ = try reader.moment(name.text, isEnd: false)
            case .day: _ = try reader.day(name.text)
            case .amount: _ = try reader.amount(name.text)
            case .count: _ = try reader.count(name.text)
            case .flag: _ = try reader.flag(name.text)
            // Chosen from a list, or free.
            case .text, .line, .choice, .code, .manager, .member, .file: break
            }
            return nil
        } catch {
            return error.calling([name])
        }
    }
}
