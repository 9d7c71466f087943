import CZeroMQ

/// The nine messaging patterns a socket can speak.
public enum SocketKind: String, Sendable, Hashable, CaseIterable {
    /// Deals messages out to all peers in turn and receives from all fairly; asynchronous REQ.
    case dealer
    /// Receives with the sender's routing id as the first frame and sends to the peer named there; asynchronous REP.
    case router
    /// Sends every message to all subscribers; drops where one is too slow.
    case pub
    /// Receives what it subscribed to.
    case sub
    /// Deals messages out to all connected PULL sockets in turn.
    case push
    /// Receives from all connected PUSH sockets fairly.
    case pull
    /// Talks with exactly one other PAIR socket.
    case pair
    /// Sends a request, then receives its reply.
    case req
    /// Receives a request, then sends its reply.
    case rep

    var raw: CInt {
        switch self {
        case .dealer: ZMQ_DEALER
        case .router: ZMQ_ROUTER
        case .pub: ZMQ_PUB
        case .sub: ZMQ_SUB
        case .push: ZMQ_PUSH
        case .pull: ZMQ_PULL
        case .pair: ZMQ_PAIR
        case .req: ZMQ_REQ
        case .rep: ZMQ_REP
        }
    }
}
