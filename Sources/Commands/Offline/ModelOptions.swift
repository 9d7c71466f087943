internal import ArgumentParser
internal import Foundation
internal import Service
internal import Settings
internal import Stance

/// Which scorer the commands without a queue use.
struct ModelOptions: ParsableArguments {
    @Option(help: "What scores stances: base, small, lexicon, or the path of a model's file (default: as configured).")
    var model: String?

    /// The scorer of the flag, else of the settings.
    ///
    /// - Throws: `SettingsError`; ``CommandError`` with status 2 where there is no such model, or it can't be used.
    func scorer() throws -> any StanceScorer {
        let flags = model.map { ["stance.model": $0] } ?? [:]
        let stance = try Settings.load(flags: flags, environment: ProcessInfo.processInfo.environment).settings.stance
        do { return try ModelChoice(stance.model, folder: stance.models).scorer() } catch {
            throw CommandError("\(error)", status: .usage)
        }
    }
}
