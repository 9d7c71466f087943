import ArgumentParser
import Pipeline
import Service
import Settings
import Stance
import Worker

/// The third worker: says who takes which stance toward whom or what.
@main
struct StandpointStance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standpoint-stance",
        abstract: "Work for the queue: find targets, speakers and stances.",
        discussion: """
            Start as many as you like; kill any at any time. SIGTERM lets it finish what it holds.

            Example: standpoint-stance --queue ipc:///run/standpoint/queue.sock --targets targets/security.yaml
            """
    )

    @OptionGroup var worker: WorkerService

    @Option(help: "Files of targets to look for, beside the names in the text; commas between them.")
    var targets: String?

    @Option(help: "What to do about articles that are nearly the same as one of before: mark, or skip scoring them.")
    var nearDuplicates: String?

    @Option(help: "What scores stances: base, small, lexicon, or the path of a model's file.")
    var model: String?

    func run() async throws {
        try await worker.run(targets: targets, nearDuplicates: nearDuplicates, model: model) { settings in
            let catalog = try TargetCatalog.load(paths: settings.pipeline.targets)
            let choice = ModelChoice(settings.stance.model, folder: settings.stance.models)
            return StageTask(
                StanceStage(catalog: catalog, scorer: try choice.scorer()),
                skipsNearDuplicates: settings.pipeline.nearDuplicates == .skip
            )
        }
    }

    static func main() async { await Exit.main(Self.self) }
}
