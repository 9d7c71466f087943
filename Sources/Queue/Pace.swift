/// How fast a worker answers, and how much it should therefore hold.
///
/// A worker that is given more than it can soon do sits on work that others could have done: with a credit of 64 and one
/// of ten workers a hundred times slower than the rest, the whole pipeline would wait for the 64 tasks in its hands. So it
/// holds what keeps its slots busy, and what it can do within a horizon beside.
struct Pace {
    /// How much work, in time, a worker holds beyond what its slots are at: enough to bridge an ordinary turn of the queue.
    static let horizon = 0.1
    /// The weight of the newest measurement in the running mean.
    private static let weight = 0.25

    /// Seconds from one answer to the next, the running mean of the turns before the last that brought answers.
    private var mean: Double?
    /// When the worker took up work, or the turn before the last that brought answers.
    private var mark: Duration
    /// The last turn that brought answers, and how many.
    private var last: Duration
    private var answers = 0

    init(now: Duration) {
        mark = now
        last = now
    }

    /// Seconds from one answer to the next while the worker has work, all its slots together; `nil` before the first.
    var interval: Double? {
        guard answers > 0 else { return mean }
        let newest = max(0, (last - mark) / .seconds(1)) / Double(answers)
        return mean.map { $0 + (newest - $0) * Self.weight } ?? newest
    }

    /// Notes that a worker that held nothing was given something.
    mutating func resume(_ now: Duration) {
        mean = interval
        answers = 0
        mark = now
        last = now
    }

    mutating func answered(_ now: Duration) {
        if now != last {
            mean = interval
            answers = 0
            mark = last
            last = now
        }
        answers += 1
    }

    /// The most tasks that the worker should hold.
    ///
    /// - Parameters:
    ///   - first: How many before the first answer.
    ///   - horizon: In seconds.
    func window(credit: Int, slots: Int, first: Int, horizon: Double) -> Int {
        guard let interval else { return min(credit, max(slots, first)) }
        // Beyond the largest credit there is nothing to tell apart.
        let ahead = min(horizon / max(interval, 1e-9), Double(credit))
        return min(credit, slots + Int(ahead))
    }
}
