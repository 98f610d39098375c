import ComplaintRules
import Glibc
import Testing

@testable import firstdesk

/// What takes long says from the first moment what is being done.
@Suite("A start that takes its time says so")
struct StartNoticeTests {
    /// What was written to the pipe, until nobody writes to it any more.
    private func told(_ body: (Console) -> Void) throws -> String {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        body(Console(language: .english, errors: ends[1]))
        close(ends[1])
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(ends[0], &bytes, bytes.count)
        return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
    }

    private static let words = Phrase(en: "Opening", zh: "正在打开")

    @Test("what is done at once says nothing") func quick() throws {
        #expect(try told { StartNotice($0, StartNoticeTests.words, after: 60_000, isTerminal: true).end() } == "")
    }

    @Test("what is not done in time is said, and taken away once it is done") func slow() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        let notice = StartNotice(Console(language: .english, errors: ends[1]), StartNoticeTests.words, after: 0, isTerminal: true)
        var bytes = [UInt8](repeating: 0, count: 4096)
        // It comes while the work goes on.
        let first = read(ends[0], &bytes, bytes.count)
        #expect(String(decoding: bytes[..<max(0, first)], as: UTF8.self) == "\rOpening")
        notice.end()
        close(ends[1])
        let rest = read(ends[0], &bytes, bytes.count)
        #expect(String(decoding: bytes[..<max(0, rest)], as: UTF8.self) == "\r       \r")
        close(ends[0])
    }

    @Test("where nobody reads it, it is not said") func noTerminal() throws {
        #expect(try told { StartNotice($0, StartNoticeTests.words, after: 0, isTerminal: false).end() } == "")
    }
}
