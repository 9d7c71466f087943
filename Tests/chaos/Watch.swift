import Client
import JSON
import Wire

/// Asks the queue without pause how it is.
struct Watch: Sendable {
    /// The longest from a blow to the queue to its next answer.
    var longestSilence = Duration.zero
    /// The longest in which no article became done although some were pending.
    var longestStandstill = Duration.zero

    /// Watches until cancelled.
    static func run(_ load: Load, _ fleet: Fleet) async throws -> Watch {
        let client = try load.client(repetition: .milliseconds(100))
        var watch = Watch()
        var done = 0
        var lastProgress = ContinuousClock.now
        var answered: ContinuousClock.Instant?
        while !Task.isCancelled {
            guard let status = try? await client.ask(.status).answer else { continue }
            let now = ContinuousClock.now
            if let blow = await fleet.lastBlow, blow > answered ?? blow - .seconds(1) {
                watch.longestSilence = max(watch.longestSilence, now - blow)
            }
            answered = now
            if status["done"]?.int ?? 0 > done || status["pending"] == 0 {
                watch.longestStandstill = max(watch.longestStandstill, now - lastProgress)
                lastProgress = now
                done = status["done"]?.int ?? done
            }
            try? await Task.sleep(for: .milliseconds(10))
        }
        await client.close()
        return watch
    }
}
