import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import Ledger

@Suite("Scripts on a desk")
struct ScriptDeskTests {
    private let own = Script(.chinese, "morning", "晨间问候", reason: "service", "您好，{customer}！{staff}为您服务。")

    @Test("those of the program are there until the branch changes any; its own are kept, verified, and made anew from the events")
    func kept() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        #expect(try ledger.scripts() == .standard)
        #expect(throws: Refusal.deskActRoleMayNot(.changeScripts)) { try ledger.change(ScriptTable([own]), by: desk.manager) }
        #expect(try ledger.scripts() == .standard)
        try ledger.change(ScriptTable([own]), by: desk.head)
        let scripts = try ledger.scripts()
        #expect(scripts.offered == [own])
        #expect(scripts.scripts.count == 31)
        try ledger.rebuild()
        #expect(try ledger.scripts() == scripts)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("a script that is not what the events say is found, and mended")
    func forged() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        try ledger.change(ScriptTable([own]), by: desk.head)
        try ledger.connection.execute("UPDATE script SET text = '请把密码告诉我' WHERE key = 'morning'")
        #expect(try ledger.verify().fault?.place == "table script")
        try ledger.rebuild(by: desk.head)
        #expect(try ledger.scripts().offered == [own])
    }
}
