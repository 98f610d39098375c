import ComplaintRules
import Glibc
import Ledger
import Synchronization

/// A check of the whole desk on a thread and a connection of its own, while keys are taken: how far it is, and what it found.
final class RunningVerification: Sendable {
    /// What came of it.
    enum Outcome: Sendable {
        case found(Verification)
        case calledOff
        /// The file could not be read for another reason than damage.
        case failed(LedgerError)
    }

    private struct State {
        var (done, total): (Int64, Int64) = (0, 1)
        var isCalledOff = false
        var outcome: Outcome?
    }

    private let folder: String
    private let clock: DeskClock
    private let state = Mutex(State())

    /// Begins to check the desk in a folder.
    ///
    /// - Throws: `.outOfMemory` where the system gives no thread.
    static func start(inDesk folder: String, _ clock: DeskClock) throws(LedgerError) -> RunningVerification {
        let running = RunningVerification(folder, clock)
        var thread = pthread_t()
        let context = Unmanaged.passRetained(running)
        let result = pthread_create(
            &thread,
            nil,
            { context in
                // The thread's own reference, passed in above.
                if let context { Unmanaged<RunningVerification>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            },
            context.toOpaque()
        )
        guard result == 0 else {
            context.release()
            throw LedgerError(.outOfMemory, message: "no thread for the check")
        }
        pthread_detach(thread)
        return running
    }

    private init(_ folder: String, _ clock: DeskClock) { (self.folder, self.clock) = (folder, clock) }

    private func run() {
        let outcome: Outcome
        do {
            let ledger = try Ledger(folder: folder, clock: clock, isReadOnly: true)
            defer { ledger.close() }
            outcome = .found(
                try ledger.verify { done, total in
                    state.withLock {
                        ($0.done, $0.total) = (done, max(1, total))
                        return !$0.isCalledOff
                    }
                }
            )
        } catch let error as LedgerError {
            switch error.kind {
            case .interrupted: outcome = .calledOff
            case .damaged: outcome = .found(Verification(unopened: error))
            default: outcome = .failed(error)
            }
        } catch {
            outcome = .failed(LedgerError(.misuse, message: "\(error)"))
        }
        state.withLock { $0.outcome = outcome }
    }

    /// What came of it; nil while it runs.
    var outcome: Outcome? { state.withLock { $0.outcome } }

    /// How much of it is done, from 0 to 1.
    var share: Double { state.withLock { Double(min($0.done, $0.total)) / Double($0.total) } }

    /// Lets it end at its next step; nothing was changed.
    func callOff() { state.withLock { $0.isCalledOff = true } }
}
