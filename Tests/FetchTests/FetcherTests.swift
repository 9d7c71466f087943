import HTTPTypes
import Hummingbird
import NIOCore
import TestSite
import Testing

@testable import Fetch

/// Fetching from a real server on loopback.
@Suite(.timeLimit(.minutes(1)))
struct FetcherTests {
    private static func fetcher(_ adjust: (inout FetchOptions) -> Void = { _ in }) -> Fetcher {
        var options = FetchOptions()
        options.mayConnect = { _ in true }
        options.interval = .zero
        adjust(&options)
        return Fetcher(options)
    }

    private static func code(_ site: TestSite, _ path: String, _ fetcher: Fetcher) async throws -> FetchError.Code? {
        do {
            _ = try await fetcher.fetch(try WebAddress(site.url(path)))
            return nil
        } catch let error as FetchError { return error.code }
    }

    @Test func `a page comes with its type and validators, and is not asked for again when it has not changed`()
        async throws
    {
        let site = try await TestSite { path in
            guard path == "/page?x=1" else { return nil }
            return { request in
                if request.headers[.ifNoneMatch] == "\"one\"", request.headers[.ifModifiedSince] == "yesterday" {
                    return Response(status: .notModified)
                }
                return try await TestSite.text(
                    "<p>Ü.</p>",
                    type: "text/html; charset=iso-8859-1",
                    [.eTag: "\"one\"", .lastModified: "yesterday"]
                )(request)
            }
        }
        let fetcher = Self.fetcher()
        let address = try WebAddress(site.url("/page?x=1#part"))
        let page = try #require(try await fetcher.fetch(address))
        #expect(String(decoding: page.bytes, as: UTF8.self) == "<p>Ü.</p>")
        #expect(page.contentType == "text/html; charset=iso-8859-1")
        #expect(page.validators == PageValidators(etag: "\"one\"", lastModified: "yesterday"))
        #expect(site.asked[0].headers[.userAgent]?.hasPrefix("standpoint/") == true)
        #expect(try await fetcher.fetch(address, unlessAs: page.validators) == nil)
        // robots.txt was asked for once.
        #expect(site.all.map(\.path) == ["/robots.txt", "/page?x=1", "/page?x=1"])
        await site.end()
    }

    @Test func `what robots dot txt forbids is not asked for, also behind a redirection`() async throws {
        let site = try await TestSite { path in
            switch path {
            case "/robots.txt": TestSite.text("User-agent: standpoint\nDisallow: /private", type: "text/plain")
            case "/there": TestSite.redirect("/private/a")
            default: TestSite.text("x")
            }
        }
        let fetcher = Self.fetcher()
        #expect(try await Self.code(site, "/private/a", fetcher) == .robots)
        #expect(try await Self.code(site, "/there", fetcher) == .robots)
        #expect(try await Self.code(site, "/public", fetcher) == nil)
        #expect(site.asked.map(\.path) == ["/there", "/public"])
        await site.end()
    }

    @Test func `a site whose robots dot txt is out of order is left alone; one without is not`() async throws {
        let broken = try await TestSite { path in
            path == "/robots.txt" ? { _ in Response(status: .internalServerError) } : TestSite.text("x")
        }
        #expect(try await Self.code(broken, "/a", Self.fetcher()) == .robots)
        #expect(broken.asked.isEmpty)
        await broken.end()
        let circular = try await TestSite { path in
            path == "/robots.txt" ? TestSite.redirect("/robots.txt") : TestSite.text("x")
        }
        #expect(try await Self.code(circular, "/a", Self.fetcher()) == nil)
        await circular.end()
    }

    @Test func `redirections are followed, but not in circles nor without end`() async throws {
        let site = try await TestSite { path in
            switch path {
            case "/robots.txt": nil
            case "/a": TestSite.redirect("b", .movedPermanently)
            case "/b": TestSite.text("end")
            case "/x": TestSite.redirect("/y")
            case "/y": TestSite.redirect("/x")
            case "/out": TestSite.redirect("ftp://127.0.0.1/")
            default: TestSite.redirect(path + "1")
            }
        }
        let fetcher = Self.fetcher()
        let page = try #require(try await fetcher.fetch(try WebAddress(site.url("/a"))))
        #expect(page.url == site.url("/b"))
        #expect(try await Self.code(site, "/x", fetcher) == .redirects)
        #expect(try await Self.code(site, "/out", fetcher) == .badURL)
        let before = site.asked.count
        #expect(try await Self.code(site, "/long", fetcher) == .redirects)
        #expect(site.asked.count - before == 6)
        await site.end()
    }

    @Test func `private addresses are not connected to, by whatever name, unless they are allowed`() async throws {
        let site = try await TestSite { _ in TestSite.text("secret") }
        let fetcher = Self.fetcher { $0.mayConnect = FetchOptions().mayConnect }
        let names = [
            "127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0",
        ]
        for name in names {
            let address = try WebAddress("http://\(name):\(site.port)/")
            let error = await #expect(throws: FetchError.self, "\(name)") { try await fetcher.fetch(address) }
            #expect(error?.code == .privateAddress, "\(name): \(error?.reason ?? "")")
        }
        #expect(site.all.isEmpty)
        await site.end()
    }

    @Test func `each hop is checked: a page can't send us to an address that may not be`() async throws {
        let site = try await TestSite { path in
            switch path {
            case "/a": TestSite.redirect("http://169.254.169.254/latest/meta-data")
            case "/b": TestSite.redirect("//inside.example/")
            default: nil
            }
        }
        let loopback = try #require(HostAddress("127.0.0.1"))
        let fetcher = Self.fetcher {
            $0.mayConnect = { $0 == loopback }
            // A name with a good address and a bad one is bad.
            $0.resolve = { host in
                host == "inside.example" ? [loopback, HostAddress("10.0.0.1")!] : [HostAddress(host) ?? loopback]
            }
        }
        #expect(try await Self.code(site, "/a", fetcher) == .privateAddress)
        #expect(try await Self.code(site, "/b", fetcher) == .privateAddress)
        await site.end()
    }

    @Test func `the connection is made to the address that was checked, whatever the name means by then`() async throws
    {
        let site = try await TestSite { path in
            guard path == "/" else { return nil }
            return { request in try await TestSite.text(request.head.authority ?? "")(request) }
        }
        // No resolver but this one knows the name (RFC 6761).
        let fetcher = Self.fetcher { $0.resolve = { _ in [HostAddress("127.0.0.1")!] } }
        let page = try #require(try await fetcher.fetch(try WebAddress("http://pinned.invalid:\(site.port)/")))
        #expect(String(decoding: page.bytes, as: UTF8.self) == "pinned.invalid:\(site.port)")
        let unknown = Self.fetcher { $0.resolve = { _ in [] } }
        let error = await #expect(throws: FetchError.self) {
            try await unknown.fetch(try WebAddress("http://pinned.invalid/"))
        }
        #expect(error?.code == .unknownHost)
        await site.end()
    }

    @Test func `too large, too slow, no page, or in a coding: each has its code`() async throws {
        let site = try await TestSite { path in
            switch path {
            case "/robots.txt": nil
            case "/large": TestSite.text(String(repeating: "x", count: 1_001))
            case "/fits": TestSite.text(String(repeating: "x", count: 1_000))
            case "/coded": TestSite.text("x", [.contentEncoding: "gzip"])
            case "/heads":
                TestSite.text(
                    "x",
                    HTTPFields((0..<300).map { HTTPField(name: HTTPField.Name("X-\($0)")!, value: "x") })
                )
            case "/slow":
                { _ in
                    Response(
                        status: .ok,
                        body: ResponseBody { writer in
                            // A byte now and then, for ever.
                            while true {
                                try await writer.write(ByteBuffer(string: "x"))
                                try await Task.sleep(for: .milliseconds(50))
                            }
                        }
                    )
                }
            default: { _ in Response(status: .gone) }
            }
        }
        let fetcher = Self.fetcher { $0.maximumBytes = 1_000 }
        #expect(try await Self.code(site, "/large", fetcher) == .tooLarge)
        #expect(try await Self.code(site, "/fits", fetcher) == nil)
        #expect(try await Self.code(site, "/coded", fetcher) == .contentType)
        #expect(try await Self.code(site, "/heads", fetcher) == .network)
        #expect(try await Self.code(site, "/gone", fetcher) == .status)
        let hasty = Self.fetcher { $0.timeout = .milliseconds(600) }
        #expect(try await Self.code(site, "/slow", hasty) == .timeout)
        await site.end()
        #expect(try await Self.code(site, "/gone", Self.fetcher()) == .network)
    }

    @Test func `a host is asked no more often than it may be`() async throws {
        let site = try await TestSite { path in path == "/robots.txt" ? nil : TestSite.text("x") }
        let fetcher = Self.fetcher { $0.interval = .milliseconds(200) }
        let start = ContinuousClock.now
        for path in ["/a", "/b", "/c"] { #expect(try await Self.code(site, path, fetcher) == nil) }
        // With robots.txt four requests, and three pauses at least.
        #expect(ContinuousClock.now - start >= .milliseconds(600))
        #expect(site.all.count == 4)
        await site.end()
    }

    @Test func `a site that can't be asked for its rules is asked once, not for each page`() async throws {
        let site = try await TestSite { path in
            path == "/robots.txt" ? { _ in Response(status: .serviceUnavailable) } : TestSite.text("x")
        }
        let fetcher = Self.fetcher()
        for path in ["/a", "/b", "/c"] { #expect(try await Self.code(site, path, fetcher) == .robots) }
        #expect(site.all.map(\.path) == ["/robots.txt"])
        await site.end()
    }

    @Test func `rules that come compressed allow nothing`() async throws {
        let site = try await TestSite { path in
            path == "/robots.txt"
                ? TestSite.text("x", type: "text/plain", [.contentEncoding: "gzip"]) : TestSite.text("x")
        }
        #expect(try await Self.code(site, "/a", Self.fetcher()) == .robots)
        #expect(site.asked.isEmpty)
        await site.end()
    }

    @Test func `one who gives up while a page comes does not get half a page`() async throws {
        let (sent, isSent) = AsyncStream.makeStream(of: Void.self)
        let site = try await TestSite { path in
            guard path == "/half" else { return nil }
            return { _ in
                Response(
                    status: .ok,
                    headers: [.contentType: "text/html"],
                    body: ResponseBody { writer in
                        try await writer.write(ByteBuffer(string: "half"))
                        isSent.yield()
                        for await _ in AsyncStream<Void>.makeStream().stream {}
                    }
                )
            }
        }
        let address = try WebAddress(site.url("/half"))
        let task = Task { try await Self.fetcher().fetch(address) }
        for await _ in sent { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        await site.end()
    }
}
