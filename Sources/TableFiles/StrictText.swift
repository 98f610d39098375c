/// Bytes that are not UTF-8.
public struct NotUTF8: Error, Hashable, Sendable {
    /// The first byte at fault, counted from 1.
    public let byte: Int

    /// Names a byte, counted from 1.
    public init(byte: Int) {
        self.byte = byte
    }
}

extension String {
    /// The text that UTF-8 holds, with nothing put in the place of anything.
    ///
    /// - Throws: `NotUTF8`, with the first byte that is not.
    public init(strict bytes: some Collection<UInt8>) throws(NotUTF8) {
        if let text = String(validating: bytes, as: UTF8.self) {
            self = text
            return
        }
        var survey = EncodingSurvey()
        for byte in bytes where survey.firstInvalid == nil {
            withUnsafeBytes(of: byte) { survey.take($0) }
        }
        survey.end()
        throw NotUTF8(byte: Int(survey.firstInvalid ?? 0) + 1)
    }
}

/// The arguments that the program was started with, as the system gave them.
public enum ProgramArguments {
    /// All arguments behind the program's name. `CommandLine.arguments` would put another character where bytes are not UTF-8.
    ///
    /// - Returns: for each its text, or what is wrong with its bytes.
    public static func read() -> [Result<String, NotUTF8>] {
        var found: [Result<String, NotUTF8>] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            // The system ends the list with a null pointer and each argument with a zero byte; both stay as long as the program runs.
            guard let argument = CommandLine.unsafeArgv[index] else { break }
            var bytes: [UInt8] = []
            var next = argument
            while next.pointee != 0 {
                bytes.append(UInt8(bitPattern: next.pointee))
                next += 1
            }
            found.append(Result { () throws(NotUTF8) in try String(strict: bytes) })
        }
        return found
    }
}
