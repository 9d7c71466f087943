internal import Foundation
internal import Wire

/// A thread that works on one task after the other.
enum Slot {
    /// Room for the deepest document that the reader lets through, and for the stages.
    private static let stackBytes = 8 << 20

    static func start(_ number: Int, on bench: WorkBench, handler: any TaskHandler) {
        let thread = Thread {
            while let job = bench.take(slot: number) {
                let outcome: Result<TaskResult, TaskFailure>
                do throws(TaskFailure) { outcome = .success(try handler.handle(job.task, body: job.body)) } catch {
                    outcome = .failure(error)
                }
                bench.finish(slot: number, WorkBench.Result(lease: job.task.lease, outcome: outcome))
            }
        }
        thread.name = "slot \(number)"
        thread.stackSize = stackBytes
        thread.start()
    }
}
