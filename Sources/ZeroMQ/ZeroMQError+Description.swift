import CZeroMQ

extension ZeroMQError: CustomStringConvertible {
    /// What was tried, on what, why it failed and, for the usual failures, what to do.
    public var description: String {
        let place = subject.map { " \"\($0)\"" } ?? ""
        let reason = unsafe String(cString: zmq_strerror(code.rawValue))
        let what = "\(operation)\(place): \(reason) (errno \(code.rawValue))"
        guard let advice else { return what }
        return "\(what). \(advice)"
    }

    private var advice: String? {
        switch code {
        case .addressInUse:
            "Another socket or process is bound there: stop it, or choose another endpoint."
        case .addressNotAvailable:
            "This machine has no such address or interface: bind to one it has, or to tcp://*:PORT for all."
        case .accessDenied:
            "The system does not allow it: take a port above 1023, or a directory this user may write to."
        case .nameTooLong:
            "An ipc path may have at most 107 bytes: choose a shorter directory."
        case .invalidArgument where operation == "bind" || operation == "connect":
            "An endpoint is tcp://HOST:PORT, ipc://PATH or inproc://NAME."
        case .invalidArgument:
            "The value does not fit, or this kind of socket does not have it."
        case .protocolNotSupported:
            "This libzmq knows the transports tcp, ipc and inproc."
        case .notFound where operation == "unbind" || operation == "disconnect":
            "The socket holds no such endpoint; after a wildcard use `lastEndpoint`."
        case .hostUnreachable:
            "No peer with that routing id is connected now: drop the message, or keep it until the peer is back."
        case .messageTooLarge:
            "Raise the limit in SocketOptions, or send less at once."
        case .tooManyOpen:
            "Close sockets, raise maximumSockets of the context, or raise the limit of open files (ulimit -n)."
        case .outOfTurn:
            "REQ sends then receives, REP receives then sends: keep to the order, or use DEALER and ROUTER."
        case .terminated:
            "The context has been shut down: close this socket."
        case .noIOThread:
            "The context has no I/O thread: give it at least one, or use inproc only."
        case .closed:
            "It has been closed: make a new one."
        default:
            nil
        }
    }
}
