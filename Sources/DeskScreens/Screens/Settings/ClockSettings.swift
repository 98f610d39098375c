import ComplaintRules
import Ledger
import TableFiles
import TerminalKit

extension SettingsPage {
    /// The page of the clock rules: the limit in force, since when, and below it all that are coming.
    static let clocks = SettingsPage(
        label: .factClocks,
        columns: { language in
            [
                (FieldLabel.of("rule"), .fixed(language.columns(.clockName))), (.columnLimit, .fitted(minimum: 14, maximum: 30)),
                (.columnSince, .fixed(language.columns(.longDay))),
            ]
        },
        contents: ClockSettings.contents,
        things: { selected, session in
            [
                SettingsThing(.enter, .change, whyNot: session.whyNot(.changeSettings)) { session in
                    SettingsRow.thing(of: selected).flatMap { ClockSettings.form($0, session) }
                },
                SettingsThing(
                    .character("w"),
                    .declareWrong,
                    short: .declareWrongShort,
                    whyNot: session.whyNot(.correctPast),
                    form: PastSettings.declaringWrong
                ),
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
                ),
                SettingsThing(
                    .character("c"),
                    .correctDay,
                    short: .correctDayShort,
                    whyNot: session.whyNot(.correctPast),
                    form: CalendarSettings.correcting
                ),
                SettingsThing(
                    .character("b"),
                    .correctBook,
                    short: .correctBookShort,
                    whyNot: session.whyNot(.correctPast),
                    form: PastSettings.correctingBook
                ),
            ]
        },
        empty: .noCalendarDays
    )
}

/// The limits of the clocks, and the form in which one is set from a day on.
enum ClockSettings {
    /// The clocks whose limit a branch sets.
    private static var names: [ClockName] { Setting.all.compactMap { if case .clock(let name) = $0.kind { name } else { nil } } }

    static func contents(_ session: DeskSession) -> SettingsContents {
        let (language, words) = (session.language, session.words)
        let rows = names.flatMap { name in
            let (now, day, coming) = rules(name, session)
            let since = day.map { $0.ordinal == 0 ? language(.always) : words.longDay($0) } ?? ""
            let held = SettingsRow(
                id: name.rawValue,
                cells: [language(name.label), now.map { language(.limit($0)) } ?? language(.settingNothing), since]
            )
            return [held]
                + coming.map { rule in
                    SettingsRow(
                        coming: name.rawValue,
                        on: rule.effective,
                        [language(.limit(rule.limit)), words.longDay(rule.effective)],
                        session
                    )
                }
        }
        return SettingsContents(notes: [(language(.clocksHint), .dim)], rows: rows)
    }

    /// The limit in force for what is logged now, since when, and the rules after it.
    private static func rules(_ name: ClockName, _ session: DeskSession) -> (now: ClockLimit?, since: Day?, coming: [ClockRule]) {
        let (rules, today) = (session.ledger.rules, session.today)
        let limit = rules.limit(of: name, loggedAt: session.now)
        let since = rules.clockRules.filter { $0.name == name && $0.effective <= today && $0.limit == limit }.map(\.effective).max()
        return (limit, since, rules.comingRules(name, at: session.now))
    }

    static func form(_ code: String, _ session: DeskSession) -> PromptScreen? {
        guard let name = ClockName(rawValue: code) else { return nil }
        let title = Phrase.clockTitle(name)
        return PromptScreen(title, form: "settings/rule.\(code)", session) { session in
            let (language, first) = (session.language, session.ledger.rules.earliestChange(at: session.now))
            let (now, _, coming) = rules(name, session)
            var fields = [session.nowWords(now.map { language(.limit($0)) } ?? "")]
            fields += coming.map { session.comingWords(language(.limit($0.limit)), from: $0.effective) }
            return fields + [
                .line("count", language(.columnLimit), hint: language(.countHint), limit: 6, isRequired: true),
                .choice("unit", language(.unit), Unit.allCases.map { Choice($0.rawValue, $0.label, language) }, isRequired: true),
                .line("from", language(.holdsFrom), hint: language(.earliestHint(session.words.longDayWithWeekday(first))), limit: 10),
            ]
        } send: { values, session in
            guard let count = Int((values["count"] ?? "").trimmed), count > 0 else { throw Refusal.badValue("count", .count) }
            guard let unit = Unit(rawValue: values["unit"] ?? "") else { throw Refusal.missing("unit") }
            let from = try RegisterFilter.day("from", values) ?? session.ledger.rules.earliestChange(at: session.now)
            let limit = unit.limit(count)
            do {
                try session.ledger.set(ClockRule(name, limit: limit, effective: from), by: try session.signedIn())
            } catch let refusal as Refusal {
                switch refusal {
                case .ruleInThePast, .farFromNow: throw FieldProblem(field: "from", sentence: refusal.sentence)
                case .limitTooLong(let most):
                    throw FieldProblem(field: "count", sentence: .limitTooLong(.limit(most)))
                case .badValue, .replyBeyondFinal: throw FieldProblem(field: "count", sentence: refusal.sentence)
                default: throw refusal
                }
            }
            return .clockSet(name, .limit(limit), session.words.longDay(from))
        }
    }

    /// In what a limit is counted.
    private enum Unit: String, CaseIterable {
        case natural, working, minutes, hours

        var label: Phrase {
            switch self {
            case .natural: .unitNatural
            case .working: .unitWorking
            case .minutes: .unitMinutes
            case .hours: .unitHours
            }
        }

        func limit(_ count: Int) -> ClockLimit {
            switch self {
            case .natural: .naturalDays(count)
            case .working: .workingDays(count)
            case .minutes: .openingMinutes(count)
            case .hours: .hours(count)
            }
        }
    }
}

/// The days that differ from the week, and the form in which a calendar is loaded.
enum CalendarSettings {
    static func contents(_ session: DeskSession) -> SettingsContents {
        let (language, words, calendar) = (session.language, session.words, session.ledger.rules.calendar)
        let today = session.today
        // What was said of single days stands among the others.
        let corrected = session.ledger.rules.openings.values.sorted { $0.day < $1.day }.map { exception in
            let row = SettingsRow(
                id: "corrected \(exception.day.iso)",
                cells: [
                    words.longDay(exception.day), TimeWords.weekday(exception.day, language),
                    language(exception.isOpen ? .dayOpen : .dayClosed), language(.correctedDay(exception.isOpen, exception.reason)),
                ],
                sign: "!"
            )
            return (day: exception.day, row: row)
        }
        guard let last = calendar.lastKnownDay, let first = calendar.exceptions.first else {
            return SettingsContents(notes: [("! " + language(.calendarNone), .dueSoon)], rows: corrected.map(\.row))
        }
        var notes: [(text: String, role: TextRole)] = [
            (language(.calendarLoaded(calendar.exceptions.count, first.day.year, last.year)), .text)
        ]
        if last < today {
            notes.append(("! " + language(.calendarPast(words.longDay(last))), .overdue))
        } else {
            notes.append((language(.calendarKnown(words.longDay(last))), .text))
        }
        let loaded = calendar.exceptions.map { exception in
            let row = SettingsRow(
                id: exception.day.iso,
                cells: [
                    words.longDay(exception.day), TimeWords.weekday(exception.day, language),
                    language(exception.isOff ? .dayOff : .dayWorked), exception.name,
                ],
                role: exception.day < today ? .dim : .text
            )
            return (day: exception.day, row: row)
        }
        // Before the loaded one of the same day.
        let rows = (corrected + loaded).enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
        // All of them are listed, from the next one on.
        return SettingsContents(notes: notes, rows: rows.map(\.row), start: (rows.first { $0.day >= today } ?? rows.last)?.row.id)
    }

    /// The branch is, or was, open or closed on a day otherwise than the calendar says.
    static func correcting(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.correctDay, form: "calendar/correct", session) { session in
            let language = session.language
            return [
                .words("hint", language(.correctDayHint)),
                .line("day", language(FieldLabel.of("day")), hint: language(.todayHint(session.today.iso)), limit: 10, isRequired: true),
                .choice(
                    "is",
                    language(.columnOff),
                    [Choice("open", .dayOpen, language), Choice("closed", .dayClosed, language)],
                    isRequired: true
                ),
                .line("reason", language(FieldLabel.of("reason")), isRequired: true),
            ]
        } send: { values, session in
            guard let day = try RegisterFilter.day("day", values) else { throw Refusal.missing("day") }
            let isOpen = values["is"] == "open"
            do {
                try session.ledger.correctOpening(on: day, isOpen: isOpen, reason: values["reason"] ?? "", by: try session.signedIn())
            } catch let refusal as Refusal {
                switch refusal {
                case .alreadySo, .beforeFounding: throw FieldProblem(field: "day", sentence: refusal.sentence)
                default: throw refusal
                }
            }
            return .dayCorrected(session.words.longDay(day), isOpen)
        }
    }

    static func loading(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.loadCalendar, form: "calendar/load", submit: .loadShort, session) { session in
            let language = session.language
            let now = session.ledger.rules.calendar.lastKnownDay.map { language(.calendarKnown(session.words.longDay($0))) }
            return [
                session.nowWords(now ?? language(.calendarNone)), .words("hint", language(.calendarHint)),
                .line("path", language(.filePath), hint: language(.fileHint("holidays.csv")), limit: 1000, isRequired: true),
                .line("nation", language(.nation), hint: language(.nationHint)),
                .choice(
                    "others",
                    language(.calendarOthers),
                    [Choice("no", .calendarOthersStay, language), Choice("yes", .calendarOthersGo, language)],
                    selected: "no",
                    isRequired: true
                ),
            ]
        } send: { values, session in
            let table = try WholeTable(values["path"] ?? "", field: "path", header: WorkCalendar.judge)
            let nation = (values["nation"] ?? "").trimmed
            do {
                let file = try WorkCalendar(header: table.header, rows: table.rows, nation: nation.isEmpty ? nil : nation)
                return try session.ledger.load(file, droppingOthers: values["others"] == "yes", by: try session.signedIn()).sentence
            } catch let fault as CalendarFault {
                switch fault {
                case .severalNations, .noSuchNation: throw FieldProblem(field: "nation", sentence: fault.sentence)
                default: throw FieldProblem(field: "path", sentence: fault.sentence)
                }
            }
        }
    }
}
