/// A moment as the queue sees it: both clocks, read once for each batch of events.
package struct QueueTime: Hashable, Sendable {
    /// Since some fixed moment; never goes back. All deadlines are reckoned in it.
    package var elapsed: Duration
    /// Milliseconds since 1970, for records that people read.
    package var wall: Int

    package init(elapsed: Duration, wall: Int) {
        self.elapsed = elapsed
        self.wall = wall
    }
}
