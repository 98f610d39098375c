@testable import firstdesk

/// A lived month, read once: what its checks look at.
struct MonthReading {
    /// The month.
    let month: LivedMonth
    /// A row of `list --json` each, in the order of logging.
    let rows: [JSONValue]
    /// All cases, as `show --json` has them.
    let cases: [JSONValue]
    /// All that happened, case by case.
    let events: [JSONValue]
    private let byNumber: [String: JSONValue]

    init(_ month: LivedMonth) throws {
        self.month = month
        rows = try month.list.map(LivedMonth.object)
        cases = try month.cases.map(LivedMonth.object)
        events = cases.flatMap { $0["events"]?.elements ?? [] }
        byNumber = Dictionary(cases.map { ($0["number"]?.plain ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What one act did on all cases.
    func events(_ act: String) -> [JSONValue] { events.filter { $0["act"]?.plain == act } }

    /// The case of that number; null where there is none.
    func shown(_ number: String) -> JSONValue { byNumber[number] ?? .null }
}
