import CZeroMQ
import Glibc

/// The libzmq context behind a ``Context``, and its end on a thread of its own.
@safe
final class ContextHandle: Sendable {
    private struct State {
        var isTerminating = false
        var isEnded = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    // Never written after `init`. Freed by `end`; until `isTerminating` is set, under the lock, it may be used.
    private nonisolated(unsafe) let raw: UnsafeMutableRawPointer
    private let state = Locked(State())

    init() throws(ZeroMQError) {
        guard let raw = unsafe zmq_ctx_new() else { throw .last("make context") }
        unsafe self.raw = unsafe raw
    }

    func set(_ option: CInt, to value: Int, _ name: String) throws(ZeroMQError) {
        guard let value = CInt(exactly: value) else {
            throw ZeroMQError(.invalidArgument, operation: "set context option", subject: name)
        }
        guard unsafe zmq_ctx_set(raw, option, value) == 0 else { throw .last("set context option", name) }
    }

    func openSocket(_ kind: SocketKind) throws(ZeroMQError) -> UnsafeMutableRawPointer {
        let (socket, code) = unsafe state.withLock { state -> (UnsafeMutableRawPointer?, CInt) in
            guard !state.isTerminating else { return (nil, CInt(ETERM)) }
            return unsafe (zmq_socket(raw, kind.raw), zmq_errno())
        }
        guard let socket = unsafe socket else {
            throw ZeroMQError(ZeroMQError.Code(rawValue: code), operation: "open socket", subject: kind.rawValue)
        }
        return unsafe socket
    }

    func shutdown() {
        state.withLock { state in
            if !state.isTerminating { unsafe _ = zmq_ctx_shutdown(raw) }
        }
    }

    /// Starts the end, once; libzmq then waits for the sockets to be closed, and for what lingers.
    func terminate() {
        let isFirst = state.withLock { state in
            defer { state.isTerminating = true }
            return !state.isTerminating
        }
        guard isFirst else { return }
        let retained = unsafe Unmanaged.passRetained(self)
        let status = unsafe czmq_thread_start(
            "zmq-terminate",
            { argument in
                unsafe Unmanaged<ContextHandle>.fromOpaque(argument!).takeRetainedValue().end()
                return nil
            },
            retained.toOpaque()
        )
        if status != 0 {
            // No thread to be had: better to wait here, bounded by the sockets' linger, than to leak the context.
            unsafe retained.takeRetainedValue().end()
        }
    }

    private func end() {
        while unsafe zmq_ctx_term(raw) != 0, zmq_errno() == EINTR {}
        let waiting = state.withLock { state in
            state.isEnded = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits for the end.
    func ended() async {
        await withCheckedContinuation { continuation in
            let already = state.withLock { state in
                if !state.isEnded { state.waiting.append(continuation) }
                return state.isEnded
            }
            if already { continuation.resume() }
        }
    }
}
