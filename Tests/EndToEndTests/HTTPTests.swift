import Foundation
import JSON
import Subprocess
import TestSupport
import Testing

extension EndToEndTests {
    /// The queue's HTTP side, in its real process.
    @Suite struct HTTPTests {
        /// The ids that were answered with 202.
        private actor Accepted {
            private(set) var ids: [String] = []

            func add(_ id: String) -> Int {
                ids.append(id)
                return ids.count
            }
        }

        /// The port in the line in which a queue tells where it serves.
        private static func port(_ command: RunningCommand) async throws -> Int {
            let line = try #require(await command.log.lines(1) { $0.contains("serving HTTP") }.first)
            let word = try #require(line.split(separator: " ").first { $0.hasPrefix("port=") })
            return try #require(Int(word.dropFirst(5)))
        }

        private static func post(_ text: String, _ port: Int) async throws -> HTTPAnswer {
            let peer = try await HTTPPeer(port: port)
            await peer.send(
                "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                    + "Content-Length: \(text.utf8.count)\r\n\r\n\(text)"
            )
            return try await peer.hearAnswer()
        }

        @Test func `what was answered with 202 is there after kill -9`() async throws {
            let workspace = try Workspace()
            let arguments = ["--data", workspace.data, "--http", "127.0.0.1:0"]
            let accepted = Accepted()
            // Four clients send one article after the other, and the queue is killed in the midst of it.
            _ = try? await workspace.whileRunning(program: "standpoint-queue", arguments) { command in
                let port = try await Self.port(command)
                await withTaskGroup(of: Void.self) { group in
                    for client in 0..<4 {
                        group.addTask {
                            for number in 0... {
                                let text = "Article \(number) of \(client)."
                                guard let answer = try? await Self.post(text, port), answer.status == 202,
                                    let id = answer.json?["article"]?.string
                                else { return }
                                let count = await accepted.add(id)
                                if count == 40 { command.send(SIGKILL) }
                            }
                        }
                    }
                }
            }
            let ids = await accepted.ids
            #expect(ids.count >= 40)
            let again = try await workspace.whileRunning(program: "standpoint-queue", arguments) { command in
                let port = try await Self.port(command)
                var missing: [String] = []
                for id in ids {
                    let peer = try await HTTPPeer(port: port)
                    await peer.send("GET /api/v1/articles/\(id) HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    if try await peer.hearAnswer().json?["id"]?.string != id { missing.append(id) }
                }
                return missing
            }
            #expect(again.value == [])
            #expect(again.status == .exited(0), "\(again.log)")
            #expect(try await workspace.audit()["accepted"] ?? 0 >= ids.count)
        }

        @Test func `a port that is taken is an error that names it, and the journal is let go`() async throws {
            let workspace = try Workspace()
            let other = try Workspace()
            let first = try await workspace.whileRunning(
                program: "standpoint-queue",
                ["--data", workspace.data, "--http", "127.0.0.1:0"]
            ) { command in
                let port = try await Self.port(command)
                return try await other.run("standpoint-queue", ["--data", other.data, "--http", "127.0.0.1:\(port)"])
            }
            #expect(first.value.status == .exited(2))
            #expect(first.value.error.contains("queue.http: can't serve HTTP at 127.0.0.1"), "\(first.value.error)")
            #expect(first.status == .exited(0), "\(first.log)")
        }
    }
}
