import Article
import Foundation
import JSON
import Logging
import Queue
import QueueHTTP
import QueueServer
import Service
import Settings
import TestSupport
import Testing
import Wire
import ZeroMQ

/// A queue with its HTTP side on a port of its own, both as the executable makes them.
final class ServedQueue: Sendable {
    let http: HTTPEndpoint
    // The server's thread has it until the queue has ended, and tests look at it after that.
    nonisolated(unsafe) let journal: MemoryJournal
    let context: Context
    private let control: QueueServerControl
    private let running: Task<Void, any Error>

    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// - Parameters:
    ///   - token: What callers must show.
    ///   - rules: Changes settings.
    ///   - options: Changes what the HTTP side is told.
    init(
        token: String? = nil,
        _ adjust: (inout QueueSettings) -> Void = { _ in },
        http adjustHTTP: (inout HTTPOptions) -> Void = { _ in }
    ) async throws {
        let directory = try TemporaryDirectory()
        var settings = QueueSettings()
        settings.endpoint = "inproc://queue"
        settings.journal = .memory
        settings.http = "127.0.0.1:0"
        if let token {
            settings.httpTokenFile = directory.url.appending(path: "token").path
            let made = FileManager.default.createFile(
                atPath: settings.httpTokenFile,
                contents: Data("\(token)\n".utf8),
                attributes: [.posixPermissions: 0o600]
            )
            try #require(made)
        }
        adjust(&settings)
        var queueOptions = try QueueService.options(settings, parent: nil)
        var options = try #require(try QueueService.http(settings, &queueOptions))
        adjustHTTP(&options)
        let context = try Context()
        let journal = MemoryJournal()
        let (starts, started) = AsyncStream.makeStream(of: Void.self)
        let control = try QueueServerControl { _ in started.finish() }
        let final = queueOptions
        nonisolated(unsafe) let shared = journal
        running = Task {
            try await ServiceProcess.run(drain: control.drain, stop: control.stop) {
                defer { started.finish() }
                try QueueServer(
                    journal: shared,
                    options: final,
                    control: control,
                    context: context,
                    logger: Self.logger
                ).run()
            }
        }
        for await _ in starts {}
        (self.context, self.control, self.journal) = (context, control, journal)
        http = try await HTTPEndpoint(options, context: context, logger: Self.logger)
    }

    func peer() async throws -> HTTPPeer { try await HTTPPeer(port: http.port) }

    /// Says one request on a connection of its own, and hears the answer.
    func exchange(_ request: String, body: [UInt8] = []) async throws -> HTTPAnswer {
        let peer = try await peer()
        await peer.send(Array(request.utf8) + body)
        return try await peer.hearAnswer()
    }

    /// Posts an article.
    func post(
        _ body: String,
        type: String = "text/plain",
        query: String = "",
        headers: String = ""
    ) async throws -> HTTPAnswer {
        let head =
            "POST /api/v1/articles\(query) HTTP/1.1\r\nHost: localhost\r\nContent-Type: \(type)\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\(headers)\r\n"
        return try await exchange(head, body: Array(body.utf8))
    }

    func get(_ path: String, headers: String = "") async throws -> HTTPAnswer {
        try await exchange("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(http.port)\r\n\(headers)\r\n")
    }

    func drain() {
        http.drain()
        control.drain()
    }

    /// Ends the queue, then its HTTP side, as the executable does.
    func end() async throws {
        control.stop()
        try await running.value
        await http.close()
    }

    /// Waits for the queue to end by itself.
    func ended() async throws {
        try await running.value
        await http.close()
    }
}
