/// A number as it stands in a text: in digits, in Han, in English words, or mixed.
struct SumNumber {
    /// Where it stands.
    let start: Int
    let end: Int
    let hundredths: Int64
    /// Whether it does not begin with a rank: 千万 is an adverb as well.
    let isBegunByDigit: Bool
    /// Whether it looks like a telephone number.
    let isLikeTelephone: Bool
    /// Whether it is a year's, or a telephone service's, as they are written.
    let isLikeYear: Bool
    let isLikeService: Bool
    /// Whether it is written as only money is, with groups and hundredths: `80,000.00`.
    let isLikeMoney: Bool

    /// More than this nobody promises, nor can it be counted.
    static let most: Int64 = 1_000_000_000_000_000

    private static let han = Dictionary(uniqueKeysWithValues: SumWords.digits.map { ($0.key.unicodeScalars.first?.value ?? 0, $0.value) })
    private static let ranks = Dictionary(uniqueKeysWithValues: SumWords.ranks.map { ($0.key.unicodeScalars.first?.value ?? 0, $0.value) })
    /// Those that stand for themselves beside a plain digit: 两 does not.
    static let plainDigits = han.filter { $0.key != 0x4E24 }
    /// 个, before a rank.
    private static let measureWord: UInt32 = 0x4E2A
    private static let zeros: Set<UInt32> = [0x96F6, 0x3007, 0x25CB]

    private static func product(_ value: Int64, _ rank: Int64) -> Int64 {
        let (product, isTooMuch) = value.multipliedReportingOverflow(by: rank)
        return isTooMuch ? most : min(product, most)
    }

    /// Nil where none begins there.
    init?(in signs: [UInt32], at start: Int) {
        /// What is multiplied already, what stands within ten thousand, and what no rank has followed yet; in hundredths.
        var (whole, part): (Int64, Int64) = (0, 0)
        var current: Int64?
        var (lastRank, isBehindZero, isHan, isSingle): (Int64, Bool, Bool, Bool) = (1, false, false, false)
        var (place, isDigit, isEnglish, isLike, isMoney): (Int, Bool, Bool, Bool, Bool) = (start, false, false, false, false)
        /// Of the number in digits just before: what of it is less than a hundredth, in millionths of one.
        var rest: Int64 = 0
        if start > 0, signs[start].isDigit, signs[start - 1].isDigit { return nil }
        while place < signs.count {
            var next = place
            while next > start, next < signs.count, signs[next] == 0x20 { next += 1 }
            if isEnglish, next < signs.count, let and = SumWords.and.word(in: signs, at: next) {
                next = and.end
                while next < signs.count, signs[next] == 0x20 { next += 1 }
            }
            guard next < signs.count else { break }
            let isApart = next > place
            let sign = signs[next]
            if sign.isDigit {
                if current != nil || isApart { break }
                let digits = WrittenDigits(in: signs, at: next)
                (current, place, isHan, isSingle) = (digits.hundredths, digits.end, false, digits.end == next + 1)
                isLike = isLike || digits.isLikeTelephone
                rest = digits.millionths
                if next == start { (isDigit, isMoney) = (true, digits.isLikeMoney) }
            } else if let digit = SumNumber.han[sign] {
                if current != nil, !isHan || isApart { break }
                if isApart, lastRank == 1 { break }
                isSingle = current == nil
                if SumNumber.zeros.contains(sign), current == nil, lastRank > 1 {
                    isBehindZero = true
                } else {
                    current = min((current ?? 0) * 10 + digit * 100, SumNumber.most)
                }
                (place, isHan) = (next + 1, true)
                if next == start { isDigit = true }
            } else if let rank = SumNumber.ranks[sign] {
                if current == nil, isApart { break }
                part = min(part + SumNumber.product(current ?? 100, rank), SumNumber.most)
                if next == start, rank == 10 { isDigit = true }
                (current, lastRank, isBehindZero, place, isHan) = (nil, rank, false, next + 1, false)
            } else if let word = SumWords.highRanks.word(in: signs, at: next), next > start || !signs[next].isLatinLetter {
                let rank = SumWords.highRankValues[word.place]
                if current == nil, part == 0, isApart { break }
                defer { rest = 0 }
                let before = part + (current ?? (part == 0 && whole == 0 ? 100 : 0))
                // 一亿二千万, but 一万亿.
                whole = whole > 0 && before > 0 ? whole + SumNumber.product(before, rank) : SumNumber.product(whole + before, rank)
                whole = min(whole + rest * rank / 1_000_000, SumNumber.most)
                (part, current, lastRank, isBehindZero, place, isHan) = (0, nil, rank, false, word.end, false)
            } else if let word = SumWords.halves.word(in: signs, at: next), current == nil, SumNumber.isRank(signs, at: word.end) {
                (current, place) = (50, word.end)
                if next == start { isDigit = true }
            } else if let word = SumWords.some.word(in: signs, at: next) ?? SumWords.one.word(in: signs, at: next), current == nil,
                SumNumber.isRank(signs, at: word.end)
            {
                (current, place) = (SumWords.one.word(in: signs, at: next) == nil ? 900 : 100, word.end)
                if next == start { isDigit = true }
            } else if let word = SumWords.english.word(in: signs, at: next), next == start || isEnglish {
                let value = Int64(word.place < 20 ? word.place : (word.place - 18) * 10) * 100
                if let before = current, before % 1000 != 0 || value >= 1000 { break }
                (current, place, isEnglish) = ((current ?? 0) + value, word.end, true)
                if next == start { isDigit = true }
            } else if let word = SumWords.hundred.word(in: signs, at: next), let value = current {
                (part, current, place, isEnglish, lastRank) = (part + SumNumber.product(value, 100), nil, word.end, true, 1)
            } else if sign == SumNumber.measureWord, current != nil, next + 1 < signs.count,
                SumWords.highRanks.word(in: signs, at: next + 1) != nil
            {
                // 五个亿.
                place = next + 1
            } else {
                break
            }
            // What stands behind a hyphen goes on: twenty-five.
            if isEnglish, place + 1 < signs.count, signs[place] == 0x2D, SumWords.english.word(in: signs, at: place + 1) != nil {
                place += 1
            }
        }
        guard place > start else { return nil }
        var last = current ?? 0
        // 两万五 is 25,000, and 三万零五 30,005.
        if isSingle, !isBehindZero, !isEnglish, lastRank >= 100, last < 1000 { last = SumNumber.product(last, lastRank / 10) }
        (self.start, end, hundredths) = (start, place, min(whole + part + last, SumNumber.most))
        (isBegunByDigit, isLikeTelephone, isLikeMoney) = (isDigit, isLike, isMoney)
        let plain = signs[start..<place].allSatisfy(\.isDigit) ? signs[start..<place].map { Int($0) - 0x30 } : []
        isLikeYear = plain.count == 4 && (plain.starts(with: [2, 0]) || plain.starts(with: [1, 9]))
        isLikeService =
            plain.count >= 7 || plain.count == 5 && (plain[0] == 1 && plain[1] < 3 || plain[0] == 9 && (5...6).contains(plain[1]))
    }

    /// Whether a rank begins there, blanks aside.
    private static func isRank(_ signs: [UInt32], at start: Int) -> Bool {
        var place = start
        while place < signs.count, signs[place] == 0x20 { place += 1 }
        guard place < signs.count else { return false }
        return ranks[signs[place]] != nil || SumWords.highRanks.word(in: signs, at: place) != nil
            || SumWords.hundred.word(in: signs, at: place) != nil
    }
}

/// A number in digits, grouped by commas, blanks, dots or apostrophes, or not.
private struct WrittenDigits {
    let end: Int
    let hundredths: Int64
    /// What is less than a hundredth, in millionths of one: `0.005` 亿.
    let millionths: Int64
    let isLikeTelephone: Bool
    let isLikeMoney: Bool

    init(in signs: [UInt32], at start: Int) {
        func digits(at place: Int) -> Int {
            var end = place
            while end < signs.count, signs[end].isDigit { end += 1 }
            return end - place
        }
        var value: Int64 = 0
        func take(_ range: Range<Int>) { for sign in signs[range] { value = min(value * 10 + Int64(sign) - 0x30, SumNumber.most) } }
        var place = start + digits(at: start)
        let first = place - start
        take(start..<place)
        // As groups of one digit, 5 0 0 0, or of three.
        let isSpaced =
            first == 1 && place + 3 < signs.count && signs[place] == 0x20 && digits(at: place + 1) == 1
            && signs[place + 2] == 0x20 && digits(at: place + 3) == 1
        var isGrouped = false
        while place + 1 < signs.count {
            let (sign, count) = (signs[place], digits(at: place + 1))
            let isGroup =
                switch sign {
                case 0x20: isSpaced ? count == 1 : first <= 3 && count == 3
                case 0x27, 0x2019, 0x5F: first <= 3 && count == 3
                // Nobody writes three digits of a hundredth: a dot before them groups, but for a rank that follows.
                case 0x2E: first <= 3 && count == 3 && !WrittenDigits.isHighRank(signs, at: place + 4)
                case 0x2C, 0xFF0C: count > 0 && !(isGrouped && count == 2)
                default: false
                }
            guard isGroup else { break }
            isGrouped = isGrouped || sign != 0x2C && sign != 0xFF0C
            take(place + 1..<place + 1 + count)
            place += 1 + count
        }
        var (fraction, rest, isOfHundredths, isInGroups): (Int64, Int64, Bool, Bool) = (0, 0, false, place - start > first)
        if place + 1 < signs.count, signs[place] == 0x2E || isGrouped && signs[place] == 0x2C, signs[place + 1].isDigit {
            let count = digits(at: place + 1)
            for (index, sign) in signs[place + 1..<place + 1 + min(count, 2)].enumerated() {
                fraction += (Int64(sign) - 0x30) * (index == 0 ? 10 : 1)
            }
            var weight: Int64 = 100_000
            for sign in signs[place + 1..<place + 1 + min(count, 8)].dropFirst(2) {
                (rest, weight) = (rest + (Int64(sign) - 0x30) * weight, weight / 10)
            }
            isOfHundredths = count == 2
            place += 1 + count
        }
        isInGroups = isInGroups && isOfHundredths
        (millionths, isLikeMoney) = (rest, isInGroups)
        (end, hundredths) = (place, min(value, SumNumber.most / 100) * 100 + fraction)
        isLikeTelephone = signs[start] == 0x30 && first > 1 || first >= 11
    }

    private static func isHighRank(_ signs: [UInt32], at start: Int) -> Bool {
        var place = start
        while place < signs.count, signs[place] == 0x20 { place += 1 }
        return place < signs.count && SumWords.highRanks.word(in: signs, at: place) != nil
    }
}
