extension Amount {
    /// The largest sum of money that a text speaks of, such as `50000 元`, `¥1,200.50`, `5万元`, `五千元` or `200 yuan`; nil where it speaks of none. A
    /// number that no sign of a currency stands beside is none: a date, a telephone number, so many days.
    static func largest(in text: String) -> Amount? {
        let signs = Array(Written.plain(text).lowercased())
        var (place, largest): (Int, Amount?) = (0, nil)
        while place < signs.count {
            guard let number = SumInWords(in: signs, from: place) else {
                place += 1
                continue
            }
            if number.isMoney(in: signs), let amount = Amount(hundredths: number.hundredths) { largest = max(largest ?? amount, amount) }
            place = number.end
        }
        return largest
    }
}

/// A number as it stands in a text, in digits or in Han.
private struct SumInWords {
    /// Where it stands.
    private let start: Int
    let end: Int
    let hundredths: Int64

    /// What is paid in, behind a number or before it.
    private static let units = [
        "元", "块", "圆", "¥", "yuan", "rmb", "cny", "人民币", "euro", "eur", "€", "dollar", "usd", "$", "pound", "gbp", "£", "港币", "美元", "欧元",
        "英镑",
    ].map(Array.init)
    private static let digits: [Character: Int64] = [
        "零": 0, "〇": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "两": 2, "三": 3, "叁": 3, "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7,
        "柒": 7, "八": 8,
        "捌": 8, "九": 9, "玖": 9,
    ]
    private static let ranks: [Character: Int64] = [
        "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "萬": 10_000, "亿": 100_000_000, "k": 1000,
    ]
    /// More than this nobody promises, nor can it be counted.
    private static let most: Int64 = 10_000_000_000_000

    /// Nil where none begins there.
    init?(in signs: [Character], from start: Int) {
        var place = start
        var sum: Int64
        var fraction: Int64 = 0
        func isDigit(_ place: Int) -> Bool { place < signs.count && signs[place].isASCII && signs[place].isNumber }
        if isDigit(place) {
            sum = 0
            while isDigit(place) || place < signs.count && ",，".contains(signs[place]) && isDigit(place + 1) {
                if let digit = signs[place].wholeNumberValue { sum = min(sum * 10 + Int64(digit), SumInWords.most) }
                place += 1
            }
            if place < signs.count, signs[place] == ".", isDigit(place + 1) {
                var (weight, next): (Int64, Int) = (10, place + 1)
                while isDigit(next) {
                    fraction += Int64(signs[next].wholeNumberValue ?? 0) * weight
                    (weight, next) = (weight / 10, next + 1)
                }
                place = next
            }
            var after = place
            while after < signs.count, signs[after] == " " { after += 1 }
            while after < signs.count, let rank = SumInWords.ranks[signs[after]] {
                // A k that begins a word is none.
                if signs[after] == "k", after + 1 < signs.count, signs[after + 1].isASCII, signs[after + 1].isLetter { break }
                (sum, fraction) = (min(sum * rank + fraction * rank / 100, SumInWords.most), fraction * rank % 100)
                after += 1
                place = after
            }
        } else {
            // Below ten thousand, below a hundred million, and what stands above.
            var (whole, part, digit): (Int64, Int64, Int64?) = (0, 0, nil)
            while place < signs.count {
                if let value = SumInWords.digits[signs[place]] {
                    digit = value
                } else if let rank = SumInWords.ranks[signs[place]], signs[place] != "k" {
                    if rank >= 10_000 {
                        whole = min((whole + part + (digit ?? 0)) * rank, SumInWords.most)
                        part = 0
                    } else {
                        part += (digit ?? 1) * rank
                    }
                    digit = nil
                } else {
                    break
                }
                place += 1
            }
            sum = whole + part + (digit ?? 0)
        }
        guard place > start else { return nil }
        (self.start, end, hundredths) = (start, place, min(sum, SumInWords.most) * 100 + fraction)
    }

    /// Whether the name or the sign of a currency stands right behind it or before it, blanks aside.
    func isMoney(in signs: [Character]) -> Bool {
        let after = signs[end...].drop { $0 == " " }
        let before = signs[..<start].reversed().drop { $0 == " " }
        return SumInWords.units.contains { after.starts(with: $0) || before.starts(with: $0.reversed()) }
    }
}
