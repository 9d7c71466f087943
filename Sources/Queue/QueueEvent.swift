package import Wire

/// Whoever is at the other end of a connection: the routing id that ZeroMQ gave the connection.
package struct Peer: Hashable, Sendable, CustomStringConvertible {
    package var id: [UInt8]

    package init(_ id: [UInt8]) { self.id = id }

    package var description: String { id.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}

/// What happens to the queue.
package enum QueueEvent: Hashable, Sendable {
    case hello(Peer, Hello)
    /// `kinship` where the worker has sent a sketch.
    case done(Peer, LeaseID, size: Int, kinship: Kinship? = nil)
    case fail(Peer, Failure)
    case ping(Peer, Int)
    case pong(Peer)
    case bye(Peer)
    /// A message could not be handed to the peer's connection.
    case unreachable(Peer)
    /// `isKnown` where the journal already has an article of this id.
    case submit(Peer, Submit, ArticleID, size: Int, isKnown: Bool)
    /// An operator gives a dead letter another chance.
    case retry(ArticleRecord)
    /// An operator forgets a dead letter.
    case drop(ArticleRecord)
    /// The disk has become too full to accept more, or has room again.
    case disk(isLow: Bool)
    /// Time has passed. Sent at least ten times a second.
    case tick
    /// Accept nothing, dispatch nothing, let workers finish.
    case drain
}

/// What a message to be sent carries as its body.
package enum MessageBody: Hashable, Sendable {
    case none
    /// The body of the article, from the journal.
    case article(ArticleRecord.Sequence)
}

/// What the queue does in answer, in this order: all writes, then (when they are on disk) all messages.
package struct QueueOutput: Hashable, Sendable {
    package struct Message: Hashable, Sendable {
        package var peer: Peer
        package var header: Header
        package var body: MessageBody
        /// Whether it says something that is so only when all writes before it are on disk.
        package var isPromise: Bool
    }

    package var writes: [JournalWrite] = []
    package var messages: [Message] = []

    package init() {}

    mutating func send(_ header: Header, to peer: Peer, body: MessageBody = .none, isPromise: Bool = false) {
        messages.append(Message(peer: peer, header: header, body: body, isPromise: isPromise))
    }
}
