package import QueueHTTP
package import QueueServer
package import Settings

extension QueueService {
    /// What the HTTP side is told, and the queue about it; `nil` where there is none.
    ///
    /// - Throws: ``ServiceError`` where others than this machine could call without a token, or its file can't be relied on.
    package static func http(_ settings: QueueSettings, _ options: inout QueueServerOptions) throws -> HTTPOptions? {
        guard let address = HostPort(settings.http) else { return nil }
        guard address.isLoopback || !settings.httpTokenFile.isEmpty else {
            throw ServiceError(
                reason:
                    "queue.http is \(settings.http), which is not on this machine alone: use 127.0.0.1:PORT, or name"
                    + " the file of a token in queue.http_token_file"
            )
        }
        let inner = InnerEndpoint()
        options.insider = (inner.endpoint, inner.routingID)
        var http = HTTPOptions(host: address.host, port: address.port, inner: inner)
        http.token = try settings.httpTokenFile.isEmpty ? nil : token(settings.httpTokenFile)
        http.maximumBody = settings.maxBody.bytes
        http.maximumConnections = settings.httpMaxClients
        http.timeout = settings.httpTimeout
        return http
    }

    private static func token(_ path: String) throws(ServiceError) -> BearerToken {
        let bytes = try GuardedFile.read(path, .secret, limit: 4_096)
        let words = bytes.split { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
        guard words.count == 1, let token = BearerToken(String(decoding: words[0], as: UTF8.self)) else {
            throw ServiceError(
                reason:
                    "\(path): not one token of \(BearerToken.shortest) to \(BearerToken.longest) letters, digits and"
                    + " -._~+/=; `head -c 32 /dev/urandom | base64` makes one"
            )
        }
        return token
    }
}
