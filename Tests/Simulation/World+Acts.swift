import Queue
import Wire

/// What is done by, or to, one worker.
extension World {
    func act(_ event: Event, _ index: Int, _ who: Int) {
        let number = workers[index].number
        switch event {
        case .work: work(index, who / 7 % workers[index].held.count)
        case .fail(_, let retry): fail(index, who / 7 % workers[index].held.count, retry)
        case .answerWrongly(_, let wrong): answerWrongly(index, wrong, who)
        case .hang: hang(index, who / 7 % workers[index].held.count)
        case .stall(_, let milliseconds):
            say("worker \(number) is silent for \(milliseconds) ms")
            workers[index].stalledUntil = now + milliseconds
        case .die(_, let isNoticed): kill(index, isNoticed: isNoticed)
        case .sayBye: sayBye(index)
        case .helloAgain(_, let again): helloAgain(index, again)
        case .disconnect:
            say("worker \(number) loses its connection, and gets another")
            let old = workers[index].connection
            close(old)
            network.drop(.toQueue) { $0.connection == old }
            workers[index].connection = connect(.worker(number))
        case .clog:
            say("worker \(number) takes nothing for a moment")
            clogged.insert(workers[index].connection)
        default: break
        }
    }

    private func fail(_ index: Int, _ place: Int, _ retry: Bool) {
        guard workers[index].isAwake(now) else { return }
        let held = workers[index].held.remove(at: place)
        say("worker \(workers[index].number) fails on \(books.name(held.task.article))\(retry ? "" : ", for good")")
        tally[.failures] += 1
        let failure = Failure(lease: held.task.lease, code: "broken", reason: "it broke", retry: retry)
        send(.fail(failure), from: &workers[index])
    }

    private func answerWrongly(_ index: Int, _ wrong: Event.Wrong, _ who: Int) {
        guard workers[index].isAwake(now) else { return }
        let place = who / 7 % workers[index].held.count
        let held = workers[index].held[place]
        say("worker \(workers[index].number) answers wrongly: \(wrong)")
        switch wrong {
        case .twice:
            workers[index].held.remove(at: place)
            answer(index, held)
            answer(index, held)
        case .late:
            // Something that it has answered, or gave up, long ago.
            if let old = workers[index].answered.first { answer(index, old) }
        case .leaseOfAnother:
            let others = workers.filter { $0.number != workers[index].number }.flatMap(\.held)
            guard !others.isEmpty else { return }
            answer(index, SimulatedWorker.Held(task: others[who % others.count].task, body: held.body))
        case .noSuchLease:
            guard let lease = LeaseID(held.task.lease.number + 1_000_000) else { return }
            send(.done(lease), held.body, from: &workers[index])
        case .empty:
            workers[index].held.remove(at: place)
            send(.done(held.task.lease), nil, from: &workers[index])
        case .tooLarge:
            workers[index].held.remove(at: place)
            let body = [UInt8](repeating: UInt8(ascii: "x"), count: rules.maximumBody + 1)
            send(.done(held.task.lease), body, from: &workers[index])
        }
    }

    private func sayBye(_ index: Int) {
        guard workers[index].isAwake(now) else { return }
        say("worker \(workers[index].number) says bye, with \(workers[index].held.count) tasks not done")
        tally[.byes] += 1
        send(.bye, from: &workers[index])
        // What it has said still arrives.
        owners[workers[index].connection] = nil
        workers.remove(at: index)
    }

    private func helloAgain(_ index: Int, _ again: Event.Again) {
        guard workers[index].isAwake(now) else { return }
        say("worker \(workers[index].number) says hello again, \(again)")
        // What it held is answered later, under leases that are good no more.
        workers[index].answered = Array((workers[index].answered + workers[index].held).suffix(4))
        switch again {
        case .here: break
        case .onNewConnection: workers[index].connection = connect(.worker(workers[index].number))
        case .forOtherStage: workers[index].stage = (workers[index].stage + 1) % rules.stages.count
        }
        sayHello(&workers[index])
    }
}
