import Foundation
import Glibc
import HostileInput

/// Prints the time that the three stages take for hostile texts of one size, twice, four times and eight times that.
struct GrowthTable {
    let bytes: Int

    /// - Returns: The exit code: 1 where a stage's time grew faster than the text.
    func print() -> CInt {
        line("milliseconds for 1, 2, 4 and 8 times \(bytes) bytes", ["ingest", "segment", "stance"])
        var code: CInt = 0
        for hostile in HostileText.all {
            let growth = Growth(of: hostile, bytes: bytes, clock: Self.processorTime)
            line(
                hostile.name,
                ["ingest", "segment", "stance"].map { stage in
                    (growth.seconds[stage] ?? []).map { String(format: "%.0f", $0 * 1_000) }.joined(separator: " ")
                }
            )
            guard !growth.superlinear.isEmpty else { continue }
            code = 1
            Swift.print("  superlinear: \(growth.superlinear.joined(separator: ", "))")
        }
        return code
    }

    private func line(_ name: String, _ cells: [String]) {
        let text = ([name] + cells).map { $0.padding(toLength: max(24, $0.count), withPad: " ", startingAt: 0) }
        Swift.print(text.joined(separator: " "))
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
