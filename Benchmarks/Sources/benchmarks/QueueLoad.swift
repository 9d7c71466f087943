import Foundation
import Histogram
import ZeroMQ

/// Submits articles as fast as the queue takes them, and waits until all are done.
struct QueueLoad {
    struct Result: Sendable {
        /// From the first submission to the last article done.
        var articlesPerSecond: Double
        /// From a submission to its `accepted`, in milliseconds.
        var acceptedMedian: Double
        var accepted99: Double
    }

    let endpoint: String
    let articles: Int
    let bytes: Int

    private static let window = 512

    func run() throws -> Result {
        let context = try Context()
        var options = SocketOptions()
        options.linger = .zero
        options.sendHighWaterMark = 0
        options.receiveHighWaterMark = 0
        let socket = try Socket(.dealer, context: context, options: options)
        try socket.connect(endpoint)
        try waitForWorkers(socket)
        var histogram = Histogram<UInt32>(highestTrackableValue: 60_000_000, numberOfSignificantValueDigits: .three)
        var sentAt: [ContinuousClock.Instant] = []
        sentAt.reserveCapacity(articles)
        let filler = String(repeating: "All the news that is fit to measure. ", count: bytes / 37 + 1)
        let start = ContinuousClock.now
        var accepted = 0
        while accepted < articles {
            while sentAt.count < articles, sentAt.count - accepted < Self.window {
                let n = sentAt.count
                let head = #"{"content_type":"text/plain","content":"\#(n) "#
                let body = head + filler.prefix(max(0, bytes - head.utf8.count - 2)) + #""}"#
                var message = Multipart(copying: Array(#"{"type":"submit","n":\#(n)}"#.utf8), Array(body.utf8))
                sentAt.append(.now)
                _ = try socket.send(&message)
            }
            _ = try socket.wait(for: .input, timeout: .seconds(30))
            try socket.receive(upTo: Self.window) { message in
                let header = message.string(0) ?? ""
                // The queue wants to know whether its answers are read.
                if header.contains(#""ping""#) { return }
                guard header.contains(#""accepted""#), let n = Self.number("n", in: header) else {
                    throw BenchmarkError(reason: "the queue said \(header)")
                }
                accepted += 1
                histogram.record(UInt64((ContinuousClock.now - sentAt[n]) / .microseconds(1)))
            }
        }
        while try done(socket) < articles { try sleep(.milliseconds(2)) }
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        return Result(
            articlesPerSecond: Double(articles) / elapsed,
            acceptedMedian: Self.milliseconds(histogram.valueAtPercentile(50)),
            accepted99: Self.milliseconds(histogram.valueAtPercentile(99))
        )
    }

    /// Waits until the queue is up and three workers have said hello.
    private func waitForWorkers(_ socket: borrowing Socket) throws {
        let deadline = ContinuousClock.now + .seconds(20)
        while try status(socket).components(separatedBy: #""software":"benchmark""#).count < 4 {
            guard ContinuousClock.now < deadline else { throw BenchmarkError(reason: "the workers did not come") }
            try sleep(.milliseconds(20))
        }
    }

    private func done(_ socket: borrowing Socket) throws -> Int {
        let status = try status(socket)
        guard Self.number("dead", in: status) == 0 else { throw BenchmarkError(reason: "there are dead letters") }
        return Self.number("done", in: status) ?? 0
    }

    private func status(_ socket: borrowing Socket) throws -> String {
        var query = Multipart(copying: Array(#"{"type":"query","n":0,"what":"status"}"#.utf8))
        _ = try socket.send(&query)
        let deadline = ContinuousClock.now + .seconds(10)
        while ContinuousClock.now < deadline {
            _ = try socket.wait(for: .input, timeout: .seconds(1))
            while let answer = try socket.receiveMultipart() {
                if answer.count == 2 { return answer.string(1) ?? "" }
            }
        }
        throw BenchmarkError(reason: "the queue does not answer")
    }

    private func sleep(_ duration: Duration) throws { usleep(UInt32(duration / .microseconds(1))) }

    /// The first member of that name; the queue's `status` has its totals before all else.
    static func number(_ key: String, in json: String) -> Int? {
        guard let range = json.range(of: #""\#(key)":"#) else { return nil }
        return Int(json[range.upperBound...].prefix { $0.isNumber })
    }

    private static func milliseconds(_ microseconds: UInt64) -> Double { Double(microseconds / 10) / 100 }
}

struct BenchmarkError: Error, CustomStringConvertible {
    var reason: String
    var description: String { reason }
}
