import ComplaintRules
import TerminalKit

/// A tour of a practice desk: one thing to try at a time, said below the screen on which it is tried; it goes on once that was done, and can be left
/// at any time (2-screens, First hour).
struct Tour {
    /// One thing to try.
    struct Station: Sendable {
        /// What to do, and what for.
        let words: Phrase
        /// Whether it was done with that key.
        let isDone: @Sendable (DeskApp, Key) -> Bool
    }

    /// Rows that it takes from the screen.
    static let rows = 2

    /// Which of the stations it is at.
    private(set) var place = 0

    var station: Station? { Tour.stations.indices.contains(place) ? Tour.stations[place] : nil }

    mutating func goOn() { place += 1 }

    private static func shows<Shown: Screen>(_ type: Shown.Type) -> @Sendable (DeskApp, Key) -> Bool {
        { app, _ in app.overlay == nil && app.stack.last is Shown }
    }

    private static let showsList: @Sendable (DeskApp, Key) -> Bool = { app, _ in if case .palette = app.overlay { true } else { false } }

    /// The dozen of them, in their order.
    static let stations: [Station] = [
        Station(
            words: Phrase(
                en: "This is the Desk: what is due, nearest first. Press Down to go through it.",
                zh: "这是工作台：待办事项，最紧急的在前。按 ↓ 逐件浏览。"
            ),
            isDone: { _, key in key == .down || key == .character("j") }
        ),
        Station(
            words: Phrase(en: "Press Enter to open the selected case.", zh: "按 Enter 打开选中的投诉。"),
            isDone: shows(CaseScreen.self)
        ),
        Station(
            words: Phrase(
                en: "The customer's words, the clocks, and all that happened. Press PgDn to read on.",
                zh: "客户所述、时限和办理过程都在这里。按 PgDn 往下阅读。"
            ),
            isDone: { _, key in key == .pageDown || key == .character(" ") }
        ),
        Station(
            words: Phrase(
                en: "Press Enter for all that can be done with the case, and why the rest is not possible.",
                zh: "按 Enter 列出可办理的操作，以及其余操作不可办理的原因。"
            ),
            isDone: showsList
        ),
        Station(
            words: Phrase(
                en: "Esc always leads back and loses nothing. Press it until you are at the Desk.",
                zh: "Esc 总是返回，不丢失内容。按 Esc 回到工作台。"
            ),
            isDone: shows(DeskScreen.self)
        ),
        Station(
            words: Phrase(en: "A customer comes to the counter. Press n to log a complaint.", zh: "有客户前来投诉。按 n 登记。"),
            isDone: shows(LogScreen.self)
        ),
        Station(
            words: Phrase(
                en: "Type a name, Tab to what happened, and Ctrl-S to save; or Esc: what you typed is kept as a draft.",
                zh: "输入姓名，按 Tab 到“客户所述”，按 Ctrl-S 保存；或按 Esc，内容保留为草稿。"
            ),
            isDone: { app, _ in app.overlay == nil && !(app.stack.last is LogScreen) }
        ),
        Station(
            words: Phrase(en: "Every case stands in the registers. Press 2.", zh: "全部投诉都在登记簿中。按 2 打开。"),
            isDone: shows(RegistersScreen.self)
        ),
        Station(
            words: Phrase(
                en: "The comment book is reviewed every business day. Press 3 to see this month.",
                zh: "意见簿每个营业日都要查阅。按 3 查看本月情况。"
            ),
            isDone: shows(BookScreen.self)
        ),
        Station(
            words: Phrase(
                en: "The branch manager reads each entry to its end and signs. Press 4 for the queue.",
                zh: "网点负责人阅读全文后签字。按 4 查看待签字列表。"
            ),
            isDone: shows(SignOffScreen.self)
        ),
        Station(
            words: Phrase(en: "How the branch is doing, for any period: press 6.", zh: "各时段的统计数据：按 6 查看。"),
            isDone: shows(FiguresScreen.self)
        ),
        Station(
            words: Phrase(
                en: "Everything that FirstDesk can do is found by one key. Press : and type a word of it.",
                zh: "所有功能都可用一个键找到。按 : 再输入关键词。"
            ),
            isDone: showsList
        ),
        Station(
            words: Phrase(
                en: "F12 locks at once, for the next colleague. Try it and sign in again, or press F4: that was the tour.",
                zh: "F12 立即锁屏，便于同事接替。可试按并重新登录，或按 F4 结束导览。"
            ),
            isDone: { app, _ in app.lockedFor != nil }
        ),
    ]
}

extension DeskApp {
    /// Begins the tour, or passes over what is to be tried now.
    func goOnWithTour() {
        if tour == nil { tour = Tour() } else { tour?.goOn() }
        fitTour()
    }

    /// Ends the tour where one is.
    func leaveTour() {
        tour = nil
        fitTour()
    }

    /// Goes on once what was to be tried has been done.
    func noteTour(_ key: Key) {
        // The keys of the tour itself try nothing.
        guard key != .function(5), key != .function(4), let station = tour?.station, station.isDone(self, key) else { return }
        tour?.goOn()
        fitTour()
    }

    private func fitTour() {
        if let tour, tour.station == nil {
            self.tour = nil
            if message.text.isEmpty { message = MessageLine(language(.tourOver)) }
        }
        composed = nil
        attempt { try refreshScreen() }
    }

    /// Rows that the tour takes below the screen.
    var tourRows: Int { tour == nil || session?.actor == nil ? 0 : Tour.rows }

    /// What is to be tried now, on the rows below the screen.
    func drawTour(into grid: inout Grid) {
        guard tourRows > 0, let tour, let station = tour.station else { return }
        let place = Rect(column: 0, row: area.endRow, columns: size.columns, rows: Tour.rows)
        grid.fill(place, role: .practice)
        let text = language(.tourStation(tour.place + 1, of: Tour.stations.count, station.words))
        for (index, line) in TextWidth.wrap(text, to: size.columns - 2).prefix(Tour.rows).enumerated() {
            grid.put(String(line), at: Point(column: 1, row: place.row + index), role: .practice, columns: size.columns - 2)
        }
        // The words leave room for the keys on their second row.
        let keys = language(.tourKeys)
        let end = Point(column: size.columns - 1 - TextWidth.columns(of: keys), row: place.endRow - 1)
        grid.put(keys, at: end, role: .practice)
    }
}

extension Phrase {
    static let startTour = Phrase(en: "Take the tour", zh: "开始导览")
    static let skipStation = Phrase(en: "Next station of the tour", zh: "导览：下一步")
    static let leaveTour = Phrase(en: "Leave the tour", zh: "结束导览")
    static let tourOnPractice = Phrase(
        en: "The tour is on a practice desk: run \"firstdesk demo\".",
        zh: "导览仅在练习网点进行：请运行 firstdesk demo。"
    )
    static let tourOver = Phrase(en: "That was the tour. Press ? on any screen for its keys.", zh: "导览结束。在任何界面按 ? 查看按键。")
    fileprivate static func tourStation(_ number: Int, of count: Int, _ words: Phrase) -> Phrase {
        Phrase(en: "Tour \(number)/\(count): \(words.english)", zh: "导览 \(number)/\(count)：\(words.chinese)")
    }
    fileprivate static let tourKeys = Phrase(en: "F5 next  F4 leave", zh: "F5 下一步  F4 结束")
}
