internal import Service

/// Keeps the time that a command waits for room in a full queue, says so once, and gives up where it was told to.
struct RoomWait {
    private let limit: Duration?
    private let note: (String) -> Void
    private var hasTold = false
    private var start: ContinuousClock.Instant?
    /// Earlier waits together.
    private var total = Duration.zero

    /// - Parameter limit: How long to wait without any room at all; `nil` for as long as it takes.
    init(limit: Duration?, note: @escaping (String) -> Void) {
        self.limit = limit
        self.note = note
    }

    /// How long there has been no room; `nil` where there is.
    var seconds: Int? { start.map { Int((ContinuousClock.now - $0) / .seconds(1)) } }

    /// The queue is full.
    ///
    /// - Parameter accepted: How many articles it has taken so far.
    /// - Throws: ``CommandError`` after the limit.
    mutating func isFull(accepted: Int) throws {
        if !hasTold {
            note("the queue is full; waiting for room, and going on by itself when there is some")
            hasTold = true
        }
        let start = start ?? .now
        self.start = start
        guard let limit, ContinuousClock.now - start >= limit else { return }
        throw CommandError(
            "the queue has had no room for \(Int(limit / .seconds(1))) s; it has \(accepted) of the articles, and handing"
                + " in all again later does no harm"
        )
    }

    /// The queue has taken an article.
    mutating func hasRoom() {
        guard let start else { return }
        total += ContinuousClock.now - start
        self.start = nil
    }

    /// Says how long it was, where that is worth a word.
    func finish() {
        let seconds = Int(total / .seconds(1))
        if seconds >= 1 { note("the queue had no room for \(seconds) s in all") }
    }
}
