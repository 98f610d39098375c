import ComplaintRules
import Ledger
import TableFiles
import TerminalKit

extension SettingsPage {
    /// The page of the codes: business types and reasons, which a branch adds, names anew, or offers no longer.
    static let codes = SettingsPage(
        label: .pageCodes,
        columns: { _ in
            [
                (.columnAxis, .fitted(minimum: 8, maximum: 12)), (.columnCode, .fitted(minimum: 10, maximum: 20)),
                (.columnChinese, .fitted(minimum: 8, maximum: 22)), (.columnEnglish, .flexible(minimum: 14)),
                (.columnState, .fitted(minimum: 5, maximum: 11)), (.columnPinyin, .fixed(8)),
            ]
        },
        contents: CodeSettings.contents,
        things: { selected, session in
            let why = session.whyNot(.changeCodes)
            let code = selected.flatMap { CodeSettings.find($0, session) }
            let stays: (any Reason)? = code?.key == Code.otherKey ? Phrase.otherStays : nil
            return [
                SettingsThing(.enter, .relabel, short: .change, whyNot: why) { session in
                    code.map { CodeSettings.relabelling($0, session) }
                },
                SettingsThing(.character("a"), .addCode, short: .addShort, whyNot: why, form: CodeSettings.adding),
                SettingsThing(.character("r"), code?.isOffered == false ? .offerAgain : .offerNoLonger, whyNot: why ?? stays) { session in
                    code.map { CodeSettings.offering($0, session) }
                },
                SettingsThing(.character("l"), .loadCodes, short: .loadShort, whyNot: why, form: CodeSettings.loading),
            ]
        }
    )
}

/// The business types and reasons, and the forms in which they are changed.
enum CodeSettings {
    static func contents(_ session: DeskSession) -> SettingsContents {
        let language = session.language
        let rows = Code.Axis.allCases.flatMap { axis in
            session.ledger.rules.codes.codes.filter { $0.axis == axis }.map { code in
                SettingsRow(
                    id: id(of: code),
                    cells: [
                        language(axis.label), code.key, code.label.chinese, code.label.english,
                        code.isOffered ? "" : language(.notOffered), code.pinyinInitials,
                    ],
                    role: code.isOffered ? .text : .dim
                )
            }
        }
        return SettingsContents(rows: rows)
    }

    static func find(_ wanted: String, _ session: DeskSession) -> Code? {
        session.ledger.rules.codes.codes.first { id(of: $0) == wanted }
    }

    /// What names a code among all axes.
    private static func id(of code: Code) -> String { "\(code.axis.rawValue) \(code.key)" }

    static func adding(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.addCode, form: "codes/add", session) { session in
            let language = session.language
            return [
                .choice(
                    "axis",
                    language(.columnAxis),
                    Code.Axis.allCases.map { Choice($0.rawValue, $0.label, language) },
                    isRequired: true
                ),
                .line("key", language(.columnCode), hint: language(.codeHint), limit: 40, isRequired: true),
            ] + labels(nil, language)
        } send: { values, session in
            guard let axis = Code.Axis(rawValue: values["axis"] ?? "") else { throw Refusal.missing("axis") }
            let key = (values["key"] ?? "").trimmed
            if session.ledger.rules.codes.codes.contains(where: { $0.axis == axis && $0.key == key }) {
                throw FieldProblem(field: "key", sentence: CodeFault.twice(axis, key).sentence)
            }
            let code = code(axis, key, values, isOffered: true)
            // Before "other", which closes each axis.
            var codes = session.ledger.rules.codes.codes
            let place = codes.firstIndex { $0.axis == axis && $0.key == Code.otherKey } ?? codes.endIndex
            codes.insert(code, at: place)
            try save(codes, session)
            return .codeAdded(code.label)
        }
    }

    static func relabelling(_ before: Code, _ session: DeskSession) -> PromptScreen {
        PromptScreen(.relabel, form: "codes/\(id(of: before))", session) { session in
            [session.nowWords("\(before.key)  \(before.label.chinese)  \(before.label.english)  \(before.pinyinInitials)")]
                + labels(before, session.language)
        } send: { values, session in
            let after = code(before.axis, before.key, values, isOffered: before.isOffered)
            if after == before { return .notChanged(before.label) }
            try replace(before, with: after, session)
            return .codeRelabelled(before.label, after.label)
        }
    }

    static func offering(_ before: Code, _ session: DeskSession) -> PromptScreen {
        let title: Phrase = before.isOffered ? .offerNoLonger : .offerAgain
        return PromptScreen(title, form: "codes/offer/\(id(of: before))", submit: title, keepsDraft: false, session) { session in
            [
                .words("which", "\(before.key)  \(before.label.chinese)  \(before.label.english)"),
                .words("hint", session.language(before.isOffered ? .offerNoLongerHint : .offerAgainHint)),
            ]
        } send: { _, session in
            var after = before
            after.isOffered.toggle()
            try replace(before, with: after, session)
            return .codeOffered(before.label, after.isOffered)
        }
    }

    static func loading(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.loadCodes, form: "codes/load", submit: .loadShort, session) { session in
            [
                .words("hint", session.language(.codesHint)),
                .line("path", session.language(.filePath), hint: session.language(.fileHint("codes.csv")), limit: 1000, isRequired: true),
            ]
        } send: { values, session in
            let table = try WholeTable(values["path"] ?? "", field: "path", header: CodeTable.judge)
            let codes: CodeTable
            do throws(CodeFault) {
                codes = try CodeTable(header: table.header, rows: table.rows)
            } catch {
                throw FieldProblem(field: "path", sentence: error.sentence)
            }
            do {
                try session.ledger.change(codes, by: try session.signedIn())
            } catch let refusal as Refusal {
                throw FieldProblem(field: "path", sentence: refusal.sentence)
            }
            return .codesTaken(codes.codes.count)
        }
    }

    private static func labels(_ code: Code?, _ language: Language) -> [FormField] {
        [
            .line("zh", language(.columnChinese), code?.label.chinese ?? "", isRequired: true),
            .line("en", language(.columnEnglish), code?.label.english ?? "", isRequired: true),
            .line("pinyin", language(.columnPinyin), code?.pinyinInitials ?? "", hint: language(.pinyinHint), limit: 40),
            .line("parent", language(.codeAbove), code?.parent ?? "", hint: language(.codeAboveHint), limit: 40),
            .line("official", language(.officialCode), code?.official ?? "", hint: language(.officialCodeHint)),
        ]
    }

    private static func code(_ axis: Code.Axis, _ key: String, _ values: [String: String], isOffered: Bool) -> Code {
        Code(
            axis,
            key,
            en: (values["en"] ?? "").trimmed,
            zh: (values["zh"] ?? "").trimmed,
            pinyin: (values["pinyin"] ?? "").trimmed.lowercased(),
            isOffered: isOffered,
            under: (values["parent"] ?? "").trimmed.isEmpty ? nil : (values["parent"] ?? "").trimmed,
            official: (values["official"] ?? "").trimmed
        )
    }

    private static func replace(_ before: Code, with after: Code, _ session: DeskSession) throws {
        var codes = session.ledger.rules.codes.codes
        guard let place = codes.firstIndex(where: { $0.axis == before.axis && $0.key == before.key }) else { return }
        codes[place] = after
        try save(codes, session)
    }

    private static func save(_ codes: [Code], _ session: DeskSession) throws {
        do {
            try session.ledger.change(CodeTable(codes), by: try session.signedIn())
        } catch let refusal as Refusal {
            guard case .badCodes(let fault) = refusal else { throw refusal }
            switch fault {
            case .badKey: throw FieldProblem(field: "key", sentence: refusal.sentence)
            case .noParent, .circle: throw FieldProblem(field: "parent", sentence: refusal.sentence)
            case .noLabel, .longLabel: throw FieldProblem(field: "en", sentence: refusal.sentence)
            default: throw refusal
            }
        }
    }
}
