/// Cuts one direction of a ZMTP 3 connection (https://rfc.zeromq.org/spec/23/) into its greeting, commands and messages.
struct ZMTPSplitter {
    struct Unit {
        var bytes: [UInt8]
        /// Whether it is a message, of one frame or several, and not part of the handshake.
        var isMessage: Bool
    }

    private static let greetingBytes = 64
    private var rest: [UInt8] = []
    private var greeted = 0
    /// The frames so far of a message that has more.
    private var frames: [UInt8] = []

    mutating func feed(_ bytes: some Sequence<UInt8>) -> [Unit] {
        rest += bytes
        var units: [Unit] = []
        if greeted < Self.greetingBytes {
            // Piece by piece as it comes: each side waits for the other's version before it goes on.
            let piece = rest.prefix(Self.greetingBytes - greeted)
            units.append(Unit(bytes: Array(piece), isMessage: false))
            greeted += piece.count
            rest.removeFirst(piece.count)
        }
        var start = 0
        while let end = endOfFrame(at: start) {
            let (flags, frame) = (rest[start], rest[start..<end])
            start = end
            if flags & 4 != 0 {
                units.append(Unit(bytes: Array(frame), isMessage: false))
            } else {
                frames += frame
                guard flags & 1 == 0 else { continue }
                units.append(Unit(bytes: frames, isMessage: true))
                frames = []
            }
        }
        rest.removeFirst(start)
        return units
    }

    private func endOfFrame(at start: Int) -> Int? {
        guard rest.count > start + 1 else { return nil }
        let head: Int
        let size: Int
        if rest[start] & 2 == 0 {
            (head, size) = (2, Int(rest[start + 1]))
        } else {
            guard rest.count >= start + 9 else { return nil }
            (head, size) = (9, rest[start + 1..<start + 9].reduce(0) { ($0 & 0xFF_FFFF_FFFF) << 8 | Int($1) })
        }
        return rest.count >= start + head + size ? start + head + size : nil
    }
}
