import CZeroMQ
import Testing

@testable import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct OptionsTests {
    static let libraryDefaults: [(CInt, CInt)] = [
        (ZMQ_LINGER, -1), (ZMQ_SNDHWM, 1000), (ZMQ_RCVHWM, 1000), (ZMQ_IMMEDIATE, 0), (ZMQ_BACKLOG, 100), (ZMQ_IPV6, 0),
        (ZMQ_RECONNECT_IVL, 100), (ZMQ_RECONNECT_IVL_MAX, 0), (ZMQ_CONNECT_TIMEOUT, 0), (ZMQ_HANDSHAKE_IVL, 30_000),
        (ZMQ_HEARTBEAT_IVL, 0), (ZMQ_HEARTBEAT_TIMEOUT, -1), (ZMQ_HEARTBEAT_TTL, 0), (ZMQ_TCP_KEEPALIVE, -1),
        (ZMQ_SNDBUF, -1), (ZMQ_RCVBUF, -1), (ZMQ_CONFLATE, 0), (ZMQ_CURVE_SERVER, 0),
    ]

    @Test(arguments: libraryDefaults)
    func `the defaults are libzmq's own`(option: CInt, value: CInt) throws {
        let core = try SocketCore(.dealer, context: Context())
        #expect(try core.integer(option, "") == value)
    }

    @Test func `what is set is in force`() throws {
        let options = SocketOptions.with {
            $0.linger = .milliseconds(250)
            $0.sendHighWaterMark = 5
            $0.receiveHighWaterMark = 6
            $0.maximumFrameSize = 77
            $0.sendBufferSize = 8192
            $0.receiveBufferSize = 9000
            $0.routingID = bytes("me")
            $0.isImmediate = true
            $0.backlog = 7
            $0.isIPv6Enabled = true
            $0.reconnectInterval = .seconds(2)
            $0.maximumReconnectInterval = .seconds(9)
            $0.connectTimeout = .milliseconds(1500)
            $0.handshakeInterval = .seconds(4)
            $0.heartbeatInterval = .milliseconds(300)
            $0.heartbeatTimeout = .milliseconds(900)
            $0.heartbeatTimeToLive = .milliseconds(1200)
            $0.tcpKeepAlive = .on(idle: .seconds(60), interval: .seconds(5), count: 3)
            $0.zapDomain = "workers"
        }
        let socket = try Socket(.dealer, context: Context(), options: options)
        #expect(socket.options == options)
        let core = socket.core
        let expected: [(CInt, CInt)] = [
            (ZMQ_LINGER, 250), (ZMQ_SNDHWM, 5), (ZMQ_RCVHWM, 6), (ZMQ_SNDBUF, 8192), (ZMQ_RCVBUF, 9000),
            (ZMQ_IMMEDIATE, 1), (ZMQ_BACKLOG, 7), (ZMQ_IPV6, 1), (ZMQ_RECONNECT_IVL, 2000),
            (ZMQ_RECONNECT_IVL_MAX, 9000), (ZMQ_CONNECT_TIMEOUT, 1500), (ZMQ_HANDSHAKE_IVL, 4000),
            (ZMQ_HEARTBEAT_IVL, 300), (ZMQ_HEARTBEAT_TIMEOUT, 900), (ZMQ_HEARTBEAT_TTL, 1200), (ZMQ_TCP_KEEPALIVE, 1),
            (ZMQ_TCP_KEEPALIVE_IDLE, 60), (ZMQ_TCP_KEEPALIVE_INTVL, 5), (ZMQ_TCP_KEEPALIVE_CNT, 3),
        ]
        for (option, value) in expected { #expect(try core.integer(option, "") == value, "option \(option)") }
        #expect(try core.string(ZMQ_ZAP_DOMAIN, "") == "workers")
        try socket.update { $0.linger = .zero }
        #expect(try core.integer(ZMQ_LINGER, "") == 0)
        #expect(socket.options.linger == .zero)
    }

    @Test func `an option that is refused is named`() throws {
        let socket = try Socket(.dealer, context: Context())
        let error = failure { try socket.update { $0.routingID = [UInt8](repeating: 1, count: 256) } }
        #expect(error?.code == .invalidArgument)
        #expect(error?.subject == "routingID")
        #expect(failure { try socket.update { $0.routingID = [0, 1] } }?.subject == "routingID")
        #expect(failure { try socket.update { $0.maximumFrameCount = 0 } }?.subject == "maximumFrameCount")
        #expect(failure { try socket.update { $0.isRouterMandatory = true } }?.subject == "isRouterMandatory")
        #expect(socket.options == SocketOptions())
    }

    static let durations: [(Duration, CInt)] = [
        (.zero, 0), (.nanoseconds(1), 1), (.milliseconds(3), 3), (.microseconds(3001), 4), (.seconds(2), 2000),
        (.seconds(-5), 0), (.seconds(Int64.max), .max), (.seconds(Int64.min), 0),
    ]

    @Test(arguments: durations)
    func `a duration is rounded up to milliseconds and kept in range`(duration: Duration, milliseconds: CInt) {
        #expect(duration.milliseconds == milliseconds)
    }
}
