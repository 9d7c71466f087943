import CZeroMQ
import Glibc

/// Something to wait for: a socket, or a file descriptor, and the readiness wanted of it.
///
/// It does not keep the socket open: waiting for a closed one throws ``ZeroMQError/Code/closed``.
@safe
public struct PollItem {
    enum Target {
        case socket(SocketCore)
        case fileDescriptor(CInt)
    }

    let target: Target
    let wanted: Readiness

    /// Waits for a file descriptor, such as a pipe or a signalfd.
    public init(fileDescriptor: CInt, _ wanted: Readiness) {
        target = .fileDescriptor(fileDescriptor)
        self.wanted = wanted
    }

    init(_ core: SocketCore, _ wanted: Readiness) {
        target = .socket(core)
        self.wanted = wanted
    }

    var isClosed: Bool {
        guard case .socket(let core) = target else { return false }
        return unsafe core.raw == nil
    }

    var raw: zmq_pollitem_t {
        let events = wanted.rawValue & Int16(ZMQ_POLLIN | ZMQ_POLLOUT | ZMQ_POLLERR)
        return switch target {
        case .socket(let core): unsafe zmq_pollitem_t(socket: core.raw, fd: -1, events: events, revents: 0)
        case .fileDescriptor(let fd): unsafe zmq_pollitem_t(socket: nil, fd: fd, events: events, revents: 0)
        }
    }
}

extension Socket {
    /// This socket as something to wait for.
    public borrowing func pollItem(_ wanted: Readiness) -> PollItem { PollItem(core, wanted) }

    /// Blocks this thread until the socket is ready, another thread signals `wakeup`, or `timeout` has passed.
    ///
    /// For plain threads; on a ``SocketThread`` use ``SocketThread/readiness(of:until:isolation:)``.
    ///
    /// - Parameters:
    ///   - wanted: What to wait for.
    ///   - wakeup: What another thread may signal to end the wait.
    ///   - timeout: The longest wait, in steps of a millisecond; `nil` is without end.
    /// - Returns: What was found; empty where the time has passed.
    public borrowing func wait(
        for wanted: Readiness,
        wakeup: Wakeup? = nil,
        timeout: Duration?
    ) throws(ZeroMQError) -> Readiness {
        var poller = Poller([pollItem(wanted)], wakeup: wakeup)
        try poller.wait(timeout: timeout)
        return poller.isWoken ? poller[0].union(.wakeup) : poller[0]
    }
}

/// Waits on a plain thread for several sockets at once.
@safe
public struct Poller: ~Copyable {
    private let items: [PollItem]
    private let wakeup: Wakeup?
    private var raw: [zmq_pollitem_t] = unsafe []

    /// Whether the last wait found `wakeup` signalled.
    public private(set) var isWoken = false

    /// Prepares to wait for any of `items`, or for `wakeup`.
    public init(_ items: [PollItem], wakeup: Wakeup? = nil) {
        self.items = items
        self.wakeup = wakeup
    }

    /// What the last wait found of the item at `index`.
    public subscript(_ index: Int) -> Readiness {
        unsafe index < raw.count ? Readiness(rawValue: raw[index].revents) : []
    }

    /// Blocks this thread until an item is ready, another thread signals the wakeup, or `timeout` has passed.
    ///
    /// - Parameter timeout: The longest wait, in steps of a millisecond; `nil` is without end.
    /// - Returns: Whether anything was found before the time had passed.
    @discardableResult
    public mutating func wait(timeout: Duration?) throws(ZeroMQError) -> Bool {
        let deadline = timeout.map { ContinuousClock.now + $0 }
        isWoken = false
        unsafe raw.removeAll(keepingCapacity: true)
        for item in items {
            guard !item.isClosed else { throw .closed("wait") }
            unsafe raw.append(item.raw)
        }
        if let wakeup { unsafe raw.append(PollItem(fileDescriptor: wakeup.fileDescriptor, .input).raw) }
        while true {
            let milliseconds = deadline.map { ($0 - ContinuousClock.now).milliseconds } ?? -1
            let found = unsafe zmq_poll(&raw, CInt(raw.count), Int(milliseconds))
            if found < 0 {
                let error = ZeroMQError.last("wait")
                if error.code == .interrupted { continue }
                throw error
            }
            if let wakeup, unsafe raw[raw.count - 1].revents != 0 {
                wakeup.drain()
                isWoken = true
            }
            return found > 0
        }
    }
}
