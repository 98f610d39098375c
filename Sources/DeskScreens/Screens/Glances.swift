import ComplaintRules
import Ledger
import TerminalKit

/// Looks at the cases of a list's rows. Those beside the selected row are read while nobody waits, so that the next arrow finds them there.
///
/// A look counts for the minute in which it was read, as times on screen do, and until the list is fetched anew.
final class Glances {
    /// By the case's id: the version of its row, which the reader may not see all of, and the look.
    private var kept: [Int64: (version: Int64, reading: CaseReading)] = [:]
    private var minute: Int64 = 0

    /// Forgets all: the list was fetched anew, for something changed.
    func forget() { kept = [:] }

    /// A look at the case of a row.
    ///
    /// - Throws: `Refusal.noSuchCase`, `.mayNotRead`; `LedgerError`.
    func reading(of row: RegisterRow, _ session: DeskSession) throws -> CaseReading {
        let now = session.now.milliseconds / 60_000
        if now != minute { (kept, minute) = ([:], now) }
        if let found = kept[row.id], found.version == row.version { return found.reading }
        let reading = try session.ledger.glance(at: row, by: try session.signedIn())
        kept[row.id] = (row.version, reading)
        return reading
    }

    /// Reads the rows right below and above the selected one, and keeps those in sight alone.
    func readAhead(in list: RowList<RegisterRow>, _ session: DeskSession) {
        let shown = Set(list.rows.map(\.id))
        kept = kept.filter { shown.contains($0.key) }
        for index in [list.selectedIndex + 1, list.selectedIndex - 1] where list.rows.indices.contains(index) {
            // What cannot be read now is asked for again, and told of, once it is selected.
            _ = try? reading(of: list.rows[index], session)
        }
    }
}
