import Glibc

/// The program under test, as the build left it.
enum BuiltProgram {
    /// The path of the built `firstdesk`.
    ///
    /// SwiftPM links the tests of a package on Linux into one executable, `….xctest`, and puts it into the same folder as the products:
    /// so the program stands beside the running test, whatever the configuration and the scratch path are.
    static let path = folder + "/firstdesk"

    /// The folder of the products: that of the running test executable, as the kernel knows it (proc(5), `/proc/self/exe`).
    static let folder: String = {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let bytes = buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }
        let executable = String(decoding: bytes, as: UTF8.self)
        guard let slash = executable.lastIndex(of: "/") else { return "." }
        return String(executable[..<slash])
    }()
}
