import FoundationEssentials

@testable import firstdesk

/// October 2026 at one branch, played through the command line on a fresh practice desk: in the built program up to a day of it, and from
/// there in the test's own process, which takes a fraction of the time.
///
/// 1001 is the branch manager (away on the 14th and 15th, and on the 12th, from where they come back sooner than they had meant to), 1002 the
/// complaint manager (away from the 19th to the 23rd), 1003 and 1004 are clerks, the latter a complaint manager from the 26th on, 1005 is the
/// lobby manager, who stands in for both.
final class ScriptedMonth {
    /// The open days: National Day closes the branch to the 7th, and Saturday the 10th is worked for it.
    static let openDays = [8, 9, 10, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30]
    /// The open day, from 0, whose review of the book was forgotten, and made up on the next one: the 16th.
    static let missedDay = 7
    /// The open day whose review was only closed after closing time: the 28th.
    static let lateDay = 15
    /// The open day on which the clock stood an hour behind while one clerk logged: the 20th.
    static let slowDay = 9
    /// Who complained on the last day of September, and once more in October.
    static let customer = "韩秀英"
    /// How they are reached.
    static let contact = "13803795555"
    /// When the month is looked at: on the Saturday after its last open day.
    static let end = "2026-10-31T10:00:00+08:00"

    /// The folder of the desk, its calendar and its passcode.
    let folder: TemporaryFolder
    /// How many acts were done.
    private(set) var acts = 0
    /// What was printed for each case of the plan: its number, or that of the case that took its place.
    private(set) var numbers: [String]

    /// The number of the case of September.
    private(set) var september = ""

    /// Whether all that was planned for a case was done before the month ended.
    var finished: [Bool] { plan.cases.indices.map { cursors[$0] == plan.cases[$0].steps.count } }

    private let plan: MonthPlan
    private let builtDays: Int
    private var isInBuiltProgram: Bool
    private var cursors: [Int]
    private var readyDays: [Int]

    /// Makes the desk as it is before the first open day.
    ///
    /// - Parameter builtDays: how many open days are lived in the built program; the desk is made there too if it is any.
    init(_ plan: MonthPlan, builtDays: Int) throws {
        self.plan = plan
        isInBuiltProgram = builtDays > 0
        self.builtDays = builtDays
        numbers = plan.cases.map { _ in "" }
        cursors = plan.cases.map { _ in 0 }
        readyDays = plan.cases.map(\.day)
        folder = try TemporaryFolder()
        try folder.write("month 练习\n", to: "passcode")
        try folder.write(Self.calendar, to: "calendar.csv")
        try folder.write(
            Self.calendar + "2026-10-12,Mon,true,国庆节,National Day,false\n2027-01-01,Fri,true,元旦,New Year,false\n",
            to: "next.csv"
        )
        try firstdesk(
            [
                "init", "--code", "0379", "--name", "洛阳分行营业部", "--hotline", "0379-65920000", "--timezone", "Asia/Shanghai",
                "--manager", "1001", "--manager-name", "王建国", "--practice",
            ],
            at: "2026-09-30T08:00:00"
        )
        for (number, name, role) in [
            ("1002", "李敏", "complaint-manager"), ("1003", "张伟", "counter"), ("1004", "陈晓", "counter"), ("1005", "周岚", "counter"),
        ] {
            try firstdesk(
                [
                    "staff", "add", "--number", number, "--name", name, "--role", role, "--initial-passcode-file", folder.path("passcode"),
                ],
                as: "1001",
                at: "2026-09-30T08:10:00"
            )
        }
        try firstdesk(["calendar", "load", folder.path("calendar.csv")], as: "1001", at: "2026-09-30T08:20:00")
        for (name, value) in [
            ("hours.monday", "08:30-17:00"), ("hours.tuesday", "08:30-17:00"), ("hours.wednesday", "08:30-17:00"),
            ("hours.thursday", "08:30-17:00"), ("hours.friday", "08:30-17:00"), ("deputies", "1005"),
            ("outside-channels", "12378 银行保险消费者投诉热线"),
        ] {
            try firstdesk(["settings", "set", name, value], as: "1001", at: "2026-09-30T08:30:00")
        }
        september = try firstdesk(
            [
                "log", "--channel", "oral", "--text", "存单丢失，挂失手续问了三个窗口", "--customer", Self.customer, "--contact", Self.contact,
                "--repeated-back", "--hand-over-to", "1002",
            ],
            as: "1003",
            at: "2026-09-30T10:00:00"
        ).lines[0]
        try firstdesk(["act", september, "accept"], as: "1002", at: "2026-09-30T10:20:00")
        for (absent, from, to) in [("1001", "2026-10-14", "2026-10-15"), ("1002", "2026-10-19", "2026-10-23")] {
            try firstdesk(
                ["staff", "stand-in", "--for", absent, "--number", "1005", "--from", from, "--to", to],
                as: "1001",
                at: "2026-10-08T08:31:00"
            )
        }
    }

    /// Lives the month through, day by day.
    func live() throws {
        for day in Self.openDays.indices {
            isInBuiltProgram = day < builtDays
            try live(day)
        }
    }

    // MARK: A day

    private func live(_ day: Int) throws {
        let handler = (8...12).contains(day) ? "1005" : "1002"
        let head = [3, 5, 6].contains(day) ? "1005" : "1001"
        try morning(day)
        if day == Self.missedDay + 1 {
            let missed = "2026-10-\(Self.openDays[Self.missedDay])"
            try book(["open", "--day", missed, "--reason", "当日盘点，漏查"], day, "08:35:00", handler)
            try book(["nil", "--day", missed], day, "08:36:00", handler)
        }
        let isReviewed = day != Self.missedDay
        if isReviewed { try book(["open"], day, "08:40:00", handler) }
        try log(.firstClerk, day, "09:05:00", "1003")
        try log(.secondClerk, day, day == Self.slowDay ? "08:50:00" : "09:50:00", "1004")
        try act(day, "10:10:00", "1003") { seat, clerk in seat == .first && clerk == "1003" || seat == .other && clerk == "1004" }
        try act(day, "10:20:00", "1004") { seat, clerk in
            seat == .second || seat == .first && clerk == "1004" || seat == .other && clerk == "1003"
        }
        try log(.manager, day, "10:28:00", handler)
        // Within two hours of opening time from the first hand-over.
        try act(day, "10:32:00", handler) { seat, _ in seat == .handler }
        try act(day, "11:30:00", head) { seat, _ in seat == .head }
        try log(.afternoon, day, "13:30:00", "1003")
        // On the last day nobody gets round to what came in after noon.
        let afternoon: [MonthFate] = day == Self.openDays.count - 1 ? [.unsigned, .undecided] : MonthFate.allCases
        try act(day, "14:30:00", handler, of: afternoon) { seat, _ in seat == .handler }
        try act(day, "15:40:00", head) { seat, _ in seat == .head }
        guard isReviewed else { return }
        let entries = try enter(day, "16:20:00", handler)
        let isLate = day == Self.lateDay
        let reason = isLate ? ["--reason", "当日盘点，晚于营业时间"] : []
        try book([entries ? "close" : "nil"] + reason, day, isLate ? "17:20:00" : "16:50:00", handler)
    }

    /// What changes at the desk itself in the course of the month, before it opens.
    private func morning(_ day: Int) throws {
        func change(_ words: String...) throws { try firstdesk(words, as: "1001", at: Self.time(day, "08:10:00")) }
        switch Self.openDays[day] {
        case 9:
            // The case of September has taken up the one of October, and is answered for both.
            try act(september, "finding", ["fault": "none", "facts": "经查监控", "class": "unfounded", "explanation": "已说明"], day, "1002")
            try act(september, "reply", ["how": "phone", "text": "已电话说明", "accepted": "true"], day, "1002")
            let shown = try firstdesk(["show", september, "--json"], as: "1001", at: Self.time(day, "08:10:00")).lines[0]
            let read = try JSONValue(reading: shown)["lastEvent"]?.line ?? ""
            try act(september, "sign", ["read": read], day, "1001")
            try change("staff", "stand-in", "--for", "1001", "--number", "1005", "--from", "2026-10-12", "--to", "2026-10-13")
        // The calendar of next year comes in the middle of the month, with another opinion of a day gone by.
        case 16: try change("calendar", "load", folder.path("next.csv"))
        case 26:
            try change("staff", "role", "--number", "1004", "--role", "complaint-manager")
        case 13: try change("staff", "stand-in", "--for", "1001", "--end")
        default: break
        }
    }

    private func act(_ number: String, _ act: String, _ fields: [String: String], _ day: Int, _ person: String) throws {
        let json = JSONValue.object(fields.mapValues { .text($0) }).line
        try firstdesk(["act", number, act, "--json", json], as: person, at: Self.time(day, "08:10:00"))
    }

    private func book(_ words: [String], _ day: Int, _ clock: String, _ person: String) throws {
        try firstdesk(["book"] + words, as: person, at: Self.time(day, clock))
    }

    /// Logs the entries of the book of a day; false where there was none.
    private func enter(_ day: Int, _ clock: String, _ person: String) throws -> Bool {
        var found = false
        for (index, planned) in plan.cases.enumerated() where planned.day == day && planned.slot == .book {
            let options = planned.log.sorted { $0.key < $1.key }.flatMap { ["--\($0.key)", Self.text($0.value)] }
            let printed = try firstdesk(["book", "entry"] + options, as: person, at: Self.time(day, clock))
            numbers[index] = printed.lines[0]
            found = true
            // What was read in the book at the end of a day is worked from the next.
            readyDays[index] = day + 1
        }
        return found
    }

    private func log(_ slot: PlannedCase.Slot, _ day: Int, _ clock: String, _ person: String) throws {
        let indices = plan.cases.indices.filter { plan.cases[$0].day == day && plan.cases[$0].slot == slot }
        let lines = indices.enumerated().map { place, index in
            var values = plan.cases[index].log
            values["at"] = .text(Self.time(day, clock, line: place))
            if values["agreed"] != nil { values["agreed"] = .text("2026-10-\(Self.two(Self.openDays[day] + 2))T12:00") }
            // A letter was in the post box since the day before.
            if values["channel"] == .text("letter") { values["received"] = .text("2026-10-\(Self.two(Self.openDays[day] - 1))T16:00") }
            return JSONValue.object(values).line
        }
        let printed = try feed("log", lines, person, Self.time(day, clock))
        for (index, line) in zip(indices, printed) { numbers[index] = line }
    }

    /// Does all that is next for whoever sits in the seats, on all cases, at one sign-in.
    private func act(
        _ day: Int,
        _ clock: String,
        _ person: String,
        of fates: [MonthFate] = MonthFate.allCases,
        _ isTheirs: (MonthSeat, String) -> Bool
    ) throws {
        var done = 0
        while true {
            // What is signed has been read as it stands: a signature waits until all before it on its case is done.
            let count = try round(day, clock, person, of: fates, from: done, isTheirs)
            if count == 0 { return }
            done += count
        }
    }

    private func round(
        _ day: Int,
        _ clock: String,
        _ person: String,
        of fates: [MonthFate],
        from first: Int,
        _ isTheirs: (MonthSeat, String) -> Bool
    ) throws -> Int {
        var lines: [[String: JSONValue]] = []
        var indices: [Int] = []
        for (index, planned) in plan.cases.enumerated() where !numbers[index].isEmpty && fates.contains(planned.fate) {
            let clerk = planned.slot == .secondClerk ? "1004" : "1003"
            while cursors[index] < planned.steps.count {
                let step = planned.steps[cursors[index]]
                guard readyDays[index] <= day, isTheirs(step.seat, clerk) else { break }
                if Self.vouched.contains(step.act), indices.last == index { break }
                var line = step.fields
                line["number"] = .text(numbers[index])
                line["act"] = .text(step.act)
                if let into = planned.into, line["into"] != nil { line["into"] = .text(numbers[into]) }
                if planned.fate == .mergedAcross, line["into"] != nil { line["into"] = .text(september) }
                if line["agreed"] != nil { line["agreed"] = .text("2026-10-\(Self.two(Self.openDays[day] + 7))T12:00") }
                line["at"] = .text(Self.time(day, clock, line: first + lines.count))
                lines.append(line)
                indices.append(index)
                cursors[index] += 1
                if cursors[index] < planned.steps.count { readyDays[index] = day + planned.steps[cursors[index]].days }
                // It may go on under a new number, which is printed then.
                if step.act == "refuse-answer" || step.act == "review-decision" { break }
            }
        }
        let time = Self.time(day, clock, line: first)
        let toSign = lines.filter(Self.isVouched).compactMap { $0["number"]?.plain }
        if !toSign.isEmpty {
            var read: [String: JSONValue] = [:]
            for line in try firstdesk(["show"] + toSign + ["--json"], as: person, at: time).lines {
                let shown = try JSONValue(reading: line)
                read[shown["number"]?.plain ?? ""] = shown["lastEvent"]
            }
            for place in lines.indices where Self.isVouched(lines[place]) {
                lines[place]["read"] = read[lines[place]["number"]?.plain ?? ""]
            }
        }
        let printed = try feed("act", lines.map { JSONValue.object($0).line }, person, time)
        for (index, line) in zip(indices, printed) { numbers[index] = String(line.prefix { $0 != ":" }) }
        return lines.count
    }

    /// The acts whose doer says up to which event the case was read.
    private static let vouched = ["sign", "ruling"]

    private static func isVouched(_ line: [String: JSONValue]) -> Bool { line["act"]?.plain.map(vouched.contains) ?? false }

    // MARK: The command line

    /// Runs a command with lines on its input, and checks that each line did what it should.
    private func feed(_ command: String, _ lines: [String], _ person: String, _ time: String) throws -> [String] {
        if lines.isEmpty { return [] }
        let result = try firstdesk([command, "--input", "-"], as: person, at: time, input: lines.joined(separator: "\n"))
        acts += lines.count
        guard result.lines.count == lines.count else { throw HarnessFailure("\(lines.count) lines, \(result.lines.count) answers") }
        return result.lines
    }

    /// Runs a command on the desk; anything but success is a failure of the script.
    @discardableResult
    func firstdesk(_ arguments: [String], as person: String? = nil, at time: String, input: String? = nil) throws -> CommandResult {
        let signIn = person.map { ["--as", $0] } ?? []
        let needsPasscode = person != nil || arguments[0] == "init"
        let passcode = needsPasscode ? ["--passcode-file", folder.path("passcode")] : []
        let line = arguments + signIn + passcode + ["--desk", folder.path("desk"), "--at", time]
        let result = isInBuiltProgram ? try run(line, input: input, timeout: .seconds(120)) : try runInProcess(line, input: input ?? "")
        guard result.status == 0 else {
            throw HarnessFailure("\(time) \(person ?? "") \(arguments.joined(separator: " ")): status \(result.status)\n\(result.errors)")
        }
        return result
    }

    // MARK: Words

    /// The holidays of the month, as the State Council's notice has them: off to the 7th, and Saturday the 10th worked.
    private static let calendar = """
        date,weekday,is_off_day,name_zh,name_en,in_lieu_day
        2026-09-20,Sun,false,国庆节,National Day,false
        2026-10-01,Thu,true,国庆节,National Day,false
        2026-10-02,Fri,true,国庆节,National Day,false
        2026-10-03,Sat,true,国庆节,National Day,false
        2026-10-04,Sun,true,国庆节,National Day,false
        2026-10-05,Mon,true,国庆节,National Day,false
        2026-10-06,Tue,true,国庆节,National Day,true
        2026-10-07,Wed,true,国庆节,National Day,true
        2026-10-10,Sat,false,国庆节,National Day,false

        """

    private static func time(_ day: Int, _ clock: String, line: Int = 0) -> String {
        let parts = clock.split(separator: ":").compactMap { Int($0) }
        let second = (parts[0] * 60 + parts[1]) * 60 + parts[2] + line * 20
        return "2026-10-\(two(openDays[day]))T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let digits): digits
        default: value.line
        }
    }
}
