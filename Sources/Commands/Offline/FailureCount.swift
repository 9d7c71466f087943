internal import Service

/// Counts the parts of the input that failed and were complained of, while the rest went on.
struct FailureCount {
    private(set) var failures = 0

    mutating func add() { failures += 1 }

    /// - Throws: ``CommandError`` without a message where anything failed: all has been said.
    func check() throws(CommandError) {
        if failures > 0 { throw CommandError(nil) }
    }
}
