import ComplaintRules
import TableFiles

extension LineFile {
    /// The next line of what is named `path`; nil at the end.
    func next(of path: String) throws(UsageError) -> LineRow? {
        do throws(TextFileError) {
            return try next()
        } catch {
            throw .cannotRead(file: path, error)
        }
    }
}
