import Foundation
import Glibc
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
        "tcp://0.0.0.0:5555", "tcp://*:5555", "tcp://[::]:5555", "tcp://10.0.0.1:5555", "tcp://127.1:5555",
        "tcp://127.0.0.1.example.org:5555", "tcp://127.example:5555", "tcp://localhost.example.org:5555",
        "tcp://LOCALHOST:5555", "TCP://127.0.0.1:5555", "tcp://eth0:5555", "tcp://lo:5555", "tcp://queue:5555",
        "tcp://[::ffff:127.0.0.1]:5555", "tcp://[::1%eth0]:5555", "tcp://[0::1]:5555", "tcp://::1:5555",
        "tcp://2130706433:5555", "tcp://0x7f.0.0.1:5555", "tcp://127.0.0.+1:5555", "tcp://127.0.0.010:5555",
        "tcp://127.0.0.256:5555", "tcp://127.0.0.1", "tcp://127.0.0.1:1;10.0.0.1:5555", "pgm://127.0.0.1:5555", "",
    ])
    func `an endpoint that others can reach is refused without keys`(_ endpoint: String) {
        var settings = QueueSettings()
        settings.endpoint = endpoint
        let reason =
            "\(endpoint) is not on this machine alone: use ipc:// or tcp://127.0.0.1:PORT, or set"
            + " queue.secret_key_file and queue.authorized_keys"
        #expect(throws: ServiceError(reason: reason)) { try Transport.server(settings) }
        var worker = WorkerSettings()
        worker.queue = endpoint
        #expect(throws: ServiceError.self) { try Transport.client(worker) }
    }

    @Test func `a socket without a file, and so without permissions, is refused without keys`() {
        var settings = QueueSettings()
        settings.endpoint = "ipc://@standpoint"
        let reason =
            "ipc://@standpoint is an abstract socket, open to every user of this machine: use ipc:// and a path, or set"
            + " queue.secret_key_file and queue.authorized_keys"
        #expect(throws: ServiceError(reason: reason)) { try Transport.server(settings) }
    }

    @Test func `keys without a list of those who may connect are refused`() throws {
        var settings = QueueSettings()
        settings.endpoint = "tcp://127.0.0.1:5555"
        settings.secretKey = try CurveKeyPair.generate().secretKey.exposedZ85()
        let reason =
            "the queue has a secret key, and nobody may connect: name the file of those who may in queue.authorized_keys"
        #expect(throws: ServiceError(reason: reason)) { try Transport.server(settings) }
    }

    @Test func `a list of those who may connect without a key is refused, for nobody would look at it`() {
        var settings = QueueSettings()
        settings.endpoint = "tcp://127.0.0.1:5555"
        settings.authorizedKeys = "/etc/standpoint/authorized-keys"
        let error = #expect(throws: ServiceError.self) { try Transport.server(settings) }
        #expect(error?.reason.hasSuffix("set queue.secret_key_file as well") == true)
    }

    @Test func `half of a worker's keys is refused`() throws {
        let keys = try CurveKeyPair.generate()
        var settings = WorkerSettings()
        settings.queue = "tcp://10.0.0.1:5555"
        settings.queuePublicKey = keys.publicKey.z85
        #expect(throws: ServiceError.self) { try Transport.client(settings) }
        settings.queuePublicKey = ""
        settings.secretKey = keys.secretKey.exposedZ85()
        #expect(throws: ServiceError.self) { try Transport.client(settings) }
        settings.queuePublicKey = keys.publicKey.z85
        #expect(try Transport.client(settings) == .curveClient(server: keys.publicKey, keys: keys))
    }

    @Test func `a secret key may be in a file`() throws {
        let directory = try TemporaryDirectory()
        let path = directory.url.appending(path: "queue.key").path
        let keys = try CurveKeyPair.generate()
        try SecretKeyFile.write(keys.secretKey, to: path)
        let list = directory.url.appending(path: "list").path
        try AuthorizedKeysFile.line(keys.publicKey, .worker, comment: "w").write(
            toFile: list,
            atomically: false,
            encoding: .utf8
        )
        var settings = QueueSettings()
        settings.endpoint = "tcp://*:5555"
        settings.secretKeyFile = path
        settings.authorizedKeys = list
        let guarded = try Transport.server(settings)
        #expect(guarded.security == .curveServer(keys.secretKey))
        #expect(guarded.authorized?.contains(keys.publicKey) == true)
        chmod(path, 0o644)
        #expect(throws: ServiceError.self) { try Transport.server(settings) }
    }
}
