internal import Foundation

/// The seeds of a property test: the same few on every run, or as many as a patient person asks for.
///
/// A failure names the seed among the test's arguments. `TEST_SEED=17` runs that one alone; `TEST_SEEDS=5000` runs so
/// many.
package enum Seeds {
    /// - Parameter count: How many where the environment says nothing.
    package static func some(_ count: Int) -> [UInt64] {
        let environment = ProcessInfo.processInfo.environment
        if let seed = environment["TEST_SEED"].flatMap(UInt64.init) { return [seed] }
        let wanted = environment["TEST_SEEDS"].flatMap(UInt64.init) ?? UInt64(count)
        return Array(1...max(1, wanted))
    }
}
