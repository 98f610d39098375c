/// The facts of a case as figures go through them by the ten thousand: words by their places among those of the source, and what there may be
/// several of by where it stands there, so that counting a case makes, copies and compares no text and no list.
public struct FigureRecord: Sendable {
    /// The case's id in its store.
    public var id: Int64
    /// A moment from which on nothing happens on it any more; later than all others while it is open.
    public var quietFrom: Moment
    /// When it was received.
    public var received = Moment(milliseconds: 0)
    /// How it came.
    public var channel = Channel.oral
    /// Whether it was dealt with elsewhere and is here as history.
    public var isHistory = false
    /// Whether history was answered in time; nil where its source does not know.
    public var wasKept: Bool?
    /// Who sent it on; nil where that is not known.
    public var sender: SenderKind?
    /// In what the answer that stands puts the customer right.
    public var relief: Relief?
    /// Whether the same customer or matter came before.
    public var isRepeat = false
    /// Whether there is a way to reach the customer.
    public var isReachable = false
    /// Whether the customer is vulnerable.
    public var isVulnerable = false
    /// Whether it came about since the needs of a vulnerable customer were failed.
    public var isVulnerabilityFailed = false
    /// The business type, a word.
    public var business: Int32 = 0
    /// The reason, a word.
    public var reason: Int32 = 0
    /// Where the business was done, a word.
    public var place: Int32 = 0
    /// Who was asked first, a word.
    public var firstResponder: Int32 = 0
    /// What it is about, where that is no member of staff, a word.
    public var department: Int32 = 0
    /// Where the members of staff whom it is about stand.
    public var subjects = 0..<0
    /// Where its turns stand, in order.
    public var turns = 0..<0
    /// Where its payments stand.
    public var payments = 0..<0
    /// Where the limits stand that were not met.
    public var breaches = 0..<0
    /// What the customer claims, in hundredths.
    public var claimed: Int64?
    /// What the answer that stands promises, in hundredths.
    public var promised: Int64?
    /// When the first limit towards the customer ran out; later than all others where none did.
    public internal(set) var firstBreach = Moment.never

    /// Makes the record of a case of which nothing is known.
    public init(id: Int64, quietFrom: Moment) { (self.id, self.quietFrom) = (id, quietFrom) }
}

extension Moment {
    /// Stands for what does not come: later than any moment, with room for sums.
    public static let never = Moment(milliseconds: 1 << 62)
}

/// All that figures are counted from: one look at the desk.
public struct FigureSource: Sendable {
    /// The cases to which something may have happened in the days asked for.
    public private(set) var cases: [FigureRecord] = []
    /// The words that they name.
    public var pool = WordPool()
    /// The staff whom cases are about, words, of all cases.
    public var subjects: [Int32] = []
    /// What happened, of all cases.
    public var turns: [Turn] = []
    /// What was paid, of all cases.
    public var payments: [Payment] = []
    /// The limits that were not met, of all cases.
    public var breaches: [Breach] = []
    /// The reviews of the comment book in those days.
    public let reviews: [Day: BookDay]
    /// The day on which the desk was made.
    public let founding: Day
    /// The first day of which the desk has a case: that of its founding, or an earlier one where history was imported.
    public let begins: Day

    /// Begins a source without cases.
    public init(reviews: [Day: BookDay], founding: Day, begins: Day? = nil) {
        (self.reviews, self.founding, self.begins) = (reviews, founding, begins ?? founding)
    }

    /// Takes in a case whose lists stand in the source already.
    public mutating func append(_ record: FigureRecord) {
        var record = record
        if !record.breaches.isEmpty { record.firstBreach = breaches[record.breaches].firstTowardsCustomer ?? .never }
        cases.append(record)
    }

    /// A word by its place.
    public func word(_ place: Int32) -> String { pool.words[Int(place)] }

    /// What happened on a case.
    public func turns(of record: FigureRecord) -> ArraySlice<Turn> { turns[record.turns] }

    /// The same with each code folded into the one at the top above it.
    public func folded(by codes: CodeTable) -> FigureSource {
        var source = self
        func tops(_ axis: Code.Axis) -> [Int32] {
            let pairs = codes.codes.filter { $0.axis == axis }.map { code in
                (source.pool.place(of: code.key), source.pool.place(of: codes.top(of: code.key, on: axis)))
            }
            var tops = source.pool.words.indices.map { Int32($0) }
            for (place, top) in pairs { tops[Int(place)] = top }
            return tops
        }
        let (businesses, reasons, places) = (tops(.business), tops(.reason), tops(.place))
        for index in cases.indices {
            let record = cases[index]
            source.cases[index].business = businesses[Int(record.business)]
            source.cases[index].reason = reasons[Int(record.reason)]
            source.cases[index].place = places[Int(record.place)]
        }
        return source
    }
}
