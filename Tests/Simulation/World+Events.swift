import Queue
import Wire

extension World {
    /// Plays one step, and a turn of the queue, so that nothing is left that it could have heard.
    func play(_ step: Step) throws {
        chance = step.salt == 0 ? nil : SplitMix64(seed: step.salt)
        now += 1
        try happen(step.event)
        // Now and then several things happen before the queue looks.
        if !step.salt.isMultiple(of: 4) || step.salt == 0 { try turn() }
    }

    private func happen(_ event: Event) throws {
        switch event {
        case .pass(let milliseconds): try pass(milliseconds)
        case .submit(let draft): submit(draft)
        case .giveUpWaiting(let client):
            say("client \(client % clients.count) waits no longer")
            clients[client % clients.count].waiting.removeAll()
        case .join(let stage, let tasks, let bytes):
            if workers.count < rules.maximumWorkers + 2 { join(stage: stage, tasks: tasks, bytes: bytes) }
        case .joinBadly(let unknownStage): joinBadly(unknownStage)
        case .judge(let letters, let drop): judgement = (letters, drop)
        case .disk(let disk): change(disk)
        case .kill(let point, let downtime, let times): kill(point, downtime, times)
        case .drain(let downtime):
            say("the queue is asked to stop")
            self.downtime = downtime
            process?.isTold = true
        case .freeze(let milliseconds):
            say("everything but the clock stands still for \(milliseconds) ms")
            tally[.freezes] += 1
            now += milliseconds
        case .setClock(let milliseconds):
            say("somebody sets the clock by \(milliseconds) ms")
            tally[.clockChanges] += 1
            wallOffset += milliseconds
        case .work(let who), .fail(let who, _), .answerWrongly(let who, _), .hang(let who):
            if let index = holder(who) { act(event, index, who) }
        case .stall(let who, _), .die(let who, _), .sayBye(let who), .helloAgain(let who, _), .disconnect(let who),
            .clog(let who):
            if !workers.isEmpty { act(event, who % workers.count, who) }
        }
    }

    /// One of the workers that hold something.
    private func holder(_ who: Int) -> Int? {
        let holders = workers.indices.filter { !workers[$0].held.isEmpty }
        return holders.isEmpty ? nil : holders[who % holders.count]
    }

    func pass(_ milliseconds: Int) throws {
        var left = milliseconds
        while left > 0 {
            let slice = min(left, Self.tickInterval)
            now += slice
            left -= slice
            beat()
            if left > 0 { try turn() }
        }
    }

    private func submit(_ draft: Event.Draft) {
        func text(_ kind: String, _ size: Int) -> [UInt8] {
            let name = Array("\(kind) \(drafts.count + 1)".utf8)
            return name + Array(repeating: UInt8(ascii: "."), count: max(0, size - name.count))
        }
        switch draft {
        case .new(let size, let priority): submit(text("article", size), Priority(priority) ?? .normal)
        case .poison(let stage, let size): submit(text("p\(stage % rules.stages.count) poison", size), .normal)
        case .tarpit(let stage, let size): submit(text("t\(stage % rules.stages.count) tarpit", size), .normal)
        case .empty: submit([], .normal)
        case .tooLarge: submit(text("giant", rules.maximumBody + 1), .normal)
        case .again(let which):
            guard !drafts.isEmpty else { return }
            let draft = drafts[which % drafts.count]
            submitAgain(draft.id, draft.body, draft.priority)
        }
    }

    private func joinBadly(_ unknownStage: Bool) {
        let stage = unknownStage ? StageName("polish")! : rules.stages[0]
        let bytes = rules.maximumBody - (unknownStage ? 0 : 1)
        var generator = SplitMix64(seed: 2)
        let hello = Hello(
            worker: WorkerID(milliseconds: 1, using: &generator),
            stage: stage,
            software: "simulated",
            model: nil,
            credit: Credit(tasks: 1, bytes: bytes)
        )
        workerCount += 1
        say("a worker that can't be used says hello")
        sendToQueue(.hello(hello), from: connect(.worker(workerCount)))
    }

    private func change(_ disk: Event.Disk) {
        say("the disk is \(disk)")
        isDiskLow = disk != .free
        journal.isFull = disk == .full
    }

    private func kill(_ point: KillPoint, _ downtime: Int, _ times: Int) {
        guard process != nil else { return }
        say("the queue is to be killed: \(point)")
        self.downtime = downtime
        startTimes = times
        tally[.kills] += 1
        switch point {
        case .idle: return die()
        case .beforeWrite: tally[.killsBeforeWrite] += 1
        case .torn: tally[.killsTorn] += 1
        case .beforeSync: tally[.killsBeforeSync] += 1
        case .afterSync: tally[.killsAfterSync] += 1
        case .whileSending(let count):
            tally[.killsWhileSending] += 1
            process?.messagesToLive = count
        }
        journal.killPoint = point
    }
}
