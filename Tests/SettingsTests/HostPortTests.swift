import Testing

@testable import Settings

@Suite struct HostPortTests {
    @Test(arguments: [
        ("127.0.0.1:8080", "127.0.0.1", 8_080, true), ("127.9.9.9:0", "127.9.9.9", 0, true),
        ("[::1]:65535", "::1", 65_535, true), ("localhost:80", "localhost", 80, true),
        ("0.0.0.0:80", "0.0.0.0", 80, false), ("[::]:80", "::", 80, false), ("10.0.0.1:1", "10.0.0.1", 1, false),
        ("[::ffff:127.0.0.1]:1", "::ffff:127.0.0.1", 1, false),
    ])
    func `an address and a port are taken apart, and loopback is told`(
        text: String,
        host: String,
        port: Int,
        isLoopback: Bool
    ) throws {
        let address = try #require(HostPort(text))
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.isLoopback == isLoopback)
    }

    @Test(arguments: [
        "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:+1", "127.1:80", "example.org:80", "::1:80", "[::1]",
        "[127.0.0.1]:80", ":80", "127.0.0.1:80 ", "http://127.0.0.1:80",
    ])
    func `what is no address and port is refused`(text: String) { #expect(HostPort(text) == nil) }
}
