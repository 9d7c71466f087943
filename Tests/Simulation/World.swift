import Queue
import Wire

/// A queue, its disk, the network, workers, clients and operators, and the clocks: one game, played step by step.
///
/// It runs on one thread, and everything in it follows from the plan.
final class World {
    static let clientCount = 3
    static let tickInterval = 100
    static let drainTimeout = 3_000

    let plan: Plan
    let defect: Defect?
    let journal: SimulatedJournal
    var books: Books
    var tally = Tally()
    /// What happened, in words; `nil` where nobody wants to know.
    var trace: [String]?

    /// Milliseconds; this clock never goes back.
    var now = 0
    /// Milliseconds that people's clock is ahead of ``now``.
    var wallOffset = 1_000_000
    var network = Network()
    var weather: Weather
    /// What befalls messages; `nil` where nothing does.
    var chance: SplitMix64?
    var process: QueueProcess?
    var restartAt = 0
    /// Where the disk reports that it is nearly full.
    var isDiskLow = false

    var workers: [SimulatedWorker] = []
    var clients: [SimulatedClient] = []
    var owners: [Connection: Owner] = [:]
    /// Connections of which the queue's socket knows that nobody is there.
    var closed: Set<Connection> = []
    /// Connections that take nothing now, though somebody is there.
    var clogged: Set<Connection> = []
    var drafts: [(id: ArticleID, body: [UInt8], priority: Priority)] = []
    var connectionCount = 0
    var workerCount = 0
    var messageCount = 0
    /// How long the queue stays away after its next end, and how many starts it takes until it serves.
    var downtime = 0
    var startTimes = 1
    /// What an operator does in the next turn.
    var judgement: (count: Int, drop: Bool)?

    init(_ plan: Plan, defect: Defect?, isTraced: Bool) throws {
        self.plan = plan
        self.defect = defect
        weather = plan.weather
        trace = isTraced ? [] : nil
        journal = SimulatedJournal(defect: defect)
        books = Books(rules: plan.rules)
        journal.whenWritten = { [unowned self] batch in try written(batch) }
        for number in 0..<Self.clientCount {
            clients.append(SimulatedClient(number: number, connection: connect(.client(number))))
        }
        try start(times: 1)
    }

    var rules: QueueRules { plan.rules }

    var time: QueueTime {
        // The broken queue that trusts the wall clock takes it for both.
        let elapsed = defect == .trustsWallClock ? now + wallOffset : now
        return QueueTime(elapsed: .milliseconds(elapsed), wall: now + wallOffset)
    }

    func say(_ text: @autoclosure () -> String) {
        guard trace != nil else { return }
        let milliseconds = String(now % 1_000)
        let padding = String(repeating: "0", count: 3 - milliseconds.count)
        trace?.append("\(now / 1_000).\(padding)\(milliseconds) s  \(text())")
    }

    private func written(_ batch: JournalBatch) throws {
        tally[.commits] += 1
        if trace != nil { sayWhatIsWritten(batch) }
        try books.written(batch)
    }

    private func sayWhatIsWritten(_ batch: JournalBatch) {
        for record in batch.inserted.values.sorted(by: { $0.sequence < $1.sequence }) {
            say("    disk: \(books.name(record.id)) inserted, attempts \(record.attempts)")
        }
        for (sequence, update) in batch.updated.sorted(by: { $0.key < $1.key }) {
            let name = (books.rows.indices.contains(sequence) ? books.rows[sequence] : nil).map {
                books.name($0.record.id)
            }
            let code = update.ending?.failure.map { ", \($0.code)" } ?? ""
            let place = "\(update.state) at stage \(update.stage), attempts \(update.attempts)"
            say("    disk: \(name ?? "number \(sequence)") \(place)\(code)")
        }
        for sequence in batch.dropped.sorted() { say("    disk: number \(sequence) dropped") }
    }
}
