import ComplaintRules
import Ledger
import TableFiles

/// Makes a past case of a row, or says why it cannot. Pure: what it needs of the desk is handed in.
struct HistoryReading {
    /// What the columns mean.
    let map: ImportMap
    /// The desk's zone, opening time, staff and codes.
    let desk: DeskRules
    /// The present moment, for a date of today.
    let now: Moment
    private let used: Set<String>
    /// The fields of a complaint, each with its name among the map's columns: made once, for a name costs more than the value.
    private let fields = Intake.fields.map { (field: $0, name: ImportField($0)) }
    private let today: Day
    private let openings: Openings

    /// Makes a reading of files that `map` fits.
    init(map: ImportMap, desk: DeskRules, now: Moment) {
        self.map = map
        self.desk = desk
        self.now = now
        used = map.usedColumns
        today = desk.zone.day(at: now)
        openings = Openings(desk)
    }

    /// The past case in a row.
    ///
    /// - Parameter values: what stands in each column, by its name.
    /// - Throws: the first thing that keeps it from being taken in.
    func record(from values: [String: String]) throws(ImportFault) -> HistoryRecord {
        let row = Row(map: map, values: values)
        let reason = code(row[.reason], on: .reason)
        let text = row[.text].isBlank ? reason : row[.text]
        if text.isBlank { throw .missing(column: row.name(.text)) }
        guard let received = try moment(row, .received) else { throw .missing(column: row.name(.received)) }
        let channelName = row[.channel]
        let channel = map.channel(named: channelName)
        var intake = Intake(channel: channel ?? .other, received: received, text: text)
        for (field, name) in fields where name != .channel && name != .received && name != .text {
            field.put(&intake, try value(of: field, name, row))
        }
        // Past cases too are kept from whomever they are about.
        if !intake.about.isEmpty { intake.subjects = desk.staff.subjects(in: intake.about) }
        intake.source = row[.source].isEmpty ? map.source : row[.source]
        intake.sourceNumber = row[.sourceNumber]
        if intake.sourceNumber.isEmpty { throw .numberMissing(column: row.name(.sourceNumber)) }
        for (field, text) in [(ImportField.sourceNumber, intake.sourceNumber), (.contact, intake.contact)] where WrittenNumber.isCut(text) {
            throw .cutNumber(column: row.name(field))
        }
        var record = HistoryRecord(intake)
        // The desk's own codes say it all; any other name is kept as it was.
        record.channelName = !row[.channelName].isEmpty ? row[.channelName] : channelName == channel?.rawValue ? "" : channelName
        record.outcome = row[.outcome]
        record.isKeptWithinLimit = try flag(row, .keptWithinLimit)
        record.headOfficeReceived = try moment(row, .headOfficeReceived)
        for (name, value) in values where !value.isEmpty && !used.contains(name) && !map.ignored.contains(name) {
            record.others[name] = value
        }
        try checkLengths(of: record, row)
        try checkClosing(of: record)
        return record
    }

    /// The values of a row by field, without white space at their ends, the text excepted.
    private struct Row {
        let map: ImportMap
        let values: [String: String]

        subscript(field: ImportField) -> String {
            switch map.columns[field] {
            case nil: return ""
            case .joined(let names):
                if names.count == 1 { return field == .text ? values[names[0]] ?? "" : (values[names[0]] ?? "").trimmed }
                return names.map { (values[$0] ?? "").trimmed }.filter { !$0.isEmpty }.joined(separator: " / ")
            case .firstOf(let names):
                return names.lazy.map { (values[$0] ?? "").trimmed }.first { !$0.isEmpty } ?? ""
            }
        }

        /// The column to name in a message on `field`.
        func name(_ field: ImportField) -> String { map.columns[field]?.names.first ?? field.rawValue }
    }

    /// Nothing was closed that has yet to be, nor before it was received: what a column says that is known to tell of a closing and has a date.
    private func checkClosing(of record: HistoryRecord) throws(ImportFault) {
        for (name, written) in record.others.sorted(by: { $0.key < $1.key }) where ImportMap.closings.contains(name.trimmed.lowercased()) {
            let text = map.dates?.rewritten(written) ?? written
            if map.dates == nil && DateOrder.isOpen(written) || TimeReading.isTimeAlone(text) { continue }
            let column = FieldName(name, label: Phrase(verbatim: name))
            switch TimeReading.read(text, today: today) {
            case .day(let day)?:
                if day > today { throw .rule(.inTheFuture(column)) }
                if day < desk.zone.day(at: record.intake.received) { throw .rule(.beforeReceived(column)) }
            case .instant(let moment)?: try checkClosing(at: moment, of: record, column)
            case .local(let time)?: try checkClosing(at: desk.zone.moment(of: time), of: record, column)
            case nil: break
            }
        }
    }

    private func checkClosing(at moment: Moment, of record: HistoryRecord, _ column: FieldName) throws(ImportFault) {
        if moment > now { throw .rule(.inTheFuture(column)) }
        if moment < record.intake.received { throw .rule(.beforeReceived(column)) }
    }

    /// When the branch opened on the days that a file names: it names the same ones over and over, and asking the zone database costs more
    /// than all the rest of a row.
    private final class Openings {
        private let desk: DeskRules
        private var known: [Day: Moment] = [:]

        init(_ desk: DeskRules) {
            self.desk = desk
        }

        func moment(on day: Day) -> Moment {
            if let moment = known[day] { return moment }
            let moment = desk.zone.moment(of: LocalTime(day: day, time: desk.hours.opening(on: day)))
            // Ten years at most, so that memory does not grow with a file of nonsense.
            if known.count > 3653 { known.removeAll() }
            known[day] = moment
            return moment
        }
    }

    private func code(_ text: String, on axis: Code.Axis) -> String {
        map.usesDeskCodes ? desk.codes.key(for: text, on: axis) ?? text : text
    }

    /// A day without a time means the branch's opening time on it, or `now` where that is still to come today.
    private func moment(_ row: Row, _ field: ImportField) throws(ImportFault) -> Moment? {
        let written = row[field]
        if written.isEmpty { return nil }
        if map.dates == nil, DateOrder.isOpen(written) { throw .openDate(column: row.name(field)) }
        let text = map.dates?.rewritten(written) ?? written
        // A time alone is read as one of today elsewhere; a past case has a day.
        if TimeReading.isTimeAlone(text) { throw .noTime(column: row.name(field)) }
        switch TimeReading.read(text, today: today) {
        case .instant(let moment): return moment
        case .local(let time): return desk.zone.moment(of: time)
        case .day(let day):
            // Numbers have two digits for the year, which stand for 1970 to 2069.
            if day.year < 1970 { throw .noTime(column: row.name(field)) }
            let opening = openings.moment(on: day)
            return day == today ? min(opening, now) : opening
        case nil: throw .noTime(column: row.name(field))
        }
    }

    /// What a row has in a field of a complaint; nil where it has nothing.
    private func value(of field: IntakeField, _ named: ImportField, _ row: Row) throws(ImportFault) -> Detail.Value? {
        let text = row[named]
        if text.isEmpty { return nil }
        switch field.shape.kind {
        case .text, .line, .file, .manager, .member: return .text(text)
        case .choice(let options):
            let wanted = Written.plain(text).lowercased()
            // What is none of the choices is refused by name, never dropped.
            guard let chosen = options.first(where: { [$0.code, $0.label.english.lowercased(), $0.label.chinese].contains(wanted) }) else {
                throw .rule(.badValue(field.name, .noneOf(options)))
            }
            return .text(chosen.code)
        case .code(let axis): return .text(code(text, on: axis))
        case .time:
            guard let moment = try moment(row, named) else { return nil }
            // What needs an hour has the opening's; of what merely happened no hour is told that nobody gave.
            if case .day? = TimeReading.read(map.dates?.rewritten(text) ?? text, today: today) { return .dayOf(moment) }
            return .moment(moment)
        case .day: return try moment(row, named).map { .day(desk.zone.day(at: $0)) }
        case .flag: return try flag(row, named).map { .flag($0, .ifSo) }
        case .amount:
            guard let amount = Amount(Written.plain(text)) else { throw .noAmount(column: row.name(named)) }
            return .amount(amount)
        case .count:
            guard let count = Int(Written.plain(text)), count > 0 else { throw .noCount(column: row.name(named)) }
            return .count(count)
        }
    }

    private func flag(_ row: Row, _ field: ImportField) throws(ImportFault) -> Bool? {
        let text = row[field]
        if text.isEmpty || text.lowercased() == "n/a" { return nil }
        guard let flag = Written.flag(text) else { throw .neitherYesNorNo(column: row.name(field)) }
        return flag
    }

    /// What has no rule of its own in the law of the desk is held to the same limits; the ledger checks the rest again.
    private func checkLengths(of record: HistoryRecord, _ row: Row) throws(ImportFault) {
        let intake = record.intake
        for (field, name) in fields {
            guard let text = field.value(intake)?.text else { continue }
            try limit(text, row.name(name), to: field.shape.limit ?? Intake.lineLimit)
        }
        for (field, text) in [(ImportField.source, intake.source), (.sourceNumber, intake.sourceNumber), (.channel, record.channelName)] {
            try limit(text, row.name(field), to: Intake.lineLimit)
        }
        try limit(record.outcome, row.name(.outcome), to: Intake.textLimit)
        for (name, text) in record.others {
            // A name without end is not repeated in the message.
            try limit(name, String(name.prefix(40)), to: Intake.lineLimit)
            try limit(text, name, to: Intake.textLimit)
        }
    }

    private func limit(_ text: String, _ column: @autoclosure () -> String, to count: Int) throws(ImportFault) {
        // As in the law of the desk: bytes first, since counting characters is a walk over all of them, and some hide many marks.
        let bytes = text.utf8.count
        if bytes > count, bytes > count * 8 || text.count > count { throw .tooLong(column: column(), limit: count) }
    }
}
