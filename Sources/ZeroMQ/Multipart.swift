import CZeroMQ

/// A whole message of one or more frames, owned.
///
/// Its frames lie side by side in one block, which ``Socket/receive(into:)`` uses again for the next message, so
/// that a loop over messages allocates nothing.
@safe
public struct Multipart: ~Copyable, @unchecked Sendable {
    // @unchecked: a block owned by this value alone. What borrows it only reads; what changes it is `mutating`.
    private var frames: UnsafeMutablePointer<zmq_msg_t>?
    private var capacity = 0

    /// The number of frames.
    public private(set) var count = 0

    /// Whether the peer sent more frames than ``SocketOptions/maximumFrameCount``; the excess was dropped.
    public internal(set) var isTruncated = false

    /// A message without frames, which can't be sent until it has one.
    public init() { unsafe frames = nil }

    /// A message with a copy of each of `frames`.
    public init(copying frames: [UInt8]...) {
        self.init()
        for frame in frames { append(copying: frame) }
    }

    deinit {
        for index in 0..<count { unsafe zmq_msg_close(frames! + index) }
        unsafe frames?.deallocate()
    }

    /// Whether there are no frames.
    public var isEmpty: Bool { count == 0 }

    /// The bytes of all frames together.
    public var byteCount: Int {
        var sum = 0
        for index in 0..<count { sum += unsafe zmq_msg_size(frame(index)) }
        return sum
    }

    func frame(_ index: Int) -> UnsafeMutablePointer<zmq_msg_t> {
        precondition(index >= 0 && index < count, "frame \(index) of a message of \(count)")
        return unsafe frames! + index
    }

    /// The first frame, for sending; `nil` where there is none.
    var base: UnsafeMutablePointer<zmq_msg_t>? { unsafe frames }
}

// MARK: Adding and taking

extension Multipart {
    /// Adds a frame with a copy of `bytes`.
    public mutating func append(copying bytes: RawSpan) {
        unsafe Frame.initialize(place(), copying: bytes)
        count += 1
    }

    /// Adds a frame with a copy of `bytes`.
    public mutating func append(copying bytes: [UInt8]) { unsafe append(copying: bytes.span.bytes) }

    /// Adds a frame with the UTF-8 of `text`.
    public mutating func append(_ text: String) { unsafe append(copying: text.utf8Span.span.bytes) }

    /// Adds a frame that takes `bytes` over without copying; see ``Message/init(adopting:)``.
    public mutating func append(adopting bytes: consuming [UInt8]) {
        unsafe Frame.initialize(place(), adopting: bytes)
        count += 1
    }

    /// Adds a frame.
    public mutating func append(_ message: consuming Message) {
        let slot = unsafe appendEmpty()
        unsafe zmq_msg_move(slot, message.raw)
    }

    /// Takes a frame out, leaving an empty one in its place.
    public mutating func take(_ index: Int) -> Message { unsafe Message(moving: frame(index)) }

    /// Takes a frame out; those behind it move up.
    public mutating func remove(at index: Int) -> Message {
        let message = take(index)
        unsafe zmq_msg_close(frame(index))
        for next in (index + 1)..<max(count, index + 1) {
            // A zmq_msg_t may be moved by copying its bytes: libzmq itself does so in its pipes.
            unsafe (frames! + next - 1).update(from: frames! + next, count: 1)
        }
        count -= 1
        return message
    }

    /// Another message with the same frames, shared by reference count and not copied (small ones are).
    public mutating func copy() -> Multipart {
        var copy = Multipart()
        for index in 0..<count {
            let slot = unsafe copy.appendEmpty()
            unsafe zmq_msg_copy(slot, frame(index))
        }
        return copy
    }

    /// Drops all frames and keeps the room for new ones.
    public mutating func removeAll() {
        for index in 0..<count { unsafe zmq_msg_close(frames! + index) }
        count = 0
        isTruncated = false
    }

    mutating func appendEmpty() -> UnsafeMutablePointer<zmq_msg_t> {
        let slot = unsafe place()
        unsafe zmq_msg_init(slot)
        count += 1
        return unsafe slot
    }

    mutating func removeLast() {
        count -= 1
        unsafe zmq_msg_close(frames! + count)
    }

    /// The uninitialised slot behind the last frame.
    private mutating func place() -> UnsafeMutablePointer<zmq_msg_t> {
        if count == capacity {
            // Four holds the usual [identity][delimiter][header][body].
            let larger = max(4, capacity * 2)
            let block = UnsafeMutablePointer<zmq_msg_t>.allocate(capacity: larger)
            if let frames = unsafe frames {
                // Moved by copying bytes, as above.
                unsafe block.moveInitialize(from: frames, count: count)
                unsafe frames.deallocate()
            }
            unsafe frames = unsafe block
            capacity = larger
        }
        return unsafe frames! + count
    }
}

// MARK: Reading

extension Multipart {
    /// The bytes of a frame, without copying.
    @_lifetime(borrow self)
    public borrowing func bytes(_ index: Int) -> RawSpan {
        unsafe _overrideLifetime(Frame.bytes(frame(index)), borrowing: self)
    }

    /// The number of bytes of a frame.
    public borrowing func byteCount(_ index: Int) -> Int { unsafe zmq_msg_size(frame(index)) }

    /// Calls `body` with the bytes of a frame, without copying; the buffer must not escape it.
    public borrowing func withUnsafeBytes<Result, Failure: Error>(
        _ index: Int,
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let raw = unsafe frame(index)
        return try unsafe body(UnsafeRawBufferPointer(start: zmq_msg_data(raw), count: zmq_msg_size(raw)))
    }

    /// A copy of the bytes of a frame.
    public borrowing func array(_ index: Int) -> [UInt8] {
        unsafe withUnsafeBytes(index) { bytes in unsafe [UInt8](bytes) }
    }

    /// A frame as text; `nil` where it is not UTF-8.
    public borrowing func string(_ index: Int) -> String? {
        unsafe withUnsafeBytes(index) { bytes in unsafe String(validating: bytes, as: UTF8.self) }
    }
}
