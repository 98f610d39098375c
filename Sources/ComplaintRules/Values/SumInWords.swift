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

    /// Whether the words of a promise name a sum in another currency than the country's own, and none in that.
    static func isForeign(in promise: String, _ country: Country) -> Bool {
        guard let own = SumWords.own[country] else { return false }
        let parts = SumText.parts(of: promise)
        return parts.contains { $0.isForeign(own) } && !parts.contains { $0.hasCurrency(own) }
    }

    /// Whether a text says that no money is given.
    static func isDenied(in text: String) -> Bool {
        SumText.parts(of: text, withNumbersAlone: false).contains { $0.isDenying && $0.has(SumWords.compensation, in: 0..<$0.signs.count) }
    }

    /// The largest sum that a text names as a bound of what may be given.
    static func largestBound(in text: String) -> Amount? {
        let parts = SumText.parts(of: text)
        let bounds = SumText.items(of: parts, withTold: true) { _, _ in true }.joined().filter { item in
            parts[item.sentence].has(SumWords.bounds, in: parts[item.sentence].clause(of: item))
        }
        return bounds.map(\.hundredths).max().flatMap { Amount(hundredths: $0) }
    }

    /// Whether a text says that all of something is given, whatever that comes to: `全额赔付您的损失`.
    ///
    /// - Parameter money: whether sentences that speak of papers and of no money are left out.
    static func givesWhole(in text: String, ofMoney money: Bool = false) -> Bool {
        SumText.parts(of: text, withNumbersAlone: false).contains { $0.isOfGiving && $0.isOfWhole && !(money && $0.isOfPapers) }
    }

    /// Whether all that a promise gives so is what its sums say: none gives it besides a sum, in a sentence of its own or behind 另.
    static func namesWhole(in promise: String) -> Bool {
        let parts = SumText.parts(of: promise, withNumbersAlone: false)
        let isSum = parts.contains { $0.largest != nil }
        return parts.filter { $0.isOfGiving && $0.isOfWhole }.allSatisfy { part in
            !(isSum && part.largest == nil) && !part.has(SumWords.onTop, in: 0..<part.signs.count)
                && !(part.largest != nil && part.hasWholeBehindAnd)
        }
    }

    /// Whether that very sum stands in the clause of a promise that gives all of something.
    static func namesWhole(_ sum: Amount, in promise: String) -> Bool {
        let parts = SumText.parts(of: promise, withNumbersAlone: false).filter { $0.isOfGiving && $0.isOfWhole }
        return !parts.isEmpty && parts.allSatisfy { $0.hasWhole(of: sum) }
    }

    /// The largest of the sums in the words of a promise: all of them are promised but those before which the same clause says that they are looked
    /// into, where the sentence gives nothing, and those in another currency that tell what one in the own is worth. A number alone is one.
    ///
    /// - Parameter countingTold: whether those count too that are only told beside what is given: `损失 1000 元，赔偿 200 元`.
    static func largestPromised(in promise: String, _ country: Country, countingTold: Bool = true) -> Amount? {
        let parts = SumText.parts(of: promise)
        let items = SumText.items(of: parts, withTold: countingTold) { $0.isOfGiving || !$1 }
        let largest = SumsTogether(parts, items, country).largest.flatMap { Amount(hundredths: $0) }
        return [largest, Amount(promise)].compactMap { $0 }.max()
    }

    /// The largest of all sums in them, but those that tell what another one is worth.
    static func largestNamed(in promise: String, _ country: Country) -> Amount? {
        let parts = SumText.parts(of: promise)
        let items = SumText.items(of: parts, withTold: true) { _, _ in true }
        return SumsTogether(parts, items, country).largest.flatMap { Amount(hundredths: $0) }
    }
}

/// One sentence of a text, with the sums in it.
struct SumText {
    let signs: [UInt32]
    private let given: [Range<Int>]
    /// Whether it grants what is wanted.
    private let isGranted: Bool
    /// Whether it says that something is not given.
    let isDenying: Bool

    /// Whether it says that something is given.
    var isOfGiving: Bool { !given.isEmpty }

    /// Whether it says so of something else than what is only wanted.
    let givesBesideClaims: Bool

    /// Whether it speaks of a loss, or of money for it.
    var isOfCompensation: Bool { !SumWords.compensation.places(in: signs, 0..<signs.count).isEmpty }

    /// Whether it speaks of papers, and of no money.
    var isOfPapers: Bool { has(SumWords.papers, in: 0..<signs.count) && !isOfCompensation }

    /// Whether a sum stands in the clause of each word that all of something is given.
    func hasWhole(of sum: Amount) -> Bool {
        let clauses = SumText.items(of: [self], withTold: true) { _, _ in true }.joined().filter { $0.hundredths == sum.hundredths }.map(
            clause
        )
        return SumWords.whole.places(in: signs, 0..<signs.count).allSatisfy { word in clauses.contains { $0.contains(word.lowerBound) } }
    }

    /// Whether it gives all of something behind a sum and another word that joins the two: `500 yuan, and all fees`.
    var hasWholeBehindAnd: Bool {
        let sums = countedSums { _ in true }
        return SumWords.whole.places(in: signs, 0..<signs.count).contains { word in
            guard let last = sums.last(where: { $0.range.upperBound <= word.lowerBound }) else { return false }
            return has(SumWords.besides, in: last.range.upperBound..<word.lowerBound)
        }
    }

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
        isGranted = SumWords.agreeing.places(in: signs, 0..<signs.count).contains { !SumText.isDenied(signs, $0.lowerBound) }
        let hasDenial =
            giving.contains { SumText.isDenied(signs, $0.lowerBound) }
            || SumWords.agreeing.places(in: signs, 0..<signs.count).contains { SumText.isDenied(signs, $0.lowerBound) }
        isDenying = !giving.isEmpty && (hasDenial || !SumWords.refusals.places(in: signs, 0..<signs.count).isEmpty)
        // What is refused is named by its sum: what is denied is not given, nor is what the customer wants where the same sentence denies it.
        given = giving.filter { [isGranted] word in
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
    static func before(_ signs: [UInt32], _ place: Int) -> Int {
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

    /// A sum as it stands beside others.
    struct Item {
        let number: SumNumber
        /// What it comes to, as often as it is paid.
        var hundredths: Int64
        /// Where it stands, with its currency.
        let range: Range<Int>
        /// Where the sum before it ends, or the sentence begins.
        var leadStart = 0
        /// Whether a word stands before it, since the sum before, that it is given besides.
        var isAdded = false
        /// Of which of the sentences it is.
        var sentence = 0
    }

    /// The sums in sentences, without those that are only told where others are given.
    ///
    /// - Parameters:
    ///   - withTold: whether those are among them.
    ///   - isCounted: is told of each whether its clause says before it that it is looked into.
    static func items(
        of parts: [SumText],
        withTold: Bool = false,
        _ isCounted: (SumText, _ isLookedInto: Bool) -> Bool
    ) -> [[Item]] {
        let all = parts.enumerated().map { place, part in part.items(place, isCounted) }
        if withTold { return all }
        let told = zip(parts, all).map { part, items in items.indices.map { part.isOnlyTold($0, of: items) } }
        let isGiven = zip(parts, zip(all, told)).contains { part, items in
            zip(items.0, items.1).contains { !$1 && part.isGivenInClause($0) }
        }
        return isGiven ? zip(all, told).map { items, told in zip(items, told).filter { !$1 }.map(\.0) } : all
    }

    private func items(_ sentence: Int, _ isCounted: (SumText, _ isLookedInto: Bool) -> Bool) -> [Item] {
        var last = 0
        return countedSums { isCounted(self, $0) }.map { sum in
            var item = sum
            let between = last..<max(last, item.range.lowerBound)
            // 11 月 10 日、11 月 20 日各 5000 元: what is parted there is when, or to whom.
            let isAdded = has(SumWords.besides, in: between) && !has(SumWords.multiples, in: between)
            (item.leadStart, item.isAdded, item.sentence) = (last, isAdded, sentence)
            last = item.range.upperBound
            return item
        }
    }

    /// Whether one of the words stands in a part of it.
    func has(_ words: WordTable, in range: Range<Int>) -> Bool { !words.places(in: signs, range).isEmpty }

    private static let clauseEnds = Set(",;:()".unicodeScalars.map(\.value))

    /// The clause in which a sum stands, between commas, colons and brackets.
    func clause(of item: Item) -> Range<Int> {
        let start = (signs[..<item.range.lowerBound].lastIndex(where: SumText.clauseEnds.contains) ?? -1) + 1
        return start..<(signs[item.range.upperBound...].firstIndex(where: SumText.clauseEnds.contains) ?? signs.count)
    }

    /// Whether a sum stands in brackets.
    func isInBrackets(_ item: Item) -> Bool {
        let before = signs[..<item.range.lowerBound]
        return before.lastIndex(of: 0x28) ?? -1 > before.lastIndex(of: 0x29) ?? -1
    }

    /// Whether a word of giving stands in the clause of a sum.
    func isGivenInClause(_ item: Item) -> Bool {
        let clause = clause(of: item)
        return given.contains { clause.contains($0.lowerBound) && !isClaimed($0) }
    }

    /// Whether a giving word tells what is wanted, and nothing grants that: 要求赔偿, but not 按您要求赔偿.
    private func isClaimed(_ word: Range<Int>) -> Bool {
        if isGranted { return false }
        let end = SumText.beforeArticle(signs, word.lowerBound)
        guard let start = (max(0, end - 12)..<max(0, end)).first(where: { SumWords.claims.word(in: signs, at: $0)?.end == end }) else {
            return false
        }
        return !has(SumWords.asWanted, in: max(0, start - 6)..<start)
    }

    /// Whether a sum is a loss, a charge or a claim, in a clause that gives nothing, and none gives it behind that.
    private func isOnlyTold(_ place: Int, of items: [Item]) -> Bool {
        let clause = clause(of: items[place])
        let next = place + 1 < items.count ? max(clause.upperBound, self.clause(of: items[place + 1]).lowerBound) : signs.count
        let giving = given.filter { (clause.lowerBound..<next).contains($0.lowerBound) }
        let isWanted = giving.contains(where: isClaimed)
        if isGranted || !giving.allSatisfy(isClaimed) || has(SumWords.onTop, in: clause) || has(SumWords.noTold, in: clause) {
            return false
        }
        if isWanted || has(SumWords.wanted, in: clause) { return true }
        // 赔偿 1000 元，误工损失 900 元 is given behind what is given.
        let isBehind = items[..<place].contains(where: isGivenInClause)
        return has(SumWords.told, in: clause) && (!isBehind || isInBrackets(items[place]) || has(SumWords.yours, in: clause))
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
            if isEach || isBeforeSum(number), endOfMoney(number) == nil, span(behind: number) == nil, !isOfDay(number), !isNumbered(number),
                number.hundredths % 100 == 0, number.hundredths < 100_000, number.hundredths > 100
            {
                counts.append(number.hundredths / 100)
            }
            place = max(number.end, place + 1)
        }
        return counts
    }

    /// Whether a number is that of a day, before or behind its month, or joined to one that is: `10 and 20 November`, `11月10、20日`.
    private func isOfDay(_ number: SumNumber) -> Bool {
        var place = number.end
        while place < signs.count {
            if signs[place] == 0x20 {
                place += 1
            } else if SumWords.days.word(in: signs, at: place) != nil {
                return true
            } else if let joint = SumWords.joints.word(in: signs, at: place) {
                place = joint.end
            } else if place > number.end, let next = SumNumber(in: signs, at: place), next.hundredths <= 3100 {
                place = next.end
            } else {
                return false
            }
        }
        return false
    }

    /// The numbers that tell how many of something there are, and no sum and no day; in how many days or months something is given, as well.
    func numbers() -> (counts: Set<Int64>, days: Int64) {
        var (counts, days, months): (Set<Int64>, Int64, Int64) = ([], 0, 0)
        var place = 0
        while place < signs.count {
            if SumWords.months.word(in: signs, at: place) != nil { months += 1 }
            guard let number = SumNumber(in: signs, at: place) else {
                place += 1
                continue
            }
            if endOfMoney(number) == nil, number.hundredths % 100 == 0 {
                var after = number.end
                while after < signs.count, signs[after] == 0x20 { after += 1 }
                let sign = after < signs.count ? signs[after] : 0
                switch sign {
                case 0x65E5, 0x53F7: days += 1
                case 0x6708: months += 1
                default: if !isOfDay(number), !isNumbered(number) { counts.insert(number.hundredths / 100) }
                }
            }
            place = max(number.end, place + 1)
        }
        for word in (0..<signs.count).compactMap({ SumWords.timesOver.word(in: signs, at: $0) }) {
            counts.insert(SumWords.timesOverValues[word.place])
        }
        return (counts, max(days, months))
    }

    /// Whether a part of it tells a day or a month.
    func isDated(_ range: Range<Int>) -> Bool {
        range.contains { place in
            SumWords.months.word(in: signs, at: place) != nil
                || place > 0 && [0x65E5, 0x53F7, 0x6708].contains(signs[place])
                    && (signs[place - 1].isDigit || SumText.numberSigns.contains(signs[place - 1]))
        }
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

    private func countedSums(isCounted: (_ isLookedInto: Bool) -> Bool) -> [Item] {
        var place = 0
        var sums: [Item] = []
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
                sums.append(Item(number: number, hundredths: number.hundredths, range: number.start..<max(end, number.start)))
            }
            place = max(number.end, place + 1)
        }
        for (index, period) in repeated {
            let once = sums[index].hundredths
            if days == 0, index + 1 < sums.count, once > 0, sums[index + 1].hundredths % once == 0,
                isTotal(sums[index].range.upperBound..<sums[index + 1].range.lowerBound)
            {
                sums[index].hundredths = sums[index + 1].hundredths
                continue
            }
            let times = ((days == 0 ? SumWords.endless : days) + period - 1) / period
            let (sum, isTooMuch) = sums[index].hundredths.multipliedReportingOverflow(by: Int64(max(1, times)))
            sums[index].hundredths = isTooMuch ? SumNumber.most : min(sum, SumNumber.most)
        }
        return sums
    }

    /// Whether a word stands between two sums that the second one is all of the first.
    private func isTotal(_ between: Range<Int>) -> Bool {
        !between.isEmpty && has(SumWords.totals, in: between) && !has(SumWords.onTop, in: between) && !has(SumWords.gifts, in: between)
    }

    /// How many of a sum are told right before or behind it: `3 payments of 1000 yuan`, `1000 元购物卡 3 张`; 1 where nothing is.
    func times(_ item: Item) -> Int64 {
        var place = 0
        let clause = clause(of: item)
        while place < signs.count {
            guard let number = SumNumber(in: signs, at: place) else {
                place += 1
                continue
            }
            place = max(number.end, place + 1)
            guard number.hundredths % 100 == 0, (200..<100_000).contains(number.hundredths), endOfMoney(number) == nil else { continue }
            var end = number.end
            while end < signs.count, signs[end] == 0x20 { end += 1 }
            if clause.contains(number.start), number.start >= item.range.upperBound, end < signs.count,
                SumWords.sheets.word(in: signs, at: end) != nil,
                !has(SumWords.sharing, in: item.range.upperBound..<number.start)
            {
                return number.hundredths / 100
            }
            if clause.contains(number.start), SumWords.times.isWord(in: signs, endingAt: SumText.before(signs, number.start)) {
                return number.hundredths / 100
            }
            let start = SumText.before(signs, item.range.lowerBound)
            if number.end < start - 2, SumWords.of.isWord(in: signs, endingAt: start),
                signs[number.end..<start].allSatisfy({ $0.isLatinLetter || $0 == 0x20 }),
                signs[number.end..<start].split(separator: 0x20).count <= 4
            {
                return number.hundredths / 100
            }
        }
        return 1
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

    /// Whether a number stands beside another currency than these.
    func isForeign(_ number: SumNumber, _ own: WordTable) -> Bool {
        switch currency(of: number) {
        case .behind(let start, _)?: own.word(in: signs, at: start) == nil
        case .before(let end)?: !own.isWord(in: signs, endingAt: end)
        case nil: false
        }
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
        guard number.hundredths >= 1000, number.isBegunByDigit, !number.isLikeTelephone, !isYear(number) else { return false }
        var after = number.end
        while after < signs.count, signs[after] == 0x20 { after += 1 }
        if after < signs.count, SumWords.measures.word(in: signs, at: after) != nil { return false }
        var before = number.start
        while before > 0, signs[before - 1] == 0x20 { before -= 1 }
        if SumWords.labels.isWord(in: signs, endingAt: before) || isNumbered(number) || isInCardNumber(number) { return false }
        // 给 5000: nothing else is given before a number.
        if before > 0, signs[before - 1] == 0x7ED9 { return true }
        // The second part of a date, a time or a telephone number.
        if before > 1, [0x2D, 0x2F, 0x3A, 0x2E].contains(signs[before - 1]), signs[before - 2].isDigit { return false }
        let clause = (signs[..<number.start].lastIndex(where: SumText.pauses.contains) ?? -1) + 1
        if given.contains(where: { $0.lowerBound >= clause && $0.upperBound <= number.start }) { return true }
        // Before one it is more often told of what a number is: of three digits at least it is a sum.
        let end = signs[number.end...].firstIndex(where: SumText.pauses.contains) ?? signs.count
        if number.hundredths >= 10_000, given.contains(where: { $0.lowerBound >= number.end && $0.upperBound <= end }) { return true }
        if after < signs.count, [0x6574, 0x6B63].contains(signs[after]) { after += 1 }
        return before == 0 && after == signs.count && !number.isLikeService
    }

    /// Whether a number is a year's: a word before it says so, a month does, or what is of a year stands behind it. Right behind what gives or who
    /// is given it is a sum: `赔您2000`.
    private func isYear(_ number: SumNumber) -> Bool {
        guard number.isLikeYear else { return false }
        let before = SumText.before(signs, number.start)
        if before == 0 { return true }
        var after = number.end
        while after < signs.count, signs[after] == 0x20 { after += 1 }
        if after < signs.count, SumWords.ofYear.word(in: signs, at: after) != nil { return true }
        if SumWords.of.isWord(in: signs, endingAt: before) {
            // A refund of 2000, but the fees of 2026.
            let word = SumText.before(signs, before - 2)
            return !given.contains { $0.upperBound == word }
        }
        if SumWords.beforeYear.isWord(in: signs, endingAt: before) { return true }
        return (max(0, before - 12)..<before).contains { SumWords.months.word(in: signs, at: $0) != nil }
    }

    /// Whether a number is one by which something is known, or is joined to such a one: `尾号1234和5678`; or the day behind its month.
    private func isNumbered(_ number: SumNumber) -> Bool {
        var end = number.start
        while true {
            let before = SumText.before(signs, end)
            if SumWords.numbered.isWord(in: signs, endingAt: before) { return true }
            guard let joint = (max(0, before - 4)..<before).first(where: { SumWords.joints.word(in: signs, at: $0)?.end == before }) else {
                return false
            }
            var start = SumText.before(signs, joint)
            let last = start
            while start > 0, signs[start - 1].isDigit { start -= 1 }
            if start == last { return false }
            end = start
        }
    }

    /// Whether a number is of the groups of four digits in which a card's is written, behind a word for one.
    private func isInCardNumber(_ number: SumNumber) -> Bool {
        guard signs[number.start..<number.end].allSatisfy(\.isDigit) else { return false }
        func isJoint(_ place: Int) -> Bool { signs[place] == 0x20 || signs[place] == 0x2D }
        var (start, end) = (number.start, number.end)
        while start > 0, signs[start - 1].isDigit || start > 1 && isJoint(start - 1) && signs[start - 2].isDigit { start -= 1 }
        while end < signs.count, signs[end].isDigit || end + 1 < signs.count && isJoint(end) && signs[end + 1].isDigit { end += 1 }
        let groups = signs[start..<end].split { !$0.isDigit }
        let clause = (signs[..<start].lastIndex(where: SumText.pauses.contains) ?? -1) + 1
        return groups.count > 2 && groups.dropLast().allSatisfy { $0.count == 4 } && has(SumWords.cards, in: clause..<start)
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
            // 1000 元（每月）, but not 1000 元，每月 100 元.
            if behind < signs.count, [0x28, 0x2C].contains(signs[behind]), !has(SumWords.shared, in: 0..<signs.count) {
                behind += 1
                while behind < signs.count, signs[behind] == 0x20 { behind += 1 }
                let clauseEnd = signs[behind...].firstIndex(where: SumText.clauseEnds.contains) ?? signs.count
                if behind < signs.count, words.word(in: signs, at: behind) != nil,
                    !signs[behind..<clauseEnd].contains(where: { $0.isDigit || SumText.numberSigns.contains($0) })
                {
                    return days
                }
            }
        }
        return nil
    }
}
