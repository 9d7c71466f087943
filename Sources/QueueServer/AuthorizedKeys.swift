package import Wire
package import ZeroMQ

/// Whose keys may connect, and in which roles.
///
/// The gate asks it about every new connection and the server about every message, so what is taken off the list is
/// refused from then on, on connections that stand as well.
package final class AuthorizedKeys: Sendable {
    struct Entry: Sendable {
        let key: CurvePublicKey
        let roles: Roles
    }

    /// By the user id that the gate gives: the key in Z85.
    private let entries: Locked<[String: Entry]>

    package init(_ keys: [CurvePublicKey: Roles]) { entries = Locked(Self.table(keys)) }

    /// The number of keys.
    package var count: Int { entries.withLock(\.count) }

    /// Puts another list in the place of this one.
    package func replace(with keys: [CurvePublicKey: Roles]) {
        let table = Self.table(keys)
        entries.withLock { $0 = table }
    }

    /// Whether the key is on the list.
    package func contains(_ key: CurvePublicKey) -> Bool { entry(key.z85) != nil }

    /// The entry of a user id; `nil` where it is not on the list.
    func entry(_ userID: String) -> Entry? { entries.withLock { $0[userID] } }

    private static func table(_ keys: [CurvePublicKey: Roles]) -> [String: Entry] {
        Dictionary(uniqueKeysWithValues: keys.map { ($0.key.z85, Entry(key: $0.key, roles: $0.value)) })
    }
}
