import Foundation
import Synchronization
import Testing
import Wire
import ZeroMQ

/// A queue made by hand, on a thread of its own: a ROUTER that answers as a script says.
final class FakeQueue {
    struct Reply: Sendable {
        let frames: [[UInt8]]

        init(_ header: Header, body: String? = nil) {
            frames = [header.encoded()] + (body.map { [Array($0.utf8)] } ?? [])
        }

        init(rubbish: String...) { frames = rubbish.map { Array($0.utf8) } }
    }

    let endpoint: String
    let context: Context
    private let isStopping: Flag
    private let wakeup: Wakeup
    private let ended: Wakeup

    private final class Flag: Sendable { let isUp = Atomic(false) }

    /// - Parameter script: Called on the queue's thread with each message; its replies go back to the sender.
    init(_ script: sending @escaping (Header, [UInt8]?) -> [Reply]) throws {
        let context = try Context()
        var options = SocketOptions()
        options.linger = .zero
        options.sendHighWaterMark = 0
        options.receiveHighWaterMark = 0
        let (wakeup, bound, ended, flag, final) = (try Wakeup(), try Wakeup(), try Wakeup(), Flag(), options)
        // Each test has a context of its own, and with it its own names.
        let endpoint = "inproc://queue"
        let play = Script(play: script)
        Thread {
            do {
                let socket = try Socket(.router, context: context, options: final)
                try socket.bind(endpoint)
                bound.signal()
                while !flag.isUp.load(ordering: .relaxed) {
                    _ = try socket.wait(for: .input, wakeup: wakeup, timeout: .seconds(1))
                    while let message = try socket.receiveMultipart() {
                        let header = try Header(decoding: message.array(1))
                        for reply in play.play(header, message.count > 2 ? message.array(2) : nil) {
                            var answer = Multipart(copying: message.array(0))
                            for frame in reply.frames { answer.append(copying: frame) }
                            _ = try socket.send(&answer)
                        }
                    }
                }
            } catch { Issue.record(error) }
            ended.signal()
        }.start()
        (self.endpoint, self.context, self.wakeup, self.ended, isStopping) = (endpoint, context, wakeup, ended, flag)
        var poller = Poller([], wakeup: bound)
        try poller.wait(timeout: .seconds(20))
    }

    /// The script, which belongs to the thread alone once it has started.
    private struct Script: @unchecked Sendable {
        // @unchecked: handed over to the thread once and used there only.
        let play: (Header, [UInt8]?) -> [Reply]
    }

    deinit {
        isStopping.isUp.store(true, ordering: .relaxed)
        wakeup.signal()
        var poller = Poller([], wakeup: ended)
        _ = try? poller.wait(timeout: .seconds(20))
    }
}

extension FakeQueue.Reply {
    static func accepted(_ n: Int, _ body: [UInt8], duplicate: Bool = false) -> Self {
        Self(.accepted(Accepted(n: n, article: ArticleID(deriving: body, key: nil), duplicate: duplicate)))
    }
}
