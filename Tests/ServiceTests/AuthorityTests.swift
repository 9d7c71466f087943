import Client
import JSON
import Queue
import QueueServer
import Service
import Settings
import Testing
import Wire
import ZeroMQ

/// Who may say what, over real CURVE connections.
@Suite(.timeLimit(.minutes(1)))
struct AuthorityTests {
    private static let article = ArticleID("0123456789abcdef0123456789abcdef")!
    private static let worker = WorkerID("01ARZ3NDEKTSV4RRFFQ69G5FAV")!
    private static let lease = LeaseID(generation: 1, count: 1)

    /// What anybody might say, with the role that may; the queue answers each with something.
    static let sayings: [(header: Header, able: Roles)] = [
        (
            .hello(
                Hello(
                    worker: worker,
                    stage: StageName("segment")!,
                    software: "x",
                    model: nil,
                    credit: Credit(tasks: 1, bytes: 64 << 20)
                )
            ), .worker
        ),
        (.ping(1), .all), (.done(lease), .worker),
        (.fail(Failure(lease: lease, code: "x", reason: "x", retry: true)), .worker),
        (.submit(Submit(n: 9, key: nil)), .client),
        (.query(Query(n: 9, what: .retry, parameters: ["all": true])), .client),
        (.query(Query(n: 9, what: .drop, parameters: ["all": true])), .client),
        (.query(Query(n: 9, what: .status)), [.client, .observer]),
        (.query(Query(n: 9, what: .results)), [.client, .observer]),
        (.query(Query(n: 9, what: .article, parameters: ["article": JSON("\(article)")])), [.client, .observer]),
        (.query(Query(n: 9, what: .dead)), [.client, .observer]),
        (.query(Query(n: 9, what: .audit)), [.client, .observer]),
    ]

    @Test(arguments: [Roles.worker, .client, .observer, [.worker, .client]])
    func `a role may say what it is for, and nothing else`(roles: Roles) async throws {
        let (own, watcher) = (try CurveKeyPair.generate(), try CurveKeyPair.generate())
        // The worker of these sayings pings nobody: on a busy machine it would be taken for dead before it is counted.
        let queue = try await GuardedQueue([own.publicKey: roles, watcher.publicKey: .observer]) {
            $0.deadAfter = .seconds(600)
        }
        var refusals = 0
        // Kept until all is counted: a worker whose connection ends is soon gone.
        var callers: [Caller] = []
        for (header, able) in Self.sayings {
            // A connection each: a worker that a first message has made known would be answered otherwise.
            let caller = try await queue.caller(queue.security(own))
            callers.append(caller)
            try await caller.send(header, body: header.requestNumber == 9 ? "{}" : nil)
            let answer = try #require(try await caller.next()?.header, "\(header.subject)")
            if roles.isDisjoint(with: able) {
                refusals += 1
                let reason = "a key with the role \(roles) may not say \(header.subject)"
                let refusal = Refusal(n: header.requestNumber, code: "not_allowed", reason: reason)
                #expect(answer == .refused(refusal))
            } else if case .refused(let refusal) = answer {
                // Such as a ping of a worker that has not said hello.
                #expect(refusal.code != "not_allowed", "\(header.subject)")
            }
        }
        let status = try await queue.caller(queue.security(watcher)).status()
        #expect(status["counters"]?["refused"]?["not_allowed"]?.int ?? 0 == refusals)
        #expect(status["accepted"]?.int == (roles.contains(.client) ? 1 : 0))
        #expect(status["workers"]?.array?.count ?? 0 == (roles.contains(.worker) ? 1 : 0))
        withExtendedLifetime(callers) {}
        try await queue.end()
    }

    @Test func `without keys everybody on this machine may say all`() async throws {
        let queue = try await GuardedQueue(nil)
        let caller = try await queue.caller(.none)
        for (header, _) in Self.sayings {
            try await caller.send(header, body: header.requestNumber == 9 ? "{}" : nil)
        }
        let status = try await caller.status()
        #expect(status["accepted"] == 1)
        #expect(status["counters"]?["refused"]?["not_allowed"] == nil)
        #expect(status["connections"]?["admitted"] == 1)
        try await queue.end()
    }

    @Test func `a key that is taken off the list is refused at once, and a new one admitted`() async throws {
        let (old, new) = (try CurveKeyPair.generate(), try CurveKeyPair.generate())
        let queue = try await GuardedQueue([old.publicKey: .client])
        let standing = try await queue.caller(queue.security(old))
        #expect(try await standing.status()["accepted"] == 0)
        let authorized = try #require(queue.options.authorized)
        authorized.replace(with: [new.publicKey: .client])
        try await standing.send(.submit(Submit(n: 3, key: nil)), body: "{}")
        let reason = "this key is not on the queue's list any more"
        #expect(try await standing.next()?.header == .refused(Refusal(n: 3, code: "not_allowed", reason: reason)))
        #expect(try await queue.caller(queue.security(new)).status()["accepted"] == 0)
        try await queue.end()
    }

    @Test func `a rate is a key's, however many connections it has`() async throws {
        let (hasty, calm) = (try CurveKeyPair.generate(), try CurveKeyPair.generate())
        let keys: [CurvePublicKey: Roles] = [hasty.publicKey: .client, calm.publicKey: .client]
        let queue = try await GuardedQueue(keys) { $0.rateLimit = 1 }
        /// What the queue says to one article on a connection of its own.
        func submit(_ n: Int, _ own: CurveKeyPair) async throws -> Header {
            let caller = try await queue.caller(queue.security(own))
            try await caller.send(.submit(Submit(n: n, key: nil)), body: "{\"n\":\(n)}")
            return try #require(try await caller.next()?.header)
        }
        // The first time that two come within a second, which on a slow machine may take some.
        var n = 1
        while true {
            try Task.checkCancellation()
            if case .busy(n, _) = try await submit(n, hasty) { break }
            n += 1
        }
        #expect(n > 1)
        guard case .accepted = try await submit(0, calm) else { throw Caller.Unanswered() }
        try await queue.end()
    }

    @Test func `a queue on the loopback address of IPv6 is reached there`() async throws {
        let queue = try await GuardedQueue(nil) { $0.endpoint = "tcp://[::1]:*" }
        #expect(queue.endpoint.hasPrefix("tcp://[::1]:"))
        let client = try QueueClient(endpoint: queue.endpoint, context: queue.context)
        #expect(try await client.ask(.status).answer["accepted"] == 0)
        await client.close()
        try await queue.end()
    }

    // MARK: Those who do not come in

    /// Says something again and again on one connection, and hears nothing, until the queue has counted.
    private func turnedAway(
        _ queue: GuardedQueue,
        _ security: Security,
        until isCounted: (ConnectionCount.Tally) -> Bool
    ) async throws {
        let caller = try await queue.caller(security)
        try await caller.send(.query(Query(n: 1, what: .status)))
        while !isCounted(queue.options.connections.tally) {
            #expect(try await caller.next(within: .milliseconds(20)) == nil)
        }
        #expect(try await caller.next(within: .zero) == nil)
    }

    @Test func `a key that is not listed gets no word in`() async throws {
        let (friend, stranger) = (try CurveKeyPair.generate(), try CurveKeyPair.generate())
        let queue = try await GuardedQueue([friend.publicKey: .client])
        try await turnedAway(queue, queue.security(stranger)) { $0.strangers > 0 }
        let status = try await queue.caller(queue.security(friend)).status()
        #expect(status["connections"]?["refused"]?["not_listed"]?.int ?? 0 > 0)
        #expect(status["connections"]?["admitted"] == 1)
        try await queue.end()
    }

    @Test func `a client without keys gets no word into a queue with them`() async throws {
        let friend = try CurveKeyPair.generate()
        let queue = try await GuardedQueue([friend.publicKey: .client])
        try await turnedAway(queue, .none) { $0.otherSecurity > 0 }
        #expect(try await queue.caller(queue.security(friend)).status()["connections"]?["admitted"] == 1)
        try await queue.end()
    }

    @Test func `a client that takes another for the queue gets no word in`() async throws {
        let friend = try CurveKeyPair.generate()
        let queue = try await GuardedQueue([friend.publicKey: .client])
        let wrong = Security.curveClient(server: friend.publicKey, keys: friend)
        try await turnedAway(queue, wrong) { $0.undecipherable > 0 }
        #expect(try await queue.caller(queue.security(friend)).status()["connections"]?["admitted"] == 1)
        try await queue.end()
    }

    @Test func `a client with keys gets no word into a queue without`() async throws {
        let keys = try CurveKeyPair.generate()
        let queue = try await GuardedQueue(nil)
        try await turnedAway(queue, queue.security(keys)) { $0.otherSecurity > 0 }
        #expect(try await queue.caller(.none).status()["connections"]?["admitted"] == 1)
        try await queue.end()
    }
}
