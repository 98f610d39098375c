extension RowList where Row: Equatable {
    /// Fetches the window anew and marks what came or changed since it was fetched last (2-screens rule 2), where another desk wrote.
    ///
    /// A row that only slid into the window because another went away is not marked. Without `isMarking`, after an act of one's own, nothing
    /// is marked, and the selected row counts as seen.
    ///
    /// - Returns: the rows marked by this.
    @discardableResult
    public mutating func refresh(from source: Source, isMarking: Bool) throws -> Set<Row.ID> {
        let old = rows
        let (wasAtStart, wasAtEnd) = (isAtStart, isAtEnd)
        try refresh(from: source)
        guard isMarking else {
            if let selectedID { marked.remove(selectedID) }
            return []
        }
        let known = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let first = wasAtStart ? rows.startIndex : rows.firstIndex { known[$0.id] != nil } ?? rows.endIndex
        let last = wasAtEnd ? rows.endIndex : rows.lastIndex { known[$0.id] != nil } ?? rows.startIndex
        var new: Set<Row.ID> = []
        for (index, row) in rows.enumerated() {
            if let before = known[row.id] {
                if before != row { new.insert(row.id) }
            } else if index >= first, index < last {
                new.insert(row.id)
            }
        }
        marked.formUnion(new)
        return new
    }
}
