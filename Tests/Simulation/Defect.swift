/// A queue that is broken in one way, made by bending what goes into the rules or into the journal: the proof that the
/// simulation would notice.
package enum Defect: String, Hashable, Sendable, CaseIterable {
    /// A client is told `accepted` before the commit.
    case acknowledgesBeforeCommit = "acknowledges-before-commit"
    /// A commit returns before its fsync; a crash loses the last ones.
    case acknowledgesBeforeSync = "acknowledges-before-sync"
    /// Half of a transaction that was being written survives a crash.
    case keepsTornCommits = "keeps-torn-commits"
    /// A commit that failed on a full disk is taken for done.
    case ignoresFullDisk = "ignores-full-disk"
    /// Attempts are counted in memory only.
    case forgetsAttempts = "forgets-attempts"
    /// The number of starts is not kept, so leases are given again.
    case forgetsGenerations = "forgets-generations"
    /// An answer counts for its article, whichever lease it is to.
    case ignoresLeases = "ignores-leases"
    /// A second answer replaces the first.
    case lastAnswerWins = "last-answer-wins"
    /// Workers are given more than they said they would hold.
    case ignoresCredit = "ignores-credit"
    /// Articles that the journal has are taken for new ones.
    case insertsDuplicates = "inserts-duplicates"
    /// Nobody is ever taken for dead.
    case trustsTheDead = "trusts-the-dead"
    /// A worker that was lost is treated like one that said `bye`, its attempts uncounted.
    case takesLossForBye = "takes-loss-for-bye"
    /// Deadlines are reckoned by the wall clock, which people set.
    case trustsWallClock = "trusts-wall-clock"
    /// Sketches are compared with those on disk only, and not with those of the same commit.
    case forgetsFreshSketches = "forgets-fresh-sketches"
}
