/// Holds each client to a rate of submissions, so that one can't crowd out the others.
///
/// The generic cell rate algorithm (ITU-T I.371): of each client only the time is kept at which its next submission would
/// be on schedule; it may run ahead of the schedule by a second. A client that is on schedule is not remembered.
package struct ClientRates: Sendable {
    /// Who is held to the rate: a public key, or a connection where there are no keys.
    package typealias Client = [UInt8]

    /// How far ahead of its schedule a client may run.
    private static let tolerance = Duration.seconds(1)
    /// More clients than so many at once, each ahead of its schedule, are told to wait; there are never so many.
    private static let mostClients = 65_536

    private let interval: Duration
    private var next: [Client: Duration] = [:]

    /// - Parameter perSecond: Submissions of one client; 0 for no limit.
    package init(perSecond: Int) { interval = perSecond > 0 ? .seconds(1) / perSecond : .zero }

    /// How many clients are remembered.
    package var count: Int { next.count }

    /// Takes note of a submission.
    ///
    /// - Returns: How long the client has to wait before it may try again; `nil` where the submission may be taken.
    package mutating func admit(_ client: Client, at now: Duration) -> Duration? {
        guard interval > .zero else { return nil }
        if next.count >= Self.mostClients, next[client] == nil { return Self.tolerance }
        let due = max(next[client] ?? now, now)
        let wait = due - now - (Self.tolerance - interval)
        guard wait <= .zero else { return wait }
        next[client] = due + interval
        return nil
    }

    /// Forgets those who are on schedule.
    package mutating func prune(at now: Duration) {
        guard !next.isEmpty else { return }
        next = next.filter { $0.value > now }
    }
}
