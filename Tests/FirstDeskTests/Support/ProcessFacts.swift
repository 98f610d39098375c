import Glibc

/// What the kernel tells about a process (proc(5)).
enum ProcessFacts {
    /// Calls in which a program waits for someone to type: read, poll, select, epoll and their variants, by the machine's numbers.
    #if arch(x86_64)
        private static let waitingCalls: Set<String> = ["0", "7", "23", "232", "270", "271", "281", "441"]
    #elseif arch(arm64)
        private static let waitingCalls: Set<String> = ["63", "72", "73", "22", "441"]
    #endif

    /// The states of all threads of a process, the main thread's first, as the letters of proc(5): `R` runs, `S` sleeps and can be
    /// woken, `D` waits for a disk, `T` is stopped, `Z` has ended. Empty when there is no such process.
    static func states(of process: pid_t) -> [Character] {
        guard let main = state(in: "/proc/\(process)/stat") else { return [] }
        let threads = (try? SourceTree.names(in: "/proc/\(process)/task")) ?? []
        let others = threads.filter { $0 != "\(process)" }.compactMap { state(in: "/proc/\(process)/task/\($0)/stat") }
        return [main] + others
    }

    /// Whether all threads sleep and the main one does so in a call that waits for input, rather than for a time, a lock or a child.
    ///
    /// Where the kernel does not say in which call a thread is, that it sleeps must do.
    static func isWaitingForInput(_ process: pid_t) -> Bool {
        let states = states(of: process)
        guard !states.isEmpty, states.allSatisfy({ $0 == "S" }) else { return false }
        guard let call = try? SourceTree.text(of: "/proc/\(process)/syscall") else { return true }
        return call.split(separator: " ").first.map { waitingCalls.contains(String($0)) } ?? false
    }

    /// The state in a stat file: the first letter after the name, which stands in parentheses and may hold any character.
    private static func state(in file: String) -> Character? {
        guard let text = try? SourceTree.text(of: file), let end = text.lastIndex(of: ")") else { return nil }
        return text[end...].dropFirst(2).first
    }

    /// The sets of signals in lines of a status file, each a bit a signal from 1 on, in the order of the lines.
    ///
    /// Without the signals 32 and 33: the C library keeps them for its threads, and posix_spawn leaves them ignored.
    static func signalMasks(inStatus lines: [String]) -> [UInt64] {
        let sets = lines.filter { $0.hasPrefix("Sig") }.compactMap { $0.split(whereSeparator: \.isWhitespace).last }
        return sets.compactMap { UInt64($0, radix: 16) }.map { $0 & ~(0b11 << 31) }
    }
}
