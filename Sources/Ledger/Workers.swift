import Glibc
import Synchronization

/// Does independent pieces of work on all processors of the machine, this thread among them.
enum Workers {
    /// How many threads work at once.
    static let count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    private final class Job: Sendable {
        let pieces: Int
        let work: @Sendable (Int) -> Void
        private let next = Atomic<Int>(0)

        init(pieces: Int, work: @escaping @Sendable (Int) -> Void) {
            self.pieces = pieces
            self.work = work
        }

        func run() {
            while true {
                let piece = next.add(1, ordering: .relaxed).oldValue
                if piece >= pieces { return }
                work(piece)
            }
        }
    }

    /// Does `work` once for each of `pieces`, in any order, and comes back when all are done.
    static func run(pieces: Int, _ work: @escaping @Sendable (Int) -> Void) {
        let job = Job(pieces: pieces, work: work)
        var threads: [pthread_t] = []
        for _ in 0..<max(0, min(count, pieces) - 1) {
            var thread = pthread_t()
            let context = Unmanaged.passRetained(job)
            let result = pthread_create(
                &thread,
                nil,
                { context in
                    // The thread's own reference, passed in above.
                    if let context { Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run() }
                    return nil
                },
                context.toOpaque()
            )
            // Without another thread, those that are there do all.
            if result == 0 { threads.append(thread) } else { context.release() }
        }
        job.run()
        for thread in threads { pthread_join(thread, nil) }
    }
}
