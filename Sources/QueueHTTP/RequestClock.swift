internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import NIOHTTPTypes

/// Ends connections that are slow: those that do not send a whole request, or do not take the answer, in time.
///
/// Time runs for the whole of what is awaited, not for the pauses in it, so a byte now and then buys nothing. A request
/// that is answered before it was sent whole, such as one that is too large, is read no further.
final class RequestClock: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long a client that has its answer may take to go.
    private static let farewell = TimeAmount.seconds(1)

    private let timeout: TimeAmount
    private let patience: TimeAmount
    private var alarm: Scheduled<Void>?
    private var isReading = false
    private var isOver = false

    /// - Parameters:
    ///   - timeout: For a client to send a request's head, its body, and to take the answer: for each.
    ///   - patience: For us to answer.
    init(timeout: Duration, patience: Duration) {
        self.timeout = TimeAmount(timeout)
        self.patience = TimeAmount(patience)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { setAlarm(timeout, context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { alarm?.cancel() }

    func channelActive(context: ChannelHandlerContext) {
        setAlarm(timeout, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        tellOfBreak(context)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        switch unwrapInboundIn(data) {
        case .head:
            isReading = true
            setAlarm(timeout, context)
        case .body: break
        case .end:
            isReading = false
            setAlarm(patience, context)
        }
        context.fireChannelRead(data)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed = event as? ChannelEvent { tellOfBreak(context) }
        context.fireUserInboundEventTriggered(event)
    }

    /// A connection that ends within a request is an error; the framework would take what has come for the whole.
    private func tellOfBreak(_ context: ChannelHandlerContext) {
        guard isReading else { return }
        isReading = false
        context.fireErrorCaught(BrokenRequest())
    }

    /// The connection ended before the request did.
    struct BrokenRequest: Error {}

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            setAlarm(timeout, context)
            if isReading { head.headerFields[.connection] = "close" }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body: context.write(data, promise: promise)
        case .end:
            let promise = promise ?? context.eventLoop.makePromise(of: Void.self)
            isOver = isReading
            let bound = NIOLoopBound((clock: self, context: context), eventLoop: context.eventLoop)
            promise.futureResult.whenSuccess {
                let (clock, context) = bound.value
                clock.answered(context)
            }
            context.write(data, promise: promise)
        }
    }

    private func answered(_ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        if isOver { context.close(mode: .output, promise: nil) }
        setAlarm(isOver ? Self.farewell : timeout, context)
    }

    private func setAlarm(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        alarm?.cancel()
        alarm = context.eventLoop.assumeIsolated().scheduleTask(in: time) { context.close(promise: nil) }
    }
}
