package import Wire

/// One article to hand in.
package struct Handout: Sendable {
    /// The submission as JSON.
    package var body: [UInt8]
    package var key: String?
    package var priority: Priority

    package init(body: [UInt8], key: String?, priority: Priority = .normal) {
        self.body = body
        self.key = key
        self.priority = priority
    }
}

/// What became of an article that was handed in.
package enum Receipt: Hashable, Sendable {
    case accepted(ArticleID, isDuplicate: Bool)
    case refused(code: String, reason: String)
}

extension QueueClient {
    /// How many articles may be on their way at once: enough to fill the queue's group commits.
    private static let window = 512
    /// And how many bytes.
    private static let windowBytes = 32 << 20

    private struct Flight {
        let index: Int
        let handout: Handout
        /// When to send it again; `nil` while an answer is awaited.
        var again: ContinuousClock.Instant?
    }

    /// Hands in articles until there are no more, several on their way at once, waiting where the queue is full.
    ///
    /// - Parameters:
    ///   - next: Gives the next article; `nil` at the end.
    ///   - receipt: Hears what became of each, by its index in the order of `next`; not always in that order.
    ///   - busy: Hears that the queue is full, and how long it asks to wait.
    ///   - silence: Hears that there was no answer for some time, each time that all is said again.
    /// - Throws: ``ClientError`` with the code `no_answer`; what the closures throw; `CancellationError`.
    package func submit(
        next: () throws -> Handout?,
        receipt: (Int, Receipt) throws -> Void,
        busy: (Duration) throws -> Void = { _ in },
        silence: () -> Void = {}
    ) async throws {
        var flights: [Int: Flight] = [:]
        var bytes = 0
        var index = 0
        var isAtEnd = false
        var lastHeard = ContinuousClock.now
        var lastSaid = ContinuousClock.now
        // Of those on their way, how many may be waiting for an answer. Halved where the queue is busy and let grow where
        // it accepts (additive increase, multiplicative decrease), so that a full queue isn't sent the same over and over.
        var room = Self.window
        while true {
            while !isAtEnd, flights.count < room, bytes < Self.windowBytes {
                guard let handout = try next() else {
                    isAtEnd = true
                    break
                }
                let n = nextNumber()
                flights[n] = Flight(index: index, handout: handout)
                bytes += handout.body.count
                index += 1
                if flights.count == 1 { lastHeard = .now }
                lastSaid = .now
                try await say(n, handout)
            }
            if flights.isEmpty { return }
            let awaited = flights.values.count { $0.again == nil }
            let due = (awaited < room ? flights.values.compactMap(\.again).min() : nil) ?? lastSaid + repetition
            if let (header, _) = try await receive(until: min(due, lastSaid + repetition, lastHeard + patience)) {
                lastHeard = .now
                lastSaid = max(lastSaid, lastHeard)
                switch header {
                case .accepted(let accepted):
                    guard let flight = flights.removeValue(forKey: accepted.n) else { continue }
                    bytes -= flight.handout.body.count
                    room = min(Self.window, room + 1)
                    try receipt(flight.index, .accepted(accepted.article, isDuplicate: accepted.duplicate))
                case .refused(let refusal):
                    guard let n = refusal.n, let flight = flights.removeValue(forKey: n) else { continue }
                    bytes -= flight.handout.body.count
                    try receipt(flight.index, .refused(code: refusal.code, reason: refusal.reason))
                case .busy(let n, let pause):
                    guard flights[n] != nil else { continue }
                    flights[n]?.again = .now + pause
                    room = max(1, room / 2)
                    try busy(pause)
                default: break
                }
                continue
            }
            let now = ContinuousClock.now
            if now - lastHeard >= patience { throw noAnswer }
            let isSilent = now - lastSaid >= repetition
            if isSilent {
                silence()
                await reconnect()
            }
            // After a busy answer a few ask whether there is room again; after silence all are said again.
            var said = isSilent ? 0 : awaited
            for (n, flight) in flights.sorted(by: { $0.value.index < $1.value.index }) {
                guard isSilent || (flight.again.map { $0 <= now } ?? false), said < room else { continue }
                said += 1
                flights[n]?.again = nil
                try await say(n, flight.handout)
            }
            lastSaid = .now
        }
    }

    private func say(_ n: Int, _ handout: Handout) async throws {
        try await send(.submit(Submit(n: n, key: handout.key, priority: handout.priority)), body: handout.body)
    }
}
