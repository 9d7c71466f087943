package import Wire
package import ZeroMQ

/// The file of those who may connect: `KEY ROLE [COMMENT]` a line; `#` begins a line of comment.
package enum AuthorizedKeysFile {
    /// More keys than any pipeline has, in bytes of the file.
    private static let limit = 1 << 20

    /// Reads the keys and the roles of each.
    ///
    /// - Throws: ``ServiceError`` where the file can't be read or others than its owner can change it, and naming the first
    ///   line that is none of these.
    package static func read(_ path: String) throws(ServiceError) -> [CurvePublicKey: Roles] {
        let bytes = try GuardedFile.read(path, .unchanged, limit: limit)
        var keys: [CurvePublicKey: Roles] = [:]
        var lines: [CurvePublicKey: Int] = [:]
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let place = "\(path):\(index + 1)"
            let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            // No key begins with a '#': the first character of five stands for at most 82, and '#' for 84 (RFC 32).
            guard let word = words.first, !word.hasPrefix("#") else { continue }
            guard let key = CurvePublicKey(z85: word) else {
                throw ServiceError(reason: "\(place): not a CURVE public key of 40 characters")
            }
            guard words.count > 1 else {
                throw ServiceError(reason: "\(place): the key has no role; write one after it: \(Roles.choices)")
            }
            guard let roles = Roles(words[1]) else {
                let reason =
                    "\"\(words[1].prefix(32))\" is no role; write \(Roles.choices), or several with commas between"
                throw ServiceError(reason: "\(place): \(reason)")
            }
            if let first = lines.updateValue(index + 1, forKey: key) {
                let reason = "the key is on line \(first) already; write all its roles there, with commas between"
                throw ServiceError(reason: "\(place): \(reason)")
            }
            keys[key] = roles
        }
        return keys
    }

    /// A line of the file, without its line feed.
    package static func line(_ key: CurvePublicKey, _ roles: Roles, comment: String) -> String {
        "\(key.z85) \(roles) \(comment)"
    }
}
