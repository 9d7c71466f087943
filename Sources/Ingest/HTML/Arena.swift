/// Memory for one tree, given back all at once: libgumbo allocates thousands of small pieces.
final class Arena {
    private var blocks: [UnsafeMutableRawPointer] = []
    // Only `allocate` uses them, and it calls nobody.
    @exclusivity(unchecked) private var next: UnsafeMutableRawPointer
    @exclusivity(unchecked) private var rest: Int
    private var blockSize: Int

    init(firstBlock: Int) {
        blockSize = firstBlock
        next = .allocate(byteCount: firstBlock, alignment: 16)
        rest = firstBlock
        blocks.append(next)
    }

    deinit {
        for block in blocks { block.deallocate() }
    }

    private func allocate(_ size: Int) -> UnsafeMutableRawPointer {
        let size = (size + 15) & ~15
        if size > rest {
            blockSize = max(blockSize * 2, size)
            next = .allocate(byteCount: blockSize, alignment: 16)
            rest = blockSize
            blocks.append(next)
        }
        defer {
            next += size
            rest -= size
        }
        return next
    }

    /// An allocator for C; its first argument is an arena, unretained.
    static let allocate: @convention(c) (UnsafeMutableRawPointer?, Int) -> UnsafeMutableRawPointer? = { arena, size in
        guard let arena else { return nil }
        return Unmanaged<Arena>.fromOpaque(arena).takeUnretainedValue().allocate(size)
    }

    /// A deallocator for C: everything goes with the arena.
    static let keep: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) -> Void = { _, _ in }
}
