package import JSON

/// The proof that no article was lost or doubled: two sets of books, kept apart, that must agree.
///
/// The ledger was kept on the way, in the same transactions as the rows; the census counts the rows now. Sequence
/// numbers have no gaps, so a row that is gone shows even if both books agreed that it never was.
package struct Audit: Hashable, Sendable {
    package let census: JournalCensus
    /// What does not add up, a sentence each; empty where the books balance.
    package let faults: [String]

    package var isBalanced: Bool { faults.isEmpty }

    package init(_ census: JournalCensus) {
        self.census = census
        let ledger = census.ledger
        var faults = census.faults
        func expect(_ what: String, _ counted: Int, _ expected: Int) {
            if counted != expected { faults.append("\(what): \(counted) counted, \(expected) expected") }
        }
        let kept = census.done + census.dead + census.pending
        expect("done + dead + pending", kept, ledger.accepted - ledger.dropped)
        expect("done", census.done, ledger.done)
        expect("dead", census.dead, ledger.dead)
        expect("pending", census.pending, ledger.pending)
        // A dropped letter may have been the last one.
        if census.highestSequence > ledger.accepted || ledger.dropped == 0 {
            expect("the last sequence number", census.highestSequence, ledger.accepted)
        }
        expect("articles without a body", census.withoutBody, 0)
        expect("bodies without an article", census.withoutRecord, 0)
        self.faults = faults
    }

    package var json: JSON {
        [
            "balanced": JSON(isBalanced), "accepted": JSON(census.ledger.accepted), "done": JSON(census.done),
            "dead": JSON(census.dead), "pending": JSON(census.pending), "dropped": JSON(census.ledger.dropped),
            "faults": .array(faults.map { JSON($0) }),
        ]
    }
}
