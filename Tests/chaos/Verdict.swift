import ArgumentParser
import Glibc

/// What a scenario found.
struct Verdict {
    let scenario: String
    var rows: [(label: String, value: String)] = []
    /// What should not be, a sentence each.
    var faults: [String] = []
    /// Why it could not be done here.
    var skipped: String?

    init(_ scenario: String, skipped: String? = nil) {
        self.scenario = scenario
        self.skipped = skipped
    }

    /// The verdict of a scenario that may not come to its end.
    static func of(_ scenario: String, _ play: () async throws -> Verdict) async -> Verdict {
        do { return try await play() } catch {
            var verdict = Verdict(scenario)
            verdict.faults.append("it did not come to its end: \(error)")
            verdict.printTable()
            return verdict
        }
    }

    mutating func row(_ label: String, _ value: some CustomStringConvertible) { rows.append((label, "\(value)")) }

    mutating func expect(_ condition: Bool, _ fault: @autoclosure () -> String) {
        if !condition { faults.append(fault()) }
    }

    /// Adds what the books say.
    mutating func add(_ reckoning: Reckoning) {
        row("accepted", reckoning.accepted)
        row("done", reckoning.done)
        row("dead", reckoning.dead)
        row("lost", reckoning.lost)
        row("doubled", reckoning.doubled)
        faults += reckoning.faults
    }

    var outcome: String {
        if let skipped { return "skipped: \(skipped)" }
        return faults.isEmpty ? "passed" : "FAILED: \(faults.count) faults"
    }

    /// Prints the table, and ends the program's run with exit code 1 where there were faults.
    func conclude() throws { if !faults.isEmpty { throw ExitCode.failure } }

    func printTable() {
        for (label, value) in rows { print("  \(label.padded(34)) \(value)") }
        for fault in faults.prefix(20) { print("  fault: \(fault)") }
        print("  \(outcome)")
        fflush(nil)
    }

    static func begin(_ scenario: String, seed: UInt64) {
        print("\n== \(scenario) (seed \(seed))")
        fflush(nil)
    }
}

extension String {
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

extension Duration {
    /// In seconds, with two decimals.
    var seconds: String {
        let hundredths = (self / .milliseconds(10)).rounded()
        return "\(hundredths / 100) s"
    }
}

/// Why a scenario can't be played.
struct ChaosError: Error, CustomStringConvertible {
    var description: String
}
