import CZeroMQ

/// One frame, owned: it moves, and never copies, between the wire and the code that reads it.
///
/// Reading needs no copy (``bytes``, ``withUnsafeBytes(_:)``); the spans it gives live as long as the message.
@safe
public struct Message: ~Copyable, @unchecked Sendable {
    // @unchecked: a pointer owned by this value alone. What borrows it only reads; what changes it is `mutating`.
    // Boxed: libzmq keeps small bodies inside zmq_msg_t, whose address must then not move under a span.
    let raw: UnsafeMutablePointer<zmq_msg_t>

    /// An empty frame.
    public init() {
        unsafe raw = .allocate(capacity: 1)
        unsafe zmq_msg_init(raw)
    }

    /// A frame with a copy of `bytes`.
    public init(copying bytes: RawSpan) {
        unsafe raw = .allocate(capacity: 1)
        unsafe Frame.initialize(raw, copying: bytes)
    }

    /// A frame with a copy of `bytes`.
    public init(copying bytes: [UInt8]) {
        unsafe self.init(copying: bytes.span.bytes)
    }

    /// A frame with the UTF-8 of `text`.
    public init(_ text: String) {
        unsafe raw = .allocate(capacity: 1)
        unsafe Frame.initialize(raw, copying: text.utf8Span.span.bytes)
    }

    /// A frame that takes over `bytes` without copying them, however large; they are released once sent.
    ///
    /// Bodies under 1 KiB are copied, which costs less than handing over.
    public init(adopting bytes: consuming [UInt8]) {
        unsafe raw = .allocate(capacity: 1)
        unsafe Frame.initialize(raw, adopting: bytes)
    }

    /// Takes over an initialised frame, leaving an empty one in its place.
    init(moving other: UnsafeMutablePointer<zmq_msg_t>) {
        unsafe raw = .allocate(capacity: 1)
        unsafe zmq_msg_init(raw)
        unsafe zmq_msg_move(raw, other)
    }

    deinit {
        unsafe zmq_msg_close(raw)
        unsafe raw.deallocate()
    }

    /// The number of bytes.
    public var count: Int { unsafe zmq_msg_size(raw) }

    /// Whether there are no bytes.
    public var isEmpty: Bool { count == 0 }

    /// Whether further frames of the same multipart message follow.
    public var hasMore: Bool { unsafe zmq_msg_more(raw) != 0 }

    /// The bytes, without copying.
    public var bytes: RawSpan {
        @_lifetime(borrow self)
        borrowing get {
            unsafe _overrideLifetime(Frame.bytes(raw), borrowing: self)
        }
    }

    /// Calls `body` with the bytes, without copying; the buffer must not escape it.
    public borrowing func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafeRawBufferPointer(start: zmq_msg_data(raw), count: zmq_msg_size(raw)))
    }

    /// A copy of the bytes.
    public borrowing func array() -> [UInt8] { unsafe withUnsafeBytes { bytes in unsafe [UInt8](bytes) } }

    /// The bytes as text; `nil` where they are not UTF-8.
    public borrowing func string() -> String? {
        unsafe withUnsafeBytes { bytes in unsafe String(validating: bytes, as: UTF8.self) }
    }

    /// Another message with the same bytes, shared by reference count and not copied (small bodies are).
    public mutating func copy() -> Message {
        let copy = Message()
        unsafe zmq_msg_copy(copy.raw, raw)
        return copy
    }
}
