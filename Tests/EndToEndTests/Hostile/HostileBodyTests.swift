import Client
import Foundation
import JSON
import Subprocess
import Testing
import Wire
import ZeroMQ

/// What a submitter can hand in: the queue stores bodies unread, so it is for the workers to bear them.
///
/// `HOSTILE_BYTES` says how long the long ones are; `make hostile` has four million, in a release build.
@Suite(.serialized, .timeLimit(.minutes(20))) struct `Hostile bodies` {
    @Test func `end as results or as dead letters with a code, and no worker dies of them`() async throws {
        let workspace = try Workspace()
        let up = try await workspace.whileRunning("up", "--data", workspace.data) { up in
            let client = try QueueClient(endpoint: "ipc://\(workspace.data)/queue.sock", context: Context())
            var waiting = HostileBody.all.makeIterator()
            var receipts: [String: Receipt] = [:]
            try await client.submit(
                next: { waiting.next().map { Handout(body: $0.bytes, key: $0.name) } },
                receipt: { receipts[HostileBody.all[$0].name] = $1 }
            )
            for body in HostileBody.all {
                guard case .refused(let code, _) = receipts[body.name] else { continue }
                #expect(body.fate == .refused(code), "\(body.name)")
            }
            var status = try await client.ask(.status).answer
            while status["pending"] != 0 {
                try Task.checkCancellation()
                status = try await client.ask(.status).answer
            }
            #expect(status["counters"]?["workers_lost"] == 0)
            #expect(status["counters"]?["deadlines_missed"] == 0)
            let fates = try await Self.fates(client)
            for body in HostileBody.all {
                switch body.fate {
                case .refused: #expect(fates[body.name] == nil, "\(body.name)")
                case .dead(let code): #expect(fates[body.name] == code, "\(body.name)")
                // The result of a long hostile text may be too large to be one.
                case .done:
                    #expect([nil, "result_too_large", "too_many_mentions"].contains(fates[body.name]), "\(body.name)")
                }
            }
            await client.close()
        }
        #expect(up.status == .exited(0), "\(up.log)")
        #expect(!up.log.contains("starting again"), "\(up.log)")
        #expect(try await workspace.audit()["pending"] == 0)
    }

    /// The codes of the dead letters, by key.
    private static func fates(_ client: QueueClient) async throws -> [String: String] {
        var fates: [String: String] = [:]
        var cursor: String?
        repeat {
            let page = try await client.ask(.dead, cursor: cursor)
            for letter in page.answer["dead"]?.array ?? [] {
                fates[letter["key"]?.string ?? ""] = letter["code"]?.string
                #expect(letter["reason"]?.string?.isEmpty == false)
                #expect(letter["attempts"] == 1, "tried again in vain: \(letter.text())")
            }
            cursor = page.cursor
        } while cursor != nil
        return fates
    }
}
