import Foundation
import ZeroMQ

/// CURVE keys of a queue, and of all that connect to it.
struct Keys {
    let queue: CurveKeyPair
    let other: CurveKeyPair
    private let list: String

    /// Makes them, and the file of those who may connect.
    init(in workspace: Workspace) throws {
        queue = try CurveKeyPair.generate()
        other = try CurveKeyPair.generate()
        list = workspace.path + "/authorized"
        _ = FileManager.default.createFile(
            atPath: list,
            contents: Data("\(other.publicKey.z85) worker,client everybody\n".utf8),
            attributes: [.posixPermissions: 0o600]
        )
    }

    var security: Security { .curveClient(server: queue.publicKey, keys: other) }

    var queueSettings: [String: String] {
        [
            "STANDPOINT_QUEUE_SECRET_KEY": queue.secretKey.exposedZ85(), "STANDPOINT_QUEUE_AUTHORIZED_KEYS": list,
        ]
    }

    var workerSettings: [String: String] {
        [
            "STANDPOINT_WORKER_SECRET_KEY": other.secretKey.exposedZ85(),
            "STANDPOINT_WORKER_QUEUE_PUBLIC_KEY": queue.publicKey.z85,
        ]
    }
}
