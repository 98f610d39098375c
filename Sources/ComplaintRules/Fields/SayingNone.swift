/// Words that say that there is nothing to write, or that nobody and nothing is named by them: the one notion by which a field is blank, or not
/// filled in, though something stands in it (1-domain: required means something that can be seen).
extension Written {
    /// What is looked for where a text may only say that there is none.
    public enum Sought: Sendable {
        /// What was done, said or found, or who did it: `-`, none, unknown, 无, 暂无, 无需.
        case anything
        /// Why: that a thing is not needed says why it was not done.
        case reason
        /// How to reach somebody: also refused to give, confidential, 不留, 无电话.
        case contact
        /// Who somebody is: also anonymous, a customer, 匿名, 群众.
        case name
        /// The same where names are compared: also what fits many people, an elderly man, 老年客户.
        case person
        /// Under which reference: also by phone, verbally agreed, 口头同意, 见附件.
        case reference
        /// The name of a member of staff, who then has none but a title: branch manager, 3号窗口.
        case title
    }

    /// The most signs of a text that says no more than that.
    private static let longest = 60

    /// Whether a text only says that what is sought is not there. Each word of it is one of such texts, in either language, and one at least says
    /// so: a name, a number or a sentence with such words in it says something.
    public static func saysNone(_ text: String, of sought: Sought = .anything) -> Bool {
        if text.isBlank || text.utf8.count > longest * 4 { return false }
        // Nearly every text has a sign that stands in none of these words: it is not taken apart then.
        if !NoneWords.of(sought).isAmong(text, sought) { return false }
        if hasNoWord(text) { return sought != .title }
        let signs = PlainSigns.folded(text).filter { $0 != "'" && $0 != "\u{2019}" }
        if signs.count > longest { return false }
        let words = NoneWords.of(sought)
        // The one that is written with a mark.
        if sought != .title, signs.filter(\.isLetterOrNumber) == ["n", "a"], signs.contains(where: { "/.".unicodeScalars.contains($0) }) {
            return true
        }
        var (isSaid, run) = (false, [Unicode.Scalar]())
        func end() -> Bool {
            if run.isEmpty { return true }
            defer { run = [] }
            guard let part = words.says(run, sought) else { return false }
            isSaid = isSaid || part
            return true
        }
        for scalar in signs {
            guard scalar.isLetterOrNumber else {
                if !end() { return false }
                continue
            }
            // Another script begins another word.
            if let last = run.last, last.isASCII != scalar.isASCII || last.isASCII && isDigit(last) != isDigit(scalar), !end() {
                return false
            }
            run.append(scalar)
        }
        return end() && isSaid
    }

    /// Whether there is nothing but marks in a text that has some: nobody says or hears these. A picture of a face is something.
    static func hasNoWord(_ text: String) -> Bool {
        !text.isBlank && !text.unicodeScalars.contains { $0.isLetterOrNumber || $0.value >= 0x2600 && $0.properties.isEmoji }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
}

extension String {
    /// Whether it is blank, or only says that there is nothing to write: what is required is something, and such a word is no reason and no apology.
    var isNothing: Bool { isBlank || Written.saysNone(self) }

    /// The same of a reference: what says only that somebody agreed is none.
    var isNoReference: Bool { isBlank || Written.saysNone(self, of: .reference) }
}

/// Checks that somebody said something where they have to.
///
/// - Parameter sought: what is sought there, where the field's name does not say it.
///
/// - Throws: `Refusal.missing`, `.saysNothing`.
public func checkSaid(_ text: String, in field: FieldName, of sought: Written.Sought? = nil) throws(Refusal) {
    if text.isBlank { throw .missing(field) }
    if Written.saysNone(text, of: sought ?? field.sought) { throw .saysNothing(field, text.trimmed) }
}

/// The words of texts that say that what is sought is not there.
private struct NoneWords: Sendable {
    /// Those of which one at least stands there.
    let telling: Set<String>
    /// Those that may stand beside them.
    let beside: Set<String>
    /// The signs of Han in all of them.
    private let han: Set<UInt32>
    /// How long the longest of Han is.
    private let longestHan: Int

    private init(_ telling: String, beside: String) {
        self.telling = Set(telling.split(separator: " ").map(String.init))
        self.beside = Set(beside.split(separator: " ").map(String.init))
        han = Set(self.telling.union(self.beside).flatMap { $0.unicodeScalars.map(\.value) }.filter { $0 >= 0x4E00 })
        longestHan = self.telling.union(self.beside).filter { $0.utf8.first.map { $0 >= 0x80 } ?? false }.map(\.count).max() ?? 0
    }

    static func of(_ sought: Written.Sought) -> NoneWords {
        switch sought {
        case .anything: anything
        case .reason: reason
        case .contact: contact
        case .name: name
        case .person: person
        case .reference: reference
        case .title: title
        }
    }

    /// Whether each sign of Han and each digit in a text stands in one of these words: where not, the text says more than they do.
    func isAmong(_ text: String, _ sought: Written.Sought) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x32...0x39: sought == .title
            case 0x4E00...0x9FFF: han.contains(scalar.simplifiedHan.value)
            default: true
            }
        }
    }

    /// Whether a run of signs of one script is made of these words, and whether one of them tells; nil where it is not.
    func says(_ run: [Unicode.Scalar], _ sought: Written.Sought) -> Bool? {
        guard let first = run.first else { return nil }
        if !first.isASCII { return saysHan(run) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: run)
        let word = String(view)
        if (0x30...0x39).contains(first.value) { return saysDigits(word, sought) }
        // xx, xxx: as good as a line.
        if sought != .title, run.count > 1, run.allSatisfy({ $0 == "x" }) { return true }
        return telling.contains(word) ? true : beside.contains(word) ? false : nil
    }

    /// A nought is nothing, and so is a number all of noughts or ones where a telephone number is sought.
    private func saysDigits(_ digits: String, _ sought: Written.Sought) -> Bool? {
        switch sought {
        // A window or a counter has a number, and so may have who is told from others by it.
        case .title: false
        case .name, .person: nil
        case .contact where digits.utf8.count >= 5: Set(digits) == ["0"] || Set(digits) == ["1"] ? true : nil
        default: digits == "0" ? true : nil
        }
    }

    /// The same of Han, where no blank parts the words: whatever words it can be cut into.
    private func saysHan(_ run: [Unicode.Scalar]) -> Bool? {
        // By place: whether the signs before it can be cut so, and whether a word among them tells.
        var cut = [Bool?](repeating: nil, count: run.count + 1)
        cut[0] = false
        for end in 1...run.count {
            for start in max(0, end - longestHan)..<end {
                guard let before = cut[start] else { continue }
                var view = String.UnicodeScalarView()
                view.append(contentsOf: run[start..<end])
                let word = String(view)
                let tells = telling.contains(word)
                guard tells || beside.contains(word) else { continue }
                cut[end] = cut[end] == true || before || tells
            }
        }
        return cut[run.count]
    }

    // MARK: The words, Han in their simplified form

    private static let nothing =
        "none no not nil nothing na unknown unspecified undefined tbd tba tbc ditto blank empty "
        + "无 没 没有 未 不 否 暂无 暂缺 空 空白 略 不详 未知 待定 待补 待补充 后补 同上 不适用 皆无 均无 并无 尚无 一无"
    // Of a reason these say something: what is missing, or not clear yet.
    private static let denying = nothing + " unstated pending missing 缺 不明 不知 不知道 不清楚 待查 待核实"
    private static let fillers =
        "the a an any at all it there is was were are be been has have as above of yet so far to say add here 的 了 过 任何 暂 暂时 目前 尚 也 均 都 还"
    private static let things =
        "number numbers reason reasons reference references ref comment comments remark remarks known given applicable "
        + "编号 文号 来文 来文号 函号 原因 理由 备注"

    // "None was given" says what was done.
    private static let reason = NoneWords(nothing, beside: fillers + " " + things.replacing(every: " given ", with: " "))

    // That it is not needed, or stands elsewhere, is none of it.
    private static let unneeded =
        " unnecessary needless 无需 无须 毋需 毋须 不需 不须 不需要 不用 不必 不必要 没必要 没有必要 无必要 无此必要 不涉及 未涉及 无涉 见上 见前 同前 如上 如前 "
        + "未道歉 未致歉 未纠正 未整改 "
    private static let needing = " needed required necessary need "

    private static let anything = NoneWords(
        nothing + unneeded,
        beside: fillers + needing + things.replacing(every: " given ", with: " ")
    )

    private static let refusing =
        "declined declines decline refused refuses refuse refusing withheld withholds anonymous anonymously confidential undisclosed unlisted private "
        + "wont wouldnt didnt doesnt dont cannot cant never without "
        + "拒绝 拒 拒不 不愿 不愿意 不肯 不想 不便 不方便 不予 匿名 无名 无名氏 佚名 保密 隐去 隐名"
    private static let giving =
        "give gave given giving gives leave left leaving leaves provide provided provides disclose disclosed share shared supply supplied tell told stated "
        + "available recorded did does do will would wanted want wants wish wishes wished like asked asks stay stays remain remains "
        + "customer client caller complainant visitor person they he she their his her my by for us one "
        + "留 留下 留存 提供 透露 告知 告诉 给 给予 说 愿 愿意 肯 想 便 方便 要求 希望 表示 得 能 曾 "
        + "客户 投诉人 投诉者 来电人 来电者 当事人 顾客 储户 用户 本人 对方 其 该 他 她 我 自己"
    private static let ways =
        "contact contacts details detail phone telephone tel mobile cell email e mail address info information "
        + "联系方式 联络方式 联系电话 联系 电话 电话号码 手机 手机号 手机号码 号 邮箱 邮件 电子邮箱 地址 微信 微信号 信息 联系人"

    private static let contact = NoneWords(
        denying + unneeded + " same " + refusing,
        beside: fillers + needing + things + " name names " + ways + " " + giving
    )

    // Words that are somebody's name as well (Will, Leave, He An) stand in none of these.
    private static let nobody =
        "customer customers client caller complainant visitor somebody someone nobody noone public unnamed "
        + "客户 某客户 投诉人 投诉者 来电人 来电者 当事人 顾客 储户 用户 群众 市民 路人 公众 某 某人 某某 某某某 先生 女士 小姐 本人"
    private static let besideNobody =
        "the a an of member one some by to be is was his her their did does wish wishes wanted give gave given leave provide provided disclose disclosed "
        + "stated known name names person sir madam 的 了 过 姓名 名字 名 一位 一名 位 个 一个 该 其 他 她 我 自己 尚 暂 暂时 目前 "
        + "留 留下 提供 透露 告知 给 说 愿 愿意 肯 想 便 方便 要求 希望 表示"
    private static let name = NoneWords(
        denying.replacing(every: " na ", with: " ") + " " + refusing.replacing(every: " private ", with: " ") + " " + nobody,
        beside: besideNobody
    )

    private static let person = NoneWords(
        name.telling.joined(separator: " ")
            + " man woman gentleman lady elderly guest citizen people user pensioner 男 女 男士 女子 男子 老人 老年 老年人 老人家 大爷 大妈 中年 青年 年轻人 "
            + "居民 村民 业主 网友 网民 散客 百姓 老百姓",
        beside: besideNobody + " old young two three several 老 新 多名 多位 几位 两位 两名 部分"
    )

    private static let reference = NoneWords(
        denying + unneeded
            + " phone telephone call called verbal verbally oral orally mouth ok okay agreed agree attached attachment enclosed follow follows later same "
            + "口头 电话 同意 见附件 附件 附后 详见附件 微信 当面 面谈 短信 来电 回电 电告 邮件 稍后 随后 补 后补充 应允 答应 默许 已同意",
        beside: fillers + needing + things
            + " 正式 书面 stated by on over in via per head office they he she we see will word letter email e mail meeting provided left "
            + "留 留下 填 填写 写 领导 总行 上级 分行 对方 其 已 经 以 后 再 见 如 告知 通知 提供 号 发"
    )

    private static let title = NoneWords(
        "manager managers teller tellers clerk clerks cashier counter window desk staff employee officer auditor supervisor guard security deputy "
            + "assistant adviser advisor banker deputymanager "
            + "行长 副行长 支行长 网点主任 主任 副主任 网点负责人 负责人 经理 客户经理 大堂经理 理财经理 大堂 柜员 柜台 柜面 前台 出纳 会计 主管 会计主管 "
            + "投诉管理 投诉管理人 投诉专员 管理员 管理人 管理人员 保安 审计 审计员 窗口 号窗口 号柜台 号柜员 职员 员工 工作人员 代理人 值班 值班经理 高柜 低柜",
        beside:
            "the a an our of at in on no number branch lobby complaint complaints service services customer personal head bank duty acting "
            + "网点 支行 分行 本行 本网点 营业部 第 号 的 某 一 二 三 四 五 六 七 八 九 十"
    )
}
