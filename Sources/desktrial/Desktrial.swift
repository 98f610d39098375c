import Glibc

/// Something that makes the trial itself impossible: no program, no folder.
struct TrialFailure: Error {
    let words: String

    init(_ words: String) { self.words = words }

    static func system(_ action: String) -> TrialFailure { TrialFailure("\(action): \(String(cString: strerror(errno)))") }
}

/// What became of the rounds of one trial.
struct Tally {
    /// Rounds.
    var tried = 0
    /// The program said what was wrong.
    var noticed = 0
    /// Nothing was wrong: all answers are as before, or all that was printed is there.
    var harmless = 0
    /// Something that was printed is not there, and nobody was told.
    var lost = 0
    /// Something was changed, and the program takes it for whole.
    var unnoticed = 0
    /// The program was ended by a signal of its own making, or hung.
    var crashed = 0
    /// What to look at, with what makes it happen again.
    var reports: [String] = []

    /// Whether all went as promised.
    var isGood: Bool { lost + unnoticed + crashed == 0 }

    mutating func report(_ words: String) {
        if reports.count < 5 { reports.append(words) }
    }
}

/// A way to do a desk harm.
protocol Trial {
    static var name: String { get }
    /// Whether everything that there is to try was tried: a list that has an end.
    var isOver: Bool { get }
    /// One round, every choice by `random`.
    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure)
}

extension Trial {
    var isOver: Bool { false }
}

/// Random numbers that are the same for the same seed, on every machine (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@main
struct Desktrial {
    /// All trials, new ones.
    private static func makeTrials() -> [any Trial] {
        [
            Forgeries(), Rows(), StoredValues(), FirstPage(), TablePages(), FileBytes(), LogBeginning(), LogBytes(), Kills(), LostFiles(),
            StrangeFiles(), FullDisks(), ClockJumps(), ManyDesks(), BorderBytes(), KeyStorms(),
        ]
    }

    static func main() {
        do throws(TrialFailure) {
            exit(try run(Array(CommandLine.arguments.dropFirst())) ? 0 : 1)
        } catch {
            print("desktrial: \(error.words)")
            exit(2)
        }
    }

    private static var help: String {
        """
        desktrial [--seed S] [--minutes M | --rounds N] [--only NAME,NAME] [--acts N] [--stride N] [--first K] [--program FILE]

        Does the firstdesk that stands beside it (or FILE) every harm it can think of, on practice desks in $TMPDIR:
        \(makeTrials().map { type(of: $0).name }.joined(separator: ", ")). Fails when anything was lost, unnoticed or crashed.

          --acts N      what each of the eight of many-desks does in a round; 10 if not said
          --stride N    of table-pages only every Nth byte; 1 if not said: all of ten pages a table
          --first K     of each N the Kth, from 0: N runs with another K each try all
        """
    }

    /// Whether all went as promised.
    private static func run(_ arguments: [String]) throws(TrialFailure) -> Bool {
        var (seed, seconds, rounds, only, program): (UInt64, Double, Int?, [String]?, String?) = (1, 60, nil, nil, nil)
        var (acts, stride, first) = (10, 1, 0)
        var rest = arguments[...]
        while let option = rest.popFirst() {
            if option == "--help" {
                print(help)
                return true
            }
            guard let value = rest.popFirst() else { throw TrialFailure("\(option) needs a value\n\n\(help)") }
            switch option {
            case "--seed": seed = UInt64(value) ?? 1
            case "--minutes": seconds = (Double(value) ?? 1) * 60
            case "--rounds": rounds = Int(value)
            case "--only": only = value.split(separator: ",").map(String.init)
            case "--acts": acts = Int(value) ?? acts
            case "--stride": stride = Int(value) ?? stride
            case "--first": first = Int(value) ?? first
            case "--program": program = value
            default: throw TrialFailure("unknown: \(option)\n\n\(help)")
            }
        }
        let chosen = makeTrials().filter { trial in only?.contains(type(of: trial).name) ?? true }
        let bench = try TrialBench(program: program)
        (bench.acts, bench.stride, bench.first) = (max(1, acts), max(1, stride), max(0, first))
        defer { bench.clear() }
        var tallies = [Tally](repeating: Tally(), count: chosen.count)
        let end = uptime() + seconds
        var round: UInt64 = 0
        while rounds.map({ round < UInt64($0) }) ?? (uptime() < end) {
            if chosen.allSatisfy(\.isOver) { break }
            for (index, trial) in chosen.enumerated() where !trial.isOver {
                // Each round of each trial has a seed of its own, so that it can be done again alone.
                var random = SplitMix(seed: seed &* 1_000_003 &+ round &* 101 &+ UInt64(index))
                let before = tallies[index].reports.count
                try trial.round(bench, &random, &tallies[index])
                for report in before..<tallies[index].reports.count {
                    tallies[index].reports[report] = "round \(round): " + tallies[index].reports[report]
                }
            }
            round += 1
        }
        show(chosen.map { type(of: $0).name }, tallies, seed: seed, rounds: round)
        return tallies.allSatisfy(\.isGood)
    }

    private static func show(_ names: [String], _ tallies: [Tally], seed: UInt64, rounds: UInt64) {
        func line(_ cells: [String]) {
            let padded = cells.enumerated().map { index, cell in
                let blanks = String(repeating: " ", count: max(0, (index == 0 ? 15 : 10) - cell.count))
                return index == 0 ? cell + blanks : blanks + cell
            }
            print(padded.joined())
        }
        print("seed \(seed), \(rounds) rounds")
        line(["", "tried", "noticed", "harmless", "lost", "unnoticed", "crashed"])
        for (name, tally) in zip(names, tallies) {
            line([name] + [tally.tried, tally.noticed, tally.harmless, tally.lost, tally.unnoticed, tally.crashed].map(String.init))
        }
        for (name, tally) in zip(names, tallies) {
            for report in tally.reports { print("\(name): \(report)") }
        }
    }
}

/// Seconds on the monotonic clock.
func uptime() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
