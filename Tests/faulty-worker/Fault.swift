import Glibc

/// What an article can do to the process that works on it.
enum Fault: String, CaseIterable {
    /// A wild pointer: SIGSEGV.
    case crash
    /// An index out of range: the Swift runtime's trap.
    case trap
    /// A loop without an end.
    case spin
    /// A wait without an end.
    case sleep
    /// Memory taken bit by bit, and used.
    case eat
    /// Memory taken faster than anybody can look.
    case gorge

    func strike() {
        switch self {
        case .crash: UnsafeMutablePointer<Int>(bitPattern: 8)!.pointee = 1
        case .trap: print([Int]()[Int.random(in: 1...2)])
        case .spin: while getpid() > 0 {}
        case .sleep: while true { pause() }
        case .eat: Self.fill(1 << 20, every: 5_000)
        case .gorge: Self.fill(1 << 30, every: 0)
        }
    }

    /// - Parameter pause: In microseconds, after each block of `size` bytes.
    private static func fill(_ size: Int, every pause: UInt32) {
        var blocks: [[UInt8]] = []
        while true {
            blocks.append([UInt8](repeating: UInt8(truncatingIfNeeded: blocks.count), count: size))
            usleep(pause)
        }
    }
}
