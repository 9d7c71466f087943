import CZeroMQ
import Glibc

/// A call that libzmq, or this library on its behalf, refused: what was tried, on what, and why.
public struct ZeroMQError: Error, Hashable, Sendable {
    /// The reason.
    public let code: Code
    /// What was tried, such as `bind` or `set option`.
    public let operation: String
    /// What it was tried on: an endpoint, the name of an option, …; `nil` where there is only the socket.
    public let subject: String?

    /// Describes a failure.
    public init(_ code: Code, operation: String, subject: String? = nil) {
        self.code = code
        self.operation = operation
        self.subject = subject
    }

    /// The error number as C programs know it.
    public var errno: CInt { code.rawValue }

    /// The failure that the last libzmq call on this thread left behind.
    static func last(_ operation: String, _ subject: String? = nil) -> Self {
        Self(Code(rawValue: zmq_errno()), operation: operation, subject: subject)
    }

    /// The error of using a socket or channel after it was closed.
    static func closed(_ operation: String) -> Self { Self(.closed, operation: operation) }
}

extension ZeroMQError {
    /// An error number: those of `errno.h` and libzmq's own.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: CInt
        public init(rawValue: CInt) { self.rawValue = rawValue }

        /// The call would have had to wait (`EAGAIN`).
        public static let wouldBlock = Code(rawValue: EAGAIN)
        /// A signal came between (`EINTR`).
        public static let interrupted = Code(rawValue: EINTR)
        /// Somebody else is bound to the endpoint (`EADDRINUSE`).
        public static let addressInUse = Code(rawValue: EADDRINUSE)
        /// The machine has no such address (`EADDRNOTAVAIL`).
        public static let addressNotAvailable = Code(rawValue: EADDRNOTAVAIL)
        /// The system does not allow it (`EACCES`).
        public static let accessDenied = Code(rawValue: EACCES)
        /// An argument has no meaning there (`EINVAL`).
        public static let invalidArgument = Code(rawValue: EINVAL)
        /// An ipc path is longer than the system takes (`ENAMETOOLONG`).
        public static let nameTooLong = Code(rawValue: ENAMETOOLONG)
        /// No file, directory or bound endpoint of that name (`ENOENT`).
        public static let notFound = Code(rawValue: ENOENT)
        /// Nobody is bound to the inproc endpoint (`ECONNREFUSED`).
        public static let connectionRefused = Code(rawValue: ECONNREFUSED)
        /// The transport is unknown to this libzmq (`EPROTONOSUPPORT`).
        public static let protocolNotSupported = Code(rawValue: EPROTONOSUPPORT)
        /// This kind of socket, or this build of libzmq, cannot do it (`ENOTSUP`).
        public static let notSupported = Code(rawValue: ENOTSUP)
        /// No peer has that routing id (`EHOSTUNREACH`).
        public static let hostUnreachable = Code(rawValue: EHOSTUNREACH)
        /// A message is larger, or has more frames, than is allowed (`EMSGSIZE`).
        public static let messageTooLarge = Code(rawValue: EMSGSIZE)
        /// Too many sockets or open files (`EMFILE`).
        public static let tooManyOpen = Code(rawValue: EMFILE)
        /// The deadline has passed (`ETIMEDOUT`).
        public static let timedOut = Code(rawValue: ETIMEDOUT)
        /// The socket or channel has been closed (`ENOTSOCK`).
        public static let closed = Code(rawValue: ENOTSOCK)
        /// A REQ or REP socket was used out of turn (`EFSM`).
        public static let outOfTurn = Code(rawValue: CInt(EFSM))
        /// The context has been shut down (`ETERM`).
        public static let terminated = Code(rawValue: CInt(ETERM))
        /// The context has no I/O thread for it (`EMTHREAD`).
        public static let noIOThread = Code(rawValue: CInt(EMTHREAD))
    }
}

extension ZeroMQError {
    /// Whether the same call may succeed later with nothing changed.
    public var isRetryable: Bool {
        switch code {
        case .wouldBlock, .interrupted, .timedOut, .hostUnreachable: true
        default: false
        }
    }

    /// Whether the socket, or the whole context, is gone: the sign for a loop to end.
    public var isClosed: Bool { code == .closed || code == .terminated }
}
