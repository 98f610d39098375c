import Glibc

/// A private folder (0700) of a test, removed with everything in it when the last reference to it goes.
///
/// A class, so that a suite can hold it: a structure has no `deinit` unless it cannot be copied, and suites must be.
final class TemporaryFolder: Sendable {
    /// The folder's path, without a slash at its end.
    let path: String

    /// Makes the folder under `$TMPDIR`, else `/tmp`.
    ///
    /// - Throws: `HarnessFailure` with the system's reason.
    init() throws(HarnessFailure) {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/firstdesk-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw HarnessFailure.system("mkdtemp \(base)") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        Self.removeTree(path)
    }

    /// The path of something in the folder.
    func path(_ name: String) -> String {
        "\(path)/\(name)"
    }

    /// Writes a file into the folder and returns its path.
    ///
    /// - Throws: `HarnessFailure` when it cannot be written whole.
    @discardableResult
    func write(_ text: String, to name: String) throws(HarnessFailure) -> String {
        try write(Array(text.utf8), to: name)
    }

    /// Writes bytes, of whatever encoding, into a file in the folder and returns its path.
    ///
    /// - Throws: `HarnessFailure` when it cannot be written whole.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws(HarnessFailure) -> String {
        let file = path(name)
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw HarnessFailure.system("open \(file)") }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw HarnessFailure.system("write \(file)") }
            rest = rest.dropFirst(count)
        }
        return file
    }

    /// Removes a file, or a folder with all in it, links not followed. What is gone already is no fault; what cannot be removed stays.
    private static func removeTree(_ path: String) {
        if unlink(path) == 0 { return }
        // A test may have taken the rights away to see what the program does without them.
        chmod(path, 0o700)
        for name in (try? SourceTree.names(in: path)) ?? [] {
            removeTree("\(path)/\(name)")
        }
        rmdir(path)
    }
}
