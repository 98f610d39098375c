import Glibc

/// Tells when somebody writes to the desk's folder, so that a desk that shows it has not to ask all the time (inotify(7)).
///
/// A word from it means that something may have changed; `Ledger.dataVersion` tells whether it did.
public final class DeskWatch {
    /// A file descriptor that becomes readable when something was written.
    public let descriptor: Int32

    /// Watches the folder of a desk. Nil where the system has no watches left; the desk then looks once a second.
    public init?(folder: String) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        // The folder and not the log: the log's file goes and comes with the last and the first desk.
        guard inotify_add_watch(descriptor, folder, UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO)) >= 0 else {
            close(descriptor)
            return nil
        }
    }

    deinit {
        close(descriptor)
    }

    /// Takes in what was told, so that the next word is a new one.
    public func drain() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &buffer, buffer.count) > 0 {}
    }
}
