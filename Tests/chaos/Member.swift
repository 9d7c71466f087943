import Foundation

/// One process of a pipeline, as it is to be started.
struct Member: Sendable {
    /// Such as `ingest 2`; the first word is the kind.
    let name: String
    /// The program and its arguments.
    var command: [String]
    /// Settings beyond the common ones, by the names of their variables.
    var settings: [String: String] = [:]

    var kind: String { String(name.prefix { $0 != " " }) }

    static func queue(_ data: String, _ endpoint: String, _ settings: [String: String] = [:]) -> Member {
        let command = [Executables.path("standpoint-queue"), "--data", data, "--endpoint", endpoint] + common
        return Member(name: "queue", command: command, settings: settings)
    }

    static func workers(
        _ counts: [(stage: String, count: Int)],
        _ endpoint: String,
        _ settings: [String: String] = [:]
    ) -> [Member] {
        counts.flatMap { stage, count in
            (1...count).map { number in
                let command = [Executables.path("standpoint-\(stage)"), "--queue", endpoint] + common
                return Member(name: "\(stage) \(number)", command: command, settings: settings)
            }
        }
    }

    /// The same process with a program before it that ends by executing it, such as `ip netns exec`.
    func wrapped(_ prefix: [String]) -> Member {
        var member = self
        member.command = prefix + command
        return member
    }

    /// Each child watches for the death of this process.
    private static var common: [String] { ["--log-level", "notice", "--parent", "\(getpid())"] }
}
