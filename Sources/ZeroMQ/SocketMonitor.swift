import CZeroMQ
import Synchronization

/// Tells what happens to a socket's connections, as an asynchronous sequence.
///
/// Events are read off the socket as they come, so that a slow reader never holds up libzmq; where more than
/// ``capacity`` are unread, the oldest are dropped. The sequence ends with the socket, the context or ``close()``.
public final class SocketMonitor: Sendable {
    /// The number of unread events kept.
    public static let capacity = 1024

    private static let serial = Atomic<Int>(0)

    /// The events, for one reader.
    public let events: AsyncStream<MonitorEvent>
    private let channel: Channel

    /// Monitors the socket of a channel, from now on.
    ///
    /// libzmq has one monitor a socket: a new one ends the one before.
    public convenience init(_ channel: Channel) async throws {
        let endpoint = Self.makeEndpoint()
        let context = try await channel.withSocket { socket in
            try socket.startMonitor(at: endpoint)
            return socket.core.context
        }
        try await self.init(endpoint, context: context, on: channel.thread)
    }

    /// Reads the events that a socket publishes at `endpoint`, after ``Socket/startMonitor(at:events:)``.
    public init(_ endpoint: String, context: Context, on thread: SocketThread) async throws {
        var options = SocketOptions()
        // libzmq waits, inside its I/O thread, where this side's queue is full: so it never is.
        options.receiveHighWaterMark = 0
        options.linger = .zero
        let channel = try await Channel(.pair, context: context, on: thread, options: options) { socket in
            try socket.connect(endpoint)
        }
        let (events, continuation) = AsyncStream.makeStream(
            of: MonitorEvent.self,
            bufferingPolicy: .bufferingNewest(Self.capacity)
        )
        self.channel = channel
        self.events = events
        let reading = Task { await channel.forwardEvents(to: continuation) }
        continuation.onTermination = { _ in reading.cancel() }
    }

    /// A new inproc endpoint for a monitor.
    public static func makeEndpoint() -> String {
        "inproc://zeromq.monitor.\(serial.wrappingAdd(1, ordering: .relaxed).newValue)"
    }

    /// Stops reading, which ends the sequence.
    public func close() async { await channel.close() }
}

extension Channel {
    /// Hands events on until there are no more, all on the channel's own thread.
    fileprivate func forwardEvents(to reader: AsyncStream<MonitorEvent>.Continuation) async {
        while let message = try? await receiveMultipart(), let event = MonitorEvent(message) {
            reader.yield(event)
            if event.kind == .monitorStopped { break }
        }
        reader.finish()
        close()
    }
}

extension Socket {
    /// Publishes what happens to this socket's connections at an inproc endpoint, for a ``SocketMonitor`` or a
    /// PAIR socket.
    public borrowing func startMonitor(
        at endpoint: String,
        events: MonitorEventSet = .all
    ) throws(ZeroMQError) {
        try unsafe core.call("monitor", endpoint) { raw, endpoint in
            unsafe zmq_socket_monitor(raw, endpoint, events.rawValue)
        }
    }

    /// Publishes no more events.
    public borrowing func stopMonitor() throws(ZeroMQError) {
        let raw = try unsafe core.open("stop monitor")
        guard unsafe zmq_socket_monitor(raw, nil, 0) == 0 else { throw .last("stop monitor") }
    }
}
