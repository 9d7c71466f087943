internal import Hummingbird
internal import HummingbirdCore
package import Logging
internal import NIOCore
internal import ServiceLifecycle
package import ZeroMQ

/// The queue's HTTP side: takes submissions and questions by HTTP, and hands them to the queue of this process as a
/// client would. What it answers with 202 the queue has answered with `accepted`: it is on disk.
package final class HTTPEndpoint: Sendable {
    /// The port, as it was bound.
    package let port: Int
    private let line: QueueLine
    private let hearing: Task<Void, Never>
    private let serving: Task<Void, any Error>
    private let group: ServiceGroup

    /// Binds the address. The queue itself may begin to serve later: what is asked until then waits for it.
    ///
    /// - Throws: `IOError` where the address can't be bound, or `ZeroMQError`.
    package init(_ options: HTTPOptions, context: Context, logger: Logger) async throws {
        let line = try await QueueLine(options.inner, patience: options.patience, context: context)
        let responder = QueueResponder(
            line: line,
            callers: CallerCheck(token: options.token),
            maximumBody: options.maximumBody,
            budget: ByteBudget(max(options.maximumBodies, 2 * options.maximumBody)),
            health: Health()
        )
        // The framework tells of each start and end; we do it once, below.
        var quiet = logger
        quiet.logLevel = max(.warning, logger.logLevel)
        let (starts, started) = AsyncStream.makeStream(of: Int.self)
        let (timeout, patience) = (options.timeout, options.patience + .seconds(5))
        var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
        decoder.maxHeaderFieldSize = 16 << 10
        decoder.maxHeaderListSize = 32 << 10
        decoder.maxHeaderFieldCount = 100
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [RequestClock(timeout: timeout, patience: patience)],
                    httpDecoderConfiguration: decoder
                )
            ),
            configuration: ApplicationConfiguration(
                address: .hostname(options.host, port: options.port),
                availableConnectionsDelegate: MaximumAvailableConnections(options.maximumConnections, logger: quiet)
            ),
            onServerRunning: { channel in started.yield(channel.localAddress?.port ?? options.port) },
            logger: quiet
        )
        let group = ServiceGroup(configuration: .init(services: [application], logger: quiet))
        let serving = Task {
            defer { started.finish() }
            try await group.run()
        }
        var port: Int?
        for await bound in starts {
            port = bound
            break
        }
        guard let port else {
            await line.close()
            try await serving.value
            throw CancellationError()
        }
        logger.info("serving HTTP", metadata: ["address": "\(options.host)", "port": "\(port)"])
        (self.port, self.line, self.group, self.serving) = (port, line, group, serving)
        hearing = Task { await line.run() }
    }

    /// Takes no more connections, answers what has been asked, and ends those that wait.
    package func drain() { Task { [group] in await group.triggerGracefulShutdown() } }

    /// Ends, once the queue has: who waits for it still is told so, and then is cut off after a moment.
    package func close(within limit: Duration = .seconds(2)) async {
        await group.triggerGracefulShutdown()
        await line.close()
        await hearing.value
        let alarm = Task { [serving] in
            try await Task.sleep(for: limit)
            serving.cancel()
        }
        _ = await serving.result
        alarm.cancel()
    }
}
