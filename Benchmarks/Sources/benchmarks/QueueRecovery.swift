import Foundation
import ZeroMQ

/// From the kill of a queue that has much to do to its serving again.
struct QueueRecovery {
    let bench: Bench

    func run(pending: Int, bytes: Int, restarts: Int) throws {
        let settings = ["STANDPOINT_QUEUE_MAX_ARTICLES": "\(pending * 2)"]
        var queue = try bench.queue("queue", settings)
        defer { queue.kill() }
        let start = ContinuousClock.now
        try RawClient(bench.endpoint, Context()).submit(pending, bytes: bytes)
        let rate = Double(pending) / ((ContinuousClock.now - start) / .seconds(1))
        print("queue: \(pending) pending articles of \(bytes) bytes, accepted at \(Int(rate)) a second")
        print("peak memory while they came: \(Self.megabytes(queue.peakMemory))")
        print("kill -9 → …   status answered   submission accepted   task at a waiting worker   peak memory")
        var isMet = true
        for restart in 1...restarts {
            // All three wait already when the queue is killed.
            let context = try Context()
            let asker = try RawClient(bench.endpoint, context)
            let submitter = try RawClient(bench.endpoint, context)
            let time = queue.kill()
            queue = try bench.queue("queue", settings)
            let worker = try RawClient(bench.endpoint, context)
            try asker.say(#"{"type":"query","n":0,"what":"status"}"#)
            try submitter.say(
                #"{"type":"submit","n":1}"#,
                #"{"content_type":"text/plain","content":"restart \#(restart)"}"#
            )
            try worker.say(
                #"{"type":"hello","v":1,"worker":"0BENCH\#(String(repeating: "0", count: 19))\#(restart % 10)","stage":"ingest","#
                    + #""software":"benchmark","credit":{"tasks":1,"bytes":1000000000}}"#
            )
            var (answered, accepted, dispatched): (Int?, Int?, Int?)
            let deadline = ContinuousClock.now + .seconds(120)
            while answered == nil || accepted == nil || dispatched == nil {
                guard ContinuousClock.now < deadline else {
                    throw BenchmarkError(reason: "the queue does not come back")
                }
                usleep(500)
                if answered == nil, try asker.hasHeard() { answered = Monotonic.nanoseconds }
                if accepted == nil, try submitter.hasHeard() { accepted = Monotonic.nanoseconds }
                while dispatched == nil, let message = try worker.socket.receiveMultipart() {
                    // The first message is the welcome, which has no body.
                    if message.count == 2 { dispatched = Monotonic.nanoseconds }
                }
            }
            // What comes right after the start counts as well.
            usleep(1_000_000)
            let memory = queue.peakMemory
            let times = [answered, accepted, dispatched].map { (($0 ?? 0) - time) / 1_000_000 }
            isMet = isMet && times.allSatisfy { $0 <= 2_000 } && memory ?? .max <= 300_000_000
            print(
                Text.left("  restart \(restart)", 14) + Text.left("\(times[0]) ms", 18)
                    + Text.left("\(times[1]) ms", 22)
                    + Text.left("\(times[2]) ms", 27) + Self.megabytes(memory)
            )
        }
        print("bar: ≤ 2 s and ≤ 300 MB: \(isMet ? "met" : "missed")\n")
    }

    private static func megabytes(_ bytes: Int?) -> String { "\((bytes ?? 0) / 1_000_000) MB" }
}
