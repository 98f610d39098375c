import ComplaintRules
import Ledger

/// Why the cases in sight are among what was found: the lines that answer the search, each looked for once.
struct FoundLines: Sendable {
    /// What all lines depend on.
    private struct Question: Hashable {
        let typed: String
        let language: Language
        let columns: Set<RegisterColumn>
    }

    /// What is sought; nil where nothing is.
    private(set) var sought: SoughtWords?
    private var question: Question?
    private var lines: [Int64: (version: Int64, passage: FoundPassage?)] = [:]

    /// The line of a case; nil where its row says already why it is there.
    subscript(row: RegisterRow) -> FoundPassage? { lines[row.id]?.passage }

    /// Looks for the lines of some rows, and forgets those of others.
    ///
    /// - Parameter columns: the columns that are shown beside the customer's words.
    mutating func find(_ typed: String, in rows: [RegisterRow], beside columns: Set<RegisterColumn>, _ session: DeskSession) throws {
        let asked = Question(typed: typed, language: session.language, columns: columns)
        if asked != question {
            (question, lines) = (asked, [:])
            sought = typed.isBlank ? nil : SoughtWords(typed, naming: session.ledger.rules.codes.codes, in: session.ledger.rules.areaCode)
        }
        guard let sought, let reader = session.acting else {
            lines = [:]
            return
        }
        // Contacts stay masked: a line is no place to show one.
        let words = CaseWords(session.language, session.ledger.rules, showsContacts: false, arrow: session.glyphs.arrowRight)
        var found: [Int64: (version: Int64, passage: FoundPassage?)] = [:]
        for row in rows {
            if let known = lines[row.id], known.version == row.version {
                found[row.id] = known
                continue
            }
            let passage = try session.ledger.passage(
                answering: sought,
                in: row,
                beside: FoundLines.texts(of: row, in: columns, session.language),
                by: reader,
                in: words
            )
            found[row.id] = (row.version, passage)
        }
        lines = found
    }

    /// What a row shows beside the customer's words that is searched for too.
    private static func texts(of row: RegisterRow, in columns: Set<RegisterColumn>, _ language: Language) -> [String] {
        [
            (RegisterColumn.number, row.number), (.customer, row.customer), (.channel, language(row.channel.shortLabel)),
            (.about, row.about),
        ].filter { columns.contains($0.0) }.map(\.1)
    }
}
