import CZeroMQ

/// The operations on a `zmq_msg_t` in place that ``Message`` and ``Multipart`` share.
enum Frame {
    /// From this size on, handing an array over is cheaper than copying it: a copy of 1 KiB takes about as long as
    /// the two allocations and the reference count of a hand-over.
    static let adoptionThreshold = 1024

    static func initialize(_ raw: UnsafeMutablePointer<zmq_msg_t>, copying bytes: RawSpan) {
        let count = bytes.byteCount
        guard unsafe zmq_msg_init_size(raw, count) == 0 else {
            // The only cause is ENOMEM, at which Swift's own allocations end the process too.
            fatalError("no memory for a frame of \(count) bytes")
        }
        unsafe bytes.withUnsafeBytes { source in
            guard let base = source.baseAddress else { return }
            unsafe zmq_msg_data(raw).copyMemory(from: base, byteCount: count)
        }
    }

    static func initialize(_ raw: UnsafeMutablePointer<zmq_msg_t>, adopting bytes: consuming [UInt8]) {
        guard bytes.count >= adoptionThreshold else {
            return unsafe initialize(raw, copying: bytes.span.bytes)
        }
        let body = AdoptedBody(bytes)
        let retained = unsafe Unmanaged.passRetained(body)
        let status = unsafe body.withStorage { buffer in
            unsafe zmq_msg_init_data(
                raw,
                UnsafeMutableRawPointer(mutating: buffer.baseAddress),
                buffer.count,
                { _, hint in unsafe Unmanaged<AdoptedBody>.fromOpaque(hint!).release() },
                retained.toOpaque()
            )
        }
        if status != 0 {
            // Only ENOMEM, as above.
            fatalError("no memory to hand over a frame")
        }
    }

    @_lifetime(immortal)
    static func bytes(_ raw: UnsafeMutablePointer<zmq_msg_t>) -> RawSpan {
        unsafe _overrideLifetime(
            RawSpan(_unsafeStart: UnsafeRawPointer(zmq_msg_data(raw)), byteCount: zmq_msg_size(raw)),
            copying: ()
        )
    }
}

/// Keeps an array alive and unchanged while libzmq sends from its storage.
///
/// An array's storage is one heap block that stays where it is while the array lives and is not changed. Nothing else
/// can change it: this class holds the one reference it ever reads, so any other holder would copy before writing.
private final class AdoptedBody: Sendable {
    private let bytes: [UInt8]

    init(_ bytes: consuming [UInt8]) { self.bytes = bytes }

    func withStorage<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        unsafe bytes.withUnsafeBytes { buffer in unsafe body(buffer) }
    }
}
