internal import HeapModule
package import JSON
internal import Wire

extension QueueState {
    /// Where everything is, for people and dashboards.
    package var status: JSON {
        var object: JSONObject = ["accepted": JSON(ledger.accepted), "pending": JSON(pending.count)]
        object["done"] = JSON(ledger.done)
        object["dead"] = JSON(ledger.dead)
        object["dropped"] = JSON(ledger.dropped)
        object["pending_bytes"] = JSON(pendingBytes)
        object["draining"] = JSON(isDraining)
        object["disk_low"] = JSON(isDiskLow)
        object["stages"] = .array(rules.stages.indices.map(stageStatus))
        object["workers"] = .array(workers.values.sorted { $0.hello.worker.text < $1.hello.worker.text }.map(\.status))
        object["counters"] = counters.json
        return .object(object)
    }

    private func stageStatus(_ stage: Int) -> JSON {
        let peers = pools[stage].compactMap { workers[$0] }
        return [
            "stage": JSON(rules.stages[stage].text), "ready": JSON(ready[stage].count),
            "held": JSON(peers.reduce(0) { $0 + $1.leases.count }),
            "retrying": JSON(retries.unordered.count { pending[$0.sequence]?.stage == stage }),
            "workers": JSON(peers.count),
        ]
    }
}

extension WorkerState {
    fileprivate var status: JSON {
        var object: JSONObject = ["worker": JSON(hello.worker.text), "stage": JSON(hello.stage.text)]
        object["software"] = JSON(hello.software)
        object["model"] = hello.model.map { JSON($0) }
        object["held"] = JSON(leases.count)
        object["overdue"] = JSON(expired.count)
        object["credit"] = JSON(hello.credit.tasks)
        object["done"] = JSON(done)
        object["failed"] = JSON(failed)
        return .object(object)
    }
}

extension QueueCounters {
    fileprivate var json: JSON {
        var refusals = JSONObject()
        for (code, count) in refused.sorted(by: { $0.key < $1.key }) { refusals[code] = JSON(count) }
        return [
            "accepted": JSON(accepted), "duplicates": JSON(duplicates), "busy": JSON(busy),
            "throttled": JSON(throttled), "near_duplicates": JSON(nearDuplicates),
            "dispatched": JSON(dispatched),
            "done": JSON(done), "failed": JSON(failed), "dead": JSON(dead), "late": JSON(late),
            "workers_lost": JSON(workersLost), "deadlines_missed": JSON(deadlinesMissed), "refused": .object(refusals),
        ]
    }
}
