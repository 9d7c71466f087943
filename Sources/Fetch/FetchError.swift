/// Why a page could not be fetched.
package struct FetchError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        /// Not an address of the web.
        case badURL = "bad_url"
        /// The name has no address.
        case unknownHost = "unknown_host"
        /// An address that is not for everybody.
        case privateAddress = "private_address"
        /// The site does not want it.
        case robots
        case redirects
        /// The connection or the time failed.
        case network
        case timeout
        /// An answer other than 200.
        case status
        case tooLarge = "too_large"
        case contentType = "content_type"
    }

    package var code: Code
    package var url: String
    package var reason: String

    init(_ code: Code, _ url: WebAddress, _ reason: String) { self.init(code, url.text, reason) }

    package init(_ code: Code, _ url: String, _ reason: String) {
        self.code = code
        self.url = url
        self.reason = reason
    }

    package var description: String { "\(url): \(reason) (\(code.rawValue))" }
}
