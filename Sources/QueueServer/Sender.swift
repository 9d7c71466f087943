internal import Queue
internal import Wire
internal import ZeroMQ

/// Who a message comes from, and what they may say.
struct Sender: Hashable, Sendable {
    let peer: Peer
    /// The key that the sender proved to hold; `nil` where connections are not authenticated.
    let key: CurvePublicKey?
    let roles: Roles

    /// Who is held to a rate of submissions: the key, however many connections it has, or the connection.
    var account: ClientRates.Client { key?.bytes ?? peer.id }

    /// Why the message must not be heeded; `nil` where it may.
    func refusal(of header: Header) -> Refusal? {
        guard !roles.allow(header) else { return nil }
        let reason =
            roles.isEmpty
            ? "this key is not on the queue's list any more"
            : "a key with the role \(roles) may not say \(header.subject)"
        return Refusal(n: header.requestNumber, code: Refusal.notAllowed, reason: reason)
    }
}

extension QueueServerOptions {
    /// Tells the sender of a message by what libzmq knows of its connection, never by what the message says.
    func sender(of message: borrowing Multipart, _ peer: Peer) -> Sender {
        if let insider, peer.id == insider.routingID { return Sender(peer: peer, key: nil, roles: .client) }
        guard let authorized else {
            // Where keys are demanded and there is no list, nobody has a role: an omission must not open the door.
            return Sender(peer: peer, key: nil, roles: security == .none ? .all : [])
        }
        let entry = message.userID.flatMap { authorized.entry($0) }
        return Sender(peer: peer, key: entry?.key, roles: entry?.roles ?? [])
    }
}
