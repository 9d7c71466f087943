import Foundation
import JSON
import Logging
import Queue
import QueueServer
import Service
import Settings
import TestSupport
import Testing
import Wire
import ZeroMQ

/// A queue on tcp with the gate and the settings that the executable has; on a thread of its own.
final class GuardedQueue: Sendable {
    let keys: CurveKeyPair
    let endpoint: String
    let options: QueueServerOptions
    let context: Context
    private let gate: ZAPHandler
    private let control: QueueServerControl
    private let running: Task<Void, any Error>

    /// - Parameters:
    ///   - members: Those who may connect; `nil` for a queue without keys.
    ///   - adjust: Changes settings.
    init(_ members: [CurvePublicKey: Roles]?, _ adjust: (inout QueueSettings) -> Void = { _ in }) async throws {
        let keys = try CurveKeyPair.generate()
        let directory = try TemporaryDirectory()
        var settings = QueueSettings()
        settings.endpoint = "tcp://127.0.0.1:*"
        settings.journal = .memory
        if let members {
            settings.secretKeyFile = directory.url.appending(path: "queue.key").path
            try SecretKeyFile.write(keys.secretKey, to: settings.secretKeyFile)
            settings.authorizedKeys = directory.url.appending(path: "list").path
            let lines = members.map { AuthorizedKeysFile.line($0.key, $0.value, comment: "test") }
            try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: settings.authorizedKeys))
        }
        adjust(&settings)
        let options = try QueueService.options(settings, parent: nil)
        let context = try QueueService.context()
        let gate = try await QueueService.gate(options, context)
        let (endpoints, found) = AsyncStream.makeStream(of: String.self)
        let control = try QueueServerControl { found.yield($0) }
        running = Task {
            try await ServiceProcess.run(drain: control.drain, stop: control.stop) {
                defer { found.finish() }
                let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
                try QueueServer(
                    journal: MemoryJournal(),
                    options: options,
                    control: control,
                    context: context,
                    logger: logger
                ).run()
            }
        }
        var bound: String?
        for await endpoint in endpoints {
            bound = endpoint
            break
        }
        endpoint = try #require(bound, "the queue did not bind")
        (self.keys, self.options, self.context, self.gate, self.control) = (keys, options, context, gate, control)
    }

    /// What the holder of these keys says to this queue.
    func security(_ own: CurveKeyPair) -> Security { .curveClient(server: keys.publicKey, keys: own) }

    /// A connection, whose messages tell of a refusal by their absence.
    func caller(_ security: Security) async throws -> Caller { try await Caller(endpoint, security, context) }

    /// The port, for connections that speak no ZeroMQ.
    var port: UInt16 { endpoint.split(separator: ":").last.flatMap { UInt16($0) } ?? 0 }

    func end() async throws {
        control.stop()
        try await running.value
        await gate.close()
    }
}

/// A raw connection to a queue.
final class Caller: Sendable {
    private static let patience = Duration.seconds(20)
    private let channel: Channel

    init(_ endpoint: String, _ security: Security, _ context: Context) async throws {
        var options = SocketOptions()
        options.linger = .zero
        options.security = security
        options.reconnectInterval = .milliseconds(20)
        channel = try await Channel(.dealer, context: context, on: SocketThread(name: "caller"), options: options) {
            try $0.connect(endpoint)
        }
    }

    func send(_ header: Header, body: String? = nil) async throws {
        var message = Multipart(copying: header.encoded())
        if let body { message.append(body) }
        try await channel.send(message)
    }

    /// The next message but pings; `nil` where none comes in time.
    func next(within patience: Duration = Caller.patience) async throws -> (header: Header, body: [UInt8]?)? {
        let deadline = ContinuousClock.now + patience
        while let message = try await channel.receiveMultipart(until: deadline) {
            let header = try Header(decoding: message.array(0))
            if case .ping = header { continue }
            return (header, message.count > 1 ? message.array(1) : nil)
        }
        return nil
    }

    /// What `status` says; what comes before the answer is passed over.
    func status() async throws -> JSON {
        try await send(.query(Query(n: 77, what: .status)))
        while let (header, body) = try await next() {
            if case .answer(77, _) = header { return try JSONReader.read(body ?? []) }
        }
        throw Unanswered()
    }

    func close() async { await channel.close() }

    struct Unanswered: Error {}
}
