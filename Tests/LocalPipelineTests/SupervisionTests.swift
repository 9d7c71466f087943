import Foundation
import Logging
import TestSupport
import Testing

@testable import LocalPipeline

/// When a process is started again, and when that is given up.
struct SupervisionTests {
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private var lives: Int {
        get throws {
            let text = try String(contentsOf: directory.url.appending(path: "lives"), encoding: .utf8)
            return text.split(separator: "\n").count
        }
    }

    /// Supervises a shell that adds a line to the file `lives` and then does what `script` says.
    private func supervise(_ script: String) async throws {
        let child = PipelinePlan.Child(
            name: "sh",
            path: "/bin/sh",
            arguments: ["-c", "cd '\(directory.url.path)'; echo alive >> lives; \(script)"]
        )
        var supervision = Supervision(child, endingTime: .seconds(5), living: LivingProcesses(), logger: Self.logger)
        (supervision.firstPause, supervision.longestPause) = (.zero, .zero)
        try await supervision.run()
    }

    @Test(arguments: [("exit 2", 1), ("exit 3", 3), ("kill -9 $$", 20)])
    func `a process that ends before it has ever served is given up`(_ script: String, _ expected: Int) async throws {
        let error = await #expect(throws: LocalPipelineError.self) { try await supervise(script) }
        #expect(error?.code == .cannotStay)
        #expect(try lives == expected)
    }

    @Test(arguments: ["exit 1", "kill -9 $$"])
    func `a process that has served may die as often as it likes`(_ death: String) async throws {
        // Thirty lives, and then one that no restart can mend.
        let script = "[ $(wc -l < lives) -gt 30 ] && exit 2; echo ready; \(death)"
        let error = await #expect(throws: LocalPipelineError.self) { try await supervise(script) }
        #expect(error?.reason == "sh ended with exit code 2; what it said is above")
        #expect(try lives == 31)
    }
}
