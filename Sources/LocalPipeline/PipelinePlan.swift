internal import Foundation

/// Which processes a local pipeline is made of.
package struct PipelinePlan: Hashable, Sendable {
    /// One process: a path and its arguments.
    package struct Child: Hashable, Sendable {
        package let name: String
        package let path: String
        package let arguments: [String]
    }

    package var dataDirectory: String
    /// Where the queue listens.
    package var endpoint: String
    /// Where workers find it.
    package var workerEndpoint: String
    /// How many workers of each stage, in the order of the stages.
    package var workers: [(stage: String, count: Int)] {
        get { stages.map { ($0, counts[$0] ?? 0) } }
        set {
            stages = newValue.map(\.stage)
            counts = Dictionary(newValue.map { ($0.stage, $0.count) }) { $0 + $1 }
        }
    }
    /// Flags that every process is given, such as `--log-level`.
    package var commonArguments: [String] = []
    /// Flags that the stance workers are given, such as `--targets`.
    package var stanceArguments: [String] = []
    /// How long the processes may take to end: longer than they take by themselves, or work would be thrown away.
    package var endingTime: Duration = .seconds(12)
    private var stages: [String] = []
    private var counts: [String: Int] = [:]

    package init(dataDirectory: String, endpoint: String) {
        self.dataDirectory = dataDirectory
        self.endpoint = endpoint
        workerEndpoint = endpoint
    }

    /// - Throws: ``LocalPipelineError`` where an executable is missing.
    func children() throws(LocalPipelineError) -> [Child] {
        let parent = ["--parent", String(getpid())]
        var children = [
            Child(
                name: "standpoint-queue",
                path: try Executables.path(of: "standpoint-queue"),
                arguments: ["--data", dataDirectory, "--endpoint", endpoint] + commonArguments + parent
            )
        ]
        for (stage, count) in workers {
            let name = "standpoint-\(stage)"
            let path = try Executables.path(of: name)
            let own = stage == "stance" ? stanceArguments : []
            let child = Child(
                name: name,
                path: path,
                arguments: ["--queue", workerEndpoint] + own + commonArguments + parent
            )
            children += Array(repeating: child, count: count)
        }
        return children
    }
}

/// Where our own executables are.
enum Executables {
    /// Beside the one that runs, links followed.
    ///
    /// - Throws: ``LocalPipelineError`` where it is not there.
    static func path(of name: String) throws(LocalPipelineError) -> String {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let path = URL(filePath: own).deletingLastPathComponent().appending(path: name).path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            let reason = "there is no \(path); build it with `swift build`, or install all executables in one directory"
            throw LocalPipelineError(code: .missingExecutable, reason: reason)
        }
        return path
    }
}
