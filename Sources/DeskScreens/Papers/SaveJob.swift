import ComplaintRules
import DeskPapers
import Glibc
import Ledger
import TerminalKit

/// A paper, or figures, on their way to a file.
public struct SaveJob: Equatable, Sendable {
    /// In which form it is saved, by the ending of the file's name.
    public enum Form: String, CaseIterable, Sendable {
        case txt, html, pdf, csv, xlsx, json

        /// Whether it takes figures, and not the page that they stand on.
        var isOfFigures: Bool { self == .csv || self == .xlsx || self == .json }
    }

    /// Where to.
    public let path: String
    /// In which form.
    public let form: Form
    /// The paper.
    public let document: Document
    /// The figures that stand on it; nil where there are none.
    public let figures: Figures?

    public static func == (left: SaveJob, right: SaveJob) -> Bool { left.path == right.path && left.form == right.form }
}

/// What can be saved from a screen, and the event that says so.
struct Savable {
    let title: Phrase
    let document: Document
    let figures: Figures?
    /// A name for the file, without its ending.
    let name: String
    let export: DeskEvent.Exported

    /// Asks for the file; its ending says the form.
    func question(by key: Key, _ session: DeskSession) -> Question {
        let forms = SaveJob.Form.allCases.filter { figures != nil || !$0.isOfFigures }
        var question = Question(
            .saveToFile,
            .saveForms(forms.map { ".\($0.rawValue)" }),
            confirm: .save,
            by: key,
            session.language,
            field: (Term.file, TextField("\(name).\(forms[1].rawValue)", limit: 1000))
        ) { app, path in
            guard let form = form(of: path, forms), let session = app.session, let actor = session.actor else { return }
            let job = SaveJob(path: path.trimmed, form: form, document: document, figures: figures)
            let errand = Errand(title) { [export, ledger = session.ledger] in
                try ledger.recordExport(export, by: actor)
                return .saving(job)
            }
            try app.take(.perform(errand), by: key)
        }
        question.check = { path in
            if form(of: path, forms) == nil { return .saveForms(forms.map { ".\($0.rawValue)" }) }
            return access(path.trimmed, F_OK) == 0 ? .fileIsThere(path.trimmed) : nil
        }
        return question
    }

    private func form(of path: String, _ forms: [SaveJob.Form]) -> SaveJob.Form? {
        let ending = path.trimmed.split(separator: ".").last.map { $0.lowercased() }
        return path.contains(".") ? forms.first { $0.rawValue == ending } : nil
    }
}
