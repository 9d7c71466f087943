import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct ErrorTests {
    @Test func `an endpoint in use is named with its error number`() throws {
        let context = try Context()
        let first = try Socket(.pull, context: context)
        try first.bind("tcp://127.0.0.1:*")
        let endpoint = try first.lastEndpoint
        let second = try Socket(.pull, context: context)
        let error = try #require(failure { try second.bind(endpoint) })
        #expect(error.code == .addressInUse)
        #expect(error.errno == 98)
        #expect(error.operation == "bind")
        #expect(error.subject == endpoint)
        #expect(error.isRetryable == false)
        #expect(
            error.description == """
                bind "\(endpoint)": Address already in use (errno 98). Another socket or process is bound there: \
                stop it, or choose another endpoint.
                """
        )
    }

    @Test(arguments: [
        ("tcp://", ZeroMQError.Code.invalidArgument),
        ("nonsense", .invalidArgument),
        ("http://127.0.0.1:80", .protocolNotSupported),
        ("tcp://127.0.0.1:99999", .invalidArgument),
        ("tcp://192.0.2.1:5555", .addressNotAvailable),
        ("ipc:///tmp/\(String(repeating: "x", count: 108))", .nameTooLong),
        ("ipc:///no-such-directory/socket", .notFound),
        ("inproc://with\0null", .invalidArgument),
    ])
    func `an endpoint that can't be bound says why`(endpoint: String, code: ZeroMQError.Code) throws {
        let socket = try Socket(.pull, context: Context())
        let error = try #require(failure { try socket.bind(endpoint) })
        #expect(error.code == code)
        #expect(error.subject == endpoint)
        #expect(error.description.hasPrefix("bind \"\(endpoint)\": "))
    }

    @Test func `a context with too few sockets says so`() throws {
        let context = try Context(maximumSockets: 2)
        let first = try Socket(.pull, context: context)
        let second = try Socket(.pull, context: context)
        let error = failure { _ = try Socket(.pull, context: context) }
        #expect(error?.code == .tooManyOpen)
        #expect(error?.subject == "pull")
        #expect(first.kind == second.kind)
    }

    @Test func `a context without I/O threads does inproc only`() throws {
        let socket = try Socket(.pull, context: Context(ioThreads: 0))
        try socket.bind("inproc://no-threads")
        #expect(failure { try socket.bind("tcp://127.0.0.1:*") }?.code == .noIOThread)
    }

    @Test(arguments: [-1, Int.max])
    func `a number of threads out of range is refused`(count: Int) {
        let error = failure { _ = try Context(ioThreads: count) }
        #expect(error?.code == .invalidArgument)
        #expect(error?.subject == "ioThreads")
    }

    @Test func `a context that was shut down refuses new sockets and all calls`() throws {
        let context = try Context()
        let socket = try Socket(.pull, context: context)
        context.shutdown()
        context.shutdown()
        let error = failure { _ = try socket.receive() }
        #expect(error?.code == .terminated)
        #expect(error?.isClosed == true)
        #expect(failure { _ = try Socket(.pull, context: context) }?.code == .terminated)
        #expect(failure { _ = try socket.wait(for: .input, timeout: nil) }?.code == .terminated)
    }
}
