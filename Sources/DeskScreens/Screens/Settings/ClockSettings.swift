import ComplaintRules
import Ledger
import TableFiles
import TerminalKit

extension SettingsPage {
    /// The page of the clock rules: the limit in force, since when, and the one that is coming.
    static let clocks = SettingsPage(
        label: .factClocks,
        columns: { language in
            [
                (FieldLabel.of("rule"), .fixed(language.columns(.clockName))), (.columnLimit, .fixed(20)),
                (.columnSince, .fixed(language.columns(.longDay))), (.columnComing, .flexible(minimum: 18)),
            ]
        },
        contents: ClockSettings.contents,
        things: { selected, session in
            [
                SettingsThing(.enter, .change, whyNot: session.whyNot(.changeSettings)) { session in
                    selected.flatMap { ClockSettings.form($0, session) }
                }
            ]
        }
    )

    /// The page of the calendar: which days differ from the week, and until when that is known.
    static let calendar = SettingsPage(
        label: .pageCalendar,
        columns: { language in
            [
                (FieldLabel.of("day"), .fixed(14)), (.columnWeekday, .fixed(language.columns(.weekday))), (.columnOff, .fixed(12)),
                (.columnHoliday, .flexible(minimum: 12)),
            ]
        },
        contents: CalendarSettings.contents,
        things: { _, session in
            [
                SettingsThing(
                    .character("l"),
                    .loadCalendar,
                    short: .loadShort,
                    whyNot: session.whyNot(.loadCalendar),
                    form: CalendarSettings.loading
                )
            ]
        }
    )
}

/// The limits of the clocks, and the form in which one is set from a day on.
enum ClockSettings {
    /// The clocks whose limit a branch sets.
    private static var names: [ClockName] { Setting.all.compactMap { if case .clock(let name) = $0.kind { name } else { nil } } }

    static func contents(_ session: DeskSession) -> SettingsContents {
        let (language, words) = (session.language, session.words)
        let rows = names.map { name in
            let (now, day, coming) = rules(name, session)
            let since = day.map { $0.ordinal == 0 ? language(.always) : words.longDay($0) } ?? ""
            let next = coming.map { rule in
                let day = rule.effective.year == session.today.year ? words.shortDay(rule.effective) : words.longDay(rule.effective)
                return language(.coming(.limit(rule.limit), on: day))
            }
            return SettingsRow(
                id: name.rawValue,
                cells: [language(name.label), now.map { language(.limit($0)) } ?? language(.settingNothing), since, next ?? ""]
            )
        }
        return SettingsContents(notes: [(language(.clocksHint), .dim)], rows: rows)
    }

    /// The limit in force for what is logged now, since when, and the next rule after it.
    private static func rules(_ name: ClockName, _ session: DeskSession) -> (now: ClockLimit?, since: Day?, coming: ClockRule?) {
        let (rules, today) = (session.ledger.rules, session.today)
        let limit = rules.limit(of: name, loggedAt: session.now)
        let since = rules.clockRules.filter { $0.name == name && $0.effective <= today && $0.limit == limit }.map(\.effective).max()
        return (limit, since, rules.comingRule(name, at: session.now))
    }

    static func form(_ code: String, _ session: DeskSession) -> PromptScreen? {
        guard let name = ClockName(rawValue: code) else { return nil }
        let title = Phrase.clockTitle(name)
        return PromptScreen(title, form: "settings/rule.\(code)", session) { session in
            let language = session.language
            let (now, _, coming) = rules(name, session)
            var fields = [session.nowWords(now.map { language(.limit($0)) } ?? "")]
            if let coming {
                fields.append(
                    .words("coming", language(.clockComing(language(.limit(coming.limit)), session.words.longDay(coming.effective))))
                )
            }
            return fields + [
                .line("count", language(.columnLimit), hint: language(.countHint), limit: 6, isRequired: true),
                .choice("unit", language(.unit), Unit.allCases.map { Choice($0.rawValue, $0.label, language) }, isRequired: true),
                .line("from", language(.holdsFrom), hint: language(.todayHint(session.today.iso)), limit: 10, isRequired: true),
            ]
        } send: { values, session in
            guard let count = Int((values["count"] ?? "").trimmed), count > 0 else { throw Refusal.badValue("count", .count) }
            guard let unit = Unit(rawValue: values["unit"] ?? "") else { throw Refusal.missing("unit") }
            guard let from = try RegisterFilter.day("from", values) else { throw Refusal.missing("from") }
            let limit = unit.limit(count)
            do {
                try session.ledger.set(ClockRule(name, limit: limit, effective: from), by: try session.signedIn())
            } catch let refusal as Refusal {
                switch refusal {
                case .ruleInThePast: throw FieldProblem(field: "from", sentence: refusal.sentence)
                case .badValue: throw FieldProblem(field: "count", sentence: refusal.sentence)
                default: throw refusal
                }
            }
            return .clockSet(name, .limit(limit), session.words.longDay(from))
        }
    }

    /// In what a limit is counted.
    private enum Unit: String, CaseIterable {
        case natural, working, minutes

        var label: Phrase {
            switch self {
            case .natural: .unitNatural
            case .working: .unitWorking
            case .minutes: .unitMinutes
            }
        }

        func limit(_ count: Int) -> ClockLimit {
            switch self {
            case .natural: .naturalDays(count)
            case .working: .workingDays(count)
            case .minutes: .openingMinutes(count)
            }
        }
    }
}

/// The days that differ from the week, and the form in which a calendar is loaded.
enum CalendarSettings {
    static func contents(_ session: DeskSession) -> SettingsContents {
        let (language, words, calendar) = (session.language, session.words, session.ledger.rules.calendar)
        let today = session.today
        guard let last = calendar.lastKnownDay, let first = calendar.exceptions.first else {
            return SettingsContents(notes: [("! " + language(.calendarNone), .dueSoon)], rows: [])
        }
        var notes: [(text: String, role: TextRole)] = [
            (language(.calendarLoaded(calendar.exceptions.count, first.day.year, last.year)), .text)
        ]
        if last < today {
            notes.append(("! " + language(.calendarPast(words.longDay(last))), .overdue))
        } else {
            notes.append((language(.calendarKnown(words.longDay(last))), .text))
        }
        // From this year on, and all where the calendar has run out.
        let shown = calendar.exceptions.filter { $0.day.year >= min(today.year, last.year) }
        let rows = shown.map { exception in
            SettingsRow(
                id: exception.day.iso,
                cells: [
                    words.longDay(exception.day), TimeWords.weekday(exception.day, language),
                    language(exception.isOff ? .dayOff : .dayWorked), exception.name,
                ],
                role: exception.day < today ? .dim : .text
            )
        }
        return SettingsContents(notes: notes, rows: rows)
    }

    static func loading(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.loadCalendar, form: "calendar/load", submit: .loadShort, session) { session in
            let language = session.language
            let now = session.ledger.rules.calendar.lastKnownDay.map { language(.calendarKnown(session.words.longDay($0))) }
            return [
                session.nowWords(now ?? language(.calendarNone)), .words("hint", language(.calendarHint)),
                .line("path", language(.filePath), hint: language(.fileHint("holidays.csv")), limit: 1000, isRequired: true),
                .line("nation", language(.nation), hint: language(.nationHint)),
            ]
        } send: { values, session in
            let table = try WholeTable(values["path"] ?? "", field: "path", header: WorkCalendar.judge)
            let nation = (values["nation"] ?? "").trimmed
            let (file, calendar): (WorkCalendar, WorkCalendar)
            do throws(CalendarFault) {
                file = try WorkCalendar(header: table.header, rows: table.rows, nation: nation.isEmpty ? nil : nation)
                calendar = try session.ledger.rules.calendar.replacingYears(of: file)
            } catch {
                switch error {
                case .severalNations, .noSuchNation: throw FieldProblem(field: "nation", sentence: error.sentence)
                default: throw FieldProblem(field: "path", sentence: error.sentence)
                }
            }
            try session.ledger.load(calendar, by: try session.signedIn())
            let last = calendar.lastKnownDay.map(session.words.longDay) ?? ""
            return .calendarTaken(file.exceptions.count, last)
        }
    }
}
