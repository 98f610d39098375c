import Testing

@testable import firstdesk

@Suite("firstdesk figures")
struct FiguresCommandTests {
    @Test("A month's report is recorded as issued once, by a manager, when the month has ended")
    func issued() throws {
        let desk = try CommandDesk(at: "2026-11-06T09:00:00+08:00")
        let clerk = try desk.run("figures", "--period", "2026-10", "--issued", as: "1003")
        #expect(clerk.status == 1)
        let early = try desk.run("figures", "--period", "2026-11", "--issued", as: "1002")
        #expect(early.status == 1)
        let done = try desk.run("figures", "--period", "2026-10", "--issued", as: "1002")
        #expect(done.status == 0, "\(done.errors)")
        #expect(done.errors == "The report for 2026-10 is recorded as issued.\n")
        #expect(try desk.run("figures", "--period", "2026-10", "--issued", as: "1002").status == 1)
        #expect(try desk.run("figures", "--period", "October", "--issued", as: "1002").status == 2)
        #expect(try desk.run("figures", "--period", "2026-10", as: "1002").status == 2)
        #expect(try desk.run("verify").status == 0)
    }
}
