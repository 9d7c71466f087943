import Client
import Foundation
import JSON
import Subprocess
import Synchronization
import SystemPackage
import Testing
import Wire
import ZeroMQ

/// A `standpoint-queue` process on a port of this machine, and what can be seen of it from outside.
struct QueueUnderAttack: Sendable {
    let port: UInt16
    let process: Int32

    var endpoint: String { "tcp://127.0.0.1:\(port)" }

    /// How much memory it holds now, in bytes.
    var residentBytes: Int {
        let status = FileManager.default.contents(atPath: "/proc/\(process)/status") ?? Data()
        let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1_024
    }

    /// How many files it has open, sockets included.
    var openFiles: Int { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd"))?.count ?? 0 }

    /// Looks until no more than `count` files are open. - Returns: How many are, at the end of `patience`.
    func openFiles(downTo count: Int, within patience: Duration = .seconds(20)) async throws -> Int {
        let deadline = ContinuousClock.now + patience
        var open = openFiles
        while open > count, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(20))
            open = openFiles
        }
        return open
    }

    /// Runs `attack` while a well-behaved client submits an article and asks for the status, over and over.
    ///
    /// - Returns: How often that client was served, and the longest that it waited. The client gives up, and the test
    ///   fails, where it is not answered within its patience of ten seconds.
    @discardableResult
    func serving(during attack: @Sendable @escaping () throws -> Void) async throws -> (served: Int, longest: Duration)
    {
        let isOver = Mutex(false)
        async let attacking: Void = Self.onThreadOfItsOwn {
            defer { isOver.withLock { $0 = true } }
            try attack()
        }
        let client = try QueueClient(endpoint: endpoint, context: Context())
        var (served, longest) = (0, Duration.zero)
        repeat {
            let start = ContinuousClock.now
            try await client.submitOne("an article of a well-behaved client, the \(served)th")
            _ = try await client.ask(.status)
            longest = max(longest, .now - start)
            served += 1
        } while !isOver.withLock { $0 }
        await client.close()
        try await attacking
        return (served, longest)
    }

    /// Runs what blocks, and so may have no thread that others wait for.
    private static func onThreadOfItsOwn(_ body: @Sendable @escaping () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
        }
    }

    /// The queue's own counts of what it has refused, by code.
    func refused() async throws -> [String: Int] {
        let client = try QueueClient(endpoint: endpoint, context: Context())
        let status = try await client.ask(.status).answer
        await client.close()
        let counts = try #require(status["counters"]?["refused"]?.object)
        return counts.reduce(into: [:]) { $0[$1.key] = $1.value.int }
    }
}

extension Workspace {
    /// Starts a queue, runs `body` beside it, and ends it.
    func withQueue(_ body: @Sendable @escaping (QueueUnderAttack) async throws -> Void) async throws {
        let port = try RawConnection.freePort()
        let result = try await Subprocess.run(
            .path(Executables.path("standpoint-queue")),
            arguments: ["--data", data, "--endpoint", "tcp://127.0.0.1:\(port)"],
            environment: Executables.environment(self),
            workingDirectory: FilePath(path),
            input: .none,
            output: .discarded,
            error: .string(limit: 1 << 20)
        ) { execution in
            let queue = QueueUnderAttack(port: port, process: execution.processIdentifier.value)
            let outcome: Result<Void, any Error>
            do {
                // Its first answer says that it is there.
                _ = try await queue.refused()
                outcome = .success(try await body(queue))
            } catch { outcome = .failure(error) }
            kill(queue.process, SIGTERM)
            return outcome
        }
        try result.closureResult.get()
        #expect(result.terminationStatus == .exited(0), "\(result.standardError)")
    }
}

extension QueueClient {
    /// Hands one article in, which must be accepted.
    fileprivate func submitOne(_ text: String) async throws {
        let body = JSON.object(["content": JSON(text), "content_type": "text/plain"]).encoded()
        var handouts = [Handout(body: body, key: nil)]
        var receipts: [Receipt] = []
        try await submit(next: { handouts.popLast() }, receipt: { receipts.append($1) })
        guard case .accepted = receipts.first else { throw Refused(receipts: receipts) }
    }

    private struct Refused: Error { let receipts: [Receipt] }
}
