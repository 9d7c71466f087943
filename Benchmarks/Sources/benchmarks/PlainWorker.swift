import ArgumentParser
import Foundation
import ZeroMQ

/// A worker that only adds a key: what is left is the cost of the queue.
///
/// It speaks the protocol (docs/protocol.md) by itself, from nothing but a ZeroMQ socket, as a worker in another language
/// would.
struct PlainWorker: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "plain-worker", shouldDisplay: false)

    @Option var stage: String
    @Option var endpoint: String
    @Option var parent: Int32

    private static let credit = 256
    private static let lease = Array(#""lease":"#.utf8)

    func run() throws {
        var options = SocketOptions()
        options.linger = .zero
        options.sendHighWaterMark = 0
        options.receiveHighWaterMark = 0
        let context = try Context()
        let socket = try Socket(.dealer, context: context, options: options)
        try socket.connect(endpoint)
        let worker =
            "01BENCH" + String(repeating: "0", count: 19 - stage.utf8.count % 10)
            + stage.uppercased()
            .filter { "ABCDEFGHJKMNPQRSTVWXYZ".contains($0) }
        let id = String(worker.prefix(26)).padding(toLength: 26, withPad: "0", startingAt: 0)
        let hello =
            #"{"type":"hello","v":1,"worker":"\#(id)","stage":"\#(stage)","software":"benchmark","#
            + #""credit":{"tasks":\#(Self.credit),"bytes":1000000000}}"#
        var greeting = Multipart(copying: Array(hello.utf8))
        _ = try socket.send(&greeting)
        let key = Array(#","\#(stage)":true}"#.utf8)
        var lastPing = ContinuousClock.now
        while getppid() == parent {
            _ = try socket.wait(for: .input, timeout: .milliseconds(200))
            try socket.receive(upTo: Self.credit) { message in
                guard message.count == 2 else { return }
                var answer = Multipart()
                let header = message.array(0)
                answer.append(copying: Array(#"{"type":"done","lease":\#(Self.number(header))}"#.utf8))
                var body = message.array(1)
                body.removeLast()
                answer.append(adopting: body + key)
                _ = try socket.send(&answer)
            }
            guard ContinuousClock.now - lastPing > .milliseconds(400) else { continue }
            lastPing = .now
            var ping = Multipart(copying: Array(#"{"type":"ping","n":0}"#.utf8))
            _ = try socket.send(&ping)
        }
    }

    /// The number of the member `lease`.
    private static func number(_ header: [UInt8]) -> Int {
        for start in header.indices.dropLast(lease.count) where header[start...].starts(with: lease) {
            return header[(start + lease.count)...].prefix { (0x30...0x39).contains($0) }
                .reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        return 0
    }
}
