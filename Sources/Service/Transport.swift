internal import Foundation
package import Settings
package import ZeroMQ

/// How connections are kept to those who may connect.
package enum Transport {
    /// More keys than any pipeline has, in bytes of the file.
    private static let largestKeyFile = 1 << 20

    /// What the queue's socket demands of those who connect, and who they may be.
    package struct Guard: Sendable {
        package let security: Security
        /// The keys admitted; `nil` where everybody on this machine is.
        package let admitted: Set<CurvePublicKey>?
    }

    /// How the queue guards its endpoint.
    ///
    /// - Throws: ``ServiceError`` where the endpoint can be reached from other machines and no keys guard it, or the keys
    ///   can't be read.
    package static func server(_ settings: QueueSettings) throws -> Guard {
        guard !settings.secretKey.isEmpty else {
            try checkIsLocal(settings.endpoint, "queue.secret_key")
            return Guard(security: .none, admitted: nil)
        }
        guard let secret = CurveSecretKey(z85: settings.secretKey) else {
            throw ServiceError(reason: "queue.secret_key is not a CURVE key")
        }
        guard !settings.authorizedKeys.isEmpty else {
            throw ServiceError(
                reason:
                    "queue.secret_key is set, and nobody may connect: name the file of keys in queue.authorized_keys"
            )
        }
        return Guard(security: .curveServer(secret), admitted: try readKeys(settings.authorizedKeys))
    }

    /// How workers and clients prove who they are, and know the queue.
    ///
    /// - Throws: ``ServiceError`` where the queue is on another machine and there are no keys, or one of the two is missing.
    package static func client(_ settings: WorkerSettings) throws -> Security {
        guard !settings.secretKey.isEmpty || !settings.queuePublicKey.isEmpty else {
            try checkIsLocal(settings.queue, "worker.secret_key and worker.queue_public_key")
            return .none
        }
        guard let secret = CurveSecretKey(z85: settings.secretKey),
            let server = CurvePublicKey(z85: settings.queuePublicKey)
        else {
            throw ServiceError(reason: "worker.secret_key and worker.queue_public_key must both be CURVE keys")
        }
        return .curveClient(server: server, keys: try CurveKeyPair(secret))
    }

    private static func checkIsLocal(_ endpoint: String, _ keys: String) throws(ServiceError) {
        guard !isLocal(endpoint) else { return }
        throw ServiceError(
            reason: "\(endpoint) is not on this machine alone: use ipc:// or tcp://127.0.0.1:PORT, or set \(keys)"
        )
    }

    /// Whether only this machine can reach an endpoint.
    package static func isLocal(_ endpoint: String) -> Bool {
        if endpoint.hasPrefix("ipc://") || endpoint.hasPrefix("inproc://") { return true }
        let address = endpoint.hasPrefix("tcp://") ? endpoint.dropFirst(6) : ""
        guard let colon = address.lastIndex(of: ":") else { return false }
        let host = address[..<colon]
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Reads public keys, one a line; `#` begins a comment.
    private static func readKeys(_ path: String) throws(ServiceError) -> Set<CurvePublicKey> {
        guard let data = FileManager.default.contents(atPath: path), data.count <= largestKeyFile else {
            throw ServiceError(reason: "\(path): can't be read, or is larger than \(largestKeyFile) bytes")
        }
        var keys: Set<CurvePublicKey> = []
        for (index, line) in String(decoding: data, as: UTF8.self).split(
            separator: "\n",
            omittingEmptySubsequences: false
        ).enumerated() {
            // A Z85 key may hold a '#', so a comment is what begins with one, or follows the key after a space.
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let word = words.first, !word.hasPrefix("#") || word.utf8.count == 40 else { continue }
            guard let key = CurvePublicKey(z85: word) else {
                throw ServiceError(reason: "\(path):\(index + 1): not a CURVE public key of 40 characters")
            }
            keys.insert(key)
        }
        return keys
    }
}
