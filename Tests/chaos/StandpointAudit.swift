import Subprocess
import SystemPackage

/// `standpoint audit` on the data of a queue that does not run.
struct StandpointAudit {
    let isBalanced: Bool
    let text: String

    static func run(_ data: String, home: String) async throws -> StandpointAudit {
        let result = try await Subprocess.run(
            .path(FilePath(Executables.path("standpoint"))),
            arguments: ["audit", "--data", data],
            environment: .custom(["PATH": "/usr/bin:/bin", "HOME": home]),
            output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20)
        )
        let text = result.standardOutput + result.standardError
        return StandpointAudit(isBalanced: result.terminationStatus.isSuccess, text: text)
    }
}
