import Wire

/// A connection, by the number of its opening; it is never used for another.
struct Connection: Hashable, Comparable {
    let number: Int
    static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// What may happen to a message on its way, in percent.
struct Weather: Hashable, Sendable {
    var lost = 0
    var repeated = 0
    /// Delayed by up to 300 ms, so that others overtake it.
    var late = 0
    /// Delayed by longer than it takes to be given up for dead.
    var veryLate = 0

    static let calm = Weather()
}

/// Messages on their way between the queue and its peers.
struct Network {
    struct Packet {
        let due: Int
        let connection: Connection
        let header: Header
        let body: [UInt8]?
    }

    private(set) var toQueue: [Packet] = []
    private(set) var toPeers: [Packet] = []

    enum Direction { case toQueue, toPeer }

    mutating func send(_ packet: Packet, _ direction: Direction) {
        switch direction {
        case .toQueue: toQueue.append(packet)
        case .toPeer: toPeers.append(packet)
        }
    }

    /// What has arrived by now, in the order of arrival.
    mutating func take(_ direction: Direction, until now: Int) -> [Packet] {
        switch direction {
        case .toQueue: Self.take(&toQueue, until: now)
        case .toPeer: Self.take(&toPeers, until: now)
        }
    }

    mutating func drop(_ direction: Direction, where isLost: (Packet) -> Bool) {
        switch direction {
        case .toQueue: toQueue.removeAll(where: isLost)
        case .toPeer: toPeers.removeAll(where: isLost)
        }
    }

    private static func take(_ packets: inout [Packet], until now: Int) -> [Packet] {
        if packets.isEmpty { return [] }
        var due: [Packet] = []
        var later: [Packet] = []
        for packet in packets {
            if packet.due <= now { due.append(packet) } else { later.append(packet) }
        }
        packets = later
        // Packets that are due at the same time stay in the order of their sending: the sort is stable.
        var isOrdered = true
        for index in due.indices.dropFirst() where due[index - 1].due > due[index].due { isOrdered = false }
        return isOrdered ? due : due.sorted { $0.due < $1.due }
    }
}
