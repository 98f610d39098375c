import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// A tour of a practice desk goes through a dozen stations and can be left at any of them.
@Suite("The tour")
struct TourTests {
    private func stage(_ language: Language = .english, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        try stage.fourCases()
        stage.enter(as: stage.desk.manager)
        stage.press("F5")
        return stage
    }

    @Test("each station goes on once what it names was done") func stations() throws {
        let stage = try stage()
        stage.expect("Tour 1/13: This is the Desk")
        stage.press("Down")
        stage.expect("Tour 2/13: Press Enter to open")
        stage.press("Enter")
        stage.expect("Tour 3/13")
        stage.press("PgDn")
        stage.expect("Tour 4/13")
        stage.press("Enter")
        stage.expect("Tour 5/13: Esc always leads back")
        stage.press("Esc", "Esc")
        stage.expect("Tour 6/13")
        stage.press("n")
        stage.expect("Tour 7/13: Type a name")
        stage.type("Ms Lane")
        stage.press("Esc")
        stage.expect("Tour 8/13")
        stage.press("2")
        stage.expect("Tour 9/13")
        stage.press("3")
        stage.expect("Tour 10/13")
        stage.press("4")
        stage.expect("Tour 11/13")
        stage.press("6")
        stage.expect("Tour 12/13")
        stage.press(":")
        stage.expect("Tour 13/13")
        stage.press("Esc", "F12")
        stage.expectNot("Tour")
        stage.enter(as: stage.desk.manager)
        stage.expectNot("Tour")
    }

    @Test("F5 passes over a station, F4 leaves the tour, and the screen has its rows again", arguments: [Language.english, .chinese])
    func leave(language: Language) throws {
        let stage = try stage(language)
        let title = language == .english ? "Tour" : "导览"
        stage.press("F5", "F5")
        stage.expect("\(title) 3/13")
        #expect(stage.app.area.rows == 16)
        stage.press("F4")
        stage.expectNot(title)
        #expect(stage.app.area.rows == 18)
        for _ in 1...13 { stage.press("F5") }
        stage.expect("\(title) 13/13")
        stage.press("F5")
        stage.expectNot("\(title) 1")
    }

    @Test("every station fits on its two rows, in both languages", arguments: [Language.english, .chinese])
    func fits(language: Language) throws {
        let stage = try stage(language)
        for number in 1...Tour.stations.count {
            stage.expectWithinBounds()
            let place = stage.app.area.endRow
            let end = language == .english ? "F4 leave" : "F4 结束"
            #expect((stage.row(place) + stage.row(place + 1)).hasSuffix(end), "station \(number)")
            stage.press("F5")
        }
    }

    @Test("on a live desk there is none, and F5 says where it is") func live() throws {
        let folder = try PracticeFolder.makeFolder()
        defer { PracticeFolder.clear(folder) }
        let stage = DeskOnStage(firstRunIn: folder, beside: try PracticeFolder(language: .english), .english)
        FirstHourTests.found(stage, .english)
        stage.press("F5")
        #expect(stage.message == "! The tour is on a practice desk: run \"firstdesk demo\".")
    }
}
