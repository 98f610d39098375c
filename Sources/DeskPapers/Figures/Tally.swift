import ComplaintRules

/// What all measures came to in a span: of all cases, and of each key of each axis.
struct Tally {
    /// What all measures came to, for some cases.
    struct Group {
        /// By measure: how many cases, and the sum of their amounts.
        var counts = [Int](repeating: 0, count: FigureMeasure.all.count)
        var sums = [Int64](repeating: 0, count: FigureMeasure.all.count)
        /// By sample: the times, the shortest first.
        var times = [[Int64]](repeating: [], count: FigureSample.allCases.count)

        /// What the measure at a place came to; nil for one that is not counted in cases.
        ///
        /// - Parameter sizes: how large the branch was at the span's end, as far as it is known.
        func value(_ place: Int, _ sizes: [BranchSize: Int]) -> FigureValue? {
            switch FigureMeasure.all[place].kind {
            case .count: return .count(counts[place])
            case .amount: return .amount(sums[place], of: counts[place])
            case .ratio(let part, let whole):
                func count(_ name: String) -> Int { FigureMeasure.place(of: name).map { counts[$0] } ?? 0 }
                return .ratio(count(part), of: whole.reduce(0) { $0 + count($1) })
            case .percentile(let rank, let sample):
                let times = times[sample.rawValue]
                return .time(Tally.percentile(rank, of: times), of: times.count)
            case .rate(let name, let per, let size):
                guard let whole = sizes[size], whole > 0, let part = FigureMeasure.place(of: name).map({ counts[$0] }) else {
                    return .rate(nil)
                }
                // To the nearest hundredth, a half up.
                return .rate((Int64(part) * Int64(per) * 200 + Int64(whole)) / (2 * Int64(whole)))
            case .book: return nil
            }
        }
    }

    /// All cases.
    private(set) var all = Group()
    /// By axis: what falls under each key.
    private(set) var axes = [[String: Group]](repeating: [:], count: FigureAxis.all.count)
    /// How many were received at each hour of each weekday.
    private(set) var hours = [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)

    /// Of times in order, the one such that `rank` per cent are as long or shorter: nearest rank. Nil where there are none.
    static func percentile(_ rank: Int, of times: [Int64]) -> Int64? {
        times.isEmpty ? nil : times[max(0, (rank * times.count + 99) / 100 - 1)]
    }

    /// Counts.
    ///
    /// A year has tens of thousands of cases, and each falls into more than a dozen groups: what is asked is taken out of its tables once, and
    /// all counts stand in one row of numbers, so that nothing is copied, looked up twice or counted in references for a case.
    ///
    /// - Parameter axes: which are wanted; nil for all.
    init(of cases: [CaseFacts], in span: FiguresSpan, days: LocalDays, by wanted: Set<String>? = nil) {
        let measures = FigureMeasure.all
        var counts: [Asked<Bool>] = []
        var amounts: [Asked<Int64?>] = []
        for (place, measure) in measures.enumerated() {
            switch measure.kind {
            case .count(let isTrue): counts.append(Asked(place: place, of: isTrue))
            case .amount(let amount): amounts.append(Asked(place: place, of: amount))
            case .ratio, .percentile, .book, .rate: continue
            }
        }
        var (single, several): ([Asked<String>], [Asked<[String]>]) = ([], [])
        for (place, axis) in FigureAxis.all.enumerated() where wanted?.contains(axis.name) ?? true {
            switch axis.keys {
            case .one(let key): single.append(Asked(place: place, of: key))
            case .several(let keys): several.append(Asked(place: place, of: keys))
            }
        }
        var board = Board(measures: measures.count)
        var (hits, sums, mine): ([Int], [(place: Int, amount: Int64)], [Int]) = ([], [], [])
        for index in cases.indices {
            guard let counted = CountedCase(cases[index], in: span, days: days) else { continue }
            hits.removeAll(keepingCapacity: true)
            sums.removeAll(keepingCapacity: true)
            for count in counts where count.of(counted) { hits.append(count.place) }
            for sum in amounts { if let amount = sum.of(counted) { sums.append((sum.place, amount)) } }
            if hits.isEmpty, sums.isEmpty { continue }
            if counted.isReceived, let hour = counted.hour { hours[counted.weekday][hour] += 1 }
            mine.removeAll(keepingCapacity: true)
            mine.append(0)
            for axis in single { mine.append(board.group(of: axis.of(counted), on: axis.place)) }
            for axis in several { for key in axis.of(counted) { mine.append(board.group(of: key, on: axis.place)) } }
            board.add(hits, sums, to: mine)
            for sample in FigureSample.allCases {
                if let time = sample.of(counted) { board.take(time, sample, of: mine) }
            }
        }
        let groups = board.groups()
        all = groups[0]
        self.axes = board.numbers.map { $0.mapValues { groups[$0] } }
    }
}

/// What is asked of every case for the measure, or the axis, at a place among all.
private struct Asked<Answer> {
    let place: Int
    let of: @Sendable (CountedCase) -> Answer
}

/// The counts of all groups while they are counted.
private struct Board {
    /// By axis and key, the number of its group; the first is of all cases.
    private(set) var numbers = [[String: Int]](repeating: [:], count: FigureAxis.all.count)
    private let measures: Int
    private var groupCount = 1
    /// A group behind the other, each with a number for every measure.
    private var counts: [Int]
    private var sums: [Int64]
    /// By sample: the times, and where the groups of their case stand among `members`.
    private var times = [[(time: Int64, members: Range<Int>)]](repeating: [], count: FigureSample.allCases.count)
    private var members: [Int] = []

    init(measures: Int) {
        self.measures = measures
        counts = [Int](repeating: 0, count: measures)
        sums = [Int64](repeating: 0, count: measures)
    }

    /// The number of the group of a key, a new one where it is the first of that key.
    mutating func group(of key: String, on axis: Int) -> Int {
        if let number = numbers[axis][key] { return number }
        numbers[axis][key] = groupCount
        groupCount += 1
        counts += [Int](repeating: 0, count: measures)
        sums += [Int64](repeating: 0, count: measures)
        return groupCount - 1
    }

    /// Counts a case in its groups.
    mutating func add(_ hits: [Int], _ amounts: [(place: Int, amount: Int64)], to groups: [Int]) {
        for group in groups {
            let start = group * measures
            for hit in hits { counts[start + hit] += 1 }
            for (place, amount) in amounts {
                counts[start + place] += 1
                sums[start + place] &+= amount
            }
        }
    }

    /// Takes a time of a case in.
    mutating func take(_ time: Int64, _ sample: FigureSample, of groups: [Int]) {
        let start = members.count
        members += groups
        times[sample.rawValue].append((time, start..<members.count))
    }

    /// All groups, by their numbers.
    func groups() -> [Tally.Group] {
        var ordered = [[[Int64]]](repeating: [[Int64]](repeating: [], count: groupCount), count: times.count)
        // Put in order once, they are in order in every group.
        for (place, times) in times.enumerated() {
            for (time, range) in times.sorted(by: { $0.time < $1.time }) {
                for member in range { ordered[place][members[member]].append(time) }
            }
        }
        return (0..<groupCount).map { group in
            let range = group * measures..<(group + 1) * measures
            return Tally.Group(counts: Array(counts[range]), sums: Array(sums[range]), times: ordered.map { $0[group] })
        }
    }
}
