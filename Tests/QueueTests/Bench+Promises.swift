import Queue
import Testing
import Wire

extension Bench {
    /// What holds after every turn, whatever happened.
    func checkPromises() throws {
        let ledger = state.ledger
        #expect(ledger.pending == state.pendingCount, "accepted = done + dead + dropped + pending")
        #expect(Audit(try journal.census()).faults == [])
        #expect(try journal.census().ledger == ledger)
        for (name, credit) in credits {
            let held = hands[name] ?? []
            #expect(held.count <= credit.tasks, "\(name) holds more tasks than its credit")
            #expect(held.reduce(0) { $0 + $1.body.count } <= credit.bytes, "\(name) holds more bytes than its credit")
        }
        for held in hands.values.joined() { #expect((1...rules.maximumAttempts).contains(held.task.attempt)) }
    }

    /// What every article that is done looks like: all stages, each once, in order.
    func expectDone(_ id: ArticleID, _ text: String) throws {
        let record = try #require(try journal.record(id))
        #expect(record.state == .done)
        let marks = rules.stages.map { $0.text.prefix(1) }.joined()
        #expect(try journal.body(record.sequence).map { String(decoding: $0, as: UTF8.self) } == text + marks)
    }
}
