import ComplaintRules
import DeskPapers

/// In which forms papers come. A new one is a case here and its line in `bytes`.
enum PaperFormat: String, CaseIterable {
    case text, html, pdf

    /// A paper in that form.
    ///
    /// - Throws: `ProgramFault` where WeasyPrint is wanted and cannot do it.
    func bytes(_ document: Document, columns: Int?, _ invocation: Invocation) throws(ProgramFault) -> [UInt8] {
        switch self {
        case .text: Array(PaperOutput(invocation).text(document, width: columns).utf8)
        case .html: Array(HTMLWriter(.terminal).file(document).utf8)
        case .pdf: try PaperFormat.pdf(document)
        }
    }

    /// A paper as a PDF, made of its HTML.
    static func pdf(_ document: Document) throws(ProgramFault) -> [UInt8] {
        try makingPDF(document).written(waits: true) ?? []
    }

    /// The same while it is being made.
    static func makingPDF(_ document: Document) throws(ProgramFault) -> ProgramRun {
        try ProgramRun(
            "weasyprint",
            ["--quiet", "-", "-"],
            input: Array(HTMLWriter(.terminal).file(document).utf8),
            packages: "weasyprint fonts-wqy-microhei"
        )
    }
}
