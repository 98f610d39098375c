import DeskTestSupport
import Glibc
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Model answers on their page of the settings.
@Suite("Scripts in the settings, as text")
struct ScriptSettingsTests {
    private func stage(_ language: Language) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk.head)
        stage.press("9", "Shift-Tab")
        return stage
    }

    @Test("the scripts, those in the reader's language first") func english() throws {
        let stage = try stage(.english)
        stage.shows(
            """
            x
            """
        )
    }

    @Test("the same in Chinese, and what stands in one") func chinese() throws {
        let stage = try stage(.chinese)
        stage.shows(
            """
            x
            """
        )
        stage.press("Down", "Enter")
        stage.shows(
            """
            x
            """
        )
    }

    @Test("one is added, changed, offered no longer and again") func change() throws {
        let stage = try stage(.english)
        func scripts() throws -> [Script] { try stage.desk.ledger.scripts().scripts }
        stage.press("a")
        stage.press("Tab")
        stage.fill("waiting", "Coins", "Dear {customer}, we change {coins} for you.")
        stage.press("Ctrl-S")
        stage.expect("! There is a script \"waiting\" already. Choose another key.")
        stage.press("Ctrl-U")
        stage.type("coins")
        stage.press("Ctrl-S")
        stage.expect("! \"coins\": there is no blank {coins}. There are: {number},")
        stage.press("Ctrl-U")
        stage.type("Dear {customer}, we change coins for you.")
        stage.press("Ctrl-S")
        #expect(stage.message == "Added: Coins.")
        #expect(try scripts().last == Script(.english, "coins", "Coins", "Dear {customer}, we change coins for you."))
        stage.press("r", "Ctrl-S")
        #expect(stage.message == "\"Your complaint is logged\" is offered no longer.")
        stage.expect("not offered")
        #expect(try scripts()[0].isOffered == false)
        stage.press("r", "Ctrl-S")
        #expect(try scripts()[0].isOffered)
        stage.press("Enter", "Ctrl-U")
        stage.type("We have it")
        stage.press("Ctrl-S")
        #expect(stage.message == "\"We have it\" was changed.")
        #expect(try scripts()[0].title == "We have it")
    }

    @Test("a file of scripts is loaded; one with an unknown blank is refused by line") func load() throws {
        let stage = try stage(.chinese)
        let folder = try PracticeFolder.makeFolder()
        let path = "\(folder)/scripts.csv"
        defer {
            unlink(path)
            rmdir(folder)
        }
        try write("key,title,text\na,甲,您好\nb,乙,{姓名}\n", to: path)
        stage.press("l")
        stage.type(path)
        stage.press("Ctrl-S")
        stage.expect("! 第 3 行：“b”：没有 {姓名} 这一空位。可用：{number}、")
        try write("key,title,text\na,甲,您好\n", to: path)
        stage.press("Ctrl-S")
        #expect(stage.message == "已载入 1 条话术。")
        #expect(try stage.desk.ledger.scripts().offered.map(\.id) == ["zh a"])
    }

    private func write(_ text: String, to path: String) throws {
        let file = try #require(fopen(path, "w"))
        #expect(fputs(text, file) >= 0 && fclose(file) == 0)
    }

    @Test("nobody but the branch manager changes them, and that is told") func others() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.manager)
        stage.press("9", "Shift-Tab", "Enter")
        stage.expect("Only the branch manager may change the scripts.")
    }
}
