extension Amount {
    /// The largest sum of money that a text speaks of, such as `50000 元`, `5 000 元`, `¥1,200.50`, `半万元`, `五千元`, `3万5千元` or `200 yuan`; nil where it
    /// speaks of none. A number that no sign of a currency stands beside is one only where it is given (`赔您五千`); a date, a telephone number, so
    /// many days never are. What is paid each month counts as often as it is paid, and for a year where no end is told.
    static func largest(in text: String) -> Amount? { SumText.parts(of: text).compactMap(\.largest).max() }

    /// The largest of the sums in those sentences that speak of giving, paying, giving back or letting off something.
    ///
    /// - Parameter countingClaims: whether what the customer wants is counted, where nothing denies it: in an answer it is as good as granted.
    static func largestGiven(in text: String, countingClaims: Bool = true) -> Amount? {
        SumText.parts(of: text).filter { countingClaims ? $0.isOfGiving : $0.givesBesideClaims }.compactMap(\.largest).max()
    }

    /// By how much the words of a promise go beyond an amount where its sums are taken together; nil where they agree with it.
    ///
    /// They agree where one of the sums is the amount, or all of them are together, or the others are the parts of the largest. They go beyond it for
    /// sure where one is given besides (`另付`, another), or so many times (`两个 1000 元`, `每人 1000 元，5 人`), and that comes to none of the sums told.
    static func beyond(_ amount: Amount, in promise: String) -> (sum: Amount, isSure: Bool)? {
        beyond(amount, in: SumText.parts(of: promise)) { $0.items { $0.isOfGiving || !$1 } }
    }

    /// The same of a text, by those of its sentences that speak of giving something.
    static func givenBeyond(_ amount: Amount, in text: String) -> (sum: Amount, isSure: Bool)? {
        beyond(amount, in: SumText.parts(of: text).filter(\.isOfGiving)) { $0.items { _, _ in true } }
    }

    private static func beyond(
        _ amount: Amount,
        in parts: [SumText],
        _ items: (SumText) -> [SumText.Item]
    ) -> (sum: Amount, isSure: Bool)? {
        let found = parts.map(items)
        let values = found.flatMap { $0.map(\.hundredths) }
        let bound = amount.hundredths
        guard let largest = values.max() else { return nil }
        func told(_ sum: Int64) -> Amount { Amount(hundredths: min(sum, SumNumber.most)) ?? amount }
        let all = values.reduce(0) { min($0 + $1, SumNumber.most) }
        for count in Set(parts.flatMap(\.counts)) {
            let products = values.map { $0.multipliedReportingOverflow(by: count) }.map { $0.overflow ? SumNumber.most : $0.partialValue }
            if let most = products.max(), most > bound, !products.contains(where: { $0 == bound || values.contains($0) }) {
                return (told(most), true)
            }
        }
        let isOfParts = values.count > 2 && all - largest == largest
        if all <= bound || isOfParts { return nil }
        // The first one of all is given besides nothing.
        var isFirst = true
        for item in found.joined() {
            if item.isAdded, !isFirst { return (told(all), true) }
            isFirst = false
        }
        return values.contains(bound) ? nil : (told(all), false)
    }

    /// Whether the words of a promise name a sum in another currency than the country's own, beside which no amount says what it is worth.
    static func isForeign(in promise: String, _ country: Country) -> Bool {
        guard let own = SumWords.own[country] else { return false }
        let parts = SumText.parts(of: promise)
        // Beside a sum in its own it is told what the other is worth.
        return parts.contains { $0.isForeign(own) } && !parts.contains { $0.hasCurrency(own) }
    }

    /// Whether a text says that all of something is given, whatever that comes to: `全额赔付您的损失`.
    ///
    /// - Parameter money: whether only sentences count that speak of a loss or of money.
    static func givesWhole(in text: String, ofMoney money: Bool = false) -> Bool {
        SumText.parts(of: text, withNumbersAlone: false).contains { $0.isOfGiving && $0.isOfWhole && (!money || $0.isOfCompensation) }
    }

    /// The largest of the sums in the words of a promise: all of them are promised but those before which the same clause says that they are looked
    /// into, where the sentence gives nothing.
    static func largestPromised(in promise: String) -> Amount? {
        SumText.parts(of: promise).flatMap(\.promised).max().flatMap { Amount(hundredths: $0) }
    }
}

/// One sentence of a text, with the sums in it.
private struct SumText {
    private let signs: [UInt32]
    private let given: [Range<Int>]

    /// Whether it says that something is given.
    var isOfGiving: Bool { !given.isEmpty }

    /// Whether it says so of something else than what is only wanted.
    let givesBesideClaims: Bool

    /// Whether it speaks of a loss, or of money for it.
    var isOfCompensation: Bool { !SumWords.compensation.places(in: signs, 0..<signs.count).isEmpty }

    /// Whether it speaks of all of something.
    var isOfWhole: Bool { !SumWords.whole.places(in: signs, 0..<signs.count).isEmpty }

    /// The sentences of a text, or those of them that have numbers in them.
    static func parts(of text: String, withNumbersAlone: Bool = true) -> [SumText] {
        var (parts, part): ([SumText], [UInt32]) = ([], [])
        func take() {
            if !part.isEmpty, !withNumbersAlone || part.contains(where: SumText.mayBeNumber) { parts.append(SumText(part)) }
            part = []
        }
        for line in text.split(whereSeparator: \.isNewline) {
            let signs = SumText.inDigits(Written.plain(String(line)).lowercased().unicodeScalars.flatMap(SumText.signs))
            for (place, sign) in signs.enumerated() {
                let isEnd =
                    SumText.ends.contains(sign)
                    && !(sign == 0x2E && place > 0 && signs[place - 1].isDigit
                        && place + 1 < signs.count && signs[place + 1].isDigit)
                if isEnd { take() } else { part.append(sign) }
            }
            take()
        }
        return parts
    }

    /// A letter by its number, in the simplified form; a digit of any script, or in a ring, as the plain one, and what is short for two as both: 廿.
    private static func signs(_ scalar: Unicode.Scalar) -> [UInt32] {
        guard scalar.value >= 0x80 else { return [scalar.value] }
        if let both = tens[scalar.value] { return both }
        switch scalar.properties.numericType {
        case .decimal?, .digit?: return [scalar.properties.numericValue.map { 0x30 + UInt32(max(0, min(9, $0))) } ?? scalar.value]
        default: return [scalar.simplifiedHan.value]
        }
    }

    private static let tens: [UInt32: [UInt32]] = [0x5EFF: [0x4E8C, 0x5341], 0x5345: [0x4E09, 0x5341], 0x534C: [0x56DB, 0x5341]]

    /// A Han digit before plain noughts is read as one: `五000`. Before other digits it may end a name: `张三30000`.
    private static func inDigits(_ signs: [UInt32]) -> [UInt32] {
        var signs = signs
        for place in signs.indices {
            guard let digit = SumNumber.plainDigits[signs[place]] else { continue }
            let run = signs[(place + 1)...].prefix(while: \.isDigit)
            if !run.isEmpty, run.allSatisfy({ $0 == 0x30 }) { signs[place] = 0x30 + UInt32(digit) }
        }
        return signs
    }

    private static let ends = Set(".!?;".unicodeScalars.map(\.value))
    /// Where the clauses of a sentence end: a giving word reaches a number without a currency within its own.
    private static let pauses = Set(",、;".unicodeScalars.map(\.value))

    /// Whether a number may begin with it or hold it: a digit, a Han one, or a letter of an English one.
    private static func mayBeNumber(_ sign: UInt32) -> Bool {
        sign.isDigit || numberSigns.contains(sign) || sign.isLatinLetter
    }

    private static let numberSigns = Set(
        (Array(SumWords.digits.keys) + SumWords.ranks.keys + ["万", "亿", "半", "几", "数"]).flatMap { $0.unicodeScalars.map(\.value) }
    )

    private init(_ signs: [UInt32]) {
        self.signs = signs
        let giving = SumWords.giving.places(in: signs, 0..<signs.count).filter { word in
            word.upperBound == signs.count || SumWords.harmless.word(in: signs, at: word.upperBound) == nil
        }
        let isGranted = SumWords.agreeing.places(in: signs, 0..<signs.count).contains { !SumText.isDenied(signs, $0.lowerBound) }
        let hasDenial =
            giving.contains { SumText.isDenied(signs, $0.lowerBound) }
            || SumWords.agreeing.places(in: signs, 0..<signs.count).contains { SumText.isDenied(signs, $0.lowerBound) }
        // What is refused is named by its sum: what is denied is not given, nor is what the customer wants where the same sentence denies it.
        given = giving.filter { word in
            if isGranted { return true }
            if SumText.isDenied(signs, word.lowerBound) { return false }
            return !(hasDenial && SumWords.claims.isWord(in: signs, endingAt: SumText.before(signs, word.lowerBound)))
        }
        givesBesideClaims =
            isGranted && !given.isEmpty
            || given.contains { [signs] in !SumWords.claims.isWord(in: signs, endingAt: SumText.beforeArticle(signs, $0.lowerBound)) }
    }

    /// Whether a denial stands right before a place, and none before that one, which would turn it round.
    private static func isDenied(_ signs: [UInt32], _ place: Int) -> Bool {
        let end = before(signs, place)
        guard let start = (max(0, end - 12)..<max(0, end)).first(where: { SumWords.denials.word(in: signs, at: $0)?.end == end }) else {
            // 不承担赔偿: what is denied of a word holds of the one right behind it.
            let word = (max(0, end - 12)..<max(0, end)).first { SumWords.giving.word(in: signs, at: $0)?.end == end }
            return word.map { isDenied(signs, $0) } ?? false
        }
        let earlier = before(signs, start)
        return !SumWords.denials.isWord(in: signs, endingAt: earlier)
            && !(earlier > 1 && signs[earlier - 1] == 0x662F && signs[earlier - 2] == 0x4E0D)
    }

    /// The place before the blanks that stand before one.
    private static func before(_ signs: [UInt32], _ place: Int) -> Int {
        var place = place
        while place > 0, signs[place - 1] == 0x20 { place -= 1 }
        return place
    }

    /// The same, before an article too: asked for a refund.
    private static func beforeArticle(_ signs: [UInt32], _ place: Int) -> Int {
        let end = before(signs, place)
        guard let start = (max(0, end - 3)..<max(0, end)).first(where: { SumWords.articles.word(in: signs, at: $0)?.end == end }) else {
            return end
        }
        return before(signs, start)
    }

    /// The largest sum in it; nil for none.
    var largest: Amount? { sums.max().flatMap { Amount(hundredths: $0) } }

    /// All sums in it, in hundredths; what is paid again and again as often as it is.
    var sums: [Int64] { sums { _ in true } }

    /// Those that it promises, as the words of a promise: all but what it says that it looks into, where it gives nothing.
    var promised: [Int64] { isOfGiving ? sums : sums { !$0 } }

    /// A sum as it stands beside others.
    struct Item {
        let hundredths: Int64
        /// Whether a word stands before it, since the sum before, that it is given besides.
        let isAdded: Bool
    }

    /// - Parameter isCounted: is told of each whether its clause says before it that it is looked into.
    func items(_ isCounted: (SumText, _ isLookedInto: Bool) -> Bool) -> [Item] {
        let found = countedSums { isCounted(self, $0) }
        var last = 0
        return found.map { sum in
            defer { last = sum.range.upperBound }
            let between = last..<max(last, sum.range.lowerBound)
            // 11 月 10 日、11 月 20 日各 5000 元: what is parted there is when, or to whom.
            let isAdded = !SumWords.besides.places(in: signs, between).isEmpty && SumWords.multiples.places(in: signs, between).isEmpty
            return Item(hundredths: sum.hundredths, isAdded: isAdded)
        }
    }

    /// How often, or to how many, a sum is given, as far as it says so.
    var counts: [Int64] {
        var counts = (0..<signs.count).compactMap { SumWords.timesOver.word(in: signs, at: $0) }.map { SumWords.timesOverValues[$0.place] }
        let isEach = !SumWords.multiples.places(in: signs, 0..<signs.count).isEmpty
        var place = 0
        while place < signs.count {
            guard let number = SumNumber(in: signs, at: place) else {
                place += 1
                continue
            }
            // So many, not so much: no sum, no day.
            if isEach || isBeforeSum(number), endOfMoney(number) == nil, span(behind: number) == nil, number.hundredths % 100 == 0,
                number.hundredths < 100_000, number.hundredths > 100
            {
                counts.append(number.hundredths / 100)
            }
            place = max(number.end, place + 1)
        }
        return counts
    }

    /// Whether a number tells how many of the sum behind it there are: `两个 1000 元`.
    private func isBeforeSum(_ number: SumNumber) -> Bool {
        var place = number.end
        while place < signs.count, signs[place] == 0x20 { place += 1 }
        guard place < signs.count, let word = SumWords.pieces.word(in: signs, at: place) else { return false }
        place = word.end
        while place < signs.count, signs[place] == 0x20 { place += 1 }
        guard place < signs.count, let sum = SumNumber(in: signs, at: place) else { return false }
        return endOfMoney(sum) != nil
    }

    /// - Parameter isCounted: is told of each whether its clause says before it that it is looked into.
    private func sums(isCounted: (_ isLookedInto: Bool) -> Bool) -> [Int64] { countedSums(isCounted: isCounted).map(\.hundredths) }

    private func countedSums(isCounted: (_ isLookedInto: Bool) -> Bool) -> [(hundredths: Int64, range: Range<Int>)] {
        var place = 0
        var sums: [(hundredths: Int64, range: Range<Int>)] = []
        var days = 0
        var repeated: [(place: Int, period: Int)] = []
        while place < signs.count {
            guard let number = SumNumber(in: signs, at: place) else {
                place += 1
                continue
            }
            if let span = span(behind: number) { days = max(days, span) }
            if let end = endOfMoney(number), isCounted(isLookedInto(number)) {
                if let period = period(from: number.start, to: end) { repeated.append((sums.count, period)) }
                sums.append((number.hundredths, number.start..<max(end, number.start)))
            }
            place = max(number.end, place + 1)
        }
        for (index, period) in repeated {
            let times = ((days == 0 ? SumWords.endless : days) + period - 1) / period
            let (sum, isTooMuch) = sums[index].hundredths.multipliedReportingOverflow(by: Int64(max(1, times)))
            sums[index].hundredths = isTooMuch ? SumNumber.most : min(sum, SumNumber.most)
        }
        return sums
    }

    /// Whether the clause of a number says before it that something is looked into, and not what is done behind that: 查清后.
    private func isLookedInto(_ number: SumNumber) -> Bool {
        let clause = (signs[..<number.start].lastIndex(where: SumText.pauses.contains) ?? -1) + 1
        return SumWords.looking.places(in: signs, clause..<number.start).contains { signs[$0.upperBound] != 0x540E }
    }

    /// Whether a number stands in it with a currency that is none of these.
    func isForeign(_ own: WordTable) -> Bool { hasCurrency(own, isOwn: false) }

    /// Whether one does with a currency that is one of these, or is none of them.
    func hasCurrency(_ own: WordTable, isOwn: Bool = true) -> Bool {
        var place = 0
        while place < signs.count {
            guard let number = SumNumber(in: signs, at: place) else {
                place += 1
                continue
            }
            switch isOfGiving || !isLookedInto(number) ? currency(of: number) : nil {
            case .behind(let start, _)?: if (own.word(in: signs, at: start) != nil) == isOwn { return true }
            case .before(let end)?: if own.isWord(in: signs, endingAt: end) == isOwn { return true }
            case nil: break
            }
            place = max(number.end, place + 1)
        }
        return false
    }

    /// Where a currency stands beside a number.
    private enum Currency {
        case before(end: Int)
        case behind(start: Int, end: Int)
    }

    private func currency(of number: SumNumber) -> Currency? {
        var after = number.end
        while after < signs.count {
            if let word = SumWords.currencies.word(in: signs, at: after) { return .behind(start: after, end: word.end) }
            guard let next = signs[after] == 0x20 ? after + 1 : SumWords.fillers.word(in: signs, at: after)?.end else { break }
            after = next
        }
        var before = number.start
        while before > 0, [0x20, 0x3A, 0x28].contains(signs[before - 1]) { before -= 1 }
        guard
            let start = (max(0, before - 12)..<max(0, before)).first(where: { SumWords.currencies.word(in: signs, at: $0)?.end == before })
        else {
            return nil
        }
        // 200 元（2 张: the currency is that of the number before it.
        return start > 0 && (signs[start - 1].isDigit || SumText.numberSigns.contains(signs[start - 1])) ? nil : .before(end: before)
    }

    /// Where a sum of money ends that the number begins, with its currency; nil where it is none.
    private func endOfMoney(_ number: SumNumber) -> Int? {
        switch currency(of: number) {
        case .behind(_, let end)?: return end
        case .before?: return number.end
        case nil: break
        }
        return number.isLikeMoney || isGivenBare(number) ? number.end : nil
    }

    /// Whether a number without a currency is what is given: a giving word stands in its clause, or it stands alone, and it counts nothing else.
    private func isGivenBare(_ number: SumNumber) -> Bool {
        guard number.hundredths >= 1000, number.isBegunByDigit, !number.isLikeTelephone, !number.isLikeYear else { return false }
        var after = number.end
        while after < signs.count, signs[after] == 0x20 { after += 1 }
        if after < signs.count, SumWords.measures.word(in: signs, at: after) != nil { return false }
        var before = number.start
        while before > 0, signs[before - 1] == 0x20 { before -= 1 }
        if SumWords.labels.isWord(in: signs, endingAt: before) { return false }
        // The second part of a date, a time or a telephone number.
        if before > 1, [0x2D, 0x2F, 0x3A, 0x2E].contains(signs[before - 1]), signs[before - 2].isDigit { return false }
        let clause = (signs[..<number.start].lastIndex(where: SumText.pauses.contains) ?? -1) + 1
        if given.contains(where: { $0.lowerBound >= clause && $0.upperBound <= number.start }) { return true }
        // Before one it is more often told of what a number is: of three digits at least it is a sum.
        let end = signs[number.end...].firstIndex(where: SumText.pauses.contains) ?? signs.count
        if number.hundredths >= 10_000, given.contains(where: { $0.lowerBound >= number.end && $0.upperBound <= end }) { return true }
        return before == 0 && after == signs.count && !number.isLikeService
    }

    /// How many days a number tells that something goes on; nil where it tells no such thing.
    private func span(behind number: SumNumber) -> Int? {
        var after = number.end
        while after < signs.count, signs[after] == 0x20 { after += 1 }
        guard after < signs.count, number.hundredths <= 100_000 else { return nil }
        for (words, days) in SumWords.spans where words.word(in: signs, at: after) != nil { return Int(number.hundredths) * days / 100 }
        return nil
    }

    /// How many days lie between two payments of a sum, where it is paid again and again.
    private func period(from start: Int, to end: Int) -> Int? {
        let clause = (signs[..<start].lastIndex(where: SumText.pauses.contains) ?? -1) + 1
        let near = max(clause, start - 14)..<start
        for (words, days) in SumWords.periods {
            if !words.places(in: signs, near).isEmpty { return days }
            var behind = end
            while behind < signs.count, signs[behind] == 0x20 { behind += 1 }
            if behind < signs.count, words.word(in: signs, at: behind) != nil { return days }
        }
        return nil
    }
}
