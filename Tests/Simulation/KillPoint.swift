/// Where in its work the queue is killed.
package enum KillPoint: Hashable, Sendable {
    /// Between two turns.
    case idle
    /// With a turn's changes in memory and nothing written.
    case beforeWrite
    /// With a part of the transaction written.
    case torn
    /// With all written and nothing synced. What survives is chance: all, as after `kill -9`, or nothing, as after a power
    /// cut.
    case beforeSync(survives: Bool)
    /// With all on disk and not one message sent.
    case afterSync
    /// After so many messages of a turn.
    case whileSending(Int)
}
