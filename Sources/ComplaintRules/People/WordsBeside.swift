/// What stands beside the name or number of somebody here in words that no comma parts: a second name, a title behind an "and". It may mean somebody
/// else, who would not be recused, and is told; titles and windows right beside the name are of it, and told of nobody.
struct WordsBeside {
    /// What means nobody, part by part.
    private(set) var unknown: [String] = []

    /// Looks at words in which somebody is meant.
    init(_ words: String, in staff: StaffDirectory) {
        let pieces = WordsBeside.pieces(of: words)
        // A name with such a word in it is one.
        if !pieces.contains(where: { !staff.subjects(in: $0.text).isEmpty }) { return }
        for piece in pieces where !piece.text.isBlank {
            if staff.subjects(in: piece.text).isEmpty {
                // What stands in brackets behind a name says what they are; what is said to come with them is somebody.
                if !piece.isRemark || piece.isSomebody { unknown.append(piece.text) }
                continue
            }
            let parts = WordsBeside.parts(of: piece.text, in: staff)
            // 李和平: names that have such a sign themselves leave less than two beside it.
            let others = parts.filter { $0.count >= 2 && staff.subjects(in: $0).isEmpty }
            if !others.isEmpty, parts.contains(where: { !staff.subjects(in: $0).isEmpty }) {
                unknown += others
            } else {
                unknown += WordsBeside.names(beside: piece.text, in: staff)
            }
        }
    }

    /// The words cut at signs of Han for "and" and "or", but for one that is of somebody's name here (李敏和欧阳和平).
    private static func parts(of text: String, in staff: StaffDirectory) -> [String] {
        var parts: [String] = []
        var sign = ""
        for part in text.split(omittingEmptySubsequences: false, whereSeparator: signs.contains) {
            let joined = (parts.last ?? "") + sign + part
            let alone = Set(staff.subjects(in: parts.last ?? "") + staff.subjects(in: String(part)))
            if !parts.isEmpty, !alone.isSuperset(of: staff.subjects(in: joined)) {
                parts[parts.count - 1] = joined
            } else {
                parts.append(String(part))
            }
            sign = part.endIndex < text.endIndex ? String(text[part.endIndex]) : ""
        }
        return parts.map(\.trimmed)
    }

    /// Signs of Han for "and" and "or".
    private static let signs: Set<Character> = ["和", "与", "與", "及", "跟", "同", "或"]
    /// Words for it, of which no name is made.
    private static let hanWords = ["还有", "還有", "以及", "或者", "另有", "另外", "连同", "連同"]
    private static let words: Set<String> = ["and", "or", "with", "plus", "also", "et"]

    private struct Piece {
        var text: String
        /// Whether it stands in brackets.
        var isRemark: Bool
        /// Whether a word for "and" stands before it.
        var isAdded: Bool

        /// Whether it may be somebody's name rather than what is said of them.
        var isSomebody: Bool {
            if Written.saysNone(text, of: .title) { return isAdded }
            return isAdded || text.split(separator: " ").contains { WordsBeside.looksLikeName(String($0)) }
        }
    }

    /// The words cut at brackets and at words for "and" and "or".
    private static func pieces(of text: String) -> [Piece] {
        var marked = text
        for word in hanWords { marked = marked.replacing(every: word, with: " and ") }
        var (pieces, current) = ([Piece](), Piece(text: "", isRemark: false, isAdded: false))
        func end(remark: Bool, added: Bool) {
            current.text = current.text.trimmed
            if !current.text.isEmpty { pieces.append(current) }
            current = Piece(text: "", isRemark: remark, isAdded: added)
        }
        var word = ""
        func endWord() {
            let plain = word.lowercased().filter(\.isLetter)
            let before = current.text.trimmed
            let isWell = plain == "well" && before.lowercased().hasSuffix(" as")
            if isWell { current.text = String(before.dropLast(3)) }
            if isWell || words.contains(plain) {
                end(remark: current.isRemark, added: true)
            } else if plain != "as" || !(current.isAdded && current.text.isEmpty) {
                current.text += word
            }
            word = ""
        }
        for sign in marked {
            if "([【〔（［".contains(sign) {
                endWord()
                end(remark: true, added: false)
            } else if ")]】〕）］".contains(sign) {
                endWord()
                end(remark: false, added: false)
            } else if sign.isWhitespace {
                endWord()
                if !current.text.isEmpty { current.text.append(" ") }
            } else {
                word.append(sign)
            }
        }
        endWord()
        end(remark: false, added: false)
        return pieces
    }

    /// The names that stand beside those of the staff, with nothing but blanks between them: `1002 Anna`, `Peter Lindale's deputy Anna`.
    private static func names(beside text: String, in staff: StaffDirectory) -> [String] {
        let words = text.split(separator: " ").map(String.init)
        guard (2...40).contains(words.count) else { return [] }
        // The shortest runs that mean somebody are theirs.
        var isTheirs = [Bool](repeating: false, count: words.count)
        for length in 1...min(6, words.count) {
            for start in 0...(words.count - length) where !isTheirs[start..<start + length].contains(true) {
                if staff.subjects(in: words[start..<start + length].joined(separator: " ")).isEmpty { continue }
                for place in start..<start + length { isTheirs[place] = true }
            }
        }
        // Who writes no capitals writes none in names either.
        let isLower = !text.contains(where: \.isUppercase)
        var (found, run) = ([String](), [String]())
        func end() {
            let others = run.filter { !isOfOffice($0) }
            run = []
            let names = others.filter(looksLikeName)
            if !names.isEmpty {
                found.append(names.joined(separator: " "))
            } else if isLower, (1...2).contains(others.count),
                others.allSatisfy({ $0.allSatisfy(\.isASCII) && $0.contains(where: \.isLetter) })
            {
                found.append(others.joined(separator: " "))
            }
        }
        for (place, word) in words.enumerated() { if isTheirs[place] { end() } else { run.append(word) } }
        end()
        return found
    }

    /// Words of an office, its places and what is said of it, which stand around a name.
    private static func isOfOffice(_ word: String) -> Bool {
        let plain = word.lowercased().filter { $0.isLetter || $0.isNumber }
        if plain.isEmpty || plain.allSatisfy(\.isNumber) || CustomerName.isTitle(plain) { return true }
        return Written.saysNone(word, of: .title) || around.contains(plain)
    }

    private static let around: Set<String> = [
        "the", "a", "an", "our", "of", "at", "in", "on", "from", "to", "by", "no", "nr", "staff", "number", "complaint", "complaints",
        "about", "against",
        "miss", "sir", "madam", "branch", "lobby", "bank", "head", "customer", "service", "your", "this", "that", "he", "she", "who", "is",
        "was",
        "工号", "员工", "本网点", "网点", "投诉",
    ]

    /// Whether a word may be somebody's name: with a capital, or Han that begin as names do.
    fileprivate static func looksLikeName(_ word: String) -> Bool {
        guard let first = word.first(where: { $0.isLetter || $0.isNumber }) else { return false }
        if first.isUppercase { return true }
        return (2...4).contains(word.count) && surnames.contains(first) && word.allSatisfy { $0.isLetter && !$0.isASCII }
    }

    /// The commonest family names, traditional ones too, and what stands before one among colleagues (小王).
    private static let surnames = Set(
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
            + "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鍾譚廖鄒陸顧龍萬錢湯喬賀賴龔小老阿"
    )
}
