import Queue
import Wire

extension World {
    func connect(_ owner: Owner) -> Connection {
        connectionCount += 1
        let connection = Connection(number: connectionCount)
        owners[connection] = owner
        return connection
    }

    /// The queue's socket learns that nobody is at the other end.
    func close(_ connection: Connection) {
        owners[connection] = nil
        closed.insert(connection)
    }

    static func peer(_ connection: Connection) -> Peer {
        Peer([UInt8(truncatingIfNeeded: connection.number >> 8), UInt8(truncatingIfNeeded: connection.number)])
    }

    static func connection(_ peer: Peer) -> Connection { Connection(number: Int(peer.id[0]) << 8 + Int(peer.id[1])) }

    func sendToQueue(_ header: Header, _ body: [UInt8]? = nil, from connection: Connection) {
        transmit(header, body, connection, .toQueue)
    }

    /// Sends a message, to which the weather may do something.
    func transmit(_ header: Header, _ body: [UInt8]?, _ connection: Connection, _ direction: Network.Direction) {
        for delay in delays() {
            let packet = Network.Packet(due: now + delay, connection: connection, header: header, body: body)
            network.send(packet, direction)
        }
    }

    /// After how many milliseconds a message arrives: never, once or twice.
    private func delays() -> [Int] {
        guard chance != nil, weather != .calm else { return [0] }
        let roll = Int.random(in: 0..<100, using: &chance!)
        var limit = weather.lost
        if roll < limit {
            tally[.lost] += 1
            return []
        }
        limit += weather.repeated
        if roll < limit {
            tally[.repeated] += 1
            return [0, Int.random(in: 0...300, using: &chance!)]
        }
        limit += weather.late
        if roll < limit {
            tally[.delayed] += 1
            return [Int.random(in: 1...300, using: &chance!)]
        }
        limit += weather.veryLate
        if roll < limit {
            tally[.delayed] += 1
            let dead = rules.dead.wholeMilliseconds
            return [Int.random(in: dead...dead * 3, using: &chance!)]
        }
        return [0]
    }

    /// Peers get what has arrived for them.
    func deliver() {
        for packet in network.take(.toPeer, until: now) {
            switch owners[packet.connection] {
            case .worker(let number): deliver(packet, toWorker: number)
            case .client(let number): deliver(packet, toClient: number)
            case nil: break
            }
        }
    }

    /// What is said at times without being asked: heartbeats, new tries, reconnections.
    func beat() {
        for index in workers.indices { beat(&workers[index]) }
        for index in clients.indices { beat(&clients[index]) }
    }
}
