internal import ZeroMQ

/// How many bytes of bodies may be in memory at the same time, over all requests.
final class ByteBudget: Sendable {
    private let left: Locked<Int>

    init(_ bytes: Int) { left = Locked(bytes) }

    /// What one request has taken; given back with this object.
    final class Share {
        private let budget: ByteBudget
        private var taken = 0

        init(_ budget: ByteBudget) { self.budget = budget }

        deinit {
            let taken = taken
            budget.left.withLock { $0 += taken }
        }

        /// - Returns: Whether there was so much left.
        func take(_ bytes: Int) -> Bool {
            let isTaken = budget.left.withLock { left in
                guard left >= bytes else { return false }
                left -= bytes
                return true
            }
            if isTaken { taken += bytes }
            return isTaken
        }
    }
}
