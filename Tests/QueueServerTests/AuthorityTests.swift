import Foundation
import JSON
import Queue
import QueueServer
import Testing
import Wire
import ZeroMQ

struct AuthorityTests {
    @Test func `where keys are demanded and nobody keeps the list, nobody may say anything`() throws {
        // Without a gate libzmq admits every key: the server must not.
        let (server, client) = (try CurveKeyPair.generate(), try CurveKeyPair.generate())
        let queue = try RunningQueue(.tcp) { $0.security = .curveServer(server.secretKey) }
        let security = Security.curveClient(server: server.publicKey, keys: client)
        let dealer = try Dealer(queue.endpoint, queue.context, security: security)
        guard case .refused(let refusal) = try dealer.submit(5, "{}") else { throw Silence() }
        #expect(refusal.code == "not_allowed")
        #expect(refusal.n == 5)
    }

    @Test func `a Unix socket is not open to other users`() throws {
        let queue = try RunningQueue(.ipc)
        var status = stat()
        try #require(stat(String(queue.endpoint.dropFirst("ipc://".count)), &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFSOCK)
        #expect(status.st_mode & 0o007 == 0)
        #expect(status.st_mode & 0o700 == 0o700)
    }

    @Test func `a worker is given no more than the queue will hold in memory for it`() throws {
        let queue = try RunningQueue {
            $0.rules.maximumBody = 1_000
            $0.rules.maximumCreditBytes = 1_500
        }
        let (worker, client) = (try queue.dealer(), try queue.dealer())
        try worker.join(RunningQueue.stages[0], tasks: 65_536)
        for n in 0..<3 {
            let body = String(repeating: "\(n)", count: 1_000)
            guard case .accepted = try client.submit(n, body) else { throw Silence() }
        }
        let status = try client.ask(.status).json
        #expect(status?["workers"]?.array?.first?["credit"] == 4_096)
        #expect(status?["stages"]?.array?.first?["held"] == 1)
        #expect(status?["stages"]?.array?.first?["ready"] == 2)
    }
}
