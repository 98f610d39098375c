import Glibc

/// Something that the harness waited for did not happen, or the system refused it a thing. Says everything that is needed to see why.
struct HarnessFailure: Error, CustomStringConvertible {
    /// What went wrong, with the whole screen where there is one.
    let description: String

    /// A failure with the words given.
    init(_ description: String) {
        self.description = description
    }

    /// A failed call to the system, with the reason that `errno` gives: to be made before any other call.
    static func system(_ call: String) -> HarnessFailure {
        let code = errno
        return HarnessFailure("\(call): \(String(cString: strerror(code))) (\(code))")
    }
}
