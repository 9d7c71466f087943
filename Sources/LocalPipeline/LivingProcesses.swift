internal import Glibc
internal import Synchronization

/// The processes of a pipeline that live now.
final class LivingProcesses: Sendable {
    private let processes = Mutex<Set<pid_t>>([])

    func add(_ process: pid_t) { processes.withLock { _ = $0.insert(process) } }

    func remove(_ process: pid_t) { processes.withLock { _ = $0.remove(process) } }

    /// Sends a signal to each that is still this process's child, so that no stranger gets it that has inherited the id.
    func signal(_ signal: Int32) {
        for process in processes.withLock({ $0 }) {
            var information = siginfo_t()
            guard waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) == 0 else { continue }
            kill(process, signal)
        }
    }
}
