import Glibc

@testable import Ledger

/// A folder of its own for one test, removed with all that is in it.
final class Scratch {
    let path: String

    init() throws {
        var template = Array("/tmp/firstdesk-ledger-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw LedgerError(systemError: errno, trying: "make a scratch folder") }
        path = String(cString: made)
    }

    /// The path of a file in the folder.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let path = file(name)
        guard let stream = fopen(path, "w") else { throw LedgerError(systemError: errno, trying: "write a scratch file") }
        let written = fwrite(bytes, 1, bytes.count, stream)
        guard fclose(stream) == 0, written == bytes.count else { throw LedgerError(systemError: errno, trying: "write a scratch file") }
        return path
    }

    /// The permissions of a file or folder.
    static func mode(_ path: String) -> mode_t {
        var found = stat()
        return stat(path, &found) == 0 ? found.st_mode & 0o7777 : 0
    }

    /// Whether a line of the shell came to its end: copying, cutting and garbling files by another process. One that this process opened and
    /// closed would take the locks of the open desk with it.
    static func shell(_ line: String) -> Bool { system(line) == 0 }

    deinit {
        Self.removeAll(path)
    }

    /// Removes a folder with all in it; a name that is left over stays in /tmp, which harms no test.
    private static func removeAll(_ path: String) {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if entry.pointee.d_type == DT_DIR {
                    if name != ".", name != ".." { removeAll("\(path)/\(name)") }
                } else {
                    unlink("\(path)/\(name)")
                }
            }
            closedir(folder)
        }
        rmdir(path)
    }
}
