/// Why a worker's process must end, and a new one begin: a task hangs, and a thread can't be stopped from outside; or the
/// memory is used up, and can't be taken back.
package struct WorkerFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        /// A task has outlived its deadline.
        case deadline
        /// The process has grown over its limit.
        case outOfMemory = "out_of_memory"
    }

    package var code: Code
    package var reason: String

    package init(code: Code, reason: String) {
        self.code = code
        self.reason = reason
    }

    package var description: String { reason }
}
