extension Intake {
    /// The most persons who may speak for a customer or a group (6-sources, National rules).
    public static let representativeLimit = 5

    /// Whoever speaks for the customer, each by name, whatever stands between the names.
    ///
    /// Names in Han are parted by every mark, blank and word for "and"; those in Latin letters, which have blanks and dots of their own, by all but
    /// these. A dot between Han parts is of one name where a part is as long as only a name from another language is (阿依古丽·买买提); else one too
    /// many is counted rather than one too few.
    public var representatives: [String] { Representatives.named(in: proxy) }

    /// How many of them are people for sure: by a full name.
    var surelyNamed: Int { Representatives.people(in: proxy).filter(Representatives.isFullName).count }

    /// How many people the words may mean: by a number beside those whose names they are (甲等六人, six representatives, spokesperson for 40
    /// villagers), or part by part but for those that are of no person. Whether these speak or are spoken for no list of words tells for sure.
    public var peopleSpokenOf: Int { Representatives.most(in: proxy) }

    /// Whether words of whoever speaks for the customer may mean more people than may speak.
    public static func mayBeMany(_ proxy: String) -> Bool { Representatives.most(in: proxy) > representativeLimit }
}

/// What stands beside names and is of no person: a firm, a profession, a degree, an address, a particular.
private enum PartOfNobody {
    private static let han: Set<String> = [
        "男", "女", "律师", "实习律师", "会计师", "法务", "代理人", "委托代理人", "诉讼代理人", "法定代理人",
        "法定代表人", "代表人", "负责人", "公证员",
    ]
    private static let hanEnds = ["事务所", "律所", "公司", "委员会", "法律服务所", "岁", "出生", "省", "市", "区", "县", "街道"]
    private static let hanStarts = ["住", "现住", "家住", "身份证", "电话", "手机", "联系电话", "地址", "执业证"]
    private static let firms: Set<String> = [
        "llp", "ltd", "limited", "inc", "llc", "plc", "co", "company", "partners", "solicitors", "associates", "chambers", "corporation",
    ]
    private static let professions: Set<String> = [
        "lawyer", "lawyers", "solicitor", "solicitors", "attorney", "attorneys", "barrister", "barristers", "counsel", "advocate",
        "advocates",
        "notary", "agent", "agents", "accountant", "accountants", "male", "female", "attorney at law", "attorneys at law",
    ]
    private static let degrees: Set<String> = [
        "llb", "llm", "lld", "ma", "ba", "phd", "qc", "kc", "jd", "md", "mba", "bsc", "msc", "esq",
    ]
    private static let streets: Set<String> = [
        "street", "road", "avenue", "lane", "drive", "square", "st", "rd", "ave", "close", "court", "way", "place", "terrace", "boulevard",
        "mansions", "house", "gardens",
    ]
    private static let rooms: Set<String> = ["flat", "suite", "room", "unit", "floor", "apartment", "apt"]

    static func isOne(_ part: String) -> Bool {
        if part.contains(where: { $0.isLetter && $0.unicodeScalars.allSatisfy { $0.value >= 0x2E80 } }) { return isHan(part) }
        let words = part.lowercased().split(separator: " ").map { $0.filter { $0 != "." } }
        guard let first = words.first, let last = words.last else { return true }
        if professions.contains(words.joined(separator: " ")) { return true }
        if words.count == 1, degrees.contains(first) { return part.contains(".") || part == part.uppercased() }
        // Of a code of the post every word has a digit.
        if words.allSatisfy({ $0.contains(where: \.isNumber) }) { return true }
        let isNumbered = part.contains(where: \.isNumber)
        return firms.contains(last) || isNumbered && (streets.contains(last) || rooms.contains(first))
    }

    private static func isHan(_ part: String) -> Bool {
        if han.contains(part) || part.count > 2 && (hanEnds.contains(where: part.hasSuffix) || hanStarts.contains(where: part.hasPrefix)) {
            return true
        }
        // 汉族; 1970年生, 中州路12号.
        if part.hasSuffix("族") { return (2...4).contains(part.count) }
        return part.contains { $0.isASCII && $0.isNumber } && ["年", "月", "日", "生", "号", "室", "栋"].contains(where: part.hasSuffix)
    }
}

/// How names that stand in one line are told apart.
private enum Representatives {
    private static let dots: Set<Character> = ["·", "•", "・", "‧", "∙", "⋅"]
    private static let conjunctions: Set<Character> = ["和", "与", "與", "及", "跟", "暨", "同"]
    /// Signs by which people are called who are not named: between two of them a word for "and" is of no name.
    private static let stems = Set("甲乙丙丁戊己庚辛壬癸")
    /// Begins what is said of those who were named, behind a blank.
    private static let predicates = ["代表", "共同", "均为", "均系", "受托"]
    /// What people are counted in, and what stands before such a number.
    private static let counters = [
        "人", "位", "名", "个人", "户",
    ]
    private static let counted = Set(
        [
            "representative", "person", "spokesperson", "villager", "customer", "other", "tenant", "neighbour", "neighbor", "resident",
            "member", "household", "cousin", "friend", "colleague", "worker", "owner", "employee", "depositor", "investor", "shareholder",
        ]
        .flatMap { [$0, $0 + "s"] } + ["people", "spokesmen", "relatives", "families", "men", "women"]
    )

    /// Whether people are counted by the word at the beginning of a text, which ends where its letters end.
    private static func countsPeople(_ text: String) -> Bool {
        counters.contains(where: text.hasPrefix) || counted.contains(String(text.prefix { $0.isLetter && !isHan($0) }))
    }

    /// With those of bankers.
    private static let han: [Character: Int] = [
        "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "壹": 1, "贰": 2, "貳": 2, "叁": 3, "肆": 4,
        "伍": 5,
        "陆": 6, "陸": 6, "柒": 7, "捌": 8, "玖": 9,
    ]
    private static let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    /// Numbers that are no digits: a dozen, half a dozen.
    private static let dozens = [
        ("half a dozen", 6), ("half dozen", 6), ("a dozen", 12), ("dozens of", 24), ("scores of", 40), ("半打", 6), ("一打", 12), ("数十", 20),
    ]

    /// The most people that the words may mean.
    static func most(in proxy: String) -> Int { max(said(in: proxy), saidBeside(in: proxy), people(in: proxy).count) }

    /// The parts of a line that may be people.
    static func people(in proxy: String) -> [String] { named(in: proxy).filter { !PartOfNobody.isOne($0) } }

    /// What somebody is to the customer, in Han: as short as a name, and beside one no other person.
    private static let kinInHan: Set<String> = [
        "本人", "父亲", "母亲", "父母", "配偶", "丈夫", "妻子", "爱人", "儿子", "女儿", "子女", "儿媳", "女婿", "哥哥", "弟弟", "姐姐", "妹妹", "兄弟", "姐妹", "亲属", "亲戚",
        "家属", "朋友", "同事", "同学", "邻居", "监护人", "法定监护人", "经办人", "委托人", "受托人", "代办人", "居民", "业主", "村民", "职工", "员工", "会计", "出纳", "退休",
        "已婚", "未婚", "委托书", "公证书", "户口簿", "户口本", "身份证", "护照", "原件", "复印件",
    ]

    /// Whether a part is a full name: up to four signs of Han without the title behind them, or two words and more with capitals.
    static func isFullName(_ part: String) -> Bool {
        let part = withoutTelephone(part)
        if kinInHan.contains(part) { return false }
        if part.contains(where: isHan) {
            let title = ["律师", "先生", "女士"].first { part.hasSuffix($0) && part.count > $0.count }
            let name = part.dropLast(title?.count ?? 0)
            return name.count <= 4 && name.allSatisfy { isHan($0) || dots.contains($0) }
        }
        let words = part.split(separator: " ")
        return words.count > 1 && words.allSatisfy { $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || ".-'’".contains($0) } }
    }

    /// A name without the number behind it by which its bearer is reached: five digits and more.
    private static func withoutTelephone(_ part: String) -> String {
        let name = String(part.reversed().drop { !$0.isLetter }.reversed())
        guard part.dropFirst(name.count).count(where: \.isNumber) >= 5 else { return part }
        for label in ["telephone", "mobile", "phone", "tel", "联系电话", "电话", "手机号", "手机"] where name.lowercased().hasSuffix(label) {
            let rest = String(name.dropLast(label.count)).trimmed
            if !rest.isEmpty { return rest }
        }
        return name
    }

    /// The names in a line, whatever stands between them.
    static func named(in proxy: String) -> [String] {
        // A line and a column end a name, as no other blank does; so does a dash between blanks.
        let lined = String(proxy.map { $0.isNewline || $0 == "\t" ? "," : $0 }).replacing(every: " - ", with: ",")
        // `Lee, Ann; Marsh, Bo`: the family name first, with a comma of its own.
        let parts = lined.split { ";；".contains($0) }.map(String.init)
        let isFamilyFirst =
            parts.count > 1
            && parts.allSatisfy { part in
                part.count(where: { ",，".contains($0) }) == 1 && !part.contains(where: isHan)
            }
        let text = isFamilyFirst ? lined.filter { !",，".contains($0) } : lined
        return withCommas(withoutNumbers(withoutRemarks(Written.plain(text)))).split { !isWithin($0) }.flatMap { names(inPart: String($0)) }
    }

    /// As many as are named and are said to speak beside them (A and 5 others, 甲及其余五人); 0 where nobody is.
    static func saidBeside(in proxy: String) -> Int {
        let signs = Array(Written.plain(proxy).lowercased())
        for place in signs.indices {
            guard let (number, end) = number(in: signs, at: place) else { continue }
            let (before, rest) = (String(signs[..<place]).trimmed, String(signs[end...]).trimmed)
            let word = String(rest.prefix { $0.isLetter && !isHan($0) })
            let isMore = ["other", "others", "more"].contains(word)
            let behind = (isMore ? String(rest.dropFirst(word.count)) : rest).trimmed
            let isAdded = counts(before, people: rest)
            guard isMore || isAdded || besides.contains(where: before.hasSuffix) else { continue }
            // So many papers or cases are no people.
            guard behind.isEmpty || isAdded || countsPeople(behind) || behind.first.map({ !$0.isLetter && !$0.isNumber }) == true else {
                continue
            }
            let named = named(in: String(before.reversed().drop { $0.isLetter && !isHan($0) }.reversed())).filter { !besides.contains($0) }
            return max(1, named.count) + number
        }
        return 0
    }

    /// Who comes with somebody; streets and firms are called so as well.
    private static let kin: Set<String> = ["sisters", "brothers", "children", "sons", "daughters", "siblings", "aunts", "uncles"]

    /// Whether the people of a number come to somebody named before it: 张三与五名同事, Ann Lee and her 5 sisters.
    private static func counts(_ before: String, people rest: String) -> Bool {
        let word = String(rest.prefix { $0.isLetter && !isHan($0) })
        guard countsPeople(rest) || kin.contains(word) else { return false }
        var words = before.split(separator: " ").map(String.init)
        if words.last.map(["her", "his", "their", "my", "our"].contains) == true { words.removeLast() }
        if words.count > 1, words.last.map(["and", "with"].contains) == true { return true }
        return before.count > 1 && before.last.map { conjunctions.contains($0) || $0 == "&" } == true
    }

    /// What stands before the number of those who speak beside whoever was named.
    private static let besides = ["plus", "其余", "其他", "另", "另有", "另外", "和其他", "及其余", "及其他", "与其他", "等另外"]

    /// The number of people that a text says to speak; 0 where it says none. Those who are spoken for count for nothing (张三代表六位村民).
    static func said(in proxy: String) -> Int {
        var most = 0
        let parts = Written.plain(proxy).lowercased().split { ",;，；、".contains($0) || $0.isNewline }
        for (place, part) in parts.enumerated() {
            var text = withoutSpokenFor(String(part), isFirst: place == 0)
            for word in ["on behalf of", "for the "] {
                if let place = text.place(of: word), !text[place...].dropFirst(word.count).allSatisfy({ $0 == " " }) {
                    text = String(text[..<place])
                }
            }
            if let (_, number) = dozens.first(where: { text.place(of: $0.0) != nil }) { most = max(most, number) }
            let signs = Array(text)
            var place = 0
            while place < signs.count {
                guard let (number, end) = number(in: signs, at: place) else {
                    place += 1
                    continue
                }
                let rest = String(signs[end...]).trimmed
                let before = String(signs[..<place]).trimmed
                // One of eight owners is one.
                let isOfGroup = ["个", "個"].contains(String(rest.prefix { $0.isLetter })) && isGroup(before)
                let isGroup =
                    isOfGroup || before.hasSuffix("group of")
                    || rest.isEmpty && ["we are", "共", "一共", "共计"].contains(where: before.hasSuffix)
                if isGroup || countsPeople(rest) && !before.hasSuffix(" of") { most = max(most, number) }
                place = max(end, place + 1)
            }
        }
        return most
    }

    /// What many people are called by, before whom nobody speaks for anybody: 业主代表6名 are six, 张三代表6名村民 is one.
    private static let groups = [
        "业主", "業主", "村民", "居民", "市民", "储户", "儲戶", "客户", "客戶", "用户", "住户", "租户", "商户", "农户", "农民", "家属", "家屬", "亲属", "亲戚", "家长",
        "员工", "員工", "职工", "職工", "工人", "民工", "农民工", "人员", "学生", "同学", "同事", "邻居", "群众", "股东", "会员", "社员", "消费者", "投资人", "投资者",
        "债权人", "受害人", "受害者", "投诉人", "存款人", "持卡人", "借款人", "购房者", "老人", "退休", "老师", "教师", "司机", "各方", "各户", "全体", "集体",
        "村", "组", "小区", "代表",
    ]

    /// Whether words end with what many people are called by, or are none at all.
    private static func isGroup(_ words: String) -> Bool { words.isEmpty || groups.contains(where: words.hasSuffix) }

    /// A part of a line without those whom somebody speaks for: what stands behind 代表, unless this is what those people are, who are counted there
    /// (业主代表6名, 代表：六人).
    ///
    /// - Parameter isFirst: whether nobody was named before it: 张三，代表6户 says for whom he speaks.
    private static func withoutSpokenFor(_ text: String, isFirst: Bool) -> String {
        var (done, rest) = ("", text)
        while let place = rest.place(of: "代表") {
            let word = rest[place...].prefix(2)
            let behind = String(rest[word.endIndex...]).trimmed
            let before = (done + rest[..<place]).trimmed
            if behind.isEmpty { return text }
            if before.isEmpty && !isFirst || !isGroup(before) || !isCount(behind) { return before }
            done += rest[..<word.endIndex]
            rest = String(rest[word.endIndex...])
        }
        return text
    }

    /// Whether words are no more than a number of people: `6名`, `：共六人`, `(6位)`; what somebody does may stand behind it.
    private static func isCount(_ words: String) -> Bool {
        var signs = Array(words).drop { ":：(（ ".contains($0) }
        for lead in ["一共", "总共", "共计", "合计", "共", "约", "有", "为", "计"] where signs.starts(with: lead) {
            signs = signs.dropFirst(lead.count).drop { $0 == " " }
        }
        let rest = Array(signs)
        guard let (_, end) = number(in: rest, at: 0) else { return false }
        let behind = String(rest[end...]).trimmed
        guard let counter = (counters + ["个", "個"]).sorted(by: { $0.count > $1.count }).first(where: behind.hasPrefix) else { return false }
        let last = String(behind.dropFirst(counter.count)).trimmed
        return last.first.map { !$0.isLetter && !$0.isNumber } ?? true || predicates.contains(where: last.hasPrefix)
    }

    /// A number below a thousand in digits, Han or English words, with the place behind it.
    private static func number(in signs: [Character], at start: Int) -> (Int, Int)? {
        var (number, end) = (0, start)
        while end < signs.count, let digit = signs[end].isASCII ? signs[end].wholeNumberValue : nil, end - start < 3 {
            (number, end) = (number * 10 + digit, end + 1)
        }
        if end > start { return end < signs.count && signs[end].isASCII && signs[end].isNumber ? nil : (number, end) }
        var digit: Int?
        while end < signs.count {
            if let value = han[signs[end]], digit == nil {
                digit = value
            } else if signs[end] == "十" || signs[end] == "拾" {
                (number, digit) = (number + (digit ?? 1) * 10, nil)
            } else if signs[end] == "百" {
                (number, digit) = (number + (digit ?? 1) * 100, nil)
            } else {
                break
            }
            end += 1
        }
        if end > start {
            // 十余人, 二十多户
            if end < signs.count, number >= 10, "余多几".contains(signs[end]) { end += 1 }
            return (number + (digit ?? 0), end)
        }
        if start > 0, signs[start - 1].isLetter { return nil }
        for (place, word) in words.enumerated() where signs[start...].starts(with: Array(word)) {
            let end = start + word.count
            if end == signs.count || !signs[end].isLetter { return (place + 2, end) }
        }
        return nil
    }

    /// The text with a comma for each number of a list (1 王甲 2 李乙, ①王甲): digits of two places at most beside Han, and numbers in circles.
    static func withoutNumbers(_ text: String) -> String {
        let signs = Array(text)
        var (kept, place) = ("", 0)
        while place < signs.count {
            let sign = signs[place]
            if let scalar = sign.unicodeScalars.first?.value,
                (0x2460...0x24FF).contains(scalar) || (0x2776...0x2793).contains(scalar)
                    || (0x3220...0x3229).contains(scalar)
            {
                kept.append(",")
                place += 1
                continue
            }
            guard sign.isASCII, sign.isNumber else {
                kept.append(sign)
                place += 1
                continue
            }
            var end = place
            while end < signs.count, signs[end].isASCII, signs[end].isNumber { end += 1 }
            let isBeside = place > 0 && isHan(signs[place - 1]) || end < signs.count && isHan(signs[end])
            // So many people is no list.
            let isCount = countsPeople(String(signs[end...]).trimmed)
            kept += end - place <= 2 && isBeside && !isCount ? "," : String(signs[place..<end])
            place = end
        }
        return kept
    }

    /// Whether a sign can stand within a name, or a part of the line that is looked at further.
    static func isWithin(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || dots.contains(character) || " .-'’".contains(character)
    }

    /// What a remark in brackets begins with.
    private static let remarks = ["for", "as", "on", "by", "of", "her", "his", "their", "the"]

    /// The text without what stands in brackets as one word, such as `张三(律师)`.
    static func withoutRemarks(_ text: String) -> String {
        var (kept, remark): (String, String?) = ("", nil)
        for character in text {
            switch (character, remark) {
            case ("(", nil): remark = ""
            case (")", let inner?):
                // Behind a name one word is a remark, and so is what that one is or does; behind nothing, or another such name, it is a name itself.
                let isName = kept.last { $0 != " " }.map { $0 == "," } ?? true
                let isRemark = inner.allSatisfy(\.isLetter) || remarks.contains { inner.lowercased().hasPrefix($0 + " ") }
                kept += isRemark && !isName ? " " : ",\(inner),"
                remark = nil
            case (_, nil): kept.append(character)
            default: remark?.append(character)
            }
        }
        return kept + (remark.map { ",\($0)" } ?? "")
    }

    /// The text with a comma for each sign for "and" that does not stand between signs of Han, where it may be of a name.
    static func withCommas(_ text: String) -> String {
        let signs = Array(text)
        return String(
            signs.indices.map { place -> Character in
                guard conjunctions.contains(signs[place]) else { return signs[place] }
                let isWithin = place > 0 && place + 1 < signs.count && isHan(signs[place - 1]) && isHan(signs[place + 1])
                return isWithin ? signs[place] : ","
            }
        )
    }

    /// The names in a part of the line that no mark divides.
    static func names(inPart part: String) -> [String] {
        var (found, latin): ([String], [Substring]) = ([], [])
        func end() {
            if latin.contains(where: { $0.contains(where: \.isLetter) }) { found.append(latin.joined(separator: " ")) }
            latin = []
        }
        for word in part.split(separator: " ") {
            if word.contains(where: isHan) {
                let isBehindName = !found.isEmpty || !latin.isEmpty
                end()
                if isBehindName, predicates.contains(where: word.hasPrefix) { break }
                found += word.split { $0 == "." || $0 == "-" }.flatMap { parted(String($0)) }.flatMap(dotted)
            } else if word.lowercased() == "and" {
                end()
            } else {
                latin.append(word)
            }
        }
        end()
        return found
    }

    private static func isHan(_ character: Character) -> Bool {
        character.isLetter && character.unicodeScalars.allSatisfy { $0.value >= 0x2E80 }
    }

    /// Names in Han with words for "and" between them; such a sign is of a name itself where it would leave less than two signs beside it (李和平).
    private static func parted(_ word: String) -> [String] {
        let alone = word.split { conjunctions.contains($0) }
        if alone.count > 2, alone.allSatisfy({ $0.count == 1 }) { return alone.map(String.init) }
        if alone.count == 2, alone.allSatisfy({ $0.count == 1 && stems.contains($0[$0.startIndex]) }) { return alone.map(String.init) }
        var names = [""]
        for (place, character) in word.enumerated() {
            let isBetween = names[names.count - 1].count >= 2 && word.count - place > 2
            if conjunctions.contains(character), isBetween { names.append("") } else { names[names.count - 1].append(character) }
        }
        return names
    }

    private static func dotted(_ word: String) -> [String] {
        let parts = word.split { dots.contains($0) }
        let isOne = (2...3).contains(parts.count) && parts.contains { $0.count >= 4 }
        return isOne ? [word] : parts.map(String.init)
    }
}
