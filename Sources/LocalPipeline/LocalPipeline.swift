internal import Glibc
package import Logging

/// A whole pipeline on this machine, as child processes: a queue and its workers.
///
/// Each child is started again when it dies. All end when the pipeline does, and when this process dies, however it dies:
/// every child watches for that.
package struct LocalPipeline: Sendable {
    package let plan: PipelinePlan
    private let logger: Logger
    private let living = LivingProcesses()

    package init(_ plan: PipelinePlan, logger: Logger) {
        self.plan = plan
        self.logger = logger
    }

    /// Starts everything, runs `body`, and ends everything.
    ///
    /// The processes get SIGTERM when `body` returns or throws, or when this task is cancelled, and SIGKILL when they have
    /// not ended ``PipelinePlan/endingTime`` later.
    ///
    /// ``hurry()`` ends them sooner.
    ///
    /// - Throws: ``LocalPipelineError`` where a process can't be started or can't stay; what `body` throws.
    package func run<Value: Sendable>(_ body: @Sendable @escaping () async throws -> Value) async throws -> Value {
        let children = try plan.children()
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            for child in children {
                group.addTask {
                    try await Supervision(child, endingTime: plan.endingTime, living: living, logger: logger).run()
                    return nil
                }
            }
            group.addTask { try await body() }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw CancellationError()
        }
    }

    /// Has processes that are ending end at once, with what they hold unfinished; nothing accepted is lost.
    ///
    /// They get a second SIGTERM, so this is for after ``run(_:)`` has begun to end them; SIGKILL where that is not enough.
    package func hurry() async {
        living.signal(SIGTERM)
        // A second for the last messages (their linger), and one for the last commit.
        guard (try? await Task.sleep(for: .seconds(2))) != nil else { return }
        living.signal(SIGKILL)
    }
}

/// Why the pipeline can't run.
package struct LocalPipelineError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        /// One of our executables is not where it should be.
        case missingExecutable = "missing_executable"
        /// A process ended, again and again, before it had lived at all.
        case cannotStay = "cannot_stay"
    }

    package var code: Code
    package var reason: String

    package var description: String { reason }
}
