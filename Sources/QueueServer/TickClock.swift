/// Says when it is time to look for silent workers and missed deadlines.
///
/// Silence is judged when nothing that was said waits to be heard. Under lasting overload, when something always waits,
/// it is judged all the same after ``patience``: a ROUTER takes from its peers in turn, and a living worker has been
/// heard by then.
package struct TickClock: Sendable {
    /// How often to look.
    package static let interval = Duration.milliseconds(100)

    /// How long to put off looking while messages wait.
    package let patience: Duration
    private var next = Duration.zero

    package init(patience: Duration) { self.patience = patience }

    /// How long it is until the next tick.
    package func untilNext(from now: Duration) -> Duration { max(.zero, next - now) }

    /// Whether it is time; where it is, the clock begins anew.
    ///
    /// - Parameter hasHeardAll: Whether no message waits.
    package mutating func ticks(at now: Duration, hasHeardAll: Bool) -> Bool {
        let overdue = now - next
        guard overdue >= .zero, hasHeardAll || overdue >= patience else { return false }
        next = now + Self.interval
        return true
    }
}
