package import ArgumentParser
internal import JSON
internal import Service
internal import Settings
internal import Wire

/// `standpoint status`.
package struct StatusCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say how many articles are at which stage, and which workers are there.",
        discussion: """
            Works while the pipeline runs and when it does not.

            Example: standpoint status --watch
            """
    )

    @OptionGroup package var flags: QueueFlags

    @Flag(help: "Say it again every second, until stopped.")
    package var watch = false

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run() async throws {
        let settings = try flags.settings().settings
        let console = Console.standard
        repeat {
            // Asked anew each time: a queue may have come or gone, and none could come while its journal is open here.
            let inquiry = try flags.inquiry(settings)
            let status = try await inquiry.ask(.status).answer
            await inquiry.close()
            try console.output.write(json ? status.encoded() + [0x0A] : Array(StatusReport(status).text.utf8))
            try console.output.flush()
            if watch { try await Task.sleep(for: .seconds(1)) }
        } while watch
    }
}

/// The answer to a `status` query, in words.
struct StatusReport {
    struct Stage {
        let name: String
        let ready: Int
        let held: Int
        let retrying: Int
        let workers: Int
    }

    let accepted: Int
    let pending: Int
    let done: Int
    let dead: Int
    let dropped: Int
    let stages: [Stage]

    init(_ status: JSON) {
        func count(_ json: JSON, _ key: String) -> Int { json[key]?.int ?? 0 }
        accepted = count(status, "accepted")
        pending = count(status, "pending")
        done = count(status, "done")
        dead = count(status, "dead")
        dropped = count(status, "dropped")
        stages = (status["stages"]?.array ?? []).map { stage in
            Stage(
                name: stage["stage"]?.string ?? "?",
                ready: count(stage, "ready"),
                held: count(stage, "held"),
                retrying: count(stage, "retrying"),
                workers: count(stage, "workers")
            )
        }
    }

    /// A table of the stages under a line of totals.
    var text: String {
        var lines = ["accepted \(accepted)  done \(done)  dead \(dead)  pending \(pending)"]
        if dropped > 0 { lines[0] += "  dropped \(dropped)" }
        lines.append(Self.row("stage", "waiting", "held", "retrying", "workers"))
        lines += stages.map { Self.row($0.name, "\($0.ready)", "\($0.held)", "\($0.retrying)", "\($0.workers)") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ cells: String...) -> String {
        cells.enumerated().map { index, cell in
            let space = String(repeating: " ", count: max(0, 10 - cell.count))
            return index == 0 ? cell + space : space + cell
        }.joined()
    }
}
