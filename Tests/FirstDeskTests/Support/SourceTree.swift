import Glibc

/// Reading folders and text files: what the tests need of them.
enum SourceTree {
    /// The top folder of the package, from where this file stands: Tests/FirstDeskTests/Support.
    static let root: String = {
        let steps = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return steps.dropLast(4).joined(separator: "/")
    }()

    /// The names in a folder in order, without `.` and `..`.
    ///
    /// - Throws: `HarnessFailure` when the folder cannot be read.
    static func names(in folder: String) throws(HarnessFailure) -> [String] {
        guard let directory = opendir(folder) else { throw HarnessFailure.system("opendir \(folder)") }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            // d_name is imported as a tuple; readdir(3) ends the name with NUL inside the entry, which stays until the next call.
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The paths of all plain files below a folder, links not followed, each relative to it.
    ///
    /// - Throws: `HarnessFailure` when a folder cannot be read.
    static func files(below folder: String) throws(HarnessFailure) -> [String] {
        var found: [String] = []
        for name in try names(in: folder) {
            var facts = stat()
            guard lstat("\(folder)/\(name)", &facts) == 0 else { throw HarnessFailure.system("lstat \(folder)/\(name)") }
            switch facts.st_mode & S_IFMT {
            case S_IFDIR: found += try files(below: "\(folder)/\(name)").map { "\(name)/\($0)" }
            case S_IFREG: found.append(name)
            default: break
            }
        }
        return found
    }

    /// The bytes of a file; also of one in `/proc`, which has no size.
    ///
    /// - Throws: `HarnessFailure` when it cannot be read.
    static func bytes(of file: String) throws(HarnessFailure) -> [UInt8] {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw HarnessFailure.system("open \(file)") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw HarnessFailure.system("read \(file)") }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// The text of a file in UTF-8.
    ///
    /// - Throws: `HarnessFailure` when it cannot be read.
    static func text(of file: String) throws(HarnessFailure) -> String {
        String(decoding: try bytes(of: file), as: UTF8.self)
    }
}
