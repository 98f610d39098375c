import Glibc

@testable import TableFiles

/// A folder of its own for one test, removed with the files that were written into it.
final class Scratch {
    let path: String
    private var names: Set<String> = []

    init() throws {
        var template = Array("/tmp/firstdesk-tables-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw TextFileError.cannotOpen(errno) }
        path = String(cString: made)
    }

    /// The path of a file in the folder.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file and gives its path.
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        guard let stream = fopen(file(name), "w") else { throw TextFileError.cannotOpen(errno) }
        names.insert(name)
        let written = fwrite(bytes, 1, bytes.count, stream)
        guard fclose(stream) == 0, written == bytes.count else { throw TextFileError.cannotRead(errno) }
        return file(name)
    }

    deinit {
        for name in names { unlink(file(name)) }
        rmdir(path)
    }
}
