import Foundation
import Glibc
import JSON
import Subprocess
import Testing

extension EndToEndTests {
    /// A pipeline on tcp whose processes know each other by keys.
    @Suite struct KeysTests {
        /// Makes keys for all by the command line, and a configuration for the pipeline and for each of the others.
        private static func prepare(_ workspace: Workspace) async throws {
            let queue = try await workspace.standpoint("keys", "generate", "queue.key").lines[0]
            var list = "# who may do what\n"
            for role in ["worker", "client", "observer"] {
                let made = try await workspace.standpoint("keys", "generate", "\(role).key", "--role", role)
                #expect(made.status == .exited(0), "\(made.error)")
                list += made.output
            }
            let stranger = try await workspace.standpoint("keys", "generate", "stranger.key")
            #expect(stranger.status == .exited(0))
            _ = try workspace.file("list", list)
            let endpoint = "tcp://127.0.0.1:\(try RawConnection.freePort())"
            for name in ["worker", "client", "observer", "stranger"] {
                _ = try workspace.file(
                    "\(name).yaml",
                    """
                    queue:
                      endpoint: \(endpoint)
                      secret_key_file: queue.key
                      authorized_keys: list
                    worker:
                      secret_key_file: \(name).key
                      queue_public_key: "\(queue)"

                    """
                )
            }
            _ = try workspace.file("op-ed.txt", "The Dam Treaty\n\nAnn Vale praised the treaty. Bob Stone hates it.\n")
        }

        @Test func `each may do what its role is for, the list can change, and strangers hear nothing`() async throws {
            let workspace = try Workspace()
            try await Self.prepare(workspace)
            let data = workspace.data
            let up = try await workspace.whileRunning("up", "--data", data, "--config", "worker.yaml") { up in
                let queue = try #require(await up.children(5).first { $0.name == "standpoint-queue" })
                /// Asks by the key of a name; with --queue, so that the journal is never read in its place.
                func ask(_ name: String, _ arguments: String...) async throws -> Outcome {
                    let endpoint = try #require(
                        try String(contentsOfFile: workspace.path + "/\(name).yaml", encoding: .utf8)
                            .split(separator: "\n").first { $0.hasPrefix("  endpoint: ") }
                    ).dropFirst("  endpoint: ".count)
                    let flags = ["--config", "\(name).yaml", "--queue", String(endpoint)]
                    return try await workspace.run("standpoint", arguments + flags)
                }
                let submitted = try await ask("client", "submit", "--wait", "op-ed.txt")
                #expect(submitted.status == .exited(0), "\(submitted.error)")
                let status = try await ask("observer", "status", "--json")
                #expect(try status.json()["done"] == 1)
                // One of each stage was enough for the article; the fourth worker may still be on its way.
                while try await ask("observer", "status", "--json").json()["workers"]?.array?.count != 4 {
                    try Task.checkCancellation()
                }
                #expect(try await ask("observer", "results").lines.count == 1)

                let observer = try await ask("observer", "submit", "op-ed.txt")
                #expect(observer.status == .exited(1))
                #expect(observer.error.contains("not_allowed"), "\(observer.error)")
                for order in ["retry", "drop"] {
                    let refused = try await ask("observer", "dead", order, "--all")
                    #expect(refused.status == .exited(1))
                    #expect(refused.error.contains("not_allowed"), "\(refused.error)")
                }
                #expect(try await ask("worker", "status").error.contains("not_allowed"))
                let stranger = try await ask("stranger", "status", "--timeout", "1")
                #expect(stranger.status == .exited(1))
                #expect(stranger.error.contains("no answer"), "\(stranger.error)")

                // Off the list: refused from the moment on that the queue has read it again.
                let list = try String(contentsOfFile: workspace.path + "/list", encoding: .utf8)
                _ = try workspace.file(
                    "list",
                    list.split(separator: "\n").filter { !$0.hasSuffix("observer.key") }
                        .joined(separator: "\n") + "\n"
                )
                kill(queue.process, SIGHUP)
                while try await ask("observer", "status", "--timeout", "1").status == .exited(0) {
                    try Task.checkCancellation()
                }
                #expect(try await ask("client", "status", "--json").json()["done"] == 1)
                return ()
            }
            #expect(up.status == .exited(0), "\(up.log)")
            #expect(!up.log.contains("starting again"), "\(up.log)")
            #expect(try await workspace.audit()["done"] == 1)
        }

        @Test(arguments: ["queue.key", "worker.key"])
        func `a pipeline whose key others can read does not start, and says what to do`(_ name: String) async throws {
            let workspace = try Workspace()
            try await Self.prepare(workspace)
            chmod(workspace.path + "/" + name, 0o644)
            let program = name == "queue.key" ? "standpoint-queue" : "standpoint-ingest"
            let refused = try await workspace.run(program, ["--config", "worker.yaml", "--data", workspace.data])
            #expect(refused.status == .exited(2))
            #expect(
                refused.error.hasPrefix("\(program): error: \(name): others than its owner can read it (mode 0644)")
            )
            #expect(refused.error.contains("chmod 600 \(name)"), "\(refused.error)")
        }

        @Test func `a configuration with a secret key that others can read is refused, and the key not shown`()
            async throws
        {
            let workspace = try Workspace()
            let key = String(repeating: "0", count: 40)
            let file = try workspace.file("open.yaml", "worker:\n  secret_key: \"\(key)\"\n")
            for (mode, status) in [(0o644, 2), (0o600, 0)] as [(mode_t, Int32)] {
                chmod(file, mode)
                let outcome = try await workspace.standpoint("config", "--config", "open.yaml")
                #expect(outcome.status == .exited(status), "\(outcome.error)")
                #expect(outcome.error.contains("run `chmod 600 open.yaml`") == (status == 2), "\(outcome.error)")
                #expect(!(outcome.output + outcome.error).contains(key))
            }
        }

        @Test func `a queue on a network without keys does not start`() async throws {
            let workspace = try Workspace()
            let arguments = ["--data", workspace.data, "--endpoint", "tcp://0.0.0.0:5555"]
            let refused = try await workspace.run("standpoint-queue", arguments)
            #expect(refused.status == .exited(2))
            #expect(refused.error.contains("tcp://0.0.0.0:5555 is not on this machine alone"), "\(refused.error)")
        }
    }
}
