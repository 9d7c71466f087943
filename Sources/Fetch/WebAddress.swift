internal import Foundation

/// An address of the web that may be fetched: http or https, with a host and without a user, in its plain form.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    /// The whole, without the fragment; the host in lower case.
    package let text: String
    package let scheme: String
    /// Without brackets.
    package let host: String
    package let port: Int
    /// The path and the query, as they are requested; from `/` on.
    package let target: String

    private static let longest = 2_048

    /// Whether a word is meant as an address of the web, good or bad.
    package static func isMeant(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }

    /// - Throws: ``FetchError`` `badURL`, with what is wrong.
    package init(_ text: String) throws(FetchError) { try self.init(text, relativeTo: nil) }

    /// Reads the address that a redirection names.
    func following(_ location: String) throws(FetchError) -> WebAddress {
        try WebAddress(location, relativeTo: URL(string: text))
    }

    private init(_ written: String, relativeTo base: URL?) throws(FetchError) {
        let shown = String(written.prefix(200))
        guard written.utf8.count <= Self.longest else {
            throw FetchError(.badURL, shown, "longer than \(Self.longest) bytes")
        }
        guard !written.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }),
            let url = URL(string: written, relativeTo: base)?.absoluteURL,
            var parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
        else { throw FetchError(.badURL, shown, "not a URL") }
        guard let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https" else {
            throw FetchError(.badURL, shown, "only http and https are fetched")
        }
        guard parts.user == nil, parts.password == nil else {
            throw FetchError(.badURL, shown, "a user or password in the URL is not taken")
        }
        guard let host = parts.encodedHost?.lowercased(), !host.isEmpty else {
            throw FetchError(.badURL, shown, "the URL has no host")
        }
        guard Self.isPlain(host) else {
            throw FetchError(.badURL, shown, "the host has other characters than names and addresses have")
        }
        let port = parts.port ?? (scheme == "https" ? 443 : 80)
        guard (1...65_535).contains(port) else { throw FetchError(.badURL, shown, "the URL has no port that there is") }
        parts.scheme = scheme
        parts.encodedHost = host
        parts.fragment = nil
        if parts.percentEncodedPath.isEmpty { parts.percentEncodedPath = "/" }
        guard let text = parts.string else { throw FetchError(.badURL, shown, "not a URL") }
        self.text = text
        self.scheme = scheme
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        self.port = port
        target = parts.percentEncodedPath + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
    }

    /// Whether two readers of a URL can't differ about its host: no escapes, no zones, nothing but ASCII. Who checks a host and
    /// who connects to it must mean the same one.
    private static func isPlain(_ host: String) -> Bool {
        let isAddress = host.hasPrefix("[") && host.hasSuffix("]")
        return host.utf8.count <= 255
            && (isAddress
                ? HostAddress(String(host.dropFirst().dropLast()))?.bytes.count == 16
                : host.utf8.allSatisfy {
                    (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || "-._".utf8.contains($0)
                })
    }

    /// The scheme, host and port: what one robots.txt is for.
    package var origin: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(scheme)://\(name):\(port)"
    }

    package var description: String { text }
}
