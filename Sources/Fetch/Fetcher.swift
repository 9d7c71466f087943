internal import NIOHTTP1

/// How pages are fetched.
package struct FetchOptions: Sendable {
    /// Which addresses may be connected to: by default those that are for everybody.
    package var mayConnect: @Sendable (HostAddress) -> Bool = { $0.isPublic }
    /// Tells the addresses of a name.
    package var resolve: @Sendable (String) async -> [HostAddress] = { await HostLookup.addresses(of: $0) }
    /// The least time between two requests to one host.
    package var interval: Duration = .seconds(1)
    /// The largest page, in bytes.
    package var maximumBytes = 8 << 20
    /// How long one request may take, from the connection to the last byte.
    package var timeout: Duration = .seconds(30)
    package var maximumRedirects = 5
    /// What is said to sites, before the version.
    package var agent = "standpoint"
    package var version = "0"

    package init() {}
}

/// A page as it came.
package struct FetchedPage: Sendable {
    /// Where it was in the end, after redirections.
    package let url: String
    /// The value of `Content-Type`, such as `text/html; charset=iso-8859-1`.
    package let contentType: String
    package let bytes: [UInt8]
    package let validators: PageValidators
}

/// By what a site tells whether a page has changed (RFC 9110, 8.8).
package struct PageValidators: Hashable, Sendable {
    package var etag: String?
    package var lastModified: String?

    package init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }

    package var isEmpty: Bool { etag == nil && lastModified == nil }
}

/// Fetches pages, politely: one request at a time, with a pause for each host, and nothing that robots.txt forbids; and
/// carefully: each address, also each that a redirection names, is checked before it is connected to.
package final class Fetcher {
    private let options: FetchOptions
    /// By origin; also that a site had none to give, so that it is not asked for each page.
    private var robots: [String: Result<RobotsRules, FetchError>] = [:]
    /// When each host was last asked.
    private var asked: [String: ContinuousClock.Instant] = [:]

    package init(_ options: FetchOptions) { self.options = options }

    /// Fetches a page.
    ///
    /// - Parameter known: The validators that came with the page before.
    /// - Returns: The page; `nil` where it has not changed.
    /// - Throws: ``FetchError``; `CancellationError`.
    package func fetch(_ url: WebAddress, unlessAs known: PageValidators = .init()) async throws -> FetchedPage? {
        var headers = ["Accept": "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1"]
        headers["If-None-Match"] = known.etag
        headers["If-Modified-Since"] = known.lastModified
        let (place, answer) = try await follow(url, headers, limit: options.maximumBytes) { url in
            guard try await self.rules(for: url).allow(url.target) else {
                throw FetchError(.robots, url, "the site's robots.txt does not allow it to \(self.options.agent)")
            }
        }
        if answer.status == 304, !known.isEmpty { return nil }
        guard answer.status == 200 else { throw FetchError(.status, place, "answered with status \(answer.status)") }
        guard !answer.isCut else {
            throw FetchError(.tooLarge, place, "larger than \(options.maximumBytes) bytes")
        }
        guard Self.isPlain(answer) else {
            throw FetchError(.contentType, place, "came compressed, which was not asked for")
        }
        let validators = PageValidators(
            etag: answer.headers.first(name: "ETag").flatMap { $0.utf8.count <= 512 ? $0 : nil },
            lastModified: answer.headers.first(name: "Last-Modified").flatMap { $0.utf8.count <= 64 ? $0 : nil }
        )
        return FetchedPage(
            url: place.text,
            contentType: answer.headers.first(name: "Content-Type") ?? "",
            bytes: answer.body,
            validators: validators
        )
    }

    // MARK: Redirections

    private func follow(
        _ url: WebAddress,
        _ headers: [String: String],
        limit: Int,
        check: (WebAddress) async throws -> Void
    ) async throws -> (WebAddress, Exchange.Answer) {
        var place = url
        var seen: Set<String> = [url.text]
        for _ in 0...options.maximumRedirects {
            try await check(place)
            let answer = try await request(place, headers, limit: limit)
            guard [301, 302, 303, 307, 308].contains(answer.status),
                let location = answer.headers.first(name: "Location")
            else { return (place, answer) }
            place = try place.following(location)
            guard seen.insert(place.text).inserted else {
                throw FetchError(.redirects, url, "is redirected in a circle, to \(place)")
            }
        }
        throw FetchError(.redirects, url, "is redirected more than \(options.maximumRedirects) times")
    }

    private func request(_ url: WebAddress, _ headers: [String: String], limit: Int) async throws -> Exchange.Answer {
        let address = try await checkedAddress(url)
        try await keepPace(url.host)
        var all = HTTPHeaders([
            ("User-Agent", "\(options.agent)/\(options.version)"), ("Accept-Encoding", "identity"),
            ("Connection", "close"),
        ])
        for (name, value) in headers { all.add(name: name, value: value) }
        return try await Exchange.get(url, at: address, headers: all, limit: limit, timeout: options.timeout)
    }

    /// The address to connect to. One that is private among several is enough to refuse them all.
    private func checkedAddress(_ url: WebAddress) async throws -> HostAddress {
        let addresses = await options.resolve(url.host)
        guard let first = addresses.first else { throw FetchError(.unknownHost, url, "\(url.host) has no address") }
        if let hidden = addresses.first(where: { !options.mayConnect($0) }) {
            let host = url.host == "\(hidden)" ? "\(hidden) is" : "\(url.host) is \(hidden), which is"
            let reason = "\(host) not on the public Internet; --allow-private fetches it"
            throw FetchError(.privateAddress, url, reason)
        }
        // IPv4 first: where IPv6 is configured and does not work, there is no second try.
        return addresses.first { $0.bytes.count == 4 } ?? first
    }

    private func keepPace(_ host: String) async throws {
        if let last = asked[host] { try await Task.sleep(until: last + options.interval, clock: .continuous) }
        asked[host] = .now
    }

    // MARK: robots.txt

    /// So many sites' rules are kept; more, and all are asked for again. Each may have half a megabyte.
    private static let mostSites = 64

    /// The rules of a site, fetched once. - Throws: ``FetchError`` about `url`, where there is no getting them.
    private func rules(for url: WebAddress) async throws -> RobotsRules {
        if robots[url.origin] == nil {
            if robots.count >= Self.mostSites { robots = [:] }
            do { robots[url.origin] = .success(try await fetchRules(url.origin)) } catch let error as FetchError {
                robots[url.origin] = .failure(error)
            }
        }
        do { return try robots[url.origin]?.get() ?? .all } catch {
            // A host that can't be or must not be reached is the page's own.
            let isOfHost = error.code == .unknownHost || error.code == .privateAddress
            let isPageHost = isOfHost && error.url == "\(url.origin)/robots.txt"
            throw FetchError(error.code, url, isPageHost ? error.reason : "robots.txt: \(error.reason)")
        }
    }

    /// What a site's robots.txt says: all is allowed where there is no such file, and nothing where the site is out of order
    /// or can't be reached (RFC 9309, 2.3.1).
    private func fetchRules(_ origin: String) async throws -> RobotsRules {
        let file = try WebAddress("\(origin)/robots.txt")
        do {
            let (_, answer) = try await follow(file, [:], limit: RobotsRules.mostBytes) { _ in }
            switch answer.status {
            case 200..<300:
                guard Self.isPlain(answer) else {
                    throw FetchError(.robots, file, "is compressed, which was not asked for, so nothing may be fetched")
                }
                return RobotsRules(answer.body, agent: options.agent)
            case 400..<500: return .none
            default: throw FetchError(.robots, file, "answered with status \(answer.status), so nothing may be fetched")
            }
        } catch let error as FetchError where error.code == .redirects {
            // As if there were none (RFC 9309, 2.3.1.2).
            return .none
        }
    }

    /// Whether a body is as it was written. Nothing is ever unpacked here, so no small answer becomes a large one.
    private static func isPlain(_ answer: Exchange.Answer) -> Bool {
        answer.headers["Content-Encoding"].allSatisfy { $0.lowercased() == "identity" || $0.isEmpty }
    }
}
