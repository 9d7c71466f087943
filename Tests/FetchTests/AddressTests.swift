import Testing

@testable import Fetch

@Suite struct AddressTests {
    @Test(arguments: [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.168.1.1", "198.19.0.1", "224.0.0.1", "255.255.255.255",
        "168.63.129.16", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "fe80::1", "fc00::1",
        "fd00:ec2::254", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "3fff::1", "fec0::1", "::7f00:1",
    ])
    func `what is not for everybody is told`(text: String) throws {
        #expect(try #require(HostAddress(text)).isPublic == false)
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0",
        "192.0.1.1", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2a00:1450::1", "2001:4860::1",
        "::ffff:8.8.8.8", "64:ff9b::808:808",
    ])
    func `what is for everybody is told`(text: String) throws {
        #expect(try #require(HostAddress(text)).isPublic)
    }

    @Test(arguments: [
        ("HTTP://Example.ORG", "http://example.org/", "example.org", 80, "/"),
        (
            "https://example.org:8443/a%20b?q=1#part", "https://example.org:8443/a%20b?q=1", "example.org", 8_443,
            "/a%20b?q=1"
        ),
        ("http://[::1]:81/x", "http://[::1]:81/x", "::1", 81, "/x"),
    ])
    func `a URL has one plain form`(text: String, plain: String, host: String, port: Int, target: String) throws {
        let address = try WebAddress(text)
        #expect(address.text == plain)
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.target == target)
    }

    @Test(arguments: [
        "", "example.org", "ftp://example.org/", "file:///etc/passwd", "http://", "http:///path", "http://a b/",
        "http://user:pass@example.org/", "http://user@example.org/", "http://example.org:0/",
        "http://example.org:99999/",
        "http+unix://%2Ftmp%2Fs/", "http://127.0.0.1%2f@example.org/", "http://exam%70le.org/",
        "http://[fe80::1%25eth0]/",
        "http://[v1.x]/", "http://[127.0.0.1]/", "http://example.org\\@127.0.0.1/", "http://example.org/\r\nHost: x",
        "http://" + String(repeating: "a", count: 3_000),
    ])
    func `what is no URL of the web is refused`(text: String) {
        #expect { try WebAddress(text) } throws: { ($0 as? FetchError)?.code == .badURL }
    }

    @Test func `redirections are read from where they are found`() throws {
        let page = try WebAddress("https://example.org/a/b?c")
        #expect(try page.following("../d").text == "https://example.org/d")
        #expect(try page.following("//other.example/e").text == "https://other.example/e")
        #expect(try page.following("?f").text == "https://example.org/a/b?f")
        #expect(throws: FetchError.self) { try page.following("file:///etc/passwd") }
        #expect(throws: FetchError.self) { try page.following("javascript:1") }
    }
}
