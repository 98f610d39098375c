import ComplaintRules
import Ledger
import TableFiles
import TerminalKit

extension SettingsPage {
    /// The page of the scripts: model answers, which a branch adds, changes, or offers no longer.
    static let scripts = SettingsPage(
        label: .pageScripts,
        columns: { _ in
            [
                (.columnTitle, .fitted(minimum: 24, maximum: 46)), (.columnFor, .flexible(minimum: 14)), (.languageField, .fixed(8)),
                (.columnState, .fitted(minimum: 5, maximum: 11)),
            ]
        },
        contents: ScriptSettings.contents,
        things: { selected, session in
            let why = session.whyNot(.changeScripts)
            // What cannot be read now is told where the page is fetched.
            let script = selected.flatMap { try? ScriptSettings.find($0, session) }
            return [
                SettingsThing(.enter, .changeScript, short: .change, whyNot: why) { session in
                    script.map { ScriptSettings.changing($0, session) }
                },
                SettingsThing(.character("a"), .addScript, short: .addShort, whyNot: why, form: ScriptSettings.adding),
                SettingsThing(.character("r"), script?.isOffered == false ? .offerAgain : .offerNoLonger, whyNot: why) { session in
                    script.map { ScriptSettings.offering($0, session) }
                },
                SettingsThing(.character("l"), .loadScripts, short: .loadShort, whyNot: why, form: ScriptSettings.loading),
            ]
        },
        empty: .noScripts
    )
}

/// The scripts, and the forms in which they are changed.
enum ScriptSettings {
    static func contents(_ session: DeskSession) throws -> SettingsContents {
        let language = session.language
        let scripts = try session.ledger.scripts().scripts
        // Those in the reader's own language first.
        let rows = (scripts.filter { $0.language == language } + scripts.filter { $0.language != language }).map { script in
            SettingsRow(
                id: script.id,
                cells: [
                    script.title, purpose(of: script, session), language(.languageName(script.language)),
                    script.isOffered ? "" : language(.notOffered),
                ],
                role: script.isOffered ? .text : .dim
            )
        }
        return SettingsContents(notes: [(language(.scriptsNote), .dim)], rows: rows)
    }

    /// The codes for which a script is meant; nothing where it is for any.
    private static func purpose(of script: Script, _ session: DeskSession) -> String {
        let codes = [(Code.Axis.reason, script.reason), (.business, script.business)].filter { !$0.1.isEmpty }
        return session.language.listed(codes.map { session.language(session.ledger.rules.codes.label($0.1, on: $0.0)) })
    }

    static func find(_ wanted: String, _ session: DeskSession) throws(LedgerError) -> Script? {
        try session.ledger.scripts().scripts.first { $0.id == wanted }
    }

    static func adding(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.addScript, form: "scripts/add", session) { session in
            let language = session.language
            return [
                .choice(
                    "language",
                    language(.languageField),
                    Language.allCases.map { Choice($0.rawValue, .languageName($0), language) },
                    selected: language.rawValue,
                    isRequired: true
                ),
                .line("key", language(.columnKey), hint: language(.codeHint), limit: 40, isRequired: true),
            ] + fields(nil, session)
        } send: { values, session in
            guard let language = Language(rawValue: values["language"] ?? "") else { throw Refusal.missing("language") }
            let script = script(language, (values["key"] ?? "").trimmed, values, isOffered: true)
            let scripts = try session.ledger.scripts().scripts
            if scripts.contains(where: { $0.id == script.id }) {
                throw FieldProblem(field: "key", sentence: .keyTaken(script.key))
            }
            try save(scripts + [script], session)
            return .codeAdded(Phrase(verbatim: script.title))
        }
    }

    static func changing(_ before: Script, _ session: DeskSession) -> PromptScreen {
        PromptScreen(.changeScript, form: "scripts/\(before.id)", session) { session in
            fields(before, session)
        } send: { values, session in
            let after = script(before.language, before.key, values, isOffered: before.isOffered)
            if after == before { return .notChanged(.scriptTitle(before.title)) }
            try replace(before, with: after, session)
            return .scriptChanged(after.title)
        }
    }

    static func offering(_ before: Script, _ session: DeskSession) -> PromptScreen {
        let title: Phrase = before.isOffered ? .offerNoLonger : .offerAgain
        return PromptScreen(title, form: "scripts/offer/\(before.id)", submit: title, keepsDraft: false, session) { session in
            [
                .words("which", before.title),
                .words("hint", session.language(before.isOffered ? .scriptNoLongerHint : .scriptAgainHint)),
            ]
        } send: { _, session in
            var after = before
            after.isOffered.toggle()
            try replace(before, with: after, session)
            return .codeOffered(.scriptTitle(before.title), after.isOffered)
        }
    }

    static func loading(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.loadScripts, form: "scripts/load", submit: .loadShort, session) { session in
            [
                .words("hint", session.language(.scriptsHint)),
                .line("path", session.language(.filePath), hint: session.language(.fileHint("scripts.csv")), limit: 1000, isRequired: true),
            ]
        } send: { values, session in
            let table = try WholeTable(values["path"] ?? "", field: "path", header: ScriptTable.judge)
            let scripts: ScriptTable
            do throws(ScriptFault) {
                scripts = try ScriptTable(header: table.header, rows: table.rows, codes: session.ledger.rules.codes)
            } catch {
                throw FieldProblem(field: "path", sentence: error.sentence)
            }
            try session.ledger.change(scripts, by: try session.signedIn())
            return .scriptsTaken(scripts.scripts.count)
        }
    }

    private static func fields(_ script: Script?, _ session: DeskSession) -> [FormField] {
        let language = session.language
        func codes(_ axis: Code.Axis, _ selected: String?) -> FormField {
            .choice(
                axis.rawValue,
                language(axis.label),
                session.ledger.rules.codes.codes(on: axis).map { Choice($0.key, $0.label, language) },
                selected: selected.flatMap { $0.isEmpty ? nil : $0 },
                hint: language(.anyCode)
            )
        }
        return [
            .line("title", language(.columnTitle), script?.title ?? "", isRequired: true),
            FormField(
                id: "text",
                label: language(Term.text),
                kind: .text(TextEditor(script?.text ?? "", limit: Intake.textLimit), minimumRows: 6),
                isRequired: true
            ),
            .words("blanks", language(.scriptBlanks(ScriptBlank.allCases.map(\.braced).joined(separator: " ")))),
            codes(.business, script?.business),
            codes(.reason, script?.reason),
        ]
    }

    private static func script(_ language: Language, _ key: String, _ values: [String: String], isOffered: Bool) -> Script {
        Script(
            language,
            key,
            (values["title"] ?? "").trimmed,
            business: values["business"] ?? "",
            reason: values["reason"] ?? "",
            isOffered: isOffered,
            (values["text"] ?? "").trimmed
        )
    }

    private static func replace(_ before: Script, with after: Script, _ session: DeskSession) throws {
        var scripts = try session.ledger.scripts().scripts
        guard let place = scripts.firstIndex(where: { $0.id == before.id }) else { return }
        scripts[place] = after
        try save(scripts, session)
    }

    private static func save(_ scripts: [Script], _ session: DeskSession) throws {
        do {
            try session.ledger.change(ScriptTable(scripts), by: try session.signedIn())
        } catch let refusal as Refusal {
            guard case .badScripts(let fault) = refusal else { throw refusal }
            switch fault.what {
            case .badKey, .twice: throw FieldProblem(field: "key", sentence: refusal.sentence)
            case .noTitle, .longTitle: throw FieldProblem(field: "title", sentence: refusal.sentence)
            case .noText, .longText, .unknownBlank: throw FieldProblem(field: "text", sentence: refusal.sentence)
            case .unknownCode(_, let axis, _): throw FieldProblem(field: axis.rawValue, sentence: refusal.sentence)
            case .noColumn, .none, .badLanguage, .badFlag: throw refusal
            }
        }
    }
}
