import Glibc
import Synchronization

/// Does independent pieces of work on all processors of the machine.
enum Workers {
    /// How many threads work at once.
    static let count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    fileprivate final class Job: Sendable {
        let pieces: Int
        let work: @Sendable (Int) -> Void
        private let next = Atomic<Int>(0)

        init(pieces: Int, work: @escaping @Sendable (Int) -> Void) {
            self.pieces = pieces
            self.work = work
        }

        func breakOff() { next.store(pieces, ordering: .relaxed) }

        func run() {
            while true {
                let piece = next.add(1, ordering: .relaxed).oldValue
                if piece >= pieces { return }
                work(piece)
            }
        }
    }

    /// Work that the other processors have begun; what nobody waits for is broken off with it.
    final class Running {
        private let job: Job
        private var threads: [pthread_t]

        fileprivate init(_ job: Job, _ threads: [pthread_t]) { (self.job, self.threads) = (job, threads) }

        deinit {
            job.breakOff()
            join()
        }

        /// Helps with what is left of it, and comes back when all is done.
        func finish() {
            job.run()
            join()
        }

        private func join() {
            for thread in threads { pthread_join(thread, nil) }
            threads = []
        }
    }

    /// Lets another processor do one thing while this thread goes on with its own; where there is no other, it is done when it is waited for.
    static func startBeside(_ work: @escaping @Sendable () -> Void) -> Running {
        let job = Job(pieces: 1) { _ in work() }
        return Running(job, count > 1 ? [thread(for: job)].compactMap { $0 } : [])
    }

    /// Lets the other processors begin with `work`, once for each of `pieces`, in any order, while this thread does something else.
    static func start(pieces: Int, _ work: @escaping @Sendable (Int) -> Void) -> Running {
        let job = Job(pieces: pieces, work: work)
        return Running(job, (0..<max(0, min(count, pieces) - 1)).compactMap { _ in thread(for: job) })
    }

    /// A thread that works at a job; nil where there can be no other, and those that are there do all.
    private static func thread(for job: Job) -> pthread_t? {
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
        if result == 0 { return thread }
        context.release()
        return nil
    }
}
