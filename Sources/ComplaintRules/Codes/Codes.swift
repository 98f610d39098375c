/// A code on one of the axes of JR/T 0169-2018, such as a business type or a reason: data that a branch may change, not part of the law of the desk.
public struct Code: Hashable, Codable, Sendable {
    /// Which axis it is on.
    public enum Axis: String, CaseIterable, Codable, Sendable {
        case business, reason
        case place = "done-at"
    }

    /// The axis.
    public let axis: Axis
    /// The short name in files and on the command line.
    public let key: String
    /// What people read.
    public let label: Phrase
    /// The initials of the Chinese label in pinyin, by which it is found while typing.
    public let pinyinInitials: String
    /// The key of the code of the same axis under which it falls in a coarser count; nil for one that stands for itself.
    public var parent: String?
    /// The code that a regulator has for it, as the branch entered it; empty where none was entered.
    public var official = ""
    /// Whether it can be chosen for a new case. One that is no longer offered stays, for the cases that bear it.
    public var isOffered: Bool

    /// Makes a code.
    public init(
        _ axis: Axis,
        _ key: String,
        en english: String,
        zh chinese: String,
        pinyin: String,
        isOffered: Bool = true,
        under parent: String? = nil,
        official: String = ""
    ) {
        (self.parent, self.official) = (parent, official)
        self.axis = axis
        self.key = key
        self.label = Phrase(en: english, zh: chinese)
        self.pinyinInitials = pinyin
        self.isOffered = isOffered
    }

    /// The key of the code that is always there (1-domain, Codes).
    public static let otherKey = "other"

    /// Whether `text` can be a key: lower-case ASCII letters, digits and hyphens, 40 at most.
    static func isKey(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}

/// The codes in use.
public struct CodeTable: Hashable, Codable, Sendable {
    /// All codes, in the order in which they are offered.
    public let codes: [Code]

    /// Makes a table.
    public init(_ codes: [Code]) {
        self.codes = codes
    }

    /// The codes of one axis that can be chosen for a new case.
    public func codes(on axis: Code.Axis) -> [Code] { codes.filter { $0.axis == axis && $0.isOffered } }

    /// What people read for `key`: its label, or, for what came in from elsewhere, the text itself.
    public func label(_ key: String, on axis: Code.Axis) -> Phrase {
        codes.first { $0.axis == axis && $0.key == key }?.label ?? Phrase(verbatim: key)
    }

    /// The key that `text` means: a key or a label in any language, whatever its case; nil for anything else.
    public func key(for text: String, on axis: Code.Axis) -> String? {
        let wanted = text.trimmed.lowercased()
        return codes(on: axis).first {
            $0.key.lowercased() == wanted || $0.label.english.lowercased() == wanted || $0.label.chinese == wanted
        }?.key
    }

    /// The key of the code at the top above `key`: itself where it has no parent, or is none of the table.
    public func top(of key: String, on axis: Code.Axis) -> String {
        var top = key
        // As many steps as there are codes at most: a table that goes round in circles is none that was ever checked.
        for _ in codes.indices {
            guard let parent = codes.first(where: { $0.axis == axis && $0.key == top })?.parent else { break }
            top = parent
        }
        return top
    }

    /// This table with the codes of `before` that it lacks. These are offered no longer, but no case loses the name of its code; an axis of
    /// which this table says nothing stays as it was.
    func keepingLabels(of before: CodeTable) -> CodeTable {
        let (axes, known) = (Set(codes.map(\.axis)), Set(codes.map { [$0.axis.rawValue, $0.key] }))
        let kept = before.codes.filter { !known.contains([$0.axis.rawValue, $0.key]) }.map { old in
            var old = old
            if axes.contains(old.axis) { old.isOffered = false }
            return old
        }
        return CodeTable(codes + kept)
    }

    /// Checks what every table must have: keys that are keys, each once on its axis, labels, and "other" on every axis of which it says anything.
    func check() throws(CodeFault) {
        var seen: Set<String> = []
        for code in codes {
            if !Code.isKey(code.key) { throw .badKey(code.key) }
            if !seen.insert("\(code.axis.rawValue) \(code.key)").inserted { throw .twice(code.axis, code.key) }
            for label in [code.label.english, code.label.chinese] {
                if label.isBlank { throw .noLabel(code.axis, code.key) }
                if label.count > Intake.lineLimit { throw .longLabel(code.axis, code.key) }
            }
            if code.official.count > Intake.lineLimit { throw .longLabel(code.axis, code.key) }
        }
        for code in codes {
            guard let parent = code.parent else { continue }
            if !seen.contains("\(code.axis.rawValue) \(parent)") {
                if let other = codes.first(where: { $0.key == parent })?.axis {
                    throw .strangeParent(code.axis, code.key, parent: parent, of: other)
                }
                throw .noParent(code.axis, code.key, parent: parent)
            }
            let top = top(of: code.key, on: code.axis)
            if codes.first(where: { $0.axis == code.axis && $0.key == top })?.parent != nil { throw .circle(code.axis, code.key) }
        }
        for axis in Code.Axis.allCases where !codes(on: axis).isEmpty && key(for: Code.otherKey, on: axis) == nil { throw .noOther(axis) }
    }

    /// The table that a new desk starts with (1-domain, Codes).
    public static let standard = CodeTable([
        Code(.business, "savings", en: "Renminbi savings", zh: "人民币储蓄", pinyin: "rmbcx"),
        Code(.business, "loans", en: "Loans", zh: "贷款", pinyin: "dk"),
        Code(.business, "cards", en: "Bank cards", zh: "银行卡", pinyin: "yhk"),
        Code(.business, "payments", en: "Payment and settlement", zh: "支付结算", pinyin: "zfjs"),
        Code(.business, "currency", en: "Renminbi notes and coins", zh: "人民币管理", pinyin: "rmbgl"),
        Code(.business, "personal-information", en: "Personal financial information", zh: "个人金融信息", pinyin: "grjrxx"),
        Code(.business, "foreign-exchange", en: "Foreign exchange", zh: "外汇", pinyin: "wh"),
        Code(.business, "agency", en: "Agency business", zh: "银行代理", pinyin: "yhdl"),
        Code(.business, "wealth", en: "Bank's own wealth products", zh: "自营理财", pinyin: "zylc"),
        Code(.business, "other-intermediary", en: "Other intermediary business", zh: "其他中间业务", pinyin: "qtzjyw"),
        Code(.business, "treasury", en: "State treasury", zh: "国库", pinyin: "gk"),
        Code(.business, "precious-metals", en: "Precious metals", zh: "贵金属", pinyin: "gjs"),
        Code(.business, "debt-collection", en: "Debt collection", zh: "债务催收", pinyin: "zwcs"),
        Code(.business, "other", en: "Other", zh: "其他", pinyin: "qt"),
        Code(.reason, "service", en: "Attitude and quality of service", zh: "服务态度及质量", pinyin: "fwtdjzl"),
        Code(.reason, "facilities", en: "Premises, equipment, systems", zh: "设施设备系统", pinyin: "sssbxt"),
        Code(.reason, "rules", en: "Rules and procedures", zh: "制度规则流程", pinyin: "zdgzlc"),
        Code(.reason, "marketing", en: "Marketing", zh: "营销方式", pinyin: "yxfs"),
        Code(.reason, "disclosure", en: "Disclosure", zh: "信息披露", pinyin: "xxpl"),
        Code(.reason, "free-choice", en: "Right to choose", zh: "自主选择权", pinyin: "zzxzq"),
        Code(.reason, "pricing", en: "Prices and charges", zh: "定价收费", pinyin: "djsf"),
        Code(.reason, "yield", en: "Product returns", zh: "产品收益", pinyin: "cpsy"),
        Code(.reason, "contract", en: "Contract terms", zh: "合同条款", pinyin: "httk"),
        Code(.reason, "funds-safety", en: "Security of funds", zh: "资金安全", pinyin: "zjaq"),
        Code(.reason, "information-safety", en: "Information security", zh: "信息安全", pinyin: "xxaq"),
        Code(.reason, "collection-methods", en: "Debt collection methods", zh: "债务催收方式", pinyin: "zwcsfs"),
        Code(.reason, "other", en: "Other", zh: "其他", pinyin: "qt"),
        Code(.place, "branch", en: "At the branch", zh: "营业现场", pinyin: "yyxc", under: "front"),
        Code(.place, "self-service", en: "Self-service machine", zh: "自助机具", pinyin: "zzjj", under: "front"),
        Code(.place, "online", en: "Online banking", zh: "网银", pinyin: "wy", under: "electronic"),
        Code(.place, "telephone", en: "By telephone", zh: "电话", pinyin: "dh", under: "electronic"),
        Code(.place, "mobile", en: "Mobile app", zh: "移动客户端", pinyin: "ydkhd", under: "electronic"),
        Code(.place, "social", en: "Public network platform", zh: "网络公众平台", pinyin: "wlgzpt", under: "electronic"),
        Code(.place, "sms", en: "Text message", zh: "短信", pinyin: "dx", under: "electronic"),
        Code(.place, "third-party", en: "Third party", zh: "第三方", pinyin: "dsf", under: "front"),
        Code(.place, "back-office", en: "Middle and back office", zh: "中后台", pinyin: "zht"),
        // Under which the others fall: counted, never chosen.
        Code(.place, "front", en: "Front office", zh: "前台", pinyin: "qt", isOffered: false),
        Code(.place, "electronic", en: "Electronic channels", zh: "电子渠道", pinyin: "dzqd", isOffered: false, under: "front"),
        Code(.place, "other", en: "Other", zh: "其他", pinyin: "qt"),
    ])
}

/// Decides whether the codes may be changed. What the new table leaves out is offered no longer, and keeps its name.
public func decideCodes(_ wanted: CodeTable, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    try permit(.changeCodes, by: occasion.actor)
    let table = wanted.keepingLabels(of: occasion.desk.codes)
    do throws(CodeFault) {
        try table.check()
    } catch {
        throw .badCodes(error)
    }
    return .codesChanged(table)
}
