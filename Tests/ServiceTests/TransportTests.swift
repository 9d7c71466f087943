import Client
import Foundation
import JSON
import Logging
import Queue
import QueueServer
import Service
import Settings
import TestSupport
import Testing
import Wire
import ZeroMQ

struct TransportTests {
    @Test(arguments: [
        "ipc:///run/standpoint/queue.sock", "tcp://127.0.0.1:5555", "tcp://127.9.9.9:1", "tcp://localhost:5555",
        "tcp://[::1]:5555",
    ])
    func `an endpoint of this machine alone needs no keys`(_ endpoint: String) throws {
        var settings = QueueSettings()
        settings.endpoint = endpoint
        #expect(try Transport.server(settings).security == .none)
        var worker = WorkerSettings()
        worker.queue = endpoint
        #expect(try Transport.client(worker) == .none)
    }

    @Test(arguments: [
        "tcp://0.0.0.0:5555", "tcp://*:5555", "tcp://[::]:5555", "tcp://10.0.0.1:5555",
        "tcp://127.0.0.1.example.org:5555",
        "tcp://127.example:5555", "tcp://localhost.example.org:5555", "pgm://127.0.0.1:5555",
    ])
    func `an endpoint that others can reach is refused without keys`(_ endpoint: String) {
        var settings = QueueSettings()
        settings.endpoint = endpoint
        let reason =
            "\(endpoint) is not on this machine alone: use ipc:// or tcp://127.0.0.1:PORT, or set queue.secret_key"
        #expect(throws: ServiceError(reason: reason)) { try Transport.server(settings) }
        var worker = WorkerSettings()
        worker.queue = endpoint
        #expect(throws: ServiceError.self) { try Transport.client(worker) }
    }

    @Test func `keys without a list of those who may connect are refused`() throws {
        var settings = QueueSettings()
        settings.endpoint = "tcp://127.0.0.1:5555"
        settings.secretKey = try CurveKeyPair.generate().secretKey.exposedZ85()
        #expect(throws: ServiceError.self) { try Transport.server(settings) }
    }

    @Test func `a line of the list that is no key is named`() throws {
        let directory = try TemporaryDirectory()
        let path = directory.url.appending(path: "keys").path
        let key = try CurveKeyPair.generate().publicKey.z85
        try Data("# those who may connect\n\n\(key) # the newsroom\nnot-a-key\n".utf8).write(to: URL(filePath: path))
        var settings = QueueSettings()
        settings.secretKey = try CurveKeyPair.generate().secretKey.exposedZ85()
        settings.authorizedKeys = path
        #expect(throws: ServiceError(reason: "\(path):4: not a CURVE public key of 40 characters")) {
            try Transport.server(settings)
        }
    }

    @Test func `a queue with keys answers those on the list and nobody else`() async throws {
        let directory = try TemporaryDirectory()
        let (server, friend, stranger) = (
            try CurveKeyPair.generate(), try CurveKeyPair.generate(), try CurveKeyPair.generate()
        )
        let list = directory.url.appending(path: "keys")
        try Data("\(friend.publicKey.z85)\n".utf8).write(to: list)
        var settings = QueueSettings()
        settings.endpoint = "tcp://127.0.0.1:*"
        settings.journal = .memory
        settings.secretKey = server.secretKey.exposedZ85()
        settings.authorizedKeys = list.path
        let options = try QueueService.options(settings, parent: nil)
        let context = try QueueService.context()
        let gate = try #require(try await QueueService.gate(options, context))
        let (endpoints, found) = AsyncStream.makeStream(of: String.self)
        let control = try QueueServerControl { found.yield($0) }
        let running = Task {
            try await ServiceProcess.run(drain: control.drain, stop: control.stop) {
                let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
                try QueueServer(
                    journal: MemoryJournal(),
                    options: options,
                    control: control,
                    context: context,
                    logger: logger
                ).run()
            }
        }
        var endpoint = ""
        for await bound in endpoints {
            endpoint = bound
            break
        }

        func ask(_ keys: CurveKeyPair, patience: Duration) async throws -> JSON? {
            let security = Security.curveClient(server: server.publicKey, keys: keys)
            let client = try QueueClient(
                endpoint: endpoint,
                patience: patience,
                repetition: patience,
                security: security,
                context: context
            )
            let answer = try await client.ask(.status).answer["accepted"]
            await client.close()
            return answer
        }
        #expect(try await ask(friend, patience: .seconds(20)) == 0)
        await #expect(throws: ClientError.self) { try await ask(stranger, patience: .milliseconds(300)) }
        control.stop()
        try await running.value
        await gate.close()
    }
}
