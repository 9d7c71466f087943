import Wire

/// How simulated stages mark a body: each adds nine bytes, its own number and the lease that it worked under.
enum Marks {
    static let length = 9

    static func add(_ stage: Int, _ lease: LeaseID, to body: [UInt8]) -> [UInt8] {
        var marked = body
        marked.reserveCapacity(body.count + length)
        marked.append(0xF0 + UInt8(stage))
        for shift in stride(from: 56, through: 0, by: -8) {
            marked.append(UInt8(truncatingIfNeeded: lease.number >> shift))
        }
        return marked
    }

    /// The stage and lease of the last mark, or `nil` where there is none.
    static func last(_ body: [UInt8]) -> (stage: Int, lease: Int)? {
        guard body.count > length, body[body.count - length] >= 0xF0 else { return nil }
        return (Int(body[body.count - length]) - 0xF0, body.suffix(8).reduce(0) { $0 << 8 | Int($1) })
    }
}
