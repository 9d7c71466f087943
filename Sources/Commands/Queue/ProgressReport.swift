internal import Glibc
internal import Service

/// Tells on standard error how far the work is: a line that changes on a terminal, a line now and then elsewhere.
final class ProgressReport {
    private static let terminalInterval = Duration.milliseconds(200)
    private static let plainInterval = Duration.seconds(2)

    private let total: Int
    private let isTerminal: Bool
    private let isQuiet: Bool
    private let start = ContinuousClock.now
    private var due: ContinuousClock.Instant
    private var firstDone: Int?
    private var width = 0

    /// - Parameter total: How many articles are awaited.
    init(total: Int, isQuiet: Bool = false) {
        self.total = total
        self.isQuiet = isQuiet
        isTerminal = isatty(2) == 1
        due = start + (isTerminal ? Self.terminalInterval : Self.plainInterval)
    }

    var isDue: Bool { !isQuiet && ContinuousClock.now >= due }

    func show(_ status: StatusReport) {
        due = .now + (isTerminal ? Self.terminalInterval : Self.plainInterval)
        let ended = status.done + status.dead
        if firstDone == nil { firstDone = max(0, min(ended, ended + status.pending - total)) }
        let line = Self.line(
            status,
            ended: ended - (firstDone ?? 0),
            elapsed: ContinuousClock.now - start
        )
        if isTerminal {
            StandardError.write("\r" + line + String(repeating: " ", count: max(0, width - line.count)))
            width = line.count
        } else {
            StandardError.write(line + "\n")
        }
    }

    /// Clears the line.
    func finish() {
        guard isTerminal, width > 0 else { return }
        StandardError.write("\r" + String(repeating: " ", count: width) + "\r")
        width = 0
    }

    /// Articles by stage, rate and time left.
    static func line(_ status: StatusReport, ended: Int, elapsed: Duration) -> String {
        let stages = status.stages.map { "\($0.name) \($0.ready + $0.held + $0.retrying)" }.joined(separator: ", ")
        var line = "\(stages), done \(status.done)"
        if status.dead > 0 { line += ", dead \(status.dead)" }
        let seconds = elapsed / .seconds(1)
        guard ended > 0, seconds > 0 else { return line }
        let rate = Double(ended) / seconds
        line += "; \(rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate))")/s"
        return line + ", \(Int((Double(status.pending) / rate).rounded(.up))) s left"
    }
}
