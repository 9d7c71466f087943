import Queue
import Wire

/// A worker process that is played.
struct SimulatedWorker {
    struct Held: Hashable {
        let task: TaskOffer
        let body: [UInt8]
        /// Whether the worker will never get through with it.
        var isHung = false
    }

    let number: Int
    var id: WorkerID
    var stage: Int
    var credit: Credit
    var connection: Connection
    /// Cleared by `hello`.
    var held: [Held] = []
    /// The last that it answered, to be answered again.
    var answered: [Held] = []
    var isWelcome = false
    var isLeaving = false
    /// Until when it does and says nothing.
    var stalledUntil = 0
    var lastHello = 0
    var lastSaid = 0
    var lastHeard = 0

    var isStuck: Bool { held.contains(where: \.isHung) }

    func isAwake(_ now: Int) -> Bool { stalledUntil <= now }
}

/// A program that submits, waits for the answer, and tries again.
struct SimulatedClient {
    struct Waiting {
        let n: Int
        let id: ArticleID
        let body: [UInt8]
        let priority: Priority
        var retryAt: Int
    }

    let number: Int
    var connection: Connection
    var waiting: [Waiting] = []
}

/// Who is at the other end of a connection.
enum Owner: Hashable {
    case worker(Int)
    case client(Int)
}

/// A queue process: what is lost when it is killed.
struct QueueProcess {
    var turn: QueueTurn
    var nextTick: Int
    var isTold = false
    var drainDeadline: Int?
    /// How many were submitted since the last commit while the queue could still accept.
    var submitted = 0
    /// It is killed when it has sent so many messages more.
    var messagesToLive: Int?
}
