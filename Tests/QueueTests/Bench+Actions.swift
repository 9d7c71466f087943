import Queue
import Testing
import Wire

/// What clients and workers do.
extension Bench {
    static func id(_ text: String) -> ArticleID { ArticleID(deriving: Array(text.utf8), key: nil) }

    static func peer(_ name: String) -> Peer { Peer(Array(name.utf8)) }

    static func worker(_ name: String) -> WorkerID {
        var generator = SplitMix64(seed: name.utf8.reduce(0) { $0 &* 257 &+ UInt64($1) })
        return WorkerID(milliseconds: 1, using: &generator)
    }

    @discardableResult
    func submit(_ text: String, priority: Int = 5, from client: String = "client") throws -> ArticleID {
        let id = Self.id(text)
        let submit = Submit(n: nextNumber(), key: nil, priority: try #require(Priority(priority)))
        let isKnown = try journal.contains(id)
        let event = QueueEvent.submit(Self.peer(client), submit, id, size: text.utf8.count, isKnown: isKnown)
        try handle(event, body: Array(text.utf8))
        return id
    }

    func join(
        _ name: String,
        _ stage: String,
        tasks: Int = 8,
        bytes: Int = 1_000_000,
        slots: Int = 1,
        worker: String? = nil
    ) throws {
        let credit = Credit(tasks: tasks, bytes: bytes)
        let hello = Hello(
            worker: Self.worker(worker ?? name),
            stage: StageName(stage)!,
            software: "test",
            model: nil,
            credit: credit,
            slots: slots
        )
        hands[name] = nil
        credits[name] = credit
        try handle(.hello(Self.peer(name), hello))
    }

    /// Joins a worker for each stage, named like it.
    func joinAll(tasks: Int = 8) throws {
        for stage in rules.stages { try join(stage.text, stage.text, tasks: tasks) }
    }

    /// The worker answers the task that it has held longest.
    func answer(_ name: String, sketch: Sketch? = nil) throws {
        guard let held = hands[name]?.first else { return }
        hands[name]?.removeFirst()
        try answer(held, as: name, sketch: sketch)
    }

    func answer(_ held: Held, as name: String, sketch: Sketch? = nil) throws {
        let body = held.body + held.task.stage.text.utf8.prefix(1)
        let kinship = try sketch.map { try state.kinship(of: $0, journal) }
        try handle(.done(Self.peer(name), held.task.lease, size: body.count, kinship: kinship), body: body)
    }

    func fail(_ name: String, _ code: String = "broken", retry: Bool) throws {
        let held = try #require(hands[name]?.first)
        hands[name]?.removeFirst()
        try handle(
            .fail(Self.peer(name), Failure(lease: held.task.lease, code: code, reason: "it broke", retry: retry))
        )
    }

    func leave(_ name: String) throws {
        hands[name] = nil
        credits[name] = nil
        try handle(.bye(Self.peer(name)))
    }

    /// The worker dies; the queue finds out by its silence.
    func kill(_ name: String) {
        hands[name] = nil
        credits[name] = nil
    }

    /// Time passes; the workers named say something at its end.
    func pass(_ duration: Duration, heard names: [String] = []) throws {
        time.elapsed += duration
        time.wall += duration.wholeMilliseconds
        try together {
            for name in names { try handle(.pong(Self.peer(name))) }
            try handle(.tick)
        }
    }

    /// All who hold something answer, until nobody does.
    func work(_ names: [String] = Bench.stages) throws {
        for _ in 0..<10_000 {
            guard let name = names.first(where: { hands[$0]?.isEmpty == false }) else { return }
            try answer(name)
        }
        Issue.record("the work does not end")
    }

    func record(_ id: ArticleID) throws -> ArticleRecord { try #require(try journal.record(id)) }

    /// The texts a worker holds, as the client submitted them, in the order in which they came.
    func texts(_ name: String) -> [String] {
        (hands[name] ?? []).map { held in
            let mark = rules.stages.firstIndex(of: held.task.stage) ?? 0
            return String(decoding: held.body.dropLast(mark), as: UTF8.self)
        }
    }
}
