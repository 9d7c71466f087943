import CZeroMQ

/// A libzmq context: the I/O threads and the sockets they serve.
///
/// It is the one libzmq object that threads may share. Every socket keeps its context alive. When the last of both is
/// gone, libzmq is given the lingering messages to send (at most as long as each socket's `linger`) and then ends, on a
/// short-lived thread of its own, so that releasing a context never waits.
public final class Context: Sendable {
    private let handle: ContextHandle

    /// Makes a context.
    ///
    /// - Parameters:
    ///   - ioThreads: Threads that do network I/O; one carries about a gigabyte a second. 0 leaves inproc only.
    ///   - maximumSockets: Sockets that may be open at once, counting libzmq's own.
    /// - Throws: `ZeroMQError` where a number is out of range.
    public init(ioThreads: Int = 1, maximumSockets: Int = 1023) throws(ZeroMQError) {
        handle = try ContextHandle()
        try handle.set(ZMQ_IO_THREADS, to: ioThreads, "ioThreads")
        try handle.set(ZMQ_MAX_SOCKETS, to: maximumSockets, "maximumSockets")
    }

    deinit { handle.terminate() }

    /// Ends all waiting: every pending and later call on this context's sockets throws ``ZeroMQError/Code/terminated``.
    ///
    /// The sockets must still be closed by their owners. Safe from any thread, and more than once.
    public func shutdown() { handle.shutdown() }

    /// Shuts down and waits until all sockets are closed, what lingers is sent or given up, and the I/O threads have
    /// ended.
    ///
    /// To have everything sent, close the sockets first. It waits for every socket to be closed by its owner, and then
    /// at most as long as the longest ``SocketOptions/linger``.
    public func terminate() async {
        handle.terminate()
        await handle.ended()
    }

    func openSocket(_ kind: SocketKind) throws(ZeroMQError) -> UnsafeMutableRawPointer {
        try unsafe handle.openSocket(kind)
    }
}

/// The version of the libzmq that is loaded, such as `4.3.4`.
public var libraryVersion: String {
    var major: CInt = 0
    var minor: CInt = 0
    var patch: CInt = 0
    unsafe zmq_version(&major, &minor, &patch)
    return "\(major).\(minor).\(patch)"
}
