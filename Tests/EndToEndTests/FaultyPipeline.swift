import JSON
import Testing

/// A pipeline of one stage, whose worker does what articles ask of it (see `Tests/faulty-worker`).
struct FaultyPipeline: Sendable {
    let workspace: Workspace
    let config: String

    /// - Parameters:
    ///   - queue: Settings of the queue, a line each.
    ///   - worker: Settings of the workers.
    init(_ workspace: Workspace, queue: [String] = [], worker: [String] = [], file: String = "faulty.yaml") throws {
        self.workspace = workspace
        let queue = (["stages: [work]"] + queue).map { "  \($0)\n" }.joined()
        let worker = worker.map { "  \($0)\n" }.joined()
        config = try workspace.file(file, "queue:\n\(queue)" + (worker.isEmpty ? "" : "worker:\n\(worker)"))
    }

    private var place: [String] { ["--config", config, "--data", workspace.data] }

    var queue: [String] { ["standpoint-queue"] + place }

    /// - Parameter pause: How many milliseconds a task takes.
    func worker(pause: Int = 0) -> [String] {
        ["faulty-worker"] + place + ["--tally", workspace.path + "/tally", "--pause", "\(pause)"]
    }

    /// Runs `standpoint` on this pipeline.
    func standpoint(_ words: String...) async throws -> Outcome {
        try await workspace.run("standpoint", words + place)
    }

    /// What was begun, in order: article, attempt, fault.
    func tally() throws -> [(article: Substring, attempt: Int, fault: Substring)] {
        try workspace.read("tally").split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            return (words[0], try #require(Int(words[1])), words[2])
        }
    }

    /// So many articles as JSON Lines that are well, and then one with each of the faults.
    static func lines(_ count: Int, faults: [String] = []) -> [String] {
        (0..<count).map { #"{"key":"well-\#($0)","text":"All is well with \#($0)."}"# }
            + faults.map { #"{"key":"\#($0)","text":"fault: \#($0)"}"# }
    }
}
