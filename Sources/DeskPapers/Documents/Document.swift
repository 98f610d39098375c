import ComplaintRules

/// A paper, before it has a form: what stands on it in which order, in the words of one language. Each format puts that in its own way and adds
/// nothing. It is kept (`Codable`) where a paper is to be shown again as it was.
public struct Document: Codable, Equatable, Sendable {
    /// The title.
    public var title: String
    /// The language that it is in.
    public var language: Language
    /// Whether it comes from a practice desk, and says so on every page.
    public var isPractice: Bool
    /// Whether the sheet lies on its side.
    public var isLandscape = false
    /// What stands at the head of its second page and all further ones; nil for the title.
    public var runningHead: String?
    /// What stands on it.
    public var blocks: [Block]

    /// Makes a document.
    public init(_ title: String, _ language: Language, isPractice: Bool, isLandscape: Bool = false, _ blocks: [Block] = []) {
        (self.title, self.language, self.isPractice, self.isLandscape) = (title, language, isPractice, isLandscape)
        self.blocks = blocks
    }
}

/// A part of a document.
public enum Block: Codable, Equatable, Sendable {
    /// The heading of what follows.
    case heading(String)
    /// A text of our own, or somebody's words: line breaks stay.
    case text(String)
    /// A text beside the matter, smaller.
    case note(String)
    /// What is known, behind its labels, in a frame.
    case fields([Field])
    /// Rows under headings.
    case table(Table)
    /// Bars, one a row, from zero.
    case bars(BarChart)
    /// Columns beside each other, for a course of months.
    case columns(ColumnChart)
    /// Counts by weekday and hour.
    case heat(HeatMap)
    /// Room for signatures and stamps, each behind its label.
    case signatures([String])
    /// A text to be read from afar: the notice's telephone number.
    case large(String)
    /// What follows begins a new page.
    case newPage

    /// Something known, behind its label.
    public struct Field: Codable, Equatable, Sendable {
        /// The label.
        public let label: String
        /// What is known; empty where there is room to write it by hand.
        public let value: String
        /// Whether it takes the whole width, whatever its length.
        public let isWide: Bool

        /// Makes a field.
        public init(_ label: String, _ value: String, wide: Bool = false) {
            (self.label, self.value, isWide) = (label, value, wide)
        }
    }

    /// Rows under headings, which stand again on every page.
    public struct Table: Codable, Equatable, Sendable {
        /// A column.
        public struct Column: Codable, Equatable, Sendable {
            /// Its heading.
            public let heading: String
            /// How wide it is beside the others, in ems of a sheet.
            public let weight: Int
            /// Whether numbers stand in it, to the right.
            public let isNumber: Bool

            /// Makes a column.
            public init(_ heading: String, _ weight: Int, number: Bool = false) {
                (self.heading, self.weight, isNumber) = (heading, weight, number)
            }
        }

        /// The columns.
        public let columns: [Column]
        /// The rows, each with a cell a column.
        public let rows: [[String]]

        /// Makes a table.
        public init(_ columns: [Column], _ rows: [[String]]) { (self.columns, self.rows) = (columns, rows) }

        /// The table, in which a row says so where there is none.
        func orNone(_ language: Language) -> Table {
            guard rows.isEmpty else { return self }
            let none = language(Phrase(en: "None", zh: "无"))
            return Table(columns, [[none] + columns.dropFirst().map { _ in "" }])
        }
    }

    /// Bars, one a row, from zero, with the numbers before them.
    public struct BarChart: Codable, Equatable, Sendable {
        /// One bar.
        public struct Bar: Codable, Equatable, Sendable {
            /// What it is of.
            public let label: String
            /// How long it is.
            public let count: Int
            /// Numbers beside it; nil where nothing is known.
            public let others: [Int?]
            /// Where the usual stands; nil where that is not known.
            public let usual: Double?
            /// A word behind it.
            public let mark: String

            /// Makes a bar.
            public init(_ label: String, _ count: Int, others: [Int?] = [], usual: Double? = nil, mark: String = "") {
                (self.label, self.count, self.others, self.usual, self.mark) = (label, count, others, usual, mark)
            }
        }

        /// The headings: of the labels, of the count, of the others.
        public let headings: [String]
        /// What the mark in the bars says; empty where there is none.
        public let legend: String
        /// The bars, the longest first.
        public let bars: [Bar]
        /// The line below them all.
        public let total: Bar?

        /// Makes a chart.
        public init(_ headings: [String], legend: String = "", _ bars: [Bar], total: Bar? = nil) {
            (self.headings, self.legend, self.bars, self.total) = (headings, legend, bars, total)
        }
    }

    /// Columns beside each other.
    public struct ColumnChart: Codable, Equatable, Sendable {
        /// One column.
        public struct Column: Codable, Equatable, Sendable {
            /// What it is of.
            public let label: String
            /// How high it is.
            public let count: Int
            /// Whether it is not yet whole.
            public let isUnfinished: Bool

            /// Makes a column.
            public init(_ label: String, _ count: Int, isUnfinished: Bool = false) {
                (self.label, self.count, self.isUnfinished) = (label, count, isUnfinished)
            }
        }

        /// What it shows.
        public let title: String
        /// The columns.
        public let columns: [Column]

        /// Makes a chart.
        public init(_ title: String, _ columns: [Column]) {
            (self.title, self.columns) = (title, columns)
        }
    }

    /// Counts by two things at once.
    public struct HeatMap: Codable, Equatable, Sendable {
        /// One row.
        public struct Row: Codable, Equatable, Sendable {
            /// What it is of.
            public let label: String
            /// The count in each column.
            public let counts: [Int]

            /// Makes a row.
            public init(_ label: String, _ counts: [Int]) { (self.label, self.counts) = (label, counts) }
        }

        /// What it shows.
        public let title: String
        /// The headings of the columns.
        public let columns: [String]
        /// The rows.
        public let rows: [Row]

        /// Makes a map.
        public init(_ title: String, _ columns: [String], _ rows: [Row]) {
            (self.title, self.columns, self.rows) = (title, columns, rows)
        }

        /// The count from which on a cell is one of the fullest tenth; nothing is where all are alike.
        var topDecile: Int {
            let counts = rows.flatMap(\.counts).filter { $0 > 0 }.sorted()
            guard let least = counts.first, let most = counts.last, most > least else { return .max }
            return counts[(counts.count * 9) / 10]
        }
    }
}
