internal import Queue
internal import Wire

/// What clients have been sent and have not shown that they read: the bound on what one that never reads can pile up.
///
/// A message to a client waits in this process until the client takes it. The high water mark counts messages, and an
/// answer may have megabytes. So a client that has been sent a window's worth of answers gets a `ping` behind them, with a
/// number that it can't guess; until its `pong` brings that number back, its further questions wait.
struct ClientWindows {
    /// How many bytes of answers a client may leave unread before it is asked.
    static let bytes = 16 << 20
    /// How many of a client's questions wait; more are refused.
    static let mostWaiting = 16
    /// A client that has not been heard of for so long is asked even so, to find out whether it is still there.
    private static let patience = Duration.seconds(10)

    private struct Window {
        var unread = 0
        /// The number of the ping that is out, where there is one.
        var ping: Int?
        var waiting: [Query] = []
        var touched: Duration
    }

    private var windows: [Peer: Window] = [:]

    /// How many clients are remembered.
    var count: Int { windows.count }

    /// Notes an answer on its way. - Returns: The number of the ping to be sent behind it, if any.
    mutating func note(_ bytes: Int, to peer: Peer, at now: Duration) -> Int? {
        windows[peer, default: Window(touched: now)].unread += bytes
        windows[peer]!.touched = now
        guard windows[peer]!.unread >= Self.bytes, windows[peer]!.ping == nil else { return nil }
        return ask(peer)
    }

    /// What is to be done with a question.
    enum Admission { case answer, wait, refuse }

    mutating func admit(_ query: Query, of peer: Peer) -> Admission {
        guard let window = windows[peer], window.ping != nil, window.unread >= Self.bytes else { return .answer }
        guard window.waiting.count < Self.mostWaiting else { return .refuse }
        windows[peer]!.waiting.append(query)
        return .wait
    }

    /// Hears a pong. - Returns: The questions that waited for it.
    mutating func confirm(_ peer: Peer, _ number: Int) -> [Query] {
        guard let window = windows[peer], window.ping == number else { return [] }
        windows[peer] = nil
        return window.waiting
    }

    /// Forgets a client that is gone.
    mutating func forget(_ peer: Peer) { windows[peer] = nil }

    /// Those who have not been heard of for long, with the numbers of the pings that they are to be sent now. Sending
    /// one to a connection that is gone fails, and tells that it can be forgotten.
    mutating func overdue(at now: Duration) -> [(peer: Peer, ping: Int)] {
        var asked: [(Peer, Int)] = []
        for (peer, window) in windows where now - window.touched >= Self.patience {
            windows[peer]!.touched = now
            asked.append((peer, window.ping ?? ask(peer)))
        }
        return asked
    }

    private mutating func ask(_ peer: Peer) -> Int {
        let number = Int.random(in: 1...Header.maximumNumber)
        windows[peer]!.ping = number
        return number
    }
}
