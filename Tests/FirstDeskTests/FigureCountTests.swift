import ComplaintRules
import DeskPapers
import Ledger
import TableFiles
import Testing

@testable import firstdesk

/// Figures counted by a second way: from what `show --json` says of every case, event by event, in plain loops that share nothing with the
/// program's own counting but the calendar.
@Suite("Figures are what a plain count comes to")
struct FigureCountTests {
    /// A case as its JSON tells it.
    private struct Told {
        var received: Int64 = 0
        /// What stood from when on: `open`, `on-the-spot`, `replied`, `withdrawn`, `not-accepted`, `merged`.
        var standings: [(word: String, at: Int64)] = []
        var findings: [(kind: String, classification: String, at: Int64)] = []
        var callBacks: [(level: String, at: Int64)] = []
        var escalations: [(isGroup: Bool, at: Int64)] = []
        var extensions: [Int64] = []
        var clocks: [(rule: String, due: Int64, ended: Int64?)] = []
        var claimed: Int64?
        var promised: Int64?
        var isRepeat = false
        var keys: [String: [String]] = [:]

        func standing(before moment: Int64) -> (word: String, at: Int64)? { standings.last { $0.at < moment } }

        /// When a limit was broken before a moment; nil where it was not.
        func broken(_ clock: (rule: String, due: Int64, ended: Int64?), before moment: Int64) -> Int64? {
            if let ended = clock.ended, ended <= clock.due { return nil }
            var at = clock.due + 1
            let isTowardsCustomer = ["reply", "promised", "complex", "final"].contains(clock.rule)
            if isTowardsCustomer, let then = standing(before: at), then.word != "open" {
                at = standings.first { $0.at >= at && $0.word == "open" }?.at ?? at
            }
            return at < moment ? at : nil
        }

        func firstBreach(before moment: Int64) -> Int64? {
            clocks.filter { ["reply", "promised", "complex", "final"].contains($0.rule) }.compactMap { broken($0, before: moment) }.min()
        }
    }

    private static func text(_ value: JSONValue?) -> String { if case .text(let text)? = value { text } else { "" } }

    private static func moment(_ value: JSONValue?) -> Int64? {
        guard case .instant(let moment)? = TimeReading.read(text(value), today: Day(ordinal: 0)) else { return nil }
        return moment.milliseconds
    }

    private static func amount(_ value: JSONValue?) -> Int64? {
        switch value {
        case .text(let text)?, .number(let text)?: Amount(text)?.hundredths
        default: nil
        }
    }

    private static func told(_ json: JSONValue, subjects: [String], _ rules: DeskRules) -> Told {
        var told = Told()
        told.received = moment(json["received"]) ?? 0
        told.standings = [("open", told.received)]
        told.claimed = amount(json["amount"])
        var (isGroup, answer, reply): (Bool, Int64?, Int64?) = (false, nil, nil)
        for event in json["events"]?.elements ?? [] {
            let at = moment(event["at"]) ?? 0
            switch text(event["act"]) {
            case "answer":
                told.standings.append(("on-the-spot", at))
                answer = amount(event["amount"])
            case "reply":
                told.standings.append(("replied", at))
                reply = amount(event["amount"])
            case "send-back": told.standings.append(("open", at))
            case "refuse-answer": if text(event["next"]).isEmpty { told.standings.append(("open", at)) }
            case "withdraw": told.standings.append(("withdrawn", at))
            case "not-accept": told.standings.append(("not-accepted", at))
            case "merge": told.standings.append(("merged", at))
            case "ruling": if told.standings.last?.word == "open" { told.standings.append(("replied", at)) }
            case "finding":
                let (kind, classification) = (text(event["kind"]), text(event["class"]))
                if told.findings.last?.kind != kind || told.findings.last?.classification != classification {
                    told.findings.append((kind, classification, at))
                }
            case "call-back": told.callBacks.append((text(event["level"]), at))
            case "ask-escalation": isGroup = text(event["kind"]) == "group"
            case "confirm-escalation": told.escalations.append((isGroup, at))
            case "grant-extension": told.extensions.append(at)
            default: continue
            }
        }
        told.promised = reply ?? answer
        told.isRepeat = (json["links"]?.elements ?? []).contains { ["repeated", "refused-answer"].contains(text($0["tie"])) }
        told.clocks = (json["clocks"]?.elements ?? []).map { (text($0["rule"]), moment($0["due"]) ?? 0, moment($0["ended"])) }
        let local = rules.zone.localTime(at: Moment(milliseconds: told.received)).time
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let about = text(json["about"])
        told.keys = [
            "reason": [text(json["reason"])], "business": [text(json["business"])], "channel": [text(json["channel"])],
            "done-at": [text(json["doneAt"])], "staff": [text(json["firstResponder"])], "responsible": subjects.isEmpty ? [""] : subjects,
            "department": [subjects.isEmpty ? about.trimmed : ""], "weekday": [two(local.day.weekday.rawValue)], "hour": [two(local.hour)],
        ]
        return told
    }

    /// What all measures come to, by name, of some cases in a span.
    private static func count(_ cases: [Told], _ start: Int64, _ asOf: Int64, _ rules: DeskRules) -> [String: FigureValue] {
        var counts: [String: Int] = [:]
        var (elapsed, open): ([Int64], [Int64]) = ([], [])
        var (claims, promises): ([Int64], [Int64]) = ([], [])
        for told in cases where told.received < asOf {
            func add(_ name: String, _ isSo: Bool) { if isSo { counts[name, default: 0] += 1 } }
            let isReceived = told.received >= start
            let standing = told.standing(before: asOf) ?? ("open", told.received)
            let atStart = told.standing(before: start)?.word
            let isNew = standing.at >= start
            let isAnswered = isNew && (standing.word == "replied" || standing.word == "on-the-spot")
            let breach = told.firstBreach(before: asOf)
            let isGroup = told.escalations.contains { $0.isGroup && $0.at < asOf }
            add("received", isReceived)
            add("newMatters", isReceived && !told.isRepeat && !isGroup)
            add("answered", isAnswered)
            add("onTheSpot", isAnswered && standing.word == "on-the-spot")
            add("kept", isAnswered && breach == nil)
            add("broken", breach.map { $0 >= start } ?? false)
            let wasOpen = told.received < start && atStart == "open"
            add("openAtStart", wasOpen)
            add("openAtEnd", standing.word == "open")
            add("ended", standing.word != "open" && (wasOpen || isReceived))
            add("reopened", told.received < start && atStart != "open" && standing.word == "open")
            add("overdue", standing.word == "open" && breach != nil)
            add("escalated", told.escalations.contains { $0.at >= start && $0.at < asOf })
            add("groupCases", isReceived && isGroup)
            add("extended", told.extensions.contains { $0 >= start && $0 < asOf })
            add("withdrawn", isNew && standing.word == "withdrawn")
            add("notAccepted", isNew && standing.word == "not-accepted")
            add("merged", isNew && standing.word == "merged")
            let finding = told.findings.last { $0.at < asOf }
            let isFound = finding.map { $0.at >= start } ?? false
            add("found", isFound)
            add("valid", isFound && finding?.classification == "valid")
            add("repeats", isReceived && told.isRepeat)
            let level = told.callBacks.last { $0.at >= start && $0.at < asOf }?.level
            add("calledBack", level != nil && level != "unreachable")
            add("contented", ["very-satisfied", "satisfied", "basically-satisfied"].contains(level ?? ""))
            if isAnswered {
                elapsed.append(standing.at - told.received)
                open.append(openTime(told.received, standing.at, rules))
                if let promised = told.promised { promises.append(promised) }
            }
            if isReceived, let claimed = told.claimed { claims.append(claimed) }
        }
        var values = counts.mapValues { FigureValue.count($0) }
        func count(_ name: String) -> Int { counts[name] ?? 0 }
        func rank(_ times: [Int64], _ percent: Double) -> FigureValue {
            let sorted = times.sorted()
            return .time(sorted.isEmpty ? nil : sorted[Int((percent * Double(sorted.count)).rounded(.up)) - 1], of: sorted.count)
        }
        values["inTime"] = .ratio(count("kept"), of: count("kept") + count("broken"))
        values["endedShare"] = .ratio(count("ended"), of: count("openAtStart") + count("received"))
        values["upheld"] = .ratio(count("valid"), of: count("found"))
        values["repeatShare"] = .ratio(count("repeats"), of: count("received"))
        values["satisfied"] = .ratio(count("contented"), of: count("calledBack"))
        (values["median"], values["percentile90"]) = (rank(elapsed, 0.5), rank(elapsed, 0.9))
        (values["openMedian"], values["openPercentile90"]) = (rank(open, 0.5), rank(open, 0.9))
        values["claimed"] = .amount(claims.reduce(0, +), of: claims.count)
        values["promised"] = .amount(promises.reduce(0, +), of: promises.count)
        return values
    }

    private static func openTime(_ start: Int64, _ end: Int64, _ rules: DeskRules) -> Int64 {
        var (sum, day): (Int64, Day) = (0, rules.zone.day(at: Moment(milliseconds: start)))
        let last = rules.zone.day(at: Moment(milliseconds: end))
        while day <= last {
            if rules.hours.isOpen(on: day) {
                let from = rules.zone.moment(of: LocalTime(day: day, time: rules.settings.openingTime)).milliseconds
                let to = rules.zone.moment(of: LocalTime(day: day, time: rules.settings.closingTime)).milliseconds
                sum += max(0, min(to, end) - max(from, start))
            }
            day = day.adding(days: 1)
        }
        return sum
    }

    /// The keys that only the standing at the end of the span decides.
    private static func keys(of told: Told, _ axis: String, before asOf: Int64) -> [String] {
        switch axis {
        case "kind": return [told.findings.last { $0.at < asOf }?.kind ?? ""]
        case "class": return [told.findings.last { $0.at < asOf }?.classification ?? ""]
        case "outcome": return [told.standing(before: asOf)?.word ?? "open"]
        case "clock":
            let broken = Set(told.clocks.filter { told.broken($0, before: asOf) != nil }.map(\.rule))
            return broken.isEmpty ? [""] : Array(broken)
        default: return told.keys[axis] ?? ["no such axis"]
        }
    }

    @Test("Every measure by every axis, of a year, months, a week, a day and any two dates, on a desk of 300 cases")
    func everyMeasure() throws {
        let folder = try DeskFolder()
        guard case .local(let time)? = TimeReading.read("2026-11-25 10:30", today: Day(ordinal: 0)) else { return }
        let made = try SampleDesk.make(
            in: "\(folder.path)/desk",
            records: 300,
            seed: 11,
            language: .chinese,
            role: .branchManager,
            timeZone: "Asia/Shanghai",
            now: FixedZone(secondsFromUTC: 28_800).moment(of: time)
        )
        folder.keep(made.ledger)
        let ledger = made.ledger
        let now = FixedZone(secondsFromUTC: 28_800).moment(of: time)
        ledger.clock = .standing(at: now)
        let rules = ledger.rules
        let head = try ledger.signIn(try #require(StaffNumber("1001")), passcode: SampleDesk.passcode).actor
        var cases: [Told] = []
        for row in try ledger.rows(RegisterQuery(.everything), limit: 1000) {
            // The auditor's view leaves out nothing.
            let auditor = try #require(rules.staff.all.first { $0.role == .auditor })
            let stored = try ledger.open(row.number, by: Actor(auditor)).stored
            let json = try JSONValue(reading: JSONValue.object(CaseJSON(ledger).whole(stored)).line)
            cases.append(FigureCountTests.told(json, subjects: stored.state.intake.subjects.map(\.text), rules))
        }
        #expect(cases.count == 300)
        var (looked, filled): (Int, Int) = (0, 0)
        for period in ["2026", "2025-12", "2026-10", "2026-Q3", "2026-11", "2026-W46", "2026-11-19", "2026-08-15..2026-09-20"] {
            let period = try #require(FiguresPeriod(period))
            let days = Figures.days(for: period)
            let source = try ledger.figureSource(from: days.first, to: days.last, by: head)
            let figures = try #require(Figures(of: period, from: source, under: rules, at: now))
            for column in [figures.now, figures.before, figures.yearBefore] {
                let start = rules.zone.moment(of: LocalTime(day: column.period.first, secondOfDay: 0)).milliseconds
                let end = rules.zone.moment(of: LocalTime(day: column.period.last.adding(days: 1), secondOfDay: 0)).milliseconds
                let asOf = min(end, now.milliseconds + 1)
                let expected = FigureCountTests.count(cases, start, asOf, rules)
                for measure in FigureMeasure.all where !measure.name.hasPrefix("book") {
                    #expect(column.value(measure.name) == expected[measure.name] ?? .count(0), "\(column.period.text) \(measure.name)")
                }
                guard column.period == figures.now.period else { continue }
                for axis in FigureAxis.all {
                    var groups: [String: [Told]] = [:]
                    for told in cases where told.received < asOf {
                        for key in FigureCountTests.keys(of: told, axis.name, before: asOf) { groups[key, default: []].append(told) }
                    }
                    for row in try #require(figures.axis(axis.name)).rows {
                        let expected = FigureCountTests.count(groups[row.key] ?? [], start, asOf, rules)
                        for (place, measure) in FigureMeasure.all.enumerated() where !measure.name.hasPrefix("book") {
                            #expect(
                                row.values[place] == expected[measure.name] ?? .count(0),
                                "\(period.text) \(axis.name) \(row.key) \(measure.name)"
                            )
                            looked += 1
                        }
                        if row.count > 0 { filled += 1 }
                        groups[row.key] = nil
                    }
                    // No key is left out in which anything was received.
                    let missing = groups.filter { key, group in group.contains { $0.received >= start } }.map(\.key)
                    #expect(missing == [], "\(period.text) \(axis.name)")
                }
            }
        }
        // A comparison of nothing with nothing would prove nothing.
        #expect(looked > 10_000 && filled > 400)
    }
}
