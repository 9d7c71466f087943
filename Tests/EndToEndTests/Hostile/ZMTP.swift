/// The bytes of ZMTP 3.1 (rfc.zeromq.org/spec/37), good and bad.
enum ZMTP {
    /// The greeting of 64 bytes: signature, version, the mechanism NULL, and that this side is a client.
    static let greeting: [UInt8] =
        [0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F, 3, 1] + Array("NULL".utf8) + [UInt8](repeating: 0, count: 16 + 32)

    /// The command that ends a handshake with NULL.
    static let ready = command("READY", property("Socket-Type", Array("DEALER".utf8)))

    /// A frame with its length in one byte or in eight, as the RFC has it.
    static func frame(_ body: [UInt8], hasMore: Bool = false) -> [UInt8] {
        let more: UInt8 = hasMore ? 1 : 0
        if body.count < 256 { return [more, UInt8(body.count)] + body }
        return [more | 2] + bigEndian(UInt64(body.count)) + body
    }

    /// The beginning of a frame that claims to have so many bytes.
    static func claim(_ length: UInt64, isCommand: Bool = false) -> [UInt8] { [isCommand ? 6 : 2] + bigEndian(length) }

    static func command(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = [UInt8(name.utf8.count)] + Array(name.utf8) + data
        return body.count < 256 ? [4, UInt8(body.count)] + body : claim(UInt64(body.count), isCommand: true) + body
    }

    static func property(_ name: String, _ value: [UInt8]) -> [UInt8] {
        [UInt8(name.utf8.count)] + Array(name.utf8) + bigEndian(UInt64(value.count)).suffix(4) + value
    }

    private static func bigEndian(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }
}

extension RawConnection {
    /// A connection that has been through the handshake.
    static func greeted(port: UInt16) throws -> RawConnection {
        let connection = try RawConnection(port: port)
        connection.send(ZMTP.greeting + ZMTP.ready)
        _ = try connection.receive(ZMTP.greeting.count)
        _ = try connection.receiveFrame()
        return connection
    }

    /// The next frame or command. - Throws: ``Failure``.
    func receiveFrame() throws -> [UInt8] {
        let head = try receive(2)
        guard head[0] & 2 != 0 else { return try receive(Int(head[1])) }
        let rest = try receive(7)
        return try receive(([head[1]] + rest).reduce(0) { $0 << 8 | Int($1) })
    }
}
