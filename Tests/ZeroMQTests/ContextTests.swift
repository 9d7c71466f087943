import FoundationEssentials
import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct ContextTests {
    @Test func `what lingers is sent before the context ends`() async throws {
        let receiving = try Context()
        let pull = try Socket(.pull, context: receiving)
        try pull.bind(Transport.ipc.endpoint)
        let endpoint = try pull.lastEndpoint
        let sending = try Context()
        do {
            let push = try Socket(.push, context: sending, options: .with { $0.linger = .seconds(20) })
            try push.connect(endpoint)
            for number in 0..<100 { try push.awaitSend(bytes("\(number)")) }
        }
        await sending.terminate()
        for number in 0..<100 { #expect(try pull.awaitFrames() == [bytes("\(number)")]) }
    }

    @Test func `linger is bounded where nobody takes the messages`() async throws {
        let context = try Context()
        let push = try Socket(.push, context: context)
        try push.connect("tcp://127.0.0.1:1")
        try push.awaitSend(bytes("never"))
        push.close(linger: .milliseconds(50))
        let start = ContinuousClock.now
        await context.terminate()
        // Without a bound it would never end; the other side of the bound depends on the machine.
        #expect(ContinuousClock.now - start < patience)
    }

    @Test func `a channel's linger is bounded too`() async throws {
        let context = try Context()
        do {
            let thread = try SocketThread(name: "linger")
            let push = try await Channel(.push, context: context, on: thread, options: .with { $0.linger = nil })
            try await push.connect("tcp://127.0.0.1:1")
            try await push.send(Message("never"))
            await push.close(linger: .zero)
        }
        await context.terminate()
    }

    @Test func `no thread and no file descriptor is left behind`() async {
        // In a process of its own, where nothing else opens any.
        await #expect(processExitsWith: .success) {
            func count(_ directory: String) -> Int {
                (try? FileManager.default.contentsOfDirectory(atPath: directory).count) ?? -1
            }
            func round() async throws {
                let context = try Context()
                let thread = try SocketThread(name: "round")
                do {
                    let pull = try await Channel(.pull, context: context, on: thread)
                    let endpoint = try await pull.bind("tcp://127.0.0.1:*")
                    let push = try await Channel(.push, context: context, on: SocketThread(name: "push"))
                    try await push.connect(endpoint)
                    try await push.send(Message("x"))
                    let received = try await pull.receive().string()
                    precondition(received == "x")
                    let monitor = try await SocketMonitor(pull)
                    let waiting = Task { _ = try await pull.receive() }
                    await push.close()
                    await pull.close()
                    _ = await waiting.result
                    await monitor.close()
                }
                thread.stop()
                await context.terminate()
            }
            do {
                try await round()  // starts what the runtime keeps: its own pool of threads
                let before = (count("/proc/self/fd"), count("/proc/self/task"))
                for _ in 0..<20 { try await round() }
                // A thread's entry goes a moment after its last act.
                let deadline = ContinuousClock.now + .seconds(10)
                while ContinuousClock.now < deadline {
                    if count("/proc/self/fd") <= before.0, count("/proc/self/task") <= before.1 + 2 { return }
                    await Task.yield()
                }
                fatalError("\(before) \(count("/proc/self/fd")) \(count("/proc/self/task"))")
            } catch {
                fatalError("\(error)")
            }
        }
    }

    @Test func `the library has a version of 4`() { #expect(libraryVersion.hasPrefix("4.")) }
}
