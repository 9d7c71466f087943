import CZeroMQ
import Glibc

/// A signal from any thread that ends a wait on sockets.
///
/// Signals add up to one until a wait takes them.
public final class Wakeup: Sendable {
    let fileDescriptor: CInt

    /// Opens the eventfd behind it.
    ///
    /// - Throws: `ZeroMQError` ``ZeroMQError/Code/tooManyOpen`` where no file descriptor is left.
    public init() throws(ZeroMQError) {
        fileDescriptor = czmq_wakeup_open()
        guard fileDescriptor >= 0 else { throw .last("open wakeup") }
    }

    deinit { close(fileDescriptor) }

    /// Ends the present or the next wait.
    public func signal() { czmq_wakeup_signal(fileDescriptor) }

    func drain() { czmq_wakeup_drain(fileDescriptor) }
}
