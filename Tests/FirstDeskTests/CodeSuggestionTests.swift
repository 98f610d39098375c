import Glibc
import TableFiles
import Testing

@testable import ComplaintRules

/// How often the suggested codes hold the right one, on complaints that nobody wrote for this program: trained on the older four fifths of the
/// narratives of the CFPB's sample, asked about the newest fifth. The figures stand in the README.
@Suite("The suggested codes, measured")
struct CodeSuggestionTests {
    private static let file = "\(SourceTree.root)/../shared/data/cfpb_complaints.csv"
    private static let isThere = access(file, R_OK) == 0

    private struct Narrative {
        let received: String
        let id: Int
        let text: String
        let codes: [String]
    }

    /// The complaints that have a narrative, the oldest first, with product and issue.
    private func narratives() throws -> [Narrative] {
        let table = TableFile(try TextSource(path: CodeSuggestionTests.file, .said(.utf8)))
        let wanted = ["Date received", "Complaint ID", "Consumer complaint narrative", "Product", "Issue"]
        let header = try table.header { names in
            let known = names.count { wanted.contains($0) }
            return (known, known == wanted.count)
        }
        let places = try #require(header).fields.enumerated().reduce(into: [:]) { $0[$1.element] = $1.offset }
        var found: [Narrative] = []
        while let row = try table.next() {
            guard case .record(let record) = row else { continue }
            let fields = try wanted.map { record.fields[try #require(places[$0])] }
            guard !fields[2].isBlank else { continue }
            found.append(Narrative(received: fields[0], id: try #require(Int(fields[1])), text: fields[2], codes: [fields[3], fields[4]]))
        }
        return found.sorted { ($0.received, $0.id) < ($1.received, $1.id) }
    }

    @Test(
        "right among the first three, beside always offering the three commonest",
        .enabled(if: isThere, "the CFPB's sample is not beside the sources"),
        arguments: [(0, 196, 171), (1, 150, 131)]
    )
    func measured(axis: Int, suggested: Int, commonest: Int) throws {
        let all = try narratives()
        let older = all.prefix(all.count * 4 / 5)
        let newer = all.dropFirst(older.count)
        #expect(newer.count == 205)
        var (model, cases) = (CodeModel(), [String: Int]())
        for narrative in older {
            model.learn(narrative.text, as: narrative.codes[axis])
            cases[narrative.codes[axis], default: 0] += 1
        }
        let codes = cases.keys.sorted { (cases[$1, default: 0], $0) < (cases[$0, default: 0], $1) }
        let hits = newer.count { model.likeliest(for: $0.text, among: codes).contains($0.codes[axis]) }
        let base = newer.count { codes.prefix(3).contains($0.codes[axis]) }
        #expect(hits == suggested)
        #expect(base == commonest)
    }
}
