import CZeroMQ

/// Which events of a socket are published.
public struct MonitorEventSet: OptionSet, Sendable, Hashable {
    public let rawValue: CInt
    public init(rawValue: CInt) { self.rawValue = rawValue }

    /// All that there are.
    public static let all = MonitorEventSet(rawValue: ZMQ_EVENT_ALL)
    /// A connection could not be accepted. Where no file descriptor is left, this comes without end.
    public static let acceptFailed = MonitorEventSet(rawValue: ZMQ_EVENT_ACCEPT_FAILED)
}
