internal import Queue
internal import Wire

/// A query that waits for the commit of its turn.
struct PendingQuery {
    let peer: Peer
    let query: Query
}
