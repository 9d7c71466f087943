import Foundation

/// The relay's connections, on its thread.
struct RelayLoop {
    private struct Link {
        /// -1 where the relay itself speaks: a replay, or garbage.
        let client: Int32
        let server: Int32
        var up = RelayStream()
        var down = RelayStream()
        /// What the client has said, to be replayed.
        var recording: [UInt8] = []
        /// A half-open connection until then: nothing is read or written, and nobody is told.
        var darkUntil: ContinuousClock.Instant?
        var endsAt: ContinuousClock.Instant?
        var isOver = false
    }

    private static let longestRecording = 256 << 10
    /// Reading stops where so much waits to be written.
    private static let fullAt = 4 << 20

    private let listener: Int32
    private let upstream: UInt16
    private var random: Random
    private var links: [Link] = []
    private var recordings: [[UInt8]] = []
    private var buffer = [UInt8](repeating: 0, count: 65_536)
    private var lastTurn = ContinuousClock.now
    private(set) var counts = RelayFaults.Counts()

    init(listener: Int32, upstream: UInt16, seed: UInt64) {
        self.listener = listener
        self.upstream = upstream
        random = Random(seed: seed)
    }

    /// Waits at most 10 ms, and carries what is there.
    mutating func turn(_ faults: RelayFaults?) {
        wait()
        accept()
        let now = ContinuousClock.now
        let elapsed = (now - lastTurn) / .seconds(1)
        lastTurn = now
        var current = links
        links = []
        for index in current.indices {
            if let faults { harm(&current[index], faults, elapsed, now) }
            carry(&current[index], faults, now)
        }
        links = current
        if let faults { intrude(faults, elapsed, now) }
        for link in links where link.isOver {
            if !link.recording.isEmpty { recordings = [link.recording] + recordings.prefix(7) }
            Self.end(link)
        }
        links.removeAll { $0.isOver }
    }

    func close() {
        for link in links { Self.end(link) }
        Glibc.close(listener)
    }

    private func wait() {
        let now = ContinuousClock.now
        var polled = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
        for link in links where link.darkUntil == nil {
            for (descriptor, into, outOf) in [(link.client, link.up, link.down), (link.server, link.down, link.up)]
            where descriptor >= 0 {
                var events: Int32 = into.out.count < Self.fullAt ? POLLIN : 0
                if !outOf.out.isEmpty, outOf.heldUntil <= now { events |= POLLOUT }
                polled.append(pollfd(fd: descriptor, events: Int16(events), revents: 0))
            }
        }
        poll(&polled, nfds_t(polled.count), 10)
    }

    private mutating func accept() {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { return }
            _ = fcntl(client, F_SETFL, O_NONBLOCK)
            guard let server = Loopback.connect(upstream) else {
                Glibc.close(client)
                continue
            }
            counts.connections += 1
            links.append(Link(client: client, server: server))
        }
    }

    private mutating func harm(
        _ link: inout Link,
        _ faults: RelayFaults,
        _ elapsed: Double,
        _ now: ContinuousClock.Instant
    ) {
        guard link.client >= 0 else { return }
        if random.happens(faults.reset * elapsed) {
            counts.resets += 1
            // With this, close(2) sends a reset and throws away what is under way.
            var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
            for descriptor in [link.client, link.server] {
                setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
            }
            link.isOver = true
        } else if link.darkUntil == nil, random.happens(faults.dark * elapsed) {
            counts.dark += 1
            link.darkUntil = now + random.milliseconds(500...4_000)
        }
    }

    private mutating func carry(_ link: inout Link, _ faults: RelayFaults?, _ now: ContinuousClock.Instant) {
        if let dark = link.darkUntil {
            guard dark <= now else { return }
            link.darkUntil = nil
        }
        if let end = link.endsAt, end <= now { link.isOver = true }
        guard !link.isOver else { return }
        if link.client >= 0 {
            read(link.client, &link, \.up, faults)
            read(link.server, &link, \.down, faults)
            Self.write(&link.down, link.client, now, &link.isOver)
        } else {
            while recv(link.server, &buffer, buffer.count, 0) > 0 {}
        }
        Self.write(&link.up, link.server, now, &link.isOver)
    }

    private mutating func read(
        _ descriptor: Int32,
        _ link: inout Link,
        _ stream: WritableKeyPath<Link, RelayStream>,
        _ faults: RelayFaults?
    ) {
        guard link[keyPath: stream].out.count < Self.fullAt else { return }
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else {
            if count == 0 || errno != EAGAIN { link.isOver = true }
            return
        }
        if stream == \.up, link.recording.count < Self.longestRecording { link.recording += buffer[..<count] }
        link[keyPath: stream].take(buffer[..<count], faults, &counts, &random)
    }

    private static func write(
        _ stream: inout RelayStream,
        _ descriptor: Int32,
        _ now: ContinuousClock.Instant,
        _ isOver: inout Bool
    ) {
        guard !stream.out.isEmpty, stream.heldUntil <= now else { return }
        let count = send(descriptor, stream.out, stream.out.count, Int32(MSG_NOSIGNAL))
        if count > 0 { stream.out.removeFirst(count) } else if errno != EAGAIN { isOver = true }
    }

    /// Twice a second, on a connection of the relay's own: what somebody said on another before, or garbage.
    private mutating func intrude(_ faults: RelayFaults, _ elapsed: Double, _ now: ContinuousClock.Instant) {
        guard random.happens(2 * elapsed), let server = Loopback.connect(upstream) else { return }
        var link = Link(client: -1, server: server)
        if let recording = recordings.randomElement(using: &random), Bool.random(using: &random) {
            counts.replays += 1
            link.up.out = recording
        } else {
            counts.garbage += 1
            link.up.out = (0..<Int.random(in: 1...20_000, using: &random)).map { _ in
                .random(in: .min ... .max, using: &random)
            }
        }
        link.endsAt = now + random.milliseconds(100...2_500)
        links.append(link)
    }

    private static func end(_ link: Link) {
        if link.client >= 0 { Glibc.close(link.client) }
        Glibc.close(link.server)
    }
}
