/// The first letters of how Han characters are spoken (pinyin), by which people find what is done without turning the input method on.
enum HanInitials {
    /// The characters of the names of acts, pages and screens by their letter. Where one is spoken in two ways, as it is in those names.
    private static let table: [Character: Character] = {
        let rows: [(letter: Character, characters: String)] = [
            ("a", "案"), ("b", "不保办并报标步簿补避部"), ("c", "催场抽撤查称草除"), ("d", "代单定当段点电登答读"), ("f", "否复翻访负附"),
            ("g", "个告工改更果稿"), ("h", "回恢或户核话"), ("j", "交件决加建据接旧结见解计记进阶"), ("k", "客开"), ("l", "列历录理立联"),
            ("m", "名密码"), ("n", "能脑"), ("p", "批"), ("q", "全取期权确签请"), ("r", "人任入日认"), ("s", "上受审收时是术申筛设诉送锁"),
            ("t", "台填投添退题统调"), ("w", "外未网"), ("x", "下先写姓性悉新消现系行选销限"), ("y", "一予原因已延意移约逾钥阅页验语"),
            ("z", "作准在字展总择整正知置责钟主"),
        ]
        let pairs = rows.flatMap { row in row.characters.map { ($0, row.letter) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    /// A letter for each character of a text, its own where that is a Latin one, a blank where none is known; empty where the text has no Han.
    static func of(_ text: String) -> String {
        var hasHan = false
        let letters = text.map { character -> Character in
            if let letter = table[character] {
                hasHan = true
                return letter
            }
            return character.isASCII && character.isLetter ? Character(character.lowercased()) : " "
        }
        return hasHan ? String(letters) : ""
    }
}
