internal import Glibc

/// An address of this machine and a port: `127.0.0.1:8080`, `[::1]:8080` or `localhost:8080`.
package struct HostPort: Hashable, Sendable {
    /// Without brackets.
    package let host: String
    /// 0 where the system is to choose one.
    package let port: Int

    /// `nil` where the text is none. Names other than `localhost` are not taken: who may call depends on where they point.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), !text.utf8.contains(0) else { return nil }
        let digits = text[text.index(after: colon)...]
        guard (1...5).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let port = Int(digits), port <= 65_535
        else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
            var address = in6_addr()
            guard inet_pton(AF_INET6, host, &address) == 1 else { return nil }
        } else if host != "localhost" {
            var address = in_addr()
            guard inet_pton(AF_INET, host, &address) == 1 else { return nil }
        }
        (self.host, self.port) = (host, port)
    }

    /// Whether only this machine can reach it.
    package var isLoopback: Bool {
        if host == "localhost" { return true }
        var four = in_addr()
        if inet_pton(AF_INET, host, &four) == 1 { return UInt32(bigEndian: four.s_addr) >> 24 == 127 }
        var six = in6_addr()
        guard inet_pton(AF_INET6, host, &six) == 1 else { return false }
        return withUnsafeBytes(of: six) { Array($0) == Array(repeating: 0, count: 15) + [1] }
    }
}
