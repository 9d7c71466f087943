import ArgumentParser
import Foundation
import ZeroMQ

/// A worker that takes its time, exactly: so many microseconds a task, one after the other.
///
/// Like ``PlainWorker`` it speaks the protocol by itself. It says on standard output what it gets and what it answers:
/// `r ARTICLE NANOSECONDS` and `d ARTICLE NANOSECONDS`, by the system's monotonic clock.
struct PacedWorker: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "paced-worker", shouldDisplay: false)

    @Option var stage: String
    @Option var endpoint: String
    @Option var parent: Int32
    /// Makes the worker's id, with digits only.
    @Option var number: Int
    @Option var credit = 64
    @Option(help: "For each task, in microseconds.") var pause = 2_000

    private struct Task {
        let lease: Int
        let article: String
        let body: [UInt8]
    }

    func run() throws {
        var options = SocketOptions()
        options.linger = .zero
        options.sendHighWaterMark = 0
        options.receiveHighWaterMark = 0
        let socket = try Socket(.dealer, context: Context(), options: options)
        try socket.connect(endpoint)
        let digits = "\(number)"
        let id = "0" + String(repeating: "0", count: 25 - digits.count) + digits
        let hello =
            #"{"type":"hello","v":1,"worker":"\#(id)","stage":"\#(stage)","software":"benchmark","#
            + #""credit":{"tasks":\#(credit),"bytes":1000000000}}"#
        var greeting = Multipart(copying: Array(hello.utf8))
        _ = try socket.send(&greeting)
        let key = Array(#","\#(stage)":true}"#.utf8)
        var waiting: [Task] = []
        var next = 0
        var due = ContinuousClock.now
        var lastPing = ContinuousClock.now
        while getppid() == parent {
            let isIdle = next == waiting.count
            let patience = isIdle ? Duration.milliseconds(200) : max(.zero, due - .now)
            _ = try socket.wait(for: .input, timeout: min(patience, .milliseconds(200)))
            try socket.receive(upTo: credit) { message in
                guard message.count == 2, let header = message.string(0) else { return }
                // The work on a task begins when the one before is done; with none before, now.
                if next == waiting.count { due = .now + .microseconds(pause) }
                let article = Self.text("article", in: header)
                waiting.append(
                    Task(lease: QueueLoad.number("lease", in: header) ?? 0, article: article, body: message.array(1))
                )
                Self.say("r", article)
            }
            // poll(2) counts in milliseconds.
            let rest = due - .now
            let isShort = rest > .zero && rest < .milliseconds(1)
            if isShort, next < waiting.count { usleep(UInt32(rest / .microseconds(1))) }
            while next < waiting.count, due <= .now {
                let task = waiting[next]
                next += 1
                due += .microseconds(pause)
                Self.say("d", task.article)
                var answer = Multipart(copying: Array(#"{"type":"done","lease":\#(task.lease)}"#.utf8))
                answer.append(adopting: task.body.dropLast() + key)
                _ = try socket.send(&answer)
            }
            if next == waiting.count {
                waiting.removeAll(keepingCapacity: true)
                next = 0
            }
            guard ContinuousClock.now - lastPing > .milliseconds(400) else { continue }
            lastPing = .now
            var ping = Multipart(copying: Array(#"{"type":"ping","n":0}"#.utf8))
            _ = try socket.send(&ping)
        }
    }

    /// One write, so that a kill leaves whole lines.
    private static func say(_ what: String, _ article: String) {
        let line = Array("\(what) \(article) \(Monotonic.nanoseconds)\n".utf8)
        _ = write(STDOUT_FILENO, line, line.count)
    }

    private static func text(_ key: String, in json: String) -> String {
        guard let range = json.range(of: #""\#(key)":""#) else { return "" }
        return String(json[range.upperBound...].prefix { $0 != "\"" })
    }
}

/// The clock that all processes of a machine share.
enum Monotonic {
    static var nanoseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
