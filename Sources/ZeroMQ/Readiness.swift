import CZeroMQ

/// What a wait waited for, or found.
public struct Readiness: OptionSet, Sendable, Hashable {
    public let rawValue: Int16
    public init(rawValue: Int16) { self.rawValue = rawValue }

    /// A message can be received.
    public static let input = Readiness(rawValue: Int16(ZMQ_POLLIN))
    /// A message can be sent. A ROUTER is ready as soon as any peer is.
    public static let output = Readiness(rawValue: Int16(ZMQ_POLLOUT))
    /// A file descriptor has an error.
    public static let error = Readiness(rawValue: Int16(ZMQ_POLLERR))
    /// A ``Wakeup`` was signalled. Found only, never asked for.
    public static let wakeup = Readiness(rawValue: 1 << 8)

    init(events: CInt) { self.init(rawValue: Int16(truncatingIfNeeded: events) & 3) }
}
