import DeskTestSupport
import Synchronization
import Testing

@testable import TerminalKit

@Suite("A list shows a window of many rows")
struct RowListTests {
    struct Item: Identifiable, Equatable, Sendable {
        var id: Int
    }

    /// Rows in order of their numbers, and a count of what was asked.
    final class Store {
        var ids: [Int]
        var asked = 0
        var largest = 0

        init(_ ids: [Int]) { self.ids = ids }

        func rows(_ request: RowList<Item>.Request) -> [Item] {
            asked += 1
            let found: ArraySlice<Int>
            switch request {
            case .first(let count): found = ids.prefix(count)
            case .last(let count): found = ids.suffix(count)
            case .after(let row, let count): found = ids[position(after: row.id)...].prefix(count)
            case .before(let row, let count): found = ids[..<position(of: row.id)].suffix(count)
            case .from(let row, let count): found = ids[position(of: row.id)...].prefix(count)
            }
            largest = max(largest, found.count)
            return found.map { Item(id: $0) }
        }

        private func position(of id: Int) -> Int { ids.firstIndex { $0 >= id } ?? ids.count }
        private func position(after id: Int) -> Int { ids.firstIndex { $0 > id } ?? ids.count }
    }

    private func list(_ store: Store, height: Int = 5) throws -> RowList<Item> {
        var list = RowList<Item>()
        try list.load(height: height, from: store.rows)
        return list
    }

    private func press(_ key: Key, _ times: Int = 1, in list: inout RowList<Item>, _ store: Store) throws {
        for _ in 0..<times { #expect(try list.handle(key, from: store.rows) == true) }
    }

    /// A row whose text another desk may change.
    struct Line: Identifiable, Equatable, Sendable {
        var id: Int
        var text = ""
    }

    /// The rows of a store of lines in the order of their numbers.
    private func source(_ lines: [Line]) -> RowList<Line>.Source {
        { request in
            switch request {
            case .first(let count): Array(lines.prefix(count))
            case .last(let count): lines.suffix(count)
            case .after(let row, let count): Array(lines.filter { $0.id > row.id }.prefix(count))
            case .before(let row, let count): lines.filter { $0.id < row.id }.suffix(count)
            case .from(let row, let count): Array(lines.filter { $0.id >= row.id }.prefix(count))
            }
        }
    }

    @Test("Rows that have not changed are not composed again, whatever is selected; a changed one is, and all are for another context")
    func drawnRows() throws {
        /// The rows whose text was asked for.
        final class Composed: Sendable { let ids = Mutex<[Int]>([]) }
        let composed = Composed()
        var lines = [10, 20, 30, 40, 50].map { Line(id: $0, text: "行 \($0)") }
        var list = RowList<Line>()
        try list.load(height: 4, from: source(lines))
        let drawn = DrawnRows<Line>()
        let columns = [
            Column<Line>("no", width: .fixed(4)) {
                let id = $0.id
                composed.ids.withLock { $0.append(id) }
                return String(id)
            }, Column<Line>("text", width: .flexible(minimum: 8)) { $0.text },
        ]
        /// Draws twice, anew and with what was kept, and gives the rows that were composed in the second drawing.
        func composedAgain(for context: String, columns width: Int = 20) throws -> [Int] {
            var (anew, kept) = (Grid(size: Size(columns: width, rows: 5)), Grid(size: Size(columns: width, rows: 5)))
            list.draw(into: &anew, in: anew.bounds, glyphs: .ascii, columns: columns, sign: { $0.id == 20 ? "!" : "" })
            composed.ids.withLock { $0 = [] }
            drawn.use(for: context)
            list.draw(into: &kept, in: kept.bounds, glyphs: .ascii, columns: columns, sign: { $0.id == 20 ? "!" : "" }, reusing: drawn)
            #expect(kept == anew)
            return composed.ids.withLock { $0 }
        }
        #expect(try composedAgain(for: "noon") == [10, 20, 30, 40])
        #expect(try composedAgain(for: "noon") == [])
        #expect(try list.handle(.down, from: source(lines)))
        #expect(try composedAgain(for: "noon") == [])
        lines[2].text = "e\u{301}"
        try list.refresh(from: source(lines), isMarking: true)
        #expect(try composedAgain(for: "noon") == [30])
        // Marks are kept with the frame that they belong to, so such a row is drawn each time.
        #expect(try composedAgain(for: "noon") == [30])
        #expect(try list.handle(.end, from: source(lines)))
        #expect(try composedAgain(for: "noon") == [30, 50])
        #expect(try composedAgain(for: "one o'clock") == [20, 30, 40, 50])
        #expect(try composedAgain(for: "one o'clock", columns: 30) == [20, 30, 40, 50])
    }

    @Test("What another desk brought or changed is marked until it is selected; what slid in is not")
    func marks() throws {
        var lines = [10, 20, 30, 40, 50, 60].map { Line(id: $0) }
        var list = RowList<Line>()
        try list.load(height: 4, from: source(lines))
        lines[2].text = "changed"
        lines.insert(Line(id: 15), at: 1)
        #expect(try list.refresh(from: source(lines), isMarking: true) == [30, 15])
        #expect(list.rows.map(\.id) == [10, 15, 20, 30])
        #expect(list.selectedID == 10)
        var grid = Grid(size: Size(columns: 12, rows: 4))
        let columns = [Column<Line>("", width: .fixed(4)) { String($0.id) }]
        list.draw(into: &grid, in: grid.bounds, glyphs: .ascii, columns: columns, hasHeader: false)
        #expect(
            grid.text() == """
                >  10
                  *15
                   20
                  *30      v
                """
        )
        // One goes away; 40 comes into the window and is no news.
        lines.removeAll { $0.id == 20 }
        #expect(try list.refresh(from: source(lines), isMarking: true).isEmpty)
        #expect(list.rows.map(\.id) == [10, 15, 30, 40])
        #expect(list.marked == [15, 30])
        _ = try list.handle(.down, from: source(lines))
        #expect(list.marked == [30])
        // After an act of one's own nothing is marked, and what is selected counts as seen.
        lines[1].text = "mine"
        #expect(try list.refresh(from: source(lines), isMarking: false).isEmpty)
        #expect(list.marked == [30])
        // The selected row changes under the cursor: the mark stands until a key is pressed there.
        lines[1].text = "theirs"
        #expect(try list.refresh(from: source(lines), isMarking: true) == [15])
        #expect(list.selectedID == 15)
        _ = try list.handle(.up, from: source(lines))
        #expect(list.marked == [30])
    }

    @Test("A ticked row keeps the sign beside its tick") func ticks() throws {
        var list = RowList<Line>()
        try list.load(height: 3, from: source([10, 20, 30].map { Line(id: $0) }))
        var grid = Grid(size: Size(columns: 12, rows: 3))
        list.draw(
            into: &grid,
            in: grid.bounds,
            glyphs: .ascii,
            columns: [Column<Line>("", width: .fixed(4)) { String($0.id) }],
            hasHeader: false,
            sign: { $0.id < 30 ? "!" : "" },
            isTicked: { $0.id > 10 }
        )
        let tick = Glyphs.ascii.check
        #expect(grid.text() == ">! 10\n !\(tick)20\n  \(tick)30")
    }

    @Test("It asks for a screenful and one, never for all")
    func window() throws {
        let store = Store(Array(0..<100_000))
        var list = try list(store, height: 20)
        #expect(list.rows.map(\.id) == Array(0..<20))
        #expect(store.largest == 21)
        try press(.end, in: &list, store)
        #expect(list.rows.map(\.id) == Array(99_980..<100_000))
        #expect(list.selectedID == 99_999)
        try press(.pageUp, 3, in: &list, store)
        try press(.up, 40, in: &list, store)
        try press(.home, in: &list, store)
        try press(.pageDown, 2, in: &list, store)
        try list.refresh(from: store.rows)
        #expect(store.largest <= 22)
        let before = store.asked
        try press(.down, 5, in: &list, store)
        #expect(store.asked == before)
    }

    @Test("Arrows move the selection and scroll by a row at the edges")
    func arrows() throws {
        let store = Store(Array(0..<8))
        var list = try list(store)
        #expect(list.isAtStart && !list.isAtEnd)
        try press(.down, 5, in: &list, store)
        #expect(list.selectedID == 5)
        #expect(list.rows.map(\.id) == [1, 2, 3, 4, 5])
        try press(.character("j"), 9, in: &list, store)
        #expect(list.selectedID == 7)
        #expect(list.rows.map(\.id) == [3, 4, 5, 6, 7])
        #expect(list.isAtEnd && !list.isAtStart)
        try press(.up, 4, in: &list, store)
        #expect(list.selectedID == 3)
        try press(.character("k"), 9, in: &list, store)
        #expect(list.selectedID == 0)
        #expect(list.isAtStart)
        #expect(try list.handle(.character("x"), from: store.rows) == false)
    }

    @Test("Pages move a screenful and end full")
    func pages() throws {
        let store = Store(Array(0..<12))
        var list = try list(store)
        try press(.down, in: &list, store)
        try press(.pageDown, in: &list, store)
        #expect(list.rows.map(\.id) == [5, 6, 7, 8, 9])
        #expect(list.selectedID == 6)
        try press(.pageDown, in: &list, store)
        #expect(list.rows.map(\.id) == [7, 8, 9, 10, 11])
        try press(.pageDown, in: &list, store)
        #expect(list.selectedID == 11)
        try press(.pageUp, 2, in: &list, store)
        #expect(list.rows.map(\.id) == [0, 1, 2, 3, 4])
        try press(.pageUp, in: &list, store)
        #expect(list.selectedID == 0)
    }

    @Test("The selected record keeps its row on the screen when others come and go")
    func refresh() throws {
        let store = Store(Array(stride(from: 0, to: 100, by: 10)))
        var list = try list(store)
        try press(.down, 3, in: &list, store)
        #expect(list.selectedID == 30)
        store.ids.insert(contentsOf: [25, 26, 27], at: 3)
        try list.refresh(from: store.rows)
        #expect(list.selectedID == 30)
        #expect(list.selectedIndex == 3)
        #expect(list.rows.map(\.id) == [25, 26, 27, 30, 40])
        store.ids.removeAll { $0 < 30 }
        try list.refresh(from: store.rows)
        #expect(list.selectedID == 30)
        #expect(list.rows.map(\.id) == [30, 40, 50, 60, 70])
        #expect(list.isAtStart)
    }

    @Test("If the selected record vanishes its neighbour is selected")
    func vanished() throws {
        let store = Store([1, 2, 3, 4, 5, 6])
        var list = try list(store)
        try press(.down, 2, in: &list, store)
        store.ids.removeAll { $0 == 3 }
        try list.refresh(from: store.rows)
        #expect(list.selectedID == 4)
        #expect(list.rows.map(\.id) == [1, 2, 4, 5, 6])
        try press(.end, in: &list, store)
        store.ids.removeLast()
        try list.refresh(from: store.rows)
        #expect(list.selectedID == 5)
        store.ids = []
        try list.refresh(from: store.rows)
        #expect(list.selected == nil)
        try press(.down, in: &list, store)
        try press(.pageDown, in: &list, store)
        try press(.end, in: &list, store)
        store.ids = [9]
        try list.refresh(from: store.rows)
        #expect(list.selectedID == 9)
    }

    @Test("Another height keeps the selection in sight")
    func resize() throws {
        let store = Store(Array(0..<30))
        var list = try list(store, height: 10)
        try press(.down, 8, in: &list, store)
        try list.resize(height: 4, from: store.rows)
        #expect(list.selectedID == 8)
        #expect(list.rows.count == 4)
        try list.resize(height: 12, from: store.rows)
        #expect(list.selectedID == 8)
        #expect(list.rows.count == 12)
        try press(.end, in: &list, store)
        try list.resize(height: 20, from: store.rows)
        #expect(list.rows.map(\.id) == Array(10..<30))
        #expect(list.selectedID == 29)
        try list.show(Item(id: 3), from: store.rows)
        #expect(list.selectedID == 3)
        #expect(list.rows.count == 20)
    }

    @Test("Random moves and changes keep window and selection sound")
    func random() throws {
        var random = SeededNumbers(seed: 9)
        let store = Store(Array(0..<40))
        var list = try list(store)
        let keys: [Key] = [
            .up, .down, .pageUp, .pageDown, .home, .end, .mouse(MouseEvent(kind: .wheelUp, point: Point(column: 0, row: 0))),
            .mouse(MouseEvent(kind: .wheelDown, point: Point(column: 0, row: 0))),
        ]
        for _ in 0..<4_000 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0:
                if !store.ids.isEmpty { store.ids.remove(at: Int.random(in: 0..<store.ids.count, using: &random)) }
                try list.refresh(from: store.rows)
            case 1:
                let id = Int.random(in: 0..<60, using: &random)
                if !store.ids.contains(id) {
                    store.ids.append(id)
                    store.ids.sort()
                }
                let kept = list.selectedID
                try list.refresh(from: store.rows)
                if let kept, store.ids.contains(kept) { #expect(list.selectedID == kept) }
            case 2: try list.resize(height: Int.random(in: 1..<12, using: &random), from: store.rows)
            default: _ = try list.handle(keys.randomElement(using: &random) ?? .up, from: store.rows)
            }
            let ids = list.rows.map(\.id)
            #expect(ids.count == min(list.height, store.ids.count))
            if let first = ids.first, let start = store.ids.firstIndex(of: first) {
                #expect(Array(store.ids[start...].prefix(ids.count)) == ids)
                #expect(list.selected?.id == list.selectedID)
                #expect(list.isAtStart == (start == 0))
                #expect(list.isAtEnd == (start + ids.count == store.ids.count))
            }
        }
    }

    @Test("It is drawn as a table whose columns line up, with signs beside the rows")
    func draw() throws {
        let store = Store([1, 2, 3, 4])
        var list = try list(store, height: 3)
        try press(.down, in: &list, store)
        var grid = Grid(size: Size(columns: 30, rows: 4))
        let columns: [Column<Item>] = [
            Column("No", width: .fixed(4), alignment: .trailing, text: { "\($0.id)" }),
            Column("What", width: .flexible(minimum: 6), text: { $0.id == 1 ? "排队四十分钟" : "Card kept by the machine" }),
            Column("Due", width: .fixed(5), text: { _ in "3 d" }),
        ]
        list.draw(into: &grid, in: grid.bounds, glyphs: .ascii, columns: columns, sign: { $0.id == 1 ? "!" : "" })
        #expect(
            grid.text() == """
                     No  What           Due
                 !    1  排队四十分钟   3 d
                >     2  Card kept by~  3 d
                      3  Card kept by~  3 d  v
                """
        )
        #expect(grid[Point(column: 20, row: 2)].role == .selected)
        list.draw(into: &grid, in: Rect(column: 0, row: 0, columns: 18, rows: 4), glyphs: .ascii, columns: columns)
        #expect(grid.text(row: 0).hasPrefix("     No  What"))
        #expect(list.click(Point(column: 3, row: 3), in: grid.bounds) == true)
        #expect(list.selectedID == 3)
        #expect(list.click(Point(column: 3, row: 0), in: grid.bounds) == false)
    }
}
