/// Judges who may connect to the CURVE servers of a context (ZeroMQ RFC 27, ZAP).
///
/// Make it *before* the servers bind: libzmq admits every client where no handler is there to ask. For the same reason
/// it goes on answering after it is dropped, until ``close()`` or the end of the context.
public actor ZAPHandler {
    /// The endpoint at which libzmq asks.
    public static let endpoint = "inproc://zeromq.zap.01"

    private let channel: Channel
    private let answering: Task<Void, Never>

    /// Starts answering.
    ///
    /// - Parameters:
    ///   - context: Whose servers it judges for.
    ///   - thread: Where `policy` runs; a thread of its own where none is given.
    ///   - policy: Decides on one connection at a time, while its client waits; it should not block long.
    /// - Throws: `ZeroMQError` ``ZeroMQError/Code/addressInUse`` where the context has a handler.
    public init(
        context: Context,
        on thread: SocketThread? = nil,
        policy: @escaping @Sendable (ZAPRequest) -> ZAPDecision
    ) async throws {
        let channel = try await Channel(
            .rep,
            context: context,
            on: try thread ?? SocketThread(name: "zap"),
            options: Self.options
        ) { socket in try socket.bind(Self.endpoint) }
        self.channel = channel
        answering = Task {
            await channel.serve { message in
                let (id, request) = ZAPRequest.parse(message)
                return request.map { ZAPReply.encode(policy($0), id: id) } ?? ZAPReply.malformed(id: id)
            }
        }
    }

    private static let options: SocketOptions = {
        var options = SocketOptions()
        options.linger = .zero
        options.maximumFrameCount = 32
        return options
    }()

    /// Stops answering. From then on libzmq admits every client that knows a server's key.
    public func close() async {
        await channel.close()
        await answering.value
    }
}

extension Channel {
    /// Answers every message received with `reply`, until the channel is closed or the context shut down.
    ///
    /// All of it runs on the channel's own thread, so that handshakes never wait for a busy concurrency pool.
    fileprivate func serve(_ reply: @Sendable (borrowing Multipart) -> Multipart) async {
        while true {
            do {
                try await send(reply(try await receiveMultipart()))
            } catch let error as ZeroMQError where !error.isClosed {
                continue  // a request whose connection went away
            } catch {
                return
            }
        }
    }
}
