import ComplaintRules
import TableFiles

extension WholeTable {
    /// Reads the table in the file that a field of a form names.
    ///
    /// - Throws: `FieldProblem` at `field` where the file or a row of it cannot be read.
    init(_ path: String, field: String, header judge: ([String]) -> (known: Int, isWhole: Bool)) throws {
        let table: WholeTable?
        do {
            table = try WholeTable(path: path.trimmed, header: judge)
        } catch let error as TextFileError {
            throw FieldProblem(field: field, sentence: error.sentence(of: path.trimmed))
        } catch let refusal as TableRefusal {
            let why = refusal.reason.sentence
            throw FieldProblem(
                field: field,
                sentence: Phrase(en: "Line \(refusal.line): \(why.english)", zh: "第 \(refusal.line) 行：\(why.chinese)")
            )
        }
        guard let table else { throw FieldProblem(field: field, sentence: .emptyFile) }
        self = table
    }
}
