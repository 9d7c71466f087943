internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1

/// One request and its answer, to an address that has been checked.
enum Exchange {
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPHeaders
        let body: [UInt8]
        /// Whether the body went on beyond the limit.
        let isCut: Bool
    }

    /// Fetches without following redirections.
    ///
    /// The connection is made to `address`, whatever the name means by now, so a name that points elsewhere the second time
    /// (DNS rebinding) gains nothing; the name is what `Host` and the certificate are about.
    ///
    /// - Throws: ``FetchError`` `network` or `timeout`.
    static func get(
        _ url: WebAddress,
        at address: HostAddress,
        headers: HTTPHeaders,
        limit: Int,
        timeout: Duration
    ) async throws -> Answer {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.decompression = .disabled
        configuration.timeout = .init(connect: TimeAmount(timeout), read: TimeAmount(timeout))
        configuration.dnsOverride = [url.host: "\(address)"]
        configuration.httpVersion = .http1Only
        // A site that refuses the connection is told of at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            let answer = try await withThrowingTaskGroup(of: Answer.self) { group in
                group.addTask { try await exchange(client, url, headers, limit, timeout) }
                group.addTask {
                    try await Task.sleep(for: timeout)
                    throw late(url, timeout)
                }
                defer { group.cancelAll() }
                guard let first = try await group.next() else { throw late(url, timeout) }
                return first
            }
            try? await client.shutdown()
            return answer
        } catch {
            try? await client.shutdown()
            throw fault(error, url, timeout)
        }
    }

    private static func exchange(
        _ client: HTTPClient,
        _ url: WebAddress,
        _ headers: HTTPHeaders,
        _ limit: Int,
        _ timeout: Duration
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: url.text)
        request.headers = headers
        let response = try await client.execute(request, timeout: TimeAmount(timeout))
        var body: [UInt8] = []
        var isCut = false
        for try await buffer in response.body {
            let room = limit - body.count
            body.append(contentsOf: buffer.readableBytesView.prefix(room))
            if buffer.readableBytes > room {
                isCut = true
                break
            }
        }
        // A body that ends because this task was called off is no whole body.
        try Task.checkCancellation()
        return Answer(status: Int(response.status.code), headers: response.headers, body: body, isCut: isCut)
    }

    private static func late(_ url: WebAddress, _ timeout: Duration) -> FetchError {
        FetchError(.timeout, url, "no whole answer within \(timeout / .seconds(1)) s")
    }

    private static func fault(_ error: any Error, _ url: WebAddress, _ timeout: Duration) -> any Error {
        switch error {
        case is FetchError, is CancellationError: error
        case let error as HTTPClientError where [.deadlineExceeded, .readTimeout, .connectTimeout].contains(error):
            late(url, timeout)
        default: FetchError(.network, url, "cannot be fetched: \(error)")
        }
    }
}
