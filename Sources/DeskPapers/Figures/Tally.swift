import ComplaintRules

/// What all measures came to in a span: of all cases, and of each key of each axis.
struct Tally {
    /// What all measures came to, for some cases.
    struct Group {
        /// By measure: how many cases, and the sum of their amounts.
        fileprivate(set) var counts = [Int](repeating: 0, count: FigureMeasure.all.count)
        fileprivate(set) var sums = [Int64](repeating: 0, count: FigureMeasure.all.count)
        /// By sample: the times, the shortest first.
        fileprivate(set) var times = [[Int64]](repeating: [], count: FigureSample.allCases.count)

        /// What the measure at a place came to; nil for one that is not counted in cases.
        func value(_ place: Int) -> FigureValue? {
            switch FigureMeasure.all[place].kind {
            case .count: return .count(counts[place])
            case .amount: return .amount(sums[place], of: counts[place])
            case .ratio(let part, let whole):
                func count(_ name: String) -> Int { FigureMeasure.place(of: name).map { counts[$0] } ?? 0 }
                return .ratio(count(part), of: whole.reduce(0) { $0 + count($1) })
            case .percentile(let rank, let sample):
                let times = times[sample.rawValue]
                return .time(Tally.percentile(rank, of: times), of: times.count)
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
    /// - Parameter axes: which are wanted; nil for all.
    init(of cases: [CaseFacts], in span: FiguresSpan, days: LocalDays, by wanted: Set<String>? = nil) {
        let measures = FigureMeasure.all
        let axes = FigureAxis.all.enumerated().filter { wanted?.contains($0.element.name) ?? true }
        // Groups by number while counting: no key is looked up twice for a case, and no group copied.
        var groups = [Group()]
        var numbers = [[String: Int]](repeating: [:], count: FigureAxis.all.count)
        var samples = [[(time: Int64, groups: [Int])]](repeating: [], count: FigureSample.allCases.count)
        for facts in cases {
            guard let counted = CountedCase(facts, in: span, days: days) else { continue }
            var hits: [(place: Int, amount: Int64)] = []
            for (place, measure) in measures.enumerated() {
                switch measure.kind {
                case .count(let isTrue): if isTrue(counted) { hits.append((place, 0)) }
                case .amount(let amount): if let amount = amount(counted) { hits.append((place, amount)) }
                case .ratio, .percentile, .book: continue
                }
            }
            if hits.isEmpty { continue }
            if counted.isReceived, let hour = counted.hour { hours[counted.weekday][hour] += 1 }
            var mine = [0]
            for (place, axis) in axes {
                for key in axis.keys(counted) {
                    let number = numbers[place][key] ?? groups.count
                    if number == groups.count {
                        numbers[place][key] = number
                        groups.append(Group())
                    }
                    mine.append(number)
                }
            }
            for group in mine {
                for hit in hits {
                    groups[group].counts[hit.place] += 1
                    groups[group].sums[hit.place] &+= hit.amount
                }
            }
            for sample in FigureSample.allCases { if let time = sample.of(counted) { samples[sample.rawValue].append((time, mine)) } }
        }
        // Put in order once, they are in order in every group.
        for (place, times) in samples.enumerated() {
            for (time, mine) in times.sorted(by: { $0.time < $1.time }) {
                for group in mine { groups[group].times[place].append(time) }
            }
        }
        all = groups[0]
        self.axes = numbers.map { $0.mapValues { groups[$0] } }
    }
}
