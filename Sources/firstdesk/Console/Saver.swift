import ComplaintRules
import DeskPapers
import DeskScreens
import Glibc
import TableFiles

/// Writes what was chosen on a screen into a file.
enum Saver {
    /// Writes it, and says where it is, or why it is nowhere.
    static func save(_ job: SaveJob) -> Phrase {
        do {
            return write(try bytes(job), job)
        } catch let fault as ProgramFault {
            return fault.sentence
        } catch {
            return Phrase(verbatim: "\(error)")
        }
    }

    /// A PDF of a screen's paper on its way into its file: it is made by another program, and nobody waits for it.
    struct Run {
        private let job: SaveJob
        private let making: ProgramRun

        /// Begins; nil for a form that needs no other program.
        ///
        /// - Throws: `ProgramFault`.
        init?(_ job: SaveJob) throws(ProgramFault) {
            guard job.form == .pdf else { return nil }
            self.job = job
            making = try PaperFormat.makingPDF(job.document)
        }

        /// Where it is, or why it is nowhere; nil while it is being made.
        ///
        /// - Parameter waits: whether to wait until it is there.
        func outcome(waits: Bool) -> Phrase? {
            do throws(ProgramFault) {
                return try making.written(waits: waits).map { Saver.write($0, job) }
            } catch {
                return error.sentence
            }
        }
    }

    /// Writes the bytes of what was chosen.
    private static func write(_ bytes: [UInt8], _ job: SaveJob) -> Phrase {
        do throws(UsageError) {
            try PaperOutput.write(bytes, to: job.path, isReplacing: false)
        } catch {
            return error.sentence
        }
        let path = realpath(job.path, nil).map { found in
            defer { free(found) }
            return String(cString: found)
        }
        return Phrase(en: "Saved in \(path ?? job.path).", zh: "已存入 \(path ?? job.path)。")
    }

    private static func bytes(_ job: SaveJob) throws -> [UInt8] {
        let document = job.document
        switch job.form {
        case .txt:
            let lines = TextWriter(.terminal, width: document.isLandscape ? 132 : 80, ascii: false).lines(document)
            return Array(lines.map { $0 + "\n" }.joined().utf8)
        case .html: return Array(HTMLWriter(.terminal).file(document).utf8)
        case .pdf: return try PaperFormat.pdf(document)
        case .csv, .xlsx, .json:
            guard let figures = job.figures else { return [] }
            return switch job.form {
            case .xlsx: try FiguresFormat.workbook(figures, document.language)
            case .json: FiguresFormat.json(figures, document.language)
            default: FiguresFormat.csv(figures, document.language)
            }
        }
    }
}
