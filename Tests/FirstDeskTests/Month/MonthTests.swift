import Testing

@testable import firstdesk

@Suite("A month of a branch, through the command line")
struct MonthTests {
    private static let plan = MonthPlan(seed: 2610, openDays: ScriptedMonth.openDays.count, count: 297)

    @Test("Lived twice it is the same to the byte, whole, numbered without gaps, and every screen of its end is right")
    func month() async throws {
        let start = ContinuousClock.now
        // Two desks at once, each in a folder of its own.
        async let first = Task.detached { try LivedMonth(Self.plan) }.value
        async let second = Task.detached { try LivedMonth(Self.plan) }.value
        let (month, again) = try await (first, second)
        report("a month lived twice, \(month.acts) acts each", (ContinuousClock.now - start).milliseconds)
        #expect(month.list == again.list)
        #expect(month.cases == again.cases)
        #expect(month.book == again.book)
        #expect(month.due == again.due)
    }
}
