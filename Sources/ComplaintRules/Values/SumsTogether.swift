extension Amount {
    /// By how much the words of a promise go beyond an amount where its sums are taken together; nil where they agree with it.
    ///
    /// Each sum is given besides the others, but where the words tell it as money that stands there already:
    /// - a part: in brackets behind it, or behind `其中`, `包括`, `含`, `分别`, `of which`, `including`; or, with no such word, one of several that add up to
    ///   the sum right before or behind them, of which none is given by a word of its own (`赔偿`, `refund`) or besides (`另`, `plus`);
    /// - the same sum again: in capitals, in brackets, behind `即`, `that is`, or as `该 1000 元`;
    /// - an instalment: `每期`, `每张`, `each`, on so many days, where that comes to the sum beside it;
    /// - all of those before it: `共`, `合计`, `in all`;
    /// - what it is worth in another currency: in brackets, behind `折合`, `worth`, `about`.
    ///
    /// What was lost, charged or claimed beside a sum that is given is none of them. What is given to each of several counts for each, and for two where
    /// nobody says how many. Where all that comes to more than the amount, whoever wrote it is asked. It is sure where a sum is joined to another by a
    /// word that it is given besides (`另付`, `another`), or so many times (`两个 1000 元`, `每人 1000 元，5 人`), and that comes to none of the sums told.
    static func beyond(_ amount: Amount, in promise: String, _ country: Country) -> (sum: Amount, isSure: Bool)? {
        let parts = SumText.parts(of: promise)
        return SumsTogether(parts, SumText.items(of: parts) { $0.isOfGiving || !$1 }, country).beyond(amount)
    }

    /// By how much those sentences of a text that speak of giving something go beyond it: for sure, or by sums of which each is given in a clause of
    /// its own. A text names other sums beside what it gives, and these are not taken together with it.
    static func givenBeyond(_ amount: Amount, in text: String, _ country: Country) -> Amount? {
        let parts = SumText.parts(of: text).filter(\.isOfGiving)
        let together = SumsTogether(parts, SumText.items(of: parts) { _, _ in true }, country)
        if let beyond = together.beyond(amount), beyond.isSure { return beyond.sum }
        return together.givenEach.flatMap { $0 > amount ? $0 : nil }
    }

    /// The largest of the sums that a text gives on top of what was promised before it (`另赔`, `another`); nil for none. By a word that may only join
    /// it to something else (`并`, `also`) a sum is on top where it is another one than what was promised.
    static func largestOnTop(of promised: Amount, in text: String) -> Amount? {
        let parts = SumText.parts(of: text)
        let items = SumText.items(of: parts, withTold: true) { _, _ in true }
        let isAllPromised = items.joined().reduce(0) { min($0 + $1.hundredths, SumNumber.most) } == promised.hundredths
        let added = items.joined().filter { item in
            let (part, clause) = (parts[item.sentence], parts[item.sentence].clause(of: item))
            let isPaid = part.isGivenInClause(item) || part.has(SumWords.payments, in: clause)
            if !isPaid || part.has(SumWords.claims, in: clause) || part.has(SumWords.without, in: clause) { return false }
            if part.has(SumWords.added, in: clause) { return true }
            // What all sums of the text come to was promised: paid in two parts, it is told of both.
            return !isAllPromised && item.hundredths != promised.hundredths && part.has(SumWords.addedPerhaps, in: clause)
        }
        return added.map(\.hundredths).max().flatMap { Amount(hundredths: $0) }
    }

    /// Whether a text gives so much to each of several.
    static func isSharedOut(in text: String, _ country: Country) -> Bool {
        let parts = SumText.parts(of: text).filter(\.isOfGiving)
        return SumsTogether(parts, SumText.items(of: parts) { _, _ in true }, country).isSharedOut
    }

    /// Whether a text gives a sum in another currency, and does not tell it as what one in the country's own is worth.
    static func givesForeign(in text: String, _ country: Country) -> Bool {
        let parts = SumText.parts(of: text).filter(\.isOfGiving)
        return SumsTogether(parts, SumText.items(of: parts) { _, _ in true }, country).givesForeign
    }

    /// Whether a promise names a sum in another currency beside one in the country's own, and does not tell it as what that is worth.
    static func isForeignBeside(in promise: String, _ country: Country) -> Bool {
        let parts = SumText.parts(of: promise)
        return SumsTogether(parts, SumText.items(of: parts) { $0.isOfGiving || !$1 }, country).isForeignBeside
    }
}

/// The sums in some sentences, taken together (`Amount.beyond`).
struct SumsTogether {
    /// One sum of money, however often it is told.
    private struct Money {
        var hundredths: Int64
        /// The place of the sum that tells it, and of the last one that told of it.
        var place: Int
        var last: Int
        /// What no part of it was told of yet, while parts of it are told; nil where none are.
        var room: Int64?
    }

    private let parts: [SumText]
    private let items: [SumText.Item]
    private let own: WordTable?
    /// Whether all but the small currencies are worth more than the country's own.
    private let isOwnSmall: Bool
    private var money: [Money] = []
    /// The places of those that are parts of another one, and of those that tell what another one is worth.
    private var partsTold: Set<Int> = []
    private var worthTold: Set<Int> = []

    /// How many sums are taken together at most.
    private static let most = 100

    init(_ parts: [SumText], _ items: [[SumText.Item]], _ country: Country) {
        self.parts = parts
        self.items = items.flatMap { $0 }
        own = SumWords.own[country]
        isOwnSmall = country == .china
        // So many sums tell nothing of each other: each is one, so that no text takes long to read.
        if self.items.count > SumsTogether.most {
            money = self.items.indices.map { Money(hundredths: self.items[$0].hundredths, place: $0, last: $0) }
            return
        }
        var place = 0
        while place < self.items.count { place = take(place) }
    }

    func beyond(_ amount: Amount) -> (sum: Amount, isSure: Bool)? {
        let values = items.indices.filter { !partsTold.contains($0) && !worthTold.contains($0) }.map { items[$0].hundredths }
        let bound = amount.hundredths
        guard let largest = values.max() else { return nil }
        func amountTold(_ sum: Int64) -> Amount { Amount(hundredths: min(sum, SumNumber.most)) ?? amount }
        func sum(_ values: [Int64]) -> Int64 { values.reduce(0) { min($0 + $1, SumNumber.most) } }
        for count in Set(parts.flatMap(\.counts)) {
            let products = values.map { SumsTogether.product($0, count) }
            // In brackets, five cards of 100 yuan are the 500 yuan told before them.
            let told = items.indices.filter { isInBracketsBehind($0) || !partsTold.contains($0) && !worthTold.contains($0) }
            let explained = told.map { SumsTogether.product(items[$0].hundredths, count) }
            if let most = products.max(), most > bound, !explained.contains(where: { $0 == bound || values.contains($0) }) {
                return (amountTold(most), true)
            }
        }
        let all = sum(money.map { SumsTogether.product($0.hundredths, times($0)) })
        if all <= bound { return nil }
        // The first one of all is given besides nothing; what may be the parts of the largest is asked about.
        let isOfParts = values.count > 2 && sum(values) - largest == largest
        let isSure = !isOfParts && money.contains { $0.place > 0 && items[$0.place].isAdded }
        return (amountTold(all), isSure)
    }

    /// What those come to that are given each in a clause of its own; nil where there are not two of them.
    var givenEach: Amount? {
        // What came to an account may be the customer's own.
        let given = money.filter { money in
            let (part, item) = (text(money.place), items[money.place])
            let clause = part.clause(of: item)
            if part.has(SumWords.claims, in: clause) { return false }
            return part.has(SumWords.family, in: clause) || part.isGivenInClause(item) && part.has(SumWords.giftsOrPayments, in: clause)
        }
        if given.count < 2 { return nil }
        return Amount(hundredths: given.reduce(0) { min($0 + $1.hundredths, SumNumber.most) })
    }

    /// The largest of all sums but those that tell what another one is worth.
    var largest: Int64? { items.indices.filter { !worthTold.contains($0) }.map { items[$0].hundredths }.max() }

    var isSharedOut: Bool {
        items.count <= SumsTogether.most
            && items.indices.contains { times(Money(hundredths: items[$0].hundredths, place: $0, last: $0)) > 1 }
    }

    var givesForeign: Bool {
        money.contains { isForeign($0.place) && text($0.place).isGivenInClause(items[$0.place]) }
    }

    var isForeignBeside: Bool {
        let foreign = money.filter { isForeign($0.place) }
        return !foreign.isEmpty && foreign.count < money.count
    }

    private static func product(_ value: Int64, _ times: Int64) -> Int64 {
        let (product, isTooMuch) = value.multipliedReportingOverflow(by: times)
        return isTooMuch ? SumNumber.most : min(product, SumNumber.most)
    }

    /// To how many a sum is given at least, where it is given to each of several; how many that are is looked at with the numbers that tell it.
    private func times(_ money: Money) -> Int64 {
        if items.count > SumsTogether.most { return 1 }
        let (item, part) = (items[money.place], text(money.place))
        let start = SumText.before(part.signs, item.range.lowerBound)
        let clause = part.clause(of: item)
        let isEach =
            SumWords.each.isWord(in: part.signs, endingAt: start) || part.has(SumWords.eachOf, in: lead(money.place).clamped(to: clause))
            || part.has(SumWords.eachBehind, in: clauseTail(money.place))
        return max(part.times(item), isEach && part.counts.isEmpty ? max(2, part.numbers().days) : 1)
    }

    // MARK: What stands around a sum

    private func text(_ place: Int) -> SumText { parts[items[place].sentence] }
    private func isForeign(_ place: Int) -> Bool { own.map { text(place).isForeign(items[place].number, $0) } ?? false }
    /// What stands between a sum and the one before it in its sentence.
    private func lead(_ place: Int) -> Range<Int> { items[place].leadStart..<max(items[place].leadStart, items[place].range.lowerBound) }
    /// What stands behind a sum, until the next one in its sentence.
    private func tail(_ place: Int) -> Range<Int> {
        let isLast = place + 1 == items.count || items[place + 1].sentence != items[place].sentence
        let start = items[place].range.upperBound
        return start..<max(start, isLast ? text(place).signs.count : items[place + 1].range.lowerBound)
    }
    /// The same within its clause.
    private func clauseTail(_ place: Int) -> Range<Int> { tail(place).clamped(to: text(place).clause(of: items[place])) }

    private func has(_ words: WordTable, before place: Int) -> Bool { text(place).has(words, in: lead(place)) }
    private func isOnTop(_ place: Int) -> Bool { has(SumWords.onTop, before: place) }
    /// A sum with the signs right before it.
    private func near(_ place: Int) -> Range<Int> { max(0, items[place].range.lowerBound - 8)..<items[place].range.upperBound }

    /// Whether a word of giving stands before a sum: 12 yuan refund and 50 yuan is of the one before.
    private func isGift(_ place: Int) -> Bool {
        text(place).has(SumWords.gifts, in: ownLead(place))
    }

    /// What stands between a sum and the one before it without what is said of that one.
    private func ownLead(_ place: Int) -> Range<Int> {
        let (part, lead) = (text(place), lead(place))
        let first = lead.lowerBound == 0 ? nil : lead.first { SumWords.partings.word(in: part.signs, at: $0) != nil }
        return (first ?? lead.lowerBound)..<lead.upperBound
    }
    /// Whether nothing stands behind a sum, at the end of its sentence, that it is given on top.
    private func isOnTopBehind(_ place: Int) -> Bool {
        let isLast = place + 1 == items.count || items[place + 1].sentence != items[place].sentence
        return isLast && text(place).has(SumWords.onTop, in: tail(place))
    }

    /// Whether the brackets in which a sum stands say that it comes on top, or is left out of the one before them.
    private func isBesidesInBrackets(_ place: Int) -> Bool {
        let (part, range) = (text(place), items[place].range)
        let start = part.signs[..<range.lowerBound].lastIndex(of: 0x28) ?? range.lowerBound
        let end = part.signs[range.upperBound...].firstIndex(of: 0x29) ?? part.signs.count
        return part.has(SumWords.onTop, in: start..<end) || part.has(SumWords.leftOut, in: start..<end)
            || SumWords.and.word(in: part.signs, at: start + 1) != nil
    }

    private func isInBracketsBehind(_ place: Int) -> Bool { isInBrackets(place) && text(place).signs[lead(place)].contains(0x28) }
    private func isInBrackets(_ place: Int) -> Bool { text(place).isInBrackets(items[place]) }

    // MARK: What it tells

    /// Takes a sum to those before it, with those behind it that go with it; where to go on.
    private mutating func take(_ place: Int) -> Int {
        if let last = money.indices.last, isSame(place, as: last) || isInstalment(place, of: last) {
            money[last].last = place
            return place + 1
        }
        if takeWorth(place) || takeTotal(place) { return place + 1 }
        if let next = takePart(place) ?? takeParts(place) { return next }
        if let first = partsBefore(place) { money.removeSubrange(first...) }
        money.append(Money(hundredths: items[place].hundredths, place: place, last: place))
        return place + 1
    }

    private func isSame(_ place: Int, as last: Int) -> Bool {
        let (value, before) = (items[place].hundredths, money[last])
        guard value == before.hundredths, isForeign(place) == isForeign(before.place), !isOnTop(place), !isOnTopBehind(place) else {
            return false
        }
        let (part, lead) = (text(place), lead(place))
        let start = SumText.before(part.signs, items[place].range.lowerBound)
        if SumWords.definite.isWord(in: part.signs, endingAt: start) { return true }
        // 赔偿 500 元，500 元已退至您的卡上.
        let behind = part.signs[items[place].range.upperBound...].firstIndex { $0 != 0x20 } ?? part.signs.count
        if start <= part.clause(of: items[place]).lowerBound, behind < part.signs.count,
            SumWords.spokenOf.word(in: part.signs, at: behind) != nil
        {
            return true
        }
        // 补偿 3000 元，人民币叁仟元整.
        let around = (lead.lowerBound..<clauseTail(place).upperBound).filter { !items[place].range.contains($0) }.map { part.signs[$0] }
        if isInCapitals(place) != isInCapitals(before.place), around.allSatisfy(SumsTogether.aroundCapitals.contains) { return true }
        if isGift(place) || items[place].sentence != items[before.last].sentence { return false }
        return isInBracketsBehind(place) && !isBesidesInBrackets(place)
            || part.has(SumWords.again, in: lead) && !part.has(SumWords.noAgain, in: lead)
    }

    /// Whether a sum is written in the signs for cheques: 壹仟元.
    private func isInCapitals(_ place: Int) -> Bool {
        let number = items[place].number
        return text(place).signs[number.start..<number.end].contains(where: SumsTogether.capitals.contains)
    }

    private static let aroundCapitals = Set(" ,:()¥人民币大小写整正计".unicodeScalars.map(\.value))
    private static let capitals = Set("壹贰叁肆伍陆柒捌玖拾佰仟".unicodeScalars.map(\.value))

    private func isInstalment(_ place: Int, of last: Int) -> Bool {
        let (item, whole) = (items[place], money[last].hundredths)
        if isOnTop(place) || isGift(place) || isForeign(place) != isForeign(money[last].place) { return false }
        let (part, near) = (text(place), ownLead(place).lowerBound..<clauseTail(place).upperBound)
        guard part.has(SumWords.multiples, in: near) || part.has(SumWords.instalments, in: near) else { return false }
        // What it comes to was counted already, as every month.
        if item.hundredths == whole, item.number.hundredths < whole { return true }
        let once = item.number.hundredths
        guard once > 0, once < whole, whole % once == 0 else { return false }
        return isTold(whole / once, in: [items[money[last].place].sentence, item.sentence])
    }

    /// Whether sentences tell so many of something, or so many days.
    private func isTold(_ count: Int64, in sentences: Set<Int>) -> Bool {
        let numbers = sentences.map { parts[$0].numbers() }
        return numbers.contains { $0.counts.contains(count) } || numbers.reduce(0) { $0 + $1.days } == count
    }

    private mutating func takeWorth(_ place: Int) -> Bool {
        guard let last = money.indices.last, isForeign(place) != isForeign(money[last].place),
            items[place].sentence == items[money[last].last].sentence, !isGift(place), !isOnTop(place),
            !has(SumWords.besides, before: place),
            isInBracketsBehind(place) || has(SumWords.worth, before: place)
        else {
            return false
        }
        let (foreign, value) = isForeign(place) ? (place, money[last].hundredths) : (money[last].place, items[place].hundredths)
        // A euro or a dollar is worth several yuan.
        let isSmall = text(foreign).has(SumWords.small, in: near(foreign))
        let most = isOwnSmall && !isSmall ? value / 2 : SumsTogether.product(value, isSmall ? 250 : 2)
        guard items[foreign].hundredths <= most else { return false }
        worthTold.insert(foreign)
        if !isForeign(place) { (money[last].hundredths, money[last].place) = (items[place].hundredths, place) }
        money[last].last = place
        return true
    }

    private mutating func takeTotal(_ place: Int) -> Bool {
        let (part, lead, value) = (text(place), lead(place), items[place].hundredths)
        if money.isEmpty || isOnTop(place) || isOnTopBehind(place) || isForeign(place) { return false }
        let word = SumWords.totals.places(in: part.signs, lead).last { SumWords.noTotals.word(in: part.signs, at: $0.lowerBound) == nil }
        let isBehind = part.has(SumWords.totalsBehind, in: clauseTail(place))
        guard word != nil || isBehind else { return false }
        // 退还年费共 1000 元 is the total of what it gives itself.
        if let word, part.has(SumWords.gifts, in: min(ownLead(place).lowerBound, word.lowerBound)..<word.lowerBound) { return false }
        // What stands before it in its clause is what it is for, and may be for that alone.
        let clause = part.clause(of: items[place])
        let isPlain = SumText.before(part.signs, word?.lowerBound ?? items[place].range.lowerBound) <= clause.lowerBound
        let own = money.indices.filter { items[money[$0].place].sentence == items[place].sentence }
        var (sum, first): (Int64, Int?) = (0, nil)
        for index in money.indices.reversed() {
            sum = min(sum + money[index].hundredths, SumNumber.most)
            if sum == value { first = index }
        }
        if first == money.count - 1, !isPlain { return false }
        if first == nil, let last = money.last, last.hundredths > 0, value % last.hundredths == 0,
            isTold(value / last.hundredths, in: [items[last.place].sentence, items[place].sentence])
        {
            first = money.count - 1
        }
        if first == nil, isPlain, let start = own.first, money[start...].reduce(0, { min($0 + $1.hundredths, SumNumber.most) }) <= value {
            first = start
        }
        guard let first else { return false }
        money.removeSubrange(first...)
        money.append(Money(hundredths: value, place: place, last: place))
        return true
    }

    /// Takes a sum as a part of the one before it that is told so, or while parts of that are told.
    private mutating func takePart(_ place: Int) -> Int? {
        guard let last = money.indices.last, !isForeign(place) else { return nil }
        let (part, lead) = (text(place), lead(place))
        let before = money[last]
        // What is included within brackets that are closed before the sum is of the one before it: 1000 yuan (tax included).
        let word = SumWords.parts.places(in: part.signs, lead).last { word in
            !SumWords.without.isWord(in: part.signs, endingAt: SumText.before(part.signs, word.lowerBound))
                && !part.signs[word.upperBound..<max(word.upperBound, lead.upperBound)].contains(0x29)
        }
        var isPart = false
        if let word {
            let isParted = SumWords.respectively.word(in: part.signs, at: word.lowerBound) != nil
            isPart =
                !part.has(SumWords.onTop, in: lead) && !part.has(SumWords.gifts, in: lead.lowerBound..<word.lowerBound)
                && !(isParted && isGift(place))
        } else if part.has(SumWords.parts, in: clauseTail(place)), !isOnTop(place), !isGift(place) {
            // Postage of 20 yuan included.
            isPart = true
        } else if isInBracketsBehind(place), items[before.last].sentence == items[place].sentence {
            isPart = !isOnTop(place) && !isGift(place) && !isBesidesInBrackets(place)
        } else if before.room != nil, items[before.last].sentence == items[place].sentence {
            // The last of the parts that were begun to be told may say again that it is given.
            isPart = (!isGift(place) || items[place].hundredths == before.room) && (!isOnTop(place) || isRest(place, before.room ?? 0))
            if isInBrackets(before.last), part.signs[lead].contains(0x29) { isPart = false }
        }
        let room = before.room ?? before.hundredths
        guard isPart, items[place].hundredths <= room else { return nil }
        (money[last].room, money[last].last) = (room - items[place].hundredths, place)
        partsTold.insert(place)
        return place + 1
    }

    /// Whether a sum and those behind it in its sentence are all that is left.
    private func isRest(_ place: Int, _ room: Int64) -> Bool {
        items[place...].prefix { $0.sentence == items[place].sentence }.reduce(0) { min($0 + $1.hundredths, SumNumber.most) } == room
    }

    /// Takes several sums that add up to the one right before them.
    private mutating func takeParts(_ place: Int) -> Int? {
        guard let last = money.indices.last, money[last].last == place - 1, money[last].room == nil else { return nil }
        let whole = money[last]
        let isSplit = text(whole.place).has(SumWords.instalments, in: 0..<text(whole.place).signs.count)
        let isDated =
            text(whole.place).isDated(text(whole.place).clause(of: items[whole.place]))
            && text(place).isDated(text(place).clause(of: items[place]))
        let isForBoth = [whole.place, place].allSatisfy { text($0).has(SumWords.purpose, in: text($0).clause(of: items[$0])) }
        if isForBoth || has(SumWords.besides, before: place) || isDated && !isSplit || items[whole.place].sentence != items[place].sentence
        {
            return nil
        }
        // What is told behind a colon, or in brackets, is what comes before it.
        let isTold = [0x3A, 0x28].contains(text(place).signs[lead(place)].first { $0 != 0x20 } ?? 0)
        var (sum, next): (Int64, Int) = (0, place)
        while next < items.count, sum < whole.hundredths, items[next].sentence == items[place].sentence, !isOnTop(next),
            isTold || !isGift(next),
            isForeign(next) == isForeign(whole.place)
        {
            (sum, next) = (min(sum + items[next].hundredths, SumNumber.most), next + 1)
        }
        guard sum == whole.hundredths, next > place + 1, !isOnTopBehind(next - 1) else { return nil }
        money[last].last = next - 1
        return next
    }

    /// Where sums begin that add up to one right behind them.
    private func partsBefore(_ place: Int) -> Int? {
        if has(SumWords.besides, before: place) || isOnTop(place) || isGift(place) || isOnTopBehind(place) { return nil }
        if text(place).isDated(text(place).clause(of: items[place])) || isForeign(place) { return nil }
        // What stands beside it in its clause is what it is for: 400 yuan for the fee, 600 yuan for the delay, 1000 yuan for the trip.
        let (part, item) = (text(place), items[place])
        let besides = part.clause(of: item).filter { !item.range.contains($0) }.map { part.signs[$0] }
        if !besides.allSatisfy(SumsTogether.aroundCapitals.contains) { return nil }
        var (sum, first): (Int64, Int) = (0, money.count)
        while first > 0, sum < items[place].hundredths, items[money[first - 1].place].sentence == items[place].sentence {
            (sum, first) = (min(sum + money[first - 1].hundredths, SumNumber.most), first - 1)
        }
        return sum == items[place].hundredths && money.count - first > 1 ? first : nil
    }
}
