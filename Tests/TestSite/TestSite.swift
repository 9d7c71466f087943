package import HTTPTypes
package import Hummingbird
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import Synchronization

/// A site on loopback, that answers as a test wants.
package final class TestSite: Sendable {
    /// What was asked for.
    package struct Asked: Sendable {
        /// With the query.
        package let path: String
        package let headers: HTTPFields
        package let at: ContinuousClock.Instant
    }

    package typealias Page = @Sendable (Request) async throws -> Response

    package let port: Int
    private let seen: Log
    private let running: Task<Void, any Error>

    /// A class, so that the closure of the server and the site share it.
    private final class Log: Sendable { let asked = Mutex<[Asked]>([]) }

    /// - Parameter page: Answers a path, query and all; `nil` for 404.
    package init(_ page: @escaping @Sendable (String) -> Page?) async throws {
        let seen = Log()
        let responder = CallbackResponder<BasicRequestContext> { request, _ in
            let path = request.uri.string
            seen.asked.withLock { $0.append(Asked(path: path, headers: request.headers, at: .now)) }
            guard let page = page(path) else { return Response(status: .notFound) }
            return try await page(request)
        }
        let (starts, started) = AsyncStream.makeStream(of: Int.self)
        let quiet = Logger(label: "site") { _ in SwiftLogNoOpLogHandler() }
        let application = Application(
            responder: responder,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in started.yield(channel.localAddress?.port ?? 0) },
            logger: quiet
        )
        let group = ServiceGroup(configuration: .init(services: [application], logger: quiet))
        running = Task {
            defer { started.finish() }
            try await group.run()
        }
        var bound = 0
        for await port in starts {
            bound = port
            break
        }
        (self.seen, port) = (seen, bound)
    }

    /// All that was asked for so far, but robots.txt.
    package var asked: [Asked] { all.filter { $0.path != "/robots.txt" } }
    package var all: [Asked] { seen.asked.withLock(\.self) }

    package func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    package func end() async {
        running.cancel()
        _ = await running.result
    }

    package static func text(
        _ text: String,
        type: String = "text/html; charset=utf-8",
        _ headers: HTTPFields = [:]
    ) -> Page {
        { _ in
            var headers = headers
            headers[.contentType] = type
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
    }

    package static func redirect(_ location: String, _ status: HTTPResponse.Status = .found) -> Page {
        { _ in Response(status: status, headers: [.location: location]) }
    }
}
