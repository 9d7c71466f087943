import Queue
import Wire

/// What workers do of themselves: they hear, breathe, answer, and come back.
extension World {
    /// Some of a million names; making one takes longer than a turn.
    private static let workerIDs: [WorkerID] = {
        var generator = SplitMix64(seed: 1)
        return (0..<512).map { WorkerID(milliseconds: $0, using: &generator) }
    }()

    func join(stage: Int, tasks: Int, bytes: Int) {
        workerCount += 1
        let number = workerCount
        var worker = SimulatedWorker(
            number: number,
            id: Self.workerIDs[number % Self.workerIDs.count],
            stage: stage % rules.stages.count,
            credit: Credit(tasks: tasks, bytes: bytes),
            connection: connect(.worker(number))
        )
        say("worker \(number) starts, stage \(rules.stages[worker.stage]), credit \(tasks) tasks and \(bytes) bytes")
        sayHello(&worker)
        workers.append(worker)
    }

    func sayHello(_ worker: inout SimulatedWorker) {
        worker.held.removeAll()
        worker.isWelcome = false
        worker.lastHello = now
        worker.lastHeard = now
        let hello = Hello(
            worker: worker.id,
            stage: rules.stages[worker.stage],
            software: "simulated",
            model: nil,
            credit: worker.credit
        )
        send(.hello(hello), from: &worker)
    }

    func send(_ header: Header, _ body: [UInt8]? = nil, from worker: inout SimulatedWorker) {
        worker.lastSaid = now
        sendToQueue(header, body, from: worker.connection)
    }

    func deliver(_ packet: Network.Packet, toWorker number: Int) {
        guard let index = workers.firstIndex(where: { $0.number == number }) else { return }
        guard workers[index].isAwake(now) else {
            // It lies in the worker's socket until the worker wakes up.
            let due = workers[index].stalledUntil
            let later = Network.Packet(
                due: due,
                connection: packet.connection,
                header: packet.header,
                body: packet.body
            )
            return network.send(later, .toPeer)
        }
        workers[index].lastHeard = now
        switch packet.header {
        case .welcome: workers[index].isWelcome = true
        case .task(let task): take(task, packet.body ?? [], index)
        case .ping(let n): send(.pong(n), from: &workers[index])
        case .drain: workers[index].isLeaving = true
        case .refused(let refusal) where refusal.code == Refusal.unknownWorker:
            // Each of many messages may be refused; one hello is enough.
            if workers[index].isWelcome || now - workers[index].lastHello > 300 { sayHello(&workers[index]) }
        case .refused: workers[index].isWelcome = false
        default: break
        }
    }

    private func take(_ task: TaskOffer, _ body: [UInt8], _ index: Int) {
        guard !workers[index].held.contains(where: { $0.task.lease == task.lease }) else { return }
        let held = SimulatedWorker.Held(task: task, body: body)
        workers[index].held.append(held)
        // Some die at the sight of it, others when they get to it.
        var generator = chance
        let isQuick = generator == nil || Bool.random(using: &generator!)
        if isPoison(held), isQuick { kill(index, isNoticed: true) }
    }

    func isPoison(_ held: SimulatedWorker.Held) -> Bool { held.body.starts(with: mark("p", held)) }
    func isTarpit(_ held: SimulatedWorker.Held) -> Bool { held.body.starts(with: mark("t", held)) }

    private func mark(_ kind: Character, _ held: SimulatedWorker.Held) -> [UInt8] {
        let stage = rules.stages.firstIndex(of: held.task.stage) ?? 0
        return [kind.asciiValue ?? 0, UInt8(ascii: "0") + UInt8(stage)]
    }

    /// The worker is gone. - Parameter isNoticed: Whether its machine lives, and closes the connection.
    func kill(_ index: Int, isNoticed: Bool) {
        let worker = workers.remove(at: index)
        say("worker \(worker.number) dies\(isNoticed ? "" : ", with its machine")")
        tally[.workersDied] += 1
        owners[worker.connection] = nil
        if isNoticed { close(worker.connection) }
    }

    /// The worker gets through with one of the tasks that it holds, and answers.
    func work(_ index: Int, _ place: Int) {
        let held = workers[index].held[place]
        guard workers[index].isAwake(now), !held.isHung else { return }
        if isPoison(held) { return kill(index, isNoticed: place.isMultiple(of: 2)) }
        if isTarpit(held) { return hang(index, place) }
        workers[index].held.remove(at: place)
        answer(index, held)
    }

    func hang(_ index: Int, _ place: Int) {
        say("worker \(workers[index].number) hangs on \(books.name(workers[index].held[place].task.article))")
        workers[index].held[place].isHung = true
    }

    func answer(_ index: Int, _ held: SimulatedWorker.Held) {
        let stage = rules.stages.firstIndex(of: held.task.stage) ?? 0
        say("worker \(workers[index].number) answers \(books.name(held.task.article)), lease \(held.task.lease)")
        tally[.answers] += 1
        let sketch = stage == 0 ? Kinds.sketch(of: held.task.article) : nil
        let body = Marks.add(stage, held.task.lease, to: held.body)
        send(.done(held.task.lease, sketch: sketch), body, from: &workers[index])
        workers[index].answered.append(held)
        if workers[index].answered.count > 4 { workers[index].answered.removeFirst() }
    }

    func beat(_ worker: inout SimulatedWorker) {
        guard worker.isAwake(now) else { return }
        let heartbeat = rules.heartbeat.wholeMilliseconds
        if worker.isLeaving, worker.held.allSatisfy(\.isHung) {
            worker.isLeaving = false
            worker.held.removeAll()
            worker.isWelcome = false
            worker.lastHello = now
            return send(.bye, from: &worker)
        }
        if now - worker.lastHeard > rules.dead.wholeMilliseconds {
            // To the worker, the queue is dead: it knocks again, by another connection.
            close(worker.connection)
            worker.connection = connect(.worker(worker.number))
            return sayHello(&worker)
        }
        if !worker.isWelcome, now - worker.lastHello > heartbeat { return sayHello(&worker) }
        if now - worker.lastSaid >= heartbeat { send(.ping(now), from: &worker) }
    }
}
