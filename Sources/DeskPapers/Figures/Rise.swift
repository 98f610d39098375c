import ComplaintRules
import Glibc

/// What rose beyond chance: more complaints of a kind than usual (7-figures, What rose).
public struct Rise: Sendable {
    /// The axis.
    public let axis: FigureAxis
    /// The key.
    public let key: String
    /// How many there were in the period.
    public let count: Int
    /// How many open days the period has.
    public let openDays: Int
    /// How many would be usual in so many open days.
    public let usual: Double
    /// How often chance alone brings as many or more.
    public let chance: Double

    /// How sure one must be: at most so large a part of what is shown may be chance.
    private static let falseShare = 0.10

    /// A bucket as it is looked at: so many in the period, so many in the twelve months before.
    struct Bucket {
        let axis: FigureAxis
        let key: String
        let now: Int
        let before: Int
    }

    /// The buckets that rose: of those with ten complaints or more in all, chosen by the mid-p test with the false-discovery control of Benjamini
    /// and Hochberg, with three complaints at least and half as many again as usual.
    static func found(in buckets: [Bucket], openDays now: Int, before: Int) -> [Rise] {
        guard now > 0, before > 0 else { return [] }
        let share = Double(now) / Double(now + before)
        let tested = buckets.filter { $0.now + $0.before >= 10 }.map { bucket in
            (bucket, midP: tail(of: bucket.now, in: bucket.now + bucket.before, share).midP)
        }.sorted { ($0.midP, $0.0.key) < ($1.midP, $1.0.key) }
        let last = tested.indices.last { tested[$0].midP <= falseShare * Double($0 + 1) / Double(tested.count) }
        guard let last else { return [] }
        return tested[...last].compactMap { bucket, _ in
            let usual = Double(bucket.before) * Double(now) / Double(before)
            guard bucket.now >= 3, Double(bucket.now) >= 1.5 * usual else { return nil }
            let chance = tail(of: bucket.now, in: bucket.now + bucket.before, share).exact
            return Rise(axis: bucket.axis, key: bucket.key, count: bucket.now, openDays: now, usual: usual, chance: chance)
        }
    }

    /// How often a binomial count of `n` is as large as `count` or larger: with the whole of that count itself, and with half of it.
    static func tail(of count: Int, in n: Int, _ share: Double) -> (exact: Double, midP: Double) {
        let all: Double = lgamma(Double(n) + 1)
        let (log1, log0) = (log(share), log1p(-share))
        func probability(_ k: Int) -> Double {
            let ways: Double = all - lgamma(Double(k) + 1) - lgamma(Double(n - k) + 1)
            return exp(ways + Double(k) * log1 + Double(n - k) * log0)
        }
        let own = probability(count)
        // The terms grow up to the middle and fall behind it: what is that small beside the largest adds nothing to their sum any more.
        let middle = Int(Double(n) * share) + 1
        var (terms, largest): ([Double], Double) = ([], own)
        for k in stride(from: count + 1, through: n, by: 1) {
            let term = probability(k)
            largest = max(largest, term)
            if k > middle, term < largest * 1e-40 { break }
            terms.append(term)
        }
        // The smallest first, so that none is lost beside larger ones.
        let above = terms.reversed().reduce(0, +)
        return (above + own, above + own / 2)
    }

    /// The rise in a few words, where its axis stands above it.
    ///
    /// - Parameter all: How many there are with the repeats, where that number stands beside it.
    public func gist(_ rules: DeskRules, of all: Int? = nil) -> Phrase {
        let (label, usual) = (axis.label(key, rules), usualWords)
        if let all, all > count {
            return Phrase(
                en: "\(label.english): \(all), of these \(count) no repeats; usually \(usual.english)",
                zh: "\(label.chinese)：\(all) 件，其中不含重复 \(count) 件，往常 \(usual.chinese) 件"
            )
        }
        return Phrase(
            en: "\(label.english): \(count), usually \(usual.english) (without repeats)",
            zh: "\(label.chinese)：\(count) 件，往常 \(usual.chinese) 件（不含重复）"
        )
    }

    /// What is usual, as whole numbers: two where it lies between them.
    private var usualWords: Phrase {
        let (low, high) = (Int(usual.rounded(.down)), Int(usual.rounded(.up)))
        return low == high ? Phrase(verbatim: "\(low)") : Phrase(en: "\(low) or \(high)", zh: "\(low)-\(high)")
    }

    /// The rise as a sentence, with its axis: labels such as "other" stand on several.
    ///
    /// - Parameter all: How many there are with the repeats, where that number stands beside it.
    public func sentence(_ rules: DeskRules, of all: Int? = nil) -> Phrase {
        let (label, usual) = (axis.label(key, rules), usualWords)
        let odds = Rise.roundOdds(chance)
        let told =
            all.map { $0 > count } == true
            ? Phrase(
                en: "\(all ?? 0), of these \(count) no repeats, in \(openDays) open days",
                zh: "\(openDays) 个营业日 \(all ?? 0) 件，其中不含重复 \(count) 件"
            )
            : Phrase(en: "\(count) without repeats in \(openDays) open days", zh: "\(openDays) 个营业日 \(count) 件（不含重复）")
        return Phrase(
            en: "\(label.english) (\(axis.label.english.lowercased())): \(told.english), "
                + "usually \(usual.english); chance alone does this less than once in \(Rise.grouped(odds)).",
            zh: "\(label.chinese)（\(axis.label.chinese)）：\(told.chinese)，往常 \(usual.chinese) 件；偶然出现的概率低于 1/\(odds)。"
        )
    }

    /// `4,000` for 4000.
    private static func grouped(_ number: Int) -> String {
        number < 1000 ? String(number) : grouped(number / 1000) + "," + String(String(number % 1000 + 1000).dropFirst())
    }

    /// One in so many, rounded down to one digit: less than it is, never more.
    private static func roundOdds(_ chance: Double) -> Int {
        var (odds, power) = (min(1 / max(chance, 1e-9), 1e9), 1.0)
        while odds >= 10 {
            odds /= 10
            power *= 10
        }
        return Int(odds.rounded(.down) * power)
    }
}
