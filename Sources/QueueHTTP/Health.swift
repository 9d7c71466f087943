internal import Hummingbird
internal import JSON
internal import Wire
internal import ZeroMQ

/// Whether the queue answers; asked at most once a second, however often it is wanted, for no token is needed.
final class Health: Sendable {
    private struct Last {
        var asked: ContinuousClock.Instant?
        var isGood = false
    }

    private static let freshness = Duration.seconds(1)
    private let last = Locked(Last())

    func response(_ line: QueueLine) async throws -> Response {
        let now = ContinuousClock.now
        let known: Bool? = last.withLock { last in
            if let asked = last.asked, now - asked < Self.freshness { return last.isGood }
            last.asked = now
            return nil
        }
        var isGood = known ?? false
        if known == nil {
            isGood = (try? await line.ask({ n in .query(Query(n: n, what: .status)) })) != nil
            last.withLock { [isGood] in $0.isGood = isGood }
        }
        guard isGood else { throw HTTPFault.later("no_answer", "the queue does not answer") }
        return Response(.ok, ["status": "ok"])
    }
}
