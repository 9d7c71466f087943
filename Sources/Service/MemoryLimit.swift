internal import Glibc

/// The system's limit on a worker's memory: the wall behind the watch that the worker keeps itself.
package enum MemoryLimit {
    /// The stack of a thread, which counts in full although little of it is ever used.
    private static let stackBytes = 8 << 20
    /// The threads beside the slots: nine were counted, of libzmq, of Swift's runtime and our own.
    private static let otherThreads = 16

    /// Has the system refuse more memory than `bytes` and a quarter, beside the stacks of threads.
    ///
    /// The worker notices at `bytes` and says which task it was. A task that takes gigabytes between two looks runs into
    /// this limit instead: malloc(3) fails, and with it the process, by a signal. Limited is what setrlimit(2) calls data:
    /// memory of the process's own, not files mapped for reading, such as models.
    package static func apply(_ bytes: Int, slots: Int) {
        guard bytes > 0 else { return }
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
        limit.rlim_cur = min(limit.rlim_max, rlim_t(bytes + bytes / 4 + (slots + otherThreads) * stackBytes))
        setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
    }
}
