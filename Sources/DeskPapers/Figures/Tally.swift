import ComplaintRules

/// What all measures came to in a span: of all cases, and of each key of each axis.
struct Tally {
    /// What all measures came to, for some cases.
    struct Group {
        /// By measure: how many cases.
        var counts = [Int](repeating: 0, count: FigureMeasure.all.count)
        /// By measure: the sum of their amounts, or the time at the measure's rank among theirs.
        var sums = [Int64](repeating: 0, count: FigureMeasure.all.count)

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
            case .percentile: return .time(counts[place] == 0 ? nil : sums[place], of: counts[place])
            case .rate(let name, let per, let size):
                guard let whole = sizes[size], whole > 0, let part = FigureMeasure.place(of: name).map({ counts[$0] }) else {
                    return .rate(nil)
                }
                // To the nearest hundredth, a half up.
                return .rate((Int64(part) * Int64(per) * 200 + Int64(whole)) / (2 * Int64(whole)))
            case .book: return nil
            }
        }

        /// What all measures came to, by their places.
        func values(_ sizes: [BranchSize: Int]) -> [FigureValue?] { FigureMeasure.all.indices.map { value($0, sizes) } }
    }

    /// How much of the axes is counted: all measures, or no more than stands beside them.
    enum Depth {
        case whole
        /// How many were received, and how many of these are new matters.
        case received
    }

    /// All cases.
    let all: Group
    /// By axis: what falls under each key.
    let axes: [[String: Group]]
    /// How many were received at each hour of each weekday.
    private(set) var hours = [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)

    /// Where the nearest rank stands among so many: the one that `rank` per cent of them reach no further than, counted from 1.
    static func place(of rank: Int, among count: Int) -> Int { max(1, (rank * count + 99) / 100) }

    /// Counts.
    ///
    /// A year has tens of thousands of cases, and each falls into more than a dozen groups: what is asked is taken out of its tables once, and
    /// all counts stand in one row of numbers, so that nothing is copied, looked up or counted in references for a case.
    ///
    /// - Parameter axes: which are wanted; nil for all.
    init(of source: FigureSource, in span: FiguresSpan, days: LocalDays, to depth: Depth = .whole, by wanted: Set<String>? = nil) {
        let measures = FigureMeasure.all
        var (counts, amounts): ([Count], [Sum]) = ([], [])
        var ranks = [[(place: Int, rank: Int)]](repeating: [], count: FigureSample.allCases.count)
        for (place, measure) in measures.enumerated() {
            switch measure.kind {
            case .count(let isTrue): counts.append(Count(place: place, of: isTrue))
            case .amount(let amount): amounts.append(Sum(place: place, of: amount))
            case .percentile(let rank, let sample): ranks[sample.rawValue].append((place, rank))
            case .ratio, .book, .rate: continue
            }
        }
        let few = ["received", "newMatters"].compactMap(FigureMeasure.place)
        var board = Board(source, measures: measures.count, wanted)
        var times = [[Timed]](repeating: [], count: FigureSample.allCases.count)
        // The groups of the cases that have a time, one case behind the other.
        var members: [Int] = []
        var (hits, sums, mine): ([Int], [(place: Int, amount: Int64)], [Int]) = ([], [], [])
        let (cases, subjects) = (source.cases.span, source.subjects.span)
        let (turns, payments, breaches) = (source.turns.span, source.payments.span, source.breaches.span)
        for index in cases.indices {
            guard let counted = CountedCase(cases[index], turns, payments, breaches, in: span, days: days) else { continue }
            hits.removeAll(keepingCapacity: true)
            sums.removeAll(keepingCapacity: true)
            for count in counts where count.of(counted) { hits.append(count.place) }
            for sum in amounts { if let amount = sum.of(counted) { sums.append((sum.place, amount)) } }
            if hits.isEmpty, sums.isEmpty { continue }
            if counted.isReceived, let hour = counted.hour { hours[counted.weekday][hour] += 1 }
            mine.removeAll(keepingCapacity: true)
            mine.append(0)
            if depth == .whole { board.addGroups(of: counted, subjects, to: &mine) }
            let isTimed = counted.elapsed != nil
            for sample in FigureSample.allCases {
                guard let time = sample.of(counted) else { continue }
                times[sample.rawValue].append(Timed(time: time, members: members.count..<members.count + mine.count))
                for (place, _) in ranks[sample.rawValue] { hits.append(place) }
            }
            if isTimed { members += mine }
            board.add(hits, sums, to: mine)
            if depth == .received {
                mine.removeAll(keepingCapacity: true)
                board.addGroups(of: counted, subjects, to: &mine)
                hits.removeAll { !few.contains($0) }
                board.add(hits, [], to: mine)
            }
        }
        for (sample, times) in times.enumerated() {
            // Put in order once, they are in order in every group.
            board.rank(times.sorted { $0.time < $1.time }, members, at: ranks[sample])
        }
        all = board.group(0)
        axes = board.axes(source)
    }
}

/// What is asked of every case for the measure at a place among all: a type each, as one for any answer would copy the case at each question.
private struct Count {
    let place: Int
    let of: @Sendable (CountedCase) -> Bool
}

/// The same of an amount.
private struct Sum {
    let place: Int
    let of: @Sendable (CountedCase) -> Int64?
}

/// A time of a case, and where the groups of the case stand among those of all that have one.
private struct Timed {
    let time: Int64
    let members: Range<Int>
}

/// The counts of all groups while they are counted.
private struct Board {
    /// An axis that is wanted, by its place among all.
    private struct Axis {
        let place: Int
        let keys: FigureAxis.Keys
    }

    /// By axis that is wanted and by the place of a key the number of its group; 0, which is that of all cases, for none yet.
    private var numbers: [[Int]] = []
    private let asked: [Axis]
    private let measures: Int
    private var groupCount = 1
    /// A group behind the other, each with a number for every measure.
    private var counts: [Int]
    private var sums: [Int64]

    init(_ source: FigureSource, measures: Int, _ wanted: Set<String>?) {
        self.measures = measures
        counts = [Int](repeating: 0, count: measures)
        sums = [Int64](repeating: 0, count: measures)
        asked = FigureAxis.all.enumerated().filter { wanted?.contains($1.name) ?? true }.map { Axis(place: $0, keys: $1.keys) }
        numbers = asked.map { axis in
            let keyCount =
                switch axis.keys {
                case .word, .subjects: source.pool.words.count
                case .one(let names, _), .marks(let names, _): names.count
                }
            return [Int](repeating: 0, count: keyCount)
        }
    }

    /// Adds the numbers of the groups of a case.
    mutating func addGroups(of counted: CountedCase, _ subjects: Span<Int32>, to groups: inout [Int]) {
        for place in asked.indices {
            switch asked[place].keys {
            case .word(let word): groups.append(group(of: Int(word(counted.facts)), at: place))
            case .one(_, let key): groups.append(group(of: key(counted), at: place))
            case .subjects:
                if counted.facts.subjects.isEmpty { groups.append(group(of: 0, at: place)) }
                for subject in counted.facts.subjects { groups.append(group(of: Int(subjects[subject]), at: place)) }
            case .marks(_, let marks):
                var marks = marks(counted)
                if marks == 0 { groups.append(group(of: 0, at: place)) }
                while marks != 0 {
                    groups.append(group(of: marks.trailingZeroBitCount + 1, at: place))
                    marks &= marks - 1
                }
            }
        }
    }

    /// The number of the group of a key, a new one where it is the first of that key.
    private mutating func group(of key: Int, at place: Int) -> Int {
        let number = numbers[place][key]
        if number > 0 { return number }
        numbers[place][key] = groupCount
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

    /// Finds for each group the times at some ranks, of times in order that were counted already.
    mutating func rank(_ times: [Timed], _ members: [Int], at ranks: [(place: Int, rank: Int)]) {
        let wanted = ranks.map { place, rank in (0..<groupCount).map { Tally.place(of: rank, among: counts[$0 * measures + place]) } }
        var seen = [Int](repeating: 0, count: groupCount)
        for timed in times {
            for member in timed.members {
                let group = members[member]
                seen[group] += 1
                for index in ranks.indices where seen[group] == wanted[index][group] {
                    sums[group * measures + ranks[index].place] = timed.time
                }
            }
        }
    }

    /// What was counted in the group of a number.
    func group(_ number: Int) -> Tally.Group {
        let range = number * measures..<(number + 1) * measures
        return Tally.Group(counts: Array(counts[range]), sums: Array(sums[range]))
    }

    /// The groups of each axis by their keys; none of an axis that was not wanted.
    func axes(_ source: FigureSource) -> [[String: Tally.Group]] {
        var axes = [[String: Tally.Group]](repeating: [:], count: FigureAxis.all.count)
        for (axis, groups) in zip(asked, numbers) {
            for (key, number) in groups.enumerated() where number > 0 {
                let name =
                    switch axis.keys {
                    case .word, .subjects: source.pool.words[key]
                    case .one(let names, _), .marks(let names, _): names[key]
                    }
                axes[axis.place][name] = group(number)
            }
        }
        return axes
    }
}
