package import QueueServer
package import Settings
package import ZeroMQ

/// How connections are kept to those who may connect.
package enum Transport {
    /// What the queue's socket demands of those who connect, and who they may be.
    package struct Guard: Sendable {
        package let security: Security
        /// Those who are admitted; `nil` where everybody on this machine is.
        package let authorized: AuthorizedKeys?
    }

    /// How the queue guards its endpoint.
    ///
    /// - Throws: ``ServiceError`` where the endpoint can be reached from other machines and no keys guard it, or the keys
    ///   can't be read.
    package static func server(_ settings: QueueSettings) throws -> Guard {
        guard let secret = try key(settings.secretKey, settings.secretKeyFile, "queue.secret_key") else {
            try checkIsLocal(settings.endpoint, "queue.secret_key_file and queue.authorized_keys")
            guard settings.authorizedKeys.isEmpty else {
                throw ServiceError(
                    reason:
                        "queue.authorized_keys says who may connect, and without a secret key everybody on this machine"
                        + " may: set queue.secret_key_file as well"
                )
            }
            return Guard(security: .none, authorized: nil)
        }
        guard !settings.authorizedKeys.isEmpty else {
            throw ServiceError(
                reason: "the queue has a secret key, and nobody may connect: name the file of those who may in"
                    + " queue.authorized_keys"
            )
        }
        let authorized = AuthorizedKeys(try AuthorizedKeysFile.read(settings.authorizedKeys))
        return Guard(security: .curveServer(secret), authorized: authorized)
    }

    /// How workers and clients prove who they are, and know the queue.
    ///
    /// - Throws: ``ServiceError`` where the queue is on another machine and there are no keys, or one of the two is missing.
    package static func client(_ settings: WorkerSettings) throws -> Security {
        let secret = try key(settings.secretKey, settings.secretKeyFile, "worker.secret_key")
        guard secret != nil || !settings.queuePublicKey.isEmpty else {
            try checkIsLocal(settings.queue, "worker.secret_key_file and worker.queue_public_key")
            return .none
        }
        guard let secret, let server = CurvePublicKey(z85: settings.queuePublicKey) else {
            throw ServiceError(
                reason:
                    "keys are in use: set both worker.secret_key_file (or worker.secret_key) and worker.queue_public_key"
            )
        }
        return .curveClient(server: server, keys: try CurveKeyPair(secret))
    }

    /// The secret key that a setting or the file in its place has; the settings are never both given.
    private static func key(_ text: String, _ file: String, _ name: String) throws(ServiceError) -> CurveSecretKey? {
        guard file.isEmpty else { return try SecretKeyFile.read(file) }
        guard !text.isEmpty else { return nil }
        guard let key = CurveSecretKey(z85: text) else { throw ServiceError(reason: "\(name) is not a CURVE key") }
        return key
    }

    private static func checkIsLocal(_ endpoint: String, _ keys: String) throws(ServiceError) {
        guard !isLocal(endpoint) else { return }
        guard !endpoint.hasPrefix("ipc://@") else {
            let reason = "\(endpoint) is an abstract socket, open to every user of this machine: use ipc:// and a path"
            throw ServiceError(reason: "\(reason), or set \(keys)")
        }
        throw ServiceError(
            reason: "\(endpoint) is not on this machine alone: use ipc:// or tcp://127.0.0.1:PORT, or set \(keys)"
        )
    }

    /// Whether only this machine can reach an endpoint, and a Unix socket only those whom its file lets.
    ///
    /// Nothing is resolved: a name other than `localhost`, and an address that is short or in other than decimal digits,
    /// is taken for one that others can reach.
    package static func isLocal(_ endpoint: String) -> Bool {
        if endpoint.hasPrefix("inproc://") { return true }
        if endpoint.hasPrefix("ipc://") { return !endpoint.hasPrefix("ipc://@") }
        let address = endpoint.hasPrefix("tcp://") ? endpoint.dropFirst(6) : ""
        guard let colon = address.lastIndex(of: ":") else { return false }
        let host = address[..<colon]
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy(isOctet)
    }

    /// `UInt8` would also take a plus sign, and the system's resolver takes a leading zero for octal.
    private static func isOctet(_ text: Substring) -> Bool {
        guard let value = UInt8(text) else { return false }
        return String(value) == text
    }
}
