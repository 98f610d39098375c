import Glibc
import Testing

@testable import firstdesk

@Suite("What was typed as a passcode does not stay in memory")
struct PasscodeMemoryTests {
    private static let passcode = "Turmalin-Kranich-7731-Wolke"

    /// Only root, or whoever may look into every process, looks into one that has forbidden it.
    private static let mayLook = getuid() == 0

    @Test(
        "Neither typed, nor all at once, nor pasted: once somebody is signed in, no piece of it is found in the process",
        .enabled(if: mayLook),
        arguments: ["typed", "at once", "pasted"]
    )
    func signIn(way: String) throws {
        let desk = try CommandDesk()
        try desk.folder.write(PasscodeMemoryTests.passcode + "\n", to: "own")
        let changed = try desk.run("passcode", "--new-passcode-file", desk.folder.path("own"), as: "1003")
        try #require(changed.status == 0, "\(changed.errors)")

        let session = try desk.terminal()
        try session.send("1003")
        try session.press(.enter)
        switch way {
        case "typed":
            for letter in PasscodeMemoryTests.passcode { try session.send(String(letter)) }
        case "pasted": try session.paste(PasscodeMemoryTests.passcode)
        default: try session.send(PasscodeMemoryTests.passcode)
        }
        try session.waitForIdle()
        // As long as it stands in the field, it is there: the search below finds what it looks for.
        #expect(try !PasscodeMemoryTests.pieces(in: session.process).isEmpty)
        try session.press(.enter)
        try session.waitUntil("somebody is greeted") { $0.message.hasPrefix("Welcome, ") }
        try session.waitForIdle()
        let left = try PasscodeMemoryTests.pieces(in: session.process)
        #expect(left == [], "\(left)")
        #expect(try session.leave() == .exited(0))
    }

    /// Pieces of the passcode in the memory that a process can write to: as text, and as a list of characters of 16 bytes each, which is how a field
    /// has it.
    private static func pieces(in process: pid_t) throws -> [String] {
        let letters = Array(passcode.utf8)
        let texts = [(name: "the first half", bytes: Array(letters.prefix(12))), ("the second half", Array(letters.suffix(12)))]
        let listed = letters.prefix(6).flatMap { [$0] + [UInt8](repeating: 0, count: 14) + [0xE1] }
        let file = open("/proc/\(process)/mem", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw HarnessFailure.system("open the memory of \(process)") }
        defer { close(file) }
        var found: [String] = []
        for line in try SourceTree.text(of: "/proc/\(process)/maps").split(separator: "\n") {
            let fields = line.split(separator: " ")
            let ends = fields[0].split(separator: "-").compactMap { Int($0, radix: 16) }
            guard fields[1].hasPrefix("rw"), ends.count == 2 else { continue }
            var bytes = [UInt8](repeating: 0, count: ends[1] - ends[0])
            guard pread(file, &bytes, bytes.count, off_t(ends[0])) == bytes.count else { continue }
            for (name, wanted) in texts + [("its characters", listed)] where holds(bytes, wanted) {
                found.append("\(name) in \(fields.count > 5 ? String(fields[5]) : "memory without a name")")
            }
        }
        return found
    }

    private static func holds(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { memory in
            var place = 0
            while let start = memory.baseAddress, memory.count - place >= wanted.count {
                // Most of a large memory is passed over by libc.
                guard let next = memchr(start + place, Int32(wanted[0]), memory.count - place - wanted.count + 1) else { return false }
                if memcmp(next, wanted, wanted.count) == 0 { return true }
                place = next - UnsafeMutableRawPointer(mutating: start) + 1
            }
            return false
        }
    }
}
