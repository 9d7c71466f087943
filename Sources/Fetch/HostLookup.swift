internal import Foundation
internal import Glibc

/// Asks the system which addresses a name has.
enum HostLookup {
    /// All addresses, in the order in which the system would try them; none where there is no answer within `limit`.
    ///
    /// getaddrinfo(3) waits, and can't be told to stop: so it has a thread of its own, and the caller goes on without it.
    static func addresses(of host: String, within limit: Duration = .seconds(20)) async -> [HostAddress] {
        if let literal = HostAddress(host) { return [literal] }
        let (answers, answer) = AsyncStream.makeStream(of: [HostAddress].self)
        let thread = Thread {
            answer.yield(resolve(host))
            answer.finish()
        }
        thread.start()
        let timer = Task {
            try await Task.sleep(for: limit)
            answer.finish()
        }
        defer { timer.cancel() }
        for await addresses in answers { return addresses }
        return []
    }

    private static func resolve(_ host: String) -> [HostAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var addresses: [HostAddress] = []
        var next = list
        while let entry = next {
            next = entry.pointee.ai_next
            guard let address = entry.pointee.ai_addr else { continue }
            switch entry.pointee.ai_family {
            case AF_INET:
                address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { four in
                    addresses.append(HostAddress(bytes: withUnsafeBytes(of: four.pointee.sin_addr) { Array($0) }))
                }
            case AF_INET6:
                address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { six in
                    addresses.append(HostAddress(bytes: withUnsafeBytes(of: six.pointee.sin6_addr) { Array($0) }))
                }
            default: continue
            }
        }
        return addresses
    }
}
