internal import Glibc

/// Memory that is taken piece by piece and freed as a whole. It begins as zeros.
final class Arena {
    /// A line of the processor's cache, and the longest vector.
    static let alignment = 64

    private let start: UnsafeMutableRawPointer
    private let capacity: Int
    private var used = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 1)
        let start = mmap(nil, self.capacity, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let start, start != MAP_FAILED else {
            // As where Swift itself can't allocate: nothing can go on.
            fatalError("out of memory: \(capacity) bytes for a model")
        }
        self.start = start
        // Fewer, larger pages: packing touches each of 85 MB once.
        madvise(start, self.capacity, MADV_HUGEPAGE)
    }

    deinit { munmap(start, capacity) }

    /// Room for `count` values.
    ///
    /// - Precondition: the capacity is enough, with ``alignment`` for each piece.
    func take<Value: BitwiseCopyable>(_ type: Value.Type, _ count: Int) -> UnsafeMutablePointer<Value> {
        let size = (count * MemoryLayout<Value>.stride + Self.alignment - 1) / Self.alignment * Self.alignment
        precondition(used + size <= capacity, "an arena of \(capacity) bytes is full")
        defer { used += size }
        return (start + used).bindMemory(to: type, capacity: max(count, 1))
    }
}
