import ComplaintRules
import Ledger
import TerminalKit

/// What a desk that was just made still needs before it is of use, each a key away: until there are a complaint manager and a clerk, and, as long as
/// nothing was logged, a calendar (2-screens, First hour).
struct FirstHour: Equatable {
    private let hasStaff: Bool
    private let hasCalendar: Bool

    /// Nil where the desk has what it needs, or for somebody who cannot add it.
    init?(_ session: DeskSession) throws {
        guard session.whyNot(.addStaff) == nil else { return nil }
        hasStaff = !FirstHour.lacksStaff(session)
        hasCalendar = session.ledger.rules.calendar.lastKnownDay != nil
        if hasStaff, try hasCalendar || !session.ledger.rows(RegisterQuery(.everything), limit: 1).isEmpty { return nil }
    }

    /// Whether a complaint manager or a clerk is missing.
    static func lacksStaff(_ session: DeskSession) -> Bool {
        let roles = Set(session.ledger.rules.staff.all.filter { !$0.isRetired }.map(\.role))
        return !roles.isSuperset(of: [.complaintManager, .counter])
    }

    /// The keys of what comes next.
    func bindings(_ on: Binder<DeskScreen>) -> [Binding] {
        [
            on.form("a", .addStaff) { _, press in try press.session.opening(StaffSettings.adding(press.session)) },
            on.form("c", .loadCalendar, short: .firstCalendarShort) { _, press in
                try press.session.opening(CalendarSettings.loading(press.session))
            },
            on([.character("9")], SettingsScreen.title) { _, _ in .open(SettingsScreen()) },
        ]
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        let language = look.language
        grid.fill(area)
        var row = 0
        func put(_ text: String, _ role: TextRole) {
            grid.put(text, in: area.rows(from: row, count: 1).inset(columns: 3), role: role, ellipsis: look.glyphs.ellipsis)
            row += 1
        }
        put(language(.firstHourTitle), .heading)
        row += 1
        let steps: [(key: String, words: Phrase, isDone: Bool)] = [
            ("a", .firstStaff, hasStaff), ("c", .firstCalendar, hasCalendar), ("n", .firstComplaint, false),
        ]
        for (index, step) in steps.enumerated() {
            let sign = step.isDone ? look.glyphs.check : " "
            put("\(sign) \(index + 1)  \(step.key)  \(language(step.words))", step.isDone ? .dim : .text)
        }
        row += 1
        put(language(.firstHourMore), .dim)
    }
}

extension Phrase {
    fileprivate static let firstHourTitle = Phrase(en: "The desk is new. What comes next, each by its key:", zh: "投诉台已建好。接下来请按键办理：")
    fileprivate static let firstStaff = Phrase(
        en: "Add your staff: a complaint manager and a counter clerk at least.",
        zh: "添加人员：至少一名投诉管理人和一名柜员。"
    )
    fileprivate static let firstCalendar = Phrase(
        en: "Load public holidays from a file; can wait, 9 sets single days.",
        zh: "从文件载入节假日；可稍后办理，个别日期在 9 中设定。"
    )
    fileprivate static let firstComplaint = Phrase(en: "Log a first complaint.", zh: "登记第一件投诉。")
    fileprivate static let firstCalendarShort = Phrase.pageCalendar
    fileprivate static let firstHourMore = Phrase(
        en: "Press 9 for all other settings. To practise first, run \"firstdesk demo\".",
        zh: "营业时间、代码等其他设置请按 9。想先练习，可运行 firstdesk demo。"
    )
}
