import Foundation
import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct PollerTests {
    @Test func `a wait with a timeout ends with nothing, and not before`() throws {
        let socket = try Socket(.pull, context: Context())
        let start = ContinuousClock.now
        #expect(try socket.wait(for: .input, timeout: .milliseconds(10)) == [])
        #expect(ContinuousClock.now - start >= .milliseconds(10))
    }

    @Test func `another thread's signal ends a wait, once`() throws {
        let wakeup = try Wakeup()
        let context = try Context()
        Thread.detachNewThread { wakeup.signal() }
        let socket = try Socket(.pull, context: context)
        #expect(try socket.wait(for: .input, wakeup: wakeup, timeout: patience) == .wakeup)
        #expect(try socket.wait(for: .input, wakeup: wakeup, timeout: .zero) == [])
        wakeup.signal()
        wakeup.signal()
        #expect(try socket.wait(for: .input, wakeup: wakeup, timeout: nil) == .wakeup)
        #expect(try socket.wait(for: .input, wakeup: wakeup, timeout: .zero) == [])
    }

    @Test func `a poller tells which of its items are ready`() throws {
        let context = try Context()
        let quiet = try Socket(.pull, context: context)
        let pull = try Socket(.pull, context: context)
        try pull.bind("inproc://poller")
        let push = try Socket(.push, context: context)
        try push.connect("inproc://poller")
        var poller = Poller([quiet.pollItem(.input), pull.pollItem(.input), push.pollItem(.output)])
        #expect(try poller.wait(timeout: patience))
        #expect(poller[2] == .output)
        try push.awaitSend(bytes("x"))
        var inputs = Poller([quiet.pollItem(.input), pull.pollItem(.input)])
        #expect(try inputs.wait(timeout: patience))
        #expect(inputs[0] == [])
        #expect(inputs[1] == .input)
        #expect(inputs.isWoken == false)
    }

    @Test func `waiting for a closed socket is refused`() throws {
        var socket: Socket? = try Socket(.pull, context: Context())
        var poller = Poller([socket!.pollItem(.input)])
        socket = nil
        #expect(failure { try poller.wait(timeout: nil) }?.code == .closed)
    }
}
