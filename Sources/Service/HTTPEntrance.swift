package import Logging
package import QueueHTTP
package import ZeroMQ

/// The HTTP side of a queue process, for the plain thread on which the queue lives.
package final class HTTPEntrance: Sendable {
    private let options: HTTPOptions?
    private let endpoint = Locked<HTTPEndpoint?>(nil)

    /// - Parameter options: `nil` where there is to be no HTTP; all calls then do nothing.
    package init(_ options: HTTPOptions?) { self.options = options }

    /// Binds the address. Waits; not to be called from a task.
    ///
    /// - Throws: ``ServiceError`` where it can't be bound.
    package func open(_ context: Context, _ logger: Logger) throws {
        guard let options else { return }
        let outcome = Locked<Result<HTTPEndpoint, any Error>?>(nil)
        ServiceProcess.wait(atMost: .seconds(10)) {
            let result: Result<HTTPEndpoint, any Error>
            do { result = .success(try await HTTPEndpoint(options, context: context, logger: logger)) } catch {
                result = .failure(error)
            }
            outcome.withLock { $0 = result }
        }
        switch outcome.withLock({ $0 }) {
        case .success(let opened): endpoint.withLock { $0 = opened }
        case .failure(let error):
            let place = "\(options.host):\(options.port)"
            throw ServiceError(reason: "queue.http: can't serve HTTP at \(place): \(error)")
        case nil: throw ServiceError(reason: "queue.http: can't serve HTTP: it did not begin in time")
        }
    }

    /// Takes no more connections.
    package func drain() { endpoint.withLock { $0 }?.drain() }

    /// Ends, once the queue has. Waits; not to be called from a task.
    package func close() {
        guard let endpoint = endpoint.withLock({ $0.take() }) else { return }
        ServiceProcess.wait(atMost: ServiceProcess.farewell) { await endpoint.close() }
    }
}
