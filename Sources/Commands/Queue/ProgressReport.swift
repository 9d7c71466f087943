internal import Documents
internal import Glibc
internal import Service

/// Tells on standard error how far the work is: a line that changes on a terminal, a line now and then elsewhere.
final class ProgressReport {
    private static let terminalInterval = Duration.milliseconds(200)
    private static let plainInterval = Duration.seconds(2)

    private let isTerminal: Bool
    private let isQuiet: Bool
    private var due: ContinuousClock.Instant
    /// When the articles that had ended were first counted, and how many there were.
    private var first: (time: ContinuousClock.Instant, ended: Int)?
    private var width = 0

    init(isQuiet: Bool = false) {
        self.isQuiet = isQuiet
        isTerminal = isatty(2) == 1
        due = .now + (isTerminal ? Self.terminalInterval : Self.plainInterval)
    }

    /// Whether it is time to tell again.
    var isDue: Bool { !isQuiet && ContinuousClock.now >= due }

    /// Tells how many articles the queue has taken and, where it is full, for how many seconds.
    func show(handedIn count: Int, waiting seconds: Int? = nil, _ reading: ReadingProgress? = nil) {
        let wait = (reading.map { "; \($0.told)" } ?? "") + (seconds.map { "; waiting for room, \($0) s" } ?? "")
        // Off a terminal a line every two seconds would only say what has been said.
        if isTerminal || seconds == nil { tell("handed in \(count)\(wait)") }
    }

    /// Tells how many documents have been read.
    func show(read count: Int, _ reading: ReadingProgress?) {
        tell("read \(count)" + (reading.map { "; \($0.told)" } ?? ""))
    }

    /// Tells where all articles are and, when none is pending any more, how many of this command's `total` are fetched.
    func show(_ status: StatusReport, fetched: Int, of total: Int) {
        guard status.pending > 0 else { return tell("done \(status.done); fetched \(fetched) of \(total)") }
        let now = ContinuousClock.now
        let ended = status.done + status.dead
        let first = first ?? (now, ended)
        self.first = first
        tell(Self.line(status, ended: ended - first.ended, in: now - first.time))
    }

    /// Clears the line.
    func finish() {
        guard isTerminal, width > 0 else { return }
        StandardError.write("\r" + String(repeating: " ", count: width) + "\r")
        width = 0
    }

    private func tell(_ line: String) {
        due = .now + (isTerminal ? Self.terminalInterval : Self.plainInterval)
        guard isTerminal else { return StandardError.write(line + "\n") }
        StandardError.write("\r" + line + String(repeating: " ", count: max(0, width - line.count)))
        width = line.count
    }

    /// Articles by stage and, where some have ended since the first look, how many a second and the time left.
    static func line(_ status: StatusReport, ended: Int, in elapsed: Duration) -> String {
        let stages = status.stages.map { "\($0.name) \($0.ready + $0.held + $0.retrying)" }.joined(separator: ", ")
        var line = "\(stages), done \(status.done)"
        if status.dead > 0 { line += ", dead \(status.dead)" }
        let seconds = elapsed / .seconds(1)
        guard ended > 0, seconds > 0 else { return line }
        let rate = Double(ended) / seconds
        let shown = rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate))"
        return line + "; \(shown)/s, \(Int((Double(status.pending) / rate).rounded(.up))) s left"
    }
}
