/// Messages in order, to be received or sent in one go.
@safe
public struct Batch: ~Copyable, @unchecked Sendable {
    // @unchecked: a block owned by this value alone, changed by `mutating` calls only.
    private var messages: UnsafeMutablePointer<Multipart>?
    private var capacity = 0
    private var start = 0
    private var end = 0

    /// A batch without messages.
    public init() { unsafe messages = nil }

    deinit {
        guard let messages = unsafe messages else { return }
        unsafe (messages + start).deinitialize(count: end - start)
        unsafe messages.deallocate()
    }

    /// The number of messages.
    public var count: Int { end - start }

    /// Whether there are no messages.
    public var isEmpty: Bool { start == end }

    /// Adds a message at the end.
    public mutating func append(_ message: consuming Multipart) {
        if end == capacity { makeRoom() }
        unsafe (messages! + end).initialize(to: message)
        end += 1
    }

    /// Takes the first message out; `nil` where there is none.
    public mutating func popFirst() -> Multipart? {
        guard start < end else { return nil }
        defer { start += 1 }
        return unsafe (messages! + start).move()
    }

    /// Calls `body` with each message in order, which it may change or take frames out of.
    public mutating func forEach<Failure: Error>(_ body: (inout Multipart) throws(Failure) -> Void) throws(Failure) {
        for index in start..<end { try unsafe body(&messages![index]) }
    }

    /// Calls `send` with the messages from the first on; drops each it returns `true` for, stops at `false`.
    mutating func drain(_ send: (inout Multipart) throws(ZeroMQError) -> Bool) throws(ZeroMQError) -> Int {
        var sent = 0
        while start < end, try unsafe send(&messages![start]) {
            unsafe (messages! + start).deinitialize(count: 1)
            start += 1
            sent += 1
        }
        return sent
    }

    private mutating func makeRoom() {
        let larger = count * 2 >= capacity ? max(16, capacity * 2) : capacity
        let block = UnsafeMutablePointer<Multipart>.allocate(capacity: larger)
        if let messages = unsafe messages {
            unsafe block.moveInitialize(from: messages + start, count: count)
            unsafe messages.deallocate()
        }
        unsafe messages = unsafe block
        end -= start
        start = 0
        capacity = larger
    }
}
