/// What a relay does to what it carries.
struct RelayFaults: Sendable {
    /// What it can get hold of.
    enum Grain: Sendable {
        /// Whole messages, as a broken proxy between plain connections could.
        case messages
        /// Any bytes, as anybody on the way could; only CURVE notices.
        case bytes
    }

    var grain: Grain
    // Of each message, or each piece of up to 64 KiB that is read at once.
    var drop = 0.006
    var again = 0.006
    var delay = 0.01
    var swap = 0.006
    /// Of each piece, for bytes only.
    var flip = 0.002
    // Of each connection, each second.
    var reset = 0.15
    var dark = 0.1

    /// What it did.
    struct Counts: Sendable {
        var connections = 0
        var carried = 0
        var dropped = 0
        var repeated = 0
        var delayed = 0
        var swapped = 0
        var flipped = 0
        var resets = 0
        var dark = 0
        var replays = 0
        var garbage = 0

        var text: String {
            "\(dropped) dropped, \(repeated) repeated, \(delayed) delayed, \(swapped) swapped, \(flipped) flipped"
        }
    }
}

/// One direction of a connection through the relay.
struct RelayStream {
    /// What is to be written on the other side.
    var out: [UInt8] = []
    /// Nothing is written before.
    var heldUntil = ContinuousClock.now
    private var splitter = ZMTPSplitter()
    /// A message that goes after the next one.
    private var overtaken: [UInt8]?

    /// Takes what was read, with faults where `faults` is not `nil`.
    mutating func take(
        _ bytes: ArraySlice<UInt8>,
        _ faults: RelayFaults?,
        _ counts: inout RelayFaults.Counts,
        _ random: inout Random
    ) {
        guard faults?.grain != .bytes else { return takePiece(Array(bytes), faults!, &counts, &random) }
        // Cut even where there are no faults, to know where messages begin when there are again.
        for unit in splitter.feed(bytes) {
            guard let faults, unit.isMessage else {
                out += unit.bytes
                continue
            }
            carry(unit.bytes, faults, &counts, &random)
        }
    }

    private mutating func takePiece(
        _ piece: [UInt8],
        _ faults: RelayFaults,
        _ counts: inout RelayFaults.Counts,
        _ random: inout Random
    ) {
        var piece = piece
        if random.happens(faults.flip), let index = piece.indices.randomElement(using: &random) {
            piece[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            counts.flipped += 1
        }
        carry(piece, faults, &counts, &random)
    }

    private mutating func carry(
        _ bytes: [UInt8],
        _ faults: RelayFaults,
        _ counts: inout RelayFaults.Counts,
        _ random: inout Random
    ) {
        counts.carried += 1
        if random.happens(faults.drop) {
            counts.dropped += 1
            return
        }
        if overtaken == nil, random.happens(faults.swap) {
            counts.swapped += 1
            overtaken = bytes
            return
        }
        out += bytes
        if random.happens(faults.again) {
            counts.repeated += 1
            out += bytes
        }
        if let overtaken {
            out += overtaken
            self.overtaken = nil
        }
        if random.happens(faults.delay) {
            counts.delayed += 1
            heldUntil = .now + random.milliseconds(5...300)
        }
    }
}
