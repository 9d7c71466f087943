internal import HTTPTypes
internal import Hummingbird

/// Who may call.
///
/// With a token, those who show it. Without one, every program of this machine; but not a page in a browser of this
/// machine, which can send text to any address, loopback as well. Browsers name the page that asks (`Origin`, Fetch
/// Standard), and a page whose own name was made to point here (DNS rebinding) gives itself away by `Host`.
struct CallerCheck: Sendable {
    let token: BearerToken?

    /// - Throws: ``HTTPFault`` 401, 403 or 400.
    func admit(_ request: Request) throws(HTTPFault) {
        guard let token else { return try checkIsLocal(request) }
        guard token.isShown(by: request.headers[.authorization]) else {
            throw HTTPFault(
                .unauthorized,
                "unauthorized",
                "show the token of queue.http_token_file: Authorization: Bearer TOKEN",
                headers: [.wwwAuthenticate: "Bearer realm=\"standpoint\""]
            )
        }
    }

    private func checkIsLocal(_ request: Request) throws(HTTPFault) {
        guard request.headers[.origin] == nil else {
            throw HTTPFault(
                .forbidden,
                "cross_origin",
                "pages in a browser may not call a queue without a token; set queue.http_token_file"
            )
        }
        guard let authority = request.head.authority, !authority.isEmpty else {
            throw HTTPFault(.badRequest, "no_host", "send a Host header")
        }
        guard Self.isLoopback(authority) else {
            let reason =
                "a queue without a token answers to localhost, 127.0.0.1 and [::1] only; set queue.http_token_file"
            throw HTTPFault(.forbidden, "bad_host", reason)
        }
    }

    /// Whether `Host` names this machine by an address of its own: nobody else can make these names point elsewhere.
    static func isLoopback(_ authority: String) -> Bool {
        var host = authority[...]
        if let colon = host.lastIndex(of: ":"), host[host.index(after: colon)...].allSatisfy(\.isASCIIDigit) {
            host = host[..<colon]
        }
        if host == "[::1]" || host.lowercased() == "localhost" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0).map(String.init) == String($0) }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
