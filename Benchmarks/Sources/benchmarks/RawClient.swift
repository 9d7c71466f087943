import Foundation
import ZeroMQ

/// A DEALER that asks and submits, in the words of the protocol.
struct RawClient: ~Copyable {
    let socket: Socket

    init(_ endpoint: String, _ context: Context) throws {
        var options = SocketOptions()
        options.linger = .zero
        options.sendHighWaterMark = 0
        options.receiveHighWaterMark = 0
        // The first to notice that the queue is back.
        options.reconnectInterval = .milliseconds(5)
        let fresh = try Socket(.dealer, context: context, options: options)
        try fresh.connect(endpoint)
        socket = consume fresh
    }

    borrowing func say(_ header: String, _ body: String? = nil) throws {
        var message = Multipart(copying: Array(header.utf8))
        if let body { message.append(copying: Array(body.utf8)) }
        _ = try socket.send(&message)
    }

    /// Whether something has come; it is thrown away.
    borrowing func hasHeard() throws -> Bool { try socket.receiveMultipart() != nil }

    /// Asks for the status. - Throws: `BenchmarkError` where no answer comes in 60 s.
    borrowing func status() throws -> String {
        try say(#"{"type":"query","n":0,"what":"status"}"#)
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline {
            _ = try socket.wait(for: .input, timeout: .seconds(1))
            while let answer = try socket.receiveMultipart() {
                if answer.count == 2 { return answer.string(1) ?? "" }
            }
        }
        throw BenchmarkError(reason: "the queue does not answer")
    }

    /// Submits `count` articles of `bytes` bytes each, numbered from `first`, and waits until all are accepted.
    borrowing func submit(_ count: Int, from first: Int = 0, bytes: Int) throws {
        let filler = String(repeating: "All the news that is fit to measure. ", count: bytes / 37 + 1)
        var (sent, accepted) = (0, 0)
        while accepted < count {
            while sent < count, sent - accepted < 1_024 {
                let head = #"{"content_type":"text/plain","content":"\#(first + sent) "#
                try say(
                    #"{"type":"submit","n":\#(sent)}"#,
                    head + filler.prefix(max(0, bytes - head.utf8.count - 2)) + #""}"#
                )
                sent += 1
            }
            guard try socket.wait(for: .input, timeout: .seconds(60)).contains(.input) else {
                throw BenchmarkError(reason: "the queue does not answer")
            }
            try socket.receive(upTo: 1_024) { message in
                let header = message.string(0) ?? ""
                if header.contains(#""ping""#) { return }
                guard header.contains(#""accepted""#) else { throw BenchmarkError(reason: "the queue said \(header)") }
                accepted += 1
            }
        }
    }
}

/// Where our executables and the files of one benchmark are.
struct Bench {
    let executables: String
    let root: URL

    /// Makes a directory, gives it to `body`, and deletes it.
    static func run(_ executables: String, _ scratch: String, _ body: (Bench) throws -> Void) throws {
        let root = URL(filePath: scratch).appending(path: ".scratch-\(getpid())")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        print("machine: \(Machine.description)")
        print("disk: \(Int(try Machine.syncsPerSecond(in: root).rounded())) fsyncs/s of 4 KiB\n")
        try body(Bench(executables: executables, root: root))
    }

    /// The system's limit on the path of a socket is 107 bytes.
    var endpoint: String { "ipc:///tmp/standpoint-bench-\(getpid()).sock" }

    func queue(_ name: String, _ settings: [String: String] = [:]) throws -> ChildProcess {
        let path = URL(filePath: executables).appending(path: "standpoint-queue").path
        let data = root.appending(path: name).path
        let arguments = ["--data", data, "--endpoint", endpoint, "--parent", "\(getpid())", "--log-level", "warning"]
        return try ChildProcess(path, arguments, settings)
    }

    func pacedWorker(_ number: Int, stage: String, credit: Int, pause: Int) throws -> ChildProcess {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let arguments = [
            "paced-worker", "--stage", stage, "--endpoint", endpoint, "--parent", "\(getpid())", "--number",
            "\(number)", "--credit", "\(credit)", "--pause", "\(pause)",
        ]
        return try ChildProcess(own, arguments, isHeard: true)
    }
}
