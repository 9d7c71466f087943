/// The name and version under which this software signs its work.
package enum Software {
    package static let version = "0.1.0"
    package static let name = "standpoint \(version)"
}

extension Article {
    /// Adds to what is to be said in the provenance of the stage at work.
    package mutating func addNote(_ text: String) { note = note.map { "\($0); \(text)" } ?? text }

    /// Signs what a stage has done, with its ``note``.
    package mutating func sign(stage: String, model: String?, took duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let milliseconds = Double(seconds) * 1_000 + Double(attoseconds / 1_000_000_000_000) / 1_000
        provenance.append(
            Provenance(stage: stage, software: Software.name, model: model, milliseconds: milliseconds, note: note)
        )
        note = nil
    }
}
