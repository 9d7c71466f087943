import JSON
import Subprocess
import SystemPackage
import Testing

extension EndToEndTests {
    @Suite struct FloodTests {
        @Test func `more silent connections than there are files for are outlived`() async throws {
            let workspace = try Workspace()
            let port = try RawConnection.freePort()
            let endpoint = "tcp://127.0.0.1:\(port)"
            _ = try workspace.file("c.yaml", "queue:\n  endpoint: \(endpoint)\n  handshake_timeout: 1s\n")
            let queue = "\(Executables.path("standpoint-queue"))"
            let command = "ulimit -n 128; exec \(queue) --data \(workspace.data) --config c.yaml"
            let run = try await workspace.whileRunning(program: "/bin/sh", ["-c", command]) { queue in
                #expect(await queue.log.lines(1) { $0.contains("serving") }.count == 1)
                let silent = try (0..<200).map { _ in try RawConnection(port: port) }
                let asked = try await workspace.standpoint(
                    "status",
                    "--json",
                    "--queue",
                    endpoint,
                    "--timeout",
                    "30"
                )
                #expect(asked.status == .exited(0), "\(asked.error)")
                let connections = try asked.json()["connections"]
                // As many as there were files for, at the least, had to be closed before the question came through.
                #expect(connections?["failed"]?["unfinished"]?.int ?? 0 >= 64)
                #expect(connections?["limit"] == 64)
                withExtendedLifetime(silent) {}
                return ()
            }
            #expect(run.status == .exited(0), "\(run.log)")
        }
    }
}
