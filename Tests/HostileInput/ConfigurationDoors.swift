import Settings
import Stance

extension Door {
    /// The configuration file. What is refused is told in lines that a terminal can show.
    package static let settings = Door("settings", longest: 8_000) { bytes throws(BrokenRule) in
        let home = ["HOME": "/home/reader"]
        let loaded: LoadedSettings
        do throws(SettingsError) {
            loaded = try Settings.load(environment: home, configuration: bytes, named: "f.yaml")
        } catch {
            try require(!error.problems.isEmpty, "refused without a problem")
            try expectPrintable(error.description)
            for problem in error.problems { try require(problem.description.utf8.count < 16_384, "an endless message") }
            return
        }
        try expectPrintable(loaded.resolved.text())
    }

    /// A file of targets.
    package static let targets = Door("targets", longest: 8_000) { bytes throws(BrokenRule) in
        let yaml = String(decoding: bytes, as: UTF8.self)
        let catalog: TargetCatalog
        do throws(TargetCatalogError) { catalog = try TargetCatalog(yaml: yaml, file: "f.yaml") } catch {
            try expectPrintable(error.description)
            try require(error.description.utf8.count < 4_096, "an endless message")
            return
        }
        try require(catalog.targets.allSatisfy { !$0.name.isEmpty && !$0.kind.isEmpty }, "a target without a name")
        try require(catalog.merging(catalog).targets.count == catalog.targets.count, "a catalogue is twice itself")
    }

    private static func expectPrintable(_ text: String) throws(BrokenRule) {
        let control = text.unicodeScalars.first { $0 != "\n" && $0.properties.generalCategory == .control }
        try require(control == nil, "a message holds the control character \(control?.value ?? 0)")
    }
}
