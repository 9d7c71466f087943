package import ArgumentParser
internal import Foundation
internal import LocalPipeline
internal import Pipeline
package import Service
internal import Settings
internal import Stance
internal import Telemetry

/// The flags of the commands that start a local pipeline.
package struct PipelineFlags: ParsableArguments {
    @OptionGroup package var service: ServiceOptions

    @Option(help: "Keep the pipeline's data in this directory (default: under the user's state directory).")
    package var data: String?

    @Option(help: "How many worker processes of each stage (default: ingest=1,segment=1,stance=2).")
    package var workers: String?

    @Option(help: "A file of targets to look for, beside the names in the text; may be repeated.")
    package var targets: [String] = []

    @Option(help: "What scores stances: base, small, lexicon, or the path of a model's file (default: base).")
    package var model: String?

    /// What a process needs to end beside the time to drain: the last messages, the last commit.
    private static let endingMargin = Duration.seconds(5)

    package init() {}

    /// The settings in force for these flags, checked, with the paths made absolute.
    ///
    /// - Throws: `SettingsError`, ready to print; ``CommandError`` where a file of targets is not there or is none, or
    ///   there is no model, which every stance worker would say again and again.
    func settings(isForPeople: Bool) throws -> Settings {
        var flags = try workers.map { try Settings.workerFlags($0) } ?? [:]
        flags["queue.data_directory"] = data.map { URL(filePath: $0).standardizedFileURL.path }
        if !targets.isEmpty {
            flags["pipeline.targets"] = targets.map { URL(filePath: $0).standardizedFileURL.path }.joined(
                separator: ","
            )
        }
        flags["stance.model"] = model.map { $0.contains("/") ? URL(filePath: $0).standardizedFileURL.path : $0 }
        let settings = try service.load(flags, isForPeople: isForPeople).settings
        do throws(CatalogFileError) { _ = try TargetCatalog.load(paths: settings.pipeline.targets) } catch {
            throw CommandError("\(error)", status: .usage)
        }
        do throws(ModelChoiceError) { _ = try Self.model(settings).path() } catch {
            throw CommandError("\(error)", status: .usage)
        }
        return settings
    }

    private static func model(_ settings: Settings) -> ModelChoice {
        ModelChoice(settings.stance.model, folder: settings.stance.models)
    }

    /// The processes that these settings ask for.
    func plan(_ settings: Settings) -> PipelinePlan {
        var plan = PipelinePlan(dataDirectory: settings.queue.dataDirectory, endpoint: settings.queue.endpoint)
        plan.workerEndpoint = settings.worker.queue
        plan.endingTime = max(settings.queue.drainTimeout, settings.worker.drainTimeout) + Self.endingMargin
        let counts = settings.pipeline.workers
        plan.workers = [("ingest", counts.ingest), ("segment", counts.segment), ("stance", counts.stance)]
        if let config = service.config { plan.commonArguments += ["--config", config] }
        plan.commonArguments += ["--log-level", "\(settings.log.level)"]
        plan.commonArguments += ["--log-format", settings.log.format.rawValue]
        let files = settings.pipeline.targets
        if !files.isEmpty { plan.stanceArguments = ["--targets", files.joined(separator: ",")] }
        plan.stanceArguments += ["--model", settings.stance.model]
        return plan
    }
}
